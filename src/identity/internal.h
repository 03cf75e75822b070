/* internal.h -- what the files of identity/ share; nobody else includes it. */
#ifndef IDENTITY_INTERNAL_H
#define IDENTITY_INTERNAL_H

#include "base/arena.h"
#include "crypto/crypto.h"
#include "db/db.h"
#include "identity/identity.h"
#include "store/ledger.h"
#include "store/store.h"

#define ACCOUNT_TYPE "account"          /* of entries in the history */
#define SECRET_BYTES 32

/* An account with what its tenant adds; texts in the arena. */
struct account_row {
	struct id org, id, person;
	struct str login;
	struct str password;            /* p null: none */
	uint8_t secret[SECRET_BYTES];
	enum account_state state;
	enum lang lang;
	int64_t version;
	struct instant made_at, last_sign_in_at;
	int64_t epoch;                  /* of the tenant */
	struct id root;                 /* the topmost organisation */
};

/* FAIL_NOT_FOUND.  org ID_NONE: of any tenant. */
enum fail account_by_login(struct tx *tx, struct arena *a, struct id org, struct str login,
                           struct account_row *out) MUST_USE;
enum fail account_by_id(struct tx *tx, struct arena *a, struct id org, struct id id,
                        struct account_row *out) MUST_USE;

/* The actor of an account that is signed in, from the cache or read anew. */
enum fail actor_of_account(struct store *s, struct arena *a,
                           const struct account_row *account, struct actor **out) MUST_USE;
/* Forgets all cached actors (tests, restore). */
void actor_cache_clear(void);

/* One entry of the history about an account. */
struct account_event {
	struct id org, account;
	int64_t version;
	const char *what;               /* "sign-in", "password", ... */
	struct id by;                   /* account; ID_NONE: by_name says who */
	struct str by_name;
	const struct ledger_value *values;
	size_t value_count;
};
enum fail account_note(struct tx *tx, struct arena *a, struct instant now,
                       const struct account_event *e) MUST_USE;
/* The same with who acts taken from the actor. */
enum fail account_note_by(struct tx *tx, struct arena *a, struct instant now,
                          const struct actor *who, struct account_event e) MUST_USE;
struct str json_text(struct arena *a, struct str s);    /* as a JSON string */

/* ---- secrets ---- */
/* 64 lower-case hexadecimal digits. */
struct str secret_new(struct arena *a);
void secret_hash(struct str secret, uint8_t out[SHA256_BYTES]);
/* "K7QM-2F9X-…", 100 bits; normal: upper case without what is no letter or digit. */
struct str setup_code_new(struct arena *a);
struct str setup_code_normal(struct arena *a, struct str typed);
/* What a cookie or token must look like before it is looked up. */
bool secret_is_plausible(struct str s);

/* Ends the calendar's address of an account. */
enum fail calendar_forget(struct tx *tx, struct id org, struct id account) MUST_USE;

/* ---- rules ---- */
bool login_is_allowed(struct arena *a, struct str login, struct refusal *why);
bool password_is_allowed(struct arena *a, struct str password, struct str login,
                         struct refusal *why);

/* ---- throttling, shared in the database ---- */
struct throttle {
	struct str login;               /* folded */
	struct str address;
	struct instant now;
};
/* Seconds still to wait; 0: go on. */
enum fail throttle_wait(struct tx *tx, const struct throttle *t, int64_t *seconds) MUST_USE;
enum fail throttle_failed(struct tx *tx, const struct throttle *t) MUST_USE;
enum fail throttle_passed(struct tx *tx, const struct throttle *t) MUST_USE;
/* Counts after an hour of quiet; adds how many to *count. */
enum fail throttle_forget(struct tx *tx, struct instant now, int64_t *count) MUST_USE;

/* Adds a reason and gives FAIL_REFUSED. */
enum fail refuse_may_not(struct refusal *why);
bool may_run_accounts(const struct actor *who);

/* Makes an account row; the person must exist. */
struct account_insert {
	struct id org, id, person;
	struct str login, login_fold, password;         /* password: hashed, or p null */
	enum lang lang;
	struct instant now;
};
enum fail account_insert(struct tx *tx, const struct account_insert *in) MUST_USE;

#endif
