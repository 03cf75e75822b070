/* checkpoint.c -- the signing key in its file, and the checkpoints in the database. */
#include "store/checkpoint.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "db/db.h"
#include "store/ledger.h"

#define KEY_NAME "wardroom"
#define KEY_FILE_BYTES 512

struct str ledger_key_path(struct arena *a, const char *db)
{
	return str_format(a, "%s.key", db);
}

/* The whole of a small file; FAIL_FORMAT when it is no small file. */
static enum fail read_key_file(int fd, const char *path, char *bytes, size_t *n)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return fail_say(FAIL_IO, "cannot read %s: %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode) || st.st_size > KEY_FILE_BYTES)
		return fail_say(FAIL_FORMAT, "%s is not a signing key", path);
	if (st.st_mode & (S_IRWXG | S_IRWXO))
		return fail_say(FAIL_DENIED,
		                "others may read the signing key %s. Run: chmod 600 %s",
		                path, path);
	ssize_t got = read(fd, bytes, KEY_FILE_BYTES);
	if (got < 0)
		return fail_say(FAIL_IO, "cannot read %s: %s", path, strerror(errno));
	*n = (size_t)got;
	return OK;
}

static enum fail key_of_file(struct arena *a, int fd, const char *path,
                             struct ledger_key *out)
{
	char bytes[KEY_FILE_BYTES];
	size_t n = 0;
	struct str name;
	enum fail f = read_key_file(fd, path, bytes, &n);

	if (f != OK)
		return f;
	bool read =
		note_secret_parse(a, str_trim((struct str){ bytes, n }), &name, out->seed);
	bytes_wipe(bytes, sizeof bytes);
	if (!read)
		return fail_say(FAIL_FORMAT, "%s is not a signing key", path);
	ed25519_public(out->seed, out->public_key);
	return OK;
}

static bool write_whole(int fd, struct str s)
{
	while (s.n > 0) {
		ssize_t n = write(fd, s.p, s.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		s = str_from(s, (size_t)n);
	}
	return fsync(fd) == 0;
}

static enum fail key_create(struct arena *a, const char *path, struct ledger_key *out)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd < 0)
		return fail_say(FAIL_IO, "cannot make the signing key %s: %s", path,
		                strerror(errno));
	ed25519_new(out->seed, out->public_key);
	struct str text = str_format(
		a, "%.*s\n", STR_ARG(note_secret_text(a, STR(KEY_NAME), out->seed)));
	bool written = write_whole(fd, text);
	int error = errno;
	bytes_wipe((char *)(uintptr_t)text.p, text.n);
	close(fd);
	if (written)
		return OK;
	unlink(path);
	return fail_say(FAIL_IO, "cannot write the signing key %s: %s", path,
	                strerror(error));
}

enum fail ledger_key_load(struct arena *a, const char *path, bool create,
                          struct ledger_key *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

	if (fd < 0 && errno == ENOENT)
		return create ? key_create(a, path, out)
		              : fail_say(FAIL_NOT_FOUND, "there is no signing key %s",
		                         path);
	if (fd < 0)
		return fail_say(FAIL_IO, "cannot read the signing key %s: %s", path,
		                strerror(errno));
	enum fail f = key_of_file(a, fd, path, out);
	close(fd);
	return f;
}

enum fail ledger_key_list(struct tx *tx, const struct ledger_key *key, struct instant now)
{
	struct stmt *s = query(tx, SQL("insert into ledger_key (public_key, since)\n"
	                               "values (:key, :since)\n"
	                               "on conflict (public_key) do nothing"));

	bind_blob(s, "key", key->public_key, sizeof key->public_key);
	bind_i64(s, "since", now.us);
	return query_run(s);
}

struct str ledger_origin(struct arena *a, struct id org)
{
	return str_format(a, "wardroom/%.*s", STR_ARG(id_text(a, org)));
}

struct note_key ledger_note_key(struct arena *a, struct id org,
                                const uint8_t public_key[ED25519_PUBLIC_BYTES])
{
	return note_key_of(ledger_origin(a, org), public_key);
}

#define KEYS_AT_MOST 64

enum fail ledger_note_keys(struct tx *tx, struct arena *a, struct id org,
                           struct note_key **out, size_t *count)
{
	struct note_key *keys = ARENA_TRY(a, struct note_key, KEYS_AT_MOST);
	struct stmt *s = query(tx, SQL("select public_key\n"
	                               "from ledger_key\n"
	                               "order by since"));
	size_t n = 0;
	int row;

	if (!keys)
		return fail_say(FAIL_MEMORY, "no memory for the keys of the ledger");
	while (n < KEYS_AT_MOST && (row = query_next(s)) > 0) {
		struct str key = column_blob(s, 0);
		if (key.n == ED25519_PUBLIC_BYTES)
			keys[n++] = ledger_note_key(a, org, (const uint8_t *)key.p);
	}
	query_end(s);
	*out = keys;
	*count = n;
	return row < 0 ? (enum fail)row : OK;
}

