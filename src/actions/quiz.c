/*
 * quiz.c -- taking a quiz by its link, and what all attempts together say.
 *
 * An attempt keeps its answers as lines "QZQ-0003 2": the question, and the number of the
 * answer that was chosen.
 */
#include "actions/quiz.h"

#include "base/arena.h"
#include "base/limits.h"
#include "crypto/crypto.h"
#include "records/linked.h"
#include "records/quiz_attempt.h"
#include "store/tenant.h"

#define MOST_QUESTIONS LIMIT_PAGE_ROWS
#define KEY_LEAST 12                    /* shorter is no key of ours */

/* ---- by the link ---- */

static enum fail find_quiz(struct act *a, struct str key, struct row **out)
{
	struct filter by_key = {
		.field = QUZ_LINK_KEY,
		.op = IS,
		.value = { .filled = true, .text = key },
	};
	struct answer found;

	if (key.n < KEY_LEAST)
		return FAIL_NOT_FOUND;
	enum fail f = record_list(a,
	                          &(struct query){
					  .type = &quiz_type,
					  .filters = &by_key,
					  .filter_count = 1,
					  .limit = 2,
				  },
	                          &found);
	if (f != OK)
		return f;
	for (size_t i = 0; i < found.count; i++)
		if (str_equal(row_text(found.rows[i], QUZ_LINK_KEY), key) &&
		    found.rows[i]->state != QUZ_IS_DRAFT) {
			*out = found.rows[i];
			return OK;
		}
	return FAIL_NOT_FOUND;
}

struct looking {
	struct str key;
	struct row *quiz;
};

static enum fail look(struct act *a, void *arg)
{
	struct looking *l = arg;

	return find_quiz(a, l->key, &l->quiz);
}

enum fail quiz_by_link(struct store *s, struct arena *a, struct str key, enum lang lang,
                       struct actor *taker)
{
	struct looking l = { .key = key };
	struct tenant *tenants;
	size_t count;
	enum fail f = tenant_list(s, a, &tenants, &count);

	if (f != OK)
		return f;
	for (size_t i = 0; i < count; i++) {
		*taker = tenant_system(tenants[i].org, STR("quiz link"));
		taker->lang = lang;
		f = store_read(s, taker, a, look, &l);
		if (f != FAIL_NOT_FOUND)
			return f;
	}
	return FAIL_NOT_FOUND;
}

/* ---- the questions ---- */

static enum fail load_questions(struct act *a, const struct row *quiz, struct answer *out)
{
	struct filter *of = ARENA_NEW(a->arena, struct filter);

	*of = (struct filter){
		.field = QZQ_QUIZ,
		.op = LINKS_TO,
		.value = { .filled = true, .links = &quiz->id, .link_count = 1 },
	};
	return record_list(a,
	                   &(struct query){
				   .type = &quiz_question_type,
				   .filters = of,
				   .filter_count = 1,
				   .sort = QZQ_PLACE,
				   .limit = MOST_QUESTIONS,
			   },
	                   out);
}

/* The lot of one question in one draw: the same whenever it is asked for. */
static uint64_t lot_of(struct arena *a, struct str draw, const struct row *question)
{
	struct str s = str_format(a, "%.*s %lld", STR_ARG(draw),
	                          (long long)question->number);
	uint8_t hash[SHA256_BYTES];
	uint64_t lot = 0;

	sha256(s.p, s.n, hash);
	for (int i = 0; i < 8; i++)
		lot = lot << 8 | hash[i];
	return lot;
}

/* Is it among the `wanted` questions with the lowest lots? */
static bool is_drawn(const uint64_t *lots, size_t count, size_t which, size_t wanted)
{
	size_t before = 0;

	for (size_t i = 0; i < count; i++)
		before += lots[i] < lots[which] || (lots[i] == lots[which] && i < which);
	return before < wanted;
}

enum fail quiz_draw(struct act *a, const struct row *quiz, struct str draw,
                    struct quiz_sheet *out)
{
	struct answer all;
	enum fail f = load_questions(a, quiz, &all);

	if (f != OK)
		return f;
	uint64_t *lots = ARENA_TRY(a->arena, uint64_t, all.count + 1);
	*out = (struct quiz_sheet){
		.quiz = quiz,
		.open = quiz_can_be_taken(a, quiz),
		.questions = ARENA_TRY(a->arena, const struct row *, all.count + 1),
	};
	if (!lots || !out->questions)
		return fail_say(FAIL_MEMORY, "no memory for the questions of a quiz");
	for (size_t i = 0; i < all.count; i++)
		lots[i] = lot_of(a->arena, draw, all.rows[i]);
	for (size_t i = 0; i < all.count; i++)
		if (is_drawn(lots, all.count, i, (size_t)quiz_asked(quiz)))
			out->questions[out->count++] = all.rows[i];
	return OK;
}

