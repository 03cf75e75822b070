/* Limits and calendar rules: month ends, leap days, changed clocks, hostile rules. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/limits.h"
#include "duty/limit.h"
#include "duty/observance.h"

struct limit_case {
	const char *zone, *span, *start, *limit;
};

/* Worked out by hand from the calendar and the zone's offsets. */
static const struct limit_case cases[] = {
	/* Toronto, clocks forward on 8 March 2026 at 02:00 (-5 to -4), back on 1 November.
	 */
	{ "America/Toronto", "PT24H", "2026-03-07T17:00:00Z", "2026-03-08T17:00:00Z" },
	{ "America/Toronto", "P1D", "2026-03-07T17:00:00Z", "2026-03-09T03:59:59.999999Z" },
	{ "America/Toronto", "P1D", "2026-10-31T16:00:00Z", "2026-11-02T04:59:59.999999Z" },
	/* 23:30 on 31 January in Toronto is 1 February in UTC: the day in the zone counts.
	 */
	{ "America/Toronto", "P1M", "2026-02-01T04:30:00Z", "2026-03-01T04:59:59.999999Z" },
	{ "America/Toronto", "P1M", "2024-01-31T12:00:00Z", "2024-03-01T04:59:59.999999Z" },
	/* A leap day, a year later and four. */
	{ "America/Toronto", "P1Y", "2024-02-29T12:00:00Z", "2025-03-01T04:59:59.999999Z" },
	{ "America/Toronto", "P4Y", "2024-02-29T12:00:00Z", "2028-03-01T04:59:59.999999Z" },
	{ "America/Toronto", "P1Y", "2025-02-28T12:00:00Z", "2026-03-01T04:59:59.999999Z" },
	{ "UTC", "PT72H", "2024-02-28T00:00:00Z", "2024-03-02T00:00:00Z" },
	{ "UTC", "P7D", "2026-12-28T09:00:00Z", "2027-01-04T23:59:59.999999Z" },
	/* Good Friday and Easter Monday between. */
	{ "UTC", "2 business days", "2026-04-02T09:00:00Z", "2026-04-08T23:59:59.999999Z" },
	/* Days, then hours. */
	{ "UTC", "P1DT6H", "2026-06-01T09:00:00Z", "2026-06-03T05:59:59.999999Z" },
};

static struct arena *a;

static int open_arena(void **state)
{
	(void)state;
	a = arena_new(LIMIT_REQUEST_BYTES);
	return 0;
}

static int close_arena(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static void limits_are_where_a_hand_puts_them(void **state)
{
	struct calendars all;
	struct refusal why = refusal_on(a);

	(void)state;
	assert_int_equal(calendars_embedded(a, &why, &all), OK);
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct zone *zone;
		struct span span;
		struct instant start;

		assert_int_equal(zone_get(str_of(cases[i].zone), &zone), OK);
		assert_true(span_parse(str_of(cases[i].span), &span));
		assert_true(instant_parse(str_of(cases[i].start), &start));
		struct instant limit = limit_from_instant(
			span, start, zone, calendar_find(&all, STR("ca-bc")));
		assert_string_equal(str_z(a, instant_text(a, limit)), cases[i].limit);
	}
}

/* The same start, read in another zone after the organisation moved: another last day. */
static void a_change_of_zone_moves_the_last_day(void **state)
{
	const struct zone *toronto, *vancouver;
	struct span span;
	struct instant start;

	(void)state;
	assert_int_equal(zone_get(STR("America/Toronto"), &toronto), OK);
	assert_int_equal(zone_get(STR("America/Vancouver"), &vancouver), OK);
	assert_true(span_parse(STR("P1D"), &span));
	assert_true(instant_parse(STR("2025-06-02T05:00:00Z"), &start));
	assert_string_equal(
		str_z(a, instant_text(a, limit_from_instant(span, start, toronto, NULL))),
		"2025-06-04T03:59:59.999999Z");
	assert_string_equal(
		str_z(a, instant_text(a, limit_from_instant(span, start, vancouver, NULL))),
		"2025-06-03T06:59:59.999999Z");
}

static void a_span_is_a_duration_or_business_days(void **state)
{
	static const char *const wrong[] = { "",        "5",       "0 business days",
		                             "P",       "1 day",   "-1 business days",
		                             "5 days",  "1001 business days",
		                             "x business days" };
	struct span span;

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(span_parse(str_of(wrong[i]), &span));
	assert_true(span_parse(STR("1 business day"), &span));
	assert_int_equal(span.business_days, 1);
	assert_false(span_is_exact(span));
	assert_true(span_parse(STR("PT24H"), &span));
	assert_true(span_is_exact(span));
}

static struct days expand(const char *rule, struct date start, struct date until)
{
	struct days days;
	struct message error;

	assert_int_equal(observance_expand(a, str_of(rule), start, until, &days, &error),
	                 OK);
	return days;
}

static void is_day(struct date d, int year, int month, int day)
{
	assert_int_equal(d.year, year);
	assert_int_equal(d.month, month);
	assert_int_equal(d.day, day);
}

