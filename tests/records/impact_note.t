# A note about an impact names its line of business; who sent it does not acknowledge it.
cast  rai  "Rai Okafor"    security-officer
cast  omar "Omar Reyes"    system-owner

rai   create instrument "Access standard" kind=standard
rai   create edition "Access standard 2" instrument=INS-1 news=changed
rai   create impact_note "Access standard 2" edition=EDN-1 kind=impact
rai   ! send sent_on=2026-03-02                                  summary is empty, area is empty, impact is empty
rai   change summary="Passwords become longer."
rai   ! send sent_on=2026-03-03                                  sent_on lies in the future, area is empty, impact is empty
rai   create organisation "Licensing" kind=programme parent=ORG-1
rai   change IMP-1 area=Licensing impact="The counter has old machines." recipient="Omar Reyes"
rai   send sent_on=2026-03-02 channel=mail answer_due_on=2026-03-16
rai   ! acknowledge answered_on=2026-03-02                       whoever wrote this cannot also decide on it
clock 2026-03-05
omar  ! acknowledge IMP-1 answered_on=2026-03-01                 answered_on lies before the date on which it starts
omar  acknowledge IMP-1 answered_on=2026-03-05 answer="Two machines to replace."
omar  see state=acknowledged
rai   create impact_note "What it asks" edition=EDN-1 kind=communication summary="Longer passwords."
rai   send sent_on=2026-03-05
rai   see state=sent
