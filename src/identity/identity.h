/*
 * identity.h -- who is there: accounts, sign-in, sessions, tokens; makes the actor.
 *
 * An account belongs to one tenant and to one person record; its login is unique in the
 * installation (folded: Dana and dana are the same).  What its actor may do comes from the
 * role assignments of that person that are in force today.  Secrets (passwords, cookies,
 * tokens, the set-up code) are kept only as hashes and are shown once.
 *
 * A refused sign-in says the same whatever was wrong, and takes as long.  Every call here
 * opens its own transaction: not to be used inside a store_write.  Sign-ins, changes of
 * accounts and readings by an operator are entries of the history ("account").
 */
#ifndef IDENTITY_IDENTITY_H
#define IDENTITY_IDENTITY_H

#include "base/fail.h"
#include "base/id.h"
#include "base/refusal.h"
#include "base/text.h"
#include "base/time.h"
#include "model/actor.h"

struct act;
struct row;
struct store;

#define SESSION_COOKIE "wardroom" /* __Host- is put before it where cookies are secure */
#define TOKEN_PREFIX "wdr_"
#define SESSION_IDLE_MINUTES 60
#define SESSION_LONGEST_HOURS 12
#define PASSWORD_LEAST_CHARACTERS 12
#define SETUP_HOURS 24                  /* a set-up code holds so long */

/* Registers what identity needs to hear of (access changes); called by server/wire.c, CLI.
 */
void identity_wire(struct store *s);

/* What later versions added to roles and retention rules, for organisations that were there
 * before; each once.  Says what it does, a line each; `told` may be null. */
typedef void identity_told(void *arg, const char *what);
enum fail identity_supply(struct store *s, identity_told *told, void *arg) MUST_USE;

/* ---- a request's actor ---- */
struct session {
	struct id id;
	struct str secret; /* the cookie's text: for csrf_token(); never stored */
	const struct actor *actor;      /* in the arena that was given */
	struct instant started_at, ends_at;
	bool from_token;                /* no cookie, so no CSRF check */
	bool from_proxy;
};

/* FAIL_NOT_FOUND: not signed in (unknown, expired, revoked, account disabled). */
enum fail session_of_cookie(struct store *s, struct arena *a, struct str cookie,
                            struct session *out) MUST_USE;
/* "wdr_..." as in "Authorization: Bearer wdr_...". */
enum fail session_of_token(struct store *s, struct arena *a, struct str token,
                           struct session *out) MUST_USE;
/* The login that a trusted proxy vouches for.  Callers check site.trust_proxy_user and
 * request.over_unix_socket first; makes no cookie, the CSRF secret is of the account. */
enum fail session_of_proxy(struct store *s, struct arena *a, struct str login,
                           struct session *out) MUST_USE;

/* Somebody who is not here now, for work that was left to do in their name: with the rights
 * of today.  FAIL_NOT_FOUND: no such account, or it is disabled. */
enum fail actor_of_user(struct store *s, struct arena *a, struct id org, struct id account,
                        struct actor **out) MUST_USE;

/* By the clock: sessions, set-up codes and counts of failed sign-ins that have ended leave
 * the tables, with the addresses in them. */
enum fail sessions_forget(struct store *s, int64_t *count) MUST_USE;

/* ---- signing in and out (slow lane: Argon2id) ---- */
struct sign_in {
	struct str login;
	struct str password;
	struct str address;             /* of the peer, for throttling; "unix" is one too */
	struct str agent;               /* user agent, shown in the list of sessions */
	enum lang lang;                 /* of the page it came from */
};
/* FAIL_REFUSED: `why` holds what to show (wrong, throttled for so long, disabled). */
enum fail session_start(struct store *s, struct arena *a, const struct sign_in *in,
                        struct refusal *why, struct session *out) MUST_USE;
enum fail session_end(struct store *s, struct str cookie) MUST_USE;

struct session_entry {
	struct id id;
	struct id account;
	struct instant started_at, last_at, ends_at;
	struct str address, agent;
};
/* One's own (account: who->user), or any account's with "installation.users". */
enum fail session_list(struct store *s, const struct actor *who, struct arena *a,
                       struct id account, struct session_entry **out,
                       size_t *count) MUST_USE;
/* session ID_NONE: all of the account. */
enum fail session_revoke(struct store *s, const struct actor *who, struct arena *a,
                         struct id account, struct id session) MUST_USE;

/* ---- first run ---- */
/* True while the installation has no account: only then set-up is open. */
enum fail setup_open(struct store *s, bool *open) MUST_USE;
/* A new code ("K7QM-2F9X-..."), the earlier one ends; kept hashed. */
enum fail setup_code(struct store *s, struct arena *a, struct str *code) MUST_USE;
struct setup {
	struct str code;                /* not asked of the command line (`trusted`) */
	bool trusted;
	struct str organisation;        /* name in English; French may be empty */
	struct str organisation_fr;
	struct str login, person_name, email, password;
	struct str zone;                /* "America/Vancouver"; empty: that */
	enum lang lang;
};
/* Makes tenant, roles, labels, organisation, person, account, and assignments as
 * administrator and security officer.  `org` and `account` may be null. */
