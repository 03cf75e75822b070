/*
 * words.c -- dates, times and sizes as people read them.
 */
#include "documents/words.h"

#include "base/refusal.h"

static const char *const months[2][12] = {
	{ "January", "February", "March", "April", "May", "June", "July", "August",
	  "September",
	  "October", "November", "December" },
	{ "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
	  "septembre",
	  "octobre", "novembre", "décembre" },
};
static const char *const short_months[2][12] = {
	{ "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov",
	  "Dec" },
	{ "janv.", "févr.", "mars", "avril", "mai", "juin", "juill.", "août", "sept.",
	  "oct.",
	  "nov.", "déc." },
};
static const char *const weekdays[2][7] = {
	{ "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
	{ "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche" },
};

/* French writes the first of a month as 1er. */
static const char *day_end(enum lang lang, struct date d)
{
	return lang == LANG_FR && d.day == 1 ? "er" : "";
}

struct str words_date(struct arena *a, enum lang lang, struct date d)
{
	if (!date_is_set(d))
		return STR("");
	return str_format(a, "%d%s %s %d", d.day, day_end(lang, d),
	                  months[lang][d.month - 1], d.year);
}

struct str words_month(struct arena *a, enum lang lang, struct date d)
{
	return str_format(a, "%s %d", months[lang][d.month - 1], d.year);
}

struct str words_short_date(struct arena *a, enum lang lang, struct date d,
                            struct date today)
{
	if (!date_is_set(d))
		return STR("");
	const char *month = short_months[lang][d.month - 1];

	if (d.year != today.year)
		return str_format(a, "%d%s %s %d", d.day, day_end(lang, d), month, d.year);
	return str_format(a, "%d%s %s", d.day, day_end(lang, d), month);
}

/* "14 May 2026, 09:12 PDT": on the ministry's clock, which is named. */
/* The names that the time zones of Canada go by in French. */
static const char *french_zone(const char *name)
{
	static const char *const names[][2] = {
		{ "PST", "HNP" },
		{ "PDT", "HAP" },
		{ "MST", "HNR" },
		{ "MDT", "HAR" },
		{ "CST", "HNC" },
		{ "CDT", "HAC" },
		{ "EST", "HNE" },
		{ "EDT", "HAE" },
		{ "AST", "HNA" },
		{ "ADT", "HAA" },
		{ "NST", "HNT" },
		{ "NDT", "HAT" },
	};

	for (size_t i = 0; i < COUNT(names); i++)
		if (strcmp(name, names[i][0]) == 0)
			return names[i][1];
	return name;
}

struct str words_instant(struct arena *a, enum lang lang, const struct zone *zone,
                         struct instant t)
{
	struct civil c = { .date = instant_utc_date(t), .name = "UTC" };

	if (!instant_is_set(t))
		return STR("");
	c.second = (int32_t)((t.us / US_PER_SECOND) % 86400);
	if (zone)
		c = zone_civil(zone, t);
	struct str day = words_date(a, lang, c.date);
	const char *name = lang == LANG_FR ? french_zone(c.name) : c.name;
	const char *utc = c.name[0] == '-' || c.name[0] == '+' ? "UTC" : "";

	return str_format(a,
	                  lang == LANG_FR ? "%.*s, %d h %02d %s%s" : "%.*s, %02d:%02d %s%s",
	                  STR_ARG(day), c.second / 3600, c.second / 60 % 60, utc, name);
}

static struct str counted(struct arena *a, const char *words, int64_t n)
{
	struct message m = { .args = { str_format(a, "%lld", (long long)n) } };

	return message_fill(a, words, &m);
}

struct str words_due(struct arena *a, enum lang lang, struct date due, struct date today)
{
	int32_t days = days_between(today, due);

	if (!date_is_set(due))
		return STR("");
	if (days == 0)
		return str_of(tr(lang, N_("today")));
	if (days == 1)
		return str_of(tr(lang, N_("tomorrow")));
	if (days < 0)
		return counted(a, trn(lang, "%1 day late", "%1 days late", -(int64_t)days),
		               -days);
	return counted(a, trn(lang, "in %1 day", "in %1 days", days), days);
}

struct str words_weekday(struct arena *a, enum lang lang, struct date d)
{
	(void)a;
	return str_of(weekdays[lang][date_weekday(d) - 1]);
}

struct str words_bytes(struct arena *a, enum lang lang, int64_t bytes)
{
	const char *unit = lang == LANG_FR ? "ko" : "kB";
	long long tenths = (long long)(bytes / 100);

	if (bytes < 1000)
		return counted(a, trn(lang, "%1 byte", "%1 bytes", bytes), bytes);
	if (bytes >= 1000000) {
		unit = lang == LANG_FR ? "Mo" : "MB";
		tenths = (long long)(bytes / 100000);
	}
	return str_format(a, "%lld%s%lld %s", tenths / 10, lang == LANG_FR ? "," : ".",
	                  tenths % 10, unit);
}

struct str words_sentence(struct arena *a, struct str s)
{
	if (s.n == 0 || s.p[0] < 'a' || s.p[0] > 'z')
		return s;
	return str_format(a, "%c%.*s", s.p[0] - 'a' + 'A', STR_ARG(str_from(s, 1)));
}

struct str words_hex(struct arena *a, const uint8_t *bytes, size_t n)
{
	struct text t = text_on(a, 2 * n + 1);

	for (size_t i = 0; i < n; i++)
		text_addf(&t, "%02x", bytes[i]);
	return text_str(&t);
}
