/* fuzz_parse_answer.c -- answers of a reading role that somebody has taken over.
 * links: exchange sys codec base
 */
#include "exchange/parse_role.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct refusal why = refusal_on(a);
	struct document_text d;
	struct channel_message m = { .kind = s.n ? (unsigned char)s.p[0] % 8u : 0,
		                     .bytes = str_from(s, 1) };
	enum fail f = parse_answer(a, &m, &why, &d);

	MUST(f != OK);
	MUST(f != FAIL_FORMAT || why.count > 0);
}
