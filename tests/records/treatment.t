# Agreed with an owner and a day, done by one, verified by another.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create risk "Clerks share a password"
sol   ! create treatment "Personal accounts"                  risk names neither a risk nor a gap
sol   create treatment "Personal accounts" risk=RSK-1 owner=""
dana  ! agree                                                 due_on is empty, has no owner
sol   change TRT-1 owner="Sol Lindqvist"
dana  agree due_on=2026-06-30 cost=12000
clock 2026-05-04
sol   ! report done_on=2026-05-05                             what_was_done is empty, done_on lies in the future
sol   report done_on=2026-05-04 what_was_done="Half of them."
sol   ! verify                                                none of your roles allows this, whoever wrote this cannot also decide on it
rai   send_back due_on=2026-07-31 reason="The other half."
sol   report done_on=2026-05-04 what_was_done="All of them."
rai   verify
rai   see state=verified verified_by="Rai Okafor" verified_on=2026-05-04
sol   create treatment "Cards instead of passwords" risk=RSK-1 owner="Sol Lindqvist"
dana  give_up reason="Too dear."
dana  see state=given_up
