/*
 * describe.h -- a record type as a page that an officer can review (docs/records/NAME.md).
 *
 * Markdown, made from the table alone, the same bytes each time.
 */
#ifndef MODEL_DESCRIBE_H
#define MODEL_DESCRIBE_H

#include "codec/catalog.h"
#include "model/record.h"

void describe_type(struct text *out, const struct record_type *t, enum lang lang);
/* "Line", "Date": what a field holds, for people. */
const char *field_type_label(enum field_type type);
/* "line", "date": for schemas and the API's description. */
const char *field_type_name(enum field_type type);

#endif
