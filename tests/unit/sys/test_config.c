/* test_config.c -- the shipped file is the defaults; faults come with their line; the lock.
 */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "sys/config.h"
#include "sys/lock.h"
#include "sys/metrics.h"

static struct arena *arena;

static enum fail reads(struct str text, struct config *c, struct refusal *why)
{
	*why = refusal_on(arena);
	config_defaults(c);
	return config_read(arena, text, STR("a.conf"), why, c);
}

static void shipped_file_is_the_defaults(void **state)
{
	struct config c, defaults;
	struct refusal why = refusal_on(arena);
	char path[512];

	(void)state;
	snprintf(path, sizeof path, "%s/packaging/wardroom.conf",
	         getenv("WARDROOM_SOURCE"));
	config_defaults(&c);
	config_defaults(&defaults);
	assert_int_equal(config_load(arena, path, &why, &c), OK);
	assert_true(str_equal(c.listen, defaults.listen));
	assert_int_equal(c.request_seconds, defaults.request_seconds);
	assert_int_equal(c.stop_seconds, defaults.stop_seconds);
	assert_int_equal(c.parse_mebibytes, defaults.parse_mebibytes);
	assert_int_equal(c.secure_cookies, defaults.secure_cookies);
	assert_true(str_equal(c.evidence, defaults.evidence));
	assert_true(str_equal(c.log_level, defaults.log_level));
}

static void values(void **state)
{
	struct config c;
	struct refusal why;

	(void)state;
	assert_int_equal(reads(STR("; x\n[server]\nlisten = [::1]:1\nsecure_cookies=yes\n"
	                           "[parse]\nprocesses = 3 ; three\n"),
	                       &c, &why),
	                 OK);
	assert_true(str_is(c.listen, "[::1]:1"));
	assert_true(c.secure_cookies);
	assert_int_equal(c.parse_processes, 3);
}

static void faults(void **state)
{
	struct config c;
	struct refusal why;

	(void)state;
	assert_int_equal(reads(STR("[server]\nlisten = x\nlistem = y\nfast_threads = 0\n\n"
	                           "[log]\nlevel = loud\n"),
	                       &c, &why),
	                 FAIL_REFUSED);
	assert_int_equal(why.count, 3);
	assert_true(str_is(why.at[0].where, "a.conf:3"));
	assert_true(str_is(why.at[1].where, "a.conf:4"));
	assert_true(str_is(why.at[2].where, "a.conf:7"));
	assert_int_equal(reads(STR("[server]\nnonsense\n"), &c, &why), FAIL_REFUSED);
	assert_true(str_is(why.at[0].where, "a.conf:2"));
	assert_int_equal(reads(STR("[server]\nsecure_cookies = perhaps\n"), &c, &why),
	                 FAIL_REFUSED);
	assert_int_equal(reads(STR("listen = \xff\n"), &c, &why), FAIL_REFUSED);
	why = refusal_on(arena);
	/* The library's line holds 199 bytes; what is longer is not read by its beginning.
	 */
	struct str path = str_format(arena, "%0200d", 0);
	struct str text =
		str_format(arena, "[data]\nevidence = %.*s\n", STR_ARG(path));
	assert_int_equal(reads(text, &c, &why), FAIL_REFUSED);
	assert_true(str_is(why.at[0].where, "a.conf:2"));
	/* An indented line would take the place of the value before it. */
	assert_int_equal(reads(STR("[server]\nidle_seconds = 5\n  6\n"), &c, &why),
	                 FAIL_REFUSED);
	assert_true(str_is(why.at[0].where, "a.conf:3"));
	assert_int_equal(config_load(arena, "/nothing/is/here", &why, &c), FAIL_IO);
}

static void lock(void **state)
{
	char folder[] = "/tmp/wardroom-lock-XXXXXX", db[64], file[80];

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(db, sizeof db, "%s/a.db", folder);
	snprintf(file, sizeof file, "%s.lock", db);
	assert_false(lock_is_taken(db));
	int fd = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	assert_false(lock_is_taken(db));
	assert_int_equal(flock(fd, LOCK_EX), 0);
	assert_true(lock_is_taken(db));
	close(fd);
	assert_false(lock_is_taken(db));
	unlink(file);
	rmdir(folder);
}

static void numbers(void **state)
{
	struct text t = text_on(arena, 1000);

	(void)state;
	metric_about(&t, "a_total", "counter", "Things.");
	metric_value(&t, "a_total", "kind", "x", 5);
	metric_value(&t, "a_total", NULL, NULL, 6);
	assert_true(str_is(text_str(&t), "# HELP a_total Things.\n# TYPE a_total counter\n"
	                                 "a_total{kind=\"x\"} 5\na_total 6\n"));
}

static int start(void **state)
{
	(void)state;
	arena = arena_new(1 << 20);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped_file_is_the_defaults),
		cmocka_unit_test(values),
		cmocka_unit_test(faults),
		cmocka_unit_test(lock),
		cmocka_unit_test(numbers),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
