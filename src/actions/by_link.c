/* by_link.c -- a record found by the key of its link. */
#include "actions/by_link.h"

#include "base/arena.h"
#include "store/tenant.h"

#define KEY_LEAST 20                    /* shorter is no key of ours, and not looked up */

struct looking {
	const struct by_link *link;
	struct id found;
};

static enum fail look(struct act *a, void *arg)
{
	struct looking *l = arg;
	const struct filter key = {
		.field = l->link->field,
		.op = IS,
		.value = { .filled = true, .text = l->link->key },
	};
	struct answer found;
	enum fail f = record_list(a,
	                          &(struct query){ .type = l->link->type,
	                                           .filters = &key,
	                                           .filter_count = 1,
	                                           .limit = 1 },
	                          &found);

	if (f != OK)
		return f;
	if (found.count == 0)
		return FAIL_NOT_FOUND;
	l->found = found.rows[0]->id;
	return OK;
}

enum fail by_link_find(struct store *s, struct arena *a, const struct by_link *link,
                       struct actor *program, struct id *record)
{
	struct looking l = { .link = link };
	struct tenant *tenants;
	size_t count;

	if (link->key.n < KEY_LEAST)
		return FAIL_NOT_FOUND;
	enum fail f = tenant_list(s, a, &tenants, &count);
	if (f != OK)
		return f;
	for (size_t i = 0; i < count; i++) {
		*program = tenant_system(tenants[i].org, link->name);
		program->lang = link->lang;
		f = store_read(s, program, a, look, &l);
		*record = l.found;
		if (f != FAIL_NOT_FOUND)
			return f;
	}
	return FAIL_NOT_FOUND;
}
