/*
 * observance.c -- calendar rules: read, and asked of each day in turn.
 */
#include "duty/observance.h"

#include "base/arena.h"

#define RULE_BYTES 200u
#define INTERVAL_MOST 1000
#define WEEKDAYS_MOST 16

enum frequency { NO_FREQUENCY, DAILY, WEEKLY, MONTHLY, YEARLY };

struct nth_weekday {
	int nth;                        /* 0: each; -1: the last */
	int weekday;                    /* 1 Monday .. 7 Sunday */
};

struct rule {
	enum frequency frequency;
	int interval;
	uint64_t months;                /* BIT(1) | ...; 0: any */
	uint64_t days;                  /* of the month, BIT(1) | ... */
	uint64_t days_back;             /* from its end: BIT(1) is the last */
	struct nth_weekday weekdays[WEEKDAYS_MOST];
	size_t weekday_count;
};

/* ---- reading ---- */

/* FREQ=..., INTERVAL=...: false when the value means nothing. */
static bool read_frequency(struct rule *r, struct str s)
{
	static const char *const names[] = { [DAILY] = "DAILY",
		                             [WEEKLY] = "WEEKLY",
		                             [MONTHLY] = "MONTHLY",
		                             [YEARLY] = "YEARLY" };

	for (size_t i = DAILY; i < COUNT(names); i++)
		if (str_is(s, names[i]))
			r->frequency = (enum frequency)i;
	return r->frequency != NO_FREQUENCY;
}

static bool read_interval(struct rule *r, struct str s)
{
	int64_t n;

	if (!str_to_i64(s, &n) || n < 1 || n > INTERVAL_MOST)
		return false;
	r->interval = (int)n;
	return true;
}

/* Numbers from `least` to `most`, never 0; negative ones into *back. */
static bool read_numbers(struct str s, int64_t least, int64_t most, uint64_t *ahead,
                         uint64_t *back)
{
	for (struct str rest = s; rest.p;) {
		int64_t n;

		if (!str_to_i64(str_split(rest, ',', &rest), &n) || n < least || n > most ||
		    n == 0)
			return false;
		*(n > 0 ? ahead : back) |= BIT(n > 0 ? n : -n);
	}
	return true;
}

static bool read_months(struct rule *r, struct str s)
{
	return read_numbers(s, 1, 12, &r->months, NULL);
}

static bool read_month_days(struct rule *r, struct str s)
{
	return read_numbers(s, -31, 31, &r->days, &r->days_back);
}

/* "TU", "1TH", "-1WE" */
static bool read_weekday(struct str s, struct nth_weekday *out)
{
	static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
	int64_t nth = 0;

	if (s.n < 2 || s.n > 5)
		return false;
	struct str number = str_cut(s, s.n - 2);
	if (number.n > 0 &&
	    (!str_to_i64(number, &nth) || nth == 0 || nth < -53 || nth > 53))
		return false;
	out->nth = (int)nth;
	for (size_t i = 0; i < COUNT(names); i++)
		if (str_is(str_from(s, s.n - 2), names[i]))
			out->weekday = (int)i + 1;
	return out->weekday > 0;
}

static bool read_weekdays(struct rule *r, struct str s)
{
	for (struct str rest = s; rest.p;)
		if (r->weekday_count == WEEKDAYS_MOST ||
		    !read_weekday(str_split(rest, ',', &rest),
		                  &r->weekdays[r->weekday_count++]))
			return false;
	return true;
}

static bool wrong(struct message *error, const char *what, struct str arg)
{
	*error = MESSAGE1(what, arg);
	return false;
}

/* What RFC 5545 forbids: "the second Tuesday" of a day or week, dates of a week. */
static bool parts_agree(const struct rule *r, struct str rule, struct message *error)
{
	bool short_period = r->frequency == DAILY || r->frequency == WEEKLY;

	if (r->frequency == NO_FREQUENCY)
		return wrong(error, N_("FREQ is missing from the rule %1"), rule);
	if (r->frequency == WEEKLY && (r->days || r->days_back))
		return wrong(error, N_("a weekly rule has no BYMONTHDAY: %1"), rule);
	for (size_t i = 0; i < r->weekday_count; i++)
		if (short_period && r->weekdays[i].nth != 0)
			return wrong(error,
			             N_("only weekdays of a month or year are counted: %1"),
			             rule);
	return true;
}

