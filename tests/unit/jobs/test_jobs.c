/* test_jobs.c -- jobs run once, tell how far they are, can be cancelled, survive a restart.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>
#undef fail

#include "base/arena.h"
#include "jobs/jobs.h"
#include "store/tenant.h"

static struct store *store;
static struct arena *arena;
static struct jobs *jobs;
static struct actor actor;
static char folder[] = "/tmp/wardroom-jobs-XXXXXX";
static atomic_int runs, clock_runs;

static enum fail count_up(struct job *j)
{
	atomic_fetch_add(&runs, 1);
	for (int i = 1; i <= 10; i++)
		job_progress(j, i, 10);
	j->result = j->args;
	return OK;
}

static enum fail wait_long(struct job *j)
{
	atomic_fetch_add(&runs, 1);
	while (!job_cancelled(j))
		usleep(5000);
	return FAIL_CANCELLED;
}

static enum fail go_wrong(struct job *j)
{
	(void)j;
	return fail_say(FAIL_IO, "the printer is on fire");
}

static enum fail tick(struct store *s, void *context, int64_t *count)
{
	(void)s;
	(void)context;
	*count = 0;
	atomic_fetch_add(&clock_runs, 1);
	return OK;
}

static const struct job_kind kinds[] = {
	{ "count", count_up },
	{ "wait", wait_long },
	{ "wrong", go_wrong },
};
static const struct clock_duty duties[] = { { "tick", 1, tick } };

struct asking {
	const char *kind;
	struct id id;
	struct job_view view;
};

static enum fail add(struct act *a, void *arg)
{
	struct asking *q = arg;

	return job_add(a, q->kind, STR("{\"n\":1}"), &q->id);
}

static enum fail see(struct act *a, void *arg)
{
	struct asking *q = arg;

	return job_get(a, q->id, &q->view);
}

static enum fail cancel(struct act *a, void *arg)
{
	struct asking *q = arg;

	return job_cancel(a, q->id);
}

static void start_jobs(void)
{
	const struct jobs_options o = { .store = store,
		                        .kinds = kinds,
		                        .kind_count = COUNT(kinds),
		                        .duties = duties,
		                        .duty_count = COUNT(duties) };

	assert_int_equal(jobs_start(&jobs, &o), OK);
}

static void added(struct asking *q)
{
	assert_int_equal(store_write(store, &actor, arena, add, q), OK);
	jobs_look(jobs);
}

static void until(struct asking *q, enum job_state wanted)
{
	for (int i = 0; i < 500; i++) {
		assert_int_equal(store_read(store, &actor, arena, see, q), OK);
		if (q->view.state == wanted)
			return;
		usleep(10000);
	}
	assert_string_equal(job_state_name(q->view.state), job_state_name(wanted));
}

static void run_to_the_end(void **state)
{
	struct asking q = { .kind = "count" };

	(void)state;
	added(&q);
	until(&q, JOB_DONE);
	assert_int_equal(q.view.done, 10);
	assert_int_equal(q.view.total, 10);
	assert_true(str_is(q.view.result, "{\"n\":1}"));
	assert_true(q.view.ended_at.us >= q.view.started_at.us);
}

static void failures_are_kept(void **state)
{
	struct asking wrong = { .kind = "wrong" }, unknown = { .kind = "unheard of" };

	(void)state;
	added(&wrong);
	added(&unknown);
	until(&wrong, JOB_FAILED);
	assert_true(str_is(wrong.view.message, "the printer is on fire"));
	until(&unknown, JOB_FAILED);
}

static void cancelling(void **state)
{
	struct asking running = { .kind = "wait" }, queued = { .kind = "count" };
	int before = atomic_load(&runs);

	(void)state;
	added(&running);
	until(&running, JOB_RUNNING);
	added(&queued);
	assert_int_equal(store_write(store, &actor, arena, cancel, &queued), OK);
	assert_int_equal(store_write(store, &actor, arena, cancel, &running), OK);
	until(&running, JOB_CANCELLED);
	until(&queued, JOB_CANCELLED);
	assert_int_equal(atomic_load(&runs), before + 1);
}

static void others_are_not_seen(void **state)
{
	struct asking q = { .kind = "count" };
	struct actor other = actor;

	(void)state;
	added(&q);
	other.user = id_new();
	assert_int_equal(store_read(store, &other, arena, see, &q), FAIL_NOT_FOUND);
	other = actor;
	other.org = id_new();
	assert_int_equal(store_read(store, &other, arena, see, &q), FAIL_NOT_FOUND);
	until(&q, JOB_DONE);
}

/* Stopped in the middle: it is taken up again at the next start. */
static void survive_a_restart(void **state)
{
	struct asking q = { .kind = "wait" };
	int before;

	(void)state;
	added(&q);
	until(&q, JOB_RUNNING);
	before = atomic_load(&runs);
	jobs_stop(jobs);
	start_jobs();
	until(&q, JOB_RUNNING);
	for (int i = 0; i < 300 && atomic_load(&runs) == before; i++)
		usleep(10000);
	assert_int_equal(atomic_load(&runs), before + 1);
	assert_int_equal(store_write(store, &actor, arena, cancel, &q), OK);
	until(&q, JOB_CANCELLED);
}

static void the_clock(void **state)
{
	(void)state;
	int before = atomic_load(&clock_runs);
	for (int i = 0; i < 400 && atomic_load(&clock_runs) == before; i++)
		usleep(10000);
	assert_true(atomic_load(&clock_runs) > before);
}

static int start(void **state)
{
	char db[64];
	struct refusal why;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(db, sizeof db, "%s/a.db", folder);
	arena = arena_new(64 << 20);
	why = refusal_on(arena);
	const struct store_options o = { .db = db,
		                         .registry = &all_records,
		                         .create = true };
	assert_int_equal(store_open(&store, &o), OK);
	assert_int_equal(tenant_create(store, STR("A"), STR("A"), STR("America/Vancouver"),
	                               &why, &actor.org),
	                 OK);
	actor = tenant_system(actor.org, STR("test"));
	actor.user = id_new();
	start_jobs();
	return 0;
}

static int stop(void **state)
{
	char command[100];

	(void)state;
	jobs_stop(jobs);
	store_close(store);
	arena_free(arena);
	snprintf(command, sizeof command, "rm -r %s", folder);
	return system(command);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(run_to_the_end),
		cmocka_unit_test(failures_are_kept),
		cmocka_unit_test(cancelling),
		cmocka_unit_test(others_are_not_seen),
		cmocka_unit_test(survive_a_restart),
		cmocka_unit_test(the_clock),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
