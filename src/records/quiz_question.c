/*
 * quiz_question.c -- one question of a quiz: up to six answers, one of them right, and why.
 *
 * Scenarios: tests/records/quiz.t
 */
#include "records/quiz_question.h"

#include "records/linked.h"
#include "records/quiz.h"

static check_fn can_be_asked;

static const struct choice places[] = {
	{ .name = "first", .label = "Answer 1" },
	{ .name = "second", .label = "Answer 2" },
	{ .name = "third", .label = "Answer 3" },
	{ .name = "fourth", .label = "Answer 4" },
	{ .name = "fifth", .label = "Answer 5" },
	{ .name = "sixth", .label = "Answer 6" },
};

static const struct field fields[] = {
	[QZQ_TITLE]    = { .name = "question", .label = "Question", .type = T_BILINE,
	                   .max = 400, .required = true },
	[QZQ_QUIZ]     = { .name = "quiz", .label = "Quiz", .type = T_LINK,
	                   .target = &quiz_type, .required = true, .part_of = true },
	[QZQ_PLACE]    = { .name = "place", .label = "Place in the quiz",
	                   .type = T_NUMBER, .max = 1000 },
	[QZQ_ANSWER_1] = { .name = "answer_1", .label = "Answer 1", .type = T_BILINE,
	                   .max = 300, .required = true },
	[QZQ_ANSWER_2] = { .name = "answer_2", .label = "Answer 2", .type = T_BILINE,
	                   .max = 300, .required = true },
	[QZQ_ANSWER_3] = { .name = "answer_3", .label = "Answer 3", .type = T_BILINE,
	                   .max = 300 },
	[QZQ_ANSWER_4] = { .name = "answer_4", .label = "Answer 4", .type = T_BILINE,
	                   .max = 300 },
	[QZQ_ANSWER_5] = { .name = "answer_5", .label = "Answer 5", .type = T_BILINE,
	                   .max = 300 },
	[QZQ_ANSWER_6] = { .name = "answer_6", .label = "Answer 6", .type = T_BILINE,
	                   .max = 300 },
	[QZQ_RIGHT]    = { .name = "right_answer", .label = "Right answer",
	                   .type = T_CHOICE, .choices = TABLE(places), .required = true },
	[QZQ_BECAUSE]  = { .name = "explanation", .label = "Why", .type = T_BITEXT,
	                   .help = "Shown with the answers afterwards." },
};
_Static_assert(COUNT(fields) == QZQ__COUNT, "every field is described");
_Static_assert(QZQ_ANSWER_6 - QZQ_ANSWER_1 == QUIZ_ANSWERS - 1, "answers stand together");
_Static_assert(COUNT(places) == QUIZ_ANSWERS, "each answer can be the right one");

static const struct right rights[] = {
	[QZQ_MAY_WRITE] = { .name = "quiz_question.write",
	                    .label = "Write the questions of quizzes" },
};
_Static_assert(COUNT(rights) == QZQ_MAY__COUNT, "every right is described");

static const int list[] = { QZQ_PLACE, QZQ_TITLE, QZQ_QUIZ, QZQ_RIGHT };

const struct record_type quiz_question_type = {
	.name = "quiz_question", .label = "Question", .plural = "Questions",
	.code = "QZQ",
	.help = "One question of a quiz: two to six answers, one of them right, and why.",
	.fields = TABLE(fields), .rights = TABLE(rights), .list = TABLE(list),
	.create = QZQ_MAY_WRITE, .change = QZQ_MAY_WRITE, .owner_may_change = true,
	.attachment = true, .retention = "with-its-record", .check = can_be_asked,
};

int quiz_right_answer(const struct row *question)
{
	for (size_t i = 0; i < COUNT(places); i++)
		if (str_is(row_text(question, QZQ_RIGHT), places[i].name))
			return (int)i;
	return 0;
}

static bool can_be_asked(const struct act *a, const struct row *r, struct refusal *why)
{
	const struct row *quiz = row_linked(a, r, QZQ_QUIZ, &quiz_type);
	bool ok = true;

	if (quiz && quiz->state != QUZ_IS_DRAFT)
		ok = refuse(why, QZQ_QUIZ, "is open or closed: its questions stay",
		            "Take the quiz back to draft first, or write another.");
	if (!row_filled(r, QZQ_ANSWER_1 + quiz_right_answer(r)))
		ok = refuse(why, QZQ_RIGHT, "points to an answer that is empty",
		            "Write the answer, or choose another.");
	return ok;
}
