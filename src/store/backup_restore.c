/* backup_restore.c -- a backup into a new place, and the check that it would go well. */
#include "store/backup.h"

#include <stdlib.h>

#include "base/arena.h"
#include "store/io.h"
#include "store/load.h"
#include "store/new_place.h"
#include "store/parts.h"
#include "store/tenant.h"

struct restoring {
	struct arena *arena;
	const struct package *package;
	const struct watcher *watcher;
	struct refusal *why;
	struct backup_result *result;
};

/* A database that is no file may be there, but must hold no organisation. */
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

static enum fail fill(struct store *s, void *arg)
{
	struct restoring *r = arg;
	struct load l = {
		.store = s, .package = r->package, .watcher = r->watcher, .why = r->why
	};
	enum fail f = is_empty(r, s);

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

enum fail backup_restore(struct arena *a, const char *path, const char *db,
                         const struct registry *registry, const struct watcher *w,
                         struct refusal *why, struct backup_result *out)
{
	struct package *p = NULL;
	enum fail f = package_open(a, path, BACKUP_FORMAT, BACKUP_VERSION, why, &p);
	struct restoring r = {
		.arena = a, .package = p, .watcher = w, .why = why, .result = out
	};

	*out = (struct backup_result){ 0 };
	if (f == OK)
		f = new_place_make(a, db, registry, fill, &r);
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
