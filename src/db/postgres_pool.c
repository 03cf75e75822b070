/*
 * postgres_pool.c -- transactions: who may use which connection when, what is tried again,
 * and what is done when nobody knows whether a COMMIT was heard.
 *
 *     write:  begin, the connection's mark  job  commit  answer
 *     read:   begin (one snapshot, read only)  job  commit, its answer read by the next
 *
 * Writes are read committed: whoever needs an order locks a row first (see store/).  A
 * deadlock, a row that somebody else was quicker to insert, a connection that is lost: the
 * job runs again from its start, a few times.  A connection lost after COMMIT was sent is
 * asked about, of whichever server takes writes now: see postgres_mark.c.
 */
#include "db/postgres.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/log.h"
#include "base/patience.h"

#define READERS_DEFAULT 8
#define WRITERS_MOST 8
#define WAIT_SECONDS 10                 /* for a connection that others use */
#define WRITES_MOST 6                   /* times that a job runs */
#define READS_MOST 3
#define ASK_SECONDS 15                  /* about a COMMIT nobody heard the answer of */
#define PROBE_SECONDS 5                 /* to answer that it is there */
#define ASK_PAUSE_US 250000

struct side {
	struct pg_session *idle;
	int opened, most;
	bool writes;
};

struct pg_pool {
	struct db *db;
	pthread_mutex_t lock;
	pthread_cond_t free;
	struct side readers, writers;
	struct side probe;              /* of its own: it does not queue behind readers */
};

static _Thread_local const struct pg_pool *writing;     /* whose job this thread runs */

/* ---- connections ---- */
static bool wait_for_one(struct pg_pool *p, struct side *side)
{
	struct timespec until;

	int64_t most = patience_until((int64_t)WAIT_SECONDS * US_PER_SECOND) - steady_us();
	most = most > 0 ? most : 0;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += (time_t)(most / US_PER_SECOND);
	until.tv_nsec += (long)(most % US_PER_SECOND) * 1000;
	if (until.tv_nsec >= 1000000000) {
		until.tv_nsec -= 1000000000;
		until.tv_sec++;
	}
	while (!side->idle && side->opened == side->most) {
		if (pthread_cond_timedwait(&p->free, &p->lock, &until) == ETIMEDOUT)
			return false;
	}
	return true;
}

static void start_anew(struct pg_session *s)
{
	s->failure = (struct pg_failure){ .fail = OK };
	s->begun = s->committed = s->answered = s->unhurried = false;
	s->changed = 0;
	s->tx.doomed = OK;
	s->tx.in_job = false;
}

static void dropped_one(struct pg_pool *p, struct side *side)
{
	pthread_mutex_lock(&p->lock);
	side->opened--;
	pthread_cond_signal(&p->free);
	pthread_mutex_unlock(&p->lock);
}

static enum fail take(struct pg_pool *p, struct side *side, struct pg_session **out)
{
	pthread_mutex_lock(&p->lock);
	bool free = wait_for_one(p, side);
	*out = side->idle;
	if (*out)
		side->idle = (*out)->next;
	else if (free)
		side->opened++;
	pthread_mutex_unlock(&p->lock);
	if (!free)
		return fail_say(FAIL_BUSY,
		                "every connection to the database is in use; try again");
	enum fail f = *out ? OK : pg_connect(p->db, side->writes, out);
	if (f)
		dropped_one(p, side);
	else
		start_anew(*out);
	return f;
}

static void drop(struct pg_pool *p, struct side *side, struct pg_session *s)
{
	pg_disconnect(s);
	dropped_one(p, side);
}

/* Where one is lost the server was probably away: the idle ones go too. */
static void drop_idle(struct pg_pool *p, struct side *side)
{
	pthread_mutex_lock(&p->lock);
	struct pg_session *idle = side->idle;
	side->idle = NULL;
	pthread_mutex_unlock(&p->lock);
	while (idle) {
		struct pg_session *next = idle->next;
		drop(p, side, idle);
		idle = next;
	}
}

/* Ends what is open and puts it back; a lost one is dropped. */
static void give_back(struct pg_pool *p, struct side *side, struct pg_session *s)
{
	if (s->failure.fail && !pg_is_lost(s)) {
		pg_sync(s);
		(void)!pg_read_all(s);
	}
	if (pg_is_lost(s)) {
		drop(p, side, s);
		drop_idle(p, side);
		return;
	}
	bool open = s->begun && !s->committed;
	start_anew(s);
	if (open) {
		/* Its answer is read by whoever comes next. */
		(void)!pg_send(s, PG_BEGUN, SQL("rollback"));
		pg_sync(s);
	}
	pthread_mutex_lock(&p->lock);
	s->next = side->idle;
	side->idle = s;
	pthread_cond_signal(&p->free);
	pthread_mutex_unlock(&p->lock);
}

