/* package_parts.h -- what the two readers of packages share. */
#ifndef STORE_PACKAGE_PARTS_H
#define STORE_PACKAGE_PARTS_H

#include "codec/tar.h"
#include "store/package.h"

#define NO_PACKAGE "%s is no backup or export of Wardroom, or it is damaged: %s"

/* The next header of an archive; *at moves behind it. */
enum fail package_next_header(const struct package *p, int64_t *at, enum tar_block *kind,
                              struct tar_member *m) MUST_USE;
/* A part of a folder; < 0: not there, or no file. */
int package_open_in(const struct package *p, struct arena *a, struct str name,
                    int64_t *bytes);

#endif
