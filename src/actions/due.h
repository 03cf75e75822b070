/*
 * due.h -- what is due for disposal, as an address asks for it: the same for the page, its
 * CSV, the API and the command line.
 *
 *     by=2027-01-31                     due by that day; today unless given
 *     type=plan                         of one type
 *     unit=ORG-0002                     of that part of the organisation
 *     unit.below=ORG-0002               of it and of all below it
 *     limit=50  after=AGR-0007          so many, those that follow on that record
 *
 * What is not understood is refused, so that a mistyped filter never shows more than was
 * asked for.
 */
#ifndef ACTIONS_DUE_H
#define ACTIONS_DUE_H

#include "codec/json.h"
#include "http/http.h"
#include "records/keeping.h"

/* Inside a read.  FAIL_REFUSED: every reason is in `why`, with the parameter as `where`. */
enum fail due_asked(struct act *a, const struct pairs *address, struct refusal *why,
                    struct due_query *out) MUST_USE;
/* One of them as a JSON object, in the language of the act. */
void due_put(struct json_out *j, struct act *a, const struct due *d);
/* {"by":…,"items":[…],"next":…}: the page that was asked for. */
enum fail due_put_all(struct json_out *j, struct act *a, struct due_query *q) MUST_USE;

#endif
