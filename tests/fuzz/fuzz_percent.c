/* fuzz_percent.c -- %41 and back: as a decoder written here, and back again the same.
 * links: http crypto codec sys base
 */
#include <ctype.h>

#include "http/http.h"
#include "fuzz/exact.h"

static bool decoded(struct str s, char *to, size_t *n)
{
	for (size_t i = 0; i < s.n; i++) {
		char pair[3] = { 0 };

		if (s.p[i] != '%') {
			to[(*n)++] = s.p[i] == '+' ? ' ' : s.p[i];
			continue;
		}
		if (s.n - i < 3 || !isxdigit((unsigned char)s.p[i + 1]) ||
		    !isxdigit((unsigned char)s.p[i + 2]))
			return false;
		memcpy(pair, s.p + i + 1, 2);
		to[(*n)++] = (char)strtol(pair, NULL, 16);
		i += 2;
	}
	return true;
}

FUZZ(a, s)
{
	struct str out, back;
	char *mine = arena_try(a, s.n + 1, 1);
	size_t n = 0;
	bool fine = decoded(s, mine, &n) && str_is_utf8((struct str){ mine, n });

	MUST(percent_decode(a, s, true, &out) == fine);
	if (fine)
		MUST(str_equal(out, (struct str){ mine, n }));
	/* What is encoded is decoded to the same, whatever + means. */
	if (str_is_utf8(s))
		for (int plus = 0; plus < 2; plus++)
			MUST(percent_decode(a, percent_encode(a, s), plus, &back) &&
			     str_equal(back, s));
}
