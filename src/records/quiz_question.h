/* quiz_question.h -- names of the fields of a question of a quiz. */
#ifndef RECORDS_QUIZ_QUESTION_H
#define RECORDS_QUIZ_QUESTION_H

#include "model/record.h"

enum quiz_question_field {
	QZQ_TITLE, QZQ_QUIZ, QZQ_PLACE, QZQ_ANSWER_1, QZQ_ANSWER_2, QZQ_ANSWER_3,
	QZQ_ANSWER_4, QZQ_ANSWER_5, QZQ_ANSWER_6, QZQ_RIGHT, QZQ_BECAUSE, QZQ__COUNT
};
enum quiz_question_right {
	QZQ_MAY_WRITE, QZQ_MAY__COUNT
};

extern const struct record_type quiz_question_type;

#define QUIZ_ANSWERS 6

/* 0 .. QUIZ_ANSWERS - 1 */
int quiz_right_answer(const struct row *question);

#endif
