/*
 * edit.c -- a new record, and a change of one.
 */
#include "web/form.h"
#include "web/record.h"
#include "web/rule_touches.h"
#include "web/web.h"

struct editing {
	struct visit *v;
	const struct record_type *t;
	struct row *row;                /* null: new */
	bool typed;
	bool asks;                      /* nothing is saved: what it touches is shown */
	struct kept_files files;
	struct row *saved;
	struct edit_view view;
};

static uint64_t typed_fields(const struct record_type *t)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < t->fields.count; i++)
		if (!t->fields.at[i].set_by_program && !t->fields.at[i].retired)
			bits |= BIT(i);
	return bits;
}

/* A new record may come half filled by the address: /recommendation/new?finding=FND-0001 */
static void take_from_address(struct editing *e)
{
	if (e->row || e->typed || e->v->q->query.count == 0)
		return;
	e->v->q->form = e->v->q->query;
	e->typed = true;
}

/* Whoever may not write is told so before typing. */
static bool may_write(struct editing *e)
{
	struct visit *v = e->v;
	struct subject s = { .type = e->t, .org = v->actor->org, .new_record = true };

	if (e->row) {
		s = subject_here(v, e->row);
		return access_change(v->actor, &s, v->today, &v->why);
	}
	return visit_may_create(v, e->t) || access_create(v->actor, &s, v->today, &v->why);
}

static enum fail load_form(struct act *a, void *arg)
{
	struct editing *e = arg;
	struct form form;
	enum fail f = OK;

	if (e->v->q->params[1].n > 0)
		f = record_asked(e->v, a, &e->row);
	if (f == OK && e->v->q->method != POST) {
		e->v->why = refusal_on(e->v->arena);
		(void)may_write(e);
	}
	take_from_address(e);
	if (f == OK && !form_begin(&form, e->v, e->t, e->row, e->typed))
		f = FAIL_MEMORY;
	for (size_t i = 0; f == OK && i < e->t->fields.count; i++)
		if (typed_fields(e->t) & BIT(i))
			f = form_add_field(&form, a, (int)i, i == 0);
	if (f == OK)
		f = form_add_place(&form, a);
	if (f == OK && e->asks)
		f = rule_touches_fill(
			e->v, a, e->row,
			form_change(e->v, a, e->t, typed_fields(e->t), false, &e->files),
			&e->view.touches);
	if (f != OK)
		return f;
	if (e->row)
		form_add_reason(&form, false);
	e->view.controls.at = form.controls;
	e->view.controls.count = form.count;
	e->view.multipart = form.has_file;
	e->view.has_place = true;
	return OK;
}

static void fill_new(struct editing *e)
{
	struct visit *v = e->v;

	e->view.title = visit_words(v, N_("New: %1"), str_of(SAY(v, e->t->label)));
	e->view.lede = e->t->help ? str_of(SAY(v, e->t->help)) : STR_NONE;
	e->view.action = str_format(v->arena, "/%s/new", e->t->name);
	e->view.back = str_format(v->arena, "/%s", e->t->name);
	e->view.button = SAY(v, N_("Create"));
}

static void fill_edit(struct editing *e)
{
	struct visit *v = e->v;
	struct str href = record_href(v->arena, e->row);
	struct str seen = form_get(v, "_version");

	record_head_fill(v, e->row, &e->view.head);
	e->view.has_head = true;
	e->view.title = visit_words(v, N_("Edit %1"), e->view.head.code);
	e->view.action = str_format(v->arena, "%.*s/edit", STR_ARG(href));
	e->view.back = href;
	e->view.button = SAY(v, N_("Save"));
	e->view.version =
		seen.n > 0 ? seen
			   : str_format(v->arena, "%lld", (long long)e->row->version);
}

static void show_form(struct editing *e)
{
	struct visit *v = e->v;
	enum fail f = visit_read(v, load_form, e);

	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	if (e->row)
		fill_edit(e);
	else
		fill_new(e);
	e->view.csrf = visit_csrf(v);
	reasons_fill(v, e->t, &e->view.reasons);
	if (v->why.count > 0)
		v->r->status = v->why.kind == REFUSAL_FORBIDDEN ? 403 : 422;
	visit_frame(v, &e->view.frame, e->view.title);
	VISIT_SHOW(v, edit, &e->view);
}

static bool begin(struct editing *e, struct visit *v, struct request *q, struct response *r)
{
	memset(e, 0, sizeof *e);
	e->v = v;
	if (!visit_open(v, q, r))
		return false;
	e->t = visit_type(v, q->params[0]);
	return e->t != NULL;
}

void new_page(struct request *q, struct response *r)
{
	struct visit v;
	struct editing *e = ARENA_NEW(q->arena, struct editing);

	if (begin(e, &v, q, r))
		show_form(e);
}

void edit_page(struct request *q, struct response *r)
{
	new_page(q, r);
}

static enum fail save(struct act *a, void *arg)
{
	struct editing *e = arg;
	int64_t version = 0;
	enum fail f = e->v->q->params[1].n > 0 ? record_asked(e->v, a, &e->row) : OK;

	if (f != OK)
		return f;
	e->v->why = refusal_on(e->v->arena);
	if (!may_write(e))
		return FAIL_REFUSED;
	struct change *c =
		form_change(e->v, a, e->t, typed_fields(e->t), true, &e->files);
	if (refused(&e->v->why))
		return FAIL_REFUSED;
	if (!e->row)
		return record_create(a, e->t, c, &e->v->why, &e->saved);
	e->asks = rule_touches_unseen(e->v, a->arena, e->row, c);
	if (e->asks)
		return FAIL_REFUSED;
	(void)str_to_i64(form_get(e->v, "_version"), &version);
	return record_change(a, e->t, e->row->id, version, c, &e->v->why, &e->saved);
}

/* Whoever closed a record to themselves goes on to the list. */
static struct str where_to(struct editing *e)
{
	struct subject s = subject_here(e->v, e->saved);

	return access_read(e->v->actor, &s, e->v->today)
	               ? record_href(e->v->arena, e->saved)
	               : str_format(e->v->arena, "/%s", e->t->name);
}

static void say_stale(struct visit *v)
{
	v->why = refusal_on(v->arena);
	refuse(&v->why, FIELD_VERSION,
	       "somebody changed this record while you were writing",
	       "Open it in another window, see what changed in its history, then load this "
	       "form "
	       "again. What you typed is below.");
}

void new_post(struct request *q, struct response *r)
{
	struct visit v;
	struct editing *e = ARENA_NEW(q->arena, struct editing);

	if (!begin(e, &v, q, r))
		return;
	enum fail f = form_keep_files(&v, e->t, &e->files);
	if (f == OK)
		f = visit_write(&v, save, e);
	if (f == OK) {
		visit_go(&v, where_to(e), e->row ? "saved" : "created");
		return;
	}
	if (!form_may_go_on(&v, f))
		form_drop_files(&v, e->t, &e->files);
	if (f == FAIL_STALE)
		say_stale(&v);
	if (f != FAIL_REFUSED && f != FAIL_STALE) {
		visit_failed(&v, f);
		return;
	}
	e->typed = true;
	show_form(e);
}

void edit_post(struct request *q, struct response *r)
{
	new_post(q, r);
}
