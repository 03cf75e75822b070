/* sqlite.h -- the two halves of the SQLite driver: connections, and who may use them when.
 */
#ifndef DB_SQLITE_H
#define DB_SQLITE_H

#include <sqlite3.h>

#include "db/driver.h"

/* What a result code of SQLite means for us; writes the message. */
enum fail sqlite_failed(sqlite3 *c, int code, const char *what);

/* A connection with the settings of its kind (see c-stack: rules for SQLite). */
enum fail sqlite_connect(struct db *db, bool writes, bool create, struct tx **out);
void sqlite_disconnect(struct tx *tx);
enum fail sqlite_exec(struct tx *tx, const char *sql);

enum fail sqlite_pool_open(struct db *db, const struct db_options *o);
void sqlite_pool_close(struct db *db);
enum fail sqlite_pool_write(struct db *db, db_job *job, void *arg);
enum fail sqlite_pool_read(struct db *db, db_job *job, void *arg);

/* The word index: sqlite_words.c. */
extern const char *const sqlite_word_tables, *const sqlite_words_in,
						     *const sqlite_words_page;
enum fail sqlite_words_set(struct tx *tx, struct id org, struct id record,
                           struct str words);
enum fail sqlite_words_remove(struct tx *tx, struct id org, struct id record);
void sqlite_words_wanted(struct arena *a, const struct words_term *terms, size_t count,
                         struct words_wanted *out);
void sqlite_words_bind(struct stmt *s, const struct words_wanted *w);

#endif
