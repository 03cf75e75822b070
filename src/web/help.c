/*
 * help.c -- how the job is done, the keys, and what kinds of record there are.
 */
#include "web/visit.h"
#include "web/web.h"

#ifndef WARDROOM_VERSION
#define WARDROOM_VERSION "?"
#endif

void help_page(struct request *q, struct response *r)
{
	struct visit v;
	struct help_view view = { .version = STR(WARDROOM_VERSION) };

	if (!visit_open(&v, q, r))
		return;
	const struct registry *types = store_registry(v.site->store);
	view.types.at = ARENA_TRY(v.arena, struct help_type, types->count + 1);
	for (size_t i = 0; view.types.at && i < types->count; i++) {
		const struct record_type *t = types->at[i];

		if (t->help && visit_may_read(&v, t))
			view.types.at[view.types.count++] =
				(struct help_type){ str_format(v.arena, "/%s", t->name),
				                    SAY(&v, t->plural), SAY(&v, t->help) };
	}
	visit_frame_at(&v, &view.frame, str_of(SAY(&v, N_("Help"))), "/help");
	VISIT_SHOW(&v, help, &view);
}
