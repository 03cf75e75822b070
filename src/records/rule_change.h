/*
 * rule_change.h -- which records a change of a retention rule touches: those that become
 * due, those that are due no more, those with which something else is done.
 */
#ifndef RECORDS_RULE_CHANGE_H
#define RECORDS_RULE_CHANGE_H

#include "records/keeping.h"

/* Does it decide otherwise about any record? */
bool keeping_differs(const struct keeping *was, const struct keeping *now);

enum touch { BECOMES_DUE, DUE_NO_MORE, DONE_OTHERWISE, TOUCH__COUNT };
struct touched {
	const struct row *row;
	enum touch how;
	struct kept_until was, now;
};
typedef enum fail touched_fn(struct act *a, void *arg, const struct touched *t);

/*
 * Every record that the actor may see, of the types that name the rule; today.  The rows
 * die with the call.
 */
enum fail rule_change_each(struct act *a, const struct row *rule, const struct keeping *now,
                           touched_fn *each, void *arg) MUST_USE;

#endif
