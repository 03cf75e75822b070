/* fuzz_words.c -- folding, words and search terms of any bytes: folded once is folded, and
 * a text is found by each of its own words.
 * links: codec base
 */
#include "codec/words.h"
#include "fuzz/exact.h"

/* Any word of a text is a term that the index of the text holds. */
static void check_found(struct arena *a, struct str s, struct str word)
{
	struct str index = words_index(a, s, 1u << 20);
	struct str spaced = str_format(a, " %.*s ", STR_ARG(index));

	MUST(str_find(spaced, str_format(a, " %.*s ", STR_ARG(word))) != SIZE_MAX);
}

FUZZ(a, s)
{
	struct word_reader r = words_of(a, s);
	struct str folded = fold(a, s);
	size_t at = 0, count = 0;

	MUST(!memchr(folded.p, '\0', folded.n) || memchr(s.p, '\0', s.n));
	if (str_is_utf8(s))
		MUST(str_equal(fold(a, folded), folded));
	for (struct word w; word_next(&r, &w);) {
		MUST(w.text.n > 0 && w.text.n <= WORD_BYTES);
		MUST(w.start < w.end && w.end <= s.n);
		MUST(w.kind != WORD_PLAIN || w.start >= at);
		at = w.start;
		if (count++ < 4)
			check_found(a, s, w.text);
	}
	MUST(words_index(a, s, 100).n <= 100);
	MUST(search_terms_of(a, s).count <= SEARCH_TERMS);
	struct language_guess g = language_of(s);
	MUST(g.sure >= 0 && g.sure <= 1);
}
