/*
 * quiz_attempt.c -- one time that somebody took a quiz: what was asked and answered, and
 * what came of it.
 *
 * The program makes it from the answers (web/quiz_take.c); nobody types one.  It names a
 * person only where the quiz says that results are named.
 *
 * Scenarios: tests/records/quiz.t
 */
#include "records/quiz_attempt.h"

#include "records/linked.h"
#include "records/person.h"
#include "records/quiz.h"

static check_fn was_taken;

static const struct field fields[] = {
	[QZA_TITLE]    = { .name = "title", .label = "Attempt", .type = T_LINE, .max = 120,
	                   .required = true },
	[QZA_QUIZ]     = { .name = "quiz", .label = "Quiz", .type = T_LINK,
	                   .target = &quiz_type, .required = true, .part_of = true },
	[QZA_PERSON]   = { .name = "person", .label = "Person", .type = T_LINK,
	                   .target = &person_type,
	                   .help = "Only where results are named." },
	[QZA_TAKEN_AT] = { .name = "taken_at", .label = "Taken at", .type = T_INSTANT },
	[QZA_TRY]      = { .name = "try", .label = "Which attempt", .type = T_NUMBER,
	                   .min = 1, .max = 1000 },
	[QZA_ASKED]    = { .name = "asked", .label = "Questions asked", .type = T_NUMBER,
	                   .max = QUIZ_MOST_ASKED },
	[QZA_RIGHT]    = { .name = "right", .label = "Right answers", .type = T_NUMBER,
	                   .max = QUIZ_MOST_ASKED },
	[QZA_PERCENT]  = { .name = "percent", .label = "Percent", .type = T_NUMBER,
	                   .max = 100 },
	[QZA_PASSED]   = { .name = "passed", .label = "Passed", .type = T_FLAG },
	[QZA_ANSWERS]  = { .name = "answers", .label = "Answers", .type = T_TEXT,
	                   .max = 4000,
	                   .help = "Question and number of the answer, one a line." },
};
_Static_assert(COUNT(fields) == QZA__COUNT, "every field is described");

static const struct right rights[] = {
	[QZA_MAY_KEEP] = { .name = "quiz_attempt.keep",
	                   .label = "Keep the results of quizzes" },
};
_Static_assert(COUNT(rights) == QZA_MAY__COUNT, "every right is described");

static const int list[] = { QZA_TITLE, QZA_QUIZ, QZA_PERSON, QZA_PERCENT, QZA_PASSED };

const struct record_type quiz_attempt_type = {
	.name = "quiz_attempt", .label = "Attempt at a quiz",
	.plural = "Attempts at quizzes", .code = "QZA",
	.help = "One time that somebody took a quiz, and what came of it. The program "
	        "makes it from the answers.",
	.fields = TABLE(fields), .rights = TABLE(rights), .list = TABLE(list),
	.create = QZA_MAY_KEEP, .change = QZA_MAY_KEEP, .own_only = true,
	.retention = "security-administration", .check = was_taken,
};

static bool was_taken(const struct act *a, const struct row *r, struct refusal *why)
{
	const struct row *quiz = row_linked(a, r, QZA_QUIZ, &quiz_type);

	if (a->actor->kind != ACTOR_SYSTEM)
		return refuse(why, QZA_ANSWERS,
		              "come from taking the quiz and are not typed",
		              "Take the quiz by its link.");
	if (quiz && !quiz_is_named(quiz) && row_filled(r, QZA_PERSON))
		return refuse(why, QZA_PERSON, "is not named: results are anonymous", NULL);
	return true;
}
