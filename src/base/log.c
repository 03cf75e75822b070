/* log.c -- one JSON object a line on standard error, written in one call. */
#include "base/log.h"

#include <unistd.h>

#include "base/time.h"

#define LINE_BYTES 4096

static enum log_level least = LOG_INFO;
static const char *role_name;

struct line {
	char bytes[LINE_BYTES];
	size_t n;
};

static void put(struct line *l, const char *p, size_t n)
{
	/* Room is kept for the closing brace and the line end. */
	if (n > LINE_BYTES - 3 - l->n)
		n = LINE_BYTES - 3 - l->n;
	memcpy(l->bytes + l->n, p, n);
	l->n += n;
}

static void put_quoted(struct line *l, struct str s)
{
	put(l, "\"", 1);
	for (size_t i = 0; i < s.n && l->n < LINE_BYTES - 16; i++) {
		unsigned char c = (unsigned char)s.p[i];
		char escape[8];
		if (c == '"' || c == '\\') {
			put(l, "\\", 1);
			put(l, s.p + i, 1);
		} else if (c < 0x20 || c == 0x7f) {
			put(l, escape,
			    (size_t)snprintf(escape, sizeof escape, "\\u%04x", c));
		} else {
			put(l, s.p + i, 1);
		}
	}
	put(l, "\"", 1);
}

static void put_pair(struct line *l, const struct log_pair *pair)
{
	char number[24];

	if (l->n > LINE_BYTES - 128)
		return;
	put(l, ",", 1);
	put_quoted(l, str_of(pair->name));
	put(l, ":", 1);
	if (pair->is_number)
		put(l, number,
		    (size_t)snprintf(number, sizeof number, "%lld",
		                     (long long)pair->number));
	else
		put_quoted(l, pair->text);
}

void log_pairs(enum log_level level, const char *event, const struct log_pair *pairs)
{
	static const char *const levels[] = { "debug", "info", "warning", "error" };
	struct line l = { .n = 0 };
	struct instant now = instant_now();

	if (level < least)
		return;
	put(&l, "{\"event\":", 9);
	put_quoted(&l, str_of(event));
	put_pair(&l, &LOG_Z("level", levels[level]));
	put_pair(&l, &LOG_INT("at_us", now.us));
	if (role_name)
		put_pair(&l, &LOG_Z("role", role_name));
	for (; pairs->name; pairs++)
		put_pair(&l, pairs);
	l.bytes[l.n++] = '}';
	l.bytes[l.n++] = '\n';
	for (size_t sent = 0; sent < l.n;) {
		ssize_t n = write(STDERR_FILENO, l.bytes + sent, l.n - sent);
		if (n <= 0)
			return;
		sent += (size_t)n;
	}
}

void log_set_level(enum log_level level)
{
	least = level;
}

void log_set_role(const char *role)
{
	role_name = role;
}
