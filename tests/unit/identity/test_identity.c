/*
 * test_identity.c -- first run, sign-in, sessions, tokens, accounts, and the actor that
 * follows from appointments, on a real database.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ftw.h>
#include <unistd.h>

#include "access/access.h"
#include "base/arena.h"
#include "base/limits.h"
#include "identity/identity.h"
#include "identity/internal.h"
#include "records/organisation.h"
#include "records/plan.h"
#include "records/role_assignment.h"
#include "store/store.h"
#include "store/verify.h"

#define NOON INT64_C(1795262400000000) /* 2026-11-21 12:00 UTC */
#define PASSWORD STR("correct horse battery staple")

static struct arena *arena;
static struct store *store;
static char folder[64];
static struct id org, first_account;

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

static void wait_s(int64_t seconds)
{
	store_set_clock(store,
	                (struct instant){ store_now(store).us + seconds * US_PER_SECOND });
}

static int start(void **state)
{
	(void)state;
	snprintf(folder, sizeof folder, "/tmp/wardroom-identity-XXXXXX");
	arena = arena_new(LIMIT_REQUEST_BYTES);
	if (!arena || !mkdtemp(folder))
		return -1;
	struct store_options o = {
		.db = str_format(arena, "%s/db", folder).p,
		.registry = &all_records,
		.create = true,
		.no_threads = true,
	};
	if (store_open(&store, &o) != OK) {
		print_error("%s\n", fail_message());
		return -1;
	}
	identity_wire(store);
	store_set_clock(store, (struct instant){ NOON });
	return 0;
}

static int stop(void **state)
{
	(void)state;
	actor_cache_clear();
	store_close(store);
	nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	arena_free(arena);
	return 0;
}

#define WORKS(call) \
	do { \
		enum fail f_ = (call); \
		if (f_ != OK) \
			fail_msg("%s: %s (%s)", #call, fail_name(f_), \
			         why.count ? why.at[0].why.id : fail_message()); \
	} while (0)

static struct setup first_setup(void)
{
	return (struct setup){
		.trusted = true,
		.organisation = STR("Ministry of Tides"),
		.organisation_fr = STR("Ministère des Marées"),
		.login = STR("dana@example.org"),
		.person_name = STR("Dana Whitford"),
		.password = PASSWORD,
	};
}

static void set_up(void)
{
	struct refusal why = refusal_on(arena);
	struct setup in = first_setup();

	WORKS(setup_run(store, arena, &in, &why, &org, &first_account));
}

static struct session signed_in(struct str login, struct str password)
{
	struct refusal why = refusal_on(arena);
	struct sign_in in = { .login = login,
		              .password = password,
		              .address = STR("192.0.2.1") };
	struct session s = { .secret = STR_NONE };

	WORKS(session_start(store, arena, &in, &why, &s));
	return s;
}

static enum fail try_sign_in(struct str login, struct str password, struct str address)
{
	struct refusal why = refusal_on(arena);
	struct sign_in in = { .login = login, .password = password, .address = address };
	struct session s;

	return session_start(store, arena, &in, &why, &s);
}

static void the_first_run_takes_the_code_from_the_terminal(void **state)
{
	(void)state;
	struct refusal why = refusal_on(arena);
	struct setup in = first_setup();
	struct str code;
	bool open;

	in.trusted = false;
	assert_int_equal(setup_open(store, &open), OK);
	assert_true(open);
	WORKS(setup_code(store, arena, &code));
	assert_int_equal(code.n, 24);
	in.code = STR("AAAA-AAAA-AAAA-AAAA-AAAA");
	assert_int_equal(setup_run(store, arena, &in, &why, &org, NULL), FAIL_REFUSED);
	/* as a person types it */
	why = refusal_on(arena);
	in.code = str_format(arena, " %.*s ", STR_ARG(code));
	WORKS(setup_run(store, arena, &in, &why, &org, &first_account));
	assert_int_equal(setup_open(store, &open), OK);
	assert_false(open);
	/* once is once */
	why = refusal_on(arena);
	in.login = STR("second@example.org");
	in.organisation = STR("Second");
	assert_int_equal(setup_run(store, arena, &in, &why, NULL, NULL), FAIL_REFUSED);
}

