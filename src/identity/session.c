/*
 * session.c -- whose request is this?  By cookie, by token, or by a proxy that vouches.
 *
 * A session ends an hour after its last use and twelve hours after its start, whichever is
 * first.  Its last use is written at most once a minute.
 */
#include "identity/internal.h"

#define TOUCH_US (60 * US_PER_SECOND)
#define IDLE_US (SESSION_IDLE_MINUTES * 60 * US_PER_SECOND)

struct lookup {
	struct arena *arena;
	struct instant now;
	uint8_t hash[SHA256_BYTES];
	struct str login;
	struct id account, org, id;
	struct instant started_at, last_at, ends_at;
	struct account_row row;
	struct str scopes;
	bool read_only;
};

static enum fail active_account(struct tx *tx, struct lookup *l)
{
	enum fail f = account_by_id(tx, l->arena, l->org, l->account, &l->row);

	if (f == OK && l->row.state != ACCOUNT_ACTIVE)
		return fail_say(FAIL_NOT_FOUND, "the account is disabled");
	return f;
}

static enum fail not_signed_in(void)
{
	return fail_say(FAIL_NOT_FOUND, "not signed in");
}

static struct instant idle_end(const struct lookup *l)
{
	int64_t idle = l->last_at.us + IDLE_US;

	return (struct instant){ idle < l->ends_at.us ? idle : l->ends_at.us };
}

static enum fail find_session(struct tx *tx, void *arg)
{
	struct lookup *l = arg;
	struct stmt *s =
		query(tx, SQL("select org, id, account, started_at, last_at, ends_at\n"
	                      "from session\n"
	                      "where hash = :hash"));

	bind_blob(s, "hash", l->hash, sizeof l->hash);
	int row = query_next(s);
	if (row > 0) {
		l->org = column_id(s, 0);
		l->id = column_id(s, 1);
		l->account = column_id(s, 2);
		l->started_at.us = column_i64(s, 3);
		l->last_at.us = column_i64(s, 4);
		l->ends_at.us = column_i64(s, 5);
	}
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	if (row == 0 || l->now.us >= idle_end(l).us)
		return not_signed_in();
	return active_account(tx, l);
}

static enum fail touch_session(struct tx *tx, void *arg)
{
	const struct lookup *l = arg;
	struct stmt *s = query(tx, SQL("update session\n"
	                               "set last_at = :now\n"
	                               "where hash = :hash"));

	bind_blob(s, "hash", l->hash, sizeof l->hash);
	bind_i64(s, "now", l->now.us);
	return query_run(s);
}

static enum fail session_made(struct store *s, struct lookup *l, struct str secret,
                              struct session *out)
{
	struct actor *actor;
	enum fail f = actor_of_account(s, l->arena, &l->row, &actor);

	if (f != OK)
		return f;
	*out = (struct session){
		.id = l->id,
		.secret = secret,
		.actor = actor,
		.started_at = l->started_at,
		.ends_at = l->ends_at,
	};
	return OK;
}

static enum fail find_user(struct tx *tx, void *arg)
{
	return active_account(tx, arg);
}

enum fail actor_of_user(struct store *s, struct arena *a, struct id org, struct id account,
                        struct actor **out)
{
	struct lookup l = { .arena = a, .org = org, .account = account };
	enum fail f = db_read(store_db(s), find_user, &l);

	return f == OK ? actor_of_account(s, a, &l.row, out) : f;
}

enum fail session_of_cookie(struct store *s, struct arena *a, struct str cookie,
                            struct session *out)
{
	struct lookup l = { .arena = a, .now = store_now(s) };

	if (!secret_is_plausible(cookie))
		return not_signed_in();
	secret_hash(cookie, l.hash);
	enum fail f = db_read(store_db(s), find_session, &l);
	if (f != OK)
		return f;
	if (l.now.us - l.last_at.us > TOUCH_US) {
		f = db_write(store_db(s), touch_session, &l);
		if (f != OK)
			return f;
		l.last_at = l.now;
	}
	l.ends_at = idle_end(&l);
	return session_made(s, &l, str_copy(a, cookie), out);
}

static enum fail delete_session(struct tx *tx, void *arg)
{
	const struct lookup *l = arg;
	struct stmt *s = query(tx, SQL("delete from session\n"
	                               "where hash = :hash"));

	bind_blob(s, "hash", l->hash, sizeof l->hash);
	return query_run(s);
}

enum fail session_end(struct store *s, struct str cookie)
{
	struct lookup l = { 0 };

	if (!secret_is_plausible(cookie))
		return OK;
	secret_hash(cookie, l.hash);
	return db_write(store_db(s), delete_session, &l);
}

/* ---- what has ended ---- */

struct forgetting {
	struct instant now;
	int64_t count;
};

static enum fail forget_sessions(struct tx *tx, struct forgetting *g)
{
	struct stmt *s = query(tx, SQL("delete from session\n"
	                               "where ends_at <= :now or last_at <= :idle"));

	bind_i64(s, "now", g->now.us);
	bind_i64(s, "idle", g->now.us - IDLE_US);
	enum fail f = query_run(s);
	g->count += f == OK ? tx_changed(tx) : 0;
	return f;
}

