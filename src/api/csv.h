/*
 * csv.h -- records as lines of CSV (RFC 4180), the names of the fields first.
 *
 * A bilingual field has two columns, NAME.en and NAME.fr; links are codes, masked ones
 * "***"; sensitive fields have no column.  A text that a spreadsheet would take for a
 * formula gets an apostrophe before it.
 */
#ifndef API_CSV_H
#define API_CSV_H

#include "codec/catalog.h"
#include "store/store.h"

void csv_head(struct text *out, const struct record_type *t);
enum fail csv_row(struct act *a, struct text *out, const struct row *r) MUST_USE;

#endif
