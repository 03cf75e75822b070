/*
 * json.c -- reading strict JSON into a tree, saying exactly where it is wrong.
 *
 * One pass by recursive descent; depth is bounded by LIMIT_JSON_DEPTH.  Lines and columns
 * are counted behind the reader, only as far as the last place somebody asked about, so
 * that a file of one long line stays linear.
 */
#include "codec/json.h"

#include <math.h>

#include "base/arena.h"
#include "base/limits.h"

struct place {                          /* one step of the path to where we are */
	struct str name;
	size_t index;
	bool is_member;
};

struct reader {
	struct arena *arena;
	const char *p, *end;
	const char *counted;            /* lines and columns are known up to here */
	uint32_t line, column;
	unsigned depth;
	struct place path[LIMIT_JSON_DEPTH];
	const char *wrong_at;
	const char *what;               /* msgid; null while all is well */
};

static bool read_value(struct reader *r, struct json *v);

static bool wrong(struct reader *r, const char *at, const char *what)
{
	if (!r->what) {
		r->what = what;
		r->wrong_at = at;
	}
	return false;
}

static void count_to(struct reader *r, const char *at)
{
	for (; r->counted < at; r->counted++) {
		unsigned char c = (unsigned char)*r->counted;
		if (c == '\n') {
			r->line++;
			r->column = 1;
		} else if ((c & 0xc0) != 0x80) {
			r->column++;
		}
	}
}

static void skip_space(struct reader *r)
{
	while (r->p < r->end &&
	       (*r->p == ' ' || *r->p == '\n' || *r->p == '\r' || *r->p == '\t'))
		r->p++;
}

static bool is_digit(const struct reader *r)
{
	return r->p < r->end && *r->p >= '0' && *r->p <= '9';
}

/* ---- numbers ---- */

static void skip_digits(struct reader *r)
{
	while (is_digit(r))
		r->p++;
}

/* Walks over a number by the grammar; *integer tells whether it has no fraction or
 * exponent. */
static bool walk_number(struct reader *r, bool *integer)
{
	*integer = true;
	if (*r->p == '-')
		r->p++;
	if (!is_digit(r))
		return wrong(r, r->p, N_("a digit is missing in a number"));
	if (*r->p == '0') {
		r->p++;
		if (is_digit(r))
			return wrong(r, r->p, N_("a number may not start with 0"));
	}
	skip_digits(r);
	if (r->p < r->end && *r->p == '.') {
		*integer = false;
		r->p++;
		if (!is_digit(r))
			return wrong(r, r->p, N_("a digit is missing in a number"));
		skip_digits(r);
	}
	if (r->p < r->end && (*r->p == 'e' || *r->p == 'E')) {
		*integer = false;
		r->p++;
		if (r->p < r->end && (*r->p == '+' || *r->p == '-'))
			r->p++;
		if (!is_digit(r))
			return wrong(r, r->p, N_("a digit is missing in a number"));
		skip_digits(r);
	}
	return true;
}

/* strtod needs a terminator: short numbers (nearly all) go through the stack. */
static double to_double(struct reader *r, struct str s)
{
	char small[64];

	if (s.n >= sizeof small)
		return strtod(str_z(r->arena, s), NULL);
	memcpy(small, s.p, s.n);
	small[s.n] = '\0';
	return strtod(small, NULL);
}

static bool read_number(struct reader *r, struct json *v)
{
	const char *start = r->p;
	bool integer;

	if (!walk_number(r, &integer))
		return false;
	v->text = (struct str){ start, (size_t)(r->p - start) };
	if (integer) {
		v->kind = JSON_INT;
		if (!str_to_i64(v->text, &v->number))
			return wrong(r, start, N_("a whole number is too large"));
		v->real = (double)v->number;
		return true;
	}
	v->kind = JSON_REAL;
	v->real = to_double(r, v->text);
	if (!isfinite(v->real))
		return wrong(r, start, N_("a number is too large"));
	return true;
}

