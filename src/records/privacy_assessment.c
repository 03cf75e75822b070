/*
 * privacy_assessment.c -- what a system or an undertaking means for people's privacy.
 *
 * Written by the business area, looked at by the privacy office, which may find that none
 * is needed; then that, too, is on record with its reason.
 *
 *     under way -> submitted -> complete | not required -> replaced
 *          ^-----------'
 *
 * Scenarios: tests/records/privacy_assessment.t
 */
#include "records/privacy_assessment.h"

#include "records/linked.h"
#include "records/person.h"
#include "records/system.h"
#include "store/store.h"

static check_fn days_are_in_order;
static effect_fn earlier_is_replaced;

static const struct field fields[] = {
	[PIA_TITLE]         = { .name = "title", .label = "Title", .type = T_BILINE,
	                        .max = 200, .required = true },
	[PIA_SYSTEM]        = { .name = "system", .label = "System", .type = T_LINK,
	                        .target = &system_type },
	[PIA_ABOUT]         = { .name = "initiative", .label = "Initiative",
	                        .type = T_BILINE, .max = 200,
	                        .help = "When it is about an undertaking that has no "
	                                "system yet." },
	[PIA_REFERENCE]     = { .name = "reference",
	                        .label = "Number of the privacy office", .type = T_LINE,
	                        .max = 60 },
	[PIA_PERSONAL]      = { .name = "personal_information",
	                        .label = "Personal information involved",
	                        .type = T_BITEXT },
	[PIA_RISKS]         = { .name = "privacy_risks", .label = "Risks to privacy",
	                        .type = T_BITEXT },
	[PIA_MEASURES]      = { .name = "measures", .label = "What is done about them",
	                        .type = T_BITEXT },
	[PIA_STARTED_ON]    = { .name = "started_on", .label = "Started on",
	                        .type = T_DATE },
	[PIA_SUBMITTED_ON]  = { .name = "submitted_on", .label = "Submitted on",
	                        .type = T_DATE },
	[PIA_COMPLETED_ON]  = { .name = "completed_on", .label = "Completed on",
	                        .type = T_DATE },
	[PIA_REPORT]        = { .name = "report", .label = "Report", .type = T_FILE },
	[PIA_OFFICER]       = { .name = "privacy_officer", .label = "Privacy officer",
	                        .type = T_LINK, .target = &person_type },
	[PIA_REVIEW_DUE_ON] = { .name = "review_due_on", .label = "Next review due",
	                        .type = T_DATE, .due_in = BIT(PIA_IS_COMPLETE) },
};
_Static_assert(COUNT(fields) == PIA__COUNT, "every field is described");

static const struct state states[] = {
	[PIA_IS_UNDER_WAY]    = { .name = "under_way", .label = "Under way",
	                          .open = true },
	[PIA_IS_SUBMITTED]    = { .name = "submitted", .label = "Submitted", .open = true,
	                          .locked = true },
	[PIA_IS_COMPLETE]     = { .name = "complete", .label = "Complete",
	                          .locked = true },
	[PIA_IS_NOT_REQUIRED] = { .name = "not_required", .label = "Not required",
	                          .locked = true },
	[PIA_IS_REPLACED]     = { .name = "replaced", .label = "Replaced",
	                          .locked = true },
};
_Static_assert(COUNT(states) == PIA_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[PIA_MAY_WRITE]    = { .name = "privacy_assessment.write",
	                       .label = "Write privacy impact assessments" },
	[PIA_MAY_COMPLETE] = { .name = "privacy_assessment.complete",
	                       .label = "Complete privacy impact assessments" },
};
_Static_assert(COUNT(rights) == PIA_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "submit", .label = "Submit", .from = BIT(PIA_IS_UNDER_WAY),
	  .to = PIA_IS_SUBMITTED, .right = PIA_MAY_WRITE,
	  .needs = BIT(PIA_PERSONAL) | BIT(PIA_SUBMITTED_ON),
	  .takes = BIT(PIA_RISKS) | BIT(PIA_MEASURES) | BIT(PIA_REPORT),
	  .check = days_are_in_order },
	{ .name = "send_back", .label = "Send back", .from = BIT(PIA_IS_SUBMITTED),
	  .to = PIA_IS_UNDER_WAY, .right = PIA_MAY_COMPLETE, .needs_reason = true },
	{ .name = "complete", .label = "Conclude",
	  .help = "By the privacy office, not by who wrote it.",
	  .from = BIT(PIA_IS_SUBMITTED), .to = PIA_IS_COMPLETE, .right = PIA_MAY_COMPLETE,
	  .needs = BIT(PIA_COMPLETED_ON) | BIT(PIA_OFFICER),
	  .takes = BIT(PIA_REFERENCE) | BIT(PIA_REPORT) | BIT(PIA_REVIEW_DUE_ON),
	  .not_author = true, .check = days_are_in_order, .effect = earlier_is_replaced },
	{ .name = "not_required", .label = "Record that none is required",
	  .from = BIT(PIA_IS_UNDER_WAY) | BIT(PIA_IS_SUBMITTED), .to = PIA_IS_NOT_REQUIRED,
	  .right = PIA_MAY_COMPLETE, .needs = BIT(PIA_COMPLETED_ON) | BIT(PIA_OFFICER),
	  .takes = BIT(PIA_REFERENCE), .not_author = true, .needs_reason = true,
	  .check = days_are_in_order },
	{ .name = "replace", .label = "Replace",
	  .from = BIT(PIA_IS_COMPLETE) | BIT(PIA_IS_NOT_REQUIRED), .to = PIA_IS_REPLACED,
	  .right = PIA_MAY_COMPLETE },
};

static const int list[] = { PIA_TITLE, PIA_SYSTEM, PIA_COMPLETED_ON, PIA_OFFICER,
	                    PIA_REVIEW_DUE_ON };

const struct record_type privacy_assessment_type = {
	.name = "privacy_assessment", .label = "Privacy impact assessment",
	.plural = "Privacy impact assessments", .code = "PIA", .group = N_("Risk"),
	.help = "What a system or a project means for people’s privacy. That none is "
	        "needed is on record as well, with the reason.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = PIA_MAY_WRITE,
	.change = PIA_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(PIA_IS_REPLACED), .on = PIA_COMPLETED_ON },
};

static bool days_are_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, PIA_SUBMITTED_ON, why);

	ok = date_has_come(a, r, PIA_COMPLETED_ON, why) && ok;
	return dates_in_order(r, PIA_STARTED_ON, PIA_COMPLETED_ON, why) && ok;
}

static enum fail earlier_is_replaced(struct act *a, const struct row *before,
                                     const struct row *after)
{
	(void)before;
	if (!id_is_set(row_link(after, PIA_SYSTEM)))
		return OK;
	return rows_take_step(a, &privacy_assessment_type, PIA_SYSTEM,
	                      row_link(after, PIA_SYSTEM), PIA_IS_COMPLETE, "replace",
	                      after->id);
}
