/* percent.c -- %41 and back, forms, cookies. */
#include "http/http.h"

#include "base/limits.h"

#define PAIRS_MOST 5000u

struct str pairs_get(const struct pairs *p, const char *name)
{
	for (size_t i = 0; i < p->count; i++)
		if (str_is(p->at[i].name, name))
			return p->at[i].value;
	return STR_NONE;
}

struct str request_header(const struct request *r, const char *lower_case_name)
{
	return pairs_get(&r->headers, lower_case_name);
}

static int hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool percent_decode(struct arena *a, struct str s, bool plus_is_space, struct str *out)
{
	char *p = arena_try(a, s.n + 1, 1);
	size_t n = 0;

	if (!p)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c == '%') {
			int high = i + 2 < s.n ? hex_of(s.p[i + 1]) : -1;
			int low = high >= 0 ? hex_of(s.p[i + 2]) : -1;
			if (low < 0)
				return false;
			c = (char)(high << 4 | low);
			i += 2;
		} else if (c == '+' && plus_is_space) {
			c = ' ';
		}
		p[n++] = c;
	}
	*out = (struct str){ p, n };
	return str_is_utf8(*out);
}

struct str percent_encode(struct arena *a, struct str s)
{
	static const char digits[] = "0123456789ABCDEF";
	struct text t = text_on(a, LIMIT_PAGE_BYTES);

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		             (c >= '0' && c <= '9') || (c && strchr("-._~", c));
		if (plain) {
			text_addc(&t, (char)c);
		} else {
			text_addc(&t, '%');
			text_addc(&t, digits[c >> 4]);
			text_addc(&t, digits[c & 15]);
		}
	}
	return text_str(&t);
}

/* How many pieces between separators; a bound for the table. */
static size_t pieces(struct str s, char separator)
{
	size_t n = 1;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == separator;
	return n;
}

static bool pairs_room(struct arena *a, size_t most, struct pairs *out)
{
	*out = (struct pairs){ 0 };
	if (most > PAIRS_MOST)
		return false;
	out->at = ARENA_TRY(a, struct pair, most);
	return out->at != NULL;
}

bool form_parse(struct arena *a, struct str s, struct pairs *out)
{
	struct str rest = s;

	if (s.n == 0) {
		*out = (struct pairs){ 0 };
		return true;
	}
	if (!pairs_room(a, pieces(s, '&'), out))
		return false;
	while (rest.p) {
		struct str piece = str_split(rest, '&', &rest), value;
		if (piece.n == 0)
			continue;
		struct str name = str_split(piece, '=', &value);
		struct pair *p = &out->at[out->count];
		p->value = STR("");
		if (!percent_decode(a, name, true, &p->name) ||
		    (value.p && !percent_decode(a, value, true, &p->value)))
			return false;
		out->count++;
	}
	return true;
}

bool cookies_parse(struct arena *a, struct str header, struct pairs *out)
{
	struct str rest = header;

	if (!pairs_room(a, pieces(header, ';'), out))
		return false;
	while (rest.p) {
		struct str piece = str_trim(str_split(rest, ';', &rest)), value;
		if (piece.n == 0)
			continue;
		struct str name = str_split(piece, '=', &value);
		if (name.n == 0 || !value.p)
			return false;
		if (value.n >= 2 && value.p[0] == '"' && value.p[value.n - 1] == '"')
			value = str_cut(str_from(value, 1), value.n - 2);
		out->at[out->count++] = (struct pair){ name, value };
	}
	return true;
}
