# The business area stands by its figures.
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create system "Vessel licensing" kind=application
sol   create business_impact_analysis "Issuing licences / Délivrance des permis" systems=SYS-1 longest_outage=48
sol   ! approve                                               none of your roles allows this, whoever wrote this cannot also decide on it
dana  ! approve                                               priority is empty, impact is empty, recovery_time is empty
sol   change BIA-1 priority=business_priority impact="Vessels stay in port." recovery_time=72
dana  ! approve                                               recovery_time is longer than the outage that can be borne
sol   change BIA-1 recovery_time=24 recovery_point=4
dana  approve review_due_on=2027-03-02
dana  see state=approved approved_by="Dana Whitford"
sol   change BIA-1 recovery_time=36
sol   see state=draft
dana  approve
dana  replace reason="The function moved to the agency."
dana  see state=replaced
