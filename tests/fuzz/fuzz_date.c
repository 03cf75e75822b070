/* fuzz_date.c -- dates, instants and durations: written as they were read, and counted as
 * a calendar written here counts.
 * links: base
 */
#include "base/time.h"
#include "fuzz/exact.h"

static bool leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days since 1 January of year 1, month by month. */
static int32_t days_counted(struct date d)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int before = d.year - 1;
	int32_t days = 365 * before + before / 4 - before / 100 + before / 400 + d.day - 1;

	for (int m = 1; m < d.month; m++)
		days += lengths[m - 1] + (m == 2 && leap(d.year));
	return days;
}

static void check_date(struct arena *a, struct str s, struct date d)
{
	const struct date epoch = { 1970, 1, 1 };

	MUST(date_is_valid(d) && str_equal(date_text(a, d), s));
	MUST(date_to_days(d) == days_counted(d) - days_counted(epoch));
	MUST(date_compare(date_from_days(date_to_days(d)), d) == 0);
}

/* Its letters are some of these, in this order. */
static void check_duration(struct str s, struct duration span)
{
	const char *left = "PYMWDTHMS";

	MUST(span.months >= 0 && span.days >= 0 && span.seconds >= 0);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9')
			continue;
		MUST(s.p[i] && strchr(left, s.p[i]));
		left = strchr(left, s.p[i]) + 1;
	}
}

FUZZ(a, s)
{
	struct date d;
	struct instant t, again;
	struct duration span;

	if (date_parse(s, &d))
		check_date(a, s, d);
	if (instant_parse(s, &t))
		MUST(instant_parse(instant_text(a, t), &again) && again.us == t.us);
	if (duration_parse(s, &span))
		check_duration(s, span);
}
