# A field of the organisation: added, used, retired; what was written stays.
cast  rai  "Rai Okafor"    security-officer
cast  sam  "Sam Staff"     staff

rai   ! create local_field "Cost centre" record_type=agreement key="Cost Centre" kind=line   key is not lower-case letters and digits joined by _
rai   ! create local_field "Cost centre" record_type=agreement key=cost kind=choice          options is empty
rai   ! create local_field "Cost centre" record_type=agreement key=cost kind=choice options="low"   options "low" is no choice
rai   ! create local_field "Cost centre" record_type=agreement key=cost kind=line target=plan       target is only for links
sam   ! create local_field "Cost centre" record_type=agreement key=cost kind=line   none of your roles allows this
rai   create local_field "Cost centre / Centre de coûts" record_type=agreement key=cost kind=line required=yes
rai   ! create local_field "Cost again" record_type=agreement key=cost kind=number   key is already taken by another field
rai   create local_field "Tier" record_type=agreement key=tier kind=choice options="low: Low | Faible"
rai   create local_field "Seats" record_type=agreement key=seats kind=number
rai   create local_field "Renewed on" record_type=agreement key=renewed kind=date
rai   create local_field "Shared" record_type=agreement key=shared kind=flag
rai   create local_field "Notes" record_type=agreement key=notes kind=text
rai   create local_field "Contact" record_type=agreement key=contact kind=link target=person

# One of theirs is asked for like one of ours, with all the others.
rai   ! create agreement "Hosting" kind=mou   local_cost is empty, party is empty
rai   ! create agreement "Hosting" kind=mou party="Shared" local_cost=A1 local_tier=high   local_tier “high” is not one of the choices
rai   create agreement "Hosting" kind=mou party="Shared" local_cost=A1 local_tier=low local_seats=12 local_renewed=2026-03-01 local_shared=yes local_notes="as agreed" local_contact="Sam Staff"
rai   see local_cost=A1 local_tier=low local_seats=12 local_renewed=2026-03-01 local_shared=yes local_notes="as agreed" local_contact="Sam Staff"
rai   change local_seats=14 local_contact=""
rai   see local_seats=14 local_contact=""
rai   ! change local_cost=""   local_cost is empty

# What a definition is may change; what stands on it may not.
rai   ! change LOF-1 key=other   key cannot be changed any more
rai   change LOF-1 title="Cost object"
rai   ! withdraw LOF-1   is never taken away: other records stand on it

# Retired: nothing new is taken, nothing is asked for, what was written is still there.
rai   ! retire LOF-1   is empty
rai   retire LOF-1 reason="one ledger for all now"
rai   ! change AGR-1 local_cost=B2   local_cost is retired and takes no new values
rai   change AGR-1 local_seats=15
rai   see AGR-1 local_cost=A1 local_seats=15
rai   create agreement "Watching" kind=mou party="Shared"
rai   bring_back LOF-1
rai   ! change AGR-2 title="Watching the network"   local_cost is empty
rai   change AGR-1 local_cost=B2
rai   see AGR-1 local_cost=B2
