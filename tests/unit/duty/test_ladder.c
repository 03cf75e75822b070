/* test_ladder.c -- when somebody is told, day by day and by the clock. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#undef fail

#include "base/arena.h"
#include "duty/ladder.h"

static const struct date due = { 2026, 11, 30 };        /* a Monday */

static void each_day_has_its_rung(void **state)
{
	static const struct {
		int days_left;
		bool any;
		int rung, next_left;
	} table[] = {
		{ 31, false, 0, 30 },
		{ 30, true, 30, 7 },
		{ 29, true, 30, 7 },
		{ 8, true, 30, 7 },
		{ 7, true, 7, 1 },
		{ 2, true, 7, 1 },
		{ 1, true, 1, 0 },
		{ 0, true, 0, -7 },
		{ -1, true, 0, -7 },
		{ -6, true, 0, -7 },
		{ -7, true, -7, -14 },
		{ -8, true, -7, -14 },
		{ -13, true, -7, -14 },
		{ -14, true, -14, -21 },
		{ -365, true, -364, -371 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		struct date today = date_add_days(due, -table[i].days_left);
		struct rung r = ladder_rung(due, today);
		struct date next = ladder_next(due, today);

		assert_int_equal(r.any, table[i].any);
		if (r.any)
			assert_int_equal(r.days, table[i].rung);
		assert_int_equal(days_between(next, due), table[i].next_left);
	}
	assert_false(ladder_rung(DATE_NONE, due).any);
}

/* The rung changes on the next day that is told, and on no day before. */
static void the_next_day_is_the_first_with_another_rung(void **state)
{
	(void)state;
	for (int left = 40; left > -30; left--) {
		struct date today = date_add_days(due, -left);
		struct date next = ladder_next(due, today);
		struct rung now = ladder_rung(due, today);

		assert_true(date_compare(next, today) > 0);
		for (struct date d = today; date_compare(d, next) < 0;
		     d = date_add_days(d, 1))
			assert_int_equal(ladder_rung(due, d).days, now.days);
		assert_true(ladder_rung(due, next).any);
		assert_true(!now.any || ladder_rung(due, next).days != now.days);
	}
}

#define HOUR (3600 * US_PER_SECOND)

static void a_clock_has_four(void **state)
{
	const struct instant start = { 1000 * HOUR }, limit = { 1024 * HOUR };
	static const struct {
		int64_t after_us;
		enum clock_rung rung;
		int64_t next_us;
	} table[] = {
		{ 0, CLOCK_STARTED, 12 * HOUR },
		{ 12 * HOUR - 1, CLOCK_STARTED, 12 * HOUR },
		{ 12 * HOUR, CLOCK_HALF, 18 * HOUR },
		{ 18 * HOUR - 1, CLOCK_HALF, 18 * HOUR },
		{ 18 * HOUR, CLOCK_LAST_QUARTER, 24 * HOUR + 1 },
		{ 24 * HOUR, CLOCK_LAST_QUARTER, 24 * HOUR + 1 },
		{ 24 * HOUR + 1, CLOCK_MISSED, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		struct instant now = { start.us + table[i].after_us };
		struct instant next = ladder_clock_next(start, limit, now);

		assert_int_equal(ladder_clock(start, limit, now), table[i].rung);
		assert_int_equal(next.us, table[i].next_us ? start.us + table[i].next_us
		                                           : 0);
	}
	/* A clock that began after its limit (recorded late) is missed at once. */
	assert_int_equal(ladder_clock(limit, start, limit), CLOCK_MISSED);
}

static const struct zone *utc;

static struct instant at(const char *text)
{
	struct instant t;

	assert_true(instant_parse(str_of(text), &t));
	return t;
}

static void only_what_must_be_goes_above(void **state)
{
	const struct missed missed = { .force = FORCE_MUST,
		                       .at = at("2026-11-20T20:00:00Z") };
	struct missed m = missed;

	(void)state;
	/* Friday; without a calendar all days count: the end of Sunday. */
	assert_int_equal(ladder_above_at(&m, utc, NULL).us,
	                 at("2026-11-23T00:00:00Z").us);
	m.force = FORCE_SHOULD;
	assert_false(instant_is_set(ladder_above_at(&m, utc, NULL)));
	m.clock = true;
	assert_true(instant_is_set(ladder_above_at(&m, utc, NULL)));
	m.local = true;
	assert_false(instant_is_set(ladder_above_at(&m, utc, NULL)));
	m = missed;
	m.local = true;
	m.released_at = at("2026-11-21T00:00:00Z");
	assert_false(instant_is_set(ladder_above_at(&m, utc, NULL)));
	m = missed;
	m.at = INSTANT_NONE;
	assert_false(instant_is_set(ladder_above_at(&m, utc, NULL)));
}

static void the_officer_may_let_it_go_sooner(void **state)
{
	struct missed m = { .force = FORCE_MUST, .at = at("2026-11-20T20:00:00Z") };

	(void)state;
	m.released_at = at("2026-11-21T09:00:00Z");
	assert_int_equal(ladder_above_at(&m, utc, NULL).us, m.released_at.us);
	m.released_at = at("2026-12-21T09:00:00Z");
	assert_int_equal(ladder_above_at(&m, utc, NULL).us,
	                 at("2026-11-23T00:00:00Z").us);
	m.released_at = at("2026-11-01T09:00:00Z");
	assert_int_equal(ladder_above_at(&m, utc, NULL).us, m.at.us + 1);
}

/* Missed on Friday 18 December in Victoria; Christmas and Boxing Day do not count. */
static void business_days_are_those_of_the_calendar(void **state)
{
	struct arena *a = arena_new(64u << 20);
	struct refusal why = refusal_on(a);
	struct calendars all;
	const struct zone *zone;
	struct missed m = { .force = FORCE_MUST, .at = at("2026-12-18T20:00:00Z") };

	(void)state;
	assert_int_equal(calendars_embedded(a, &why, &all), OK);
	const struct calendar *bc = calendar_find(&all, STR("ca-bc"));
	assert_non_null(bc);
	assert_int_equal(zone_get(STR("America/Vancouver"), &zone), OK);
	assert_int_equal(ladder_above_at(&m, zone, bc).us,
	                 day_end((struct date){ 2026, 12, 22 }, zone).us + 1);
	m.at = at("2026-12-24T20:00:00Z");
	struct date second = calendar_add_business_days(bc, (struct date){ 2026, 12, 24 },
	                                                2);
	assert_int_equal(ladder_above_at(&m, zone, bc).us, day_end(second, zone).us + 1);
	assert_true(days_between((struct date){ 2026, 12, 24 }, second) > 3);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_day_has_its_rung),
		cmocka_unit_test(the_next_day_is_the_first_with_another_rung),
		cmocka_unit_test(a_clock_has_four),
		cmocka_unit_test(only_what_must_be_goes_above),
		cmocka_unit_test(the_officer_may_let_it_go_sooner),
		cmocka_unit_test(business_days_are_those_of_the_calendar),
	};
	if (zone_get(STR("Etc/UTC"), &utc) != OK)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
