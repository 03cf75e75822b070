# Entering a stage opens its gate; a project ends when all gates are behind it.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

sol   create project "New licensing / Nouveau système de permis" stage=initiation
sol   see GAT-1 state=open stage=initiation project="New licensing"
sol   ! advance PRJ-1 stage=initiation                        stage was entered before
sol   advance PRJ-1 stage=requirements
sol   see GAT-2 stage=requirements
sol   ! end PRJ-1 ended_on=2026-03-02                         a gate is still open
sol   change GAT-1 checklist="1 yes, 2 yes" security_considered="Risks named." privacy_considered="PIA begun."
dana  pass
dana  waive GAT-2 reason="Bought off the shelf."
sol   ! end PRJ-1 ended_on=2026-03-03                         ended_on lies in the future
sol   end PRJ-1 ended_on=2026-03-02
sol   see state=ended
sol   create project "Buoy positions" stage=design
sol   give_up reason="No money."
sol   see state=given_up
