/* time.c -- civil dates, instants in UTC, ISO 8601 durations. */
#include "base/time.h"

#include "base/arena.h"

bool date_is_set(struct date d)
{
	return d.year != 0;
}

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_length(int year, int month)
{
	static const uint8_t lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return lengths[month - 1] + (month == 2 && is_leap(year));
}

bool date_is_valid(struct date d)
{
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 &&
	       d.day >= 1 && d.day <= month_length(d.year, d.month);
}

int date_compare(struct date a, struct date b)
{
	int32_t x = a.year * 10000 + a.month * 100 + a.day;
	int32_t y = b.year * 10000 + b.month * 100 + b.day;

	return x < y ? -1 : x > y;
}

/* Both directions after H. Hinnant, "chrono-compatible low-level date algorithms". */
int32_t date_to_days(struct date d)
{
	int32_t year = d.year - (d.month <= 2);
	int32_t era = (year >= 0 ? year : year - 399) / 400;
	int32_t of_era = year - era * 400;
	int32_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date date_from_days(int32_t days)
{
	days += 719468;
	int32_t era = (days >= 0 ? days : days - 146096) / 146097;
	int32_t day_of_era = days - era * 146097;
	int32_t of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
	                  day_of_era / 146096) /
	                 365;
	int32_t of_year = day_of_era - (365 * of_era + of_era / 4 - of_era / 100);
	int32_t shifted = (5 * of_year + 2) / 153;
	int32_t month = shifted < 10 ? shifted + 3 : shifted - 9;

	return (struct date){
		.year = (int16_t)(of_era + era * 400 + (month <= 2)),
		.month = (uint8_t)month,
		.day = (uint8_t)(of_year - (153 * shifted + 2) / 5 + 1),
	};
}

int32_t days_between(struct date from, struct date to)
{
	return date_to_days(to) - date_to_days(from);
}

struct date date_add_days(struct date d, int32_t days)
{
	return date_from_days(date_to_days(d) + days);
}

struct date date_add_months(struct date d, int32_t months)
{
	int32_t total = d.year * 12 + (d.month - 1) + months;
	int year = total / 12, month = total % 12 + 1;
	int longest = month_length(year, month);

	return (struct date){
		.year = (int16_t)year,
		.month = (uint8_t)month,
		.day = (uint8_t)(d.day < longest ? d.day : longest),
	};
}

struct date date_add(struct date d, struct duration span)
{
	return date_add_days(date_add_months(d, span.months), span.days);
}

int date_weekday(struct date d)
{
	int32_t days = date_to_days(d) + 3; /* 1970-01-01 was a Thursday */

	return (days % 7 + 7) % 7 + 1;
}

/* `count` digits at the start of *s, which moves past them. */
static bool take_digits(struct str *s, size_t count, int *out)
{
	int value = 0;

	if (s->n < count)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (s->p[i] < '0' || s->p[i] > '9')
			return false;
		value = value * 10 + (s->p[i] - '0');
	}
	*s = str_from(*s, count);
	*out = value;
	return true;
}

static bool take_char(struct str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = str_from(*s, 1);
	return true;
}

