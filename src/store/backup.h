/*
 * backup.h -- everything of an installation in one file, and back.
 *
 * A backup is a tar archive (POSIX ustar), so that it can be opened without us:
 *
 *     backup.json      format, when, by which version, hash and size of the database, and
 * of each organisation the size and root of its history and a checkpoint database the
 * database of one moment, copied while others read and write files/ab/abcd…   every file of
 * evidence, named by its hash
 *
 * The signing key is not in it: keep it apart.  A restored installation makes a new key,
 * and checkpoints of the old one stay checkable.  Nothing is ever overwritten.
 */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "base/fail.h"
#include "model/record.h"

struct store;
struct arena;

struct backup_result {
	int64_t database_bytes, files, organisations;
};

/* Live: the store may be open for reading only, beside a server. */
enum fail backup_make(struct store *s, struct arena *a, const char *path,
                      struct backup_result *out) MUST_USE;
/* Makes `db` and "<db>.files"; FAIL_REFUSED when either is there. */
enum fail backup_restore(struct arena *a, const char *path, const char *db,
                         struct backup_result *out) MUST_USE;
/*
 * Restores into a folder that is removed again, and verifies every organisation there and
 * its history against what backup.json says.  FAIL_FORMAT when something differs: the
 * message names it.  `beside`: a path whose folder has the room, usually that of the
 * backup.
 */
enum fail backup_check(struct arena *a, const char *path, const char *beside,
                       const struct registry *registry) MUST_USE;

#endif
