# Something said, settled, taken up again.
cast  rai "Rai Okafor" security-officer
cast  kim "Kim Sato"   staff

rai   create plan "Ferry incident plan" kind=incident_response
kim   ! create comment about=PLN-1                            text is empty
kim   create comment about=PLN-1 text="Who calls the harbour master?"
kim   see subject="Who calls the harbour master?"
rai   ! change COM-1 text="Nobody asks"                       text are the words of somebody else
kim   change COM-1 text="Who calls the harbour master?!"
kim   settle
rai   see state=settled
rai   reopen
rai   see state=open

# What is said about a closed record is closed as well.
rai   change PLN-1 only_for="Rai Okafor"
kim   ! see COM-1
rai   see COM-1 state=open
rai   create comment about=PLN-1 text="Only us"
kim   ! see COM-2
rai   ! change COM-2 only_for="Kim Sato"                      names somebody who may not see the record it belongs to
rai   change PLN-1 only_for=""
kim   see COM-1 state=open
kim   see COM-2 text="Only us"
rai   change PLN-1 label=20
kim   ! see COM-1
rai   ! change COM-1 label=10                                 is lower than that of the record it belongs to
rai   change PLN-1 label=10
kim   see COM-1
