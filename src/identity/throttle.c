/*
 * throttle.c -- slowing down whoever guesses.
 *
 * Failed sign-ins are counted for the login and address together, for the address, and for
 * the login; after a few the next one must wait, twice as long each time, at most a quarter
 * of an hour.  Counts fall away after an hour of quiet.  Only hashes are kept: people type
 * passwords where the login belongs.
 */
#include "identity/internal.h"

#define QUIET_US (3600 * US_PER_SECOND)
#define LONGEST_WAIT_S 900
#define SOURCES 3

static const struct {
	const char *kind;
	bool login, address;
	int64_t free; /* failures without a wait */
} sources[SOURCES] = {
	{ "both", true, true, 4 },
	{ "address", false, true, 30 },
	{ "login", true, false, 12 },
};

/* Parts are parted by a byte that is in neither. */
static void source_hash(const struct throttle *t, int i, uint8_t out[SHA256_BYTES])
{
	uint8_t parts[3][SHA256_BYTES];

	sha256(sources[i].kind, strlen(sources[i].kind), parts[0]);
	sha256(t->login.p, sources[i].login ? t->login.n : 0, parts[1]);
	sha256(t->address.p, sources[i].address ? t->address.n : 0, parts[2]);
	sha256(parts, sizeof parts, out);
}

static int64_t wait_after(int64_t failed, int64_t allowed)
{
	int64_t beyond = failed - allowed;

	if (beyond <= 0)
		return 0;
	if (beyond > 10)
		return LONGEST_WAIT_S;
	int64_t seconds = INT64_C(1) << beyond; /* 2, 4, 8, … */
	return seconds < LONGEST_WAIT_S ? seconds : LONGEST_WAIT_S;
}

static enum fail source_read(struct tx *tx, const struct throttle *t, int i,
                             int64_t *failed, int64_t *last_at)
{
	uint8_t hash[SHA256_BYTES];
	struct stmt *s = query(tx, SQL("select failed, last_at\n"
	                               "from sign_in_attempt\n"
	                               "where source = :source"));

	source_hash(t, i, hash);
	bind_blob(s, "source", hash, sizeof hash);
	int row = query_next(s);
	*failed = row > 0 ? column_i64(s, 0) : 0;
	*last_at = row > 0 ? column_i64(s, 1) : 0;
	query_end(s);
	if (t->now.us - *last_at > QUIET_US)
		*failed = 0;
	return row < 0 ? (enum fail)row : OK;
}

enum fail throttle_wait(struct tx *tx, const struct throttle *t, int64_t *seconds)
{
	*seconds = 0;
	for (int i = 0; i < SOURCES; i++) {
		int64_t failed, last_at;
		enum fail f = source_read(tx, t, i, &failed, &last_at);
		if (f != OK)
			return f;
		int64_t until =
			last_at + wait_after(failed, sources[i].free) * US_PER_SECOND;
		int64_t left = (until - t->now.us + US_PER_SECOND - 1) / US_PER_SECOND;
		if (until > t->now.us && left > *seconds)
			*seconds = left;
	}
	return OK;
}

/* Counted by the database: several servers count the same guesser at once. */
static enum fail source_count(struct tx *tx, const struct throttle *t, int i)
{
	uint8_t hash[SHA256_BYTES];
	struct stmt *s =
		query(tx, SQL("insert into sign_in_attempt (source, failed, last_at)\n"
	                      "values (:source, 1, :at)\n"
	                      "on conflict (source) do update\n"
	                      "set failed = case\n"
	                      "  when sign_in_attempt.last_at < :before{i64} then 1\n"
	                      "  else sign_in_attempt.failed + 1 end,\n"
	                      "  last_at = excluded.last_at"));

	source_hash(t, i, hash);
	bind_blob(s, "source", hash, sizeof hash);
	bind_i64(s, "at", t->now.us);
	bind_i64(s, "before", t->now.us - QUIET_US);
	return query_run(s);
}

static enum fail source_clear(struct tx *tx, const struct throttle *t, int i)
{
	uint8_t hash[SHA256_BYTES];
	struct stmt *s = query(tx, SQL("delete from sign_in_attempt\n"
	                               "where source = :source"));

	source_hash(t, i, hash);
	bind_blob(s, "source", hash, sizeof hash);
	return query_run(s);
}

enum fail throttle_forget(struct tx *tx, struct instant now, int64_t *count)
{
	struct stmt *s = query(tx, SQL("delete from sign_in_attempt\n"
	                               "where last_at < :before"));

	bind_i64(s, "before", now.us - QUIET_US);
	enum fail f = query_run(s);
	*count += f == OK ? tx_changed(tx) : 0;
	return f;
}

enum fail throttle_failed(struct tx *tx, const struct throttle *t)
{
	int64_t gone = 0;
	enum fail f = throttle_forget(tx, t->now, &gone);

	for (int i = 0; i < SOURCES && f == OK; i++)
		f = source_count(tx, t, i);
	return f;
}

enum fail throttle_passed(struct tx *tx, const struct throttle *t)
{
	/* The address keeps its count: one good account must not free it to guess others.
	 */
	enum fail f = source_clear(tx, t, 0);

	return f == OK ? source_clear(tx, t, 2) : f;
}
