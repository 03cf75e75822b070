/*
 * csv.h -- comma-separated values as spreadsheets read them (RFC 4180).
 *
 * UTF-8 with a byte order mark, CRLF, quotes where needed.  A cell that begins with = + -
 * @, tab or a line end gets a leading apostrophe, so that it is no formula; reading
 * takes it away again.
 *
 *     csv_begin(&t);
 *     csv_cell(&t, STR("ID")); csv_cell(&t, STR("Title")); csv_line(&t);
 */
#ifndef CODEC_CSV_H
#define CODEC_CSV_H

#include "base/fail.h"
#include "base/text.h"

#define LIMIT_EXPORT_BYTES (48u * 1024 * 1024)  /* one export made in memory */

void csv_begin(struct text *t);
void csv_cell(struct text *t, struct str s);
void csv_number(struct text *t, int64_t n);     /* never taken for a formula */
void csv_line(struct text *t);

/*
 * Reading: a byte order mark is passed over; cells are parted by commas, or by semicolons
 * when the first line has more of those (French spreadsheets); rows end in CRLF, LF or CR.
 * Rows may differ in length.  FAIL_FORMAT with the place: a quote that is not closed or
 * stands inside of an unquoted cell, bytes that are no UTF-8, more than CSV_MOST_COLUMNS
 * columns.  Cells live in the arena or are views of the input.
 */
#define CSV_MOST_COLUMNS 1000u

struct csv_row {
	struct str *cells;
	size_t count;
	uint32_t line;                  /* it begins on, from 1 */
};

struct csv_error {
	uint32_t line, column;          /* column: of the cell, from 1 */
	const char *what;               /* msgid */
};

struct csv_reader {
	struct arena *arena;
	struct str rest;
	char separator;
	uint32_t line;
	struct str *cells;
	struct csv_error error;
};

struct csv_reader csv_read(struct arena *a, struct str s);
/* OK with a row; FAIL_NOT_FOUND at the end.  The row is good until the next call. */
enum fail csv_next(struct csv_reader *r, struct csv_row *out) MUST_USE;

#endif
