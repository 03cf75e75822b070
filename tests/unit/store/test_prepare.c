/*
 * test_prepare.c -- every type x filter x sort that can be asked for prepares, with fields
 * of every kind that an organisation added.
 */
#include "unit/store/added.h"

static enum fail prepare_job(struct act *a, void *arg)
{
	int64_t *count = arg;

	for (size_t i = 0; i < a->types->count; i++) {
		enum fail f = lists_prepare(a, a->types->at[i], count);
		if (f)
			return f;
	}
	return OK;
}

static void every_list_prepares(void **state)
{
	(void)state;
	int64_t count = 0;

	assert_int_equal(store_read(w.store, &w.officer, w.arena, prepare_job, &count), OK);
	assert_true(leave_here()->fields.count == LEAVE__COUNT + COUNT(every_kind));
	assert_true(count > 8000);
	print_message("%lld statements prepared\n", (long long)count);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		ADDED_TEST(every_list_prepares),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
