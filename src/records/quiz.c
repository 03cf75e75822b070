/*
 * quiz.c -- a few questions that show people, and us, what they know.
 *
 * It is taken by a link, without signing in (web/quiz_take.c).  Results are anonymous, then
 * no attempt names anybody whoever was signed in; or named, then only who signed in can
 * take it.  While it is open its questions stay as they are.
 *
 *     draft -> open <-> closed
 *       ^-------'
 *
 * Scenarios: tests/records/quiz.t
 */
#include "records/quiz.h"

#include "base/limits.h"
#include "crypto/crypto.h"
#include "records/awareness_plan.h"
#include "records/linked.h"
#include "records/quiz_attempt.h"
#include "records/quiz_question.h"
#include "store/store.h"

static check_fn days_in_order;
static check_fn has_its_questions;
static check_fn was_never_taken;
static effect_fn has_a_link;
static effect_fn new_link;

static const struct choice results[] = {
	{ .name = "anonymous", .label = "Anonymous: no attempt names anybody" },
	{ .name = "named", .label = "Named: only after signing in" },
};

static const struct field fields[] = {
	[QUZ_TITLE]        = { .name = "title", .label = "Title", .type = T_BILINE,
	                       .max = 200, .required = true },
	[QUZ_INTRO]        = { .name = "intro", .label = "What stands before the questions",
	                       .type = T_BITEXT },
	[QUZ_PLAN]         = { .name = "plan", .label = "Awareness plan", .type = T_LINK,
	                       .target = &awareness_plan_type,
	                       .help = "The year in which it counts." },
	[QUZ_ASKED]        = { .name = "asked", .label = "Questions asked",
	                       .type = T_NUMBER, .min = 1, .max = QUIZ_MOST_ASKED,
	                       .help = "Empty: 8. When there are more, each attempt draws "
	                               "from them." },
	[QUZ_PASS_PERCENT] = { .name = "pass_percent", .label = "Passed from (percent)",
	                       .type = T_NUMBER, .min = 1, .max = 100,
	                       .help = "Empty: 75." },
	[QUZ_RESULTS]      = { .name = "results", .label = "Results", .type = T_CHOICE,
	                       .choices = TABLE(results), .required = true },
	[QUZ_RETRY]        = { .name = "once_only", .label = "Only one attempt",
	                       .type = T_FLAG,
	                       .help = "Otherwise one may try again after the review." },
	[QUZ_OPENS_ON]     = { .name = "opens_on", .label = "First day", .type = T_DATE },
	[QUZ_CLOSES_ON]    = { .name = "closes_on", .label = "Last day", .type = T_DATE,
	                       .due_in = BIT(QUZ_IS_OPEN) },
	[QUZ_LINK_KEY]     = { .name = "link_key", .label = "Key of the link",
	                       .type = T_LINE, .max = 40, .unique = true,
	                       .sensitive = true, .set_by_program = true },
	[QUZ_TAKERS]       = { .name = "takers", .label = "People who took it",
	                       .type = T_NUMBER, .set_by_program = true,
	                       .help = "First attempts." },
	[QUZ_PASSED]       = { .name = "passed", .label = "Passed at first",
	                       .type = T_NUMBER, .set_by_program = true },
	[QUZ_PASS_RATE]    = { .name = "pass_rate", .label = "Passed at first (percent)",
	                       .type = T_NUMBER, .set_by_program = true },
	[QUZ_TRIES]        = { .name = "tries", .label = "Attempts in all",
	                       .type = T_NUMBER, .set_by_program = true },
};
_Static_assert(COUNT(fields) == QUZ__COUNT, "every field is described");

static const struct state states[] = {
	[QUZ_IS_DRAFT]  = { .name = "draft", .label = "Draft", .open = true },
	[QUZ_IS_OPEN]   = { .name = "open", .label = "Open" },
	[QUZ_IS_CLOSED] = { .name = "closed", .label = "Closed" },
};
_Static_assert(COUNT(states) == QUZ_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[QUZ_MAY_WRITE] = { .name = "quiz.write", .label = "Write quizzes" },
	[QUZ_MAY_OPEN]  = { .name = "quiz.open", .label = "Open and close quizzes" },
};
_Static_assert(COUNT(rights) == QUZ_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "open", .label = "Open",
	  .help = "Makes the link by which it is taken.",
	  .from = BIT(QUZ_IS_DRAFT), .to = QUZ_IS_OPEN, .right = QUZ_MAY_OPEN,
	  .needs = BIT(QUZ_OPENS_ON), .takes = BIT(QUZ_CLOSES_ON),
	  .check = has_its_questions, .effect = has_a_link },
	{ .name = "close", .label = "Close", .from = BIT(QUZ_IS_OPEN),
	  .to = QUZ_IS_CLOSED, .right = QUZ_MAY_OPEN, .needs = BIT(QUZ_CLOSES_ON) },
	{ .name = "reopen", .label = "Open again", .from = BIT(QUZ_IS_CLOSED),
	  .to = QUZ_IS_OPEN, .right = QUZ_MAY_OPEN, .takes = BIT(QUZ_CLOSES_ON),
	  .check = has_its_questions, .effect = has_a_link },
	{ .name = "withdraw_link", .label = "Replace the link",
	  .help = "The present link no longer opens anything.",
	  .from = BIT(QUZ_IS_OPEN), .to = QUZ_IS_OPEN, .right = QUZ_MAY_OPEN,
	  .needs_reason = true, .effect = new_link },
	{ .name = "revise", .label = "Take back to draft",
	  .help = "As long as nobody has taken it.", .from = BIT(QUZ_IS_OPEN),
	  .to = QUZ_IS_DRAFT, .right = QUZ_MAY_WRITE, .check = was_never_taken },
};

