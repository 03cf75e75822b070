# Sent and answered with their moments; no answer is written down as well.
cast  rai  "Rai Okafor"    security-officer
cast  sol  "Sol Lindqvist" system-owner

rai   create query "Who tells the persons concerned?" recipient=privacy_helpline topic=incident_roles
sol   ! create query "Mine" recipient=other topic=other       none of your roles allows this
rai   ! send QRY-1                                                question is empty
rai   send QRY-1 question="A provider lost a laptop." reference=PH-12
rai   see state=sent sent_by="Rai Okafor"
rai   ! answer                                                answer is empty
rai   ! answer answer="You do." answered_at=2026-03-01T08:00:00Z   answered_at lies before the moment at which it starts
clock 2026-03-05
rai   answer answer="You do." answered_at=2026-03-04T08:00:00Z
rai   see state=answered reference=PH-12
rai   create query "A dead link in the handbook" recipient=advisory_services topic=handbook question="Page 12"
rai   send
rai   ! give_up                                               is empty
rai   give_up reason="asked twice"
rai   see state=unanswered
