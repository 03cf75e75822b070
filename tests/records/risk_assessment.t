# An assessment: started, its risks answered, decided by management, until a day.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create system "Vessel licensing" kind=application accountable="Dana Whitford"
sol   create risk_assessment "Licensing, before launch / Permis, avant la mise en service" system=SYS-1 occasion=new_system
sol   ! start                                                 started_on is empty, kind is empty, stage is empty, evaluator is empty
sol   start started_on=2026-02-16 kind=comprehensive stage=build evaluator="Rai Okafor" process="Corporate STRA process" process_version=2024
sol   create risk "Clerks share a password" assessment=STR-1 system=SYS-1
sol   ! conclude STR-1                                        findings is empty, completed_on is empty, participants is empty, a risk is not rated yet or has no answer
sol   assess RSK-1 likelihood=4 impact=3 rating=high answer=mitigate treatment_plan="Personal accounts by June."
sol   conclude STR-1 findings="One high risk." completed_on=2026-02-27 participants="Rai Okafor,Sol Lindqvist"
sol   ! decide STR-1 decision="Go ahead." review_due_on=2027-02-27   none of your roles allows this, whoever wrote this cannot also decide on it
dana  ! decide STR-1                                          decision is empty, review_due_on is empty
dana  ! decide STR-1 decision="Go ahead." review_due_on=2026-03-02   review_due_on has already passed
dana  send_back STR-1 reason="Who answers for the accounts?"
sol   conclude STR-1 findings="One high risk; the branch answers for accounts."
dana  decide STR-1 decision="Go ahead, accounts by June." review_due_on=2028-02-27
dana  see state=complete decided_by="Dana Whitford" decided_on=2026-03-02
dana  ! reschedule review_due_on=2027-12-31                   is empty
dana  reschedule review_due_on=2027-12-31 reason="With the budget."

# A change that touches the risks brings the next one forward.
clock 2026-06-02
dana  go_live SYS-1 in_service_on=2026-06-01
sol   create change "Data from the port authority" kind=information system=SYS-1
sol   make made_on=2026-06-02
sol   close touches_plan=yes touches_risks=yes
sol   see STR-1 review_due_on=2026-06-02
sol   create risk_assessment "Licensing, second" system=SYS-1 occasion=material_change previous=STR-1 change=CHG-1
sol   start started_on=2026-06-02 kind=lite stage=operation evaluator="Rai Okafor"
sol   conclude STR-2 findings="Nothing new." completed_on=2026-06-02 participants="Sol Lindqvist"
dana  decide STR-2 decision="Accepted." review_due_on=2027-06-02
dana  see STR-1 state=replaced
sol   create risk_assessment "Doubled" system=SYS-1 occasion=scheduled
sol   give_up reason="Entered twice."
sol   see state=given_up
