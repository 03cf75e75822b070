/* notices_people.h -- the people of an organisation who can be told something. */
#ifndef ACTIONS_NOTICES_PEOPLE_H
#define ACTIONS_NOTICES_PEOPLE_H

#include "identity/identity.h"
#include "store/store.h"
#include "store/tenant.h"

/* One organisation, while notices are carried; everything lives in the arena. */
struct notices_round {
	struct store *store;
	struct arena *arena;
	const struct tenant *tenant;
	struct actor clock;             /* the program, in its history "clock" */
	struct account *accounts;       /* read when first asked for */
	size_t account_count;
	bool accounts_read;
	int64_t *count;
};

typedef enum fail notices_round_fn(struct notices_round *r, void *arg);
/* For each organisation, with an arena of its own. */
enum fail notices_each_tenant(struct store *s, int64_t *count, notices_round_fn *each,
                              void *arg) MUST_USE;

/* The accounts that are active; *out stays the round's. */
enum fail round_accounts(struct notices_round *r, const struct account **out,
                         size_t *count) MUST_USE;
/* Somebody as they are today; FAIL_NOT_FOUND: they have no active account. */
enum fail round_actor(struct notices_round *r, struct id person,
                      struct actor **out) MUST_USE;
/* Where mail goes to somebody; empty: nowhere. */
enum fail person_address(struct act *a, struct id person, struct str *out) MUST_USE;
enum fail round_address(struct notices_round *r, struct id person,
                        struct str *out) MUST_USE;

#endif