/* ---- the beginning ---- */
static enum fail give_up_dropped(struct pg_session *s)
{
	char sql[32];
	enum fail f = OK;

	while (!f && s->dropped_count > 0) {
		snprintf(sql, sizeof sql, "deallocate s%u",
		         s->dropped[--s->dropped_count]);
		f = pg_send(s, PG_BEGUN, sql);
	}
	return f;
}

/* Only sent: it travels with the first statement of the job. */
static enum fail begin(struct pg_session *s)
{
	const char *how = s->tx.writes
	                          ? SQL("begin isolation level read committed, read write")
	                          : SQL("begin isolation level repeatable read, read only");
	/* The end of the last transaction; a connection that was lost meanwhile shows. */
	enum fail f = pg_read_all(s);

	if (!f)
		f = pg_send(s, PG_BEGUN, how);
	s->begun = !f;
	if (!f && s->tx.writes)
		f = pg_mark(s);
	return f ? f : give_up_dropped(s);
}

static void pause_before(int tries)
{
	/* Apart from each other, or they meet again. */
	int64_t most = INT64_C(2000) << tries;

	usleep((useconds_t)(most / 2 + steady_us() % most));
}

/* ---- writing ---- */
enum kept { KEPT, NOT_KEPT, NOBODY_KNOWS };

static enum kept ask(struct db *db, const struct pg_session *lost)
{
	struct pg_session *s = NULL;
	bool kept = false;
	enum fail f = pg_connect(db, true, &s);

	if (!f)
		f = pg_mark_kept(s, lost->mark, lost->serial, &kept);
	pg_disconnect(s);
	if (f)
		return NOBODY_KNOWS;
	return kept ? KEPT : NOT_KEPT;
}

/* The connection was lost after COMMIT was sent.  The server may be away for a while, or
 * another one take its place. */
static enum kept find_out(struct db *db, const struct pg_session *lost)
{
	const struct patience mine = patience_of_thread();
	int64_t until = steady_us() + ASK_SECONDS * US_PER_SECOND;

	/* Whatever the write has used up: the question is worth its own time. */
	patience_set((struct patience){ .until_us = until });
	enum kept answer = ask(db, lost);
	while (answer == NOBODY_KNOWS && steady_us() < until) {
		usleep(ASK_PAUSE_US);
		answer = ask(db, lost);
	}
	patience_set(mine);
	return answer;
}

/* COMMIT, and what the server says to it; *sent: it may have heard.  A server that was not
 * heard at all in this transaction is heard first: where it is gone, nothing is in doubt.
 */
static enum fail commit(struct pg_session *s, bool *sent)
{
	enum fail f = s->answered ? OK : pg_read_all(s);

	*sent = false;
	if (!f)
		f = pg_send(s, PG_COMMITTED, SQL("commit"));
	if (f)
		return f;
	*sent = true;
	pg_sync(s);
	f = pg_read_all(s);
	if (!f && !s->committed)
		f = fail_say(FAIL_DATABASE, "the database did not keep the change");
	return f;
}

static enum fail commit_for_certain(struct pg_session *s)
{
	bool sent;
	enum fail f = commit(s, &sent);

	if (!f || !sent || s->committed || !pg_is_lost(s))
		return s->committed ? OK : f;
	log_event(LOG_WARNING, "database.commit_lost", LOG_Z("why", s->failure.message),
	          LOG_END);
	switch (find_out(s->tx.db, s)) {
	case KEPT: return OK;
	case NOT_KEPT: return pg_say(&s->failure);      /* and lost: it runs again */
	case NOBODY_KNOWS: break;
	}
	s->failure.fail = FAIL_UNSURE;
	s->failure.then = PG_GIVE_UP;
	snprintf(s->failure.message, sizeof s->failure.message,
	         "the database went away while a change was being kept, and does not say"
	         " whether it was; look before you do it again");
	return pg_say(&s->failure);
}

/* One try.  What the server found wrong counts, whatever the job made of it. */
static enum fail write_once(struct pg_session *s, db_job *job, void *arg)
{
	fail_clear();
	enum fail f = begin(s);

