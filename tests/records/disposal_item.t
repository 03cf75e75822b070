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
clock 2027-01-02
rai   see DSI-1 state=pending afterwards=archive
rai   see AGR-1 title="Harbour radio"
vera  ! hand_over DSI-1                                       reference is empty
vera  hand_over DSI-1 reference="2027-0012"
rai   see state=destroyed reference="2027-0012" done_on=2027-01-02
rai   see AGR-1 title=""
clock 2027-01-03
rai   see DSP-1 state=done
