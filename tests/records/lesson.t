# Published with an audience, until it is outdated.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner

rai   create lesson "Print the list before the season" kind=failure learned_on=2026-02-20
sol   see LSN-1 state=draft
sol   ! publish                                               none of your roles allows this
rai   ! publish                                               advice is empty, audience is empty, published_on is empty
rai   ! publish advice="Print it." audience="Terminals" published_on=2026-02-01   published_on lies before the date on which it starts
rai   publish advice="Print it. / L'imprimer." audience="Terminals / Gares" published_on=2026-03-01
sol   see LSN-1 state=published audience=Terminals
rai   ! outdate                                               is empty
rai   outdate reason="the list is on the tablets"
rai   see state=outdated
