/*
 * calendar.h -- the due dates of what somebody looks after, as a calendar that they
 * subscribe to.
 */
#ifndef ACTIONS_CALENDAR_H
#define ACTIONS_CALENDAR_H

#include "actions/site.h"
#include "store/store.h"

#define CALENDAR_DAYS_AHEAD 400

/* Inside a store_read, as the person whose calendar it is. */
enum fail calendar_of(struct act *a, const struct site *site, struct str *out) MUST_USE;

#endif
