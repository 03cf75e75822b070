/*
 * words.h -- text as it is sorted and searched: folded, and cut into words.
 *
 * Folding makes "Évaluation", "evaluation" and "EVALUATION" the same: NFKD, case folded,
 * marks dropped, œ and æ split, curly quotes and long dashes made plain.  Both databases
 * sort and search what comes out, so that they agree.
 *
 * References are found however they are written: `IS.009`, `IS-009` and `IS009` give the
 * whole word "is009" and the parts "is", "009" and "9"; `ISO/IEC 27001` gives "isoiec",
 * "iso", "iec" and "27001".  French elisions and the English possessive fall away:
 * `l'incident` is "incident", `agency's` is "agency".
 *
 * Texts made here live in the arena.  Running out of memory makes the arena sticky.
 */
#ifndef CODEC_WORDS_H
#define CODEC_WORDS_H

#include "base/text.h"
#include "codec/catalog.h"

struct str fold(struct arena *a, struct str s);

#define WORD_BYTES 64u                  /* a longer run is cut to this many, folded */
#define WORD_PARTS 8u                   /* a reference of more parts has no whole word */

enum word_kind {
	WORD_PLAIN,                     /* of one part */
	WORD_WHOLE,                     /* of several parts, written together */
	WORD_PART,                      /* follows its whole word */
	WORD_NUMBER,                    /* follows its part: without the leading zeros */
};

struct word {
	enum word_kind kind;
	struct str text;                /* folded */
	size_t start, end;              /* bytes of the text it was cut from */
};

/*
 *     struct word_reader r = words_of(arena, text);
 *     for (struct word w; word_next(&r, &w);)
 */
struct word_reader {
	struct arena *arena;
	struct str text;
	size_t at;
	struct word queue[1 + 2 * WORD_PARTS];
	unsigned queued, given;
	bool after_apostrophe;
};
struct word_reader words_of(struct arena *a, struct str s);
bool word_next(struct word_reader *r, struct word *out);

/* All words of all kinds, parted by spaces: what a full-text index is given.  At most
 * `ceiling` bytes; the rest is left out. */
struct str words_index(struct arena *a, struct str s, size_t ceiling);

/*
 * What somebody looks for.  A text matches when it holds, for every term, the whole word or
 * all the parts; the last term may be the beginning of a word.
 */
struct search_term {
	struct str whole;
	struct str parts[WORD_PARTS];
	size_t count;                   /* of parts; 0: only the whole word */
};
#define SEARCH_TERMS 16u
struct search_terms {
	struct search_term at[SEARCH_TERMS];
	size_t count;
	bool last_is_prefix;            /* nothing follows the last word */
};
struct search_terms search_terms_of(struct arena *a, struct str query);

/* The language that most of a text is in; `sure` is from 0 (no idea: says English) to 1. */
struct language_guess {
	enum lang lang;
	double sure;
};
struct language_guess language_of(struct str text);

#endif
