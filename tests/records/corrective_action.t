# Done by one, checked by another, accepted by the auditor.
cast  ida  "Ida Tran"      audit-lead
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create corrective_action "Write the backup process" owner="Sol Lindqvist"
dana  ! agree                                                 due_on is empty
dana  agree due_on=2026-06-30 check_how="Restore one system."
dana  see agreed_on=2026-03-02
clock 2026-05-04
rai   ! report                                                done_on is empty, what_was_done is empty
rai   report done_on=2026-05-04 what_was_done="Section 6 written."
rai   ! check checked_on=2026-05-04 effective=yes             whoever wrote this cannot also decide on it
ida   ! check checked_on=2026-05-01 effective=yes             checked_on lies before the date on which it starts
ida   check checked_on=2026-05-04 effective=partly check_note="No restore yet."
ida   ! close auditor="Ida Tran"                              effective the check did not show that it worked
ida   ! send_back                                             is empty
ida   send_back due_on=2026-08-31 reason="restore a system first"
rai   report done_on=2026-05-04 what_was_done="Section 6 written, one system restored."
ida   check checked_on=2026-05-04 effective=yes
dana  ! close auditor="Ida Tran"                              none of your roles allows this
rai   ! close auditor="Ida Tran"                              acceptance only the auditor can accept this
rai   ! close auditor="Sol Lindqvist"                         auditor nobody accepts their own work
ida   close auditor="Ida Tran"
ida   see state=closed closed_on=2026-05-04
