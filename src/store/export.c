/* export.c -- one organisation into a package, while others work. */
#include "store/export.h"

#include "base/arena.h"
#include "base/embed.h"
#include "base/limits.h"
#include "store/checkpoint.h"
#include "store/ledger.h"
#include "store/load.h"
#include "store/parts.h"
#include "store/tenant.h"

struct exporting {
	struct store *store;
	struct act *act;
	struct id org;
	const struct watcher *watcher;
	struct package_out *to;
	struct export_result *result;
};

/* ---- how much of the history ---- */

static enum fail says_export(struct act *a, int64_t seq, bool *says, struct instant *at)
{
	struct stmt *s = query(a->tx, SQL("select what, made_at\n"
	                                  "from history\n"
	                                  "where org = :org and seq = :seq"));

	bind_id(s, "org", act_org(a));
	bind_i64(s, "seq", seq);
	int row = query_next(s);
	*says = row == 1 && str_is(column_str(s, 0), EXPORT_ENTRY);
	at->us = row == 1 ? column_i64(s, 1) : 0;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

/* Without the entry about this export, unless a checkpoint speaks of it already. */
static enum fail choose_entries(struct act *a, int64_t *entries, struct instant *as_of)
{
	struct kept_checkpoint last = { 0 };
	bool says = false;
	enum fail f = ledger_size(a->tx, act_org(a), entries, as_of);

	if (f == OK)
		f = checkpoint_last(a->tx, a->arena, act_org(a), &last);
	if (f != OK && f != FAIL_NOT_FOUND)
		return f;
	if (*entries < 2 || last.size == *entries)
		return OK;
	f = says_export(a, *entries - 1, &says, as_of);
	if (f != OK || !says)
		return f;
	--*entries;
	return says_export(a, *entries - 1, &says, as_of);
}

/* ---- the parts ---- */

static enum fail put_about(struct exporting *e)
{
	struct json_out *j = package_manifest(e->to);
	struct act *a = e->act;
	struct tree_hash root;
	struct instant as_of;
	enum fail f = choose_entries(a, &e->result->entries, &as_of);

	if (f == OK)
		f = ledger_root(a->tx, e->org, e->result->entries, &root);
	if (f != OK)
		return f;
	e->result->root = base64(a->arena, root.b, sizeof root.b);
	json_pair_z(j, "format", EXPORT_FORMAT);
	json_pair_int(j, "version", EXPORT_VERSION);
	json_pair_z(j, "program", WARDROOM_VERSION);
	json_pair_int(j, "schema", SCHEMA_FORMAT);
	json_pair_str(j, "as_of", instant_text(a->arena, as_of));
	json_name(j, "organisations");
	json_open_array(j);
	f = load_describe(a->tx, a->arena, e->org, e->result->name, e->result->entries, j);
	json_close_array(j);
	json_name(j, "left_out");
	json_open_array(j);
	for (size_t i = 0; table_about_at(i); i++) {
		if (table_about_at(i)->way != TABLE_STAYS)
			continue;
		json_open_object(j);
		json_pair_z(j, "table", table_about_at(i)->name);
		json_pair_z(j, "why", table_about_at(i)->why);
		json_close_object(j);
	}
	json_close_array(j);
	return f;
}

static enum fail put_tables(struct exporting *e)
{
	const struct table_writing w = {
		.one = true,
		.org = e->org,
		.history_below = e->result->entries,
		.watcher = e->watcher,
	};
	struct table_shape *shapes;
	size_t count;
	struct act *a = e->act;
	enum fail f = table_shapes(a->tx, a->arena, e->store->registry, &shapes, &count);

	for (size_t i = 0; f == OK && i < count; i++) {
		const struct table_shape *t = &shapes[i];
		if (t->way != TABLE_TRAVELS && t->way != TABLE_SHARED)
			continue;
		if (t->way == TABLE_TRAVELS && t->org < 0)
			return fail_say(FAIL_DATABASE,
			                "the table %.*s does not say whose its rows are",
			                STR_ARG(t->table));
		f = table_write(a->tx, t, &w, e->to);
	}
	return f;
}

static enum fail put_packs(struct exporting *e)
{
	size_t count;
	const struct embedded_file *files = embedded_under(STR("content/packs/"), &count);
	enum fail f = OK;

	for (size_t i = 0; f == OK && i < count; i++)
		f = package_put(e->to, str_from(files[i].path, strlen("content/")),
		                files[i].bytes);
	return f;
}

static enum fail put_descriptions(struct exporting *e)
{
	struct text types = text_on(e->act->arena, LIMIT_PAGE_BYTES);
	enum fail f = package_put(e->to, STR("README.txt"), str_of(export_readme));

	export_types(&types, e->act->types);
	if (f == OK && text_failed(&types))
		f = fail_say(FAIL_FULL, "the description of the types is too long");
	return f == OK ? package_put(e->to, STR("types.json"), text_str(&types)) : f;
}

static enum fail export_job(struct act *a, void *arg)
{
	struct exporting *e = arg;

	e->act = a;
	enum fail f = put_about(e);
	if (f == OK)
		f = put_descriptions(e);
	if (f == OK)
		f = put_tables(e);
	if (f == OK)
		f = put_packs(e);
	return f == OK ? files_write(e->store, a->tx, &e->org, e->to, e->watcher,
	                             &e->result->files)
	               : f;
}

enum fail export_make(struct store *s, struct arena *a, struct id org, const char *path,
                      bool folder, const struct watcher *w, struct export_result *out)
{
	struct actor program = tenant_system(org, STR("export"));
	struct exporting e = { .store = s, .org = org, .watcher = w, .result = out };
	struct tenant tenant;
	enum fail f = tenant_get(s, a, org, &tenant);

	*out = (struct export_result){ .org = org };
	if (f == OK) {
		out->name = tenant.name;
		f = package_make(a, path, folder, &e.to);
	}
	if (f == OK)
		f = store_read(s, &program, a, export_job, &e);
	if (f == OK)
		f = package_finish(e.to);
	package_drop(e.to);
	return f;
}
