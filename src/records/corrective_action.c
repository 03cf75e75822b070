/*
 * corrective_action.c -- what somebody does about a gap, until the auditor is content.
 *
 * Agreed with a day; reported done with evidence; checked later whether it worked; closed
 * when the auditor accepts.  Who did it neither checks nor accepts it.  An action that did
 * not work goes back to agreed, and a later one for the same thing says that it is a
 * repeat.
 *
 *     proposed -> agreed -> done -> checked -> closed
 *                   ^---------'--------'
 *
 * Scenarios: tests/records/corrective_action.t
 */
#include "records/corrective_action.h"

#include "records/acceptance.h"
#include "records/evidence.h"
#include "records/exercise.h"
#include "records/finding.h"
#include "records/incident.h"
#include "records/linked.h"
#include "records/person.h"
#include "records/recommendation.h"
#include "store/store.h"

static check_fn somebody_owns_it;
static check_fn done_by_now;
static check_fn checked_by_now;
static check_fn worked_and_accepted;
static effect_fn agreed_today;
static effect_fn closed_today;

static const struct choice effects[] = {
	{ .name = "yes", .label = "It worked" },
	{ .name = "partly", .label = "It worked in part" },
	{ .name = "no", .label = "It did not work" },
};

static const struct field fields[] = {
	[COR_TITLE]          = { .name = "title", .label = "Title", .type = T_BILINE,
	                         .max = 300, .required = true },
	[COR_FINDING]        = { .name = "finding", .label = "Finding", .type = T_LINK,
	                         .target = &finding_type, .part_of = true },
	[COR_RECOMMENDATION] = { .name = "recommendation", .label = "Recommendation",
	                         .type = T_LINK, .target = &recommendation_type,
	                         .part_of = true },
	[COR_EXERCISE]       = { .name = "exercise", .label = "Comes from the exercise",
	                         .type = T_LINK, .target = &exercise_type },
	[COR_INCIDENT]       = { .name = "incident", .label = "Comes from the incident",
	                         .type = T_LINK, .target = &incident_type,
	                         .part_of = true },
	[COR_MEASURES]       = { .name = "measures", .label = "What will be done",
	                         .type = T_BITEXT },
	[COR_DUE_ON]         = { .name = "due_on", .label = "Due", .type = T_DATE,
	                         .due_in = BIT(COR_IS_PROPOSED) | BIT(COR_IS_AGREED),
	                         .help = "The day that was agreed. Changing it is on "
	                                 "record." },
	[COR_AGREED_ON]      = { .name = "agreed_on", .label = "Agreed on", .type = T_DATE,
	                         .set_by_program = true },
	[COR_DONE_ON]        = { .name = "done_on", .label = "Done on", .type = T_DATE },
	[COR_WHAT_WAS_DONE]  = { .name = "what_was_done", .label = "What was done",
	                         .type = T_TEXT },
	[COR_EVIDENCE]       = { .name = "evidence", .label = "Evidence", .type = T_LINK,
	                         .target = &evidence_type, .many = true },
	[COR_CHECK_HOW]      = { .name = "check_how",
	                         .label = "How we will know that it worked",
	                         .type = T_TEXT },
	[COR_CHECKED_ON]     = { .name = "checked_on", .label = "Checked on",
	                         .type = T_DATE },
	[COR_EFFECTIVE]      = { .name = "effective", .label = "Did it work?",
	                         .type = T_CHOICE, .choices = TABLE(effects) },
	[COR_CHECK_NOTE]     = { .name = "check_note", .label = "What the check showed",
	                         .type = T_TEXT },
	[COR_AUDITOR]        = { .name = "auditor", .label = "Auditor", .type = T_LINK,
	                         .target = &person_type },
	[COR_ACCEPTANCE]     = { .name = "acceptance", .label = "The auditor's acceptance",
	                         .type = T_FILE },
	[COR_CLOSED_ON]      = { .name = "closed_on", .label = "Closed on", .type = T_DATE,
	                         .set_by_program = true },
	[COR_REPEAT_OF]      = { .name = "repeat_of", .label = "Repeats", .type = T_LINK,
	                         .target = &corrective_action_type },
};
_Static_assert(COUNT(fields) == COR__COUNT, "every field is described");

