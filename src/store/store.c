/*
 * store.c -- opening the data, and one act: who, when, in which transaction.
 *
 * An act sees one moment (reading) or is one transaction (writing).  Its day is that of the
 * tenant's time zone.
 */
#include "store/parts.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <errno.h>

#include "base/arena.h"
#include "store/ledger.h"
#include "sys/zone.h"

static enum fail make_evidence(struct store *s, const struct store_options *o)
{
	size_t n = strlen(o->evidence ? o->evidence : s->path) + sizeof ".files";

	s->evidence = malloc(n);
	if (!s->evidence)
		return fail_say(FAIL_MEMORY, "no memory to open the data");
	snprintf(s->evidence, n, "%s%s", o->evidence ? o->evidence : s->path,
	         o->evidence ? "" : ".files");
	if (o->read_only || mkdir(s->evidence, 0700) == 0 || errno == EEXIST)
		return OK;
	return fail_say(FAIL_IO, "cannot make the folder %s: %s", s->evidence,
	                strerror(errno));
}

static enum fail check_tables(struct store *s)
{
	struct text faults = text_on(s->arena, LIMIT_PAGE_BYTES);

	if (!registry_check(s->registry, &faults)) {
		struct str rest, first = str_split(text_str(&faults), '\n', &rest);
		return fail_say(FAIL_FORMAT,
		                "the tables of record types have mistakes: %.*s",
		                STR_ARG(first));
	}
	s->tables = ARENA_TRY(s->arena, struct table, s->registry->count + 1);
	if (!s->tables)
		return fail_say(FAIL_MEMORY, "no memory to open the data");
	for (size_t i = 0; i < s->registry->count; i++)
		table_compose(s->arena, s->registry->at[i], &s->tables[i]);
	local_compose(s);
	return arena_failed(s->arena) ? fail_say(FAIL_MEMORY, "no memory to open the data")
	                              : OK;
}

static enum fail open_parts(struct store *s, const struct store_options *o)
{
	const struct db_options db = {
		.target = o->db,
		.readers = o->readers,
		.create = o->create,
		.read_only = o->read_only,
		.no_threads = o->no_threads,
	};

	char beside[PATH_MAX];
	enum fail f = db_beside(o->db, beside);
	if (f)
		return f;
	s->path = strdup(beside);
	if (!s->path)
		return fail_say(FAIL_MEMORY, "no memory to open the data");
	f = check_tables(s);
	if (!f)
		f = db_open(&s->db, &db);
	if (!f)
		f = make_evidence(s, o);
	if (!f)
		f = schema_open(s, o);
	return f;
}

enum fail store_open(struct store **out, const struct store_options *o)
{
	struct store *s = calloc(1, sizeof *s);
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);

	*out = NULL;
	if (!s || !a) {
		free(s);
		arena_free(a);
		return fail_say(FAIL_MEMORY, "no memory to open the data");
	}
	s->arena = a;
	s->registry = o->registry;
	enum fail f = open_parts(s, o);
	if (f)
		store_close(s);
	else
		*out = s;
	return f;
}

void store_close(struct store *s)
{
	if (!s)
		return;
	db_close(s->db);
	arena_free(s->arena);
	free(s->evidence);
	free(s->path);
	free(s);
}

struct db *store_db(struct store *s)
{
	return s->db;
}

const char *store_beside(const struct store *s)
{
	return s->path;
}

const char *store_evidence(const struct store *s)
{
	return s->evidence;
}

const struct registry *store_registry(struct store *s)
{
	return s->registry;
}

void store_add_hook(struct store *s, after_write_fn *hook)
{
	if (s->hook_count == HOOKS_MAX)
		BUG("more than %d hooks after a write", HOOKS_MAX);
	s->hooks[s->hook_count++] = hook;
}

/* ---- the clock ---- */
void store_set_clock(struct store *s, struct instant now)
{
	atomic_store(&s->clock_us, now.us);
}

struct instant store_now(struct store *s)
{
	int64_t us = atomic_load(&s->clock_us);

	return us ? (struct instant){ us } : instant_now();
}

/* Asked for at every act: another server may have changed it a moment ago. */
enum fail act_begin_day(struct act *a)
{
	struct stmt *s = query(a->tx, SQL("select zone from tenant where org = :org"));

	a->zone = NULL;
	bind_id(s, "org", act_org(a));
	int row = query_next(s);
	if (row == 1 && zone_get(column_str(s, 0), &a->zone) != OK)
		a->zone = NULL;
	query_end(s);
	a->today = act_date(a, a->now);
	return row < 0 ? (enum fail)row : OK;
}

struct date act_date(const struct act *a, struct instant t)
{
	return a->zone ? zone_date(a->zone, t) : instant_utc_date(t);
}

/* ---- acts ---- */
struct act_call {
	struct store *store;
	const struct actor *actor;
	struct arena *arena;
	store_job *job;
	void *arg;
	bool writes;
};

static enum fail run_act(struct tx *tx, void *arg)
{
	const struct act_call *c = arg;
	struct known known = { 0 };
	struct act a = {
		.actor = c->actor,
		.arena = c->arena,
		.now = store_now(c->store),
		.store = c->store,
		.tx = tx,
		.known = c->writes ? NULL : &known,
		.writes = c->writes,
	};

	enum fail f = c->writes ? ledger_turn(tx, act_org(&a)) : OK;
	if (!f)
		f = act_begin_day(&a);
	if (!f)
		f = local_types(&a);
	if (!f)
		f = c->job(&a, c->arg);
	known_release(&known);
	/* Whatever else it came to: without its memory nothing that it found can be
	 * trusted. */
	if (arena_failed(c->arena) || f == FAIL_MEMORY)
		f = fail_say(FAIL_MEMORY, "the request needs more memory than it may have");
	return f;
}

enum fail store_write(struct store *s, const struct actor *who, struct arena *arena,
                      store_job *job, void *arg)
{
	struct act_call c = { s, who, arena, job, arg, true };

	return db_write(s->db, run_act, &c);
}

enum fail store_read(struct store *s, const struct actor *who, struct arena *arena,
                     store_job *job, void *arg)
{
	struct act_call c = { s, who, arena, job, arg, false };

	return db_read(s->db, run_act, &c);
}