/* ---- strings ---- */

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* Four hexadecimal digits at r->p, which moves behind them. */
static bool read_hex4(struct reader *r, uint32_t *out)
{
	*out = 0;
	for (int i = 0; i < 4; i++) {
		int digit = r->p < r->end ? hex_value(*r->p) : -1;
		if (digit < 0)
			return wrong(r, r->p, N_("\\u needs four hexadecimal digits"));
		*out = *out << 4 | (uint32_t)digit;
		r->p++;
	}
	return true;
}

/* The characters written as \uXXXX, a pair of surrogates being one. */
static bool read_unicode(struct reader *r, struct text *t)
{
	const char *start = r->p - 2;
	uint32_t c, low;

	if (!read_hex4(r, &c))
		return false;
	if (c >= 0xdc00 && c <= 0xdfff)
		return wrong(r, start, N_("half of a surrogate pair is missing"));
	if (c >= 0xd800 && c <= 0xdbff) {
		if (r->end - r->p < 2 || r->p[0] != '\\' || r->p[1] != 'u')
			return wrong(r, start, N_("half of a surrogate pair is missing"));
		r->p += 2;
		if (!read_hex4(r, &low))
			return false;
		if (low < 0xdc00 || low > 0xdfff)
			return wrong(r, start, N_("half of a surrogate pair is missing"));
		c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
	}
	text_add_utf8(t, c);
	return true;
}

static bool read_escape(struct reader *r, struct text *t)
{
	static const char names[] = "\"\\/bfnrt";
	static const char values[] = "\"\\/\b\f\n\r\t";

	r->p++;
	if (r->p == r->end)
		return wrong(r, r->p, N_("the text ends inside a string"));
	char c = *r->p++;
	if (c == 'u')
		return read_unicode(r, t);
	const char *at = c ? strchr(names, c) : NULL;
	if (!at)
		return wrong(r, r->p - 2, N_("no such escape in a string"));
	text_addc(t, values[at - names]);
	return true;
}

/* Runs to the next quote, backslash or control byte. */
static void walk_plain(struct reader *r)
{
	while (r->p < r->end && *r->p != '"' && *r->p != '\\' &&
	       (unsigned char)*r->p >= 0x20)
		r->p++;
}

/* Bytes of the character that starts with c, when it is one at all. */
static size_t length_by_lead(unsigned char c)
{
	return c < 0x80 ? 1 : c < 0xe0 ? 2
	              : c < 0xf0       ? 3
	                               : 4;
}

/* Checks the bytes since `from`; the place of a wrong one is looked for only when there is.
 */
static bool plain_is_utf8(struct reader *r, const char *from)
{
	struct str s = { from, (size_t)(r->p - from) };

	if (str_is_utf8(s))
		return true;
	while (s.n > 0) {
		size_t n = length_by_lead((unsigned char)s.p[0]);
		if (n > s.n || !str_is_utf8(str_cut(s, n)))
			break;
		s = str_from(s, n);
	}
	return wrong(r, s.p, N_("a string is not UTF-8"));
}

static bool read_string(struct reader *r, struct str *out)
{
	const char *start = ++r->p;

	walk_plain(r);
	if (!plain_is_utf8(r, start))
		return false;
	*out = (struct str){ start, (size_t)(r->p - start) };
	if (r->p < r->end && *r->p == '"') {
		r->p++;
		return true;
	}
	struct text t = text_on(r->arena, (size_t)(r->end - start));
	text_add(&t, *out);
	while (r->p < r->end && *r->p == '\\') {
		if (!read_escape(r, &t))
			return false;
		const char *from = r->p;
		walk_plain(r);
		if (!plain_is_utf8(r, from))
			return false;
		text_add(&t, (struct str){ from, (size_t)(r->p - from) });
	}
	if (r->p == r->end)
		return wrong(r, r->p, N_("the text ends inside a string"));
	if (*r->p != '"')
		return wrong(r, r->p,
		             N_("a control character in a string must be escaped"));
	r->p++;
	*out = text_str(&t);
	return true;
}

/* ---- arrays and objects ---- */

static struct json *append(struct reader *r, struct json *to, struct json **last)
{
	struct json *v = ARENA_NEW(r->arena, struct json);

	if (arena_failed(r->arena))
		return NULL;
	if (*last)
		(*last)->next = v;
	else
		to->first = v;
	*last = v;
	to->count++;
	return v;
}

