/* fuzz_package.c -- archives of backups and exports, with hashes that fit.
 * links: store access model db crypto codec sys base
 *
 * The input is the manifest, a byte 0, and the lines of one part; the archive around them
 * is sound, so that the readers behind the hashes are reached.  The input is also an
 * archive by itself.
 */
#include <sys/mman.h>
#include <unistd.h>

#include "base/refusal.h"
#include "codec/tar.h"
#include "fuzz/exact.h"
#include "store/package.h"

static void put(int fd, const char *name, struct str bytes)
{
	static const char zeros[TAR_BLOCK];
	unsigned char block[TAR_BLOCK];

	tar_header_write(block, name, (int64_t)bytes.n);
	MUST(write(fd, block, sizeof block) == TAR_BLOCK);
	MUST(write(fd, bytes.p ? bytes.p : "", bytes.n) == (ssize_t)bytes.n);
	size_t padding = (size_t)tar_padding((int64_t)bytes.n);
	MUST(write(fd, zeros, padding) == (ssize_t)padding);
}

static enum fail count_file(void *arg, const uint8_t hash[SHA256_BYTES], int fd)
{
	(void)hash;
	MUST(lseek(fd, 0, SEEK_CUR) == 0);
	++*(int64_t *)arg;
	return OK;
}

static void look(struct arena *a, int fd)
{
	struct refusal why = refusal_on(a);
	struct package *p = NULL;
	struct package_lines lines;
	struct str line;
	struct str path = str_format(a, "/proc/self/fd/%d", fd);
	enum fail f = package_open(a, path.p, "wardroom-export", 1, &why, &p);
	int64_t files = 0;

	MUST(f == OK || f == FAIL_REFUSED ? p != NULL : p == NULL);
	for (size_t i = 0; p && i < p->count; i++) {
		if (!p->parts[i].found || package_lines_open(p, &p->parts[i], &lines) != OK)
			continue;
		size_t n = 0;
		while (package_lines_next(&lines, &line) == 1)
			n += line.n + 1;
		MUST(n <= (size_t)p->parts[i].bytes);
		package_lines_close(&lines);
	}
	if (p && package_each_file(p, count_file, &files) == OK)
		MUST(f == FAIL_REFUSED || files == p->files);
	package_close(p);
}

FUZZ(a, s)
{
	static const char end[2 * TAR_BLOCK];
	struct str part, manifest = str_split(s, '\0', &part);
	int fd = memfd_create("archive", MFD_CLOEXEC);

	MUST(fd >= 0);
	put(fd, "tables/a.jsonl", part);
	put(fd, "manifest.json", manifest);
	MUST(write(fd, end, sizeof end) == (ssize_t)sizeof end);
	look(a, fd);
	MUST(ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0);
	MUST(write(fd, s.p, s.n) == (ssize_t)s.n);
	look(a, fd);
	close(fd);
}
