/* fuzz_chunks.c -- a chunked body: whole, in two and byte by byte it gets one verdict.
 * links: http crypto codec sys base
 */
#include "http/strict.h"
#include "fuzz/exact.h"

#define MOST (1u << 16)

struct verdict {
	enum scan is;
	size_t used;
	int status;
};

/* In pieces of so many bytes. */
static struct verdict scan(struct str s, size_t piece)
{
	struct chunk_scan at = { .at = CHUNK_SIZE };
	struct verdict v = { SCAN_MORE, 0, 0 };

	while (v.is == SCAN_MORE && s.n > 0) {
		size_t used = 0;

		v.is = chunk_scan(&at, str_cut(s, piece), MOST, &used, &v.status);
		MUST(v.is == SCAN_WRONG || used <= piece);
		v.used += v.is == SCAN_MORE ? (piece < s.n ? piece : s.n) : used;
		s = str_from(s, piece);
		MUST(v.is == SCAN_WRONG || at.total <= MOST);
	}
	return v;
}

FUZZ(a, s)
{
	(void)a;
	size_t half = s.n / 2 ? s.n / 2 : 1;
	const struct verdict all = scan(s, s.n ? s.n : 1);
	const struct verdict others[] = { scan(s, 1), scan(s, half) };

	for (size_t i = 0; i < COUNT(others); i++) {
		MUST(others[i].is == all.is);
		MUST(all.is != SCAN_DONE || others[i].used == all.used);
		MUST(all.is != SCAN_WRONG || others[i].status == all.status);
	}
	if (all.is == SCAN_DONE)
		MUST(all.used >= 5 && memcmp(s.p + all.used - 4, "\r\n\r\n", 4) == 0);
	if (all.is == SCAN_WRONG)
		MUST(all.status == 400 || all.status == 413);
}
