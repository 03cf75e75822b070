/* words.h -- the words of one line of a scenario. */
#ifndef TESTS_RECORDS_WORDS_H
#define TESTS_RECORDS_WORDS_H

#include "base/arena.h"
#include "base/text.h"

#define WORDS_MOST 64

struct word {
	struct str name;                /* before '=', or empty */
	struct str text;                /* without its quotes */
	size_t at;                      /* where it starts in the line */
};
struct words {
	struct word at[WORDS_MOST];
	size_t count;
	struct str line;
};

struct words line_words(struct arena *a, struct str line);
/* The line from word i on, trimmed. */
struct str line_from(const struct words *w, size_t i);

#endif