enum fail quiz_sheet(struct act *a, struct str key, struct str draw, struct quiz_sheet *out)
{
	struct row *quiz;
	enum fail f = find_quiz(a, key, &quiz);

	return f == OK ? quiz_draw(a, quiz, draw, out) : f;
}

/* ---- handing it in ---- */

static enum fail attempts_of(struct act *a, const struct row *quiz, struct id person,
                             int64_t *out)
{
	struct filter of[] = {
		{
			.field = QZA_QUIZ,
			.op = LINKS_TO,
			.value = { .filled = true, .links = &quiz->id, .link_count = 1 },
		},
		{
			.field = QZA_PERSON,
			.op = LINKS_TO,
			.value = { .filled = true, .links = &person, .link_count = 1 },
		},
	};

	return record_count(a,
	                    &(struct query){
				    .type = &quiz_attempt_type,
				    .filters = of,
				    .filter_count = COUNT(of),
			    },
	                    out);
}

static bool all_answered(struct act *a, const struct quiz_sheet *sheet, const int *chosen,
                         struct refusal *why)
{
	bool ok = true;

	for (size_t i = 0; i < sheet->count; i++) {
		const struct row *q = sheet->questions[i];
		if (chosen[i] >= 0 && chosen[i] < QUIZ_ANSWERS &&
		    row_filled(q, QZQ_ANSWER_1 + chosen[i]))
			continue;
		ok = refuse(why, FIELD_NONE, "has no answer yet", "Choose one.");
		why->at[why->count - 1].where = row_code(a->arena, q);
	}
	return ok;
}

/* Which attempt this is; false when there may be no more. */
static enum fail which_attempt(struct act *a, const struct quiz_sheet *sheet,
                               const struct quiz_answers *answers, struct refusal *why,
                               int64_t *nth)
{
	int64_t before = 0;
	bool named = quiz_is_named(sheet->quiz);
	enum fail f = OK;

	if (named && !id_is_set(answers->person)) {
		refuse(why, FIELD_NONE, "results of this quiz are named", "Sign in first.");
		return FAIL_REFUSED;
	}
	if (named)
		f = attempts_of(a, sheet->quiz, answers->person, &before);
	*nth = named ? before + 1 : answers->nth;
	if (*nth < 1 || *nth > 1000)
		*nth = 1;
	if (f == OK && *nth > 1 && row_flag(sheet->quiz, QUZ_RETRY)) {
		refuse(why, FIELD_NONE, "this quiz is taken once", NULL);
		return FAIL_REFUSED;
	}
	return f;
}

static enum fail write_attempt(struct act *a, const struct quiz_sheet *sheet,
                               const struct quiz_answers *answers, int64_t nth,
                               struct refusal *why, struct row **attempt)
{
	struct change *c = change_new(a->arena, &quiz_attempt_type);
	struct text lines = text_on(a->arena, 4000);
	int64_t right = 0, count = (int64_t)sheet->count;

	for (size_t i = 0; i < sheet->count; i++) {
		const struct row *q = sheet->questions[i];
		right += answers->chosen[i] == quiz_right_answer(q);
		text_addf(&lines, "%.*s %d\n", STR_ARG(row_code(a->arena, q)),
		          answers->chosen[i] + 1);
	}
	int64_t percent = count > 0 ? right * 100 / count : 0;
	change_text(c, QZA_TITLE, row_code(a->arena, sheet->quiz));
	change_link(c, QZA_QUIZ, sheet->quiz->id);
	change_instant(c, QZA_TAKEN_AT, a->now);
	change_number(c, QZA_TRY, nth);
	change_number(c, QZA_ASKED, count);
	change_number(c, QZA_RIGHT, right);
	change_number(c, QZA_PERCENT, percent);
	change_flag(c, QZA_PASSED, percent >= quiz_pass_percent(sheet->quiz));
	change_text(c, QZA_ANSWERS, text_str(&lines));
	if (quiz_is_named(sheet->quiz)) {
		change_link(c, QZA_PERSON, answers->person);
		c->owner_given = true;
		c->owner = answers->person;
	}
	return record_create(a, &quiz_attempt_type, c, why, attempt);
}

