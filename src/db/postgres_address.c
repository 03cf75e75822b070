/*
 * postgres_address.c -- postgres://...: the password taken out of it, and what a walled
 * process must be able to reach to use it.
 */
#include "db/postgres.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "db/target.h"
#include "sys/reach.h"

/* ---- the password ---- */
static int hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, c >= 'A' && c <= 'F' ? c + 32 : c) : NULL;

	return at ? (int)(at - digits) : -1;
}

/* %40 and the like become what they stand for. */
static void decode(char *s)
{
	char *to = s;

	for (; *s; s++) {
		int high = *s == '%' ? hex_digit(s[1]) : -1;
		int low = high >= 0 ? hex_digit(s[2]) : -1;
		if (low >= 0) {
			*to++ = (char)(high * 16 + low);
			s += 2;
		} else {
			*to++ = *s;
		}
	}
	*to = '\0';
}

/* A variable of the environment anew, while there is one thread: kept to the end. */
static void put_password(const char *secret)
{
	static const char name[] = DB_PASSWORD "=";
	size_t count = 0, kept = 0, n = sizeof name - 1;

	while (environ[count])
		count++;
	char **all = calloc(count + 2, sizeof *all);
	char *entry = malloc(n + strlen(secret) + 1);
	if (!all || !entry)
		BUG("no memory for a password");
	memcpy(entry, name, n);
	memcpy(entry + n, secret, strlen(secret) + 1);
	for (size_t i = 0; i < count; i++) {
		if (strncmp(environ[i], name, n) != 0)
			all[kept++] = environ[i];
	}
	all[kept] = entry;
	environ = all;
}

/* Takes what stands from `from` to `to` out of the address, with what parts it. */
static void take_out(char *from, char *to, char *drop_from, char *drop_to)
{
	size_t n = (size_t)(to - from);
	char *secret = malloc(n + 1);

	if (!secret)
		BUG("no memory for a password");
	memcpy(secret, from, n);
	secret[n] = '\0';
	decode(secret);
	put_password(secret);
	explicit_bzero(secret, n + 1);
	free(secret);
	size_t rest = strlen(drop_to), dropped = (size_t)(drop_to - drop_from);
	memmove(drop_from, drop_to, rest + 1);
	explicit_bzero(drop_from + rest, dropped);
}

static void hide_in_query(char *query)
{
	static const char name[] = "password=";

	for (char *at = query; at; at = strchr(at, '&')) {
		at++;           /* behind ? or & */
		if (strncmp(at, name, sizeof name - 1) != 0)
			continue;
		char *value = at + sizeof name - 1;
		char *end = value + strcspn(value, "&");
		/* "?password=x" goes whole, "password=x&" with its &. */
		bool last = *end == '\0';
		take_out(value, end, last ? at - 1 : at, last ? end : end + 1);
		at -= 1;
	}
}

void db_hide_password(char *target)
{
	char *start = db_is_file(target) ? NULL : strstr(target, "://");

	if (!start)
		return;
	start += 3;
	char *end = start + strcspn(start, "/?");
	char *at = memrchr(start, '@', (size_t)(end - start));
	char *colon = at ? memchr(start, ':', (size_t)(at - start)) : NULL;
	char *query = strchr(end, '?');
	if (query)
		hide_in_query(query);
	if (colon)
		take_out(colon + 1, at, colon, at);
}

/* ---- what it reaches out for ---- */
static const char *value_of(const PQconninfoOption *all, const char *name)
{
	for (; all->keyword; all++) {
		if (strcmp(all->keyword, name) != 0)
			continue;
		const char *said = all->envvar ? getenv(all->envvar) : NULL;
		return all->val        ? all->val
		       : said          ? said
		       : all->compiled ? all->compiled
		                       : "";
	}
	return "";
}

static void may_read(struct db_reach *r, const char *path)
{
	if (path[0] == '/' && r->read_count < DB_PATHS_MOST - 1)
		r->read[r->read_count++] = path;
}

static void add_files(struct arena *a, const PQconninfoOption *all, struct db_reach *r)
{
	static const char *const said[] = { "passfile", "sslcert", "sslkey", "sslrootcert",
		                            "sslcrl", "sslcrldir" };
	static const char *const at_home[] = { ".pgpass", ".postgresql" };
	const char *home = getenv("HOME");

	for (size_t i = 0; reach_paths[i]; i++)
		may_read(r, reach_paths[i]);
	for (size_t i = 0; i < COUNT(said); i++)
		may_read(r, str_z(a, str_of(value_of(all, said[i]))));
	for (size_t i = 0; home && i < COUNT(at_home); i++)
		may_read(r, str_z(a, str_format(a, "%s/%s", home, at_home[i])));
}

/* Several hosts are parted by commas, and so are their ports. */
static void add_ports(const PQconninfoOption *all, struct db_reach *r)
{
	struct str hosts = str_of(value_of(all, "host")),
		   ports = str_of(value_of(all, "port"));
	struct str addresses = str_of(value_of(all, "hostaddr"));
	bool tcp = addresses.n > 0;
	int64_t port;

	while (hosts.n > 0) {
		struct str host = str_split(hosts, ',', &hosts);
		tcp = tcp || (host.n > 0 && host.p[0] != '/' && host.p[0] != '@');
	}
	while (tcp && ports.n > 0) {
		struct str one = str_split(ports, ',', &ports);
		if (str_to_i64(one, &port) && port > 0 && port < 65536 &&
		    r->port_count < DB_PORTS_MOST)
			r->ports[r->port_count++] = (uint16_t)port;
	}
	if (tcp && r->port_count == 0)
		r->ports[r->port_count++] = 5432;
}

enum fail pg_reach(struct arena *a, const char *target, struct db_reach *out)
{
	enum fail f = pq_load();
	char *message = NULL;

	if (f)
		return f;
	PQconninfoOption *all = pq.PQconninfoParse(target, &message);
	pq.PQfreemem(message);
	if (!all)
		/* What libpq says of it may hold what somebody took for a password. */
		return fail_say(FAIL_FORMAT,
		                "the address of the database is not understood; its form is"
		                " postgres://user@host:port/name?setting=value");
	out->connects = true;
	add_files(a, all, out);
	add_ports(all, out);
	pq.PQconninfoFree(all);
	return OK;
}
