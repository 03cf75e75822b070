/* engine_parts.h -- what the files of the engine share; only for this folder. */
#ifndef DUTY_ENGINE_PARTS_H
#define DUTY_ENGINE_PARTS_H

#include "duty/engine.h"

struct evaluation {
	struct world world;
	bool tells;                     /* leaves notices of what changed */
	int64_t count;                  /* of rulings */
};

enum fail evaluation_open(struct evaluation *e, struct act *a, bool tells) MUST_USE;
/* The duties about a record; `subject` null: it is not there any more.  `only`: bits of
 * duties, null: all. */
enum fail evaluation_subject(struct evaluation *e, struct id id, const struct row *subject,
                             const uint64_t *only) MUST_USE;
/* The duties of the organisation itself, and those without subjects. */
enum fail evaluation_organisation(struct evaluation *e, const uint64_t *only) MUST_USE;
enum fail evaluation_stand_in(struct evaluation *e, const struct duty *d) MUST_USE;

/* ---- tell.c: notices in the same transaction ---- */
enum fail duty_tell(struct evaluation *e, const struct duty *d, const struct duty_row *was,
                    const struct duty_row *now) MUST_USE;

#endif