static enum fail forget_codes(struct tx *tx, struct forgetting *g)
{
	struct stmt *s = query(tx, SQL("delete from setup_code\n"
	                               "where ends_at <= :now"));

	bind_i64(s, "now", g->now.us);
	enum fail f = query_run(s);
	g->count += f == OK ? tx_changed(tx) : 0;
	return f;
}

static enum fail forget_ended(struct tx *tx, void *arg)
{
	struct forgetting *g = arg;

	g->count = 0;
	enum fail f = forget_sessions(tx, g);
	if (f == OK)
		f = forget_codes(tx, g);
	if (f == OK)
		f = throttle_forget(tx, g->now, &g->count);
	return f;
}

enum fail sessions_forget(struct store *s, int64_t *count)
{
	struct forgetting g = { .now = store_now(s) };
	enum fail f = db_write(store_db(s), forget_ended, &g);

	*count = g.count;
	return f;
}

/* ---- tokens ---- */

static enum fail find_token(struct tx *tx, void *arg)
{
	struct lookup *l = arg;
	struct stmt *s = query(tx, SQL("select org, id, account, made_at, last_used_at, "
	                               "ends_at, read_only, scopes,\n"
	                               "  revoked\n"
	                               "from api_token\n"
	                               "where hash = :hash"));

	bind_blob(s, "hash", l->hash, sizeof l->hash);
	int row = query_next(s);
	bool revoked = false;
	if (row > 0) {
		l->org = column_id(s, 0);
		l->id = column_id(s, 1);
		l->account = column_id(s, 2);
		l->started_at.us = column_i64(s, 3);
		l->last_at.us = column_i64(s, 4);
		l->ends_at.us = column_i64(s, 5);
		l->read_only = column_i64(s, 6) != 0;
		l->scopes = str_copy(l->arena, column_str(s, 7));
		revoked = column_i64(s, 8) != 0;
	}
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	if (row == 0 || revoked || l->now.us >= l->ends_at.us)
		return not_signed_in();
	return active_account(tx, l);
}

static enum fail touch_token(struct tx *tx, void *arg)
{
	const struct lookup *l = arg;
	struct stmt *s = query(tx, SQL("update api_token\n"
	                               "set last_used_at = :now\n"
	                               "where hash = :hash"));

	bind_blob(s, "hash", l->hash, sizeof l->hash);
	bind_i64(s, "now", l->now.us);
	return query_run(s);
}

/* Patterns with blanks between. */
static size_t scopes_of(const struct registry *types, struct arena *a, struct str text,
                        const struct str **out)
{
	size_t n = 0;
	struct str *all = ARENA_TRY(a, struct str, text.n / 2 + 1);

	*out = all;
	if (!all) {
		arena_fail(a);
		return 0;
	}
	while (text.n > 0) {
		struct str one = str_split(text, ' ', &text);
		if (one.n > 0)
			all[n++] = right_now(types, a, one);
	}
	return n;
}

enum fail session_of_token(struct store *s, struct arena *a, struct str token,
                           struct session *out)
{
	struct lookup l = { .arena = a, .now = store_now(s) };

	if (!str_starts(token, TOKEN_PREFIX) ||
	    !secret_is_plausible(str_from(token, strlen(TOKEN_PREFIX))))
		return not_signed_in();
	secret_hash(token, l.hash);
	enum fail f = db_read(store_db(s), find_token, &l);
	if (f == OK && l.now.us - l.last_at.us > TOUCH_US)
		f = db_write(store_db(s), touch_token, &l);
	if (f == OK)
		f = session_made(s, &l, STR_NONE, out);
	if (f != OK)
		return f;
	struct actor *actor = ARENA_NEW(a, struct actor);
	*actor = *out->actor;
	actor->by_token = true;
	actor->token_read_only = l.read_only;
	actor->token_scope_count = scopes_of(store_registry(s), a, l.scopes,
	                                     &actor->token_scopes);
	out->actor = actor;
	out->from_token = true;
	/* A token that lost its scopes to a lack of memory must not gain rights. */
	return arena_failed(a) ? fail_say(FAIL_MEMORY, "no memory for a token") : OK;
}

/* ---- a proxy that vouches ---- */

static enum fail find_login(struct tx *tx, void *arg)
{
	struct lookup *l = arg;
	enum fail f = account_by_login(tx, l->arena, ID_NONE, l->login, &l->row);

	if (f == OK && l->row.state != ACCOUNT_ACTIVE)
		return fail_say(FAIL_NOT_FOUND, "the account is disabled");
	return f;
}

enum fail session_of_proxy(struct store *s, struct arena *a, struct str login,
                           struct session *out)
{
	struct lookup l = { .arena = a, .now = store_now(s), .login = login };

	if (login.n == 0 || login.n > 256 || !str_is_utf8(login))
		return not_signed_in();
	enum fail f = db_read(store_db(s), find_login, &l);
	if (f != OK)
		return f;
	l.id = l.row.id;
	l.started_at = l.now;
	l.ends_at.us = l.now.us + IDLE_US;
	f = session_made(s, &l, hex(a, l.row.secret, sizeof l.row.secret), out);
	out->from_proxy = true;
	return f;
}
