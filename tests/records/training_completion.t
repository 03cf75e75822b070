# A completed course, once for each person, course and day; people see their own.
cast  rai "Rai Okafor" security-officer
cast  kim "Kim Sato"   staff

rai   ! create training_completion "Information security 101" person="Kim Sato" kind=security completed_on=2026-03-03   completed_on lies in the future
rai   ! create training_completion "Information security 101" person="Kim Sato" kind=security completed_on=2026-03-01 expires_on=2026-02-01   expires_on lies before the date on which it starts
rai   create training_completion "Information security 101" person="Kim Sato" kind=security completed_on=2026-03-01 owner="Kim Sato"
rai   ! create training_completion "Information security 101" person="Kim Sato" kind=security completed_on=2026-03-01   completed_on is already recorded for this person and course
rai   create training_completion "Information security 101" person="Rai Okafor" kind=security completed_on=2026-03-01
kim   see TRN-1 completed_on=2026-03-01
kim   ! see TRN-2
