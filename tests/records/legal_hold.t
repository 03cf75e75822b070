# A hold keeps records, kinds of record, or parts of the organisation, and what hangs on them.
cast  rai   "Rai Okafor"     security-officer
cast  vera  "Vera Halloran"  executive
cast  sol   "Sol Lindqvist"  system-owner

rai   create organisation "Harbour" kind=branch parent=ORG-1
rai   create plan "Ferry plan" kind=incident_response
rai   create comment about=PLN-1 text="Said of the plan"
rai   create document "Handbook" kind=plan

sol   ! create legal_hold "Claim" grounds="A claim" starts_on=2026-03-02 records=PLN-1   none of your roles allows this
vera  create legal_hold "Claim" grounds="A claim" starts_on=2026-03-02 records=PLN-1
rai   ! erase PLN-1 reason="asked for"                        is under the legal hold HLD-0001
rai   ! erase COM-1 reason="asked for"                        is under the legal hold HLD-0001
rai   change PLN-1 scope="All ferries"

# Of that kind in that part of the organisation only.
vera  create legal_hold "Harbour" grounds="A claim" starts_on=2026-03-02 kinds="document" units="Harbour"
rai   change DOC-1 unit="Harbour"
rai   ! erase DOC-1 reason="asked for"                        is under the legal hold HLD-0002
rai   change DOC-1 unit=ORG-1
vera  ! release HLD-2 released_on=2026-03-01 reason="settled" released_on lies before the date on which it starts
vera  release HLD-1 released_on=2026-03-02 reason="settled"
rai   erase COM-1 reason="asked for"
rai   see COM-1 text=""
rai   erase DOC-1 reason="asked for"