	s->tx.in_job = true;
	if (!f)
		f = job(&s->tx, arg);
	if (!f && s->tx.doomed)
		f = fail_say(s->tx.doomed, "%s", s->tx.doomed_message);
	tx_settle(&s->tx);
	s->tx.in_job = false;
	if (s->failure.fail)
		return pg_say(&s->failure);
	return f ? f : commit_for_certain(s);
}

static bool runs_again(const struct pg_session *s, enum fail f)
{
	return f && f != FAIL_CANCELLED && s->failure.then != PG_GIVE_UP &&
	       s->failure.fail == f && !patience_is_over();
}

static enum fail write_some(struct pg_pool *p, db_job *job, void *arg)
{
	char kept[512];

	for (int tries = 1;; tries++) {
		struct pg_session *s;
		enum fail f = take(p, &p->writers, &s);
		if (f == FAIL_IO && tries < WRITES_MOST && !patience_is_over()) {
			pause_before(tries + 3);
			continue;
		}
		if (f)
			return f == FAIL_IO ? fail_say(FAIL_BUSY, "%s", fail_message()) : f;
		f = write_once(s, job, arg);
		bool again = tries < WRITES_MOST && runs_again(s, f);
		snprintf(kept, sizeof kept, "%s", fail_message());
		give_back(p, &p->writers, s);
		if (!again)
			return f ? fail_say(f, "%s", kept) : OK;
		pause_before(tries);
	}
}

enum fail pg_pool_write(struct db *db, db_job *job, void *arg)
{
	struct pg_pool *p = db->state;

	if (writing == p)
		BUG("a write was asked for inside a write");
	writing = p;
	enum fail f = write_some(p, job, arg);
	writing = NULL;
	return f;
}

/* ---- reading ---- */
static enum fail read_some(struct pg_pool *p, struct side *side, db_job *job, void *arg)
{
	char kept[512];

	for (int tries = 1;; tries++) {
		struct pg_session *s;
		fail_clear();
		enum fail f = take(p, side, &s);
		if (f)
			return f == FAIL_IO ? fail_say(FAIL_BUSY, "%s", fail_message()) : f;
		f = begin(s);
		if (!f)
			f = job(&s->tx, arg);
		tx_settle(&s->tx);
		/* What was only sent counts as well. */
		enum fail found = pg_read_all(s);
		f = found ? found : f;
		/* A job that was shown something may have handed it on. */
		bool again = tries < READS_MOST && !s->answered && runs_again(s, f);
		snprintf(kept, sizeof kept, "%s", fail_message());
		give_back(p, side, s);
		if (!again)
			return f ? fail_say(f, "%s", kept) : OK;
		pause_before(tries);
	}
}

enum fail pg_pool_read(struct db *db, db_job *job, void *arg)
{
	struct pg_pool *p = db->state;

	return read_some(p, &p->readers, job, arg);
}

enum fail pg_pool_probe(struct db *db, db_job *job, void *arg)
{
	struct pg_pool *p = db->state;
	const struct patience mine = patience_of_thread();

	patience_set((struct patience){
		.until_us = patience_until((int64_t)PROBE_SECONDS * US_PER_SECOND) });
	enum fail f = read_some(p, &p->probe, job, arg);
	patience_set(mine);
	return f;
}

/* ---- opening and closing ---- */
enum fail pg_pool_open(struct db *db, const struct db_options *o)
{
	pthread_condattr_t steady;
	struct pg_session *first;
	enum fail f = pq_load();

	if (f)
		return f;
	struct pg_pool *p = calloc(1, sizeof *p);
	if (!p)
		return fail_say(FAIL_MEMORY, "no memory to open the database");
	p->db = db;
	p->readers.most = o->readers > 0 ? o->readers : READERS_DEFAULT;
	p->writers.most = WRITERS_MOST;
	p->probe.most = 1;
	p->writers.writes = true;
	pthread_mutex_init(&p->lock, NULL);
	pthread_condattr_init(&steady);
	pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
	pthread_cond_init(&p->free, &steady);
	pthread_condattr_destroy(&steady);
	db->state = p;
	f = take(p, &p->readers, &first);
	if (!f)
		give_back(p, &p->readers, first);
	if (f)
		pg_pool_close(db);
	return f;
}

static void close_side(struct side *side)
{
	while (side->idle) {
		struct pg_session *s = side->idle;
		side->idle = s->next;
		pg_disconnect(s);
	}
}

void pg_pool_close(struct db *db)
{
	struct pg_pool *p = db->state;

	close_side(&p->readers);
	close_side(&p->writers);
	close_side(&p->probe);
	pthread_cond_destroy(&p->free);
	pthread_mutex_destroy(&p->lock);
	free(p);
	db->state = NULL;
}
