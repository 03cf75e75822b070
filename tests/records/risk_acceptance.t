# A statement of acceptable risk: prepared, reviewed, signed, submitted, received.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create system "Vessel licensing" kind=application accountable="Dana Whitford"
sol   create risk_assessment "Licensing" system=SYS-1 occasion=new_system
sol   create risk_acceptance "Licensing, statement / Permis, déclaration" kind=soar system=SYS-1
sol   ! prepare                                               grounds is empty, evaluator is empty, accountable is empty, assessment names no assessment
sol   change SOA-1 assessment=STR-1 form_version="SOAR 2024" evaluator="Rai Okafor" accountable="Dana Whitford" grounds="One high risk, treated by June."
sol   prepare
sol   see state=prepared prepared_on=2026-03-02
sol   ! change SOA-1 grounds="None at all"                    cannot be changed in its present state
sol   ! review                                                none of your roles allows this, whoever wrote this cannot also decide on it
rai   send_back reason="Name the risk."
sol   change SOA-1 grounds="Shared passwords, treated by June."
sol   prepare
rai   review
rai   ! sign                                                  accountable only the accountable person can sign this
dana  sign
dana  see state=signed signed_by="Dana Whitford" signed_on=2026-03-02 reviewed_by="Rai Okafor"
dana  go_live SYS-1 in_service_on=2026-03-02 launch_acceptance=SOA-1
clock 2026-03-09
rai   ! submit SOA-1                                          submitted_on is empty, submitted_to is empty
rai   submit SOA-1 submitted_on=2026-03-05 submitted_to="Central repository"
rai   ! receive received_on=2026-03-04                        receipt is empty, received_on lies before the date on which it starts
rai   receive received_on=2026-03-06 receipt="SOAR-0117"
rai   see state=received
dana  see signed_by="Dana Whitford"

# A newer statement replaces it; a late fix is accepted for a time only.
rai   create risk_acceptance "Licensing, second" kind=soar system=SYS-1 assessment=STR-1 evaluator="Rai Okafor" accountable="Dana Whitford" grounds="Nothing new."
rai   prepare
dana  review
dana  sign
dana  see SOA-1 state=replaced
rai   create risk_acceptance "Old library" kind=late_fix system=SYS-1 evaluator="Rai Okafor" accountable="Dana Whitford" grounds="Behind the gateway."
rai   ! prepare                                               ends_on is empty: a late fix is never accepted for ever
rai   prepare ends_on=2026-04-30
dana  review
dana  sign
dana  see SOA-2 state=signed
rai   ! end SOA-3                                             ends_on its last day is not over
clock 2026-05-01
rai   see SOA-3 state=ended
