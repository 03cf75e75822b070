/* lock.c -- the lock file of a database. */
#include "sys/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/text.h"

static int open_lock(const char *db, int flags)
{
	char path[PATH_MAX];
	int n = snprintf(path, sizeof path, "%s.lock", db);

	if (n < 0 || (size_t)n >= sizeof path) {
		errno = ENAMETOOLONG;
		return -1;
	}
	return open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0600);
}

enum fail lock_take(const char *db, int *fd)
{
	*fd = open_lock(db, O_RDWR | O_CREAT);
	if (*fd < 0)
		return fail_say(FAIL_IO, "cannot open %s.lock: %s", db, strerror(errno));
	if (flock(*fd, LOCK_EX | LOCK_NB) == 0)
		return OK;
	int error = errno;
	close(*fd);
	*fd = -1;
	if (error == EWOULDBLOCK)
		return fail_say(FAIL_BUSY,
		                "another process has %s open. Stop it, or let the "
		                "server do the work",
		                db);
	return fail_say(FAIL_IO, "cannot lock %s: %s", db, strerror(error));
}

bool lock_is_taken(const char *db)
{
	int fd = open_lock(db, O_RDWR);
	bool taken = fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;

	if (fd >= 0)
		close(fd);
	return taken;
}
