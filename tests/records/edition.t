# The next edition in force supersedes the one before, in the same act.
cast  rai "Rai Okafor" security-officer

rai   create instrument "Information Security Standard" kind=standard
rai   create edition "2018 edition" instrument=INS-1
rai   ! publish                                               effective_from is empty
rai   publish effective_from=2018-10-15
rai   create edition "2022 edition" instrument=INS-1 effective_from=2022-01-01
rai   publish
rai   see EDN-1 state=superseded
rai   see EDN-2 state=in_force
rai   ! change effective_to=2021-01-01                        effective_to lies before the date on which it starts
rai   supersede EDN-2 effective_to=2026-01-01
rai   see state=superseded
