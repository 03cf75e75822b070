# A change of the schedule: reviewed by the officer, decided by another, with grounds.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create contract "Licensing software" supplier="Northern Cloud" kind=cloud
sol   create contract_deviation "Logs kept six months" contract=CTR-1 section=4.2 alters_security=yes shared_service=yes wording="Six months."
sol   ! review advice="Too short."                            none of your roles allows this, whoever wrote this cannot also decide on it
rai   review advice="Acceptable with a copy in our own archive."
rai   see state=reviewed reviewed_by="Rai Okafor"
dana  ! approve                                               grounds is empty, approving_office is empty: a shared service is not ours to decide on
dana  approve grounds="The copy is kept." approving_office="Information Security Branch"
dana  see state=approved decided_by="Dana Whitford" decided_on=2026-03-02
sol   create contract_deviation "No penetration tests" contract=CTR-1 alters_security=yes
dana  ! refuse                                                grounds is empty
dana  refuse grounds="Tests are needed."
dana  see state=refused
