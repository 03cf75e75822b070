/* test_sandbox.c -- in children: what a role may do works, everything else is refused. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"
#include "sys/sandbox.h"

/* Runs the steps in a child and gives the number of the first that did not hold, 0: all. */
static int in_child(int (*steps)(void))
{
	pid_t pid = fork();
	int status = 0;

	if (pid == 0)
		_exit(steps());
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static bool refused_open(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC, 0600);

	if (fd >= 0)
		close(fd);
	return fd < 0 && (errno == EPERM || errno == EACCES);
}

static bool forks(void)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	return pid > 0 && waitpid(pid, NULL, 0) == pid;
}

/* Neither signals nor limits for another process of the same user; its own, yes. */
static int steps_beside_others(void)
{
	struct rlimit limits;

	if (syscall(SYS_tgkill, getppid(), getppid(), 0) != -1 || errno != EPERM)
		return 7;
	if (syscall(SYS_tgkill, getpid(), gettid(), 0) != 0)
		return 8;
	if (prlimit(getppid(), RLIMIT_CPU, NULL, &limits) != -1 || errno != EPERM)
		return 9;
	return getrlimit(RLIMIT_CPU, &limits) == 0 ? 0 : 10;
}

static int parser_steps(void)
{
	static const struct sandbox s = {
		.role = "parse",
		.calls = CALLS_DESCRIPTORS | CALLS_MESSAGES,
		.processor_seconds = 5,
		.memory_bytes = 512u << 20,
	};
	struct sandbox_report r;
	char *none[] = { NULL };
	int pair[2];

	if (sandbox_enter(&s, &r) != OK || !r.calls_filtered || !sandbox_holds(&s, &r))
		return 1;
	if (!refused_open("/etc/passwd", O_RDONLY))
		return 2;
	if (socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM)
		return 3;
	if (execve("/bin/true", none, none) != -1 || errno != EPERM)
		return 4;
	if (forks())
		return 5;
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0 || write(pair[0], "x", 1) != 1)
		return 6;
	free(malloc(3u << 20));
	return steps_beside_others();
}

static char folder[] = "/tmp/wardroom-sandbox-XXXXXX";

static void *nothing(void *arg)
{
	return arg;
}

static bool keeps_a_file(const char *inside, const char *moved)
{
	int fd = open(inside, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	return fd >= 0 && write(fd, "x", 1) == 1 && fsync(fd) == 0 &&
	       rename(inside, moved) == 0;
}

static int core_steps(void)
{
	char inside[64], moved[64];
	const struct sandbox_path paths[] = { { folder, PATH_READ | PATH_WRITE },
		                              { "/usr/share/zoneinfo", PATH_READ },
		                              { "/not/there", PATH_READ },
		                              { NULL, 0 } };
	struct sandbox s = { .role = "core",
		             .paths = paths,
		             .calls = CALLS_DESCRIPTORS | CALLS_MESSAGES | CALLS_OPEN |
		                      CALLS_FILES | CALLS_THREADS | CALLS_SERVE };
	struct sandbox_report r;
	pthread_t t;

	if (sandbox_enter(&s, &r) != OK || !sandbox_holds(&s, &r))
		return 1;
	snprintf(inside, sizeof inside, "%s/a", folder);
	snprintf(moved, sizeof moved, "%s/b", folder);
	if (!keeps_a_file(inside, moved))
		return 2;
	if (r.files_walled && !refused_open("/etc/passwd", O_RDONLY))
		return 3;
	if (r.files_walled && !refused_open("/tmp/wardroom-outside", O_RDWR | O_CREAT))
		return 4;
	if (open("/usr/share/zoneinfo/UTC", O_RDONLY | O_CLOEXEC) < 0)
		return 5;
	if (pthread_create(&t, NULL, nothing, NULL) != 0 || pthread_join(t, NULL) != 0)
		return 6;
	if (forks())
		return 7;
	return unlink(moved) == 0 ? 0 : 8;
}

static void parser_has_nothing(void **state)
{
	(void)state;
	assert_int_equal(in_child(parser_steps), 0);
}

static void core_has_its_folder(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_int_equal(in_child(core_steps), 0);
	rmdir(folder);
}

/* A kernel that has Landlock must have been used: silence here would be a hole. */
static int reports(void)
{
	static const struct sandbox s = { .role = "x", .calls = CALLS_DESCRIPTORS };
	struct sandbox_report r;

	if (sandbox_enter(&s, &r) != OK)
		return 1;
	if (r.landlock_abi > 0 && !r.files_walled)
		return 2;
	if (r.landlock_abi >= 4 && (!r.tcp_walled || r.missing))
		return 3;
	return r.landlock_abi == 0 && !r.missing ? 4 : 0;
}

static void what_stands_is_reported(void **state)
{
	(void)state;
	assert_int_equal(in_child(reports), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parser_has_nothing),
		cmocka_unit_test(core_has_its_folder),
		cmocka_unit_test(what_stands_is_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
