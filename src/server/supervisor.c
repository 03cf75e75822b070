/*
 * supervisor.c -- the first process: opens what the others are given, and keeps them
 * running.
 *
 * May:     read and run programs; the data folder, the sockets; start, stop and watch
 * processes. May not: parse anything, answer anybody.  It looks at no byte that comes from
 * a person.
 *
 *     starting -> ready -> stopping
 *
 * A core that ends before it was ready ends the server (it said why); one that ends later
 * is started again, as are the readers of documents, which end after each document, and the
 * process that sends mail.
 */
#include "server/supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "actions/demo.h"
#include "base/arena.h"
#include "base/log.h"
#include "base/time.h"
#include "db/target.h"
#include "http/listen.h"
#include "server/control.h"
#include "server/options.h"
#include "server/role_out.h"
#include "sys/channel.h"
#include "sys/notify.h"
#include "sys/sandbox.h"
#include "sys/spawn.h"

#define READERS_MOST 8
#define QUICK_US (2 * US_PER_SECOND)    /* a process that ends sooner is held back */
#define WAIT_MOST_US (5 * US_PER_SECOND)
#define EXTRA_STOP_US (15 * US_PER_SECOND)
#define LOCK_SECONDS 5                  /* a core whose supervisor was killed may end */

struct child {
	pid_t pid;                      /* 0: not running */
	int64_t started_us;
	int64_t not_before_us;          /* held back after ending too quickly */
	int64_t wait_us;
};

struct supervisor {
	struct server_options o;
	struct config config;
	struct arena *arena;
	struct str admin_path, evidence;
	int public_fd, admin_fd, signals, control;
	struct child core;
	struct child readers[READERS_MOST];
	struct child out;               /* where a mail server is configured */
	bool ready, stopping;
	bool announced;
	int64_t kill_us;                /* while stopping: when patience ends */
	int status;
};

/* ---- opening ---- */

static enum fail make_folder(struct str path)
{
	if (mkdir(path.p, 0700) != 0 && errno != EEXIST)
		return fail_say(FAIL_IO, "cannot make the folder %s: %s", path.p,
		                strerror(errno));
	return OK;
}

static enum fail open_all(struct supervisor *s)
{
	enum fail f = db_is_there(s->o.db);

	if (f == OK)
		f = db_is_free(s->o.db, LOCK_SECONDS);
	if (f == OK)
		f = make_folder(s->evidence);
	if (f == OK)
		f = http_listen(str_z(s->arena, s->config.listen), 0660, &s->public_fd);
	if (f == OK) {
		struct str path = str_format(s->arena, "unix:%.*s", STR_ARG(s->admin_path));
		f = http_listen(path.p, 0600, &s->admin_fd);
	}
	return f;
}

static enum fail open_signals(struct supervisor *s)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigprocmask(SIG_BLOCK, &set, NULL);
	spawn_ignore_pipe();
	s->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	return s->signals < 0
	               ? fail_say(FAIL_IO, "cannot listen to signals: %s", strerror(errno))
	               : OK;
}

static enum fail enter(struct supervisor *s)
{
	struct str data = folder_of(s->arena, s->o.beside);
	struct str socket = folder_of(s->arena, str_z(s->arena, s->admin_path));
	struct str public = str_starts(s->config.listen, "unix:")
	                            ? folder_of(s->arena, s->config.listen.p + 5)
	                            : data;
	const char *scratch = s->o.throw_away ? s->o.throw_away : data.p;
	struct str above = folder_of(s->arena, scratch);
	const struct sandbox_path paths[] = {
		{ "/", PATH_READ | PATH_EXECUTE },
		{ "/dev", PATH_WRITE },
		{ data.p, PATH_WRITE },
		{ s->evidence.p, PATH_WRITE },
		{ socket.p, PATH_WRITE },
		{ public.p, PATH_WRITE },
		{ scratch, PATH_WRITE },
		/* The demonstration's own folder goes with it. */
		{ s->o.throw_away ? above.p : NULL, PATH_REMOVE_FOLDERS },
		{ NULL, 0 },
	};
	const struct sandbox mine = { .role = "supervisor",
		                      .paths = paths,
		                      .calls = CALLS_DESCRIPTORS | CALLS_MESSAGES |
		                               CALLS_OPEN | CALLS_FILES | CALLS_THREADS |
		                               CALLS_SERVE | CALLS_CONNECT |
		                               CALLS_PROCESSES };
	struct sandbox_report report;
	enum fail f = sandbox_enter(&mine, &report);

