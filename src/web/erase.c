/*
 * erase.c -- destroying what a record says: a form that says what will be gone, wants a
 * reason and the code of the record typed, and says at once when a hold keeps it.
 */
#include "records/legal_hold.h"
#include "web/form.h"
#include "web/record.h"
#include "web/web.h"

struct erasing {
	struct visit *v;
	struct row *row;
	bool typed;
	struct edit_view view;
};

bool record_may_be_erased(const struct visit *v, const struct row *r)
{
	struct str right = str_format(v->arena, "%s.erase", r->type->name);
	struct subject s = subject_of(r, v->actor->org);

	return !r->type->permanent && row_filled(r, 0) &&
	       access_right(v->actor, right.p, &s, v->today, NULL);
}

static enum fail find(struct erasing *e, struct act *a)
{
	enum fail f = record_asked(e->v, a, &e->row);

	return f != OK || record_may_be_erased(e->v, e->row) ? f : FAIL_NOT_FOUND;
}

static enum fail load(struct act *a, void *arg)
{
	struct erasing *e = arg;
	struct visit *v = e->v;
	struct form form;
	enum fail f = find(e, a);

	if (f == OK && !form_begin(&form, v, e->row->type, e->row, e->typed))
		f = FAIL_MEMORY;
	if (f != OK)
		return f;
	form_add_reason(&form, true);
	struct str label = visit_words(v, N_("Type %1 to confirm"),
	                               row_code(v->arena, e->row));
	form_add_confirmation(&form, str_z(v->arena, label));
	e->view.controls.at = form.controls;
	e->view.controls.count = form.count;
	if (!e->typed)
		f = hold_keeps(a, e->row->type, e->row->id, e->row->unit, &v->why);
	return f == FAIL_REFUSED ? OK : f;
}

static void show(struct erasing *e)
{
	struct visit *v = e->v;

	if (!e->typed)
		v->why = refusal_on(v->arena);
	enum fail f = visit_read(v, load, e);
	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	record_head_fill(v, e->row, &e->view.head);
	e->view.has_head = true;
	e->view.title = visit_words(v, N_("Erase %1 for good"), e->view.head.code);
	e->view.lede = str_of(
		SAY(v, N_("What it says, its files and what repeats it are destroyed, also "
	                  "in its history, and nobody can bring them back. That it was "
	                  "erased, by whom and why stays.")));
	e->view.button = SAY(v, N_("Erase for good"));
	e->view.back = e->view.head.href;
	e->view.action = str_format(v->arena, "%.*s/erase", STR_ARG(e->view.back));
	e->view.version = str_format(v->arena, "%lld", (long long)e->row->version);
	e->view.csrf = visit_csrf(v);
	reasons_fill(v, e->row->type, &e->view.reasons);
	e->view.reasons.title = SAY(v, e->typed ? N_("Nothing was erased")
	                                        : N_("It cannot be erased now"));
	if (e->typed && v->why.count > 0)
		v->r->status = v->why.kind == REFUSAL_FORBIDDEN ? 403 : 422;
	visit_frame(v, &e->view.frame, e->view.title);
	VISIT_SHOW(v, edit, &e->view);
}

void erase_page(struct request *q, struct response *r)
{
	struct visit v;
	struct erasing *e = ARENA_NEW(q->arena, struct erasing);

	e->v = &v;
	if (visit_open(&v, q, r))
		show(e);
}

static enum fail erase(struct act *a, void *arg)
{
	struct erasing *e = arg;
	struct visit *v = e->v;
	int64_t version = 0;
	enum fail f = find(e, a);

	if (f != OK)
		return f;
	v->why = refusal_on(v->arena);
	struct str code = row_code(a->arena, e->row);
	if (!str_equal(str_trim(form_get(v, "confirm_")), code))
		refuse_with(&v->why, FIELD_NONE,
		            MESSAGE1("it was not confirmed: %1 is not what you typed",
		                     code),
		            MESSAGE("Type the code of the record exactly."));
	(void)str_to_i64(form_get(v, "_version"), &version);
	f = record_erase(a, e->row->type, e->row->id, version,
	                 str_trim(form_get(v, "reason_")), &v->why);
	return f == OK && refused(&v->why) ? FAIL_REFUSED : f;
}

void erase_post(struct request *q, struct response *r)
{
	struct visit v;
	struct erasing *e = ARENA_NEW(q->arena, struct erasing);

	e->v = &v;
	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_write(&v, erase, e);
	if (f == OK) {
		visit_go(&v, record_href(v.arena, e->row), "erased");
	} else if (f == FAIL_REFUSED) {
		e->typed = true;
		show(e);
	} else {
		visit_failed(&v, f);
	}
}
