# Raised in a forum with a day, or kept with a reason; settled with what came of it.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner

rai   create forum "Advisory committee" kind=advisory_committee
sol   create issue_raised "Two providers, one password reset" arisen_on=2026-02-20 weight=high
sol   ! create issue_raised "Tomorrow's issue" arisen_on=2026-03-20  arisen_on lies in the future
sol   ! raise ISU-1 raised_on=2026-03-01 forum=FOR-1          none of your roles allows this
rai   ! raise ISU-1                                           raised_on is empty, forum is empty
rai   ! raise raised_on=2026-02-01 forum=FOR-1                raised_on lies before the date on which it starts
rai   raise raised_on=2026-03-01 forum=FOR-1 asked="One rule for both"
sol   see ISU-1 state=raised forum="Advisory committee"
rai   ! settle                                                outcome is empty, settled_on is empty
clock 2026-05-02
rai   settle outcome="The central office asks both providers." settled_on=2026-05-01
rai   see state=settled
sol   create issue_raised "Printer on the quay" arisen_on=2026-05-01
rai   ! keep                                                  is empty
rai   keep reason="ours alone"
rai   see ISU-2 state=kept
