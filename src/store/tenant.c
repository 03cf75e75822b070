/* tenant.c -- making, naming and listing tenants. */
#include "store/tenant.h"

#include "base/arena.h"
#include "codec/json.h"
#include "store/ledger.h"
#include "store/parts.h"
#include "sys/zone.h"

#define TENANTS_MAX 4096

struct tenant_call {
	struct arena *arena;
	struct tenant *list;
	size_t count;
};

struct actor tenant_system(struct id org, struct str name)
{
	return (struct actor){ .kind = ACTOR_SYSTEM, .org = org, .name = name };
}

static bool check(const struct tenant *t, struct refusal *why)
{
	const struct zone *zone;

	if (t->name.n == 0 || t->name.n > LIMIT_LINE_FIELD_BYTES || !str_is_utf8(t->name) ||
	    t->french.n > LIMIT_LINE_FIELD_BYTES || !str_is_utf8(t->french))
		refuse(why, FIELD_NONE, "the organisation needs a name of one line", NULL);
	if (zone_get(t->zone, &zone) != OK)
		refuse_with(why, FIELD_NONE,
		            MESSAGE1("the time zone “%1” is not known here",
		                     str_copy(why->arena, str_cut_utf8(t->zone, 60))),
		            MESSAGE("Use a name such as America/Vancouver."));
	return !refused(why);
}

/* ---- in the history: type "tenant", about the tenant itself ---- */
static struct str json_of(struct arena *a, struct str s)
{
	struct text t = text_on(a, s.n * 6 + 3);
	struct json_out j = json_to(&t);

	json_put_str(&j, s.p ? s : STR(""));
	return text_str(&t);
}

static enum fail write_history(struct act *a, const struct tenant *t, const char *what)
{
	const struct ledger_value values[] = {
		{ STR("name"), json_of(a->arena, t->name) },
		{ STR("name_fr"), json_of(a->arena, t->french) },
		{ STR("zone"), json_of(a->arena, t->zone) },
	};
	struct ledger_entry entry = {
		.by = a->actor->user,
		.by_name = a->actor->name,
		.type = STR(TENANT_TYPE),
		.record = t->org,
		.version = 1,
		.what = str_of(what),
		.values = values,
		.value_count = COUNT(values),
	};
	enum fail f = ledger_instant(a->tx, t->org, a->now, &entry.at);

	return f ? f : ledger_append(a->tx, a->arena, t->org, &entry, NULL);
}

/* From here on the act's day is that of the tenant: what starts "today" starts there. */
static void take_calendar(struct act *a, const struct tenant *t)
{
	const struct zone *zone;

	if (zone_get(t->zone, &zone) == OK)
		a->today = zone_date(zone, a->now);
}

enum fail tenant_insert(struct act *a, const struct tenant *t)
{
	struct stmt *s = query(
		a->tx, SQL("insert into tenant (org, name, name_fr, zone, created_at)"
	                   " values (:org, :name, :name_fr, :zone, :created_at)"));

	bind_id(s, "org", t->org);
	bind_str(s, "name", t->name);
	bind_str(s, "name_fr", t->french.p ? t->french : STR(""));
	bind_str(s, "zone", t->zone);
	bind_i64(s, "created_at", t->created_at.us);
	enum fail f = query_run(s);
	take_calendar(a, t);
	return tx_doom(a->tx, f ? f : write_history(a, t, "create"));
}

static enum fail create_job(struct act *a, void *arg)
{
	return tenant_insert(a, arg);
}

static enum fail rename_job(struct act *a, void *arg)
{
	const struct tenant *t = arg;
	struct stmt *s =
		query(a->tx, SQL("update tenant set name = :name, name_fr = :name_fr,"
	                         " zone = :zone where org = :org"));

	bind_id(s, "org", t->org);
	bind_str(s, "name", t->name);
	bind_str(s, "name_fr", t->french.p ? t->french : STR(""));
	bind_str(s, "zone", t->zone);
	enum fail f = query_run(s);
	return tx_doom(a->tx, f ? f : write_history(a, t, "change"));
}

