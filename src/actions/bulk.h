/*
 * bulk.h -- one step, or one change, on many records of a type.
 *
 * Each record is a transaction of its own, with its own entry and leaf: what is refused
 * for one (a right, two people, a version that moved on) is refused for that one alone.
 *
 *     struct bulk_order order = { .type = t, .step = adopt, .change = fill, .arg = x };
 *     bulk_run(store, actor, arena, &order, rows, count);
 */
#ifndef ACTIONS_BULK_H
#define ACTIONS_BULK_H

#include <stdatomic.h>

#include "store/answers.h"
#include "store/store.h"

#define BULK_MOST 200                   /* records in one go: some seconds of work */

struct bulk_row {
	struct str named;               /* code or UUID, as it was chosen */
	int64_t version;                /* that was seen; 0: whichever it is */
	/* Filled by bulk_run, whatever becomes of it. */
	enum fail result;
	struct refusal why;             /* of FAIL_REFUSED */
	struct id id;
	struct str code, title;         /* empty when there is no such record to be seen */
	int64_t now;                    /* its version afterwards */
};

struct bulk_order {
	const struct record_type *type;
	const struct step *step;        /* null: a change */
	/* What is given with each; reasons go to `why`.  May run again from its start. */
	enum fail (*change)(struct act *a, void *arg, const struct row *now,
	                    struct refusal *why, struct change **out);
	void *arg;
	const struct remembered *once;  /* key and request of the whole; null: none */
	const atomic_bool *cancelled;   /* null: never */
};

/*
 * In order; after a failure that is no refusal the rest answers FAIL_CANCELLED, untouched.
 * Under the same key, what was done before is not done again.
 */
void bulk_run(struct store *s, const struct actor *who, struct arena *arena,
              const struct bulk_order *order, struct bulk_row *rows, size_t count);

/* Whether it would be done as far as can be told before: found, the right, the state. */
enum fail bulk_foresee(struct act *a, const struct bulk_order *order,
                       struct bulk_row *row) MUST_USE;

#endif
