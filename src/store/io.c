/* io.c -- whole reads and writes of descriptors. */
#include "store/io.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

#define PIECE_BYTES (64u * 1024)

enum fail io_failed(const char *what, const char *name)
{
	return fail_say(errno == ENOSPC || errno == EDQUOT ? FAIL_FULL : FAIL_IO,
	                "cannot %s %s: %s", what, name, strerror(errno));
}

enum fail io_write(int fd, struct str bytes, const char *name)
{
	while (bytes.n > 0) {
		ssize_t done = write(fd, bytes.p, bytes.n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return io_failed("write", name);
		bytes = str_from(bytes, (size_t)done);
	}
	return OK;
}

int64_t io_read(int fd, void *to, size_t n, int64_t at, const char *name)
{
	char *p = to;
	size_t got = 0;

	while (got < n) {
		ssize_t one = at < 0 ? read(fd, p + got, n - got)
		                     : pread(fd, p + got, n - got, at + (off_t)got);
		if (one < 0 && errno == EINTR)
			continue;
		if (one < 0)
			return io_failed("read", name);
		if (one == 0)
			break;
		got += (size_t)one;
	}
	return (int64_t)got;
}

enum fail io_copy(int from, int64_t at, int64_t bytes, int to, const char *name,
                  uint8_t hash[SHA256_BYTES])
{
	char piece[PIECE_BYTES];
	struct arena *a = arena_new(4 * PIECE_BYTES);
	enum fail f = OK;

	if (!a)
		return fail_say(FAIL_MEMORY, "no memory to read %s", name);
	struct sha256_running *h = sha256_start(a);
	for (int64_t done = 0; f == OK && done < bytes;) {
		int64_t left = bytes - done;
		size_t n = left < (int64_t)sizeof piece ? (size_t)left : sizeof piece;
		int64_t got = io_read(from, piece, n, at < 0 ? -1 : at + done, name);
		if (got < 0)
			f = (enum fail)got;
		else if ((size_t)got < n)
			f = fail_say(FAIL_FORMAT, "%s ends too early", name);
		else if (to >= 0)
			f = io_write(to, (struct str){ piece, n }, "a copy");
		sha256_more(h, piece, got > 0 ? (size_t)got : 0);
		done += got;
	}
	sha256_finish(h, hash);
	if (f == OK && arena_failed(a))
		f = fail_say(FAIL_MEMORY, "no memory to read %s", name);
	arena_free(a);
	return f;
}

enum fail io_sync_folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	struct str folder =
		!slash          ? STR(".")
		: slash == path ? STR("/")
				: str_cut(str_of(path), (size_t)(slash - path));
	int fd = open(str_z(a, folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return io_failed("open the folder of", path);
	enum fail f = fsync(fd) == 0 ? OK : io_failed("sync the folder of", path);
	close(fd);
	return f;
}

static enum fail copy_file(const char *from, const char *to)
{
	uint8_t hash[SHA256_BYTES];
	struct stat st;
	int in = open(from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	int out = in < 0 ? -1 : open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	enum fail f = in < 0 || out < 0 || fstat(in, &st) != 0
	                      ? io_failed("copy", from)
	                      : io_copy(in, 0, st.st_size, out, from, hash);

	if (in >= 0)
		close(in);
	if (out >= 0)
		close(out);
	return f;
}

static enum fail copy_folder(struct arena *a, const char *from, const char *to)
{
	DIR *d = opendir(from);
	enum fail f = d && mkdir(to, 0700) == 0 ? OK : io_failed("copy", from);

	for (struct dirent *e; f == OK && (e = readdir(d));)
		if (e->d_name[0] != '.')
			f = io_copy_tree(a, str_format(a, "%s/%s", from, e->d_name).p,
			                 str_format(a, "%s/%s", to, e->d_name).p);
	if (d)
		closedir(d);
	return f;
}

enum fail io_copy_tree(struct arena *a, const char *from, const char *to)
{
	struct stat st;

	if (lstat(from, &st) != 0)
		return io_failed("open", from);
	if (S_ISDIR(st.st_mode))
		return copy_folder(a, from, to);
	return S_ISREG(st.st_mode) ? copy_file(from, to) : OK;
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

void io_remove_tree(const char *path)
{
	nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}