/* As the program itself, in an arena of its own. */
static enum fail write_tenant(struct store *s, struct tenant *t, store_job *job)
{
	const struct actor program = tenant_system(t->org, STR("installation"));
	struct arena *a = arena_new(1u << 20);

	if (!a)
		return fail_say(FAIL_MEMORY, "no memory for an organisation");
	enum fail f = store_write(s, &program, a, job, t);
	arena_free(a);
	return f;
}

enum fail tenant_create(struct store *s, struct str name, struct str french,
                        struct str zone, struct refusal *why, struct id *org)
{
	struct tenant t = { .org = id_new(),
		            .name = str_trim(name),
		            .french = str_trim(french),
		            .zone = zone,
		            .created_at = store_now(s) };

	if (!check(&t, why))
		return FAIL_REFUSED;
	*org = t.org;
	return write_tenant(s, &t, create_job);
}

enum fail tenant_rename(struct store *s, struct id org, struct str name, struct str french,
                        struct str zone, struct refusal *why)
{
	struct tenant t = { .org = org,
		            .name = str_trim(name),
		            .french = str_trim(french),
		            .zone = zone };

	if (!check(&t, why))
		return FAIL_REFUSED;
	return write_tenant(s, &t, rename_job);
}

/* Reads the row that the statement stands on. */
static struct tenant tenant_from(struct stmt *s, struct arena *a)
{
	return (struct tenant){
		.org = column_id(s, 0),
		.name = str_copy(a, column_str(s, 1)),
		.french = str_copy(a, column_str(s, 2)),
		.zone = str_copy(a, column_str(s, 3)),
		.created_at = { column_i64(s, 4) },
	};
}

static enum fail read_all(struct tx *tx, void *arg)
{
	struct tenant_call *c = arg;
	int row;
	struct stmt *s =
		query(tx, SQL("select org, name, name_fr, zone, created_at from tenant"
	                      " order by created_at, org"));

	c->count = 0;
	while (c->count < TENANTS_MAX && (row = query_next(s)) == 1)
		c->list[c->count++] = tenant_from(s, c->arena);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail tenant_list(struct store *s, struct arena *a, struct tenant **out, size_t *count)
{
	struct tenant_call c = { .arena = a,
		                 .list = ARENA_TRY(a, struct tenant, TENANTS_MAX) };

	*out = NULL;
	*count = 0;
	if (!c.list)
		return fail_say(FAIL_MEMORY, "no memory for the list of tenants");
	enum fail f = db_read(s->db, read_all, &c);
	*out = c.list;
	*count = c.count;
	return f;
}

struct tenant_asked {
	struct arena *arena;
	struct id org;
	struct tenant *out;
};

static enum fail read_one(struct tx *tx, void *arg)
{
	const struct tenant_asked *asked = arg;
	struct stmt *s =
		query(tx, SQL("select org, name, name_fr, zone, created_at from tenant"
	                      " where org = :org"));

	bind_id(s, "org", asked->org);
	int row = query_next(s);
	if (row == 1)
		*asked->out = tenant_from(s, asked->arena);
	query_end(s);
	return row == 1 ? OK : row ? (enum fail)row
	                           : FAIL_NOT_FOUND;
}

enum fail tenant_here(struct act *a, struct tenant *out)
{
	struct tenant_asked asked = { a->arena, a->actor->org, out };

	return read_one(a->tx, &asked);
}

enum fail tenant_get(struct store *s, struct arena *a, struct id org, struct tenant *out)
{
	struct tenant_asked asked = { a, org, out };

	return db_read(s->db, read_one, &asked);
}

enum fail tenant_only(struct store *s, struct arena *a, struct tenant *out)
{
	struct tenant *list;
	size_t count;

	enum fail f = tenant_list(s, a, &list, &count);
	if (f)
		return f;
	if (count == 0)
		return fail_say(FAIL_NOT_FOUND, "there is no organisation yet");
	if (count > 1)
		return fail_say(FAIL_BUSY, "there are %zu organisations: say which", count);
	*out = list[0];
	return OK;
}
