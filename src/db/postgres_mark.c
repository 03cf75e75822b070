/*
 * postgres_mark.c -- was a COMMIT kept whose answer never came?
 *
 * Each connection that writes has a row of its own, and each of its transactions counts it
 * up.  Whoever lost a connection looks at the row: it goes with the rest of the
 * transaction, to a standby as well, so that it tells the truth on whichever server takes
 * writes now.  The number of a transaction would not: after a crash, or on a standby that
 * was promoted, the server gives the same number to another one.
 *
 * Nobody else touches the row.  A transaction that still runs on a connection that we took
 * for lost holds it, and is waited for.
 */
#include "db/postgres.h"

#define TRIES 3
#define KEPT_DAYS 7                     /* of a connection that has not written since */

static const char *const make_table = SQL("create table if not exists write_mark ("
                                          "connection bytea primary key,"
                                          " serial bigint not null,"
                                          " made_at bigint not null)");

/* Two that make the table at once: one of them is told that it is there. */
enum fail pg_marks_prepare(struct pg_session *s)
{
	enum fail f = FAIL_DATABASE;

	for (int tries = 0; f && tries < TRIES && !pg_is_lost(s); tries++) {
		s->failure = (struct pg_failure){ .fail = OK };
		f = pg_plain(s, make_table);
	}
	s->mark = id_new();
	return f;
}

static enum fail drop_old(struct pg_session *s)
{
	struct stmt *q = query(&s->tx, SQL("delete from write_mark"
	                                   " where made_at < :before"));

	bind_i64(q, "before",
	         instant_now().us - (int64_t)KEPT_DAYS * 86400 * US_PER_SECOND);
	return query_run(q);
}

enum fail pg_mark(struct pg_session *s)
{
	enum fail f = s->serial == 0 ? drop_old(s) : OK;
	struct stmt *q = query(
		&s->tx, SQL("insert into write_mark (connection, serial, made_at)"
	                    " values (:connection, :serial, :now)"
	                    " on conflict (connection) do update"
	                    " set serial = excluded.serial, made_at = excluded.made_at"));

	bind_id(q, "connection", s->mark);
	bind_i64(q, "serial", ++s->serial);
	bind_i64(q, "now", instant_now().us);
	return f ? f : query_run(q);
}

/* The row is written, or it would not be waited for where it is not there yet. */
enum fail pg_mark_kept(struct pg_session *s, struct id mark, int64_t serial, bool *kept)
{
	enum fail f = pg_send(s, PG_BEGUN, SQL("begin isolation level read committed"));

	*kept = false;
	if (f)
		return f;
	struct stmt *q = query(
		&s->tx, SQL("insert into write_mark (connection, serial, made_at)"
	                    " values (:connection, 0, :now)"
	                    " on conflict (connection) do update"
	                    " set made_at = excluded.made_at"
	                    " returning serial"));
	bind_id(q, "connection", mark);
	bind_i64(q, "now", instant_now().us);
	int row = query_next(q);
	*kept = row == 1 && column_i64(q, 0) == serial;
	query_end(q);
	if (row == 0)
		return FAIL_DATABASE;
	return row < 0 ? (enum fail)row : OK;
}
