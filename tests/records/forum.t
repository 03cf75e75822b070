# A forum is kept by the officer, seen by those who may, and dissolved with a reason.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner
cast  sam  "Sam Staff"     staff

rai   ! create forum "Advisory committee"                     kind is empty
rai   create forum "Advisory committee / Comité consultatif" kind=advisory_committee rhythm=monthly contact="Rai Okafor"
sol   see FOR-1 title="Advisory committee" contact="Rai Okafor"
sol   ! change FOR-1 rhythm=weekly                            none of your roles allows this
sam   ! see FOR-1
rai   ! dissolve                                              is empty
rai   dissolve reason="merged with the committee of chiefs"
rai   see state=dissolved
rai   ! change FOR-1 rhythm=weekly                            cannot be changed in its present state