	if (f == OK)
		sandbox_log(&mine, &report);
	return f;
}

/* ---- starting the others ---- */

static void begun(struct child *c, pid_t pid)
{
	c->pid = pid;
	c->started_us = steady_us();
}

static enum fail start_core(struct supervisor *s)
{
	struct spawn core = { .role = "core", .death_signal = SIGTERM };
	int ends[2];
	pid_t pid;
	enum fail f = channel_pair(ends);

	if (f)
		return f;
	core.keep[core.keep_count++] = s->public_fd;
	core.keep[core.keep_count++] = s->admin_fd;
	core.keep[core.keep_count++] = ends[1];
	spawn_arg(&core, "--db=%s", s->o.db);
	if (s->o.config)
		spawn_arg(&core, "--config=%s", s->o.config);
	if (s->o.listen)
		spawn_arg(&core, "--listen=%s", s->o.listen);
	if (s->o.demonstration)
		spawn_arg(&core, "--demonstration");
	if (s->announced)
		spawn_arg(&core, "--again");
	spawn_arg(&core, "--public-fd=%d", s->public_fd);
	spawn_arg(&core, "--admin-fd=%d", s->admin_fd);
	spawn_arg(&core, "--control-fd=%d", ends[1]);
	f = spawn_start(&core, &pid);
	close(ends[1]);
	if (f) {
		close(ends[0]);
		return f;
	}
	if (s->control >= 0)
		close(s->control);
	s->control = ends[0];
	begun(&s->core, pid);
	return OK;
}

/* A process that works for the core, which is handed the other end of its channel. */
static enum fail start_helper(struct supervisor *s, struct child *c, struct spawn *helper,
                              enum control_kind kind)
{
	int ends[2];
	pid_t pid;
	enum fail f = channel_pair(ends);

	if (f)
		return f;
	helper->without = DB_PASSWORD;
	helper->keep[helper->keep_count++] = ends[1];
	spawn_arg(helper, "--channel=%d", ends[1]);
	f = spawn_start(helper, &pid);
	close(ends[1]);
	if (f == OK) {
		struct channel_message m = { .kind = kind,
			                     .fds = { ends[0] },
			                     .fd_count = 1 };
		begun(c, pid);
		/* A core that is gone gets its helpers when it is back. */
		if (channel_send(s->control, &m) != OK)
			fail_clear();
	}
	close(ends[0]);
	return f;
}

static enum fail start_reader(struct supervisor *s, struct child *c)
{
	struct spawn parse = { .role = "parse" };

	spawn_arg(&parse, "--mebibytes=%lld", (long long)s->config.parse_mebibytes);
	spawn_arg(&parse, "--seconds=%lld", (long long)s->config.parse_seconds);
	return start_helper(s, c, &parse, CONTROL_READER);
}

static enum fail start_out(struct supervisor *s)
{
	struct spawn out = { .role = "out" };

	role_out_args(&out, &s->config);
	return start_helper(s, &s->out, &out, CONTROL_OUT);
}

static bool may_start(const struct child *c)
{
	return !c->pid && steady_us() >= c->not_before_us;
}

static void not_started(struct child *c, const char *event, enum fail f)
{
	log_event(LOG_ERROR, event, LOG_Z("why", fail_message()),
	          LOG_Z("kind", fail_name(f)), LOG_END);
	c->not_before_us = steady_us() + US_PER_SECOND;
}

