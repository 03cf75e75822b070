/*
 * change.c -- something about a system changed: the system itself, or what surrounds it.
 *
 * A change to the system itself is approved by a second person before it is made, or
 * afterwards when it could not wait, and always asks for a review of the system's plan. The
 * six indirect kinds happen and are recorded.  Each change asks once whether it touches the
 * plan and once whether it touches the risks; a decision that it does not has its reason.
 *
 *     proposed <-> approved -> made -> closed
 *         |            '-> given up
 *         '-> refused | given up
 *
 * Scenarios: tests/records/change.t
 */
#include "records/change.h"

#include "records/linked.h"
#include "records/person.h"
#include "records/risk_assessment.h"
#include "records/system.h"
#include "store/store.h"

static check_fn stands_for_itself;
static check_fn may_be_made;
static check_fn everything_is_decided;
static effect_fn is_approved;
static effect_fn approval_is_void;
static effect_fn is_logged;
static effect_fn risks_are_due;

static const struct choice kinds[] = {
	{ .name = "direct", .label = "To the system itself" },
	{ .name = "ownership", .label = "Change of ownership" },
	{ .name = "business_process", .label = "Business process that it supports" },
	{ .name = "roles", .label = "Roles and responsibilities" },
	{ .name = "network", .label = "Network that it runs in" },
	{ .name = "connections", .label = "Other systems that connect to it" },
	{ .name = "information", .label = "Information that it holds or passes on" },
};

static const struct choice urgencies[] = {
	{ .name = "normal", .label = "Normal" },
	{ .name = "standard", .label = "Standard, agreed in advance" },
	{ .name = "emergency", .label = "Emergency" },
};

static const struct choice answers[] = {
	{ .name = "undecided", .label = "Not decided" },
	{ .name = "yes", .label = "Yes" },
	{ .name = "no", .label = "No" },
};

static const struct field fields[] = {
	[CHG_TITLE]         = { .name = "title", .label = "What changes", .type = T_BILINE,
	                        .max = 200, .required = true },
	[CHG_SYSTEM]        = { .name = "system", .label = "System", .type = T_LINK,
	                        .target = &system_type, .required = true },
	[CHG_KIND]          = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                        .choices = TABLE(kinds), .required = true },
	[CHG_URGENCY]       = { .name = "urgency", .label = "Urgency", .type = T_CHOICE,
	                        .choices = TABLE(urgencies) },
	[CHG_PATCH]         = { .name = "patch", .label = "Installs patches",
	                        .type = T_FLAG },
	[CHG_DESCRIPTION]   = { .name = "description", .label = "Description",
	                        .type = T_BITEXT },
	[CHG_RISKS]         = { .name = "risks", .label = "Risks of the change",
	                        .type = T_BITEXT },
	[CHG_MITIGATIONS]   = { .name = "mitigations", .label = "What is done about them",
	                        .type = T_BITEXT },
	[CHG_REFERENCE]     = { .name = "reference", .label = "Ticket", .type = T_LINE,
	                        .max = 100 },
	[CHG_PLANNED_FOR]   = { .name = "planned_for", .label = "Planned for",
	                        .type = T_DATE, .due_in = BIT(CHG_IS_APPROVED) },
	[CHG_MADE_ON]       = { .name = "made_on", .label = "Made or happened on",
	                        .type = T_DATE, .after_approval = true },
	[CHG_TOUCHES_PLAN]  = { .name = "touches_plan", .label = "Does it touch the plan?",
	                        .type = T_CHOICE, .choices = TABLE(answers),
	                        .help = "The plan is then reviewed after the change. A "
	                                "change to the system itself always does.",
	                        .after_approval = true },
	[CHG_PLAN_GROUNDS]  = { .name = "plan_grounds",
	                        .label = "Why the plan is not touched", .type = T_TEXT,
	                        .after_approval = true },
	[CHG_TOUCHES_RISKS] = { .name = "touches_risks",
	                        .label = "Does it touch the risks?", .type = T_CHOICE,
	                        .choices = TABLE(answers),
	                        .help = "A significant change asks for a new assessment "
	                                "of the risks.",
	                        .after_approval = true },
	[CHG_RISK_GROUNDS]  = { .name = "risk_grounds",
	                        .label = "Why the risks are not touched", .type = T_TEXT,
	                        .after_approval = true },
	[CHG_APPROVED_BY]   = { .name = "approved_by", .label = "Approved by",
	                        .type = T_LINK, .target = &person_type,
	                        .set_by_program = true },
	[CHG_APPROVED_ON]   = { .name = "approved_on", .label = "Approved on",
	                        .type = T_DATE, .set_by_program = true },
};
_Static_assert(COUNT(fields) == CHG__COUNT, "every field is described");

