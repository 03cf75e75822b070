/*
 * limit.h -- when a span of time that began at an instant is over.
 *
 * A span is an ISO 8601 duration ("P1Y", "PT24H") or a number of business days of a named
 * calendar ("30 business days").  Two kinds, told apart by what the span is made of:
 *
 *   hours, minutes, seconds   exact: 24 hours are 86,400 seconds, clocks changed or not
 *   days and longer           civil: the last day counts whole, to its end in the zone
 *
 * The limit is the last instant that is still in time: of a civil span the last microsecond
 * of its last day.  A month from 31 January ends with the last day of February.
 */
#ifndef DUTY_LIMIT_H
#define DUTY_LIMIT_H

#include "duty/calendar.h"
#include "sys/zone.h"

struct span {
	struct duration length;
	int business_days;              /* > 0: instead of `length` */
};

bool span_parse(struct str s, struct span *out);
bool span_is_exact(struct span s);      /* only hours, minutes, seconds */

/* `calendar` is needed for business days only. */
struct instant limit_from_instant(struct span s, struct instant start,
                                  const struct zone *zone, const struct calendar *calendar);
/* From a day, whose hour nobody knows: an exact span counts from its first instant. */
struct instant limit_from_date(struct span s, struct date start, const struct zone *zone,
                               const struct calendar *calendar);
struct instant day_start(struct date d, const struct zone *zone);
struct instant day_end(struct date d, const struct zone *zone); /* its last microsecond */

#endif
