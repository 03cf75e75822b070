# Asked for, accepted, valid to its last day; the clock ends it.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner

rai   create forum "Security association" kind=association
rai   create membership "Rai in the association" forum=FOR-1 person="Rai Okafor" asked_on=2026-03-01
rai   ! accept                                                accepted_on is empty
rai   ! accept accepted_on=2026-02-20                         accepted_on lies before the date on which it starts
rai   ! accept accepted_on=2026-03-05                         accepted_on lies in the future
clock 2026-03-06
sol   ! accept accepted_on=2026-03-05                         none of your roles allows this
rai   accept accepted_on=2026-03-05 ends_on=2026-12-31 member_number=4471
rai   see state=valid ends_on=2026-12-31 kind=association
rai   ! expire                                                ends_on its last day is not over
clock 2027-01-01
rai   see state=ended
rai   renew ends_on=2027-12-31
rai   see state=valid ends_on=2027-12-31
rai   end reason="moved to another post"
rai   see state=ended
