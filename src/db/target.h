/*
 * target.h -- what a target says before anything is opened: a file of this machine, or the
 * address of a database of PostgreSQL (postgres://..., postgresql://...).
 *
 * Source: PostgreSQL 15, 34.1.1 Connection Strings.
 */
#ifndef DB_TARGET_H
#define DB_TARGET_H

#include <limits.h>

#include "base/fail.h"
#include "base/text.h"

/* Whether a target is a file of this machine, which can be made, moved and removed. */
bool db_is_file(const char *target);
/* A file with its whole path, an address as it is.  The folder must be there. */
enum fail db_target(const char *given, char out[PATH_MAX]) MUST_USE;
/*
 * The path whose endings name what stands beside a database on this machine: ".key",
 * ".files", ".socket".  Of a file that is the file.  Of an address it is NAME, the name of
 * the database, in the first folder that is said by WARDROOM_DATA, STATE_DIRECTORY
 * (systemd's), XDG_STATE_HOME or HOME; the folder is made.
 */
enum fail db_beside(const char *target, char out[PATH_MAX]) MUST_USE;
/* What can be said without opening it; an address is always said to be there, and free. */
enum fail db_is_there(const char *target) MUST_USE;
/* FAIL_BUSY: another process has it, and still has it after so many seconds. */
enum fail db_is_free(const char *target, int wait_seconds) MUST_USE;

/*
 * Takes a password out of an address and puts it into the environment (PGPASSWORD), for
 * this process and those that it starts; what stood there is overwritten, so that neither
 * the list of processes nor a log shows it.  Anything else is left alone.
 */
#define DB_PASSWORD "PGPASSWORD"
void db_hide_password(char *target);

#define DB_PATHS_MOST 40
#define DB_PORTS_MOST 8

/* What a walled process must be able to reach to open a target; null ends the paths. */
struct db_reach {
	const char *read[DB_PATHS_MOST];
	uint16_t ports[DB_PORTS_MOST];  /* TCP */
	size_t read_count, port_count;
	bool connects;
};
/* Loads the library where there is one: inside the walls it could not be found. */
enum fail db_reach(struct arena *a, const char *target, struct db_reach *out) MUST_USE;

#endif
