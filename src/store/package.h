/*
 * package.h -- named parts with their hashes in one place: a tar archive or a folder.
 *
 * Backups (docs/backup-format.md) and exports (docs/export-format.md) are packages:
 *
 *     records/plan.jsonl    JSON Lines: an object a line, UTF-8, ended by a line feed
 *     files/ab/abcd…        files of people, named by the hash of their bytes
 *     manifest.json         last: what this is, and of each part rows, bytes, SHA-256
 *
 * Written beside its place under NAME.part and renamed when everything is on the disk; an
 * existing place is refused.  Opening reads every byte once and compares the hashes, before
 * anything is taken from it; memory does not grow with the size of the parts.
 *
 * Whoever made it, its bytes are foreign: sizes are bounded, names are checked
 * (codec/tar.h) and JSON is read strictly.
 */
#ifndef STORE_PACKAGE_H
#define STORE_PACKAGE_H

#include "base/fail.h"
#include "base/refusal.h"
#include "base/text.h"
#include "codec/json.h"
#include "crypto/crypto.h"

#define PACKAGE_MANIFEST "manifest.json"
#define PACKAGE_LINE_BYTES (48u * 1024 * 1024)  /* the longest line */
#define PACKAGE_PARTS 512
/* What to do about a part that is not as it was written. */
#define PACKAGE_ADVICE N_("Take it from another copy, or export or back up again.")

/* ---- writing ---- */
struct package_out;
/* A tar archive, or a folder.  FAIL_REFUSED: the place is taken. */
enum fail package_make(struct arena *a, const char *path, bool folder,
                       struct package_out **out) MUST_USE;
/* An archive to the end of an open descriptor, which stays the caller's. */
enum fail package_make_on(struct arena *a, int fd, struct package_out **out) MUST_USE;
/* The manifest's own members; to be added to any time before the end. */
struct json_out *package_manifest(struct package_out *p);
enum fail package_begin(struct package_out *p, struct str name) MUST_USE;
enum fail package_add(struct package_out *p, struct str bytes) MUST_USE;
/* The part's line in the manifest: its rows, and the names of its columns (or null). */
enum fail package_end(struct package_out *p, int64_t rows, const struct str *columns,
                      size_t column_count) MUST_USE;
/* A part that is no table. */
enum fail package_put(struct package_out *p, struct str name, struct str bytes) MUST_USE;
/* A file of people; FAIL_FORMAT when its bytes are not those of the hash. */
enum fail package_put_file(struct package_out *p, const uint8_t hash[SHA256_BYTES],
                           int fd, int64_t bytes) MUST_USE;
/* The manifest, then everything to the disk and into its place. */
enum fail package_finish(struct package_out *p) MUST_USE;
/* Closes; what was not finished is gone.  Null is fine. */
void package_drop(struct package_out *p);

/* ---- reading ---- */
struct package_part {
	struct str name;
	int64_t at;                     /* in an archive: where its bytes begin */
	int64_t bytes, rows;
	uint8_t sha256[SHA256_BYTES];   /* as the manifest says */
	const struct json *columns;     /* names; null: no table */
	bool found, sound;              /* it is there; with these bytes */
};

struct package {
	struct arena *arena;
	const char *path;
	bool folder;
	int fd;
	const struct json *manifest;
	struct package_part parts[PACKAGE_PARTS];
	size_t count;
	int64_t files, file_bytes;
};

/*
 * Reads it through.  FAIL_FORMAT or FAIL_NEWER: no package of this kind (the message says
 * why); FAIL_REFUSED: parts are missing or altered, each a reason, and *out is there to be
 * looked into.  `version`: the newest that the caller understands.
 */
enum fail package_open(struct arena *a, const char *path, const char *format,
                       int64_t version, struct refusal *why,
                       struct package **out) MUST_USE;
void package_close(struct package *p);          /* null is fine */
const struct package_part *package_find(const struct package *p, struct str name);

/* ---- its tables, line by line ---- */
struct package_lines {
	const struct package *package;
	const struct package_part *part;
	struct arena *arena;            /* of the buffer */
	int fd;
	int64_t next, end;              /* of what is still to be read */
	char *buffer;
	size_t room, from, filled;
	int64_t number;                 /* of the line last given, from 1 */
};
enum fail package_lines_open(const struct package *p, const struct package_part *part,
                             struct package_lines *out) MUST_USE;
/* 1: a line without its end, until the next call; 0: no more; < 0: enum fail. */
int package_lines_next(struct package_lines *l, struct str *line) MUST_USE;
void package_lines_close(struct package_lines *l);

/* Each file of people once; the descriptor is at its start and closed afterwards. */
typedef enum fail package_file_fn(void *arg, const uint8_t hash[SHA256_BYTES], int fd);
enum fail package_each_file(const struct package *p, package_file_fn *each,
                            void *arg) MUST_USE;

/* "files/ab/abcd…" from and to a hash. */
struct str package_file_name(struct arena *a, const uint8_t hash[SHA256_BYTES]);
bool package_file_named(struct str name, uint8_t hash[SHA256_BYTES]);

#endif
