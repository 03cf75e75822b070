/*
 * sendings_queue.c -- the queue of mails: claimed, about to leave, ended.
 *
 * `not_before` of a row is when it is due, and while somebody has it the end of their
 * lease: after that, one that was not handed over is due again, and one that was is unsure.
 */
#include "base/arena.h"
#include "store/parts.h"
#include "store/sendings_rows.h"

struct taking {
	struct store *store;
	struct arena *arena;
	struct id holder;
	struct sending *out;
	struct instant now;             /* by the database's clock */
	bool handed;
};

/* ---- what a mail has become ---- */

struct ending {
	struct store *store;
	struct sending *is;
	struct id holder;               /* ID_NONE: whoever had it is gone */
	enum sending_state state;
	struct str answer;
	int64_t wait_us;
};

static enum fail write_state(struct tx *tx, const struct ending *e, bool over)
{
	struct stmt *s = query(
		tx, SQL("update sending set state = :state, answer = :answer,"
	                " ended_at = :ended_at\n"
	                "where org = :org and id = :id"));

	bind_str(s, "state", str_of(sending_state_name(e->state)));
	bind_str(s, "answer", e->answer);
	bind_i64(s, "ended_at", over ? store_now(e->store).us : 0);
	bind_id(s, "org", e->is->org);
	bind_id(s, "id", e->is->id);
	return query_run(s);
}

static enum fail leave(struct tx *tx, const struct ending *e)
{
	struct stmt *s = query(tx, SQL("delete from sending_queue\n"
	                               "where org = :org and id = :id"));

	bind_id(s, "org", e->is->org);
	bind_id(s, "id", e->is->id);
	return query_run(s);
}

static enum fail put_off(struct tx *tx, const struct ending *e)
{
	struct instant now = { 0 };
	enum fail f = db_now(tx, &now);

	if (f != OK)
		return f;
	struct stmt *s = query(tx, SQL("update sending_queue\n"
	                               "set not_before = :then, holder = null, handed = 0\n"
	                               "where org = :org and id = :id"));
	bind_i64(s, "then", now.us + e->wait_us);
	bind_id(s, "org", e->is->org);
	bind_id(s, "id", e->is->id);
	return query_run(s);
}

/* What did not certainly arrive is said again, in the next day's mail. */
static enum fail untell(struct tx *tx, const struct ending *e)
{
	struct stmt *s = query(tx, SQL("update notice set told_at = 0\n"
	                               "where org = :org and told_by = :sending"
	                               " and person = :person"));

	bind_id(s, "org", e->is->org);
	bind_id(s, "sending", e->is->id);
	bind_id(s, "person", e->is->person);
	return query_run(s);
}

static enum fail end_it(struct tx *tx, const struct ending *e)
{
	bool over = e->state != SENDING_QUEUED;
	enum fail f = write_state(tx, e, over);

	if (f == OK)
		f = over ? leave(tx, e) : put_off(tx, e);
	return f == OK && over && e->state != SENDING_SENT ? untell(tx, e) : f;
}

static enum fail is_ours(struct tx *tx, const struct sending *is, struct id holder)
{
	struct stmt *s = query(tx, SQL("select 1 from sending_queue\n"
	                               "where org = :org and id = :id"
	                               " and holder = :holder"));

	bind_id(s, "org", is->org);
	bind_id(s, "id", is->id);
	bind_id(s, "holder", holder);
	int row = query_next(s);
	query_end(s);
	return row < 0 ? (enum fail)row : row == 1 ? OK
	                                           : FAIL_NOT_FOUND;
}

static enum fail end(struct tx *tx, void *arg)
{
	struct ending *e = arg;
	enum fail f = is_ours(tx, e->is, e->holder);

	return f == OK ? end_it(tx, e) : f;
}

enum fail sending_end(struct store *s, struct sending *is, struct id holder,
                      enum sending_state state, struct str answer, int64_t wait_us)
{
	int64_t again = store_now(s).us + wait_us;
	int64_t last = is->made_at.us + SENDING_HOURS * 3600 * US_PER_SECOND;
	struct ending e = { .store = s,
		            .is = is,
		            .holder = holder,
		            .state = state,
		            .answer = answer,
		            .wait_us = wait_us };

	if (state == SENDING_QUEUED && again > last)
		e.state = SENDING_GIVEN_UP;
	is->state = e.state;
	return db_write(s->db, end, &e);
}

/* ---- claiming ---- */

static enum fail find_due(struct tx *tx, struct taking *t)
{
	enum fail f = db_now(tx, &t->now);

