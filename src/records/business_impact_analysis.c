/*
 * business_impact_analysis.c -- what it would mean to do without a function, and for how
 * long.
 *
 * It sets by when a system is to run again and how much may be lost; its approval says that
 * the business area stands by these figures.
 *
 *     draft -> approved -> replaced
 *
 * Scenarios: tests/records/business_impact_analysis.t
 */
#include "records/business_impact_analysis.h"

#include "records/linked.h"
#include "records/person.h"
#include "records/plan.h"
#include "records/system.h"
#include "store/store.h"

static check_fn figures_agree;
static effect_fn is_approved;

static const struct choice ranks[] = {
	{ .name = "mission_critical", .label = "Mission critical" },
	{ .name = "business_priority", .label = "Business priority" },
	{ .name = "necessary", .label = "Necessary" },
	{ .name = "deferrable", .label = "Can wait" },
};

static const struct field fields[] = {
	[BIA_TITLE]          = { .name = "title", .label = "Function", .type = T_BILINE,
	                         .max = 200, .required = true },
	[BIA_SYSTEMS]        = { .name = "systems", .label = "Systems that it needs",
	                         .type = T_LINK, .target = &system_type, .many = true },
	[BIA_PLANS]          = { .name = "plans", .label = "Plans that follow from it",
	                         .type = T_LINK, .target = &plan_type, .many = true },
	[BIA_RANK]           = { .name = "priority", .label = "How critical",
	                         .type = T_CHOICE, .choices = TABLE(ranks) },
	[BIA_IMPACT]         = { .name = "impact", .label = "What it would mean",
	                         .type = T_BITEXT },
	[BIA_OUTAGE_HOURS]   = { .name = "longest_outage",
	                         .label = "Longest outage that can be borne (hours)",
	                         .type = T_NUMBER, .min = 0, .max = 100000 },
	[BIA_RECOVERY_HOURS] = { .name = "recovery_time",
	                         .label = "Runs again within (hours)", .type = T_NUMBER,
	                         .min = 0, .max = 100000 },
	[BIA_LOSS_HOURS]     = { .name = "recovery_point",
	                         .label = "Data of at most (hours) may be lost",
	                         .type = T_NUMBER, .min = 0, .max = 100000 },
	[BIA_APPROVED_BY]    = { .name = "approved_by", .label = "Approved by",
	                         .type = T_LINK, .target = &person_type,
	                         .set_by_program = true },
	[BIA_APPROVED_ON]    = { .name = "approved_on", .label = "Approved on",
	                         .type = T_DATE, .set_by_program = true },
	[BIA_REVIEW_DUE_ON]  = { .name = "review_due_on", .label = "Next review due",
	                         .type = T_DATE, .due_in = BIT(BIA_IS_APPROVED) },
};
_Static_assert(COUNT(fields) == BIA__COUNT, "every field is described");

static const struct state states[] = {
	[BIA_IS_DRAFT]    = { .name = "draft", .label = "Draft", .open = true },
	[BIA_IS_APPROVED] = { .name = "approved", .label = "Approved" },
	[BIA_IS_REPLACED] = { .name = "replaced", .label = "Replaced", .locked = true },
};
_Static_assert(COUNT(states) == BIA_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[BIA_MAY_WRITE]   = { .name = "business_impact_analysis.write",
	                      .label = "Write business impact analyses" },
	[BIA_MAY_APPROVE] = { .name = "business_impact_analysis.approve",
	                      .label = "Approve business impact analyses" },
};
_Static_assert(COUNT(rights) == BIA_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "approve", .label = "Approve", .from = BIT(BIA_IS_DRAFT),
	  .to = BIA_IS_APPROVED, .right = BIA_MAY_APPROVE,
	  .needs = BIT(BIA_RANK) | BIT(BIA_IMPACT) | BIT(BIA_RECOVERY_HOURS),
	  .takes = BIT(BIA_REVIEW_DUE_ON), .not_author = true, .approval = true,
	  .void_to = BIA_IS_DRAFT, .check = figures_agree, .effect = is_approved },
	{ .name = "replace", .label = "Replace", .from = BIT(BIA_IS_APPROVED),
	  .to = BIA_IS_REPLACED, .right = BIA_MAY_APPROVE, .needs_reason = true },
};

static const int list[] = { BIA_TITLE, BIA_RANK, BIA_RECOVERY_HOURS, BIA_LOSS_HOURS,
	                    BIA_APPROVED_ON };

const struct record_type business_impact_analysis_type = {
	.name = "business_impact_analysis", .label = "Business impact analysis",
	.plural = "Business impact analyses", .code = "BIA", .group = N_("Plans"),
	.help = "What it would mean to do without a function, how soon it must run "
	        "again and how much may be lost.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = BIA_MAY_WRITE,
	.change = BIA_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(BIA_IS_REPLACED), .on = BIA_APPROVED_ON },
};

static bool figures_agree(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (!row_filled(r, BIA_OUTAGE_HOURS) ||
	    row_number(r, BIA_RECOVERY_HOURS) <= row_number(r, BIA_OUTAGE_HOURS))
		return true;
	return refuse(why, BIA_RECOVERY_HOURS,
	              "is longer than the outage that can be borne",
	              "Either it must run again sooner, or more can be borne.");
}

static enum fail is_approved(struct act *a, const struct row *before,
                             const struct row *after)
{
	(void)before;
	return stamp_actor(a, after, BIA_APPROVED_BY, BIA_APPROVED_ON);
}
