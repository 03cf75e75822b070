/*
 * quiz.c -- a quiz taken by its link: the questions, then the answers explained.
 *
 *     /q/KEY -> answers sent -> /q/KEY/ATTEMPT: what was right, and why -> once more
 *
 * Opening the link writes nothing and names nobody.  Only where results are named must one
 * be signed in.  The address of a review is an attempt's own id, that nobody can guess; of
 * a named one only the person sees it.
 */
#include "actions/quiz.h"
#include "records/quiz_attempt.h"
#include "web/markdown.h"
#include "web/record.h"
#include "web/visitor.h"
#include "web/web.h"

#include "crypto/crypto.h"

struct taking {
	struct visit *v;
	struct actor taker;
	struct str draw;
	struct quiz_sheet sheet;
	int *chosen;                    /* typed; null: nothing yet */
	struct row *attempt;
	struct quiz_marked *marked;
	size_t marked_count;
};

static struct str key_of(const struct taking *t)
{
	return t->v->q->params[0];
}

static enum fail find(struct taking *t)
{
	struct visit *v = t->v;
	enum fail f = quiz_by_link(v->site->store, v->arena, key_of(t), v->lang, &t->taker);

	if (f == OK)
		visitor_of(v, &t->taker);
	return f;
}

static bool person_is_known(const struct taking *t)
{
	return t->v->signed_in && id_equal(t->v->actor->org, t->taker.org) &&
	       id_is_set(t->v->actor->person);
}

/* ---- the questions ---- */

static struct str new_draw(struct arena *a)
{
	uint8_t noise[8];

	random_bytes(noise, sizeof noise);
	return words_hex(a, noise, sizeof noise);
}

static enum fail load_sheet(struct act *a, void *arg)
{
	struct taking *t = arg;

	return quiz_sheet(a, key_of(t), t->draw, &t->sheet);
}

static void fill_question(struct taking *t, size_t i, struct quiz_asked *to)
{
	struct visit *v = t->v;
	const struct row *q = t->sheet.questions[i];

	to->name = row_code(v->arena, q);
	to->text = row_title(q, v->lang);
	to->number = (int64_t)i + 1;
	to->missing = t->chosen && t->chosen[i] == QUIZ_NO_ANSWER;
	to->answers.at = ARENA_TRY(v->arena, struct quiz_choice, QUIZ_ANSWERS);
	for (int k = 0; to->answers.at && k < QUIZ_ANSWERS; k++) {
		if (!row_filled(q, QZQ_ANSWER_1 + k))
			continue;
		to->answers.at[to->answers.count++] = (struct quiz_choice){
			.value = str_format(v->arena, "%d", k + 1),
			.text = row_text_in(q, QZQ_ANSWER_1 + k, v->lang),
			.chosen = t->chosen && t->chosen[i] == k,
		};
	}
}

static struct str how_many(struct visit *v, const struct quiz_sheet *sheet)
{
	struct message m = { .args = { str_format(v->arena, "%zu", sheet->count),
		                       str_format(v->arena, "%lld",
		                                  (long long)quiz_pass_percent(
							  sheet->quiz)) } };

	return message_fill(v->arena,
	                    trn(v->lang, "%1 question. Passed from %2 percent.",
	                        "%1 questions. Passed from %2 percent.",
	                        (int64_t)sheet->count),
	                    &m);
}

static struct str attempt_typed(const struct taking *t)
{
	struct visit *v = t->v;
	struct str nth = v->q->method == POST ? form_get(v, "nth") : query_get(v, "nth");
	int64_t n;

	return str_to_i64(nth, &n) && n > 1 && n <= 1000 ? nth : STR("1");
}

static void fill_sheet(struct taking *t, struct quiz_take_view *view)
{
	struct visit *v = t->v;
	const struct row *quiz = t->sheet.quiz;

	view->title = row_title(quiz, v->lang);
	view->intro = markdown_html(v->arena, row_text_in(quiz, QUZ_INTRO, v->lang));
	view->how_many = how_many(v, &t->sheet);
	view->named = quiz_is_named(quiz);
	view->person = v->signed_in ? v->actor->name : STR_NONE;
	view->must_sign_in = view->named && !person_is_known(t);
	view->closed = !t->sheet.open;
	view->action = str_format(v->arena, "/q/%.*s", STR_ARG(key_of(t)));
	view->sign_in = str_format(v->arena, "/sign-in?next=%.*s",
	                           STR_ARG(percent_encode(v->arena, view->action)));
	view->draw = t->draw;
	view->nth = attempt_typed(t);
	view->csrf = visitor_csrf(v);
	view->questions.at = ARENA_TRY(v->arena, struct quiz_asked, t->sheet.count + 1);
	if (!view->questions.at || view->closed || view->must_sign_in)
		return;
	for (size_t i = 0; i < t->sheet.count; i++)
		fill_question(t, i, &view->questions.at[view->questions.count++]);
}

