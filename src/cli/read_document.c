/*
 * read_document.c -- a file named on the command line, as text.
 */
#include "cli/read_document.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "crypto/crypto.h"
#include "exchange/parse_role.h"

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
	/* The process that reads it gets what was hashed, whatever happens to the file. */
	f = memory_file("document", bytes, &fd);
	if (f)
		return f;
	f = parse_in_child(a, fd, out->name, why, &out->text);
	close(fd);
	return f;
}