static void everything_wrong_with_a_setup_is_said_at_once(void **state)
{
	(void)state;
	struct refusal why = refusal_on(arena);
	struct setup in = { .trusted = true,
		            .login = STR("d"),
		            .password = STR("short"),
		            .zone = STR("Nowhere/Land") };

	assert_int_equal(setup_run(store, arena, &in, &why, NULL, NULL), FAIL_REFUSED);
	assert_int_equal(why.count, 4);
}

static void the_first_person_is_administrator_and_officer(void **state)
{
	(void)state;
	set_up();
	struct session s = signed_in(STR("DANA@example.org"), PASSWORD);
	const struct actor *who = s.actor;
	struct date today = { 2026, 11, 21 };

	assert_true(str_is(who->name, "Dana Whitford"));
	assert_true(access_installation(who, "installation.users", today, NULL));
	assert_true(access_somewhere(who, "plan.write", today));
	assert_int_equal(access_scope(arena, who, &plan_type, today).line_count, 1);
}

static void a_session_ends_when_idle_and_when_revoked(void **state)
{
	(void)state;
	set_up();
	struct session s = signed_in(STR("dana@example.org"), PASSWORD), again;
	struct refusal why = refusal_on(arena);

	WORKS(session_of_cookie(store, arena, s.secret, &again));
	assert_true(id_equal(again.id, s.id));
	assert_int_equal(session_of_cookie(store, arena, STR("0000"), &again),
	                 FAIL_NOT_FOUND);
	wait_s(59 * 60);
	WORKS(session_of_cookie(store, arena, s.secret, &again));
	wait_s(59 * 60);
	WORKS(session_of_cookie(store, arena, s.secret, &again));
	wait_s(61 * 60);
	assert_int_equal(session_of_cookie(store, arena, s.secret, &again), FAIL_NOT_FOUND);
	/* never longer than twelve hours, however busy */
	s = signed_in(STR("dana@example.org"), PASSWORD);
	for (int i = 0; i < 13; i++) {
		wait_s(55 * 60);
		WORKS(session_of_cookie(store, arena, s.secret, &again));
	}
	wait_s(10 * 60);
	assert_int_equal(session_of_cookie(store, arena, s.secret, &again), FAIL_NOT_FOUND);
	s = signed_in(STR("dana@example.org"), PASSWORD);
	struct session_entry *list;
	size_t count;
	WORKS(session_list(store, s.actor, arena, s.actor->user, &list, &count));
	assert_int_equal(count, 1);
	WORKS(session_revoke(store, s.actor, arena, s.actor->user, list[0].id));
	assert_int_equal(session_of_cookie(store, arena, s.secret, &again), FAIL_NOT_FOUND);
	s = signed_in(STR("dana@example.org"), PASSWORD);
	WORKS(session_end(store, s.secret));
	assert_int_equal(session_of_cookie(store, arena, s.secret, &again), FAIL_NOT_FOUND);
}

static void whoever_guesses_waits_longer_and_longer(void **state)
{
	(void)state;
	struct str login = STR("dana@example.org"), wrong = STR("not the password at all");

	set_up();
	for (int i = 0; i < 5; i++)
		assert_int_equal(try_sign_in(login, wrong, STR("192.0.2.7")), FAIL_REFUSED);
	/* now even the right one waits, there; elsewhere it does not */
	assert_int_equal(try_sign_in(login, PASSWORD, STR("192.0.2.7")), FAIL_REFUSED);
	assert_int_equal(try_sign_in(login, PASSWORD, STR("192.0.2.8")), OK);
	wait_s(3);
	assert_int_equal(try_sign_in(login, PASSWORD, STR("192.0.2.7")), OK);
	/* unknown logins count for the address */
	for (int i = 0; i < 32; i++)
		(void)try_sign_in(str_format(arena, "nobody%d", i), wrong,
		                  STR("192.0.2.9"));
	assert_int_equal(try_sign_in(login, PASSWORD, STR("192.0.2.9")), FAIL_REFUSED);
	wait_s(3700);
	assert_int_equal(try_sign_in(login, PASSWORD, STR("192.0.2.9")), OK);
}

