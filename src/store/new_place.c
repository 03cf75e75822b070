/* new_place.c -- a database made beside its place. */
#include "store/new_place.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "store/io.h"
#include "store/store.h"

struct place {
	struct arena *arena;
	const char *db;
	struct str beside, files, files_beside;
};

static enum fail is_free(const char *path)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return OK;
	return fail_say(FAIL_REFUSED, "%s is there already; nothing was changed", path);
}

static void remove_made(const struct place *p)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-journal", ".lock" };

	for (size_t i = 0; i < COUNT(ends); i++)
		unlink(str_format(p->arena, "%.*s%s", STR_ARG(p->beside), ends[i]).p);
	io_remove_tree(p->files_beside.p);
}

/* Files first: where the database is, everything is. */
static enum fail settle(const struct place *p)
{
	if (rename(p->files_beside.p, p->files.p) != 0)
		return io_failed("make", p->files.p);
	if (rename(p->beside.p, p->db) != 0) {
		enum fail f = io_failed("make", p->db);
		io_remove_tree(p->files.p);
		return f;
	}
	remove_made(p);
	return io_sync_folder_of(p->arena, p->db);
}

static enum fail fill_at(const char *db, const struct registry *registry,
                         new_place_fill *fill, void *arg)
{
	const struct store_options options = {
		.db = db,
		.registry = registry,
		.create = true,
		.no_threads = true,
		.readers = 1,
	};
	struct store *s = NULL;
	enum fail f = store_open(&s, &options);

	if (f == OK)
		f = fill(s, arg);
	store_close(s);
	return f;
}

enum fail new_place_make(struct arena *a, const char *db, const struct registry *registry,
                         new_place_fill *fill, void *arg)
{
	struct place p = {
		.arena = a,
		.db = db,
		.beside = str_format(a, "%s.restoring", db),
		.files = str_format(a, "%s.files", db),
		.files_beside = str_format(a, "%s.restoring.files", db),
	};

	if (!db_is_file(db))
		return fill_at(db, registry, fill, arg);
	enum fail f = is_free(db);
	if (f == OK)
		f = is_free(p.files.p);
	if (f != OK)
		return f;
	remove_made(&p);                /* of an earlier one that was broken off */
	f = fill_at(p.beside.p, registry, fill, arg);
	if (f == OK)
		f = settle(&p);
	if (f != OK)
		remove_made(&p);
	return f;
}
