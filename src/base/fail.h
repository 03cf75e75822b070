/*
 * fail.h -- when the world fails, and when we are wrong.
 *
 * Three kinds of error are told apart (see docs/errors.md).  What a person may not do is a
 * `struct refusal` (refusal.h).  What the world denies is a negative `enum fail`, which
 * must be used; the lowest layer that knows writes one line with fail_say, and nobody
 * above overwrites it.  What can only be our own mistake is BUG(): logged, then abort.
 *
 *     if (fd < 0)
 *             return fail_say(FAIL_IO, "cannot open %s: %s", path, strerror(errno));
 */
#ifndef BASE_FAIL_H
#define BASE_FAIL_H

#include "base/array.h"

enum fail {
	OK = 0,
	FAIL_REFUSED = -1, /* a refusal holds the reasons; nothing was changed */
	FAIL_NOT_FOUND = -2, /* or may not be seen: the two are never told apart */
	FAIL_STALE = -3, /* somebody changed it since; read again */
	FAIL_MEMORY = -4,
	FAIL_FULL = -5, /* the disk, or a ceiling of limits.h */
	FAIL_IO = -6,
	FAIL_DATABASE = -7,
	FAIL_FORMAT = -8, /* bytes that are not what they claim to be */
	FAIL_DENIED = -9, /* the system denies it: permissions, sandbox */
	FAIL_BUSY = -10, /* try again */
	FAIL_CANCELLED = -11,
	FAIL_NEWER = -12, /* the data was written by a newer program */
	FAIL_UNSURE = -13, /* nobody knows whether it was kept: look before trying again */
};

/* Remembers the line for this thread and returns `f`. */
enum fail fail_say(enum fail f, const char *format, ...) PRINTF_LIKE(2, 3);
/* The last line said in this thread; never null.  fail_clear empties it. */
const char *fail_message(void);
void fail_clear(void);
const char *fail_name(enum fail f); /* "not found", for logs */

#define BUG(...) bug_at(__FILE__, __LINE__, __VA_ARGS__)
_Noreturn void bug_at(const char *file, int line, const char *format, ...)
	PRINTF_LIKE(3, 4);

#endif
