/*
 * files_pieces.c -- files of people inside the database, in pieces.
 *
 * Every computer that shares the database hands them out, and they are in its own backups.
 * A file comes in piece by piece, each a transaction, under a number of its own; the last
 * one gives it the hash of its bytes as its name, and only a file with a name is there.
 * Memory holds one piece.
 *
 * Whoever claims or removes a file holds its row first: a claim that comes later finds
 * nothing any more, a removal that comes later finds it in use.
 */
#include "store/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/arena.h"
#include "store/io.h"
#include "store/parts.h"

#define PIECE_BYTES (256u * 1024)

const char *const files_schema = SQL(
	"create table file_kept (id {id} not null primary key, hash {blob},"
	" bytes {i64} not null, kept_at {i64} not null) {table};"
	"create unique index file_kept_hash on file_kept (hash);"
	"create table file_piece (file {id} not null, place {i64} not null,"
	" bytes {blob} not null, primary key (file, place)) {table};");

/* ---- removing ---- */
static enum fail forget(struct tx *tx, struct id id)
{
	struct stmt *s = query(tx, SQL("delete from file_piece where file = :id"));

	bind_id(s, "id", id);
	enum fail f = query_run(s);
	if (f != OK)
		return f;
	s = query(tx, SQL("delete from file_kept where id = :id"));
	bind_id(s, "id", id);
	return query_run(s);
}

