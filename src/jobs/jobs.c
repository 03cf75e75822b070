/* jobs.c -- the threads: some run jobs, one minds the clock and the leases. */
#include "jobs/jobs.h"

#include <pthread.h>
#include <sys/prctl.h>

#include "base/arena.h"
#include "base/log.h"
#include "identity/identity.h"
#include "jobs/queue.h"
#include "jobs/turns.h"

#define LOOK_EVERY_US US_PER_SECOND
#define TELL_EVERY_US (US_PER_SECOND / 4)
#define JOB_ARENA_BYTES (256u << 20)
#define PIECE_CEILING (512u << 10)
#define DUTIES_MOST 16
#define RUNNERS_MOST 8

struct jobs {
	struct jobs_options o;
	pthread_mutex_t lock;
	pthread_cond_t bell;            /* by the steady clock */
	pthread_t runners[RUNNERS_MOST], clock;
	int runs;                       /* runners that were started */
	bool minds;
	atomic_int busy;                /* jobs being run here */
	struct id holder;               /* of the leases that this process has */
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

void job_progress(struct job *j, const char *doing, int64_t done, int64_t total)
{
	int64_t now = steady_us();
	bool cancel = false;

	if (now - j->told_us < TELL_EVERY_US)
		return;
	j->told_us = j->asked_us = now;
	/* Progress is for people who wait: that it cannot be written stops nothing. */
	if (queue_progress(store_db(j->store), j, doing, done, total, &cancel) != OK)
		fail_clear();
	j->cancelled = j->cancelled || cancel;
}

bool job_cancelled(struct job *j)
{
	int64_t now = steady_us();
	bool cancel = false;

	if (atomic_load(&j->jobs->stopping) || j->cancelled)
		return true;
	if (now - j->asked_us < TELL_EVERY_US)
		return false;
	j->asked_us = now;
	if (queue_asked_to_cancel(store_db(j->store), j, &cancel) != OK)
		fail_clear();
	j->cancelled = cancel;
	return cancel;
}

const struct job_kind *job_kind_named(const struct jobs *j, struct str name)
{
	for (size_t i = 0; i < j->o.kind_count; i++)
		if (str_is(name, j->o.kinds[i]->name))
			return j->o.kinds[i];
	return NULL;
}

static struct str args_text(struct arena *a, const struct json *args)
{
	return args ? json_canonical(a, args) : STR("");
}

enum fail job_ask(struct jobs *j, struct act *a, struct str kind, const struct json *args,
                  struct refusal *why, struct id *out)
{
	const struct job_kind *k = job_kind_named(j, kind);

	if (!k || !k->accept) {
		refuse_with(
			why, FIELD_NONE,
			MESSAGE1("there is no job \"%1\" to ask for",
		                 str_printable(a->arena, str_cut_utf8(kind, 60))),
			MESSAGE("The reference of the API names those that there are."));
		return FAIL_REFUSED;
	}
	if (!args || args->kind != JSON_OBJECT) {
		refuse(why, FIELD_NONE, "the arguments of a job are an object", NULL);
		return FAIL_REFUSED;
	}
	enum fail f = k->accept(a, j->o.context, args, why);
	return f == OK ? job_add(a, k->name, args_text(a->arena, args), why, out) : f;
}

static void log_end(const struct job *job, struct str kind, enum job_state state,
                    struct str message)
{
	log_event(state == JOB_FAILED ? LOG_WARNING : LOG_INFO, "job.ended",
	          LOG_STR("kind", kind), LOG_STR("job", id_text(job->arena, job->id)),
	          LOG_Z("state", job_state_name(state)), LOG_STR("message", message),
	          LOG_END);
}

static void end_job(struct jobs *j, struct job *job, const struct job_kind *k,
                    struct str kind, enum fail f)
{
	enum job_state state = f == OK               ? JOB_DONE
	                       : f == FAIL_CANCELLED ? JOB_CANCELLED
	                                             : JOB_FAILED;
	const char *said = fail_message();
	struct str message = f == OK ? STR("")
	                             : str_copy(job->arena,
	                                        str_of(said[0] ? said : fail_name(f)));
	struct db *db = store_db(j->o.store);

	if (job->committed && f == OK) {
		log_end(job, kind, state, message);
		return;
	}
	if (f == FAIL_CANCELLED && atomic_load(&j->stopping)) {
		if (queue_give_back(db, job) != OK)
			fail_clear();
		return;
	}
	if (queue_end(db, job, &state, message) != OK)
		log_event(LOG_ERROR, "job.not_ended", LOG_Z("why", fail_message()),
		          LOG_END);
	if (state != JOB_DONE && k && k->drop)
		k->drop(job);
	log_end(job, kind, state, message);
}

/* ---- whose job it is ---- */

static enum fail act_as(struct job *job, const struct claim *c)
{
	struct actor *actor = ARENA_NEW(job->arena, struct actor);
	struct actor *account;

	if (c->by_program) {
		*actor = system_actor(job->org, "jobs");
		actor->user = c->asker.user;
		actor->lang = c->asker.lang;
		job->actor = actor;
		return OK;
	}
	enum fail f =
		actor_of_user(job->store, job->arena, job->org, c->asker.user, &account);
	if (f != OK)
		return f;
	*actor = *account;
	actor->lang = c->asker.lang;
	actor->by_token = c->asker.by_token;
	actor->token_read_only = c->asker.token_read_only;
	actor->token_scopes = c->asker.token_scopes;
	actor->token_scope_count = c->asker.token_scope_count;
	job->actor = actor;
	return OK;
}

static enum fail read_args(struct job *job, struct str args)
{
	struct json *read = NULL;
	struct json_error error;
	enum fail f = args.n > 0 ? json_read(job->arena, args, &read, &error) : OK;

