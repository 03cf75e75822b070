/*
 * test_sqlite.c -- the promises of the door to the database: nobody is answered before it
 * is on disk, one writer's failure is not another's, readers see one moment.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "db/db.h"

static char folder[64];
static char file[96];

static enum fail make_table(struct tx *tx, void *arg)
{
	(void)arg;
	return db_script(tx, STR("create table thing (org {id} not null, id {id} not null,"
	                         " n {i64}, name {text}, primary key (org, id)) {table};"
	                         "create index thing_n on thing (n)"));
}

static struct db *opened(bool no_threads)
{
	struct db *db = NULL;
	const struct db_options o = { .target = file,
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

static void *insert_thread(void *arg)
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

static void values_come_back_as_they_went(void **state)
{
	(void)state;
	struct db *db = opened(true);
	struct insert in = { .org = id_new(), .n = -7, .bytes = 3 };

	assert_int_equal(db_write(db, make_table, NULL), OK);
	assert_int_equal(db_write(db, insert_job, &in), OK);
	assert_int_equal(rows_of(db), 1);
	db_close(db);
	db = opened(true);
	assert_int_equal(rows_of(db), 1);
	db_close(db);
}

#define WRITERS 48
static void one_refused_write_leaves_the_others_of_its_batch(void **state)
{
	(void)state;
	struct db *db = opened(false);
	struct insert in[WRITERS];
	pthread_t threads[WRITERS];

	assert_int_equal(db_write(db, make_table, NULL), OK);
	for (int i = 0; i < WRITERS; i++) {
		in[i] = (struct insert){ .db = db,
			                 .org = id_new(),
			                 .n = i,
			                 .bytes = 10,
			                 .then = i % 3 == 0 ? FAIL_REFUSED : OK };
		assert_int_equal(pthread_create(&threads[i], NULL, insert_thread, &in[i]),
		                 0);
	}
	for (int i = 0; i < WRITERS; i++) {
		pthread_join(threads[i], NULL);
		assert_int_equal(in[i].result, in[i].then);
	}
	assert_int_equal(rows_of(db), WRITERS - WRITERS / 3);
	db_close(db);
}

static enum fail cap_pages(struct tx *tx, void *arg)
{
	(void)arg;
	return db_script(tx, STR("pragma max_page_count = 120"));
}

/* A full disk rolls back the whole transaction; what had room in the batch is kept anyway.
 */
static void a_full_disk_is_refused_and_the_others_are_run_again(void **state)
{
	(void)state;
	struct db *db = opened(false);
	struct insert in[WRITERS];
	pthread_t threads[WRITERS];
	int kept = 0, full = 0;

	assert_int_equal(db_write(db, make_table, NULL), OK);
	assert_int_equal(db_write(db, cap_pages, NULL), OK);
	for (int i = 0; i < WRITERS; i++) {
		in[i] = (struct insert){ .db = db,
			                 .org = id_new(),
			                 .n = i,
			                 .bytes = i % 4 == 3 ? 900000 : 100 };
		assert_int_equal(pthread_create(&threads[i], NULL, insert_thread, &in[i]),
		                 0);
	}
	for (int i = 0; i < WRITERS; i++) {
		pthread_join(threads[i], NULL);
		assert_int_equal(in[i].result, i % 4 == 3 ? FAIL_FULL : OK);
		kept += in[i].result == OK;
		full += in[i].result == FAIL_FULL;
	}
	assert_int_equal(full, WRITERS / 4);
	assert_int_equal(rows_of(db), kept);
	db_close(db);
}

static enum fail swallow_failure(struct tx *tx, void *arg)
{
	struct insert small = { .org = id_new(), .bytes = 5 };

	(void)!insert_job(tx, arg);
	(void)!insert_job(tx, &small);
	return OK;
}

/* A job that overlooks the failure is not believed, and what it goes on to do is not kept.
 */
static void a_lost_transaction_is_never_answered_as_done(void **state)
{
	(void)state;
	struct db *db = opened(true);
	struct insert in = { .org = id_new(), .bytes = 900000 };

	assert_int_equal(db_write(db, make_table, NULL), OK);
	assert_int_equal(db_write(db, cap_pages, NULL), OK);
	assert_int_equal(db_write(db, swallow_failure, &in), FAIL_FULL);
	assert_int_equal(rows_of(db), 0);
	db_close(db);
}

struct snapshot {
	struct db *db;
	int64_t before, after;
};

static enum fail read_twice(struct tx *tx, void *arg)
{
	struct snapshot *s = arg;
	struct count c;
	pthread_t thread;
	struct insert in = { .db = s->db, .org = id_new(), .bytes = 5 };

	if (count_job(tx, &c))
		return FAIL_DATABASE;
	s->before = c.rows;
	pthread_create(&thread, NULL, insert_thread, &in);
	pthread_join(thread, NULL);
	if (in.result || count_job(tx, &c))
		return FAIL_DATABASE;
	s->after = c.rows;
	return OK;
}

static void a_reader_sees_one_moment(void **state)
{
	(void)state;
	struct db *db = opened(false);
	struct snapshot s = { .db = db, .before = -1, .after = -2 };

	assert_int_equal(db_write(db, make_table, NULL), OK);
	assert_int_equal(db_read(db, read_twice, &s), OK);
	assert_int_equal(s.before, 0);
	assert_int_equal(s.after, 0);
	assert_int_equal(rows_of(db), 1);
	db_close(db);
}

