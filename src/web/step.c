/*
 * step.c -- taking a step of a record: a form with what it needs and may take, beside what
 * is being decided; and the bin.
 */
#include "web/form.h"
#include "web/record.h"
#include "web/web.h"

struct stepping {
	struct visit *v;
	const struct step *step;
	struct row *row;
	bool typed;
	struct kept_files files;
	struct edit_view view;
};

static enum fail find_step(struct stepping *s, struct act *a)
{
	enum fail f = record_asked(s->v, a, &s->row);

	if (f != OK)
		return f;
	s->step = step_find(s->row->type, s->v->q->params[2]);
	return s->step && !s->step->by_clock ? OK : FAIL_NOT_FOUND;
}

/* An approval shows what is approved, down to the hash of the version. */
static enum fail load_given(struct stepping *s, struct act *a)
{
	const struct record_type *t = s->row->type;
	uint8_t hash[32];

	s->view.given.at = ARENA_TRY(s->v->arena, struct shown_field, t->fields.count);
	if (!s->view.given.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < t->fields.count; i++) {
		enum fail f;

		if (!row_filled(s->row, (int)i))
			continue;
		f = shown_field(s->v, a, s->row, (int)i,
		                &s->view.given.at[s->view.given.count++]);
		if (f != OK)
			return f;
	}
	enum fail f = record_hash(a, s->row, hash);
	if (f == OK)
		s->view.hash = words_hex(s->v->arena, hash, sizeof hash);
	return f;
}

static enum fail load(struct act *a, void *arg)
{
	struct stepping *s = arg;
	struct form form;
	enum fail f = find_step(s, a);

	if (f == OK && !form_begin(&form, s->v, s->row->type, s->row, s->typed))
		f = FAIL_MEMORY;
	for (size_t i = 0; f == OK && i < s->row->type->fields.count; i++)
		if ((s->step->needs | s->step->takes) & BIT(i))
			if (!s->row->type->fields.at[i].set_by_program)
				f = form_add_field(&form, a, (int)i,
				                   (s->step->needs & BIT(i)) != 0);
	if (f != OK)
		return f;
	form_add_reason(&form, s->step->needs_reason);
	s->view.controls.at = form.controls;
	s->view.controls.count = form.count;
	s->view.multipart = form.has_file;
	return s->step->approval ? load_given(s, a) : OK;
}

static void show(struct stepping *s)
{
	struct visit *v = s->v;
	enum fail f = visit_read(v, load, s);
	struct str seen = form_get(v, "_version");

	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	record_head_fill(v, s->row, &s->view.head);
	s->view.has_head = true;
	s->view.title = str_format(v->arena, "%s: %.*s", SAY(v, s->step->label),
	                           STR_ARG(s->view.head.title));
	s->view.lede = s->step->help ? str_of(SAY(v, s->step->help)) : STR_NONE;
	s->view.button = SAY(v, s->step->label);
	s->view.back = s->view.head.href;
	s->view.action =
		str_format(v->arena, "%.*s/step/%s", STR_ARG(s->view.back), s->step->name);
	s->view.version =
		seen.n > 0 ? seen
			   : str_format(v->arena, "%lld", (long long)s->row->version);
	s->view.csrf = visit_csrf(v);
	reasons_fill(v, s->row->type, &s->view.reasons);
	s->view.reasons.title = SAY(v, N_("The step was not taken"));
	if (v->why.count > 0)
		v->r->status = v->why.kind == REFUSAL_FORBIDDEN ? 403 : 422;
	visit_frame(v, &s->view.frame, s->view.title);
	VISIT_SHOW(v, edit, &s->view);
}

void step_page(struct request *q, struct response *r)
{
	struct visit v;
	struct stepping *s = ARENA_NEW(q->arena, struct stepping);

	s->v = &v;
	if (visit_open(&v, q, r))
		show(s);
}

static enum fail take(struct act *a, void *arg)
{
	struct stepping *s = arg;
	struct row *after;
	int64_t version = 0;
	enum fail f = find_step(s, a);

	if (f != OK)
		return f;
	struct change *c = form_change(s->v, a, s->row->type,
	                               s->step->needs | s->step->takes, false, &s->files);
	if (refused(&s->v->why))
		return FAIL_REFUSED;
	(void)str_to_i64(form_get(s->v, "_version"), &version);
	return record_step(a, s->row->type, s->row->id, version, s->step, c, &s->v->why,
	                   &after);
}