static struct id add_account(const struct actor *who, struct str login, struct str role,
                             struct date until)
{
	struct refusal why = refusal_on(arena);
	struct id id = ID_NONE;
	struct new_account in = {
		.login = login,
		.password = PASSWORD,
		.person_name = login,
		.role = role,
		.until = until,
	};

	WORKS(account_add(store, who, arena, &in, &why, &id));
	return id;
}

static void an_auditor_reads_until_the_last_day(void **state)
{
	(void)state;
	struct refusal why = refusal_on(arena);
	struct date until = { 2026, 11, 22 };
	struct new_account endless = { .login = STR("aud2"),
		                       .person_name = STR("Aud"),
		                       .role = STR("auditor") };

	set_up();
	struct session dana = signed_in(STR("dana@example.org"), PASSWORD);
	assert_int_equal(account_add(store, dana.actor, arena, &endless, &why, NULL),
	                 FAIL_REFUSED);
	add_account(dana.actor, STR("auditor"), STR("auditor"), until);
	struct session aud = signed_in(STR("auditor"), PASSWORD);
	struct date today = { 2026, 11, 21 };
	assert_true(aud.actor->grants[0].read_only);
	assert_false(access_scope(arena, aud.actor, &plan_type, today).nothing);
	assert_false(access_somewhere(aud.actor, "plan.write", today));
	wait_s(3 * 86400);
	aud = signed_in(STR("auditor"), PASSWORD);
	assert_int_equal(aud.actor->grant_count, 0);
}

struct ending {
	struct id person;
};

static enum fail end_one(void *arg, const struct row *r)
{
	struct id *found = arg;

	*found = r->id;
	return OK;
}

static enum fail end_appointment(struct act *a, void *arg)
{
	const struct ending *e = arg;
	struct refusal why = refusal_on(a->arena);
	struct id found = ID_NONE;
	struct filter f = {
		.field = RAS_PERSON,
		.op = LINKS_TO,
		.value = { .filled = true, .links = &e->person, .link_count = 1 }
	};
	struct query q = { .type = &role_assignment_type,
		           .filters = &f,
		           .filter_count = 1 };
	struct change *c = change_new(a->arena, &role_assignment_type);

	assert_int_equal(record_each(a, &q, end_one, &found), OK);
	c->reason = STR("left the job");
	change_date(c, RAS_ENDS_ON, a->today);
	return record_step(a, &role_assignment_type, found, 0,
	                   step_find(&role_assignment_type, STR("end")), c, &why, NULL);
}

/* The cached actor must not outlive the appointment that it was made from. */
static void an_ended_appointment_counts_at_once(void **state)
{
	(void)state;
	set_up();
	struct session dana = signed_in(STR("dana@example.org"), PASSWORD);
	add_account(dana.actor, STR("lee"), STR("staff"), DATE_NONE);
	struct session lee = signed_in(STR("lee"), PASSWORD), again;
	struct refusal why = refusal_on(arena);
	assert_true(lee.actor->grant_count > 0);
	struct ending e = { lee.actor->person };
	WORKS(store_write(store, dana.actor, arena, end_appointment, &e));
	WORKS(session_of_cookie(store, arena, lee.secret, &again));
	assert_int_equal(again.actor->grant_count, 0);
}