static void fill_reasons(struct visit *v, struct reasons *out)
{
	reasons_fill(v, NULL, out);
	out->title = SAY(v, N_("Your answers were not taken yet"));
	for (size_t i = 0; i < out->list.count; i++)
		if (str_starts(out->list.at[i].where, "QZQ-"))
			out->list.at[i].href = str_format(
				v->arena, "#%.*s", STR_ARG(out->list.at[i].where));
}

/* "Question 3" for people, instead of its code. */
static void name_questions(struct taking *t, struct reasons *out)
{
	struct visit *v = t->v;

	for (size_t i = 0; i < out->list.count; i++)
		for (size_t k = 0; k < t->sheet.count; k++)
			if (str_equal(out->list.at[i].where,
			              row_code(v->arena, t->sheet.questions[k])))
				out->list.at[i].where =
					visit_words(v, N_("Question %1"),
				                    str_format(v->arena, "%zu", k + 1));
}

static void show_sheet(struct taking *t)
{
	struct visit *v = t->v;
	struct quiz_take_view view = { 0 };

	fill_sheet(t, &view);
	fill_reasons(v, &view.reasons);
	name_questions(t, &view.reasons);
	if (v->why.count > 0)
		v->r->status = 422;
	visit_frame(v, &view.frame, view.title);
	VISIT_SHOW(v, quiz_take, &view);
}

static void quiz_failed(struct visit *v, enum fail f)
{
	if (f != FAIL_NOT_FOUND) {
		visit_failed(v, f);
		return;
	}
	visit_error(v, 404, str_of(SAY(v, N_("There is no such quiz"))),
	            str_of(SAY(v, N_("Check the link, or ask whoever sent it."))));
}

static enum fail read_as_taker(struct taking *t, store_job *job)
{
	return store_read(t->v->site->store, &t->taker, t->v->arena, job, t);
}

void quiz_page(struct request *q, struct response *r)
{
	struct visit v;
	struct taking t = { .v = &v };

	visit_anyone(&v, q, r);
	enum fail f = find(&t);
	t.draw = new_draw(v.arena);
	if (f == OK)
		f = read_as_taker(&t, load_sheet);
	if (f == OK)
		show_sheet(&t);
	else
		quiz_failed(&v, f);
}

/* ---- handing in ---- */

static enum fail read_answers(struct taking *t)
{
	struct visit *v = t->v;

	t->chosen = ARENA_TRY(v->arena, int, t->sheet.count + 1);
	if (!t->chosen)
		return FAIL_MEMORY;
	for (size_t i = 0; i < t->sheet.count; i++) {
		struct str code = row_code(v->arena, t->sheet.questions[i]);
		int64_t n = 0;

		(void)str_to_i64(form_get(v, str_z(v->arena, code)), &n);
		t->chosen[i] = n >= 1 && n <= QUIZ_ANSWERS ? (int)n - 1 : QUIZ_NO_ANSWER;
	}
	return OK;
}

static enum fail hand_in(struct act *a, void *arg)
{
	struct taking *t = arg;
	struct quiz_answers answers = {
		.person = person_is_known(t) ? t->v->actor->person : ID_NONE,
	};
	enum fail f = load_sheet(a, t);

	t->v->why = refusal_on(t->v->arena);
	if (f == OK)
		f = read_answers(t);
	if (f != OK)
		return f;
	answers.chosen = t->chosen;
	(void)str_to_i64(attempt_typed(t), &answers.nth);
	return quiz_hand_in(a, &t->sheet, &answers, &t->v->why, &t->attempt);
}

