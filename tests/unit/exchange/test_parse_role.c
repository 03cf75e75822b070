/* test_parse_role.c -- a document is read in a walled process, which is told apart from a
 * broken one.  This program is its own reading role (see main). */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

/* Before cmocka, which has a macro named fail. */
#include "exchange/parse_role.h"
#include "unit/codec/documents.h"

#include <cmocka.h>

#include "sys/channel.h"
#include "sys/spawn.h"
#include "unit/codec/samples.h"

static struct arena *arena;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new((size_t)1 << 30);
	return arena ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static enum fail read_apart(struct str bytes, const char *name, struct refusal *why,
                            struct document_text *out)
{
	int fd;

	assert_int_equal(memory_file("test", bytes, &fd), OK);
	*why = refusal_on(arena);
	enum fail f = parse_in_child(arena, fd, str_of(name), why, out);
	close(fd);
	return f;
}

static void text_comes_back(void **state)
{
	(void)state;
	struct refusal why;
	struct document_text d;

	assert_int_equal(read_apart(STR("# Plan\n\ntext\n"), "plan.md", &why, &d), OK);
	assert_string_equal(shown(arena, &d).p, "H1 [] Plan\nP0 [Plan] text\n");
	assert_int_equal(d.at[1].line, 3);
}

static void pdf_is_read_through_the_walls(void **state)
{
	(void)state;
	static const char *const pages[] = {
		"11|72|700|The officer tells the board within one day.\n",
		"11|72|700|And then the plan is tested.\n",
	};
	struct refusal why;
	struct document_text d;
	enum fail f = read_apart(make_pdf(arena, pages, 2), "plan.pdf", &why, &d);

	if (f != OK)
		fail_msg("%s", fail_message());
	assert_int_equal(d.count, 2);
	assert_int_equal(d.pages, 2);
	assert_true(str_is(d.at[1].text, "And then the plan is tested."));
	/* A file of the disk does as well as one in memory. */
	char path[] = "/tmp/wardroom-test-XXXXXX";
	int fd = mkstemp(path);
	struct str pdf = make_pdf(arena, pages, 1);
	assert_int_equal(write(fd, pdf.p, pdf.n), (ssize_t)pdf.n);
	why = refusal_on(arena);
	assert_int_equal(parse_in_child(arena, fd, STR("x.pdf"), &why, &d), OK);
	unlink(path);
	close(fd);
}

static void reasons_come_back(void **state)
{
	(void)state;
	static const char *const empty[] = { "" };
	struct refusal why;
	struct document_text d;

	assert_int_equal(read_apart(STR("Just text."), "plan.pdf", &why, &d), FAIL_FORMAT);
	assert_int_equal(why.count, 1);
	assert_string_equal(message_fill(arena, why.at[0].why.id, &why.at[0].why).p,
	                    "the name says PDF, but the file is TXT");
	assert_non_null(why.at[0].advice.id);
	assert_int_equal(read_apart(make_pdf(arena, empty, 1), "a.pdf", &why, &d),
	                 FAIL_FORMAT);
	assert_non_null(strstr(why.at[0].why.id, "no text"));
	assert_int_equal(read_apart(STR("%PDF-1.4 broken"), "a.pdf", &why, &d),
	                 FAIL_FORMAT);
	assert_non_null(strstr(why.at[0].why.id, "damaged"));
}

/* What a taken-over reader might say. */
static void a_lying_reader_is_not_believed(void **state)
{
	(void)state;
	static const struct {
		uint32_t kind;
		struct str bytes;
	} lies[] = {
		{ 2, { "", 0 } },
		{ 3, { "not json", 8 } },
		{ 3, { "[]", 2 } },
		{ 3, { "[{\"why\":[1]}]", 13 } },
		{ 99, { "", 0 } },
	};
	struct document_text d;

	for (size_t i = 0; i < COUNT(lies); i++) {
		struct refusal why = refusal_on(arena);
		struct channel_message m = { .kind = lies[i].kind, .bytes = lies[i].bytes };
		assert_int_equal(parse_answer(arena, &m, &why, &d), FAIL_FORMAT);
		assert_int_equal(why.count, 1);
	}
	struct refusal why = refusal_on(arena);
	struct channel_message m = { .kind = 2, .fd_count = 1 };
	assert_int_equal(memory_file("lie", STR("WDT1\xff\xff\xff\xff"), &m.fds[0]), OK);
	assert_int_equal(parse_answer(arena, &m, &why, &d), FAIL_FORMAT);
}

/* What the kernel says of a process: one line of its status. */
static bool status_says(int pid, const char *line)
{
	char path[64], text[8192];

	snprintf(path, sizeof path, "/proc/%d/status", pid);
	FILE *f = fopen(path, "r");
	if (!f)
		return false;
	size_t n = fread(text, 1, sizeof text - 1, f);
	fclose(f);
	text[n] = '\0';
	return strstr(text, line) != NULL;
}

static int child_of(int pid)
{
	char path[64];
	int child = 0;

	snprintf(path, sizeof path, "/proc/%d/task/%d/children", pid, pid);
	FILE *f = fopen(path, "r");
	if (!f || fscanf(f, "%d", &child) != 1)
		child = 0;
	if (f)
		fclose(f);
	return child;
}

static void walls_stand_around_the_reader_and_its_helper(void **state)
{
	(void)state;
	struct spawn s = { .role = "parse" };
	int ends[2], helper = 0, status;
	pid_t pid;
	bool both = false;

	assert_int_equal(channel_pair(ends), OK);
	s.keep[s.keep_count++] = ends[1];
	spawn_arg(&s, "--channel=%d", ends[1]);
	spawn_arg(&s, "--quiet");
	assert_int_equal(spawn_start(&s, &pid), OK);
	close(ends[1]);
	for (int i = 0; i < 500 && !both; i++) {
		usleep(10000);
		helper = child_of(pid);
		both = helper && status_says(pid, "Seccomp:\t2") &&
		       status_says(helper, "Seccomp:\t2");
	}
	assert_true(both);
	assert_true(status_says(pid, "NoNewPrivs:\t1") &&
	            status_says(helper, "NoNewPrivs:\t1"));
	close(ends[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void a_sample_pdf(void **state)
{
	(void)state;
	struct refusal why;
	struct document_text d;

	assert_int_equal(read_apart(sample(arena, "plans/plan.pdf"), "plan.pdf", &why, &d),
	                 OK);
	assert_int_equal(d.pages, 55);
}

static const struct sampled_case sampled[] = {
	{ a_sample_pdf, "plans" },
};

int main(int argc, char **argv)
{
	struct CMUnitTest tests[] = {
		cmocka_unit_test(text_comes_back),
		cmocka_unit_test(pdf_is_read_through_the_walls),
		cmocka_unit_test(reasons_come_back),
		cmocka_unit_test(a_lying_reader_is_not_believed),
		cmocka_unit_test(walls_stand_around_the_reader_and_its_helper),
		cmocka_unit_test(a_sample_pdf),
	};

	if (argc > 1 && strcmp(argv[1], "--role=parse") == 0)
		return parse_role_run(argc - 1, argv + 1);
	size_t count = cases_with_samples(tests, COUNT(tests), sampled, COUNT(sampled));
	return _cmocka_run_group_tests("parse role", tests, count, set_up, tear_down);
}
