# Three times are kept apart; submitted once circumstances and illegality are said.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner
cast  kim  "Kim Sato"      staff

sol   ! create loss_report "Tablet 4471" kind=device          known_at is empty
sol   create loss_report "Tablet 4471" kind=device lost_at=2026-02-28T18:00:00Z discovered_at=2026-03-01T07:00:00Z known_at=2026-03-01T09:00:00Z asset_tag=4471
kim   ! see LOS-1
sol   ! submit LOS-1                                          circumstances is empty, illegal_activity is empty
sol   ! submit LOS-1 circumstances="Gone from a locker" illegal_activity=suspected submitted_at=2026-03-01T08:00:00Z   submitted_at lies before the moment at which it starts
sol   submit LOS-1 circumstances="Gone from a locker" illegal_activity=suspected submitted_at=2026-03-01T15:00:00Z to_risk_management=yes
rai   see LOS-1 state=submitted submitted_by="Sol Lindqvist"
rai   ! settle                                                report_number is empty, outcome is empty
rai   settle report_number=G-118 outcome="Written off."
rai   see state=settled
