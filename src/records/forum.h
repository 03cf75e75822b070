/* forum.h -- names of the fields and states of a forum. */
#ifndef RECORDS_FORUM_H
#define RECORDS_FORUM_H

#include "model/record.h"

enum forum_field {
	FOR_TITLE, FOR_KIND, FOR_RUN_BY, FOR_RHYTHM, FOR_CONTACT, FOR_JOINING, FOR_PURPOSE,
	FOR__COUNT
};
enum forum_state { FOR_IS_ACTIVE, FOR_IS_DISSOLVED, FOR_IS__COUNT };
enum forum_right { FOR_MAY_KEEP, FOR_MAY__COUNT };

extern const struct record_type forum_type;

/* A meeting is of the kind of its forum. */
#define FORUM_KINDS 7
extern const struct choice forum_kinds[FORUM_KINDS];

struct act;
struct row;

/*
 * From an effect of a record of a forum: gives it the kind of its forum, once.  Duties ask
 * for the kind; a forum that changes its own later leaves what was before alone.
 */
enum fail forum_gives_kind(struct act *a, const struct row *before, const struct row *after,
                           int forum, int kind) MUST_USE;

#endif
