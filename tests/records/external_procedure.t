# Asked for, held, outdated.
cast  sol "Sol Lindqvist" system-owner

sol   create external_procedure "Hosting provider" party="Cloud host"
sol   ! receive                                               reviewed_on is empty, reference neither a reference nor a copy is given
sol   receive reviewed_on=2026-03-01 reference="Incident guide" their_version=4
sol   see state=held
sol   ! review reviewed_on=2026-03-05 review_due_on=2027-03-01   reviewed_on lies in the future
sol   review reviewed_on=2026-03-02 review_due_on=2027-03-01
sol   outdate reason="they published version 5"
sol   see state=outdated
sol   receive reviewed_on=2026-03-02 file="Version 5" their_version=5
sol   see state=held
