/*
 * finding.c -- what an audit, or our own check before it, found: in the auditor's own form.
 *
 * Condition, criteria, cause, effect, recommendation, response, reply.  Gaps of a plan
 * check that are one phrase of the finding are merged.  Each gap has its recommendation
 * (recommendation.c) with an owner and a day; what lacks one is warned of.
 *
 *     draft -> issued -> answered -> followed up -> closed
 *
 * Scenarios: tests/records/finding.t
 */
#include "records/finding.h"

#include "records/audit.h"
#include "records/corrective_action.h"
#include "records/linked.h"
#include "records/plan.h"
#include "records/plan_check.h"
#include "records/recommendation.h"
#include "store/store.h"

static check_fn dates_have_come;
static check_fn everything_is_done;
static effect_fn is_closed_today;

static const struct choice sources[] = {
	{ .name = "own_check", .label = "Our own check" },
	{ .name = "internal_audit", .label = "Internal audit" },
	{ .name = "external_audit", .label = "External audit" },
	{ .name = "exercise", .label = "Exercise" },
	{ .name = "event", .label = "Event" },
};

static const struct choice severities[] = {
	{ .name = "low", .label = "Low" },
	{ .name = "medium", .label = "Medium" },
	{ .name = "high", .label = "High" },
};

static const struct field fields[] = {
	[FND_TITLE]           = { .name = "title", .label = "Title", .type = T_BILINE,
	                          .max = 400, .required = true },
	[FND_SOURCE]          = { .name = "source", .label = "Found by", .type = T_CHOICE,
	                          .choices = TABLE(sources), .required = true },
	[FND_AUDIT]           = { .name = "audit", .label = "Audit", .type = T_LINK,
	                          .target = &audit_type },
	[FND_PLAN]            = { .name = "plan", .label = "Plan", .type = T_LINK,
	                          .target = &plan_type },
	[FND_CHECK]           = { .name = "plan_check", .label = "Plan check",
	                          .type = T_LINK,
	                          .target = &plan_check_type, .part_of = true },
	[FND_REFERENCE]       = { .name = "reference", .label = "The auditor's number",
	                          .type = T_LINE, .max = 60 },
	[FND_CONDITION]       = { .name = "condition", .label = "Condition",
	                          .type = T_BITEXT,
	                          .required = true, .help = "What is." },
	[FND_CRITERIA]        = { .name = "criteria", .label = "Criteria", .type = T_BITEXT,
	                          .help = "What should be, and who says so." },
	[FND_CAUSE]           = { .name = "cause", .label = "Cause", .type = T_BITEXT,
	                          .help = "Why it is so." },
	[FND_EFFECT]          = { .name = "effect", .label = "Effect", .type = T_BITEXT,
	                          .help = "What may come of it." },
	[FND_RECOMMENDATION]  = { .name = "recommendation", .label = "Recommendation",
	                          .type = T_BITEXT },
	[FND_RESPONSE]        = { .name = "response", .label = "Response", .type = T_BITEXT,
	                          .help = "In the words of who was audited." },
	[FND_REPLY]           = { .name = "reply", .label = "The auditor's reply",
	                          .type = T_BITEXT },
	[FND_GAPS]            = { .name = "gaps", .label = "Gaps", .type = T_BITEXT,
	                          .help = "One a line, merged as the finding names them." },
	[FND_WARNINGS]        = { .name = "warnings", .label = "Left open", .type = T_TEXT,
	                          .help = "Gaps without recommendation, recommendations "
	                                  "without owner or day." },
	[FND_SEVERITY]        = { .name = "severity", .label = "Severity", .type = T_CHOICE,
	                          .choices = TABLE(severities) },
	[FND_ISSUED_ON]       = { .name = "issued_on", .label = "Issued on",
	                          .type = T_DATE },
	[FND_RESPONSE_DUE_ON] = { .name = "response_due_on", .label = "Response due",
	                          .type = T_DATE,
	                          .due_in = BIT(FND_IS_ISSUED) },
	[FND_RESPONDED_ON]    = { .name = "responded_on", .label = "Answered on",
	                          .type = T_DATE },
	[FND_CLOSED_ON]       = { .name = "closed_on", .label = "Closed on", .type = T_DATE,
	                          .set_by_program = true },
	[FND_REPEAT_OF]       = { .name = "repeat_of", .label = "Repeats", .type = T_LINK,
	                          .target = &finding_type },
};
_Static_assert(COUNT(fields) == FND__COUNT, "every field is described");

