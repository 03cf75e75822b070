/*
 * facts_past.c -- records as facts, as they were: the history replayed up to an instant.
 */
#include "store/facts_parts.h"

#include <stdlib.h>

#include "base/arena.h"
#include "codec/json.h"
#include "model/value.h"
#include "store/ledger.h"

#define SLOTS_FIRST 1024

struct replay {
	struct facts *facts;
	struct arena *arena;
	const struct record_type *const *types;
	size_t type_count;
	struct past_record **slots;     /* by id; open addressing */
	size_t slot_count, count;
	enum fail failed;
};

/* ---- the record of an id ---- */

static size_t slot_of(const struct replay *p, struct id id)
{
	uint64_t h;

	/* The end of an id is random. */
	memcpy(&h, id.b + 8, sizeof h);
	size_t i = (size_t)(h % p->slot_count);
	while (p->slots[i] && !id_equal(p->slots[i]->row.id, id))
		i = (i + 1) % p->slot_count;
	return i;
}

static bool widen(struct replay *p)
{
	struct past_record **old = p->slots;
	size_t count = p->slot_count;

	if (p->slots && p->count * 2 < count)
		return true;
	p->slot_count = count ? count * 2 : SLOTS_FIRST;
	p->slots = ARENA_TRY(p->arena, struct past_record *, p->slot_count);
	if (!p->slots) {
		p->failed = fail_say(FAIL_MEMORY, "no memory to replay the history");
		return false;
	}
	for (size_t i = 0; i < count; i++)
		if (old[i])
			p->slots[slot_of(p, old[i]->row.id)] = old[i];
	return true;
}

static struct past_record *record_of(struct replay *p, const struct record_type *t,
                                     struct id id)
{
	if (!widen(p))
		return NULL;
	size_t at = slot_of(p, id);
	if (!p->slots[at]) {
		struct past_record *r = ARENA_NEW(p->arena, struct past_record);
		r->row.type = t;
		r->row.id = id;
		r->row.values = arena_get(p->arena, t->fields.count * sizeof(struct value));
		p->slots[at] = r;
		p->count++;
	}
	return p->slots[at];
}

/* ---- one entry ---- */

static struct id id_in(struct str json)
{
	struct id id;
	bool quoted = json.n > 2 && json.p[0] == '"';

	return quoted && id_parse(str_cut(str_from(json, 1), json.n - 2), &id) ? id
	                                                                       : ID_NONE;
}

static void set_state(struct row *r, struct str json)
{
	int state = json.n > 2 ? state_find(r->type, str_cut(str_from(json, 1), json.n - 2))
	                       : -1;

	if (state >= 0)
		r->state = state;
}

static void set_value(struct replay *p, struct row *r, const struct ledger_opened *o)
{
	int field = field_find(r->type, o->field);

	if (field < 0)
		return;
	const struct field *f = &r->type->fields.at[field];
	struct value v = { .filled = false };
	if (!value_read(p->arena, f, o->json, &v))
		return;
	if (f->type == T_CHOICE && v.filled && f->choices_were.count > 0)
		v.text = choice_now(f, v.text);
	r->values[field] = v;
}

/* `as_then`: the entry belongs to what the state was at the instant. */
static void apply(struct replay *p, struct past_record *r, const struct ledger_row *e,
                  bool as_then)
{
	for (size_t i = 0; i < e->opened_count; i++) {
		const struct ledger_opened *o = &e->opened[i];

		if (str_is(o->field, LEDGER_STATE)) {
			if (as_then)
				set_state(&r->row, o->json);
		} else if (str_is(o->field, LEDGER_NUMBER)) {
			(void)str_to_i64(o->json, &r->row.number);
		} else if (str_is(o->field, LEDGER_OWNER)) {
			r->row.owner = id_in(o->json);
		} else if (str_is(o->field, LEDGER_UNIT)) {
			r->row.unit = id_in(o->json);
		} else if (str_is(o->field, LEDGER_WITHDRAWN)) {
			r->row.withdrawn_at = str_is(o->json, "true") ? e->at
			                                              : INSTANT_NONE;
		} else if (o->field.n > 0 && o->field.p[0] != '@') {
			set_value(p, &r->row, o);
		}
	}
}

