# One text, in force; from the moment of opening the words stand still.
cast  rai  "Rai Okafor"    security-officer

rai   create instrument "Appropriate use" kind=policy
rai   create edition "Appropriate use 1" instrument=INS-1 effective_from=2026-01-01
rai   create acknowledgement_request "Appropriate use" purpose=appropriate_use wording="I have read it."
rai   ! open                                                     due_on is empty, edition either an edition or a version of ours is asked for
rai   change due_on=2026-03-01 edition=EDN-1
rai   ! open                                                     due_on has already passed, edition is not in force
rai   publish EDN-1
rai   change ACR-1 due_on=2026-03-31
rai   open
rai   see state=open opened_on=2026-03-02
rai   ! change wording="I follow it."                            cannot be changed in its present state
clock 2026-03-20
rai   ! put_off due_on=2026-03-19                                due_on has already passed, is empty
rai   put_off due_on=2026-04-30 reason="the holidays"
rai   close
rai   see state=closed closed_on=2026-03-20
