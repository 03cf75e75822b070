/*
 * postgres_pipeline.c -- statements are sent at once, and answers are read when somebody
 * needs them.
 *
 * A statement without rows is only sent: its failure dooms the transaction anyway, and
 * shows at the next one that is read, or at COMMIT.  So a write that changes ten tables
 * waits for the network as often as it reads, not ten times more.
 */
#include "db/postgres.h"

#include <stdlib.h>

#define KEPT_BYTES 4096                 /* room that a parameter keeps for the next value */
#define WALK_ROWS 256                   /* fetched at a time */
#define GATHERED_MOST (256u * 1024)     /* of values that are not sent yet */

/* Types of columns, from the server's pg_type. */
enum { TYPE_BOOL = 16, TYPE_INT8 = 20, TYPE_INT2 = 21, TYPE_INT4 = 23 };

struct parameter {
	char *p;                        /* terminated */
	size_t n, room;
	bool null, bytes;
};

struct handle {
	unsigned name;
	bool there;                     /* the server has been told of it */
	bool fetched;
	bool walking;                   /* its cursor is open */
	PGresult *rows;
	int row;
	struct parameter at[];          /* of each parameter */
};

static struct handle *handle_of(const struct stmt *s)
{
	return s->handle;
}

/* ---- answers ---- */
static void forget_handle(struct stmt *of)
{
	if (of)
		handle_of(of)->there = false;
}

static void note_changed(struct pg_session *s, PGresult *r)
{
	int64_t n;

	s->changed = str_to_i64(str_of(pq.PQcmdTuples(r)), &n) ? n : 0;
}

/* A good answer; rows stay with their statement. */
static void answered(struct pg_session *s, const struct pg_sent *e, PGresult *r)
{
	if (e->kind == PG_RUN)
		note_changed(s, r);
	else if (e->kind == PG_COMMITTED)
		s->committed = strcmp(pq.PQcmdStatus(r), "COMMIT") == 0;
	if (e->kind == PG_ROWS && e->of) {
		handle_of(e->of)->rows = r;
		s->answered = true;
		return;
	}
	pq.PQclear(r);
}

static void read_one(struct pg_session *s, const struct pg_sent *e)
{
	PGresult *r = pg_result(s);
	ExecStatusType status = pq.PQresultStatus(r);

	if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
		answered(s, e, r);
	} else {
		if (e->kind == PG_PREPARED)
			forget_handle(e->of);
		if (!r)
			pg_lost(s);
		else if (status != PGRES_PIPELINE_ABORTED && status != PGRES_PIPELINE_SYNC)
			pg_failed(s, r, e->of);
		pq.PQclear(r);
	}
	/* Each answer but that of a synchronisation is followed by an end. */
	if (e->kind != PG_SYNCED && !pg_is_lost(s) && (r = pg_result(s)))
		BUG("a statement has two answers");
}

enum fail pg_read_all(struct pg_session *s)
{
	size_t i = 0;

	if (s->sent_count > 0) {
		atomic_fetch_add(&s->tx.db->waits, 1);
		if (!pq.PQsendFlushRequest(s->c))
			pg_lost(s);
	}
	for (; i < s->sent_count && !pg_is_lost(s); i++)
		read_one(s, &s->sent[i]);
	if (pg_is_lost(s))
		pg_lost(s);
	for (; i < s->sent_count; i++) {
		if (s->sent[i].kind == PG_PREPARED)
			forget_handle(s->sent[i].of);
	}
	s->sent_count = 0;
	return pg_say(&s->failure);
}

void pg_sync(struct pg_session *s)
{
	if (pg_is_lost(s))
		return;
	if (s->sent_count == PG_SENT_MOST)
		(void)!pg_read_all(s);
	if (!pq.PQpipelineSync(s->c))
		pg_lost(s);
	else
		s->sent[s->sent_count++] = (struct pg_sent){ PG_SYNCED, NULL };
}

/* ---- sending ---- */

/* Room for two more; nothing is sent in a transaction that has failed. */
static enum fail make_room(struct pg_session *s)
{
	if (s->failure.fail || s->sent_count + 2 <= PG_SENT_MOST)
		return pg_say(&s->failure);
	return pg_read_all(s);
}

static enum fail note_sent(struct pg_session *s, enum pg_kind kind, struct stmt *of,
                           int sent)
{
	if (!sent) {
		pg_lost(s);
		return pg_say(&s->failure);
	}
	s->sent[s->sent_count++] = (struct pg_sent){ kind, of };
	return OK;
}

/* Small statements gather in libpq; large values do not. */
static enum fail send_large(struct pg_session *s, size_t bytes)
{
	s->gathered += bytes;
	if (s->gathered < GATHERED_MOST)
		return OK;
	s->gathered = 0;
	return pg_push(s) ? OK : pg_say(&s->failure);
}

enum fail pg_send(struct pg_session *s, enum pg_kind kind, const char *sql)
{
	enum fail f = make_room(s);

	if (f)
		return f;
	return note_sent(s, kind, NULL,
	                 pq.PQsendQueryParams(s->c, sql, 0, NULL, NULL, NULL, NULL, 0));
}

