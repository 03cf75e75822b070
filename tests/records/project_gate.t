# A gate is passed with its checklist answered, by somebody else.
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create project "New licensing" stage=design
sol   ! pass GAT-1 checklist="1 yes"                          none of your roles allows this, whoever wrote this cannot also decide on it
dana  ! pass GAT-1                                            checklist is empty, privacy_considered is empty, security_considered is empty
sol   change GAT-1 checklist="1 yes, 2 no" security_considered="Network design seen." privacy_considered="No personal information."
dana  pass
dana  see state=passed passed_by="Dana Whitford" passed_on=2026-03-02
sol   ! change GAT-1 checklist="1 yes, 2 yes"                 cannot be changed in its present state
sol   create project "Buoy positions" stage=initiation
dana  ! waive GAT-2                                           is empty
dana  waive reason="Two days of work."
dana  see state=waived
