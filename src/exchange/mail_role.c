/*
 * mail_role.c -- the process that sends mail: the only one that leaves the machine.
 *
 * May:     memory, up to its limit; its channel; threads (the resolver's); connect by TCP
 * to the one port of the configured mail server, and ask for names; read what that takes:
 * the resolver's files, the authorities that are trusted. May not: the database, the data
 * folder, any other file; run a program; listen; any other port.  It read the password
 * before its walls stood, and says it to nobody but the server.
 */
#include "exchange/mail.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "sys/reach.h"
#include "sys/sandbox.h"
#include "sys/spawn.h"

#define MEMORY_BYTES ((uint64_t)512 << 20)
#define MAIL_ARENA_BYTES (4u << 20)
#define PASSWORD_BYTES 1000
#define YES_WITHIN_MS 120000

struct role_options {
	int channel;
	struct mail_server server;
	const char *password_file;
};

/* ---- what it is told ---- */

static bool number(const char *text, int64_t most, int *out)
{
	int64_t n;

	if (!str_to_i64(str_of(text), &n) || n < 0 || n > most)
		return false;
	*out = (int)n;
	return true;
}

static enum mail_security security_named(const char *name)
{
	if (strcmp(name, "tls") == 0)
		return MAIL_TLS;
	return strcmp(name, "none") == 0 ? MAIL_PLAIN : MAIL_STARTTLS;
}

static bool take_option(int c, struct role_options *o)
{
	switch (c) {
	case 'c': return number(optarg, 1 << 20, &o->channel);
	case 'p': return number(optarg, 65535, &o->server.port);
	case 's': return number(optarg, 3600, &o->server.seconds);
	case 'l': return number(optarg, 3600, &o->server.last_seconds);
	case 'h': o->server.host = str_of(optarg); return true;
	case 't': o->server.security = security_named(optarg); return true;
	case 'u': o->server.user = str_of(optarg); return true;
	case 'a': o->server.ca_file = str_of(optarg); return true;
	case 'w': o->password_file = optarg; return true;
	default: return false;
	}
}

static bool read_options(int argc, char **argv, struct role_options *o)
{
	static const struct option options[] = {
		{ "channel", required_argument, NULL, 'c' },
		{ "server", required_argument, NULL, 'h' },
		{ "port", required_argument, NULL, 'p' },
		{ "security", required_argument, NULL, 't' },
		{ "user", required_argument, NULL, 'u' },
		{ "password-file", required_argument, NULL, 'w' },
		{ "ca-file", required_argument, NULL, 'a' },
		{ "seconds", required_argument, NULL, 's' },
		{ "last-seconds", required_argument, NULL, 'l' },
		{ NULL, 0, NULL, 0 },
	};

	*o = (struct role_options){ .channel = -1 };
	optind = 0;
	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (!take_option(c, o))
			return false;
	return o->channel >= 0 && o->server.host.n > 0 && o->server.port > 0 &&
	       optind == argc;
}

/* The first line of the file. */
static enum fail read_password(struct arena *a, struct role_options *o)
{
	char bytes[PASSWORD_BYTES];

	if (!o->password_file)
		return OK;
	int fd = open(o->password_file, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd >= 0 ? read(fd, bytes, sizeof bytes) : -1;
	int error = errno;
	if (fd >= 0)
		close(fd);
	if (n < 0)
		return fail_say(FAIL_IO, "cannot read the password of the mail server"
		                         " from %s: %s",
		                o->password_file, strerror(error));
	struct str rest;
	struct str line = str_split((struct str){ bytes, (size_t)n }, '\n', &rest);
	o->server.password = str_copy(a, line);
	return OK;
}

static enum fail enter_walls(const struct role_options *o)
{
	struct sandbox_path paths[REACH_PATHS + 2] = { 0 };
	const uint16_t port = (uint16_t)o->server.port;
	struct sandbox_report report;
	size_t n = 0;

	for (; reach_paths[n]; n++)
		paths[n] = (struct sandbox_path){ reach_paths[n], PATH_READ };
	if (o->server.ca_file.n > 0)
		paths[n] = (struct sandbox_path){ o->server.ca_file.p, PATH_READ };
	const struct sandbox mine = {
		.role = "out",
		.paths = paths,
		.calls = CALLS_DESCRIPTORS | CALLS_MESSAGES | CALLS_OPEN | CALLS_THREADS |
		         CALLS_REACH,
		.ports = &port,
		.port_count = 1,
		.memory_bytes = MEMORY_BYTES,
		.descriptors = 64,
	};
	enum fail f = sandbox_enter(&mine, &report);
	if (f != OK)
		return f;
	sandbox_log(&mine, &report);
	if (!sandbox_holds(&mine, &report))
		return fail_say(FAIL_DENIED,
		                "the walls around the sender of mail do not hold");
	return OK;
}

/* ---- one mail after another ---- */

struct asking {
	int channel;
	struct arena *arena;
};

static bool may_i(void *arg)
{
	const struct asking *k = arg;
	struct channel_message m = { .kind = MAIL_MAY_I };

	if (channel_send(k->channel, &m) != OK ||
	    channel_receive(k->channel, k->arena, YES_WITHIN_MS, &m) != OK)
		return false;
	channel_close_fds(&m);
	return m.kind == MAIL_YES;
}

static enum fail send_one(const struct role_options *o, struct arena *a,
                          const struct channel_message *asked)
{
	struct asking k = { o->channel, a };
	struct mail_result r = { .outcome = MAIL_AGAIN };
	struct mail mail;

	if (asked->kind != MAIL_SEND || !mail_unpack(a, asked->bytes, &mail))
		return fail_say(FAIL_FORMAT, "the sender of mail was asked for what it"
		                             " does not do");
	enum fail f = mail_deliver(a, &o->server, &mail, may_i, &k, &r);
	if (f != OK)
		return f;
	struct channel_message m = { .kind = MAIL_RESULT,
		                     .bytes = mail_result_pack(a, &r) };
	return channel_send(o->channel, &m);
}

static enum fail serve(const struct role_options *o)
{
	enum fail f;

	do {
		struct arena *a = arena_new(MAIL_ARENA_BYTES);
		struct channel_message m;

		f = a ? channel_receive(o->channel, a, -1, &m) : FAIL_MEMORY;
		if (f == OK) {
			f = send_one(o, a, &m);
			channel_close_fds(&m);
		}
		arena_free(a);
	} while (f == OK);
	return f == FAIL_NOT_FOUND ? OK : f;    /* nobody needs us any more */
}

/* Ends without the library's farewell: it needs calls that the walls refuse. */
int mail_role_run(int argc, char **argv)
{
	struct role_options o;
	struct arena *a = arena_new(1u << 20);

	log_set_role("out");
	if (!a || !read_options(argc, argv, &o)) {
		fprintf(stderr, "wardroom: the role out is started by the server only\n");
		return 2;
	}
	spawn_ignore_pipe();
	enum fail f = mail_library_load();
	if (f == OK)
		f = read_password(a, &o);
	if (f == OK)
		f = enter_walls(&o);
	if (f == OK)
		f = serve(&o);
	if (f != OK)
		log_event(LOG_ERROR, "mail.ended", LOG_Z("why", fail_message()), LOG_END);
	_exit(f == OK ? 0 : 2);
}