static const struct state states[] = {
	[CHG_IS_PROPOSED] = { .name = "proposed", .label = "Proposed", .open = true },
	[CHG_IS_APPROVED] = { .name = "approved", .label = "Approved", .open = true,
	                      .locked = true },
	[CHG_IS_MADE]     = { .name = "made", .label = "Made", .open = true,
	                      .locked = true },
	[CHG_IS_CLOSED]   = { .name = "closed", .label = "Closed", .locked = true },
	[CHG_IS_REFUSED]  = { .name = "refused", .label = "Refused", .locked = true },
	[CHG_IS_GIVEN_UP] = { .name = "given_up", .label = "Given up", .locked = true },
};
_Static_assert(COUNT(states) == CHG_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[CHG_MAY_WRITE]   = { .name = "change.write", .label = "Record changes" },
	[CHG_MAY_APPROVE] = { .name = "change.approve", .label = "Approve changes" },
	[CHG_MAY_MAKE]    = { .name = "change.make",
	                      .label = "Record that changes were made" },
};
_Static_assert(COUNT(rights) == CHG_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "approve", .label = "Approve",
	  .help = "By somebody else than who proposed it; the risks and what is done "
	          "about them are on record.",
	  .from = BIT(CHG_IS_PROPOSED), .to = CHG_IS_APPROVED, .right = CHG_MAY_APPROVE,
	  .needs = BIT(CHG_RISKS) | BIT(CHG_MITIGATIONS), .not_author = true,
	  .approval = true, .void_to = CHG_IS_PROPOSED, .effect = is_approved },
	{ .name = "revise", .label = "Take back to write anew",
	  .help = "The approval is then asked for again.", .from = BIT(CHG_IS_APPROVED),
	  .to = CHG_IS_PROPOSED, .right = CHG_MAY_WRITE, .needs_reason = true,
	  .effect = approval_is_void },
	{ .name = "refuse", .label = "Refuse", .from = BIT(CHG_IS_PROPOSED),
	  .to = CHG_IS_REFUSED, .right = CHG_MAY_APPROVE, .needs_reason = true },
	{ .name = "make", .label = "Record that it was made",
	  .help = "Of an indirect change: that it happened.",
	  .from = BIT(CHG_IS_PROPOSED) | BIT(CHG_IS_APPROVED), .to = CHG_IS_MADE,
	  .right = CHG_MAY_MAKE, .needs = BIT(CHG_MADE_ON), .check = may_be_made,
	  .effect = is_logged },
	{ .name = "approve_afterwards", .label = "Approve afterwards",
	  .help = "An emergency that was made before anybody could approve it.",
	  .from = BIT(CHG_IS_MADE), .to = CHG_IS_MADE, .right = CHG_MAY_APPROVE,
	  .needs = BIT(CHG_RISKS) | BIT(CHG_MITIGATIONS), .not_author = true,
	  .effect = is_approved },
	{ .name = "close", .label = "Decide and close",
	  .help = "Whether the plan and the risks are touched, with the reason where "
	          "they are not.",
	  .from = BIT(CHG_IS_MADE), .to = CHG_IS_CLOSED, .right = CHG_MAY_MAKE,
	  .needs = BIT(CHG_TOUCHES_PLAN) | BIT(CHG_TOUCHES_RISKS),
	  .takes = BIT(CHG_PLAN_GROUNDS) | BIT(CHG_RISK_GROUNDS),
	  .check = everything_is_decided, .effect = risks_are_due },
	{ .name = "give_up", .label = "Give up",
	  .from = BIT(CHG_IS_PROPOSED) | BIT(CHG_IS_APPROVED), .to = CHG_IS_GIVEN_UP,
	  .right = CHG_MAY_WRITE, .needs_reason = true },
};

static const int list[] = { CHG_TITLE,   CHG_SYSTEM,       CHG_KIND,
	                    CHG_MADE_ON, CHG_TOUCHES_PLAN, CHG_TOUCHES_RISKS };

