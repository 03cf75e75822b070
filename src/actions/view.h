/*
 * view.h -- saved views of lists: opening one, saving one, which there are.
 *
 *     /plan?view=LVW-0003             the view
 *     /plan?view=LVW-0003&page=2      and what the address says besides goes before it
 *
 * A view asks as its reader: it shows nobody what they may not see.  What it asks for that
 * the type does not have any more is left out and named.
 */
#ifndef ACTIONS_VIEW_H
#define ACTIONS_VIEW_H

#include "http/http.h"
#include "store/store.h"

struct view_asked {
	struct row *row;                /* null: the address names no view */
	struct pairs address;           /* what is asked now, the view's part included */
	struct str gone;                /* names that are left out, with commas */
};
/* Inside a read.  FAIL_NOT_FOUND: no such view of this type that the actor may see. */
enum fail view_asked(struct act *a, const struct record_type *t,
                     const struct pairs *address, struct view_asked *out) MUST_USE;

#define VIEWS_SHOWN 20
/* One's own and the shared ones of a type, by name; at most VIEWS_SHOWN. */
enum fail views_of(struct act *a, const struct record_type *t, struct answer *out) MUST_USE;

#define VIEWS_IN_NAVIGATION 10
/* The same of all types, for the navigation. */
enum fail views_everywhere(struct act *a, struct answer *out) MUST_USE;
/* "/plan?view=LVW-0003" */
struct str view_href(struct arena *a, const struct row *view);

struct new_view {
	const struct record_type *type;
	struct str name;
	const struct pairs *address;    /* of the list as it is shown */
	bool shared;
};
/* Inside a write. */
enum fail view_save(struct act *a, const struct new_view *in, struct refusal *why,
                    struct row **out) MUST_USE;

#endif
