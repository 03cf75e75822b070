/*
 * text_decode.c -- text files of any encoding as UTF-8.
 *
 * A byte order mark decides; then UTF-8 where it is well-formed; else Windows-1252, which
 * holds Latin-1.  Lines end in one line feed.  Source: the WHATWG encoding index of
 * windows-1252.
 */
#include "codec/readers.h"

#include "base/arena.h"
#include "base/limits.h"

/* Windows-1252 from 0x80 to 0x9f; the five that it leaves open are no text. */
static const uint16_t high[32] = {
	0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160,
	0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013,
	0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
};

/* Adds a character; line ends become one line feed. */
static void add(struct text *t, uint32_t c, uint32_t *before)
{
	if (c == '\r')
		text_addc(t, '\n');
	else if (c != '\n' || *before != '\r')
		text_add_utf8(t, c);
	*before = c;
}

static bool is_control(uint32_t c)
{
	return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v';
}

static bool from_utf16(struct text *t, struct str s, bool big)
{
	uint32_t before = 0, lead = 0;

	for (size_t i = 2; i + 1 < s.n; i += 2) {
		unsigned char x = (unsigned char)s.p[i], y = (unsigned char)s.p[i + 1];
		uint32_t c = big ? (uint32_t)x << 8 | y : (uint32_t)y << 8 | x;
		if (c >= 0xd800 && c < 0xdc00) {
			lead = c;
			continue;
		}
		if (c >= 0xdc00 && c < 0xe000)
			c = lead ? 0x10000 + ((lead - 0xd800) << 10) + (c - 0xdc00)
			         : 0xfffd;
		lead = 0;
		if (c == 0)
			return false;
		add(t, c, &before);
	}
	return true;
}

static void from_utf8(struct text *t, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		size_t start = i;
		while (i < s.n && s.p[i] != '\r')
			i++;
		text_add(t, (struct str){ s.p + start, i - start });
		if (i < s.n) {
			text_addc(t, '\n');
			i += i + 1 < s.n && s.p[i + 1] == '\n' ? 2 : 1;
		}
	}
}

static bool from_windows(struct text *t, struct str s)
{
	uint32_t before = 0;

	for (size_t i = 0; i < s.n; i++) {
		uint32_t c = (unsigned char)s.p[i];
		if (c >= 0x80 && c < 0xa0)
			c = high[c - 0x80];
		if (c == 0)
			return false;
		add(t, c, &before);
	}
	return true;
}

/* Text has next to no control characters; other files have them everywhere. */
static bool looks_like_text(struct str s)
{
	size_t controls = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\0')
			return false;
		controls += is_control((unsigned char)s.p[i]);
	}
	return controls <= s.n / 200 + 2;
}

bool text_decode(struct arena *a, struct str bytes, struct str *out)
{
	struct text t = text_on(a, 2 * (size_t)LIMIT_UPLOAD_BYTES);
	bool fine = true;

	if (str_starts(bytes, "\xef\xbb\xbf"))
		bytes = str_from(bytes, 3);
	if (str_starts(bytes, "\xff\xfe") || str_starts(bytes, "\xfe\xff"))
		fine = from_utf16(&t, bytes, bytes.p[0] == '\xfe');
	else if (!looks_like_text(bytes))
		return false;
	else if (str_is_utf8(bytes))
		from_utf8(&t, bytes);
	else
		fine = from_windows(&t, bytes);
	*out = text_str(&t);
	return fine;
}
