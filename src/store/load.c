/* load.c -- a package into a database, whole or not at all. */
#include "store/load.h"

#include "base/arena.h"
#include "base/limits.h"
#include "store/checkpoint.h"
#include "store/ledger.h"
#include "store/parts.h"
#include "store/tenant.h"
#include "store/verify.h"

#define BATCH 500

struct loading {
	struct load *l;
	struct arena *arena, *scratch;
};

/* ---- what the manifest says of an organisation ---- */

enum fail load_describe(struct tx *tx, struct arena *a, struct id org, struct str name,
                        int64_t entries, struct json_out *j)
{
	struct tree_hash root;
	struct kept_checkpoint last = { 0 };
	enum fail f = ledger_root(tx, org, entries, &root);

	if (f == OK)
		f = checkpoint_last(tx, a, org, &last);
	if (f != OK && f != FAIL_NOT_FOUND)
		return f;
	json_open_object(j);
	json_pair_str(j, "org", id_text(a, org));
	json_pair_str(j, "name", name);
	json_pair_int(j, "entries", entries);
	json_pair_str(j, "root", base64(a, root.b, sizeof root.b));
	json_pair_str(j, "checkpoint", last.note.p ? last.note : STR(""));
	json_close_object(j);
	return OK;
}

/* ---- parts ---- */

static enum fail read_part(struct tx *tx, struct loading *g, const struct table_shape *t,
                           const struct package_part *part)
{
	struct load *l = g->l;
	struct table_reading r = {
		.one = l->one,
		.registry = l->store->registry,
		.watcher = l->watcher,
	};

	if (!t && str_starts(part->name, "records/")) {
		l->left_out++;          /* of a type that is no more */
		return OK;
	}
	if (!t || t->way == TABLE_REMADE || t->way == TABLE_MADE ||
	    (l->one && t->way == TABLE_STAYS))
		return fail_say(FAIL_NEWER,
		                "this version of Wardroom does not know the part %.*s",
		                STR_ARG(part->name));
	if (l->one)
		(void)id_parse(json_string(json_member(l->package->manifest,
		                                       "organisations")
		                                   ->first,
		                           "org"),
		               &r.org);
	enum fail f = table_read(tx, t, l->package, part, &r, l->why);
	l->rows += part->rows;
	l->left_out += r.left_out;
	return f;
}

static enum fail read_parts(struct tx *tx, struct loading *g)
{
	const struct package *p = g->l->package;
	struct table_shape *shapes;
	size_t count;
	enum fail f = table_shapes(tx, g->arena, g->l->store->registry, &shapes, &count);
	bool refused_any = false;

	/* All of them, so that nobody is told of one mistake at a time. */
	for (size_t i = 0; f == OK && i < p->count; i++) {
		if (!p->parts[i].columns || !p->parts[i].found)
			continue;
		f = read_part(tx, g,
		              table_of_part(shapes, count, g->l->store->registry,
		                            p->parts[i].name),
		              &p->parts[i]);
		refused_any |= f == FAIL_REFUSED;
		f = f == FAIL_REFUSED ? OK : f;
	}
	return f == OK && refused_any ? FAIL_REFUSED : f;
}

/* ---- what follows ---- */

/* Records in the order in which they were made: the word index numbers them so. */
struct made {
	struct id id;
	const struct record_type *type;
};

static enum fail next_made(struct act *a, int64_t *from, struct made out[BATCH],
                           size_t *count, bool *more)
{
	int row = 0, seen = 0;
	struct stmt *s = query(a->tx, SQL("select seq, record, type\n"
	                                  "from history\n"
	                                  "where org = :org and seq >= :from"
	                                  " and version = 1\n"
	                                  "order by seq\n"
	                                  "limit :room"));

	bind_id(s, "org", a->actor->org);
	bind_i64(s, "from", *from);
	bind_i64(s, "room", BATCH);
	*count = 0;
	while ((row = query_next(s)) > 0) {
		struct made *m = &out[*count];
		m->id = column_id(s, 1);
		m->type = registry_find(a->store->registry, column_str(s, 2));
		*count += m->type != NULL;      /* not the organisation, an account */
		*from = column_i64(s, 0) + 1;
		seen++;
	}
	query_end(s);
	*more = seen == BATCH;
	return row < 0 ? (enum fail)row : OK;
}

