# Reported by the business area, accepted by the security officer; both days stay on record.
cast  omar "Omar Reyes"    system-owner
cast  rai  "Rai Okafor"    security-officer

rai   create instrument "Access standard" kind=standard
rai   create edition "Access standard 2" instrument=INS-1
omar  create exemption "Counter machines" kind=later edition=EDN-1
rai   create exemption_condition "Replace the machines" exemption=EXM-1 follow_up_on=2026-04-01
rai   see due_on=2026-04-01
omar  ! report met_on=2026-03-03 answer="Replaced."              met_on lies in the future
rai   ! extend extended_to=2026-03-20 reason="late delivery"     extended_to lies before the date on which it starts
rai   ! extend extended_to=2026-05-01                            is empty
rai   extend EXC-1 extended_to=2026-05-01 reason="late delivery"
rai   see due_on=2026-05-01 follow_up_on=2026-04-01 state=open
clock 2026-04-20
omar  report EXC-1 met_on=2026-04-19 answer="Replaced."
omar  ! accept                                                   none of your roles allows this, whoever wrote this cannot also decide on it
rai   ask_again EXC-1 reason="All four?"
omar  report EXC-1 met_on=2026-04-19 answer="All four replaced."
rai   accept EXC-1
rai   see state=met settled_on=2026-04-20
rai   create exemption_condition "Watch the counter" exemption=EXM-1 follow_up_on=2026-05-01
rai   drop reason="the machines are gone"
rai   see state=dropped
