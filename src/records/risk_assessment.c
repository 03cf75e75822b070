/*
 * risk_assessment.c -- a security threat and risk assessment of a system.
 *
 * It is a snapshot: it has a day on which it was made and one until which it holds.  Its
 * risks are records of their own (risk.c); each is rated and answered before management
 * decides. A later assessment of the same system replaces it.
 *
 *     planned -> under way -> to be decided -> complete -> replaced
 *         '-> given up            '-> under way
 *
 * Scenarios: tests/records/risk_assessment.t
 */
#include "records/risk_assessment.h"

#include "records/change.h"
#include "records/linked.h"
#include "records/person.h"
#include "records/risk.h"
#include "records/system.h"
#include "store/store.h"

static check_fn days_are_in_order;
static check_fn risks_are_answered;
static check_fn holds_for_a_while;
static effect_fn is_decided;

static const struct choice kinds[] = {
	{ .name = "lite", .label = "Lite" },
	{ .name = "comprehensive", .label = "Comprehensive" },
};

static const struct choice stages[] = {
	{ .name = "initiation", .label = "Initiation" },
	{ .name = "requirements", .label = "Requirements" },
	{ .name = "design", .label = "Design" },
	{ .name = "build", .label = "Build" },
	{ .name = "operation", .label = "Operational review" },
};

static const struct choice occasions[] = {
	{ .name = "new_system", .label = "New system" },
	{ .name = "material_change", .label = "Significant change" },
	{ .name = "scheduled", .label = "Scheduled review" },
	{ .name = "acquisition", .label = "Acquisition" },
};

static const struct field fields[] = {
	[STR_TITLE]           = { .name = "title", .label = "Title", .type = T_BILINE,
	                          .max = 200, .required = true },
	[STR_SYSTEM]          = { .name = "system", .label = "System", .type = T_LINK,
	                          .target = &system_type, .required = true },
	[STR_KIND]            = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                          .choices = TABLE(kinds) },
	[STR_STAGE]           = { .name = "stage", .label = "Stage", .type = T_CHOICE,
	                          .choices = TABLE(stages) },
	[STR_OCCASION]        = { .name = "occasion", .label = "Occasion",
	                          .type = T_CHOICE, .choices = TABLE(occasions),
	                          .required = true },
	[STR_CHANGE]          = { .name = "change", .label = "Change that asked for it",
	                          .type = T_LINK, .target = &change_type },
	[STR_PREVIOUS]        = { .name = "previous",
	                          .label = "Earlier assessment that was considered",
	                          .type = T_LINK, .target = &risk_assessment_type },
	[STR_PROCESS]         = { .name = "process", .label = "Process followed",
	                          .type = T_LINE, .max = 160,
	                          .help = "The corporate process, or the ministry’s own "
	                                  "where there is one." },
	[STR_PROCESS_VERSION] = { .name = "process_version",
	                          .label = "Version of the process", .type = T_LINE,
	                          .max = 60 },
	[STR_TEMPLATE]        = { .name = "template_version",
	                          .label = "Template and its version", .type = T_LINE,
	                          .max = 160 },
	[STR_EVALUATOR]       = { .name = "evaluator", .label = "Primary risk evaluator",
	                          .type = T_LINK, .target = &person_type },
	[STR_BUSINESS]        = { .name = "business_owner", .label = "Business owner",
	                          .type = T_LINK, .target = &person_type },
	[STR_PARTICIPANTS]    = { .name = "participants", .label = "Participants",
	                          .type = T_LINK, .target = &person_type, .many = true },
	[STR_OTHERS]          = { .name = "others", .label = "Others who took part",
	                          .type = T_TEXT },
	[STR_SCOPE]           = { .name = "scope", .label = "What it covers",
	                          .type = T_BITEXT },
	[STR_STARTED_ON]      = { .name = "started_on", .label = "Started on",
	                          .type = T_DATE },
	[STR_COMPLETED_ON]    = { .name = "completed_on", .label = "Findings ready on",
	                          .type = T_DATE },
	[STR_FINDINGS]        = { .name = "findings",
	                          .label = "Findings and recommendations",
	                          .type = T_BITEXT },
	[STR_REPORT]          = { .name = "report", .label = "Report", .type = T_FILE },
	[STR_DECISION]        = { .name = "decision", .label = "Decision of management",
	                          .type = T_BITEXT },
	[STR_DECIDED_BY]      = { .name = "decided_by", .label = "Decided by",
	                          .type = T_LINK, .target = &person_type,
	                          .set_by_program = true },
	[STR_DECIDED_ON]      = { .name = "decided_on", .label = "Decided on",
	                          .type = T_DATE, .set_by_program = true },
	[STR_REVIEW_DUE_ON]   = { .name = "review_due_on", .label = "Holds until",
	                          .type = T_DATE, .due_in = BIT(STR_IS_COMPLETE),
	                          .help = "The next review of the schedule; a change "
	                                  "that touches the risks brings it forward.",
	                          .after_approval = true },
};
_Static_assert(COUNT(fields) == STR__COUNT, "every field is described");

