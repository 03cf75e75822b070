/* erase.h -- files that no record uses, taken from the disk. */
#ifndef STORE_ERASE_H
#define STORE_ERASE_H

#include "base/fail.h"
#include "base/time.h"

struct store;

/* After a transaction that erased, and at every start: removes files that were given up and
 * that no record uses.  Harmless when there are none. */
enum fail store_remove_files(struct store *s) MUST_USE;
/* Files that came with forms which nobody finished: last sent before then, and used by no
 * record.  *count grows by how many went. */
enum fail store_sweep_files(struct store *s, struct instant before,
                            int64_t *count) MUST_USE;

#endif
