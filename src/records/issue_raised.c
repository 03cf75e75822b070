/*
 * issue_raised.c -- a security issue of the ministry that others should hear of, or a
 * reason why not.
 *
 * Raised in a forum on a day, it stays open until what came of it is written down.
 *
 *     noted -> raised -> settled
 *        \--> kept (with the reason why it is not for a forum)
 *
 * Scenarios: tests/records/issue_raised.t
 */
#include "records/issue_raised.h"

#include "records/forum.h"
#include "records/linked.h"

static check_fn days_have_come;

static const struct choice weights[] = {
	{ .name = "low", .label = "Low" },
	{ .name = "medium", .label = "Medium" },
	{ .name = "high", .label = "High" },
};

static const struct field fields[] = {
	[ISU_TITLE]       = { .name = "title", .label = "Issue", .type = T_BILINE,
	                      .max = 200, .required = true },
	[ISU_DESCRIPTION] = { .name = "description", .label = "What it is",
	                      .type = T_TEXT },
	[ISU_WEIGHT]      = { .name = "weight", .label = "Weight", .type = T_CHOICE,
	                      .choices = TABLE(weights) },
	[ISU_ARISEN_ON]   = { .name = "arisen_on", .label = "Arose on", .type = T_DATE,
	                      .required = true },
	[ISU_ABOUT]       = { .name = "about", .label = "About", .type = T_LINK,
	                      .many = true },
	[ISU_RAISED_ON]   = { .name = "raised_on", .label = "Raised on", .type = T_DATE },
	[ISU_FORUM]       = { .name = "forum", .label = "Raised in the forum",
	                      .type = T_LINK, .target = &forum_type },
	[ISU_ASKED]       = { .name = "asked", .label = "What was asked of the forum",
	                      .type = T_TEXT },
	[ISU_OUTCOME]     = { .name = "outcome", .label = "What came of it",
	                      .type = T_TEXT },
	[ISU_SETTLED_ON]  = { .name = "settled_on", .label = "Settled on", .type = T_DATE },
};
_Static_assert(COUNT(fields) == ISU__COUNT, "every field is described");

static const struct state states[] = {
	[ISU_IS_NOTED]   = { .name = "noted", .label = "Noted", .open = true },
	[ISU_IS_RAISED]  = { .name = "raised", .label = "Raised", .open = true },
	[ISU_IS_SETTLED] = { .name = "settled", .label = "Settled" },
	[ISU_IS_KEPT]    = { .name = "kept", .label = "Kept in the ministry" },
};
_Static_assert(COUNT(states) == ISU_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[ISU_MAY_NOTE]  = { .name = "issue_raised.note", .label = "Note issues" },
	[ISU_MAY_RAISE] = { .name = "issue_raised.raise",
	                    .label = "Raise issues in forums" },
};
_Static_assert(COUNT(rights) == ISU_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "raise", .label = "Record that it was raised",
	  .from = BIT(ISU_IS_NOTED) | BIT(ISU_IS_KEPT), .to = ISU_IS_RAISED,
	  .right = ISU_MAY_RAISE, .needs = BIT(ISU_RAISED_ON) | BIT(ISU_FORUM),
	  .takes = BIT(ISU_ASKED) },
	{ .name = "settle", .label = "Settle", .from = BIT(ISU_IS_RAISED),
	  .to = ISU_IS_SETTLED, .right = ISU_MAY_RAISE,
	  .needs = BIT(ISU_OUTCOME) | BIT(ISU_SETTLED_ON) },
	{ .name = "keep", .label = "Decide that it is not for a forum",
	  .from = BIT(ISU_IS_NOTED), .to = ISU_IS_KEPT, .right = ISU_MAY_RAISE,
	  .needs_reason = true },
};

static const int list[] = { ISU_TITLE, ISU_WEIGHT, ISU_ARISEN_ON, ISU_FORUM,
	                    ISU_RAISED_ON };

const struct record_type issue_raised_type = {
	.name = "issue_raised", .label = "Issue", .plural = "Issues", .code = "ISU",
	.group = N_("Co-ordination"),
	.help = "A security issue of the ministry that others should hear of.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = ISU_MAY_NOTE,
	.change = ISU_MAY_NOTE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(ISU_IS_SETTLED) | BIT(ISU_IS_KEPT), .on = ISU_SETTLED_ON },
	.check = days_have_come,
};

static bool days_have_come(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, ISU_ARISEN_ON, why);

	ok = date_has_come(a, r, ISU_RAISED_ON, why) && ok;
	ok = date_has_come(a, r, ISU_SETTLED_ON, why) && ok;
	ok = dates_in_order(r, ISU_ARISEN_ON, ISU_RAISED_ON, why) && ok;
	return dates_in_order(r, ISU_RAISED_ON, ISU_SETTLED_ON, why) && ok;
}
