/* fuzz_csv.c -- rows that are read, written and read again are the same rows.
 * links: codec base
 */
#include "codec/csv.h"
#include "fuzz/exact.h"

static struct str write_all(struct arena *a, struct str s, bool *fine)
{
	struct csv_reader r = csv_read(a, s);
	struct text t = text_on(a, 64u << 20);
	struct csv_row row;
	enum fail f;

	csv_begin(&t);
	while ((f = csv_next(&r, &row)) == OK) {
		for (size_t i = 0; i < row.count; i++)
			csv_cell(&t, row.cells[i]);
		csv_line(&t);
	}
	*fine = f == FAIL_NOT_FOUND;
	return text_str(&t);
}

FUZZ(a, s)
{
	bool fine;
	struct str once = write_all(a, s, &fine);

	if (fine)
		MUST(str_equal(write_all(a, once, &fine), once) && fine);
}