enum fail setup_run(struct store *s, struct arena *a, const struct setup *in,
                    struct refusal *why, struct id *org, struct id *account) MUST_USE;

/* ---- accounts: with the right "installation.users", or as operator ---- */
enum account_state { ACCOUNT_ACTIVE, ACCOUNT_DISABLED };
struct account {
	struct id org, id, person;
	struct str login;
	struct str name;                /* of the person */
	enum account_state state;
	enum lang lang;
	bool has_password;              /* false: only by proxy */
	struct instant created_at, last_sign_in_at;
};
enum fail account_list(struct store *s, const struct actor *who, struct arena *a,
                       struct account **out, size_t *count) MUST_USE;
/* id, or else login; *out in the arena. */
enum fail account_find(struct store *s, const struct actor *who, struct arena *a,
                       struct id id, struct str login, struct account *out) MUST_USE;
struct new_account {
	struct str login;
	struct str password;            /* empty: none, sign-in only by proxy */
	struct id person; /* existing; or none, then one is made of the next two */
	struct str person_name, email;
	struct str role;                /* "staff"; empty: no assignment yet */
	struct id unit;                 /* of the assignment; none: the tenant's root */
	struct str clearance;           /* label name; empty: the lowest */
	struct date until; /* last day of the assignment; required for an auditor */
	enum lang lang;
};
enum fail account_add(struct store *s, const struct actor *who, struct arena *a,
                      const struct new_account *in, struct refusal *why,
                      struct id *out) MUST_USE;
enum fail account_set_state(struct store *s, const struct actor *who, struct arena *a,
                            struct id account, enum account_state state,
                            struct refusal *why) MUST_USE;
/*
 * Own: `current` must match, and guessing it is slowed down as signing in is.  Others':
 * with "installation.users".  Ends all sessions, and revokes all API tokens unless they are
 * to be kept: whoever learnt the password may have made one.
 */
struct new_password {
	struct str current, password;
	bool keep_tokens;
};
enum fail account_set_password(struct store *s, const struct actor *who, struct arena *a,
                               struct id account, const struct new_password *in,
                               struct refusal *why) MUST_USE;
enum fail account_set_language(struct store *s, const struct actor *who, struct arena *a,
                               enum lang lang) MUST_USE;

/* ---- API tokens: one's own ---- */
struct token {
	struct id id, account;
	struct str name;                /* what it is for */
	struct str login;
	struct str hint;                /* "wdr_x7Kq…" */
	bool read_only;
	const struct str *scopes; /* right patterns; none: all of the account's rights */
	size_t scope_count;
	struct instant created_at, ends_at, last_used_at;
	bool revoked;
};
/* Days 1..366.  *secret is the only time that it is seen. */
enum fail token_add(struct store *s, const struct actor *who, struct arena *a,
                    struct id account, const struct token *in, int days,
                    struct refusal *why, struct str *secret) MUST_USE;
enum fail token_list(struct store *s, const struct actor *who, struct arena *a,
                     struct id account, struct token **out, size_t *count) MUST_USE;
enum fail token_revoke(struct store *s, const struct actor *who, struct arena *a,
                       struct id token) MUST_USE;

/* ---- the calendar's secret address: one's own, one for each account ---- */
/* *secret is the only time that it is seen; an earlier one ends. */
enum fail calendar_make(struct store *s, const struct actor *who, struct arena *a,
                        struct refusal *why, struct str *secret) MUST_USE;
enum fail calendar_revoke(struct store *s, const struct actor *who, struct arena *a,
                          struct refusal *why) MUST_USE;
/* made_at unset: there is none. */
enum fail calendar_state(struct store *s, const struct actor *who, struct instant *made_at,
                         struct instant *last_used_at) MUST_USE;
/* Whose it is, with the rights of today, to read only; FAIL_NOT_FOUND. */
enum fail actor_of_calendar(struct store *s, struct arena *a, struct str secret,
                            struct actor **out) MUST_USE;

/* ---- tenants ---- */
/* The only one, or the one of this name; FAIL_NOT_FOUND. */
enum fail tenant_find(struct store *s, struct str name, struct id *org) MUST_USE;
/*
 * The operator at the command line, named in the history as "operator NAME".  May run the
 * installation.  With `reading` (what for: "export of plans") also reads content, when the
 * setting "operator.may_read" is "yes" (else FAIL_DENIED): that is an entry of the history
 * before anything is read.
 */
enum fail operator_actor(struct store *s, struct arena *a, struct id org, struct str name,
                         struct str reading, struct actor **out) MUST_USE;
/* An entry of the history about what the operator does with the whole of an organisation:
 * "operator:export". */
enum fail operator_note(struct store *s, struct arena *a, struct id org, struct str name,
                        const char *entry, struct str what_for) MUST_USE;
/* The program itself ("clock", "set-up"): may do everything, is named in history. */
struct actor system_actor(struct id org, const char *name);

#endif
