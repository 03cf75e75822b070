# What one may not see is not there: classification, need to know, the bin.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner
cast  aud  "Aud Visser"    auditor until=2026-12-31

rai   create plan "Ferry incident plan" kind=incident_response label=30
sol   ! see PLN-1
rai   change PLN-1 label=10
sol   see PLN-1 title="Ferry incident plan"
aud   see PLN-1 title="Ferry incident plan"
aud   ! change PLN-1 distribution="me"                        none of your roles allows this
rai   change PLN-1 only_for="Rai Okafor"
sol   ! see PLN-1
rai   create plan "Harbour plan" kind=continuity
rai   withdraw reason="not needed"
rai   ! change scope="x"                                      the record is in the bin
rai   restore
rai   see title="Harbour plan"
clock 2027-01-02
aud   ! see PLN-2
