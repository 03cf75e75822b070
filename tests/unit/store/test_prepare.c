/* test_prepare.c -- every type x filter x sort that can be asked for prepares. */
#include "unit/store/fixture.h"

static enum fail prepare_job(struct act *a, void *arg)
{
	int64_t *count = arg;

	for (size_t i = 0; i < COUNT(types); i++) {
		enum fail f = lists_prepare(a, types[i], count);
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
	assert_true(count > 3000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_list_prepares),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
