/*
 * bulk.h -- what a call says about many records at once: which, what is done, what is given
 * with it.
 *
 *     { "records": [ { "id": "PLN-0003", "version": 4 } ], "step": "retire",
 *       "fields": {}, "owner": "PER-0001", "label": 1, "reason": "..." }
 *     { "address": "state=draft&kind=tabletop", "step": "retire" }        only by a job
 */
#ifndef API_BULK_H
#define API_BULK_H

#include "actions/bulk.h"
#include "api/call.h"

#define BULK_JOB_MOST 10000             /* records of one job */

struct bulk {
	struct call *call;              /* its type, and the order as its body */
	struct bulk_row *rows;
	size_t count;
	const struct step *step;
};

/* How many records the body names; an address: more than can be done at once. */
size_t bulk_named(const struct json *body);
/* False: reasons are in the call. */
bool bulk_read(struct bulk *b);
/* For bulk_order.change, with the bulk as its argument. */
enum fail bulk_change(struct act *a, void *arg, const struct row *now, struct refusal *why,
                      struct change **out);
/* What became of one, as an object. */
void bulk_answer_row(struct call *c, const struct bulk_row *row);

#endif
