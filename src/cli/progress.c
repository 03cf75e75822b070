/* progress.c -- how far a long command is, and stopping it. */
#include "cli/progress.h"

#include <signal.h>
#include <unistd.h>

#define QUIET_US (1 * US_PER_SECOND)
#define AT_TERMINAL_US (US_PER_SECOND / 5)
#define ELSEWHERE_US (10 * US_PER_SECOND)

static volatile sig_atomic_t stopped;

static void note_stop(int signal)
{
	(void)signal;
	stopped = 1;
}

void progress_start(struct progress *p, const struct command *c)
{
	struct sigaction action = { .sa_handler = note_stop,
		                    .sa_flags = (int)SA_RESETHAND };

	*p = (struct progress){ .command = c, .started = instant_now() };
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

static void say(struct progress *p, const char *doing, int64_t done, int64_t of)
{
	bool terminal = isatty(STDERR_FILENO);

	fprintf(stderr, "%swardroom %s: ", terminal ? "\r" : "", p->command->name);
	if (of > 0)
		fprintf(stderr, "%lld of %lld %s", (long long)done, (long long)of, doing);
	else
		fprintf(stderr, "%lld %s", (long long)done, doing);
	fputs(terminal ? "\033[K" : "\n", stderr);
	p->shown = terminal;
}

bool progress_go_on(void *arg, const char *doing, int64_t done, int64_t of)
{
	struct progress *p = arg;
	struct instant now = instant_now();
	int64_t pause = isatty(STDERR_FILENO) ? AT_TERMINAL_US : ELSEWHERE_US;

	if (now.us - p->started.us < QUIET_US)
		return !stopped;
	if (p->said.us == 0 || now.us - p->said.us >= pause) {
		p->said = now;
		say(p, doing, done, of);
	}
	return !stopped;
}

void progress_end(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
}
