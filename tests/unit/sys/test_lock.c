/* test_lock.c -- the lock of a database: held, let go by a process that is killed. */
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <setjmp.h>

#include <cmocka.h>

#include "sys/lock.h"

static char folder[] = "/tmp/wardroom-lock-XXXXXX";
static char db[64], path[80];

static int set_up(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(db, sizeof db, "%s/x.db", folder);
	snprintf(path, sizeof path, "%s.lock", db);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	unlink(path);
	return rmdir(folder);
}

/* A process that holds the lock for so long; it says so through the pipe first. */
static pid_t holder(unsigned milliseconds)
{
	int ready[2];
	char byte;

	assert_int_equal(pipe(ready), 0);
	pid_t child = fork();
	if (child == 0) {
		int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
		if (flock(fd, LOCK_EX) != 0 || write(ready[1], "x", 1) != 1)
			_exit(1);
		usleep(milliseconds * 1000);
		_exit(0);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	close(ready[1]);
	return child;
}

static void nobody_holds_it(void **state)
{
	(void)state;
	assert_false(lock_is_taken(db));
	assert_false(lock_stays_taken(db, 1));
}

static void a_holder_keeps_it(void **state)
{
	(void)state;
	pid_t child = holder(30000);
	assert_true(lock_is_taken(db));
	assert_true(lock_stays_taken(db, 0));
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	assert_false(lock_is_taken(db));
}

static void the_end_of_the_holder_is_waited_for(void **state)
{
	(void)state;
	pid_t child = holder(300);
	assert_true(lock_is_taken(db));
	assert_false(lock_stays_taken(db, 20));
	waitpid(child, NULL, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nobody_holds_it),
		cmocka_unit_test(a_holder_keeps_it),
		cmocka_unit_test(the_end_of_the_holder_is_waited_for),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
