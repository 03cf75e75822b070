/*
 * follow.c -- a part goes where the record goes that it hangs on.
 *
 * A comment, evidence, a plan check, a version of a document (fields with .part_of) is
 * never seen by more people than what it hangs on: its classification is at least as high,
 * and where the record is for a few, it is for no others.  What hangs on several records is
 * seen only by those who may see all of them.  An attachment belongs where its record does,
 * or to a unit above; parts move with their record as long as they stand where it stood.
 *
 * When a record is closed off, relabelled, moved or given to another owner, its parts
 * follow in the same transaction, each with an entry "follow" in its history.  A part that
 * somebody marked more strictly than its record keeps that: "follow:marked" says that a
 * mark of its own was overtaken, and the history still knows it when the record is opened
 * again.
 */
#include "store/parts.h"

#include <stdlib.h>

#include "base/arena.h"
#include "store/ledger.h"

#define PARTS_MAX 20000
#define UNITS_DEEP 32
#define PERSONS_MAX 1024

/* Who may see something, in the columns that decide it. */
struct seen_by {
	struct id unit;
	int label;
	bool closed;                    /* for `persons` only */
	const struct id *persons;       /* ascending, each once */
	size_t count;
};

struct demand {
	bool any;
	bool missing;                   /* a record that is gone cannot be asked any more */
	struct seen_by place;
};

/* ---- sets of persons ---- */
static int by_id(const void *x, const void *y)
{
	return id_compare(*(const struct id *)x, *(const struct id *)y);
}

static bool holds(const struct seen_by *p, struct id person)
{
	return p->count > 0 &&
	       bsearch(&person, p->persons, p->count, sizeof person, by_id) != NULL;
}

static bool all_in(const struct seen_by *some, const struct seen_by *all)
{
	for (size_t i = 0; i < some->count; i++)
		if (!holds(all, some->persons[i]))
			return false;
	return true;
}

/* The stricter of both in everything but the unit. */
static void narrow(struct arena *a, struct seen_by *to, const struct seen_by *by)
{
	if (by->label > to->label)
		to->label = by->label;
	if (!by->closed)
		return;
	if (!to->closed) {
		to->closed = true;
		to->persons = by->persons;
		to->count = by->count;
		return;
	}
	struct id *both = arena_get(a, (to->count + 1) * sizeof *both);
	size_t n = 0;
	for (size_t i = 0; i < to->count; i++)
		if (holds(by, to->persons[i]))
			both[n++] = to->persons[i];
	to->persons = both;
	to->count = n;
}

/* Those who may see a record that is not for everybody: who needs to know, and its owner.
 */
static struct seen_by place_of_record(struct arena *a, const struct subject *s)
{
	struct seen_by p = { .unit = s->unit, .label = s->label };

	p.closed = s->need_to_know_count > 0;
	if (!p.closed)
		return p;
	struct id *all = arena_get(a, (s->need_to_know_count + 1) * sizeof *all);
	memcpy(all, s->need_to_know, s->need_to_know_count * sizeof *all);
	p.persons = all;
	p.count = s->need_to_know_count;
	if (id_is_set(s->owner) && !s->type->attachment) {
		qsort(all, p.count, sizeof *all, by_id);
		if (!holds(&p, s->owner))
			all[p.count++] = s->owner;
	}
	qsort(all, p.count, sizeof *all, by_id);
	return p;
}

static struct seen_by place_of_part(const struct row *r)
{
	return (struct seen_by){ r->unit, r->label, r->need_to_know_count > 0,
		                 r->need_to_know, r->need_to_know_count };
}

