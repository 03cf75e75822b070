/* token.c -- API tokens: made, listed, revoked; and the list of sessions. */
#include "identity/internal.h"

#include "access/access.h"
#include "identity/scopes.h"

#define TOKENS_AT_MOST 100
#define LONGEST_DAYS 366
#define HINT_BYTES 8

/* ---- who may look after an account's tokens and sessions ---- */

static bool may_manage(const struct actor *who, struct id account)
{
	/* A token may not make more tokens: that would outlive its end. */
	if (who->by_token)
		return false;
	return (id_is_set(who->user) && id_equal(who->user, account)) ||
	       may_run_accounts(who);
}

static enum fail refuse_manage(void)
{
	return fail_say(FAIL_NOT_FOUND, "there is no such account");
}

/* ---- making one ---- */
struct making {
	const struct actor *who;
	struct arena *arena;
	struct instant now;
	struct id account, token;
	const struct token *in;
	struct str scopes, hint;
	struct instant ends_at;
	uint8_t hash[SHA256_BYTES];
	struct account_row row;
};

static bool scope_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
	       c == '-' || c == '*';
}

static struct str join_scopes(const struct registry *g, struct arena *a,
                              const struct token *in, struct refusal *why)
{
	struct text t = text_on(a, 4096);

	for (size_t i = 0; i < in->scope_count; i++) {
		struct str scope = in->scopes[i];
		bool plain = scope.n > 0;
		for (size_t k = 0; k < scope.n && plain; k++)
			plain = scope_byte(scope.p[k]);
		if (!plain)
			refuse_with(
				why, FIELD_NONE,
				MESSAGE1("\"%1\" is not a right", str_printable(a, scope)),
				MESSAGE("Write it as plan.read or plan.*."));
		else
			(void)scope_is_known(g, scope, why);
		if (t.n > 0)
			text_addc(&t, ' ');
		text_add(&t, scope);
	}
	if (text_failed(&t))
		refuse(why, FIELD_NONE, "a token has too many scopes", NULL);
	return text_str(&t);
}

static enum fail insert_token(struct tx *tx, const struct making *m)
{
	struct stmt *s = query(tx, SQL("insert into api_token\n"
	                               "  (hash, org, id, account, name, hint, read_only, "
	                               "scopes, made_at, ends_at,\n"
	                               "   last_used_at, revoked)\n"
	                               "values (:hash, :org, :id, :account, :name, :hint, "
	                               ":read_only, :scopes, :now,\n"
	                               "   :ends, 0, 0)"));

	bind_blob(s, "hash", m->hash, sizeof m->hash);
	bind_id(s, "org", m->row.org);
	bind_id(s, "id", m->token);
	bind_id(s, "account", m->row.id);
	bind_str(s, "name", m->in->name);
	bind_str(s, "hint", m->hint);
	bind_i64(s, "read_only", m->in->read_only);
	bind_str(s, "scopes", m->scopes);
	bind_i64(s, "now", m->now.us);
	bind_i64(s, "ends", m->ends_at.us);
	return query_run(s);
}

static enum fail note_token(struct tx *tx, const struct making *m, const char *what)
{
	struct arena *a = m->arena;
	struct ledger_value values[] = {
		{ STR("token"), json_text(a, id_text(a, m->token)) },
		{ STR("token_name"), json_text(a, m->in ? m->in->name : STR("")) },
		{ STR("token_ends"), json_text(a, instant_text(a, m->ends_at)) },
	};

	return account_note_by(tx, a, m->now, m->who,
	                       (struct account_event){
				       .org = m->row.org,
				       .account = m->row.id,
				       .version = m->row.version,
				       .what = what,
				       .values = values,
				       .value_count = m->in ? COUNT(values) : 1,
			       });
}

static enum fail token_job(struct tx *tx, void *arg)
{
	struct making *m = arg;
	enum fail f = account_by_id(tx, m->arena, m->who->org, m->account, &m->row);

	if (f == OK)
		f = insert_token(tx, m);
	return f == OK ? note_token(tx, m, "token:add") : f;
}