static void add_step(struct replay *p, struct past_record *r, const struct ledger_row *e)
{
	const struct step *step =
		str_starts(e->what, "step:")
			? step_find(r->row.type, str_from(e->what, sizeof("step:") - 1))
			: NULL;

	if (!step)
		return;
	if (r->step_count == r->step_room) {
		size_t room = r->step_room ? r->step_room * 2 : 4;
		struct fact_step *at = ARENA_TRY(p->arena, struct fact_step, room);
		if (!at) {
			p->failed = fail_say(FAIL_MEMORY,
			                     "no memory to replay the history");
			return;
		}
		if (r->step_count > 0)
			memcpy(at, r->steps, r->step_count * sizeof *at);
		r->steps = at;
		r->step_room = room;
	}
	r->steps[r->step_count++] = (struct fact_step){ step, e->at };
}

static void replay_entry(struct replay *p, const struct record_type *t,
                         const struct ledger_row *e)
{
	struct past_facts *past = p->facts->past;
	bool later = e->at.us > past->at.us;
	struct past_record *r = record_of(p, t, e->record);

	if (!r)
		return;
	if (str_is(e->what, "create")) {
		r->created = true;
		r->late = later;
		r->row.created_at = e->at;
	}
	apply(p, r, e, !later || r->late);
	if (!later || r->late)
		add_step(p, r, e);
	if (str_is(e->what, "withdraw"))
		r->row.withdrawn_at = e->at;
	if (str_is(e->what, "restore"))
		r->row.withdrawn_at = INSTANT_NONE;
	if (str_is(e->what, "purge") || ledger_destroys(e->what))
		r->gone = true;
}

/* What the organisation chose about itself: its zone, its settings. */
static void keep_choice(struct replay *p, const struct ledger_row *e)
{
	struct json_error error;
	struct json *j;

	for (size_t i = 0; i < e->opened_count; i++) {
		struct past_choice *c = ARENA_NEW(p->arena, struct past_choice);

		if (json_read(p->arena, e->opened[i].json, &j, &error) != OK ||
		    j->kind != JSON_STRING)
			continue;
		c->name = e->opened[i].field;
		c->value = j->text;
		c->next = p->facts->past->choices;
		p->facts->past->choices = c;
	}
}

enum fail past_choice(struct facts *f, struct str name, struct str *out)
{
	const struct past_choice *c = f->past->choices;

	while (c && !str_equal(c->name, name))
		c = c->next;
	*out = c ? c->value : STR_NONE;
	return c ? OK : FAIL_NOT_FOUND;
}

static const struct record_type *wanted(const struct replay *p, struct str name)
{
	const struct record_type *t = registry_find(p->facts->act->store->registry, name);

	for (size_t i = 0; t && i < p->type_count; i++)
		if (p->types[i] == t)
			return t;
	return NULL;
}

static enum fail read_history(struct replay *p)
{
	struct act *a = p->facts->act;
	struct stmt *s = query(a->tx, SQL("select made_at, type, record, what, opened"
	                                  " from history where org = :org"
	                                  " and made_at <= :until order by seq"));
	bool then = p->facts->past->known == KNOWN_THEN;
	int row = 0;

	bind_id(s, "org", act_org(a));
	bind_i64(s, "until", then ? p->facts->past->at.us : INT64_MAX);
	while (!p->failed && (row = query_next(s)) == 1) {
		const struct record_type *t = wanted(p, column_str(s, 1));
		bool choice = str_is(column_str(s, 1), TENANT_TYPE) ||
		              str_is(column_str(s, 1), SETTING_TYPE);
		struct ledger_row e = {
			.at = { column_i64(s, 0) },
			.record = column_id(s, 2),
			.what = str_copy(p->arena, column_str(s, 3)),
			.erased = column_null(s, 4),
		};

		if (!t && !choice)
			continue;
		if (!e.erased)
			(void)ledger_opened_parse(
				p->arena, str_copy(p->arena, column_str(s, 4)), &e);
		if (t)
			replay_entry(p, t, &e);
		else if (e.at.us <= p->facts->past->at.us)
			keep_choice(p, &e);
	}
	query_end(s);
	return p->failed ? p->failed : row < 0 ? (enum fail)row
	                                       : OK;
}

/* ---- in order ---- */

static int by_id(const void *x, const void *y)
{
	const struct past_record *const *a = x, *const *b = y;

	return id_compare((*a)->row.id, (*b)->row.id);
}

static int by_target(const void *x, const void *y)
{
	const struct past_link *a = x, *b = y;
	int order = id_compare(a->target, b->target);

	return order           ? order
	       : a->record < b->record ? -1
	                               : a->record > b->record;
}

