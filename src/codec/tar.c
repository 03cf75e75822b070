/* tar.c -- headers of a tar archive. */
#include "codec/tar.h"

#include "base/fail.h"

#define SIZE_AT 124
#define SUM_AT 148
#define SUM_BYTES 8
#define KIND_AT 156
#define MAGIC_AT 257
#define BASE_256 0x80

/* The sum of the header's bytes, its own field taken as blanks. */
static unsigned sum_of(const unsigned char h[TAR_BLOCK])
{
	unsigned sum = 0;

	for (int i = 0; i < TAR_BLOCK; i++)
		sum += i >= SUM_AT && i < SUM_AT + SUM_BYTES ? ' ' : h[i];
	return sum;
}

static void put_size(unsigned char *at, int64_t bytes)
{
	if (bytes < INT64_C(8) << 30) {
		snprintf((char *)at, 12, "%011llo", (unsigned long long)bytes);
		return;
	}
	memset(at, 0, 12);
	at[0] = BASE_256;
	for (int i = 0; i < 8; i++)
		at[11 - i] = (unsigned char)(bytes >> (8 * i));
}

void tar_header_write(unsigned char h[TAR_BLOCK], const char *name, int64_t bytes)
{
	size_t n = strlen(name);
	char sum[SUM_BYTES];

	if (n > TAR_NAME_BYTES)
		BUG("a member called %s", name);
	memset(h, 0, TAR_BLOCK);
	memcpy(h, name, n);
	memcpy(h + 100, "0000600", 8);          /* mode, owner, group */
	memcpy(h + 108, "0000000", 8);
	memcpy(h + 116, "0000000", 8);
	put_size(h + SIZE_AT, bytes);
	memcpy(h + 136, "00000000000", 12);     /* no time: same input, same bytes */
	h[KIND_AT] = '0';
	memcpy(h + MAGIC_AT, "ustar", 6);
	memcpy(h + MAGIC_AT + 6, "00", 2);
	snprintf(sum, sizeof sum, "%06o", sum_of(h));
	memcpy(h + SUM_AT, sum, 7);
	h[SUM_AT + 7] = ' ';
}

static bool read_octal(const unsigned char *p, size_t n, int64_t *out)
{
	int64_t value = 0;
	size_t digits = 0;

	for (size_t i = 0; i < n && p[i] != 0 && p[i] != ' '; i++, digits++) {
		if (p[i] < '0' || p[i] > '7')
			return false;
		value = value * 8 + (p[i] - '0');
	}
	*out = value;
	return digits > 0;
}

static bool read_size(const unsigned char *p, int64_t *out)
{
	if (p[0] != BASE_256)
		return read_octal(p, 12, out);
	uint64_t value = 0;
	for (int i = 1; i < 4; i++)
		if (p[i] != 0)
			return false;
	for (int i = 4; i < 12; i++)
		value = value << 8 | p[i];
	*out = (int64_t)value;
	return value <= INT64_MAX - TAR_BLOCK;  /* and so is what it is padded to */
}

static bool is_zero(const unsigned char h[TAR_BLOCK])
{
	for (int i = 0; i < TAR_BLOCK; i++)
		if (h[i] != 0)
			return false;
	return true;
}

enum tar_block tar_header_read(const unsigned char h[TAR_BLOCK], struct tar_member *out)
{
	int64_t sum;

	if (is_zero(h))
		return TAR_END;
	if (!read_octal(h + SUM_AT, SUM_BYTES, &sum) || sum != (int64_t)sum_of(h) ||
	    memcmp(h + MAGIC_AT, "ustar", 5) != 0 || (h[KIND_AT] != '0' && h[KIND_AT] != 0))
		return TAR_NOTHING;
	if (!read_size(h + SIZE_AT, &out->bytes))
		return TAR_NOTHING;
	memcpy(out->name, h, TAR_NAME_BYTES);
	out->name[TAR_NAME_BYTES] = '\0';
	return TAR_MEMBER;
}

static bool is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool tar_name_is_plain(struct str name)
{
	bool begins = true;

	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];
		bool inner = c == '.' || c == '_' || c == '-' || c == '/';
		if (!is_letter_or_digit(c) && (begins || !inner))
			return false;
		begins = c == '/';
	}
	return name.n > 0 && name.n <= TAR_NAME_BYTES && !begins;
}