enum fail quiz_hand_in(struct act *a, const struct quiz_sheet *sheet,
                       const struct quiz_answers *answers, struct refusal *why,
                       struct row **attempt)
{
	int64_t nth;

	if (!sheet->open || row_number(sheet->quiz, QUZ_TRIES) >= QUIZ_MOST_TRIES) {
		refuse(why, FIELD_NONE, "this quiz is not open", NULL);
		return FAIL_REFUSED;
	}
	enum fail f = which_attempt(a, sheet, answers, why, &nth);
	if (f == OK && !all_answered(a, sheet, answers->chosen, why))
		f = FAIL_REFUSED;
	if (f == OK)
		f = write_attempt(a, sheet, answers, nth, why, attempt);
	return f == OK ? quiz_count(a, *attempt) : f;
}

/* ---- reading attempts ---- */

/* The next line of an attempt's answers; false at the end. */
static bool next_answer(struct str *rest, struct str *code, int *chosen)
{
	while (rest->n > 0) {
		struct str number;
		int64_t n;

		*code = str_split(str_split(*rest, '\n', rest), ' ', &number);
		if (str_to_i64(number, &n) && n >= 1 && n <= QUIZ_ANSWERS) {
			*chosen = (int)n - 1;
			return true;
		}
	}
	return false;
}

static const struct row *question_of(struct act *a, const struct answer *all,
                                     struct str code)
{
	for (size_t i = 0; i < all->count; i++)
		if (str_equal(row_code(a->arena, all->rows[i]), code))
			return all->rows[i];
	return NULL;
}

enum fail quiz_review(struct act *a, const struct row *attempt, struct quiz_marked **out,
                      size_t *count)
{
	struct str rest = row_text(attempt, QZA_ANSWERS), code;
	const struct row *quiz = row_linked(a, attempt, QZA_QUIZ, &quiz_type);
	struct answer all;
	int chosen;

	*count = 0;
	if (!quiz)
		return FAIL_NOT_FOUND;
	enum fail f = load_questions(a, quiz, &all);
	if (f != OK)
		return f;
	*out = ARENA_TRY(a->arena, struct quiz_marked, all.count + 1);
	if (!*out)
		return fail_say(FAIL_MEMORY, "no memory for the review of a quiz");
	while (*count < all.count && next_answer(&rest, &code, &chosen)) {
		const struct row *q = question_of(a, &all, code);
		if (q)
			(*out)[(*count)++] = (struct quiz_marked){
				q, chosen, quiz_right_answer(q)
			};
	}
	return OK;
}

struct figuring {
	struct act *act;
	struct answer all;
	struct quiz_figures *at;
};

static enum fail figure_one(void *arg, const struct row *attempt)
{
	struct figuring *x = arg;
	struct str rest = row_text(attempt, QZA_ANSWERS), code;
	int chosen;

	while (next_answer(&rest, &code, &chosen))
		for (size_t i = 0; i < x->all.count; i++) {
			int64_t number = 0;
			struct str digits = str_from(code, sizeof "QZQ-" - 1);

			if (code.n <= 4 || !str_to_i64(digits, &number) ||
			    number != x->all.rows[i]->number)
				continue;
			x->at[i].asked++;
			x->at[i].chosen[chosen]++;
			x->at[i].right += chosen == quiz_right_answer(x->all.rows[i]);
		}
	return OK;
}

enum fail quiz_figures(struct act *a, const struct row *quiz, struct quiz_figures **out,
                       size_t *count)
{
	struct figuring x = { .act = a };
	struct filter of = {
		.field = QZA_QUIZ,
		.op = LINKS_TO,
		.value = { .filled = true, .links = &quiz->id, .link_count = 1 },
	};
	enum fail f = load_questions(a, quiz, &x.all);

	if (f != OK)
		return f;
	x.at = ARENA_TRY(a->arena, struct quiz_figures, x.all.count + 1);
	if (!x.at)
		return fail_say(FAIL_MEMORY, "no memory for the figures of a quiz");
	for (size_t i = 0; i < x.all.count; i++)
		x.at[i].question = x.all.rows[i];
	*out = x.at;
	*count = x.all.count;
	return record_each(a,
	                   &(struct query){
				   .type = &quiz_attempt_type,
				   .filters = &of,
				   .filter_count = 1,
				   .limit = LIMIT_PAGE_ROWS,
			   },
	                   figure_one, &x);
}
