/* test_answers.c -- what is remembered of a request: for a day, and until it is erased. */
#include "fixture.h"

#include "store/answers.h"

struct asking {
	struct remembered answer;
	struct id record;
	bool look, erase;
};

static enum fail ask(struct act *a, void *arg)
{
	struct asking *g = arg;
	struct refusal why = refusal_on(a->arena);

	if (g->erase)
		return record_erase(a, &leave_type, g->record, 0, STR("asked for"), &why);
	return g->look ? answer_known(a, &g->answer) : answer_remember(a, &g->answer);
}

static enum fail asked(struct asking *g)
{
	return store_write(w.store, &w.officer, w.arena, ask, g);
}

static struct remembered answer_of(uint8_t key, uint8_t request)
{
	struct remembered r = { .status = 201, .version = 1, .body = STR("{}") };

	memset(r.key, key, sizeof r.key);
	memset(r.request, request, sizeof r.request);
	return r;
}

static void an_answer_holds_for_a_day(void **state)
{
	struct asking put = { .answer = answer_of(1, 7) };
	struct asking look = { .answer = answer_of(1, 7), .look = true };
	struct asking other = { .answer = answer_of(1, 8), .look = true };
	struct instant start = instant_now();
	int64_t gone;

	(void)state;
	store_set_clock(w.store, start);
	assert_int_equal(asked(&look), FAIL_NOT_FOUND);
	assert_int_equal(asked(&put), OK);
	assert_int_equal(asked(&look), OK);
	assert_int_equal(look.answer.status, 201);
	assert_true(str_is(look.answer.body, "{}"));
	assert_int_equal(asked(&other), FAIL_REFUSED);
	start.us += (int64_t)23 * 3600 * 1000000;
	store_set_clock(w.store, start);
	assert_int_equal(answers_forget(w.store, &gone), OK);
	assert_int_equal(gone, 0);
	assert_int_equal(asked(&look), OK);
	start.us += (int64_t)3600 * 1000000;
	store_set_clock(w.store, start);
	assert_int_equal(asked(&other), FAIL_NOT_FOUND);
	assert_int_equal(answers_forget(w.store, &gone), OK);
	assert_int_equal(gone, 1);
}

static void erasing_destroys_what_speaks_of_the_record(void **state)
{
	struct asking put = { .answer = answer_of(2, 7) };
	struct asking beside = { .answer = answer_of(3, 7) };
	struct asking look = { .answer = answer_of(2, 7), .look = true };
	struct asking erase = { .erase = true };

	(void)state;
	erase.record = leave_made(&w.officer, "To be forgotten")->id;
	put.answer.body = str_format(w.arena, "{\"id\":\"%.*s\",\"title\":\"To be\"}",
	                             STR_ARG(id_text(w.arena, erase.record)));
	assert_int_equal(asked(&put), OK);
	assert_int_equal(asked(&beside), OK);
	assert_int_equal(asked(&erase), OK);
	assert_int_equal(asked(&look), OK);
	assert_true(look.answer.erased);
	assert_int_equal(look.answer.body.n, 0);
	look.answer = answer_of(3, 7);
	assert_int_equal(asked(&look), OK);
	assert_false(look.answer.erased);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_answer_holds_for_a_day),
		TEST(erasing_destroys_what_speaks_of_the_record),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