/* ---- the checkpoints kept ---- */

enum fail checkpoint_last(struct tx *tx, struct arena *a, struct id org,
                          struct kept_checkpoint *out)
{
	struct stmt *s = query(tx, SQL("select size, made_at, note\n"
	                               "from ledger_checkpoint\n"
	                               "where org = :org\n"
	                               "order by size desc\n"
	                               "limit 1"));

	bind_id(s, "org", org);
	int row = query_next(s);
	if (row > 0)
		*out = (struct kept_checkpoint){
			.size = column_i64(s, 0),
			.at = { column_i64(s, 1) },
			.note = str_copy(a, column_str(s, 2)),
		};
	query_end(s);
	if (row == 0)
		return fail_say(FAIL_NOT_FOUND, "there is no checkpoint yet");
	return row < 0 ? (enum fail)row : OK;
}

static enum fail checkpoint_count(struct tx *tx, struct id org, size_t *count)
{
	struct stmt *s = query(tx, SQL("select count(*)\n"
	                               "from ledger_checkpoint\n"
	                               "where org = :org"));

	bind_id(s, "org", org);
	int row = query_next(s);
	if (row > 0)
		*count = (size_t)column_i64(s, 0);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail checkpoint_list(struct tx *tx, struct arena *a, struct id org,
                          struct kept_checkpoint **out, size_t *count)
{
	size_t room = 0, n = 0;
	int row = 0;
	enum fail f = checkpoint_count(tx, org, &room);

	if (f != OK)
		return f;
	struct kept_checkpoint *list = ARENA_TRY(a, struct kept_checkpoint, room + 1);
	if (!list)
		return fail_say(FAIL_MEMORY, "no memory for %zu checkpoints", room);
	struct stmt *s = query(tx, SQL("select size, made_at, note\n"
	                               "from ledger_checkpoint\n"
	                               "where org = :org\n"
	                               "order by size"));
	bind_id(s, "org", org);
	while (n < room && (row = query_next(s)) > 0)
		list[n++] = (struct kept_checkpoint){
			.size = column_i64(s, 0),
			.at = { column_i64(s, 1) },
			.note = str_copy(a, column_str(s, 2)),
		};
	query_end(s);
	*out = list;
	*count = n;
	return row < 0 ? (enum fail)row : OK;
}

static enum fail checkpoint_write(struct tx *tx, struct id org,
                                  const struct kept_checkpoint *c)
{
	struct stmt *s =
		query(tx, SQL("insert into ledger_checkpoint (org, size, made_at, note)\n"
	                      "values (:org, :size, :at, :note)\n"
	                      "on conflict (org, size) do update\n"
	                      "set made_at = excluded.made_at, note = excluded.note"));

	bind_id(s, "org", org);
	bind_i64(s, "size", c->size);
	bind_i64(s, "at", c->at.us);
	bind_str(s, "note", c->note);
	return query_run(s);
}

/*
 * Is the last one still right, and signed by a key of ours?  Servers that share a database
 * may have a key each: one signature is enough.
 */
static enum fail still_holds(struct tx *tx, struct arena *a, struct id org,
                             const struct kept_checkpoint *last, int64_t size, bool *holds)
{
	struct note n;
	struct note_key *keys;
	size_t count;

	*holds = false;
	if (last->size != size || !note_parse(a, last->note, &n))
		return OK;
	enum fail f = ledger_note_keys(tx, a, org, &keys, &count);
	for (size_t i = 0; f == OK && i < count; i++)
		*holds = *holds || note_signed_by(&n, &keys[i]);
	return f;
}

enum fail checkpoint_make(struct tx *tx, struct arena *a, struct id org,
                          const struct ledger_key *key, struct instant now,
                          struct kept_checkpoint *out)
{
	struct checkpoint c = { .origin = ledger_origin(a, org) };
	bool holds = false;
	enum fail f = ledger_turn(tx, org);

	if (f == OK)
		f = ledger_size(tx, org, &c.size, NULL);
	if (f == OK)
		f = checkpoint_last(tx, a, org, out);
	if (f == OK)
		f = still_holds(tx, a, org, out, c.size, &holds);
	if (f == OK && holds)
		return OK;
	if (f == OK || f == FAIL_NOT_FOUND)
		f = ledger_root(tx, org, c.size, &c.root);
	if (f == OK)
		f = ledger_key_list(tx, key, now);
	if (f != OK)
		return f;
	*out = (struct kept_checkpoint){
		.size = c.size,
		.at = now,
		.note = note_sign(a, checkpoint_text(a, &c), c.origin, key->seed),
	};
	return checkpoint_write(tx, org, out);
}
