/*
 * lanes.c -- queues with their own threads, so that a slow export does not stop a page, nor
 * a change that waits for the database those who read, nor both a monitor that asks whether
 * anybody is there.
 */
#include "http/internal.h"

#include <sys/prctl.h>

#include "base/patience.h"
#include "base/time.h"

#define FAST_SECONDS 20                 /* of a page; then others have its thread */
#define ANSWER_SECONDS 5 /* of the deadline, left to say that it took too long */

const char *const http_lane_names[LANES] = { "fast", "slow", "change", "watch" };

struct lane_thread {
	struct http_server *server;
	enum lane lane;
};

static struct exchange *take(struct lane_queue *l)
{
	struct exchange *x = NULL;

	pthread_mutex_lock(&l->lock);
	while (l->count == 0 && !l->stopping)
		pthread_cond_wait(&l->came, &l->lock);
	if (l->count) {
		x = l->at[l->first];
		l->first = (l->first + 1) % LANE_MOST;
		l->count--;
	}
	pthread_mutex_unlock(&l->lock);
	return x;
}

/* Whoever was queued for long has that much less time. */
static int64_t limit_of(const struct http_server *s, enum lane lane,
                        const struct exchange *x)
{
	int64_t all = s->o.request_deadline_s * US_PER_SECOND;
	int64_t room = all - ANSWER_SECONDS * US_PER_SECOND;
	int64_t most = room > all / 2 ? room : all / 2;

	if (lane != LANE_SLOW && most > FAST_SECONDS * US_PER_SECOND)
		most = FAST_SECONDS * US_PER_SECOND;
	return x->whole_us + most;
}

/*
 * From here on the library owns the exchange: after the resume nothing of it may be
 * touched, except by a stream, which has a reference of its own.
 */
static void work(struct http_server *s, enum lane lane, struct exchange *x)
{
	int64_t began = x->began_us;
	bool streams;

	patience_set((struct patience){ limit_of(s, lane, x), &x->link->cancelled });
	answer_make(x);
	streams = x->stream != NULL;
	if (streams)
		atomic_fetch_add(&x->references, 1);
	atomic_store(&x->stage, READY);
	MHD_resume_connection(x->connection);
	if (streams) {
		stream_run(x);
		exchange_release(x);
	}
	atomic_fetch_add(&s->took_us[lane], (unsigned long)(steady_us() - began));
}

static void *lane_run(void *arg)
{
	struct lane_thread t = *(struct lane_thread *)arg;
	struct exchange *x;

	free(arg);
	prctl(PR_SET_NAME, http_lane_names[t.lane], 0, 0, 0);
	while ((x = take(&t.server->lanes[t.lane])))
		work(t.server, t.lane, x);
	return NULL;
}

static enum lane lane_of(const struct exchange *x)
{
	enum lane lane = x->route ? x->route->lane : LANE_FAST;

	return lane == LANE_FAST && !(x->q.method & (GET | HEAD)) ? LANE_CHANGE : lane;
}

bool lane_put(struct http_server *s, struct exchange *x)
{
	struct lane_queue *l = &s->lanes[lane_of(x)];

	x->whole_us = steady_us();
	pthread_mutex_lock(&l->lock);
	bool room = l->count < LANE_MOST && !l->stopping;
	if (room) {
		l->at[(l->first + l->count++) % LANE_MOST] = x;
		pthread_cond_signal(&l->came);
	}
	pthread_mutex_unlock(&l->lock);
	return room;
}

static enum fail start_one(struct http_server *s, enum lane lane)
{
	struct lane_queue *l = &s->lanes[lane];
	struct lane_thread *t = malloc(sizeof *t);

	if (!t)
		return fail_say(FAIL_MEMORY, "no memory for a lane");
	*t = (struct lane_thread){ s, lane };
	if (pthread_create(&l->threads[l->thread_count], NULL, lane_run, t) != 0) {
		free(t);
		return fail_say(FAIL_MEMORY, "cannot start a thread for requests");
	}
	l->thread_count++;
	return OK;
}

enum fail lanes_start(struct http_server *s)
{
	const int wanted[LANES] = { s->o.fast_threads, s->o.slow_threads, s->o.fast_threads,
		                    1 };
	enum fail f = OK;

	for (int lane = 0; lane < LANES; lane++) {
		pthread_mutex_init(&s->lanes[lane].lock, NULL);
		pthread_cond_init(&s->lanes[lane].came, NULL);
	}
	for (int lane = 0; lane < LANES; lane++)
		for (int i = 0; i < wanted[lane] && f == OK; i++)
			f = start_one(s, (enum lane)lane);
	return f;
}

/* What still waits is answered too (its handlers see that they are cancelled). */
void lanes_stop(struct http_server *s)
{
	for (int lane = 0; lane < LANES; lane++) {
		struct lane_queue *l = &s->lanes[lane];
		pthread_mutex_lock(&l->lock);
		l->stopping = true;
		pthread_cond_broadcast(&l->came);
		pthread_mutex_unlock(&l->lock);
	}
	for (int lane = 0; lane < LANES; lane++)
		for (int i = 0; i < s->lanes[lane].thread_count; i++)
			pthread_join(s->lanes[lane].threads[i], NULL);
}
