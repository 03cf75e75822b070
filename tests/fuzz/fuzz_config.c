/* fuzz_config.c -- the configuration file: what is read, written again, is read the same.
 * links: sys base
 */
#include "sys/config.h"
#include "fuzz/exact.h"

static const char *yes(bool b)
{
	return b ? "yes" : "no";
}

static struct str line(struct arena *a, const char *key, struct str value)
{
	return str_format(a, "%s =%.*s\n", key, STR_ARG(value));
}

static struct str written(struct arena *a, const struct config *c)
{
	return str_format(
		a,
		"[server]\n%.*sfast_threads = %lld\nslow_threads = %lld\n"
		"connections = %lld\nheader_seconds = %lld\nrequest_seconds = %lld\n"
		"idle_seconds = %lld\nstop_seconds = %lld\nsecure_cookies = %s\n"
		"[sign-in]\ntrust_proxy_user = %s\n%.*s"
		"[data]\n%.*s%.*sreaders = %lld\n"
		"[parse]\nprocesses = %lld\nmebibytes = %lld\nseconds = %lld\n"
		"[log]\n%.*s",
		STR_ARG(line(a, "listen", c->listen)), (long long)c->fast_threads,
		(long long)c->slow_threads, (long long)c->connections,
		(long long)c->header_seconds, (long long)c->request_seconds,
		(long long)c->idle_seconds, (long long)c->stop_seconds,
		yes(c->secure_cookies), yes(c->trust_proxy_user),
		STR_ARG(line(a, "proxy_user_header", c->proxy_user_header)),
		STR_ARG(line(a, "evidence", c->evidence)),
		STR_ARG(line(a, "admin_socket", c->admin_socket)), (long long)c->readers,
		(long long)c->parse_processes, (long long)c->parse_mebibytes,
		(long long)c->parse_seconds, STR_ARG(line(a, "level", c->log_level)));
}

/* A text that is read ends where a line or a word of the file ends: nothing is cut off. */
static bool is_whole(struct str file, struct str value)
{
	for (size_t at; (at = str_find(file, value)) != SIZE_MAX;) {
		size_t end = at + value.n;

		if (end == file.n || strchr(" \t\r\n\v\f", file.p[end]))
			return true;
		file = str_from(file, at + 1);
	}
	return false;
}

FUZZ(a, s)
{
	struct refusal why = refusal_on(a);
	struct config c, again;

	config_defaults(&c);
	if (config_read(a, s, STR("x"), &why, &c) != OK) {
		MUST(why.count > 0);
		return;
	}
	MUST(why.count == 0);
	MUST(c.fast_threads >= 1 && c.fast_threads <= 64 && c.slow_threads >= 1);
	MUST(c.connections >= 16 && c.connections <= 4096);
	MUST(c.parse_mebibytes >= 128 && c.parse_mebibytes <= 4096);
	if (!str_is(c.listen, "127.0.0.1:8080"))
		MUST(c.listen.n == 0 || is_whole(s, c.listen));
	struct str text = written(a, &c);
	config_defaults(&again);
	MUST(config_read(a, text, STR("x"), &why, &again) == OK);
	MUST(str_equal(written(a, &again), text));
}
