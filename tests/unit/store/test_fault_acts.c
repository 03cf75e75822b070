/*
 * test_fault_acts.c -- memory that runs out anywhere in a change, a step, a withdrawal or
 * an upload: the record, its history and its files are as before, or the act is done whole.
 */
#include "store/erase.h"
#include "store/parts.h"
#include "unit/store/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

static struct row *subject;             /* as it is now */
static long allocations;

static enum fail withdraw_job(struct act *a, void *arg)
{
	struct make *m = arg;

	m->why = refusal_on(a->arena);
	return record_withdraw(a, m->type, m->id, m->version, STR("no longer"), &m->why);
}

/* The act in an arena of its own, in which the nth allocation fails. */
static enum fail act_failing(store_job *job, struct make m, long nth)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);

	arena_test_fail_at(nth);
	enum fail f = store_write(w.store, &w.officer, a, job, &m);
	allocations = arena_test_count();
	arena_test_fail_at(0);
	arena_free(a);
	return f;
}

/* Until no allocation is left to fail, the record stays at its version; then it moves by
 * one.  How often it was refused. */
static int refused_until_done(store_job *job, struct make m)
{
	int refused = 0;

	for (long nth = 1; nth < 5000; nth++) {
		enum fail f = act_failing(job, m, nth);
		struct row *now = got(&w.officer, &leave_type, m.id);
		assert_non_null(now);
		if (f == OK) {
			assert_true(now->version > m.version);
			subject = now;
			return refused;
		}
		assert_int_equal(f, FAIL_MEMORY);
		assert_int_equal(now->version, m.version);
		assert_int_equal(now->state, subject->state);
		assert_string_equal(row_text(now, LEAVE_TITLE).p,
		                    row_text(subject, LEAVE_TITLE).p);
		refused++;
	}
	return -1;
}

static struct make on_subject(struct change *c, const char *step)
{
	return (struct make){ .type = &leave_type,
		              .id = subject->id,
		              .version = subject->version,
		              .change = c,
		              .step = step };
}

static void acts_are_whole_or_not_at_all(void **state)
{
	(void)state;
	struct change *c = change_new(w.arena, &leave_type);
	struct change *advice = change_new(w.arena, &leave_type);

	subject = leave_made(&w.officer, "Kiosk");
	change_text(c, LEAVE_TITLE, STR("Kiosk in the hall"));
	change_text(c, LEAVE_RISK, STR("high"));
	change_links(c, LEAVE_ALSO, (struct id[]){ w.branch, w.other }, 2);
	assert_true(refused_until_done(change_job, on_subject(c, NULL)) > 10);
	assert_string_equal(row_text(subject, LEAVE_TITLE).p, "Kiosk in the hall");
	change_bilingual(advice, LEAVE_ADVICE, STR("isolate"), STR_NONE);
	assert_true(refused_until_done(step_job, on_subject(advice, "advise")) > 10);
	assert_int_equal(subject->state, LEAVE_ADVISED);
	assert_true(refused_until_done(withdraw_job, on_subject(NULL, NULL)) > 10);
}

static int memory_with(const char *text)
{
	int fd = memfd_create("paper", MFD_CLOEXEC);

	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	lseek(fd, 0, SEEK_SET);
	return fd;
}

/* A file whose record is refused is dropped; one that another record uses is not. */
static void files_of_refused_records_go(void **state)
{
	(void)state;
	struct file_ref file;
	int fd = memory_with("the signed paper");

	assert_int_equal(file_keep(w.store, fd, STR("a.txt"), STR("text/plain"), &file),
	                 OK);
	close(fd);
	assert_true(file_is_there(&file));
	struct change *c = leave_change("With paper");
	change_file(c, LEAVE_PAPER, file);
	assert_int_equal(
		act_failing(make_job, (struct make){ .type = &leave_type, .change = c }, 5),
		FAIL_MEMORY);
	file_drop(w.store, &file);
	assert_false(file_is_there(&file));
	/* Without its file the record is not made, whoever took it away. */
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, FAIL_BUSY);
	fd = memory_with("the signed paper");
	assert_int_equal(file_keep(w.store, fd, STR("a.txt"), STR("text/plain"), &file),
	                 OK);
	close(fd);
	m = did(make_job, &w.officer, (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, OK);
	file_drop(w.store, &file);
	assert_true(file_is_there(&file));
}

static struct file_ref kept(const char *text)
{
	struct file_ref file;
	int fd = memory_with(text);

	assert_int_equal(file_keep(w.store, fd, STR("a.txt"), STR("text/plain"), &file),
	                 OK);
	close(fd);
	return file;
}

/* A form that nobody finished leaves its file; records and young forms keep theirs. */
static void files_of_forgotten_forms_go(void **state)
{
	(void)state;
	struct instant before = { instant_now().us - 24ll * 3600 * US_PER_SECOND };
	struct file_ref used = kept("used by a record"), left = kept("left behind");
	struct file_ref again = kept("sent once more"), young = kept("sent just now");
	struct change *c = leave_change("With paper");
	int64_t gone = 0;

	change_file(c, LEAVE_PAPER, used);
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, OK);
	file_age(&used, 30);
	file_age(&left, 30);
	file_age(&again, 30);
	file_age(&young, 1);
	again = kept("sent once more");
	assert_int_equal(store_sweep_files(w.store, before, &gone), OK);
	assert_int_equal(gone, 1);
	assert_false(file_is_there(&left));
	assert_true(file_is_there(&used) && file_is_there(&again) && file_is_there(&young));
	assert_int_equal(store_sweep_files(w.store, before, &gone), OK);
	assert_int_equal(gone, 1);
}

/* More than one piece, and nothing at all. */
static void files_come_back_as_they_were(void **state)
{
	(void)state;
	static char sent[3 * 262144 + 5], back[sizeof sent + 1];
	const size_t sizes[] = { sizeof sent, 2ul * 262144, 0 };

	for (size_t i = 0; i < sizeof sent; i++)
		sent[i] = (char)(i * 7 + i / 251);
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct file_ref file;
		int fd = memfd_create("t", MFD_CLOEXEC);
		assert_int_equal(write(fd, sent, sizes[i]), sizes[i]);
		assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
		assert_int_equal(file_keep(w.store, fd, STR("a"), STR("x/y"), &file), OK);
		close(fd);
		assert_int_equal(file.bytes, sizes[i]);
		assert_int_equal(file_open_kept(w.store, &file, &fd), OK);
		assert_int_equal(read(fd, back, sizeof back), sizes[i]);
		assert_memory_equal(back, sent, sizes[i]);
		close(fd);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(acts_are_whole_or_not_at_all),
		TEST(files_come_back_as_they_were),
		TEST(files_of_refused_records_go),
		TEST(files_of_forgotten_forms_go),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