/* After the core answers: the first page does not wait for them. */
static void start_helpers(struct supervisor *s)
{
	enum fail f;

	for (int i = 0; i < s->config.parse_processes; i++)
		if (may_start(&s->readers[i]) &&
		    (f = start_reader(s, &s->readers[i])) != OK)
			not_started(&s->readers[i], "reader.not_started", f);
	if (role_out_is_wanted(&s->config) && may_start(&s->out) &&
	    (f = start_out(s)) != OK)
		not_started(&s->out, "out.not_started", f);
}

/* Starts what should run and does not, unless it is held back. */
static void start_missing(struct supervisor *s)
{
	enum fail f;

	if (s->stopping)
		return;
	if (may_start(&s->core) && (f = start_core(s)) != OK)
		not_started(&s->core, "core.not_started", f);
	if (s->ready && s->core.pid)
		start_helpers(s);
}

/* ---- their end ---- */

/* Ever longer while it keeps ending at once with a fault. */
static void hold_back(struct child *c, bool fault)
{
	int64_t now = steady_us();
	bool quick = now - c->started_us < QUICK_US;

	c->pid = 0;
	if (!fault || !quick)
		c->wait_us = 0;
	else if (c->wait_us < WAIT_MOST_US)
		c->wait_us = c->wait_us ? c->wait_us * 2 : 100000;
	c->not_before_us = now + c->wait_us;
}

static void end_helpers(struct supervisor *s)
{
	for (int i = 0; i < READERS_MOST; i++)
		if (s->readers[i].pid)
			kill(s->readers[i].pid, SIGKILL);
	if (s->out.pid)
		kill(s->out.pid, SIGKILL);
}

static void core_ended(struct supervisor *s, int status)
{
	char how[64];

	spawn_ending(status, how);
	hold_back(&s->core, true);
	if (s->stopping)
		return;
	if (!s->announced) {
		s->stopping = true;
		s->status = 2;
		end_helpers(s);
		return;
	}
	log_event(LOG_ERROR, "core.ended", LOG_Z("how", how), LOG_END);
	notify_manager("STATUS=starting again");
	s->ready = false;
	end_helpers(s);
}

static void helper_ended(struct supervisor *s, struct child *c, const char *event,
                         int status)
{
	char how[64];
	bool fault = !WIFEXITED(status) || WEXITSTATUS(status) != 0;

	if (fault && !s->stopping && s->core.pid)
		log_event(LOG_WARNING, event, LOG_Z("how", spawn_ending(status, how)),
		          LOG_END);
	hold_back(c, fault);
}

static void reap(struct supervisor *s)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		if (pid == s->core.pid)
			core_ended(s, status);
		for (int i = 0; i < READERS_MOST; i++)
			if (pid == s->readers[i].pid)
				helper_ended(s, &s->readers[i], "reader.ended", status);
		if (pid == s->out.pid)
			helper_ended(s, &s->out, "out.ended", status);
	}
}

/* ---- running ---- */

static void announce(struct supervisor *s)
{
	if (s->announced)
		return;
	s->announced = true;
	if (str_starts(s->config.listen, "unix:")) {
		printf("%.*s\n", STR_ARG(s->config.listen));
	} else {
		struct str host = s->config.listen;
		while (host.n && host.p[host.n - 1] != ':')
			host.n--;
		printf("http://%.*s%d/\n", STR_ARG(host), http_listen_port(s->public_fd));
	}
	if (s->o.demonstration)
		printf("Sample data; nothing here is real. Sign in as %s with the "
		       "password \"%s\".\n",
		       DEMO_LOGIN, DEMO_PASSWORD);
	fflush(stdout);
}

