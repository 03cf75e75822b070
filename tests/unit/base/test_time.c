/* test_time.c -- dates, instants, durations and identifiers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/id.h"
#include "base/time.h"

static struct date day(const char *text)
{
	struct date d = DATE_NONE;

	assert_true(date_parse(str_of(text), &d));
	return d;
}

static void dates_are_checked(void **state)
{
	(void)state;
	struct date d;
	static const char *const wrong[] = { "2026-02-29",  "2026-13-01",
		                             "2026-00-10",  "2026-1-01",
		                             "2026-01-32",  "0000-01-01",
		                             "2026-01-01 ", "" };

	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(date_parse(str_of(wrong[i]), &d));
	assert_true(date_parse(STR("2024-02-29"), &d));
	assert_int_equal(date_to_days(day("1970-01-01")), 0);
	assert_int_equal(date_to_days(day("2000-03-01")), 11017);
	assert_int_equal(date_weekday(day("2026-11-21")), 6);
	for (int32_t days = -719162; days < 2932896; days += 997)
		assert_int_equal(date_to_days(date_from_days(days)), days);
}

static void months_end_on_their_last_day(void **state)
{
	(void)state;
	assert_int_equal(
		date_compare(date_add_months(day("2026-01-31"), 1), day("2026-02-28")), 0);
	assert_int_equal(
		date_compare(date_add_months(day("2024-02-29"), 12), day("2025-02-28")), 0);
	assert_int_equal(
		date_compare(date_add_months(day("2026-03-31"), -1), day("2026-02-28")), 0);
	assert_int_equal(days_between(day("2026-03-01"), day("2026-02-27")), -2);
}

static void instants_keep_their_fraction_and_offset(void **state)
{
	(void)state;
	struct arena *a = arena_new(1024 * 1024);
	struct instant t;

	assert_true(instant_parse(STR("2026-11-21T12:14:05.25-08:00"), &t));
	assert_true(str_is(instant_text(a, t), "2026-11-21T20:14:05.250000Z"));
	assert_true(instant_parse(STR("1969-12-31T23:59:59Z"), &t));
	assert_int_equal(t.us, -US_PER_SECOND);
	assert_true(str_is(instant_text(a, t), "1969-12-31T23:59:59Z"));
	assert_false(instant_parse(STR("2026-11-21T20:14:05"), &t));
	assert_false(instant_parse(STR("2026-11-21T24:00:00Z"), &t));
	assert_false(instant_parse(STR("2026-11-21T20:14:05.Z"), &t));
	arena_free(a);
}

static void durations_are_iso_8601(void **state)
{
	(void)state;
	struct duration d;

	assert_true(duration_parse(STR("P1Y2M10D"), &d));
	assert_int_equal(d.months, 14);
	assert_int_equal(d.days, 10);
	assert_true(duration_parse(STR("PT72H30M"), &d));
	assert_int_equal(d.seconds, 72 * 3600 + 1800);
	assert_true(duration_parse(STR("P2W"), &d));
	assert_int_equal(d.days, 14);
	assert_false(duration_parse(STR("P"), &d));
	assert_false(duration_parse(STR("1Y"), &d));
	assert_false(duration_parse(STR("P1H"), &d));
	assert_false(duration_parse(STR("P1"), &d));
	assert_false(duration_parse(STR("P99999999D"), &d));
	assert_false(duration_parse(STR("P1M1M"), &d));
	assert_false(duration_parse(STR("P1D1Y"), &d));
	assert_false(duration_parse(STR("PT1M1H"), &d));
	assert_false(duration_parse((struct str){ "P1\0", 3 }, &d));
}

static void ids_ascend_and_read_back(void **state)
{
	(void)state;
	struct arena *a = arena_new(1024 * 1024);
	struct id last = id_new(), back;

	for (int i = 0; i < 20000; i++) {
		struct id next = id_new();
		assert_true(id_compare(last, next) < 0);
		last = next;
	}
	assert_int_equal(last.b[6] >> 4, 7);
	assert_int_equal(last.b[8] >> 6, 2);
	assert_true(id_parse(id_text(a, last), &back));
	assert_true(id_equal(last, back));
	assert_false(id_parse(STR("018f5a5e-0000-7000-8000-00000000000g"), &back));
	assert_false(id_parse(STR("018f5a5e00007000800000000000000012345"), &back));
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_checked),
		cmocka_unit_test(months_end_on_their_last_day),
		cmocka_unit_test(instants_keep_their_fraction_and_offset),
		cmocka_unit_test(durations_are_iso_8601),
		cmocka_unit_test(ids_ascend_and_read_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
