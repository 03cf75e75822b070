# The organisation assesses itself; it is complete when each area has an answer.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

rai   create assessment_campaign "Defensible Security 2026" framework=defensible_security areas=3 started_on=2026-02-02
rai   create assessment_answer "Executive support" campaign=ASC-1 area_number=1
rai   is_met level=hygiene answered_on=2026-02-20 note="Presentation of January."
rai   create assessment_answer "Backup and retention" campaign=ASC-1 area_number=2
rai   is_partly_met level=partial answered_on=2026-02-20 gap="Restores are not tested." gap_owner="Sol Lindqvist" gap_due_on=2026-06-30
rai   ! complete ASC-1 completed_on=2026-03-01 summary="One gap."   areas are not all answered
rai   create assessment_answer "Criminal record checks" campaign=ASC-1 area_number=3
rai   does_not_apply answered_on=2026-02-20 reason="Done by the central agency."
rai   ! complete ASC-1                                        completed_on is empty, summary is empty
rai   complete ASC-1 completed_on=2026-03-01 summary="One gap."
rai   see state=complete answered=3 gaps_found=1 posture=50
rai   ! validate                                              whoever wrote this cannot also decide on it
rai   reopen reason="Check backup again."
rai   complete completed_on=2026-03-02
dana  validate
dana  see state=validated validated_by="Dana Whitford"
