/* ladder.c -- when somebody is told again, and when somebody above them. */
#include "duty/ladder.h"

#define WEEK 7

static const int32_t before[] = { 30, 7, 1, 0 };

/* ---- days ---- */

struct rung ladder_rung(struct date due, struct date today)
{
	int32_t left = days_between(today, due);
	struct rung r = { 0 };

	if (!date_is_set(due))
		return r;
	for (size_t i = 0; i < COUNT(before); i++)
		if (left <= before[i])
			r = (struct rung){ true, before[i] };
	if (left < 0)
		r.days = left / WEEK * WEEK;
	return r;
}

struct date ladder_next(struct date due, struct date today)
{
	int32_t left = days_between(today, due);

	for (size_t i = 0; i < COUNT(before); i++)
		if (left > before[i])
			return date_add_days(due, -before[i]);
	return date_add_days(due, (-left / WEEK + 1) * WEEK);
}

/* ---- clocks ---- */

/* Half of it, and the last quarter; rounded down, so that nothing is told too late. */
static struct instant part_of(struct instant start, struct instant limit, int quarters)
{
	int64_t span = limit.us - start.us;

	return (struct instant){ start.us + span / 4 * quarters + span % 4 * quarters / 4 };
}

enum clock_rung ladder_clock(struct instant start, struct instant limit, struct instant now)
{
	if (now.us > limit.us)
		return CLOCK_MISSED;
	if (now.us >= part_of(start, limit, 3).us)
		return CLOCK_LAST_QUARTER;
	return now.us >= part_of(start, limit, 2).us ? CLOCK_HALF : CLOCK_STARTED;
}

struct instant ladder_clock_next(struct instant start, struct instant limit,
                                 struct instant now)
{
	switch (ladder_clock(start, limit, now)) {
	case CLOCK_STARTED: return part_of(start, limit, 2);
	case CLOCK_HALF: return part_of(start, limit, 3);
	/* The limit is the last instant that is still in time. */
	case CLOCK_LAST_QUARTER: return (struct instant){ limit.us + 1 };
	case CLOCK_MISSED: break;
	}
	return INSTANT_NONE;
}

static const struct {
	const char *name, *says;
} rungs[] = {
	[CLOCK_STARTED] = { "start", N_("The clock has started.") },
	[CLOCK_HALF] = { "half", N_("Half of the time is over.") },
	[CLOCK_LAST_QUARTER] = { "last_quarter", N_("The last quarter of the time runs.") },
	[CLOCK_MISSED] = { "missed", N_("The time is over.") },
};

const char *clock_rung_name(enum clock_rung r)
{
	return rungs[r].name;
}

const char *clock_rung_says(enum clock_rung r)
{
	return rungs[r].says;
}

/* ---- above the owner ---- */

/* The end of the second business day after the day on which it was missed. */
static struct instant after_patience(const struct missed *m, const struct zone *zone,
                                     const struct calendar *calendar)
{
	struct date day = zone_date(zone, m->at);

	day = calendar ? calendar_add_business_days(calendar, day, ABOVE_BUSINESS_DAYS)
	               : date_add_days(day, ABOVE_BUSINESS_DAYS);
	return (struct instant){ day_end(day, zone).us + 1 };
}

struct instant ladder_above_at(const struct missed *m, const struct zone *zone,
                               const struct calendar *calendar)
{
	if (!instant_is_set(m->at) || m->local || (m->force != FORCE_MUST && !m->clock))
		return INSTANT_NONE;
	struct instant then = after_patience(m, zone, calendar);
	if (instant_is_set(m->released_at) && m->released_at.us < then.us)
		then = m->released_at;
	/* Nothing is told above before it was missed. */
	return then.us > m->at.us ? then : (struct instant){ m->at.us + 1 };
}
