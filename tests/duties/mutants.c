/* mutants.c -- everything of a rule, changed one at a time. */
#include "duties/mutants.h"

#include "base/arena.h"

static struct duty *add(struct mutants *m, const struct duty *d, const char *what)
{
	if (m->count == MUTANTS_MOST)
		BUG("more than %d mutants", MUTANTS_MOST);
	m->at[m->count] = (struct mutant){ .duty = *d, .what = what };
	return &m->at[m->count++].duty;
}

static void longer(struct span *s, int by)
{
	if (s->business_days > 0)
		s->business_days += by;
	else if (span_is_exact(*s))
		s->length.seconds += by;
	else
		s->length.days += by;
}

static struct condition other(struct arena *a, struct condition c)
{
	struct str *nothing = ARENA_NEW(a, struct str);

	*nothing = STR("no such value");
	switch (c.kind) {
	case CONDITION_STATE: c.states = ~c.states; break;
	case CONDITION_IS:
		c.values = nothing;
		c.value_count = 1;
		break;
	case CONDITION_FILLED: c.kind = CONDITION_EMPTY; break;
	case CONDITION_EMPTY: c.kind = CONDITION_FILLED; break;
	case CONDITION_BETWEEN:
		if (c.least != INT64_MIN)
			c.least++;
		else
			c.most--;
		break;
	}
	return c;
}

/* Each condition, as otherwise and as not asked. */
#define MUTATE_CONDITIONS(m, a, d, member, name)                                          \
	do {                                                                              \
		for (size_t i = 0; i < (d)->member.count; i++) {                          \
			struct condition *copy = arena_get(                               \
				(a), (d)->member.count * sizeof(*copy));                  \
			memcpy(copy, (d)->member.at, (d)->member.count * sizeof(*copy));  \
			copy[i] = other((a), copy[i]);                                    \
			add((m), (d), name)->member.at = copy;                            \
		}                                                                         \
	} while (0)

static void mutate_moment(struct mutants *m, const struct duty *d)
{
	bool counts = d->rule.kind != RULE_EXISTS && d->rule.kind != RULE_CONTAINS &&
	              d->rule.kind != RULE_EACH;

	if (d->wanted.reach.type && counts && d->wanted.at.kind != MOMENT_CREATED)
		add(m, d, "the evidence counts from when it was entered")->wanted.at =
			(struct moment){ .kind = MOMENT_CREATED };
	if (d->wanted.until >= 0)
		add(m, d, "the evidence never ends")->wanted.until = -1;
	if (d->parts.tested.reach.type && d->parts.tested.at.kind != MOMENT_CREATED)
		add(m, d, "the test counts from when it was entered")->parts.tested.at =
			(struct moment){ .kind = MOMENT_CREATED };
}

static void mutate_starts(struct mutants *m, struct arena *a, const struct duty *d)
{
	for (size_t i = 0; i < d->start_count; i++) {
		struct moment *copy = arena_get(a, d->start_count * sizeof *copy);

		memcpy(copy, d->starts, d->start_count * sizeof *copy);
		if (d->start_count > 1) {
			memmove(copy + i, copy + i + 1,
			        (d->start_count - i - 1) * sizeof *copy);
			struct duty *fewer = add(m, d, "a start is left out");
			fewer->starts = copy;
			fewer->start_count--;
		} else if (copy[i].kind != MOMENT_CREATED) {
			copy[i] = (struct moment){ .kind = MOMENT_CREATED };
			add(m, d, "it starts when the subject was entered")->starts = copy;
		}
	}
}

static void mutate_days(struct mutants *m, struct arena *a, const struct duty *d)
{
	struct days *shifted = ARENA_NEW(a, struct days);
	struct date *at;

	if (!d->rule.days)
		return;
	at = arena_get(a, d->rule.days->count * sizeof *at);
	for (size_t i = 0; i < d->rule.days->count; i++)
		at[i] = date_add_days(d->rule.days->at[i], 1);
	*shifted = (struct days){ at, d->rule.days->count };
	add(m, d, "its days are one later")->rule.days = shifted;
}

static void mutate_limits(struct mutants *m, const struct duty *d)
{
	if (d->rule.limited && !d->rule.by_date) {
		longer(&add(m, d, "the span is longer")->rule.span, 1);
		longer(&add(m, d, "the span is shorter")->rule.span, -1);
	}
	if (d->each.windowed) {
		longer(&add(m, d, "the window is longer")->each.within, 1);
		longer(&add(m, d, "the window is shorter")->each.within, -1);
	}
	if (d->each.record_windowed) {
		longer(&add(m, d, "what is carried is good longer")->each.record_within, 1);
		longer(&add(m, d, "what is carried is good shorter")->each.record_within,
		       -1);
	}
	if (d->each.share > 0 && d->each.share < 100)
		add(m, d, "all must carry it")->each.share = 100;
	else if (d->each.share == 100)
		add(m, d, "one in a hundred is enough")->each.share = 1;
}

static void mutate_force(struct mutants *m, const struct duty *d)
{
	if (d->rule.force == FORCE_OTHERS)
		add(m, d, "it is ours to do")->rule.force = FORCE_MUST;
	else
		add(m, d, "others do it")->rule.force = FORCE_OTHERS;
	if (d->rule.force == FORCE_MUST || d->rule.force == FORCE_SHOULD)
		add(m, d, "it may be done")->rule.force = FORCE_MAY;
}

struct mutants mutants_of(struct arena *a, const struct duty *d)
{
	struct mutants m = { .at = ARENA_TRY(a, struct mutant, MUTANTS_MOST) };

	if (!m.at)
		BUG("no memory for mutants");
	if (d->rule.kind == RULE_INFORMATION)
		return m;
	mutate_force(&m, d);
	mutate_limits(&m, d);
	mutate_days(&m, a, d);
	mutate_moment(&m, d);
	mutate_starts(&m, a, d);
	MUTATE_CONDITIONS(&m, a, d, where, "other subjects");
	MUTATE_CONDITIONS(&m, a, d, wanted.reach.where, "other evidence");
	MUTATE_CONDITIONS(&m, a, d, parts.approved, "otherwise approved");
	MUTATE_CONDITIONS(&m, a, d, parts.tested.reach.where, "other tests");
	MUTATE_CONDITIONS(&m, a, d, each.reach.where, "other occurrences");
	MUTATE_CONDITIONS(&m, a, d, each.record.where, "other records carried");
	for (size_t i = 0; i < d->parts.element_count; i++) {
		struct str *copy = arena_get(a, d->parts.element_count * sizeof *copy);
		memcpy(copy, d->parts.elements, d->parts.element_count * sizeof *copy);
		memmove(copy + i, copy + i + 1,
		        (d->parts.element_count - i - 1) * sizeof *copy);
		struct duty *fewer = add(&m, d, "an element is left out");
		fewer->parts.elements = copy;
		fewer->parts.element_count--;
	}
	return m;
}
