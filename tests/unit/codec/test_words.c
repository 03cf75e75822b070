/* test_words.c -- references and accented words are found however they are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "codec/words.h"

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

static void folds_to(const char *in, const char *out)
{
	assert_string_equal(fold(arena, str_of(in)).p, out);
}

static void case_accents_and_typography_fold(void **state)
{
	(void)state;
	folds_to("Plan 9", "plan 9");
	folds_to("Évaluation de la Sécurité", "evaluation de la securite");
	folds_to("E\xcc\x81valuation", "evaluation");
	folds_to("Cœur, Ægis, Œuvre", "coeur, aegis, oeuvre");
	folds_to("l’avis — \xc2\xab\xc2\xa0oui\xc2\xa0\xc2\xbb",
	         "l'avis - \" oui \"");
	folds_to("Straße ﬁn x²", "strasse fin x2");
	folds_to("co\xc2\xad"
	         "op",
	         "coop");
	folds_to("a\xff"
	         "b",
	         "ab");
	folds_to("", "");
}

static void index_is(const char *in, const char *out)
{
	assert_string_equal(words_index(arena, str_of(in), 1000).p, out);
}

static void references_give_their_whole_and_their_parts(void **state)
{
	(void)state;
	index_is("See IS.009, section 9", "see is009 is 009 9 section 9");
	index_is("IS-009 IS009 is‑009", "is009 is 009 9 is009 is 009 9 is009 is 009 9");
	index_is("ISO/IEC 27001", "isoiec iso iec 27001");
	index_is("RSK-0042", "rsk0042 rsk 0042 42");
	index_is("L’incident et qu'il; the agency's plan",
	         "incident et il the agency plan");
	index_is("6.5.1.1: ok...", "6511 6 5 1 1 ok");
	index_is("a.b.c.d.e.f.g.h.i.j", "a b cdefghij c d e f g h i j");
	index_is("-- ... ''", "");
	assert_string_equal(words_index(arena, STR("alpha beta gamma"), 11).p,
	                    "alpha beta");
}

static void places_are_those_of_the_text(void **state)
{
	(void)state;
	struct str s = STR("Été: RSK-7");
	struct word_reader r = words_of(arena, s);
	struct word w;

	assert_true(word_next(&r, &w) && str_is(w.text, "ete") && w.start == 0 &&
	            w.end == 5);
	assert_true(word_next(&r, &w) && w.kind == WORD_WHOLE && w.start == 7 &&
	            w.end == s.n);
	assert_true(word_next(&r, &w) && w.kind == WORD_PART && str_is(w.text, "rsk"));
	assert_true(word_next(&r, &w) && w.kind == WORD_PART && str_is(w.text, "7"));
	assert_false(word_next(&r, &w));
}

/* A long run of letters, with multi-byte ones at the cut, stays UTF-8. */
static void long_words_are_cut_between_characters(void **state)
{
	(void)state;
	struct text t = text_on(arena, 100000);

	for (int i = 0; i < 3000; i++)
		text_addz(&t, "中");
	struct str index = words_index(arena, text_str(&t), 1000);
	assert_true(str_is_utf8(index));
	assert_in_range(index.n, 1, WORD_BYTES);
}

static void a_query_has_terms(void **state)
{
	(void)state;
	struct search_terms q = search_terms_of(arena, STR("IS.009 réponse inc"));

	assert_int_equal(q.count, 3);
	assert_true(str_is(q.at[0].whole, "is009") && q.at[0].count == 2);
	assert_true(str_is(q.at[1].whole, "reponse") && q.at[1].count == 0);
	assert_true(q.last_is_prefix);
	q = search_terms_of(arena, STR("inc "));
	assert_false(q.last_is_prefix);
	assert_int_equal(search_terms_of(arena, STR(" .. ")).count, 0);
}

static void languages_are_told_apart(void **state)
{
	(void)state;
	struct language_guess g =
		language_of(STR("The plan must be approved by the head of the agency and "
	                        "tested within one year."));
	assert_int_equal(g.lang, LANG_EN);
	assert_true(g.sure > 0.8);
	g = language_of(STR("Le plan d'intervention doit être approuvé par la direction "
	                    "et mis à l'essai dans les douze mois qui suivent."));
	assert_int_equal(g.lang, LANG_FR);
	assert_true(g.sure > 0.8);
	assert_true(language_of(STR("Plan incident information")).sure < 0.2);
	assert_int_equal(language_of(STR("")).lang, LANG_EN);
	/* An English plan that quotes a French sentence stays English. */
	g = language_of(
		STR("The office of the commissioner (le Commissariat à la protection "
	            "de la vie privée) is to be told of any breach that is likely to "
	            "harm persons, and the record of it must be kept for two years by the "
	            "agency which was responsible for the data."));
	assert_int_equal(g.lang, LANG_EN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_accents_and_typography_fold),
		cmocka_unit_test(references_give_their_whole_and_their_parts),
		cmocka_unit_test(places_are_those_of_the_text),
		cmocka_unit_test(long_words_are_cut_between_characters),
		cmocka_unit_test(a_query_has_terms),
		cmocka_unit_test(languages_are_told_apart),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
