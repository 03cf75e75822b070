/* test_csv.c -- what a spreadsheet writes is read, and what we write is no formula. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "codec/csv.h"

static struct arena *arena;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new(16u * 1024 * 1024);
	return arena ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* Rows as text: "a|b/c|d", with the line each begins on. */
static void reads_as(struct str s, const char *expected)
{
	struct csv_reader r = csv_read(arena, s);
	struct text t = text_on(arena, 100000);
	struct csv_row row;
	enum fail f;

	while ((f = csv_next(&r, &row)) == OK) {
		text_addf(&t, "%s%u:", t.n ? "/" : "", row.line);
		for (size_t i = 0; i < row.count; i++)
			text_addf(&t, "%s%.*s", i ? "|" : "", STR_ARG(row.cells[i]));
	}
	if (f == FAIL_FORMAT)
		text_addf(&t, "!%u:%u %s", r.error.line, r.error.column, r.error.what);
	else
		assert_int_equal(f, FAIL_NOT_FOUND);
	assert_string_equal(text_str(&t).p, expected);
}

static void rows_of_every_kind(void **state)
{
	(void)state;
	reads_as(STR(""), "");
	reads_as(STR("a,b\r\nc,d\r\n"), "1:a|b/2:c|d");
	reads_as(STR("\xef\xbb\xbf"
	             "a;b,5;c\rd\n\nx"),
	         "1:a|b,5|c/2:d/3:/4:x");
	reads_as(STR("\"a \"\"b\"\"\r\nc\",d\ne"), "1:a \"b\"\r\nc|d/3:e");
	reads_as(STR("'=1+1,'tis,'"), "1:=1+1|'tis|'");
	reads_as(STR(",\n"), "1:|");
	reads_as(STR("\"a;b\",c,d"), "1:a;b|c|d");
}

static void what_is_wrong_is_told_with_its_place(void **state)
{
	(void)state;
	reads_as(STR("a,b\nc,\"d\n"), "1:a|b!2:2 a quote is not closed");
	reads_as(STR("a,\"b\"c"), "!1:2 there is something after the closing quote");
	reads_as(STR("a\n\nx,b\"c\""),
	         "1:a/2:!3:2 a quote stands inside of an unquoted cell");
	reads_as(STR("a,\xff"), "!1:2 a cell is not UTF-8");
	char *many = arena_get(arena, 1200);
	memset(many, ',', 1200);
	reads_as((struct str){ many, 1200 }, "!1:1001 there are too many columns");
}

static void written_cells_are_no_formulas(void **state)
{
	(void)state;
	static const struct str cells[] = { { "=cmd|' /C calc'!A0", 18 },
		                            { "+1", 2 },
		                            { "-1", 2 },
		                            { "@x", 2 },
		                            { "\tx", 2 },
		                            { "\rx", 2 },
		                            { "\n=x", 3 },
		                            { "plain \"q\", x", 12 },
		                            { "", 0 },
		                            { "a\nb", 3 } };
	struct text t = text_on(arena, 10000);
	struct csv_row row;

	csv_begin(&t);
	for (size_t i = 0; i < COUNT(cells); i++)
		csv_cell(&t, cells[i]);
	csv_number(&t, -5);
	csv_line(&t);
	struct str out = text_str(&t);
	assert_true(str_starts(out, "\xef\xbb\xbf\"'=cmd"));
	assert_true(str_ends(out, ",-5\r\n"));
	for (const char *c = "=+-@\t\r\n"; *c; c++)
		assert_true(str_find(out, str_format(arena, ",\"%c", *c)) == SIZE_MAX);
	struct csv_reader r = csv_read(arena, out);
	assert_int_equal(csv_next(&r, &row), OK);
	assert_int_equal(row.count, COUNT(cells) + 1);
	for (size_t i = 0; i < COUNT(cells); i++)
		assert_true(str_equal(row.cells[i], cells[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_of_every_kind),
		cmocka_unit_test(what_is_wrong_is_told_with_its_place),
		cmocka_unit_test(written_cells_are_no_formulas),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