/* One that is gone for good has no row any more. */
static enum fail remake_one(struct act *a, const struct made *m)
{
	struct row *r;
	enum fail f = row_load(a, m->type, m->id, &r);

	if (f == OK)
		f = row_remake(a, r);
	return f == FAIL_NOT_FOUND ? OK : f;
}

static enum fail remake_records(struct act *a, const struct watcher *w)
{
	struct made made[BATCH];
	size_t count;
	int64_t from = 0, done = 0;
	bool more = true;
	enum fail f = OK;

	while (f == OK && more) {
		f = next_made(a, &from, made, &count, &more);
		for (size_t i = 0; f == OK && i < count; i++) {
			f = remake_one(a, &made[i]);
			arena_reset(a->arena);
			if (f == OK)
				f = watcher_tick(w, "records indexed", done++, 0);
		}
	}
	return f;
}

static enum fail remake(struct act *a, const struct watcher *w)
{
	enum fail f = ledger_remake(a->tx, a->actor->org);

	return f == OK ? remake_records(a, w) : f;
}

/* ---- does it hold? ---- */

static void differs(struct loading *g, struct str where, struct str what)
{
	struct refusal *why = g->l->why;

	(void)refuse_with(why, FIELD_NONE,
	                  MESSAGE1(N_("it does not hold: %1"), str_copy(why->arena, what)),
	                  MESSAGE(PACKAGE_ADVICE));
	why->at[why->count - 1].where = str_copy(why->arena, where);
}

/* "PER-0001" or "entry 17" as the line of a part where it stands. */
static struct str place_of(struct loading *g, struct str where)
{
	const struct package *p = g->l->package;
	struct package_lines lines;
	struct str line, rest, code = str_split(where, '-', &rest), found = where;
	const struct record_type *t = registry_by_code(g->l->store->registry, code);
	struct str part_name = t ? str_format(g->arena, "records/%s.jsonl", t->name)
	                         : STR("tables/history.jsonl");
	struct str sign =
		t ? str_format(g->arena, "\"code\":\"%.*s\"", STR_ARG(where))
		  : str_format(g->arena, "\"seq\":%.*s,",
	                       STR_ARG(str_split(str_from(where, 6), ' ', &rest)));
	const struct package_part *part = package_find(p, part_name);

	if (!part || !part->found || (!t && !str_starts(where, "entry ")) ||
	    package_lines_open(p, part, &lines) != OK)
		return where;
	while (found.p == where.p && package_lines_next(&lines, &line) == 1)
		if (str_find(line, sign) != SIZE_MAX)
			found = str_format(g->arena, "%.*s:%lld: %.*s", STR_ARG(part_name),
			                   (long long)lines.number, STR_ARG(where));
	package_lines_close(&lines);
	return found;
}

static bool verify_goes_on(void *arg, const char *doing, int64_t done, int64_t of)
{
	const struct watcher *w = arg;

	return !w || !w->go_on || w->go_on(w->arg, doing, done, of);
}

static enum fail check(struct act *a, struct loading *g)
{
	struct verify_options o = { .go_on = verify_goes_on,
		                    .arg = (void *)(uintptr_t)g->l->watcher };
	struct verify_result *v = ARENA_NEW(g->arena, struct verify_result);
	enum fail f = verify_within(a, g->arena, &o, v);
	int64_t shown = v->differences < VERIFY_AT_MOST ? v->differences : VERIFY_AT_MOST;

	for (int64_t i = 0; f == OK && i < shown; i++)
		differs(g, place_of(g, v->at[i].where), v->at[i].what);
	return f;
}

static enum fail check_name(struct act *a, struct loading *g, const struct json *said)
{
	struct stmt *s = query(a->tx, SQL("select name\n"
	                                  "from tenant\n"
	                                  "where org = :org"));

	bind_id(s, "org", a->actor->org);
	int row = query_next(s);
	bool same = row == 1 && str_equal(column_str(s, 0), json_string(said, "name"));
	query_end(s);
	if (row >= 0 && !same)
		differs(g, STR(PACKAGE_MANIFEST),
		        STR("the organisation has another name than its own row says"));
	return row < 0 ? (enum fail)row : OK;
}

