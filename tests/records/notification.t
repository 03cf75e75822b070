# Told or not is decided with a reason; hours come from the law alone.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

rai   create legal_requirement "Report the loss" law="Core policy" trigger="Any loss" recipient="Risk management branch" hours=24
rai   create legal_requirement "Tell the commissioner" law="Privacy statute" trigger="A breach" recipient="Commissioner" deadline="without unreasonable delay"
rai   create incident "Laptop gone" discovered_at=2026-03-01T08:00:00Z
rai   ! create notification "Risk management" incident=INC-1  recipient is empty
rai   create notification "Risk management" incident=INC-1 recipient=risk_management requirement=LEG-1
rai   see NTF-1 state=to_decide due_at=2026-03-02T08:00:00Z
rai   change starts_at=2026-03-01T09:30:00Z
rai   see due_at=2026-03-02T09:30:00Z
rai   change requirement=LEG-2
rai   see due_at=
sol   ! send NTF-1                                            none of your roles allows this
dana  require NTF-1 decision_reason="Ours to report."
rai   ! send told_at=2026-03-09T08:00:00Z                     told_at lies in the future
rai   send told_at=2026-03-01T10:00:00Z channel="Form"
rai   see state=sent told_by="Rai Okafor"
rai   ! acknowledge                                           acknowledged_at is empty
rai   ! acknowledge acknowledged_at=2026-03-01T09:00:00Z      acknowledged_at lies before the moment at which it starts
rai   acknowledge acknowledged_at=2026-03-01T12:00:00Z their_number=RMB-77
rai   see state=acknowledged their_number=RMB-77
# A notice of a breach says what the statute lists.
rai   create privacy_breach "Files of crews" incident=INC-1 learned_at=2026-03-01T08:00:00Z
rai   create notification "Commissioner" incident=INC-1 recipient=commissioner
rai   ! send NTF-2                                            breach is empty
rai   change NTF-2 breach=BRE-1
rai   ! send NTF-2                                            breach lacks what the notice must say
rai   change BRE-1 description="A laptop was lost." information="Names and licences" people_affected=40 contact="Rai Okafor, 555-0101" steps_taken="Wiped from afar"
rai   send NTF-2 content="As the record says."
rai   see state=sent
rai   create notification "Crews" incident=INC-1 recipient=individuals breach=BRE-1
rai   ! send NTF-3                                            breach lacks what the notice must say
rai   change BRE-1 advice="Watch your licence account."
rai   send NTF-3 content="Letter of 2 March"
rai   create notification "Union" incident=INC-1 recipient=stakeholders
dana  ! waive                                                 decision_reason is empty
dana  waive decision_reason="Told by the crews' own letter."
rai   see state=not_needed
dana  require NTF-4 decision_reason="They asked."
rai   see NTF-4 state=to_send
