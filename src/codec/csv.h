/*
 * csv.h -- comma-separated values as spreadsheets read them (RFC 4180).
 *
 * UTF-8 with a byte order mark, CRLF, quotes where needed.  A cell that begins with = + -
 * @, tab or carriage return gets a leading apostrophe, so that it is no formula; reading
 * takes it away again.
 *
 *     csv_begin(&t);
 *     csv_cell(&t, STR("ID")); csv_cell(&t, STR("Title")); csv_line(&t);
 */
#ifndef CODEC_CSV_H
#define CODEC_CSV_H

#include "base/text.h"

#define LIMIT_EXPORT_BYTES (48u * 1024 * 1024)  /* one export made in memory */

void csv_begin(struct text *t);
void csv_cell(struct text *t, struct str s);
void csv_number(struct text *t, int64_t n);     /* never taken for a formula */
void csv_line(struct text *t);

#endif