static void a_reader_cannot_write(void **state)
{
	(void)state;
	struct db *db = opened(true);
	struct insert in = { .org = id_new(), .bytes = 5 };

	assert_int_equal(db_write(db, make_table, NULL), OK);
	assert_int_equal(db_read(db, insert_job, &in), FAIL_DENIED);
	assert_int_equal(rows_of(db), 0);
	db_close(db);
}

static void a_second_writer_is_told_why(void **state)
{
	(void)state;
	struct db *db = opened(true), *second = NULL;
	const struct db_options o = { .target = file };

	assert_int_equal(db_open(&second, &o), FAIL_BUSY);
	assert_non_null(strstr(fail_message(), "another program"));
	assert_null(second);
	db_close(db);
	const struct db_options missing = { .target = "/tmp/wardroom-there-is-none.db" };
	assert_int_equal(db_open(&second, &missing), FAIL_NOT_FOUND);
}

static enum fail nested(struct tx *tx, void *arg)
{
	struct insert *in = arg;
	struct stmt *outer = query(tx, SQL("select n from thing order by n"));
	int rows = 0;

	while (query_next(outer) == 1) {
		struct count c;
		if (count_job(tx, &c) || count_job(tx, &c))
			return FAIL_DATABASE;
		struct stmt *inner = query(tx, SQL("select id from thing where n > :n"));
		bind_i64(inner, "n", column_i64(outer, 0));
		rows += query_next(inner) == 1;         /* left open on purpose */
	}
	in->runs = rows;
	return OK;
}

static void a_statement_within_its_own_rows_gets_a_twin(void **state)
{
	(void)state;
	struct db *db = opened(true);

	assert_int_equal(db_write(db, make_table, NULL), OK);
	for (int i = 0; i < 5; i++) {
		struct insert in = { .org = id_new(), .n = i, .bytes = 5 };
		assert_int_equal(db_write(db, insert_job, &in), OK);
	}
	struct insert seen = { .runs = 0 };
	assert_int_equal(db_read(db, nested, &seen), OK);
	assert_int_equal(seen.runs, 4);
	assert_int_equal(db_read(db, nested, &seen), OK);
	db_close(db);
}

static enum fail prepare_some(struct tx *tx, void *arg)
{
	(void)arg;
	if (db_prepares(tx, STR("select n from thing where org = :org{id}")))
		return FAIL_DATABASE;
	if (db_prepares(tx, STR("select nothing from thing")) != FAIL_DATABASE)
		return FAIL_REFUSED;
	for (int i = 0; i < 2000; i++) {
		char sql[64];
		snprintf(sql, sizeof sql, "select n + %d from thing", i);
		enum fail f = query_run(query_composed(tx, str_of(sql)));
		if (f)
			return f;
	}
	return db_table_exists(tx, STR("thing")) && !db_table_exists(tx, STR("other"))
	               ? OK
	               : FAIL_NOT_FOUND;
}

static void composed_statements_prepare_or_say_why(void **state)
{
	(void)state;
	struct db *db = opened(true);

	assert_int_equal(db_write(db, make_table, NULL), OK);
	assert_int_equal(db_read(db, prepare_some, NULL), OK);
	assert_int_equal(db_read(db, prepare_some, NULL), OK);
	db_close(db);
}

static void a_copy_is_whole(void **state)
{
	(void)state;
	struct db *db = opened(false), *copy = NULL;
	char path[128];

	snprintf(path, sizeof path, "%s.copy", file);
	assert_int_equal(db_write(db, make_table, NULL), OK);
	struct insert in = { .org = id_new(), .bytes = 100000 };
	assert_int_equal(db_write(db, insert_job, &in), OK);
	assert_int_equal(db_copy_to(db, path, NULL, NULL), OK);
	const struct db_options o = { .target = path, .read_only = true };
	assert_int_equal(db_open(&copy, &o), OK);
	assert_int_equal(rows_of(copy), 1);
	assert_int_equal(db_write(copy, insert_job, &in), FAIL_DENIED);
	db_close(copy);
	db_close(db);
}

static enum fail words_job(struct tx *tx, void *arg)
{
	int64_t *found = arg;

	enum fail f = db_script(tx, str_of(db_words_schema(tx_db(tx))));
	if (!f)
		f = words_put(tx, 11, STR("plan reponse incident"));
	if (!f)
		f = words_put(tx, 12, STR("plan securite"));
	if (!f)
		f = words_drop(tx, 12, STR("plan securite"));
	if (f)
		return f;
	struct stmt *s = query_composed(tx, str_of(db_words_match(tx_db(tx))));
	bind_str(s, "match", STR("\"plan\""));
	while (query_next(s) == 1)
		*found = *found * 100 + column_i64(s, 0);
	return OK;
}

static void words_are_found_until_dropped(void **state)
{
	(void)state;
	struct db *db = opened(true);
	int64_t found = 0;

	assert_int_equal(db_write(db, words_job, &found), OK);
	assert_int_equal(found, 11);
	db_close(db);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_folder, drop_folder)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values_come_back_as_they_went),
		TEST(one_refused_write_leaves_the_others_of_its_batch),
		TEST(a_full_disk_is_refused_and_the_others_are_run_again),
		TEST(a_lost_transaction_is_never_answered_as_done),
		TEST(a_reader_sees_one_moment),
		TEST(a_reader_cannot_write),
		TEST(a_second_writer_is_told_why),
		TEST(a_statement_within_its_own_rows_gets_a_twin),
		TEST(composed_statements_prepare_or_say_why),
		TEST(a_copy_is_whole),
		TEST(words_are_found_until_dropped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
