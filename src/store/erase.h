/* erase.h -- the files of erased records, taken from the disk once the erasure is on it. */
#ifndef STORE_ERASE_H
#define STORE_ERASE_H

#include "base/fail.h"

struct store;

/* After a transaction that erased, and at every start: removes files that were given up and
 * that no record uses.  Harmless when there are none. */
enum fail store_remove_files(struct store *s) MUST_USE;

#endif
