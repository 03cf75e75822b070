/*
 * plan.c -- a plan that some standard demands: incident response, continuity, system
 * security.
 *
 * Its text is a document (and its procedures may be another); which elements it must hold
 * stands in a content pack.  Whether the plan is complete is computed from the confirmed
 * elements, never typed.  A plan is tested at an interval, by an exercise or in earnest,
 * and reviewed at least once a year and after changes; putting it in force is a review.
 *
 *     draft -> in force -> retired
 *
 * Scenarios: tests/records/plan.t
 */
#include "records/plan.h"

#include "records/agreement.h"
#include "records/document.h"
#include "records/document_version.h"
#include "records/edition.h"
#include "records/exercise.h"
#include "records/linked.h"
#include "records/person.h"
#include "records/risk_acceptance.h"
#include "records/system.h"
#include "store/store.h"

static check_fn may_come_into_force;
static check_fn review_has_happened;
static check_fn alternate_is_another;
static effect_fn is_in_force;
static effect_fn next_review;

static const struct choice kinds[] = {
	{ .name = "incident_response", .label = "Incident response plan" },
	{ .name = "system_security", .label = "System security plan" },
	{ .name = "cyber_event", .label = "Cyber security event management plan" },
	{ .name = "continuity", .label = "Business continuity plan" },
	{ .name = "recovery", .label = "Disaster recovery plan" },
	{ .name = "departmental_security", .label = "Departmental security plan" },
	{ .name = "service_digital", .label = "Service and digital plan, security part" },
	{ .name = "awareness", .label = "Awareness plan" },
	{ .name = "strategy", .label = "Security strategy" },
	{ .name = "crisis_communications",
	  .label = "Crisis and public communications plan" },
	{ .name = "post_quantum", .label = "Post-quantum migration plan" },
	{ .name = "monitoring", .label = "Monitoring plan" },
};

static const struct choice review_results[] = {
	{ .name = "fits", .label = "Nothing needs to change" },
	{ .name = "updated", .label = "It was updated" },
	{ .name = "revise", .label = "It must be revised" },
};

