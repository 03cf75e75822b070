/* fuzz_percent.c -- %41 and back.
 * links: http crypto codec sys base
 */
#include "http/http.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct str out, back;
	if (percent_decode(a, s, true, &out)) {
		/* What is decoded, encoded and decoded again is the same. */
		if (!percent_decode(a, percent_encode(a, out), false, &back) ||
		    !str_equal(out, back))
			abort();
	}
}
