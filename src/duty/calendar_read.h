/* calendar_read.h -- between the reader of calendars and their rules; only for them. */
#ifndef DUTY_CALENDAR_READ_H
#define DUTY_CALENDAR_READ_H

#include "duty/calendar.h"

/* Fills `closed` from the holidays.  False: no memory. */
bool calendar_lay_out(struct arena *a, struct calendar *c);

#endif
