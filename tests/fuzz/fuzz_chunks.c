/* fuzz_chunks.c -- a chunked body.
 * links: http crypto codec sys base
 */
#include "http/strict.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	(void)a;
	struct chunk_scan whole = { .at = CHUNK_SIZE }, split = whole;
	size_t used = 0, first = 0, second = 0;
	int status = 0;
	enum scan all = chunk_scan(&whole, s, 1 << 16, &used, &status);
	/* Cut in two anywhere, the verdict is the same. */
	enum scan part = chunk_scan(&split, str_cut(s, s.n / 2), 1 << 16, &first, &status);
	if (part == SCAN_MORE) {
		part = chunk_scan(&split, str_from(s, s.n / 2), 1 << 16, &second, &status);
		if (part == SCAN_DONE && first + second != used)
			abort();
	}
	if (part != all)
		abort();
}