/* ID_NONE: it is not there. */
static enum fail find(struct tx *tx, const uint8_t hash[SHA256_BYTES], struct id *id,
                      int64_t *bytes)
{
	struct stmt *s = query(tx, SQL("select id, bytes\n"
	                               "from file_kept\n"
	                               "where hash = :hash"));

	*id = ID_NONE;
	*bytes = 0;
	bind_blob(s, "hash", hash, SHA256_BYTES);
	int row = query_next(s);
	if (row > 0) {
		*id = column_id(s, 0);
		*bytes = column_i64(s, 1);
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail pieces_hold(struct tx *tx, const uint8_t hash[SHA256_BYTES], bool *there)
{
	struct stmt *s = query(tx, SQL("update file_kept\n"
	                               "set kept_at = :now\n"
	                               "where hash = :hash"));

	bind_i64(s, "now", instant_now().us);
	bind_blob(s, "hash", hash, SHA256_BYTES);
	enum fail f = query_run(s);
	*there = f == OK && tx_changed(tx) > 0;
	return f;
}

enum fail pieces_remove(struct tx *tx, const uint8_t hash[SHA256_BYTES])
{
	struct id id;
	int64_t bytes;
	enum fail f = find(tx, hash, &id, &bytes);

	return f == OK && id_is_set(id) ? forget(tx, id) : f;
}

/* ---- coming in ---- */
struct coming {
	struct store *store;
	struct tx *within;              /* null: each piece in one of its own */
	struct id id;
	int64_t place;
	struct str piece;
	bool last;
	int64_t most;
	struct file_ref *file;
};

static enum fail begin(struct tx *tx, const struct coming *c)
{
	struct stmt *s = query(tx, SQL("insert into file_kept (id, bytes, kept_at)\n"
	                               "values (:id, 0, :now)"));

	bind_id(s, "id", c->id);
	bind_i64(s, "now", instant_now().us);
	return query_run(s);
}

/* An upload that took so long that it was swept away must not leave pieces behind. */
static enum fail go_on(struct tx *tx, const struct coming *c)
{
	struct stmt *s = query(tx, SQL("update file_kept\n"
	                               "set kept_at = :now\n"
	                               "where id = :id"));

	bind_id(s, "id", c->id);
	bind_i64(s, "now", instant_now().us);
	enum fail f = query_run(s);
	if (f == OK && tx_changed(tx) == 0)
		return fail_say(FAIL_BUSY, "the upload took too long; send the file again");
	return f;
}

static enum fail put_piece(struct tx *tx, const struct coming *c)
{
	struct stmt *s = query(tx, SQL("insert into file_piece (file, place, bytes)\n"
	                               "values (:id, :place, :bytes)"));

	bind_id(s, "id", c->id);
	bind_i64(s, "place", c->place);
	bind_blob(s, "bytes", c->piece.p, c->piece.n);
	return query_run(s);
}

/* The same bytes are there already: these go, and those are as young as these. */
static enum fail give_name(struct tx *tx, const struct coming *c)
{
	bool there;
	enum fail f = pieces_hold(tx, c->file->sha256, &there);

	if (f != OK || there)
		return f != OK ? f : forget(tx, c->id);
	struct stmt *s = query(tx, SQL("update file_kept\n"
	                               "set hash = :hash, bytes = :bytes\n"
	                               "where id = :id"));
	bind_id(s, "id", c->id);
	bind_blob(s, "hash", c->file->sha256, SHA256_BYTES);
	bind_i64(s, "bytes", c->file->bytes);
	return query_run(s);
}

static enum fail keep_piece(struct tx *tx, void *arg)
{
	const struct coming *c = arg;
	enum fail f = c->place == 0 ? begin(tx, c) : go_on(tx, c);

	if (f == OK && c->piece.n > 0)
		f = put_piece(tx, c);
	return f == OK && c->last ? give_name(tx, c) : f;
}

static enum fail keep_all(struct coming *c, int fd, char *room, struct sha256_running *hash)
{
	enum fail f = OK;

	for (c->place = 0; f == OK && !c->last; c->place++) {
		int64_t n = io_read(fd, room, PIECE_BYTES, -1, "the upload");
		if (n < 0)
			return (enum fail)n;
		c->piece = (struct str){ room, (size_t)n };
		c->last = n < (int64_t)PIECE_BYTES;
		c->file->bytes += n;
		if (c->file->bytes > c->most)
			return file_say_too_large(c->most);
		sha256_more(hash, room, (size_t)n);
		if (c->last)
			sha256_finish(hash, c->file->sha256);
		f = c->within ? keep_piece(c->within, c)
		              : db_write(c->store->db, keep_piece, c);
	}
	return f;
}

static enum fail give_up(struct tx *tx, void *arg)
{
	const struct coming *c = arg;

	return forget(tx, c->id);
}

enum fail pieces_keep(struct store *s, struct tx *within, int fd, int64_t most,
                      struct file_ref *out)
{
	struct coming c = {
		.store = s, .within = within, .id = id_new(), .most = most, .file = out
	};
	struct arena *a = arena_new(2ul * PIECE_BYTES);
	char *room = a ? arena_try(a, PIECE_BYTES, 1) : NULL;

	if (!room) {
		arena_free(a);
		return fail_say(FAIL_MEMORY, "no memory to keep a file");
	}
	out->bytes = 0;
	enum fail f = keep_all(&c, fd, room, sha256_start(a));
	if (f != OK && c.place > 0 && !within) {
		struct str why = str_copy(a, str_of(fail_message()));
		/* What is left in spite of it is swept up. */
		(void)!db_write(s->db, give_up, &c);
		(void)!fail_say(f, "%.*s", STR_ARG(why));
	}
	arena_free(a);
	return f;
}

/* ---- going out ---- */
static enum fail copy_piece(struct tx *tx, struct id id, int64_t place, int to,
                            struct sha256_running *hash, int64_t *done)
{
	struct stmt *s = query(tx, SQL("select bytes\n"
	                               "from file_piece\n"
	                               "where file = :id and place = :place"));
	enum fail f = OK;

	bind_id(s, "id", id);
	bind_i64(s, "place", place);
	int row = query_next(s);
	if (row > 0) {
		struct str piece = column_blob(s, 0);
		sha256_more(hash, piece.p, piece.n);
		*done += (int64_t)piece.n;
		f = io_write(to, piece, "the copy of a file");
	}
	query_end(s);
	if (row == 0)
		return fail_say(FAIL_FORMAT, "a piece of the file is missing");
	return row < 0 ? (enum fail)row : f;
}

static enum fail copy_all(struct tx *tx, const uint8_t name[SHA256_BYTES], int to,
                          struct arena *a)
{
	struct sha256_running *hash = sha256_start(a);
	uint8_t made[SHA256_BYTES];
	int64_t bytes, done = 0;
	struct id id;
	enum fail f = find(tx, name, &id, &bytes);

	if (f == OK && !id_is_set(id))
		return fail_say(FAIL_IO, "the file is not in the database");
	for (int64_t place = 0; f == OK && done < bytes; place++)
		f = copy_piece(tx, id, place, to, hash, &done);
	sha256_finish(hash, made);
	if (f == OK && (done != bytes || memcmp(made, name, sizeof made) != 0))
		return fail_say(FAIL_FORMAT, "the bytes of the file were changed");
	return f;
}

enum fail pieces_read(struct tx *tx, const uint8_t hash[SHA256_BYTES], int *fd)
{
	struct arena *a = arena_new(64ul * 1024);
	enum fail f = a ? OK : fail_say(FAIL_MEMORY, "no memory to read a file");

	*fd = -1;
	if (f == OK && (*fd = memfd_create("file", MFD_CLOEXEC)) < 0)
		f = io_failed("open", "memory for a file");
	if (f == OK)
		f = copy_all(tx, hash, *fd, a);
	if (f == OK && lseek(*fd, 0, SEEK_SET) != 0)
		f = io_failed("read", "the copy of a file");
	if (f != OK && *fd >= 0) {
		close(*fd);
		*fd = -1;
	}
	arena_free(a);
	return f;
}

/* ---- what a form left that was never finished ---- */
struct old {
	struct instant before;
	struct id id;
	bool removed;
};

static enum fail find_old(struct tx *tx, void *arg)
{
	struct old *o = arg;
	struct stmt *s = query(tx, SQL("select k.id\n"
	                               "from file_kept k\n"
	                               "where k.kept_at < :before\n"
	                               "  and not exists (select 1 from file_use u\n"
	                               "    where u.hash = k.hash)\n"
	                               "limit 1"));

	bind_i64(s, "before", o->before.us);
	int row = query_next(s);
	o->id = row > 0 ? column_id(s, 0) : ID_NONE;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

/* Whoever claimed it since has made it young. */
static enum fail remove_old(struct tx *tx, void *arg)
{
	struct old *o = arg;
	struct stmt *s = query(tx, SQL("update file_kept\n"
	                               "set kept_at = kept_at\n"
	                               "where id = :id and kept_at < :before"));

	bind_id(s, "id", o->id);
	bind_i64(s, "before", o->before.us);
	enum fail f = query_run(s);
	o->removed = f == OK && tx_changed(tx) > 0;
	return o->removed ? forget(tx, o->id) : f;
}

enum fail pieces_sweep(struct store *s, struct instant before, int64_t *count)
{
	struct old o = { .before = before };
	enum fail f;

	do {
		f = db_read(s->db, find_old, &o);
		if (f == OK && id_is_set(o.id)) {
			f = db_write(s->db, remove_old, &o);
			*count += f == OK && o.removed;
		}
	} while (f == OK && id_is_set(o.id));
	return f;
}
