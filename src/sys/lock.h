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

#endif
