# Anybody asks; the officer answers, citing what it rests on; the asker closes.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner
cast  sam  "Sam Staff"     staff

rai   create instrument "Information Security Standard" kind=standard
rai   create edition "ISS 2.0" instrument=INS-1 edition_number=2.0
rai   create clause "Access is reviewed" edition=EDN-1 clause_number=5.3
sam   create advice_request "May crews share a tablet?" kind=policy question="One tablet a vessel."
sam   see ADQ-1 asked_by="Sam Staff" state=asked
sol   create advice_request "Booking in the cloud" kind=development asked_at=2026-03-01T09:00:00Z
sam   ! see ADQ-2
sam   ! answer ADQ-1 answer="Yes"                             none of your roles allows this
rai   ! answer ADQ-1                                          answer is empty
rai   ! answer ADQ-1 answer="Yes" answered_at=2026-03-01T09:00:00Z   answered_at lies before the moment at which it starts
rai   answer ADQ-1 answer="Yes, each with their own sign-in." clauses=CLA-1 link_sent="https://example.org/faq"
rai   see ADQ-1 state=answered clauses="Access is reviewed" answered_by="Rai Okafor"
sam   close ADQ-1
sam   see state=closed
sam   ask_again ADQ-1 reason="and the engine room?"
rai   see state=asked
rai   answer answer="The same."
sol   drop ADQ-2 reason="project stopped"
sol   see state=withdrawn