enum fail token_add(struct store *s, const struct actor *who, struct arena *a,
                    struct id account, const struct token *in, int days,
                    struct refusal *why, struct str *secret)
{
	struct making m = {
		.who = who, .arena = a, .now = store_now(s), .account = account, .in = in
	};

	if (!may_manage(who, account))
		return refuse_may_not(why);
	if (in->name.n == 0 || in->name.n > 120 || !str_is_utf8(in->name))
		refuse(why, FIELD_NONE, "a token needs a name of at most 120 bytes",
		       "Say what it is for.");
	if (days < 1 || days > LONGEST_DAYS)
		refuse(why, FIELD_NONE, "a token holds from 1 to 366 days", NULL);
	m.scopes = join_scopes(store_registry(s), a, in, why);
	if (refused(why))
		return FAIL_REFUSED;
	*secret = str_format(a, TOKEN_PREFIX "%.*s", STR_ARG(secret_new(a)));
	secret_hash(*secret, m.hash);
	m.hint = str_format(a, "%.*s…", HINT_BYTES, secret->p);
	m.token = id_new();
	m.ends_at.us = m.now.us + days * US_PER_DAY;
	return db_write(store_db(s), token_job, &m);
}

/* ---- listing ---- */
struct listing {
	struct arena *arena;
	struct id org, account;
	struct instant now;
	struct token *tokens;
	struct session_entry *sessions;
	size_t count;
};

static void split_scopes(struct arena *a, struct str text, struct token *t)
{
	struct str *all = ARENA_TRY(a, struct str, text.n / 2 + 1);

	while (all && text.n > 0)
		all[t->scope_count++] = str_split(text, ' ', &text);
	t->scopes = all;
}

static enum fail list_tokens(struct tx *tx, void *arg)
{
	struct listing *l = arg;
	struct stmt *s =
		query(tx, SQL("select k.id, k.account, k.name, k.hint, k.read_only, "
	                      "k.scopes, k.made_at,\n"
	                      "  k.ends_at, k.last_used_at, k.revoked, a.login\n"
	                      "from api_token k\n"
	                      "join account a on a.org = k.org and a.id = k.account\n"
	                      "where k.org = :org and k.account = :account\n"
	                      "order by k.made_at desc"));
	int row = 0;

