# A system stands in the inventory with somebody who answers for it; two people let it go.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create system "Vessel licensing / Permis des bâtiments" kind=application hosting=own_premises information="Protected B"
sol   see state=planned information_rank=20
sol   ! go_live in_service_on=2026-02-01                      none of your roles allows this
dana  ! go_live in_service_on=2026-03-05                      accountable is empty, in_service_on lies in the future
dana  go_live in_service_on=2026-02-01 accountable="Sol Lindqvist"
dana  see state=in_service restore_due_on=""
sol   change restore_months=6 patch_days=30
sol   see restore_due_on=2026-02-01 patch_log_until=""
sol   ! no_patches no_patches_on=2026-03-03                   no_patches_on lies in the future
sol   no_patches no_patches_on=2026-03-02
sol   see patch_log_on=2026-03-02 patch_log_until=2026-04-01
sol   no_changes no_changes_on=2026-02-20
sol   no_vulnerabilities no_vulnerabilities_on=2026-03-02
sol   see change_log_on=2026-02-20 vulnerability_log_on=2026-03-02
sol   ! sample_logs                                           log_months is empty, log_sampled_on is empty
sol   sample_logs log_months=13 log_sampled_on=2026-03-01
clock 2026-09-02
sol   ! confirm                                               confirmed_on is empty
sol   confirm confirmed_on=2026-09-01
sol   ! propose_retirement                                    is empty, leaves_on is empty
sol   propose_retirement leaves_on=2026-12-31 reason="The new register replaces it."
sol   see state=leaving
dana  keep reason="The new register is late."
dana  see state=in_service
rai   propose_retirement leaves_on=2026-08-31 reason="Switched off."
rai   ! retire                                                whoever wrote this cannot also decide on it
dana  retire
rai   see state=retired
sol   ! change purpose="Archive"                              cannot be changed in its present state