static bool take_date(struct str *s, struct date *out)
{
	int year, month, day;

	if (!take_digits(s, 4, &year) || !take_char(s, '-') || !take_digits(s, 2, &month) ||
	    !take_char(s, '-') || !take_digits(s, 2, &day))
		return false;
	*out = (struct date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
	return date_is_valid(*out);
}

bool date_parse(struct str s, struct date *out)
{
	struct date d;

	if (!take_date(&s, &d) || s.n != 0)
		return false;
	*out = d;
	return true;
}

struct str date_text(struct arena *a, struct date d)
{
	return str_format(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

bool instant_is_set(struct instant t)
{
	return t.us != 0;
}

struct instant instant_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (struct instant){ now.tv_sec * US_PER_SECOND + now.tv_nsec / 1000 };
}

int64_t steady_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * US_PER_SECOND + now.tv_nsec / 1000;
}

struct instant instant_from_date(struct date d)
{
	return (struct instant){ date_to_days(d) * US_PER_DAY };
}

/* Days since 1970, rounded down also before it. */
static int32_t days_of(struct instant t)
{
	int64_t days = t.us / US_PER_DAY;

	return (int32_t)(t.us % US_PER_DAY < 0 ? days - 1 : days);
}

struct date instant_utc_date(struct instant t)
{
	return date_from_days(days_of(t));
}

struct str instant_text(struct arena *a, struct instant t)
{
	int32_t days = days_of(t);
	struct date d = date_from_days(days);
	int64_t rest = t.us - days * US_PER_DAY;
	int seconds = (int)(rest / US_PER_SECOND), fraction = (int)(rest % US_PER_SECOND);
	struct text out = text_on(a, 40);

	text_addf(&out, "%04d-%02d-%02dT%02d:%02d:%02d", d.year, d.month, d.day,
	          seconds / 3600, seconds / 60 % 60, seconds % 60);
	if (fraction)
		text_addf(&out, ".%06d", fraction);
	text_addc(&out, 'Z');
	return text_str(&out);
}

/* ".123" as microseconds; digits past the sixth are dropped. */
static bool take_fraction(struct str *s, int64_t *us)
{
	int64_t unit = US_PER_SECOND / 10;
	size_t digits = 0;

	*us = 0;
	if (!take_char(s, '.'))
		return true;
	for (; s->n > 0 && s->p[0] >= '0' && s->p[0] <= '9'; digits++) {
		*us += (s->p[0] - '0') * unit;
		unit /= 10;
		*s = str_from(*s, 1);
	}
	return digits > 0;
}

static bool take_offset(struct str *s, int *minutes)
{
	int hour, minute;
	bool behind = s->n > 0 && s->p[0] == '-';

	*minutes = 0;
	if (take_char(s, 'Z') || take_char(s, 'z'))
		return true;
	if (!take_char(s, '+') && !take_char(s, '-'))
		return false;
	if (!take_digits(s, 2, &hour) || !take_char(s, ':') ||
	    !take_digits(s, 2, &minute) || hour > 23 || minute > 59)
		return false;
	*minutes = (behind ? -1 : 1) * (hour * 60 + minute);
	return true;
}

bool instant_parse(struct str s, struct instant *out)
{
	struct date d;
	int hour, minute, second, offset;
	int64_t fraction;

	if (!take_date(&s, &d) || (!take_char(&s, 'T') && !take_char(&s, 't')))
		return false;
	if (!take_digits(&s, 2, &hour) || !take_char(&s, ':') ||
	    !take_digits(&s, 2, &minute) || !take_char(&s, ':') ||
	    !take_digits(&s, 2, &second))
		return false;
	if (hour > 23 || minute > 59 || second > 59)
		return false;
	if (!take_fraction(&s, &fraction) || !take_offset(&s, &offset) || s.n != 0)
		return false;
	int64_t of_day = (int64_t)hour * 3600 + minute * 60 + second - (int64_t)offset * 60;
	out->us = instant_from_date(d).us + of_day * US_PER_SECOND + fraction;
	return true;
}

/* A number of one to six digits and its unit letter. */
static bool take_amount(struct str *s, int *amount, char *unit)
{
	int value = 0;
	size_t digits = 0;

	for (; s->n > 0 && s->p[0] >= '0' && s->p[0] <= '9'; digits++) {
		value = value * 10 + (s->p[0] - '0');
		*s = str_from(*s, 1);
		if (digits == 6)
			return false;
	}
	if (digits == 0 || s->n == 0)
		return false;
	*amount = value;
	*unit = s->p[0];
	*s = str_from(*s, 1);
	return true;
}

/* `units`: what may still come, in its order; each at most once. */
static bool add_amount(struct duration *d, const char **units, bool time, int amount,
                       char unit)
{
	const char *at = unit ? strchr(*units, unit) : NULL;

	if (!at)
		return false;
	*units = at + 1;
	if (time)
		d->seconds += (int64_t)amount * (unit == 'H' ? 3600 : unit == 'M' ? 60
		                                                                  : 1);
	else if (unit == 'Y' || unit == 'M')
		d->months += amount * (unit == 'Y' ? 12 : 1);
	else
		d->days += amount * (unit == 'W' ? 7 : 1);
	return true;
}

bool duration_parse(struct str s, struct duration *out)
{
	struct duration d = { 0 };
	const char *units = "YMWD";
	bool time = false;
	int parts = 0;

	if (!take_char(&s, 'P'))
		return false;
	while (s.n > 0) {
		int amount;
		char unit;
		if (!time && take_char(&s, 'T')) {
			time = true;
			units = "HMS";
		}
		if (!take_amount(&s, &amount, &unit) ||
		    !add_amount(&d, &units, time, amount, unit))
			return false;
		parts++;
	}
	if (parts == 0)
		return false;
	*out = d;
	return true;
}
