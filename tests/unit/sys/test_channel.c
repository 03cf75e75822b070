/* test_channel.c -- messages, descriptors, hostile packets, spawned processes, the pool. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "sys/channel.h"
#include "sys/spawn.h"
#include "sys/worker.h"

static void there_and_back(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct channel_message in;
	int ends[2], fd;
	struct str view;

	(void)state;
	assert_int_equal(channel_pair(ends), OK);
	assert_int_equal(memory_file("x", STR("in the file"), &fd), OK);
	struct channel_message out = {
		.kind = 7, .bytes = STR("hello"), .fds = { fd }, .fd_count = 1
	};
	assert_int_equal(channel_send(ends[0], &out), OK);
	assert_int_equal(channel_receive(ends[1], a, 1000, &in), OK);
	assert_int_equal(in.kind, 7);
	assert_true(str_is(in.bytes, "hello"));
	assert_int_equal(in.fd_count, 1);
	assert_int_equal(file_view(a, in.fds[0], 100, &view), OK);
	assert_true(str_is(view, "in the file"));
	assert_int_equal(file_view(a, in.fds[0], 3, &view), FAIL_FULL);
	assert_int_equal(ftruncate(in.fds[0], 0), -1);
	channel_close_fds(&in);
	close(fd);

	assert_int_equal(channel_receive(ends[1], a, 10, &in), FAIL_BUSY);
	close(ends[0]);
	assert_int_equal(channel_receive(ends[1], a, 1000, &in), FAIL_NOT_FOUND);
	out.fd_count = 0;
	assert_int_equal(channel_send(ends[1], &out), FAIL_NOT_FOUND);
	close(ends[1]);
	arena_free(a);
}

static void hostile_packets(void **state)
{
	const struct str packets[] = { STR("x"), STR("\1\0\0\0\5\0\0\0abcd"),
		                       STR("\1\0\0\0\xff\xff\xff\xff"),
		                       STR("\1\0\0\0\1\0\0\0abcd") };
	struct arena *a = arena_new(1 << 20);
	struct channel_message in;
	int ends[2];

	(void)state;
	assert_int_equal(channel_pair(ends), OK);
	for (size_t i = 0; i < COUNT(packets); i++) {
		assert_int_equal(send(ends[0], packets[i].p, packets[i].n, 0),
		                 packets[i].n);
		assert_int_equal(channel_receive(ends[1], a, 1000, &in), FAIL_FORMAT);
	}
	close(ends[0]);
	close(ends[1]);
	arena_free(a);
}

/* A file that its sender may still cut is copied, never mapped. */
static void unsealed_files_are_copied(void **state)
{
	struct arena *a = arena_new(1 << 20);
	int fd = memfd_create("loose", MFD_CLOEXEC);
	struct str view;

	(void)state;
	assert_int_equal(write(fd, "abc", 3), 3);
	assert_int_equal(file_view(a, fd, 100, &view), OK);
	assert_int_equal(ftruncate(fd, 0), 0);
	assert_true(str_is(view, "abc"));
	close(fd);
	arena_free(a);
}

static void spawned(void **state)
{
	struct spawn s = { .program = "/bin/sh" };
	char text[64];
	pid_t pid;
	int out[2], status;

	(void)state;
	assert_int_equal(pipe2(out, O_CLOEXEC), 0);
	s.output = out[1];
	spawn_arg(&s, "-c");
	spawn_arg(&s, "ls /proc/self/fd | wc -l; exit %d", 3);
	assert_int_equal(spawn_start(&s, &pid), OK);
	close(out[1]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_string_equal(spawn_ending(status, text), "exit status 3");
	/* 0, 1, 2 and the one that ls reads the folder with. */
	char line[16] = "";
	assert_true(read(out[0], line, sizeof line - 1) > 0);
	assert_int_equal(line[0], '4');
	close(out[0]);

	struct spawn none = { .program = "/nothing/is/here" };
	assert_int_equal(spawn_start(&none, &pid), FAIL_IO);
}

static void *echo_once(void *arg)
{
	int channel = *(int *)arg;
	struct arena *a = arena_new(1 << 20);
	struct channel_message m;

	if (channel_receive(channel, a, 5000, &m) == OK && str_is(m.bytes, "ask")) {
		m.bytes = STR("answer");
		(void)!channel_send(channel, &m);
	}
	close(channel);
	arena_free(a);
	return NULL;
}

static void pool(void **state)
{
	struct worker_pool *p = worker_pool_new();
	struct arena *a = arena_new(1 << 20);
	struct channel_message question = { .kind = 1, .bytes = STR("ask") }, answer;
	int good[2], dead[2], mute[2];
	pthread_t t;

	(void)state;
	assert_int_equal(worker_pool_ask(p, a, 20, &question, &answer), FAIL_BUSY);
	assert_int_equal(channel_pair(good), OK);
	assert_int_equal(channel_pair(dead), OK);
	assert_int_equal(channel_pair(mute), OK);
	worker_pool_add(p, good[0]);
	worker_pool_add(p, dead[0]);
	close(dead[1]);
	assert_int_equal(pthread_create(&t, NULL, echo_once, &good[1]), 0);
	/* The dead one is passed over, the good one answers and is used up. */
	assert_int_equal(worker_pool_ask(p, a, 5000, &question, &answer), OK);
	assert_true(str_is(answer.bytes, "answer"));
	pthread_join(t, NULL);
	assert_int_equal(worker_pool_ready(p), 0);
	worker_pool_add(p, mute[0]);
	assert_int_equal(worker_pool_ask(p, a, 30, &question, &answer), FAIL_BUSY);
	close(mute[1]);
	worker_pool_free(p);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(there_and_back),
		cmocka_unit_test(hostile_packets),
		cmocka_unit_test(unsealed_files_are_copied),
		cmocka_unit_test(spawned),
		cmocka_unit_test(pool),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