/* After an element: true with *more set when a comma follows, false when something is
 * wrong. */
static bool read_separator(struct reader *r, char close, bool *more)
{
	skip_space(r);
	if (r->p == r->end)
		return wrong(r, r->p, N_("the text ends too early"));
	*more = *r->p == ',';
	if (!*more && *r->p != close)
		return wrong(r, r->p,
		             close == ']' ? N_("a comma or ] is missing")
		                          : N_("a comma or } is missing"));
	r->p++;
	return true;
}

static bool read_array(struct reader *r, struct json *array)
{
	struct json *last = NULL;
	bool more = true;

	r->p++;
	skip_space(r);
	if (r->p < r->end && *r->p == ']') {
		r->p++;
		return true;
	}
	while (more) {
		struct json *v = append(r, array, &last);
		if (!v)
			return false;
		r->path[r->depth - 1] = (struct place){ .index = array->count - 1 };
		skip_space(r);
		if (!read_value(r, v) || !read_separator(r, ']', &more))
			return false;
	}
	return true;
}

static int by_name(const void *a, const void *b)
{
	const struct json *x = *(const struct json *const *)a;
	const struct json *y = *(const struct json *const *)b;
	int order = str_compare(x->name, y->name);

	if (order != 0)
		return order;
	return x->name.p < y->name.p ? -1 : x->name.p > y->name.p;
}

/* The first member whose name was already used, in the order of the file; null when none.
 */
static const struct json *named_twice(struct arena *a, const struct json *object)
{
	const struct json *found = NULL;

	if (object->count < 2)
		return NULL;
	const struct json **at = arena_try(a, object->count, sizeof *at);
	if (!at) {
		arena_fail(a);
		return NULL;
	}
	size_t n = 0;
	for (const struct json *m = object->first; m; m = m->next)
		at[n++] = m;
	qsort(at, n, sizeof *at, by_name);
	for (size_t i = 1; i < n; i++)
		if (str_equal(at[i]->name, at[i - 1]->name) &&
		    (!found || at[i]->line < found->line ||
		     (at[i]->line == found->line && at[i]->column < found->column)))
			found = at[i];
	return found;
}

static bool read_member(struct reader *r, struct json *object, struct json **last)
{
	skip_space(r);
	if (r->p == r->end)
		return wrong(r, r->p, N_("the text ends too early"));
	if (*r->p != '"')
		return wrong(r, r->p, N_("a name in quotes is missing"));
	struct json *v = append(r, object, last);
	if (!v || !read_string(r, &v->name))
		return false;
	r->path[r->depth - 1] = (struct place){ .name = v->name, .is_member = true };
	skip_space(r);
	if (r->p == r->end || *r->p != ':')
		return wrong(r, r->p, N_("a colon is missing after a name"));
	r->p++;
	skip_space(r);
	return read_value(r, v);
}

static bool read_object(struct reader *r, struct json *object)
{
	struct json *last = NULL;
	bool more = true;

	r->p++;
	skip_space(r);
	if (r->p < r->end && *r->p == '}') {
		r->p++;
		return true;
	}
	while (more)
		if (!read_member(r, object, &last) || !read_separator(r, '}', &more))
			return false;
	const struct json *twice = named_twice(r->arena, object);
	if (!twice)
		return !arena_failed(r->arena);
	r->path[r->depth - 1] = (struct place){ .name = twice->name, .is_member = true };
	r->line = twice->line;
	r->column = twice->column;
	r->counted = r->p;
	return wrong(r, r->p, N_("a name occurs twice in an object"));
}

static bool read_nested(struct reader *r, struct json *v)
{
	if (r->depth == LIMIT_JSON_DEPTH)
		return wrong(r, r->p, N_("the text is nested too deeply"));
	v->kind = *r->p == '[' ? JSON_ARRAY : JSON_OBJECT;
	r->depth++;
	bool fine = v->kind == JSON_ARRAY ? read_array(r, v) : read_object(r, v);
	if (fine)               /* else the path stays, to tell where */
		r->depth--;
	return fine;
}

