/* filled.h -- for tests of packages: something of everything in the world's store. */
#ifndef TESTS_STORE_FILLED_H
#define TESTS_STORE_FILLED_H

#include "unit/store/fixture.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "store/io.h"

/* A path in the world's folder. */
UNUSED static const char *spot(const char *name)
{
	return str_format(w.arena, "%s/%s", w.folder, name).p;
}

UNUSED static struct file_ref kept_file(const char *content)
{
	struct file_ref file;
	int fd = memfd_create("paper", MFD_CLOEXEC);

	assert_true(write(fd, content, strlen(content)) > 0);
	lseek(fd, 0, SEEK_SET);
	enum fail f = file_keep(w.store, fd, STR("paper.txt"), STR("text/plain"), &file);
	assert_int_equal(f, OK);
	close(fd);
	return file;
}

UNUSED static enum fail erase_job(struct act *a, void *arg)
{
	struct make *m = arg;

	m->why = refusal_on(a->arena);
	return record_erase(a, m->type, m->id, 0, m->reason, &m->why);
}

UNUSED static enum fail withdraw_job(struct act *a, void *arg)
{
	struct make *m = arg;

	m->why = refusal_on(a->arena);
	return record_withdraw(a, m->type, m->id, 0, m->reason, &m->why);
}

/* A record with every kind of value, one that was erased, one in the bin. */
UNUSED static struct id fill(void)
{
	struct change *c = leave_change("Kiosk “quoted” \\ and more");
	const struct id persons[] = { w.rai, w.lee };

	change_text(c, LEAVE_REASON, STR("one line\nand\tanother"));
	change_links(c, LEAVE_ALSO, (struct id[]){ w.branch, w.other }, 2);
	change_bilingual(c, LEAVE_ADVICE, STR("isolate"), STR("isoler à l’île"));
	change_number(c, LEAVE_DAYS, 42);
	change_flag(c, LEAVE_URGENT, true);
	change_instant(c, LEAVE_AT, (struct instant){ 1700000000000001 });
	change_text(c, LEAVE_RISK, STR("low"));
	change_file(c, LEAVE_PAPER, kept_file("signed by hand"));
	c->need_to_know_given = true;
	c->need_to_know = persons;
	c->need_to_know_count = 2;
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, OK);
	struct id id = m.row->id;
	struct row *gone = leave_made(&w.officer, "Erased for good");
	m = did(erase_job, &w.officer,
	        (struct make){
			.type = &leave_type, .id = gone->id, .reason = STR("asked") });
	assert_int_equal(m.result, OK);
	gone = leave_made(&w.officer, "In the bin");
	m = did(withdraw_job, &w.officer,
	        (struct make){
			.type = &leave_type, .id = gone->id, .reason = STR("twice") });
	assert_int_equal(m.result, OK);
	return id;
}

UNUSED static struct str bytes_of(const char *path)
{
	struct stat st;
	int fd = open(path, O_RDONLY);

	assert_true(fd >= 0 && fstat(fd, &st) == 0);
	char *p = arena_try(w.arena, (size_t)st.st_size + 1, 1);
	assert_int_equal(io_read(fd, p, (size_t)st.st_size, 0, path), st.st_size);
	close(fd);
	return (struct str){ p, (size_t)st.st_size };
}

/* Files and folders of the world's folder whose names begin so. */
UNUSED static int count_beginning(const char *start)
{
	DIR *d = opendir(w.folder);
	int count = 0;

	for (struct dirent *e; (e = readdir(d));)
		count += strncmp(e->d_name, start, strlen(start)) == 0;
	closedir(d);
	return count;
}

#endif
