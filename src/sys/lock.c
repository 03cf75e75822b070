/* lock.c -- the lock file of a database. */
#include "sys/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/text.h"

#define PAUSE_US 100000

bool lock_is_taken(const char *db)
{
	char path[PATH_MAX];
	int n = snprintf(path, sizeof path, "%s.lock", db);

	if (n < 0 || (size_t)n >= sizeof path)
		return false;
	int fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	bool taken = fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
	if (fd >= 0)
		close(fd);
	return taken;
}

bool lock_stays_taken(const char *db, int seconds)
{
	int tries = seconds * (1000000 / PAUSE_US);

	while (lock_is_taken(db)) {
		if (tries-- <= 0)
			return true;
		usleep(PAUSE_US);
	}
	return false;
}
