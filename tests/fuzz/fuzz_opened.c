/* fuzz_opened.c -- what stands beside a leaf, as somebody may have changed it: each value
 * that is taken in is JSON in its canonical form.
 * links: store access model db crypto codec sys base
 */
#include "fuzz/exact.h"
#include "codec/json.h"
#include "crypto/crypto.h"
#include "store/ledger.h"

FUZZ(a, s)
{
	struct ledger_row row = { 0 };

	if (!ledger_opened_parse(a, s, &row))
		return;
	for (size_t i = 0; i < row.opened_count; i++) {
		struct str json = row.opened[i].json;
		struct json *v;
		struct json_error e;

		MUST(row.opened[i].salt.n == SALT_BYTES && row.opened[i].field.n > 0);
		MUST(json_read(a, json, &v, &e) == OK);
		MUST(str_equal(json_canonical(a, v), json));
	}
}