/* A walk is prepared as what opens its cursor; null: no memory. */
static char *text_of(const struct stmt *s)
{
	char opens[64] = "";

	if (s->walks)
		snprintf(opens, sizeof opens, "declare w%u no scroll cursor for ",
		         handle_of(s)->name);
	size_t n = strlen(opens);
	char *sql = malloc(n + s->text.n + 1);
	if (!sql)
		return NULL;
	memcpy(sql, opens, n);
	memcpy(sql + n, s->text.sql, s->text.n + 1);
	return sql;
}

static enum fail send_prepare(struct stmt *s)
{
	struct pg_session *to = pg_session_of(s->tx);
	struct handle *h = handle_of(s);
	char name[16];
	enum fail f = make_room(to);

	if (f || h->there)
		return f;
	if (h->name == 0)
		h->name = ++to->last_name;
	snprintf(name, sizeof name, "s%u", h->name);
	char *sql = text_of(s);
	if (!sql)
		return fail_say(FAIL_MEMORY, "no memory for a statement");
	f = note_sent(to, PG_PREPARED, s, pq.PQsendPrepare(to->c, name, sql, 0, NULL));
	free(sql);
	h->there = !f;
	return f;
}

static enum fail send_bound(struct stmt *s, enum pg_kind kind)
{
	struct pg_session *to = pg_session_of(s->tx);
	struct handle *h = handle_of(s);
	const char *values[PARAMETERS_MAX];
	int lengths[PARAMETERS_MAX], formats[PARAMETERS_MAX];
	char name[16];
	size_t bytes = 0;
	enum fail f = send_prepare(s);

	if (f)
		return f;
	for (size_t i = 0; i < s->text.count; i++) {
		bytes += h->at[i].n;
		values[i] = h->at[i].null ? NULL : h->at[i].p;
		lengths[i] = (int)h->at[i].n;
		formats[i] = h->at[i].bytes;
	}
	snprintf(name, sizeof name, "s%u", h->name);
	f = note_sent(to, kind, s,
	              pq.PQsendQueryPrepared(to->c, name, (int)s->text.count, values,
	                                     lengths, formats, 1));
	return f ? f : send_large(to, bytes);
}

/* ---- statements, as driver.h asks for them ---- */
enum fail pg_prepare(struct tx *tx, struct stmt *s)
{
	struct handle *h =
		calloc(1, sizeof *h + (s->text.count + 1) * sizeof(struct parameter));

	(void)tx;
	if (!h)
		return fail_say(FAIL_MEMORY, "no memory for a statement");
	for (size_t i = 0; i < s->text.count; i++)
		h->at[i].null = true;
	s->handle = h;
	return OK;
}

/* One that does not prepare leaves the transaction as it was. */
enum fail pg_confirm(struct tx *tx, struct stmt *s)
{
	struct pg_session *on = pg_session_of(tx);
	enum fail f = pg_send(on, PG_BEGUN, SQL("savepoint confirm"));

	if (!f)
		f = pg_read_all(on);
	if (f)
		return f;
	f = send_prepare(s);
	if (!f)
		f = pg_read_all(on);
	if (!f || pg_is_lost(on))
		return f;
	struct pg_failure found = on->failure;
	pg_sync(on);
	(void)!pg_read_all(on);
	on->failure = (struct pg_failure){ .fail = OK };
	f = pg_send(on, PG_BEGUN, SQL("rollback to savepoint confirm"));
	return f ? f : pg_say(&found);
}

/* The server is told at the beginning of the next transaction: this one may be broken. */
static void drop_later(struct pg_session *s, unsigned name)
{
	if (s->dropped_count == s->dropped_room) {
		size_t room = (s->dropped_room + 16) * 2;
		unsigned *bigger = realloc(s->dropped, room * sizeof *bigger);
		if (!bigger)
			return;         /* it stays there until the connection ends */
		s->dropped = bigger;
		s->dropped_room = room;
	}
	s->dropped[s->dropped_count++] = name;
}

void pg_finish(struct stmt *s)
{
	struct pg_session *from = pg_session_of(s->tx);
	struct handle *h = handle_of(s);

	for (size_t i = 0; i < from->sent_count; i++) {
		if (from->sent[i].of == s)
			from->sent[i].of = NULL;
	}
	if (h->there)
		drop_later(from, h->name);
	for (size_t i = 0; i < s->text.count; i++)
		free(h->at[i].p);
	pq.PQclear(h->rows);
	free(h);
	s->handle = NULL;
}

/* ---- walks: a cursor, some rows at a time ---- */
static enum fail send_of_walk(struct stmt *s, enum pg_kind kind, const char *what)
{
	struct pg_session *to = pg_session_of(s->tx);
	char sql[48];
	enum fail f = make_room(to);

	snprintf(sql, sizeof sql, "%s w%u", what, handle_of(s)->name);
	return f ? f
	         : note_sent(to, kind, s,
	                     pq.PQsendQueryParams(to->c, sql, 0, NULL, NULL, NULL, NULL,
	                                          1));
}

