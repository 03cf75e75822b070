# An activity without a procedure says what is missing.
cast  rai  "Rai Okafor"    security-officer

rai   ! create security_activity "Granting access"               gap neither a procedure nor what is missing is given
rai   create security_activity "Granting access" gap="Nobody has written it down." gap_due_on=2026-06-01
rai   create document "Access procedure" kind=procedure
rai   change ACT-1 procedure=DOC-1
rai   ! end                                                      is empty
rai   end ACT-1 reason="the central office does it now"
rai   see state=ended
rai   ! change ACT-1 how_often=daily                             cannot be changed in its present state
rai   resume ACT-1 reason="it came back"
rai   see state=active
