# A tree of nodes: no node below itself, none closed over active ones.
cast  rai "Rai Okafor" security-officer
cast  kim "Kim Sato"   staff

kim   ! create organisation "Harbour Branch" kind=branch     none of your roles allows this
rai   ! create organisation "Harbour Branch"                  kind is empty
rai   create organisation "Marine Services Branch" kind=branch
rai   create organisation "Vessel Licensing" kind=programme parent="Marine Services Branch"
rai   ! change ORG-2 parent="Vessel Licensing"                parent a node cannot stand below itself
rai   ! close ORG-2 reason="merged"                           nodes below it are still active
rai   ! close ORG-3                                           is empty
rai   close ORG-3 reason="moved to Transport"
rai   see state=closed
rai   ! change abbreviation=VL                                cannot be changed in its present state
rai   close ORG-2 reason="merged"
rai   reopen ORG-2 reason="not merged after all"
rai   see state=active
