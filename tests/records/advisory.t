# Fetching is not reading: an advisory is decided on, then others are told.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner

rai   create system "Vessel licensing" kind=application
rai   create advisory "Flaw in a library of forms" source=cccs reference=AV26-101 published_on=2026-02-27 score=98
sol   ! is_relevant grounds="We use it."                      none of your roles allows this
rai   ! is_relevant                                           grounds is empty
rai   is_relevant grounds="Licensing uses the library." systems=SYS-1
rai   see state=relevant decided_by="Rai Okafor" decided_on=2026-03-02
rai   ! tell told_on=2026-03-02                               told names nobody who was told
rai   ! tell told_on=2026-03-03 told="Sol Lindqvist"          told_on lies in the future
rai   tell told_on=2026-03-02 told="Sol Lindqvist"
rai   see state=settled settled_on=2026-03-02
rai   reopen reason="A second system uses it."
rai   is_relevant grounds="Licensing and permits."
rai   tell_nobody reason="Both owners know."
rai   create advisory "Flaw in a mail server" source=nvd
rai   is_not_relevant grounds="We have no such server."
rai   see state=not_relevant
