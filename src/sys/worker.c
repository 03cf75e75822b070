/* worker.c -- prepared processes, each good for one question. */
#include "sys/worker.h"

#include <pthread.h>
#include <unistd.h>

#include "base/text.h"
#include "base/time.h"

#define POOL_MOST 16

struct worker_pool {
	pthread_mutex_t lock;
	pthread_cond_t came;            /* by the steady clock */
	int channels[POOL_MOST];
	size_t ready;
};

struct worker_pool *worker_pool_new(void)
{
	struct worker_pool *p = calloc(1, sizeof *p);
	pthread_condattr_t steady;

	if (!p)
		return NULL;
	pthread_mutex_init(&p->lock, NULL);
	pthread_condattr_init(&steady);
	pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
	pthread_cond_init(&p->came, &steady);
	pthread_condattr_destroy(&steady);
	return p;
}

void worker_pool_free(struct worker_pool *p)
{
	if (!p)
		return;
	while (p->ready)
		close(p->channels[--p->ready]);
	pthread_cond_destroy(&p->came);
	pthread_mutex_destroy(&p->lock);
	free(p);
}

void worker_pool_add(struct worker_pool *p, int channel)
{
	pthread_mutex_lock(&p->lock);
	bool room = p->ready < POOL_MOST;
	if (room)
		p->channels[p->ready++] = channel;
	pthread_cond_signal(&p->came);
	pthread_mutex_unlock(&p->lock);
	if (!room)
		close(channel);
}

size_t worker_pool_ready(struct worker_pool *p)
{
	pthread_mutex_lock(&p->lock);
	size_t n = p->ready;
	pthread_mutex_unlock(&p->lock);
	return n;
}

/* A channel, or -1 when none came free until then. */
static int take(struct worker_pool *p, int64_t until_us)
{
	struct timespec until = { .tv_sec = until_us / US_PER_SECOND,
		                  .tv_nsec = until_us % US_PER_SECOND * 1000 };
	int channel = -1, failed = 0;

	pthread_mutex_lock(&p->lock);
	while (p->ready == 0 && !failed)
		failed = pthread_cond_timedwait(&p->came, &p->lock, &until);
	if (p->ready)
		channel = p->channels[--p->ready];
	pthread_mutex_unlock(&p->lock);
	return channel;
}

static int left_ms(int64_t until_us)
{
	int64_t left = until_us - steady_us();

	return left > 0 ? (int)((left + 999) / 1000) : 0;
}

enum fail worker_pool_ask(struct worker_pool *p, struct arena *a, int timeout_ms,
                          const struct channel_message *question,
                          struct channel_message *answer)
{
	int64_t until = steady_us() + (int64_t)timeout_ms * 1000;
	enum fail f;

	do {
		int channel = take(p, until);
		if (channel < 0)
			return fail_say(FAIL_BUSY, "every reader of documents is busy");
		/* A process that ended before it was asked is passed over. */
		f = channel_send(channel, question);
		if (f == OK)
			f = channel_receive(channel, a, left_ms(until), answer);
		else if (f == FAIL_NOT_FOUND)
			f = FAIL_CANCELLED;
		close(channel);
	} while (f == FAIL_CANCELLED && steady_us() < until);
	if (f == FAIL_NOT_FOUND || f == FAIL_CANCELLED)
		return fail_say(FAIL_IO, "the reader of documents ended without an answer");
	return f;
}
