/*
 * local.h -- fields that an organisation adds to a type of record.
 *
 * A definition is a record; here it becomes the same struct field as the program's own, so
 * that everything made from fields works with it.  The types of an organisation are a
 * registry of their own, in the arena of one act: the program's types, and copies of those
 * that were added to, their own fields first.  Its labels are in the actor's language.
 */
#ifndef MODEL_LOCAL_H
#define MODEL_LOCAL_H

#include "base/arena.h"
#include "model/record.h"

#define FIELDS_MAX 64                   /* of a type, with those that were added */
#define LOCAL_PREFIX "local_"           /* of their names; no field of ours begins so */

struct local_field {
	const struct record_type *of;   /* as the program declares it */
	struct field field;
	bool listed;                    /* a column of the list */
};

/* What does not fit any more (FIELDS_MAX) is left out. */
const struct registry *registry_widen(struct arena *a, const struct registry *g,
                                      const struct local_field *added, size_t count);

#endif
