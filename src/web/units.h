/* units.h -- the parts of the organisation, to be chosen from by who looks for records. */
#ifndef WEB_UNITS_H
#define WEB_UNITS_H

#include "web/visit.h"

/* Those that the reader may see, by title; "unit.below" of the address is the chosen one.
 */
enum fail unit_filter_fill(struct visit *v, struct act *a,
                           struct unit_filter *out) MUST_USE;

#endif
