/*
 * history.h -- what happened to a record, in words, newest first.
 */
#ifndef WEB_HISTORY_H
#define WEB_HISTORY_H

#include "web/shown.h"

/* At most so many events into view->events. */
enum fail history_fill(struct visit *v, struct act *a, const struct row *r, size_t most,
                       struct record_view *view) MUST_USE;
/* What a change was of; with the name that it had then, when that was another. */
struct str history_field(struct visit *v, const struct record_type *t,
                         const struct field_change *c);
/* "Created", "Changed", "Approved": "step:approve" in the words of the type. */
struct str history_what(struct visit *v, const struct record_type *t, struct str what);

#endif
