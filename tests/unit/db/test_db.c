/*
 * test_db.c -- the promises of the door to the database, on every database: nobody is
 * answered before it is on disk, one writer's failure is not another's, readers see one
 * moment.
 */
#include "unit/db/thing.h"

#include "db/words.h"

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

struct looking {
	struct words_term terms[3];
	size_t count;
	const char *found;              /* the last digits of the records, newest first */
};

static struct id numbered(uint8_t n)
{
	return (struct id){ { [0] = 1, [15] = n } };
}

static enum fail index_words(struct tx *tx, void *arg)
{
	const struct id org = numbered(0), other = numbered(9);

	(void)arg;
	enum fail f = db_script(tx, STR(WORDS_TABLES));
	if (!f)
		f = words_set(tx, org, numbered(1), STR("plan reponse incident"));
	if (!f)
		f = words_set(tx, org, numbered(2), STR("plan securite"));
	if (!f)
		f = words_set(tx, org, numbered(3), STR("securite"));
	if (!f)
		f = words_set(tx, org, numbered(3), STR("plan annuel"));
	if (!f)
		f = words_set(tx, org, numbered(3), STR("plan annuel"));
	if (!f)
		f = words_set(tx, other, numbered(1), STR("plan autre"));
	return f ? f : words_remove(tx, org, numbered(2));
}

static enum fail look_for_words(struct tx *tx, void *arg)
{
	struct arena *a = arg;
	const struct looking lookings[] = {
		{ { { .words = STR("plan") } }, 1, "31" },
		{ { { .words = STR("plan") }, { .words = STR("incident") } }, 2, "1" },
		{ { { .words = STR("plan incident") } }, 1, "1" },
		{ { { .words = STR("rep"), .prefix = true } }, 1, "1" },
		{ { { .words = STR("reponse incident"), .phrase = true } }, 1, "1" },
		{ { { .words = STR("incident reponse"), .phrase = true } }, 1, "" },
		{ { { .words = STR("eponse incident"), .phrase = true } }, 1, "" },
		{ { { .words = STR("plan") },
		    { .words = STR("annuel"), .not_wanted = true } },
		  2,
		  "1" },
		{ { { .words = STR("plan") },
		    { .words = STR("plan annuel"), .phrase = true, .not_wanted = true },
		    { .words = STR("x"), .prefix = true, .not_wanted = true } },
		  3,
		  "1" },
		{ { { .words = STR("securite") } }, 1, "" },
		{ { { .words = STR("autre") } }, 1, "" },
		{ { { .words = STR("o'\"\\{},*\" or plan") } }, 1, "" },
		{ { { .words = STR("plan") },
		    { .words = STR("o'\"\\{},*\" plan"), .phrase = true } },
		  2,
		  "" },
	};

	for (size_t i = 0; i < COUNT(lookings); i++) {
		const struct looking *l = &lookings[i];
		struct words_wanted w = words_wanted(tx_db(tx), a, l->terms, l->count);
		struct stmt *s = query(tx, db_words_page(tx_db(tx)));
		char found[8] = "";
		size_t n = 0;

		assert_false(w.nothing);
		bind_id(s, "org", numbered(0));
		bind_i64(s, "before", INT64_MAX);
		bind_i64(s, "room", 5);
		words_bind(s, &w);
		while (query_next(s) == 1)
			found[n++] = (char)('0' + column_id(s, 1).b[15]);
		assert_string_equal(found, l->found);
	}
	return OK;
}

static void words_are_found_alike_until_removed(void **state)
{
	(void)state;
	struct db *db = opened(true);
	struct arena *a = arena_new(1 << 20);
	const struct words_term unwanted = { .words = STR("plan"), .not_wanted = true };

	assert_int_equal(db_write(db, index_words, NULL), OK);
	enum fail f = db_read(db, look_for_words, a);
	if (f)
		print_message("%s\n", fail_message());
	assert_int_equal(f, OK);
	assert_true(words_wanted(db, a, &unwanted, 1).nothing);
	assert_true(words_wanted(db, a, &unwanted, 0).nothing);
	arena_free(a);
	db_close(db);
}

/* ---- walks ---- */
struct walk {
	struct id org;
	int rows, breaks_at;
	int64_t sum;
};

static enum fail fill_rows(struct tx *tx, void *arg)
{
	struct walk *w = arg;
	struct insert in = { .org = w->org, .bytes = 20 };
	enum fail f = OK;

	for (int i = 0; f == OK && i < w->rows; i++) {
		in.n = i + 1;
		f = insert_job(tx, &in);
	}
	return f;
}

/* With another question for each row, and a second walk beside the first. */
static enum fail walk_rows(struct tx *tx, void *arg)
{
	struct walk *w = arg;
	int row = 0;

	for (int times = 0; times < 2; times++) {
		struct stmt *s = query_walk(tx, SQL("select n from thing\n"
		                                    "where org = :org\n"
		                                    "order by n"));
		bind_id(s, "org", w->org);
		w->sum = w->rows = 0;
		while (w->rows != w->breaks_at && (row = query_next(s)) == 1) {
			struct count c;
			if (++w->rows % 100 == 1 && count_job(tx, &c))
				return FAIL_DATABASE;
			w->sum += column_i64(s, 0);
		}
		query_end(s);
	}
	return row < 0 ? (enum fail)row : OK;
}

static void a_walk_meets_each_row_once(void **state)
{
	static const int sizes[] = { 0, 1, 255, 256, 257, 512, 700 };

	(void)state;
	struct db *db = opened(true);
	assert_int_equal(db_write(db, make_table, NULL), OK);
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct walk w = { .org = id_new(), .rows = sizes[i] };
		assert_int_equal(db_write(db, fill_rows, &w), OK);
		for (int writes = 0; writes < 2; writes++) {
			w.breaks_at = -1;
			assert_int_equal(writes ? db_write(db, walk_rows, &w)
			                        : db_read(db, walk_rows, &w),
			                 OK);
			assert_int_equal(w.rows, sizes[i]);
			assert_int_equal(w.sum, sizes[i] * (sizes[i] + 1) / 2);
		}
		w.breaks_at = sizes[i] / 2;
		assert_int_equal(db_read(db, walk_rows, &w), OK);
		assert_int_equal(w.rows, sizes[i] / 2);
	}
	db_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values_come_back_as_they_went),
		TEST(one_refused_write_leaves_the_others_of_its_batch),
		TEST(a_reader_sees_one_moment),
		TEST(a_reader_cannot_write),
		TEST(a_statement_within_its_own_rows_gets_a_twin),
		TEST(a_walk_meets_each_row_once),
		TEST(composed_statements_prepare_or_say_why),
		TEST(words_are_found_alike_until_removed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
