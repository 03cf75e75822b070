# Somebody went, or nobody did and it says why; nothing to tell is said, not left empty.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner

rai   create forum "Advisory committee" kind=advisory_committee rhythm=monthly
rai   create forum "Sharing call" kind=sharing_call
rai   ! create meeting "March meeting"                        forum is empty
rai   create meeting "March meeting" forum=FOR-1 planned_for=2026-03-05
rai   see MTG-1 kind=advisory_committee state=planned
rai   ! change MTG-1 kind=other                               kind is set by the program and cannot be typed
rai   ! attend                                                held_on is empty, attended_by names nobody
rai   ! attend held_on=2026-03-05 attended_by="Rai Okafor"    held_on lies in the future
clock 2026-03-06
rai   ! attend held_on=2026-03-05                             attended_by names nobody
rai   ! attend held_on=2026-03-05 delegate="Sol Lindqvist" telling=nil_return items_raised="Phishing of crews"   telling although something was told
sol   ! attend held_on=2026-03-05 delegate="Sol Lindqvist"    none of your roles allows this
rai   attend held_on=2026-03-05 delegate="Sol Lindqvist" telling=nil_return
sol   see MTG-1 state=attended delegate="Sol Lindqvist" telling=nil_return
rai   create meeting "April call" forum=FOR-2 planned_for=2026-04-02
rai   see MTG-2 kind=sharing_call
rai   change MTG-2 forum=FOR-1
rai   see MTG-2 kind=advisory_committee
clock 2026-04-03
rai   ! miss MTG-2 held_on=2026-04-02                         is empty
rai   miss MTG-2 held_on=2026-04-02 reason="ill"
rai   see state=missed
rai   attend MTG-2 held_on=2026-04-02 attended_by="Rai Okafor" items_raised="The outage of March"
rai   see state=attended telling=told
rai   create meeting "May meeting" forum=FOR-1
rai   cancel reason="no quorum"
rai   see state=cancelled
