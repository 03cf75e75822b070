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
#include "jobs/queue.h"
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
		job_progress(j, "counting", i, 10);
	j->said = MESSAGE1("counted to %1", json_string(j->args, "n"));
	j->record = STR("plan/PLN-0001");
	return OK;
}

/* Three pieces and a bit. */
static enum fail make_file(struct job *j)
{
	char line[1000];
	enum fail f = OK;

	memset(line, 'x', sizeof line);
	j->file_name = STR("x.txt");
	j->file_media = STR("text/plain");
	for (int i = 0; f == OK && i < 800; i++)
		f = job_write(j, (struct str){ line, sizeof line });
	return json_member(j->args, "wrong") ? fail_say(FAIL_IO, "the paper is out") : f;
}

static enum fail refuse_it(struct job *j)
{
	refuse_with(&j->why, FIELD_NONE, MESSAGE1("%1 is too large", STR("it")),
	            MESSAGE("Make it smaller."));
	return FAIL_REFUSED;
}

/* Commits after it was cancelled, which must not count. */
static atomic_int drops, released;

static enum fail commit_it(struct act *a, void *arg)
{
	return job_commit(arg, a);
}

static enum fail commit_late(struct job *j)
{
	atomic_fetch_add(&runs, 1);
	for (int i = 0; i < 1000 && !atomic_load(&released); i++)
		usleep(5000);
	return store_write(j->store, j->actor, j->arena, commit_it, j);
}

static void count_drop(struct job *j)
{
	(void)j;
	atomic_fetch_add(&drops, 1);
}

static enum fail accept_small(struct act *a, void *context, const struct json *args,
                              struct refusal *why)
{
	(void)a;
	(void)context;
	if (json_string(args, "n").n <= 1)
		return OK;
	refuse(why, FIELD_NONE, "that is too much", NULL);
	return FAIL_REFUSED;
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

static const struct job_kind count_kind = { .name = "count",
	                                    .accept = accept_small,
	                                    .run = count_up };
static const struct job_kind wait_kind = { .name = "wait",
	                                   .run = wait_long,
	                                   .drop = count_drop };
static const struct job_kind wrong_kind = { .name = "wrong", .run = go_wrong };
static const struct job_kind file_kind = { .name = "file", .run = make_file };
static const struct job_kind refuse_kind = { .name = "refuse", .run = refuse_it };
static const struct job_kind late_kind = { .name = "late",
	                                   .run = commit_late,
	                                   .drop = count_drop };
static const struct job_kind *const kinds[] = { &count_kind, &wait_kind,   &wrong_kind,
	                                        &file_kind,  &refuse_kind, &late_kind };
static const struct clock_duty duties[] = { { "tick", 1, tick } };

struct asking {
	const char *kind, *args;
	struct id id;
	struct job_view view;
	struct refusal why;
	int64_t place;
	struct str piece;
};

static enum fail add(struct act *a, void *arg)
{
	struct asking *q = arg;

	q->why = refusal_on(arena);
	return job_add(a, q->kind, str_of(q->args ? q->args : "{\"n\":\"1\"}"), &q->why,
	               &q->id);
}

static enum fail see(struct act *a, void *arg)
{
	struct asking *q = arg;

	return job_get(a, q->id, &q->view);
}

static enum fail fetch(struct act *a, void *arg)
{
	struct asking *q = arg;

	return job_piece(a, q->id, q->place, &q->piece);
}

static enum fail cancel_it(struct act *a, void *arg)
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
		                        .duty_count = COUNT(duties),
		                        .alone = true };

	assert_int_equal(jobs_start(&jobs, &o), OK);
}

static void added_to_none(struct asking *q)
{
	assert_int_equal(store_write(store, &actor, arena, add, q), OK);
}

static void added(struct asking *q)
{
	added_to_none(q);
	jobs_look(jobs);
}

/* Waiting ends when what is awaited is there; the ceiling is for code that is broken. */
#define LOOKS_MOST 6000

static void until_counted(atomic_int *count, int wanted)
{
	for (int i = 0; i < LOOKS_MOST && atomic_load(count) < wanted; i++)
		usleep(10000);
	assert_int_equal(atomic_load(count), wanted);
}

