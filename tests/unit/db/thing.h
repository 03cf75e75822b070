/*
 * thing.h -- a table, a job that inserts into it and one that counts: for the tests of the
 * door to the database.
 */
#ifndef TESTS_DB_THING_H
#define TESTS_DB_THING_H

#include "unit/database.h"

#include <pthread.h>

#include "base/arena.h"
#include "db/db.h"

static char folder[64];
static char file[96];
static char target[256];		/* the file, or a database of PostgreSQL */

static enum fail make_table(struct tx *tx, void *arg)
{
	(void)arg;
	return db_script(tx, STR("create table thing (org {id} not null, id {id} not null,"
	                         " n {i64}, name {text}, primary key (org, id)) {table};"
	                         "create index thing_n on thing (n)"));
}

static inline struct db *opened(bool no_threads)
{
	struct db *db = NULL;
	const struct db_options o = { .target = target,
		                      .create = true,
		                      .no_threads = no_threads };

	assert_int_equal(db_open(&db, &o), OK);
	return db;
}

static int make_folder(void **state)
{
	(void)state;
	snprintf(folder, sizeof folder, "/tmp/wardroom-db-XXXXXX");
	assert_non_null(mkdtemp(folder));
	snprintf(file, sizeof file, "%s/t.db", folder);
	database_fresh(file, 0, target, sizeof target);
	return 0;
}

static int drop_folder(void **state)
{
	static const char *const ends[] = { "",      "-wal",      "-shm",     ".lock",
		                            ".copy", ".copy-wal", ".copy-shm" };
	char path[128];

	(void)state;
	for (size_t i = 0; i < COUNT(ends); i++) {
		snprintf(path, sizeof path, "%s%s", file, ends[i]);
		unlink(path);
	}
	return rmdir(folder);
}

struct insert {
	struct db *db;
	struct id org;
	int64_t n;
	size_t bytes;                   /* of the name */
	enum fail result;
	enum fail then;                 /* what the job answers after the insert */
	int runs;
};

static enum fail insert_job(struct tx *tx, void *arg)
{
	static char letters[1 << 20];
	struct insert *in = arg;

	in->runs++;
	if (!letters[0])
		memset(letters, 'x', sizeof letters);
	struct stmt *s = query(tx, SQL("insert into thing (org, id, n, name)"
	                               " values (:org, :id{id}, :n, :name)"));
	bind_id(s, "org", in->org);
	bind_id(s, "id", id_new());
	bind_i64(s, "n", in->n);
	bind_str(s, "name", (struct str){ letters, in->bytes });
	enum fail f = query_run(s);
	return f ? f : in->then;
}

static inline void *insert_thread(void *arg)
{
	struct insert *in = arg;

	in->result = db_write(in->db, insert_job, in);
	return NULL;
}

struct count {
	int64_t rows;
};

static enum fail count_job(struct tx *tx, void *arg)
{
	struct count *c = arg;
	struct stmt *s = query(tx, SQL("select count(*) from thing"));

	if (query_next(s) != 1)
		return FAIL_DATABASE;
	c->rows = column_i64(s, 0);
	query_end(s);
	return OK;
}

static int64_t rows_of(struct db *db)
{
	struct count c = { .rows = -1 };

	assert_int_equal(db_read(db, count_job, &c), OK);
	return c.rows;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_folder, drop_folder)

#endif
