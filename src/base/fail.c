/* fail.c -- the message of the last failure in this thread, and the end of the program. */
#include "base/fail.h"

#include <stdarg.h>

#include "base/log.h"
#include "base/text.h"

static _Thread_local char last_message[512];

enum fail fail_say(enum fail f, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(last_message, sizeof last_message, format, args);
	va_end(args);
	return f;
}

const char *fail_message(void)
{
	return last_message;
}

void fail_clear(void)
{
	last_message[0] = '\0';
}

const char *fail_name(enum fail f)
{
	static const char *const names[] = {
		[-OK] = "done",
		[-FAIL_REFUSED] = "refused",
		[-FAIL_NOT_FOUND] = "not found",
		[-FAIL_STALE] = "changed since",
		[-FAIL_MEMORY] = "out of memory",
		[-FAIL_FULL] = "full",
		[-FAIL_IO] = "input or output",
		[-FAIL_DATABASE] = "database",
		[-FAIL_FORMAT] = "format",
		[-FAIL_DENIED] = "denied by the system",
		[-FAIL_BUSY] = "busy",
		[-FAIL_CANCELLED] = "cancelled",
		[-FAIL_NEWER] = "written by a newer version",
		[-FAIL_UNSURE] = "kept or not, nobody knows",
	};
	size_t at = (size_t)-f;

	return at < COUNT(names) && names[at] ? names[at] : "unknown";
}

void bug_at(const char *file, int line, const char *format, ...)
{
	char what[512];
	va_list args;

	va_start(args, format);
	vsnprintf(what, sizeof what, format, args);
	va_end(args);
	log_event(LOG_ERROR, "bug", LOG_Z("file", file), LOG_INT("line", line),
	          LOG_Z("what", what), LOG_END);
	abort();
}
