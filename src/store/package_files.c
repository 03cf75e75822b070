/* package_files.c -- the files of people into a package. */
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "store/files.h"
#include "store/io.h"
#include "store/load.h"
#include "store/parts.h"

static enum fail put_file(struct store *s, struct tx *tx, const uint8_t hash[SHA256_BYTES],
                          struct package_out *to)
{
	struct stat st;
	int fd;
	enum fail f = file_read(s, tx, hash, &fd);

	if (f != OK)
		return f;
	f = fstat(fd, &st) == 0 ? package_put_file(to, hash, fd, st.st_size)
	                        : io_failed("read", "a file");
	close(fd);
	return f;
}

static struct stmt *files_of(struct tx *tx, const struct id *org)
{
	if (!org)
		return query(tx, SQL("select distinct hash\n"
		                     "from file_use\n"
		                     "order by hash"));
	struct stmt *s = query(tx, SQL("select distinct hash\n"
	                               "from file_use\n"
	                               "where org = :org\n"
	                               "order by hash"));
	bind_id(s, "org", *org);
	return s;
}

enum fail files_write(struct store *s, struct tx *tx, const struct id *org,
                      struct package_out *to, const struct watcher *w, int64_t *count)
{
	struct stmt *q = files_of(tx, org);
	uint8_t hash[SHA256_BYTES];
	enum fail f = OK;
	int row = 0;

	*count = 0;
	while (f == OK && (row = query_next(q)) > 0) {
		struct str found = column_blob(q, 0);
		if (found.n != sizeof hash) {
			f = fail_say(FAIL_DATABASE, "a file in use has no hash");
			break;
		}
		memcpy(hash, found.p, sizeof hash);
		f = put_file(s, tx, hash, to);
		if (f == OK)
			f = watcher_tick(w, "files", ++*count, 0);
	}
	query_end(q);
	return f == OK && row < 0 ? (enum fail)row : f;
}
