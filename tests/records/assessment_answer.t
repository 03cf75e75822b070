# An answer shows something; a gap has an owner and a day, or neither yet.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner
cast  dana "Dana Whitford" executive

rai   create assessment_campaign "Defensible Security 2026" framework=defensible_security areas=25
sol   create assessment_answer "Backup and retention" campaign=ASC-1
sol   ! is_met level=hygiene                                        answered_on is empty, evidence shows nothing
sol   ! is_met level=hygiene answered_on=2026-03-03 note="Schedule."   answered_on lies in the future
sol   is_met level=hygiene answered_on=2026-03-02 note="Schedule."
sol   reopen
sol   ! is_not_met level=planned answered_on=2026-03-02 gap="No schedule." gap_owner="Sol Lindqvist"   gap_due_on an owner needs a day and a day an owner
sol   is_not_met level=planned answered_on=2026-03-02 gap="No schedule."
sol   see state=not_met
sol   reopen
sol   is_partly_met level=partial answered_on=2026-03-02 gap="No schedule." gap_owner="Sol Lindqvist" gap_due_on=2026-06-30
sol   create treatment "Write the schedule" gap=ASA-1 owner="Sol Lindqvist"
sol   ! create treatment "Write it again"                     risk names neither a risk nor a gap
dana  agree TRT-1 due_on=2026-06-30
sol   create assessment_answer "Criminal record checks" campaign=ASC-1
sol   ! does_not_apply answered_on=2026-03-02                 is empty
sol   does_not_apply answered_on=2026-03-02 reason="Done centrally."
sol   see state=not_applicable
