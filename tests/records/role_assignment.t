# Nobody appoints themselves; an ended appointment stays on record.
cast  rai  "Rai Okafor" security-officer
cast  lee  "Lee Marsh"  staff

rai   ! create role_assignment "Deputy" role=Executive person="Rai Okafor" starts_on=2026-03-02   person nobody appoints themselves
rai   ! create role_assignment "Deputy" role=Executive person="Lee Marsh" starts_on=2026-03-02 ends_on=2026-03-01   ends_on lies before the date on which it starts
rai   ! create role_assignment "Deputy" role=Executive person="Lee Marsh" starts_on=2026-03-02 alternate="Lee Marsh"   alternate is the person who holds the role
lee   ! create role_assignment "Deputy" role=Executive person="Rai Okafor" starts_on=2026-03-02   none of your roles allows this
rai   ! create role_assignment "Helper" role=Administrator person="Lee Marsh" starts_on=2026-03-02   role passes on installation.* that you do not hold yourself
rai   ! create role "Keeper of keys" name=keys rights="installation.users"   rights passes on installation.users that you do not hold yourself
rai   create role "Desk" name=desk rights="role_assignment.appoint" clearance="Protected A"
rai   create role_assignment "Desk" role=Desk person="Lee Marsh" starts_on=2026-03-02
lee   ! create role_assignment "Reader" role=Executive person="Rai Okafor" starts_on=2026-03-02   clearance is above what you see yourself
lee   ! create role_assignment "Reader" role=Staff person="Rai Okafor" starts_on=2026-03-02 clearance="Protected C"   clearance is above what you see yourself
lee   create role_assignment "Reader" role=Staff person="Rai Okafor" starts_on=2026-03-02
rai   create role_assignment "Deputy" role=Executive person="Lee Marsh" starts_on=2026-03-02 instrument="Letter of 27 February 2026"
rai   create plan "Ferry incident plan" kind=incident_response
lee   see PLN-1 title="Ferry incident plan"
rai   ! end RAS-5                                             ends_on is empty, is empty
rai   end RAS-5 ends_on=2026-03-31 reason="new post"
rai   see state=ended
rai   ! change note="again"                                   cannot be changed in its present state
