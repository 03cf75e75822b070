/*
 * handing_over.h -- what goes with a record when its time is over: what repeats it, and the
 * parts that are kept no longer than it; and all of that as a file for the archives.
 */
#ifndef RECORDS_HANDING_OVER_H
#define RECORDS_HANDING_OVER_H

#include "model/act.h"
#include "model/row.h"

/* Whoever may see them; the record itself is the first. */
struct going {
	struct row **rows;
	size_t count;
};
enum fail going_with(struct act *a, struct id record, struct going *out) MUST_USE;
/* Was none of it changed or added after that instant? */
bool going_is_as_of(const struct going *g, struct instant at);
/* The bytes of the files in it. */
int64_t going_bytes(const struct going *g);
/* Into a change: seen by nobody who may not see all of it, nor `line`. */
enum fail going_place(struct act *a, const struct going *g, const struct row *line,
                      struct change *c) MUST_USE;
/* The file for the archives, kept and ready to be named by a record of this act. */
enum fail going_export(struct act *a, const struct going *g, struct file_ref *out) MUST_USE;

#endif
