/*
 * json_write.c -- writing JSON as a stream.
 *
 * Whatever text comes in, what goes out is well-formed: bytes that are not UTF-8 become
 * U+FFFD.  Strings are escaped as RFC 8785 wants them, so the canonical form shares this.
 */
#include "codec/json.h"

#include "base/limits.h"

_Static_assert(LIMIT_JSON_DEPTH <= 64, "the writer keeps a bit for each depth");

struct json_out json_to(struct text *t)
{
	return (struct json_out){ .to = t };
}

static bool in_object(const struct json_out *j)
{
	return j->depth > 0 && (j->object & BIT(j->depth - 1));
}

/* The comma before a name or an element, where one belongs. */
static void separate(struct json_out *j)
{
	if (j->depth == 0) {
		if (j->done)
			BUG("a second JSON value");
		j->done = true;
		return;
	}
	uint64_t here = BIT(j->depth - 1);
	if (j->comma & here)
		text_addc(j->to, ',');
	j->comma |= here;
}

/* Before each value: in an object a name must have come first. */
static void before_value(struct json_out *j)
{
	if (in_object(j) != j->after_name)
		BUG("a JSON value without a name in an object");
	if (!j->after_name)
		separate(j);
	j->after_name = false;
}

static void open_nested(struct json_out *j, bool object)
{
	before_value(j);
	if (j->depth == LIMIT_JSON_DEPTH)
		BUG("JSON is nested too deeply to write");
	if (object)
		j->object |= BIT(j->depth);
	else
		j->object &= ~BIT(j->depth);
	j->comma &= ~BIT(j->depth);
	j->depth++;
	text_addc(j->to, object ? '{' : '[');
}

static void close_nested(struct json_out *j, bool object)
{
	if (j->depth == 0 || j->after_name || in_object(j) != object)
		BUG("JSON is closed that was not opened");
	j->depth--;
	text_addc(j->to, object ? '}' : ']');
}

void json_open_object(struct json_out *j)
{
	open_nested(j, true);
}

void json_close_object(struct json_out *j)
{
	close_nested(j, true);
}

void json_open_array(struct json_out *j)
{
	open_nested(j, false);
}

void json_close_array(struct json_out *j)
{
	close_nested(j, false);
}

/* ---- strings ---- */

static bool is_plain(unsigned char c)
{
	return c >= 0x20 && c != '"' && c != '\\';
}

static void add_escaped(struct text *t, unsigned char c)
{
	static const char values[] = "\"\\\b\f\n\r\t";
	static const char names[] = "\"\\bfnrt";
	const char *at = c ? strchr(values, c) : NULL;

	if (at)
		text_addf(t, "\\%c", names[at - values]);
	else
		text_addf(t, "\\u%04x", c);
}

static void add_sound(struct text *t, struct str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (is_plain(c))
			continue;
		text_add(t, (struct str){ s.p + from, i - from });
		add_escaped(t, c);
		from = i + 1;
	}
	text_add(t, str_from(s, from));
}

/* Character by character, since some of it is not UTF-8. */
static void add_mended(struct text *t, struct str s)
{
	while (s.n > 0) {
		size_t n = 1;
		while (n <= 4 && n <= s.n && !str_is_utf8(str_cut(s, n)))
			n++;
		if (s.p[0] == '\0') {
			add_escaped(t, 0);
			n = 1;
		} else if (n > 4 || n > s.n) {
			text_addz(t, "\xef\xbf\xbd");
			n = 1;
		} else {
			add_sound(t, str_cut(s, n));
		}
		s = str_from(s, n);
	}
}

static void add_string(struct text *t, struct str s)
{
	text_addc(t, '"');
	if (str_is_utf8(s))
		add_sound(t, s);
	else
		add_mended(t, s);
	text_addc(t, '"');
}

void json_name_str(struct json_out *j, struct str name)
{
	if (j->after_name || !in_object(j))
		BUG("a JSON name outside of an object");
	separate(j);
	add_string(j->to, name);
	text_addc(j->to, ':');
	j->after_name = true;
}

void json_name(struct json_out *j, const char *name)
{
	json_name_str(j, str_of(name));
}

void json_put_str(struct json_out *j, struct str s)
{
	before_value(j);
	add_string(j->to, s);
}

void json_put_z(struct json_out *j, const char *z)
{
	json_put_str(j, str_of(z));
}

/* ---- the rest ---- */

void json_put_int(struct json_out *j, int64_t n)
{
	before_value(j);
	text_addf(j->to, "%lld", (long long)n);
}

void json_put_real(struct json_out *j, double n)
{
	before_value(j);
	json_number_add(j->to, n);
}

void json_put_bool(struct json_out *j, bool b)
{
	before_value(j);
	text_addz(j->to, b ? "true" : "false");
}

void json_put_null(struct json_out *j)
{
	before_value(j);
	text_addz(j->to, "null");
}

void json_put_raw(struct json_out *j, struct str json)
{
	before_value(j);
	text_add(j->to, json);
}

void json_pair_str(struct json_out *j, const char *name, struct str s)
{
	json_name(j, name);
	json_put_str(j, s);
}

void json_pair_z(struct json_out *j, const char *name, const char *z)
{
	json_name(j, name);
	json_put_z(j, z);
}

void json_pair_int(struct json_out *j, const char *name, int64_t n)
{
	json_name(j, name);
	json_put_int(j, n);
}

void json_pair_bool(struct json_out *j, const char *name, bool b)
{
	json_name(j, name);
	json_put_bool(j, b);
}

void json_pair_real(struct json_out *j, const char *name, double n)
{
	json_name(j, name);
	json_put_real(j, n);
}
