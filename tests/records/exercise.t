# Held on a day, the test of each plan runs anew from that day.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner

rai   create plan "Ferry incident plan" kind=incident_response test_months=12
rai   ! create exercise "Spring tabletop" kind=tabletop       plans is empty
sol   create exercise "Spring tabletop / Exercice du printemps" kind=tabletop plans=PLN-1 planned_for=2026-03-20
sol   ! hold                                                  held_on is empty, scenario is empty, participants is empty
clock 2026-03-21
sol   ! hold held_on=2026-03-22 scenario="Booking system encrypted" participants="Rai Okafor"   held_on lies in the future
sol   hold held_on=2026-03-20 scenario="Booking system encrypted" participants="Rai Okafor,Sol Lindqvist"
rai   see PLN-1 tested_on=2026-03-20 test_due_on=2027-03-20 tested_by="Spring tabletop"
sol   ! close EXR-1 results="The contact list was old." outcome=partly   none of your roles allows this
rai   ! close EXR-1 results="The contact list was old." outcome=partly   changes nothing is to change although objectives were not all met
rai   close results="The contact list was old." outcome=partly changes="Check the list each quarter."
rai   see state=closed
rai   create exercise "Autumn tabletop" kind=tabletop plans=PLN-1
rai   cancel reason="moved to spring"
rai   see state=cancelled
