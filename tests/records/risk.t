# A risk is rated and answered, tracked in the register, closed by another person.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create risk "Clerks share a password / Mot de passe partagé" likelihood_before=5 impact_before=4
sol   see state=identified score_before=20 score=""
sol   ! change likelihood=6                                   likelihood must be from 1 to 5
sol   ! assess                                                likelihood is empty, impact is empty, rating is empty, answer is empty, treatment_plan does not say how the risk is answered
sol   assess likelihood=3 impact=4 rating=medium answer=mitigate treatment_plan="Personal accounts." track=yes
sol   see state=assessed score=12
sol   ! register                                              none of your roles allows this
rai   register
rai   see state=registered registered_on=2026-03-02
rai   ! decide_reach corporate=yes                            corporate_told_on does not say when it was told
rai   ! decide_reach corporate=no                             corporate_grounds does not say why not
rai   ! decide_reach corporate=undecided                      corporate is not decided
rai   decide_reach corporate=yes corporate_told_on=2026-03-02 corporate_reply=proposed
sol   create treatment "Personal accounts" risk=RSK-1 owner="Sol Lindqvist"
dana  agree due_on=2026-06-30
clock 2026-05-29
rai   review RSK-1 reviewed_on=2026-05-28 likelihood=2 rating=low trend=falling controls_suffice=yes
rai   see score=8
dana  ! close reason="Done."                                  treatments of it are still open
sol   report TRT-1 done_on=2026-05-20 what_was_done="All have accounts of their own."
rai   verify
rai   ! close RSK-1 reason="Done."                            whoever wrote this cannot also decide on it
dana  close RSK-1 reason="Done."
dana  see state=closed
rai   reopen reason="The harbour office shares again."
rai   see state=identified
