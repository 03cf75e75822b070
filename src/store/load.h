/*
 * load.h -- a package into a database, whole or not at all.
 *
 * One transaction: every part is read, what follows from it is made again (entries, words,
 * the tree of the history), and each organisation is verified; the roots must be those of
 * the manifest.  Anything that differs is a reason, and nothing is kept.  Files of people
 * are kept before, and taken away again when the rows were refused.
 */
#ifndef STORE_LOAD_H
#define STORE_LOAD_H

#include "store/package.h"
#include "store/store.h"
#include "store/table.h"

struct load {
	struct store *store;
	const struct package *package;
	bool one;                       /* an organisation without its secrets */
	bool only_look;                 /* find out what is wrong; keep nothing */
	const struct watcher *watcher;
	struct refusal *why;
	/* what was loaded */
	int64_t organisations, files, rows, left_out;
};

/* FAIL_REFUSED with reasons; FAIL_NEWER; or what the world denied. */
enum fail load_package(struct load *l, struct arena *a) MUST_USE;

/* The manifest's line about an organisation: its identifier, name, entries, root and last
 * checkpoint; entries may be fewer than there are. */
enum fail load_describe(struct tx *tx, struct arena *a, struct id org, struct str name,
                        int64_t entries, struct json_out *j) MUST_USE;

/* Every file that a record uses, or one organisation's records (null: of all). */
enum fail files_write(struct store *s, struct tx *tx, const struct id *org,
                      struct package_out *to, const struct watcher *w,
                      int64_t *count) MUST_USE;

#endif
