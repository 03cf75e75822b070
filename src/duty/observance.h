/*
 * observance.h -- the days of a calendar rule: each Tuesday, the first Thursday of May.
 *
 * Rules are RFC 5545 RRULEs over civil days, expanded once for a duty and looked up by
 * every instance.  Only FREQ=DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL, BYMONTH,
 * BYMONTHDAY and BYDAY, each at most once: a duty has no COUNT or UNTIL (its edition ends
 * it).  Weeks begin on Monday.  Each day is asked in turn whether the rule means it, so no
 * rule takes longer than another (docs/decisions/0070-calendar-rules-of-our-own.md).
 *
 *     observance_expand(arena, STR("FREQ=YEARLY;BYMONTH=5;BYDAY=1TH"),
 *                       (struct date){ 2020, 1, 1 }, today_in_two_years, &days, &error);
 */
#ifndef DUTY_OBSERVANCE_H
#define DUTY_OBSERVANCE_H

#include "base/fail.h"
#include "base/refusal.h"
#include "base/time.h"

#define OBSERVANCE_DAYS 40000           /* from start to until: a century */

struct days {                           /* in order, none twice */
	const struct date *at;
	size_t count;
};

/* Is it such a rule?  False: *error says why not. */
bool observance_check(struct str rule, struct message *error);
/*
 * The days from `start` (which also anchors INTERVAL) to `until`, both included.
 * FAIL_FORMAT with *error: no such rule; FAIL_FULL: more than OBSERVANCE_DAYS.
 */
enum fail observance_expand(struct arena *a, struct str rule, struct date start,
                            struct date until, struct days *out,
                            struct message *error) MUST_USE;

/* DATE_NONE when there is none. */
struct date days_last(const struct days *d, struct date on_or_before);
struct date days_next(const struct days *d, struct date after);

#endif
