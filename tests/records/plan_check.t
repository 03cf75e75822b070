# A run is judged when nothing is left to confirm.
cast  rai "Rai Okafor" security-officer
cast  kim "Kim Sato"   staff

rai   create plan "Ferry incident plan" kind=incident_response
kim   ! create plan_check "Check of 2 March" plan=PLN-1 pack=ma-is009   none of your roles allows this
rai   create plan_check "Check of 2 March" plan=PLN-1 pack=ma-is009
rai   create plan_element "Cause of the incident" plan=PLN-1 plan_check=PLC-1 element=6.5.1.1
rai   ! judge PLC-1                                           some parts are still to be confirmed
rai   reject PLE-1
rai   judge PLC-1
rai   see state=judged
rai   ! reopen                                                is empty
rai   reopen reason="a passage was overlooked"
rai   see state=open
rai   replace
rai   see state=replaced
rai   ! change note="no"                                      cannot be changed in its present state
