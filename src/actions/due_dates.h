/*
 * due_dates.h -- which records carry a date that is a limit in the state they are in.
 */
#ifndef ACTIONS_DUE_DATES_H
#define ACTIONS_DUE_DATES_H

#include "store/store.h"

#define DUE_FILTERS 34
/* The filters of a list of those whose date is before that day; 0: the field is no limit.
 */
size_t due_filters(const struct record_type *t, int field, struct date before,
                   struct filter out[DUE_FILTERS]);

#endif
