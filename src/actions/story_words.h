/* story_words.h -- the words of one line of a story. */
#ifndef ACTIONS_STORY_WORDS_H
#define ACTIONS_STORY_WORDS_H

#include "base/arena.h"
#include "base/text.h"

#define STORY_WORDS_MOST 64

struct story_word {
	struct str name;                /* before '=', or empty */
	struct str text;                /* without its quotes */
	size_t at;                      /* where it starts in the line */
};
struct story_words {
	struct story_word at[STORY_WORDS_MOST];
	size_t count;
	struct str line;
};

struct story_words story_words_of(struct arena *a, struct str line);
/* The line from word i on, trimmed. */
struct str story_rest(const struct story_words *w, size_t i);

#endif
