# Asked for by one, granted by another, for a time.
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create system "Vessel licensing" kind=application
sol   create authorization "Licensing, certification" system=SYS-1 kind=certification
sol   ! grant                                                 none of your roles allows this, whoever wrote this cannot also decide on it
dana  ! grant                                                 results is empty
dana  grant results="Tests and scan of February." conditions="Personal accounts by June." ends_on=2026-06-30
dana  see state=granted granted_by="Dana Whitford" granted_on=2026-03-02
dana  ! end                                                   ends_on its last day is not over
clock 2026-07-01
dana  see ATO-1 state=ended
sol   create authorization "Licensing, again" system=SYS-1 kind=operate
dana  refuse reason="Accounts are still shared."
dana  see state=refused
sol   create authorization "Licensing, third" system=SYS-1 kind=operate results="Accounts done."
dana  grant
dana  revoke reason="Breach in August."
dana  see state=revoked