static enum fail make_branch(struct act *a, void *arg)
{
	struct refusal why = refusal_on(a->arena);
	struct id *ids = arg;
	struct row *r;
	struct str root;

	assert_int_equal(setting_get(a, STR("unit.root"), &root), OK);
	assert_true(id_parse(root, &ids[0]));
	for (int i = 1; i < 4; i++) {
		struct change *c = change_new(a->arena, &organisation_type);
		change_bilingual(c, ORG_TITLE, str_format(a->arena, "Unit %d", i),
		                 STR_NONE);
		change_text(c, ORG_KIND, STR("branch"));
		change_link(c, ORG_PARENT, ids[i == 3 ? 0 : i - 1]);
		assert_int_equal(record_create(a, &organisation_type, c, &why, &r), OK);
		ids[i] = r->id;
	}
	return OK;
}

/* root > 1 > 2, root > 3: a role for 1 covers 1 and 2. */
static void a_role_covers_its_unit_and_what_is_below(void **state)
{
	(void)state;
	struct id ids[4];
	struct refusal why = refusal_on(arena);

	set_up();
	struct session dana = signed_in(STR("dana@example.org"), PASSWORD);
	WORKS(store_write(store, dana.actor, arena, make_branch, ids));
	struct new_account in = { .login = STR("own"),
		                  .password = PASSWORD,
		                  .unit = ids[1],
		                  .person_name = STR("Owner"),
		                  .role = STR("system-owner") };
	WORKS(account_add(store, dana.actor, arena, &in, &why, NULL));
	struct session s = signed_in(STR("own"), PASSWORD);
	struct subject at = { .type = &plan_type, .org = org };
	struct date today = { 2026, 11, 21 };
	static const bool sees[] = { false, true, true, false };
	for (int i = 0; i < 4; i++) {
		at.unit = ids[i];
		assert_int_equal(access_read(s.actor, &at, today), sees[i]);
	}
	/* names of units are for everybody */
	at.type = &organisation_type;
	at.unit = ids[3];
	assert_true(access_read(s.actor, &at, today));
}

static void a_disabled_account_is_out_at_once(void **state)
{
	(void)state;
	struct refusal why = refusal_on(arena);
	struct session again;

	set_up();
	struct session dana = signed_in(STR("dana@example.org"), PASSWORD);
	struct id id = add_account(dana.actor, STR("lee"), STR("staff"), DATE_NONE);
	struct session lee = signed_in(STR("lee"), PASSWORD);
	assert_int_equal(
		account_set_state(store, lee.actor, arena, id, ACCOUNT_DISABLED, &why),
		FAIL_REFUSED);
	why = refusal_on(arena);
	WORKS(account_set_state(store, dana.actor, arena, id, ACCOUNT_DISABLED, &why));
	assert_int_equal(session_of_cookie(store, arena, lee.secret, &again),
	                 FAIL_NOT_FOUND);
	assert_int_equal(try_sign_in(STR("lee"), PASSWORD, STR("192.0.2.1")), FAIL_REFUSED);
	why = refusal_on(arena);
	assert_int_equal(account_set_state(store, dana.actor, arena, first_account,
	                                   ACCOUNT_DISABLED, &why),
	                 FAIL_REFUSED);
	struct account *list;
	size_t count;
	WORKS(account_list(store, dana.actor, arena, &list, &count));
	assert_int_equal(count, 2);
	assert_true(str_is(list[1].name, "lee") && list[1].state == ACCOUNT_DISABLED);
}

static struct str token_of(const struct actor *who)
{
	const struct token in = { .name = STR("program") };
	struct refusal why = refusal_on(arena);
	struct str secret = STR_NONE;

	WORKS(token_add(store, who, arena, first_account, &in, 30, &why, &secret));
	return secret;
}

