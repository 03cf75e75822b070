/* account_change.c -- accounts listed, disabled, given a password or a language. */
#include "identity/account.h"

#include "codec/words.h"

struct changing {
	struct store *store;
	const struct actor *who;
	struct arena *arena;
	struct instant now;
	struct id account;
	enum account_state state;
	struct str hash;
	enum lang lang;
	const char *what;
	const struct new_password *in;
	bool own, right;                /* the password that they gave */
	int64_t wait_s, revoked;
	struct account_row row;
};

static enum fail read_row(struct tx *tx, void *arg)
{
	struct changing *c = arg;

	return account_by_id(tx, c->arena, c->who->org, c->account, &c->row);
}

/* Until the end of the transaction nobody else changes it. */
static enum fail take_row(struct tx *tx, struct changing *c)
{
	enum fail f = ledger_turn(tx, c->who->org);

	return f == OK ? read_row(tx, c) : f;
}

static enum fail write_row(struct tx *tx, const struct changing *c)
{
	struct stmt *s =
		query(tx, SQL("update account\n"
	                      "set state = :state, password = :password, lang = :lang,\n"
	                      "  version = version + 1\n"
	                      "where org = :org and id = :id"));

	bind_i64(s, "state", c->row.state);
	bind_str(s, "password", c->row.password);
	bind_i64(s, "lang", c->row.lang);
	bind_id(s, "org", c->row.org);
	bind_id(s, "id", c->row.id);
	return query_run(s);
}

static enum fail note_change(struct tx *tx, const struct changing *c)
{
	bool active = c->row.state == ACCOUNT_ACTIVE;
	struct ledger_value values[] = {
		{ STR("state"), active ? STR("\"active\"") : STR("\"disabled\"") },
		{ STR("tokens_revoked"),
		  str_format(c->arena, "%lld", (long long)c->revoked) },
	};

	return account_note_by(tx, c->arena, c->now, c->who,
	                       (struct account_event){
				       .org = c->row.org,
				       .account = c->row.id,
				       .version = c->row.version + 1,
				       .what = c->what,
				       .values = values,
				       .value_count = COUNT(values) - (c->revoked == 0),
			       });
}

/* Everybody else who is signed in with this account is signed out. */
static enum fail end_sessions(struct tx *tx, const struct account_row *row)
{
	struct stmt *s = query(tx, SQL("delete from session\n"
	                               "where org = :org and account = :account"));

	bind_id(s, "org", row->org);
	bind_id(s, "account", row->id);
	return query_run(s);
}

static enum fail change_row(struct tx *tx, struct changing *c)
{
	enum fail f = write_row(tx, c);

	return f == OK ? note_change(tx, c) : f;
}

static enum fail state_job(struct tx *tx, void *arg)
{
	struct changing *c = arg;
	enum fail f = take_row(tx, c);

	if (f != OK || c->row.state == c->state)
		return f;
	c->row.state = c->state;
	f = change_row(tx, c);
	return f == OK && c->state == ACCOUNT_DISABLED ? end_sessions(tx, &c->row) : f;
}

enum fail account_set_state(struct store *s, const struct actor *who, struct arena *a,
                            struct id account, enum account_state state,
                            struct refusal *why)
{
	struct changing c = {
		.who = who,
		.arena = a,
		.now = store_now(s),
		.account = account,
		.state = state,
		.what = state == ACCOUNT_ACTIVE ? "enable" : "disable",
	};

	if (!may_run_accounts(who))
		return refuse_may_not(why);
	if (state == ACCOUNT_DISABLED && id_equal(account, who->user)) {
		refuse(why, FIELD_NONE, "nobody disables their own account",
		       "Ask another administrator.");
		return FAIL_REFUSED;
	}
	return db_write(store_db(s), state_job, &c);
}

/* ---- a new password ---- */
static enum fail revoke_tokens(struct tx *tx, struct changing *c)
{
	struct stmt *s =
		query(tx, SQL("update api_token set revoked = 1\n"
	                      "where org = :org and account = :account and revoked = 0"));

	bind_id(s, "org", c->row.org);
	bind_id(s, "account", c->row.id);
	enum fail f = query_run(s);
	c->revoked = f == OK ? tx_changed(tx) : 0;
	return f;
}

static enum fail password_job(struct tx *tx, void *arg)
{
	struct changing *c = arg;
	enum fail f = take_row(tx, c);

	if (f == OK && !c->in->keep_tokens)
		f = revoke_tokens(tx, c);
	if (f == OK && !c->in->keep_tokens)
		f = calendar_forget(tx, c->row.org, c->row.id);
	if (f != OK)
		return f;
	c->row.password = c->hash;
	f = change_row(tx, c);
	return f == OK ? end_sessions(tx, &c->row) : f;
}

/* A session that was left open is not the place to guess a password from. */
static struct throttle guessing(const struct changing *c)
{
	return (struct throttle){ .login = fold(c->arena, c->row.login),
		                  .address = id_text(c->arena, c->row.id),
		                  .now = c->now };
}

static enum fail may_try(struct tx *tx, void *arg)
{
	struct changing *c = arg;
	enum fail f = read_row(tx, c);

	if (f != OK || !c->own)
		return f;
	const struct throttle t = guessing(c);
	return throttle_wait(tx, &t, &c->wait_s);
}

static enum fail note_try(struct tx *tx, void *arg)
{
	const struct changing *c = arg;
	const struct throttle t = guessing(c);

	return c->right ? throttle_passed(tx, &t) : throttle_failed(tx, &t);
}

static enum fail check_current(struct changing *c, struct refusal *why)
{
	if (!c->own)
		return OK;
	if (c->wait_s > 0) {
		refuse_with(why, FIELD_NONE,
		            MESSAGE1("too many attempts: wait %1 seconds",
		                     str_format(c->arena, "%lld", (long long)c->wait_s)),
		            MESSAGE(NULL));
		return FAIL_REFUSED;
	}
	c->right = password_matches(c->in->current, c->row.password);
	if (!c->right)
		refuse(why, FIELD_NONE, "the current password is not right", NULL);
	return db_write(store_db(c->store), note_try, c);
}

enum fail account_set_password(struct store *s, const struct actor *who, struct arena *a,
                               struct id account, const struct new_password *in,
                               struct refusal *why)
{
	struct changing c = {
		.store = s,
		.who = who,
		.arena = a,
		.now = store_now(s),
		.account = account,
		.what = "password",
		.in = in,
		.own = id_equal(account, who->user),
	};

	if (!c.own && !may_run_accounts(who))
		return refuse_may_not(why);
	enum fail f = db_read(store_db(s), may_try, &c);
	if (f == OK)
		f = check_current(&c, why);
	if (f != OK)
		return f;
	password_is_allowed(a, in->password, c.row.login, why);
	if (refused(why))
		return FAIL_REFUSED;
	f = password_hash(a, in->password, &c.hash);
	return f == OK ? db_write(store_db(s), password_job, &c) : f;
}

static enum fail language_job(struct tx *tx, void *arg)
{
	struct changing *c = arg;
	enum fail f = take_row(tx, c);

	if (f != OK || c->row.lang == c->lang)
		return f;
	c->row.lang = c->lang;
	return change_row(tx, c);
}

enum fail account_set_language(struct store *s, const struct actor *who, struct arena *a,
                               enum lang lang)
{
	struct changing c = {
		.who = who,
		.arena = a,
		.now = store_now(s),
		.account = who->user,
		.lang = lang,
		.what = "language",
	};

	return db_write(store_db(s), language_job, &c);
}
