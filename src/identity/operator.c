/*
 * operator.c -- whoever has the command line of the installation.
 *
 * They run it without reading what is in it.  Where the organisation allows reading (the
 * setting "operator.may_read"), each time is in the history before the first record is
 * read.
 */
#include "identity/internal.h"

#include "base/limits.h"
#include "records/settings.h"

static const struct str running[] = { { "installation.*", 14 } };
static const struct str reading[] = { { "installation.*", 14 }, { "*.read", 6 } };

struct asking {
	struct str name, what;
	const char *entry;              /* what the history calls it */
	bool allowed;
};

static enum fail may_read(struct act *a, void *arg)
{
	struct asking *q = arg;
	size_t choice;
	enum fail f = setting_choice(a, SET_OPERATOR_MAY_READ, &choice);

	q->allowed = f == OK && choice > 0;
	return f;
}

static enum fail note_entry(struct act *a, void *arg)
{
	const struct asking *q = arg;
	struct ledger_entry e = {
		.by_name = q->name,
		.type = STR("installation"),
		.record = a->actor->org,
		.version = 1,
		.what = str_of(q->entry),
		.reason = q->what,
	};
	enum fail f = ledger_instant(a->tx, a->actor->org, a->now, &e.at);

	return f == OK ? ledger_append(a->tx, a->arena, a->actor->org, &e, NULL) : f;
}

static enum fail permit_reading(struct store *s, struct arena *a, struct id org,
                                struct asking *q)
{
	struct actor program = system_actor(org, "operator");
	enum fail f = store_read(s, &program, a, may_read, q);

	if (f == OK && !q->allowed)
		return fail_say(FAIL_DENIED,
		                "an operator may not read records here. The security "
		                "officer or the executive may allow it: setting "
		                "operator.may_read, under Settings");
	return f == OK ? store_write(s, &program, a, note_entry, q) : f;
}

enum fail operator_actor(struct store *s, struct arena *a, struct id org, struct str name,
                         struct str what_for, struct actor **out)
{
	struct asking q = { .name = str_format(a, "operator %.*s", STR_ARG(name)),
		            .what = what_for,
		            .entry = "operator:read" };
	enum fail f = what_for.n ? permit_reading(s, a, org, &q) : OK;
	struct grant *grant = ARENA_NEW(a, struct grant);
	struct actor *actor = ARENA_NEW(a, struct actor);

	*grant = (struct grant){
		.role = STR("operator"),
		.title = STR("operator"),
		.rights = q.allowed ? reading : running,
		.right_count = q.allowed ? COUNT(reading) : COUNT(running),
		.everywhere = true,
		.clearance = q.allowed ? INT32_MAX : 0,
	};
	*actor = (struct actor){
		.kind = ACTOR_OPERATOR,
		.org = org,
		.name = q.name,
		.grants = grant,
		.grant_count = 1,
	};
	*out = actor;
	return f;
}

enum fail operator_note(struct store *s, struct arena *a, struct id org, struct str name,
                        const char *entry, struct str what_for)
{
	struct asking q = { .name = str_format(a, "operator %.*s", STR_ARG(name)),
		            .what = what_for,
		            .entry = entry };
	struct actor program = system_actor(org, "operator");

	return store_write(s, &program, a, note_entry, &q);
}
