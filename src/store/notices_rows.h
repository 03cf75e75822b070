/* notices_rows.h -- how a notice is written down; shared by the files about notices. */
#ifndef STORE_NOTICES_ROWS_H
#define STORE_NOTICES_ROWS_H

#include "store/notices.h"

/* The members of a notice that its row and the outbox's have alike, bound by their names.
 */
void notice_bind(struct stmt *s, struct arena *a, const struct notice *n, struct id id,
                 struct instant now);
/* From the columns kind, record, duty, says, detail, due_on, due_at, key, at `column` on.
 */
void notice_from(struct stmt *s, struct arena *a, int column, struct notice *out);
#define NOTICE_COLUMNS 8
/* Into one person's list, unless it is there; *added says which. */
enum fail notice_insert(struct act *a, struct id person, const struct notice *n,
                        bool *added) MUST_USE;

#endif
