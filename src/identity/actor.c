/*
 * actor.c -- from appointments in force today to an actor.
 *
 * Each appointment gives a grant: the rights of its role, in the appointment's unit and
 * every node below it, up to its clearance.  Rights written with ".everywhere" become a
 * second grant for the whole tenant.  Records are read as the program itself: who is asking
 * is not known before this is done.
 *
 * Making an actor reads the tree of the organisation, so it is kept in a small cache, by
 * account.  A cached one counts only while the tenant's epoch is the same (it moves in the
 * transaction of every change that could matter), and for a few minutes: appointments begin
 * and end with the day.
 */
#include "identity/internal.h"

#include <pthread.h>

#include "base/limits.h"
#include "records/classification.h"
#include "records/organisation.h"
#include "records/person.h"
#include "records/role.h"
#include "records/role_assignment.h"

#define EVERYWHERE ".everywhere"
#define GRANTS_AT_MOST 64

struct actor system_actor(struct id org, const char *name)
{
	return (struct actor){ .kind = ACTOR_SYSTEM, .org = org, .name = str_of(name) };
}

/* ---- the tree of the organisation ---- */
struct node {
	struct id id, parent;
};
struct tree {
	struct arena *arena;
	struct node *at;
	size_t count, room;
};

static enum fail add_node(void *arg, const struct row *r)
{
	struct tree *t = arg;

	if (t->count == t->room) {
		size_t room = t->room ? t->room * 2 : 64;
		struct node *at = ARENA_TRY(t->arena, struct node, room);
		if (!at)
			return fail_say(FAIL_MEMORY, "no memory for %zu organisations",
			                room);
		if (t->count)
			memcpy(at, t->at, t->count * sizeof *at);
		t->at = at;
		t->room = room;
	}
	t->at[t->count++] = (struct node){ r->id, row_link(r, ORG_PARENT) };
	return OK;
}

static enum fail tree_read(struct act *a, struct tree *t)
{
	struct query q = { .type = &organisation_type, .limit = LIMIT_PAGE_ROWS };

	*t = (struct tree){ .arena = a->arena };
	return record_each(a, &q, add_node, t);
}

static int by_id(const void *a, const void *b)
{
	return id_compare(*(const struct id *)a, *(const struct id *)b);
}

static bool contains(const struct id *ids, size_t count, struct id id)
{
	for (size_t i = 0; i < count; i++)
		if (id_equal(ids[i], id))
			return true;
	return false;
}

/* The node and all below it, sorted.  Passes over the tree until nothing is added: depth is
 * small, and a loop in it (which the records refuse) would end all the same. */
static const struct id *subtree(const struct tree *t, struct id top, size_t *count)
{
	struct id *ids = ARENA_TRY(t->arena, struct id, t->count + 1);
	size_t n = 0, before;

	*count = 0;
	if (!ids) {
		arena_fail(t->arena);
		return NULL;
	}
	ids[n++] = top;
	do {
		before = n;
		for (size_t i = 0; i < t->count; i++)
			if (!contains(ids, n, t->at[i].id) &&
			    contains(ids, n, t->at[i].parent))
				ids[n++] = t->at[i].id;
	} while (n > before);
	qsort(ids, n, sizeof *ids, by_id);
	*count = n;
	return ids;
}

/* ---- appointments ---- */
struct maker {
	struct act *act;
	struct tree tree;
	const struct account_row *account;
	struct grant *grants;
	size_t count;
};

static enum fail rank_of(struct act *a, struct id label, int *rank)
{
	struct row *r;
	enum fail f = record_get(a, &classification_type, label, &r);

	if (f == OK)
		*rank = (int)row_number(r, CLS_RANK);
	return f == FAIL_NOT_FOUND ? OK : f;
}

/* The patterns of a role: those for its unit first, those for everywhere apart. */
static size_t patterns_of(const struct act *act, struct str text, bool everywhere,
                          const struct str **out)
{
	const struct registry *types = store_registry(act->store);
	struct arena *a = act->arena;
	size_t n = 0;
	struct str *all = ARENA_TRY(a, struct str, text.n / 2 + 1);

	*out = all;
	if (!all) {
		arena_fail(a);
		return 0;
	}
	while (text.n > 0) {
		struct str line = str_trim(str_split(text, '\n', &text));
		bool is = str_ends(line, EVERYWHERE);
		if (line.n == 0 || is != everywhere)
			continue;
		line = str_cut(line, line.n - (is ? strlen(EVERYWHERE) : 0));
		all[n++] = str_copy(a, right_now(types, a, line));
	}
	return n;
}

