# In use once it was tried; tried again; replaced.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner
cast  sam  "Sam Staff"     staff

rai   create contact_list "Whom to call / Qui appeler" kind=security_contact
rai   ! change primary="Rai Okafor" alternate="Rai Okafor"    alternate is the first contact as well
rai   ! adopt                                                 checked_on is empty, primary nobody is on the list
rai   ! adopt checked_on=2026-03-01                           primary nobody is on the list
rai   change primary="Rai Okafor" alternate="Sol Lindqvist" reached_by="555-0100 at any hour"
rai   ! adopt checked_on=2026-03-09                           checked_on lies in the future
rai   adopt checked_on=2026-03-01 check_due_on=2026-06-01
sam   see CTL-1 primary="Rai Okafor" state=current
clock 2026-06-02
rai   check checked_on=2026-06-02 check_result="Both answered." check_due_on=2026-09-01
rai   see checked_on=2026-06-02
rai   ! replace                                               is empty
rai   replace reason="new list"
sol   see CTL-1 state=replaced
