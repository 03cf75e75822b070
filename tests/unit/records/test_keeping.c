/* test_keeping.c -- until when a record is kept, day by day; what a changed rule decides.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "records/agreement.h"
#include "records/exercise.h"
#include "records/rule_change.h"
#include "records/retention_rule.h"
#include "sys/zone.h"

static struct arena *arena;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new(1 << 20);
	return arena ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static struct date day(const char *text)
{
	struct date d;

	assert_true(date_parse(str_of(text), &d));
	return d;
}

static struct row *row_of(const struct record_type *t, int state)
{
	struct row *r = ARENA_NEW(arena, struct row);

	*r = (struct row){ .type = t,
		           .state = state,
		           .values = arena_get(arena, t->fields.count *
		                                              sizeof *r->values) };
	return r;
}

static struct row *ended(const char *on)
{
	struct row *r = row_of(&agreement_type, AGR_IS_ENDED);

	r->values[AGR_ENDS_ON] = (struct value){ .filled = true, .date = day(on) };
	return r;
}

static struct kept_until until(const struct act *a, struct keeping k, const struct row *r)
{
	struct kept_until u;

	assert_int_equal(keeping_until(a, &k, r, &u), OK);
	return u;
}

static void is_due(struct kept_until u, const char *ended_on, const char *due_on)
{
	assert_true(u.over);
	assert_int_equal(date_compare(u.ended_on, day(ended_on)), 0);
	if (due_on)
		assert_int_equal(date_compare(u.due_on, day(due_on)), 0);
	else
		assert_false(date_is_set(u.due_on));
}

static void years_run_to_the_same_day(void **state)
{
	(void)state;
	const struct act a = { .arena = arena };

	is_due(until(&a, (struct keeping){ .years = 7 }, ended("2026-12-31")),
	       "2026-12-31", "2033-12-31");
	is_due(until(&a, (struct keeping){ .years = 0 }, ended("2026-12-31")),
	       "2026-12-31", "2026-12-31");
	is_due(until(&a, (struct keeping){ .years = 200 }, ended("1999-01-01")),
	       "1999-01-01", "2199-01-01");
	/* A day that the year does not have is its month's last. */
	is_due(until(&a, (struct keeping){ .years = 1 }, ended("2028-02-29")),
	       "2028-02-29", "2029-02-28");
	is_due(until(&a, (struct keeping){ .years = 4 }, ended("2028-02-29")),
	       "2028-02-29", "2032-02-29");
}

static void what_is_not_over_is_kept(void **state)
{
	(void)state;
	const struct act a = { .arena = arena };
	struct row *r = ended("2020-01-01");

	r->state = AGR_IS_IN_FORCE;
	struct kept_until u = until(&a, (struct keeping){ .years = 0 }, r);
	assert_false(u.over);
	assert_false(date_is_set(u.due_on));
	/* Kept for ever: over, and never due. */
	is_due(until(&a, (struct keeping){ .for_ever = true }, ended("2020-01-01")),
	       "2020-01-01", NULL);
}

static void without_a_date_the_last_change_counts(void **state)
{
	(void)state;
	const struct zone *vancouver;
	struct act a = { .arena = arena };
	struct row *r = row_of(&exercise_type, EXR_IS_CANCELLED);

	assert_true(instant_parse(STR("2026-12-01T03:00:00Z"), &r->changed_at));
	is_due(until(&a, (struct keeping){ .years = 1 }, r), "2026-12-01", "2027-12-01");
	assert_int_equal(zone_get(STR("America/Vancouver"), &vancouver), OK);
	a.zone = vancouver;
	is_due(until(&a, (struct keeping){ .years = 1 }, r), "2026-11-30", "2027-11-30");
	/* Held, and then cancelled: the day on which it was held. */
	r->values[EXR_HELD_ON] =
		(struct value){ .filled = true, .date = day("2020-05-05") };
	is_due(until(&a, (struct keeping){ .years = 1 }, r), "2020-05-05", "2021-05-05");
}

/* ---- what a rule says ---- */
/* Fewer than none: for ever. */
static struct keeping said(int years, const char *from, const char *then)
{
	struct row *r = row_of(&retention_rule_type, 0);

	if (years >= 0)
		r->values[RET_YEARS] =
			(struct value){ .filled = true, .number = years };
	r->values[RET_COUNTS_FROM] = (struct value){ .filled = true, .text = str_of(from) };
	r->values[RET_AFTER] = (struct value){ .filled = true, .text = str_of(then) };
	return keeping_from(r);
}

static void a_rule_is_read(void **state)
{
	(void)state;
	struct keeping k = said(7, "end", "archive");

	assert_true(!k.for_ever && !k.from_record && k.archive && k.years == 7);
	k = said(-1, "record", "destroy");
	assert_true(k.for_ever && k.from_record && !k.archive);
	k = said(0, "end", "destroy");
	assert_true(!k.for_ever && k.years == 0);
}

static void what_decides_otherwise(void **state)
{
	(void)state;
	const struct keeping was = said(7, "end", "destroy");
	const struct {
		struct keeping now;
		bool differs;
	} cases[] = {
		{ said(7, "end", "destroy"), false },
		{ said(8, "end", "destroy"), true },
		{ said(7, "record", "destroy"), true },
		{ said(7, "end", "archive"), true },
		{ said(-1, "end", "destroy"), true },
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(keeping_differs(&was, &cases[i].now), cases[i].differs);
	const struct keeping ever = said(-1, "end", "destroy");
	assert_false(keeping_differs(&ever, &ever));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(years_run_to_the_same_day),
		TEST(what_is_not_over_is_kept),
		TEST(without_a_date_the_last_change_counts),
		TEST(a_rule_is_read),
		TEST(what_decides_otherwise),
	};
	return cmocka_run_group_tests_name("keeping", tests, NULL, NULL);
}
