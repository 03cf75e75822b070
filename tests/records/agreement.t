# Signed by somebody else than who wrote it; ends on its last day by the clock.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive

rai   create agreement "Operations desk" kind=mou party="Shared Services"
rai   ! sign starts_on=2026-01-01 signatory="Dana Whitford"   whoever wrote this cannot also decide on it
dana  ! sign starts_on=2026-01-01 signatory="Dana Whitford"   we_keep is empty
rai   change we_keep="The duty to answer" ends_on=2026-12-31
dana  sign starts_on=2026-01-01 signatory="Dana Whitford"
rai   see state=in_force
clock 2026-12-31
rai   see state=in_force
clock 2027-01-01
rai   see state=ended
rai   create agreement "Watch desk" kind=service party="Shared Services" we_keep="The duty"
dana  sign starts_on=2026-01-01 signatory="Dana Whitford"
dana  ! end                                                   ends_on is empty, is empty
dana  end ends_on=2027-02-01 reason="in house again"
rai   see state=ended
