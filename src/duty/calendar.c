/*
 * calendar.c -- which days are closed: rules made into days, and business days counted.
 */
#include "duty/calendar_read.h"

#include "base/arena.h"

/* After Meeus, Jones and Butcher ("Anonymous Gregorian algorithm", Nature, 1876). */
struct date easter_sunday(int year)
{
	int golden = year % 19, century = year / 100, of_century = year % 100;
	int moon = (19 * golden + century - century / 4 -
	            (century - (century + 8) / 25 + 1) / 3 + 15) %
	           30;
	int to_sunday =
		(32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
	int late = (golden + 11 * moon + 22 * to_sunday) / 451;
	int whole = moon + to_sunday - 7 * late + 114;

	return (struct date){ (int16_t)year, (uint8_t)(whole / 31),
		              (uint8_t)(whole % 31 + 1) };
}

static int32_t day_of(int year, int month, int day)
{
	return date_to_days((struct date){ (int16_t)year, (uint8_t)month, (uint8_t)day });
}

static int weekday_of(int32_t day)
{
	return date_weekday(date_from_days(day));
}

/* The nth such weekday of a month; -1 is the last. */
static int32_t nth_weekday(int year, const struct holiday *h)
{
	struct date first = { (int16_t)year, (uint8_t)h->month, 1 };

	if (h->nth > 0)
		return date_to_days(first) + (h->weekday - date_weekday(first) + 7) % 7 +
		       (h->nth - 1) * 7;
	int32_t last = date_to_days(date_add_months(first, 1)) - 1;
	return last - (weekday_of(last) - h->weekday + 7) % 7;
}

static int32_t holiday_day(const struct holiday *h, int year)
{
	switch (h->rule) {
	case HOLIDAY_NTH: return nth_weekday(year, h);
	case HOLIDAY_EASTER: return date_to_days(easter_sunday(year)) + h->offset;
	case HOLIDAY_BEFORE: {
		int32_t day = day_of(year, h->month, h->day) - 1;
		return day - (weekday_of(day) - h->weekday + 7) % 7;
	}
	case HOLIDAY_FIXED: break;
	}
	return day_of(year, h->month, h->day);
}

static bool kept_in(const struct holiday *h, int year)
{
	return (!h->from || year >= h->from) && (!h->until || year <= h->until);
}

static int by_day(const void *x, const void *y)
{
	const struct closed_day *a = x, *b = y;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return a->holiday < b->holiday ? -1 : a->holiday > b->holiday;
}

static bool is_weekend(const struct calendar *c, int32_t day)
{
	return c->weekend & BIT(weekday_of(day));
}

static bool moves(const struct calendar *c, const struct closed_day *d)
{
	if (d->holiday->moves == MOVES_FROM_SUNDAY)
		return weekday_of(d->day) == 7;
	return d->holiday->moves == MOVES_FROM_WEEKEND && is_weekend(c, d->day);
}

static bool is_taken(const struct closed_day *at, size_t count, int32_t day)
{
	for (size_t i = 0; i < count; i++)
		if (at[i].day == day)
			return true;
	return false;
}

/* The closed days of one year, days taken instead with them; `at` has room for both. */
static size_t days_of_year(const struct calendar *c, int year, struct closed_day *at)
{
	size_t own = 0;

	for (size_t i = 0; i < c->holiday_count; i++)
		if (kept_in(&c->holidays[i], year))
			at[own++] = (struct closed_day){
				.day = holiday_day(&c->holidays[i], year),
				.holiday = &c->holidays[i],
			};
	qsort(at, own, sizeof(*at), by_day);
	size_t count = own;
	for (size_t i = 0; i < own; i++) {
		if (!moves(c, &at[i]))
			continue;
		int32_t day = at[i].day + 1;
		while (is_weekend(c, day) || is_taken(at, count, day))
			day++;
		at[count++] = (struct closed_day){ day, at[i].holiday, true };
	}
	return count;
}

bool calendar_lay_out(struct arena *a, struct calendar *c)
{
	size_t years = CALENDAR_LAST_YEAR - CALENDAR_FIRST_YEAR + 1;
	struct closed_day *at =
		ARENA_TRY(a, struct closed_day, years * c->holiday_count * 2);

	if (!at) {
		arena_fail(a);
		return false;
	}
	for (int year = CALENDAR_FIRST_YEAR; year <= CALENDAR_LAST_YEAR; year++)
		c->closed_count += days_of_year(c, year, at + c->closed_count);
	qsort(at, c->closed_count, sizeof(*at), by_day);
	c->closed = at;
	return true;
}

const struct calendar *calendar_find(const struct calendars *c, struct str id)
{
	for (size_t i = 0; i < c->count; i++)
		if (str_equal(c->at[i].id, id))
			return &c->at[i];
	return NULL;
}

const struct closed_day *calendar_closed(const struct calendar *c, struct date d)
{
	int32_t day = date_to_days(d);
	size_t low = 0, high = c->closed_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (c->closed[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low < c->closed_count && c->closed[low].day == day ? &c->closed[low] : NULL;
}

bool calendar_is_business_day(const struct calendar *c, struct date d)
{
	return !is_weekend(c, date_to_days(d)) && !calendar_closed(c, d);
}

struct date calendar_add_business_days(const struct calendar *c, struct date d, int n)
{
	while (n > 0) {
		d = date_add_days(d, 1);
		n -= calendar_is_business_day(c, d);
	}
	return d;
}
