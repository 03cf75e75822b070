/* units.c -- the parts of the organisation, to be chosen from. */
#include "web/units.h"

#include "records/organisation.h"

static void add(struct visit *v, struct unit_filter *out, const struct row *unit,
                bool chosen)
{
	out->list.at[out->list.count++] = (struct unit_choice){
		row_code(v->arena, unit), row_title(unit, v->lang), chosen
	};
}

/* One that is not among those that are shown is shown all the same. */
static void add_chosen(struct visit *v, struct act *a, struct unit_filter *out,
                       struct id chosen)
{
	struct row *unit;

	for (size_t i = 0; i < out->list.count; i++)
		if (out->list.at[i].chosen)
			return;
	if (id_is_set(chosen) && record_get(a, &organisation_type, chosen, &unit) == OK)
		add(v, out, unit, true);
}

enum fail unit_filter_fill(struct visit *v, struct act *a, struct unit_filter *out)
{
	struct query q = { .type = &organisation_type,
		           .sort = ORG_TITLE,
		           .limit = LIMIT_PAGE_ROWS };
	struct str asked = query_get(v, "unit.below");
	struct answer units;
	struct id chosen = ID_NONE;
	enum fail f = record_list(a, &q, &units);

	*out = (struct unit_filter){ 0 };
	if (f != OK || units.count < 2)
		return f;
	out->list.at = ARENA_TRY(v->arena, struct unit_choice, units.count + 1);
	if (!out->list.at)
		return FAIL_MEMORY;
	if (asked.n > 0 && record_resolve(a, &organisation_type, asked, &chosen) != OK)
		chosen = ID_NONE;
	for (size_t i = 0; i < units.count; i++)
		add(v, out, units.rows[i], id_equal(units.rows[i]->id, chosen));
	add_chosen(v, a, out, chosen);
	return OK;
}
