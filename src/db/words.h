/*
 * words.h -- the word index: which records hold which words.
 *
 * Words come cut and folded (codec/words.h), parted by spaces.  What is looked for comes as
 * terms, which each database puts in its own language; both find the same records.  The
 * index numbers the records of an organisation in the order in which they were first given
 * words: that is the order of a search, newest first.
 *
 *     struct words_wanted w = words_wanted(db, arena, terms, count);
 *     struct stmt *s = query(tx, db_words_page(db));          // or within a list
 *     words_bind(s, &w);
 */
#ifndef DB_WORDS_H
#define DB_WORDS_H

#include "db/db.h"

struct words_term {
	struct str words;               /* all of them; of a phrase: one after the other */
	bool phrase, prefix, not_wanted;
};

#define WORDS_PARTS 3

/* What is looked for, in a database's own words. */
struct words_wanted {
	bool nothing;                   /* nothing is wanted, so nothing is found */
	struct str parts[WORDS_PARTS];
};

/* Makes the tables of the index: a token for schema.c. */
#define WORDS_TABLES "{word_tables}"

enum fail words_set(struct tx *tx, struct id org, struct id record,
                    struct str words) MUST_USE;
enum fail words_remove(struct tx *tx, struct id org, struct id record) MUST_USE;

struct words_wanted words_wanted(struct db *db, struct arena *a,
                                 const struct words_term *terms, size_t count);
/* "select d.record ..." of :org, to stand in a list. */
const char *db_words_in(struct db *db);
/* "select d.doc, d.record ..." of :org, newest first: numbers below :before, at most :room.
 */
const char *db_words_page(struct db *db);
void words_bind(struct stmt *s, const struct words_wanted *w);

#endif
