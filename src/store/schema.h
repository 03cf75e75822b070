/*
 * schema.h -- what the two files about tables share: the fixed ones (schema.c) and those of
 * the record types (schema_types.c).  Nobody else includes it.
 */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "store/parts.h"

struct upgrade {
	struct store *store;
	const struct store_options *options;
	struct arena *arena;
	struct tx *tx;
	int64_t done;                   /* things that were changed */
	bool fresh;                     /* there was nothing: nothing is said */
	bool only_looks;
};

/* Runs a script and writes down that it ran. */
enum fail schema_apply(struct upgrade *u, struct str script) MUST_USE;
/* One thing that was done, in the log and to whoever opened. */
void schema_tell(struct upgrade *u, const char *format, ...) PRINTF_LIKE(2, 3);
/* FAIL_NEWER, naming both versions; `what` this one does not know. */
enum fail schema_refuse_newer(struct upgrade *u, const char *what) MUST_USE;
enum fail schema_is_older(void) MUST_USE;       /* only looked at: the failure */

/* Every table and field that is written down must be one that the types know. */
enum fail schema_refuse_unknown(struct upgrade *u) MUST_USE;
enum fail schema_type_upgrade(struct upgrade *u, const struct record_type *t,
                              bool *dropped) MUST_USE;
/* Once all types are up to date: what a field that is gone said is not found any more. */
enum fail schema_type_reindex(struct upgrade *u, const struct record_type *t) MUST_USE;
enum fail schema_type_look(struct upgrade *u, const struct record_type *t) MUST_USE;

#endif
