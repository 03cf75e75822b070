/* quiz.h -- names of the fields and states of a quiz. */
#ifndef RECORDS_QUIZ_H
#define RECORDS_QUIZ_H

#include "model/act.h"
#include "model/record.h"

enum quiz_field {
	QUZ_TITLE, QUZ_INTRO, QUZ_PLAN, QUZ_ASKED, QUZ_PASS_PERCENT, QUZ_RESULTS,
	QUZ_RETRY, QUZ_OPENS_ON, QUZ_CLOSES_ON, QUZ_LINK_KEY, QUZ_TAKERS, QUZ_PASSED,
	QUZ_PASS_RATE, QUZ_TRIES, QUZ__COUNT
};
enum quiz_state {
	QUZ_IS_DRAFT, QUZ_IS_OPEN, QUZ_IS_CLOSED, QUZ_IS__COUNT
};
enum quiz_right {
	QUZ_MAY_WRITE, QUZ_MAY_OPEN, QUZ_MAY__COUNT
};

extern const struct record_type quiz_type;

#define QUIZ_ASKED 8                    /* questions, when the quiz says nothing else */
#define QUIZ_PASS_PERCENT 75
#define QUIZ_MOST_ASKED 50
#define QUIZ_MOST_TRIES 50000           /* of all people: a link can be anywhere */

int64_t quiz_asked(const struct row *quiz);
int64_t quiz_pass_percent(const struct row *quiz);
bool quiz_is_named(const struct row *quiz);
/* Open, and today is one of its days. */
bool quiz_can_be_taken(const struct act *a, const struct row *quiz);
/* Adds an attempt that was just made to the quiz's figures. */
enum fail quiz_count(struct act *a, const struct row *attempt) MUST_USE;

#endif
