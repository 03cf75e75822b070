# Harm is judged with a reason; whether persons are told is for the head to decide.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive

rai   create incident "Mail to the wrong crew" kind=misdirected
rai   ! create privacy_breach "Pay of a crew" incident=INC-1  learned_at is empty
rai   create privacy_breach "Pay of a crew" incident=INC-1 kind=disclosure learned_at=2026-03-02T08:00:00Z
rai   ! judge                                                 harm_reason is empty, significant_harm is not decided
rai   ! judge significant_harm=undecided harm_reason="We wait."   significant_harm is not decided
rai   judge significant_harm=yes harm_reason="Account numbers were in it."
rai   see state=judged judged_by="Rai Okafor"
rai   ! close                                                 outcome is empty, the commissioner was not told, tell_persons is not decided
dana  ! decide BRE-1                                          tell_reason is empty, tell_persons is not decided
dana  decide BRE-1 tell_persons=yes tell_reason="They can change their accounts."
dana  see tell_persons=yes decided_by="Dana Whitford"
rai   ! close outcome="Mail deleted"                          the commissioner was not told, the persons affected were not told
rai   change BRE-1 description="A mail with a list." information="Names and accounts" people_affected=9 contact="555-0101" steps_taken="Deleted" advice="Watch your account"
rai   create notification "Commissioner" incident=INC-1 recipient=commissioner breach=BRE-1
rai   send
rai   ! close BRE-1 outcome="Mail deleted"                    the persons affected were not told
# The rare case: telling them would itself do grave harm.
dana  decide BRE-1 tell_persons=no tell_reason="One of them is being protected."
rai   close BRE-1 outcome="Mail deleted"
rai   see state=closed
rai   ! change BRE-1 people_affected=10                       cannot be changed in its present state
rai   assess_again reason="a second list"
rai   see state=assessing
