/*
 * zone_rule.c -- the line at the end of a zone file: "PST8PDT,M3.2.0,M11.1.0".
 *
 * Source: POSIX.1-2017 chapter 8.3 (TZ), with RFC 8536's extension of hours to -167..167.
 */
#include "sys/zone_internal.h"

struct cursor {
	struct str s;
	bool wrong;
};

static char peek(const struct cursor *c)
{
	return c->s.n ? c->s.p[0] : '\0';
}

static bool eat(struct cursor *c, char wanted)
{
	if (peek(c) != wanted)
		return false;
	c->s = str_from(c->s, 1);
	return true;
}

static int number(struct cursor *c, int most)
{
	int n = 0, digits = 0;

	for (; digits < 4 && peek(c) >= '0' && peek(c) <= '9'; digits++) {
		n = n * 10 + (peek(c) - '0');
		c->s = str_from(c->s, 1);
	}
	if (digits == 0 || n > most)
		c->wrong = true;
	return c->wrong ? 0 : n;
}

static bool in_name(char c, bool quoted)
{
	bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');

	return letter || (quoted && ((c >= '0' && c <= '9') || c == '+' || c == '-'));
}

static void name(struct cursor *c, char out[8])
{
	bool quoted = eat(c, '<');
	size_t n = 0;

	for (; n < 7 && in_name(peek(c), quoted); n++) {
		out[n] = peek(c);
		c->s = str_from(c->s, 1);
	}
	out[n] = '\0';
	if (n < 3 || (quoted && !eat(c, '>')))
		c->wrong = true;
}

/* [+-]hh[:mm[:ss]] in seconds; a zone is at most 24 hours from UTC, a change up to 167. */
static int32_t clock_time(struct cursor *c, int most_hours)
{
	int sign = 1;
	int32_t seconds;

	if (eat(c, '-'))
		sign = -1;
	else
		eat(c, '+');
	seconds = number(c, most_hours) * 3600;
	if (eat(c, ':'))
		seconds += number(c, 59) * 60;
	if (eat(c, ':'))
		seconds += number(c, 59);
	return sign * seconds;
}

static struct zone_day day(struct cursor *c)
{
	struct zone_day d = { .second = 7200 };

	if (eat(c, 'M')) {
		d.how = DAY_OF_WEEK;
		d.month = number(c, 12);
		c->wrong |= !eat(c, '.');
		d.week = number(c, 5);
		c->wrong |= !eat(c, '.');
		d.day = number(c, 6);
		c->wrong |= d.month == 0 || d.week == 0;
	} else {
		d.how = eat(c, 'J') ? DAY_JULIAN : DAY_OF_YEAR;
		d.day = number(c, 365);
		c->wrong |= d.how == DAY_JULIAN && d.day == 0;
	}
	if (eat(c, '/'))
		d.second = clock_time(c, 167);
	return d;
}

bool zone_rule_read(struct str s, struct zone_rule *out)
{
	struct cursor c = { .s = s };
	struct zone_rule r = { .given = true };

	name(&c, r.winter.name);
	r.winter.offset = -clock_time(&c, 24);
	if (c.s.n && !c.wrong) {
		r.changes = true;
		name(&c, r.summer.name);
		r.summer.summer = true;
		r.summer.offset = r.winter.offset + 3600;
		if (peek(&c) != ',')
			r.summer.offset = -clock_time(&c, 24);
		c.wrong |= !eat(&c, ',');
		r.start = day(&c);
		c.wrong |= !eat(&c, ',');
		r.end = day(&c);
	}
	if (c.wrong || c.s.n)
		return false;
	*out = r;
	return true;
}
