/*
 * setup.c -- the first run: a code from the terminal, then the first organisation.
 *
 * Set-up is open only while the installation has no account.  Whoever holds the code, which
 * is printed where the program was started, becomes administrator and security officer.
 */
#include "identity/account.h"

#include "codec/words.h"
#include "identity/tenant.h"
#include "store/tenant.h"
#include "sys/zone.h"

#define DEFAULT_ZONE "America/Vancouver"

static enum fail count_accounts(struct tx *tx, void *arg)
{
	int64_t *count = arg;
	struct stmt *s = query(tx, SQL("select count(*)\n"
	                               "from account"));
	int row = query_next(s);

	if (row > 0)
		*count = column_i64(s, 0);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail setup_open(struct store *s, bool *open)
{
	int64_t count = 0;
	enum fail f = db_read(store_db(s), count_accounts, &count);

	*open = count == 0;
	return f;
}

/* ---- the code ---- */
struct code {
	struct arena *arena;
	struct instant now;
	uint8_t hash[SHA256_BYTES];
	bool right;
	int64_t wait_s;
	struct throttle throttle;
};

static enum fail forget_codes(struct tx *tx)
{
	return query_run(query(tx, SQL("delete from setup_code")));
}

static enum fail keep_code(struct tx *tx, void *arg)
{
	const struct code *c = arg;
	enum fail f = forget_codes(tx);

	if (f != OK)
		return f;
	struct stmt *s = query(tx, SQL("insert into setup_code (hash, ends_at)\n"
	                               "values (:hash, :ends)"));
	bind_blob(s, "hash", c->hash, sizeof c->hash);
	bind_i64(s, "ends", c->now.us + SETUP_HOURS * 3600 * US_PER_SECOND);
	return query_run(s);
}

enum fail setup_code(struct store *s, struct arena *a, struct str *code)
{
	struct code c = { .arena = a, .now = store_now(s) };

	*code = setup_code_new(a);
	secret_hash(setup_code_normal(a, *code), c.hash);
	return db_write(store_db(s), keep_code, &c);
}

static enum fail check_code(struct tx *tx, void *arg)
{
	struct code *c = arg;
	enum fail f = throttle_wait(tx, &c->throttle, &c->wait_s);

	if (f != OK || c->wait_s > 0)
		return f;
	struct stmt *s = query(tx, SQL("select ends_at\n"
	                               "from setup_code\n"
	                               "where hash = :hash"));
	bind_blob(s, "hash", c->hash, sizeof c->hash);
	int row = query_next(s);
	c->right = row > 0 && c->now.us < column_i64(s, 0);
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	return c->right ? OK : throttle_failed(tx, &c->throttle);
}

static enum fail code_is_right(struct store *s, struct arena *a, struct str typed,
                               struct refusal *why)
{
	struct code c = { .arena = a, .now = store_now(s) };

	c.throttle = (struct throttle){ STR("set-up"), STR(""), c.now };
	secret_hash(setup_code_normal(a, typed), c.hash);
	enum fail f = db_write(store_db(s), check_code, &c);
	if (f != OK || c.right)
		return f;
	refuse_forbidden(
		why,
		c.wait_s ? N_("too many attempts with a set-up code")
			 : N_("the set-up code is not right, or too old"),
		c.wait_s ? N_("Wait a quarter of an hour and try again.")
			 : N_("Copy it from the terminal where wardroom was started; "
	                      "a restart prints a new one."));
	return FAIL_REFUSED;
}

/* ---- the first organisation ---- */
struct setting_up {
	const struct setup *in;
	struct refusal *why;
	struct str hash, zone;
	struct id account, root;
};

static enum fail still_open(struct act *a, struct refusal *why)
{
	int64_t count = 0;
	enum fail f = count_accounts(a->tx, &count);

	if (f == OK && count > 0) {
		refuse_forbidden(why, N_("this installation is already set up"),
		                 N_("Sign in instead."));
		return FAIL_REFUSED;
	}
	return f;
}

static enum fail appoint(struct act *a, const struct setting_up *u, struct id person)
{
	static const char *const roles[] = { "administrator", "security-officer" };
	enum fail f = OK;

