/*
 * files_folder.c -- files of people in a folder, named by the hash of their bytes.
 *
 * A file is written beside its place, synced, and renamed; then the folder is synced.  Only
 * after that may a row that names it commit, so a row never names a file that is not there.
 * The same bytes are kept once.  FOLDER/ab/abcdef....
 */
#include "store/files.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "store/parts.h"

#define PIECE_BYTES (64u * 1024)
#define PATH_BYTES 4096

static enum fail say_io(const char *what, const char *path)
{
	return fail_say(errno == ENOSPC || errno == EDQUOT ? FAIL_FULL : FAIL_IO,
	                "cannot %s %s: %s", what, path, strerror(errno));
}

void file_path(const struct store *s, const uint8_t hash[SHA256_BYTES], char *out,
               size_t room)
{
	int n = snprintf(out, room, "%s/%02x/", s->evidence, hash[0]);

	for (size_t i = 0; i < SHA256_BYTES; i++)
		n += snprintf(out + n, room - (size_t)n, "%02x", hash[i]);
}

static enum fail write_all(int fd, const unsigned char *p, size_t n, const char *path)
{
	while (n > 0) {
		ssize_t done = write(fd, p, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return say_io("write", path);
		p += done;
		n -= (size_t)done;
	}
	return OK;
}

/* Copies to the end, hashing; over the limit is refused with FAIL_FULL. */
static enum fail copy(int from, int to, const char *path, int64_t most,
                      struct file_ref *out)
{
	unsigned char *piece;
	struct arena *a = arena_new(4 * PIECE_BYTES);
	enum fail f = OK;

	if (!a || !(piece = arena_try(a, PIECE_BYTES, 1))) {
		arena_free(a);
		return fail_say(FAIL_MEMORY, "no memory to keep a file");
	}
	struct sha256_running *hash = sha256_start(a);
	out->bytes = 0;
	while (!f) {
		ssize_t n = read(from, piece, PIECE_BYTES);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			f = say_io("read", "the upload");
		if (n <= 0)
			break;
		out->bytes += n;
		if (out->bytes > most)
			f = file_say_too_large(most);
		sha256_more(hash, piece, (size_t)n);
		if (!f)
			f = write_all(to, piece, (size_t)n, path);
	}
	sha256_finish(hash, out->sha256);
	arena_free(a);
	return f;
}

static enum fail sync_folder(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return say_io("open", path);
	enum fail f = fsync(fd) == 0 ? OK : say_io("sync", path);
	close(fd);
	return f;
}

/* Into its place under its hash; the folder is synced so that the name lasts. */
static enum fail settle(const struct store *s, const char *temporary,
                        const struct file_ref *file)
{
	char path[PATH_BYTES], folder[PATH_BYTES];
	struct stat there;

	file_path(s, file->sha256, path, sizeof path);
	if (stat(path, &there) == 0 && there.st_size == file->bytes) {
		/* As young as the form it came with, for sweep.c. */
		if (utimensat(AT_FDCWD, path, NULL, 0) != 0)
			return say_io("date", path);
		unlink(temporary);
		return OK;
	}
	snprintf(folder, sizeof folder, "%s/%02x", s->evidence, file->sha256[0]);
	if (mkdir(folder, 0700) != 0 && errno != EEXIST)
		return say_io("make", folder);
	if (rename(temporary, path) != 0)
		return say_io("keep", path);
	enum fail f = sync_folder(folder);
	return f ? f : sync_folder(s->evidence);
}

enum fail folder_keep(struct store *s, int fd, int64_t most, struct file_ref *out)
{
	char path[PATH_BYTES];
	int n = snprintf(path, sizeof path, "%s/" FILE_COMING "XXXXXX", s->evidence);
	/* Room for "/ab/" and 64 digits must be left. */
	if (n < 0 || (size_t)n + 80 > sizeof path)
		return fail_say(FAIL_IO, "the path of the evidence folder is too long");
	int to = mkostemp(path, O_CLOEXEC);
	if (to < 0)
		return say_io("write in", s->evidence);
	enum fail f = copy(fd, to, path, most, out);
	if (!f && fsync(to) != 0)
		f = say_io("sync", path);
	if (close(to) != 0 && !f)
		f = say_io("close", path);
	if (!f)
		f = settle(s, path, out);
	if (f)
		unlink(path);
	return f;
}

enum fail folder_read(struct store *s, const uint8_t hash[SHA256_BYTES], int *fd)
{
	char path[PATH_BYTES];

	file_path(s, hash, path, sizeof path);
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	return *fd >= 0 ? OK : say_io("open the file", path);
}

/* Files leave the disk in the writer's turn only, so what is there now stays. */
bool folder_has(struct store *s, const uint8_t hash[SHA256_BYTES])
{
	char path[PATH_BYTES];

	file_path(s, hash, path, sizeof path);
	return access(path, R_OK) == 0;
}

enum fail folder_remove(struct store *s, const uint8_t hash[SHA256_BYTES])
{
	char path[PATH_BYTES];

	file_path(s, hash, path, sizeof path);
	return unlink(path) == 0 || errno == ENOENT ? OK : say_io("remove", path);
}
