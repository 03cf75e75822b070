/*
 * db.h -- the one door to SQL.
 *
 * One SQL text for every database: `:name` parameters (`:name{type}` where PostgreSQL needs
 * one), tokens {id} {i64} {text} {blob} {flag} for column types and {table} {narrow_table}
 * for what ends a "create table", about ten hooks for the rest. A statement is a literal
 * inside SQL("..."); only store/ composes others, from registry names and fixed fragments.
 * Values are bound, never formatted.
 *
 * SQLite: WAL, synchronous=FULL, exactly one read-write connection, owned by the writer
 * thread, which runs queued jobs each in a savepoint, commits the batch once and then
 * answers (group commit).  A job is a closure that may be run again (a full disk rolls back
 * the whole batch): it changes nothing but the database and memory that it resets itself,
 * and blocks only on the database.  Readers are a bounded pool of read-only connections.
 *
 *     static enum fail rename_it(struct tx *tx, void *arg)
 *     {
 *             struct stmt *s = query(tx, SQL("update label set name = :name where org =
 * :org")); bind_str(s, "name", name); bind_id(s, "org", org); return query_run(s);
 *     }
 *     enum fail f = db_write(db, rename_it, &arg);     // OK: committed and on disk
 */
#ifndef DB_DB_H
#define DB_DB_H

#include "base/fail.h"
#include "base/id.h"
#include "base/text.h"
#include "base/time.h"
#include "db/target.h"

#define SQL(text) ("" text "")

struct db;
struct tx;
struct stmt;

struct db_options {
	const char *target;             /* a file, or postgres://... */
	int readers;                    /* at most; 0: 8 */
	bool create;                    /* make the file when it is missing */
	bool read_only;                 /* no writer: for checking tools */
	bool no_threads;                /* jobs run in the caller: command line, tests */
};

enum fail db_open(struct db **out, const struct db_options *o) MUST_USE;
void db_close(struct db *db);                            /* waits for queued jobs */

/* What was asked of the database since it was opened. */
struct db_counts {
	int64_t statements, reads, writes;
	int64_t waits;                  /* times that a server had to be waited for */
};
struct db_counts db_counts(const struct db *db);

typedef enum fail db_job(struct tx *tx, void *arg);
enum fail db_write(struct db *db, db_job *job, void *arg) MUST_USE;
enum fail db_read(struct db *db, db_job *job, void *arg) MUST_USE;    /* one snapshot */

/*
 * A statement of this transaction's connection, kept prepared; reset and unbound.  It is
 * the caller's until query_run returns or query_next answers 0 or less or query_end; then
 * it may be bound and run again as long as nothing else asks for the same text in between.
 */
struct stmt *query(struct tx *tx, const char *sql);
/* The same for one that may have very many rows: they are not held in memory. */
struct stmt *query_walk(struct tx *tx, const char *sql);
/* The same for a composed text (store/ only); cached by content. */
struct stmt *query_composed(struct tx *tx, struct str sql);
void bind_i64(struct stmt *s, const char *name, int64_t v);
void bind_str(struct stmt *s, const char *name, struct str v);        /* p null: null */
void bind_blob(struct stmt *s, const char *name, const void *p, size_t n);
void bind_id(struct stmt *s, const char *name, struct id v);          /* ID_NONE: null */
void bind_null(struct stmt *s, const char *name);
/* A name that the statement does not have is a BUG; a failed bind shows at the next call.
 */

enum fail query_run(struct stmt *s) MUST_USE;            /* to the end, rows ignored */
int query_next(struct stmt *s) MUST_USE; /* 1 a row, 0 the end, < 0 enum fail */
void query_end(struct stmt *s); /* early end; after 0 or <0 harmless */
/* Columns by position; views hold until the next query_next or query_end. */
bool column_null(struct stmt *s, int column);
int64_t column_i64(struct stmt *s, int column);
struct str column_str(struct stmt *s, int column);
struct str column_blob(struct stmt *s, int column);
struct id column_id(struct stmt *s, int column);
/*
 * This job may not be kept any more, whatever it answers: something failed half way through
 * what must be whole.  Cheaper than a savepoint around each piece.  Answers `f`.
 */
enum fail tx_doom(struct tx *tx, enum fail f) MUST_USE;
bool tx_doomed(const struct tx *tx);
/* What this write waits for, others or the server, may take as long as it takes. */
enum fail tx_take_time(struct tx *tx) MUST_USE;
/* The clock that all who share the database agree on; for leases, not for history. */
enum fail db_now(struct tx *tx, struct instant *out) MUST_USE;
int64_t tx_changed(struct tx *tx);                       /* rows of the last statement */
struct db *tx_db(struct tx *tx);

/* Several statements separated by ';' with type tokens: schema, migrations. */
enum fail db_script(struct tx *tx, struct str sql) MUST_USE;
/* Does this text prepare?  For the test that prepares every statement. */
enum fail db_prepares(struct tx *tx, struct str sql) MUST_USE;
bool db_table_exists(struct tx *tx, struct str name);
/* Whether files of people lie in the database, in pieces, rather than in a folder: where
 * computers share it that share no folder. */
bool db_keeps_files(const struct db *db);
/* OK when the database answers a question. */
enum fail db_answers(struct db *db) MUST_USE;
/*
 * What there is, as the database tells it: the tables of the program in the order of their
 * names, without those of the word index; and the columns of one.
 */
enum column_kind { COLUMN_NUMBER, COLUMN_TEXT, COLUMN_BYTES };
struct table_column {
	struct str name;
	enum column_kind kind;
	bool may_be_null;
	int key;                        /* 1-based place in the primary key; 0: not in it */
};
enum fail db_table_names(struct tx *tx, struct arena *a, struct str **out,
                         size_t *count) MUST_USE;
enum fail db_table_columns(struct tx *tx, struct arena *a, struct str table,
                           struct table_column **out, size_t *count) MUST_USE;
/* The tables and indexes as the database tells them, a statement each; PostgreSQL keeps no
 * text of them. */
enum fail db_tables(struct tx *tx, struct text *out) MUST_USE;
/* A script in the words of the database that a target is of, without asking it. */
bool db_script_for(const char *target, struct str script, struct text *out);

#endif
