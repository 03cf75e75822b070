/*
 * keeping.h -- until when a record is kept: its type's retention rule, and the day on which
 * it was over.
 *
 * A type says in which states its records are over, and which of its dates says since when
 * (`.over`); without a date, the last change counts.  What hangs on another record counts
 * from the day on which that was disposed of, where the rule says so.  Days are those of
 * the organisation's zone.
 */
#ifndef RECORDS_KEEPING_H
#define RECORDS_KEEPING_H

#include "model/act.h"
#include "model/row.h"

struct keeping {
	const struct row *rule; /* null: there is no rule of that name, so it is kept */
	bool for_ever;
	bool from_record;       /* counted from the disposal of what it hangs on */
	bool archive;           /* handed over to the archives before it is destroyed */
	int64_t years;
};

struct kept_until {
	bool over;              /* else the time does not run yet */
	struct date ended_on;
	struct date due_on;     /* may be disposed of from that day on; unset: never */
};

/* What a rule says, as far as it decides about records. */
struct keeping keeping_from(const struct row *rule);
enum fail keeping_of(const struct act *a, const struct record_type *t,
                     struct keeping *out) MUST_USE;
enum fail keeping_until(const struct act *a, const struct keeping *k, const struct row *r,
                        struct kept_until *out) MUST_USE;

/*
 * Every record that the actor may see and that is due by a day, in the order of the types
 * and of their making.
 */
struct due_query {
	struct date by;
	const struct record_type *only; /* null: all types */
	struct id unit;                 /* ID_NONE: everywhere */
	bool below;                     /* and what is below that unit */
	const struct row *after;        /* those that follow on it; null: from the first */
	size_t most;                    /* 0: all of them */
	bool more;                      /* afterwards: there are more than these */
};
struct due {
	const struct row *row;
	const struct keeping *keeping;
	struct kept_until until;
	const struct row *hold; /* in force on it, or null */
};
/* All of it, and the arena of the act that is given, die with the call. */
typedef enum fail due_fn(struct act *a, void *arg, const struct due *d);
enum fail keeping_each_due(struct act *a, struct due_query *q, due_fn *each,
                           void *arg) MUST_USE;

#endif
