/* account.h -- people, appointments and accounts inside a transaction; used inside
 * identity/. */
#ifndef IDENTITY_ACCOUNT_H
#define IDENTITY_ACCOUNT_H

#include "identity/internal.h"

struct new_person {
	struct str name, email;
	struct id unit;
};
enum fail person_make(struct act *a, const struct new_person *in, struct refusal *why,
                      struct id *out) MUST_USE;

struct new_appointment {
	struct str role;                /* its short name */
	struct id person, unit;
	struct str clearance; /* a label's mark or title; empty: as the role says */
	struct date until;
};
enum fail appointment_make(struct act *a, const struct new_appointment *in,
                           struct refusal *why) MUST_USE;

/* Row and entry of the history; `who` is named in it. */
enum fail account_make(struct act *a, const struct actor *who,
                       const struct account_insert *in) MUST_USE;

#endif
