/*
 * postgres_wait.c -- every wait for the server has an end.
 *
 * A server that is gone shows at once; one that is there and says nothing (a stopped
 * process, a disk that hangs, a commit whose standby is away) would keep the thread that
 * asked it.  So nothing blocks in libpq: what was sent and what comes is waited for here,
 * as long as the thread has patience (base/patience.h) and ANSWER_SECONDS at most.  Who
 * runs out of it loses the connection, and the server notices that it did.
 */
#include "db/postgres.h"

#include <errno.h>
#include <poll.h>

#include "base/patience.h"

#define ANSWER_SECONDS 75               /* more than its own limit of a statement */
#define SLICE_MS 250                    /* until somebody may have gone */

static int64_t end_of_wait(const struct pg_session *s)
{
	return s->unhurried ? INT64_MAX
	                    : patience_until((int64_t)ANSWER_SECONDS * US_PER_SECOND);
}

static bool gone(struct pg_session *s, enum fail f, const char *why)
{
	s->failure = (struct pg_failure){ .fail = f, .then = PG_LOST };
	snprintf(s->failure.message, sizeof s->failure.message, "%s", why);
	return false;
}

/* What is read may be given up for want of a reader; what is written may not. */
static bool still_wanted(struct pg_session *s, int64_t until)
{
	if (!s->tx.writes && patience_unwanted())
		return gone(s, FAIL_CANCELLED, "nobody waits for the answer any more");
	if (steady_us() < until)
		return true;
	return gone(s, FAIL_BUSY, "the database does not answer");
}

/* Something moved, or a slice of time is over; false: given up. */
static bool wait_a_little(struct pg_session *s, short events, int64_t until)
{
	int64_t left = (until - steady_us()) / 1000;
	struct pollfd p = { .fd = pq.PQsocket(s->c), .events = events };
	int n = poll(&p, 1, left < 0 ? 0 : left < SLICE_MS ? (int)left + 1
	                                                   : SLICE_MS);

	if (n < 0 && errno != EINTR) {
		pg_lost(s);
		return false;
	}
	return n > 0 || still_wanted(s, until);
}

static bool take_in(struct pg_session *s)
{
	/* Under TLS a read may leave half a record that poll() knows nothing of. */
	int times = pq.PQsslInUse(s->c) ? 3 : 1;

	while (times-- > 0) {
		if (!pq.PQconsumeInput(s->c)) {
			pg_lost(s);
			return false;
		}
	}
	return true;
}

bool pg_push(struct pg_session *s)
{
	int64_t until = end_of_wait(s);
	int left;

	/* It may have to be listened to before it listens. */
	while ((left = pq.PQflush(s->c)) == 1) {
		if (!wait_a_little(s, POLLIN | POLLOUT, until) || !take_in(s))
			return false;
	}
	if (left < 0)
		pg_lost(s);
	return left == 0;
}

bool pg_await(struct pg_session *s)
{
	int64_t until = end_of_wait(s);

	if (!pg_push(s))
		return false;
	while (pq.PQisBusy(s->c)) {
		if (!wait_a_little(s, POLLIN, until) || !take_in(s))
			return false;
	}
	return true;
}

PGresult *pg_result(struct pg_session *s)
{
	return pg_await(s) ? pq.PQgetResult(s->c) : NULL;
}
