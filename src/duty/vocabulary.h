/*
 * vocabulary.h -- the words by which a part is recognised, compiled for matching.
 *
 * Data of the packs (words.yaml), English and French apart; docs/content-packs.md says what
 * each member means and actions/propose.c how it counts.
 */
#ifndef DUTY_VOCABULARY_H
#define DUTY_VOCABULARY_H

#include "base/text.h"
#include "codec/catalog.h"

#define LANGS 2
#define TERM_WORDS 6
#define TERM_GAP 5                      /* words that " .. " may leave out */

struct term_word {
	struct str text;                /* folded */
	bool prefix;                    /* any ending */
	bool exact;                     /* not its plural either */
	bool number;                    /* <n> */
	bool gap;                       /* up to TERM_GAP words may come before it */
};

struct term {
	struct term_word words[TERM_WORDS];
	size_t count;
};

struct word_list {
	const struct term *at;
	size_t count;
};

/* SHAPE_ITEM: one of three or more items, numbered paragraphs or rows of one section. */
enum shape { SHAPE_NONE, SHAPE_PHONE, SHAPE_EMAIL, SHAPE_WEB, SHAPE_ITEM };

struct word_group {
	struct str id;
	enum shape shape;
	struct word_list terms[LANGS];
};

/* What makes a sentence say nothing, see propose.c. */
enum hollow { HOLLOW_DEFERS, HOLLOW_DENIES, HOLLOW_PROMISES, HOLLOW_POINTS, HOLLOW__COUNT };

struct need {
	size_t group;                   /* index in groups */
	int least;                      /* different terms of it */
};
struct needs {
	const struct need *at;
	size_t count;
};

/* One way of finding a part; the best of the ways of a rule counts. */
struct find_way {
	struct needs core; /* one of them in the passage, or in the heading over it */
	struct needs all;               /* each of them near by */
	struct needs close;             /* each of them in the passage or right over it */
	struct needs own;               /* one of them in the passage itself */
	struct needs some;              /* this many of them near by */
	int some_least;
	struct needs helps;
	int worth;                      /* percent of the score that counts */
	int least;                      /* score, 0..100; 0: the usual */
	bool references;                /* a reference to another document is enough */
};

struct find_rule {
	struct str id;
	const struct find_way *ways;
	size_t way_count;
};

struct vocabulary {
	struct word_list hollow[HOLLOW__COUNT][LANGS];
	struct word_list ignored[LANGS]; /* headings of sections that are no evidence */
	struct word_list conditions[LANGS];     /* the group "if" */
	const struct word_group *groups;
	size_t group_count;
	const struct find_rule *rules;
	size_t rule_count;
};

#endif
