# What others said is on record with what became of it.
cast  rai  "Rai Okafor"    security-officer

rai   create document "Access standard" kind=standard
rai   create document "Logging standard" kind=standard
rai   create document_version "Logging standard 0.1" document=DOC-2 version_number=0.1
rai   ! create peer_review "Draft" kind=peer document=DOC-1 reviewed_version=DOV-1 reviewer="Advisory services" asked_on=2026-03-01   reviewed_version is of another document
rai   create peer_review "Draft" kind=peer document=DOC-2 reviewed_version=DOV-1 reviewer="Advisory services" asked_on=2026-03-01
rai   ! receive received_on=2026-02-28 comments="Say how long."    received_on lies before the date on which it starts
rai   receive received_on=2026-03-02 comments="Say how long."
rai   ! settle                                                   disposition is empty
rai   settle disposition="13 months, written in."
rai   see state=settled settled_on=2026-03-02
rai   create peer_review "Help" kind=policy_group document=DOC-1 reviewer="Policy group" asked_on=2026-03-02
rai   cancel reason="no time"
rai   see state=cancelled
