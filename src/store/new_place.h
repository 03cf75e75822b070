/*
 * new_place.h -- a database that comes into being whole or not at all.
 *
 * A database file is made beside its place, filled, and renamed last, so that one that was
 * broken off is never taken for a database.  A database that is no file is filled where it
 * is: the filling itself is one transaction.
 */
#ifndef STORE_NEW_PLACE_H
#define STORE_NEW_PLACE_H

#include "base/fail.h"
#include "model/record.h"

struct store;
struct arena;

typedef enum fail new_place_fill(struct store *s, void *arg);
/* FAIL_REFUSED: the file, or "<db>.files", is there. */
enum fail new_place_make(struct arena *a, const char *db, const struct registry *registry,
                         new_place_fill *fill, void *arg) MUST_USE;

#endif
