/*
 * files.h -- what befalls files of people, in the folder or in the database, and what is
 * there.
 */
#ifndef TESTS_STORE_FILES_H
#define TESTS_STORE_FILES_H

#include "unit/store/fixture.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "crypto/crypto.h"
#include "store/parts.h"

struct befalling {
	const char *sql;
	const struct file_ref *file;
	int64_t at, count;
};

static inline enum fail befall_job(struct tx *tx, void *arg)
{
	struct befalling *b = arg;
	struct stmt *s = query_composed(tx, str_of(b->sql));

	if (b->file)
		bind_blob(s, "hash", b->file->sha256, SHA256_BYTES);
	if (b->at)
		bind_i64(s, "at", b->at);
	int row = query_next(s);
	b->count = row > 0 ? column_i64(s, 0) : 0;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static inline int64_t file_befall(const char *sql, const struct file_ref *file, int64_t at)
{
	struct befalling b = { .sql = sql, .file = file, .at = at };

	assert_int_equal(db_write(store_db(w.store), befall_job, &b), OK);
	return b.count;
}

static inline bool file_is_there(const struct file_ref *file)
{
	int fd;
	bool there = file_open_kept(w.store, file, &fd) == OK;

	if (there)
		close(fd);
	return there;
}

/* As if it had been kept so many hours ago. */
static inline void file_age(const struct file_ref *file, int64_t hours)
{
	char path[4096];
	struct timespec then = { .tv_sec = time(NULL) - (time_t)(hours * 3600) };
	struct timespec both[2] = { then, then };

	if (on_postgres()) {
		file_befall(SQL("update file_kept set kept_at = :at where hash = :hash"),
		            file, (int64_t)then.tv_sec * US_PER_SECOND);
		return;
	}
	file_path(w.store, file->sha256, path, sizeof path);
	assert_int_equal(utimensat(AT_FDCWD, path, both, 0), 0);
}

static inline void file_spoil(const struct file_ref *file)
{
	char path[4096];

	if (on_postgres()) {
		file_befall(SQL("update file_piece set bytes = :hash"), file, 0);
		return;
	}
	file_path(w.store, file->sha256, path, sizeof path);
	int fd = open(path, O_WRONLY);
	assert_int_equal(write(fd, "P", 1), 1);
	close(fd);
}

static inline void file_lose(const struct file_ref *file)
{
	char path[4096];

	if (on_postgres()) {
		file_befall(SQL("delete from file_kept where hash = :hash"), file, 0);
		return;
	}
	file_path(w.store, file->sha256, path, sizeof path);
	assert_int_equal(unlink(path), 0);
}

#endif