/* ---- the nearest unit above two: whoever covers it covers both ---- */
static enum fail unit_above(struct act *a, struct id unit, struct id *out)
{
	struct stmt *s =
		query(a->tx, SQL("select target from link where org = :org"
	                         " and source = :unit and field = 'parent' limit 1"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "unit", unit);
	int row = query_next(s);
	*out = row == 1 ? column_id(s, 0) : ID_NONE;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail unit_over_both(struct act *a, struct id x, struct id y, struct id *out)
{
	struct id above[UNITS_DEEP];
	size_t n = 0;
	enum fail f = OK;

	*out = x;
	if (id_equal(x, y))
		return OK;
	for (struct id at = x; !f && id_is_set(at) && n < UNITS_DEEP;) {
		above[n++] = at;
		f = unit_above(a, at, &at);
	}
	for (size_t deep = 0; !f && id_is_set(y) && deep < UNITS_DEEP; deep++) {
		for (size_t i = 0; i < n; i++)
			if (id_equal(above[i], y)) {
				*out = y;
				return OK;
			}
		f = unit_above(a, y, &y);
	}
	return f;
}

/* ---- what the records ask of a part ---- */
static bool is_part(const struct record_type *t)
{
	for (size_t i = 0; i < t->fields.count; i++)
		if (t->fields.at[i].part_of)
			return true;
	return false;
}

static enum fail add_demand(struct act *a, const struct subject *s, struct demand *d)
{
	struct seen_by p = place_of_record(a->arena, s);

	if (!d->any) {
		d->any = true;
		d->place = p;
		return OK;
	}
	narrow(a->arena, &d->place, &p);
	return unit_over_both(a, d->place.unit, p.unit, &d->place.unit);
}

/* `was` stands for the record of that id as it was; null: all as they are. */
static enum fail demand_on(struct act *a, const struct row *part, const struct row *was,
                           struct demand *out)
{
	enum fail f = OK;

	*out = (struct demand){ .any = false };
	for (size_t i = 0; i < part->type->fields.count; i++) {
		const struct value *v = &part->values[i];
		if (!part->type->fields.at[i].part_of || !v->filled)
			continue;
		for (size_t k = 0; !f && k < v->link_count; k++) {
			struct entry e;
			if (was && id_equal(was->id, v->links[k])) {
				struct subject s = subject_of(was, act_org(a));
				f = add_demand(a, &s, out);
				continue;
			}
			f = entry_get(a, v->links[k], &e);
			out->missing |= f == FAIL_NOT_FOUND;
			if (f)
				f = f == FAIL_NOT_FOUND ? OK : f;
			else if (!id_equal(v->links[k], part->id))
				f = add_demand(a, &e.subject, out);
		}
	}
	return f;
}

/* ---- a mark of its own ---- */
static bool stricter(const struct seen_by *part, const struct seen_by *demand)
{
	if (part->label > demand->label)
		return true;
	return part->closed && (!demand->closed || (all_in(part, demand) &&
	                                            part->count < demand->count));
}

static bool opens(const struct seen_by *from, const struct seen_by *to)
{
	return to->label < from->label ||
	       (from->closed && (!to->closed || !all_in(to, from)));
}

/* How it stood after the first `count` entries. */
static struct seen_by stood_after(struct act *a, const struct ledger_row *rows,
                                  size_t count)
{
	struct subject s = { .label = 0 };

	for (size_t i = 0; i < count; i++)
		subject_follow(a, &s, &rows[i]);
	return (struct seen_by){ s.unit, s.label, s.need_to_know_count > 0, s.need_to_know,
		                 s.need_to_know_count };
}

static bool somebody_placed_it(const struct ledger_row *e)
{
	return !str_starts(e->what, "follow") &&
	       (ledger_value_of(e, LEDGER_LABEL).p ||
	        ledger_value_of(e, LEDGER_NEED_TO_KNOW).p);
}

/* A mark that was overtaken since somebody last placed the part, from its history. */
static enum fail overtaken_mark(struct act *a, struct id part, bool *found,
                                struct seen_by *own)
{
	struct ledger_row *rows;
	size_t count;

	*found = false;
	enum fail f = ledger_of_record(a->tx, a->arena, act_org(a), part, &rows, &count);
	for (size_t i = count; !f && i-- > 0;) {
		if (somebody_placed_it(&rows[i]))
			break;
		if (!str_is(rows[i].what, "follow:marked"))
			continue;
		*found = true;
		*own = stood_after(a, rows, i);
		break;
	}
	return f;
}

/* ---- placing ---- */
/* When nobody is left who may see all of it, whoever brought it keeps it. */
static void keep_somebody(struct act *a, const struct row *part, struct seen_by *p)
{
	if (!p->closed || p->count > 0)
		return;
	struct id *one = ARENA_NEW(a->arena, struct id);
	*one = id_is_set(part->owner) ? part->owner : a->actor->person;
	p->persons = one;
	p->count = 1;
}

static void put_place(struct row *part, const struct seen_by *p)
{
	part->unit = p->unit;
	part->label = p->label;
	part->need_to_know = p->persons;
	part->need_to_know_count = p->closed ? p->count : 0;
}

static void refuse_wider(const struct rule_case *c, const struct demand *d,
                         struct refusal *why)
{
	const struct seen_by given = place_of_part(c->after);

	if (c->change->label_given && given.label < d->place.label)
		refuse(why, FIELD_LABEL, "is lower than that of the record it belongs to",
		       "Give at least the same classification.");
	if (c->change->need_to_know_given && d->place.closed && given.closed &&
	    !all_in(&given, &d->place))
		refuse(why, FIELD_NEED_TO_KNOW,
		       "names somebody who may not see the record it belongs to",
		       "Name only persons who may see that record.");
}

/* Persons as they came may be in any order. */
static void sort_given(struct act *a, struct row *r)
{
	size_t n = r->need_to_know_count;
	struct id *sorted = arena_get(a->arena, (n + 1) * sizeof *sorted);

	memcpy(sorted, r->need_to_know, n * sizeof *sorted);
	qsort(sorted, n, sizeof *sorted, by_id);
	r->need_to_know = sorted;
}

enum fail follow_place(struct act *a, struct rule_case *c, struct refusal *why)
{
	struct row *r = c->after;
	struct demand d;

	if (!is_part(r->type))
		return OK;
	enum fail f = demand_on(a, r, NULL, &d);
	if (f || !d.any)
		return f;
	if (r->need_to_know_count > 0)
		sort_given(a, r);
	if (c->change)
		refuse_wider(c, &d, why);
	struct seen_by p = place_of_part(r);
	narrow(a->arena, &p, &d.place);
	keep_somebody(a, r, &p);
	if (!c->before && !c->change->unit_given)
		p.unit = d.place.unit;
	else if (r->type->attachment)
		f = unit_over_both(a, p.unit, d.place.unit, &p.unit);
	put_place(r, &p);
	return f;
}

/* ---- following ---- */
static bool same_place(const struct row *x, const struct row *y)
{
	struct seen_by a = place_of_part(x), b = place_of_part(y);

	return id_equal(a.unit, b.unit) && a.label == b.label && a.closed == b.closed &&
	       a.count == b.count && all_in(&a, &b);
}

static enum fail tell_hooks(struct act *a, const struct row *before,
                            const struct row *after)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < a->store->hook_count; i++)
		f = a->store->hooks[i](a, before, after);
	return f;
}