void step_post(struct request *q, struct response *r)
{
	struct visit v;
	struct stepping *s = ARENA_NEW(q->arena, struct stepping);

	s->v = &v;
	if (!visit_open(&v, q, r))
		return;
	const struct record_type *t = visit_type(&v, q->params[0]);
	if (!t)
		return;
	enum fail f = form_keep_files(&v, t, &s->files);
	if (f == OK)
		f = visit_write(&v, take, s);
	if (f != OK && !form_may_go_on(&v, f))
		form_drop_files(&v, t, &s->files);
	if (f == OK) {
		visit_go(&v, record_href(v.arena, s->row), "step");
	} else if (f == FAIL_REFUSED || f == FAIL_STALE) {
		if (f == FAIL_STALE)
			refuse(&v.why, FIELD_VERSION,
			       "somebody changed this record since you opened it",
			       "Read it again before you decide.");
		s->typed = true;
		show(s);
	} else {
		visit_failed(&v, f);
	}
}

/* ---- the bin ---- */

static enum fail load_withdraw(struct act *a, void *arg)
{
	struct stepping *s = arg;
	struct form form;
	enum fail f = record_asked(s->v, a, &s->row);

	if (f == OK && !form_begin(&form, s->v, s->row->type, s->row, s->typed))
		f = FAIL_MEMORY;
	if (f != OK)
		return f;
	form_add_reason(&form, true);
	s->view.controls.at = form.controls;
	s->view.controls.count = form.count;
	return OK;
}

static void show_withdraw(struct stepping *s)
{
	struct visit *v = s->v;
	enum fail f = visit_read(v, load_withdraw, s);

	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	record_head_fill(v, s->row, &s->view.head);
	s->view.has_head = true;
	s->view.title = visit_words(v, N_("Move %1 to the bin"), s->view.head.code);
	s->view.lede =
		str_of(SAY(v, N_("It can be restored for 30 days; its history stays.")));
	s->view.button = SAY(v, N_("Move to the bin"));
	s->view.back = s->view.head.href;
	s->view.action = str_format(v->arena, "%.*s/withdraw", STR_ARG(s->view.back));
	s->view.version = str_format(v->arena, "%lld", (long long)s->row->version);
	s->view.csrf = visit_csrf(v);
	reasons_fill(v, s->row->type, &s->view.reasons);
	if (v->why.count > 0)
		v->r->status = v->why.kind == REFUSAL_FORBIDDEN ? 403 : 422;
	visit_frame(v, &s->view.frame, s->view.title);
	VISIT_SHOW(v, edit, &s->view);
}

void withdraw_page(struct request *q, struct response *r)
{
	struct visit v;
	struct stepping *s = ARENA_NEW(q->arena, struct stepping);

	s->v = &v;
	if (visit_open(&v, q, r))
		show_withdraw(s);
}

static enum fail withdraw(struct act *a, void *arg)
{
	struct stepping *s = arg;
	int64_t version = 0;
	enum fail f = record_asked(s->v, a, &s->row);

	if (f != OK)
		return f;
	s->v->why = refusal_on(s->v->arena);
	struct str reason = str_trim(form_get(s->v, "reason_"));
	if (reason.n == 0) {
		refuse(&s->v->why, FIELD_REASON, "the reason is empty",
		       "Say why it is withdrawn.");
		return FAIL_REFUSED;
	}
	(void)str_to_i64(form_get(s->v, "_version"), &version);
	return record_withdraw(a, s->row->type, s->row->id, version, reason, &s->v->why);
}

void withdraw_post(struct request *q, struct response *r)
{
	struct visit v;
	struct stepping *s = ARENA_NEW(q->arena, struct stepping);

	s->v = &v;
	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_write(&v, withdraw, s);
	if (f == OK) {
		visit_go(&v, str_format(v.arena, "/%s", s->row->type->name), "withdrawn");
	} else if (f == FAIL_REFUSED) {
		s->typed = true;
		show_withdraw(s);
	} else {
		visit_failed(&v, f);
	}
}

static enum fail restore(struct act *a, void *arg)
{
	struct stepping *s = arg;
	enum fail f = record_asked(s->v, a, &s->row);

	int64_t version = 0;

	s->v->why = refusal_on(s->v->arena);
	(void)str_to_i64(form_get(s->v, "_version"), &version);
	if (f == OK)
		f = record_restore(a, s->row->type, s->row->id, version, STR(""),
		                   &s->v->why);
	return f;
}

void restore_post(struct request *q, struct response *r)
{
	struct visit v;
	struct stepping *s = ARENA_NEW(q->arena, struct stepping);

	s->v = &v;
	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_write(&v, restore, s);
	if (f == OK)
		visit_go(&v, record_href(v.arena, s->row), "restored");
	else
		visit_failed(&v, f);
}
