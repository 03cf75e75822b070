/*
 * test_backup.c -- a backup restores to the same bytes; whatever was changed in it is
 * refused by name; a restore that fails leaves nothing.
 */
#include "unit/store/filled.h"

#include <signal.h>
#include <sys/resource.h>

#include "codec/tar.h"
#include "crypto/crypto.h"
#include "store/backup.h"
#include "store/load.h"
#include "store/package.h"
#include "store/table.h"
#include "store/verify.h"

static void back_up(const char *to)
{
	struct backup_result r;

	assert_int_equal(backup_make(w.store, w.arena, to, NULL, &r), OK);
	assert_int_equal(r.organisations, 1);
	assert_int_equal(r.files, 1);
}

static enum fail restore(const char *from, struct refusal *why)
{
	struct backup_result r;

	*why = refusal_on(w.arena);
	return backup_restore(w.arena, from, spot("new.db"), &test_registry, NULL, why,
	                      &r);
}

static void nothing_is_left(void)
{
	assert_int_equal(count_beginning("new.db"), 0);
}

static void open_restored(void)
{
	store_close(w.store);
	snprintf(w.target, sizeof w.target, "%s/new.db", w.folder);
	open_store(&test_registry);
}

static void put_bytes(const char *path, struct str bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_int_equal(io_write(fd, bytes, path), OK);
	close(fd);
}

/* ---- the tests ---- */

static enum fail look_at_tables(struct tx *tx, void *arg)
{
	struct str *names;
	size_t count;
	enum fail f = db_table_names(tx, w.arena, &names, &count);

	(void)arg;
	assert_true(count > 20);
	for (size_t i = 0; i < count; i++)
		if (!str_starts(names[i], "r_") && !table_about(names[i]))
			fail_msg(
				"say in src/store/table.c whether %.*s travels, or why not",
				STR_ARG(names[i]));
	return f;
}

static void every_table_is_spoken_for(void **state)
{
	(void)state;
	assert_int_equal(db_read(store_db(w.store), look_at_tables, NULL), OK);
	for (size_t i = 0; table_about_at(i); i++)
		assert_true(table_about_at(i)->way == TABLE_TRAVELS ||
		            table_about_at(i)->why);
}

static void what_comes_back_is_the_same(void **state)
{
	(void)state;
	struct refusal why;
	struct id id = fill();

	store_set_clock(w.store, (struct instant){ 1790000000000000 });
	back_up(spot("a.tar"));
	assert_int_equal(restore(spot("a.tar"), &why), OK);
	open_restored();
	store_set_clock(w.store, (struct instant){ 1790000000000000 });
	struct row *r = got(&w.officer, &leave_type, id);
	assert_non_null(r);
	assert_int_equal(row_number(r, LEAVE_DAYS), 42);
	assert_true(str_is(row_text_in(r, LEAVE_ADVICE, LANG_FR), "isoler à l’île"));
	assert_int_equal(r->need_to_know_count, 2);
	back_up(spot("b.tar"));
	struct str a = bytes_of(spot("a.tar")), b = bytes_of(spot("b.tar"));
	assert_int_equal(a.n, b.n);
	assert_memory_equal(a.p, b.p, a.n);
}

static enum fail search_job(struct act *a, void *arg)
{
	struct hit *hits;

	return record_search(a, STR("isoler"), NULL, 10, &hits, arg);
}

static void words_are_found_again(void **state)
{
	(void)state;
	struct refusal why;
	size_t count = 0;

	fill();
	back_up(spot("a.tar"));
	assert_int_equal(restore(spot("a.tar"), &why), OK);
	open_restored();
	assert_int_equal(store_read(w.store, &w.officer, w.arena, search_job, &count), OK);
	assert_int_equal(count, 1);
}

static void nothing_is_overwritten(void **state)
{
	(void)state;
	struct refusal why;
	struct backup_result r;

	fill();
	back_up(spot("a.tar"));
	assert_int_equal(backup_make(w.store, w.arena, spot("a.tar"), NULL, &r),
	                 FAIL_REFUSED);
	put_bytes(spot("new.db"), STR("mine"));
	assert_int_equal(restore(spot("a.tar"), &why), FAIL_REFUSED);
	assert_true(str_is(bytes_of(spot("new.db")), "mine"));
}

