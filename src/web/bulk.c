/*
 * bulk.c -- one step or one change on the records that were chosen in a list.
 *
 *     /plan/bulk?r=PLN-0003:4&r=PLN-0007:1&do=step:retire
 *
 * The page says what will become of each, asks for what is given with it and for the reason
 * once, and posts.  The answer tells what was done and what was refused, and why; sent
 * again it changes nothing twice, for each record names the version that was seen.
 */
#include "actions/bulk.h"
#include "actions/list.h"
#include "codec/json.h"
#include "jobs/jobs.h"
#include "model/value.h"
#include "records/organisation.h"
#include "records/person.h"
#include "web/form.h"
#include "web/record.h"
#include "web/web.h"

struct bulking {
	struct visit *v;
	const struct record_type *t;
	const struct pairs *asked;      /* the address, or the form */
	struct bulk_order order;
	struct str what;                /* "step:retire", "owner", "field:kind" */
	int field;                      /* of the type or built in; FIELD_NONE: a step */
	struct bulk_row *rows;
	size_t count;
	bool all; /* that the list shows, on all its pages: by a job */
	struct str address;
	struct bulk_view view;
};

/* ---- what may be done to many ---- */
static bool is_for_many(const struct field *f)
{
	bool plain = f->type == T_CHOICE || f->type == T_FLAG || f->type == T_DATE ||
	             (f->type == T_LINK && !f->many);

	return plain && !f->set_by_program && !f->retired && !f->unique;
}

/* A file belongs to one record. */
static bool needs_file(const struct record_type *t, const struct step *step)
{
	for (size_t i = 0; i < t->fields.count; i++)
		if ((step->needs & BIT(i)) && t->fields.at[i].type == T_FILE)
			return true;
	return false;
}

static bool has_right(const struct visit *v, const struct record_type *t, int right)
{
	return access_somewhere(v->actor, t->rights.at[right].name, v->today);
}

static void offer(struct bulk_offers *out, const char *value, const char *label)
{
	out->list.at[out->list.count++] = (struct bulk_offer){ value, label };
}

void bulk_offers_fill(struct visit *v, const struct record_type *t,
                      struct bulk_offers *out)
{
	size_t room = t->steps.count + t->fields.count + 3;

	out->action = str_format(v->arena, "/%s/bulk", t->name);
	out->list.at = ARENA_TRY(v->arena, struct bulk_offer, room);
	if (!out->list.at)
		return;
	for (size_t i = 0; i < t->steps.count; i++) {
		const struct step *step = &t->steps.at[i];

		if (!step->by_clock && !needs_file(t, step) && has_right(v, t, step->right))
			offer(out, str_format(v->arena, "step:%s", step->name).p,
			      SAY(v, step->label));
	}
	if (!has_right(v, t, t->change) && !t->owner_may_change)
		return;
	offer(out, "owner", SAY(v, N_("Change the owner")));
	offer(out, "label", SAY(v, N_("Change the classification")));
	offer(out, "unit", SAY(v, N_("Change the unit")));
	for (size_t i = 0; i < t->fields.count; i++) {
		const struct field *f = &t->fields.at[i];

		if (is_for_many(f))
			offer(out, str_format(v->arena, "field:%s", f->name).p,
			      str_z(v->arena, visit_words(v, N_("Change: %1"),
			                                  str_of(SAY(v, f->label)))));
	}
}

/* ---- what was chosen ---- */
static bool choose_step(struct bulking *b, struct str name)
{
	const struct step *step = step_find(b->t, name);

	b->order.step = step;
	b->view.button = step ? SAY(b->v, step->label) : "";
	return step && !step->by_clock && !needs_file(b->t, step);
}

static bool choose_change(struct bulking *b, struct str name)
{
	static const struct {
		const char *name;
		int field;
	} built_in[] = {
		{ "owner", FIELD_OWNER },
		{ "label", FIELD_LABEL },
		{ "unit", FIELD_UNIT },
	};

	b->view.button = SAY(b->v, N_("Change"));
	for (size_t i = 0; i < COUNT(built_in); i++)
		if (str_is(name, built_in[i].name)) {
			b->field = built_in[i].field;
			return true;
		}
	b->field = str_starts(name, "field:") ? field_find(b->t, str_from(name, 6)) : -1;
	return b->field >= 0 && is_for_many(&b->t->fields.at[b->field]);
}

