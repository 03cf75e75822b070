# Something said, settled, taken up again.
cast  rai "Rai Okafor" security-officer
cast  kim "Kim Sato"   staff

rai   create plan "Ferry incident plan" kind=incident_response
kim   ! create comment about=PLN-1                            text is empty
kim   create comment about=PLN-1 text="Who calls the harbour master?"
kim   see subject="Who calls the harbour master?"
kim   settle
rai   see state=settled
rai   reopen
rai   see state=open
