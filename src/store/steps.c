/*
 * steps.c -- taking a step: somebody with the right, from a state that allows it, with what
 * it needs; and the steps that the clock takes.
 */
#include "store/parts.h"

#include "base/arena.h"
#include "base/log.h"
#include "store/tenant.h"

static bool state_allows(const struct row *r, const struct step *step, struct refusal *why)
{
	if (instant_is_set(r->withdrawn_at)) {
		why->kind = REFUSAL_CONFLICT;
		return refuse(why, FIELD_NONE, "the record is in the bin",
		              "Restore it first.");
	}
	if (step->from & BIT(r->state))
		return true;
	why->kind = REFUSAL_CONFLICT;
	return refuse(why, FIELD_STATE, "this step cannot be taken in the present state",
	              "Look at the record again: somebody may have moved it on.");
}

/* What a form gives back as it was is not changed by whoever sends it. */
static bool any_field_changed(const struct row *before, const struct row *after,
                              const struct change *c, bool bound)
{
	for (size_t i = 0; c && i < c->type->fields.count; i++) {
		const struct field *f = &c->type->fields.at[i];

		if (c->given[i] && (!bound || field_is_bound(f)) &&
		    !value_equal(f, &before->values[i], &after->values[i]))
			return true;
	}
	return false;
}

static enum fail take(struct act *a, const struct row *before, struct row *after,
                      const struct step *step, const struct change *c)
{
	struct str what = str_format(a->arena, "step:%s", step->name);
	int fall_back;
	enum fail f = OK;

	after->state = step->to;
	/* Why it was sent back is no part of what was written. */
	if (any_field_changed(before, after, c, true))
		after->author = a->actor->person;
	if (any_field_changed(before, after, c, false))
		f = tx_doom(a->tx, approvals_void(a, before, after, &fall_back));
	if (!f)
		f = row_store(a, before, after,
		              &(struct written){ .what = what.p,
		                                 .reason = c ? c->reason : STR_NONE });
	if (!f && step->approval)
		f = tx_doom(a->tx, approval_add(a, after, step));
	return f ? f : record_follow(a, before, after, step->effect);
}

/*
 * Who created or changed any of what is approved now has written it, also when somebody
 * else touched it last: a comma of a second person does not make two people.
 */
static enum fail name_author(struct act *a, const struct row *r, const struct step *step,
                             struct subject *s)
{
	if (!step->not_author || !step->approval || !id_is_set(a->actor->user))
		return OK;
	struct stmt *q = query(a->tx, SQL("select count(*) from history"
	                                  " where org = :org and record = :record"
	                                  " and account = :account"
	                                  " and what in ('create', 'change')"
	                                  " and version > coalesce((select max(version)"
	                                  " from approval where org = :org"
	                                  " and record = :record), 0)"));
	bind_id(q, "org", act_org(a));
	bind_id(q, "record", r->id);
	bind_id(q, "account", a->actor->user);
	int row = query_next(q);
	if (row == 1 && column_i64(q, 0) > 0)
		s->author = a->actor->person;
	query_end(q);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail step_record(struct act *a, const struct record_type *t, struct id id,
                             int64_t version, const struct step *step,
                             const struct change *c, struct refusal *why, struct row **out)
{
	struct row *before;

	enum fail f = record_for_change(a, t, id, version, &before);
	if (f)
		return f;
	struct subject s = subject_of(before, act_org(a));
	f = name_author(a, before, step, &s);
	if (f)
		return f;
	bool allowed = access_step(a->actor, step, &s, a->today, why);
	if (!state_allows(before, step, why) || !allowed)
		return FAIL_REFUSED;
	if (step->by_clock && a->actor->kind == ACTOR_SYSTEM && !step->check)
		return FAIL_REFUSED;
	struct row *after = row_copy(a->arena, before);
	struct rule_case rules = {
		.before = before, .after = after, .change = c, .step = step
	};
	rules_apply(a, &rules, why);
	f = rules_check(a, &rules, why);
	if (!f && refused(why))
		f = FAIL_REFUSED;
	if (!f)
		f = take(a, before, after, step, c);
	if (!f && out)
		f = row_load(a, t, id, out);
	return f;
}

enum fail record_step(struct act *a, const struct record_type *t, struct id id,
                      int64_t version, const struct step *step, const struct change *c,
                      struct refusal *why, struct row **out)
{
	record_must_write(a);
	return step_record(a, t, id, version, step, c, why, out);
}

/* ---- steps of the clock ---- */
#define CLOCK_BATCH 500

struct due {
	const struct record_type *type;
	const struct step *step;
	struct id ids[CLOCK_BATCH];
	size_t count;
	struct id after;                /* where the last batch ended */
	int64_t taken;
	int state;
	struct id one;
};

/* Records in a state from which the step leads on, and of which its check says: now. */
static enum fail find_due(struct act *a, void *arg)
{
	struct due *d = arg;
	struct id ids[CLOCK_BATCH];
	size_t n = 0;
	int row;
	struct stmt *s = query_composed(
		a->tx, sql_for(a->arena,
	                       SQL("select t.id from this_type t where t.org = :org"
	                           " and t.state = :state and t.id > :after"
	                           " and t.withdrawn_at = 0 order by t.id limit :room"),
	                       d->type, NULL));