/* "PLN-0003:4", or the code alone: as it is now. */
static void choose_rows(struct bulking *b)
{
	b->rows = ARENA_TRY(b->v->arena, struct bulk_row, b->asked->count + 1);
	for (size_t i = 0; b->rows && i < b->asked->count; i++) {
		struct str version, code;

		if (!str_is(b->asked->at[i].name, "r") || b->count == BULK_MOST)
			continue;
		code = str_split(b->asked->at[i].value, ':', &version);
		b->rows[b->count] = (struct bulk_row){ .named = str_trim(code) };
		if (version.n > 0)
			(void)str_to_i64(version, &b->rows[b->count].version);
		b->count++;
	}
}

static bool begin(struct bulking *b, struct visit *v, struct request *q, struct response *r)
{
	*b = (struct bulking){ .v = v, .field = FIELD_NONE };
	if (!visit_open(v, q, r))
		return false;
	b->asked = q->method == POST ? &q->form : &q->query;
	b->t = visit_type(v, q->params[0]);
	if (!b->t)
		return false;
	b->what = pairs_get(b->asked, "do");
	b->all = str_is(pairs_get(b->asked, "all"), "1");
	b->address = pairs_get(b->asked, "address");
	choose_rows(b);
	b->order.type = b->t;
	b->order.cancelled = q->cancelled;
	bool known = str_starts(b->what, "step:") ? choose_step(b, str_from(b->what, 5))
	                                          : choose_change(b, b->what);
	bool chosen = b->all || b->count > 0;
	if (known && chosen)
		return true;
	refuse(&v->why, FIELD_NONE,
	       chosen ? N_("it was not said what to do")
	              : N_("no record was chosen"),
	       N_("Go back to the list, choose records and what to do with them."));
	visit_failed(v, FAIL_REFUSED);
	return false;
}

/* ---- what each row says ---- */
static struct str first_reason(struct bulking *b, const struct bulk_row *row)
{
	const struct refusal *why = &row->why;
	struct text t = text_on(b->v->arena, 8000);

	if (row->result == FAIL_NOT_FOUND)
		return str_of(
			SAY(b->v, N_("There is no such record, or you may not see it.")));
	if (row->result == FAIL_STALE)
		return str_of(SAY(b->v, N_("Somebody has changed it since you saw it.")));
	if (row->result != FAIL_REFUSED)
		return str_of(SAY(b->v, N_("Not tried: something failed before it.")));
	for (size_t i = 0; i < why->count; i++) {
		const struct reason *reason = &why->at[i];
		struct str said = tr_message(b->v->arena, b->v->lang, &reason->why);

		text_addz(&t, i > 0 ? "; " : "");
		if (reason->field >= 0 && (size_t)reason->field < b->t->fields.count)
			text_addf(&t, "%s: ",
			          SAY(b->v, b->t->fields.at[reason->field].label));
		text_add(&t, said);
	}
	return words_sentence(b->v->arena, text_str(&t));
}

static bool fill_lines(struct bulking *b)
{
	b->view.lines.at = ARENA_TRY(b->v->arena, struct bulk_line, b->count);
	if (!b->view.lines.at)
		return false;
	for (size_t i = 0; i < b->count; i++) {
		const struct bulk_row *row = &b->rows[i];
		struct bulk_line *to = &b->view.lines.at[b->view.lines.count++];

		to->code = row->code.n > 0 ? row->code : row->named;
		to->title = row->title;
		if (row->code.n > 0)
			to->href = str_format(b->v->arena, "/%s/%.*s", b->t->name,
			                      STR_ARG(row->code));
		to->chosen = str_format(b->v->arena, "%.*s:%lld", STR_ARG(to->code),
		                        (long long)row->version);
		to->fine = row->result == OK;
		if (!to->fine)
			to->why = first_reason(b, row);
		b->view.fine += to->fine;
	}
	return true;
}

static void fill_head(struct bulking *b)
{
	struct visit *v = b->v;
	struct str what =
		b->field == FIELD_OWNER   ? str_of(SAY(v, N_("Change the owner")))
		: b->field == FIELD_LABEL ? str_of(SAY(v, N_("Change the classification")))
		: b->field == FIELD_UNIT  ? str_of(SAY(v, N_("Change the unit")))
		: b->field >= 0
			? visit_words(v, N_("Change: %1"),
	                              str_of(SAY(v, b->t->fields.at[b->field].label)))
			: str_of(b->view.button);

	b->view.title = what;
	b->view.what = b->what;
	b->view.all = b->all;
	b->view.address = b->address;
	b->view.back = str_format(v->arena, "/%s", b->t->name);
	b->view.action = str_format(v->arena, "/%s/bulk", b->t->name);
	b->view.plural = SAY(v, b->t->plural);
	b->view.refused = b->view.lines.count - b->view.fine;
	b->view.csrf = visit_csrf(v);
	visit_frame_at(v, &b->view.frame, b->view.title, str_z(v->arena, b->view.back));
}