static void until(struct asking *q, enum job_state wanted)
{
	for (int i = 0; i < LOOKS_MOST; i++) {
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
	assert_int_equal(q.view.total, 10);
	assert_true(str_is(q.view.doing, "counting"));
	assert_string_equal(q.view.said.id, "counted to %1");
	assert_true(str_is(q.view.said.args[0], "1"));
	assert_true(str_is(q.view.record, "plan/PLN-0001"));
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
	assert_int_equal(store_write(store, &actor, arena, cancel_it, &queued), OK);
	assert_int_equal(store_write(store, &actor, arena, cancel_it, &running), OK);
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

/* Stopped in the middle: it is taken up again at the next start.  A job counts as running
 * from its claim on, a moment before its work begins, so the work itself is counted. */
static void survive_a_restart(void **state)
{
	struct asking q = { .kind = "wait" };
	int before = atomic_load(&runs);

	(void)state;
	added(&q);
	until_counted(&runs, before + 1);
	jobs_stop(jobs);
	start_jobs();
	until_counted(&runs, before + 2);
	assert_int_equal(store_write(store, &actor, arena, cancel_it, &q), OK);
	until(&q, JOB_CANCELLED);
}

/* Another process took it meanwhile: what the first one still says does not count. */
static void a_lost_lease(void **state)
{
	struct asking q = { .kind = "wait" };
	struct job other = { .store = store, .arena = arena, .holder = id_new() };
	struct claim c;
	bool cancel = false;
	enum job_state end = JOB_DONE;

	(void)state;
	jobs_stop(jobs);
	added_to_none(&q);
	assert_int_equal(queue_take(store_db(store), &other, &c), OK);
	assert_true(id_equal(other.id, q.id));
	struct job second = { .store = store, .arena = arena, .holder = id_new() };
	assert_int_equal(queue_take(store_db(store), &second, &c), FAIL_NOT_FOUND);
	second = other;
	second.holder = id_new();
	assert_int_equal(
		queue_progress(store_db(store), &second, "stealing", 1, 2, &cancel), OK);
	assert_true(cancel);
	assert_int_equal(queue_end(store_db(store), &second, &end, STR("")), OK);
	assert_int_equal(store_read(store, &actor, arena, see, &q), OK);
	assert_int_equal(q.view.state, JOB_RUNNING);
	assert_int_equal(queue_give_back(store_db(store), &other), OK);
	start_jobs();
	assert_int_equal(store_write(store, &actor, arena, cancel_it, &q), OK);
	until(&q, JOB_CANCELLED);
}

static void files_in_pieces(void **state)
{
	struct asking q = { .kind = "file" };
	size_t bytes = 0;

	(void)state;
	added(&q);
	until(&q, JOB_DONE);
	assert_int_equal(q.view.file_bytes, 800 * 1000);
	do {
		assert_int_equal(store_read(store, &actor, arena, fetch, &q), OK);
		bytes += q.piece.n;
		q.place++;
	} while (q.piece.n > 0);
	assert_int_equal(bytes, 800 * 1000);
	struct actor other = actor;
	other.user = id_new();
	q.place = 0;
	assert_int_equal(store_read(store, &other, arena, fetch, &q), OK);
	assert_int_equal(q.piece.n, 0);
}

static enum fail count_pieces(struct tx *tx, void *arg)
{
	struct asking *q = arg;
	struct stmt *s =
		query(tx, SQL("select count(*) from job_piece where job = :job"));

	bind_id(s, "job", q->id);
	int row = query_next(s);
	q->place = row == 1 ? column_i64(s, 0) : -1;
	query_end(s);
	return OK;
}

static void nothing_stays_of_a_failure(void **state)
{
	struct asking q = { .kind = "file", .args = "{\"wrong\":\"yes\"}" };

	(void)state;
	added(&q);
	until(&q, JOB_FAILED);
	assert_int_equal(db_read(store_db(store), count_pieces, &q), OK);
	assert_int_equal(q.place, 0);
}

static void reasons_are_kept(void **state)
{
	struct asking q = { .kind = "refuse" };

	(void)state;
	added(&q);
	until(&q, JOB_FAILED);
	assert_int_equal(q.view.why.count, 1);
	assert_string_equal(q.view.why.at[0].why.id, "%1 is too large");
	assert_true(str_is(q.view.why.at[0].why.args[0], "it"));
	assert_string_equal(q.view.why.at[0].advice.id, "Make it smaller.");
}

/* Cancelled between the last look and the commit: the commit loses. */
static void a_cancel_beats_a_late_commit(void **state)
{
	struct asking q = { .kind = "late" };
	int before = atomic_load(&drops);

	(void)state;
	atomic_store(&released, 0);
	added(&q);
	until(&q, JOB_RUNNING);
	assert_int_equal(store_write(store, &actor, arena, cancel_it, &q), OK);
	atomic_store(&released, 1);
	until(&q, JOB_CANCELLED);
	until_counted(&drops, before + 1);
	struct asking kept = { .kind = "late" };
	added(&kept);
	until(&kept, JOB_DONE);
	assert_int_equal(atomic_load(&drops), before + 1);
}

static enum fail ask(struct act *a, void *arg)
{
	struct asking *q = arg;
	struct json *args;
	struct json_error error;

	q->why = refusal_on(arena);
	assert_int_equal(json_read(arena, str_of(q->args), &args, &error), OK);
	return job_ask(jobs, a, str_of(q->kind), args, &q->why, &q->id);
}

static void asking_is_judged(void **state)
{
	struct asking q = { .kind = "count", .args = "{\"n\":\"1\"}" };
	struct asking much = { .kind = "count", .args = "{\"n\":\"1000\"}" };
	struct asking inner = { .kind = "wrong", .args = "{}" };

	(void)state;
	assert_int_equal(store_write(store, &actor, arena, ask, &q), OK);
	assert_int_equal(store_write(store, &actor, arena, ask, &much), FAIL_REFUSED);
	assert_int_equal(store_write(store, &actor, arena, ask, &inner), FAIL_REFUSED);
	until(&q, JOB_DONE);
}

static void not_too_many(void **state)
{
	struct asking q[JOBS_WAITING_MOST + 1];

	(void)state;
	for (size_t i = 0; i < COUNT(q); i++) {
		q[i] = (struct asking){ .kind = "wait" };
		assert_int_equal(store_write(store, &actor, arena, add, &q[i]),
		                 i < JOBS_WAITING_MOST ? OK : FAIL_REFUSED);
	}
	for (size_t i = 0; i < JOBS_WAITING_MOST; i++)
		assert_int_equal(store_write(store, &actor, arena, cancel_it, &q[i]), OK);
	for (size_t i = 0; i < JOBS_WAITING_MOST; i++)
		until(&q[i], JOB_CANCELLED);
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
		cmocka_unit_test(a_lost_lease),
		cmocka_unit_test(files_in_pieces),
		cmocka_unit_test(nothing_stays_of_a_failure),
		cmocka_unit_test(reasons_are_kept),
		cmocka_unit_test(a_cancel_beats_a_late_commit),
		cmocka_unit_test(asking_is_judged),
		cmocka_unit_test(not_too_many),
		cmocka_unit_test(the_clock),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
