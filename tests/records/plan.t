# A plan comes into force with an approved text, somebody who leads, and a test interval.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create plan "Ferry incident plan / Plan d'intervention des traversiers" kind=incident_response
sol   ! adopt                                                 none of your roles allows this
dana  ! adopt                                                 document is empty, lead is empty, test_months is empty, document has no approved version
rai   create document "Ferry incident plan" kind=plan
rai   create document_version "Plan 1.0" document=DOC-1 version_number=1.0 file="Call the desk."
rai   ! change PLN-1 lead="Rai Okafor" alternate="Rai Okafor" alternate is the same person as the lead
rai   change PLN-1 document=DOC-1 lead="Rai Okafor" alternate="Sol Lindqvist" test_months=12
dana  ! adopt                                                 document has no approved version
rai   submit DOV-1
dana  approve DOV-1
dana  adopt PLN-1
dana  see state=in_force test_due_on=2026-03-02
rai   revise reason="the desk has moved"
rai   see state=draft
dana  adopt PLN-1
rai   ! retire                                                is empty
rai   retire reason="one plan for the ministry"
rai   see state=retired

# The plan of a system names it; a review is dated, also when nothing changes.
rai   create system "Vessel licensing" kind=application
sol   create plan "Licensing plan" kind=system_security document=DOC-1 lead="Sol Lindqvist" test_months=24
dana  ! adopt                                                 system names no system
dana  adopt PLN-2 system=SYS-1
dana  see reviewed_on=2026-03-02 review_due_on=2027-03-02
clock 2027-02-20
sol   ! review reviewed_on=2027-02-21                         review_result is empty, reviewed_on lies in the future
sol   review reviewed_on=2027-02-19 review_result=fits
sol   see reviewed_on=2027-02-19 review_due_on=2028-02-19
