/*
 * core.c -- the process that answers: database, pages, API.
 *
 * May:     the folders of the database and of the files; sockets that it was given;
 * threads; connect to the configured PostgreSQL, if any (its port or local sockets), and
 * read what that takes: certificates, a password file, names of hosts.
 * May not: run a program, open another connection, listen anywhere, read any other file
 * but time zones; read people's documents (that is the work of the parse role).
 */
#include "server/core.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "server/check.h"
#include "server/control.h"
#include "server/waiting.h"
#include "server/wire.h"
#include "sys/channel.h"
#include "sys/spawn.h"

#define ASK_AGAIN_MS 500                /* for a database that is away */

struct core {
	struct server_options o;
	struct config config;
	struct wired wired;
	int signals;
	bool told_to_end;               /* while it waited for the database */
};

static enum fail enter(struct core *c, struct arena *a)
{
	struct str data = folder_of(a, c->o.beside),
		   files = server_evidence(a, &c->o, &c->config);
	struct sandbox_path paths[5 + DB_PATHS_MOST] = {
		{ data.p, PATH_READ | PATH_WRITE },
		{ files.p, PATH_READ | PATH_WRITE },
		{ "/usr/share/zoneinfo", PATH_READ },
		{ "/etc/ssl/openssl.cnf", PATH_READ },
	};
	struct db_reach database;
	struct sandbox_report report;
	enum fail f = db_reach(a, c->o.db, &database);

	if (f)
		return f;
	for (size_t i = 0; i < database.read_count; i++)
		paths[4 + i] = (struct sandbox_path){ database.read[i], PATH_READ };
	const struct sandbox mine = {
		.role = "core",
		.paths = paths,
		.calls = CALLS_DESCRIPTORS | CALLS_MESSAGES | CALLS_OPEN | CALLS_FILES |
		         CALLS_THREADS | CALLS_SERVE |
		         (database.connects ? CALLS_REACH : 0),
		.ports = database.ports,
		.port_count = database.port_count,
	};
	f = sandbox_enter(&mine, &report);
	if (f)
		return f;
	sandbox_log(&mine, &report);
	return server_check(&mine, &report);
}

static enum fail open_signals(struct core *c)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	/* Before the first thread, so that all of them leave these to the signal
	 * descriptor. */
	sigprocmask(SIG_BLOCK, &set, NULL);
	spawn_ignore_pipe();
	c->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	return c->signals < 0
	               ? fail_say(FAIL_IO, "cannot listen to signals: %s", strerror(errno))
	               : OK;
}

static void tell(const struct core *c, enum control_kind kind, struct str bytes)
{
	struct channel_message m = { .kind = kind, .bytes = bytes };

	if (channel_send(c->o.control_fd, &m) != OK)
		fail_clear();
}

/* False when the supervisor is gone. */
static bool hear_supervisor(struct core *c)
{
	struct arena *a = arena_new(1 << 20);
	struct channel_message m = { 0 };
	enum fail f = a ? channel_receive(c->o.control_fd, a, 0, &m) : FAIL_MEMORY;

	if (f == OK && m.kind == CONTROL_READER && m.fd_count == 1) {
		worker_pool_add(c->wired.readers, m.fds[0]);
		m.fd_count = 0;
	}
	if (f == OK && m.kind == CONTROL_OUT && m.fd_count == 1) {
		mailer_connect(c->wired.mailer, m.fds[0]);
		m.fd_count = 0;
	}
	channel_close_fds(&m);
	arena_free(a);
	return f != FAIL_NOT_FOUND && f != FAIL_IO;
}

/* Waits so long at most (-1: for ever); false when it is time to end. */
static bool goes_on(struct core *c, int timeout_ms)
{
	struct pollfd p[2] = { { .fd = c->signals, .events = POLLIN },
		               { .fd = c->o.control_fd, .events = POLLIN } };
	int n = poll(p, 2, timeout_ms);

	if (n < 0 && errno != EINTR)
		BUG("cannot wait: %s", strerror(errno));
	if (n <= 0)
		return true;
	return !p[0].revents && (!p[1].revents || hear_supervisor(c));
}

/* ---- the database ---- */

/* It was there before, on another machine: it comes back, or another takes its place. */
static bool may_come_back(const struct core *c, enum fail f)
{
	return (f == FAIL_IO || f == FAIL_BUSY) && c->o.again && !db_is_file(c->o.db);
}

static enum fail wait_for_database(struct core *c)
{
	struct waiting w;
	enum fail f = waiting_start(&w, &c->o);

	log_event(LOG_WARNING, "database.awaited", LOG_Z("why", fail_message()), LOG_END);
	while (f == OK || may_come_back(c, f)) {
		if (!goes_on(c, ASK_AGAIN_MS)) {
			c->told_to_end = true;
			f = FAIL_CANCELLED;
			break;
		}
		f = wire_store(&c->wired, &c->o, &c->config);
		if (f == OK)
			break;
	}
	waiting_stop(&w);
	return f;
}

static enum fail open_database(struct core *c)
{
	enum fail f = wire_packs(&c->wired);

	if (f)
		return f;
	f = wire_store(&c->wired, &c->o, &c->config);
	return may_come_back(c, f) ? wait_for_database(c) : f;
}

static enum fail prepare(struct core *c, struct arena *a)
{
	enum fail f = server_config(a, &c->o, &c->config);

	if (f == OK) {
		log_set_level(config_log_level(&c->config));
		f = open_signals(c);
	}
	if (f == OK)
		f = enter(c, a);
	if (f == OK)
		f = open_database(c);
	if (f == OK)
		f = wire_open(&c->wired, &c->o, &c->config);
	if (f == OK)
		f = wire_serve(&c->wired, &c->o, &c->config);
	return f;
}

int role_core(int argc, char **argv)
{
	static struct core c;

	if (!server_options_read(argc, argv, &c.o) || c.o.control_fd < 0 ||
	    c.o.public_fd < 0 || c.o.admin_fd < 0)
		return 2;
	log_set_role("core");
	c.wired.arena = arena_new(256u << 20);
	if (!c.wired.arena)
		return 2;
	enum fail f = prepare(&c, c.wired.arena);
	if (c.told_to_end) {
		f = OK;
	} else if (f) {
		const char *why = fail_message();
		tell(&c, CONTROL_FAILED, str_of(why[0] ? why : fail_name(f)));
	} else {
		tell(&c, CONTROL_READY, STR(""));
		while (goes_on(&c, -1))
			;
	}
	wire_close(&c.wired, (int)c.config.stop_seconds);
	/* Not exit(): what runs there (leak checks) needs what the walls deny. */
	_exit(f ? 2 : 0);
}
