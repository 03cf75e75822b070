/* id.c -- UUID version 7 (RFC 9562), ascending within the process. */
#include "base/id.h"

#include <pthread.h>
#include <sys/random.h>

#include "base/arena.h"
#include "base/fail.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static uint64_t last_ms;
static uint16_t last_count;

/* 48 bits of milliseconds, 12 bits that count within one, 62 random bits. */
struct id id_new(void)
{
	struct id id;

	if (getrandom(id.b, sizeof id.b, 0) != (ssize_t)sizeof id.b)
		BUG("the system gave no random bytes");
	uint64_t ms = (uint64_t)(instant_now().us / 1000);
	pthread_mutex_lock(&lock);
	if (ms > last_ms) {
		last_ms = ms;
		last_count = id.b[6] & 0x07u;
	} else if (++last_count > 0x0fff) {
		last_ms++;
		last_count = 0;
	}
	ms = last_ms;
	unsigned count = last_count;
	pthread_mutex_unlock(&lock);
	for (int i = 0; i < 6; i++)
		id.b[i] = (uint8_t)(ms >> (8 * (5 - i)));
	id.b[6] = (uint8_t)(0x70 | count >> 8);
	id.b[7] = (uint8_t)count;
	id.b[8] = (uint8_t)(0x80 | (id.b[8] & 0x3f));
	return id;
}

bool id_is_set(struct id id)
{
	return !id_equal(id, ID_NONE);
}

bool id_equal(struct id a, struct id b)
{
	return memcmp(a.b, b.b, sizeof a.b) == 0;
}

int id_compare(struct id a, struct id b)
{
	return memcmp(a.b, b.b, sizeof a.b);
}

static bool dash_before(size_t byte)
{
	return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

struct str id_text(struct arena *a, struct id id)
{
	static const char digits[] = "0123456789abcdef";
	char *p = arena_get(a, 37);
	size_t n = 0;

	for (size_t i = 0; i < sizeof id.b; i++) {
		if (dash_before(i))
			p[n++] = '-';
		p[n++] = digits[id.b[i] >> 4];
		p[n++] = digits[id.b[i] & 15];
	}
	return (struct str){ p, n };
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

bool id_parse(struct str s, struct id *out)
{
	struct id id;
	size_t at = 0;

	if (s.n != 36)
		return false;
	for (size_t i = 0; i < sizeof id.b; i++) {
		if (dash_before(i) && s.p[at++] != '-')
			return false;
		int high = hex_digit(s.p[at]), low = hex_digit(s.p[at + 1]);
		if (high < 0 || low < 0)
			return false;
		id.b[i] = (uint8_t)(high << 4 | low);
		at += 2;
	}
	*out = id;
	return true;
}
