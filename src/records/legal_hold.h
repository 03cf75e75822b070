/* legal_hold.h -- names of the fields and states of a legal hold; what it keeps. */
#ifndef RECORDS_LEGAL_HOLD_H
#define RECORDS_LEGAL_HOLD_H

#include "model/act.h"
#include "model/record.h"
#include "model/row.h"

enum legal_hold_field {
	HLD_TITLE,
	HLD_GROUNDS,
	HLD_RECORDS,
	HLD_TYPES,
	HLD_UNITS,
	HLD_STARTS_ON,
	HLD_ORDERED_BY,
	HLD_RELEASED_ON,
	HLD__COUNT
};
enum legal_hold_state { HLD_IS_IN_FORCE, HLD_IS_RELEASED, HLD_IS__COUNT };
enum legal_hold_right { HLD_MAY_PLACE, HLD_MAY_RELEASE, HLD_MAY__COUNT };

extern const struct record_type legal_hold_type;

/*
 * The first hold in force that keeps a record, or null in *out: it is named by the hold, or
 * of its types and units, or a part of what the hold keeps.  Looks at all holds, whoever
 * asks.
 */
enum fail hold_on(const struct act *a, const struct record_type *t, struct id id,
                  struct id unit, const struct row **out) MUST_USE;
/* FAIL_REFUSED with the hold named; the store asks before it destroys anything. */
held_fn hold_keeps;

#endif
