/*
 * turns.c -- whose turn it is to do what is due by the clock.
 *
 * Several servers share a database, and each has a clock.  A duty is a row: taken by one
 * update that only one can win, for a lease of the database's time, and after the work put
 * off to when it is due again.  A server that was killed in the middle gives its turn up
 * when the lease ends.
 */
#include "jobs/turns.h"

static const char *const turns_table = SQL("create table clock_turn (\n"
                                           " duty {text} not null primary key,\n"
                                           " holder {id},\n"
                                           " not_before {i64} not null) {narrow_table};");

struct turn {
	const char *duty;
	struct id holder;
	int64_t wait_us;
	bool ours;
};

enum fail turns_prepare(struct tx *tx)
{
	return db_table_exists(tx, STR("clock_turn")) ? OK
	                                              : db_script(tx, str_of(turns_table));
}

static enum fail add_missing(struct tx *tx, const struct turn *t)
{
	struct stmt *s = query(tx, SQL("insert into clock_turn (duty, not_before)\n"
	                               "values (:duty, 0)\n"
	                               "on conflict (duty) do nothing"));

	bind_str(s, "duty", str_of(t->duty));
	return query_run(s);
}

static enum fail take(struct tx *tx, void *arg)
{
	struct turn *t = arg;
	struct instant now = { 0 };
	enum fail f = add_missing(tx, t);

	if (f == OK)
		f = db_now(tx, &now);
	if (f != OK)
		return f;
	struct stmt *s = query(tx, SQL("update clock_turn\n"
	                               "set holder = :holder, not_before = :until\n"
	                               "where duty = :duty and not_before <= :now"));
	bind_id(s, "holder", t->holder);
	bind_i64(s, "until", now.us + TURN_LEASE_US);
	bind_i64(s, "now", now.us);
	bind_str(s, "duty", str_of(t->duty));
	f = query_run(s);
	t->ours = f == OK && tx_changed(tx) == 1;
	return f;
}

enum fail turn_take(struct db *db, const char *duty, struct id holder, bool *ours)
{
	struct turn t = { .duty = duty, .holder = holder };
	enum fail f = db_write(db, take, &t);

	*ours = f == OK && t.ours;
	return f;
}

static enum fail give(struct tx *tx, void *arg)
{
	const struct turn *t = arg;
	struct instant now;
	enum fail f = db_now(tx, &now);

	if (f != OK)
		return f;
	struct stmt *s = query(tx, SQL("update clock_turn\n"
	                               "set holder = null, not_before = :next\n"
	                               "where duty = :duty and holder = :holder"));
	bind_i64(s, "next", now.us + t->wait_us);
	bind_str(s, "duty", str_of(t->duty));
	bind_id(s, "holder", t->holder);
	return query_run(s);
}

enum fail turn_give(struct db *db, const char *duty, struct id holder, int64_t wait_us)
{
	struct turn t = { .duty = duty, .holder = holder, .wait_us = wait_us };

	return db_write(db, give, &t);
}
