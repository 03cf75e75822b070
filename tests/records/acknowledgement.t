# Everybody for themselves, once; on paper only with what was signed.
cast  rai  "Rai Okafor"    security-officer
cast  kim  "Kim Sato"      staff

rai   create instrument "Appropriate use" kind=policy
rai   create edition "Appropriate use 1" instrument=INS-1 effective_from=2026-01-01
rai   publish
rai   create acknowledgement_request "Appropriate use" purpose=appropriate_use wording="I have read it." due_on=2026-03-31 edition=EDN-1
kim   ! create acknowledgement "Appropriate use" request=ACR-1 person="Kim Sato" how=signed_in   request is not open
rai   open ACR-1
kim   ! create acknowledgement "Appropriate use" request=ACR-1 person="Kim Sato" how=code   how is said by the program alone
rai   ! create acknowledgement "Appropriate use" request=ACR-1 person="Kim Sato" how=signed_in   person nobody acknowledges for others
kim   ! create acknowledgement "Appropriate use" request=ACR-1 person="Kim Sato" how=paper proof="Signed."   how is recorded by those who keep the list
kim   create acknowledgement "Appropriate use" request=ACR-1 person="Kim Sato" how=signed_in
kim   see purpose=appropriate_use edition="Appropriate use 1"
kim   ! create acknowledgement "Appropriate use" request=ACR-1 person="Kim Sato" how=signed_in   person has acknowledged this already
rai   ! create acknowledgement "Appropriate use" request=ACR-1 person="Rai Okafor" how=paper   proof is empty
rai   create acknowledgement "Appropriate use" request=ACR-1 person="Rai Okafor" how=paper proof="Signed." signed_on=2026-03-01
rai   ! change title="Something else"                            cannot be changed in its present state
rai   close ACR-1
