/* test_catalog.c -- texts in French, plural forms, and texts nobody translated. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/limits.h"
#include "codec/catalog.h"
#include "codec/catalog_table.h"

static void plural_follows_the_language(void **state)
{
	(void)state;
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct str none = tr_count(a, LANG_FR, "%1 record", "%1 records", 0);
	struct str some = tr_count(a, LANG_FR, "%1 record", "%1 records", 2);

	assert_true(str_is(none, "0 fiche"));
	assert_true(str_is(some, "2 fiches"));
	struct str english = tr_count(a, LANG_EN, "%1 record", "%1 records", 0);
	assert_true(str_is(english, "0 records"));
	english = tr_count(a, LANG_EN, "%1 record", "%1 records", 1);
	assert_true(str_is(english, "1 record"));
	arena_free(a);
}

static void what_is_not_translated_stays_english(void **state)
{
	(void)state;
	assert_string_equal(tr(LANG_FR, "no such text, ever"), "no such text, ever");
	assert_false(tr_has(LANG_FR, "no such text, ever"));
	assert_true(str_is(tr_str(LANG_FR, STR("%1 recor")), "%1 recor"));
	assert_true(tr_str(LANG_FR, (struct str){ "%1 record\0x", 11 }).n == 11);
	assert_null(tr(LANG_FR, NULL));
}

static void the_table_is_sorted_and_every_text_is_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < catalog_french_count; i++) {
		const char *msgid = catalog_french[i].msgid;

		if (i > 0)
			assert_true(strcmp(catalog_french[i - 1].msgid, msgid) < 0);
		assert_ptr_equal(tr(LANG_FR, msgid), catalog_french[i].one);
		assert_true(str_is_utf8(str_of(catalog_french[i].one)));
	}
}

static void languages_have_codes(void **state)
{
	(void)state;
	enum lang lang = LANG_EN;

	assert_true(lang_parse(STR("fr-CA"), &lang) && lang == LANG_FR);
	assert_true(lang_parse(STR("EN"), &lang) && lang == LANG_EN);
	assert_false(lang_parse(STR("fra"), &lang));
	assert_false(lang_parse(STR("de"), &lang));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plural_follows_the_language),
		cmocka_unit_test(what_is_not_translated_stays_english),
		cmocka_unit_test(the_table_is_sorted_and_every_text_is_found),
		cmocka_unit_test(languages_have_codes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
