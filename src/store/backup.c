/* backup.c -- making a backup while others work. */
#include "store/backup.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "store/io.h"
#include "store/ledger.h"
#include "store/load.h"
#include "store/parts.h"

struct making {
	struct store *store;
	struct arena *arena;
	const struct watcher *watcher;
	struct package_out *to;
	struct backup_result *result;
};

static enum fail put_organisations(struct tx *tx, struct making *m)
{
	struct json_out *j = package_manifest(m->to);
	struct stmt *s = query(tx, SQL("select org, name\n"
	                               "from tenant\n"
	                               "order by org"));
	enum fail f = OK;
	int row = 0;

	json_name(j, "organisations");
	json_open_array(j);
	while (f == OK && (row = query_next(s)) == 1) {
		int64_t size;
		struct id org = column_id(s, 0);
		struct str name = str_copy(m->arena, column_str(s, 1));
		f = ledger_size(tx, org, &size, NULL);
		if (f == OK)
			f = load_describe(tx, m->arena, org, name, size, j);
		m->result->organisations++;
	}
	query_end(s);
	json_close_array(j);
	return f == OK && row < 0 ? (enum fail)row : f;
}

static enum fail put_tables(struct tx *tx, struct making *m)
{
	const struct table_writing w = { .watcher = m->watcher };
	struct table_shape *shapes;
	size_t count;
	enum fail f = table_shapes(tx, m->arena, m->store->registry, &shapes, &count);

	for (size_t i = 0; f == OK && i < count; i++)
		if (shapes[i].way != TABLE_REMADE && shapes[i].way != TABLE_MADE)
			f = table_write(tx, &shapes[i], &w, m->to);
	return f;
}

static enum fail backup_job(struct tx *tx, void *arg)
{
	struct making *m = arg;
	struct json_out *j = package_manifest(m->to);

	json_pair_z(j, "format", BACKUP_FORMAT);
	json_pair_int(j, "version", BACKUP_VERSION);
	json_pair_z(j, "program", WARDROOM_VERSION);
	json_pair_int(j, "schema", SCHEMA_FORMAT);
	json_pair_str(j, "made_at", instant_text(m->arena, store_now(m->store)));
	enum fail f = put_organisations(tx, m);
	if (f == OK)
		f = put_tables(tx, m);
	return f == OK ? files_write(m->store, tx, NULL, m->to, m->watcher,
	                             &m->result->files)
	               : f;
}

enum fail backup_make(struct store *s, struct arena *a, const char *path,
                      const struct watcher *w, struct backup_result *out)
{
	struct making m = { .store = s, .arena = a, .watcher = w, .result = out };
	enum fail f = package_make(a, path, false, &m.to);

	*out = (struct backup_result){ 0 };
	if (f == OK)
		f = db_read(store_db(s), backup_job, &m);
	if (f == OK)
		f = package_finish(m.to);
	package_drop(m.to);
	return f;
}
