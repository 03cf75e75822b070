# The executive signs the plan with its items; what was signed stays, and a new list needs a new signature.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner
cast  kim  "Kim Sato"      staff

sol   ! create awareness_plan "Awareness 2026" starts_on=2026-04-01 ends_on=2027-03-31   none of your roles allows this
rai   ! create awareness_plan "Awareness 2026" starts_on=2026-04-01 ends_on=2027-06-30   ends_on lies more than a year after the first day
rai   ! create awareness_plan "Awareness 2026" starts_on=2026-04-01 ends_on=2026-03-31   ends_on lies before the date on which it starts
rai   create awareness_plan "Awareness 2026 / Sensibilisation 2026" starts_on=2026-04-01 ends_on=2027-03-31
rai   ! submit                                                lead is empty, goals is empty, items are missing: nothing is planned yet
rai   create awareness_item "Phishing poster / Affiche sur l’hameçonnage" plan=AWP-1 method=poster planned_for=2026-05-04 audience="All staff / Tout le personnel"
rai   submit AWP-1 lead="Rai Okafor" goals="Fewer clicks."
rai   see state=submitted covers_from=2026-04-01 items=1
rai   see listing="- 2026-05-04, Poster: Phishing poster (All staff)"
rai   ! sign                                                  whoever wrote this cannot also decide on it
sol   ! sign                                                  none of your roles allows this
rai   ! change AWI-1 planned_for=2026-05-11                   planned_for cannot change while the plan waits for the signature
rai   ! create awareness_item "Talk" plan=AWP-1 method=presentation planned_for=2026-06-01   plan cannot change while the plan waits for the signature
dana  ! send_back AWP-1                                       advice is empty
dana  send_back advice="Add the October event."
rai   see listing=
rai   create awareness_item "Open house in October" plan=AWP-1 method=event planned_for=2026-10-07
rai   submit AWP-1
dana  sign review_due_on=2026-10-31
dana  see state=signed signed_by="Dana Whitford" signed_on=2026-03-02 in_force_from=2026-04-01
rai   ! change AWI-1 title="Password poster"                  title stays as it was signed
rai   create awareness_item "Extra handout" plan=AWP-1 method=handout planned_for=2026-06-01
rai   see AWP-1 state=signed items=3

# A review is no change of what was signed.
clock 2026-10-01
rai   ! review AWP-1 reviewed_on=2026-10-02 review_result=adjusted   reviewed_on lies in the future
rai   review reviewed_on=2026-10-01 review_result=adjusted review_note="One handout came in addition."
rai   see state=signed reviewed_on=2026-10-01 signed_by="Dana Whitford"

# Other goals, or a plan taken back: the signature ends.
rai   revise reason="the year has another theme"
rai   see state=draft signed_by= in_force_from= listing=
rai   submit
dana  sign
rai   change goals="Fewer clicks, more reports."
rai   see state=draft
rai   submit
dana  sign
rai   ! close AWP-1                                           outcome is empty, items of this plan are still to be delivered
rai   drop AWI-1 reason="done by the centre"
rai   drop AWI-2 reason="no room"
rai   drop AWI-3 reason="no print"
rai   close AWP-1 outcome="Reports doubled."
rai   see state=closed items=0
rai   ! create awareness_item "Late" plan=AWP-1 method=handout planned_for=2026-06-01   plan belongs to a plan that is closed
kim   see AWP-1 state=closed

# A plan that comes after its year began covers it only from then on.
clock 2027-06-01
rai   create awareness_plan "Awareness 2027" starts_on=2027-04-01 ends_on=2028-03-31
rai   create awareness_item "Talk" plan=AWP-2 method=presentation planned_for=2027-09-01
rai   submit AWP-2 lead="Rai Okafor" goals="Fewer clicks."
rai   see covers_from=2027-06-01
