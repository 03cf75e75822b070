/*
 * external_procedure.c -- what an outside party does, and wants done, in an incident.
 *
 * A plan names the procedures of the parties that it depends on: a provider, the central
 * security office, the police.  A reference that nobody looked at for a year is outdated.
 *
 *     asked for -> held <-> outdated
 *
 * Scenarios: tests/records/external_procedure.t
 */
#include "records/external_procedure.h"

#include "records/agreement.h"
#include "records/linked.h"
#include "records/plan.h"

static check_fn is_named_or_attached;
static check_fn dates_have_come;

static const struct field fields[] = {
	[EXP_TITLE]              = { .name = "title", .label = "Title", .type = T_BILINE,
	                             .max = 250, .required = true },
	[EXP_PARTY]              = { .name = "party", .label = "Whose procedure",
	                             .type = T_BILINE, .max = 200, .required = true },
	[EXP_CONTACT]            = { .name = "contact", .label = "How they are reached",
	                             .type = T_TEXT },
	[EXP_CONTACT_CHECKED_ON] = { .name = "contact_checked_on",
	                             .label = "Contact last tried on", .type = T_DATE },
	[EXP_REFERENCE]          = { .name = "reference", .label = "Reference",
	                             .type = T_LINE, .max = 300,
	                             .help = "Title, number or address of their "
	                                     "document." },
	[EXP_VERSION]            = { .name = "their_version", .label = "Their version",
	                             .type = T_LINE, .max = 60 },
	[EXP_FILE]               = { .name = "file", .label = "Copy on file",
	                             .type = T_FILE },
	[EXP_NAMED_IN]           = { .name = "named_in", .label = "Where our plan names it",
	                             .type = T_LINE, .max = 200 },
	[EXP_PLANS]              = { .name = "plans", .label = "Used in plans",
	                             .type = T_LINK, .target = &plan_type, .many = true },
	[EXP_AGREEMENT]          = { .name = "agreement", .label = "Under the agreement",
	                             .type = T_LINK, .target = &agreement_type },
	[EXP_REVIEWED_ON]        = { .name = "reviewed_on", .label = "Reviewed on",
	                             .type = T_DATE },
	[EXP_REVIEW_DUE_ON]      = { .name = "review_due_on", .label = "Next review due",
	                             .type = T_DATE,
	                             .due_in = BIT(EXP_IS_HELD) | BIT(EXP_IS_OUTDATED) },
	[EXP_NOTE]               = { .name = "note", .label = "Note", .type = T_TEXT },
};
_Static_assert(COUNT(fields) == EXP__COUNT, "every field is described");

static const struct state states[] = {
	[EXP_IS_ASKED_FOR] = { .name = "asked_for", .label = "Asked for", .open = true },
	[EXP_IS_HELD]      = { .name = "held", .label = "Held" },
	[EXP_IS_OUTDATED]  = { .name = "outdated", .label = "Outdated", .open = true },
};
_Static_assert(COUNT(states) == EXP_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[EXP_MAY_CHANGE] = { .name = "external_procedure.change",
	                     .label = "Keep procedures of outside parties" },
};
_Static_assert(COUNT(rights) == EXP_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "receive", .label = "Record that we hold it",
	  .from = BIT(EXP_IS_ASKED_FOR) | BIT(EXP_IS_OUTDATED), .to = EXP_IS_HELD,
	  .right = EXP_MAY_CHANGE, .needs = BIT(EXP_REVIEWED_ON),
	  .takes = BIT(EXP_VERSION) | BIT(EXP_FILE) | BIT(EXP_REFERENCE) |
	           BIT(EXP_REVIEW_DUE_ON),
	  .check = is_named_or_attached },
	{ .name = "review", .label = "Record a review", .from = BIT(EXP_IS_HELD),
	  .to = EXP_IS_HELD, .right = EXP_MAY_CHANGE,
	  .needs = BIT(EXP_REVIEWED_ON) | BIT(EXP_REVIEW_DUE_ON),
	  .takes = BIT(EXP_CONTACT_CHECKED_ON) },
	{ .name = "outdate", .label = "Mark as outdated", .from = BIT(EXP_IS_HELD),
	  .to = EXP_IS_OUTDATED, .right = EXP_MAY_CHANGE, .needs_reason = true },
};

static const int list[] = { EXP_TITLE, EXP_PARTY, EXP_VERSION, EXP_REVIEWED_ON,
	                    EXP_REVIEW_DUE_ON };

const struct record_type external_procedure_type = {
	.name = "external_procedure", .label = "External party's procedure",
	.plural = "External parties' procedures", .code = "EXP", .group = N_("Plans"),
	.help = "What an outside party does, and wants done, in an incident.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = EXP_MAY_CHANGE,
	.change = EXP_MAY_CHANGE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(EXP_IS_OUTDATED) }, .check = dates_have_come,
};

static bool is_named_or_attached(const struct act *a, const struct row *r,
                                 struct refusal *why)
{
	(void)a;
	if (row_filled(r, EXP_REFERENCE) || row_filled(r, EXP_FILE))
		return true;
	return refuse(why, EXP_REFERENCE, "neither a reference nor a copy is given",
	              "Give the title or address of their document, or attach it.");
}

static bool dates_have_come(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, EXP_CONTACT_CHECKED_ON, why);

	return date_has_come(a, r, EXP_REVIEWED_ON, why) && ok;
}
