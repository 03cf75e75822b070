# Proposed by one, approved by another; what does not apply is asked again within a year.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive

rai   create instrument "Security standard" kind=standard
rai   create edition "Security standard 2.0" instrument=INS-1
rai   create edition "Security standard 3.0" instrument=INS-1
rai   create clause "Grant access" edition=EDN-2 clause_number=1.1
rai   ! create applicability_decision "Whole standard" edition=EDN-1 clauses=CLA-1   clauses a clause is of another edition
rai   create applicability_decision "Whole standard" edition=EDN-1
rai   ! propose                                                  decision is empty
rai   change decision=applies statement="By our procedures." compliance=partly
rai   propose
rai   ! approve                                                  whoever wrote this cannot also decide on it
dana  approve
dana  see state=approved decided_on=2026-03-02
rai   create applicability_decision "Payment cards" edition=EDN-2 clauses=CLA-1 decision=not_applicable
rai   ! propose                                                  grounds is empty, until is empty
rai   change grounds="We take no cards." until=2027-03-03
rai   ! propose                                                  until is more than a year away
rai   change until=2027-03-01
rai   propose
dana  send_back reason="Say since when."
rai   change grounds="We have taken no cards since 2020."
rai   propose
dana  approve
clock 2027-03-01
rai   see state=approved
clock 2027-03-02
rai   see state=lapsed
rai   create applicability_decision "Longer passwords" edition=EDN-2 decision=exempt grounds="Old machines."
rai   ! propose                                                  exemption is empty
rai   replace APD-1 reason="new edition"
rai   see state=replaced
