/*
 * training.c -- the list of a learning system, looked at before anything is stored.
 *
 * The list travels with the form, so that a wrong cell can be put right where it is seen:
 * nothing is kept of a list that was not accepted.
 */
#include <unistd.h>

#include "actions/training.h"
#include "records/training_completion.h"
#include "web/record.h"
#include "web/web.h"

struct importing {
	struct visit *v;
	struct str csv, source;
	bool accepted;
	struct training_list list;
	struct training_view view;
};

/* The file when one was sent, else the text. */
static enum fail take_list(struct importing *x)
{
	struct visit *v = x->v;

	x->csv = form_get(v, "list");
	x->source = form_get(v, "source");
	for (size_t i = 0; i < v->q->upload_count; i++) {
		struct upload *u = &v->q->uploads[i];
		if (!str_is(u->field, "file") || u->bytes == 0)
			continue;
		if (u->bytes > LIMIT_BODY_BYTES) {
			refuse(&v->why, FIELD_NONE, "the file is larger than 1 MB",
			       "Split the list.");
			return FAIL_REFUSED;
		}
		char *p = arena_try(v->arena, u->bytes + 1, 1);
		if (!p)
			return FAIL_MEMORY;
		ssize_t n = pread(u->fd, p, u->bytes, 0);
		if (n < 0)
			return fail_say(FAIL_IO, "cannot read a list of courses");
		x->csv = (struct str){ p, (size_t)n };
		x->source = str_copy(v->arena, u->name);
	}
	if (x->source.n == 0)
		x->source = str_of(SAY(v, N_("pasted list")));
	return OK;
}

static struct str with_count(struct visit *v, const char *words, size_t n)
{
	struct message m = { .args = { str_format(v->arena, "%zu", n) } };

	return message_fill(v->arena, words, &m);
}

#define MOST_SHOWN 200u

static void fill_faults(struct importing *x)
{
	struct visit *v = x->v;
	struct training_view *view = &x->view;

	view->faults.at = ARENA_TRY(v->arena, struct training_wrong, MOST_SHOWN);
	for (size_t i = 0; view->faults.at && i < x->list.fault_count && i < MOST_SHOWN;
	     i++) {
		const struct training_fault *f = &x->list.faults[i];
		view->faults.at[view->faults.count++] = (struct training_wrong){
			.line = f->line,
			.column = f->column,
			.value = f->value,
			.why = tr_message(v->arena, v->lang, &f->why),
		};
	}
}

static void fill_lines(struct importing *x)
{
	struct visit *v = x->v;
	struct training_view *view = &x->view;

	view->lines.at = ARENA_TRY(v->arena, struct training_right, MOST_SHOWN);
	for (size_t i = 0; view->lines.at && i < x->list.count && i < MOST_SHOWN; i++) {
		const struct training_line *l = &x->list.lines[i];
		view->lines.at[view->lines.count++] = (struct training_right){
			.line = l->line,
			.name = l->name,
			.course = l->course,
			.on = words_date(v->arena, v->lang, l->completed_on),
		};
	}
}

static void fill_found(struct importing *x)
{
	struct visit *v = x->v;
	struct training_view *view = &x->view;
	size_t right = x->list.count, wrong = x->list.fault_count;
	size_t already = x->list.already;

	view->looked = true;
	view->right_count = right;
	view->right_words = with_count(v,
	                               trn(v->lang, "%1 course can be stored",
	                                   "%1 courses can be stored", (int64_t)right),
	                               right);
	if (wrong > 0)
		view->wrong_words = with_count(
			v,
			trn(v->lang, "%1 cell cannot be taken as it is",
		            "%1 cells cannot be taken as they are", (int64_t)wrong),
			wrong);
	if (already > 0)
		view->already_words = with_count(
			v,
			trn(v->lang, "%1 line is recorded already and is left out",
		            "%1 lines are recorded already and are left out",
		            (int64_t)already),
			already);
	fill_faults(x);
	fill_lines(x);
}

static void show(struct importing *x, bool looked)
{
	struct visit *v = x->v;

	x->view.list = x->csv;
	x->view.source = x->source;
	x->view.csrf = visit_csrf(v);
	if (looked)
		fill_found(x);
	reasons_fill(v, NULL, &x->view.reasons);
	if (v->why.count > 0)
		v->r->status = v->why.kind == REFUSAL_FORBIDDEN ? 403 : 422;
	visit_frame_at(v, &x->view.frame, str_of(SAY(v, N_("Courses from a list"))),
	               "/training_completion");
	VISIT_SHOW(v, training, &x->view);
}

static bool may_import(struct visit *v)
{
	if (visit_may_create(v, &training_completion_type))
		return true;
	visit_failed(v, FAIL_NOT_FOUND);
	return false;
}

void training_page(struct request *q, struct response *r)
{
	struct visit v;
	struct importing x = { .v = &v };

	if (visit_open(&v, q, r) && may_import(&v))
		show(&x, false);
}

static enum fail look(struct act *a, void *arg)
{
	struct importing *x = arg;

	return training_read(a, x->csv, &x->list);
}

static enum fail store(struct act *a, void *arg)
{
	struct importing *x = arg;
	enum fail f = training_read(a, x->csv, &x->list);

	x->v->why = refusal_on(x->v->arena);
	return f == OK ? training_store(a, &x->list, x->source, &x->v->why) : f;
}

void training_post(struct request *q, struct response *r)
{
	struct visit v;
	struct importing x = { .v = &v };

	if (!visit_open(&v, q, r) || !may_import(&v))
		return;
	x.accepted = str_is(form_get(&v, "do"), "store");
	enum fail f = take_list(&x);
	if (f == OK)
		f = x.accepted ? visit_write(&v, store, &x) : visit_read(&v, look, &x);
	if (f == OK && x.accepted && x.list.count > 0)
		visit_go(&v, STR("/training_completion"), "courses");
	else if (f == OK || f == FAIL_REFUSED)
		show(&x, f == OK);
	else
		visit_failed(&v, f);
}
