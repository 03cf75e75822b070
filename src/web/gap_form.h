/*
 * gap_form.h -- a gap as a set of controls: what is recommended, who closes it, by when,
 * and what will be done.  Before the finding is written a gap is named by its merge key,
 * afterwards by the code of its recommendation.
 */
#ifndef WEB_GAP_FORM_H
#define WEB_GAP_FORM_H

#include "actions/plan_check.h"
#include "web/visit.h"

/* People to choose an owner from. */
enum fail gap_people(struct act *a, struct answer *out) MUST_USE;
/* The owner's choices into the set: `typed` shows what the form holds. */
enum fail gap_set_people(struct visit *v, const struct answer *people, struct id owner,
                         bool typed, struct gap_set *set) MUST_USE;
/* What was typed in a control of the set, or `now`. */
struct str gap_typed(struct visit *v, const char *name, struct str key, bool typed,
                     struct str now);
/* Whether the page offered the control at all. */
bool gap_is_sent(const struct visit *v, const char *name, struct str key);
/* What was typed about the gap; a reason in v->why for what cannot be understood. */
enum fail gap_settled_typed(struct visit *v, struct act *a, struct str key,
                            struct gap_settled *out) MUST_USE;

#endif
