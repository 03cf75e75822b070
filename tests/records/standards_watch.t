# A look counts when nothing is new; the next one is due after our own interval.
cast  rai  "Rai Okafor"    security-officer

rai   create instrument "Access standard" kind=standard
rai   create standards_watch "Access standard" instrument=INS-1
rai   ! look                                                     checked_on is empty, outcome is empty, found is empty
rai   ! look checked_on=2026-03-03 outcome=same found=1.0        checked_on lies in the future
rai   look checked_on=2026-03-02 outcome=same found=1.0
rai   see check_due_on=2026-04-02 state=watched
clock 2026-04-01
rai   change SWT-1 months=3
rai   look checked_on=2026-03-31 outcome=changed found=1.1
rai   see check_due_on=2026-06-30
rai   end SWT-1 reason="withdrawn"
rai   see state=ended
rai   resume SWT-1
rai   see state=watched