static bool rule_read(struct str text, struct rule *out, struct message *error)
{
	static const struct {
		const char *name;
		bool (*read)(struct rule *r, struct str value);
	} members[] = {
		{ "FREQ", read_frequency },
		{ "INTERVAL", read_interval },
		{ "BYMONTH", read_months },
		{ "BYDAY", read_weekdays },
		{ "BYMONTHDAY", read_month_days },
	};
	uint64_t seen = 0;

	*out = (struct rule){ .interval = 1 };
	if (text.n > RULE_BYTES)
		return wrong(error, N_("the rule is longer than 200 characters: %1"), text);
	for (struct str rest = text; rest.p;) {
		struct str value;
		struct str part = str_split(rest, ';', &rest);
		struct str name = str_split(part, '=', &value);
		size_t i = 0;

		while (i < COUNT(members) && !str_is(name, members[i].name))
			i++;
		if (i == COUNT(members) || (seen & BIT(i)))
			return wrong(error, N_("%1 is not for calendar rules here"), part);
		if (value.n == 0 || !members[i].read(out, value))
			return wrong(error, N_("%1 has no value that can be used"), part);
		seen |= BIT(i);
	}
	return parts_agree(out, text, error);
}

bool observance_check(struct str rule, struct message *error)
{
	struct rule r;

	return rule_read(rule, &r, error);
}

/* ---- asking a day ---- */

/* What is left unsaid is taken from the first day. */
static void fill_in(struct rule *r, struct date start)
{
	bool by_day = r->days || r->days_back || r->weekday_count > 0;

	if (by_day || r->frequency == DAILY)
		return;
	if (r->frequency == WEEKLY) {
		r->weekdays[r->weekday_count++] =
			(struct nth_weekday){ 0, date_weekday(start) };
		return;
	}
	r->days = BIT(start.day);
	if (r->frequency == YEARLY && !r->months)
		r->months = BIT(start.month);
}

static bool period_counts(const struct rule *r, struct date start, struct date d)
{
	int32_t monday = date_to_days(start) - date_weekday(start);

	switch (r->frequency) {
	case DAILY: return days_between(start, d) % r->interval == 0;
	case WEEKLY: return (date_to_days(d) - monday - 1) / 7 % r->interval == 0;
	case MONTHLY:
		return ((d.year - start.year) * 12 + d.month - start.month) % r->interval ==
		       0;
	case YEARLY: return (d.year - start.year) % r->interval == 0;
	case NO_FREQUENCY: break;
	}
	return false;
}

/* The first days of this and of the next period in which weekdays are counted. */
static void counted_period(const struct rule *r, struct date d, struct date *first,
                           struct date *next)
{
	bool year = r->frequency == YEARLY && !r->months;

	*first = (struct date){ d.year, year ? 1 : d.month, 1 };
	*next = date_add_months(*first, year ? 12 : 1);
}

static bool weekday_counts(const struct rule *r, struct date d)
{
	struct date first, next;

	counted_period(r, d, &first, &next);
	int before = days_between(first, d) / 7, after = (days_between(d, next) - 1) / 7;
	for (size_t i = 0; i < r->weekday_count; i++) {
		const struct nth_weekday *w = &r->weekdays[i];

		if (w->weekday == date_weekday(d) &&
		    (w->nth == 0 || w->nth == before + 1 || w->nth == -after - 1))
			return true;
	}
	return r->weekday_count == 0;
}

static bool month_day_counts(const struct rule *r, struct date d)
{
	struct date first = { d.year, d.month, 1 };
	int32_t back = days_between(d, date_add_months(first, 1));

	return (!r->days && !r->days_back) || (r->days & BIT(d.day)) ||
	       (r->days_back & BIT(back));
}

static bool rule_means(const struct rule *r, struct date start, struct date d)
{
	return (!r->months || (r->months & BIT(d.month))) && month_day_counts(r, d) &&
	       weekday_counts(r, d) && period_counts(r, start, d);
}

enum fail observance_expand(struct arena *a, struct str text, struct date start,
                            struct date until, struct days *out, struct message *error)
{
	struct rule rule;
	int32_t days = days_between(start, until) + 1;

	*out = (struct days){ NULL, 0 };
	if (!rule_read(text, &rule, error))
		return fail_say(FAIL_FORMAT, "'%.*s' is no calendar rule", STR_ARG(text));
	if (days > OBSERVANCE_DAYS)
		return fail_say(FAIL_FULL, "a calendar rule over more than %d days",
		                OBSERVANCE_DAYS);
	struct date *at = ARENA_TRY(a, struct date, days > 0 ? (size_t)days : 1);
	if (!at)
		return fail_say(FAIL_MEMORY, "not enough memory for a calendar rule");
	fill_in(&rule, start);
	for (int32_t i = 0; i < days; i++) {
		struct date d = date_add_days(start, i);

		if (rule_means(&rule, start, d))
			at[out->count++] = d;
	}
	out->at = at;
	return OK;
}

/* ---- looking up ---- */

/* How many are on or before the day. */
static size_t days_until(const struct days *d, struct date day)
{
	size_t low = 0, high = d->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (date_compare(d->at[middle], day) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct date days_last(const struct days *d, struct date on_or_before)
{
	size_t n = days_until(d, on_or_before);

	return n > 0 ? d->at[n - 1] : DATE_NONE;
}

struct date days_next(const struct days *d, struct date after)
{
	size_t n = days_until(d, after);

	return n < d->count ? d->at[n] : DATE_NONE;
}
