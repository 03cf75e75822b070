/* notices_hook.c -- what a write gives rise to: given to somebody, waits for a decision. */
#include "actions/notices.h"

#include "model/row.h"
#include "store/notices.h"

#define OF_ITS_STATE (BIT(NOTICE_SIGN_OFF) | BIT(NOTICE_DUE))

static bool owner_changed(const struct row *before, const struct row *after)
{
	return !id_equal(before ? before->owner : ID_NONE, after->owner);
}

/* Parts that the program makes, and what somebody attached, are given to nobody. */
static bool is_given(const struct act *a, const struct row *r)
{
	return a->depth == 0 && !r->type->attachment && a->actor->kind == ACTOR_PERSON &&
	       id_is_set(r->owner) && !id_equal(r->owner, a->actor->person);
}

static enum fail given(struct act *a, const struct row *before, const struct row *after)
{
	const struct notice n = { .kind = NOTICE_ASSIGNED,
		                  .person = after->owner,
		                  .record = after->id };
	enum fail f = OK;

	if (!owner_changed(before, after))
		return OK;
	if (before)
		f = notice_settle(a, after->id, BIT(NOTICE_ASSIGNED) | BIT(NOTICE_DUE),
		                  STR_NONE);
	return f == OK && is_given(a, after) ? notice_add(a, &n) : f;
}

static enum fail ask_for(struct act *a, const struct row *r, const struct step *step)
{
	struct str id = id_text(a->arena, r->id);
	const struct notice n = {
		.kind = NOTICE_SIGN_OFF,
		.to = TO_STEP,
		.name = str_of(step->name),
		.record = r->id,
		.detail = step->label,
		.key = str_format(a->arena, "%s/%.*s/%lld", step->name, STR_ARG(id),
		                  (long long)r->version),
	};

	return notice_add(a, &n);
}

/* Somebody put it before those who approve: it came into a state that they lead on from. */
static enum fail moved(struct act *a, const struct row *before, const struct row *after)
{
	if (!before || before->state == after->state)
		return OK;
	enum fail f = notice_settle(a, after->id, OF_ITS_STATE, STR_NONE);
	for (size_t i = 0; f == OK && i < after->type->steps.count; i++) {
		const struct step *step = &after->type->steps.at[i];

		if (step->approval && !step->by_clock && step->from & BIT(after->state))
			f = ask_for(a, after, step);
	}
	return f;
}

/* Another date, or none: what was said of the old one holds no more. */
static bool dates_changed(const struct row *before, const struct row *after)
{
	for (size_t i = 0; before && i < after->type->fields.count; i++)
		if (after->type->fields.at[i].due_in &&
		    date_compare(row_date(before, (int)i), row_date(after, (int)i)) != 0)
			return true;
	return false;
}

enum fail notices_after_write(struct act *a, const struct row *before,
                              const struct row *after)
{
	const struct row *r = after ? after : before;

	if (!after || instant_is_set(after->withdrawn_at))
		return notice_settle(a, r->id, BIT(NOTICE__COUNT) - 1, STR_NONE);
	enum fail f = given(a, before, after);
	if (f == OK)
		f = moved(a, before, after);
	if (f == OK && dates_changed(before, after))
		f = notice_settle(a, after->id, BIT(NOTICE_DUE), STR_NONE);
	return f;
}