static void add_grants(struct maker *m, const struct row *role,
                       const struct row *assignment, int clearance)
{
	struct arena *a = m->act->arena;
	struct grant g = {
		.role = row_text(role, ROL_NAME),
		.title = str_copy(a, row_title(assignment, LANG_EN)),
		.french = str_copy(a, row_title(assignment, LANG_FR)),
		.everywhere = id_is_set(m->account->root) &&
		              id_equal(assignment->unit, m->account->root),
		.clearance = clearance,
		.read_only = row_flag(role, ROL_READ_ONLY),
		.until = row_date(assignment, RAS_ENDS_ON),
	};

	g.right_count = patterns_of(m->act, row_text(role, ROL_RIGHTS), false, &g.rights);
	g.units = subtree(&m->tree, assignment->unit, &g.unit_count);
	if (g.right_count > 0 && m->count < GRANTS_AT_MOST)
		m->grants[m->count++] = g;
	g.everywhere = true;
	g.units = NULL;
	g.unit_count = 0;
	g.right_count = patterns_of(m->act, row_text(role, ROL_RIGHTS), true, &g.rights);
	if (g.right_count > 0 && m->count < GRANTS_AT_MOST)
		m->grants[m->count++] = g;
}

static bool in_force(const struct act *a, const struct row *r)
{
	struct date from = row_date(r, RAS_STARTS_ON), to = row_date(r, RAS_ENDS_ON);

	return r->state == RAS_IS_IN_FORCE && !instant_is_set(r->withdrawn_at) &&
	       (!date_is_set(from) || date_compare(from, a->today) <= 0) &&
	       (!date_is_set(to) || date_compare(a->today, to) <= 0);
}

static enum fail add_assignment(void *arg, const struct row *r)
{
	struct maker *m = arg;
	struct row *role;
	int clearance = 0;

	if (!in_force(m->act, r))
		return OK;
	enum fail f = record_get(m->act, &role_type, row_link(r, RAS_ROLE), &role);
	if (f == FAIL_NOT_FOUND || (f == OK && instant_is_set(role->withdrawn_at)))
		return OK;
	if (f != OK)
		return f;
	bool own = row_filled(r, RAS_CLEARANCE);
	if (own || row_filled(role, ROL_CLEARANCE))
		f = rank_of(m->act,
		            own ? row_link(r, RAS_CLEARANCE)
		                : row_link(role, ROL_CLEARANCE),
		            &clearance);
	/* A read-only role without an end would be an auditor for ever: it grants nothing.
	 */
	bool endless =
		row_flag(role, ROL_READ_ONLY) && !date_is_set(row_date(r, RAS_ENDS_ON));
	if (f == OK && !endless)
		add_grants(m, role, r, clearance);
	return f;
}

struct load {
	const struct account_row *account;
	struct actor *actor;
};

static enum fail load_grants(struct act *a, const struct account_row *account,
                             struct maker *m)
{
	struct id person = account->person;
	struct filter mine = {
		.field = RAS_PERSON,
		.op = LINKS_TO,
		.value = { .filled = true, .links = &person, .link_count = 1 },
	};
	struct query q = { .type = &role_assignment_type,
		           .filters = &mine,
		           .filter_count = 1,
		           .limit = LIMIT_PAGE_ROWS };

	*m = (struct maker){ .act = a, .account = account };
	m->grants = ARENA_TRY(a->arena, struct grant, GRANTS_AT_MOST);
	if (!m->grants)
		return fail_say(FAIL_MEMORY, "no memory for the grants of an account");
	enum fail f = tree_read(a, &m->tree);
	return f == OK ? record_each(a, &q, add_assignment, m) : f;
}

static enum fail load_actor(struct act *a, void *arg)
{
	struct load *load = arg;
	struct maker m;
	struct row *person;
	enum fail f = load_grants(a, load->account, &m);

	if (f != OK)
		return f;
	*load->actor = (struct actor){
		.kind = ACTOR_PERSON,
		.org = load->account->org,
		.user = load->account->id,
		.person = load->account->person,
		.name = load->account->login,
		.lang = load->account->lang,
		.grants = m.grants,
		.grant_count = m.count,
	};
	f = record_get(a, &person_type, load->account->person, &person);
	if (f == OK)
		load->actor->name = row_text(person, PER_NAME);
	return f == FAIL_NOT_FOUND ? OK : f;
}

/* ---- the cache ---- */
#define CACHE_SLOTS 256
#define CACHED_BYTES ((size_t)1024 * 1024)
#define ACTOR_MINUTES 5                 /* a day that ends is noticed at the latest then */

struct cached {
	struct arena *arena;
	struct actor *actor;
	int64_t epoch;
	struct instant made_at;
};
static pthread_mutex_t cache_lock = PTHREAD_MUTEX_INITIALIZER;
static struct cached cache[CACHE_SLOTS];

static struct cached *slot_of(struct id account)
{
	unsigned h = 0;

