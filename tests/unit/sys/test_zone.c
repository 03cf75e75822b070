/* test_zone.c -- civil times against what zdump prints, in gaps, twice-shown hours, far
 * years. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "sys/zone.h"
#include "sys/zone_internal.h"

static const struct zone *zone(const char *name)
{
	const struct zone *z = NULL;

	assert_int_equal(zone_get(str_of(name), &z), OK);
	return z;
}

static struct instant at(const char *utc)
{
	struct instant t;

	assert_true(instant_parse(str_of(utc), &t));
	return t;
}

static void shows(const char *name, const char *utc, const char *date, int hour, int minute,
                  int offset_hours)
{
	struct civil c = zone_civil(zone(name), at(utc));
	struct date d;

	assert_true(date_parse(str_of(date), &d));
	assert_int_equal(date_compare(c.date, d), 0);
	assert_int_equal(c.second / 60, hour * 60 + minute);
	assert_int_equal(c.offset, offset_hours * 3600);
}

static void wall(const char *name, const char *date, int hour, int minute, const char *utc)
{
	struct date d;

	assert_true(date_parse(str_of(date), &d));
	struct instant t = zone_instant(zone(name), d, hour * 3600 + minute * 60);
	assert_int_equal(t.us, at(utc).us);
}

static void by_the_table(void **state)
{
	(void)state;
	shows("America/Toronto", "2024-03-10T06:59:59Z", "2024-03-10", 1, 59, -5);
	shows("America/Toronto", "2024-03-10T07:00:00Z", "2024-03-10", 3, 0, -4);
	shows("America/Toronto", "2024-11-03T05:59:59Z", "2024-11-03", 1, 59, -4);
	shows("America/Toronto", "2024-11-03T06:00:00Z", "2024-11-03", 1, 0, -5);
	shows("America/Vancouver", "2024-07-01T06:59:59Z", "2024-06-30", 23, 59, -7);
	shows("Europe/London", "2024-07-01T00:00:00Z", "2024-07-01", 1, 0, 1);
	shows("Asia/Karachi", "2024-01-01T00:00:00Z", "2024-01-01", 5, 0, 5);
}

static void by_the_rule(void **state)
{
	(void)state;
	shows("America/Toronto", "2045-07-01T12:00:00Z", "2045-07-01", 8, 0, -4);
	shows("America/Toronto", "2045-01-01T12:00:00Z", "2045-01-01", 7, 0, -5);
	shows("Australia/Sydney", "2050-01-01T00:00:00Z", "2050-01-01", 11, 0, 11);
	shows("Australia/Sydney", "2050-07-01T00:00:00Z", "2050-07-01", 10, 0, 10);
	shows("UTC", "2050-07-01T00:00:00Z", "2050-07-01", 0, 0, 0);
}

static void gaps_and_folds(void **state)
{
	(void)state;
	/* Spring: 02:30 does not exist and becomes 03:30. */
	wall("America/Toronto", "2024-03-10", 2, 30, "2024-03-10T07:30:00Z");
	wall("America/Toronto", "2045-03-12", 2, 30, "2045-03-12T07:30:00Z");
	/* Autumn: 01:30 is shown twice, the first is meant. */
	wall("America/Toronto", "2024-11-03", 1, 30, "2024-11-03T05:30:00Z");
	wall("America/Vancouver", "2024-11-03", 1, 30, "2024-11-03T08:30:00Z");
	wall("America/Vancouver", "2024-06-30", 23, 59, "2024-07-01T06:59:00Z");
	/* A whole day left out: Samoa had no 30 December 2011. */
	wall("Pacific/Apia", "2011-12-31", 0, 0, "2011-12-30T10:00:00Z");
	wall("Pacific/Apia", "2011-12-29", 23, 0, "2011-12-30T09:00:00Z");
}

static void there_and_back(void **state)
{
	static const char *const names[] = { "America/Vancouver", "America/Toronto",
		                             "America/St_Johns", "Africa/Casablanca",
		                             "Europe/Dublin", "Australia/Lord_Howe" };
	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		const struct zone *z = zone(names[i]);
		for (int32_t day = -20000; day < 40000; day += 13) {
			struct instant t = { (int64_t)day * US_PER_DAY +
				             INT64_C(43200000000) };
			struct civil c = zone_civil(z, t);
			struct instant back = zone_instant(z, c.date, c.second);
			assert_int_equal(back.us, t.us);
		}
	}
}

static void names_that_are_none(void **state)
{
	static const char *const names[] = { "",         "../../etc/passwd", "/etc/passwd",
		                             "America/", "America//Toronto", "Nowhere/Town",
		                             ".",        "tzdata.zi",        "America" };
	const struct zone *z;

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		assert_int_equal(zone_get(str_of(names[i]), &z), FAIL_NOT_FOUND);
	assert_string_not_equal(zone_edition(), "unknown");
}

static void bytes_that_are_none(void **state)
{
	char bytes[200] = "TZif2";

	(void)state;
	memset(bytes + 20, 0xff, 24);
	for (size_t n = 0; n <= sizeof bytes; n++)
		assert_null(zone_read((struct str){ bytes, n }));
}

static void a_zone_is_near_utc(void **state)
{
	(void)state;
	struct zone_rule r;

	assert_true(zone_rule_read(STR("AAA-24:59:59"), &r));
	assert_false(zone_rule_read(STR("AAA-25"), &r));
	assert_false(zone_rule_read(STR("AAA8BBB-100,M3.2.0,M11.1.0"), &r));
	assert_true(zone_rule_read(STR("AAA8BBB,M3.2.0/167,M11.1.0/-167"), &r));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(by_the_table),
		cmocka_unit_test(by_the_rule),
		cmocka_unit_test(a_zone_is_near_utc),
		cmocka_unit_test(gaps_and_folds),
		cmocka_unit_test(there_and_back),
		cmocka_unit_test(names_that_are_none),
		cmocka_unit_test(bytes_that_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
