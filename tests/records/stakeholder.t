# Whose support the programme needs, and in which role.
cast  rai "Rai Okafor" security-officer
cast  kim "Kim Sato"   staff

rai   ! create stakeholder "Human resources"                  role is empty
rai   ! create stakeholder "Human resources" role="Induction of new staff" spoken_on=2026-04-01   spoken_on lies in the future
rai   create stakeholder "Human resources / Ressources humaines" role="Induction of new staff / Accueil du nouveau personnel" asked="Ten minutes on the first day"
kim   ! see STK-1
rai   leave reason="merged with another branch"
rai   see state=former
rai   return
rai   see state=current
