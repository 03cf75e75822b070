/*
 * bin.c -- which kinds of record lie in the bin.
 */
#include "web/visit.h"
#include "web/web.h"

struct emptying {
	struct visit *v;
	struct bin_view view;
};

static enum fail load(struct act *a, void *arg)
{
	struct emptying *x = arg;
	const struct registry *types = store_registry(x->v->site->store);

	x->view.lines.count = 0;
	for (size_t i = 0; i < types->count; i++) {
		struct query q = { .type = types->at[i], .withdrawn = true };
		int64_t n = 0;

		if (!visit_may_read(x->v, types->at[i]))
			continue;
		enum fail f = record_count(a, &q, &n);
		if (f != OK)
			return f;
		if (n > 0)
			x->view.lines.at[x->view.lines.count++] = (struct bin_line){
				str_format(a->arena, "/bin/%s", types->at[i]->name),
				str_format(a->arena, "%lld", (long long)n),
				SAY(x->v, types->at[i]->plural)
			};
	}
	return OK;
}

void bin_page(struct request *q, struct response *r)
{
	struct visit v;
	struct emptying x = { .v = &v };

	if (!visit_open(&v, q, r))
		return;
	x.view.lines.at = ARENA_TRY(v.arena, struct bin_line,
	                            store_registry(v.site->store)->count + 1);
	enum fail f = x.view.lines.at ? visit_read(&v, load, &x) : FAIL_MEMORY;
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	visit_frame_at(&v, &x.view.frame, str_of(SAY(&v, N_("Bin"))), "/bin");
	VISIT_SHOW(&v, bin, &x.view);
}
