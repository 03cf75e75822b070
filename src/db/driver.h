/*
 * driver.h -- what one kind of database must be able to do.
 *
 * db.c and statement.c are the same for all; everything that differs between databases is
 * an entry of this table, so that no `if` about the database stands anywhere else. sqlite.c
 * fills one, postgres.c another.  Used inside db/ only.
 */
#ifndef DB_DRIVER_H
#define DB_DRIVER_H

#include <stdatomic.h>

#include "db/db.h"
#include "db/target.h"
#include "db/words.h"

#define PARAMETERS_MAX 200
#define STATEMENT_SLOTS 1024            /* of the hash table; a power of two */
#define COMPOSED_MAX 384                /* composed texts kept on a connection */

struct driver;

/* A text in the database's own words, and the names of its parameters in order. */
struct sql_text {
	char *sql;                      /* malloc, terminated */
	size_t n;
	char *names;                    /* malloc: the names, each terminated */
	size_t count;
};

/* Replaces {tokens} and parameter hints; BUG on a token that nobody knows. */
bool sql_translate(const struct driver *d, struct str text, struct sql_text *out);
void sql_text_release(struct sql_text *t);
/* 1-based position of a parameter, 0 when the text has none of that name. */
int sql_parameter(const struct sql_text *t, const char *name);

struct stmt {
	struct tx *tx;
	void *handle;                   /* the driver's */
	struct sql_text text;
	const char *literal;            /* key of a literal */
	struct str content;             /* key of a composed text: our copy */
	enum fail failed;               /* shows at the next call */
	bool busy;                      /* between query() and its end */
	bool runs;                      /* its first row has been asked for */
	bool walks;                     /* very many rows: fetched some at a time */
	bool listed;                    /* in tx->busy */
	struct stmt *next;              /* same slot */
	struct stmt *next_busy;
};

/* A connection and the transaction on it; one thread at a time. */
struct tx {
	struct db *db;
	void *connection;               /* the driver's */
	bool writes;
	bool in_job;                    /* of a write: a transaction must be there */
	enum fail doomed;               /* see tx_doom */
	char doomed_message[256];
	struct stmt *slots[STATEMENT_SLOTS];
	struct stmt *busy;              /* handed out in this transaction */
	size_t composed;
};

/* Everything handed out goes back; too many composed texts are dropped. */
void tx_settle(struct tx *tx);
void tx_forget_statements(struct tx *tx);

struct driver {
	const char *name;
	bool is_file;                   /* a target is a file of this machine */
	bool keeps_files;               /* see db_keeps_files */
	/* The parameter as this database writes it: name, 1-based position, hint (may be
	 * empty). */
	void (*put_parameter)(char *to, size_t room, struct str name, size_t position,
	                      struct str hint);
	const char *(*token)(struct str name);                  /* null: unknown */

	enum fail (*reach)(struct arena *a, const char *target, struct db_reach *out);
	enum fail (*open)(struct db *db, const struct db_options *o);
	void (*close)(struct db *db);
	enum fail (*write)(struct db *db, db_job *job, void *arg);
	enum fail (*read)(struct db *db, db_job *job, void *arg);
	/* A read that waits for no other reader, and not long; null: as any other. */
	enum fail (*probe)(struct db *db, db_job *job, void *arg);

	enum fail (*prepare)(struct tx *tx, struct stmt *s);    /* s->text to s->handle */
	/* Only whether it can be prepared: a database may put that off until it runs. */
	enum fail (*confirm)(struct tx *tx, struct stmt *s);
	void (*finish)(struct stmt *s);
	void (*reset)(struct stmt *s);
	enum fail (*bind_i64)(struct stmt *s, int at, int64_t v);
	enum fail (*bind_str)(struct stmt *s, int at, struct str v);
	enum fail (*bind_blob)(struct stmt *s, int at, const void *p, size_t n);
	enum fail (*bind_null)(struct stmt *s, int at);
	enum fail (*run)(struct stmt *s);                       /* to the end, no rows */
	int (*step)(struct stmt *s);
	bool (*column_null)(struct stmt *s, int column);
	int64_t (*column_i64)(struct stmt *s, int column);
	struct str (*column_str)(struct stmt *s, int column);
	struct str (*column_blob)(struct stmt *s, int column);
	int64_t (*changed)(struct tx *tx);
	enum fail (*script)(struct tx *tx, const char *sql);
	enum fail (*take_time)(struct tx *tx);                  /* null: it always may */
	bool (*table_exists)(struct tx *tx, struct str name);
	enum fail (*now)(struct tx *tx, struct instant *out);

	/* name; of a table :table: name, kind ("i64", "text", "blob"), may be null, place
	 * in the primary key. */
	const char *tables; /* "create ..." of all; null: it does not keep them */
	const char *table_names;
	const char *table_columns;

	/* The word index: see words.h. */
	const char *const *words_in, *const *words_page;
	enum fail (*words_set)(struct tx *tx, struct id org, struct id record,
	                       struct str words);
	enum fail (*words_remove)(struct tx *tx, struct id org, struct id record);
	void (*words_wanted)(struct arena *a, const struct words_term *terms, size_t count,
	                     struct words_wanted *out);
	void (*words_bind)(struct stmt *s, const struct words_wanted *w);
};

struct db {
	const struct driver *driver;
	void *state;                    /* the driver's */
	char *target;
	bool read_only;
	bool no_threads;
	_Atomic int64_t statements, reads, writes, waits;       /* see struct db_counts */
};

extern const struct driver sqlite_driver, postgres_driver;

#endif
