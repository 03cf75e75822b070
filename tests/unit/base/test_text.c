/* test_text.c -- views and builders of text, and the arena under them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/refusal.h"
#include "base/text.h"

static void views_are_cut_and_compared(void **state)
{
	(void)state;
	struct str rest;

	assert_true(str_is(str_trim(STR("  a b\r\n")), "a b"));
	assert_true(str_is(str_split(STR("key=value=x"), '=', &rest), "key"));
	assert_true(str_is(rest, "value=x"));
	assert_true(str_is(str_split(STR("alone"), '=', &rest), "alone"));
	assert_null(rest.p);
	assert_int_equal(str_find(STR("abcabc"), STR("ca")), 2);
	assert_int_equal(str_find(STR("abc"), STR("abcd")), SIZE_MAX);
	assert_true(str_compare(STR("a"), STR("ab")) < 0);
	assert_true(str_compare(STR("b"), STR("ab")) > 0);
	assert_true(str_equal(STR_NONE, STR("")));
	assert_true(str_starts(STR("wdr_x"), "wdr_") && str_ends(STR("a.docx"), ".docx"));
	assert_int_equal(str_from(STR("abc"), 9).n, 0);
}

static void numbers_are_read_whole_or_not_at_all(void **state)
{
	(void)state;
	int64_t n = 7;

	assert_true(str_to_i64(STR("-9223372036854775808"), &n));
	assert_true(n == INT64_MIN);
	assert_true(str_to_i64(STR("9223372036854775807"), &n));
	assert_true(n == INT64_MAX);
	assert_false(str_to_i64(STR("9223372036854775808"), &n));
	assert_false(str_to_i64(STR(""), &n));
	assert_false(str_to_i64(STR("-"), &n));
	assert_false(str_to_i64(STR("12 "), &n));
	assert_false(str_to_i64(STR("+1"), &n));
	assert_true(n == INT64_MAX);
}

static void only_well_formed_utf8_passes(void **state)
{
	(void)state;
	assert_true(str_is_utf8(STR("W\xcc\xb1S\xc3\xa9\xf0\x9f\x9a\xa2")));
	assert_false(str_is_utf8((struct str){ "a\0b", 3 }));
	assert_false(str_is_utf8(STR("\xc0\xaf"))); /* overlong */
	assert_false(str_is_utf8(STR("\xed\xa0\x80"))); /* surrogate */
	assert_false(str_is_utf8(STR("\xf4\x90\x80\x80"))); /* past U+10FFFF */
	assert_false(str_is_utf8(STR("\xe2\x82"))); /* cut */
	assert_int_equal(str_cut_utf8(STR("a\xe2\x82\xac"), 3).n, 1);
	assert_int_equal(str_utf8_length(STR("a\xe2\x82\xac")), 2);
}

static void a_builder_stops_at_its_ceiling(void **state)
{
	(void)state;
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct text t = text_on(a, 8);

	text_addz(&t, "12345678");
	assert_false(text_failed(&t));
	text_addc(&t, '9');
	assert_true(text_failed(&t));
	assert_true(str_is(text_str(&t), "12345678"));
	struct text u = text_on(a, 100);
	text_addf(&u, "%d-%s", 42, "x");
	text_add_utf8(&u, 0x20ac);
	assert_true(str_is(text_str(&u), "42-x\xe2\x82\xac"));
	assert_true(str_is(str_printable(a, STR("a\x1b[0m\n")), "a?[0m?"));
	arena_free(a);
}

static void an_arena_past_its_ceiling_turns_sticky(void **state)
{
	(void)state;
	struct arena *a = arena_new(64 * 1024);

	assert_null(arena_try(a, 1, 128 * 1024));
	assert_false(arena_failed(a));
	assert_null(arena_try(a, SIZE_MAX / 2, 4));
	for (int i = 0; i < 200; i++)
		assert_non_null(arena_get(a, 1000)); /* never null, also past the ceiling */
	assert_true(arena_failed(a));
	arena_reset(a);
	assert_false(arena_failed(a));
	arena_free(a);
}

static void count_close(void *what)
{
	++*(int *)what;
}

static void closers_run_once(void **state)
{
	(void)state;
	int closed = 0;
	struct arena *a = arena_new(1024 * 1024);

	arena_on_close(a, count_close, &closed);
	arena_test_fail_at(1);
	arena_on_close(a, count_close, &closed); /* no memory: closed at once, sticky */
	arena_test_fail_at(0);
	assert_int_equal(closed, 1);
	assert_true(arena_failed(a));
	arena_free(a);
	assert_int_equal(closed, 2);
}

static void refusals_are_collected(void **state)
{
	(void)state;
	struct arena *a = arena_new(1024 * 1024);
	struct refusal why = refusal_on(a);

	for (int i = 0; i < 20; i++)
		assert_false(refuse(&why, i, "%1 is empty", NULL));
	assert_int_equal(why.count, 20);
	assert_int_equal(why.at[19].field, 19);
	struct message m = MESSAGE2("%2 before %1 (100%)", STR("b"), STR("a"));
	assert_true(str_is(message_fill(a, m.id, &m), "a before b (100%)"));
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(views_are_cut_and_compared),
		cmocka_unit_test(numbers_are_read_whole_or_not_at_all),
		cmocka_unit_test(only_well_formed_utf8_passes),
		cmocka_unit_test(a_builder_stops_at_its_ceiling),
		cmocka_unit_test(an_arena_past_its_ceiling_turns_sticky),
		cmocka_unit_test(closers_run_once),
		cmocka_unit_test(refusals_are_collected),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