	bind_id(s, "org", l->org);
	bind_id(s, "account", l->account);
	l->count = 0;
	while (l->count < TOKENS_AT_MOST && (row = query_next(s)) > 0) {
		struct token *t = &l->tokens[l->count++];
		*t = (struct token){
			.id = column_id(s, 0),
			.account = column_id(s, 1),
			.name = str_copy(l->arena, column_str(s, 2)),
			.login = str_copy(l->arena, column_str(s, 10)),
			.hint = str_copy(l->arena, column_str(s, 3)),
			.read_only = column_i64(s, 4) != 0,
			.created_at = { column_i64(s, 6) },
			.ends_at = { column_i64(s, 7) },
			.last_used_at = { column_i64(s, 8) },
			.revoked = column_i64(s, 9) != 0,
		};
		split_scopes(l->arena, str_copy(l->arena, column_str(s, 5)), t);
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail token_list(struct store *s, const struct actor *who, struct arena *a,
                     struct id account, struct token **out, size_t *count)
{
	struct listing l = { .arena = a, .org = who->org, .account = account };

	if (!may_manage(who, account))
		return refuse_manage();
	l.tokens = ARENA_TRY(a, struct token, TOKENS_AT_MOST);
	if (!l.tokens)
		return fail_say(FAIL_MEMORY, "no memory for a list of tokens");
	enum fail f = db_read(store_db(s), list_tokens, &l);
	*out = l.tokens;
	*count = l.count;
	return f;
}

/* ---- revoking ---- */

static enum fail token_owner(struct tx *tx, struct making *m)
{
	struct stmt *s = query(tx, SQL("select account, ends_at\n"
	                               "from api_token\n"
	                               "where org = :org and id = :id and revoked = 0"));

	bind_id(s, "org", m->who->org);
	bind_id(s, "id", m->token);
	int row = query_next(s);
	if (row > 0) {
		m->account = column_id(s, 0);
		m->ends_at.us = column_i64(s, 1);
	}
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	if (row == 0 || !may_manage(m->who, m->account))
		return fail_say(FAIL_NOT_FOUND, "there is no such token");
	return account_by_id(tx, m->arena, m->who->org, m->account, &m->row);
}

static enum fail revoke_token(struct tx *tx, void *arg)
{
	struct making *m = arg;
	enum fail f = token_owner(tx, m);

	if (f != OK)
		return f;
	struct stmt *s = query(tx, SQL("update api_token\n"
	                               "set revoked = 1\n"
	                               "where org = :org and id = :id"));
	bind_id(s, "org", m->who->org);
	bind_id(s, "id", m->token);
	f = query_run(s);
	return f == OK ? note_token(tx, m, "token:revoke") : f;
}

enum fail token_revoke(struct store *s, const struct actor *who, struct arena *a,
                       struct id token)
{
	struct making m = { .who = who, .arena = a, .now = store_now(s), .token = token };

	return db_write(store_db(s), revoke_token, &m);
}

/* ---- sessions ---- */
#define SESSIONS_AT_MOST 200

static enum fail list_sessions(struct tx *tx, void *arg)
{
	struct listing *l = arg;
	struct stmt *s = query(
		tx, SQL("select id, account, started_at, last_at, ends_at, address, agent\n"
	                "from session\n"
	                "where org = :org and account = :account and ends_at > :now\n"
	                "  and last_at > :idle\n"
	                "order by last_at desc"));
	int row = 0;

	bind_id(s, "org", l->org);
	bind_id(s, "account", l->account);
	bind_i64(s, "now", l->now.us);
	bind_i64(s, "idle", l->now.us - SESSION_IDLE_MINUTES * 60 * US_PER_SECOND);
	l->count = 0;
	while (l->count < SESSIONS_AT_MOST && (row = query_next(s)) > 0)
		l->sessions[l->count++] = (struct session_entry){
			.id = column_id(s, 0),
			.account = column_id(s, 1),
			.started_at = { column_i64(s, 2) },
			.last_at = { column_i64(s, 3) },
			.ends_at = { column_i64(s, 4) },
			.address = str_copy(l->arena, column_str(s, 5)),
			.agent = str_copy(l->arena, column_str(s, 6)),
		};
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail session_list(struct store *s, const struct actor *who, struct arena *a,
                       struct id account, struct session_entry **out, size_t *count)
{
	struct listing l = {
		.arena = a, .org = who->org, .account = account, .now = store_now(s)
	};

	if (!may_manage(who, account))
		return refuse_manage();
	l.sessions = ARENA_TRY(a, struct session_entry, SESSIONS_AT_MOST);
	if (!l.sessions)
		return fail_say(FAIL_MEMORY, "no memory for a list of sessions");
	enum fail f = db_read(store_db(s), list_sessions, &l);
	*out = l.sessions;
	*count = l.count;
	return f;
}

static enum fail delete_sessions(struct tx *tx, const struct making *m)
{
	bool all = !id_is_set(m->token);
	struct stmt *s =
		all ? query(tx, SQL("delete from session\n"
	                            "where org = :org and account = :account"))
		    : query(tx,
	                    SQL("delete from session\n"
	                        "where org = :org and account = :account and id = :id"));

	bind_id(s, "org", m->who->org);
	bind_id(s, "account", m->account);
	if (!all)
		bind_id(s, "id", m->token);
	return query_run(s);
}

static enum fail revoke_sessions(struct tx *tx, void *arg)
{
	struct making *m = arg;
	enum fail f = account_by_id(tx, m->arena, m->who->org, m->account, &m->row);

	if (f == OK)
		f = delete_sessions(tx, m);
	if (f != OK)
		return f;
	return account_note_by(tx, m->arena, m->now, m->who,
	                       (struct account_event){
				       .org = m->row.org,
				       .account = m->row.id,
				       .version = m->row.version,
				       .what = "session:revoke",
			       });
}

enum fail session_revoke(struct store *s, const struct actor *who, struct arena *a,
                         struct id account, struct id session)
{
	struct making m = { .who = who,
		            .arena = a,
		            .now = store_now(s),
		            .account = account,
		            .token = session };

	if (!may_manage(who, account))
		return refuse_manage();
	return db_write(store_db(s), revoke_sessions, &m);
}
