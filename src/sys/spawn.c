/* spawn.c -- fork and exec, with only async-signal-safe calls in between. */
#include "sys/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"

#define RANGE_CLOEXEC 4u                /* CLOSE_RANGE_CLOEXEC */

extern char **environ;

void spawn_arg(struct spawn *s, const char *format, ...)
{
	va_list args;

	if (s->arg_count == SPAWN_ARGS)
		BUG("more than %d arguments for a child", SPAWN_ARGS);
	va_start(args, format);
	int n = vsnprintf(s->args[s->arg_count], SPAWN_ARG_BYTES, format, args);
	va_end(args);
	if (n < 0 || n >= SPAWN_ARG_BYTES)
		BUG("an argument of %d bytes for a child", n);
	s->arg_count++;
}

static void signals_as_new(void)
{
	struct sigaction as_new = { .sa_handler = SIG_DFL };
	sigset_t none;

	for (int i = 1; i < NSIG; i++)
		if (i != SIGKILL && i != SIGSTOP)
			sigaction(i, &as_new, NULL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool put_at(int fd, int number)
{
	if (fd > 0)
		return dup2(fd, number) == number;
	int null = open("/dev/null", O_RDWR);
	if (null < 0)
		return false;
	if (null != number) {
		dup2(null, number);
		close(null);
	}
	return true;
}

static bool arrange_descriptors(const struct spawn *s)
{
	if (!put_at(s->input, STDIN_FILENO) || !put_at(s->output, STDOUT_FILENO))
		return false;
	if (syscall(SYS_close_range, 3u, ~0u, RANGE_CLOEXEC) != 0)
		return false;
	for (int i = 0; i < s->keep_count; i++) {
		int flags = fcntl(s->keep[i], F_GETFD);
		if (flags < 0 || fcntl(s->keep[i], F_SETFD, flags & ~FD_CLOEXEC) != 0)
			return false;
	}
	return true;
}

static _Noreturn void become(const struct spawn *s, char **argv, char **environment,
                             int tell, pid_t parent)
{
	int signal_of_death = s->death_signal ? s->death_signal : SIGKILL;

	if (prctl(PR_SET_PDEATHSIG, signal_of_death, 0, 0, 0) == 0 && getppid() == parent &&
	    arrange_descriptors(s)) {
		signals_as_new();
		execve(s->program ? s->program : "/proc/self/exe", argv,
		       environment);
	}
	int error = errno ? errno : EIO;
	ssize_t told = write(tell, &error, sizeof error);
	_exit(told == (ssize_t)sizeof error ? 126 : 127);
}

/* The child's errno when it could not become the program, 0 when it has. */
static int exec_error(int tell)
{
	int error = 0;
	ssize_t n;

	do
		n = read(tell, &error, sizeof error);
	while (n < 0 && errno == EINTR);
	return n == (ssize_t)sizeof error ? error : 0;
}

/* Ours, but for the variable that it is not given; made before the fork. */
static char **environment_of(const struct spawn *s)
{
	size_t count = 0, kept = 0, n = s->without ? strlen(s->without) : 0;

	while (environ[count])
		count++;
	char **out = calloc(count + 1, sizeof *out);
	for (size_t i = 0; out && i < count; i++) {
		bool dropped = s->without && strncmp(environ[i], s->without, n) == 0 &&
		               environ[i][n] == '=';
		if (!dropped)
			out[kept++] = environ[i];
	}
	return out;
}

enum fail spawn_start(const struct spawn *s, pid_t *pid)
{
	char role[64];
	char *argv[SPAWN_ARGS + 3];
	int argc = 0, tell[2];

	snprintf(role, sizeof role, "--role=%s", s->role ? s->role : "");
	char *name = (char *)(s->program ? s->program : "wardroom");
	argv[argc++] = name;
	if (s->role)
		argv[argc++] = role;
	for (int i = 0; i < s->arg_count; i++)
		argv[argc++] = (char *)s->args[i];
	argv[argc] = NULL;
	char **environment = environment_of(s);
	if (!environment)
		return fail_say(FAIL_MEMORY, "no memory to start a process");
	if (pipe2(tell, O_CLOEXEC) != 0) {
		free(environment);
		return fail_say(FAIL_IO, "cannot make a pipe: %s", strerror(errno));
	}
	pid_t parent = getpid();
	*pid = fork();
	if (*pid == 0)
		become(s, argv, environment, tell[1], parent);
	int error = errno;
	free(environment);
	close(tell[1]);
	if (*pid > 0) {
		error = exec_error(tell[0]);
		if (error)
			waitpid(*pid, NULL, 0);
	}
	close(tell[0]);
	if (*pid < 0 || error)
		return fail_say(FAIL_IO, "cannot start %s: %s", s->role ? s->role : name,
		                strerror(error));
	return OK;
}

void spawn_ignore_pipe(void)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };

	sigaction(SIGPIPE, &ignore, NULL);
}

const char *spawn_ending(int status, char text[64])
{
	if (WIFSIGNALED(status))
		snprintf(text, 64, "signal %d (%s)", WTERMSIG(status),
		         strsignal(WTERMSIG(status)));
	else
		snprintf(text, 64, "exit status %d", WEXITSTATUS(status));
	return text;
}
