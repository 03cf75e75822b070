/*
 * duty_rows.h -- how every duty stands for every subject, as it was last worked out.
 *
 * One row for each duty and subject; for duties of the organisation itself, and where there
 * is nothing that a duty is about, the subject is the tenant's own id.  A row is true from
 * the instant at which it was judged until `changes_at`.  Each change of state is kept as
 * well, so that the past can be told.
 *
 * The rows follow from the records, the packs and the instant: src/duty writes them, this
 * only keeps and finds them.  Reading is by what the actor may see: an instance is seen by
 * whoever may read its subject; counts leave out what is need-to-know.
 *
 * Texts of a row live in the arena of the act.
 */
#ifndef STORE_DUTY_ROWS_H
#define STORE_DUTY_ROWS_H

#include "store/store.h"

extern const char *const duty_rows_schema;

struct duty_row {
	struct str duty;                /* "MISO-077" */
	struct id subject;
	struct id unit;
	int label;
	bool narrow;                    /* the subject is need-to-know */
	struct id owner;                /* person who is asked, or */
	struct str role;                /* the role; one of them is empty */
	struct str area, force, act;
	bool counted;                   /* false: part of another duty */
	struct str state, ground;       /* names */
	struct instant since, due_at, changes_at;
	bool local_limit;               /* the limit is a local target */
	struct id proof;                /* record that is the evidence */
	struct str why;                 /* a packed message, see duty/why.h */
	struct instant judged_at;       /* not part of what it says */
};

struct duty_rows {
	struct duty_row *at;
	size_t count;
};

/* ---- by the engine; inside a store_write ---- */
bool duty_row_same(const struct duty_row *x, const struct duty_row *y);
/* `was` null: it is new. */
enum fail duty_row_put(struct act *a, const struct duty_row *was,
                       const struct duty_row *r) MUST_USE;
enum fail duty_row_drop(struct act *a, const struct duty_row *was) MUST_USE;
enum fail duty_rows_of(struct act *a, struct id subject, struct duty_rows *out) MUST_USE;
/* Whether the duty has an instance besides the one about the tenant itself. */
enum fail duty_has_subjects(struct act *a, struct str duty, bool *out) MUST_USE;
/* Subjects with rows that time has changed, or that were judged later than now. */
enum fail duty_rows_stale(struct act *a, struct instant now, struct id *out, size_t room,
                          size_t *count) MUST_USE;
/* All rows of a duty are to be worked out anew. */
enum fail duty_rows_expire(struct act *a, struct str duty, int64_t *count) MUST_USE;
/* The row of one subject alone. */
enum fail duty_row_expire(struct act *a, struct str duty, struct id subject) MUST_USE;
/* Subjects with rows that are no more, or in the bin. */
enum fail duty_rows_orphans(struct act *a, struct id *out, size_t room,
                            size_t *count) MUST_USE;
/* Every row of the tenant as text, in order: for comparing two ways of working out. */
enum fail duty_rows_dump(struct act *a, struct text *out) MUST_USE;
/* One of its lines. */
void duty_row_line(struct act *a, const struct duty_row *r, struct text *out);
enum fail duty_rows_clear(struct act *a) MUST_USE;
/* With which packs, calendars and zones the rows were worked out. */
enum fail duty_basis_get(struct act *a, struct str *out) MUST_USE;
enum fail duty_basis_set(struct act *a, struct str basis) MUST_USE;

/* ---- for people; by what they may see ---- */
struct duty_query {
	struct str duty, area, force, act, role;        /* empty: any */
	struct id subject, owner;       /* ID_NONE: any */
	uint64_t states;                /* BIT of `state_names`; 0: any */
	const char *const *state_names;
	size_t state_count;
	struct instant due_before;      /* unset: any */
	bool by_due;                    /* else by duty and subject */
	size_t limit;                   /* at most LIMIT_PAGE_ROWS; 0: 25 */
	struct str after;               /* cursor; empty: from the start */
};
enum fail duty_row_list(struct act *a, const struct duty_query *q, struct duty_rows *out,
                        struct str *next) MUST_USE;

struct duty_count {
	struct str area, force, state;
	int64_t count;
};
/* Duties that count by themselves, by area, force and state. */
enum fail duty_row_counts(struct act *a, struct duty_count **out, size_t *count) MUST_USE;

struct duty_change {
	struct str duty;
	struct id subject;
	struct instant at;
	struct str before, after;       /* states; empty: there was none, there is none */
	struct id proof;
	struct str why;
};
/* What changed from an instant on until another, newest first; of one duty or subject. */
enum fail duty_changes(struct act *a, struct instant from, struct instant until,
                       struct str duty, struct id subject, struct duty_change **out,
                       size_t *count) MUST_USE;

#endif
