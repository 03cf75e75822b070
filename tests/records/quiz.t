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
rai   ! revise QUZ-1 asked=3                                  asked cannot be given with this step
kim   ! takes QUZ-1 2                                         has no answer yet
kim   ! takes QUZ-1 27                                        has no answer yet
kim   takes QUZ-1 22
kim   takes QUZ-1 12
kim   takes QUZ-1 22 nth=2
rai   see QUZ-1 takers=2 passed=1 pass_rate=50 tries=3
rai   see QZA-1 percent=100 passed=yes person=
rai   see QZA-2 percent=50 passed=no
rai   ! change QUZ-1 results=named                            results cannot change once somebody has taken it
rai   ! revise                                                somebody has already taken it
clock 2026-04-01
kim   ! takes QUZ-1 22                                        this quiz is not open
rai   close
rai   see state=closed
rai   reopen closes_on=2026-04-30
rai   see state=open

# Named: whoever takes it is kept with the attempt, and sees it; once means once.
rai   create quiz "Induction" results=named asked=1 once_only=yes
rai   create quiz_question "Whom do you tell?" quiz=QUZ-2 answer_1="Nobody" answer_2="The desk" right_answer=second
rai   open QUZ-2 opens_on=2026-04-01
kim   takes QUZ-2 2
rai   see QZA-4 person="Kim Sato" try=1 passed=yes
kim   see QZA-4 percent=100
kim   ! see QZA-1
kim   ! takes QUZ-2 2                                         this quiz is taken once
dana  takes QUZ-2 1
kim   ! see QZA-5
rai   see QUZ-2 takers=2 pass_rate=50
