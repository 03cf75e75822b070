/*
 * test_fault.c -- memory that runs out anywhere, and a disk that is full: refused, and
 * nothing half-done; what was answered as done is there after opening again.
 */
#include "unit/store/fixture.h"

#include <fcntl.h>

struct total {
	int64_t rows, links, words, entries;
};

static enum fail count_of(struct tx *tx, const char *sql, int64_t *out)
{
	struct stmt *s = query(tx, sql);
	int row = query_next(s);

	*out = row == 1 ? column_i64(s, 0) : -1;
	query_end(s);
	return row == 1 ? OK : FAIL_DATABASE;
}

static enum fail total_job(struct tx *tx, void *arg)
{
	struct total *t = arg;

	enum fail f = count_of(tx, SQL("select count(*) from r_leave"), &t->rows);
	if (!f)
		f = count_of(tx, SQL("select count(*) from link"), &t->links);
	if (!f)
		f = count_of(tx, SQL("select count(*) from word_doc"), &t->words);
	return f ? f : count_of(tx, SQL("select count(*) from entry"), &t->entries);
}

static struct total total(void)
{
	struct total t;

	assert_int_equal(db_read(store_db(w.store), total_job, &t), OK);
	return t;
}

static struct change *linked_change(void)
{
	struct change *c = leave_change("Kiosk");

	change_links(c, LEAVE_ALSO, (struct id[]){ w.branch, w.other }, 2);
	change_bilingual(c, LEAVE_ADVICE, STR("isolate"), STR("isoler"));
	return c;
}

static long allocations;                /* of the last act */

/* One act in an arena of its own, in which the nth allocation fails. */
static enum fail create_failing(struct change *c, long nth)
{
	struct make m = { .type = &leave_type, .change = c };
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);

	arena_test_fail_at(nth);
	enum fail f = store_write(w.store, &w.officer, a, make_job, &m);
	allocations = arena_test_count();
	arena_test_fail_at(0);
	arena_free(a);
	return f;
}

static void lost_memory_leaves_nothing_half_done(void **state)
{
	(void)state;
	struct change *c = linked_change();
	struct total before = total();
	int refused = 0;

	for (long nth = 1; nth < 5000; nth++) {
		enum fail f = create_failing(c, nth);
		bool said = strlen(fail_message()) > 0;
		struct total after = total();
		if (f == OK && allocations < nth)
			break;          /* all of them have failed once */
		if (f == OK) {
			assert_int_equal(after.rows, before.rows + 1);
			assert_int_equal(after.links, before.links + 2);
			assert_int_equal(after.entries, before.entries + 1);
			assert_int_equal(after.words, before.words + 1);
			before = after;
			continue;
		}
		refused++;
		assert_int_equal(f, FAIL_MEMORY);
		assert_true(said);
		assert_memory_equal(&after, &before, sizeof after);
	}
	assert_true(refused > 20);
}

static enum fail cap_pages(struct tx *tx, void *arg)
{
	const int64_t *more = arg;
	struct stmt *s = query(tx, SQL("pragma page_count"));
	char sql[64];

	if (query_next(s) != 1)
		return FAIL_DATABASE;
	snprintf(sql, sizeof sql, "pragma max_page_count = %lld",
	         (long long)(column_i64(s, 0) + *more));
	query_end(s);
	return db_script(tx, str_of(sql));
}

static void a_full_disk_refuses_and_keeps_what_was_there(void **state)
{
	(void)state;
	int64_t more = 12;
	int kept = 0;
	enum fail f = OK;
	struct row *before = leave_made(&w.officer, "Before");
	struct total start = total();

	assert_int_equal(db_write(store_db(w.store), cap_pages, &more), OK);
	while (f == OK && kept < 1000) {
		f = create_failing(linked_change(), 0);
		kept += f == OK;
	}
	assert_int_equal(f, FAIL_FULL);
	assert_non_null(strstr(fail_message(), "full"));
	assert_true(kept > 0);
	struct total after = total();
	assert_int_equal(after.rows, start.rows + kept);
	assert_int_equal(after.links, start.links + 2 * kept);
	store_close(w.store);
	open_store(&test_registry);
	after = total();
	assert_int_equal(after.rows, start.rows + kept);
	assert_non_null(got(&w.officer, &leave_type, before->id));
	assert_int_equal(create_failing(linked_change(), 0), OK);
}

static void a_file_that_is_too_large_is_refused(void **state)
{
	(void)state;
	struct file_ref file;
	int fd = open("/dev/zero", O_RDONLY);

	assert_int_equal(file_keep(w.store, fd, STR("big"), STR("x/y"), &file), FAIL_FULL);
	close(fd);
	assert_non_null(strstr(fail_message(), "larger than"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(lost_memory_leaves_nothing_half_done),
		TEST(a_full_disk_refuses_and_keeps_what_was_there),
		TEST(a_file_that_is_too_large_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
