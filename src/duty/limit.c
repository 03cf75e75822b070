/*
 * limit.c -- spans of time in a zone and a calendar.
 */
#include "duty/limit.h"

#define BUSINESS_DAYS_MOST 1000

bool span_parse(struct str s, struct span *out)
{
	struct str rest;
	struct str number = str_split(s, ' ', &rest);
	int64_t n;

	*out = (struct span){ 0 };
	if (!str_is(rest, "business days") && !str_is(rest, "business day"))
		return duration_parse(s, &out->length);
	if (!str_to_i64(number, &n) || n < 1 || n > BUSINESS_DAYS_MOST)
		return false;
	out->business_days = (int)n;
	return true;
}

bool span_is_exact(struct span s)
{
	return s.business_days == 0 && s.length.months == 0 && s.length.days == 0;
}

struct instant day_start(struct date d, const struct zone *zone)
{
	return zone_instant(zone, d, 0);
}

struct instant day_end(struct date d, const struct zone *zone)
{
	return (struct instant){ day_start(date_add_days(d, 1), zone).us - 1 };
}

static struct instant later(struct instant t, int64_t seconds)
{
	return (struct instant){ t.us + seconds * US_PER_SECOND };
}

struct instant limit_from_date(struct span s, struct date start, const struct zone *zone,
                               const struct calendar *calendar)
{
	if (s.business_days > 0)
		return day_end(calendar_add_business_days(calendar, start, s.business_days),
		               zone);
	if (span_is_exact(s))
		return later(day_start(start, zone), s.length.seconds);
	return later(day_end(date_add(start, s.length), zone), s.length.seconds);
}

struct instant limit_from_instant(struct span s, struct instant start,
                                  const struct zone *zone, const struct calendar *calendar)
{
	if (span_is_exact(s))
		return later(start, s.length.seconds);
	return limit_from_date(s, zone_date(zone, start), zone, calendar);
}
