# Somebody speaks for security in a business area, from one day to another.
cast  rai "Rai Okafor"    security-officer
cast  sol "Sol Lindqvist" system-owner
cast  kim "Kim Sato"      staff

rai   ! create ambassador "Vessel Licensing" person="Kim Sato"          starts_on is empty
rai   ! create ambassador "Vessel Licensing" person="Kim Sato" starts_on=2026-03-01 ends_on=2026-02-01   ends_on lies before the date on which it starts
rai   create ambassador "Vessel Licensing / Permis des bâtiments" person="Kim Sato" starts_on=2026-03-01 briefed_on=2026-03-02
kim   see state=active
sol   ! end AMB-1 ends_on=2026-12-31                          none of your roles allows this
rai   end ends_on=2026-12-31
rai   see state=ended
rai   ! change note="thanked"                                 cannot be changed in its present state
