/*
 * test_upgrade.c -- data of a version in which types, fields, choices and states had other
 * names, or were more: what a newer version makes of it, and what an older one says.
 */
#include "unit/database.h"
#include "unit/store/fixture.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

#include "model/value.h"
#include "store/ledger.h"
#include "store/verify.h"

/* ---- the newer version ---- */
static const struct right absence_rights[] = { { "absence.keep", "Keep" },
	                                       { "absence.decide", "Decide" } };
static const struct choice absence_risks[] = { { "low", "Low" }, { "severe", "Severe" } };
static const struct renamed risks_were[] = { { "high", "severe" } };
static const struct renamed states_were[] = { { "advised", "considered" } };
static const struct field gone_fields[] = {
	{ .name = "why_not", .label = "Reason", .type = T_TEXT, .required = true },
	{ .name = "others", .was = "also", .label = "Others", .type = T_LINK,
	  .many = true },
};

enum { ABS_TITLE, ABS_DANGER, ABS_ABOUT, ABS_DAYS, ABS_ENDS, ABS_SEEN_AT, ABS_PAPER,
       ABS_URGENT, ABS_SEEN, ABS_ADVICE, ABS_PLACE, ABS__COUNT };
static struct field absence_fields[ABS__COUNT];
static struct state absence_states[COUNT(leave_states)];
static struct step absence_steps[COUNT(leave_steps)];
static struct record_type absence_type;
static const struct record_type *newer_types[3];
static struct registry newer;

static void make_newer(void)
{
	static const int from[] = { LEAVE_TITLE, LEAVE_RISK,  LEAVE_SYSTEM, LEAVE_DAYS,
		                    LEAVE_ENDS,  LEAVE_AT,    LEAVE_PAPER,  LEAVE_URGENT,
		                    LEAVE_SEEN,  LEAVE_ADVICE };
	static const int list[] = { ABS_TITLE, ABS_DANGER, ABS_ENDS };

	for (size_t i = 0; i < COUNT(from); i++)
		absence_fields[i] = leave_fields[from[i]];
	absence_fields[ABS_DANGER].name = "danger";
	absence_fields[ABS_DANGER].label = "Danger";
	absence_fields[ABS_DANGER].was = "risk";
	absence_fields[ABS_DANGER].choices.at = absence_risks;
	absence_fields[ABS_DANGER].choices_were.at = risks_were;
	absence_fields[ABS_DANGER].choices_were.count = COUNT(risks_were);
	absence_fields[ABS_ABOUT].name = "concerns";
	absence_fields[ABS_ABOUT].was = "regards about";
	absence_fields[ABS_ABOUT].target = &absence_type;
	absence_fields[ABS_ENDS].check = NULL;
	absence_fields[ABS_PLACE] =
		(struct field){ .name = "place", .label = "Place", .type = T_LINE };
	memcpy(absence_states, leave_states, sizeof leave_states);
	absence_states[LEAVE_ADVISED].name = "considered";
	absence_states[LEAVE_ADVISED].label = "Considered";
	memcpy(absence_steps, leave_steps, sizeof leave_steps);
	absence_steps[0].needs = BIT(ABS_DANGER);
	absence_steps[0].takes = BIT(ABS_ADVICE);
	absence_steps[0].check = NULL;
	absence_steps[1].needs = BIT(ABS_ENDS);
	absence_type = (struct record_type){
		.name = "absence",
		.was = "holiday leave",
		.label = "Absence",
		.plural = "Absences",
		.code = "LV",
		.fields = { absence_fields, ABS__COUNT },
		.gone = TABLE(gone_fields),
		.states_were = TABLE(states_were),
		.states = { absence_states, COUNT(absence_states) },
		.steps = { absence_steps, COUNT(absence_steps) },
		.rights = TABLE(absence_rights),
		.list = TABLE(list),
		.retention = "none",
	};
	newer_types[0] = &unit_type;
	newer_types[1] = &person_type;
	newer_types[2] = &absence_type;
	newer = (struct registry){ .at = newer_types, .count = COUNT(newer_types) };
}

/* ---- what there was ---- */
static struct id granted, draft;

static void step(const struct actor *who, struct id id, const char *name)
{
	struct make m = did(step_job, who,
	                    (struct make){ .type = &leave_type, .id = id, .step = name });

	if (m.result != OK)
		fail_msg("%s: %s", name, m.why.count ? m.why.at[0].why.id : fail_message());
}