static enum fail check_root(struct act *a, struct loading *g, const struct json *said)
{
	struct tree_hash root;
	int64_t size, entries = -1;
	enum fail f = ledger_size(a->tx, a->actor->org, &size, NULL);

	if (f == OK)
		f = ledger_root(a->tx, a->actor->org, size, &root);
	if (f != OK)
		return f;
	bool same = json_int(said, "entries", &entries) && entries == size &&
	            str_equal(json_string(said, "root"),
	                      base64(g->arena, root.b, sizeof root.b));
	if (!same)
		differs(g, STR(PACKAGE_MANIFEST),
		        STR("the history has another size or root than the manifest says"));
	return OK;
}

static enum fail finish_org(struct tx *tx, struct loading *g, const struct json *said)
{
	struct actor program = { .kind = ACTOR_SYSTEM, .name = STR("restore") };
	struct act a = {
		.actor = &program,
		.arena = g->arena,
		.now = store_now(g->l->store),
		.store = g->l->store,
		.tx = tx,
		.writes = true,
	};

	if (!id_parse(json_string(said, "org"), &program.org))
		return fail_say(FAIL_FORMAT, PACKAGE_MANIFEST
		                ": an organisation has no identifier");
	enum fail f = local_types(&a); /* in the arena that stays */
	a.arena = g->scratch;
	if (f == OK)
		f = remake(&a, g->l->watcher);
	if (f == OK)
		f = check_name(&a, g, said);
	if (f == OK)
		f = check_root(&a, g, said);
	if (f == OK)
		f = check(&a, g);
	g->l->organisations++;
	return f;
}

static enum fail load_job(struct tx *tx, void *arg)
{
	struct loading *g = arg;
	struct load *l = g->l;
	const struct json *orgs = json_member(l->package->manifest, "organisations");

	l->organisations = l->rows = l->left_out = 0;
	enum fail f = read_parts(tx, g);
	if (f == OK)
		f = table_links_now(tx, g->arena, l->store->registry);
	for (const struct json *j = orgs->first; f == OK && j; j = j->next)
		f = finish_org(tx, g, j);
	if (f == OK)
		f = about_fill(tx, l->store->registry);
	if (f == OK && (arena_failed(g->arena) || arena_failed(g->scratch)))
		f = fail_say(FAIL_MEMORY, "no memory to take %s in", l->package->path);
	return f == OK && (refused(l->why) || l->only_look) ? FAIL_REFUSED : f;
}

/* ---- files ---- */

static enum fail keep_file(void *arg, const uint8_t hash[SHA256_BYTES], int fd)
{
	struct load *l = arg;
	struct file_ref kept;

	(void)hash;
	l->files++;
	enum fail f = file_keep(l->store, fd, STR(""), STR(""), &kept);
	return f == OK ? watcher_tick(l->watcher, "files", l->files, l->package->files) : f;
}

static enum fail drop_file(void *arg, const uint8_t hash[SHA256_BYTES], int fd)
{
	struct load *l = arg;
	struct file_ref given = { 0 };

	(void)fd;
	memcpy(given.sha256, hash, sizeof given.sha256);
	file_drop(l->store, &given);
	return OK;
}

static bool has_organisations(const struct package *p, bool one)
{
	const struct json *orgs = json_member(p->manifest, "organisations");

	return orgs && orgs->kind == JSON_ARRAY && (!one || orgs->count == 1);
}

enum fail load_package(struct load *l, struct arena *a)
{
	struct loading g = { .l = l, .arena = a };

	if (!has_organisations(l->package, l->one))
		return fail_say(FAIL_FORMAT,
		                "%s: " PACKAGE_MANIFEST ": the organisations are not named",
		                l->package->path);
	g.scratch = arena_new(4ul * LIMIT_REQUEST_BYTES);
	if (!g.scratch)
		return fail_say(FAIL_MEMORY, "no memory to take %s in", l->package->path);
	l->files = 0;
	enum fail f = package_each_file(l->package, keep_file, l);
	if (f == OK)
		f = db_write(store_db(l->store), load_job, &g);
	arena_free(g.scratch);
	if (f == OK)
		return OK;
	struct str said = str_copy(a, str_of(fail_message()));
	if (package_each_file(l->package, drop_file, l) != OK || said.n > 0)
		(void)!fail_say(f, "%.*s", STR_ARG(said));
	return f;
}