static const struct state states[] = {
	[COR_IS_PROPOSED] = { .name = "proposed", .label = "Proposed", .open = true },
	[COR_IS_AGREED]   = { .name = "agreed", .label = "Agreed", .open = true },
	[COR_IS_DONE]     = { .name = "done", .label = "Reported done", .open = true },
	[COR_IS_CHECKED]  = { .name = "checked", .label = "Checked", .open = true },
	[COR_IS_CLOSED]   = { .name = "closed", .label = "Closed", .locked = true },
};
_Static_assert(COUNT(states) == COR_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[COR_MAY_WRITE]  = { .name = "corrective_action.write",
	                     .label = "Write corrective actions" },
	[COR_MAY_AGREE]  = { .name = "corrective_action.agree",
	                     .label = "Agree to corrective actions" },
	[COR_MAY_REPORT] = { .name = "corrective_action.report",
	                     .label = "Report corrective actions done" },
	[COR_MAY_CHECK]  = { .name = "corrective_action.check",
	                     .label = "Check whether corrective actions worked" },
	[COR_MAY_ACCEPT] = { .name = "corrective_action.accept",
	                     .label = "Accept the closure of corrective actions" },
};
_Static_assert(COUNT(rights) == COR_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "agree", .label = "Agree", .from = BIT(COR_IS_PROPOSED),
	  .to = COR_IS_AGREED,
	  .right = COR_MAY_AGREE, .needs = BIT(COR_DUE_ON), .takes = BIT(COR_CHECK_HOW),
	  .check = somebody_owns_it, .effect = agreed_today },
	{ .name = "report", .label = "Report done", .from = BIT(COR_IS_AGREED),
	  .to = COR_IS_DONE, .right = COR_MAY_REPORT,
	  .needs = BIT(COR_DONE_ON) | BIT(COR_WHAT_WAS_DONE), .takes = BIT(COR_EVIDENCE),
	  .check = done_by_now },
	{ .name = "check", .label = "Record whether it worked",
	  .help = "By somebody else than who did it.", .from = BIT(COR_IS_DONE),
	  .to = COR_IS_CHECKED, .right = COR_MAY_CHECK,
	  .needs = BIT(COR_CHECKED_ON) | BIT(COR_EFFECTIVE), .takes = BIT(COR_CHECK_NOTE),
	  .not_author = true, .check = checked_by_now },
	{ .name = "send_back", .label = "Send back",
	  .from = BIT(COR_IS_DONE) | BIT(COR_IS_CHECKED), .to = COR_IS_AGREED,
	  .right = COR_MAY_CHECK, .takes = BIT(COR_DUE_ON), .needs_reason = true },
	{ .name = "close", .label = "Close with the auditor's acceptance",
	  .from = BIT(COR_IS_CHECKED), .to = COR_IS_CLOSED, .right = COR_MAY_ACCEPT,
	  .needs = BIT(COR_AUDITOR), .takes = BIT(COR_ACCEPTANCE),
	  .check = worked_and_accepted,
	  .effect = closed_today },
};

static const int list[] = { COR_TITLE, COR_FINDING, COR_DUE_ON, COR_DONE_ON,
	                    COR_EFFECTIVE };

const struct record_type corrective_action_type = {
	.name = "corrective_action", .label = "Corrective action",
	.plural = "Corrective actions", .code = "COR", .group = N_("Assurance"),
	.help = "What somebody does about a gap, by an agreed day, until the auditor is "
	        "content.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = COR_MAY_WRITE,
	.change = COR_MAY_WRITE, .owner_may_change = true, .retention = "audits",
	.over = { .in = BIT(COR_IS_CLOSED), .on = COR_CLOSED_ON },
};

static bool somebody_owns_it(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (id_is_set(r->owner))
		return true;
	return refuse(why, FIELD_OWNER, "has no owner", "Name who answers for it.");
}

static bool done_by_now(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, COR_DONE_ON, why);
}

static bool checked_by_now(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, COR_CHECKED_ON, why);

	return dates_in_order(r, COR_DONE_ON, COR_CHECKED_ON, why) && ok;
}

static bool worked_and_accepted(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	bool ok = true;

	if (!str_is(row_text(r, COR_EFFECTIVE), "yes"))
		ok = refuse(why, COR_EFFECTIVE, "the check did not show that it worked",
		            "Send it back, and check again when more has been done.");
	if (id_is_set(r->owner) && id_equal(row_link(r, COR_AUDITOR), r->owner))
		return refuse(why, COR_AUDITOR, "nobody accepts their own work",
		              "Name the auditor, who is not the owner.");
	return auditor_has_accepted(a, r, COR_AUDITOR, COR_ACCEPTANCE, why) && ok;
}

static enum fail set_today(struct act *a, const struct row *after, int field)
{
	struct change *c = change_new(a->arena, &corrective_action_type);

	change_date(c, field, act_today(a));
	return record_set(a, &corrective_action_type, after->id, c);
}

static enum fail agreed_today(struct act *a, const struct row *before,
                              const struct row *after)
{
	(void)before;
	return set_today(a, after, COR_AGREED_ON);
}

static enum fail closed_today(struct act *a, const struct row *before,
                              const struct row *after)
{
	(void)before;
	return set_today(a, after, COR_CLOSED_ON);
}
