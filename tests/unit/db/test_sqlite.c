/*
 * test_sqlite.c -- what only SQLite promises: a full disk is one job's failure, a second
 * writer is kept out.
 */
#include "unit/db/thing.h"

#define WRITERS 48

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_full_disk_is_refused_and_the_others_are_run_again),
		TEST(a_lost_transaction_is_never_answered_as_done),
		TEST(a_second_writer_is_told_why),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
