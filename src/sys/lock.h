/*
 * lock.h -- does a process have a database open for writing?
 *
 * Whoever does holds the lock on "<db>.lock" (db/ takes it; the kernel's flock, so it ends
 * with the process, however that ends).  A command asks before it tries: where a server
 * runs, the server does the work.
 */
#ifndef SYS_LOCK_H
#define SYS_LOCK_H

#include <stdbool.h>

bool lock_is_taken(const char *db);
/*
 * Still taken after so long?  A supervisor that was killed leaves a core that the kernel
 * ends a moment later: who starts the next one (systemd) must not fail for that moment.
 */
bool lock_stays_taken(const char *db, int seconds);

#endif
