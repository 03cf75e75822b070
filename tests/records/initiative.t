# Looked for finished work, held against the others' plans, told to the peers.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner

rai   create forum "Advisory committee" kind=advisory_committee
rai   create initiative "One sign-in for terminals / Connexion unique aux gares"
rai   ! start                                                 lead is empty, starts_on is empty
rai   ! change reuse=reused                                   searched_on is empty
rai   ! change shared_in=FOR-1                                shared_on is empty
rai   start lead="Sol Lindqvist" starts_on=2026-03-10 searched_on=2026-03-01 searched_where="Library of the committee" reuse=adapted reuse_of="Their pilot"
rai   ! change shared_on=2026-04-01 shared_in=FOR-1           shared_on lies in the future
rai   ! change ends_on=2026-03-09                             ends_on lies before the date on which it starts
clock 2026-04-02
rai   change checked_against="Identity programme of the government" checked_on=2026-03-20 shared_on=2026-04-01 shared_in=FOR-1
sol   see INI-1 state=under_way checked_against="Identity programme of the government" shared_in="Advisory committee"
sol   ! finish ends_on=2026-09-30                             none of your roles allows this
rai   finish ends_on=2026-09-30
rai   see state=finished
rai   create initiative "Badges"
rai   ! drop                                                  is empty
rai   drop reason="no money"
rai   see state=dropped
