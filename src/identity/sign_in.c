/*
 * sign_in.c -- a login and a password, or the same answer whatever was wrong.
 *
 * An unknown login costs the same Argon2id as a known one.  The hashing is done between two
 * transactions: first what is known (and whether to wait), then the result.
 */
#include "identity/internal.h"

#include <pthread.h>

#include "codec/words.h"

#define ADDRESS_BYTES 64
#define AGENT_BYTES 200

struct attempt {
	struct arena *arena;
	const struct sign_in *in;
	struct throttle throttle;
	int64_t wait_s;
	bool known;
	struct account_row row;
	bool passed;
	struct str secret;
	uint8_t hash[SHA256_BYTES];
	struct id session;
};

static enum fail before_hashing(struct tx *tx, void *arg)
{
	struct attempt *t = arg;
	enum fail f = throttle_wait(tx, &t->throttle, &t->wait_s);

	if (f != OK || t->wait_s > 0)
		return f;
	f = account_by_login(tx, t->arena, ID_NONE, t->in->login, &t->row);
	t->known = f == OK;
	return f == FAIL_NOT_FOUND ? OK : f;
}

/* A hash that no password has, made once: it takes as long as a real one. */
static struct str nobodys_hash(void)
{
	static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
	static char made[160];

	pthread_mutex_lock(&lock);
	if (made[0] == '\0') {
		struct arena *a = arena_new(64 * 1024);
		struct str hash;
		if (a && password_hash(a, secret_new(a), &hash) == OK &&
		    hash.n < sizeof made)
			memcpy(made, hash.p, hash.n);
		arena_free(a);
	}
	pthread_mutex_unlock(&lock);
	return str_of(made);
}

static struct str cut_text(struct arena *a, struct str s, size_t most)
{
	return str_is_utf8(s) ? str_printable(a, str_cut_utf8(s, most)) : STR("");
}

static enum fail note_attempt(struct tx *tx, const struct attempt *t, const char *what)
{
	struct arena *a = t->arena;
	struct ledger_value values[] = {
		{ STR("address"),
		  json_text(a, cut_text(a, t->in->address, ADDRESS_BYTES)) },
		{ STR("agent"), json_text(a, cut_text(a, t->in->agent, AGENT_BYTES)) },
	};
	struct account_event e = {
		.org = t->row.org,
		.account = t->row.id,
		.version = t->row.version,
		.what = what,
		.values = values,
		.value_count = COUNT(values),
	};

	if (t->passed)
		e.by = t->row.id;
	else
		e.by_name = STR("sign-in");
	return account_note(tx, a, t->throttle.now, &e);
}

static enum fail after_failure(struct tx *tx, void *arg)
{
	const struct attempt *t = arg;
	enum fail f = throttle_failed(tx, &t->throttle);

	return f == OK && t->known ? note_attempt(tx, t, "sign-in:refused") : f;
}

static enum fail insert_session(struct tx *tx, const struct attempt *t)
{
	struct arena *a = t->arena;
	int64_t now = t->throttle.now.us;
	struct stmt *s = query(tx, SQL("insert into session\n"
	                               "  (hash, org, id, account, started_at, last_at, "
	                               "ends_at, address, agent)\n"
	                               "values (:hash, :org, :id, :account, :now, :now, "
	                               ":ends, :address, :agent)"));

	bind_blob(s, "hash", t->hash, sizeof t->hash);
	bind_id(s, "org", t->row.org);
	bind_id(s, "id", t->session);
	bind_id(s, "account", t->row.id);
	bind_i64(s, "now", now);
	bind_i64(s, "ends", now + SESSION_LONGEST_HOURS * 3600 * US_PER_SECOND);
	bind_str(s, "address", cut_text(a, t->in->address, ADDRESS_BYTES));
	bind_str(s, "agent", cut_text(a, t->in->agent, AGENT_BYTES));
	return query_run(s);
}

static enum fail mark_sign_in(struct tx *tx, const struct attempt *t)
{
	struct stmt *s = query(tx, SQL("update account\n"
	                               "set last_sign_in_at = :now\n"
	                               "where org = :org and id = :id"));

	bind_i64(s, "now", t->throttle.now.us);
	bind_id(s, "org", t->row.org);
	bind_id(s, "id", t->row.id);
	return query_run(s);
}

static enum fail after_success(struct tx *tx, void *arg)
{
	struct attempt *t = arg;
	enum fail f = throttle_passed(tx, &t->throttle);

	if (f == OK)
		f = insert_session(tx, t);
	if (f == OK)
		f = mark_sign_in(tx, t);
	return f == OK ? note_attempt(tx, t, "sign-in") : f;
}

static enum fail refuse_wait(struct arena *a, struct refusal *why, int64_t seconds)
{
	int64_t minutes = (seconds + 59) / 60;

	why->kind = REFUSAL_FORBIDDEN;
	if (seconds < 60)
		refuse_with(why, FIELD_NONE, MESSAGE("too many attempts to sign in"),
		            MESSAGE1("Wait %1 seconds and try again.",
		                     str_format(a, "%lld", (long long)seconds)));
	else
		refuse_with(why, FIELD_NONE, MESSAGE("too many attempts to sign in"),
		            MESSAGE1("Wait %1 minutes and try again.",
		                     str_format(a, "%lld", (long long)minutes)));
	return FAIL_REFUSED;
}

static enum fail failed(struct store *s, struct attempt *t, struct refusal *why)
{
	enum fail f = db_write(store_db(s), after_failure, t);

	if (f != OK)
		return f;
	refuse_forbidden(
		why, N_("the login or the password is not right"),
		N_("Check both and try again. An administrator can set a new password."));
	return FAIL_REFUSED;
}

static enum fail passed(struct store *s, struct attempt *t, struct session *out)
{
	struct actor *actor;

	t->passed = true;
	t->secret = secret_new(t->arena);
	secret_hash(t->secret, t->hash);
	t->session = id_new();
	enum fail f = db_write(store_db(s), after_success, t);
	if (f == OK)
		f = actor_of_account(s, t->arena, &t->row, &actor);
	if (f != OK)
		return f;
	struct instant now = t->throttle.now;
	*out = (struct session){
		.id = t->session,
		.secret = t->secret,
		.actor = actor,
		.started_at = now,
		.ends_at = { now.us + SESSION_IDLE_MINUTES * 60 * US_PER_SECOND },
	};
	return OK;
}

enum fail session_start(struct store *s, struct arena *a, const struct sign_in *in,
                        struct refusal *why, struct session *out)
{
	struct attempt t = {
		.arena = a,
		.in = in,
		.throttle = { .login = fold(a, in->login),
		              .address = in->address,
		              .now = store_now(s) },
	};

	if (in->login.n > 256 || !str_is_utf8(in->login))
		t.throttle.login = STR_NONE;
	enum fail f = db_read(store_db(s), before_hashing, &t);
	if (f != OK)
		return f;
	if (t.wait_s > 0)
		return refuse_wait(a, why, t.wait_s);
	bool usable = t.known && t.row.state == ACCOUNT_ACTIVE && t.row.password.p;
	bool matches =
		password_matches(in->password, usable ? t.row.password : nobodys_hash());
	return usable && matches ? passed(s, &t, out) : failed(s, &t, why);
}
