/* backup_restore.c -- a backup into a new place, and the check that it would go well. */
#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "codec/json.h"
#include "store/backup_tar.h"
#include "store/parts.h"
#include "store/tenant.h"
#include "store/verify.h"

#define ABOUT_BYTES (LIMIT_PAGE_BYTES)

struct restoring {
	struct arena *arena;
	const char *db;
	struct str files;               /* "<db>.files" */
	int from;
	struct json *about;
	bool made_db, made_files;
	struct backup_result *result;
};

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

static void remove_tree(const char *path)
{
	nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* ---- the members ---- */

static enum fail take_about(struct restoring *r, const struct tar_member *m)
{
	uint8_t hash[SHA256_BYTES];
	int fd = memfd_create("backup", MFD_CLOEXEC);
	struct json_error error;
	enum fail f = FAIL_FORMAT;

	if (fd < 0)
		return fail_say(FAIL_IO, "no memory file: %s", strerror(errno));
	char *bytes = m->bytes < (int64_t)ABOUT_BYTES
	                      ? arena_try(r->arena, (size_t)m->bytes + 1, 1)
	                      : NULL;
	if (bytes)
		f = tar_take(r->from, m, fd, hash);
	if (f == OK && pread(fd, bytes, (size_t)m->bytes, 0) != m->bytes)
		f = FAIL_IO;
	close(fd);
	if (f == OK)
		f = json_read(r->arena, (struct str){ bytes, (size_t)m->bytes }, &r->about,
		              &error);
	int64_t format = 0;
	if (f == OK && (!json_int(r->about, "format", &format) || format != 1))
		return fail_say(FAIL_NEWER,
		                "the backup was made by a newer version of Wardroom");
	return f == OK ? OK : fail_say(FAIL_FORMAT, "this is no backup, or it is damaged");
}

static int create(const char *path)
{
	return open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
}

/* Takes a member into a new file; *hash is of what was written. */
static enum fail take_file(struct restoring *r, const struct tar_member *m,
                           const char *path, uint8_t hash[SHA256_BYTES])
{
	int to = create(path);

	if (to < 0)
		return fail_say(FAIL_IO, "cannot write %s: %s", path, strerror(errno));
	enum fail f = tar_take(r->from, m, to, hash);
	if (f == OK && fsync(to) != 0)
		f = fail_say(FAIL_IO, "cannot write %s: %s", path, strerror(errno));
	close(to);
	return f;
}

static enum fail take_database(struct restoring *r, const struct tar_member *m)
{
	uint8_t hash[SHA256_BYTES];
	r->made_db = true;
	enum fail f = take_file(r, m, r->db, hash);

	r->result->database_bytes = m->bytes;
	if (f == OK && !str_equal(hex(r->arena, hash, sizeof hash),
	                          json_string(r->about, "database_sha256")))
		return fail_say(FAIL_FORMAT, "the database in the backup is damaged");
	return f;
}

/* "files/ab/abcd…": nothing else is ever written. */
static bool evidence_name(const char *name, uint8_t hash[SHA256_BYTES])
{
	struct str s = str_of(name);

	return str_starts(s, "files/") && s.n == 9 + 2 * SHA256_BYTES && s.p[8] == '/' &&
	       s.p[6] == s.p[9] && s.p[7] == s.p[10] &&
	       hex_parse(str_from(s, 9), hash, SHA256_BYTES);
}

static enum fail take_evidence(struct restoring *r, const struct tar_member *m)
{
	uint8_t named[SHA256_BYTES], hash[SHA256_BYTES];

	if (!evidence_name(m->name, named))
		return fail_say(FAIL_FORMAT,
		                "the backup holds something that does not belong there");
	struct str folder =
		str_format(r->arena, "%.*s/%.2s", STR_ARG(r->files), m->name + 6);
	if (mkdir(folder.p, 0700) != 0 && errno != EEXIST)
		return fail_say(FAIL_IO, "cannot make %s: %s", folder.p, strerror(errno));
	struct str path = str_format(r->arena, "%.*s/%s", STR_ARG(r->files), m->name + 6);
	enum fail f = take_file(r, m, path.p, hash);
	if (f == OK && memcmp(named, hash, sizeof hash) != 0)
		f = fail_say(FAIL_FORMAT, "the file %s in the backup is damaged",
		             m->name + 9);
	r->result->files++;
	return f;
}

static enum fail take_members(struct restoring *r)
{
	struct tar_member m;
	int got, n = 0;
	enum fail f = OK;

	while (f == OK && (got = tar_next(r->from, &m)) != 0) {
		if (got < 0)
			return (enum fail)got;
		if (n == 0 && strcmp(m.name, "backup.json") == 0)
			f = take_about(r, &m);
		else if (n == 1 && strcmp(m.name, "database") == 0)
			f = take_database(r, &m);
		else if (n < 2)
			f = fail_say(FAIL_FORMAT, "this is no backup, or it is damaged");
		else
			f = take_evidence(r, &m);
		n++;
	}
	return f == OK && n < 2 ? fail_say(FAIL_FORMAT, "the backup ends too early") : f;
}

static enum fail nothing_is_there(const struct restoring *r)
{
	if (access(r->db, F_OK) == 0)
		return fail_say(FAIL_REFUSED, "%s is there already; nothing was changed",
		                r->db);
	if (access(r->files.p, F_OK) == 0)
		return fail_say(FAIL_REFUSED, "%s is there already; nothing was changed",
		                r->files.p);
	return OK;
}

enum fail backup_restore(struct arena *a, const char *path, const char *db,
                         struct backup_result *out)
{
	struct restoring r = {
		.arena = a,
		.db = db,
		.files = str_format(a, "%s.files", db),
		.result = out,
	};
	enum fail f = nothing_is_there(&r);

	*out = (struct backup_result){ 0 };
	if (f != OK)
		return f;
	r.from = open(path, O_RDONLY | O_CLOEXEC);
	if (r.from < 0)
		return fail_say(FAIL_IO, "cannot open %s: %s", path, strerror(errno));
	r.made_files = mkdir(r.files.p, 0700) == 0;
	f = r.made_files
	            ? take_members(&r)
	            : fail_say(FAIL_IO, "cannot make %s: %s", r.files.p, strerror(errno));
	close(r.from);
	const struct json *orgs = r.about ? json_member(r.about, "organisations") : NULL;
	out->organisations = orgs ? (int64_t)orgs->count : 0;
	if (f == OK)
		return OK;
	if (r.made_db)
		unlink(db);
	if (r.made_files)
		remove_tree(r.files.p);
	return f;
}

/* ---- would it restore? ---- */

static enum fail check_tenant(struct store *s, struct arena *a, const struct tenant *t)
{
	struct verify_result *v = ARENA_NEW(a, struct verify_result);
	struct verify_options o = { .own_key = NULL };
	enum fail f = store_verify(s, a, t->org, &o, v);

	if (f != OK || v->differences == 0)
		return f;
	return fail_say(FAIL_FORMAT, "%.*s: %.*s: %.*s", STR_ARG(t->name),
	                STR_ARG(v->at[0].where), STR_ARG(v->at[0].what));
}

static enum fail check_restored(struct arena *a, const char *db, const struct registry *g)
{
	const struct store_options options = {
		.db = db,
		.registry = g,
		.read_only = true,
		.no_threads = true,
		.readers = 1,
	};
	struct store *s;
	struct tenant *list;
	size_t count = 0;
	enum fail f = store_open(&s, &options);

	if (f != OK)
		return f;
	f = tenant_list(s, a, &list, &count);
	for (size_t i = 0; f == OK && i < count; i++)
		f = check_tenant(s, a, &list[i]);
	store_close(s);
	return f;
}

enum fail backup_check(struct arena *a, const char *path, const char *beside,
                       const struct registry *registry)
{
	struct backup_result result;
	char *folder = (char *)(uintptr_t)str_format(a, "%s.check-XXXXXX", beside).p;

	if (!mkdtemp(folder))
		return fail_say(FAIL_IO, "cannot make a folder beside %s: %s", beside,
		                strerror(errno));
	struct str db = str_format(a, "%s/database", folder);
	enum fail f = backup_restore(a, path, db.p, &result);
	if (f == OK)
		f = check_restored(a, db.p, registry);
	remove_tree(folder);
	return f;
}
