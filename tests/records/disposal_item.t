# What goes to the archives is destroyed when they have it, not before.
cast  rai   "Rai Okafor"     security-officer
cast  vera  "Vera Halloran"  executive

rai   change RET-4 afterwards=archive years=0
rai   create agreement "Harbour radio" kind=mou party="Harbour Authority" we_keep="The duty" ends_on=2026-12-31
vera  sign AGR-1 starts_on=2026-01-01 signatory="Vera Halloran"
clock 2027-01-01
rai   create disposal "Agreements" grounds="Their time is over" records=AGR-1
rai   propose
vera  approve DSP-1 reason="Over"
vera  ! hand_over DSI-1 reference="2027-0012"                this step cannot be taken in the present state
clock 2027-01-02
rai   see DSI-1 state=exported afterwards=archive export=AGR-0001.tar parts=0
rai   see AGR-1 title="Harbour radio"
vera  ! hand_over DSI-1                                       reference is empty

# What was said since is not in the export: it is made anew.
rai   create comment about=AGR-1 text="The old frequency"
vera  ! hand_over DSI-1 reference="2027-0012"                 export was made before the record was changed
clock 2027-01-03
rai   see DSI-1 state=exported parts=1
vera  hand_over DSI-1 reference="2027-0012"
rai   see state=destroyed reference="2027-0012" done_on=2027-01-03 parts=1 export=""
rai   see AGR-1 title=""
rai   see COM-1 text=""
clock 2027-01-04
rai   see DSP-1 state=done

# Held meanwhile it waits; what is erased meanwhile is handed to nobody.
rai   create agreement "Watch desk" kind=service party="Shared Services" we_keep="The duty" ends_on=2026-12-31
vera  sign AGR-2 starts_on=2026-01-01 signatory="Vera Halloran"
rai   create agreement "Tugs" kind=service party="Tug Line" we_keep="The duty" ends_on=2026-12-31
vera  sign AGR-3 starts_on=2026-01-01 signatory="Vera Halloran"
clock 2027-01-05
rai   create disposal "More agreements" grounds="Their time is over" records=AGR-2,AGR-3
rai   propose
vera  approve DSP-2 reason="Over"
vera  create legal_hold "A claim" grounds="A claim was made" starts_on=2027-01-05 records=AGR-2
clock 2027-01-06
rai   see DSI-2 state=pending
rai   see DSI-3 state=exported
rai   erase AGR-3 reason="asked for"
vera  ! hand_over DSI-3 reference="2027-0013"                 export was made before the record was changed
clock 2027-01-07
rai   see DSI-3 state=destroyed export=""
vera  release HLD-1 released_on=2027-01-07 reason="Settled"
clock 2027-01-08
rai   see DSI-2 state=exported

# Stopped: the record stays, and no copy of it.
vera  stop DSP-2 reason="Kept after all"
rai   see DSI-2 state=kept export=""
rai   see AGR-2 title="Watch desk"
