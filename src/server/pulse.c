/* pulse.c -- one thread asks the database for all who want to know. */
#include "server/pulse.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <time.h>

#define WAIT_US (2 * US_PER_SECOND)

struct pulse {
	struct db *db;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wanted_one, ended_one;
	uint64_t wanted, begun, ended;  /* questions; the last one begun or ended */
	int64_t since_us;               /* the one being asked: when it began */
	bool answered;                  /* the last one that ended */
	bool stopping;
};

static void *ask(void *arg)
{
	struct pulse *p = arg;

	prctl(PR_SET_NAME, "pulse", 0, 0, 0);
	pthread_mutex_lock(&p->lock);
	while (!p->stopping) {
		if (p->wanted <= p->begun) {
			pthread_cond_wait(&p->wanted_one, &p->lock);
			continue;
		}
		p->begun++;
		p->since_us = steady_us();
		pthread_mutex_unlock(&p->lock);
		bool answered = db_answers(p->db) == OK;
		pthread_mutex_lock(&p->lock);
		p->ended = p->begun;
		p->answered = answered;
		pthread_cond_broadcast(&p->ended_one);
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

enum fail pulse_start(struct pulse **out, struct db *db)
{
	struct pulse *p = calloc(1, sizeof *p);
	pthread_condattr_t steady;

	if (!p)
		return fail_say(FAIL_MEMORY, "no memory to watch the database");
	p->db = db;
	pthread_mutex_init(&p->lock, NULL);
	pthread_condattr_init(&steady);
	pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
	pthread_cond_init(&p->wanted_one, &steady);
	pthread_cond_init(&p->ended_one, &steady);
	pthread_condattr_destroy(&steady);
	if (pthread_create(&p->thread, NULL, ask, p) != 0) {
		free(p);
		return fail_say(FAIL_MEMORY, "cannot start a thread for the database");
	}
	*out = p;
	return OK;
}

bool pulse_beats(struct pulse *p)
{
	pthread_mutex_lock(&p->lock);
	/* One that is being asked now may have been answered before. */
	uint64_t mine = p->begun + 1;
	bool asking = p->ended < p->begun;
	int64_t until = (asking ? p->since_us : steady_us()) + WAIT_US;
	const struct timespec end = { .tv_sec = until / US_PER_SECOND,
		                      .tv_nsec = until % US_PER_SECOND * 1000 };

	if (p->wanted < mine)
		p->wanted = mine;
	pthread_cond_signal(&p->wanted_one);
	while (p->ended < mine && steady_us() < until)
		pthread_cond_timedwait(&p->ended_one, &p->lock, &end);
	bool beats = p->ended >= mine && p->answered;
	pthread_mutex_unlock(&p->lock);
	return beats;
}

void pulse_stop(struct pulse *p)
{
	if (!p)
		return;
	pthread_mutex_lock(&p->lock);
	p->stopping = true;
	pthread_cond_signal(&p->wanted_one);
	pthread_mutex_unlock(&p->lock);
	pthread_join(p->thread, NULL);
	pthread_cond_destroy(&p->wanted_one);
	pthread_cond_destroy(&p->ended_one);
	pthread_mutex_destroy(&p->lock);
	free(p);
}
