/*
 * package_take.c -- what is in a package that was opened: its tables line by line, its
 * files one after the other.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "store/io.h"
#include "store/package_parts.h"

bool package_file_named(struct str s, uint8_t hash[SHA256_BYTES])
{
	return str_starts(s, "files/") && s.n == 9 + 2 * SHA256_BYTES && s.p[8] == '/' &&
	       s.p[6] == s.p[9] && s.p[7] == s.p[10] &&
	       hex_parse(str_from(s, 9), hash, SHA256_BYTES);
}

enum fail package_next_header(const struct package *p, int64_t *at, enum tar_block *kind,
                              struct tar_member *m)
{
	unsigned char block[TAR_BLOCK];
	int64_t n = io_read(p->fd, block, sizeof block, *at, p->path);

	if (n < 0)
		return (enum fail)n;
	*kind = n == TAR_BLOCK ? tar_header_read(block, m) : TAR_NOTHING;
	if (*kind == TAR_NOTHING)
		return fail_say(FAIL_FORMAT, NO_PACKAGE, p->path,
		                n < TAR_BLOCK ? "it ends too early"
		                              : str_format(p->arena,
		                                           "no part begins at byte %lld",
		                                           (long long)*at)
		                                        .p);
	*at += TAR_BLOCK;
	return OK;
}

static struct str path_in(const struct package *p, struct arena *a, struct str name)
{
	return str_format(a, "%s/%.*s", p->path, STR_ARG(name));
}

int package_open_in(const struct package *p, struct arena *a, struct str name,
                    int64_t *bytes)
{
	struct stat st;
	int fd = open(path_in(p, a, name).p, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	if (fd >= 0 && (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))) {
		close(fd);
		return -1;
	}
	*bytes = fd >= 0 ? (int64_t)st.st_size : 0;
	return fd;
}

/* ---- lines ---- */
#define LINES_START_BYTES (256u * 1024)

enum fail package_lines_open(const struct package *p, const struct package_part *part,
                             struct package_lines *out)
{
	int64_t bytes = part->bytes;

	*out = (struct package_lines){ .package = p, .part = part, .fd = p->fd };
	out->arena = arena_new(4ul * PACKAGE_LINE_BYTES);
	out->buffer = out->arena ? arena_try(out->arena, LINES_START_BYTES, 1) : NULL;
	out->room = LINES_START_BYTES;
	if (!out->buffer) {
		arena_free(out->arena);
		return fail_say(FAIL_MEMORY, "no memory to read %s", p->path);
	}
	if (p->folder)
		out->fd = package_open_in(p, out->arena, part->name, &bytes);
	if (out->fd < 0) {
		arena_free(out->arena);
		return io_failed("open", str_z(p->arena, part->name));
	}
	out->next = part->at;
	out->end = part->at + part->bytes;
	return OK;
}

void package_lines_close(struct package_lines *l)
{
	if (l->package && l->package->folder)
		close(l->fd);
	arena_free(l->arena);
	l->arena = NULL;
}

/* Room for more: what was used up goes, then the buffer doubles. */
static enum fail make_room(struct package_lines *l)
{
	if (l->from > 0) {
		memmove(l->buffer, l->buffer + l->from, l->filled - l->from);
		l->filled -= l->from;
		l->from = 0;
	}
	if (l->filled < l->room)
		return OK;
	char *larger = l->room < PACKAGE_LINE_BYTES ? arena_try(l->arena, 2 * l->room, 1)
	                                            : NULL;
	if (!larger)
		return fail_say(FAIL_FULL, "%.*s:%lld: the line is longer than %u bytes",
		                STR_ARG(l->part->name), (long long)l->number + 1,
		                PACKAGE_LINE_BYTES);
	memcpy(larger, l->buffer, l->filled);
	l->buffer = larger;
	l->room *= 2;
	return OK;
}

static enum fail read_more(struct package_lines *l)
{
	enum fail f = make_room(l);
	int64_t left = l->end - l->next;
	size_t room = l->room - l->filled;