/* One byte in the middle of each member, header and content, one after the other. */
static void every_change_is_seen(void **state)
{
	(void)state;
	struct tar_member m;
	struct refusal why;
	int members = 0;

	fill();
	back_up(spot("a.tar"));
	struct str a = bytes_of(spot("a.tar"));
	char *p = (char *)(uintptr_t)a.p;
	size_t at = 0;
	while (tar_header_read((unsigned char *)p + at, &m) == TAR_MEMBER) {
		size_t places[] = { at + 3, at + TAR_BLOCK + (size_t)m.bytes / 2 };
		for (size_t i = 0; i < (m.bytes > 0 ? 2u : 1u); i++) {
			p[places[i]] ^= 4;
			put_bytes(spot("changed.tar"), a);
			enum fail f = restore(spot("changed.tar"), &why);
			/* A changed manifest may say anything, also of any part. */
			bool newer = f == FAIL_NEWER && !strcmp(m.name, PACKAGE_MANIFEST);
			if (f != FAIL_FORMAT && f != FAIL_REFUSED && !newer)
				fail_msg("a change of %s: %s", m.name, fail_name(f));
			if (f == FAIL_REFUSED && i == 1 && strcmp(m.name, PACKAGE_MANIFEST))
				assert_true(str_is(why.at[0].where, m.name));
			nothing_is_left();
			p[places[i]] ^= 4;
		}
		members++;
		at += TAR_BLOCK + (size_t)(m.bytes + tar_padding(m.bytes));
	}
	assert_true(members > 20);
	for (size_t n = 0; n < a.n; n += 7 * TAR_BLOCK + 100) {
		put_bytes(spot("cut.tar"), str_cut(a, n));
		assert_int_equal(restore(spot("cut.tar"), &why), FAIL_FORMAT);
	}
	nothing_is_left();
}

/* Copies a package, in one part with one text for another; its hashes fit again. */
static void forge(const char *from, const char *to, const char *part, const char *was,
                  const char *is)
{
	struct refusal why = refusal_on(w.arena);
	struct package *p;
	struct package_out *out;
	struct package_lines lines;
	struct str line;
	bool found = false;

	assert_int_equal(package_open(w.arena, from, BACKUP_FORMAT, 1, &why, &p), OK);
	assert_int_equal(package_make(w.arena, to, false, &out), OK);
	struct json_out *j = package_manifest(out);
	json_pair_z(j, "format", BACKUP_FORMAT);
	json_pair_int(j, "version", 1);
	json_name(j, "organisations");
	json_put_raw(j, json_canonical(w.arena, json_member(p->manifest, "organisations")));
	for (size_t i = 0; i < p->count; i++) {
		struct str columns[100];
		size_t n = 0;
		for (const struct json *c = p->parts[i].columns->first; c; c = c->next)
			columns[n++] = c->text;
		assert_int_equal(package_begin(out, p->parts[i].name), OK);
		assert_int_equal(package_lines_open(p, &p->parts[i], &lines), OK);
		while (package_lines_next(&lines, &line) == 1) {
			size_t at = str_is(p->parts[i].name, part)
			                    ? str_find(line, str_of(was))
			                    : SIZE_MAX;
			if (at != SIZE_MAX && !found) {
				found = true;
				line = str_format(
					w.arena, "%.*s%s%.*s", (int)at, line.p, is,
					STR_ARG(str_from(line, at + strlen(was))));
			}
			assert_int_equal(package_add(out, line), OK);
			assert_int_equal(package_add(out, STR("\n")), OK);
		}
		package_lines_close(&lines);
		assert_int_equal(package_end(out, p->parts[i].rows, columns, n), OK);
	}
	assert_true(found);
	assert_int_equal(package_finish(out), OK);
	package_drop(out);
	package_close(p);
}

static void expect_forgery(const char *part, const char *was, const char *is,
                           const char *where, const char *what)
{
	struct refusal why;

	unlink(spot("forged.tar"));
	forge(spot("a.tar"), spot("forged.tar"), part, was, is);
	assert_int_equal(restore(spot("forged.tar"), &why), FAIL_REFUSED);
	assert_true(why.count > 0);
	struct str said = message_fill(w.arena, why.at[0].why.id, &why.at[0].why);
	if (str_find(why.at[0].where, str_of(where)) == SIZE_MAX ||
	    str_find(said, str_of(what)) == SIZE_MAX)
		fail_msg("%.*s: %.*s", STR_ARG(why.at[0].where), STR_ARG(said));
	nothing_is_left();
}

