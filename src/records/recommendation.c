/*
 * recommendation.c -- what should be done about one gap of a finding, by whom and by when.
 *
 * One for each gap as the finding names it, so that no gap is left without.  Agreeing needs
 * a day and an owner; a recommendation may be rejected, with the reason on record.
 *
 *     open -> agreed -> done
 *        \--> rejected
 *
 * Scenarios: tests/records/recommendation.t
 */
#include "records/recommendation.h"

#include "records/corrective_action.h"
#include "records/finding.h"
#include "records/linked.h"

static check_fn somebody_owns_it;
static check_fn actions_are_closed;

static const struct field fields[] = {
	[REC_TITLE]     = { .name = "title", .label = "Title", .type = T_BILINE, .max = 300,
	                    .required = true },
	[REC_FINDING]   = { .name = "finding", .label = "Finding", .type = T_LINK,
	                    .target = &finding_type, .required = true, .part_of = true },
	[REC_GAP]       = { .name = "gap", .label = "Gap", .type = T_BILINE, .max = 400 },
	[REC_MERGE_KEY] = { .name = "merge_key", .label = "Merge key", .type = T_LINE,
	                    .max = 60,
	                    .help = "Elements with the same key are one gap." },
	[REC_ELEMENTS]  = { .name = "elements", .label = "Elements", .type = T_LINE,
	                    .max = 300,
	                    .help = "Numbers of the clauses: 6.5.1.2 6.5.1.3." },
	[REC_WORDS]     = { .name = "wording", .label = "What is recommended",
	                    .type = T_BITEXT },
	[REC_RESPONSE]  = { .name = "response", .label = "Response", .type = T_BITEXT },
	[REC_DUE_ON]    = { .name = "due_on", .label = "Due", .type = T_DATE,
	                    .due_in = BIT(REC_IS_OPEN) | BIT(REC_IS_AGREED) },
	[REC_DONE_ON]   = { .name = "done_on", .label = "Done on", .type = T_DATE },
};
_Static_assert(COUNT(fields) == REC__COUNT, "every field is described");

static const struct state states[] = {
	[REC_IS_OPEN]     = { .name = "open", .label = "Open", .open = true },
	[REC_IS_AGREED]   = { .name = "agreed", .label = "Agreed", .open = true },
	[REC_IS_REJECTED] = { .name = "rejected", .label = "Rejected" },
	[REC_IS_DONE]     = { .name = "done", .label = "Done", .locked = true },
};
_Static_assert(COUNT(states) == REC_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[REC_MAY_WRITE]  = { .name = "recommendation.write",
	                     .label = "Write recommendations" },
	[REC_MAY_ANSWER] = { .name = "recommendation.answer",
	                     .label = "Answer recommendations" },
	[REC_MAY_CLOSE]  = { .name = "recommendation.close",
	                     .label = "Record recommendations as done" },
};
_Static_assert(COUNT(rights) == REC_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "agree", .label = "Agree", .from = BIT(REC_IS_OPEN), .to = REC_IS_AGREED,
	  .right = REC_MAY_ANSWER, .needs = BIT(REC_DUE_ON), .takes = BIT(REC_RESPONSE),
	  .check = somebody_owns_it },
	{ .name = "reject", .label = "Reject", .from = BIT(REC_IS_OPEN),
	  .to = REC_IS_REJECTED,
	  .right = REC_MAY_ANSWER, .needs = BIT(REC_RESPONSE), .needs_reason = true },
	{ .name = "finish", .label = "Record as done", .from = BIT(REC_IS_AGREED),
	  .to = REC_IS_DONE, .right = REC_MAY_CLOSE, .needs = BIT(REC_DONE_ON),
	  .check = actions_are_closed },
	{ .name = "reopen", .label = "Reopen", .from = BIT(REC_IS_REJECTED),
	  .to = REC_IS_OPEN,
	  .right = REC_MAY_WRITE, .needs_reason = true },
};

static const int list[] = { REC_TITLE, REC_FINDING, REC_ELEMENTS, REC_DUE_ON };

const struct record_type recommendation_type = {
	.name = "recommendation", .label = "Recommendation", .plural = "Recommendations",
	.code = "REC", .group = N_("Assurance"),
	.help = "What should be done about one gap of a finding, by whom and by when.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = REC_MAY_WRITE,
	.change = REC_MAY_WRITE, .owner_may_change = true, .retention = "audits",
	.over = { .in = BIT(REC_IS_DONE) | BIT(REC_IS_REJECTED), .on = REC_DONE_ON },
};

static bool somebody_owns_it(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (id_is_set(r->owner))
		return true;
	return refuse(why, FIELD_OWNER, "has no owner", "Name who answers for it.");
}

static bool actions_are_closed(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	uint64_t unfinished = BIT(COR_IS__COUNT) - 1 - BIT(COR_IS_CLOSED);
	bool ok = date_has_come(a, r, REC_DONE_ON, why);

	if (rows_linking(a, &corrective_action_type, COR_RECOMMENDATION, r->id,
	                 unfinished) != 0)
		ok = refuse(why, FIELD_STATE, "corrective actions are still open",
		            "Each must be closed with the auditor's acceptance.");
	return ok;
}
