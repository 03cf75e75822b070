/*
 * backup_restore.c -- a backup into a new place, and the check that it would go well.
 *
 * A database file is made beside its place and renamed when everything in it has been
 * verified, so that a restore that was broken off leaves no database.
 */
#include "store/backup.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "store/io.h"
#include "store/load.h"
#include "store/parts.h"
#include "store/tenant.h"

struct restoring {
	struct arena *arena;
	const char *db;
	struct str beside;              /* where a file is made first; p null: no file */
	const struct registry *registry;
	const struct watcher *watcher;
	struct refusal *why;
	struct backup_result *result;
};

static struct str files_of(struct arena *a, struct str db)
{
	return str_format(a, "%.*s.files", STR_ARG(db));
}

static enum fail is_free(const char *path)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return OK;
	return fail_say(FAIL_REFUSED, "%s is there already; nothing was changed", path);
}

/* A database that is no file must hold no organisation. */
static enum fail is_empty(struct restoring *r, struct store *s)
{
	struct tenant *list;
	size_t count = 0;
	enum fail f = tenant_list(s, r->arena, &list, &count);

	if (f == OK && count > 0)
		return fail_say(FAIL_REFUSED,
		                "there is an organisation in that database already; "
		                "nothing was changed");
	return f;
}

static void remove_made(const struct restoring *r)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-journal", ".lock" };

	for (size_t i = 0; i < COUNT(ends); i++)
		unlink(str_format(r->arena, "%.*s%s", STR_ARG(r->beside), ends[i]).p);
	io_remove_tree(files_of(r->arena, r->beside).p);
}

/* Files first: where the database is, everything is. */
static enum fail settle(const struct restoring *r)
{
	struct str files = files_of(r->arena, str_of(r->db));

	if (rename(files_of(r->arena, r->beside).p, files.p) != 0)
		return io_failed("make", files.p);
	if (rename(r->beside.p, r->db) != 0) {
		enum fail f = io_failed("make", r->db);
		io_remove_tree(files.p);
		return f;
	}
	remove_made(r);
	return io_sync_folder_of(r->arena, r->db);
}

static enum fail load_into(struct restoring *r, struct store *s, const struct package *p)
{
	struct load l = {
		.store = s, .package = p, .watcher = r->watcher, .why = r->why
	};
	enum fail f = r->beside.p ? OK : is_empty(r, s);

	if (f == OK)
		f = load_package(&l, r->arena);
	*r->result = (struct backup_result){
		.organisations = l.organisations,
		.files = l.files,
		.rows = l.rows,
		.left_out = l.left_out,
	};
	return f;
}

static enum fail restore_from(struct restoring *r, const struct package *p)
{
	const struct store_options options = {
		.db = r->beside.p ? r->beside.p : r->db,
		.registry = r->registry,
		.create = true,
		.no_threads = true,
		.readers = 1,
	};
	struct store *s = NULL;

	if (r->beside.p)
		remove_made(r);         /* of an earlier one that was broken off */
	enum fail f = store_open(&s, &options);
	if (f == OK)
		f = load_into(r, s, p);
	store_close(s);
	if (!r->beside.p)
		return f;
	if (f == OK)
		f = settle(r);
	if (f != OK)
		remove_made(r);
	return f;
}

static enum fail place_is_free(struct restoring *r)
{
	if (!db_is_file(r->db))
		return OK;
	r->beside = str_format(r->arena, "%s.restoring", r->db);
	enum fail f = is_free(r->db);
	return f == OK ? is_free(files_of(r->arena, str_of(r->db)).p) : f;
}

enum fail backup_restore(struct arena *a, const char *path, const char *db,
                         const struct registry *registry, const struct watcher *w,
                         struct refusal *why, struct backup_result *out)
{
	struct restoring r = {
		.arena = a,
		.db = db,
		.registry = registry,
		.watcher = w,
		.why = why,
		.result = out,
	};
	struct package *p = NULL;
	enum fail f = place_is_free(&r);

	*out = (struct backup_result){ 0 };
	if (f == OK)
		f = package_open(a, path, BACKUP_FORMAT, BACKUP_VERSION, why, &p);
	if (f == OK)
		f = restore_from(&r, p);
	package_close(p);
	return f;
}

enum fail backup_check(struct arena *a, const char *path, const struct registry *registry,
                       const struct watcher *w, struct refusal *why)
{
	struct backup_result result;
	char *folder = (char *)(uintptr_t)str_format(a, "%s.check-XXXXXX", path).p;

	if (!mkdtemp(folder))
		return io_failed("make a folder beside", path);
	enum fail f = backup_restore(a, path, str_format(a, "%s/database", folder).p,
	                             registry, w, why, &result);
	io_remove_tree(folder);
	return f;
}
