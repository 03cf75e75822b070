# The register is reviewed when each of its risks was.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive

rai   create risk "Clerks share a password"
rai   assess likelihood=3 impact=4 rating=medium answer=accept treatment_plan="Small office."
rai   register
rai   create risk "Only known, not tracked"
rai   create risk_register_review "First quarter" reviewed_from=2026-03-01
rai   ! hold held_on=2026-03-03 participants="Rai Okafor" outcome="One risk."   held_on lies in the future, a risk of the register was not reviewed since then
rai   review RSK-1 reviewed_on=2026-02-27 rating=medium trend=steady controls_suffice=yes
rai   ! hold RRV-1 held_on=2026-03-02 participants="Rai Okafor" outcome="One risk."   a risk of the register was not reviewed since then
rai   review RSK-1 reviewed_on=2026-03-01 rating=medium trend=steady controls_suffice=yes
rai   hold RRV-1 held_on=2026-03-02 participants="Rai Okafor,Dana Whitford" outcome="One risk, steady."
rai   see state=held risks_in_register=1
