/* ics.c -- a calendar of days as iCalendar (RFC 5545). */
#include "documents/ics.h"

#include "base/arena.h"
#include "base/limits.h"

#define LINE_BYTES 75                   /* RFC 5545, 3.1: without the line's end */
#define VALUE_BYTES 2000

/* 3.3.11: a backslash before what has a meaning; a new line as \n. */
static struct str escaped(struct arena *a, struct str s)
{
	struct text t = text_on(a, 2 * VALUE_BYTES + 1);

	s = str_cut_utf8(s, VALUE_BYTES);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '\n')
			text_addz(&t, "\\n");
		else if (c == '\\' || c == ';' || c == ',')
			text_addf(&t, "\\%c", c);
		else if (c >= ' ' || c == '\t')
			text_addc(&t, s.p[i]);
	}
	return text_str(&t);
}

/* What does not fit goes on in the next line, after a blank that counts. */
static void add_line(struct text *t, struct str line)
{
	struct str some = str_cut_utf8(line, LINE_BYTES);

	text_add(t, some);
	for (line = str_from(line, some.n); line.n > 0; line = str_from(line, some.n)) {
		some = str_cut_utf8(line, LINE_BYTES - 1);
		text_addz(t, "\r\n ");
		text_add(t, some);
	}
	text_addz(t, "\r\n");
}

static void add(struct text *t, const char *name, struct str value)
{
	if (value.n > 0)
		add_line(t, str_format(t->arena, "%s:%.*s", name, STR_ARG(value)));
}

static struct str day_text(struct arena *a, struct date d)
{
	return str_format(a, "%04d%02d%02d", d.year, d.month, d.day);
}

static struct str instant_stamp(struct arena *a, struct instant t)
{
	struct date d = instant_utc_date(t);
	int s = (int)((t.us - instant_from_date(d).us) / US_PER_SECOND);
	struct str day = day_text(a, d);

	return str_format(a, "%.*sT%02d%02d%02dZ", STR_ARG(day), s / 3600, s / 60 % 60,
	                  s % 60);
}

static void add_event(struct arena *a, struct text *t, const struct ics_event *e)
{
	add(t, "BEGIN", STR("VEVENT"));
	add(t, "UID", e->uid);
	add(t, "DTSTAMP", instant_stamp(a, e->stamp));
	add(t, "SEQUENCE", str_format(a, "%lld", (long long)e->sequence));
	add(t, "DTSTART;VALUE=DATE", day_text(a, e->day));
	add(t, "DTEND;VALUE=DATE", day_text(a, date_add_days(e->day, 1)));
	add(t, "SUMMARY", escaped(a, e->summary));
	add(t, "DESCRIPTION", escaped(a, e->description));
	add(t, "URL", e->url);
	/* It takes nobody's time. */
	add(t, "TRANSP", STR("TRANSPARENT"));
	add(t, "X-MICROSOFT-CDO-BUSYSTATUS", STR("FREE"));
	add(t, "END", STR("VEVENT"));
}

struct str ics_text(struct arena *a, const struct ics_calendar *c)
{
	struct text t = text_on(a, LIMIT_PAGE_BYTES);

	add(&t, "BEGIN", STR("VCALENDAR"));
	add(&t, "VERSION", STR("2.0"));
	add(&t, "PRODID", STR("-//Wardroom//Wardroom//EN"));
	add(&t, "CALSCALE", STR("GREGORIAN"));
	add(&t, "METHOD", STR("PUBLISH"));
	add(&t, "X-WR-CALNAME", escaped(a, c->name));
	/* How often to look again: Thunderbird and Outlook each read their own. */
	add(&t, "REFRESH-INTERVAL;VALUE=DURATION", STR("PT4H"));
	add(&t, "X-PUBLISHED-TTL", STR("PT4H"));
	for (size_t i = 0; i < c->count; i++)
		add_event(a, &t, &c->at[i]);
	add(&t, "END", STR("VCALENDAR"));
	return text_failed(&t) ? STR("") : text_str(&t);
}