void quiz_post(struct request *q, struct response *r)
{
	struct visit v;
	struct taking t = { .v = &v };

	visit_anyone(&v, q, r);
	enum fail f = find(&t);
	t.draw = form_get(&v, "draw");
	if (f == OK)
		f = visitor_may_post(&v) ? store_write(v.site->store, &t.taker, v.arena,
		                                       hand_in, &t)
		                         : FAIL_REFUSED;
	if (f == OK) {
		visit_go(&v,
		         str_format(v.arena, "/q/%.*s/%.*s", STR_ARG(key_of(&t)),
		                    STR_ARG(id_text(v.arena, t.attempt->id))),
		         NULL);
		return;
	}
	if (f == FAIL_REFUSED && !t.sheet.quiz) {
		f = read_as_taker(&t, load_sheet);
		if (f == OK)
			f = read_answers(&t);
		f = f == OK ? FAIL_REFUSED : f;
	}
	if (f == FAIL_REFUSED)
		show_sheet(&t);
	else
		quiz_failed(&v, f);
}

/* ---- the answers explained ---- */

static enum fail load_review(struct act *a, void *arg)
{
	struct taking *t = arg;
	struct id id;
	enum fail f = load_sheet(a, t);

	if (f != OK)
		return f;
	if (!id_parse(t->v->q->params[1], &id))
		return FAIL_NOT_FOUND;
	f = record_get(a, &quiz_attempt_type, id, &t->attempt);
	if (f != OK)
		return f;
	const struct row *at = t->attempt;
	bool mine = !row_filled(at, QZA_PERSON) ||
	            (person_is_known(t) &&
	             id_equal(row_link(at, QZA_PERSON), t->v->actor->person));
	if (!mine || instant_is_set(at->withdrawn_at) ||
	    !id_equal(row_link(at, QZA_QUIZ), t->sheet.quiz->id))
		return FAIL_NOT_FOUND;
	return quiz_review(a, at, &t->marked, &t->marked_count);
}

static void fill_marked(struct visit *v, const struct quiz_marked *m, size_t i,
                        struct quiz_explained *to)
{
	const struct row *q = m->question;

	to->number = (int64_t)i + 1;
	to->text = row_title(q, v->lang);
	to->good = m->chosen == m->right;
	to->chosen = row_text_in(q, QZQ_ANSWER_1 + m->chosen, v->lang);
	to->right = row_text_in(q, QZQ_ANSWER_1 + m->right, v->lang);
	to->because = markdown_html(v->arena, row_text_in(q, QZQ_BECAUSE, v->lang));
}

static void fill_score(struct taking *t, struct quiz_review_view *view)
{
	struct visit *v = t->v;
	const struct row *at = t->attempt;
	struct message m = {
		.args = { str_format(v->arena, "%lld",
		                     (long long)row_number(at, QZA_RIGHT)),
		          str_format(v->arena, "%lld",
		                     (long long)row_number(at, QZA_ASKED)),
		          str_format(v->arena, "%lld",
		                     (long long)row_number(at, QZA_PERCENT)) },
	};

	view->passed = row_flag(at, QZA_PASSED);
	view->score = message_fill(v->arena,
	                           SAY(v, N_("%1 of %2 right: %3 percent")), &m);
	view->needed = visit_words(
		v, N_("Passed from %1 percent."),
		str_format(v->arena, "%lld", (long long)quiz_pass_percent(t->sheet.quiz)));
	if (t->sheet.open && !row_flag(t->sheet.quiz, QUZ_RETRY))
		view->again = str_format(v->arena, "/q/%.*s?nth=%lld", STR_ARG(key_of(t)),
		                         (long long)row_number(at, QZA_TRY) + 1);
}

static void show_review(struct taking *t)
{
	struct visit *v = t->v;
	struct quiz_review_view view = { .title = row_title(t->sheet.quiz, v->lang) };

	fill_score(t, &view);
	view.anonymous = !quiz_is_named(t->sheet.quiz);
	view.questions.at = ARENA_TRY(v->arena, struct quiz_explained, t->marked_count + 1);
	for (size_t i = 0; view.questions.at && i < t->marked_count; i++)
		fill_marked(v, &t->marked[i], i,
		            &view.questions.at[view.questions.count++]);
	visit_frame(v, &view.frame, view.title);
	VISIT_SHOW(v, quiz_review, &view);
}

void quiz_review_page(struct request *q, struct response *r)
{
	struct visit v;
	struct taking t = { .v = &v };

	visit_anyone(&v, q, r);
	enum fail f = find(&t);
	if (f == OK)
		f = read_as_taker(&t, load_review);
	if (f == OK)
		show_review(&t);
	else
		quiz_failed(&v, f);
}
