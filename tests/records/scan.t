# A scan before a system goes live and one after it are kept on the system.
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create system "Vessel licensing" kind=application accountable="Sol Lindqvist"
sol   create scan "Before launch / Avant la mise en service" systems=SYS-1 kind=vulnerability done_by=central_office
sol   ! record                                                scanned_on is empty
sol   ! record scanned_on=2026-03-03                          scanned_on lies in the future
sol   record scanned_on=2026-03-02 high=1 report="One high finding."
sol   see SYS-1 scanned_before_on=2026-03-02 scanned_after_on=""
clock 2026-03-20
dana  go_live SYS-1 in_service_on=2026-03-10
sol   create scan "After launch" systems=SYS-1 kind=vulnerability
sol   record scanned_on=2026-03-20
sol   see SYS-1 scanned_before_on=2026-03-02 scanned_after_on=2026-03-20
sol   create scan "Doubled" systems=SYS-1 kind=ports
sol   ! call_off                                              is empty
sol   call_off reason="The desk scans these."
sol   see state=called_off
