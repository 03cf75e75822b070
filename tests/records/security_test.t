# Tried by one, approved by another; a restore that worked moves the next one.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create system "Vessel licensing" kind=application accountable="Sol Lindqvist" restore_months=6
sol   create security_test "Acceptance of release 1" system=SYS-1 kind=acceptance
sol   ! record                                                tested_on is empty, results is empty
sol   record tested_on=2026-02-20 results="24 of 24 cases."
sol   ! approve                                               none of your roles allows this, whoever wrote this cannot also decide on it
dana  approve
dana  see state=approved approved_by="Dana Whitford" approved_on=2026-03-02
sol   see SYS-1 accepted_before_on=2026-02-20 tested_before_on=""
sol   create security_test "Attack from outside" system=SYS-1 kind=security
sol   record tested_on=2026-02-24 results="Two findings, fixed."
rai   approve
sol   see SYS-1 tested_before_on=2026-02-24
dana  go_live SYS-1 in_service_on=2026-03-01
sol   create security_test "Restore of the register" system=SYS-1 kind=restore
sol   record tested_on=2026-03-02 results="Tape was empty."
dana  fail reason="Nothing was restored."
sol   see SYS-1 restore_tested_on="" restore_due_on=2026-03-01
sol   create security_test "Restore, second try" system=SYS-1 kind=restore
sol   record tested_on=2026-03-02 results="Register restored in two hours."
dana  approve
sol   see SYS-1 restore_tested_on=2026-03-02 restore_due_on=2026-09-02
sol   create security_test "Doubled" system=SYS-1 kind=restore
sol   call_off reason="Entered twice."
sol   see state=called_off
