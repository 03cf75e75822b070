/*
 * rule_preview.h -- what a change of a retention rule would touch, before it is saved: how
 * many records, and the first of them; the same for page and API.
 */
#ifndef ACTIONS_RULE_PREVIEW_H
#define ACTIONS_RULE_PREVIEW_H

#include "codec/json.h"
#include "records/rule_change.h"

#define PREVIEW_ROWS 10

struct preview_row {
	const struct record_type *type;
	struct str code, title;
	enum touch how;
	struct date was, now;           /* due on; unset: not */
};
struct rule_preview {
	bool asked;                     /* the change decides otherwise about records */
	int64_t count[TOUCH__COUNT];
	struct preview_row rows[PREVIEW_ROWS];
	size_t shown;
};

/* Inside an act; of what its actor may see.  The change need not name every field. */
enum fail rule_preview(struct act *a, const struct row *rule, const struct change *c,
                       struct rule_preview *out) MUST_USE;
bool rule_preview_wanted(const struct row *rule, const struct change *c);
/* The terms of the rule afterwards as a short text: what was shown is what is saved. */
struct str rule_terms(struct arena *a, const struct row *rule, const struct change *c);
void rule_preview_put(struct json_out *j, struct arena *a, const struct rule_preview *p);
/* "becomes_due", "due_no_more", "done_otherwise". */
const char *touch_name(enum touch how);

#endif
