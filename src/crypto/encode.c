/* encode.c -- bytes as text: hexadecimal and base64 (RFC 4648). */
#include "crypto/crypto.h"

#include "base/arena.h"

struct str hex(struct arena *a, const void *p, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	const uint8_t *bytes = p;
	char *out = n < LIMIT_HEX_BYTES ? arena_get(a, 2 * n + 1) : NULL;

	if (!out)
		BUG("%zu bytes to be written as hexadecimal", n);
	for (size_t i = 0; i < n; i++) {
		out[2 * i] = digits[bytes[i] >> 4];
		out[2 * i + 1] = digits[bytes[i] & 15];
	}
	return (struct str){ out, 2 * n };
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

bool hex_parse(struct str s, void *out, size_t n)
{
	uint8_t *bytes = out;

	if (s.n != 2 * n)
		return false;
	for (size_t i = 0; i < n; i++) {
		int high = hex_digit(s.p[2 * i]), low = hex_digit(s.p[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		bytes[i] = (uint8_t)(high << 4 | low);
	}
	return true;
}

static const char base64_digits[] =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

struct str base64(struct arena *a, const void *p, size_t n)
{
	const uint8_t *in = p;
	struct text t = text_on(a, n / 3 * 4 + 8);

	for (size_t i = 0; i < n; i += 3) {
		size_t left = n - i;
		unsigned bits = (unsigned)in[i] << 16 |
		                (left > 1 ? (unsigned)in[i + 1] << 8 : 0) |
		                (left > 2 ? (unsigned)in[i + 2] : 0);
		text_addc(&t, base64_digits[bits >> 18 & 63]);
		text_addc(&t, base64_digits[bits >> 12 & 63]);
		text_addc(&t, left > 1 ? base64_digits[bits >> 6 & 63] : '=');
		text_addc(&t, left > 2 ? base64_digits[bits & 63] : '=');
	}
	return text_str(&t);
}

static int base64_digit(char c)
{
	const char *at = c ? strchr(base64_digits, c) : NULL;

	return at ? (int)(at - base64_digits) : -1;
}

/* One group of four; how many bytes it gives, 0 when it is none. */
static size_t base64_group(const char *p, bool last, uint8_t out[3])
{
	unsigned bits = 0;
	size_t filled = 4;

	while (filled > 2 && last && p[filled - 1] == '=')
		filled--;
	for (size_t i = 0; i < 4; i++) {
		int digit = i < filled ? base64_digit(p[i]) : 0;
		if (digit < 0)
			return 0;
		bits = bits << 6 | (unsigned)digit;
	}
	for (size_t i = 0; i < 3; i++)
		out[i] = (uint8_t)(bits >> (16 - 8 * i));
	/* The bits that stand for nothing must be zero: one text for each value. */
	bool exact = filled == 4 || (bits & (filled == 3 ? 0xffu : 0xffffu)) == 0;
	return exact ? filled - 1 : 0;
}

bool base64_parse(struct arena *a, struct str s, struct str *out)
{
	if (s.n % 4 != 0)
		return false;
	uint8_t *made = arena_try(a, s.n / 4 * 3 + 1, 1);
	if (!made)
		return false;
	size_t n = 0;
	for (size_t i = 0; i < s.n; i += 4) {
		uint8_t group[3];
		size_t got = base64_group(s.p + i, i + 4 == s.n, group);
		if (got == 0)
			return false;
		memcpy(made + n, group, got);
		n += got;
	}
	*out = (struct str){ (const char *)made, n };
	return true;
}
