# In force only with an approved version; a review counts even when nothing changes.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive

rai   create document "Incident procedures" kind=procedure review_months=12
rai   ! issue                                                 current no version has been approved yet
rai   create document_version "Incident procedures 1.0" document=DOC-1 version_number=1.0 file="Find the cause."
rai   submit
dana  approve
rai   issue DOC-1
rai   see state=in_force current="Incident procedures 1.0" review_due_on=2027-03-02
rai   ! review                                                reviewed_on is empty, review_result is empty
rai   ! review reviewed_on=2026-03-03 review_result=fits      reviewed_on lies in the future
clock 2026-06-01
rai   review reviewed_on=2026-05-29 review_result=fits
rai   see review_due_on=2027-05-29
rai   ! retire                                                is empty
rai   retire reason="merged into the plan"
rai   see state=retired
