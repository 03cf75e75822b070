# Every clause has its line before somebody else confirms; a new version makes it outdated.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive

rai   create instrument "Security standard" kind=standard
rai   create edition "Security standard 2.0" instrument=INS-1 effective_from=2026-01-01
rai   publish
rai   create clause "Grant access" edition=EDN-1 clause_number=1.1
rai   create clause "Remove access" edition=EDN-1 clause_number=1.2
rai   create edition "Security standard 3.0" instrument=INS-1
rai   create clause "Grant access" edition=EDN-2 clause_number=1.1
rai   create document "Access procedure" kind=procedure
rai   create conformity "Access procedure against the standard" document=DOC-1 edition=EDN-1
rai   ! create conformity_clause "By form A" conformity=CNF-1 clause=CLA-3 result=met   clause is of another edition
rai   create conformity_clause "By form A" conformity=CNF-1 clause=CLA-1 result=met place="section 2"
rai   ! create conformity_clause "By form B" conformity=CNF-1 clause=CLA-1 result=met   clause has a line already
dana  ! confirm CNF-1                                            document has no approved version, edition 1 of 2 clauses have a line
rai   create document_version "Access procedure 1" document=DOC-1 version_number=1 file="Form A."
rai   submit
dana  approve
rai   create conformity_clause "Nothing says it" conformity=CNF-1 clause=CLA-2 result=not_met
rai   ! confirm CNF-1                                            whoever wrote this cannot also decide on it
dana  confirm CNF-1
dana  see state=confirmed mapped=2 not_met=1 checked_version="Access procedure 1" checked_on=2026-03-02
rai   ! change CNC-1 place="section 3"                           conformity is confirmed
rai   reopen CNF-1 reason="found the passage"
rai   change CNC-2 result=met place="section 9"
dana  confirm CNF-1
dana  see not_met=0
clock 2026-04-01
rai   create document_version "Access procedure 2" document=DOC-1 version_number=2 file="Form C."
rai   submit
dana  approve
clock 2026-04-02
rai   see CNF-1 state=outdated
