# From the first call to the last lesson; what some may not see stays hidden with its parts.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner
cast  dana "Dana Whitford" executive
cast  sam  "Sam Staff"     staff
cast  kim  "Kim Sato"      staff

# ---- reported by anybody, decided by the officer ----
sam   create incident "Laptop gone from the wharf / Portable disparu" kind=lost_device device=lost discovered_at=2026-03-02T08:00:00Z
sam   see INC-1 state=reported reported_by="Sam Staff"
kim   ! see INC-1
sam   ! investigate INC-1 class=event class_reason="x" triage_reason="x"   none of your roles allows this
sam   ! change INC-1 discovered_at=2026-03-09T08:00:00Z       discovered_at lies in the future, reported_at lies before the moment at which it starts
rai   ! investigate INC-1                                     class is empty, class_reason is empty, triage_reason is empty
rai   investigate INC-1 class=event class_reason="Nothing was reached yet." triage_reason="The disk may be open."
rai   see state=investigating class=event
rai   see ICE-1 kind=classification title=Event detail="Nothing was reached yet." written_by="Rai Okafor"
rai   ! change INC-1 class=breach                             class_reason is that of the class before
rai   change INC-1 class=breach class_reason="The finder read the files."
rai   see ICE-2 title="Breach: disclosed to somebody who may not have it"
rai   ! contain INC-1                                          contained_at is empty, containment is empty
rai   contain INC-1 contained_at=2026-03-02T10:00:00Z containment="Wiped from afar"
rai   ! resolve INC-1 resolved_at=2026-03-02T09:00:00Z cause="Left on a bench"   resolved_at lies before the moment at which it starts
rai   resolve INC-1 resolved_at=2026-03-02T11:00:00Z cause="Left on a bench"
rai   ! close INC-1                                           description is empty, investigation is empty, risk_analysis is empty, impact_analysis is empty
# A lost device is not asked for its network; a notice that waits holds the incident open.
rai   create notification "Police" incident=INC-1 recipient=police
rai   ! close INC-1 description="A laptop was left." investigation="It was opened once." risk_analysis="Low" impact_analysis="Twelve files"   notices are still to be decided or sent
dana  waive NTF-1 decision_reason="Found again, nothing was stolen."
rai   close INC-1 description="A laptop was left." investigation="It was opened once." risk_analysis="Low" impact_analysis="Twelve files"
rai   see state=closed
rai   ! change INC-1 kind=other                               cannot be changed in its present state
rai   ! reopen                                                is empty
rai   reopen reason="a second device"
rai   see state=investigating

# ---- a device in hand is asked about ----
sol   create incident "Strange window" kind=malware device=in_hand
rai   ! dismiss class=event class_reason="Advert" triage_reason="An advert" ending=false_alarm   network_state is not answered for the device in hand, power_state is not answered for the device in hand
rai   change network_state=disconnected disconnected_at=2026-03-02T12:00:00Z power_state=left_on power_confirmed_at=2026-03-02T12:00:00Z confirmed_by="Sol Lindqvist"
rai   dismiss class=event class_reason="Advert" triage_reason="An advert" ending=false_alarm
rai   see state=dismissed
rai   reopen reason="it was none"
rai   see state=investigating

# ---- what is for a few stays with them, and so do its parts ----
rai   create incident "Paper of the cabinet on a train" kind=lost_records cabinet_confidence=yes
dana  ! see INC-3
sol   ! see INC-3
rai   create incident_entry "Conductor asked" incident=INC-3 kind=action
rai   create custody "Folder, red" incident=INC-3 handed_at=2026-03-02T12:00:00Z handed_by=Conductor holder="Rai Okafor"
rai   ! create custody "Folder, red" incident=INC-3 handed_at=2026-03-02T12:00:00Z handed_by=Conductor   holder names nobody
rai   create notification "Chief security officer" incident=INC-3 recipient=chief_security_officer
rai   create loss_report "Folder" incident=INC-3 kind=records known_at=2026-03-02T12:00:00Z
rai   create privacy_breach "Names in the folder" incident=INC-3 learned_at=2026-03-02T12:00:00Z
rai   create post_incident_review "What we learned" incident=INC-3
rai   create corrective_action "Carry no paper" incident=INC-3
dana  ! see ICE-4
dana  ! see CST-1
dana  ! see NTF-2
dana  ! see LOS-1
dana  ! see BRE-1
dana  ! see PIR-1
dana  ! see COR-1
rai   change INC-3 only_for="Rai Okafor,Dana Whitford"
dana  see NTF-2 recipient=chief_security_officer
dana  see COR-1 title="Carry no paper"
sol   ! see NTF-2
sol   ! see COR-1