static int fill(void **state)
{
	if (set_up(state) != 0)
		return -1;
	make_newer();
	store_set_clock(w.store, (struct instant){ INT64_C(1795262400000000) });
	draft = leave_made(&w.officer, "Draft")->id;
	struct change *c = leave_change("Kiosk");
	change_text(c, LEAVE_REASON, STR("quetzal"));
	change_text(c, LEAVE_RISK, STR("high"));
	change_link(c, LEAVE_SYSTEM, draft);
	change_links(c, LEAVE_ALSO, (struct id[]){ w.branch, w.lee }, 2);
	change_date(c, LEAVE_ENDS, (struct date){ 2027, 3, 1 });
	change_bilingual(c, LEAVE_ADVICE, STR("Isolate it"), STR("Isolez-le"));
	granted = did(make_job, &w.officer,
	              (struct make){ .type = &leave_type, .change = c })
	                  .row->id;
	step(&w.officer, granted, "advise");
	step(&w.executive, granted, "grant");
	c = change_new(w.arena, &leave_type);
	change_text(c, LEAVE_RISK, STR("low"));
	struct make m = { .type = &leave_type, .id = draft, .change = c };
	assert_int_equal(did(change_job, &w.officer, m).result, OK);
	step(&w.officer, draft, "advise");
	return 0;
}

/* ---- opening, and what was said ---- */
static char said[8192];
static int said_count, die_at;

static void hear(void *arg, const char *what)
{
	(void)arg;
	size_t n = strlen(said);
	snprintf(said + n, sizeof said - n, "%s\n", what);
	if (++said_count == die_at)
		raise(SIGKILL);
}

static enum fail open_as(const struct registry *all, bool pretend, bool read_only)
{
	const struct store_options o = { .db = w.target,
		                         .registry = all,
		                         .no_threads = true,
		                         .read_only = read_only,
		                         .told = hear,
		                         .pretend = pretend };

	store_close(w.store);
	w.store = NULL;
	said[0] = '\0';
	said_count = 0;
	return store_open(&w.store, &o);
}

static void holds(void)
{
	const struct verify_options o = { .go_on = NULL };
	struct verify_result v;

	assert_int_equal(store_verify(w.store, w.arena, w.org, &o, &v), OK);
	for (int64_t i = 0; i < v.differences; i++)
		print_error("%.*s: %.*s\n", STR_ARG(v.at[i].where), STR_ARG(v.at[i].what));
	assert_int_equal(v.differences, 0);
	assert_true(v.approvals > 0);
}

struct asked {
	struct id id;
	struct event *events;
	struct approval *approvals;
	struct hit *hits;
	struct str words;
	size_t count;
};

static enum fail ask_history(struct act *a, void *arg)
{
	struct asked *x = arg;

	return record_history(a, &absence_type, x->id, &x->events, &x->count);
}

static enum fail ask_approvals(struct act *a, void *arg)
{
	struct asked *x = arg;

	return record_approvals(a, &absence_type, x->id, &x->approvals, &x->count);
}

static enum fail ask_words(struct act *a, void *arg)
{
	struct asked *x = arg;

	return record_search(a, x->words, NULL, 10, &x->hits, &x->count);
}

static struct asked ask(store_job *job, struct asked x)
{
	assert_int_equal(store_read(w.store, &w.officer, w.arena, job, &x), OK);
	return x;
}

static const struct field_change *change_of(const struct event *e, const char *name)
{
	for (size_t i = 0; i < e->change_count; i++)
		if (str_is(e->changes[i].name, name))
			return &e->changes[i];
	fail_msg("nothing is said of %s", name);
	return NULL;
}

/* ---- tests ---- */
static void what_was_renamed_or_taken_away(void **state)
{
	(void)state;
	holds();
	assert_int_equal(ask(ask_words, (struct asked){ .words = STR("quetzal") }).count,
	                 1);
	assert_int_equal(open_as(&newer, false, false), OK);
	assert_non_null(strstr(said, "leave: these records are called absence now"));
	assert_non_null(strstr(said, "the field risk is called danger now"));
	assert_non_null(strstr(said, "the field why_not is gone"));
	assert_non_null(strstr(said, "a new field place"));
	holds();
	struct row *r = got(&w.officer, &absence_type, granted);
	assert_non_null(r);
	assert_true(str_is(row_text(r, ABS_DANGER), "severe"));
	assert_true(id_equal(row_link(r, ABS_ABOUT), draft));
	assert_int_equal(r->state, LEAVE_GRANTED);
	assert_int_equal(got(&w.officer, &absence_type, draft)->state, LEAVE_ADVISED);
	assert_int_equal(ask(ask_words, (struct asked){ .words = STR("quetzal") }).count,
	                 0);
	assert_int_equal(ask(ask_words, (struct asked){ .words = STR("kiosk") }).count, 1);
	assert_int_equal(open_as(&newer, false, false), OK);
	assert_int_equal(said_count, 0);        /* a second time there is nothing to do */
	holds();
}

