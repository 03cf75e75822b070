# The auditor asks, we answer, the auditor accepts or asks again.
cast  ida "Ida Tran"      audit-lead
cast  sol "Sol Lindqvist" system-owner

ida   create audit "Incident readiness" body="Internal Audit" kind=internal
ida   ! create evidence_request "Exercises" audit=AUD-1 asked="Reports of 2025" due_on=2026-03-20 population_size=3 sample_size=4   sample_size is larger than the population
ida   create evidence_request "Exercises" audit=AUD-1 asked="Reports of 2025" due_on=2026-03-20 population_size=3 sample_size=2
sol   ! answer                                                response is empty, responded_on is empty
sol   answer response="One report." responded_on=2026-03-02
sol   ! accept auditor="Ida Tran"                             none of your roles allows this, whoever wrote this cannot also decide on it
ida   ! ask_again                                             reply is empty
ida   ask_again reply="The second one is missing."
sol   answer response="Both reports." responded_on=2026-03-02
ida   accept auditor="Ida Tran"
ida   see state=accepted
