/*
 * ladder.h -- when somebody is told again, and when somebody above them.
 *
 * Of a limit that is a day: 30, 7 and 1 days before, on the day, then each week.  Of a
 * clock: at its start, at half of its time, at the last quarter, and when it is missed.
 * Whoever comes late hears the last rung only, never all that went by.
 *
 * Above the owner goes only what must be done, or a clock, that was missed; and only once
 * the officer let it go on, or two business days are over.  A local target never does.
 *
 * Pure functions: the same answer to the same question.
 */
#ifndef DUTY_LADDER_H
#define DUTY_LADDER_H

#include "duty/limit.h"
#include "duty/ruling.h"

/* ---- days ---- */
struct rung {
	bool any;                       /* false: it is too early to say anything */
	int32_t days; /* until the limit; below 0: weeks after it, in days */
};
/* The rung that `today` stands on: told once for each. */
struct rung ladder_rung(struct date due, struct date today);
/* The next day on which there is another rung. */
struct date ladder_next(struct date due, struct date today);

/* ---- clocks ---- */
enum clock_rung { CLOCK_STARTED, CLOCK_HALF, CLOCK_LAST_QUARTER, CLOCK_MISSED };
enum clock_rung ladder_clock(struct instant start, struct instant limit,
                             struct instant now);
/* When it comes to the next; unset after the last. */
struct instant ladder_clock_next(struct instant start, struct instant limit,
                                 struct instant now);
const char *clock_rung_name(enum clock_rung r);         /* "half": part of a key */
/* "Half of the time is over.": msgid */
const char *clock_rung_says(enum clock_rung r);

/* ---- above the owner ---- */
#define ABOVE_BUSINESS_DAYS 2
struct missed {
	enum force force;
	bool clock;
	bool local;                     /* a local target, never law */
	struct instant at;              /* the limit that passed */
	struct instant released_at;     /* the officer let it go on; unset: not yet */
};
/* From when on it is told above; unset: never.  Without a calendar every day counts. */
struct instant ladder_above_at(const struct missed *m, const struct zone *zone,
                               const struct calendar *calendar);

#endif
