/*
 * due.c -- what is due for disposal.
 *
 *     GET /due?by=2027-01-31&type=plan&unit.below=ORG-0002&limit=50&after=PLN-0007
 */
#include "actions/due.h"

#include "api/call.h"
#include "api/records.h"

#define DUE_AT_ONCE 50

static enum fail list(struct act *a, struct call *c)
{
	struct due_query q;
	enum fail f = due_asked(a, &c->q->query, &c->why, &q);

	if (q.most == 0)
		q.most = DUE_AT_ONCE;
	return f == OK ? due_put_all(&c->json, a, &q) : f;
}

void api_due(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r))
		call_answer(&c, call_read(&c, list));
}