	if (f != OK)
		return f;
	size_t n = left < (int64_t)room ? (size_t)left : room;
	int64_t got = io_read(l->fd, l->buffer + l->filled, n, l->next, l->package->path);
	if (got < 0)
		return (enum fail)got;
	if ((size_t)got < n)
		return fail_say(FAIL_FORMAT, "%.*s ends too early", STR_ARG(l->part->name));
	l->filled += n;
	l->next += got;
	return OK;
}

int package_lines_next(struct package_lines *l, struct str *line)
{
	size_t seen = 0;

	for (;;) {
		const char *from = l->buffer + l->from;
		size_t n = l->filled - l->from;
		const char *end = n > seen ? memchr(from + seen, '\n', n - seen) : NULL;
		if (end) {
			*line = (struct str){ from, (size_t)(end - from) };
			l->from += line->n + 1;
			l->number++;
			return 1;
		}
		if (l->next == l->end && n == 0)
			return 0;
		if (l->next == l->end)
			return (int)fail_say(FAIL_FORMAT, "%.*s:%lld: the line has no end",
			                     STR_ARG(l->part->name),
			                     (long long)l->number + 1);
		seen = n;
		enum fail f = read_more(l);
		if (f != OK)
			return (int)f;
	}
}

/* ---- files of people ---- */

static enum fail give_member(const struct package *p, const struct tar_member *m,
                             int64_t at, package_file_fn *each, void *arg)
{
	uint8_t named[SHA256_BYTES], hash[SHA256_BYTES];

	if (!package_file_named(str_of(m->name), named))
		return OK;
	int fd = memfd_create("file", MFD_CLOEXEC);
	if (fd < 0)
		return io_failed("make", "a memory file");
	enum fail f = m->bytes > (int64_t)LIMIT_UPLOAD_BYTES
	                      ? fail_say(FAIL_FULL, "%s is larger than a file may be",
	                                 m->name)
	                      : io_copy(p->fd, at, m->bytes, fd, m->name, hash);
	if (f == OK && memcmp(hash, named, sizeof hash) != 0)
		f = fail_say(FAIL_FORMAT, "%s was changed while it was read", m->name);
	if (f == OK && lseek(fd, 0, SEEK_SET) != 0)
		f = io_failed("read", m->name);
	if (f == OK)
		f = each(arg, named, fd);
	close(fd);
	return f;
}

static enum fail each_member(const struct package *p, package_file_fn *each, void *arg)
{
	enum tar_block kind;
	struct tar_member m;
	int64_t at = 0;
	enum fail f = package_next_header(p, &at, &kind, &m);

	while (f == OK && kind == TAR_MEMBER) {
		f = give_member(p, &m, at, each, arg);
		at += m.bytes + tar_padding(m.bytes);
		if (f == OK)
			f = package_next_header(p, &at, &kind, &m);
	}
	return f;
}

static int is_visible(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

static enum fail each_in_folder(const struct package *p, struct arena *a,
                                const char *folder, package_file_fn *each, void *arg)
{
	uint8_t hash[SHA256_BYTES];
	struct dirent **list;
	enum fail f = OK;
	struct str path = path_in(p, a, str_format(a, "files/%s", folder));
	int n = scandir(path.p, &list, is_visible, alphasort);

	for (int i = 0; i < n; i++) {
		struct str name = str_format(a, "files/%s/%s", folder, list[i]->d_name);
		int64_t bytes;
		int fd = f == OK && package_file_named(name, hash)
		                 ? package_open_in(p, a, name, &bytes)
		                 : -1;
		if (fd >= 0) {
			f = each(arg, hash, fd);
			close(fd);
		}
		free(list[i]);
	}
	if (n >= 0)
		free((void *)list);
	return f;
}

enum fail package_each_file(const struct package *p, package_file_fn *each, void *arg)
{
	enum fail f = OK;

	if (!p->folder)
		return each_member(p, each, arg);
	for (int i = 0; f == OK && i < 256; i++) {
		char folder[4];
		struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
		if (!a)
			return fail_say(FAIL_MEMORY, "no memory to read %s", p->path);
		snprintf(folder, sizeof folder, "%02x", (unsigned)i);
		f = each_in_folder(p, a, folder, each, arg);
		arena_free(a);
	}
	return f;
}
