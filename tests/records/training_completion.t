# A completed course, once for each person, course and day; people see their own.
cast  rai "Rai Okafor" security-officer
cast  kim "Kim Sato"   staff

rai   ! create training_completion "Information security 101" person="Kim Sato" kind=security completed_on=2026-03-03   completed_on lies in the future
rai   ! create training_completion "Information security 101" person="Kim Sato" kind=security completed_on=2026-03-01 expires_on=2026-02-01   expires_on lies before the date on which it starts
rai   create training_completion "Information security 101" person="Kim Sato" kind=security completed_on=2026-03-01 owner="Kim Sato"
rai   ! create training_completion "Information security 101" person="Kim Sato" kind=security completed_on=2026-03-01   completed_on is already recorded for this person and course
rai   create training_completion "Information security 101" person="Rai Okafor" kind=security completed_on=2026-03-01
kim   see TRN-1 state=counts counts_until=2027-03-01 completed_on=2026-03-01
kim   ! see TRN-2
rai   create training_completion "First aid for data" person="Kim Sato" kind=other completed_on=2026-03-01 expires_on=2026-06-30
rai   see counts_until=2026-06-30
clock 2026-06-30
rai   see TRN-3 state=counts
clock 2026-07-01
rai   see TRN-3 state=lapsed
clock 2027-03-02
rai   see TRN-2 state=lapsed