static const struct field fields[] = {
	[PLN_TITLE]         = { .name = "title", .label = "Title", .type = T_BILINE,
	                        .max = 200,
	                        .required = true },
	[PLN_KIND]          = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                        .choices = TABLE(kinds), .required = true },
	[PLN_SCOPE]         = { .name = "scope", .label = "What it covers",
	                        .type = T_BITEXT },
	[PLN_DOCUMENT]      = { .name = "document", .label = "Text of the plan",
	                        .type = T_LINK,
	                        .target = &document_type },
	[PLN_PROCEDURES]    = { .name = "procedures",
	                        .label = "Procedures, when kept apart",
	                        .type = T_LINK, .target = &document_type,
	                        .help = "Empty when the plan's own text holds the "
	                                "procedures." },
	[PLN_PACK]          = { .name = "pack", .label = "Checked against", .type = T_LINE,
	                        .max = 60,
	                        .help = "Name of the content pack that lists the required "
	                                "elements: ma-is009." },
	[PLN_LEAD]          = { .name = "lead", .label = "Who leads when it is used",
	                        .type = T_LINK, .target = &person_type },
	[PLN_ALTERNATE]     = { .name = "alternate", .label = "Alternate", .type = T_LINK,
	                        .target = &person_type, .check = alternate_is_another },
	[PLN_DISTRIBUTION]  = { .name = "distribution", .label = "Who holds a copy",
	                        .type = T_TEXT },
	[PLN_TEST_MONTHS]   = { .name = "test_months", .label = "Tested every (months)",
	                        .type = T_NUMBER, .min = 1, .max = 120,
	                        .help = "The interval that the standard sets, or your own, "
	                                "shorter." },
	[PLN_TESTED_ON]     = { .name = "tested_on", .label = "Last tested on",
	                        .type = T_DATE,
	                        .set_by_program = true },
	[PLN_TESTED_BY]     = { .name = "tested_by", .label = "Last test", .type = T_LINK,
	                        .target = &exercise_type, .set_by_program = true },
	[PLN_TEST_DUE_ON]   = { .name = "test_due_on", .label = "Next test due",
	                        .type = T_DATE,
	                        .due_in = BIT(PLN_IS_IN_FORCE),
	                        .set_by_program = true },
	[PLN_REVIEW_DUE_ON] = { .name = "review_due_on", .label = "Next review due",
	                        .type = T_DATE,
	                        .due_in = BIT(PLN_IS_IN_FORCE) },
	[PLN_AGREEMENTS]    = { .name = "agreements", .label = "Relies on", .type = T_LINK,
	                        .target = &agreement_type, .many = true,
	                        .help = "Relying on somebody else does not discharge the "
	                                "duty." },
	[PLN_SYSTEM]        = { .name = "system", .label = "System", .type = T_LINK,
	                        .target = &system_type,
	                        .help = "The system whose plan it is. A system security "
	                                "plan must name it." },
	[PLN_REVIEWED_ON]   = { .name = "reviewed_on", .label = "Last reviewed on",
	                        .type = T_DATE },
	[PLN_REVIEW_RESULT] = { .name = "review_result", .label = "Result of the review",
	                        .type = T_CHOICE, .choices = TABLE(review_results) },
	[PLN_ACCEPTANCE]    = { .name = "acceptance", .label = "Its risks are those of",
	                        .type = T_LINK, .target = &risk_acceptance_type,
	                        .help = "The statement of acceptable risk that the summary "
	                                "of risks in the plan repeats." },
	[PLN_CONTINUITY]    = { .name = "continuity_plans",
	                        .label = "Continuity and recovery plans", .type = T_LINK,
	                        .target = &plan_type, .many = true },
	[PLN_STANDARDS]     = { .name = "standards",
	                        .label = "Editions that it was built on",
	                        .type = T_LINK, .target = &edition_type, .many = true },
};
_Static_assert(COUNT(fields) == PLN__COUNT, "every field is described");

static const struct state states[] = {
	[PLN_IS_DRAFT]    = { .name = "draft", .label = "Draft", .open = true },
	[PLN_IS_IN_FORCE] = { .name = "in_force", .label = "In force" },
	[PLN_IS_RETIRED]  = { .name = "retired", .label = "Retired" },
};
_Static_assert(COUNT(states) == PLN_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[PLN_MAY_WRITE]  = { .name = "plan.write", .label = "Write plans" },
	[PLN_MAY_ADOPT]  = { .name = "plan.adopt", .label = "Put plans in force" },
	[PLN_MAY_REVIEW] = { .name = "plan.review", .label = "Review plans" },
	[PLN_MAY_RETIRE] = { .name = "plan.retire", .label = "Retire plans" },
};
_Static_assert(COUNT(rights) == PLN_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "adopt", .label = "Put in force",
	  .help = "Its text must be approved. Whether it is complete is shown apart.",
	  .from = BIT(PLN_IS_DRAFT), .to = PLN_IS_IN_FORCE, .right = PLN_MAY_ADOPT,
	  .needs = BIT(PLN_DOCUMENT) | BIT(PLN_LEAD) | BIT(PLN_TEST_MONTHS),
	  .takes = BIT(PLN_REVIEW_DUE_ON) | BIT(PLN_SYSTEM), .check = may_come_into_force,
	  .effect = is_in_force },
	{ .name = "review", .label = "Record a review",
	  .help = "Also when nothing changes: the review itself is the evidence.",
	  .from = BIT(PLN_IS_IN_FORCE), .to = PLN_IS_IN_FORCE, .right = PLN_MAY_REVIEW,
	  .needs = BIT(PLN_REVIEWED_ON) | BIT(PLN_REVIEW_RESULT),
	  .takes = BIT(PLN_REVIEW_DUE_ON), .check = review_has_happened,
	  .effect = next_review },
	{ .name = "revise", .label = "Take back to draft", .from = BIT(PLN_IS_IN_FORCE),
	  .to = PLN_IS_DRAFT, .right = PLN_MAY_WRITE, .needs_reason = true },
	{ .name = "retire", .label = "Retire",
	  .from = BIT(PLN_IS_DRAFT) | BIT(PLN_IS_IN_FORCE),
	  .to = PLN_IS_RETIRED, .right = PLN_MAY_RETIRE, .needs_reason = true },
};

