# Written by the business area, completed by the privacy office; the next one replaces it.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create system "Vessel licensing" kind=application
sol   create privacy_assessment "Licensing / Permis" system=SYS-1 started_on=2026-02-02
sol   ! submit                                                personal_information is empty, submitted_on is empty
sol   submit submitted_on=2026-02-20 personal_information="Names and addresses of owners."
sol   ! complete completed_on=2026-03-02 privacy_officer="Rai Okafor"   none of your roles allows this, whoever wrote this cannot also decide on it
rai   send_back reason="Who receives it?"
sol   change PIA-1 measures="Nobody outside the programme."
sol   submit
rai   ! complete                                              completed_on is empty, privacy_officer is empty
rai   complete completed_on=2026-03-02 privacy_officer="Rai Okafor" reference=PIA-26-014
rai   see state=complete
sol   create privacy_assessment "Licensing, port data" system=SYS-1
sol   submit submitted_on=2026-03-02 personal_information="As before."
rai   complete completed_on=2026-03-02 privacy_officer="Rai Okafor"
rai   see PIA-1 state=replaced
sol   create privacy_assessment "Buoy positions" initiative="Open data of buoys"
rai   ! not_required completed_on=2026-03-02 privacy_officer="Rai Okafor"   is empty
rai   not_required completed_on=2026-03-02 privacy_officer="Rai Okafor" reason="No person is in it."
rai   see state=not_required
