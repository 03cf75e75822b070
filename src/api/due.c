/*
 * due.c -- what is due for disposal.
 *
 *     GET /due?by=2027-01-31&type=plan&unit.below=ORG-0002&limit=50&after=PLN-0007
 *
 * And what would be, if a retention rule were changed:
 *
 *     GET /retention_rule/RET-0004/touches?years=5&counts_from=end&afterwards=destroy
 */
#include "actions/due.h"
#include "actions/rule_preview.h"

#include "api/call.h"
#include "api/records.h"
#include "records/retention_rule.h"

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

/* ---- what a change of a rule would touch ---- */
static bool decides(const char *name)
{
	return strcmp(name, "years") == 0 || strcmp(name, "counts_from") == 0 ||
	       strcmp(name, "afterwards") == 0;
}

static enum fail terms_asked(struct act *a, struct call *c, const struct row *rule,
                             struct change *to)
{
	const struct pairs *address = &c->q->query;
	enum fail f = OK;

	for (size_t i = 0; f == OK && i < address->count; i++) {
		int field = field_find(rule->type, address->at[i].name);
		if (field >= 0 && decides(rule->type->fields.at[field].name)) {
			f = change_from_text(a, to, rule->type, field,
			                     address->at[i].value, &c->why);
			continue;
		}
		refuse(&c->why, FIELD_NONE, N_("there is no such way to filter"), NULL);
		c->why.at[c->why.count - 1].where =
			str_copy(a->arena, address->at[i].name);
	}
	return f == OK && refused(&c->why) ? FAIL_REFUSED : f;
}

static enum fail preview(struct act *a, struct call *c)
{
	struct rule_preview p;
	struct row *rule;
	enum fail f = call_record(a, c, &rule);

	if (f != OK)
		return f;
	struct change *to = change_new(a->arena, rule->type);
	f = terms_asked(a, c, rule, to);
	if (f == OK)
		f = rule_preview(a, rule, to, &p);
	if (f == OK)
		rule_preview_put(&c->json, a->arena, &p);
	return f;
}

void api_rule_touches(struct request *q, struct response *r)
{
	struct call c;

	if (!call_open(&c, q, r))
		return;
	q->params[1] = q->params[0];
	c.type = &retention_rule_type;
	call_answer(&c, call_read(&c, preview));
}