	bind_id(s, "org", act_org(a));
	bind_str(s, "state", str_of(d->type->states.at[d->state].name));
	bind_blob(s, "after", d->after.b, sizeof d->after.b);
	bind_i64(s, "room", CLOCK_BATCH);
	while ((row = query_next(s)) == 1 && n < CLOCK_BATCH)
		ids[n++] = column_id(s, 0);
	query_end(s);
	d->count = 0;
	if (n == 0 || row < 0)
		return row < 0 ? (enum fail)row : FAIL_NOT_FOUND;
	for (size_t i = 0; i < n; i++) {
		struct refusal why = refusal_on(a->arena);
		struct row *r;
		enum fail f = row_load(a, d->type, ids[i], &r);
		if (f)
			return f;
		if (d->step->check(a, r, &why))
			d->ids[d->count++] = ids[i];
	}
	d->after = ids[n - 1];
	return OK;
}

static enum fail take_one(struct act *a, void *arg)
{
	struct due *d = arg;
	struct refusal why = refusal_on(a->arena);

	return record_step(a, d->type, d->one, 0, d->step, NULL, &why, NULL);
}

static enum fail take_due(struct store *s, const struct actor *clock, struct due *d)
{
	for (size_t i = 0; i < d->count; i++) {
		struct arena *arena = arena_new(LIMIT_REQUEST_BYTES);
		if (!arena)
			return fail_say(FAIL_MEMORY,
			                "no memory for the steps of the clock");
		d->one = d->ids[i];
		enum fail f = store_write(s, clock, arena, take_one, d);
		arena_free(arena);
		d->taken += !f;
		/* One that is refused now is asked again the next time. */
		if (f && f != FAIL_REFUSED && f != FAIL_NOT_FOUND)
			return f;
	}
	return OK;
}

static enum fail clock_state(struct store *s, const struct actor *clock, struct due *d)
{
	enum fail f = OK;

	d->after = ID_NONE;
	while (!f) {
		struct arena *arena = arena_new(LIMIT_REQUEST_BYTES);
		if (!arena)
			return fail_say(FAIL_MEMORY,
			                "no memory for the steps of the clock");
		f = store_read(s, clock, arena, find_due, d);
		arena_free(arena);
		if (!f)
			f = take_due(s, clock, d);
	}
	return f == FAIL_NOT_FOUND ? OK : f;
}

static enum fail clock_type(struct store *s, const struct actor *clock,
                            const struct record_type *t, int64_t *taken)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < t->steps.count; i++) {
		struct due d = { .type = t, .step = &t->steps.at[i] };
		if (!d.step->by_clock)
			continue;
		for (d.state = 0; !f && (size_t)d.state < t->states.count; d.state++) {
			if (d.step->from & BIT(d.state))
				f = clock_state(s, clock, &d);
		}
		*taken += d.taken;
	}
	return f;
}

enum fail store_clock_steps(struct store *s, int64_t *taken)
{
	struct arena *arena = arena_new(LIMIT_REQUEST_BYTES);
	struct tenant *tenants;
	size_t count;

	*taken = 0;
	if (!arena)
		return fail_say(FAIL_MEMORY, "no memory for the steps of the clock");
	enum fail f = tenant_list(s, arena, &tenants, &count);
	for (size_t i = 0; !f && i < count; i++) {
		const struct actor clock = tenant_system(tenants[i].org, STR("clock"));
		for (size_t k = 0; !f && k < s->registry->count; k++)
			f = clock_type(s, &clock, s->registry->at[k], taken);
		if (!f)
			f = bin_purge(s, &clock, taken);
	}
	arena_free(arena);
	return f;
}