static const int list[] = { QUZ_TITLE, QUZ_OPENS_ON, QUZ_CLOSES_ON, QUZ_TAKERS,
	                    QUZ_PASS_RATE };

const struct record_type quiz_type = {
	.name = "quiz", .label = "Quiz", .plural = "Quizzes", .code = "QUZ",
	.group = N_("Awareness"),
	.help = "A few questions, taken by a link on any device, with the answers "
	        "explained afterwards.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = QUZ_MAY_WRITE,
	.change = QUZ_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(QUZ_IS_CLOSED), .on = QUZ_CLOSES_ON },
	.check = days_in_order,
};

int64_t quiz_asked(const struct row *quiz)
{
	return row_filled(quiz, QUZ_ASKED) ? row_number(quiz, QUZ_ASKED) : QUIZ_ASKED;
}

int64_t quiz_pass_percent(const struct row *quiz)
{
	return row_filled(quiz, QUZ_PASS_PERCENT) ? row_number(quiz, QUZ_PASS_PERCENT)
	                                          : QUIZ_PASS_PERCENT;
}

bool quiz_is_named(const struct row *quiz)
{
	return str_is(row_text(quiz, QUZ_RESULTS), "named");
}

bool quiz_can_be_taken(const struct act *a, const struct row *quiz)
{
	struct date today = act_today(a);

	return quiz->state == QUZ_IS_OPEN && !instant_is_set(quiz->withdrawn_at) &&
	       (!row_filled(quiz, QUZ_OPENS_ON) ||
	        date_compare(row_date(quiz, QUZ_OPENS_ON), today) <= 0) &&
	       (!row_filled(quiz, QUZ_CLOSES_ON) ||
	        date_compare(today, row_date(quiz, QUZ_CLOSES_ON)) <= 0);
}

static bool days_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	bool ok = dates_in_order(r, QUZ_OPENS_ON, QUZ_CLOSES_ON, why);
	struct row *before;

	/* Whoever has answered did so on the word that nobody is named. */
	if (r->version > 0 && record_get(&act, &quiz_type, r->id, &before) == OK &&
	    row_number(before, QUZ_TRIES) > 0 &&
	    quiz_is_named(before) != quiz_is_named(r))
		return refuse(why, QUZ_RESULTS, "cannot change once somebody has taken it",
		              "Write another quiz.");
	return ok;
}

static bool has_its_questions(const struct act *a, const struct row *r, struct refusal *why)
{
	int64_t there = rows_linking(a, &quiz_question_type, QZQ_QUIZ, r->id, 0);

	if (there >= quiz_asked(r))
		return true;
	return refuse_with(why, QUZ_ASKED,
	                   MESSAGE2("asks for %1 questions but there are only %2",
	                            str_format(a->arena, "%lld", (long long)quiz_asked(r)),
	                            str_format(a->arena, "%lld", (long long)there)),
	                   MESSAGE("Write the others, or ask fewer."));
}

static bool was_never_taken(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (row_number(r, QUZ_TRIES) == 0)
		return true;
	return refuse(why, FIELD_STATE, "somebody has already taken it",
	              "Close it, and write another.");
}

/* ---- the link ---- */

/* Short enough to be typed from a poster; 80 bits, without l, o, 0 and 1. */
static struct str new_key(struct arena *a)
{
	static const char letters[] = "23456789abcdefghijkmnpqrstuvwxyz";
	uint8_t noise[16];
	char key[sizeof noise];

	random_bytes(noise, sizeof noise);
	for (size_t i = 0; i < sizeof noise; i++)
		key[i] = letters[noise[i] & 31];
	return str_copy(a, (struct str){ key, sizeof key });
}

static enum fail new_link(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &quiz_type);

	(void)before;
	change_text(c, QUZ_LINK_KEY, new_key(a->arena));
	return record_set(a, &quiz_type, after->id, c);
}

static enum fail has_a_link(struct act *a, const struct row *before,
                            const struct row *after)
{
	return row_filled(after, QUZ_LINK_KEY) ? OK : new_link(a, before, after);
}

/* ---- what came of it ---- */

enum fail quiz_count(struct act *a, const struct row *attempt)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct change *c = change_new(a->arena, &quiz_type);
	bool first = row_number(attempt, QZA_TRY) <= 1;
	struct row *quiz;
	enum fail f = record_get(&act, &quiz_type, row_link(attempt, QZA_QUIZ), &quiz);

	if (f != OK)
		return f;
	int64_t takers = row_number(quiz, QUZ_TAKERS) + first;
	int64_t passed = row_number(quiz, QUZ_PASSED) +
	                 (first && row_flag(attempt, QZA_PASSED));
	change_number(c, QUZ_TRIES, row_number(quiz, QUZ_TRIES) + 1);
	change_number(c, QUZ_TAKERS, takers);
	change_number(c, QUZ_PASSED, passed);
	if (takers > 0)
		change_number(c, QUZ_PASS_RATE, passed * 100 / takers);
	return record_set(a, &quiz_type, quiz->id, c);
}
