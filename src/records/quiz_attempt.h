/* quiz_attempt.h -- names of the fields of an attempt at a quiz. */
#ifndef RECORDS_QUIZ_ATTEMPT_H
#define RECORDS_QUIZ_ATTEMPT_H

#include "model/record.h"

enum quiz_attempt_field {
	QZA_TITLE, QZA_QUIZ, QZA_PERSON, QZA_TAKEN_AT, QZA_TRY, QZA_ASKED, QZA_RIGHT,
	QZA_PERCENT, QZA_PASSED, QZA_ANSWERS, QZA__COUNT
};
enum quiz_attempt_right {
	QZA_MAY_KEEP, QZA_MAY__COUNT
};

extern const struct record_type quiz_attempt_type;

#endif
