/*
 * show.c -- values into HTML, each by where it stands.
 */
#include "web/show.h"

void show_raw(struct show *o, const char *p, size_t n)
{
	text_add(o->to, (struct str){ p, n });
}

/* Runs without anything to escape are copied whole. */
static void escape(struct show *o, struct str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		const char *entity = NULL;

		switch (s.p[i]) {
		case '&': entity = "&amp;"; break;
		case '<': entity = "&lt;"; break;
		case '>': entity = "&gt;"; break;
		case '"': entity = "&quot;"; break;
		case '\'': entity = "&#39;"; break;
		case '\0': entity = ""; break;
		default: continue;
		}
		text_add(o->to, (struct str){ s.p + from, i - from });
		text_addz(o->to, entity);
		from = i + 1;
	}
	if (s.n > from)
		text_add(o->to, (struct str){ s.p + from, s.n - from });
}

static bool scheme_is_allowed(struct str s)
{
	static const char *const allowed[] = { "https:", "http:", "mailto:" };

	if (s.n == 0 || s.p[0] == '#' || s.p[0] == '?')
		return true;
	/* "//host" and "/\host" name another machine without looking like it. */
	if (s.p[0] == '/')
		return s.n == 1 || (s.p[1] != '/' && s.p[1] != '\\');
	for (size_t i = 0; i < COUNT(allowed); i++)
		if (str_starts(s, allowed[i]))
			return true;
	return false;
}

static void escape_url_part(struct show *o, struct str s)
{
	static const char hex[] = "0123456789ABCDEF";
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c && memchr(plain, c, sizeof plain - 1))
			text_addc(o->to, (char)c);
		else
			text_add(o->to,
			         (struct str){ (char[]){ '%', hex[c >> 4], hex[c & 15] },
			                       3 });
	}
}

void show_value(struct show *o, enum show_as how, struct str s)
{
	if (how == SHOW_URL_PART)
		escape_url_part(o, s);
	else if (how == SHOW_URL && !scheme_is_allowed(s))
		text_addz(o->to, "#refused");
	else
		escape(o, s);
}

void show_html(struct show *o, struct safe_html s)
{
	text_add(o->to, s.html);
}

void show_words(struct show *o, enum show_as how, const char *msgid, struct str a,
                struct str b, struct str c)
{
	const char *words = tr(o->lang, msgid);
	struct message m = { .id = msgid, .args = { a, b, c } };

	if (a.p || b.p || c.p)
		show_value(o, how, message_fill(o->arena, words, &m));
	else
		show_value(o, how, str_of(words));
}

void show_plural(struct show *o, enum show_as how, const char *one, const char *many,
                 int64_t count, struct str a, struct str b, struct str c)
{
	struct message m = { .id = one, .args = { a, b, c } };

	show_value(o, how, message_fill(o->arena, trn(o->lang, one, many, count), &m));
}

struct str show_str(struct show *o, struct str s)
{
	(void)o;
	return s;
}

struct str show_z(struct show *o, const char *z)
{
	(void)o;
	return str_of(z);
}

struct str show_int(struct show *o, int64_t n)
{
	return str_format(o->arena, "%lld", (long long)n);
}

struct str show_size(struct show *o, uint64_t n)
{
	return str_format(o->arena, "%llu", (unsigned long long)n);
}

bool true_str(struct str s)
{
	return s.n > 0;
}

bool true_html(struct safe_html s)
{
	return s.html.n > 0;
}

bool true_z(const char *z)
{
	return z && *z;
}

bool true_number(int64_t n)
{
	return n != 0;
}

bool true_size(uint64_t n)
{
	return n != 0;
}

bool true_pointer(const void *p)
{
	return p != NULL;
}
