/*
 * import.c -- an export into an installation that does not have this organisation.
 *
 * When parts were altered, what can be read is still compared with the history, without
 * keeping anything, so that the person is told the line and the field and not only the
 * part.
 */
#include "store/export.h"

#include "base/arena.h"
#include "codec/words.h"
#include "store/load.h"
#include "store/new_place.h"
#include "store/parts.h"
#include "store/tenant.h"

struct taking {
	struct arena *arena;
	struct store *store;
	const struct package *package;
	struct refusal *why;
	struct id org;
	struct str name;
};

static enum fail is_absent(struct taking *t)
{
	struct tenant *list;
	size_t count;
	enum fail f = tenant_list(t->store, t->arena, &list, &count);

	for (size_t i = 0; f == OK && i < count; i++)
		if (id_equal(list[i].org, t->org) ||
		    str_equal(fold(t->arena, list[i].name), fold(t->arena, t->name)))
			return fail_say(FAIL_REFUSED,
			                "the organisation %.*s is in this database "
			                "already; nothing was changed",
			                STR_ARG(list[i].name));
	return f;
}

/* ---- logins are unique in an installation ---- */

static enum fail login_is_free(struct tx *tx, struct taking *t, struct str login)
{
	struct stmt *s =
		query(tx, SQL("select 1 from account where login_fold = :login_fold"));

	bind_str(s, "login_fold", login);
	int row = query_next(s);
	query_end(s);
	if (row == 1)
		(void)refuse_with(t->why, FIELD_NONE,
		                  MESSAGE1(N_("another account here has the login “%1”"),
		                           str_copy(t->why->arena, login)),
		                  MESSAGE(N_("Import into an installation of its own.")));
	return row < 0 ? (enum fail)row : OK;
}

static enum fail logins_job(struct tx *tx, void *arg)
{
	struct taking *t = arg;
	struct package_lines lines;
	struct json_error e;
	struct json *row;
	struct str line;
	int more = 0;
	const struct package_part *part =
		package_find(t->package, STR("tables/account.jsonl"));
	enum fail f = part && part->found ? package_lines_open(t->package, part, &lines)
	                                  : FAIL_NOT_FOUND;

	if (f != OK)
		return f == FAIL_NOT_FOUND ? OK : f;
	while (f == OK && (more = package_lines_next(&lines, &line)) == 1)
		if (json_read(lines.arena, line, &row, &e) == OK)
			f = login_is_free(tx, t, json_string(row, "login_fold"));
	package_lines_close(&lines);
	return f == OK && more < 0 ? (enum fail)more : f;
}

/* ---- taking it in ---- */

static enum fail identify(struct taking *t)
{
	const struct json *orgs = json_member(t->package->manifest, "organisations");
	const struct json *first = orgs && orgs->kind == JSON_ARRAY ? orgs->first : NULL;

	if (!first || !id_parse(json_string(first, "org"), &t->org))
		return fail_say(FAIL_FORMAT,
		                "%s: manifest.json: the organisation is not named",
		                t->package->path);
	t->name = json_string(first, "name");
	return OK;
}

static enum fail take(struct taking *t, bool only_look, const struct watcher *w,
                      struct export_result *out)
{
	struct load l = {
		.store = t->store,
		.package = t->package,
		.one = true,
		.only_look = only_look,
		.watcher = w,
		.why = t->why,
	};
	enum fail f = identify(t);

	if (f == OK)
		f = is_absent(t);
	if (f == OK && !only_look)
		f = db_read(t->store->db, logins_job, t);
	if (f == OK && refused(t->why) && !only_look)
		return FAIL_REFUSED;
	if (f == OK)
		f = load_package(&l, t->arena);
	if (f != OK)
		return f;
	const struct json *said = json_member(t->package->manifest, "organisations")->first;
	*out = (struct export_result){
		.org = t->org,
		.name = t->name,
		.files = l.files,
		.rows = l.rows,
		.left_out = l.left_out,
		.root = json_string(said, "root"),
	};
	(void)json_int(said, "entries", &out->entries);
	return OK;
}

/* What else is wrong with an export whose parts were altered, reason by reason. */
static enum fail look_closer(struct taking *t, const struct watcher *w,
                             struct export_result *out)
{
	struct refusal found = refusal_on(t->why->arena);
	struct refusal *why = t->why;

	t->why = &found;
	enum fail f = take(t, true, w, out);
	for (size_t i = 0; i < found.count; i++) {
		const struct reason *r = &found.at[i];
		(void)refuse_with(why, r->field, r->why, r->advice);
		why->at[why->count - 1].where = r->where;
	}
	return f == FAIL_CANCELLED ? f : FAIL_REFUSED;
}

enum fail import_into(struct store *s, struct arena *a, const char *path,
                      const struct watcher *w, struct refusal *why,
                      struct export_result *out)
{
	struct package *p = NULL;
	struct taking t = { .arena = a, .store = s, .why = why };
	enum fail f = package_open(a, path, EXPORT_FORMAT, EXPORT_VERSION, why, &p);

	t.package = p;
	if (f == OK)
		f = take(&t, false, w, out);
	else if (f == FAIL_REFUSED && p)
		f = look_closer(&t, w, out);
	package_close(p);
	return f;
}

/* ---- into a database that is made for it ---- */

struct filling {
	struct arena *arena;
	const char *path;
	const struct watcher *watcher;
	struct refusal *why;
	struct export_result *result;
};

static enum fail fill(struct store *s, void *arg)
{
	struct filling *g = arg;

	return import_into(s, g->arena, g->path, g->watcher, g->why, g->result);
}

enum fail import_new(struct arena *a, const char *path, const char *db,
                     const struct registry *registry, const struct watcher *w,
                     struct refusal *why, struct export_result *out)
{
	struct filling g = {
		.arena = a, .path = path, .watcher = w, .why = why, .result = out
	};

	return new_place_make(a, db, registry, fill, &g);
}
