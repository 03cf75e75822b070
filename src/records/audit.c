/*
 * audit.c -- an audit or assessment by somebody else, with its calendar.
 *
 *     planned -> fieldwork -> reporting -> followed up -> closed
 *         \--> cancelled
 *
 * Scenarios: tests/records/audit.t
 */
#include "records/audit.h"

#include "records/finding.h"
#include "records/instrument.h"
#include "records/linked.h"
#include "records/person.h"

static check_fn days_in_order;
static check_fn findings_are_closed;

static const struct choice kinds[] = {
	{ .name = "internal", .label = "Internal audit" },
	{ .name = "external", .label = "External audit" },
	{ .name = "self", .label = "Self-assessment" },
	{ .name = "inspection", .label = "Inspection" },
};

static const struct field fields[] = {
	[AUD_TITLE]          = { .name = "title", .label = "Title", .type = T_BILINE,
	                         .max = 200,
	                         .required = true },
	[AUD_BODY]           = { .name = "body", .label = "Who audits", .type = T_BILINE,
	                         .max = 200, .required = true },
	[AUD_KIND]           = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                         .choices = TABLE(kinds), .required = true },
	[AUD_LEAD]           = { .name = "lead", .label = "Lead auditor", .type = T_LINK,
	                         .target = &person_type },
	[AUD_LIAISON]        = { .name = "liaison", .label = "Our liaison", .type = T_LINK,
	                         .target = &person_type },
	[AUD_SCOPE]          = { .name = "scope", .label = "Scope", .type = T_BITEXT },
	[AUD_CRITERIA]       = { .name = "criteria", .label = "Criteria", .type = T_LINK,
	                         .target = &instrument_type, .many = true },
	[AUD_PERIOD_FROM]    = { .name = "period_from", .label = "Period audited, from",
	                         .type = T_DATE },
	[AUD_PERIOD_TO]      = { .name = "period_to", .label = "Period audited, to",
	                         .type = T_DATE },
	[AUD_PLANNED_FOR]    = { .name = "planned_for", .label = "Planned for",
	                         .type = T_DATE },
	[AUD_FIELDWORK_FROM] = { .name = "fieldwork_from", .label = "Fieldwork from",
	                         .type = T_DATE },
	[AUD_FIELDWORK_TO]   = { .name = "fieldwork_to", .label = "Fieldwork to",
	                         .type = T_DATE },
	[AUD_DRAFT_DUE_ON]   = { .name = "draft_due_on", .label = "Draft report due",
	                         .type = T_DATE,
	                         .due_in = BIT(AUD_IS_PLANNED) | BIT(AUD_IS_FIELDWORK) |
	                                   BIT(AUD_IS_REPORTING) },
	[AUD_REPORT_ON]      = { .name = "report_on", .label = "Report dated",
	                         .type = T_DATE },
	[AUD_REPORT]         = { .name = "report", .label = "Report", .type = T_FILE },
	[AUD_CONCLUSION]     = { .name = "conclusion", .label = "Conclusion",
	                         .type = T_BITEXT },
};
_Static_assert(COUNT(fields) == AUD__COUNT, "every field is described");

static const struct state states[] = {
	[AUD_IS_PLANNED]     = { .name = "planned", .label = "Planned", .open = true },
	[AUD_IS_FIELDWORK]   = { .name = "fieldwork", .label = "Fieldwork", .open = true },
	[AUD_IS_REPORTING]   = { .name = "reporting", .label = "Report in writing",
	                         .open = true },
	[AUD_IS_FOLLOWED_UP] = { .name = "followed_up", .label = "Followed up",
	                         .open = true },
	[AUD_IS_CLOSED]      = { .name = "closed", .label = "Closed", .locked = true },
	[AUD_IS_CANCELLED]   = { .name = "cancelled", .label = "Cancelled",
	                         .locked = true },
};
_Static_assert(COUNT(states) == AUD_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[AUD_MAY_PLAN]    = { .name = "audit.plan", .label = "Keep the audit calendar" },
	[AUD_MAY_CONDUCT] = { .name = "audit.conduct",
	                      .label = "Record the course of audits" },
};
_Static_assert(COUNT(rights) == AUD_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "start", .label = "Start fieldwork", .from = BIT(AUD_IS_PLANNED),
	  .to = AUD_IS_FIELDWORK, .right = AUD_MAY_CONDUCT,
	  .needs = BIT(AUD_FIELDWORK_FROM) | BIT(AUD_SCOPE) | BIT(AUD_LIAISON),
	  .takes = BIT(AUD_FIELDWORK_TO) | BIT(AUD_LEAD) | BIT(AUD_CRITERIA) },
	{ .name = "end_fieldwork", .label = "End fieldwork", .from = BIT(AUD_IS_FIELDWORK),
	  .to = AUD_IS_REPORTING, .right = AUD_MAY_CONDUCT, .needs = BIT(AUD_FIELDWORK_TO),
	  .takes = BIT(AUD_DRAFT_DUE_ON) },
	{ .name = "report", .label = "Record the report", .from = BIT(AUD_IS_REPORTING),
	  .to = AUD_IS_FOLLOWED_UP, .right = AUD_MAY_CONDUCT,
	  .needs = BIT(AUD_REPORT_ON) | BIT(AUD_CONCLUSION), .takes = BIT(AUD_REPORT) },
	{ .name = "close", .label = "Close", .from = BIT(AUD_IS_FOLLOWED_UP),
	  .to = AUD_IS_CLOSED, .right = AUD_MAY_CONDUCT, .check = findings_are_closed },
	{ .name = "cancel", .label = "Cancel", .from = BIT(AUD_IS_PLANNED),
	  .to = AUD_IS_CANCELLED, .right = AUD_MAY_PLAN, .needs_reason = true },
};

static const int list[] = { AUD_TITLE, AUD_BODY, AUD_KIND, AUD_PLANNED_FOR, AUD_REPORT_ON };

const struct record_type audit_type = {
	.name = "audit", .label = "Audit", .plural = "Audits", .code = "AUD",
	.group = N_("Assurance"),
	.help = "An audit or assessment by somebody else, from its date in the calendar "
	        "to the last finding closed.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = AUD_MAY_PLAN,
	.change = AUD_MAY_PLAN, .owner_may_change = true, .retention = "audits",
	.over = { .in = BIT(AUD_IS_CLOSED) | BIT(AUD_IS_CANCELLED) },
	.check = days_in_order,
};

static bool days_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = dates_in_order(r, AUD_PERIOD_FROM, AUD_PERIOD_TO, why);

	(void)a;
	ok = dates_in_order(r, AUD_FIELDWORK_FROM, AUD_FIELDWORK_TO, why) && ok;
	return dates_in_order(r, AUD_FIELDWORK_TO, AUD_REPORT_ON, why) && ok;
}

static bool findings_are_closed(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	uint64_t open = BIT(FND_IS__COUNT) - 1 - BIT(FND_IS_CLOSED);

	if (rows_linking(a, &finding_type, FND_AUDIT, r->id, open) == 0)
		return true;
	return refuse(why, FIELD_STATE, "findings of this audit are still open",
	              "Close each finding first.");
}