static bool read_word(struct reader *r, struct json *v)
{
	static const struct {
		struct str word;
		enum json_kind kind;
	} words[] = {
		{ { "null", 4 }, JSON_NULL },
		{ { "true", 4 }, JSON_TRUE },
		{ { "false", 5 }, JSON_FALSE },
	};
	struct str rest = { r->p, (size_t)(r->end - r->p) };

	for (size_t i = 0; i < COUNT(words); i++)
		if (str_equal(str_cut(rest, words[i].word.n), words[i].word)) {
			v->kind = words[i].kind;
			r->p += words[i].word.n;
			return true;
		}
	return wrong(r, r->p, N_("a value is missing"));
}

static bool read_value(struct reader *r, struct json *v)
{
	count_to(r, r->p);
	v->line = r->line;
	v->column = r->column;
	if (r->p == r->end)
		return wrong(r, r->p, N_("the text ends too early"));
	switch (*r->p) {
	case '"':
		v->kind = JSON_STRING;
		return read_string(r, &v->text);
	case '[':
	case '{':
		return read_nested(r, v);
	case '-':
	case '0':
	case '1':
	case '2':
	case '3':
	case '4':
	case '5':
	case '6':
	case '7':
	case '8':
	case '9':
		return read_number(r, v);
	default:
		return read_word(r, v);
	}
}

/* ---- where it is wrong ---- */

/* RFC 6901: ~ and / are written ~0 and ~1. */
static struct str pointer_of(struct reader *r)
{
	struct text t = text_on(r->arena, LIMIT_PAGE_BYTES);

	for (unsigned i = 0; i < r->depth; i++) {
		const struct place *at = &r->path[i];
		text_addc(&t, '/');
		if (!at->is_member)
			text_addf(&t, "%zu", at->index);
		for (size_t k = 0; k < at->name.n; k++) {
			if (at->name.p[k] == '~')
				text_addz(&t, "~0");
			else if (at->name.p[k] == '/')
				text_addz(&t, "~1");
			else
				text_addc(&t, at->name.p[k]);
		}
	}
	return text_str(&t);
}

static enum fail report(struct reader *r, struct json_error *error)
{
	if (arena_failed(r->arena))
		return fail_say(FAIL_MEMORY, "not enough memory to read JSON");
	count_to(r, r->wrong_at);
	*error = (struct json_error){ .line = r->line,
		                      .column = r->column,
		                      .pointer = pointer_of(r),
		                      .what = r->what };
	return fail_say(FAIL_FORMAT, "JSON line %u, column %u: %s", (unsigned)error->line,
	                (unsigned)error->column, error->what);
}

enum fail json_read(struct arena *a, struct str s, struct json **out,
                    struct json_error *error)
{
	struct str empty = STR("");
	struct str in = s.p ? s : empty;
	struct reader r = { .arena = a,
		            .p = in.p,
		            .end = in.p + in.n,
		            .counted = in.p,
		            .line = 1,
		            .column = 1 };
	struct json *v = ARENA_NEW(a, struct json);

	*out = NULL;
	*error = (struct json_error){ 0 };
	if (str_starts(in, "\xef\xbb\xbf"))     /* a byte order mark is passed over */
		r.p = r.counted = in.p + 3;
	skip_space(&r);
	if (!read_value(&r, v))
		return report(&r, error);
	skip_space(&r);
	if (r.p != r.end) {
		wrong(&r, r.p, N_("there is something after the value"));
		return report(&r, error);
	}
	if (arena_failed(a))
		return report(&r, error);
	*out = v;
	return OK;
}

/* ---- looking into the tree ---- */

const struct json *json_member(const struct json *object, const char *name)
{
	if (!object || object->kind != JSON_OBJECT)
		return NULL;
	for (const struct json *m = object->first; m; m = m->next)
		if (str_is(m->name, name))
			return m;
	return NULL;
}

struct str json_string(const struct json *object, const char *name)
{
	const struct json *m = json_member(object, name);

	return m && m->kind == JSON_STRING ? m->text : STR("");
}

bool json_int(const struct json *object, const char *name, int64_t *out)
{
	const struct json *m = json_member(object, name);

	if (!m || m->kind != JSON_INT)
		return false;
	*out = m->number;
	return true;
}
