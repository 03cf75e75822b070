/*
 * postgres.h -- the parts of the PostgreSQL driver, and what they share.
 *
 *     postgres_library.c   libpq, loaded when it is first needed
 *     postgres_address.c   postgres://...: what it says, the password taken out of it
 *     postgres_session.c   one connection: opening, settings, what its failures mean
 *     postgres_wait.c      every wait for the server has an end
 *     postgres_pipeline.c  statements are sent at once, answers are read when needed
 *     postgres_pool.c      transactions: retried, and never answered when in doubt
 *     postgres_mark.c      whether a COMMIT that nobody answered was kept
 *     postgres_words.c     the word index
 *     postgres.c           the table that driver.h asks for
 *
 * Source: libpq of PostgreSQL 15, chapter 34 of its manual.
 */
#ifndef DB_POSTGRES_H
#define DB_POSTGRES_H

#include <libpq-fe.h>

#include "db/driver.h"

/* ---- libpq ---- */
#define PQ_CALLS(X) \
	X(PQconnectdbParams) \
	X(PQfinish) X(PQstatus) X(PQerrorMessage) X(PQserverVersion) X( \
		PQparameterStatus) X(PQconninfoParse) X(PQconninfoFree) X(PQfreemem) \
		X(PQsendQuery) X(PQsendQueryParams) X(PQsendPrepare) X( \
			PQsendQueryPrepared) X(PQsetnonblocking) X(PQconsumeInput) X( \
			PQisBusy) X(PQsocket) X(PQsslInUse) X( \
			PQgetResult) X(PQenterPipelineMode) X(PQexitPipelineMode) \
			X(PQpipelineSync) X(PQclear) X(PQsendFlushRequest) X( \
				PQresultStatus) X(PQresultErrorField) X(PQcmdStatus) \
				X(PQcmdTuples) X(PQntuples) X(PQnfields) X(PQgetisnull) \
					X(PQgetvalue) X(PQgetlength) X(PQftype) \
						X(PQsetNoticeReceiver) X(PQflush) \
							X(PQlibVersion)

struct pq {
#define PQ_MEMBER(call) __typeof__(call) *call;
	PQ_CALLS(PQ_MEMBER)
#undef PQ_MEMBER
};
extern struct pq pq;                    /* pq.PQexec(...): filled by pq_load */
enum fail pq_load(void) MUST_USE;

enum fail pg_reach(struct arena *a, const char *target, struct db_reach *out) MUST_USE;

/* ---- one connection ---- */

/* What a failure means for the transaction that met it. */
enum pg_then {
	PG_GIVE_UP,                     /* the same would happen again */
	PG_AGAIN,                       /* others were in the way: from the start */
	PG_LOST,                        /* the connection is gone: from the start, anew */
};

struct pg_failure {
	enum fail fail;                 /* OK: none */
	enum pg_then then;
	char message[512];
};

enum pg_kind { PG_PREPARED, PG_RUN, PG_ROWS, PG_BEGUN, PG_COMMITTED, PG_SYNCED };

/* Something that was sent and is not answered yet. */
struct pg_sent {
	enum pg_kind kind;
	struct stmt *of;                /* null: none, or it is gone by now */
};

#define PG_SENT_MOST 128

struct pg_session {
	PGconn *c;
	struct tx tx;                   /* what jobs are given */
	struct pg_failure failure;      /* of this transaction */
	struct pg_sent sent[PG_SENT_MOST];
	size_t sent_count;
	size_t gathered;                /* bytes of values since the last push */
	bool begun, committed;          /* of this transaction */
	bool answered;                  /* the job has got a row or a count */
	bool unhurried;                 /* see tx_take_time */
	int64_t changed;
	struct id mark;                 /* of this connection: see postgres_mark.c */
	int64_t serial;                 /* of its writes */
	unsigned last_name;             /* of the prepared statements */
	unsigned *dropped;              /* names to be given up at the next beginning */
	size_t dropped_count, dropped_room;
	struct pg_session *next;        /* idle */
};

static inline struct pg_session *pg_session_of(struct tx *tx)
{
	return tx->connection;
}

enum fail pg_connect(struct db *db, bool writes, struct pg_session **out) MUST_USE;
void pg_disconnect(struct pg_session *s);
/* Statements that need no transaction and no answer; simple protocol, no pipeline. */
enum fail pg_plain(struct pg_session *s, const char *sql) MUST_USE;
/* Remembers the first failure of a transaction. */
void pg_failed(struct pg_session *s, const PGresult *r, const struct stmt *of);
void pg_lost(struct pg_session *s);
bool pg_is_lost(const struct pg_session *s);
/* The failure as a result, its message said. */
enum fail pg_say(const struct pg_failure *f);

/* ---- waiting ---- */
/* All that was sent is with the system; false: the connection is lost, and says why. */
bool pg_push(struct pg_session *s);
/* The next result is here, whole. */
bool pg_await(struct pg_session *s);
/* The next result; null: there is none, or the connection is lost. */
PGresult *pg_result(struct pg_session *s);

/* ---- the pipeline ---- */
enum fail pg_send(struct pg_session *s, enum pg_kind kind, const char *sql) MUST_USE;
/* Reads all that was sent; the failure of the transaction if there is one. */
enum fail pg_read_all(struct pg_session *s) MUST_USE;
/* The same, up to a point where the server forgets an error of the pipeline. */
void pg_sync(struct pg_session *s);

/* ---- marks ---- */
#define PG_MARKS "write_mark"           /* their table, which is no data of ours */
enum fail pg_marks_prepare(struct pg_session *s) MUST_USE;
/* Sends what each write leaves behind. */
enum fail pg_mark(struct pg_session *s) MUST_USE;
/* Whether the write `serial` of a connection was kept; waits for one that still runs. */
enum fail pg_mark_kept(struct pg_session *s, struct id mark, int64_t serial,
                       bool *kept) MUST_USE;

/* ---- statements ---- */
enum fail pg_prepare(struct tx *tx, struct stmt *s);
enum fail pg_confirm(struct tx *tx, struct stmt *s);
void pg_finish(struct stmt *s);
void pg_reset(struct stmt *s);
enum fail pg_bind_i64(struct stmt *s, int at, int64_t v);
enum fail pg_bind_str(struct stmt *s, int at, struct str v);
enum fail pg_bind_blob(struct stmt *s, int at, const void *p, size_t n);
enum fail pg_bind_null(struct stmt *s, int at);
enum fail pg_run(struct stmt *s);
int pg_step(struct stmt *s);
bool pg_column_null(struct stmt *s, int column);
int64_t pg_column_i64(struct stmt *s, int column);
struct str pg_column_str(struct stmt *s, int column);
struct str pg_column_blob(struct stmt *s, int column);

/* ---- transactions ---- */
enum fail pg_pool_open(struct db *db, const struct db_options *o);
void pg_pool_close(struct db *db);
enum fail pg_pool_write(struct db *db, db_job *job, void *arg);
enum fail pg_pool_read(struct db *db, db_job *job, void *arg);
enum fail pg_pool_probe(struct db *db, db_job *job, void *arg);

/* ---- the word index ---- */
extern const char *const pg_word_tables, *const pg_words_in, *const pg_words_page;
enum fail pg_words_set(struct tx *tx, struct id org, struct id record, struct str words);
enum fail pg_words_remove(struct tx *tx, struct id org, struct id record);
void pg_words_wanted(struct arena *a, const struct words_term *terms, size_t count,
                     struct words_wanted *out);
void pg_words_bind(struct stmt *s, const struct words_wanted *w);

#endif