	if (f != OK)
		return f;
	struct stmt *s = query(
		tx,
		SQL("select s.id, s.person, s.kind, s.day, s.address, s.lang, s.subject,"
	            " s.body, s.state, s.attempts, s.answer, s.made_at, s.tried_at,"
	            " s.ended_at, s.erased, q.org, q.handed\n"
	            "from sending_queue q\n"
	            "join sending s on s.org = q.org and s.id = q.id\n"
	            "where q.not_before <= :now\n"
	            "order by q.not_before, q.id limit 1"));
	bind_i64(s, "now", t->now.us);
	int row = query_next(s);
	if (row == 1) {
		sending_from(s, t->arena, column_id(s, 15), t->out);
		t->handed = column_i64(s, 16) != 0;
	}
	query_end(s);
	return row < 0 ? (enum fail)row : row == 1 ? OK
	                                           : FAIL_NOT_FOUND;
}

/* The row must still be due, which the database checks while it holds it: one wins. */
static enum fail claim(struct tx *tx, struct taking *t)
{
	struct stmt *s = query(tx, SQL("update sending_queue\n"
	                               "set holder = :holder, not_before = :until\n"
	                               "where org = :org and id = :id"
	                               " and not_before <= :now"));

	bind_id(s, "holder", t->holder);
	bind_i64(s, "until", t->now.us + SENDING_LEASE_US);
	bind_id(s, "org", t->out->org);
	bind_id(s, "id", t->out->id);
	bind_i64(s, "now", t->now.us);
	enum fail f = query_run(s);
	return f == OK && tx_changed(tx) != 1 ? FAIL_BUSY : f;
}

static enum fail note_attempt(struct tx *tx, struct taking *t)
{
	struct stmt *s = query(
		tx, SQL("update sending\n"
	                "set state = 'trying', attempts = attempts + 1, tried_at = :now\n"
	                "where org = :org and id = :id"));

	t->out->tried_at = store_now(t->store);
	t->out->attempts++;
	bind_i64(s, "now", t->out->tried_at.us);
	bind_id(s, "org", t->out->org);
	bind_id(s, "id", t->out->id);
	return query_run(s);
}

#define CUT_OFF "the program ended while the mail server was taking it"

static enum fail take(struct tx *tx, void *arg)
{
	struct taking *t = arg;
	enum fail f;

	while ((f = find_due(tx, t)) == OK && t->handed) {
		const struct ending unsure = { .store = t->store,
			                       .is = t->out,
			                       .state = SENDING_UNSURE,
			                       .answer = STR(CUT_OFF) };

		f = end_it(tx, &unsure);
		if (f != OK)
			return f;
	}
	if (f == OK)
		f = claim(tx, t);
	return f == OK ? note_attempt(tx, t) : f;
}

static enum fail anything_due(struct tx *tx, void *arg)
{
	return find_due(tx, arg);
}

/* FAIL_NOT_FOUND is committed too: what was found unsure on the way stays so. */
static enum fail take_and_keep(struct tx *tx, void *arg)
{
	struct taking *t = arg;
	enum fail f = take(tx, t);

	t->out->state = f == OK ? SENDING_TRYING : SENDING_UNSURE;
	return f == FAIL_NOT_FOUND ? OK : f;
}

enum fail sending_take(struct store *s, struct arena *a, struct id holder,
                       struct sending *out)
{
	struct taking t = { .store = s, .arena = a, .holder = holder, .out = out };
	enum fail f = db_read(s->db, anything_due, &t);

	if (f == OK)
		f = db_write(s->db, take_and_keep, &t);
	if (f == FAIL_BUSY)
		return FAIL_NOT_FOUND;
	return f == OK && out->state != SENDING_TRYING ? FAIL_NOT_FOUND : f;
}

/* ---- about to leave ---- */

struct handing {
	const struct sending *is;
	struct id holder;
};

static enum fail note_handed(struct tx *tx, const struct handing *h)
{
	struct stmt *s = query(tx, SQL("update sending set state = 'handed'\n"
	                               "where org = :org and id = :id"));

	bind_id(s, "org", h->is->org);
	bind_id(s, "id", h->is->id);
	return query_run(s);
}

static enum fail hand(struct tx *tx, void *arg)
{
	const struct handing *h = arg;
	struct stmt *s = query(tx, SQL("update sending_queue set handed = 1\n"
	                               "where org = :org and id = :id"
	                               " and holder = :holder and handed = 0"));

	bind_id(s, "org", h->is->org);
	bind_id(s, "id", h->is->id);
	bind_id(s, "holder", h->holder);
	enum fail f = query_run(s);
	if (f == OK && tx_changed(tx) != 1)
		return FAIL_NOT_FOUND;
	return f == OK ? note_handed(tx, h) : f;
}

enum fail sending_hand(struct store *s, const struct sending *is, struct id holder)
{
	struct handing h = { is, holder };

	return db_write(s->db, hand, &h);
}

/* ---- after the process ended ---- */

static enum fail recover(struct tx *tx, void *arg)
{
	(void)arg;
	struct stmt *s = query(tx, SQL("update sending_queue set not_before = 0\n"
	                               "where holder is not null"));

	return query_run(s);
}

enum fail sendings_recover(struct store *s, bool alone)
{
	return alone ? db_write(s->db, recover, NULL) : OK;
}