/* The next of its rows; the first time it is opened, in the same turn of the network. */
static enum fail fetch_walk(struct stmt *s)
{
	struct handle *h = handle_of(s);
	enum fail f = OK;
	char fetch[24];

	pq.PQclear(h->rows);
	h->rows = NULL;
	if (!h->walking) {
		f = send_bound(s, PG_RUN);
		h->walking = !f;
	}
	snprintf(fetch, sizeof fetch, "fetch %d from", WALK_ROWS);
	return f ? f : send_of_walk(s, PG_ROWS, fetch);
}

/* A transaction that failed has closed it already. */
static void end_walk(struct stmt *s)
{
	struct handle *h = handle_of(s);
	struct pg_session *on = pg_session_of(s->tx);

	if (h->walking && on->begun && !on->failure.fail)
		(void)!send_of_walk(s, PG_BEGUN, "close");
	h->walking = false;
}

void pg_reset(struct stmt *s)
{
	struct handle *h = handle_of(s);

	end_walk(s);
	pq.PQclear(h->rows);
	h->rows = NULL;
	h->fetched = false;
	for (size_t i = 0; i < s->text.count; i++) {
		h->at[i].null = true;
		if (h->at[i].room > KEPT_BYTES) {
			free(h->at[i].p);
			h->at[i].p = NULL;
			h->at[i].room = 0;
		}
	}
}

static enum fail bind(struct stmt *s, int at, const void *p, size_t n, bool bytes)
{
	struct parameter *to = &handle_of(s)->at[at - 1];

	if (n >= INT32_MAX)
		return fail_say(FAIL_FULL, "a value is too large for the database");
	if (n + 1 > to->room) {
		char *bigger = realloc(to->p, n + 1);
		if (!bigger)
			return fail_say(FAIL_MEMORY, "no memory for a value");
		to->p = bigger;
		to->room = n + 1;
	}
	if (n)
		memcpy(to->p, p, n);
	to->p[n] = '\0';
	to->n = n;
	to->null = false;
	to->bytes = bytes;
	return OK;
}

/* As text: the server's idea of its type holds, be it bigint or integer. */
enum fail pg_bind_i64(struct stmt *s, int at, int64_t v)
{
	char digits[24];
	int n = snprintf(digits, sizeof digits, "%lld", (long long)v);

	return bind(s, at, digits, (size_t)n, false);
}

enum fail pg_bind_str(struct stmt *s, int at, struct str v)
{
	if (memchr(v.p, '\0', v.n))
		return fail_say(FAIL_FORMAT, "a text for the database holds a zero byte");
	return bind(s, at, v.p, v.n, false);
}

enum fail pg_bind_blob(struct stmt *s, int at, const void *p, size_t n)
{
	return bind(s, at, p, n, true);
}

enum fail pg_bind_null(struct stmt *s, int at)
{
	handle_of(s)->at[at - 1].null = true;
	return OK;
}

enum fail pg_run(struct stmt *s)
{
	return send_bound(s, PG_RUN);
}

/* Fewer than were asked for are the last. */
static bool is_read_to_the_end(const struct handle *h)
{
	return !h->walking || h->row < WALK_ROWS;
}

int pg_step(struct stmt *s)
{
	struct handle *h = handle_of(s);

	if (h->fetched && ++h->row < pq.PQntuples(h->rows))
		return 1;
	if (h->fetched && is_read_to_the_end(h))
		return 0;
	enum fail f = s->walks ? fetch_walk(s) : send_bound(s, PG_ROWS);
	if (!f)
		f = pg_read_all(pg_session_of(s->tx));
	if (f)
		return (int)f;
	h->fetched = true;
	h->row = 0;
	return pq.PQntuples(h->rows) > 0;
}

/* ---- columns ---- */
bool pg_column_null(struct stmt *s, int column)
{
	return pq.PQgetisnull(handle_of(s)->rows, handle_of(s)->row, column) != 0;
}

struct str pg_column_blob(struct stmt *s, int column)
{
	const struct handle *h = handle_of(s);

	if (pg_column_null(s, column))
		return STR_NONE;
	return (struct str){ pq.PQgetvalue(h->rows, h->row, column),
		             (size_t)pq.PQgetlength(h->rows, h->row, column) };
}

struct str pg_column_str(struct stmt *s, int column)
{
	return pg_column_blob(s, column);
}

int64_t pg_column_i64(struct stmt *s, int column)
{
	struct str v = pg_column_blob(s, column);
	uint64_t n = 0;

	if (!v.p)
		return 0;
	for (size_t i = 0; i < v.n && i < 8; i++)
		n = n << 8 | (unsigned char)v.p[i];
	switch (pq.PQftype(handle_of(s)->rows, column)) {
	case TYPE_INT8: return (int64_t)n;
	case TYPE_INT4: return (int32_t)n;
	case TYPE_INT2: return (int16_t)n;
	case TYPE_BOOL: return (int64_t)n;
	default: BUG("column %d is no whole number in: %s", column, s->text.sql);
	}
}
