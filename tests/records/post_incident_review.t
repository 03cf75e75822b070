# Held with somebody; something follows, or it says why nothing must.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner

rai   create incident "Outage of the booking system" kind=outage
rai   create post_incident_review "What the outage taught" incident=INC-1 planned_for=2026-03-02
sol   ! hold held_on=2026-03-02 findings="x"                  none of your roles allows this
rai   ! hold                                                  held_on is empty, findings is empty, attendees names nobody
rai   ! hold held_on=2026-03-02 findings="The list was old."  attendees names nobody
rai   hold held_on=2026-03-02 findings="The list was old." attendees="Sol Lindqvist" others="Two of the provider"
rai   see state=held
rai   ! close                                                 actions nothing follows from the review
rai   create corrective_action "Try the list" incident=INC-1
rai   close PIR-1 actions=COR-1
rai   see state=closed actions="Try the list"
