/*
 * contract_deviation.c -- somebody wants a security schedule worded otherwise.
 *
 * Counsel drafts the change; what alters requirements or adds obligations is reviewed by
 * the security officer and then approved, for shared services by the central branch.
 *
 *     proposed -> reviewed -> approved
 *         '-----------'-> refused
 *
 * Scenarios: tests/records/contract_deviation.t
 */
#include "records/contract_deviation.h"

#include "records/contract.h"
#include "records/linked.h"
#include "records/person.h"

static check_fn office_is_named;
static effect_fn is_reviewed;
static effect_fn is_decided;

static const struct field fields[] = {
	[CDV_TITLE]       = { .name = "title", .label = "What is to be worded otherwise",
	                      .type = T_BILINE, .max = 250, .required = true },
	[CDV_CONTRACT]    = { .name = "contract", .label = "Contract", .type = T_LINK,
	                      .target = &contract_type, .required = true },
	[CDV_SECTION]     = { .name = "section", .label = "Section of the schedule",
	                      .type = T_LINE, .max = 100 },
	[CDV_ALTERS]      = { .name = "alters_security",
	                      .label = "Alters security requirements or adds "
	                               "obligations",
	                      .type = T_FLAG, .required = true },
	[CDV_SHARED]      = { .name = "shared_service", .label = "For a shared service",
	                      .type = T_FLAG },
	[CDV_WORDING]     = { .name = "wording", .label = "New wording", .type = T_TEXT },
	[CDV_COUNSEL]     = { .name = "counsel", .label = "Legal counsel", .type = T_LINK,
	                      .target = &person_type },
	[CDV_ADVICE]      = { .name = "advice", .label = "Advice of the security officer",
	                      .type = T_TEXT },
	[CDV_REVIEWED_BY] = { .name = "reviewed_by", .label = "Reviewed by",
	                      .type = T_LINK, .target = &person_type,
	                      .set_by_program = true },
	[CDV_REVIEWED_ON] = { .name = "reviewed_on", .label = "Reviewed on",
	                      .type = T_DATE, .set_by_program = true },
	[CDV_GROUNDS]     = { .name = "grounds", .label = "Grounds of the decision",
	                      .type = T_TEXT },
	[CDV_APPROVER]    = { .name = "approving_office", .label = "Approved by office",
	                      .type = T_LINE, .max = 160,
	                      .help = "For a shared service the central security "
	                              "branch." },
	[CDV_DECIDED_BY]  = { .name = "decided_by", .label = "Decided by", .type = T_LINK,
	                      .target = &person_type, .set_by_program = true },
	[CDV_DECIDED_ON]  = { .name = "decided_on", .label = "Decided on", .type = T_DATE,
	                      .set_by_program = true },
};
_Static_assert(COUNT(fields) == CDV__COUNT, "every field is described");

static const struct state states[] = {
	[CDV_IS_PROPOSED] = { .name = "proposed", .label = "Proposed", .open = true },
	[CDV_IS_REVIEWED] = { .name = "reviewed", .label = "Reviewed", .open = true },
	[CDV_IS_APPROVED] = { .name = "approved", .label = "Approved", .locked = true },
	[CDV_IS_REFUSED]  = { .name = "refused", .label = "Refused", .locked = true },
};
_Static_assert(COUNT(states) == CDV_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[CDV_MAY_WRITE]   = { .name = "contract_deviation.write",
	                      .label = "Propose deviations from schedules" },
	[CDV_MAY_REVIEW]  = { .name = "contract_deviation.review",
	                      .label = "Review deviations from schedules" },
	[CDV_MAY_APPROVE] = { .name = "contract_deviation.approve",
	                      .label = "Decide on deviations from schedules" },
};
_Static_assert(COUNT(rights) == CDV_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "review", .label = "Review", .from = BIT(CDV_IS_PROPOSED),
	  .to = CDV_IS_REVIEWED, .right = CDV_MAY_REVIEW,
	  .needs = BIT(CDV_WORDING) | BIT(CDV_ADVICE), .not_author = true,
	  .effect = is_reviewed },
	{ .name = "approve", .label = "Approve",
	  .help = "By somebody else than who reviewed it.", .from = BIT(CDV_IS_REVIEWED),
	  .to = CDV_IS_APPROVED, .right = CDV_MAY_APPROVE, .needs = BIT(CDV_GROUNDS),
	  .takes = BIT(CDV_APPROVER), .not_author = true, .approval = true,
	  .void_to = CDV_IS_PROPOSED, .check = office_is_named, .effect = is_decided },
	{ .name = "refuse", .label = "Refuse",
	  .from = BIT(CDV_IS_PROPOSED) | BIT(CDV_IS_REVIEWED), .to = CDV_IS_REFUSED,
	  .right = CDV_MAY_APPROVE, .needs = BIT(CDV_GROUNDS), .effect = is_decided },
};

static const int list[] = { CDV_TITLE, CDV_CONTRACT, CDV_ALTERS, CDV_REVIEWED_ON,
	                    CDV_DECIDED_ON };

const struct record_type contract_deviation_type = {
	.name = "contract_deviation", .label = "Deviation from a schedule",
	.plural = "Deviations from schedules", .code = "CDV", .group = N_("Inventory"),
	.help = "A proposed change to the security schedule of a contract: reviewed by "
	        "the security officer, then approved with a reason.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = CDV_MAY_WRITE,
	.change = CDV_MAY_WRITE, .owner_may_change = true, .retention = "agreements",
	.over = { .in = BIT(CDV_IS_APPROVED) | BIT(CDV_IS_REFUSED), .on = CDV_DECIDED_ON },
};

/* Source: BC-35 */
static bool office_is_named(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (!row_flag(r, CDV_SHARED) || row_filled(r, CDV_APPROVER))
		return true;
	return refuse(why, CDV_APPROVER,
	              "is empty: a shared service is not ours to decide on",
	              "Name the office that approved it.");
}

static enum fail is_reviewed(struct act *a, const struct row *before,
                             const struct row *after)
{
	(void)before;
	return stamp_actor(a, after, CDV_REVIEWED_BY, CDV_REVIEWED_ON);
}

static enum fail is_decided(struct act *a, const struct row *before,
                            const struct row *after)
{
	(void)before;
	return stamp_actor(a, after, CDV_DECIDED_BY, CDV_DECIDED_ON);
}
