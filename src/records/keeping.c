/* keeping.c -- until when a record is kept. */
#include "records/keeping.h"

#include "base/arena.h"
#include "base/limits.h"
#include "records/legal_hold.h"
#include "records/linked.h"
#include "records/retention_rule.h"
#include "store/store.h"

struct keeping keeping_from(const struct row *rule)
{
	return (struct keeping){
		.rule = rule,
		.for_ever = !row_filled(rule, RET_YEARS),
		.from_record = str_is(row_text(rule, RET_COUNTS_FROM), "record"),
		.archive = str_is(row_text(rule, RET_AFTER), "archive"),
		.years = row_number(rule, RET_YEARS),
	};
}

enum fail keeping_of(const struct act *a, const struct record_type *t, struct keeping *out)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct filter named = { .field = RET_NAME,
		                .op = IS,
		                .value = { .filled = true, .text = str_of(t->retention) } };
	struct query q = { .type = &retention_rule_type,
		           .filters = &named,
		           .filter_count = 1,
		           .sort = SORT_CREATED,
		           .limit = 1 };
	struct answer found;
	enum fail f = record_list(&act, &q, &found);

	*out = (struct keeping){ .for_ever = true };
	if (f || found.count == 0)
		return f;
	*out = keeping_from(found.rows[0]);
	return OK;
}

/* The last of the records that it hangs on must be gone. */
static enum fail ended_with_its_records(const struct act *a, const struct row *r,
                                        struct kept_until *out)
{
	struct act act = *a;
	bool any = false;

	for (size_t i = 0; i < r->type->fields.count; i++) {
		const struct value *v = &r->values[i];
		if (!r->type->fields.at[i].part_of || !v->filled)
			continue;
		for (size_t k = 0; k < v->link_count; k++) {
			struct instant at;
			enum fail f = record_gone_at(&act, v->links[k], &at);
			if (f)
				return f == FAIL_NOT_FOUND ? OK : f;
			struct date day = act_date(a, at);
			if (!any || date_compare(day, out->ended_on) > 0)
				out->ended_on = day;
			any = true;
		}
	}
	out->over = any;
	return OK;
}

static void ended_by_itself(const struct act *a, const struct row *r,
                            struct kept_until *out)
{
	const struct record_type *t = r->type;

	out->over = t->states.count > 0 && (t->over.in & BIT(r->state));
	if (!out->over)
		return;
	out->ended_on = t->over.on > 0 && row_filled(r, t->over.on)
	                        ? row_date(r, t->over.on)
	                        : act_date(a, r->changed_at);
}

enum fail keeping_until(const struct act *a, const struct keeping *k, const struct row *r,
                        struct kept_until *out)
{
	enum fail f = OK;

	*out = (struct kept_until){ .over = false };
	if (k->from_record)
		f = ended_with_its_records(a, r, out);
	else
		ended_by_itself(a, r, out);
	if (!f && out->over && !k->for_ever)
		out->due_on = date_add_months(out->ended_on, (int32_t)(12 * k->years));
	return f;
}

/* ---- what is due ---- */
#define STATES_ASKED 24

struct looking {
	struct act *act;
	struct due_query *query;
	struct keeping keeping;
	size_t found;
	due_fn *each;
	void *arg;
};

static bool comes_later(const struct due_query *q, const struct row *r)
{
	const struct row *after = q->after;

	if (!after || !type_is(after->type, r->type))
		return true;
	if (r->created_at.us != after->created_at.us)
		return r->created_at.us > after->created_at.us;
	return id_compare(r->id, after->id) > 0;
}

static enum fail look_in(struct act *a, struct looking *l, const struct row *r)
{
	struct due_query *q = l->query;
	struct due d = { .row = r, .keeping = &l->keeping };
	enum fail f = keeping_until(a, &l->keeping, r, &d.until);

	if (f || !date_is_set(d.until.due_on) || date_compare(d.until.due_on, q->by) > 0)
		return f;
	q->more = q->most > 0 && l->found == q->most;
	if (q->more)
		return FAIL_CANCELLED;
	l->found++;
	f = hold_on(a, r->type, r->id, r->unit, &d.hold);
	return f ? f : l->each(a, l->arg, &d);
}

/* In an arena of its own, so that a long list stays small. */
static enum fail look(void *arg, const struct row *r)
{
	struct looking *l = arg;
	struct act act = *l->act;

	if (!comes_later(l->query, r))
		return OK;
	act.arena = arena_new(LIMIT_REQUEST_BYTES);
	if (!act.arena)
		return fail_say(FAIL_MEMORY, "no memory for what is due");
	enum fail f = look_in(&act, l, r);
	arena_free(act.arena);
	return f;
}

/*
 * What is over has one of these states.  Without a date of its own that somebody may have
 * given afterwards, it was also made before its years began.
 */
static size_t filters_of(const struct record_type *t, const struct looking *l,
                         struct filter *out)
{
	const struct keeping *k = &l->keeping;
	const struct due_query *q = l->query;
	struct date made = date_add_months(q->by, (int32_t)(-12 * k->years));
	size_t n = 0;

	for (size_t i = 0; !k->from_record && i < t->states.count; i++)
		if (t->over.in & BIT(i))
			out[n++] = (struct filter){ .field = FIELD_STATE,
				                    .op = IS,
				                    .or_with_next = true,
				                    .value = { .filled = true,
				                               .number = (int64_t)i } };
	if (n > 0)
		out[n - 1].or_with_next = false;
	if (id_is_set(q->unit))
		out[n++] = (struct filter){
			.field = FIELD_UNIT,
			.op = q->below ? BELOW : IS,
			.value = { .filled = true, .links = &q->unit, .link_count = 1 }
		};
	if (t->over.on > 0 && !k->from_record)
		return n;
	out[n++] = (struct filter){
		.field = SORT_CREATED,
		.op = BEFORE,
		.value = { .filled = true,
		           .instant = instant_from_date(date_add_days(made, 2)) }
	};
	return n;
}

static enum fail each_of_type(struct looking *l, const struct record_type *t)
{
	struct filter filters[STATES_ASKED + 2];
	enum fail f = keeping_of(l->act, t, &l->keeping);

	if (f || l->keeping.for_ever || t->states.count > STATES_ASKED ||
	    (!l->keeping.from_record && t->over.in == 0))
		return f;
	struct query q = { .type = t, .filters = filters, .sort = SORT_CREATED };
	q.filter_count = filters_of(t, l, filters);
	return record_each(l->act, &q, look, l);
}

enum fail keeping_each_due(struct act *a, struct due_query *q, due_fn *each, void *arg)
{
	const struct registry *g = store_registry(a->store);
	struct looking l = { .act = a, .query = q, .each = each, .arg = arg };
	bool begun = q->after == NULL;
	enum fail f = OK;

	q->more = false;
	for (size_t i = 0; !f && i < g->count; i++) {
		begun = begun || type_is(q->after->type, g->at[i]);
		if (begun && (!q->only || type_is(q->only, g->at[i])))
			f = each_of_type(&l, g->at[i]);
	}
	return f == FAIL_CANCELLED && q->more ? OK : f;
}