static void a_change_with_new_hashes_is_found_by_the_history(void **state)
{
	(void)state;
	/* Without a file: the copy carries none. */
	leave_made(&w.officer, "Kiosk");
	struct backup_result r;
	assert_int_equal(backup_make(w.store, w.arena, spot("a.tar"), NULL, &r), OK);
	expect_forgery("records/leave.jsonl", "Kiosk", "Kiosc", "records/leave.jsonl:1: LV",
	               "its history says");
	expect_forgery("tables/history.jsonl", "\"Kiosk\"", "\"Kiosc\"",
	               "tables/history.jsonl:", "commit");
	expect_forgery("tables/history.jsonl", "\\\"what\\\":\\\"create\\\"",
	               "\\\"what\\\":\\\"change\\\"", "manifest.json", "root");
	expect_forgery("tables/counter.jsonl", "{", "{\"a\":1,", "tables/counter.jsonl:1",
	               "members");
	expect_forgery("tables/counter.jsonl", "{", "{]", "tables/counter.jsonl:1:2", "");
	expect_forgery("records/leave.jsonl", "\"number\":1", "\"number\":\"x\"",
	               "records/leave.jsonl:1", "number");
	expect_forgery("records/leave.jsonl", "\"number\"", "\"numbr\"",
	               "records/leave.jsonl:1", "number");
	expect_forgery("records/person.jsonl", "\"fields\":{", "\"fields\":{\"x\":1,",
	               "records/person.jsonl:1", "members");
}

static void lost_memory_leaves_nothing(void **state)
{
	(void)state;
	int refused = 0;
	enum fail f = FAIL_MEMORY;

	leave_made(&w.officer, "Kiosk");
	struct backup_result r;
	assert_int_equal(backup_make(w.store, w.arena, spot("a.tar"), NULL, &r), OK);
	const char *from = spot("a.tar"), *to = spot("new.db");
	for (long nth = 1; f != OK; nth += 1 + nth / 8) {
		struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
		struct refusal why = refusal_on(a);
		arena_test_fail_at(nth);
		f = backup_restore(a, from, to, &test_registry, NULL, &why, &r);
		arena_test_fail_at(0);
		if (f != OK) {
			refused++;
			nothing_is_left();
		}
		arena_free(a);
	}
	assert_true(refused > 20);
}

/* As a full disk does, but where the test may: no file may grow beyond so many bytes. */
static void cap_files(rlim_t bytes)
{
	struct rlimit l;

	getrlimit(RLIMIT_FSIZE, &l);
	l.rlim_cur = bytes;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &l), 0);
}

static void a_full_disk_leaves_nothing(void **state)
{
	(void)state;
	struct refusal why;
	struct backup_result r;

	signal(SIGXFSZ, SIG_IGN);
	fill();
	for (rlim_t most = 1000; most < 40000; most += 13000) {
		cap_files(most);
		enum fail f = backup_make(w.store, w.arena, spot("new.db.t"), NULL, &r);
		cap_files(RLIM_INFINITY);
		assert_int_equal(f, FAIL_IO);
		nothing_is_left();
	}
	back_up(spot("a.tar"));
	for (rlim_t most = 10; most < 300000; most += 60000) {
		cap_files(most);
		enum fail f = restore(spot("a.tar"), &why);
		cap_files(RLIM_INFINITY);
		assert_int_not_equal(f, OK);
		nothing_is_left();
	}
	assert_int_equal(restore(spot("a.tar"), &why), OK);
}

static bool stop_at_once(void *arg, const char *doing, int64_t done, int64_t of)
{
	(void)doing;
	(void)done;
	(void)of;
	return (*(int *)arg)-- > 0;
}

static void one_that_is_stopped_leaves_nothing(void **state)
{
	(void)state;
	int ticks;
	const struct watcher watcher = { stop_at_once, &ticks };
	struct refusal why = refusal_on(w.arena);
	struct backup_result r;

	fill();
	ticks = 0;
	enum fail f = backup_make(w.store, w.arena, spot("new.db.t"), &watcher, &r);
	assert_int_equal(f, FAIL_CANCELLED);
	nothing_is_left();
	back_up(spot("a.tar"));
	for (int after = 0; f == FAIL_CANCELLED && after < 100; after++) {
		ticks = after;
		f = backup_restore(w.arena, spot("a.tar"), spot("new.db"),
		                   &test_registry, &watcher, &why, &r);
		if (f != OK)
			nothing_is_left();
	}
	assert_int_equal(f, OK);
}

