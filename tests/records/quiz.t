# A quiz opens with its questions and keeps them; attempts are made by taking it.
cast  rai  "Rai Okafor"    security-officer
cast  dana "Dana Whitford" executive
cast  kim  "Kim Sato"      staff

rai   ! create quiz "Phishing"                                results is empty
rai   create quiz "Phishing / Hameçonnage" results=anonymous asked=2
rai   ! create quiz_question "What is phishing?" quiz=QUZ-1 answer_1="A sport" right_answer=second   answer_2 is empty, right_answer points to an answer that is empty
rai   ! create quiz_question "What is phishing?" quiz=QUZ-1 answer_1="A sport" answer_2="A trick" right_answer=fourth   right_answer points to an answer that is empty
rai   create quiz_question "What is phishing?" quiz=QUZ-1 answer_1="A sport" answer_2="A trick" right_answer=second
rai   ! open QUZ-1 opens_on=2026-03-01                        asked asks for 2 questions but there are only 1
rai   create quiz_question "Whom do you tell?" quiz=QUZ-1 answer_1="Nobody" answer_2="The desk" answer_3="A friend" right_answer=second
rai   ! open QUZ-1 opens_on=2026-03-01 closes_on=2026-02-01   closes_on lies before the date on which it starts
rai   open opens_on=2026-03-01 closes_on=2026-03-31
rai   see state=open
rai   ! change QZQ-1 answer_1="A game"                        quiz is open or closed: its questions stay
kim   ! see QZQ-1
rai   ! create quiz_attempt "By hand" quiz=QUZ-1 percent=100 passed=yes   answers come from taking the quiz and are not typed
dana  ! withdraw_link QUZ-1 reason="sent to the wrong list"   none of your roles allows this
rai   withdraw_link reason="sent to the wrong list"
rai   revise
rai   see state=draft
rai   open
rai   close
rai   see state=closed
rai   reopen closes_on=2026-04-30
rai   see state=open