static const int list[] = { PLN_TITLE, PLN_KIND, PLN_LEAD, PLN_TESTED_ON, PLN_TEST_DUE_ON };

const struct record_type plan_type = {
	.name = "plan", .label = "Plan", .plural = "Plans", .code = "PLN",
	.group = N_("Plans"),
	.help = "A plan that a standard demands. What it must hold stands in a content "
	        "pack; whether it does is worked out, not typed.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = PLN_MAY_WRITE,
	.change = PLN_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(PLN_IS_RETIRED) },
};

static bool document_is_approved(const struct act *a, const struct row *r, int field,
                                 struct refusal *why)
{
	const struct row *document = row_linked(a, r, field, &document_type);
	const struct row *version =
		document ? row_linked(a, document, DOC_CURRENT, &document_version_type)
			 : NULL;

	if (version && version->state == DOV_IS_APPROVED)
		return true;
	return refuse(why, field, "has no approved version",
	              "Have a version of the document approved first.");
}

/* Source: MISO-076: the plan of a system is the plan of one that stands in the inventory.
 */
static bool may_come_into_force(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	bool ok = document_is_approved(a, r, PLN_DOCUMENT, why);

	if (row_filled(r, PLN_PROCEDURES))
		ok = document_is_approved(a, r, PLN_PROCEDURES, why) && ok;
	if (str_is(row_text(r, PLN_KIND), "system_security") && !row_filled(r, PLN_SYSTEM))
		ok = refuse(why, PLN_SYSTEM, "names no system",
		            "A system security plan is the plan of one system of the "
		            "inventory.");
	return ok;
}

static bool review_has_happened(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	return date_has_come(a, r, PLN_REVIEWED_ON, why);
}

static bool alternate_is_another(const struct act *a, const struct row *r,
                                 struct refusal *why)
{
	(void)a;
	if (!id_equal(row_link(r, PLN_LEAD), row_link(r, PLN_ALTERNATE)))
		return true;
	return refuse(why, PLN_ALTERNATE, "is the same person as the lead",
	              "Name somebody who can stand in.");
}

#define REVIEW_MONTHS 12 /* Source: MISO-077: at least once a year */

/* A year from the review, unless whoever reviewed gave another day. */
static void next_review_follows(const struct row *before, const struct row *after,
                                struct date reviewed, struct change *c)
{
	if (date_compare(row_date(before, PLN_REVIEW_DUE_ON),
	                 row_date(after, PLN_REVIEW_DUE_ON)) == 0)
		change_date(c, PLN_REVIEW_DUE_ON,
		            date_add_months(reviewed, REVIEW_MONTHS));
}

/* A plan never tested is due from the day on which it comes into force. */
static enum fail is_in_force(struct act *a, const struct row *before,
                             const struct row *after)
{
	struct change *c = change_new(a->arena, &plan_type);
	int32_t months = (int32_t)row_number(after, PLN_TEST_MONTHS);

	change_date(c, PLN_TEST_DUE_ON,
	            row_filled(after, PLN_TESTED_ON)
	                    ? date_add_months(row_date(after, PLN_TESTED_ON), months)
	                    : act_today(a));
	change_date(c, PLN_REVIEWED_ON, act_today(a));
	next_review_follows(before, after, act_today(a), c);
	return record_set(a, &plan_type, after->id, c);
}

static enum fail next_review(struct act *a, const struct row *before,
                             const struct row *after)
{
	struct change *c = change_new(a->arena, &plan_type);

	next_review_follows(before, after, row_date(after, PLN_REVIEWED_ON), c);
	return record_set(a, &plan_type, after->id, c);
}
