# A law comes, is repealed, and comes back.
cast  rai "Rai Okafor" security-officer
cast  kim "Kim Sato"   staff

rai   create instrument "Core Policy" kind=policy abbreviation=CPPM
kim   ! repeal INS-1 reason="no idea"                         none of your roles allows this
rai   ! repeal                                                is empty
rai   repeal reason="replaced by the 2027 manual"
kim   see INS-1 state=repealed
rai   reinstate INS-1 reason="the new manual was put off"
rai   see state=in_force
