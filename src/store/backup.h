/*
 * backup.h -- everything of an installation in one file, and back.
 *
 * A backup is a package (package.h): every table that cannot be made again from the others
 * as JSON Lines, and every file of people; the same from every kind of database and into
 * every kind (docs/backup-format.md).  It is of one moment, taken while others read and
 * write.
 *
 * The signing key is not in it: keep it apart.  A restored installation makes a new key,
 * and checkpoints of the old one stay checkable.  Nothing is ever overwritten.
 */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "base/fail.h"
#include "base/refusal.h"
#include "model/record.h"
#include "store/table.h"

struct store;
struct arena;

#define BACKUP_FORMAT "wardroom-backup"
#define BACKUP_VERSION 1

struct backup_result {
	int64_t organisations, files, rows;
	int64_t left_out; /* columns and types that this program no longer has */
};

/* Live: the store may be open for reading only, beside a server. */
enum fail backup_make(struct store *s, struct arena *a, const char *path,
                      const struct watcher *w, struct backup_result *out) MUST_USE;

/*
 * Into `db`: a file that is not there yet (with "<db>.files"), or a database without an
 * organisation.  Verified before it is kept.  FAIL_REFUSED: `why` says what is wrong with
 * the backup, or the message that there is something already.
 */
enum fail backup_restore(struct arena *a, const char *path, const char *db,
                         const struct registry *registry, const struct watcher *w,
                         struct refusal *why, struct backup_result *out) MUST_USE;
/* Restores into a database file in a folder beside the backup, which is removed again. */
enum fail backup_check(struct arena *a, const char *path, const struct registry *registry,
                       const struct watcher *w, struct refusal *why) MUST_USE;

#endif
