/*
 * world.h -- what a duty is judged in: the records of one organisation, its zone, when it
 * took the duties up, what it decided about them, and the instant.
 *
 * A duty about a subject becomes facts (struct subject_facts) in one place, and a ruling
 * follows from them.  Texts that name records are references ("@" and the id), texts that
 * name fields are "~" and the label: whoever shows a why puts in what the reader may see.
 *
 *     struct world w;
 *     enum fail f = world_open(&w, act, duties, facts_now(act), act->now);
 *     if (f == OK)
 *             f = duty_stands(&w, duty, subject, &standing);
 *
 * Everything lives in the arena of the act.  Nothing is written.
 */
#ifndef DUTY_WORLD_H
#define DUTY_WORLD_H

#include "duty/duty.h"
#include "model/decision.h"
#include "store/facts.h"

#define REFERENCE '@'                   /* begins the reference to a record */
#define LABEL '~'                       /* begins the label of a field, a msgid */

/* Settings of an organisation. */
#define SETTING_JURISDICTIONS "duty.jurisdictions" /* "CA-BC US-MA"; all: "*" */
#define SETTING_ADOPTED "duty.adopted"  /* day on which it took its duties up */
#define JURISDICTIONS_DEFAULT "CA-BC"

struct world {
	struct act *act;
	struct facts *facts;
	const struct duties *duties;
	const struct zone *zone;
	struct str zone_name;
	struct instant now;
	struct instant adopted;
	struct str jurisdictions;
	const struct duty_decision *decisions;  /* those that stand, in order of from, id */
	size_t decision_count;
};

enum fail world_open(struct world *w, struct act *a, const struct duties *duties,
                     struct facts *facts, struct instant now) MUST_USE;
/* Anew at another instant; the decisions stay. */
void world_at(struct world *w, struct instant now);
/* Does the organisation have this duty at all? */
bool world_has(const struct world *w, const struct duty *d);

struct standing {
	struct ruling ruling;
	struct subject_facts facts;     /* what it followed from */
	struct id proof;                /* the record of the evidence, or ID_NONE */
};

/* Is the row one of the duty's subjects? */
bool duty_is_about(const struct duty *d, const struct row *r);
/* `subject` null: the organisation, or that there is none of what the duty is about. */
enum fail duty_stands(struct world *w, const struct duty *d, const struct row *subject,
                      struct standing *out) MUST_USE;

/* ---- for the files of this folder ---- */
bool conditions_hold(const struct conditions *c, const struct row *r);
struct str reference_to(struct arena *a, struct id id);
/* Unset when the record does not hold it. */
enum fail moment_of(struct world *w, const struct moment *m, const struct row *r,
                    struct instant *out) MUST_USE;
enum fail reach_rows(struct world *w, const struct reach *reach, const struct row *from,
                     struct fact_rows *out) MUST_USE;
enum fail ground_of(struct world *w, const struct duty *d, const struct row *r,
                    enum ground *out) MUST_USE;

#endif
