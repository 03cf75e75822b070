/*
 * engine_touch.c -- after a write: which duties of which subjects rest on the record.
 *
 * The record may be the subject, the evidence (found back through the same link by which
 * evidence is found), an occurrence, what an occurrence carries, or a decision about a
 * duty.  Both how it was and how it is are asked.
 */
#include "base/arena.h"
#include "duty/engine_parts.h"

#define WORDS ((2000 + 63) / 64)        /* bits of duties */
#define COUNTED_AT_ONCE 300 /* records that a duty of the organisation counts in a write */
#define AT_ONCE 200 /* subjects of one duty that are worked out in a write */

struct touched {                        /* a subject, and which of its duties */
	struct touched *next;
	struct id subject;
	const struct record_type *type;
	uint64_t duties[WORDS];
};

struct touching {
	struct evaluation *e;
	const struct row *before, *after;
	struct touched *list;
	uint64_t organisation[WORDS];
	bool of_organisation;
};

static const struct row *either(const struct touching *t)
{
	return t->after ? t->after : t->before;
}

static void touch(struct touching *t, const struct record_type *type, struct id subject,
                  size_t duty)
{
	struct touched *one = t->list;

	while (one && !(one->type == type && id_equal(one->subject, subject)))
		one = one->next;
	if (!one) {
		one = ARENA_NEW(t->e->world.act->arena, struct touched);
		*one = (struct touched){ .next = t->list,
			                 .subject = subject,
			                 .type = type };
		t->list = one;
	}
	one->duties[duty / 64] |= BIT(duty % 64);
}

static void touch_organisation(struct touching *t, size_t duty)
{
	t->of_organisation = true;
	t->organisation[duty / 64] |= BIT(duty % 64);
}

/* A duty of the organisation reads all records of the type: where there are many, it is
 * left to the clock, which does it once for many writes. */
static enum fail touch_counted(struct touching *t, size_t duty,
                               const struct record_type *type)
{
	struct act *a = t->e->world.act;
	int64_t ever;
	enum fail f = facts_ever(t->e->world.facts, type, &ever);

	if (!f && ever > COUNTED_AT_ONCE)
		return duty_row_expire(a, t->e->world.duties->at[duty].id, a->actor->org);
	touch_organisation(t, duty);
	return f;
}

/* ---- back from evidence to what it is evidence for ---- */

typedef enum fail found_fn(struct touching *t, size_t duty, struct id id);

static enum fail each_of(struct touching *t, size_t duty, const struct fact_rows *rows,
                         found_fn *found)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < rows->count; i++)
		f = found(t, duty, rows->at[i]->id);
	return f;
}

/* The records of `from` that reach the row `r`. */
static enum fail back(struct touching *t, size_t duty, const struct reach *reach,
                      const struct record_type *from, const struct row *r, found_fn *found)
{
	struct facts *facts = t->e->world.facts;
	struct fact_rows rows;
	enum fail f = OK;

	if (!r || !type_is(reach->type, r->type))
		return OK;
	switch (reach->way) {
	case WAY_SELF: return found(t, duty, r->id);
	case WAY_ALL: return touch_counted(t, duty, reach->type);
	case WAY_FROM:
		f = facts_linking(facts, from, reach->from, r->id, &rows);
		return f ? f : each_of(t, duty, &rows, found);
	case WAY_VIA:
		for (size_t i = 0; !f && i < r->values[reach->via].link_count; i++)
			f = found(t, duty, r->values[reach->via].links[i]);
		return f;
	case WAY_OVER:
		for (size_t i = 0; !f && i < r->values[reach->via].link_count; i++) {
			f = facts_linking(facts, from, reach->from,
			                  r->values[reach->via].links[i], &rows);
			if (!f)
				f = each_of(t, duty, &rows, found);
		}
		return f;
	}
	return f;
}

static enum fail found_subject(struct touching *t, size_t duty, struct id id)
{
	touch(t, t->e->world.duties->at[duty].subject, id, duty);
	return OK;
}

static enum fail back_both(struct touching *t, size_t duty, const struct reach *reach,
                           const struct record_type *from, found_fn *found)
{
	enum fail f = reach->type ? back(t, duty, reach, from, t->before, found) : OK;

	return f || !reach->type ? f : back(t, duty, reach, from, t->after, found);
}

/* An occurrence whose record was written: on to its subject. */
static enum fail found_occurrence(struct touching *t, size_t duty, struct id id)
{
	const struct duty *d = &t->e->world.duties->at[duty];
	struct row *occurrence;
	enum fail f =
		facts_row(t->e->world.facts, d->each.reach.type, id, &occurrence);