	for (size_t i = 0; i < COUNT(roles) && f == OK; i++) {
		struct new_appointment in = { .role = str_of(roles[i]),
			                      .person = person,
			                      .unit = u->root };
		f = appointment_make(a, &in, u->why);
	}
	return f;
}

static enum fail setup_job(struct act *a, void *arg)
{
	struct setting_up *u = arg;
	struct id person;

	u->why->count = 0;
	enum fail f = u->in->trusted ? OK : still_open(a, u->why);
	struct new_tenant tenant = { .name = u->in->organisation,
		                     .name_fr = u->in->organisation_fr,
		                     .zone = u->zone,
		                     .root_out = &u->root };
	if (f == OK)
		f = tenant_make(a, &tenant, u->why);
	struct new_person who = { u->in->person_name.n ? u->in->person_name : u->in->login,
		                  u->in->email, u->root };
	if (f == OK)
		f = person_make(a, &who, u->why, &person);
	if (f != OK)
		return f;
	struct account_insert row = {
		.org = a->actor->org,
		.id = u->account,
		.person = person,
		.login = u->in->login,
		.login_fold = fold(a->arena, u->in->login),
		.password = u->hash,
		.lang = u->in->lang,
		.now = a->now,
	};
	f = account_make(a, a->actor, &row);
	if (f == OK)
		f = appoint(a, u, person);
	return f == OK ? forget_codes(a->tx) : f;
}

struct taken {
	struct arena *arena;
	struct str login, name;
	bool login_taken, name_taken;
};

static enum fail look_taken(struct tx *tx, void *arg)
{
	struct taken *t = arg;
	struct account_row row;
	enum fail f = account_by_login(tx, t->arena, ID_NONE, t->login, &row);

	t->login_taken = f == OK;
	return f == FAIL_NOT_FOUND ? OK : f;
}

static enum fail look_name(struct store *s, struct taken *t)
{
	struct tenant *list;
	size_t count;
	enum fail f = tenant_list(s, t->arena, &list, &count);

	for (size_t i = 0; f == OK && i < count; i++)
		t->name_taken |=
			str_equal(fold(t->arena, list[i].name), fold(t->arena, t->name));
	return f;
}

static enum fail check_all(struct store *s, struct arena *a, const struct setup *in,
                           struct str zone_name, struct refusal *why)
{
	const struct zone *zone;
	struct taken t = { .arena = a, .login = in->login, .name = in->organisation };

	if (in->organisation.n == 0)
		refuse(why, FIELD_NONE, "the organisation needs a name", NULL);
	login_is_allowed(a, in->login, why);
	password_is_allowed(a, in->password, in->login, why);
	if (zone_get(zone_name, &zone) != OK)
		refuse(why, FIELD_NONE, "there is no such time zone",
		       "As in America/Vancouver.");
	if (refused(why))
		return OK;
	enum fail f = db_read(store_db(s), look_taken, &t);
	if (f == OK)
		f = look_name(s, &t);
	if (t.login_taken)
		refuse(why, FIELD_NONE, "another account has this login",
		       "Choose another.");
	if (t.name_taken)
		refuse(why, FIELD_NONE, "another organisation here has this name",
		       "Choose another.");
	return f;
}

enum fail setup_run(struct store *s, struct arena *a, const struct setup *in,
                    struct refusal *why, struct id *org, struct id *account)
{
	struct setting_up u = {
		.in = in,
		.why = why,
		.zone = in->zone.n ? in->zone : STR(DEFAULT_ZONE),
	};
	enum fail f = in->trusted ? OK : code_is_right(s, a, in->code, why);

	if (f == OK)
		f = check_all(s, a, in, u.zone, why);
	if (f != OK)
		return f;
	if (refused(why))
		return FAIL_REFUSED;
	f = password_hash(a, in->password, &u.hash);
	if (f != OK)
		return f;
	struct actor program = system_actor(id_new(), "set-up");
	u.account = id_new();
	f = store_write(s, &program, a, setup_job, &u);
	if (f == OK && org)
		*org = program.org;
	if (f == OK && account)
		*account = u.account;
	return f;
}
