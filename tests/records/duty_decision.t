# What sets a duty aside needs a second person and an end; a statement is somebody's word.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

rai   ! create duty_decision "No radio" kind=not_applicable grounds="We run none."     duty is empty
rai   create duty_decision "No radio" kind=not_applicable duty=MISO-077 grounds="We run none."
rai   ! declare                       kind sets the duty aside: that needs a second person
rai   ! approve                       whoever wrote this cannot also decide on it
dana  approve
dana  see state=in_force from_on=2026-03-02 until_on=2027-03-02
rai   ! end                           is empty
rai   end reason="one was bought"
rai   see state=ended

rai   ! create duty_decision "The agency does it" kind=inherited duty=MISO-077 grounds="Shared."      agreement is empty
rai   ! create duty_decision "All there" kind=inventory_complete inventory=boat grounds="Counted."    inventory is no kind of record
rai   create duty_decision "All there" kind=inventory_complete inventory=system grounds="Counted."
dana  ! approve                       kind is a statement: nobody approves it
rai   declare from_on=2026-02-01