	return f || !occurrence ? f
	                        : back(t, duty, &d->each.reach, d->subject, occurrence,
	                               found_subject);
}

static enum fail touch_duty(struct touching *t, size_t duty)
{
	const struct duty *d = &t->e->world.duties->at[duty];
	enum fail f = OK;

	if (d->subject && type_is(d->subject, either(t)->type))
		touch(t, d->subject, either(t)->id, duty);
	if (d->rule.kind == RULE_EACH) {
		f = back_both(t, duty, &d->each.reach, d->subject, found_subject);
		if (!f && d->each.carries == CARRIES_RECORD)
			f = back_both(t, duty, &d->each.record, d->each.reach.type,
			              found_occurrence);
		return f;
	}
	f = back_both(t, duty, &d->wanted.reach, d->subject, found_subject);
	return f ? f
	         : back_both(t, duty, &d->parts.tested.reach, d->subject, found_subject);
}

/* ---- decisions ---- */

/* A decision about all subjects of a duty: few are worked out at once, many are left to
 * the clock, and say so until then. */
static enum fail touch_all(struct touching *t, size_t duty)
{
	const struct duty *d = &t->e->world.duties->at[duty];
	struct fact_rows rows;
	int64_t count;
	enum fail f;

	touch_organisation(t, duty);
	if (!d->subject)
		return OK;
	f = facts_all(t->e->world.facts, d->subject, &rows);
	if (f || rows.count <= AT_ONCE)
		return f ? f : each_of(t, duty, &rows, found_subject);
	return duty_rows_expire(t->e->world.act, d->id, &count);
}

static enum fail touch_decision(struct touching *t, const struct row *r)
{
	const struct duties *duties = t->e->world.duties;
	struct duty_decision d;
	enum fail f = OK;

	if (!r || !duties->registry->duty_decision(r, &d))
		return OK;
	for (size_t i = 0; !f && i < duties->count; i++) {
		const struct duty *duty = &duties->at[i];
		bool inventory = duty->inventory && str_is(d.inventory,
		                                           duty->inventory->name);

		if (inventory)
			touch_organisation(t, i);
		if (!str_equal(duty->id, d.duty))
			continue;
		if (id_is_set(d.subject) && duty->subject)
			touch(t, duty->subject, d.subject, i);
		else
			f = touch_all(t, i);
	}
	return f;
}

static bool is_decision(const struct touching *t)
{
	const struct record_type *type = t->e->world.duties->registry->duty_decisions;

	return type && type_is(type, either(t)->type);
}

/* ---- working it out ---- */

static enum fail evaluate_touched(struct touching *t)
{
	enum fail f = OK;

	for (struct touched *one = t->list; !f && one; one = one->next) {
		struct row *subject;

		f = facts_row(t->e->world.facts, one->type, one->subject, &subject);
		if (!f)
			f = evaluation_subject(t->e, one->subject, subject, one->duties);
	}
	if (!f && t->of_organisation)
		f = evaluation_organisation(t->e, t->organisation);
	return f;
}

/* Does any duty read the type at all?  Most writes end here. */
static bool is_read(const struct duties *duties, const struct record_type *type)
{
	const struct registry *g = duties->registry;

	if (g->duty_decisions && type_is(g->duty_decisions, type))
		return true;
	for (size_t i = 0; i < duties->count; i++) {
		const struct duty *d = &duties->at[i];
		const struct record_type *const read[] = {
			d->subject,
			d->wanted.reach.type,
			d->parts.tested.reach.type,
			d->each.reach.type,
			d->each.record.type,
		};

		for (size_t k = 0; k < COUNT(read); k++)
			if (read[k] && type_is(read[k], type))
				return true;
	}
	return false;
}

enum fail duty_after_write(struct act *a, const struct row *before, const struct row *after)
{
	const struct duties *duties = duty_engine_duties();
	struct touching *t;
	struct evaluation e;
	enum fail f;

	if (!duties || !is_read(duties, (after ? after : before)->type))
		return OK;
	f = evaluation_open(&e, a, true);
	if (f)
		return f;
	t = ARENA_NEW(a->arena, struct touching);
	*t = (struct touching){ .e = &e, .before = before, .after = after };
	for (size_t i = 0; !f && i < duties->count; i++)
		f = touch_duty(t, i);
	if (!f && is_decision(t))
		f = touch_decision(t, before);
	if (!f && is_decision(t))
		f = touch_decision(t, after);
	return f ? f : evaluate_touched(t);
}
