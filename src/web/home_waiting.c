/*
 * home_waiting.c -- what waits on others: records of this person in a state that still asks
 * something, where the step that decides, or every step, is for somebody else to take.
 */
#include "web/home.h"
#include "web/record.h"

#define LOOKED_AT 50 /* of each kind of record, last changed first */

/* The step that others must take, or null when the person can go on by themselves. */
static const struct step *step_of_others(struct visit *v, const struct row *r)
{
	struct subject s = subject_here(v, r);
	const struct step *theirs = NULL;
	bool mine = false;

	for (size_t i = 0; i < r->type->steps.count; i++) {
		const struct step *step = &r->type->steps.at[i];

		if (!(step->from & BIT(r->state)) || step->by_clock)
			continue;
		bool may = access_step(v->actor, step, &s, v->today, NULL);
		if (!may && (step->approval || step->not_author))
			return step;
		mine = mine || may;
		if (!may && !theirs)
			theirs = step;
	}
	return mine ? NULL : theirs;
}

static void add_line(struct home *h, const struct row *r, const struct step *step)
{
	struct visit *v = h->v;

	h->view.waiting.at[h->view.waiting.count++] = (struct home_waiting){
		.href = record_href(v->arena, r),
		.title = row_title(r, v->lang),
		.sub = str_format(v->arena, "%s, %.*s", SAY(v, step->label),
		                  STR_ARG(row_code(v->arena, r))),
		.since = words_short_date(v->arena, v->lang,
		                          instant_utc_date(r->changed_at), v->today),
	};
}

static enum fail load_type(struct home *h, struct act *a, const struct record_type *t)
{
	struct filter filters[33];
	struct answer rows;
	size_t n = 0;

	for (size_t i = 0; i < t->states.count && n < 32; i++)
		if (t->states.at[i].open)
			filters[n++] = (struct filter){ .field = FIELD_STATE,
				                        .op = IS,
				                        .or_with_next = true,
				                        .value = { .filled = true,
				                                   .number = (int64_t)i } };
	if (n == 0)
		return OK;
	filters[n - 1].or_with_next = false;
	filters[n++] = (struct filter){ .field = FIELD_OWNER,
		                        .op = IS,
		                        .value = { .filled = true,
		                                   .links = &h->v->actor->person,
		                                   .link_count = 1 } };
	struct query q = { .type = t,
		           .filters = filters,
		           .filter_count = n,
		           .sort = SORT_CHANGED,
		           .descending = true,
		           .limit = LOOKED_AT };
	enum fail f = record_list(a, &q, &rows);
	for (size_t i = 0; f == OK && i < rows.count; i++) {
		const struct step *step = step_of_others(h->v, rows.rows[i]);

		if (step && h->view.waiting.count < MOST_WAITING)
			add_line(h, rows.rows[i], step);
	}
	return f;
}

enum fail home_waiting(struct home *h, struct act *a)
{
	const struct registry *types = store_registry(h->v->site->store);

	if (!id_is_set(h->v->actor->person))
		return OK;
	h->view.waiting.at = ARENA_TRY(h->v->arena, struct home_waiting, MOST_WAITING);
	if (!h->view.waiting.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < types->count; i++) {
		enum fail f = load_type(h, a, types->at[i]);

		if (f != OK)
			return f;
	}
	return OK;
}