static void hear_core(struct supervisor *s)
{
	struct arena *a = arena_new(1 << 20);
	struct channel_message m = { 0 };
	enum fail f = a ? channel_receive(s->control, a, 0, &m) : FAIL_MEMORY;

	if (f == OK && m.kind == CONTROL_READY) {
		s->ready = true;
		announce(s);
		notify_manager("READY=1\nSTATUS=answering");
	} else if (f == OK && m.kind == CONTROL_FAILED) {
		fprintf(stderr, "wardroom: %.*s\n", STR_ARG(m.bytes));
	} else if (f != FAIL_BUSY) {
		/* The other end is closed: its process has ended, or is about to. */
		close(s->control);
		s->control = -1;
	}
	channel_close_fds(&m);
	arena_free(a);
}

static void stop_asked(struct supervisor *s)
{
	if (s->stopping)
		return;
	s->stopping = true;
	s->kill_us = steady_us() + s->config.stop_seconds * US_PER_SECOND + EXTRA_STOP_US;
	notify_manager("STOPPING=1");
	log_event(LOG_INFO, "server.stopping", LOG_END);
	if (s->core.pid)
		kill(s->core.pid, SIGTERM);
}

static void hear_signals(struct supervisor *s)
{
	struct signalfd_siginfo info;

	while (read(s->signals, &info, sizeof info) == (ssize_t)sizeof info) {
		if (info.ssi_signo == SIGCHLD)
			reap(s);
		else
			stop_asked(s);
	}
}

static bool anybody_runs(const struct supervisor *s)
{
	bool any = s->core.pid || s->out.pid;

	for (int i = 0; i < READERS_MOST; i++)
		any = any || s->readers[i].pid;
	return any;
}

static void keep_running(struct supervisor *s)
{
	while (!s->stopping || anybody_runs(s)) {
		start_missing(s);
		struct pollfd p[2] = { { .fd = s->signals, .events = POLLIN },
			               { .fd = s->control, .events = POLLIN } };
		/* The time limit is for those held back, and for patience. */
		int n = poll(p, 2, s->stopping || !s->ready ? 100 : 1000);
		if (n > 0 && p[1].revents)
			hear_core(s);
		if (n > 0 && p[0].revents)
			hear_signals(s);
		if (s->stopping && !s->core.pid)
			end_helpers(s);
		if (s->stopping && s->core.pid && s->kill_us && steady_us() > s->kill_us)
			kill(s->core.pid, SIGKILL);
	}
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st;
	(void)where;
	return type == FTW_DP ? rmdir(path) : unlink(path);
}

static void tidy(struct supervisor *s)
{
	if (s->admin_fd >= 0)
		unlink(s->admin_path.p);
	if (s->public_fd >= 0 && str_starts(s->config.listen, "unix:"))
		unlink(s->config.listen.p + 5);
	if (s->o.throw_away)
		nftw(s->o.throw_away, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

int role_supervisor(int argc, char **argv)
{
	struct supervisor s = {
		.public_fd = -1, .admin_fd = -1, .signals = -1, .control = -1
	};

	if (!server_options_read(argc, argv, &s.o))
		return 2;
	log_set_role("supervisor");
	s.arena = arena_new(4 << 20);
	enum fail f = s.arena ? server_config(s.arena, &s.o, &s.config) : FAIL_MEMORY;
	if (f == OK) {
		log_set_level(config_log_level(&s.config));
		s.admin_path = server_admin_socket(s.arena, &s.o, &s.config);
		s.evidence = server_evidence(s.arena, &s.o, &s.config);
		f = open_all(&s);
	}
	if (f == OK)
		f = open_signals(&s);
	if (f == OK)
		f = enter(&s);
	if (f == OK)
		keep_running(&s);
	else
		fprintf(stderr, "wardroom: %s\n", fail_message());
	tidy(&s);
	arena_free(s.arena);
	fflush(stdout);
	/* Not exit(): what runs there (leak checks) needs what the walls deny. */
	_exit(f ? 2 : s.status);
}
