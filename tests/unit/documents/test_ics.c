/* test_ics.c -- the calendar, byte for byte (calendar.ics), and its lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#undef fail
#include "base/arena.h"
#include "documents/ics.h"

static struct arena *arena;

static struct str golden(void)
{
	const char *source = getenv("WARDROOM_SOURCE");
	char path[300];
	char *p = arena_get(arena, 20000);

	snprintf(path, sizeof path, "%s/tests/unit/documents/calendar.ics",
	         source ? source : ".");
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	size_t n = fread(p, 1, 20000, f);
	fclose(f);
	return (struct str){ p, n };
}

static struct ics_event plan_review(void)
{
	return (struct ics_event){
		.uid = STR("0193-review_due_on@wardroom"),
		.sequence = 6,
		.stamp = { INT64_C(1795363200000000) },
		.day = { 2026, 12, 31 },
		.summary = STR("Due: PLN-0003 Response plan; ferries, barges \\ tugs"),
		.description = STR("Next review due\nhttps://w.example.org/plan/PLN-0003"),
		.url = STR("https://w.example.org/plan/PLN-0003"),
	};
}

static struct ics_event plan_test(void)
{
	return (struct ics_event){
		.uid = STR("0194-test_due_on@wardroom"),
		.sequence = 3,
		.stamp = { INT64_C(1795363261000000) },
		.day = { 2028, 2, 29 },
		.summary = STR("En retard : PLN-0004 Plan d’intervention, équipe de "
		               "relève élargie, été et hiver, répété à l’échéance"),
	};
}

static void the_bytes_are_those_of_the_file(void **state)
{
	const struct ics_event events[] = { plan_review(), plan_test() };
	const struct ics_calendar c = { STR("Wardroom, Ministère"), events, COUNT(events) };
	struct str made = ics_text(arena, &c), wanted = golden();

	(void)state;
	if (made.n != wanted.n || memcmp(made.p, wanted.p, made.n) != 0)
		printf("%.*s", (int)made.n, made.p);
	assert_int_equal(made.n, wanted.n);
	assert_memory_equal(made.p, wanted.p, made.n);
}

/* Unfolded again (RFC 5545, 3.1) every line is what it was, and none is too long. */
static void lines_are_folded_between_characters(void **state)
{
	(void)state;
	for (size_t n = 0; n < 200; n++) {
		struct text t = text_on(arena, 1000);

		for (size_t i = 0; i < n; i++)
			text_addz(&t, i % 3 ? "é" : "x");
		struct ics_event e = plan_review();
		e.summary = text_str(&t);
		const struct ics_calendar c = { STR("x"), &e, 1 };
		struct str rest = ics_text(arena, &c);
		struct text whole = text_on(arena, 8000);
		while (rest.n > 0) {
			struct str line = str_split(rest, '\n', &rest);
			assert_true(line.n > 0 && line.p[line.n - 1] == '\r');
			line.n--;
			assert_in_range(line.n, 1, 75);
			assert_true(str_is_utf8(line));
			bool more = line.p[0] == ' ';
			text_addz(&whole, more ? "" : "\n");
			text_add(&whole, str_from(line, more ? 1 : 0));
		}
		struct str wanted =
			str_format(arena, "\nSUMMARY:%.*s\n", STR_ARG(e.summary));
		assert_true(n == 0 || str_find(text_str(&whole), wanted) != SIZE_MAX);
	}
}

static void an_empty_one_is_whole(void **state)
{
	const struct ics_calendar c = { STR("x"), NULL, 0 };
	struct str made = ics_text(arena, &c);

	(void)state;
	assert_true(str_starts(made, "BEGIN:VCALENDAR\r\n"));
	assert_true(str_ends(made, "END:VCALENDAR\r\n"));
	assert_int_equal(str_find(made, STR("VEVENT")), SIZE_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_bytes_are_those_of_the_file),
		cmocka_unit_test(lines_are_folded_between_characters),
		cmocka_unit_test(an_empty_one_is_whole),
	};
	arena = arena_new((size_t)256 << 20);
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	return failed;
}