/* Whoever sits at an open session does not guess the password there. */
static void guessing_the_current_password_is_slowed_down(void **state)
{
	(void)state;
	struct refusal why = refusal_on(arena);

	set_up();
	struct session dana = signed_in(STR("dana@example.org"), PASSWORD);
	struct new_password in = { STR("wrong"), STR("another long password"), false };
	for (int i = 0; i < 6; i++)
		assert_int_equal(account_set_password(store, dana.actor, arena,
		                                      first_account, &in, &why),
		                 FAIL_REFUSED);
	in.current = PASSWORD;
	why = refusal_on(arena);
	assert_int_equal(account_set_password(store, dana.actor, arena, first_account, &in,
	                                      &why),
	                 FAIL_REFUSED);
	assert_non_null(strstr(why.at[0].why.id, "too many attempts"));
}

static void a_new_password_ends_the_sessions(void **state)
{
	(void)state;
	struct refusal why = refusal_on(arena);
	struct session again;

	set_up();
	struct session dana = signed_in(STR("dana@example.org"), PASSWORD);
	assert_int_equal(account_set_password(store, dana.actor, arena, first_account,
	                                      &(struct new_password){
						      STR("wrong"),
						      STR("dana@example.org 1"), false },
	                                      &why),
	                 FAIL_REFUSED);
	assert_int_equal(why.count, 2);
	why = refusal_on(arena);
	struct str kept = token_of(dana.actor);
	struct new_password in = { PASSWORD, STR("another long password"), true };
	WORKS(account_set_password(store, dana.actor, arena, first_account, &in, &why));
	WORKS(session_of_token(store, arena, kept, &again));
	in = (struct new_password){ in.password, STR("yet another password"), false };
	WORKS(account_set_password(store, dana.actor, arena, first_account, &in, &why));
	assert_int_equal(session_of_token(store, arena, kept, &again), FAIL_NOT_FOUND);
	in = (struct new_password){ in.password, STR("another long password"), false };
	WORKS(account_set_password(store, dana.actor, arena, first_account, &in, &why));
	assert_int_equal(session_of_cookie(store, arena, dana.secret, &again),
	                 FAIL_NOT_FOUND);
	assert_int_equal(try_sign_in(STR("dana@example.org"), PASSWORD, STR("a")),
	                 FAIL_REFUSED);
	assert_int_equal(try_sign_in(STR("dana@example.org"), STR("another long password"),
	                             STR("b")),
	                 OK);
}

static void tokens_are_cut_down_and_end(void **state)
{
	(void)state;
	struct refusal why = refusal_on(arena);
	struct str scopes[] = { STR("plan.*") }, bad[] = { STR("plan read") }, secret;
	struct token in = { .name = STR("sync"), .scopes = scopes, .scope_count = 1 };
	struct session s;
	struct date today = { 2026, 11, 21 };

	set_up();
	struct session dana = signed_in(STR("dana@example.org"), PASSWORD);
	WORKS(token_add(store, dana.actor, arena, first_account, &in, 30, &why, &secret));
	WORKS(session_of_token(store, arena, secret, &s));
	assert_true(s.from_token && access_somewhere(s.actor, "plan.write", today));
	assert_false(access_somewhere(s.actor, "document.change", today));
	assert_false(access_installation(s.actor, "installation.users", today, NULL));
	/* a token makes no tokens */
	assert_int_equal(
		token_add(store, s.actor, arena, first_account, &in, 30, &why, &secret),
		FAIL_REFUSED);
	why = refusal_on(arena);
	in.scopes = bad;
	assert_int_equal(
		token_add(store, dana.actor, arena, first_account, &in, 500, &why, &secret),
		FAIL_REFUSED);
	assert_int_equal(why.count, 2);
	why = refusal_on(arena);
	in.scope_count = 0;
	in.read_only = true;
	WORKS(token_add(store, dana.actor, arena, first_account, &in, 1, &why, &secret));
	WORKS(session_of_token(store, arena, secret, &s));
	assert_true(s.actor->token_read_only);
	/* neither does one that may do all that its owner may */
	in.read_only = false;
	WORKS(token_add(store, dana.actor, arena, first_account, &in, 1, &why, &secret));
	WORKS(session_of_token(store, arena, secret, &s));
	assert_int_equal(
		token_add(store, s.actor, arena, first_account, &in, 30, &why, &secret),
		FAIL_REFUSED);
	why = refusal_on(arena);
	struct token *list;
	size_t count;
	WORKS(token_list(store, dana.actor, arena, first_account, &list, &count));
	assert_int_equal(count, 3);
	assert_true(str_starts(list[0].hint, "wdr_") && list[0].hint.n < 16);
	wait_s(86401);
	assert_int_equal(session_of_token(store, arena, secret, &s), FAIL_NOT_FOUND);
	dana = signed_in(STR("dana@example.org"), PASSWORD);
	WORKS(token_revoke(store, dana.actor, arena, list[1].id));
	assert_int_equal(token_revoke(store, dana.actor, arena, list[1].id),
	                 FAIL_NOT_FOUND);
}

