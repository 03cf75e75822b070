/*
 * contact_list.c -- whom to reach, at any hour: in an incident, in the ministry, in all of
 * government.
 *
 * A list that nobody tried is no list: each check says on which day the numbers were tried.
 * A list that comes from elsewhere (all security officers of the government) is replaced by
 * its next edition.
 *
 *     draft -> current -> replaced
 *
 * Scenarios: tests/records/contact_list.t
 */
#include "records/contact_list.h"

#include "records/linked.h"
#include "records/person.h"
#include "records/plan.h"

static check_fn days_have_come;
static check_fn alternate_is_another;
static check_fn holds_somebody;

static const struct choice kinds[] = {
	{ .name = "security_contact",
	  .label = "Contact for security events in the ministry" },
	{ .name = "incident", .label = "Incident response" },
	{ .name = "security_officers", .label = "Security officers of the government" },
	{ .name = "outside", .label = "Outside parties" },
	{ .name = "other", .label = "Other" },
};

static const struct field fields[] = {
	[CTL_TITLE]        = { .name = "title", .label = "Title", .type = T_BILINE,
	                       .max = 200, .required = true },
	[CTL_KIND]         = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                       .choices = TABLE(kinds), .required = true },
	[CTL_PRIMARY]      = { .name = "primary", .label = "First contact", .type = T_LINK,
	                       .target = &person_type },
	[CTL_ALTERNATE]    = { .name = "alternate", .label = "Alternate", .type = T_LINK,
	                       .target = &person_type, .check = alternate_is_another },
	[CTL_REACHED_BY]   = { .name = "reached_by", .label = "How they are reached",
	                       .type = T_TEXT,
	                       .help = "Telephone, address, hours; one a line." },
	[CTL_ENTRIES]      = { .name = "entries", .label = "Others on the list",
	                       .type = T_TEXT },
	[CTL_FILE]         = { .name = "file", .label = "The list as a file",
	                       .type = T_FILE },
	[CTL_SOURCE]       = { .name = "source", .label = "Where it comes from",
	                       .type = T_LINE, .max = 250 },
	[CTL_RECEIVED_ON]  = { .name = "received_on", .label = "Received on",
	                       .type = T_DATE },
	[CTL_CHECKED_ON]   = { .name = "checked_on", .label = "Last tried on",
	                       .type = T_DATE },
	[CTL_CHECK_RESULT] = { .name = "check_result", .label = "What the last try showed",
	                       .type = T_TEXT },
	[CTL_CHECK_DUE_ON] = { .name = "check_due_on", .label = "Next try due",
	                       .type = T_DATE, .due_in = BIT(CTL_IS_CURRENT) },
	[CTL_PLANS]        = { .name = "plans", .label = "Used in plans", .type = T_LINK,
	                       .target = &plan_type, .many = true },
};
_Static_assert(COUNT(fields) == CTL__COUNT, "every field is described");

static const struct state states[] = {
	[CTL_IS_DRAFT]    = { .name = "draft", .label = "Draft", .open = true },
	[CTL_IS_CURRENT]  = { .name = "current", .label = "Current" },
	[CTL_IS_REPLACED] = { .name = "replaced", .label = "Replaced" },
};
_Static_assert(COUNT(states) == CTL_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[CTL_MAY_KEEP] = { .name = "contact_list.keep", .label = "Keep contact lists" },
};
_Static_assert(COUNT(rights) == CTL_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "adopt", .label = "Put in use", .from = BIT(CTL_IS_DRAFT),
	  .to = CTL_IS_CURRENT, .right = CTL_MAY_KEEP, .needs = BIT(CTL_CHECKED_ON),
	  .takes = BIT(CTL_CHECK_RESULT) | BIT(CTL_CHECK_DUE_ON), .check = holds_somebody },
	{ .name = "check", .label = "Record a try", .from = BIT(CTL_IS_CURRENT),
	  .to = CTL_IS_CURRENT, .right = CTL_MAY_KEEP, .needs = BIT(CTL_CHECKED_ON),
	  .takes = BIT(CTL_CHECK_RESULT) | BIT(CTL_CHECK_DUE_ON) },
	{ .name = "replace", .label = "Replace", .from = BIT(CTL_IS_CURRENT),
	  .to = CTL_IS_REPLACED, .right = CTL_MAY_KEEP, .needs_reason = true },
};

static const int list[] = { CTL_TITLE, CTL_KIND, CTL_PRIMARY, CTL_ALTERNATE, CTL_CHECKED_ON,
	                    CTL_CHECK_DUE_ON };

const struct record_type contact_list_type = {
	.name = "contact_list", .label = "Contact list", .plural = "Contact lists",
	.code = "CTL", .group = N_("Co-ordination"),
	.help = "Whom to reach, at any hour, and when it was last tried.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = CTL_MAY_KEEP,
	.change = CTL_MAY_KEEP, .owner_may_change = true,
	.retention = "security-administration", .over = { .in = BIT(CTL_IS_REPLACED) },
	.check = days_have_come,
};

static bool days_have_come(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, CTL_RECEIVED_ON, why);

	return date_has_come(a, r, CTL_CHECKED_ON, why) && ok;
}

static bool alternate_is_another(const struct act *a, const struct row *r,
                                 struct refusal *why)
{
	(void)a;
	if (!id_equal(row_link(r, CTL_PRIMARY), row_link(r, CTL_ALTERNATE)))
		return true;
	return refuse(why, CTL_ALTERNATE, "is the first contact as well",
	              "Name somebody who can stand in.");
}

static bool holds_somebody(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (row_filled(r, CTL_PRIMARY) || row_filled(r, CTL_ENTRIES) ||
	    row_filled(r, CTL_FILE))
		return true;
	return refuse(why, CTL_PRIMARY, "nobody is on the list",
	              "Name the first contact, write the list, or attach it.");
}
