# Speaks for a time, received on a day; the two are not the same.
cast  sol "Sol Lindqvist" system-owner
cast  kim "Kim Sato"      staff

sol   create plan "Ferry incident plan" kind=incident_response
sol   ! create evidence "Call-out of February" about=PLN-1    file neither a file nor a note is given
sol   ! create evidence "Call-out" note="seen" effective_from=2026-02-10 effective_to=2026-02-01   effective_to lies before the date on which it starts
sol   ! create evidence "Call-out" note="seen" received_on=2026-04-01   received_on lies in the future
sol   create evidence "Call-out of February" about=PLN-1 file="12 of 14 answered" effective_from=2026-02-10 effective_to=2026-02-10 received_on=2026-03-02
kim   ! see EVD-1
sol   see title="Call-out of February"
