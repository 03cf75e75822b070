# Approved by somebody else than the author; a change afterwards voids the approval.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  kim  "Kim Sato"      staff
cast  lea  "Lea Roy"       security-officer

rai   create document "Incident response plan" kind=plan
rai   create document_version "Plan 1.0" document=DOC-1 version_number=1.0
rai   ! submit                                                file is empty
rai   change file="Call the desk."
rai   ! approve                                               this step cannot be taken in the present state, whoever wrote this cannot also decide on it
rai   submit
rai   ! approve                                               whoever wrote this cannot also decide on it
kim   ! approve                                               none of your roles allows this
dana  ! send_back                                             advice is empty
dana  send_back advice="Name who declares an incident."
rai   change file="Call the desk. The duty officer declares."
rai   submit
dana  approve effective_from=2026-04-01
dana  see state=approved approved_by="Dana Whitford" approved_on=2026-03-02
rai   see DOC-1 current="Plan 1.0"
rai   change DOV-1 changes="typing mistakes"
rai   see state=draft
lea   change DOV-1 changes="typing mistakes, one comma"
rai   submit
rai   ! approve                                               whoever wrote this cannot also decide on it
lea   ! approve                                               whoever wrote this cannot also decide on it
dana  approve
rai   create document_version "Plan 2.0" document=DOC-1 version_number=2.0 file="Call the desk, then the MISO."
rai   submit
dana  approve
rai   see DOV-1 state=superseded
rai   see DOC-1 current="Plan 2.0"
rai   ! change DOV-1 changes="later"                          cannot be changed in its present state
dana  supersede DOV-2
rai   see state=superseded
