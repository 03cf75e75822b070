# Freed of what is ours by one, let go by another; its words change no more.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

rai   create forum "Advisory committee" kind=advisory_committee
rai   create document "Inquiry" kind=report only_for="Rai Okafor"
rai   create shared_item "Fake invoices from a known partner" kind=threat origin=DOC-1
dana  see SHR-1 origin=***
rai   ! sanitise                                              content is empty, taken_out is empty, sanitised_by is empty, tlp is empty
rai   sanitise content="Mails with a bill, from a partner's mailbox." taken_out="Names of two clerks" sanitised_by="Rai Okafor" tlp=red
rai   ! share audience="All officers" shared_on=2026-03-02    whoever wrote this cannot also decide on it
sol   ! share audience="All officers" shared_on=2026-03-02    none of your roles allows this
dana  ! share shared_on=2026-03-02                            audience is empty
dana  ! share audience="All officers" shared_on=2026-03-02 forums=FOR-1   forums is told more than TLP:RED allows
rai   redo reason="may go to the committee"
rai   change tlp=amber
rai   sanitise
dana  share audience="All officers" shared_on=2026-03-02 forums=FOR-1
dana  see state=shared tlp=amber
rai   ! change content="More"                                 cannot be changed in its present state
dana  recall reason="the partner asks for it"
dana  see state=recalled
