# Planned, moved with a reason, delivered when the log says so; the plan adds up whom it reached.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner
cast  kim  "Kim Sato"      staff

rai   create awareness_plan "Awareness 2026" starts_on=2026-04-01 ends_on=2027-03-31
rai   ! create awareness_item "Talk" plan=AWP-1 method=presentation planned_for=2027-04-01   planned_for lies outside of the year of the plan
kim   ! create awareness_item "Talk" plan=AWP-1 method=presentation planned_for=2026-05-04   none of your roles allows this
sol   create awareness_item "Talk on phishing" plan=AWP-1 method=presentation planned_for=2026-05-04 audience="Vessel Licensing"
rai   create awareness_item "Guest from the police" plan=AWP-1 method=speaker planned_for=2026-10-07
rai   see AWI-1 due_on=2026-05-04
rai   arrange AWI-2 arranged_on=2026-03-01 speaker="Sgt. M. Lau" place="Main hall"
rai   see state=arranged
rai   submit AWP-1 lead="Rai Okafor" goals="Fewer clicks."
dana  sign
rai   ! move AWI-1 moved_to=2026-05-18                        is empty
rai   ! move AWI-1 moved_to=2027-05-18 reason="room taken"    moved_to lies outside of the year of the plan
rai   move moved_to=2026-05-18 reason="room taken"
rai   see AWI-1 planned_for=2026-05-04 due_on=2026-05-18 state=planned
rai   see AWP-1 state=signed

# The log
clock 2026-05-19
rai   ! create delivery "Session 1" item=AWI-1 channel=session delivered_on=2026-05-20   delivered_on lies in the future
sol   create delivery "Session 1" item=AWI-1 channel=session delivered_on=2026-05-18 invited=40 reach=31
rai   see AWI-1 state=delivered delivered_on=2026-05-18 reach=31 deliveries=1
sol   create delivery "Session 2" item=AWI-1 channel=online delivered_on=2026-05-19 reach=12
rai   see AWI-1 delivered_on=2026-05-19 reach=43 deliveries=2
rai   see AWP-1 delivered=1 reach=43 items=2
sol   change DLV-1 reach=30
rai   see AWP-1 reach=42
rai   ! move AWI-1 moved_to=2026-06-01 reason="again"         this step cannot be taken in the present state
rai   drop AWI-2 reason="the guest is ill"
rai   see AWP-1 items=1
rai   plan_again AWI-2 moved_to=2026-11-04 reason="the guest is well"
rai   see AWI-2 state=planned due_on=2026-11-04
kim   see AWI-1 reach=42
kim   ! see DLV-1
