/*
 * calendar.c -- the secret address of somebody's calendar: one for each account, made anew
 * and revoked by its person alone.
 *
 * Kept only as a hash, like tokens.  It reads, and nothing else; a disabled account has
 * none.
 */
#include "identity/internal.h"

#define TOUCH_US (600 * US_PER_SECOND)

struct feed {
	const struct actor *who;
	struct arena *arena;
	struct instant now;
	uint8_t hash[SHA256_BYTES];
	struct id org, account;
	struct instant made_at, last_used_at;
	struct account_row row;
};

/* A token makes no other key that would outlive it. */
static bool is_own(const struct actor *who)
{
	return id_is_set(who->user) && !who->by_token;
}

static enum fail note(struct tx *tx, const struct feed *f, const char *what)
{
	return account_note_by(tx, f->arena, f->now, f->who,
	                       (struct account_event){ .org = f->row.org,
	                                               .account = f->row.id,
	                                               .version = f->row.version,
	                                               .what = what });
}

enum fail calendar_forget(struct tx *tx, struct id org, struct id account)
{
	struct stmt *s = query(tx, SQL("delete from calendar_feed\n"
	                               "where org = :org and account = :account"));

	bind_id(s, "org", org);
	bind_id(s, "account", account);
	return query_run(s);
}

static enum fail insert(struct tx *tx, const struct feed *f)
{
	struct stmt *s = query(tx, SQL("insert into calendar_feed\n"
	                               "  (hash, org, account, made_at, last_used_at)\n"
	                               "values (:hash, :org, :account, :now, 0)"));

	bind_blob(s, "hash", f->hash, sizeof f->hash);
	bind_id(s, "org", f->row.org);
	bind_id(s, "account", f->row.id);
	bind_i64(s, "now", f->now.us);
	return query_run(s);
}

static enum fail make(struct tx *tx, void *arg)
{
	struct feed *f = arg;
	enum fail failed =
		account_by_id(tx, f->arena, f->who->org, f->who->user, &f->row);

	if (failed == OK)
		failed = calendar_forget(tx, f->row.org, f->row.id);
	if (failed == OK)
		failed = insert(tx, f);
	return failed == OK ? note(tx, f, "calendar:make") : failed;
}

enum fail calendar_make(struct store *s, const struct actor *who, struct arena *a,
                        struct refusal *why, struct str *secret)
{
	struct feed f = { .who = who, .arena = a, .now = store_now(s) };

	if (!is_own(who))
		return refuse_may_not(why);
	*secret = secret_new(a);
	secret_hash(*secret, f.hash);
	return db_write(store_db(s), make, &f);
}

static enum fail revoke(struct tx *tx, void *arg)
{
	struct feed *f = arg;
	enum fail failed =
		account_by_id(tx, f->arena, f->who->org, f->who->user, &f->row);

	if (failed == OK)
		failed = calendar_forget(tx, f->row.org, f->row.id);
	return failed == OK ? note(tx, f, "calendar:revoke") : failed;
}

enum fail calendar_revoke(struct store *s, const struct actor *who, struct arena *a,
                          struct refusal *why)
{
	struct feed f = { .who = who, .arena = a, .now = store_now(s) };

	if (!is_own(who))
		return refuse_may_not(why);
	return db_write(store_db(s), revoke, &f);
}

/* ---- looked at ---- */

static enum fail find_own(struct tx *tx, void *arg)
{
	struct feed *f = arg;
	struct stmt *s = query(tx, SQL("select made_at, last_used_at from calendar_feed\n"
	                               "where org = :org and account = :account"));

	bind_id(s, "org", f->who->org);
	bind_id(s, "account", f->who->user);
	int row = query_next(s);
	if (row > 0) {
		f->made_at.us = column_i64(s, 0);
		f->last_used_at.us = column_i64(s, 1);
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail calendar_state(struct store *s, const struct actor *who, struct instant *made_at,
                         struct instant *last_used_at)
{
	struct feed f = { .who = who };
	enum fail failed = db_read(store_db(s), find_own, &f);

	*made_at = f.made_at;
	*last_used_at = f.last_used_at;
	return failed;
}

/* ---- used ---- */

static enum fail find(struct tx *tx, void *arg)
{
	struct feed *f = arg;
	struct stmt *s = query(tx, SQL("select org, account, last_used_at\n"
	                               "from calendar_feed where hash = :hash"));

	bind_blob(s, "hash", f->hash, sizeof f->hash);
	int row = query_next(s);
	if (row > 0) {
		f->org = column_id(s, 0);
		f->account = column_id(s, 1);
		f->last_used_at.us = column_i64(s, 2);
	}
	query_end(s);
	if (row == 0)
		return fail_say(FAIL_NOT_FOUND, "there is no such calendar");
	return row < 0 ? (enum fail)row : OK;
}

static enum fail touch(struct tx *tx, void *arg)
{
	const struct feed *f = arg;
	struct stmt *s = query(tx, SQL("update calendar_feed set last_used_at = :now\n"
	                               "where hash = :hash"));

	bind_i64(s, "now", f->now.us);
	bind_blob(s, "hash", f->hash, sizeof f->hash);
	return query_run(s);
}

enum fail actor_of_calendar(struct store *s, struct arena *a, struct str secret,
                            struct actor **out)
{
	struct feed f = { .arena = a, .now = store_now(s) };

	if (!secret_is_plausible(secret))
		return fail_say(FAIL_NOT_FOUND, "there is no such calendar");
	secret_hash(secret, f.hash);
	enum fail failed = db_read(store_db(s), find, &f);
	if (failed == OK)
		failed = actor_of_user(s, a, f.org, f.account, out);
	if (failed != OK)
		return failed;
	(*out)->by_token = (*out)->token_read_only = true;
	return f.now.us - f.last_used_at.us > TOUCH_US ? db_write(store_db(s), touch, &f)
	                                               : OK;
}
