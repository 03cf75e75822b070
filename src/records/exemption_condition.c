/*
 * exemption_condition.c -- something that must be done while an exemption is in force, with
 * the day on which the owner of the standard follows it up.
 *
 * The business area reports, the security officer accepts; a day may be put off, with the
 * reason, and both days stay on record.
 *
 *     open -> reported -> met
 *      ^ |      |   \
 *      '-+------'    '--> dropped
 *
 * Scenarios: tests/records/exemption_condition.t
 */
#include "records/exemption_condition.h"

#include "records/evidence.h"
#include "records/exemption.h"
#include "records/linked.h"
#include "store/store.h"

static check_fn was_met;
static check_fn is_put_off;
static effect_fn keep_due_day;
static effect_fn settled;

static const struct field fields[] = {
	[EXC_TITLE]        = { .name = "title", .label = "Condition", .type = T_BILINE,
	                       .max = 250, .required = true },
	[EXC_EXEMPTION]    = { .name = "exemption", .label = "Exemption", .type = T_LINK,
	                       .target = &exemption_type, .required = true,
	                       .part_of = true },
	[EXC_WORDS]        = { .name = "wording", .label = "In the owner's words",
	                       .type = T_TEXT },
	[EXC_FOLLOW_UP_ON] = { .name = "follow_up_on", .label = "Follow-up on",
	                       .type = T_DATE, .required = true },
	[EXC_EXTENDED_TO]  = { .name = "extended_to", .label = "Put off to",
	                       .type = T_DATE },
	[EXC_DUE_ON]       = { .name = "due_on", .label = "Due", .type = T_DATE,
	                       .due_in = BIT(EXC_IS_OPEN) | BIT(EXC_IS_REPORTED),
	                       .set_by_program = true },
	[EXC_MET_ON]       = { .name = "met_on", .label = "Met on", .type = T_DATE },
	[EXC_ANSWER]       = { .name = "answer", .label = "What was done", .type = T_TEXT },
	[EXC_EVIDENCE]     = { .name = "evidence", .label = "Evidence", .type = T_LINK,
	                       .target = &evidence_type, .many = true },
	[EXC_SETTLED_ON]   = { .name = "settled_on", .label = "Accepted on",
	                       .type = T_DATE, .set_by_program = true },
};
_Static_assert(COUNT(fields) == EXC__COUNT, "every field is described");

static const struct state states[] = {
	[EXC_IS_OPEN]     = { .name = "open", .label = "Open", .open = true },
	[EXC_IS_REPORTED] = { .name = "reported", .label = "Reported", .open = true },
	[EXC_IS_MET]      = { .name = "met", .label = "Met", .locked = true },
	[EXC_IS_DROPPED]  = { .name = "dropped", .label = "No longer asked for",
	                      .locked = true },
};
_Static_assert(COUNT(states) == EXC_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[EXC_MAY_SET]    = { .name = "exemption_condition.set",
	                     .label = "Write down conditions of exemptions" },
	[EXC_MAY_REPORT] = { .name = "exemption_condition.report",
	                     .label = "Report on conditions of exemptions" },
	[EXC_MAY_ACCEPT] = { .name = "exemption_condition.accept",
	                     .label = "Accept that conditions are met" },
};
_Static_assert(COUNT(rights) == EXC_MAY__COUNT, "every right is described");

#define STANDING (BIT(EXC_IS_OPEN) | BIT(EXC_IS_REPORTED))

static const struct step steps[] = {
	{ .name = "report", .label = "Report that it is met", .from = BIT(EXC_IS_OPEN),
	  .to = EXC_IS_REPORTED, .right = EXC_MAY_REPORT,
	  .needs = BIT(EXC_MET_ON) | BIT(EXC_ANSWER), .takes = BIT(EXC_EVIDENCE),
	  .check = was_met },
	{ .name = "accept", .label = "Accept", .from = BIT(EXC_IS_REPORTED),
	  .to = EXC_IS_MET, .right = EXC_MAY_ACCEPT, .not_author = true,
	  .effect = settled },
	{ .name = "ask_again", .label = "Ask again", .from = BIT(EXC_IS_REPORTED),
	  .to = EXC_IS_OPEN, .right = EXC_MAY_ACCEPT, .needs_reason = true },
	{ .name = "extend", .label = "Put off", .from = STANDING, .to = EXC_IS_OPEN,
	  .right = EXC_MAY_ACCEPT, .needs = BIT(EXC_EXTENDED_TO), .needs_reason = true,
	  .check = is_put_off, .effect = keep_due_day },
	{ .name = "drop", .label = "No longer asked for", .from = STANDING,
	  .to = EXC_IS_DROPPED, .right = EXC_MAY_ACCEPT, .needs_reason = true },
};

static const int list[] = { EXC_TITLE, EXC_EXEMPTION, EXC_DUE_ON, EXC_MET_ON };

const struct record_type exemption_condition_type = {
	.name = "exemption_condition", .label = "Condition of an exemption",
	.plural = "Conditions of exemptions", .code = "EXC",
	.group = N_("Policies and documents"),
	.help = "What must be done while an exemption is in force, and the day of the "
	        "follow-up.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = EXC_MAY_SET,
	.change = EXC_MAY_SET, .retention = "security-administration",
	.over = { .in = BIT(EXC_IS_MET) | BIT(EXC_IS_DROPPED) }, .effect = keep_due_day,
};

static bool was_met(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, EXC_MET_ON, why);
}

static bool is_put_off(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = dates_in_order(r, EXC_FOLLOW_UP_ON, EXC_EXTENDED_TO, why);

	if (row_filled(r, EXC_EXTENDED_TO) &&
	    date_compare(row_date(r, EXC_EXTENDED_TO), act_today(a)) < 0)
		ok = refuse(why, EXC_EXTENDED_TO, "has already passed",
		            "Give a day that is still to come.");
	return ok;
}

static enum fail keep_due_day(struct act *a, const struct row *before,
                              const struct row *after)
{
	struct change *c = change_new(a->arena, &exemption_condition_type);
	int field = row_filled(after, EXC_EXTENDED_TO) ? EXC_EXTENDED_TO : EXC_FOLLOW_UP_ON;
	struct date due = row_date(after, field);

	(void)before;
	if (row_filled(after, EXC_DUE_ON) &&
	    date_compare(row_date(after, EXC_DUE_ON), due) == 0)
		return OK;
	change_date(c, EXC_DUE_ON, due);
	return record_set(a, &exemption_condition_type, after->id, c);
}

static enum fail settled(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &exemption_condition_type);

	(void)before;
	change_date(c, EXC_SETTLED_ON, act_today(a));
	return record_set(a, &exemption_condition_type, after->id, c);
}
