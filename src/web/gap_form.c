/*
 * gap_form.c -- a gap as a set of controls, and what was typed in them.
 */
#include "web/gap_form.h"

#include "base/limits.h"
#include "records/person.h"
#include "records/recommendation.h"
#include "web/form.h"
#include "web/web.h"

enum fail gap_people(struct act *a, struct answer *out)
{
	struct query q = { .type = &person_type,
		           .sort = PER_NAME,
		           .limit = LIMIT_PAGE_ROWS };

	return record_list(a, &q, out);
}

struct str gap_typed(struct visit *v, const char *name, struct str key, bool typed,
                     struct str now)
{
	struct str full = str_format(v->arena, "%s_%.*s", name, STR_ARG(key));

	return typed ? form_get(v, str_z(v->arena, full)) : now;
}

bool gap_is_sent(const struct visit *v, const char *name, struct str key)
{
	struct str full = str_format(v->arena, "%s_%.*s", name, STR_ARG(key));

	for (size_t i = 0; i < v->q->form.count; i++)
		if (str_equal(v->q->form.at[i].name, full))
			return true;
	return false;
}

enum fail gap_set_people(struct visit *v, const struct answer *people, struct id owner,
                         bool typed, struct gap_set *set)
{
	struct str asked = gap_typed(v, "owner", set->key, typed, STR(""));

	set->people.at = ARENA_TRY(v->arena, struct control_choice, people->count + 1);
	if (!set->people.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < people->count; i++) {
		struct str code = row_code(v->arena, people->rows[i]);
		bool now = id_equal(people->rows[i]->id, owner);

		set->people.at[set->people.count++] = (struct control_choice){
			code, row_title(people->rows[i], v->lang),
			typed ? str_equal(code, asked) : now
		};
	}
	return OK;
}

enum fail gap_settled_typed(struct visit *v, struct act *a, struct str key,
                            struct gap_settled *out)
{
	struct str owner = str_trim(gap_typed(v, "owner", key, true, STR_NONE));
	struct str due = str_trim(gap_typed(v, "due", key, true, STR_NONE));

	*out = (struct gap_settled){
		.key = key,
		.words = str_trim(gap_typed(v, "words", key, true, STR_NONE)),
		.measures = str_trim(gap_typed(v, "measures", key, true, STR_NONE)),
	};
	if (owner.n > 0 && !form_link(v, a, &person_type, FIELD_OWNER, owner, &out->owner))
		return FAIL_REFUSED;
	if (due.n > 0 && !date_parse(due, &out->due)) {
		refuse_with(&v->why, REC_DUE_ON, MESSAGE1(N_("“%1” is not a date"), due),
		            MESSAGE(N_("Write it as 2026-05-14.")));
		return FAIL_REFUSED;
	}
	return OK;
}