static enum fail move_part(struct act *a, const struct row *part, struct seen_by p,
                           bool marked)
{
	struct row *moved = row_copy(a->arena, part);

	put_place(moved, &p);
	if (same_place(part, moved))
		return OK;
	enum fail f = row_store(
		a, part, moved,
		&(struct written){ .what = marked ? "follow:marked" : "follow" });
	if (!f)
		f = follow_carry(a, part, moved);
	return f ? f : tell_hooks(a, part, moved);
}

static enum fail follow_one(struct act *a, const struct row *part, const struct row *before)
{
	struct demand was, now;
	struct seen_by own = place_of_part(part);
	enum fail f = demand_on(a, part, before, &was);

	if (!f)
		f = demand_on(a, part, NULL, &now);
	if (f || !was.any || !now.any)
		return f;
	bool marked = was.missing || stricter(&own, &was.place), overtaken = false;
	struct seen_by p = marked ? own : now.place;
	if (!marked && opens(&own, &now.place)) {
		f = overtaken_mark(a, part->id, &overtaken, &own);
		p = overtaken ? own : p;
	}
	narrow(a->arena, &p, &now.place);
	keep_somebody(a, part, &p);
	p.unit = part->unit;
	if (id_equal(part->unit, was.place.unit))
		p.unit = now.place.unit;
	else if (!f && part->type->attachment)
		f = unit_over_both(a, part->unit, now.place.unit, &p.unit);
	return f ? f : move_part(a, part, p, marked);
}

typedef bool field_fn(const struct field *f);

static bool makes_part(const struct field *f)
{
	return f->part_of;
}

static bool makes_copy(const struct field *f)
{
	return f->copies;
}

/* Those that link to the record by such a field. */
static enum fail hanging(struct act *a, struct id record, field_fn *wanted,
                         struct copy_of **out, size_t *count)
{
	struct copy_of *found = ARENA_TRY(a->arena, struct copy_of, PARTS_MAX);
	int row = 0;

