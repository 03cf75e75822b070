/*
 * record.h -- one record on a page: what the pages about it share.
 */
#ifndef WEB_RECORD_H
#define WEB_RECORD_H

#include "web/shown.h"

/*
 * The record that the address names (/TYPE/CODE); FAIL_NOT_FOUND when the type and the code
 * do not belong together.  Inside a read or a write.
 */
enum fail record_asked(struct visit *v, struct act *a, struct row **out) MUST_USE;
/* The code alone, for a record of a known type: /plan_check/:code/... */
enum fail record_named(struct act *a, const struct record_type *t, struct str code,
                       struct row **out) MUST_USE;
void record_head_fill(struct visit *v, const struct row *r, struct record_head *out);
/* v->why as a list; `prefix` stands before the field's name in links to it. */
void reasons_fill(struct visit *v, const struct record_type *t, struct reasons *out);
struct subject subject_here(const struct visit *v, const struct row *r);

/* What some types offer besides, filled in extras.c. */
enum fail record_extras(struct visit *v, struct act *a, const struct row *r,
                        struct record_view *out) MUST_USE;

/* By this person, as far as rights and the type go; a hold may still refuse it.  (erase.c)
 */
bool record_may_be_erased(const struct visit *v, const struct row *r);

#endif
