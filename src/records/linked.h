/*
 * linked.h -- small things that the rules of several record types share.
 *
 * A rule that must see *all* linked records ("every action is closed") reads as the
 * program, because what the person may not see counts as well; it never tells more than
 * that something is open.  Rows live in the arena of the act.
 */
#ifndef RECORDS_LINKED_H
#define RECORDS_LINKED_H

#include "model/act.h"
#include "model/record.h"
#include "model/row.h"
#include "store/store.h"

/* The same act, done by the program itself on behalf of the same tenant. */
struct act act_of_program(const struct act *a, struct actor *program);

/* The first record that `field` links to, or null when there is none or it cannot be read.
 */
const struct row *row_linked(const struct act *a, const struct row *r, int field,
                             const struct record_type *t);

/* A record as it is by now, also for an effect that runs after others; null as above. */
const struct row *row_as_it_is(const struct act *a, const struct record_type *t,
                               struct id id);

/* How many records of type `t` whose `field` links to `id` are in one of `states` (bits).
 */
int64_t rows_linking(const struct act *a, const struct record_type *t, int field,
                     struct id id, uint64_t states);

/* Those records themselves, as the program reads them, the first LIMIT_PAGE_ROWS. */
enum fail rows_that_link(const struct act *a, const struct record_type *t, int field,
                         struct id id, uint64_t states, struct answer *out) MUST_USE;

/* What the program writes down of an act: its day, and who did it, in fields of its own. */
enum fail stamp_today(struct act *a, const struct row *r, int day) MUST_USE;
enum fail stamp_actor(struct act *a, const struct row *r, int person, int day) MUST_USE;
/* Is there another record of the type with both links?  `r` itself does not count. */
bool linked_by_another(const struct act *a, const struct row *r, int field, int other);

/*
 * Takes `step` on every record of type `t` in `state` whose `field` links to `id`, except
 * one. As the actor of the act, who needs the right; used where one act replaces another.
 */
enum fail rows_take_step(struct act *a, const struct record_type *t, int field,
                         struct id id, int state, const char *step,
                         struct id except) MUST_USE;

/*
 * A record made because of another one that is no part of it (the document of a plan)
 * starts where that one is: its unit, its label, and, where it is not for everybody, the
 * persons who need to know and its owner.  Persons that are gone are left out.  Parts are
 * placed by store/, then and later (store/follow.c).
 */
enum fail place_beside(struct act *a, struct change *c, const struct row *about) MUST_USE;

/*
 * Nobody passes on more than they hold.  `rights`: patterns, one a line; those that stand
 * in `had` already are not judged.  With `beyond`, only what reaches beyond the unit of an
 * appointment: ".everywhere" and the rights of the installation.
 */
bool rights_are_held(const struct act *a, struct str rights, struct str had, bool beyond,
                     int field, struct refusal *why);

/* Adds a reason when the first date is after the second; either may be empty. */
bool dates_in_order(const struct row *r, int from, int to, struct refusal *why);
/* Adds a reason when the date lies after today. */
bool date_has_come(const struct act *a, const struct row *r, int field,
                   struct refusal *why);
/* The same for instants: neither after the moment of the act, nor out of order. */
bool instants_in_order(const struct row *r, int from, int to, struct refusal *why);
bool instant_has_come(const struct act *a, const struct row *r, int field,
                      struct refusal *why);
/* For a step of the clock: adds a reason while the last day is not over. */
bool last_day_has_passed(const struct act *a, const struct row *r, int field,
                         struct refusal *why);

/*
 * From an effect: what is empty becomes the moment of the act, and the person who acts.
 * FIELD_NONE where there is no such field.
 */
enum fail set_when_empty(struct act *a, const struct row *r, int instant,
                         int person) MUST_USE;

#endif
