/*
 * quiz_results.c -- what all attempts at a quiz say: how many passed, and which questions
 * people do not know.
 */
#include "actions/quiz.h"
#include "records/quiz_attempt.h"
#include "web/record.h"
#include "web/web.h"

struct results {
	struct visit *v;
	struct row *quiz;
	struct quiz_figures *figures;
	size_t count;
	struct quiz_results_view view;
};

static struct str percent(struct visit *v, int64_t part, int64_t whole)
{
	return str_format(v->arena, "%lld",
	                  (long long)(whole > 0 ? part * 100 / whole : 0));
}

/* The wrong answer that most people chose. */
static struct str commonest_mistake(struct visit *v, const struct quiz_figures *f)
{
	int most = -1, right = quiz_right_answer(f->question);

	for (int k = 0; k < QUIZ_ANSWERS; k++)
		if (k != right && f->chosen[k] > 0 &&
		    (most < 0 || f->chosen[k] > f->chosen[most]))
			most = k;
	return most < 0 ? STR("") : row_text_in(f->question, QZQ_ANSWER_1 + most, v->lang);
}

static void fill_line(struct visit *v, const struct quiz_figures *f, struct quiz_line *to)
{
	to->code = row_code(v->arena, f->question);
	to->href = record_href(v->arena, f->question);
	to->text = row_title(f->question, v->lang);
	to->asked = f->asked;
	to->percent = percent(v, f->right, f->asked);
	to->mistake = commonest_mistake(v, f);
}

static struct str number(struct visit *v, const struct row *quiz, int field)
{
	return str_format(v->arena, "%lld", (long long)row_number(quiz, field));
}

static enum fail load(struct act *a, void *arg)
{
	struct results *x = arg;
	struct visit *v = x->v;
	struct quiz_results_view *view = &x->view;
	enum fail f = record_named(a, &quiz_type, v->q->params[0], &x->quiz);

	if (f == OK && !visit_may_read(v, &quiz_question_type))
		f = FAIL_NOT_FOUND;
	if (f == OK)
		f = quiz_figures(a, x->quiz, &x->figures, &x->count);
	if (f != OK)
		return f;
	memset(view, 0, sizeof *view);
	record_head_fill(v, x->quiz, &view->head);
	view->takers = number(v, x->quiz, QUZ_TAKERS);
	view->passed = number(v, x->quiz, QUZ_PASSED);
	view->rate = number(v, x->quiz, QUZ_PASS_RATE);
	view->tries = number(v, x->quiz, QUZ_TRIES);
	view->attempts_href = str_format(v->arena, "/quiz_attempt?quiz=%.*s",
	                                 STR_ARG(view->head.code));
	view->lines.at = ARENA_TRY(v->arena, struct quiz_line, x->count + 1);
	if (!view->lines.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < x->count; i++)
		fill_line(v, &x->figures[i], &view->lines.at[view->lines.count++]);
	return OK;
}

void quiz_results_page(struct request *q, struct response *r)
{
	struct visit v;
	struct results *x = ARENA_NEW(q->arena, struct results);

	x->v = &v;
	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_read(&v, load, x);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	visit_frame_at(&v, &x->view.frame,
	               visit_words(&v, N_("Results: %1"), x->view.head.title), "/quiz");
	VISIT_SHOW(&v, quiz_results, &x->view);
}
