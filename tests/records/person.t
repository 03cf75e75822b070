# People leave, but not with a role in hand.
cast  rai "Rai Okafor" security-officer
cast  kim "Kim Sato"   staff

rai   ! create person "Alix Roy" email="alix roy at example"  email is not an e-mail address
rai   create person "Alix Roy" email=alix.roy@example.org language=fr
rai   ! create person "Alix Roy the second" email=Alix.Roy@example.org   email is already taken by another record
kim   ! leave PER-2                                           none of your roles allows this
rai   ! leave PER-2 left_on=2026-03-01                        still holds a role
rai   ! leave PER-4                                           left_on is empty
rai   leave PER-4 left_on=2026-03-01
rai   see state=gone
rai   return since=2026-03-02
rai   see state=active
