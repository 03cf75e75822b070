/*
 * time.h -- dates, instants and durations.
 *
 * An instant is microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.  A date
 * is a civil date (proleptic Gregorian, years 1 to 9999) without a zone; which date it is
 * *now* depends on a zone, see sys/zone.h.  Neither is ever kept as text.
 * Duration: ISO 8601: years, months, weeks, days (calendar-aware: a month from 31 January
 * ends on the last of February), then hours, minutes, seconds (exact); each at most once,
 * in this order.
 */
#ifndef BASE_TIME_H
#define BASE_TIME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct date {
	int16_t year;
	uint8_t month; /* 1..12 */
	uint8_t day; /* 1..31; 0 in all three means "no date" */
};

struct instant {
	int64_t us; /* 0 means "no instant" in a record */
};

struct duration {
	int32_t months;
	int32_t days;
	int64_t seconds;
};

#define INSTANT_NONE ((struct instant){ 0 })
#define DATE_NONE ((struct date){ 0, 0, 0 })
#define US_PER_SECOND INT64_C(1000000)
#define US_PER_DAY (INT64_C(86400) * US_PER_SECOND)

bool date_is_set(struct date d);
bool date_is_valid(struct date d);
int date_compare(struct date a, struct date b);
int32_t date_to_days(struct date d); /* days since 1970-01-01 */
struct date date_from_days(int32_t days);
int32_t days_between(struct date from, struct date to); /* to - from */
struct date date_add_days(struct date d, int32_t days);
struct date date_add_months(struct date d, int32_t months);
struct date date_add(struct date d, struct duration span);
int date_weekday(struct date d); /* 1 Monday .. 7 Sunday */
bool date_parse(struct str s, struct date *out); /* YYYY-MM-DD */
struct str date_text(struct arena *a, struct date d); /* YYYY-MM-DD */

bool instant_is_set(struct instant t);
struct instant instant_now(void); /* the machine's clock */
struct instant instant_from_date(struct date d); /* midnight UTC */
struct date instant_utc_date(struct instant t);
/* RFC 3339 in UTC: 2026-11-21T20:14:05Z, with six digits of fraction when there is one. */
struct str instant_text(struct arena *a, struct instant t);
bool instant_parse(struct str s, struct instant *out); /* RFC 3339 with any offset */
/* A steady clock for deadlines, microseconds; never goes back. */
int64_t steady_us(void);

bool duration_parse(struct str s, struct duration *out); /* P1Y, P30D, PT24H */

#endif
