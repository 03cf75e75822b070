/* jobs.c -- the two threads: one runs jobs, one minds the clock. */
#include "jobs/jobs.h"

#include <pthread.h>
#include <sys/prctl.h>

#include "base/arena.h"
#include "base/log.h"
#include "jobs/queue.h"

#define LOOK_EVERY_US US_PER_SECOND
#define TELL_EVERY_US (US_PER_SECOND / 4)
#define JOB_ARENA_BYTES (256u << 20)
#define DUTIES_MOST 16

struct jobs {
	struct jobs_options o;
	pthread_mutex_t lock;
	pthread_cond_t bell;            /* by the steady clock */
	pthread_t runner, clock;
	bool runs, minds;               /* threads that were started */
	atomic_bool stopping;
	bool asked;                     /* jobs_look was called */
};

/* Sleeps until then, until the bell, or until the end; false at the end. */
static bool sleep_until(struct jobs *j, int64_t until_us, bool wake_when_asked)
{
	struct timespec until = { .tv_sec = until_us / US_PER_SECOND,
		                  .tv_nsec = until_us % US_PER_SECOND * 1000 };
	int over = 0;

	pthread_mutex_lock(&j->lock);
	while (!over && !atomic_load(&j->stopping) && !(wake_when_asked && j->asked))
		over = pthread_cond_timedwait(&j->bell, &j->lock, &until);
	if (wake_when_asked)
		j->asked = false;
	pthread_mutex_unlock(&j->lock);
	return !atomic_load(&j->stopping);
}

/* ---- jobs ---- */

void job_progress(struct job *j, int64_t done, int64_t total)
{
	int64_t now = steady_us();
	bool cancel;

	if (now - j->told_us < TELL_EVERY_US && done < total)
		return;
	j->told_us = now;
	/* Progress is for people who wait: that it cannot be written stops nothing. */
	if (queue_progress(store_db(j->store), j, done, total, &cancel) != OK)
		fail_clear();
}

bool job_cancelled(struct job *j)
{
	bool cancel = false;

	if (atomic_load(&j->jobs->stopping))
		return true;
	if (queue_progress(store_db(j->store), j, 0, -1, &cancel) != OK)
		fail_clear();
	return cancel;
}

static const struct job_kind *kind_find(const struct jobs *j, struct str name)
{
	for (size_t i = 0; i < j->o.kind_count; i++)
		if (str_is(name, j->o.kinds[i].name))
			return &j->o.kinds[i];
	return NULL;
}

static void end_job(struct jobs *j, struct job *job, struct str kind, enum fail f)
{
	enum job_state state = f == OK               ? JOB_DONE
	                       : f == FAIL_CANCELLED ? JOB_CANCELLED
	                                             : JOB_FAILED;
	const char *said = fail_message();
	struct str message = f == OK ? STR("") : str_of(said[0] ? said : fail_name(f));

	/* Stopped with the server: it stays "running" and is taken up at the next start. */
	if (f == FAIL_CANCELLED && atomic_load(&j->stopping))
		return;
	log_event(f == OK ? LOG_INFO : LOG_WARNING, "job.ended", LOG_STR("kind", kind),
	          LOG_Z("state", job_state_name(state)), LOG_STR("message", message),
	          LOG_END);
	if (queue_end(store_db(j->o.store), job, state, message) != OK)
		log_event(LOG_ERROR, "job.not_ended", LOG_Z("why", fail_message()),
		          LOG_END);
}

/* True when there was one. */
static bool run_one(struct jobs *j, struct arena *a)
{
	struct job job = {
		.jobs = j, .store = j->o.store, .context = j->o.context, .arena = a
	};
	struct str kind;
	enum fail f = queue_take(store_db(j->o.store), &job, &kind);

	if (f == FAIL_NOT_FOUND)
		return false;
	if (f) {
		log_event(LOG_ERROR, "jobs.not_read", LOG_Z("why", fail_message()),
		          LOG_END);
		return false;
	}
	const struct job_kind *k = kind_find(j, kind);
	fail_clear();
	f = k ? k->run(&job)
	      : fail_say(FAIL_NOT_FOUND, "this version knows no such kind of job");
	if (f == OK && arena_failed(a))
		f = FAIL_MEMORY;
	end_job(j, &job, kind, f);
	return true;
}