static void observances_fall_on_their_days(void **state)
{
	struct date start = { 2024, 1, 1 }, until = { 2027, 12, 31 };

	(void)state;
	struct days d = expand("FREQ=YEARLY;BYMONTH=5;BYDAY=1TH", start, until);
	assert_int_equal(d.count, 4);
	is_day(d.at[0], 2024, 5, 2);
	is_day(d.at[2], 2026, 5, 7);
	d = expand("FREQ=YEARLY;BYMONTH=2;BYDAY=-1WE", start, until);
	is_day(d.at[0], 2024, 2, 28);
	is_day(d.at[2], 2026, 2, 25);
	d = expand("FREQ=WEEKLY;BYDAY=TU", start, until);
	assert_int_equal(d.count, 209);
	is_day(days_last(&d, (struct date){ 2026, 11, 23 }), 2026, 11, 17);
	is_day(days_last(&d, (struct date){ 2026, 11, 24 }), 2026, 11, 24);
	is_day(days_next(&d, (struct date){ 2026, 11, 24 }), 2026, 12, 1);
	assert_false(date_is_set(days_last(&d, (struct date){ 2024, 1, 1 })));
	assert_false(date_is_set(days_next(&d, until)));
	/* 29 February only in leap years; the 31st not in every month. */
	d = expand("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", start, until);
	assert_int_equal(d.count, 1);
	d = expand("FREQ=MONTHLY;BYMONTHDAY=31", start, (struct date){ 2024, 12, 31 });
	assert_int_equal(d.count, 7);
	/* Every second week from a Wednesday on, Mondays: the week of the start counts. */
	d = expand("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", (struct date){ 2026, 11, 4 },
	           (struct date){ 2026, 12, 31 });
	assert_int_equal(d.count, 4);
	is_day(d.at[0], 2026, 11, 16);
	/* Unsaid, the first day says it; the last day of each quarter; Friday the 13th. */
	d = expand("FREQ=YEARLY", (struct date){ 2024, 2, 29 },
	           (struct date){ 2032, 3, 1 });
	assert_int_equal(d.count, 3);
	d = expand("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", (struct date){ 2026, 3, 1 },
	           until);
	is_day(d.at[0], 2026, 3, 31);
	is_day(d.at[1], 2026, 6, 30);
	d = expand("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", (struct date){ 2026, 1, 1 },
	           (struct date){ 2026, 12, 31 });
	assert_int_equal(d.count, 3);
	is_day(d.at[2], 2026, 11, 13);
	/* Of the year: the 20th Monday (an example of RFC 5545). */
	d = expand("FREQ=YEARLY;BYDAY=20MO", (struct date){ 1997, 5, 19 },
	           (struct date){ 1999, 12, 31 });
	assert_int_equal(d.count, 3);
	is_day(d.at[1], 1998, 5, 18);
	is_day(d.at[2], 1999, 5, 17);
}

static void hostile_rules_are_refused_or_end(void **state)
{
	static const char *const wrong[] = { "",
		                             "FREQ=SECONDLY",
		                             "FREQ=HOURLY;INTERVAL=1",
		                             "INTERVAL=2",
		                             "FREQ=DAILY;COUNT=5",
		                             "FREQ=DAILY;UNTIL=20300101",
		                             "FREQ=DAILY;BYSECOND=1",
		                             "FREQ=DAILY;FREQ=YEARLY",
		                             "FREQ=DAILY;INTERVAL=0",
		                             "FREQ=DAILY;INTERVAL=99999",
		                             "FREQ=DAILY;",
		                             "FREQ=DAILY;BYDAY=",
		                             "freq=daily",
		                             "FREQ=YEARLY;BYDAY=XX",
		                             "FREQ=WEEKLY;BYDAY=2TU",
		                             "FREQ=WEEKLY;BYMONTHDAY=2",
		                             "FREQ=YEARLY;BYMONTH=13",
		                             "FREQ=YEARLY;BYMONTHDAY=0",
		                             "FREQ=YEARLY;BYDAY=99999999999MO" };
	struct days days;
	struct message error;
	struct date start = { 2026, 1, 1 };

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_int_equal(observance_expand(a, str_of(wrong[i]), start,
		                                   (struct date){ 2030, 1, 1 }, &days,
		                                   &error),
		                 FAIL_FORMAT);
	days = expand("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", start,
	              (struct date){ 2040, 1, 1 });
	assert_int_equal(days.count, 0);
	assert_int_equal(observance_expand(a, STR("FREQ=DAILY"), start,
	                                   (struct date){ 2200, 1, 1 }, &days, &error),
	                 FAIL_FULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(limits_are_where_a_hand_puts_them),
		cmocka_unit_test(a_change_of_zone_moves_the_last_day),
		cmocka_unit_test(a_span_is_a_duration_or_business_days),
		cmocka_unit_test(observances_fall_on_their_days),
		cmocka_unit_test(hostile_rules_are_refused_or_end),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