static const struct state states[] = {
	[STR_IS_PLANNED]   = { .name = "planned", .label = "Planned", .open = true },
	[STR_IS_UNDER_WAY] = { .name = "under_way", .label = "Under way", .open = true },
	[STR_IS_TO_DECIDE] = { .name = "to_decide", .label = "To be decided", .open = true,
	                       .locked = true },
	[STR_IS_COMPLETE]  = { .name = "complete", .label = "Complete", .locked = true },
	[STR_IS_REPLACED]  = { .name = "replaced", .label = "Replaced", .locked = true },
	[STR_IS_GIVEN_UP]  = { .name = "given_up", .label = "Given up", .locked = true },
};
_Static_assert(COUNT(states) == STR_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[STR_MAY_WRITE]  = { .name = "risk_assessment.write",
	                     .label = "Conduct risk assessments" },
	[STR_MAY_DECIDE] = { .name = "risk_assessment.decide",
	                     .label = "Decide on risk assessments" },
};
_Static_assert(COUNT(rights) == STR_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "start", .label = "Start", .from = BIT(STR_IS_PLANNED),
	  .to = STR_IS_UNDER_WAY, .right = STR_MAY_WRITE,
	  .needs = BIT(STR_STARTED_ON) | BIT(STR_KIND) | BIT(STR_STAGE) |
	           BIT(STR_EVALUATOR),
	  .takes = BIT(STR_PARTICIPANTS) | BIT(STR_OTHERS) | BIT(STR_PROCESS) |
	           BIT(STR_PROCESS_VERSION) | BIT(STR_TEMPLATE),
	  .check = days_are_in_order },
	{ .name = "conclude", .label = "Hand over for decision",
	  .help = "Each risk is rated and has a planned treatment or is to be accepted.",
	  .from = BIT(STR_IS_UNDER_WAY), .to = STR_IS_TO_DECIDE, .right = STR_MAY_WRITE,
	  .needs = BIT(STR_FINDINGS) | BIT(STR_COMPLETED_ON) | BIT(STR_PARTICIPANTS),
	  .takes = BIT(STR_REPORT) | BIT(STR_OTHERS), .check = risks_are_answered },
	{ .name = "send_back", .label = "Send back", .from = BIT(STR_IS_TO_DECIDE),
	  .to = STR_IS_UNDER_WAY, .right = STR_MAY_DECIDE, .needs_reason = true },
	{ .name = "decide", .label = "Decide",
	  .help = "Management decides on its risks, and until when the assessment "
	          "holds.",
	  .from = BIT(STR_IS_TO_DECIDE), .to = STR_IS_COMPLETE, .right = STR_MAY_DECIDE,
	  .needs = BIT(STR_DECISION) | BIT(STR_REVIEW_DUE_ON), .not_author = true,
	  .approval = true, .void_to = STR_IS_UNDER_WAY, .check = holds_for_a_while,
	  .effect = is_decided },
	{ .name = "reschedule", .label = "Change the schedule",
	  .from = BIT(STR_IS_COMPLETE), .to = STR_IS_COMPLETE, .right = STR_MAY_DECIDE,
	  .needs = BIT(STR_REVIEW_DUE_ON), .needs_reason = true },
	{ .name = "replace", .label = "Replace", .from = BIT(STR_IS_COMPLETE),
	  .to = STR_IS_REPLACED, .right = STR_MAY_DECIDE },
	{ .name = "give_up", .label = "Give up",
	  .from = BIT(STR_IS_PLANNED) | BIT(STR_IS_UNDER_WAY), .to = STR_IS_GIVEN_UP,
	  .right = STR_MAY_WRITE, .needs_reason = true },
};

