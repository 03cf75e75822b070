/*
 * test_notices.c -- the day's mail: at whose hour, on which days, once, and what is in it.
 *
 * The organisation is in Vancouver: 08:00 there is 16:00 UTC until spring.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ftw.h>
#include <unistd.h>

#undef fail
#include "actions/notices.h"
#include "actions/site.h"
#include "base/arena.h"
#include "base/limits.h"
#include "identity/identity.h"
#include "records/plan.h"
#include "store/sendings.h"

static struct arena *arena;
static struct store *store;
static struct site site;
static char folder[64];
static struct id org, account;
static struct actor *dana;
static struct actor program;

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

static void clock_says(const char *text)
{
	struct instant t;

	assert_true(instant_parse(str_of(text), &t));
	store_set_clock(store, t);
}

static int start(void **state)
{
	(void)state;
	snprintf(folder, sizeof folder, "/tmp/wardroom-notices-XXXXXX");
	arena = arena_new(LIMIT_REQUEST_BYTES);
	assert_non_null(mkdtemp(folder));
	struct store_options o = {
		.db = str_format(arena, "%s/db", folder).p,
		.registry = &all_records,
		.create = true,
		.no_threads = true,
	};
	struct setup in = {
		.trusted = true,
		.organisation = STR("Ministry of Tides"),
		.login = STR("dana"),
		.person_name = STR("Dana Whitford"),
		.email = STR("dana@example.org"),
		.password = STR("correct horse battery staple"),
	};
	struct refusal why = refusal_on(arena);

	assert_int_equal(store_open(&store, &o), OK);
	identity_wire(store);
	clock_says("2026-11-23T15:00:00Z");     /* Monday, 07:00 */
	assert_int_equal(setup_run(store, arena, &in, &why, &org, &account), OK);
	assert_int_equal(actor_of_user(store, arena, org, account, &dana), OK);
	program = system_actor(org, "test");
	site = (struct site){ .store = store,
		              .sends_mail = true,
		              .public_address = "https://w.example.org" };
	return 0;
}

static int stop(void **state)
{
	(void)state;
	store_close(store);
	nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	arena_free(arena);
	return 0;
}

/* ---- what is done ---- */

struct doing {
	struct notice notice;
	struct row *plan;
	struct sending *mails;
	size_t count;
	const char *title;
	struct date due;
};

static enum fail leave(struct act *a, void *arg)
{
	struct doing *d = arg;

	return notice_add(a, &d->notice);
}

static enum fail make_plan(struct act *a, void *arg)
{
	struct doing *d = arg;
	struct refusal why = refusal_on(a->arena);
	struct change *c = change_new(a->arena, &plan_type);

	change_bilingual(c, PLN_TITLE, str_of(d->title), STR_NONE);
	change_text(c, PLN_KIND, STR("incident_response"));
	c->owner_given = true;
	c->owner = dana->person;
	return record_create(a, &plan_type, c, &why, &d->plan);
}

static enum fail look(struct act *a, void *arg)
{
	struct doing *d = arg;

	return sending_list_own(a, 20, &d->mails, &d->count);
}

static enum fail mark_read(struct act *a, void *arg)
{
	(void)arg;
	return notice_read(a, ID_NONE);
}

static struct id plan(const char *title)
{
	struct doing d = { .title = title };

	assert_int_equal(store_write(store, &program, arena, make_plan, &d), OK);
	return d.plan->id;
}

static void told(struct notice n)
{
	struct doing d = { .notice = n };

	n.person = dana->person;
	d.notice = n;
	assert_int_equal(store_write(store, &program, arena, leave, &d), OK);
}

/* The day's mails are made; all that there are by now. */
static struct doing mails(void)
{
	struct doing d = { .count = 0 };
	int64_t made = 0;

	assert_int_equal(notices_digests(store, &site, &made), OK);
	assert_int_equal(store_read(store, dana, arena, look, &d), OK);
	return d;
}

static bool says(struct str body, const char *what)
{
	return str_find(body, str_of(what)) != SIZE_MAX;
}

/* ---- what must hold ---- */

static void one_a_day_at_ones_hour(void **state)
{
	(void)state;
	told((struct notice){ .kind = NOTICE_DUE,
	                      .record = plan("Ferry plan"),
	                      .detail = "Next review due",
	                      .due_on = { 2026, 11, 20 } });
	assert_int_equal(mails().count, 0);
	clock_says("2026-11-23T15:59:59Z");
	assert_int_equal(mails().count, 0);
	clock_says("2026-11-23T16:00:00Z");
	assert_int_equal(mails().count, 1);
	told((struct notice){ .kind = NOTICE_ASSIGNED, .record = plan("Barge plan") });
	clock_says("2026-11-23T23:00:00Z");
	assert_int_equal(mails().count, 1);
	clock_says("2026-11-24T16:30:00Z");
	struct doing d = mails();
	assert_int_equal(d.count, 2);
	assert_true(says(d.mails[0].body, "Barge plan"));
	assert_false(says(d.mails[0].body, "Ferry plan"));
	clock_says("2026-11-25T16:30:00Z");
	assert_int_equal(mails().count, 2);     /* nothing new: no mail */
}