static const struct state states[] = {
	[FND_IS_DRAFT]       = { .name = "draft", .label = "Draft", .open = true },
	[FND_IS_ISSUED]      = { .name = "issued", .label = "Issued", .open = true },
	[FND_IS_ANSWERED]    = { .name = "answered", .label = "Answered", .open = true },
	[FND_IS_FOLLOWED_UP] = { .name = "followed_up", .label = "Followed up",
	                         .open = true },
	[FND_IS_CLOSED]      = { .name = "closed", .label = "Closed", .locked = true },
};
_Static_assert(COUNT(states) == FND_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[FND_MAY_WRITE]  = { .name = "finding.write", .label = "Write findings" },
	[FND_MAY_ISSUE]  = { .name = "finding.issue", .label = "Issue findings" },
	[FND_MAY_ANSWER] = { .name = "finding.answer", .label = "Answer findings" },
	[FND_MAY_REPLY]  = { .name = "finding.reply",
	                     .label = "Record the auditor's reply" },
	[FND_MAY_CLOSE]  = { .name = "finding.close", .label = "Close findings" },
};
_Static_assert(COUNT(rights) == FND_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "issue", .label = "Issue", .from = BIT(FND_IS_DRAFT), .to = FND_IS_ISSUED,
	  .right = FND_MAY_ISSUE,
	  .needs = BIT(FND_CRITERIA) | BIT(FND_EFFECT) | BIT(FND_ISSUED_ON),
	  .takes = BIT(FND_RESPONSE_DUE_ON) | BIT(FND_SEVERITY), .check = dates_have_come },
	{ .name = "answer", .label = "Answer",
	  .help = "What we think of it and what we will do, with a day.",
	  .from = BIT(FND_IS_ISSUED), .to = FND_IS_ANSWERED, .right = FND_MAY_ANSWER,
	  .needs = BIT(FND_RESPONSE) | BIT(FND_RESPONDED_ON), .check = dates_have_come },
	{ .name = "reply", .label = "Record the reply", .from = BIT(FND_IS_ANSWERED),
	  .to = FND_IS_FOLLOWED_UP, .right = FND_MAY_REPLY, .needs = BIT(FND_REPLY) },
	{ .name = "follow_up", .label = "Follow up without a reply",
	  .from = BIT(FND_IS_ANSWERED), .to = FND_IS_FOLLOWED_UP, .right = FND_MAY_REPLY },
	{ .name = "close", .label = "Close", .from = BIT(FND_IS_FOLLOWED_UP),
	  .to = FND_IS_CLOSED, .right = FND_MAY_CLOSE, .needs_reason = true,
	  .check = everything_is_done, .effect = is_closed_today },
};

static const int list[] = { FND_TITLE, FND_SOURCE, FND_SEVERITY, FND_ISSUED_ON,
	                    FND_RESPONSE_DUE_ON };

const struct record_type finding_type = {
	.name = "finding", .label = "Finding", .plural = "Findings", .code = "FND",
	.group = N_("Assurance"),
	.help = "What an audit, or our own check before it, found, in the auditor's own "
	        "form.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = FND_MAY_WRITE,
	.change = FND_MAY_WRITE, .owner_may_change = true, .retention = "audits",
	.over = { .in = BIT(FND_IS_CLOSED), .on = FND_CLOSED_ON },
};

static bool dates_have_come(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, FND_ISSUED_ON, why);

	return date_has_come(a, r, FND_RESPONDED_ON, why) && ok;
}

static bool everything_is_done(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	uint64_t unfinished = BIT(COR_IS__COUNT) - 1 - BIT(COR_IS_CLOSED);
	uint64_t unanswered = BIT(REC_IS_OPEN) | BIT(REC_IS_AGREED);
	bool ok = true;

	if (id_is_set(r->owner) && id_equal(a->actor->person, r->owner))
		ok = refuse(why, FIELD_OWNER, "nobody closes a finding about themselves",
		            "Ask the auditor, or whoever else may close findings.");
	if (rows_linking(a, &recommendation_type, REC_FINDING, r->id, unanswered) != 0)
		ok = refuse(why, FIELD_STATE, "recommendations are still open",
		            "Each must be done, or rejected with a reason.");
	if (rows_linking(a, &corrective_action_type, COR_FINDING, r->id, unfinished) != 0)
		ok = refuse(why, FIELD_STATE, "corrective actions are still open",
		            "Each must be closed with the auditor's acceptance.");
	return ok;
}

static enum fail is_closed_today(struct act *a, const struct row *before,
                                 const struct row *after)
{
	struct change *c = change_new(a->arena, &finding_type);

	(void)before;
	change_date(c, FND_CLOSED_ON, act_today(a));
	return record_set(a, &finding_type, after->id, c);
}
