/*
 * backup_tar.c -- the archive of a backup.
 *
 * Source: POSIX.1-2017 pax, "ustar Interchange Format"; sizes from 8 GiB on in base 256
 */
#include "store/backup_tar.h"

#include <errno.h>
#include <unistd.h>

#include "base/arena.h"

#define BLOCK 512
#define PIECE (64 * 1024)
#define SIZE_AT 124
#define SUM_AT 148

static enum fail write_all(int to, const void *bytes, size_t n)
{
	const char *p = bytes;

	while (n > 0) {
		ssize_t done = write(to, p, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return fail_say(errno == ENOSPC ? FAIL_FULL : FAIL_IO,
			                "cannot write: %s", strerror(errno));
		p += done;
		n -= (size_t)done;
	}
	return OK;
}

/* How many of n bytes there were. */
static ssize_t read_all(int from, void *bytes, size_t n)
{
	char *p = bytes;
	size_t got = 0;

	while (got < n) {
		ssize_t one = read(from, p + got, n - got);
		if (one < 0 && errno == EINTR)
			continue;
		if (one < 0)
			return fail_say(FAIL_IO, "cannot read: %s", strerror(errno));
		if (one == 0)
			break;
		got += (size_t)one;
	}
	return (ssize_t)got;
}

/* The sum of the header's bytes, its own field taken as blanks. */
static unsigned sum_of(const unsigned char h[BLOCK])
{
	unsigned sum = 0;

	for (int i = 0; i < BLOCK; i++)
		sum += i >= SUM_AT && i < SUM_AT + 8 ? ' ' : h[i];
	return sum;
}

static void put_size(unsigned char *at, int64_t bytes)
{
	if (bytes < INT64_C(8) << 30) {
		snprintf((char *)at, 12, "%011llo", (unsigned long long)bytes);
		return;
	}
	memset(at, 0, 12);
	at[0] = 0x80;
	for (int i = 0; i < 8; i++)
		at[11 - i] = (unsigned char)(bytes >> (8 * i));
}

static enum fail put_header(int to, const char *name, int64_t bytes)
{
	unsigned char h[BLOCK] = { 0 };
	size_t n = strlen(name);

	if (n > TAR_NAME_BYTES)
		BUG("a member called %s", name);
	memcpy(h, name, n);
	memcpy(h + 100, "0000600", 8);
	memcpy(h + 108, "0000000", 8);
	memcpy(h + 116, "0000000", 8);
	put_size(h + SIZE_AT, bytes);
	memcpy(h + 136, "00000000000", 12);
	h[156] = '0';
	memcpy(h + 257, "ustar", 6);
	memcpy(h + 263, "00", 2);
	char sum[8];
	snprintf(sum, sizeof sum, "%06o", sum_of(h));
	memcpy(h + SUM_AT, sum, 7);
	h[SUM_AT + 7] = ' ';
	return write_all(to, h, sizeof h);
}

static enum fail put_padding(int to, int64_t bytes)
{
	static const char zeros[BLOCK];
	size_t over = (size_t)(bytes % BLOCK);

	return over ? write_all(to, zeros, BLOCK - over) : OK;
}

enum fail tar_put_bytes(int to, const char *name, struct str bytes)
{
	enum fail f = put_header(to, name, (int64_t)bytes.n);

	if (f == OK)
		f = write_all(to, bytes.p, bytes.n);
	return f == OK ? put_padding(to, (int64_t)bytes.n) : f;
}

enum fail tar_put_file(int to, const char *name, int from, int64_t bytes)
{
	char piece[PIECE];
	int64_t left = bytes;
	enum fail f = put_header(to, name, bytes);

	while (f == OK && left > 0) {
		ssize_t n = read_all(from, piece, left < PIECE ? (size_t)left : PIECE);
		if (n <= 0)
			return n < 0 ? (enum fail)n
			             : fail_say(FAIL_IO,
			                        "%s became shorter while it was copied",
			                        name);
		f = write_all(to, piece, (size_t)n);
		left -= n;
	}
	return f == OK ? put_padding(to, bytes) : f;
}

enum fail tar_put_end(int to)
{
	static const char zeros[2 * BLOCK];

	return write_all(to, zeros, sizeof zeros);
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
	if (p[0] != 0x80)
		return read_octal(p, 12, out);
	uint64_t value = 0;
	for (int i = 1; i < 4; i++)
		if (p[i] != 0)
			return false;
	for (int i = 4; i < 12; i++)
		value = value << 8 | p[i];
	*out = (int64_t)value;
	return value <= INT64_MAX - BLOCK; /* and so is what it is padded to */
}

int tar_next(int from, struct tar_member *out)
{
	unsigned char h[BLOCK];
	int64_t sum;
	ssize_t n = read_all(from, h, sizeof h);

	if (n < 0)
		return (int)n;
	if (n != BLOCK)
		return fail_say(FAIL_FORMAT, "the backup ends too early");
	if (h[0] == 0)
		return 0;
	if (!read_octal(h + SUM_AT, 8, &sum) || sum != (int64_t)sum_of(h) ||
	    memcmp(h + 257, "ustar", 5) != 0 || (h[156] != '0' && h[156] != 0) ||
	    !read_size(h + SIZE_AT, &out->bytes))
		return fail_say(FAIL_FORMAT, "this is no backup, or it is damaged");
	memcpy(out->name, h, TAR_NAME_BYTES);
	out->name[TAR_NAME_BYTES] = '\0';
	return 1;
}

enum fail tar_take(int from, const struct tar_member *m, int to, uint8_t hash[SHA256_BYTES])
{
	char piece[PIECE];
	struct arena *a = arena_new(4 * PIECE);
	enum fail f = OK;

	if (!a)
		return fail_say(FAIL_MEMORY, "no memory to read a backup");
	struct sha256_running *h = sha256_start(a);
	int64_t padded = (m->bytes + BLOCK - 1) / BLOCK * BLOCK, at = 0;
	while (f == OK && at < padded) {
		int64_t left = padded - at;
		ssize_t n = read_all(from, piece, left < PIECE ? (size_t)left : PIECE);
		if (n <= 0) {
			f = n < 0 ? (enum fail)n
			          : fail_say(FAIL_FORMAT, "the backup ends too early");
			break;
		}
		int64_t mine = m->bytes - at < n ? m->bytes - at : n;
		if (mine > 0) {
			sha256_more(h, piece, (size_t)mine);
			f = to >= 0 ? write_all(to, piece, (size_t)mine) : OK;
		}
		at += n;
	}
	sha256_finish(h, hash);
	arena_free(a);
	return f;
}
