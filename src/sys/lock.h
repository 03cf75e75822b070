/*
 * lock.h -- one process has a database open for writing, and says so in a file beside it.
 *
 * The lock is the kernel's (flock): it ends with the process, however that ends.
 */
#ifndef SYS_LOCK_H
#define SYS_LOCK_H

#include <stdbool.h>

#include "base/fail.h"

/*
 * "<db>.lock", made when it is not there.  FAIL_BUSY: somebody has it.  The descriptor
 * holds the lock until it (and every copy that a child was given) is closed.
 */
enum fail lock_take(const char *db, int *fd) MUST_USE;
/* Is a server (or a command) writing to it now? */
bool lock_is_taken(const char *db);

#endif
