# A change is approved by another, is made, and asks once whether it touches plan and risks.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create system "Vessel licensing" kind=application accountable="Sol Lindqvist" patch_days=30
dana  go_live in_service_on=2026-02-01
sol   create change "Patches of March" kind=direct patch=yes system=SYS-1 planned_for=2026-03-10
sol   ! make made_on=2026-03-02                               nobody has approved it yet
sol   ! change touches_plan=no                                touches_plan a change to the system itself always touches its plan
sol   ! approve                                               none of your roles allows this, whoever wrote this cannot also decide on it
dana  ! approve                                               risks is empty, mitigations is empty
sol   change CHG-1 risks="Licences cannot be issued for an hour." mitigations="Done at night; copy kept."
dana  approve
dana  see state=approved approved_by="Dana Whitford" approved_on=2026-03-02
sol   ! change description="And a new database"               cannot be changed in its present state
clock 2026-03-10
sol   make made_on=2026-03-10
sol   see state=made touches_plan=yes
sol   see SYS-1 change_log_on=2026-03-10 patch_log_on=2026-03-10 patch_log_until=2026-04-09
sol   ! close CHG-1                                           touches_risks is empty
sol   ! close touches_plan=undecided touches_risks=no         touches_plan is not decided, risk_grounds does not say why not
sol   close touches_plan=yes touches_risks=no risk_grounds="The same software, a month newer."
sol   see state=closed

# An emergency is approved afterwards, an indirect change only recorded.
sol   create change "Block the old interface" kind=direct system=SYS-1 urgency=emergency
sol   make made_on=2026-03-10
sol   ! close touches_plan=yes touches_risks=yes              approved_on nobody has approved it yet
dana  approve_afterwards risks="Partners cannot connect." mitigations="They were told."
sol   close touches_plan=yes touches_risks=yes
sol   create change "Port authority connects by the new gateway" kind=connections system=SYS-1
sol   make made_on=2026-03-09
sol   ! close touches_plan=no touches_risks=no                plan_grounds does not say why not, risk_grounds does not say why not
sol   close touches_plan=no touches_risks=no plan_grounds="Same data, same route." risk_grounds="The gateway was assessed."
sol   create change "Move to another hall" kind=network system=SYS-1
dana  approve risks="Short outage." mitigations="On a Sunday."
sol   revise reason="Another hall."
sol   see state=proposed approved_on=""
dana  refuse reason="Not this year."
sol   create change "Rename the service" kind=ownership system=SYS-1
sol   give_up reason="Nobody wants it."
sol   see state=given_up
