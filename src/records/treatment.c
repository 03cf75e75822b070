/*
 * treatment.c -- what somebody does about a risk, or about a gap that an assessment showed.
 *
 * Agreed with an owner, a day and what it may cost; done by one, verified by another.
 *
 *     proposed -> agreed -> done -> verified
 *         |         ^---------'
 *         '-> given up
 *
 * Scenarios: tests/records/treatment.t
 */
#include "records/treatment.h"

#include "records/assessment_answer.h"
#include "records/linked.h"
#include "records/person.h"
#include "records/risk.h"
#include "store/store.h"

static check_fn is_about_something;
static check_fn somebody_owns_it;
static check_fn is_done_by_now;
static effect_fn is_verified;

static const struct field fields[] = {
	[TRT_TITLE]       = { .name = "title", .label = "Title", .type = T_BILINE,
	                      .max = 250, .required = true },
	[TRT_RISK]        = { .name = "risk", .label = "Risk", .type = T_LINK,
	                      .target = &risk_type },
	[TRT_ANSWER]      = { .name = "gap", .label = "Gap that it closes", .type = T_LINK,
	                      .target = &assessment_answer_type },
	[TRT_MEASURES]    = { .name = "measures", .label = "What is done",
	                      .type = T_BITEXT },
	[TRT_COST]        = { .name = "cost", .label = "Cost (dollars)", .type = T_NUMBER,
	                      .min = 0, .max = 10000000000 },
	[TRT_DUE_ON]      = { .name = "due_on", .label = "Due", .type = T_DATE,
	                      .due_in = BIT(TRT_IS_AGREED) },
	[TRT_DONE_ON]     = { .name = "done_on", .label = "Done on", .type = T_DATE },
	[TRT_RESULT]      = { .name = "what_was_done", .label = "What was done",
	                      .type = T_TEXT },
	[TRT_VERIFIED_BY] = { .name = "verified_by", .label = "Verified by",
	                      .type = T_LINK, .target = &person_type,
	                      .set_by_program = true },
	[TRT_VERIFIED_ON] = { .name = "verified_on", .label = "Verified on",
	                      .type = T_DATE, .set_by_program = true },
};
_Static_assert(COUNT(fields) == TRT__COUNT, "every field is described");

static const struct state states[] = {
	[TRT_IS_PROPOSED] = { .name = "proposed", .label = "Proposed", .open = true },
	[TRT_IS_AGREED]   = { .name = "agreed", .label = "Agreed", .open = true },
	[TRT_IS_DONE]     = { .name = "done", .label = "Reported done", .open = true },
	[TRT_IS_VERIFIED] = { .name = "verified", .label = "Verified", .locked = true },
	[TRT_IS_GIVEN_UP] = { .name = "given_up", .label = "Given up", .locked = true },
};
_Static_assert(COUNT(states) == TRT_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[TRT_MAY_WRITE]  = { .name = "treatment.write", .label = "Write treatments" },
	[TRT_MAY_AGREE]  = { .name = "treatment.agree", .label = "Agree to treatments" },
	[TRT_MAY_REPORT] = { .name = "treatment.report",
	                     .label = "Report treatments done" },
	[TRT_MAY_VERIFY] = { .name = "treatment.verify", .label = "Verify treatments" },
};
_Static_assert(COUNT(rights) == TRT_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "agree", .label = "Agree", .from = BIT(TRT_IS_PROPOSED),
	  .to = TRT_IS_AGREED, .right = TRT_MAY_AGREE, .needs = BIT(TRT_DUE_ON),
	  .takes = BIT(TRT_COST), .check = somebody_owns_it },
	{ .name = "report", .label = "Report done", .from = BIT(TRT_IS_AGREED),
	  .to = TRT_IS_DONE, .right = TRT_MAY_REPORT,
	  .needs = BIT(TRT_DONE_ON) | BIT(TRT_RESULT), .check = is_done_by_now },
	{ .name = "verify", .label = "Verify", .help = "By somebody else than who did it.",
	  .from = BIT(TRT_IS_DONE), .to = TRT_IS_VERIFIED, .right = TRT_MAY_VERIFY,
	  .not_author = true, .effect = is_verified },
	{ .name = "send_back", .label = "Send back", .from = BIT(TRT_IS_DONE),
	  .to = TRT_IS_AGREED, .right = TRT_MAY_VERIFY, .takes = BIT(TRT_DUE_ON),
	  .needs_reason = true },
	{ .name = "give_up", .label = "Give up",
	  .from = BIT(TRT_IS_PROPOSED) | BIT(TRT_IS_AGREED), .to = TRT_IS_GIVEN_UP,
	  .right = TRT_MAY_AGREE, .needs_reason = true },
};

static const int list[] = { TRT_TITLE, TRT_RISK, TRT_DUE_ON, TRT_DONE_ON, TRT_COST };

const struct record_type treatment_type = {
	.name = "treatment", .label = "Treatment", .plural = "Treatments", .code = "TRT",
	.group = N_("Risk"),
	.help = "What somebody does about a risk or a gap, by an agreed day, with what "
	        "it costs.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = TRT_MAY_WRITE,
	.change = TRT_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(TRT_IS_VERIFIED) | BIT(TRT_IS_GIVEN_UP), .on = TRT_DONE_ON },
	.check = is_about_something,
};

static bool is_about_something(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	(void)a;
	if (row_filled(r, TRT_RISK) || row_filled(r, TRT_ANSWER))
		return true;
	return refuse(why, TRT_RISK, "names neither a risk nor a gap",
	              "Say what the treatment is for.");
}

static bool somebody_owns_it(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (id_is_set(r->owner))
		return true;
	return refuse(why, FIELD_OWNER, "has no owner", "Name who answers for it.");
}

static bool is_done_by_now(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, TRT_DONE_ON, why);
}

static enum fail is_verified(struct act *a, const struct row *before,
                             const struct row *after)
{
	(void)before;
	return stamp_actor(a, after, TRT_VERIFIED_BY, TRT_VERIFIED_ON);
}