static const int list[] = { STR_TITLE,     STR_SYSTEM,     STR_STAGE,
	                    STR_EVALUATOR, STR_DECIDED_ON, STR_REVIEW_DUE_ON };

const struct record_type risk_assessment_type = {
	.name = "risk_assessment", .label = "Risk assessment",
	.plural = "Risk assessments", .code = "STR", .group = N_("Risk"),
	.help = "A security threat and risk assessment of a system: who took part, what "
	        "was found, what was decided, until when it holds.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = STR_MAY_WRITE,
	.change = STR_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(STR_IS_REPLACED) | BIT(STR_IS_GIVEN_UP),
	          .on = STR_COMPLETED_ON },
};

static bool days_are_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, STR_STARTED_ON, why);

	ok = date_has_come(a, r, STR_COMPLETED_ON, why) && ok;
	return dates_in_order(r, STR_STARTED_ON, STR_COMPLETED_ON, why) && ok;
}

/* Source: MISO-071 */
static bool risks_are_answered(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	bool ok = days_are_in_order(a, r, why);

	if (rows_linking(a, &risk_type, RSK_ASSESSMENT, r->id, BIT(RSK_IS_IDENTIFIED)) == 0)
		return ok;
	return refuse(why, FIELD_STATE, "a risk is not rated yet or has no answer",
	              "Assess every risk of the assessment first.");
}

static bool holds_for_a_while(const struct act *a, const struct row *r, struct refusal *why)
{
	if (!row_filled(r, STR_REVIEW_DUE_ON) ||
	    date_compare(row_date(r, STR_REVIEW_DUE_ON), act_today(a)) > 0)
		return true;
	return refuse(why, STR_REVIEW_DUE_ON, "has already passed", "Give the next one.");
}

static enum fail is_decided(struct act *a, const struct row *before,
                            const struct row *after)
{
	(void)before;
	enum fail f = stamp_actor(a, after, STR_DECIDED_BY, STR_DECIDED_ON);
	if (f)
		return f;
	return rows_take_step(a, &risk_assessment_type, STR_SYSTEM,
	                      row_link(after, STR_SYSTEM), STR_IS_COMPLETE, "replace",
	                      after->id);
}

static enum fail is_due_by(struct act *a, const struct row *r, struct date day)
{
	struct change *c = change_new(a->arena, &risk_assessment_type);

	if (date_compare(row_date(r, STR_REVIEW_DUE_ON), day) <= 0 ||
	    date_compare(row_date(r, STR_COMPLETED_ON), day) > 0)
		return OK;
	change_date(c, STR_REVIEW_DUE_ON, day);
	return record_set(a, &risk_assessment_type, r->id, c);
}

enum fail assessments_are_due(struct act *a, struct id system, struct date day)
{
	struct answer found;
	enum fail f = rows_that_link(a, &risk_assessment_type, STR_SYSTEM, system,
	                             BIT(STR_IS_COMPLETE), &found);

	for (size_t i = 0; !f && i < found.count; i++)
		f = is_due_by(a, found.rows[i], day);
	return f;
}
