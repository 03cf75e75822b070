/* text.c -- views of text, and building text with a ceiling. */
#include "base/text.h"

#include "base/arena.h"
#include "base/fail.h"
#include "base/limits.h"

struct str str_of(const char *z)
{
	return z ? (struct str){ z, strlen(z) } : STR_NONE;
}

bool str_is(struct str s, const char *z)
{
	return str_equal(s, str_of(z));
}

bool str_equal(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int str_compare(struct str a, struct str b)
{
	size_t shorter = a.n < b.n ? a.n : b.n;
	int order = shorter ? memcmp(a.p, b.p, shorter) : 0;

	if (order != 0)
		return order;
	return a.n < b.n ? -1 : a.n > b.n;
}

bool str_starts(struct str s, const char *z)
{
	size_t n = strlen(z);

	return s.n >= n && (n == 0 || memcmp(s.p, z, n) == 0);
}

bool str_ends(struct str s, const char *z)
{
	size_t n = strlen(z);

	return s.n >= n && (n == 0 || memcmp(s.p + s.n - n, z, n) == 0);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str str_trim(struct str s)
{
	while (s.n > 0 && is_blank(s.p[0])) {
		s.p++;
		s.n--;
	}
	while (s.n > 0 && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct str str_from(struct str s, size_t start)
{
	if (start >= s.n)
		return s.p ? (struct str){ s.p + s.n, 0 } : STR_NONE;
	return (struct str){ s.p + start, s.n - start };
}

struct str str_cut(struct str s, size_t n)
{
	return (struct str){ s.p, s.n < n ? s.n : n };
}

struct str str_split(struct str s, char c, struct str *rest)
{
	const char *at = s.n ? memchr(s.p, c, s.n) : NULL;

	if (!at) {
		*rest = STR_NONE;
		return s;
	}
	size_t n = (size_t)(at - s.p);
	*rest = (struct str){ at + 1, s.n - n - 1 };
	return (struct str){ s.p, n };
}

size_t str_find(struct str s, struct str needle)
{
	if (needle.n == 0)
		return 0;
	if (s.n < needle.n)
		return SIZE_MAX;
	const char *at = memmem(s.p, s.n, needle.p, needle.n);
	return at ? (size_t)(at - s.p) : SIZE_MAX;
}

bool str_to_i64(struct str s, int64_t *out)
{
	bool negative = s.n > 0 && s.p[0] == '-';
	uint64_t value = 0;
	uint64_t most = negative ? (uint64_t)INT64_MAX + 1 : (uint64_t)INT64_MAX;

	if (negative)
		s = str_from(s, 1);
	if (s.n == 0)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		uint64_t digit = (uint64_t)(s.p[i] - '0');
		if (value > (most - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	*out = negative ? (int64_t)(0 - value) : (int64_t)value;
	return true;
}

/* RFC 3629, section 4: what may follow a first byte, and how long the character is. */
static const struct utf8_start {
	unsigned char first, last;
	unsigned char low, high;        /* of the second byte; later ones are 80..bf */
	size_t length;
} utf8_starts[] = {
	{ 0x01, 0x7f, 0x00, 0x00, 1 },
	{ 0xc2, 0xdf, 0x80, 0xbf, 2 },
	{ 0xe0, 0xe0, 0xa0, 0xbf, 3 },
	{ 0xe1, 0xec, 0x80, 0xbf, 3 },
	{ 0xed, 0xed, 0x80, 0x9f, 3 },
	{ 0xee, 0xef, 0x80, 0xbf, 3 },
	{ 0xf0, 0xf0, 0x90, 0xbf, 4 },
	{ 0xf1, 0xf3, 0x80, 0xbf, 4 },
	{ 0xf4, 0xf4, 0x80, 0x8f, 4 },
};

/* Length of the well-formed character at the start of p, 0 when there is none. */
static size_t utf8_length_at(const unsigned char *p, size_t n)
{
	const struct utf8_start *start = NULL;

	for (size_t i = 0; i < COUNT(utf8_starts) && !start; i++)
		if (p[0] >= utf8_starts[i].first && p[0] <= utf8_starts[i].last)
			start = &utf8_starts[i];
	if (!start || n < start->length)
		return 0;
	if (start->length > 1 && (p[1] < start->low || p[1] > start->high))
		return 0;
	for (size_t i = 2; i < start->length; i++)
		if (p[i] < 0x80 || p[i] > 0xbf)
			return 0;
	return start->length;
}

bool str_is_utf8(struct str s)
{
	for (size_t i = 0; i < s.n;) {
		size_t length = utf8_length_at((const unsigned char *)s.p + i, s.n - i);
		if (length == 0)
			return false;
		i += length;
	}
	return true;
}

size_t str_utf8_length(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.n; i++)
		count += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return count;
}

struct str str_cut_utf8(struct str s, size_t n)
{
	if (s.n <= n)
		return s;
	while (n > 0 && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n--;
	return (struct str){ s.p, n };
}

struct str str_copy(struct arena *a, struct str s)
{
	char *p =
		s.n < LIMIT_PIECE_BYTES ? arena_get(a, s.n + 1) : arena_try(a, s.n + 1, 1);

	if (!p) {
		arena_fail(a);
		return STR("");
	}
	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct str){ p, s.n };
}

const char *str_z(struct arena *a, struct str s)
{
	return str_copy(a, s).p;
}

struct str str_format(struct arena *a, const char *format, ...)
{
	struct text t = text_on(a, LIMIT_PAGE_BYTES);
	va_list args;

	va_start(args, format);
	text_addfv(&t, format, args);
	va_end(args);
	return text_str(&t);
}

struct str str_printable(struct arena *a, struct str s)
{
	struct text t = text_on(a, s.n + 1);

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		text_addc(&t, c < 0x20 || c == 0x7f ? '?' : (char)c);
	}
	return text_str(&t);
}

struct text text_on(struct arena *a, size_t ceiling)
{
	return (struct text){ .arena = a, .ceiling = ceiling };
}

/* Makes room for `more` bytes and a terminator. */
static bool text_grow(struct text *t, size_t more)
{
	if (t->failed)
		return false;
	if (more > t->ceiling || t->n > t->ceiling - more) {
		t->failed = true;
		return false;
	}
	size_t need = t->n + more + 1;
	if (need <= t->room)
		return true;
	size_t room = t->room ? t->room * 2 : 128;
	if (room < need)
		room = need;
	char *p = arena_try(t->arena, room, 1);
	if (!p) {
		arena_fail(t->arena);
		t->failed = true;
		return false;
	}
	if (t->n)
		memcpy(p, t->p, t->n);
	t->p = p;
	t->room = room;
	return true;
}

void text_add(struct text *t, struct str s)
{
	if (s.n == 0 || !text_grow(t, s.n))
		return;
	memcpy(t->p + t->n, s.p, s.n);
	t->n += s.n;
	t->p[t->n] = '\0';
}

void text_addz(struct text *t, const char *z)
{
	text_add(t, str_of(z));
}

void text_addc(struct text *t, char c)
{
	text_add(t, (struct str){ &c, 1 });
}

void text_addfv(struct text *t, const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	if (n > 0 && text_grow(t, (size_t)n)) {
		vsnprintf(t->p + t->n, (size_t)n + 1, format, again);
		t->n += (size_t)n;
	}
	va_end(again);
}

void text_addf(struct text *t, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_addfv(t, format, args);
	va_end(args);
}

void text_add_utf8(struct text *t, uint32_t c)
{
	char b[4];
	size_t n;

	if (c < 0x80) {
		b[0] = (char)c;
		n = 1;
	} else if (c < 0x800) {
		b[0] = (char)(0xc0 | c >> 6);
		n = 2;
	} else if (c < 0x10000) {
		b[0] = (char)(0xe0 | c >> 12);
		n = 3;
	} else {
		b[0] = (char)(0xf0 | c >> 18);
		n = 4;
	}
	for (size_t i = 1; i < n; i++)
		b[i] = (char)(0x80 | (c >> (6 * (n - 1 - i)) & 0x3f));
	text_add(t, (struct str){ b, n });
}

struct str text_str(const struct text *t)
{
	return t->p ? (struct str){ t->p, t->n } : STR("");
}

bool text_failed(const struct text *t)
{
	return t->failed;
}
