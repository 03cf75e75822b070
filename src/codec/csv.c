/*
 * csv.c -- comma-separated values as spreadsheets read them.
 */
#include "codec/csv.h"

void csv_begin(struct text *t)
{
	text_add(t, STR("\xef\xbb\xbf"));
}

static void part(struct text *t)
{
	if (t->n > 0 && t->p[t->n - 1] != '\n' &&
	    !(t->n == 3 && (unsigned char)t->p[0] == 0xef))
		text_addc(t, ',');
}

void csv_cell(struct text *t, struct str s)
{
	bool formula = s.n > 0 && memchr("=+-@\t\r\n", s.p[0], 7) != NULL;

	/* Always quoted: an empty first cell is then told from the start of a line. */
	part(t);
	text_addc(t, '"');
	if (formula)
		text_addc(t, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			text_addc(t, '"');
		text_addc(t, s.p[i]);
	}
	text_addc(t, '"');
}

void csv_number(struct text *t, int64_t n)
{
	part(t);
	text_addf(t, "%lld", (long long)n);
}

void csv_line(struct text *t)
{
	text_add(t, STR("\r\n"));
}
