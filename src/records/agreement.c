/*
 * agreement.c -- what another organisation has agreed to do for us, and what stays with us.
 *
 * A duty may be inherited under an agreement that is in force; it is never discharged by
 * one.
 *
 *     draft -> in force -> ended
 *
 * Scenarios: tests/records/agreement.t
 */
#include "records/agreement.h"

#include "records/linked.h"
#include "records/organisation.h"
#include "records/person.h"

static check_fn days_in_order;
static check_fn last_day_is_over;

static const struct choice kinds[] = {
	{ .name = "mou", .label = "Memorandum of understanding" },
	{ .name = "service", .label = "Service agreement" },
	{ .name = "contract", .label = "Contract" },
	{ .name = "delegation", .label = "Delegation or mandate" },
	{ .name = "sharing", .label = "Information-sharing agreement" },
};

static const struct field fields[] = {
	[AGR_TITLE]         = { .name = "title", .label = "Title", .type = T_BILINE,
	                        .max = 250,
	                        .required = true },
	[AGR_KIND]          = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                        .choices = TABLE(kinds), .required = true },
	[AGR_PARTY]         = { .name = "party", .label = "With whom", .type = T_BILINE,
	                        .max = 200, .required = true },
	[AGR_PARTY_NODE]    = { .name = "party_node", .label = "Their place in our tree",
	                        .type = T_LINK, .target = &organisation_type },
	[AGR_COVERS]        = { .name = "covers", .label = "What it covers",
	                        .type = T_BITEXT },
	[AGR_THEY_DO]       = { .name = "they_do", .label = "What they do",
	                        .type = T_BITEXT },
	[AGR_WE_KEEP]       = { .name = "we_keep", .label = "What stays with us",
	                        .type = T_BITEXT,
	                        .help = "Relying on somebody else does not discharge the "
	                                "duty." },
	[AGR_STARTS_ON]     = { .name = "starts_on", .label = "From", .type = T_DATE },
	[AGR_ENDS_ON]       = { .name = "ends_on", .label = "To", .type = T_DATE },
	[AGR_SIGNED_FILE]   = { .name = "signed_file", .label = "Signed copy",
	                        .type = T_FILE },
	[AGR_SIGNATORY]     = { .name = "signatory", .label = "Signed for us by",
	                        .type = T_LINK, .target = &person_type },
	[AGR_REVIEW_DUE_ON] = { .name = "review_due_on", .label = "Next review due",
	                        .type = T_DATE,
	                        .due_in = BIT(AGR_IS_IN_FORCE) },
};
_Static_assert(COUNT(fields) == AGR__COUNT, "every field is described");

static const struct state states[] = {
	[AGR_IS_DRAFT]    = { .name = "draft", .label = "Draft", .open = true },
	[AGR_IS_IN_FORCE] = { .name = "in_force", .label = "In force" },
	[AGR_IS_ENDED]    = { .name = "ended", .label = "Ended", .locked = true },
};
_Static_assert(COUNT(states) == AGR_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[AGR_MAY_WRITE] = { .name = "agreement.write", .label = "Prepare agreements" },
	[AGR_MAY_SIGN]  = { .name = "agreement.sign", .label = "Sign and end agreements" },
};
_Static_assert(COUNT(rights) == AGR_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "sign", .label = "Record the signature", .from = BIT(AGR_IS_DRAFT),
	  .to = AGR_IS_IN_FORCE, .right = AGR_MAY_SIGN,
	  .needs = BIT(AGR_STARTS_ON) | BIT(AGR_SIGNATORY) | BIT(AGR_WE_KEEP),
	  .takes = BIT(AGR_ENDS_ON) | BIT(AGR_SIGNED_FILE) | BIT(AGR_REVIEW_DUE_ON),
	  .not_author = true, .approval = true, .void_to = AGR_IS_DRAFT },
	{ .name = "end", .label = "End", .from = BIT(AGR_IS_IN_FORCE), .to = AGR_IS_ENDED,
	  .right = AGR_MAY_SIGN, .needs = BIT(AGR_ENDS_ON), .needs_reason = true },
	{ .name = "expire", .label = "Expire",
	  .help = "Taken by the program after the last day.",
	  .from = BIT(AGR_IS_IN_FORCE), .to = AGR_IS_ENDED, .right = AGR_MAY_SIGN,
	  .by_clock = true, .check = last_day_is_over },
};

static const int list[] = { AGR_TITLE, AGR_PARTY, AGR_KIND, AGR_STARTS_ON, AGR_ENDS_ON };

const struct record_type agreement_type = {
	.name = "agreement", .label = "Agreement", .plural = "Agreements", .code = "AGR",
	.group = N_("Organisation"),
	.help = "What another organisation has agreed to do for us, and what stays with "
	        "us.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = AGR_MAY_WRITE,
	.change = AGR_MAY_WRITE, .retention = "agreements",
	.over = { .in = BIT(AGR_IS_ENDED), .on = AGR_ENDS_ON }, .check = days_in_order,
};

static bool days_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	return dates_in_order(r, AGR_STARTS_ON, AGR_ENDS_ON, why);
}

static bool last_day_is_over(const struct act *a, const struct row *r, struct refusal *why)
{
	return last_day_has_passed(a, r, AGR_ENDS_ON, why);
}
