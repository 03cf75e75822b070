/* sendings_rows.h -- rows of mails, shared by the files about them. */
#ifndef STORE_SENDINGS_ROWS_H
#define STORE_SENDINGS_ROWS_H

#include "store/sendings.h"

enum sending_state sending_state_named(struct str name);
/* From the columns id, person, kind, day, address, lang, subject, body, state, attempts,
 * answer, made_at, tried_at, ended_at, erased. */
void sending_from(struct stmt *s, struct arena *a, struct id org, struct sending *out);

#endif