	for (size_t i = 8; i < sizeof account.b; i++)   /* the random half */
		h = h * 31 + account.b[i];
	return &cache[h % CACHE_SLOTS];
}

static const struct str *copy_strs(struct arena *a, const struct str *from, size_t n)
{
	struct str *to = ARENA_TRY(a, struct str, n + 1);

	if (!to) {
		arena_fail(a);
		return NULL;
	}
	for (size_t i = 0; i < n; i++)
		to[i] = str_copy(a, from[i]);
	return to;
}

static const struct id *copy_ids(struct arena *a, const struct id *from, size_t n)
{
	struct id *to = ARENA_TRY(a, struct id, n + 1);

	if (!to)
		arena_fail(a);
	else if (n)
		memcpy(to, from, n * sizeof *to);
	return to;
}

static struct actor *actor_copy(struct arena *a, const struct actor *from)
{
	struct actor *to = ARENA_NEW(a, struct actor);
	struct grant *grants = ARENA_TRY(a, struct grant, from->grant_count + 1);

	*to = *from;
	to->name = str_copy(a, from->name);
	if (!grants) {
		arena_fail(a);
		to->grant_count = 0;
		return to;
	}
	for (size_t i = 0; i < from->grant_count; i++) {
		grants[i] = from->grants[i];
		grants[i].role = str_copy(a, grants[i].role);
		grants[i].title = str_copy(a, grants[i].title);
		grants[i].french = str_copy(a, grants[i].french);
		grants[i].rights = copy_strs(a, grants[i].rights, grants[i].right_count);
		grants[i].units = copy_ids(a, grants[i].units, grants[i].unit_count);
	}
	to->grants = grants;
	return to;
}

static struct actor *cache_get(struct arena *a, const struct account_row *account,
                               struct instant now)
{
	struct actor *found = NULL;

	pthread_mutex_lock(&cache_lock);
	const struct cached *c = slot_of(account->id);
	if (c->actor && id_equal(c->actor->user, account->id) &&
	    id_equal(c->actor->org, account->org) && c->epoch == account->epoch &&
	    c->actor->lang == account->lang && now.us >= c->made_at.us &&
	    now.us - c->made_at.us < ACTOR_MINUTES * 60 * US_PER_SECOND)
		found = actor_copy(a, c->actor);
	pthread_mutex_unlock(&cache_lock);
	return found;
}

static void cache_drop(struct cached *c)
{
	arena_free(c->arena);
	*c = (struct cached){ 0 };
}

static void cache_put(const struct actor *actor, int64_t epoch, struct instant now)
{
	struct arena *a = arena_new(CACHED_BYTES);

	if (!a)
		return;
	struct actor *copy = actor_copy(a, actor);
	if (arena_failed(a)) {
		arena_free(a);
		return;
	}
	pthread_mutex_lock(&cache_lock);
	struct cached *c = slot_of(actor->user);
	cache_drop(c);
	*c = (struct cached){ .arena = a, .actor = copy, .epoch = epoch, .made_at = now };
	pthread_mutex_unlock(&cache_lock);
}

void actor_cache_clear(void)
{
	pthread_mutex_lock(&cache_lock);
	for (size_t i = 0; i < CACHE_SLOTS; i++)
		cache_drop(&cache[i]);
	pthread_mutex_unlock(&cache_lock);
}

enum fail actor_of_account(struct store *s, struct arena *a,
                           const struct account_row *account, struct actor **out)
{
	struct instant now = store_now(s);
	struct actor *actor = cache_get(a, account, now);

	if (!actor) {
		struct actor program = system_actor(account->org, "identity");
		struct load load = { .account = account,
			             .actor = ARENA_NEW(a, struct actor) };
		enum fail f = store_read(s, &program, a, load_actor, &load);
		if (f != OK)
			return f;
		actor = load.actor;
		cache_put(actor, account->epoch, now);
	}
	if (arena_failed(a))
		return fail_say(FAIL_MEMORY, "no memory for the grants of an account");
	*out = actor;
	return OK;
}

/* ---- what moves the epoch ---- */

static bool makes_actors(const struct record_type *t)
{
	return t == &role_type || t == &role_assignment_type || t == &organisation_type ||
	       t == &person_type || t == &classification_type;
}

static enum fail after_write(struct act *a, const struct row *before,
                             const struct row *after)
{
	const struct row *r = after ? after : before;

	if (!r || !makes_actors(r->type))
		return OK;
	struct stmt *s = query(a->tx, SQL("insert into access_epoch (org, epoch)\n"
	                                  "values (:org, 1)\n"
	                                  "on conflict (org) do update\n"
	                                  "set epoch = access_epoch.epoch + 1"));
	bind_id(s, "org", a->actor->org);
	return query_run(s);
}

void identity_wire(struct store *s)
{
	store_add_hook(s, after_write);
}