/* The number into a sentence of trn(). */
static struct str count_words(struct visit *v, const char *said, size_t n)
{
	struct message m = { .args = { str_format(v->arena, "%zu", n) } };

	return message_fill(v->arena, said, &m);
}

/* ---- before ---- */
static enum fail add_controls(struct bulking *b, struct act *a)
{
	const struct step *step = b->order.step;
	struct form form;
	enum fail f = OK;

	if (!form_begin(&form, b->v, b->t, NULL, b->v->q->method == POST))
		return FAIL_MEMORY;
	for (size_t i = 0; f == OK && step && i < b->t->fields.count; i++)
		if (((step->needs | step->takes) & BIT(i)) &&
		    !b->t->fields.at[i].set_by_program && b->t->fields.at[i].type != T_FILE)
			f = form_add_field(&form, a, (int)i, (step->needs & BIT(i)) != 0);
	if (f == OK && b->field >= 0)
		f = form_add_field(&form, a, b->field, false);
	else if (f == OK && b->field != FIELD_NONE)
		f = form_add_built_in(&form, a, b->field);
	form_add_reason(&form, step && step->needs_reason);
	b->view.controls.at = form.controls;
	b->view.controls.count = form.count;
	return f;
}

static enum fail foresee(struct act *a, void *arg)
{
	struct bulking *b = arg;
	enum fail f = OK;

	for (size_t i = 0; f == OK && i < b->count; i++)
		f = bulk_foresee(a, &b->order, &b->rows[i]);
	if (f == OK)
		f = add_controls(b, a);
	return f == OK && !fill_lines(b) ? FAIL_MEMORY : f;
}

/* ---- all that the list shows ---- */
static enum fail count_all(struct act *a, struct bulking *b, int64_t *count)
{
	struct pairs address = { NULL, 0 };
	struct query q;

	b->v->why = refusal_on(b->v->arena);
	if (!form_parse(a->arena, b->address, &address))
		return FAIL_NOT_FOUND;
	enum fail f = list_asked(a, b->t, &address, &b->v->why, &q);
	return f == OK ? record_count(a, &q, count) : f;
}

static enum fail foresee_all(struct act *a, void *arg)
{
	struct bulking *b = arg;
	int64_t count = 0;
	enum fail f = count_all(a, b, &count);

	if (f == OK)
		f = add_controls(b, a);
	b->view.fine = (size_t)count;
	return f;
}

static void show_all(struct bulking *b)
{
	struct visit *v = b->v;
	enum fail f = visit_read(v, foresee_all, b);

	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	fill_head(b);
	b->view.lede = count_words(
		v,
		trn(v->lang, "%1 record matches. A job does it and says what became of it.",
	            "%1 records match. A job does them and says what became of each.",
	            (int64_t)b->view.fine),
		b->view.fine);
	VISIT_SHOW(v, bulk, &b->view);
}

void bulk_page(struct request *q, struct response *r)
{
	struct visit v;
	struct bulking b;

	if (!begin(&b, &v, q, r))
		return;
	if (b.all) {
		show_all(&b);
		return;
	}
	enum fail f = visit_read(&v, foresee, &b);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	fill_head(&b);
	b.view.lede = count_words(
		&v,
		trn(v.lang, "%1 record can be done as far as is known now.",
	            "%1 records can be done as far as is known now.", (int64_t)b.view.fine),
		b.view.fine);
	VISIT_SHOW(&v, bulk, &b.view);
}

/* ---- doing it ---- */
static enum fail change_of(struct act *a, void *arg, const struct row *now,
                           struct refusal *why, struct change **out)
{
	struct bulking *b = arg;
	struct visit one = *b->v;
	uint64_t fields = b->order.step ? b->order.step->needs | b->order.step->takes
	                  : b->field >= 0 ? BIT(b->field)
	                                  : 0;
	struct kept_files none = { .count = 0 };
	int64_t label;

