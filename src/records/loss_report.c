/*
 * loss_report.c -- the report of a loss to those who must hear of it, within their hours.
 *
 * Three times are kept apart: when it was lost, when it was found out, when the ministry
 * knew. Which of them starts the clock is for the duty to say, and it shows the others.
 *
 *     draft -> submitted -> settled
 *
 * Scenarios: tests/records/loss_report.t
 */
#include "records/loss_report.h"

#include "records/incident.h"
#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

static check_fn times_in_order;
static effect_fn submitted_now;

static const struct choice kinds[] = {
	{ .name = "device", .label = "Computer, telephone or other device" },
	{ .name = "records", .label = "Records or information" },
	{ .name = "money", .label = "Money or securities" },
	{ .name = "property", .label = "Other property" },
};

static const struct choice answers[] = {
	{ .name = "no", .label = "No" },
	{ .name = "suspected", .label = "Suspected" },
	{ .name = "attempted", .label = "Attempted" },
	{ .name = "actual", .label = "Actual" },
};

static const struct field fields[] = {
	[LOS_TITLE]              = { .name = "title", .label = "What was lost",
	                             .type = T_BILINE, .max = 250, .required = true },
	[LOS_INCIDENT]           = { .name = "incident", .label = "Incident",
	                             .type = T_LINK, .target = &incident_type,
	                             .part_of = true },
	[LOS_KIND]               = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                             .choices = TABLE(kinds), .required = true },
	[LOS_ASSET_TAG]          = { .name = "asset_tag", .label = "Tag or serial number",
	                             .type = T_LINE, .max = 120 },
	[LOS_VALUE]              = { .name = "value", .label = "Value in dollars",
	                             .type = T_NUMBER, .min = 0, .max = 1000000000 },
	[LOS_CIRCUMSTANCES]      = { .name = "circumstances", .label = "Circumstances",
	                             .type = T_TEXT },
	[LOS_ILLEGAL]            = { .name = "illegal_activity",
	                             .label = "Illegal activity", .type = T_CHOICE,
	                             .choices = TABLE(answers),
	                             .help = "Theft or fraud, even if only suspected or "
	                                     "tried." },
	[LOS_LOST_AT]            = { .name = "lost_at", .label = "Lost at",
	                             .type = T_INSTANT },
	[LOS_DISCOVERED_AT]      = { .name = "discovered_at", .label = "Found out at",
	                             .type = T_INSTANT },
	[LOS_KNOWN_AT]           = { .name = "known_at",
	                             .label = "Known to the ministry at", .type = T_INSTANT,
	                             .required = true },
	[LOS_SUPERVISOR_TOLD_AT] = { .name = "supervisor_told_at",
	                             .label = "Supervisor told at", .type = T_INSTANT },
	[LOS_SUBMITTED_AT]       = { .name = "submitted_at", .label = "Submitted at",
	                             .type = T_INSTANT, .help = "Left empty: now." },
	[LOS_SUBMITTED_BY]       = { .name = "submitted_by", .label = "Submitted by",
	                             .type = T_LINK, .target = &person_type },
	[LOS_REPORT_NUMBER]      = { .name = "report_number",
	                             .label = "Number of the report", .type = T_LINE,
	                             .max = 80 },
	[LOS_TO_RISK]            = { .name = "to_risk_management",
	                             .label = "Sent to the risk management branch",
	                             .type = T_FLAG },
	[LOS_TO_OFFICER]         = { .name = "to_security_officer",
	                             .label = "Sent to the ministry security officer",
	                             .type = T_FLAG },
	[LOS_TO_FINANCE]         = { .name = "to_financial_officer",
	                             .label = "Sent to the executive financial officer",
	                             .type = T_FLAG },
	[LOS_TO_COMPTROLLER]     = { .name = "to_comptroller",
	                             .label = "Sent to the comptroller general",
	                             .type = T_FLAG },
	[LOS_TO_DEPUTY]          = { .name = "to_deputy_minister",
	                             .label = "Sent to the deputy minister",
	                             .type = T_FLAG },
	[LOS_POLICE_FILE]        = { .name = "police_file",
	                             .label = "File number of the police", .type = T_LINE,
	                             .max = 80 },
	[LOS_FILE]               = { .name = "file", .label = "The report as it was sent",
	                             .type = T_FILE },
	[LOS_OUTCOME]            = { .name = "outcome", .label = "What came of it",
	                             .type = T_TEXT },
};
_Static_assert(COUNT(fields) == LOS__COUNT, "every field is described");

static const struct state states[] = {
	[LOS_IS_DRAFT]     = { .name = "draft", .label = "Draft", .open = true },
	[LOS_IS_SUBMITTED] = { .name = "submitted", .label = "Submitted", .open = true },
	[LOS_IS_SETTLED]   = { .name = "settled", .label = "Settled" },
};
_Static_assert(COUNT(states) == LOS_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[LOS_MAY_WRITE] = { .name = "loss_report.write", .label = "Write loss reports" },
};
_Static_assert(COUNT(rights) == LOS_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "submit", .label = "Record that it was submitted",
	  .from = BIT(LOS_IS_DRAFT), .to = LOS_IS_SUBMITTED, .right = LOS_MAY_WRITE,
	  .needs = BIT(LOS_CIRCUMSTANCES) | BIT(LOS_ILLEGAL),
	  .takes = BIT(LOS_SUBMITTED_AT) | BIT(LOS_SUBMITTED_BY) | BIT(LOS_REPORT_NUMBER) |
	           BIT(LOS_TO_RISK) | BIT(LOS_TO_OFFICER) | BIT(LOS_TO_FINANCE) |
	           BIT(LOS_TO_COMPTROLLER) | BIT(LOS_TO_DEPUTY) | BIT(LOS_FILE),
	  .effect = submitted_now },
	{ .name = "settle", .label = "Settle", .from = BIT(LOS_IS_SUBMITTED),
	  .to = LOS_IS_SETTLED, .right = LOS_MAY_WRITE,
	  .needs = BIT(LOS_REPORT_NUMBER) | BIT(LOS_OUTCOME) },
};

static const int list[] = { LOS_TITLE, LOS_KIND, LOS_KNOWN_AT, LOS_SUBMITTED_AT,
	                    LOS_REPORT_NUMBER };

const struct record_type loss_report_type = {
	.name = "loss_report", .label = "Loss report", .plural = "Loss reports",
	.code = "LOS", .group = N_("Incidents"),
	.help = "The report of a loss to those who must hear of it, within their hours.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = LOS_MAY_WRITE,
	.change = LOS_MAY_WRITE, .owner_may_change = true, .retention = "incidents",
	.over = { .in = BIT(LOS_IS_SETTLED) }, .check = times_in_order,
};

static bool times_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = instant_has_come(a, r, LOS_KNOWN_AT, why);

	ok = instant_has_come(a, r, LOS_SUBMITTED_AT, why) && ok;
	ok = instant_has_come(a, r, LOS_SUPERVISOR_TOLD_AT, why) && ok;
	ok = instants_in_order(r, LOS_LOST_AT, LOS_DISCOVERED_AT, why) && ok;
	ok = instants_in_order(r, LOS_DISCOVERED_AT, LOS_KNOWN_AT, why) && ok;
	return instants_in_order(r, LOS_KNOWN_AT, LOS_SUBMITTED_AT, why) && ok;
}

static enum fail submitted_now(struct act *a, const struct row *before,
                               const struct row *after)
{
	(void)before;
	return set_when_empty(a, after, LOS_SUBMITTED_AT, LOS_SUBMITTED_BY);
}