	*out = found;
	*count = 0;
	if (!found)
		return fail_say(FAIL_MEMORY, "no memory for the parts of a record");
	struct stmt *s =
		query(a->tx,
	              SQL("select k.source, k.field, e.type from link k"
	                  " join entry e on e.org = k.org and e.id = k.source"
	                  " where k.org = :org and k.target = :record order by k.source"));
	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	while (*count < PARTS_MAX && (row = query_next(s)) == 1) {
		const struct record_type *t =
			registry_find(a->store->registry, column_str(s, 2));
		int field = t ? field_find(t, column_str(s, 1)) : -1;
		if (field >= 0 && wanted(&t->fields.at[field]))
			found[(*count)++] = (struct copy_of){ t, column_id(s, 0) };
	}
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	return *count < PARTS_MAX ? OK
	                          : fail_say(FAIL_FULL, "more than %d parts hang on it",
	                                     PARTS_MAX);
}

enum fail record_copies(struct act *a, struct id record, struct copy_of **out,
                        size_t *count)
{
	return hanging(a, record, makes_copy, out, count);
}

static enum fail ids_hanging(struct act *a, struct id record, field_fn *wanted,
                             struct id **out, size_t *count)
{
	struct copy_of *found;
	enum fail f = hanging(a, record, wanted, &found, count);

	*out = f == OK ? ARENA_TRY(a->arena, struct id, *count + 1) : NULL;
	if (f == OK && !*out)
		return fail_say(FAIL_MEMORY, "no memory for the parts of a record");
	for (size_t i = 0; f == OK && i < *count; i++)
		(*out)[i] = found[i].id;
	return f;
}

enum fail record_parts(struct act *a, struct id record, struct id **out, size_t *count)
{
	return ids_hanging(a, record, makes_part, out, count);
}

enum fail record_repeated(struct act *a, struct id record, struct id **out, size_t *count)
{
	return ids_hanging(a, record, makes_copy, out, count);
}

static bool readers_differ(const struct row *x, const struct row *y)
{
	return !same_place(x, y) || !id_equal(x->owner, y->owner);
}

enum fail follow_carry(struct act *a, const struct row *before, const struct row *after)
{
	struct id *ids;
	size_t count;

	if (!before || !readers_differ(before, after))
		return OK;
	if (a->depth >= EFFECTS_DEEP)
		return fail_say(FAIL_FULL, "parts of parts of %s are too deep",
		                after->type->name);
	a->depth++;
	enum fail f = record_parts(a, after->id, &ids, &count);
	for (size_t i = 0; !f && i < count; i++) {
		struct entry e;
		struct row *part = NULL;
		f = entry_get(a, ids[i], &e);
		if (!f)
			f = row_load(a, e.type, ids[i], &part);
		if (!f)
			f = follow_one(a, part, before);
	}
	a->depth--;
	return f;
}

/* ---- all of them, from before they followed ---- */
struct narrowing {
	struct act *act;
	int64_t count;
};

static enum fail narrow_part(struct act *a, const struct row *part)
{
	struct seen_by p = place_of_part(part);
	struct demand d;
	enum fail f = demand_on(a, part, NULL, &d);

	if (f || !d.any)
		return f;
	narrow(a->arena, &p, &d.place);
	keep_somebody(a, part, &p);
	if (part->type->attachment)
		f = unit_over_both(a, p.unit, d.place.unit, &p.unit);
	return f ? f : move_part(a, part, p, false);
}

/* Read again: a part that it hangs on may have moved it meanwhile. */
static enum fail narrow_one(void *arg, const struct row *r)
{
	struct narrowing *n = arg;
	struct act act = *n->act;
	struct row *part, *after;

	act.arena = arena_new(LIMIT_REQUEST_BYTES);
	if (!act.arena)
		return fail_say(FAIL_MEMORY, "no memory for the parts of records");
	enum fail f = row_load(&act, r->type, r->id, &part);
	if (!f)
		f = narrow_part(&act, part);
	if (!f)
		f = row_load(&act, r->type, r->id, &after);
	n->count += !f && after->version > part->version;
	arena_free(act.arena);
	return f;
}

enum fail parts_narrow(struct act *a, int64_t *count)
{
	const struct registry *g = a->store->registry;
	struct narrowing n = { .act = a };
	enum fail f = OK;

	record_must_write(a);
	for (size_t i = 0; i < g->count; i++) {
		struct query q = { .type = g->at[i], .sort = SORT_CREATED };
		for (int bin = 0; !f && is_part(g->at[i]) && bin < 2; bin++) {
			q.withdrawn = bin;
			f = record_each(a, &q, narrow_one, &n);
		}
	}
	*count = n.count;
	return f;
}
