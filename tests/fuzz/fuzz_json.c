/* fuzz_json.c -- what is read is written canonically, and that is read the same again.
 * links: codec base
 */
#include "codec/json.h"
#include "fuzz/exact.h"

FUZZ(a, s)
{
	struct json *v, *again;
	struct json_error e;

	if (json_read(a, s, &v, &e) != OK) {
		MUST(e.line >= 1 && e.column >= 1 && e.what);
		return;
	}
	struct str canonical = json_canonical(a, v);
	MUST(json_read(a, canonical, &again, &e) == OK || strstr(e.what, "too large"));
	if (again)
		MUST(str_equal(canonical, json_canonical(a, again)));
}
