# Counsel confirms; a change asks counsel again.
cast  rai "Rai Okafor"  security-officer
cast  cam "Cam Duval"   executive

rai   ! create legal_requirement "Tell the commissioner" law="Privacy Act"   trigger is empty, recipient is empty
rai   create legal_requirement "Tell the commissioner" law="Privacy Act" trigger="A privacy breach with a real risk of harm" recipient="Privacy commissioner"
rai   ! confirm counsel="Cam Duval" reviewed_on=2026-03-01    whoever wrote this cannot also decide on it
cam   ! confirm                                               counsel is empty, reviewed_on is empty
cam   ! confirm counsel="Cam Duval" reviewed_on=2026-04-01    reviewed_on lies in the future
cam   confirm counsel="Cam Duval" reviewed_on=2026-03-01
rai   see state=confirmed
rai   change deadline="without unreasonable delay"
rai   see state=draft
rai   repeal reason="the section is repealed"
rai   see state=repealed