static size_t links_in(const struct past_facts *past, struct past_link *out)
{
	size_t n = 0;

	for (size_t i = 0; i < past->count; i++) {
		const struct row *r = &past->records[i]->row;
		for (size_t f = 0; f < r->type->fields.count; f++) {
			bool link = r->type->fields.at[f].type == T_LINK;
			for (size_t k = 0; link && k < r->values[f].link_count; k++, n++)
				if (out)
					out[n] = (struct past_link){
						r->values[f].links[k], i, (int)f
					};
		}
	}
	return n;
}

static enum fail put_in_order(struct replay *p)
{
	struct past_facts *past = p->facts->past;

	past->records = ARENA_TRY(p->arena, struct past_record *, p->count + 1);
	if (!past->records)
		return fail_say(FAIL_MEMORY, "no memory to replay the history");
	for (size_t i = 0; i < p->slot_count; i++)
		if (p->slots[i] && p->slots[i]->created && !p->slots[i]->gone &&
		    !instant_is_set(p->slots[i]->row.withdrawn_at))
			past->records[past->count++] = p->slots[i];
	qsort(past->records, past->count, sizeof *past->records, by_id);
	past->link_count = links_in(past, NULL);
	past->links = ARENA_TRY(p->arena, struct past_link, past->link_count + 1);
	if (!past->links)
		return fail_say(FAIL_MEMORY, "no memory to replay the history");
	links_in(past, past->links);
	qsort(past->links, past->link_count, sizeof *past->links, by_target);
	return OK;
}

enum fail facts_then(struct act *a, struct instant at, enum known_when known,
                     const struct record_type *const *types, size_t type_count,
                     struct facts **out)
{
	struct facts *f = facts_now(a);
	struct replay p = { .facts = f,
		            .arena = a->arena,
		            .types = types,
		            .type_count = type_count };

	f->past = ARENA_NEW(a->arena, struct past_facts);
	f->past->at = at;
	f->past->known = known;
	*out = f;
	enum fail failed = read_history(&p);
	return failed ? failed : put_in_order(&p);
}

/* ---- asking ---- */

static struct past_record *find(const struct past_facts *past, struct id id)
{
	struct past_record wanted_one = { .row = { .id = id } };
	const struct past_record *key = &wanted_one;
	struct past_record **found = bsearch(&key, past->records, past->count,
	                                     sizeof *past->records, by_id);

	return found ? *found : NULL;
}

enum fail past_row(struct facts *f, const struct record_type *t, struct id id,
                   struct row **out)
{
	struct past_record *r = find(f->past, id);

	*out = r && r->row.type == t ? &r->row : NULL;
	return OK;
}

static enum fail rows_for(struct facts *f, size_t count, struct row ***out)
{
	*out = ARENA_TRY(f->act->arena, struct row *, count + 1);
	return *out ? OK : fail_say(FAIL_MEMORY, "no memory for the facts of a duty");
}

enum fail past_linking(struct facts *f, const struct record_type *t, int field,
                       struct id to, struct fact_rows *out)
{
	const struct past_facts *past = f->past;
	size_t low = 0, high = past->link_count, n = 0;
	struct row **rows;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (id_compare(past->links[middle].target, to) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	size_t end = low;
	while (end < past->link_count && id_equal(past->links[end].target, to))
		end++;
	enum fail failed = rows_for(f, end - low, &rows);
	for (; !failed && low < end; low++) {
		struct row *r = &past->records[past->links[low].record]->row;
		if (r->type == t && past->links[low].field == field)
			rows[n++] = r;
	}
	*out = (struct fact_rows){ rows, n };
	return failed;
}

enum fail past_all(struct facts *f, const struct record_type *t, struct fact_rows *out)
{
	struct row **rows;
	size_t n = 0;
	enum fail failed = rows_for(f, f->past->count, &rows);

	for (size_t i = 0; !failed && i < f->past->count; i++)
		if (f->past->records[i]->row.type == t)
			rows[n++] = &f->past->records[i]->row;
	*out = (struct fact_rows){ rows, n };
	return failed;
}

void past_steps(struct facts *f, const struct row *r, struct fact_steps *out)
{
	const struct past_record *p = find(f->past, r->id);

	*out = p ? (struct fact_steps){ p->steps, p->step_count }
	         : (struct fact_steps){ 0 };
}
