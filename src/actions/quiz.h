/*
 * quiz.h -- taking a quiz by its link: which questions, and what the answers are worth.
 *
 * Whoever holds the link may take it; opening it writes nothing.  The program reads and
 * writes on their behalf (quiz_taker), and shows nothing but this quiz.  Pages, rules and
 * figures are about the attempt; whether it names somebody is what the quiz says.
 *
 *     struct actor taker;
 *     f = quiz_by_link(store, arena, key, lang, &taker);       whose quiz it is
 *     store_read(store, &taker, arena, job: quiz_sheet(...));
 *     store_write(store, &taker, arena, job: quiz_hand_in(...));
 */
#ifndef ACTIONS_QUIZ_H
#define ACTIONS_QUIZ_H

#include "records/quiz.h"
#include "records/quiz_question.h"
#include "store/store.h"

/* The organisation whose quiz has this key, as the program acting there; FAIL_NOT_FOUND. */
enum fail quiz_by_link(struct store *s, struct arena *a, struct str key, enum lang lang,
                       struct actor *taker) MUST_USE;

struct quiz_sheet {
	const struct row *quiz;
	const struct row **questions;   /* in the order in which they are asked */
	size_t count;
	bool open;                      /* it can be taken today */
};

/* With the questions that `draw` (any text) picks: the same whenever it is asked for. */
enum fail quiz_draw(struct act *a, const struct row *quiz, struct str draw,
                    struct quiz_sheet *out) MUST_USE;
/* The same for the quiz of a key. */
enum fail quiz_sheet(struct act *a, struct str key, struct str draw,
                     struct quiz_sheet *out) MUST_USE;

#define QUIZ_NO_ANSWER (-1)

struct quiz_answers {
	const int *chosen;      /* one for each question: 0 .., or QUIZ_NO_ANSWER */
	struct id person;       /* signed in; ignored where results are anonymous */
	int64_t nth;            /* which attempt, as the taker says; counted where named */
};

/*
 * Writes the attempt.  FAIL_REFUSED: it is not open, a question has no answer (the reason's
 * `where` is the code of the question), nobody is named where results are, or there was an
 * attempt where only one is meant.
 */
enum fail quiz_hand_in(struct act *a, const struct quiz_sheet *sheet,
                       const struct quiz_answers *answers, struct refusal *why,
                       struct row **attempt) MUST_USE;

/* What was asked and chosen, read back from an attempt. */
struct quiz_marked {
	const struct row *question;
	int chosen, right;
};
enum fail quiz_review(struct act *a, const struct row *attempt, struct quiz_marked **out,
                      size_t *count) MUST_USE;

/* How a question was answered over all attempts. */
struct quiz_figures {
	const struct row *question;
	int64_t asked, right;
	int64_t chosen[QUIZ_ANSWERS];
};
enum fail quiz_figures(struct act *a, const struct row *quiz, struct quiz_figures **out,
                       size_t *count) MUST_USE;

#endif
