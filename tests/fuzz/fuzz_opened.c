/* fuzz_opened.c -- what stands beside a leaf, as somebody may have changed it.
 * links: store access model db crypto codec sys base
 */
#include "fuzz/exact.h"
#include "crypto/crypto.h"
#include "store/ledger.h"

FUZZ(a, s)
{
	struct ledger_row row = { 0 };

	if (!ledger_opened_parse(a, s, &row))
		return;
	for (size_t i = 0; i < row.opened_count; i++)
		MUST(row.opened[i].salt.n == SALT_BYTES && row.opened[i].json.n > 0);
}
