# Checked, endorsed, approved and granted by different people; always with an end.
cast  omar "Omar Reyes"    system-owner
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive

rai   create instrument "Access standard" kind=standard
rai   create edition "Access standard 2" instrument=INS-1
rai   create evidence "Risk assessment" kind=record file="Risks." received_on=2026-02-01
rai   create evidence "Privacy assessment" kind=record file="Privacy." received_on=2026-02-01
omar  ! create exemption "Counter machines" kind=later edition=EDN-1 duties=soon   duties soon is no number of a duty
omar  create exemption "Counter machines" kind=later edition=EDN-1 duties=MISO-077
rai   ! check                                                    grounds is empty, wanted_until is empty, risk_assessment is empty, privacy_assessment is empty, standard_owner is empty, faqs_read is not confirmed, needed is not confirmed
omar  change grounds="They cannot take long passwords." wanted_until=2026-03-01 risk_assessment=EVD-1 privacy_assessment=EVD-2 standard_owner="Central office"
rai   ! check                                                    faqs_read is not confirmed, needed is not confirmed, wanted_until is not in the future
omar  change wanted_until=2026-12-31 faqs_read=yes needed=yes
omar  ! check                                                    none of your roles allows this
rai   check
rai   see state=checked checked_on=2026-03-02 checked_by="Rai Okafor"

# The security officer's word first, then the chief information officer's, each with reasons.
dana  ! approve EXM-1                                            this step cannot be taken in the present state
rai   ! endorse EXM-1                                            is empty
rai   endorse reason="The counter is watched."
rai   ! approve reason="and I too"                               endorsed_by whoever endorsed this cannot also approve it
omar  change controls="The counter is watched."
rai   see state=draft
rai   check EXM-1
rai   endorse reason="The counter is watched, and says so."
dana  ! grant EXM-1                                              this step cannot be taken in the present state
dana  approve reason="The risk is small."
dana  see state=approved approved_by="Dana Whitford"
rai   submit EXM-1

# The owner decides; there is always a last day, and what is granted was approved as it is.
dana  ! grant EXM-1 decided_on=2026-03-02 rationale="Small." starts_on=2026-03-02   ends_on is empty
dana  ! grant EXM-1 decided_on=2026-03-02 rationale="Small." starts_on=2026-03-02 ends_on=2026-03-01   ends_on lies before the date on which it starts, ends_on has already passed
dana  grant EXM-1 decided_on=2026-03-02 rationale="Small." starts_on=2026-03-02 ends_on=2026-06-30 reference=EX-7
rai   see state=granted

# The duty that it covers is set aside until then.
rai   see DDC-1 state=in_force kind=exempt duty=MISO-077 from_on=2026-03-02 until_on=2026-06-30

# What must be done meanwhile; a day can be put off, with the reason.
rai   ! create exemption_condition "Replace the machines" exemption=EXM-1   follow_up_on is empty
rai   create exemption_condition "Replace the machines" exemption=EXM-1 follow_up_on=2026-05-01

# A renewal ends the one before it; one that nobody renews expires by the clock.
clock 2026-06-01
omar  create exemption "Counter machines, again" kind=later edition=EDN-1 renewal_of=EXM-1 duties=MISO-077 grounds="Two are left." wanted_until=2026-12-31 risk_assessment=EVD-1 privacy_assessment=EVD-2 standard_owner="Central office" faqs_read=yes needed=yes
omar  ! create exemption "Third" kind=later edition=EDN-1 renewal_of=EXM-2   renewal_of was never granted
dana  ! renew EXM-1                                              no exemption that renews it was granted
rai   check EXM-2
rai   endorse reason="Two are left."
dana  approve reason="Small still."
rai   submit EXM-2
dana  grant EXM-2 decided_on=2026-06-01 rationale="Small." starts_on=2026-06-02 ends_on=2026-09-30
rai   see EXM-1 state=renewed ended_on=2026-06-01
rai   see DDC-1 state=ended
rai   see DDC-2 state=in_force from_on=2026-06-02 until_on=2026-09-30
clock 2026-09-30
rai   see EXM-2 state=granted
clock 2026-10-01
rai   see EXM-2 state=expired ended_on=2026-09-30

# Other ends.
omar  create exemption "Old printers" kind=cannot edition=EDN-1 grounds="No update." wanted_until=2026-12-31 risk_assessment=EVD-1 privacy_assessment=EVD-2 standard_owner="Central office" faqs_read=yes needed=yes
rai   check EXM-3
rai   ! decline                                                  is empty
rai   send_back EXM-3 reason="Which printers?"
omar  change grounds="Printers 1 to 4."
rai   check EXM-3
rai   endorse reason="Behind a wall."
dana  deny EXM-3 reason="Buy new ones."
rai   see EXM-3 state=refused
omar  create exemption "Old scanners" kind=later edition=EDN-1 grounds="No update." wanted_until=2026-12-31 risk_assessment=EVD-1 privacy_assessment=EVD-2 standard_owner="Central office" faqs_read=yes needed=yes
rai   check EXM-4
rai   endorse reason="Behind a wall."
dana  approve reason="Until the budget."
rai   submit EXM-4
dana  grant EXM-4 decided_on=2026-10-01 rationale="Small." starts_on=2026-10-01 ends_on=2026-12-31
rai   ! comply EXM-4 complied_on=2026-10-02                      complied_on lies in the future
clock 2026-11-01
rai   comply EXM-4 complied_on=2026-10-20
rai   see EXM-4 state=complied ended_on=2026-10-20
omar  create exemption "Old fax" kind=cannot edition=EDN-1
omar  drop reason="sold"
rai   see EXM-5 state=dropped