/* ---- a later version, in which almost everything has another name ---- */
static const struct record_type absence_type;
RIGHTS(absence);
static struct field absence_fields[LEAVE__COUNT];
static const struct renamed risks_were[] = { { "low", "minor" }, { "high", "major" } };
static const struct choice absence_risks[] = { { "minor", "Minor" }, { "major", "Major" } };
static const struct state absence_states[] = {
	[LEAVE_DRAFT] = { .name = "asked", .label = "Asked", .open = true },
	[LEAVE_ADVISED] = { .name = "advised", .label = "Advised", .open = true },
	[LEAVE_GRANTED] = { .name = "granted", .label = "Granted" },
	[LEAVE_ENDED] = { .name = "ended", .label = "Ended", .locked = true },
};
static const struct renamed states_were[] = { { "draft", "asked" } };
static const struct record_type absence_type = {
	.name = "absence", .was = "leave", .label = "Leave", .plural = "Leaves",
	.code = "LV",
	.fields = TABLE(absence_fields), .states = TABLE(absence_states),
	.states_were = TABLE(states_were), .steps = TABLE(leave_steps),
	.rights = TABLE(absence_rights), .list = TABLE(leave_list), .retention = "none",
};
static const struct record_type *const later_types[] = { &unit_type, &person_type,
	                                                 &absence_type };
static const struct registry later_registry = { .at = later_types,
	                                        .count = COUNT(later_types) };

static void rename_fields(void)
{
	memcpy(absence_fields, leave_fields, sizeof leave_fields);
	absence_fields[LEAVE_TITLE].name = "headline";
	absence_fields[LEAVE_TITLE].was = "subject title";
	absence_fields[LEAVE_ADVICE].name = "counsel";
	absence_fields[LEAVE_ADVICE].was = "advice";
	absence_fields[LEAVE_ALSO].name = "others";
	absence_fields[LEAVE_ALSO].was = "also";
	absence_fields[LEAVE_PAPER].name = "sheet";
	absence_fields[LEAVE_PAPER].was = "paper";
	absence_fields[LEAVE_SYSTEM].target = &absence_type;
	absence_fields[LEAVE_RISK].choices.at = absence_risks;
	absence_fields[LEAVE_RISK].choices_were.at = risks_were;
	absence_fields[LEAVE_RISK].choices_were.count = COUNT(risks_were);
}

static void an_earlier_version_is_restored(void **state)
{
	(void)state;
	struct refusal why = refusal_on(w.arena);
	struct backup_result r;
	struct id id = fill();

	rename_fields();
	back_up(spot("a.tar"));
	enum fail f = backup_restore(w.arena, spot("a.tar"), spot("new.db"),
	                             &later_registry, NULL, &why, &r);
	if (f != OK)
		fail_msg("%s %.*s: %.*s", fail_message(),
		         STR_ARG(why.count ? why.at[0].where : STR("")),
		         STR_ARG(why.count ? why.at[0].why.args[0] : STR("")));
	store_close(w.store);
	snprintf(w.file, sizeof w.file, "%s/new.db", w.folder);
	open_store(&later_registry);
	struct row *row = got(&w.officer, &absence_type, id);
	assert_non_null(row);
	assert_string_equal(row_state(row), "asked");
	assert_true(str_is(row_text(row, LEAVE_RISK), "minor"));
	assert_true(str_is(row_text_in(row, LEAVE_ADVICE, LANG_FR), "isoler à l’île"));
	assert_int_equal(row->values[LEAVE_ALSO].link_count, 2);
	assert_int_equal(row->values[LEAVE_PAPER].file.bytes, 14);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_table_is_spoken_for),
		TEST(what_comes_back_is_the_same),
		TEST(words_are_found_again),
		TEST(an_earlier_version_is_restored),
		TEST(nothing_is_overwritten),
		TEST(every_change_is_seen),
		TEST(a_change_with_new_hashes_is_found_by_the_history),
		TEST(lost_memory_leaves_nothing),
		TEST(a_full_disk_leaves_nothing),
		TEST(one_that_is_stopped_leaves_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
