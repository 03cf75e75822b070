/*
 * contract.c -- a contract with a supplier of software or services.
 *
 * Security stands in its requirements and in a schedule that is signed with it.  What is
 * changed in that schedule is a record of its own (contract_deviation.c).
 *
 *     draft -> in force -> ended
 *
 * Scenarios: tests/records/contract.t
 */
#include "records/contract.h"

#include "records/linked.h"
#include "records/person.h"
#include "records/project.h"
#include "records/system.h"

static check_fn has_been_signed;
static check_fn days_are_in_order;

static const struct choice kinds[] = {
	{ .name = "off_the_shelf", .label = "Software off the shelf" },
	{ .name = "custom", .label = "Custom software" },
	{ .name = "cloud", .label = "Cloud service" },
	{ .name = "services", .label = "Services of people" },
	{ .name = "hosting", .label = "Hosting" },
};

static const struct field fields[] = {
	[CTR_TITLE]              = { .name = "title", .label = "Title", .type = T_BILINE,
	                             .max = 200, .required = true },
	[CTR_SUPPLIER]           = { .name = "supplier", .label = "Supplier",
	                             .type = T_BILINE, .max = 160, .required = true },
	[CTR_KIND]               = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                             .choices = TABLE(kinds), .required = true },
	[CTR_NUMBER]             = { .name = "contract_number",
	                             .label = "Number of the contract", .type = T_LINE,
	                             .max = 60 },
	[CTR_SYSTEMS]            = { .name = "systems", .label = "Systems", .type = T_LINK,
	                             .target = &system_type, .many = true },
	[CTR_PROJECT]            = { .name = "project", .label = "Project", .type = T_LINK,
	                             .target = &project_type },
	[CTR_MANAGER]            = { .name = "manager", .label = "Contract manager",
	                             .type = T_LINK, .target = &person_type },
	[CTR_REQUIREMENTS]       = { .name = "requirements",
	                             .label = "Security requirements", .type = T_TEXT },
	[CTR_SCHEDULE]           = { .name = "schedule", .label = "Security schedule",
	                             .type = T_FILE },
	[CTR_SCHEDULE_NAME]      = { .name = "schedule_name",
	                             .label = "Name and version of the schedule",
	                             .type = T_LINE, .max = 160 },
	[CTR_SCHEDULE_SIGNED_ON] = { .name = "schedule_signed_on",
	                             .label = "Schedule signed on", .type = T_DATE },
	[CTR_STARTS_ON]          = { .name = "starts_on", .label = "From",
	                             .type = T_DATE },
	[CTR_ENDS_ON]            = { .name = "ends_on", .label = "Until", .type = T_DATE,
	                             .due_in = BIT(CTR_IS_IN_FORCE) },
};
_Static_assert(COUNT(fields) == CTR__COUNT, "every field is described");

static const struct state states[] = {
	[CTR_IS_DRAFT]    = { .name = "draft", .label = "Draft", .open = true },
	[CTR_IS_IN_FORCE] = { .name = "in_force", .label = "In force" },
	[CTR_IS_ENDED]    = { .name = "ended", .label = "Ended" },
};
_Static_assert(COUNT(states) == CTR_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[CTR_MAY_WRITE] = { .name = "contract.write", .label = "Keep contracts" },
	[CTR_MAY_SIGN]  = { .name = "contract.sign", .label = "Record signed contracts" },
};
_Static_assert(COUNT(rights) == CTR_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "sign", .label = "Record the signature", .from = BIT(CTR_IS_DRAFT),
	  .to = CTR_IS_IN_FORCE, .right = CTR_MAY_SIGN,
	  .needs = BIT(CTR_STARTS_ON) | BIT(CTR_REQUIREMENTS),
	  .takes = BIT(CTR_ENDS_ON) | BIT(CTR_SCHEDULE) | BIT(CTR_SCHEDULE_NAME) |
	           BIT(CTR_SCHEDULE_SIGNED_ON),
	  .check = has_been_signed },
	{ .name = "end", .label = "End", .from = BIT(CTR_IS_IN_FORCE), .to = CTR_IS_ENDED,
	  .right = CTR_MAY_WRITE, .needs = BIT(CTR_ENDS_ON), .check = days_are_in_order },
};

static const int list[] = { CTR_TITLE, CTR_SUPPLIER, CTR_KIND, CTR_SCHEDULE_SIGNED_ON,
	                    CTR_ENDS_ON };

const struct record_type contract_type = {
	.name = "contract", .label = "Contract", .plural = "Contracts", .code = "CTR",
	.group = N_("Inventory"),
	.help = "A contract with a supplier of software or services, with its security "
	        "schedule.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = CTR_MAY_WRITE,
	.change = CTR_MAY_WRITE, .owner_may_change = true, .retention = "agreements",
	.over = { .in = BIT(CTR_IS_ENDED), .on = CTR_ENDS_ON },
};

static bool days_are_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	return dates_in_order(r, CTR_STARTS_ON, CTR_ENDS_ON, why);
}

static bool has_been_signed(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, CTR_SCHEDULE_SIGNED_ON, why);

	if (row_filled(r, CTR_SCHEDULE_SIGNED_ON) && !row_filled(r, CTR_SCHEDULE) &&
	    !row_filled(r, CTR_SCHEDULE_NAME))
		ok = refuse(why, CTR_SCHEDULE, "is signed but neither attached nor named",
		            "Attach the schedule, or give its name and version.");
	return days_are_in_order(a, r, why) && ok;
}