	one.arena = a->arena;
	struct change *c = form_change(&one, a, now->type, fields, false, &none);
	/* What is left empty with a step stays as each record has it. */
	for (size_t i = 0; b->order.step && i < now->type->fields.count; i++)
		c->given[i] = c->given[i] && c->values[i].filled;
	struct str owner = str_trim(form_get(&one, "owner_"));
	if (b->field == FIELD_OWNER)
		c->owner_given = owner.n == 0 || form_link(&one, a, &person_type,
		                                           FIELD_OWNER, owner, &c->owner);
	if (b->field == FIELD_UNIT)
		c->unit_given = form_link(&one, a, &organisation_type, FIELD_UNIT,
		                          form_get(&one, "unit_"), &c->unit);
	if (b->field == FIELD_LABEL && str_to_i64(form_get(&one, "label_"), &label)) {
		c->label_given = true;
		c->label = (int)label;
	}
	*why = one.why;
	*out = c;
	return refused(why) ? FAIL_REFUSED : OK;
}

static void put_fields(struct json_out *j, struct arena *a, const struct change *c)
{
	json_name(j, "fields");
	json_open_object(j);
	for (size_t i = 0; i < c->type->fields.count; i++) {
		const struct field *f = &c->type->fields.at[i];
		const struct value *v = &c->values[i];
		if (!c->given[i])
			continue;
		json_name(j, f->name);
		if (!v->filled)
			json_put_null(j);
		else if (f->type == T_LINK && !f->many)
			json_put_str(j, id_text(a, v->links[0]));
		else
			json_put_raw(j, value_canonical(a, f, v));
	}
	json_close_object(j);
}

static void put_link(struct json_out *j, struct arena *a, const char *name, struct id id)
{
	json_name(j, name);
	if (id_is_set(id))
		json_put_str(j, id_text(a, id));
	else
		json_put_null(j);
}

/* As the API takes it. */
static void put_order(struct json_out *j, struct arena *a, const struct bulking *b,
                      const struct change *c)
{
	json_open_object(j);
	json_pair_str(j, "address", b->address);
	if (b->order.step)
		json_pair_z(j, "step", b->order.step->name);
	put_fields(j, a, c);
	if (b->field == FIELD_OWNER)
		put_link(j, a, "owner", c->owner);
	if (b->field == FIELD_UNIT)
		put_link(j, a, "unit", c->unit);
	if (b->field == FIELD_LABEL)
		json_pair_int(j, "label", c->label);
	json_pair_str(j, "reason", c->reason);
	json_close_object(j);
}

struct leaving {
	struct bulking *bulk;
	struct id job;
};

static enum fail leave_to_a_job(struct act *a, void *arg)
{
	struct leaving *l = arg;
	struct bulking *b = l->bulk;
	struct text t = text_on(a->arena, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);
	const struct row any = { .type = b->t };
	struct change *c;
	int64_t count;
	enum fail f = count_all(a, b, &count);

	if (f == OK)
		f = change_of(a, b, &any, &b->v->why, &c);
	if (f != OK)
		return f;
	json_open_object(&j);
	json_pair_z(&j, "type", b->t->name);
	json_pair_z(&j, "format", "csv");
	json_name(&j, "order");
	put_order(&j, a->arena, b, c);
	json_close_object(&j);
	return job_add(a, "bulk", text_str(&t), &b->v->why, &l->job);
}

static void post_all(struct bulking *b)
{
	struct leaving l = { .bulk = b };
	struct visit *v = b->v;
	enum fail f = visit_write(v, leave_to_a_job, &l);

	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	jobs_look(v->site->jobs);
	visit_go(v, str_format(v->arena, "/jobs/%.*s", STR_ARG(id_text(v->arena, l.job))),
	         NULL);
}

void bulk_post(struct request *q, struct response *r)
{
	struct visit v;
	struct bulking b;

	if (!begin(&b, &v, q, r))
		return;
	if (b.all) {
		post_all(&b);
		return;
	}
	b.order.change = change_of;
	b.order.arg = &b;
	bulk_run(v.site->store, v.actor, v.arena, &b.order, b.rows, b.count);
	if (!fill_lines(&b)) {
		visit_failed(&v, FAIL_MEMORY);
		return;
	}
	fill_head(&b);
	b.view.done = true;
	b.view.lede = count_words(&v,
	                          trn(v.lang, "%1 record was done.",
	                              "%1 records were done.", (int64_t)b.view.fine),
	                          b.view.fine);
	if (b.view.refused > 0)
		b.view.refused_words =
			count_words(&v,
		                    trn(v.lang, "%1 record was refused. Each says why.",
		                        "%1 records were refused. Each says why.",
		                        (int64_t)b.view.refused),
		                    b.view.refused);
	VISIT_SHOW(&v, bulk, &b.view);
}
