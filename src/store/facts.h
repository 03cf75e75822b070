/*
 * facts.h -- records as facts, for the engine of duties: whoever asks, as they are now or
 * as they were at an instant.
 *
 * What is read here is judged and counted, never shown: callers show links to records, and
 * links are masked for whoever may not see them.  Records in the bin are not there.
 *
 * Of the past there are two readings.  KNOWN_THEN: what the history said up to the instant.
 * KNOWN_NOW: what the records say today about that instant: their fields as they are now,
 * their states and steps as they were then; a record that was entered later counts with the
 * state that it has.
 *
 * What was read is kept until facts_forget, so that many duties about one record ask the
 * database once.  Everything lives in the arena that is given to each reading.
 */
#ifndef STORE_FACTS_H
#define STORE_FACTS_H

#include "store/store.h"

struct facts;

enum known_when { KNOWN_THEN, KNOWN_NOW };

struct fact_rows {
	struct row *const *at;          /* in the order of their ids */
	size_t count;
};
struct fact_step {
	const struct step *step;
	struct instant at;
};
struct fact_steps {                     /* oldest first */
	const struct fact_step *at;
	size_t count;
};

/* As the act sees them. */
struct facts *facts_now(struct act *a);
/* At an instant; only of these types.  Reads the whole history of the tenant. */
enum fail facts_then(struct act *a, struct instant at, enum known_when known,
                     const struct record_type *const *types, size_t type_count,
                     struct facts **out) MUST_USE;
void facts_forget(struct facts *f);

/* Null when it is not there. */
enum fail facts_row(struct facts *f, const struct record_type *t, struct id id,
                    struct row **out) MUST_USE;
/* The records of a type whose field links to it. */
enum fail facts_linking(struct facts *f, const struct record_type *t, int field,
                        struct id to, struct fact_rows *out) MUST_USE;
enum fail facts_all(struct facts *f, const struct record_type *t,
                    struct fact_rows *out) MUST_USE;
/* The tenant's zone, and what it had chosen; FAIL_NOT_FOUND: nothing. */
enum fail facts_zone(struct facts *f, struct str *out) MUST_USE;
enum fail facts_setting(struct facts *f, struct str name, struct str *out) MUST_USE;
/* How many of a type there were ever; only as they are now. */
enum fail facts_ever(struct facts *f, const struct record_type *t,
                     int64_t *out) MUST_USE;
/* The next ids of a type, in order; only as they are now. */
enum fail facts_ids_after(struct facts *f, const struct record_type *t, struct id after,
                          struct id *out, size_t room, size_t *count) MUST_USE;
enum fail facts_steps(struct facts *f, const struct row *r,
                      struct fact_steps *out) MUST_USE;

#endif
