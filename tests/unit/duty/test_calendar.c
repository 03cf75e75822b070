/* Calendars: holidays against printed ones, days taken instead, faults, business days. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/limits.h"
#include "duty/calendar.h"

static struct arena *a;
static struct calendars all;

static int open_all(void **state)
{
	(void)state;
	a = arena_new(LIMIT_REQUEST_BYTES);
	struct refusal why = refusal_on(a);
	enum fail f = calendars_embedded(a, &why, &all);
	for (size_t i = 0; i < why.count; i++)
		print_error("%.*s: %s %.*s\n", STR_ARG(why.at[i].where), why.at[i].why.id,
		            STR_ARG(why.at[i].why.args[0]));
	assert_int_equal(f, OK);
	return 0;
}

static int close_all(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static struct date day(const char *text)
{
	struct date d;

	assert_true(date_parse(str_of(text), &d));
	return d;
}

static const struct calendar *calendar(const char *id)
{
	const struct calendar *c = calendar_find(&all, str_of(id));

	assert_non_null(c);
	return c;
}

/* Easter Sundays of printed almanacs, the earliest and latest possible among them. */
static void easter_falls_where_it_did(void **state)
{
	static const char *const sundays[] = { "1961-04-02", "1981-04-19", "2000-04-23",
		                               "2008-03-23", "2011-04-24", "2024-03-31",
		                               "2025-04-20", "2026-04-05", "2027-03-28",
		                               "1943-04-25", "1954-04-18" };

	(void)state;
	for (size_t i = 0; i < COUNT(sundays); i++) {
		struct date d = day(sundays[i]);
		assert_int_equal(date_compare(easter_sunday(d.year), d), 0);
	}
}

struct printed {
	const char *calendar, *day, *holiday; /* null: it is none */
};

static const struct printed printed[] = {
	/* Good Friday, Victoria Day and the Mondays of British Columbia in 2026. */
	{ "ca-bc", "2026-01-01", "new-year" },
	{ "ca-bc", "2026-02-16", "family-day" },
	{ "ca-bc", "2018-02-12", "family-day-first" },
	{ "ca-bc", "2018-02-19", NULL },
	{ "ca-bc", "2012-02-13", NULL },
	{ "ca-bc", "2026-04-03", "good-friday" },
	{ "ca-bc", "2026-04-06", "easter-monday" },
	{ "ca-bc", "2026-05-18", "victoria-day" },
	{ "ca-bc", "2026-08-03", "bc-day" },
	{ "ca-bc", "2026-10-12", "thanksgiving" },
	{ "ca-bc", "2022-09-30", NULL },
	{ "ca-bc", "2026-09-30", "truth-reconciliation" },
	/* 25 May 2020 is a Monday itself: the holiday is the one before. */
	{ "ca-federal", "2020-05-18", "victoria-day" },
	{ "ca-federal", "2020-05-25", NULL },
	{ "ca-federal", "2021-09-30", "truth-reconciliation" },
	{ "us-ma", "2026-01-19", "king-day" },
	{ "us-ma", "2026-05-25", "memorial-day" },
	{ "us-ma", "2027-05-31", "memorial-day" },
	{ "us-ma", "2026-11-26", "thanksgiving" },
	{ "us-ma", "2026-04-20", "patriots-day" },
};

static void holidays_fall_where_they_are_printed(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(printed); i++) {
		const struct printed *p = &printed[i];
		const struct closed_day *c =
			calendar_closed(calendar(p->calendar), day(p->day));

		assert_int_equal(c != NULL, p->holiday != NULL);
		if (c && p->holiday)
			assert_true(str_is(c->holiday->id, p->holiday));
	}
}

/* 2021: Christmas on a Saturday, Boxing Day on a Sunday: Monday and Tuesday instead. */
static void another_day_is_taken_for_a_weekend(void **state)
{
	const struct calendar *bc = calendar("ca-bc"), *ma = calendar("us-ma");
	const struct closed_day *monday = calendar_closed(bc, day("2021-12-27"));
	const struct closed_day *tuesday = calendar_closed(bc, day("2021-12-28"));

	(void)state;
	assert_true(monday && monday->instead && str_is(monday->holiday->id, "christmas"));
	assert_true(tuesday && tuesday->instead &&
	            str_is(tuesday->holiday->id, "boxing-day"));
	assert_true(calendar_is_business_day(bc, day("2021-12-29")));
	/* 2022: Christmas on a Sunday, Boxing Day on the Monday: it goes to the Tuesday. */
	assert_false(calendar_closed(bc, day("2022-12-26"))->instead);
	assert_true(calendar_closed(bc, day("2022-12-27"))->instead);
	/* Massachusetts moves a Sunday (4 July 2021), never a Saturday (4 July 2026). */
	assert_non_null(calendar_closed(ma, day("2021-07-05")));
	assert_null(calendar_closed(ma, day("2026-07-06")));
}

static void business_days_are_counted(void **state)
{
	static const struct {
		const char *from;
		int n;
		const char *to;
	} cases[] = {
		{ "2026-11-20", 1, "2026-11-23" }, /* Friday to Monday */
		{ "2026-11-21", 1, "2026-11-23" }, /* Saturday as well */
		{ "2026-12-24", 1, "2026-12-29" }, /* Christmas, Saturday 26 moved to 28 */
		{ "2026-12-31", 1, "2027-01-04" },
		{ "2026-04-02", 2, "2026-04-08" }, /* Good Friday, Easter Monday */
		{ "2026-11-02", 30, "2026-12-15" }, /* 11 November among them */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(
			date_compare(calendar_add_business_days(calendar("ca-bc"),
		                                                day(cases[i].from),
		                                                cases[i].n),
		                     day(cases[i].to)),
			0);
}

static void faults_name_their_line(void **state)
{
	static const char text[] = "id: other\ntitle: {en: T, fr: T}\njurisdiction: X\n"
				   "source: {en: S, fr: S}\nweekend: [sunday, someday]\n"
				   "holidays:\n"
				   "  - id: a\n    on: fifth monday of may\n    moves: "
				   "never\n"
				   "    sure: local\n    label: {en: A, fr: A}\n"
				   "  - id: b\n    on: '02-29'\n    moves: away\n"
				   "    sure: local\n    label: {en: A, fr: A}\n";
	static const char *const places[] = { "c/mine.yaml:5:19", "c/mine.yaml:8:9",
		                              "c/mine.yaml:14:12", "c/mine.yaml:13:9",
		                              "c/mine.yaml:1:5" };
	struct refusal why = refusal_on(a);
	struct calendar c;

	(void)state;
	assert_false(calendar_read(a, STR("c/mine.yaml"), str_of(text), &why, &c));
	assert_int_equal(why.count, COUNT(places));
	for (size_t i = 0; i < why.count; i++)
		assert_string_equal(str_z(a, why.at[i].where), places[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(easter_falls_where_it_did),
		cmocka_unit_test(holidays_fall_where_they_are_printed),
		cmocka_unit_test(another_day_is_taken_for_a_weekend),
		cmocka_unit_test(business_days_are_counted),
		cmocka_unit_test(faults_name_their_line),
	};

	return cmocka_run_group_tests(tests, open_all, close_all);
}