static void a_scope_covers_some_right(void **state)
{
	(void)state;
	struct refusal why = refusal_on(arena);
	struct str scope[1], secret;
	struct token in = { .name = STR("sync"), .scopes = scope, .scope_count = 1 };

	set_up();
	struct session dana = signed_in(STR("dana@example.org"), PASSWORD);
	/* what would cover nothing is told which rights there are */
	const char *const nothing[] = { "nope.read", "plan.nope", "nope", "plan" };
	for (size_t i = 0; i < COUNT(nothing); i++) {
		why = refusal_on(arena);
		scope[0] = str_of(nothing[i]);
		assert_int_equal(token_add(store, dana.actor, arena, first_account, &in, 30,
		                           &why, &secret),
		                 FAIL_REFUSED);
		assert_int_equal(why.count, 1);
		struct str advice = message_fill(arena, why.at[0].advice.id,
		                                 &why.at[0].advice);
		assert_true(str_find(advice, i == 1 ? STR("plan.adopt") : STR("plan")) !=
		            SIZE_MAX);
	}
	const char *const something[] = { "*", "*.read", "plan.adopt", "setting.*",
		                          "installation.users" };
	for (size_t i = 0; i < COUNT(something); i++) {
		why = refusal_on(arena);
		scope[0] = str_of(something[i]);
		WORKS(token_add(store, dana.actor, arena, first_account, &in, 30, &why,
		                &secret));
	}
}

static void what_is_no_secret_is_not_looked_up(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"",
		"wdr_",
		"wdr_00",
		"Wdr_0000000000000000000000000000000000000000000000000000000000000000",
		"wdr_000000000000000000000000000000000000000000000000000000000000000G",
		"wdr_0000000000000000000000000000000000000000000000000000000000000000'",
	};
	struct session s;

	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_int_equal(session_of_token(store, arena, str_of(wrong[i]), &s),
		                 FAIL_NOT_FOUND);
		assert_int_equal(session_of_cookie(store, arena, str_of(wrong[i]), &s),
		                 FAIL_NOT_FOUND);
	}
}

static enum fail count_ended(struct tx *tx, void *arg)
{
	int64_t *left = arg;
	struct stmt *s = query(tx, SQL("select (select count(*) from session)\n"
	                               "  + (select count(*) from sign_in_attempt)"));

	assert_int_equal(query_next(s), 1);
	*left = column_i64(s, 0);
	query_end(s);
	return OK;
}

static void what_has_ended_leaves_by_the_clock(void **state)
{
	(void)state;
	int64_t count = -1, left = -1;
	struct session s;
	struct refusal why = refusal_on(arena);

	set_up();
	struct session dana = signed_in(STR("dana@example.org"), PASSWORD);
	(void)try_sign_in(STR("mallory"), STR("wrong"), STR("x"));
	WORKS(sessions_forget(store, &count));
	assert_int_equal(count, 0);
	WORKS(session_of_cookie(store, arena, dana.secret, &s));
	wait_s(SESSION_IDLE_MINUTES * 60 + 1);
	WORKS(sessions_forget(store, &count));
	WORKS(db_read(store_db(store), count_ended, &left));
	assert_true(count > 0);
	assert_int_equal(left, 0);
}

