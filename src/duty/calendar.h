/*
 * calendar.h -- the days on which offices are closed, and business days.
 *
 * A calendar is a file of content/calendars/: its weekend and its holidays as rules, each
 * with its source and how sure we are of it (docs/calendars.md).  A rule gives one day in a
 * year; when that day falls on a weekend another day may be taken instead, and both are
 * holidays then.  Years 1900 to 2200; outside of them there are no holidays.
 *
 * A calendar is read once and constant afterwards; it lives in the arena of the loader.
 * Faults in a file are reasons whose `where` is "path:line:column".
 */
#ifndef DUTY_CALENDAR_H
#define DUTY_CALENDAR_H

#include "duty/pack.h"

#define CALENDAR_FIRST_YEAR 1900
#define CALENDAR_LAST_YEAR 2200

enum holiday_rule {
	HOLIDAY_FIXED,                  /* "07-01" */
	HOLIDAY_NTH, /* "third monday of february", "last monday of may" */
	HOLIDAY_BEFORE,                 /* "monday before 05-25": never on the day itself */
	HOLIDAY_EASTER,                 /* "easter -2": days from Easter Sunday */
};

enum holiday_moves {
	MOVES_NEVER,
	MOVES_FROM_SUNDAY,              /* on a Sunday: the next day that is not closed */
	MOVES_FROM_WEEKEND,
};

struct holiday {
	struct str id;                  /* "canada-day" */
	struct said label;
	enum holiday_rule rule;
	int month, day;                 /* FIXED, BEFORE; NTH: month only */
	int weekday;                    /* NTH, BEFORE: 1 Monday .. 7 Sunday */
	int nth;                        /* 1..4, or -1: the last */
	int offset;                     /* EASTER */
	enum holiday_moves moves;
	int from, until;                /* years, 0: no such bound */
	enum how_sure sure;
};

struct calendar {
	struct str id;                  /* "ca-bc", the file's name */
	struct said title;
	struct str jurisdiction;        /* "CA-BC" */
	struct said source;
	uint8_t weekend;                /* BIT(weekday) | ... */
	const struct holiday *holidays; /* in the order of the file */
	size_t holiday_count;
	/* Every day that is closed besides weekends, in order. */
	const struct closed_day *closed;
	size_t closed_count;
};

struct closed_day {
	int32_t day;                    /* days since 1970-01-01 */
	const struct holiday *holiday;
	bool instead;                   /* the day taken for it */
};

struct calendars {
	const struct calendar *at;
	size_t count;
};

/* The calendars that are part of the program.  FAIL_FORMAT with reasons: a fault of ours.
 */
enum fail calendars_embedded(struct arena *a, struct refusal *why,
                             struct calendars *out) MUST_USE;
/* One file; `path` as shown in faults, its last part without ".yaml" is the id. */
bool calendar_read(struct arena *a, struct str path, struct str bytes, struct refusal *why,
                   struct calendar *out);
const struct calendar *calendar_find(const struct calendars *c, struct str id); /* or null
                                                                                 */

/* The first Sunday after the full moon on or after 21 March (Gregorian). */
struct date easter_sunday(int year);
/* Why offices are closed that day besides a weekend; null: they are not. */
const struct closed_day *calendar_closed(const struct calendar *c, struct date d);
bool calendar_is_business_day(const struct calendar *c, struct date d);
/* The nth business day after `d`, which itself never counts; n >= 1. */
struct date calendar_add_business_days(const struct calendar *c, struct date d, int n);

#endif
