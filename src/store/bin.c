/*
 * bin.c -- the bin is emptied: what was withdrawn LIMIT_BIN_DAYS ago leaves the tables.
 *
 * So do its files, which nobody could reach any more.  Its history stays, with an entry
 * that says so; destroying values is another act (erase), while it is in the bin.
 */
#include "store/parts.h"

#include "base/arena.h"
#include "store/ledger.h"

#define BATCH 200

struct old {
	const struct record_type *type;
	struct id ids[BATCH];
	size_t count;
	struct id after;                /* where the last batch ended */
	struct id one;
};

bool bin_is_over(struct instant since, struct instant now)
{
	return since.us < now.us - LIMIT_BIN_DAYS * US_PER_DAY;
}

static enum fail find_old(struct act *a, void *arg)
{
	struct old *o = arg;
	int row = 0;
	struct stmt *s = query_composed(
		a->tx, sql_for(a->arena,
	                       SQL("select t.id from this_type t where t.org = :org"
	                           " and t.withdrawn_at > 0 and t.withdrawn_at < :until"
	                           " and t.id > :after order by t.id limit :room"),
	                       o->type, NULL));

	o->count = 0;
	bind_id(s, "org", act_org(a));
	bind_i64(s, "room", BATCH);
	bind_blob(s, "after", o->after.b, sizeof o->after.b);
	bind_i64(s, "until", a->now.us - LIMIT_BIN_DAYS * US_PER_DAY);
	while (o->count < BATCH && (row = query_next(s)) == 1)
		o->ids[o->count++] = column_id(s, 0);
	query_end(s);
	if (o->count > 0)
		o->after = o->ids[o->count - 1];
	return row < 0 ? (enum fail)row : OK;
}

/* A legal hold keeps it in the bin for as long as it stands. */
static enum fail is_held(struct act *a, const struct row *r)
{
	struct refusal why = refusal_on(a->arena);
	held_fn *ask = a->store->registry->held;

	return ask ? ask(a, r->type, r->id, r->unit, &why) : OK;
}

static enum fail purge_one(struct act *a, void *arg)
{
	const struct old *o = arg;
	struct row *r;
	struct instant at;

	enum fail f = row_load(a, o->type, o->one, &r);
	if (f)
		return f == FAIL_NOT_FOUND ? OK : f;
	if (!instant_is_set(r->withdrawn_at) || !bin_is_over(r->withdrawn_at, a->now))
		return OK;
	f = is_held(a, r);
	if (f)
		return f;
	f = ledger_instant(a->tx, act_org(a), a->now, &at);
	if (!f)
		f = files_give_up(a, r->id);
	if (!f)
		f = row_remove(a, r);
	if (f)
		return f;
	const struct ledger_entry entry = {
		.at = at,
		.by_name = a->actor->name,
		.type = str_of(o->type->name),
		.record = r->id,
		.version = r->version + 1,
		.what = STR("purge"),
	};
	f = ledger_append(a->tx, a->arena, act_org(a), &entry, NULL);
	for (size_t i = 0; !f && i < a->store->hook_count; i++)
		f = a->store->hooks[i](a, r, NULL);
	return f;
}

static enum fail purge_batch(struct store *s, const struct actor *clock, struct old *o,
                             int64_t *gone)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < o->count; i++) {
		struct arena *arena = arena_new(LIMIT_REQUEST_BYTES);
		if (!arena)
			return fail_say(FAIL_MEMORY, "no memory to empty the bin");
		o->one = o->ids[i];
		f = store_write(s, clock, arena, purge_one, o);
		arena_free(arena);
		*gone += !f;
		if (f == FAIL_REFUSED)
			f = OK;
	}
	return f;
}

enum fail bin_purge(struct store *s, const struct actor *clock, int64_t *gone)
{
	struct old old = { .count = 0 }, *o = &old;
	enum fail f = OK;

	for (size_t i = 0; !f && i < s->registry->count; i++) {
		o->after = ID_NONE;
		do {
			struct arena *arena = arena_new(LIMIT_REQUEST_BYTES);
			if (!arena)
				return fail_say(FAIL_MEMORY, "no memory to empty the bin");
			o->type = s->registry->at[i];
			f = store_read(s, clock, arena, find_old, o);
			arena_free(arena);
			if (!f)
				f = purge_batch(s, clock, o, gone);
		} while (!f && o->count == BATCH);
	}
	return f;
}