static void a_proxy_vouches_for_known_accounts_only(void **state)
{
	(void)state;
	struct session s;
	struct refusal why = refusal_on(arena);

	set_up();
	WORKS(session_of_proxy(store, arena, STR("Dana@Example.org"), &s));
	assert_true(s.from_proxy && s.secret.n == 64);
	assert_int_equal(session_of_proxy(store, arena, STR("mallory"), &s),
	                 FAIL_NOT_FOUND);
	assert_int_equal(session_of_proxy(store, arena, STR(""), &s), FAIL_NOT_FOUND);
}

static enum fail drop_lee(struct tx *tx, void *arg)
{
	(void)arg;
	return db_script(tx, STR("delete from account where login = 'lee'"));
}

static void all_of_it_is_in_a_history_that_verifies(void **state)
{
	(void)state;
	struct refusal why = refusal_on(arena);
	struct verify_result *r = ARENA_NEW(arena, struct verify_result);
	struct verify_options o = { .own_key = NULL };

	set_up();
	struct session dana = signed_in(STR("dana@example.org"), PASSWORD);
	(void)try_sign_in(STR("dana@example.org"), STR("wrong"), STR("x"));
	add_account(dana.actor, STR("lee"), STR("staff"), DATE_NONE);
	WORKS(store_verify(store, arena, org, &o, r));
	if (r->differences)
		fail_msg("%.*s: %.*s", STR_ARG(r->at[0].where), STR_ARG(r->at[0].what));
	assert_true(r->records > 10 && r->entries > r->records);
	/* an account taken out of its table is missed */
	WORKS(db_write(store_db(store), drop_lee, NULL));
	WORKS(store_verify(store, arena, org, &o, r));
	assert_int_equal(r->differences, 1);
	assert_true(str_starts(r->at[0].where, "account "));
}

/* In the evening of Vancouver it is tomorrow already in UTC. */
static void the_first_appointments_hold_at_any_hour(void **state)
{
	(void)state;
	store_set_clock(store, (struct instant){ NOON + INT64_C(14) * 3600 * 1000000 });
	set_up();
	struct session s = signed_in(STR("dana@example.org"), PASSWORD);
	struct date evening = { 2026, 11, 21 };

	assert_true(access_somewhere(s.actor, "plan.write", evening));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, start, stop)
	const struct CMUnitTest tests[] = {
		TEST(the_first_run_takes_the_code_from_the_terminal),
		TEST(everything_wrong_with_a_setup_is_said_at_once),
		TEST(the_first_person_is_administrator_and_officer),
		TEST(the_first_appointments_hold_at_any_hour),
		TEST(a_session_ends_when_idle_and_when_revoked),
		TEST(whoever_guesses_waits_longer_and_longer),
		TEST(an_auditor_reads_until_the_last_day),
		TEST(an_ended_appointment_counts_at_once),
		TEST(a_role_covers_its_unit_and_what_is_below),
		TEST(a_disabled_account_is_out_at_once),
		TEST(a_new_password_ends_the_sessions),
		TEST(guessing_the_current_password_is_slowed_down),
		TEST(tokens_are_cut_down_and_end),
		TEST(a_scope_covers_some_right),
		TEST(what_is_no_secret_is_not_looked_up),
		TEST(what_has_ended_leaves_by_the_clock),
		TEST(a_proxy_vouches_for_known_accounts_only),
		TEST(all_of_it_is_in_a_history_that_verifies),
	};
	return cmocka_run_group_tests_name("identity", tests, NULL, NULL);
}
