# Kept as long as the rule says, proposed by one, approved by another, and then destroyed.
cast  rai   "Rai Okafor"     security-officer
cast  vera  "Vera Halloran"  executive
cast  sol   "Sol Lindqvist"  system-owner
cast  lee   "Lee Wu"         security-officer

# A rule says where its years come from.
rai   change RET-4 years=2
rai   ! change RET-4 own_target=no                          source nothing says where the years come from
rai   change RET-4 own_target=no source="Schedule 100, item 7"
sol   ! change RET-4 years=1                                  none of your roles allows this

rai   create agreement "Harbour radio" kind=mou party="Harbour Authority" we_keep="The duty" ends_on=2026-12-31
rai   create comment about=AGR-1 text="The old frequency"
rai   create evidence "Signed copy" about=AGR-1 note="Seen on paper"
vera  sign AGR-1 starts_on=2026-01-01 signatory="Vera Halloran"
rai   create agreement "Watch desk" kind=service party="Shared Services" we_keep="The duty" ends_on=2026-12-31
vera  sign starts_on=2026-01-01 signatory="Vera Halloran"
clock 2027-01-01
rai   see AGR-1 state=ended

# Two years after its last day, not a day earlier.
clock 2028-12-30
rai   create disposal "Agreements of 2026" grounds="Their time is over" records=AGR-1
rai   ! propose                                               records AGR-0001 is not due for disposal
clock 2028-12-31
sol   ! propose DSP-1                                         none of your roles allows this
lee   propose DSP-1
rai   see state=proposed proposed_by="Lee Wu"
rai   ! change title="Other agreements"                       cannot be changed in its present state

# A hold keeps what it names, whatever was proposed, and keeps it from being erased.
vera  ! create legal_hold "Collision at the narrows" grounds="A claim was made" starts_on=2028-12-31   records the hold keeps nothing
vera  ! create legal_hold "Collision" grounds="A claim" starts_on=2028-12-31 kinds="treaty"   kinds "treaty" is no kind of record
vera  create legal_hold "Collision at the narrows" grounds="A claim was made" starts_on=2028-12-31 kinds="agreement" units=ORG-1 ordered_by="Vera Halloran"
vera  ! approve DSP-1 reason="Over"                           records AGR-0001 is under the legal hold HLD-0001
rai   ! erase AGR-1 reason="asked for"                        is under the legal hold HLD-0001
rai   ! erase COM-1 reason="asked for"                        is under the legal hold HLD-0001
rai   withdraw AGR-2 reason="twice"
clock 2029-03-01
rai   see AGR-2 state=ended
vera  ! release HLD-1 released_on=2029-03-01                  is empty
vera  release HLD-1 released_on=2029-03-01 reason="The claim was settled"

# Approved by somebody else; the clock destroys it with what is kept no longer than it.
rai   ! approve DSP-1 reason="Over"                           whoever wrote this cannot also decide on it
lee   ! approve DSP-1 reason="Over"                           whoever proposed this cannot also approve it
vera  approve DSP-1 reason="Their time is over"
vera  see state=approved approved_by="Vera Halloran"
vera  see DSI-1 state=pending code_of_record=AGR-0001 kind=agreement ended_on=2026-12-31 due_since=2028-12-31
rai   ! create disposal_item code_of_record=AGR-0009 disposal=DSP-1 kind=agreement afterwards=destroy   is written by the program alone
rai   ! destroy DSI-1                                         is done by the program alone
clock 2029-03-02
rai   see DSI-1 state=destroyed done_on=2029-03-02 parts=1
rai   see DSP-1 state=done done_on=2029-03-02
rai   see AGR-1 title="" party=""
rai   see COM-1 text=""
rai   see EVD-1 title="Signed copy"
rai   ! restore AGR-1                                         what the record said was destroyed

# Evidence counts from the disposal of what it is about.
clock 2030-03-01
rai   create disposal "Evidence" grounds="Over" records=EVD-1
rai   ! propose                                               records EVD-0001 is not due for disposal
clock 2030-03-02
rai   propose DSP-2

# What was approved and is held afterwards waits; it may be stopped.
vera  approve DSP-2 reason="Over"
vera  create legal_hold "A late claim" grounds="A claim was made" starts_on=2030-03-02 records=EVD-1
clock 2030-03-03
rai   see DSI-2 state=pending
vera  stop DSP-2 reason="There is a claim"
rai   see DSI-2 state=kept
rai   see EVD-1 title="Signed copy"

