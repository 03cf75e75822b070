/*
 * reading.h -- a document as the proposer reads it: words, sentences, sections, hits.
 *
 * A hit is a term of a word group found in a passage, in a sentence that says something.
 * Sentences that defer, deny or only promise yield none; those that point elsewhere yield
 * hits of their own kind, which count only where a reference is what is asked for.
 * Everything lives in the arena.  Only for propose*.c.
 */
#ifndef ACTIONS_READING_H
#define ACTIONS_READING_H

#include "base/fail.h"
#include "codec/passage.h"
#include "duty/vocabulary.h"

#define READING_TOKENS 1000000u

struct token {
	uint32_t word;                  /* index in the sorted words */
	uint32_t passage;
	uint32_t start;                 /* bytes in the passage's text */
	uint16_t length;
	uint16_t flags;
	uint32_t sentence;
};

enum passage_mark {
	MARK_SKIP = 1,                  /* heading, contents line, ignored section */
	MARK_HEADING = 2,               /* a heading, also one that is only a short line */
	MARK_HOLLOW = 4,                /* one of its sentences says nothing */
	MARK_HEAD_ROW = 8,
};

struct hit {
	uint32_t passage;
	uint32_t start, length;         /* of the words in the passage's text */
	uint16_t group;
	bool pointing;                  /* in a sentence that sends the reader elsewhere */
};

struct reading {
	struct arena *arena;
	const struct document_text *document;
	const struct vocabulary *words;
	bool lang[LANGS];               /* whose terms are looked for */
	enum lang main_lang;
	size_t passage_count;

	struct str *word;               /* sorted, folded */
	bool *word_is_number;
	size_t word_count;
	struct token *tokens;
	size_t token_count;
	uint32_t *posting_start;        /* by word, one more than there are */
	uint32_t *postings;             /* token indexes */

	uint8_t *hollow;                /* by sentence: BIT(enum hollow) */
	size_t sentence_count;
	uint8_t *mark;                  /* by passage */
	uint32_t *section;              /* by passage: number of the section it stands in */
	uint32_t *heading;              /* by passage: the heading over it, or UINT32_MAX */
	uint32_t *over; /* by passage: list intro, parent item or head row */

	struct hit *hits;               /* sorted by passage, then group, then place */
	size_t hit_count;
	uint32_t *hits_start;           /* by passage, one more than there are */
	uint8_t *found[2]; /* [pointing][group * passages + passage]: different terms */
};

enum fail reading_make(struct arena *a, const struct vocabulary *words,
                       const struct document_text *document, struct reading **out) MUST_USE;

/* Steps of it, each in its own file. */
enum fail reading_cut(struct reading *r) MUST_USE;              /* tokens, sentences */
enum fail reading_index(struct reading *r) MUST_USE;            /* sorted words, postings */
void reading_layout(struct reading *r);                         /* sections, marks */
enum fail reading_match(struct reading *r) MUST_USE;            /* hollow sentences, hits */

/* Different terms of a group in a passage; `references`: pointing sentences count too. */
static inline int found_in(const struct reading *r, size_t group, size_t passage,
                           bool references)
{
	size_t at = group * r->passage_count + passage;

	return r->found[0][at] + (references ? r->found[1][at] : 0);
}

/* Shapes in a text: calls back with start and length. */
void shapes_in(struct str text, enum shape shape,
               void (*each)(void *arg, size_t start, size_t length), void *arg);

#endif
