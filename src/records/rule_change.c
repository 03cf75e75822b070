/* rule_change.c -- which records a change of a retention rule touches. */
#include "records/rule_change.h"

#include "base/arena.h"
#include "base/limits.h"
#include "records/retention_rule.h"
#include "store/store.h"

bool keeping_differs(const struct keeping *was, const struct keeping *now)
{
	return was->for_ever != now->for_ever || was->from_record != now->from_record ||
	       was->archive != now->archive ||
	       (!was->for_ever && was->years != now->years);
}

struct comparing {
	struct act *act;
	struct keeping was, now;
	touched_fn *each;
	void *arg;
};

static bool is_due(const struct act *a, const struct kept_until *u)
{
	return date_is_set(u->due_on) && date_compare(u->due_on, a->today) <= 0;
}

static enum fail compare(struct act *a, const struct comparing *c, const struct row *r)
{
	struct touched t = { .row = r };
	enum fail f = keeping_until(a, &c->was, r, &t.was);

	if (!f)
		f = keeping_until(a, &c->now, r, &t.now);
	if (f)
		return f;
	bool was = is_due(a, &t.was), now = is_due(a, &t.now);
	if (was == now && (!now || c->was.archive == c->now.archive))
		return OK;
	t.how = was == now ? DONE_OTHERWISE : now ? BECOMES_DUE
	                                          : DUE_NO_MORE;
	return c->each(a, c->arg, &t);
}

/* In an arena of its own, so that a long list stays small. */
static enum fail compare_one(void *arg, const struct row *r)
{
	const struct comparing *c = arg;
	struct act act = *c->act;

	act.arena = arena_new(LIMIT_REQUEST_BYTES);
	if (!act.arena)
		return fail_say(FAIL_MEMORY, "no memory for what a rule touches");
	enum fail f = compare(&act, c, r);
	arena_free(act.arena);
	return f;
}

static enum fail compare_type(struct comparing *c, const struct record_type *t)
{
	struct filter over[64];
	size_t n = 0;

	for (size_t i = 0; i < t->states.count && i < COUNT(over); i++)
		if (t->over.in & BIT(i))
			over[n++] = (struct filter){ .field = FIELD_STATE,
				                     .op = IS,
				                     .or_with_next = true,
				                     .value = { .filled = true,
				                                .number = (int64_t)i } };
	if (n > 0)
		over[n - 1].or_with_next = false;
	/* What counts from another record has no state in which it is over. */
	if (c->was.from_record || c->now.from_record)
		n = 0;
	else if (n == 0)
		return OK;
	struct query q = { .type = t,
		           .filters = over,
		           .filter_count = n,
		           .sort = SORT_CREATED };
	return record_each(c->act, &q, compare_one, c);
}

enum fail rule_change_each(struct act *a, const struct row *rule, const struct keeping *now,
                           touched_fn *each, void *arg)
{
	const struct registry *g = store_registry(a->store);
	struct comparing c = { a, keeping_from(rule), *now, each, arg };
	enum fail f = OK;

	for (size_t i = 0; !f && i < g->count; i++)
		if (str_is(row_text(rule, RET_NAME), g->at[i]->retention))
			f = compare_type(&c, g->at[i]);
	return f;
}
