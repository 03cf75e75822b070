# Staff are told before the day; somebody goes; or it passes.
cast  rai "Rai Okafor" security-officer
cast  kim "Kim Sato"   staff

rai   ! create observance "Security Day, spring" kind=security_day starts_on=2026-05-06 ends_on=2026-05-05   ends_on lies before the date on which it starts
rai   create observance "Security Day, spring" kind=security_day starts_on=2026-05-06
rai   ! announce notice_on=2026-03-03                         audience is empty, notice_on lies in the future
rai   announce notice_on=2026-03-02 audience="All staff"
kim   see state=announced
rai   ! pass                                                  the event is not over yet
clock 2026-05-07
rai   ! attend attended_on=2026-05-07 attended_by="Rai Okafor"   attended_on is none of the days of the event
rai   attend attended_on=2026-05-06 attended_by="Rai Okafor,Kim Sato" attendance=2
rai   see state=attended
rai   create observance "World Password Day" kind=password_day starts_on=2026-05-06
rai   ! announce notice_on=2026-05-07 audience="All staff"    notice_on lies after the event
rai   pass
rai   see state=passed
