/* fuzz_words.c -- folding, words and search terms of any bytes.
 * links: codec base
 */
#include "codec/words.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct word_reader r = words_of(a, s);
	struct str folded = fold(a, s);
	size_t at = 0;

	MUST(!memchr(folded.p, '\0', folded.n) || memchr(s.p, '\0', s.n));
	for (struct word w; word_next(&r, &w);) {
		MUST(w.text.n > 0 && w.text.n <= WORD_BYTES);
		MUST(w.start < w.end && w.end <= s.n);
		MUST(w.kind != WORD_PLAIN || w.start >= at);
		at = w.start;
	}
	MUST(words_index(a, s, 100).n <= 100);
	MUST(search_terms_of(a, s).count <= SEARCH_TERMS);
	struct language_guess g = language_of(s);
	MUST(g.sure >= 0 && g.sure <= 1);
}
