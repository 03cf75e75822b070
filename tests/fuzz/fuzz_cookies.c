/* fuzz_cookies.c -- the cookie header.
 * links: http crypto codec sys base
 */
#include "http/http.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct pairs pairs;
	if (cookies_parse(a, s, &pairs))
		for (size_t i = 0; i < pairs.count; i++)
			if (pairs.at[i].name.n == 0 || pairs.at[i].value.n > s.n)
				abort();
}
