/*
 * check_work.h -- the parts of the workbench's page.
 */
#ifndef WEB_CHECK_WORK_H
#define WEB_CHECK_WORK_H

#include "web/check.h"

struct work {
	struct visit *v;
	struct check_view check;
	struct check_element *element;  /* the part that is shown */
	struct check_part *part;
	const char *said;
	struct check_work_view view;
};

/* "6.5.2.1:contacts", as in the address. */
struct str work_key(struct visit *v, const struct check_element *e,
                    const struct check_part *p);
/* The words that spoke for a passage, marked in it. */
bool work_mark(struct visit *v, struct str text, const struct proposal *p,
               struct work_piece **out, size_t *count);
/* The document's own text: around the best passage, around `from`, or where `find` stands.
 */
bool work_text(struct work *w);

#endif