	job->args = read;
	return f;
}

static enum fail do_job(struct job *job, const struct job_kind *k, const struct claim *c)
{
	if (!k)
		return fail_say(FAIL_NOT_FOUND, "this version knows no such kind of job");
	enum fail f = read_args(job, c->args);
	if (f == OK && c->cancelled)
		return FAIL_CANCELLED;
	if (f == OK && job->attempt > JOB_ATTEMPTS)
		return fail_say(FAIL_IO, "the server ended while this ran, each time");
	if (f == OK)
		f = act_as(job, c);
	if (f == OK)
		f = k->run(job);
	if (f == OK && !job->committed)
		f = job_flush(job);
	return f == OK && arena_failed(job->arena) ? FAIL_MEMORY : f;
}

/* True when there was one. */
static bool run_one(struct jobs *j, struct arena *a)
{
	struct job job = {
		.jobs = j,
		.store = j->o.store,
		.context = j->o.context,
		.arena = a,
		.holder = j->holder,
		.why = refusal_on(a),
		.piece = text_on(a, PIECE_CEILING),
	};
	struct claim c;
	enum fail f = queue_take(store_db(j->o.store), &job, &c);

	if (f == FAIL_NOT_FOUND)
		return false;
	if (f) {
		log_event(LOG_ERROR, "jobs.not_read", LOG_Z("why", fail_message()),
		          LOG_END);
		return false;
	}
	const struct job_kind *k = job_kind_named(j, c.kind);
	fail_clear();
	atomic_fetch_add(&j->busy, 1);
	f = do_job(&job, k, &c);
	end_job(j, &job, k, c.kind, f);
	atomic_fetch_sub(&j->busy, 1);
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

static void clock_failed(const struct clock_duty *d, enum fail f)
{
	log_event(LOG_ERROR, "clock.failed", LOG_Z("duty", d->name),
	          LOG_Z("why", fail_message()[0] ? fail_message() : fail_name(f)), LOG_END);
}

static enum fail run_duty(struct jobs *j, const struct clock_duty *d)
{
	int64_t count = 0;
	enum fail f = d->run(j->o.store, j->o.context, &count);

	if (f)
		clock_failed(d, f);
	else if (count)
		log_event(LOG_INFO, "clock.done", LOG_Z("duty", d->name),
		          LOG_INT("count", count), LOG_END);
	return f;
}

/* Where other servers share the database, one of them does it.  After a failure it is
 * anybody's at once. */
static void do_duty(struct jobs *j, const struct clock_duty *d)
{
	struct db *db = store_db(j->o.store);
	bool ours = j->o.alone;

	fail_clear();
	enum fail f = ours ? OK : turn_take(db, d->name, j->holder, &ours);
	if (f)
		clock_failed(d, f);
	if (!ours)
		return;
	f = run_duty(j, d);
	/* A little less, or the next look would come a moment too early. */
	int64_t wait = f ? 0 : d->every_s * US_PER_SECOND - LOOK_EVERY_US;
	if (!j->o.alone && turn_give(db, d->name, j->holder, wait) != OK)
		clock_failed(d, FAIL_IO);
}

/* Leases are renewed for all that run here, however long one step of theirs takes. */
static void keep_leases(struct jobs *j)
{
	if (atomic_load(&j->busy) > 0 &&
	    queue_renew(store_db(j->o.store), j->holder) != OK)
		log_event(LOG_ERROR, "jobs.not_renewed", LOG_Z("why", fail_message()),
		          LOG_END);
}

static void *mind_clock(void *arg)
{
	struct jobs *j = arg;
	int64_t due[DUTIES_MOST];
	int64_t next = steady_us() + US_PER_SECOND; /* not in the way of the first page */
	int64_t renew = next + JOB_RENEW_EVERY_US;

	prctl(PR_SET_NAME, "clock", 0, 0, 0);
	for (size_t i = 0; i < j->o.duty_count; i++)
		due[i] = next;
	while (sleep_until(j, next, false)) {
		int64_t now = steady_us();
		if (renew <= now) {
			keep_leases(j);
			renew = now + JOB_RENEW_EVERY_US;
		}
		next = renew;
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

static enum fail start_threads(struct jobs *j)
{
	int wanted = j->o.runners > 0 ? j->o.runners : 1;

	while (j->runs < wanted && j->runs < RUNNERS_MOST &&
	       pthread_create(&j->runners[j->runs], NULL, run_jobs, j) == 0)
		j->runs++;
	j->minds = j->runs > 0 && pthread_create(&j->clock, NULL, mind_clock, j) == 0;
	return j->minds ? OK : fail_say(FAIL_MEMORY, "cannot start a thread for jobs");
}

enum fail jobs_start(struct jobs **out, const struct jobs_options *o)
{
	struct jobs *j = calloc(1, sizeof *j);

	if (!j)
		return fail_say(FAIL_MEMORY, "no memory for jobs");
	if (o->duty_count > DUTIES_MOST)
		BUG("%zu duties of the clock", o->duty_count);
	j->o = *o;
	j->holder = id_new();
	make_bell(j);
	enum fail f = queue_prepare(store_db(o->store), o->alone);
	if (f == OK)
		f = start_threads(j);
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
	for (int i = 0; i < j->runs; i++)
		pthread_join(j->runners[i], NULL);
	if (j->minds)
		pthread_join(j->clock, NULL);
	pthread_cond_destroy(&j->bell);
	pthread_mutex_destroy(&j->lock);
	free(j);
}
