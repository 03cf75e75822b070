/*
 * shown.h -- values of records as people read them: links with their titles or masked,
 * texts formatted, dates in words, files with size and hash.
 */
#ifndef WEB_SHOWN_H
#define WEB_SHOWN_H

#include "web/visit.h"
#include "documents/words.h"

/* Inside a read: looks links up. */
enum fail shown_field(struct visit *v, struct act *a, const struct row *r, int field,
                      struct shown_field *out) MUST_USE;
/* One line of it, for lists: the title of the first link, a date in words. */
struct str shown_line(struct visit *v, struct act *a, const struct row *r, int field);
struct shown_link shown_face(struct visit *v, const struct link_face *f);
struct str shown_title(struct visit *v, struct act *a, struct id id);   /* "" when none */

struct str record_href(struct arena *a, const struct row *r);
const char *state_label(struct visit *v, const struct row *r); /* "" without states */
bool state_is_open(const struct row *r);

/* ---- classification labels and units, as data ---- */
struct label_name {
	int rank;
	struct str name;
};
enum fail label_names(struct act *a, enum lang lang, struct label_name **out,
                      size_t *count) MUST_USE;
struct str label_name(struct act *a, enum lang lang, int rank);

#endif
