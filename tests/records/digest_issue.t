# A digest comes in each Tuesday; it is passed on, or filed with a reason.
cast  rai "Rai Okafor" security-officer
cast  kim "Kim Sato"   staff

rai   ! create digest_issue "Digest of 24 February" kind=digest issued_on=2026-02-24 received_on=2026-02-23   received_on lies before the date on which it starts
rai   create digest_issue "Digest of 24 February" kind=digest issued_on=2026-02-24 received_on=2026-02-24
rai   ! pass_on passed_on=2026-03-03                          audience is empty, passed_on lies in the future
rai   pass_on passed_on=2026-02-25 audience="All staff" channel=mail
kim   see state=passed_on
rai   create digest_issue "Digest of 17 February" kind=digest issued_on=2026-02-17
rai   ! file_away                                             grounds is empty
rai   file_away grounds="Nothing in it concerns us"
rai   see state=filed
