# The program proposes, a person confirms; leaving out needs a reason and an approver.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  kim  "Kim Sato"      staff

rai   create plan "Ferry incident plan" kind=incident_response
rai   create plan_element "Cause of the incident" plan=PLN-1 element=6.5.1.1
rai   ! accept                                                passage is empty, version_hash is empty
kim   ! reject
rai   change passage="The analyst finds the cause." version_hash=00ff
rai   accept
rai   see state=accepted confirmed_by="Rai Okafor"
rai   reopen
rai   point passage="The duty officer finds the cause." version_hash=00ff heading="Procedures"
rai   see state=pointed
rai   create plan_element "Data backup" plan=PLN-1 element=6.5.2.5
rai   reject grounds="only a heading"
rai   see state=rejected
rai   create plan_element "External parties" plan=PLN-1 element=6.5.2.7
dana  ! excuse                                                grounds is empty, approver is empty
dana  excuse grounds="no outside party is involved" approver="Dana Whitford"
rai   see state=not_applicable
rai   create agreement "Operations desk" kind=mou party="Shared Services"
rai   create plan_element "Recovery" plan=PLN-1 element=6.5.2.4
dana  ! inherit grounds="Shared Services recovers" agreement=AGR-1   agreement is not in force
rai   change AGR-1 we_keep="The duty"
dana  sign starts_on=2026-01-01 signatory="Dana Whitford"
dana  inherit PLE-4 grounds="Shared Services recovers" agreement=AGR-1
rai   see state=inherited