static void what_it_says(void **state)
{
	(void)state;
	told((struct notice){ .kind = NOTICE_DUE,
	                      .record = plan("Ferry plan"),
	                      .detail = "Next review due",
	                      .due_on = { 2026, 11, 20 } });
	told((struct notice){ .kind = NOTICE_DUE,
	                      .record = plan("Barge plan"),
	                      .detail = "Next review due",
	                      .due_on = { 2026, 11, 27 } });
	clock_says("2026-11-23T16:00:00Z");
	struct doing d = mails();
	assert_int_equal(d.count, 1);
	const struct sending *m = &d.mails[0];
	assert_true(str_is(m->address, "dana@example.org"));
	assert_true(str_is(m->subject, "Wardroom: 2 things for you"));
	assert_true(says(m->body, "Ministry of Tides, 23 November 2026\n"));
	assert_true(says(m->body, "\nOverdue\n- PLN-0001 Ferry plan\n"
	                          "  Next review due: 20 November 2026 (3 days late).\n"
	                          "  https://w.example.org/plan/PLN-0001\n"));
	assert_true(says(m->body, "\nIn the next 7 days\n- PLN-0002 Barge plan\n"));
}

static void not_on_weekends(void **state)
{
	(void)state;
	clock_says("2026-11-27T20:00:00Z");     /* Friday, noon */
	told((struct notice){ .kind = NOTICE_ASSIGNED, .record = plan("x") });
	clock_says("2026-11-28T20:00:00Z");
	assert_int_equal(mails().count, 0);
	clock_says("2026-11-29T20:00:00Z");
	assert_int_equal(mails().count, 0);
	clock_says("2026-11-30T16:00:00Z");
	assert_int_equal(mails().count, 1);
}

static void what_was_read_is_not_mailed(void **state)
{
	struct doing d = { .count = 0 };

	(void)state;
	told((struct notice){ .kind = NOTICE_ASSIGNED, .record = plan("x") });
	assert_int_equal(store_write(store, dana, arena, mark_read, &d), OK);
	clock_says("2026-11-23T16:00:00Z");
	assert_int_equal(mails().count, 0);
}

static void none_where_none_is_sent(void **state)
{
	(void)state;
	told((struct notice){ .kind = NOTICE_ASSIGNED, .record = plan("x") });
	clock_says("2026-11-23T16:00:00Z");
	site.sends_mail = false;
	assert_int_equal(mails().count, 0);
}

static void more_than_fit_are_counted(void **state)
{
	(void)state;
	for (int i = 0; i < 25; i++)
		told((struct notice){ .kind = NOTICE_DUTY,
		                      .duty = STR("MISO-077"),
		                      .says = MESSAGE("Due.") });
	clock_says("2026-11-23T16:00:00Z");
	struct doing d = mails();
	assert_int_equal(d.count, 1);
	assert_true(says(d.mails[0].body, "And 5 more on your list."));
}

/* What is told at once does not wait for the hour, and is in no day's mail. */
static void at_once_is_at_once(void **state)
{
	struct doing d = { .count = 0 };
	int64_t made = 0;

	(void)state;
	told((struct notice){ .kind = NOTICE_CLOCK,
	                      .record = plan("Ferry plan"),
	                      .says = MESSAGE("Half of the time is over."),
	                      .due_at = { INT64_C(1795478400000000) } });
	told((struct notice){ .kind = NOTICE_DUE, .record = plan("Barge plan") });
	assert_int_equal(notices_carry(store, &site, &made), OK);
	assert_int_equal(notices_carry(store, &site, &made), OK);
	assert_int_equal(store_read(store, dana, arena, look, &d), OK);
	assert_int_equal(d.count, 1);
	assert_true(str_is(d.mails[0].subject, "Wardroom: A clock runs"));
	assert_true(says(d.mails[0].body,
	                 "Half of the time is over. Due: 23 November 2026, 16:00 "));
	assert_false(says(d.mails[0].body, "Barge"));
	clock_says("2026-11-23T16:00:00Z");
	d = mails();
	assert_int_equal(d.count, 2);
	assert_false(says(d.mails[0].body, "Ferry"));
}

#define NOTICED(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTICED(one_a_day_at_ones_hour),
		NOTICED(what_it_says),
		NOTICED(not_on_weekends),
		NOTICED(what_was_read_is_not_mailed),
		NOTICED(none_where_none_is_sent),
		NOTICED(more_than_fit_are_counted),
		NOTICED(at_once_is_at_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
