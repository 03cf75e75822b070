/* backup.c -- making a backup while others work. */
#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "codec/json.h"
#include "store/backup_tar.h"
#include "store/checkpoint.h"
#include "store/ledger.h"
#include "store/parts.h"
#include "store/tenant.h"

struct making {
	struct store *store;            /* the one that is backed up: its files */
	struct store *copy;             /* the database of one moment */
	struct arena *arena;
	const char *path;
	struct str part, copy_path;
	int to;
	struct backup_result *result;
};

static enum fail hash_of(struct arena *a, const char *path, uint8_t hash[SHA256_BYTES],
                         int64_t *bytes)
{
	char piece[64 * 1024];
	struct sha256_running *h = sha256_start(a);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = -1;

	*bytes = 0;
	while (fd >= 0 && (n = read(fd, piece, sizeof piece)) > 0) {
		sha256_more(h, piece, (size_t)n);
		*bytes += n;
	}
	sha256_finish(h, hash);
	int error = errno;
	if (fd >= 0)
		close(fd);
	return n == 0 ? OK : fail_say(FAIL_IO, "cannot read %s: %s", path, strerror(error));
}

/* ---- backup.json ---- */

struct about {
	struct making *m;
	struct json_out *j;
	struct tenant *tenants;
	size_t count;
};

static enum fail put_tenant(struct tx *tx, struct about *b, const struct tenant *t)
{
	struct tree_hash root;
	struct kept_checkpoint last = { 0 };
	int64_t size;
	struct arena *a = b->m->arena;
	enum fail f = ledger_size(tx, t->org, &size, NULL);

	if (f == OK)
		f = ledger_root(tx, t->org, size, &root);
	if (f == OK)
		f = checkpoint_last(tx, a, t->org, &last);
	if (f != OK && f != FAIL_NOT_FOUND)
		return f;
	json_open_object(b->j);
	json_pair_str(b->j, "org", id_text(a, t->org));
	json_pair_str(b->j, "name", t->name);
	json_pair_int(b->j, "entries", size);
	json_pair_str(b->j, "root", base64(a, root.b, sizeof root.b));
	json_pair_str(b->j, "checkpoint", last.note);
	json_close_object(b->j);
	return OK;
}

static enum fail put_tenants(struct tx *tx, void *arg)
{
	struct about *b = arg;
	enum fail f = OK;

	for (size_t i = 0; f == OK && i < b->count; i++)
		f = put_tenant(tx, b, &b->tenants[i]);
	return f;
}

static enum fail put_about(struct making *m)
{
	uint8_t hash[SHA256_BYTES];
	struct text t = text_on(m->arena, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);
	struct about b = { .m = m, .j = &j };
	enum fail f = hash_of(m->arena, m->copy_path.p, hash, &m->result->database_bytes);

	if (f == OK)
		f = tenant_list(m->copy, m->arena, &b.tenants, &b.count);
	if (f != OK)
		return f;
	m->result->organisations = (int64_t)b.count;
	json_open_object(&j);
	json_pair_int(&j, "format", 1);
	json_pair_z(&j, "program", WARDROOM_VERSION);
	json_pair_str(&j, "made_at", instant_text(m->arena, store_now(m->store)));
	json_pair_int(&j, "database_bytes", m->result->database_bytes);
	json_pair_str(&j, "database_sha256", hex(m->arena, hash, sizeof hash));
	json_name(&j, "organisations");
	json_open_array(&j);
	f = db_read(store_db(m->copy), put_tenants, &b);
	if (f != OK)
		return f;
	json_close_array(&j);
	json_close_object(&j);
	return tar_put_bytes(m->to, "backup.json", text_str(&t));
}

/* ---- the database and the files ---- */

static enum fail put_open_file(struct making *m, const char *name, const char *path)
{
	struct stat st;
	int from = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	if (from < 0 || fstat(from, &st) != 0) {
		int error = errno;
		if (from >= 0)
			close(from);
		return fail_say(FAIL_IO, "cannot read %s: %s", path, strerror(error));
	}
	enum fail f = tar_put_file(m->to, name, from, st.st_size);
	close(from);
	return f;
}

static enum fail put_files(struct tx *tx, void *arg)
{
	struct making *m = arg;
	struct stmt *s = query(tx, SQL("select distinct hash\n"
	                               "from file_use\n"
	                               "order by hash"));
	enum fail f = OK;
	int row = 0;

	while (f == OK && (row = query_next(s)) > 0) {
		char path[4096], name[TAR_NAME_BYTES + 1];
		struct str hash = column_blob(s, 0);
		if (hash.n != SHA256_BYTES) {
			f = fail_say(FAIL_DATABASE, "a file in use has no hash");
			break;
		}
		struct str digits = hex(m->arena, hash.p, hash.n);
		file_path(m->store, (const uint8_t *)hash.p, path, sizeof path);
		snprintf(name, sizeof name, "files/%.*s/%.*s", STR_ARG(str_cut(digits, 2)),
		         STR_ARG(digits));
		f = put_open_file(m, name, path);
		m->result->files++;
	}
	query_end(s);
	return f == OK && row < 0 ? (enum fail)row : f;
}

static enum fail write_archive(struct making *m)
{
	enum fail f = put_about(m);

	if (f == OK)
		f = put_open_file(m, "database", m->copy_path.p);
	if (f == OK)
		f = db_read(store_db(m->copy), put_files, m);
	if (f == OK)
		f = tar_put_end(m->to);
	if (f == OK && fsync(m->to) != 0)
		f = fail_say(FAIL_IO, "cannot write %s: %s", m->path, strerror(errno));
	return f;
}

/* A name that is free, then the database of this moment under it. */
static enum fail copy_database(struct making *m)
{
	const struct store_options options = {
		.db = m->copy_path.p,
		.evidence = store_evidence(m->store),
		.registry = store_registry(m->store),
		.read_only = true,
		.no_threads = true,
		.readers = 1,
	};
	enum fail f = db_copy_to(store_db(m->store), m->copy_path.p, NULL, NULL);

	return f == OK ? store_open(&m->copy, &options) : f;
}

static void remove_copy(const struct making *m)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < COUNT(ends); i++)
		unlink(str_format(m->arena, "%.*s%s", STR_ARG(m->copy_path), ends[i]).p);
}

enum fail backup_make(struct store *s, struct arena *a, const char *path,
                      struct backup_result *out)
{
	struct making m = {
		.store = s,
		.arena = a,
		.path = path,
		.part = str_format(a, "%s.part", path),
		.copy_path = str_format(a, "%s.copy", path),
		.result = out,
	};

	*out = (struct backup_result){ 0 };
	if (access(path, F_OK) == 0)
		return fail_say(FAIL_REFUSED, "%s is there already; nothing was changed",
		                path);
	remove_copy(&m);
	m.to = open(m.part.p, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (m.to < 0)
		return fail_say(FAIL_IO, "cannot write %s: %s", m.part.p, strerror(errno));
	enum fail f = copy_database(&m);
	if (f == OK)
		f = write_archive(&m);
	store_close(m.copy);
	remove_copy(&m);
	close(m.to);
	if (f == OK && rename(m.part.p, path) != 0)
		f = fail_say(FAIL_IO, "cannot write %s: %s", path, strerror(errno));
	if (f != OK)
		unlink(m.part.p);
	return f;
}
