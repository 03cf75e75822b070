/* acceptance.c -- accepting as the auditor, or with the auditor's word on file. */
#include "records/acceptance.h"

bool auditor_has_accepted(const struct act *a, const struct row *r, int auditor, int proof,
                          struct refusal *why)
{
	struct id named = row_link(r, auditor);

	if (id_is_set(a->actor->person) && id_equal(named, a->actor->person))
		return true;
	if (row_filled(r, proof))
		return true;
	return refuse(why, proof, "only the auditor can accept this",
	              "Sign in as the auditor, or attach what the auditor wrote.");
}
