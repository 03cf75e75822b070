/*
 * archive.h -- the parts of a zip file that is in memory (DOCX, ODT), with ceilings.
 *
 * What unpacks to more than ARCHIVE_MOST_BYTES in all is not unpacked further: FAIL_FULL.
 * A damaged archive is FAIL_FORMAT, an encrypted part FAIL_DENIED.  Closed with the arena;
 * the bytes must outlive it.
 */
#ifndef CODEC_ARCHIVE_H
#define CODEC_ARCHIVE_H

#include "base/fail.h"
#include "base/text.h"

struct arena;

#define ARCHIVE_MOST_BYTES (256u * 1024 * 1024)
#define ARCHIVE_MOST_PARTS 20000u

struct archive;

enum fail archive_open(struct arena *a, struct str bytes, struct archive **out) MUST_USE;
size_t archive_count(const struct archive *z);
struct str archive_name(const struct archive *z, size_t part);  /* empty when it has none */
bool archive_has(struct archive *z, const char *name);
/* Calls `take` with piece after piece, `last` with the end; stops when it is not OK. */
enum fail archive_read(struct archive *z, const char *name,
                       enum fail (*take)(void *arg, struct str piece, bool last),
                       void *arg) MUST_USE;
/* The whole part in memory, at most `ceiling` bytes (FAIL_FULL). */
enum fail archive_load(struct archive *z, const char *name, size_t ceiling,
                       struct str *out) MUST_USE;

#endif
