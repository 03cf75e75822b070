/*
 * read_document.c -- a file named on the command line, as text.
 */
#include "cli/read_document.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "crypto/crypto.h"
#include "sys/spawn.h"

#define PDFTOTEXT "/usr/bin/pdftotext"

/* Everything of a descriptor, at most `most` bytes; more is FAIL_FULL. */
static enum fail read_all(struct arena *a, int fd, size_t most, struct str *out)
{
	struct text t = text_on(a, most);
	char *piece = arena_get(a, LIMIT_PIECE_BYTES);
	ssize_t n;

	while ((n = read(fd, piece, LIMIT_PIECE_BYTES)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail_say(FAIL_IO, "cannot read: %s", strerror(errno));
		text_add(&t, (struct str){ piece, (size_t)n });
		if (text_failed(&t))
			return fail_say(FAIL_FULL, "more than %zu MB of text", most >> 20);
	}
	*out = text_str(&t);
	return OK;
}

static int memory_file(struct str bytes)
{
	int fd = memfd_create("document", MFD_CLOEXEC);
	size_t done = 0;

	while (fd >= 0 && done < bytes.n) {
		ssize_t n = write(fd, bytes.p + done, bytes.n - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			close(fd);
			return -1;
		}
		done += (size_t)n;
	}
	return fd >= 0 && lseek(fd, 0, SEEK_SET) == 0 ? fd : -1;
}

/* pdftotext: 1 cannot open (damaged), 3 not permitted (a password). */
static enum fail pdf_status(int status)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return OK;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 3)
		return fail_say(FAIL_DENIED, "the PDF asks for a password");
	return fail_say(FAIL_FORMAT, "the PDF is damaged");
}

static enum fail pdf_text_of(void *arg, struct arena *a, struct str pdf, struct str *out)
{
	struct spawn s = { .program = PDFTOTEXT };
	int ends[2], status = 0;
	pid_t pid;

	(void)arg;
	s.input = memory_file(pdf);
	if (s.input < 0 || pipe2(ends, O_CLOEXEC) < 0) {
		if (s.input >= 0)
			close(s.input);
		return fail_say(FAIL_IO, "cannot prepare to read the PDF: %s",
		                strerror(errno));
	}
	s.output = ends[1];
	spawn_arg(&s, "-bbox-layout");
	spawn_arg(&s, "-");
	spawn_arg(&s, "-");
	enum fail f = spawn_start(&s, &pid);
	close(ends[1]);
	close(s.input);
	if (!f) {
		f = read_all(a, ends[0], 4 * LIMIT_DOCUMENT_TEXT, out);
		close(ends[0]);
		while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
			continue;
		return f ? f : pdf_status(status);
	}
	close(ends[0]);
	return f;
}

static enum fail open_file(const char *path, int *fd)
{
	struct stat st;

	*fd = open(path, O_RDONLY | O_CLOEXEC);
	if (*fd < 0)
		return fail_say(FAIL_IO, "cannot open %s: %s", path, strerror(errno));
	if (fstat(*fd, &st) == 0 && S_ISDIR(st.st_mode)) {
		close(*fd);
		return fail_say(FAIL_FORMAT, "%s is a folder", path);
	}
	if (st.st_size > (off_t)LIMIT_UPLOAD_BYTES) {
		close(*fd);
		return fail_say(FAIL_FULL, "%s is larger than %u MB", path,
		                LIMIT_UPLOAD_MEBIBYTES);
	}
	return OK;
}

enum fail read_document_file(struct arena *a, const char *path, struct refusal *why,
                             struct document_file *out)
{
	static const char hex[] = "0123456789abcdef";
	const char *slash = strrchr(path, '/');
	struct pdf_text pdf = { .read = pdf_text_of };
	uint8_t hash[SHA256_BYTES];
	struct str bytes;
	int fd;
	enum fail f = open_file(path, &fd);

	if (f)
		return f;
	f = read_all(a, fd, LIMIT_UPLOAD_BYTES + 1, &bytes);
	close(fd);
	if (f)
		return f;
	out->name = str_of(slash ? slash + 1 : path);
	sha256(bytes.p, bytes.n, hash);
	for (size_t i = 0; i < SHA256_BYTES; i++) {
		out->sha256[2 * i] = hex[hash[i] >> 4];
		out->sha256[2 * i + 1] = hex[hash[i] & 15];
	}
	out->sha256[2 * SHA256_BYTES] = '\0';
	return document_read(a, bytes, out->name, &pdf, why, &out->text);
}