static void *run_jobs(void *arg)
{
	struct jobs *j = arg;

	prctl(PR_SET_NAME, "jobs", 0, 0, 0);
	while (!atomic_load(&j->stopping)) {
		struct arena *a = arena_new(JOB_ARENA_BYTES);
		bool worked = a && run_one(j, a);
		arena_free(a);
		if (!worked && !sleep_until(j, steady_us() + LOOK_EVERY_US, true))
			break;
	}
	return NULL;
}

/* ---- the clock ---- */

static void do_duty(struct jobs *j, const struct clock_duty *d)
{
	int64_t count = 0;

	fail_clear();
	enum fail f = d->run(j->o.store, j->o.context, &count);
	if (f)
		log_event(LOG_ERROR, "clock.failed", LOG_Z("duty", d->name),
		          LOG_Z("why", fail_message()[0] ? fail_message() : fail_name(f)),
		          LOG_END);
	else if (count)
		log_event(LOG_INFO, "clock.done", LOG_Z("duty", d->name),
		          LOG_INT("count", count), LOG_END);
}

static void *mind_clock(void *arg)
{
	struct jobs *j = arg;
	int64_t due[DUTIES_MOST];
	int64_t next = steady_us() + US_PER_SECOND; /* not in the way of the first page */

	prctl(PR_SET_NAME, "clock", 0, 0, 0);
	for (size_t i = 0; i < j->o.duty_count; i++)
		due[i] = next;
	while (sleep_until(j, next, false)) {
		int64_t now = steady_us();
		next = now + 3600 * US_PER_SECOND;
		for (size_t i = 0; i < j->o.duty_count && !atomic_load(&j->stopping); i++) {
			if (due[i] <= now) {
				do_duty(j, &j->o.duties[i]);
				due[i] = now + j->o.duties[i].every_s * US_PER_SECOND;
			}
			next = due[i] < next ? due[i] : next;
		}
	}
	return NULL;
}

/* ---- from outside ---- */

static void make_bell(struct jobs *j)
{
	pthread_condattr_t steady;

	pthread_mutex_init(&j->lock, NULL);
	pthread_condattr_init(&steady);
	pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
	pthread_cond_init(&j->bell, &steady);
	pthread_condattr_destroy(&steady);
}

enum fail jobs_start(struct jobs **out, const struct jobs_options *o)
{
	struct jobs *j = calloc(1, sizeof *j);

	if (!j)
		return fail_say(FAIL_MEMORY, "no memory for jobs");
	if (o->duty_count > DUTIES_MOST)
		BUG("%zu duties of the clock", o->duty_count);
	j->o = *o;
	make_bell(j);
	enum fail f = queue_prepare(store_db(o->store));
	j->runs = f == OK && pthread_create(&j->runner, NULL, run_jobs, j) == 0;
	j->minds = j->runs && pthread_create(&j->clock, NULL, mind_clock, j) == 0;
	if (f == OK && !j->minds)
		f = fail_say(FAIL_MEMORY, "cannot start a thread for jobs");
	if (f) {
		jobs_stop(j);
		return f;
	}
	*out = j;
	return OK;
}

static void ring(struct jobs *j)
{
	pthread_mutex_lock(&j->lock);
	j->asked = true;
	pthread_cond_broadcast(&j->bell);
	pthread_mutex_unlock(&j->lock);
}

void jobs_look(struct jobs *j)
{
	ring(j);
}

void jobs_stop(struct jobs *j)
{
	if (!j)
		return;
	atomic_store(&j->stopping, true);
	ring(j);
	if (j->runs)
		pthread_join(j->runner, NULL);
	if (j->minds)
		pthread_join(j->clock, NULL);
	pthread_cond_destroy(&j->bell);
	pthread_mutex_destroy(&j->lock);
	free(j);
}