const struct record_type change_type = {
	.name = "change", .label = "Change", .plural = "Changes", .code = "CHG",
	.group = N_("Inventory"),
	.help = "A change to a system or to what surrounds it. It asks once whether the "
	        "system’s plan and its risks are touched.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = CHG_MAY_WRITE,
	.change = CHG_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(CHG_IS_CLOSED) | BIT(CHG_IS_REFUSED) | BIT(CHG_IS_GIVEN_UP),
	          .on = CHG_MADE_ON },
	.check = stands_for_itself,
};

static bool is_direct(const struct row *r)
{
	return str_is(row_text(r, CHG_KIND), "direct");
}

/* Source: MISO-078: the plan follows every change of the system itself. */
static bool stands_for_itself(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (!is_direct(r) || !str_is(row_text(r, CHG_TOUCHES_PLAN), "no"))
		return true;
	return refuse(
		why, CHG_TOUCHES_PLAN,
		"a change to the system itself always touches its plan",
		"Review the plan after the change; the review may find that nothing is "
		"to be written anew.");
}

static bool may_be_made(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, CHG_MADE_ON, why);

	if (r->state == CHG_IS_APPROVED || !is_direct(r) ||
	    str_is(row_text(r, CHG_URGENCY), "emergency"))
		return ok;
	return refuse(why, FIELD_STATE, "nobody has approved it yet",
	              "Have it approved first. Only an emergency is approved afterwards.");
}

static bool is_decided(const struct row *r, int answer, int grounds, struct refusal *why)
{
	if (str_is(row_text(r, answer), "undecided"))
		return refuse(why, answer, "is not decided", "Say yes or no.");
	if (str_is(row_text(r, answer), "no") && !row_filled(r, grounds))
		return refuse(why, grounds, "does not say why not",
		              "One sentence that another person can follow.");
	return true;
}

static bool everything_is_decided(const struct act *a, const struct row *r,
                                  struct refusal *why)
{
	bool ok = is_decided(r, CHG_TOUCHES_PLAN, CHG_PLAN_GROUNDS, why);

	(void)a;
	ok = is_decided(r, CHG_TOUCHES_RISKS, CHG_RISK_GROUNDS, why) && ok;
	if (is_direct(r) && !row_filled(r, CHG_APPROVED_ON))
		return refuse(why, CHG_APPROVED_ON, "nobody has approved it yet",
		              "An emergency is approved afterwards, before it is closed.");
	return ok;
}

static enum fail is_approved(struct act *a, const struct row *before,
                             const struct row *after)
{
	struct change *c = change_new(a->arena, &change_type);

	(void)before;
	if (id_is_set(a->actor->person))
		change_link(c, CHG_APPROVED_BY, a->actor->person);
	change_date(c, CHG_APPROVED_ON, act_today(a));
	return record_set(a, &change_type, after->id, c);
}

static enum fail approval_is_void(struct act *a, const struct row *before,
                                  const struct row *after)
{
	struct change *c = change_new(a->arena, &change_type);

	(void)before;
	change_empty(c, CHG_APPROVED_BY);
	change_empty(c, CHG_APPROVED_ON);
	return record_set(a, &change_type, after->id, c);
}

/* Source: MISO-078: of a change to the system itself nobody need decide. */
static enum fail plan_is_touched(struct act *a, const struct row *r)
{
	struct change *c = change_new(a->arena, &change_type);

	if (!is_direct(r))
		return OK;
	change_text(c, CHG_TOUCHES_PLAN, STR("yes"));
	return record_set(a, &change_type, r->id, c);
}

static enum fail is_logged(struct act *a, const struct row *before, const struct row *after)
{
	struct id system = row_link(after, CHG_SYSTEM);
	struct date day = row_date(after, CHG_MADE_ON);
	enum fail f = system_saw(a, system, SYS_CHANGE_LOG_ON, day);

	(void)before;
	if (!f && row_flag(after, CHG_PATCH))
		f = system_saw(a, system, SYS_PATCH_LOG_ON, day);
	return f ? f : plan_is_touched(a, after);
}

/* Source: BC-13: a significant change brings the next assessment forward. */
static enum fail risks_are_due(struct act *a, const struct row *before,
                               const struct row *after)
{
	(void)before;
	if (!str_is(row_text(after, CHG_TOUCHES_RISKS), "yes"))
		return OK;
	return assessments_are_due(a, row_link(after, CHG_SYSTEM),
	                           row_date(after, CHG_MADE_ON));
}