static void history_reads_on(void **state)
{
	(void)state;
	assert_int_equal(open_as(&newer, false, false), OK);
	struct asked x = ask(ask_history, (struct asked){ .id = granted });
	const struct field_change *c = change_of(&x.events[0], "danger");
	assert_true(str_is(c->was, "risk") && str_is(c->after, "Severe"));
	c = change_of(&x.events[0], "why_not");
	assert_int_equal(c->field, FIELD_NONE);
	assert_string_equal(c->label, "Reason");
	assert_true(str_is(c->after, "quetzal"));
	c = change_of(&x.events[0], "others");
	assert_true(str_is(c->was, "also"));
	assert_true(str_find(c->after, STR("Branch")) != SIZE_MAX);
	size_t at = 0;
	while (at < x.count && !str_is(x.events[at].what, "step:advise"))
		at++;
	assert_true(at < x.count);
	assert_true(str_is(change_of(&x.events[at], LEDGER_STATE)->after, "Considered"));
}

static void approvals_go_on_to_bind(void **state)
{
	(void)state;
	assert_int_equal(open_as(&newer, false, false), OK);
	struct asked x = ask(ask_approvals, (struct asked){ .id = granted });
	assert_int_equal(x.count, 1);
	assert_false(instant_is_set(x.approvals[0].voided_at));
	struct change *c = change_new(w.arena, &absence_type);
	change_text(c, ABS_PLACE, STR("Depot"));
	struct make m = { .type = &absence_type, .id = granted, .change = c };
	assert_int_equal(did(change_job, &w.officer, m).result, OK);
	x = ask(ask_approvals, (struct asked){ .id = granted });
	assert_true(instant_is_set(x.approvals[0].voided_at));
	assert_int_equal(got(&w.officer, &absence_type, granted)->state, LEAVE_DRAFT);
	holds();
}

/* By an earlier name, as programs and addresses still say it. */
static void earlier_names_are_understood(void **state)
{
	(void)state;
	struct value v;

	assert_ptr_equal(registry_find(&newer, STR("leave")), &absence_type);
	assert_int_equal(field_find(&absence_type, STR("about")), ABS_ABOUT);
	assert_int_equal(state_find(&absence_type, STR("advised")), LEAVE_ADVISED);
	assert_true(value_read(w.arena, &absence_fields[ABS_DANGER], STR("\"high\""), &v));
	assert_true(str_is(v.text, "severe"));
	assert_true(str_is(right_now(&newer, w.arena, STR("leave.keep")), "absence.keep"));
	assert_true(str_is(right_now(&newer, w.arena, STR("unit.*")), "unit.*"));
}

static void an_older_version_refuses(void **state)
{
	(void)state;
	assert_int_equal(open_as(&newer, false, true), FAIL_FORMAT);
	assert_non_null(strstr(fail_message(), "older version"));
	assert_int_equal(open_as(&newer, false, false), OK);
	assert_int_equal(open_as(&test_registry, false, false), FAIL_NEWER);
	assert_non_null(strstr(fail_message(), "upgraded by Wardroom " WARDROOM_VERSION));
	assert_non_null(strstr(fail_message(), "this one, " WARDROOM_VERSION));
	assert_int_equal(open_as(&test_registry, false, true), FAIL_NEWER);
	assert_int_equal(open_as(&newer, false, true), OK);
}

static void it_says_what_it_would_do(void **state)
{
	(void)state;
	assert_int_equal(open_as(&newer, true, false), FAIL_CANCELLED);
	assert_non_null(strstr(said, "the field why_not is gone"));
	assert_int_equal(open_as(&test_registry, false, false), OK);
	assert_int_equal(said_count, 0);
	holds();
}

/* In a process of its own, so that nothing is put in order before it ends. */
static int upgraded_apart(int die, rlim_t most)
{
	int status = 0;

	store_close(w.store);
	w.store = NULL;
	pid_t child = fork();
	if (child == 0) {
		struct rlimit limit = { most, most };
		die_at = die;
		signal(SIGXFSZ, SIG_IGN);
		if (most != RLIM_INFINITY && setrlimit(RLIMIT_FSIZE, &limit) != 0)
			_exit(9);
		_exit(open_as(&newer, false, false) == OK ? 0 : fail_message()[0] ? 1
		                                                                  : 2);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) ? 100 + WTERMSIG(status) : WEXITSTATUS(status);
}

