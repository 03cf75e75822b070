/* files.c -- files of people, named by the hash of their bytes, wherever they lie. */
#include "store/files.h"

#include "store/parts.h"

enum fail file_say_too_large(int64_t most)
{
	return fail_say(FAIL_FULL, "the file is larger than %lld MB",
	                (long long)(most / (1024 * 1024)));
}

enum fail file_keep(struct store *s, int fd, struct str name, struct str media,
                    struct file_ref *out)
{
	*out = (struct file_ref){ .name = name, .media = media };
	return db_keeps_files(s->db) ? pieces_keep(s, NULL, fd, LIMIT_UPLOAD_BYTES, out)
	                             : folder_keep(s, fd, LIMIT_UPLOAD_BYTES, out);
}

static enum fail keep_within(struct act *a, int fd, int64_t most, struct file_ref *out)
{
	struct store *s = a->store;

	return db_keeps_files(s->db) ? pieces_keep(s, a->tx, fd, most, out)
	                             : folder_keep(s, fd, most, out);
}

enum fail file_keep_within(struct act *a, int fd, struct str name, struct str media,
                           struct file_ref *out)
{
	*out = (struct file_ref){ .name = name, .media = media };
	return keep_within(a, fd, LIMIT_UPLOAD_BYTES, out);
}

enum fail file_keep_made(struct act *a, int fd, struct str name, struct str media,
                         struct file_ref *out)
{
	*out = (struct file_ref){ .name = name, .media = media };
	return keep_within(a, fd, LIMIT_HANDED_BYTES, out);
}

enum fail file_read(struct store *s, struct tx *tx, const uint8_t hash[SHA256_BYTES],
                    int *fd)
{
	return db_keeps_files(s->db) ? pieces_read(tx, hash, fd) : folder_read(s, hash, fd);
}

enum fail file_open(struct act *a, const struct row *r, int field, int *fd)
{
	*fd = -1;
	if (r->type->fields.at[field].type != T_FILE)
		BUG("%s.%s is no file", r->type->name, r->type->fields.at[field].name);
	if (!may_read(a, r) || !r->values[field].filled)
		return FAIL_NOT_FOUND;
	return file_read(a->store, a->tx, r->values[field].file.sha256, fd);
}

struct opening {
	struct store *store;
	const struct file_ref *file;
	int fd;
};

static enum fail open_kept(struct tx *tx, void *arg)
{
	struct opening *o = arg;

	return file_read(o->store, tx, o->file->sha256, &o->fd);
}

enum fail file_open_kept(struct store *s, const struct file_ref *file, int *fd)
{
	struct opening o = { .store = s, .file = file, .fd = -1 };
	enum fail f = db_keeps_files(s->db) ? db_read(s->db, open_kept, &o)
	                                    : folder_read(s, file->sha256, &o.fd);

	*fd = o.fd;
	return f;
}

enum fail file_claim(struct store *s, struct tx *tx, const uint8_t hash[SHA256_BYTES])
{
	bool there = true;
	enum fail f = OK;

	if (db_keeps_files(s->db))
		f = pieces_hold(tx, hash, &there);
	else
		there = folder_has(s, hash);
	return f != OK || there ? f
	                        : fail_say(FAIL_BUSY, "the file was taken away meanwhile; "
	                                              "send it again");
}

enum fail file_leave(struct store *s, struct tx *tx, const uint8_t hash[SHA256_BYTES])
{
	bool pieces = db_keeps_files(s->db), used = true, there;
	enum fail f = pieces ? pieces_hold(tx, hash, &there) : OK;

	if (f == OK)
		f = file_is_used(tx, hash, &used);
	if (f != OK || used)
		return f;
	return pieces ? pieces_remove(tx, hash) : folder_remove(s, hash);
}
