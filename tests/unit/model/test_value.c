/* test_value.c -- values typed, read from text, compared, and written so that they last. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "model/value.h"

enum { F_TITLE, F_TEXT, F_NAME, F_RISK, F_FLAG, F_DAYS, F_ON, F_AT, F_LINKS, F_FILE,
       F__COUNT };

static const struct choice risks[] = { { "low", "Low" }, { "high", "High" } };
static const struct field fields[] = {
	[F_TITLE] = { .name = "title", .label = "Title", .type = T_LINE, .max = 10 },
	[F_TEXT] = { .name = "body", .label = "Body", .type = T_TEXT },
	[F_NAME] = { .name = "name", .label = "Name", .type = T_BILINE },
	[F_RISK] = { .name = "risk", .label = "Risk", .type = T_CHOICE,
	             .choices = TABLE(risks) },
	[F_FLAG] = { .name = "flag", .label = "Flag", .type = T_FLAG },
	[F_DAYS] = { .name = "days", .label = "Days", .type = T_NUMBER, .min = 1,
	             .max = 9 },
	[F_ON] = { .name = "day", .label = "On", .type = T_DATE },
	[F_AT] = { .name = "moment", .label = "At", .type = T_INSTANT },
	[F_LINKS] = { .name = "links", .label = "Links", .type = T_LINK, .many = true },
	[F_FILE] = { .name = "file", .label = "File", .type = T_FILE },
};
static const struct record_type thing = { .name = "thing",
	                                  .code = "TH",
	                                  .fields = TABLE(fields) };

static const char *const samples[F__COUNT] = {
	[F_TITLE] = "Été",
	[F_TEXT] = "one\r\ntwo",
	[F_NAME] = "Plan | Régime",
	[F_RISK] = "high",
	[F_FLAG] = "oui",
	[F_DAYS] = "7",
	[F_ON] = "2026-03-31",
	[F_AT] = "2026-03-31T14:00:00Z",
	[F_LINKS] = ("0192f0c0-0000-7000-8000-000000000002"
	             " 0192f0c0-0000-7000-8000-000000000001"
	             " 0192f0c0-0000-7000-8000-000000000002"),
};

static struct change *all_given(struct arena *a)
{
	struct change *c = change_new(a, &thing);
	struct refusal why = refusal_on(a);
	struct file_ref file = { .sha256 = { 0xab, 1 },
		                 .bytes = 12,
		                 .name = STR("my plan.pdf"),
		                 .media = STR("application/pdf") };

	for (int i = 0; i < F_FILE; i++)
		assert_true(change_parse(c, &thing, i, str_of(samples[i]), &why));
	change_file(c, F_FILE, file);
	return c;
}

static void canonical_text_gives_the_value_back(void **state)
{
	(void)state;
	struct arena *a = arena_new(1 << 20);
	struct change *c = all_given(a);

	for (int i = 0; i < F__COUNT; i++) {
		struct value again = { .filled = false };
		struct str json = value_canonical(a, &fields[i], &c->values[i]);
		assert_non_null(json.p);
		assert_true(value_read(a, &fields[i], json, &again));
		assert_true(value_equal(&fields[i], &c->values[i], &again));
	}
	assert_true(str_is(c->values[F_TEXT].text, "one\ntwo"));
	assert_int_equal(c->values[F_LINKS].link_count, 2);
	assert_true(id_compare(c->values[F_LINKS].links[0], c->values[F_LINKS].links[1]) <
	            0);
	arena_free(a);
}

static void what_cannot_be_read_is_refused(void **state)
{
	(void)state;
	static const struct {
		int field;
		const char *text;
	} wrong[] = {
		{ F_FLAG, "maybe" },
		{ F_DAYS, "7 days" },
		{ F_ON, "2026-02-30" },
		{ F_ON, "31/3/26" },
		{ F_AT, "2026-03-31" },
		{ F_LINKS, "PLN-1" },
		{ F_FILE, "abc" },
	};
	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct arena *a = arena_new(1 << 20);
		struct change *c = change_new(a, &thing);
		struct refusal why = refusal_on(a);
		assert_false(change_parse(c, &thing, wrong[i].field, str_of(wrong[i].text),
		                          &why));
		assert_int_equal(why.count, 1);
		assert_int_equal(why.at[0].field, wrong[i].field);
		arena_free(a);
	}
}

static void limits_are_kept(void **state)
{
	(void)state;
	struct arena *a = arena_new(1 << 20);
	struct change *c = change_new(a, &thing);
	struct refusal why = refusal_on(a);
	struct id two[] = { id_new(), id_new() };
	struct field one = { .name = "x", .type = T_LINK };

	change_text(c, F_TITLE, STR("ten is all"));
	assert_true(value_check(&fields[F_TITLE], F_TITLE, &c->values[F_TITLE], &why));
	change_text(c, F_TITLE, STR("éééééééééé"));
	assert_true(value_check(&fields[F_TITLE], F_TITLE, &c->values[F_TITLE], &why));
	change_text(c, F_TITLE, STR("eleven here"));
	assert_false(value_check(&fields[F_TITLE], F_TITLE, &c->values[F_TITLE], &why));
	change_text(c, F_TITLE, STR("a\nb"));
	assert_false(value_check(&fields[F_TITLE], F_TITLE, &c->values[F_TITLE], &why));
	change_text(c, F_TEXT, STR("a\nb \xff"));
	assert_false(value_check(&fields[F_TEXT], F_TEXT, &c->values[F_TEXT], &why));
	change_text(c, F_RISK, STR("medium"));
	assert_false(value_check(&fields[F_RISK], F_RISK, &c->values[F_RISK], &why));
	change_number(c, F_DAYS, 10);
	assert_false(value_check(&fields[F_DAYS], F_DAYS, &c->values[F_DAYS], &why));
	change_links(c, F_LINKS, two, 2);
	assert_false(value_check(&one, F_LINKS, &c->values[F_LINKS], &why));
	assert_int_equal(why.count, 6);
	arena_free(a);
}

static struct row row_of(struct change *c)
{
	return (struct row){
		.type = &thing, .number = 42, .values = c->values, .version = 1
	};
}

static void two_rows_differ_where_they_differ(void **state)
{
	(void)state;
	struct arena *a = arena_new(1 << 20);
	struct named_value out[NAMED_VALUES_MAX];
	struct row before = row_of(all_given(a)), after = row_of(all_given(a));

	assert_int_equal(row_difference(a, &before, &after, out), 0);
	assert_int_equal(row_difference(a, NULL, &after, out), F__COUNT + 2);
	after.values[F_NAME].french = STR("Autre");
	after.values[F_DAYS] = (struct value){ .filled = false };
	after.owner = id_new();
	assert_int_equal(row_difference(a, &before, &after, out), 3);
	assert_true(str_is(out[0].name, "@owner"));
	assert_true(str_is(out[1].name, "name") &&
	            str_is(out[1].json, "{\"en\":\"Plan\",\"fr\":\"Autre\"}"));
	assert_true(str_is(out[2].name, "days") && !out[2].json.p);
	arena_free(a);
}

static void a_row_reads_in_both_languages(void **state)
{
	(void)state;
	struct arena *a = arena_new(1 << 20);
	struct row r = row_of(all_given(a));

	assert_true(str_is(row_text_in(&r, F_NAME, LANG_FR), "Régime"));
	assert_true(str_is(row_text_in(&r, F_NAME, LANG_EN), "Plan"));
	r.values[F_NAME].french = STR_NONE;
	assert_true(str_is(row_text_in(&r, F_NAME, LANG_FR), "Plan"));
	assert_true(str_is(row_code(a, &r), "TH-0042"));
	assert_true(row_flag(&r, F_FLAG) && row_number(&r, F_DAYS) == 7);
	r.values[F_ON].filled = false;
	assert_false(date_is_set(row_date(&r, F_ON)));
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(canonical_text_gives_the_value_back),
		cmocka_unit_test(what_cannot_be_read_is_refused),
		cmocka_unit_test(limits_are_kept),
		cmocka_unit_test(two_rows_differ_where_they_differ),
		cmocka_unit_test(a_row_reads_in_both_languages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