static void cut_short_the_data_is_what_it_was(void **state)
{
	(void)state;
	for (int at = 1; at <= 6; at++) {
		assert_int_equal(upgraded_apart(at, RLIM_INFINITY), 100 + SIGKILL);
		assert_int_equal(open_as(&test_registry, false, false), OK);
		assert_int_equal(said_count, 0);
		holds();
	}
	assert_int_equal(upgraded_apart(0, RLIM_INFINITY), 0);
	assert_int_equal(open_as(&test_registry, false, false), FAIL_NEWER);
}

static void a_full_disk_leaves_it_as_it_was(void **state)
{
	(void)state;
	assert_int_equal(upgraded_apart(0, 16 * 1024), 1);
	assert_int_equal(open_as(&test_registry, false, false), OK);
	holds();
	assert_int_equal(upgraded_apart(0, RLIM_INFINITY), 0);
}

/* ---- servers that start at the same time ---- */
static struct {
	pthread_mutex_t lock;           /* held until the other one waits */
	atomic_int began;
	int lines[2];
	enum fail results[2];
} starters = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void hear_starter(void *arg, const char *what)
{
	int *lines = arg;

	(void)what;
	if (++*lines > 1)
		return;
	atomic_fetch_add(&starters.began, 1);
	pthread_mutex_lock(&starters.lock);
	pthread_mutex_unlock(&starters.lock);
}

static void *start(void *arg)
{
	int n = (int)(intptr_t)arg;
	struct store *s = NULL;
	const struct store_options o = { .db = w.target,
		                         .registry = &newer,
		                         .no_threads = true,
		                         .told = hear_starter,
		                         .told_arg = &starters.lines[n] };

	starters.results[n] = store_open(&s, &o);
	store_close(s);
	return NULL;
}

static enum fail count_waiting(struct tx *tx, void *arg)
{
	struct stmt *s = query(tx, SQL("select count(*) from pg_stat_activity\n"
	                               "where datname = current_database()\n"
	                               "  and wait_event_type = 'Lock'"));

	*(int64_t *)arg = query_next(s) == 1 ? column_i64(s, 0) : -1;
	query_end(s);
	return OK;
}

/* The second waits for as long as the first takes, and has nothing left to do. */
static void one_upgrades_and_the_others_wait(void **state)
{
	pthread_t threads[2];
	const struct db_options o = { .target = w.target };
	struct db *db;
	int64_t waiting = 0;

	(void)state;
	assert_int_equal(db_open(&db, &o), OK);
	pthread_mutex_lock(&starters.lock);
	for (int i = 0; i < 2; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, start,
		                                (void *)(intptr_t)i),
		                 0);
	for (int tries = 0; waiting == 0 && tries < 600; tries++) {
		usleep(100000);
		assert_int_equal(db_read(db, count_waiting, &waiting), OK);
	}
	assert_int_equal(waiting, 1);
	assert_int_equal(atomic_load(&starters.began), 1);
	pthread_mutex_unlock(&starters.lock);
	for (int i = 0; i < 2; i++)
		pthread_join(threads[i], NULL);
	db_close(db);
	assert_int_equal(starters.results[0], OK);
	assert_int_equal(starters.results[1], OK);
	assert_true((starters.lines[0] > 0) != (starters.lines[1] > 0));
	assert_int_equal(open_as(&newer, false, false), OK);
	holds();
}

#define FILLED(f) cmocka_unit_test_setup_teardown(f, fill, tear_down)

#define ON_BOTH \
	FILLED(what_was_renamed_or_taken_away), FILLED(history_reads_on), \
		FILLED(approvals_go_on_to_bind), FILLED(earlier_names_are_understood), \
		FILLED(an_older_version_refuses), FILLED(it_says_what_it_would_do), \
		FILLED(cut_short_the_data_is_what_it_was)

int main(void)
{
	/* A database server has a disk of its own, and several of us. */
	const struct CMUnitTest in_file[] = { ON_BOTH,
		                              FILLED(a_full_disk_leaves_it_as_it_was) };
	const struct CMUnitTest shared[] = { ON_BOTH,
		                             FILLED(one_upgrades_and_the_others_wait) };

	return on_postgres() ? cmocka_run_group_tests_name("upgrade", shared, NULL, NULL)
	                     : cmocka_run_group_tests_name("upgrade", in_file, NULL, NULL);
}
