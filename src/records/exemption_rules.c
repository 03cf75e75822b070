/*
 * exemption_rules.c -- when a request for an exemption is whole, when a decision can be
 * taken, and what follows from it.
 */
#include "records/exemption_rules.h"

#include "records/exemption.h"
#include "records/linked.h"
#include "store/store.h"

/* ---- the request ---- */

/* Letters, digits and hyphens: whether the register knows it is seen where it is used. */
static bool is_duty_number(struct str s)
{
	bool dash = false;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		dash = dash || c == '-';
		if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '-')
			return false;
	}
	return dash;
}

bool duties_are_named(const struct act *a, const struct row *r, struct refusal *why)
{
	struct str text = row_text(r, EXM_DUTIES);

	while (text.n > 0) {
		struct str line = str_trim(str_split(text, '\n', &text));

		if (line.n > 0 && !is_duty_number(line))
			return refuse_with(why, EXM_DUTIES,
			                   MESSAGE1("%1 is no number of a duty",
			                            str_printable(a->arena, line)),
			                   MESSAGE("Write one a line, as MISO-077."));
	}
	return true;
}

bool can_be_renewed(const struct act *a, const struct row *r, struct refusal *why)
{
	const struct row *before = row_linked(a, r, EXM_RENEWAL_OF, &exemption_type);

	if (id_equal(row_link(r, EXM_RENEWAL_OF), r->id))
		return refuse(why, EXM_RENEWAL_OF, "is this exemption itself",
		              "Name the one before.");
	if (before && (before->state == EXM_IS_GRANTED || before->state == EXM_IS_EXPIRED ||
	               before->state == EXM_IS_RENEWED))
		return true;
	return refuse(why, EXM_RENEWAL_OF, "was never granted",
	              "Name an exemption that is in force or has expired.");
}

bool request_is_whole(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = true;

	if (!row_flag(r, EXM_FAQS_READ))
		ok = refuse(why, EXM_FAQS_READ, "is not confirmed",
		            "Have the business area read them first.");
	if (!row_flag(r, EXM_NEEDED))
		ok = refuse(why, EXM_NEEDED, "is not confirmed",
		            "Look it up in the guide; perhaps none is needed.");
	if (row_filled(r, EXM_WANTED_UNTIL) &&
	    date_compare(row_date(r, EXM_WANTED_UNTIL), act_today(a)) <= 0)
		ok = refuse(why, EXM_WANTED_UNTIL, "is not in the future",
		            "Say until when it is needed.");
	return ok;
}

bool endorsed_by_another(const struct act *a, const struct row *r, struct refusal *why)
{
	if (a->actor->kind != ACTOR_PERSON ||
	    !id_equal(row_link(r, EXM_ENDORSED_BY), a->actor->person))
		return true;
	return refuse(why, EXM_ENDORSED_BY, "whoever endorsed this cannot also approve it",
	              "Ask the chief information officer.");
}

/* ---- the decision ---- */

bool decision_has_come(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, EXM_DECIDED_ON, why);

	return dates_in_order(r, EXM_SUBMITTED_ON, EXM_DECIDED_ON, why) && ok;
}

bool grant_ends(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = decision_has_come(a, r, why);

	ok = dates_in_order(r, EXM_STARTS_ON, EXM_ENDS_ON, why) && ok;
	if (row_filled(r, EXM_ENDS_ON) &&
	    date_compare(row_date(r, EXM_ENDS_ON), act_today(a)) < 0)
		ok = refuse(why, EXM_ENDS_ON, "has already passed",
		            "An exemption that has ended is not granted.");
	return ok;
}

bool compliance_has_come(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, EXM_COMPLIED_ON, why);
}

bool renewal_is_granted(const struct act *a, const struct row *r, struct refusal *why)
{
	if (rows_linking(a, &exemption_type, EXM_RENEWAL_OF, r->id, BIT(EXM_IS_GRANTED)) >
	    0)
		return true;
	return refuse(why, FIELD_STATE, "no exemption that renews it was granted",
	              "Ask for one that names this one as renewed.");
}

bool last_day_is_past(const struct act *a, const struct row *r, struct refusal *why)
{
	if (row_filled(r, EXM_ENDS_ON) &&
	    date_compare(row_date(r, EXM_ENDS_ON), act_today(a)) < 0)
		return true;
	return refuse(why, EXM_ENDS_ON, "its last day is not over",
	              "Revoke it with a reason instead.");
}

/* ---- what follows ---- */

static enum fail note(struct act *a, const struct row *r, int on, int by)
{
	struct change *c = change_new(a->arena, &exemption_type);

	change_date(c, on, act_today(a));
	if (by >= 0 && id_is_set(a->actor->person))
		change_link(c, by, a->actor->person);
	return record_set(a, &exemption_type, r->id, c);
}

enum fail checked(struct act *a, const struct row *before, const struct row *after)
{
	(void)before;
	return note(a, after, EXM_CHECKED_ON, EXM_CHECKED_BY);
}

enum fail endorsed(struct act *a, const struct row *before, const struct row *after)
{
	(void)before;
	return note(a, after, EXM_ENDORSED_ON, EXM_ENDORSED_BY);
}

enum fail approved(struct act *a, const struct row *before, const struct row *after)
{
	(void)before;
	return note(a, after, EXM_APPROVED_ON, EXM_APPROVED_BY);
}

enum fail submitted(struct act *a, const struct row *before, const struct row *after)
{
	(void)before;
	return note(a, after, EXM_SUBMITTED_ON, -1);
}

/* The one that it renews ends with it. */
enum fail granted(struct act *a, const struct row *before, const struct row *after)
{
	struct refusal why = refusal_on(a->arena);
	const struct row *old = row_linked(a, after, EXM_RENEWAL_OF, &exemption_type);
	struct row *changed;
	enum fail f = duties_set_aside(a, after);

	(void)before;
	if (f != OK || !old ||
	    (old->state != EXM_IS_GRANTED && old->state != EXM_IS_EXPIRED))
		return f;
	return record_step(a, &exemption_type, old->id, 0,
	                   step_find(&exemption_type, STR("renew")),
	                   change_new(a->arena, &exemption_type), &why, &changed);
}

/* One that expired before it was renewed has ended on its last day all the same. */
enum fail ended(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &exemption_type);
	struct date day = act_today(a);

	if (before->state == EXM_IS_EXPIRED)
		return OK;
	if (after->state == EXM_IS_COMPLIED)
		day = row_date(after, EXM_COMPLIED_ON);
	else if (after->state == EXM_IS_EXPIRED)
		day = row_date(after, EXM_ENDS_ON);
	change_date(c, EXM_ENDED_ON, day);
	enum fail f = record_set(a, &exemption_type, after->id, c);
	/* On its last day what it set aside ends by itself. */
	return f != OK || after->state == EXM_IS_EXPIRED ? f : duties_taken_up(a, after);
}
