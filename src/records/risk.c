/*
 * risk.c -- what may happen to a system or to the organisation, how likely, how bad.
 *
 * Rated before controls, as it is now, and as it should become; likelihood times impact is
 * worked out, the word for it is chosen by whoever assesses.  A risk that remains and needs
 * tracking goes into the register; there it is asked once whether it touches more than one
 * organisation, and the register is reviewed.
 *
 *     identified -> assessed -> in the register -> closed
 *                       '------------^---- closed
 *
 * Scenarios: tests/records/risk.t
 */
#include "records/risk.h"

#include "records/linked.h"
#include "records/risk_assessment.h"
#include "records/system.h"
#include "records/treatment.h"
#include "store/store.h"

static check_fn answer_is_explained;
static check_fn reach_is_explained;
static check_fn review_has_happened;
static check_fn treatments_are_over;
static effect_fn is_registered;
static effect_fn is_weighed;

static const struct choice kinds[] = {
	{ .name = "confidentiality", .label = "Confidentiality" },
	{ .name = "integrity", .label = "Integrity" },
	{ .name = "availability", .label = "Availability" },
	{ .name = "privacy", .label = "Privacy" },
	{ .name = "compliance", .label = "Compliance" },
	{ .name = "supplier", .label = "Supplier" },
};

static const struct choice ratings[] = {
	{ .name = "low", .label = "Low" },
	{ .name = "medium", .label = "Medium" },
	{ .name = "high", .label = "High" },
	{ .name = "extreme", .label = "Extreme" },
};

static const struct choice answers[] = {
	{ .name = "mitigate", .label = "Mitigate" },
	{ .name = "transfer", .label = "Transfer" },
	{ .name = "avoid", .label = "Avoid" },
	{ .name = "accept", .label = "Accept" },
};

static const struct choice reaches[] = {
	{ .name = "undecided", .label = "Not decided" },
	{ .name = "yes", .label = "Yes" },
	{ .name = "no", .label = "No" },
};

static const struct choice trends[] = {
	{ .name = "rising", .label = "Rising" },
	{ .name = "steady", .label = "Steady" },
	{ .name = "falling", .label = "Falling" },
};

static const struct choice replies[] = {
	{ .name = "proposed", .label = "Proposed" },
	{ .name = "accepted", .label = "Accepted" },
	{ .name = "declined", .label = "Declined" },
};

static const struct field fields[] = {
	[RSK_TITLE]             = { .name = "title", .label = "Title", .type = T_BILINE,
	                            .max = 200, .required = true },
	[RSK_KIND]              = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                            .choices = TABLE(kinds) },
	[RSK_ASSESSMENT]        = { .name = "assessment", .label = "Risk assessment",
	                            .type = T_LINK, .target = &risk_assessment_type },
	[RSK_SYSTEM]            = { .name = "system", .label = "System", .type = T_LINK,
	                            .target = &system_type },
	[RSK_EVENT]             = { .name = "event", .label = "What may happen",
	                            .type = T_BITEXT },
	[RSK_CAUSE]             = { .name = "cause", .label = "Cause", .type = T_BITEXT },
	[RSK_CONSEQUENCE]       = { .name = "consequence",
	                            .label = "What it means for the organisation",
	                            .type = T_BITEXT },
	[RSK_LIKELIHOOD_BEFORE] = { .name = "likelihood_before",
	                            .label = "Likelihood before controls (1 to 5)",
	                            .type = T_NUMBER, .min = 1, .max = 5 },
	[RSK_IMPACT_BEFORE]     = { .name = "impact_before",
	                            .label = "Impact before controls (1 to 5)",
	                            .type = T_NUMBER, .min = 1, .max = 5 },
	[RSK_SCORE_BEFORE]      = { .name = "score_before",
	                            .label = "Score before controls", .type = T_NUMBER,
	                            .max = 25, .set_by_program = true },
	[RSK_CONTROLS]          = { .name = "controls", .label = "What is done already",
	                            .type = T_BITEXT },
	[RSK_LIKELIHOOD]        = { .name = "likelihood",
	                            .label = "Likelihood now (1 to 5)", .type = T_NUMBER,
	                            .min = 1, .max = 5 },
	[RSK_IMPACT]            = { .name = "impact", .label = "Impact now (1 to 5)",
	                            .type = T_NUMBER, .min = 1, .max = 5 },
	[RSK_SCORE]             = { .name = "score", .label = "Score now",
	                            .type = T_NUMBER, .max = 25, .set_by_program = true },
	[RSK_RATING]            = { .name = "rating", .label = "Rating", .type = T_CHOICE,
	                            .choices = TABLE(ratings) },
	[RSK_LIKELIHOOD_AIM]    = { .name = "likelihood_aim",
	                            .label = "Likelihood aimed at (1 to 5)",
	                            .type = T_NUMBER, .min = 1, .max = 5 },
	[RSK_IMPACT_AIM]        = { .name = "impact_aim",
	                            .label = "Impact aimed at (1 to 5)", .type = T_NUMBER,
	                            .min = 1, .max = 5 },
	[RSK_SCORE_AIM]         = { .name = "score_aim", .label = "Score aimed at",
	                            .type = T_NUMBER, .max = 25, .set_by_program = true },
	[RSK_ANSWER]            = { .name = "answer", .label = "Answer to it",
	                            .type = T_CHOICE, .choices = TABLE(answers) },
	[RSK_PLAN]              = { .name = "treatment_plan",
	                            .label = "Planned treatment, or why it is "
	                                     "acceptable",
	                            .type = T_BITEXT },
	[RSK_TRACK]             = { .name = "track",
	                            .label = "Needs tracking in the register",
	                            .type = T_FLAG },
	[RSK_REGISTERED_ON]     = { .name = "registered_on",
	                            .label = "In the register since", .type = T_DATE,
	                            .set_by_program = true },
	[RSK_CORPORATE]         = { .name = "corporate",
	                            .label = "Touches more than one organisation?",
	                            .type = T_CHOICE, .choices = TABLE(reaches) },
	[RSK_CORPORATE_GROUNDS] = { .name = "corporate_grounds",
	                            .label = "Grounds for that", .type = T_TEXT },
	[RSK_CORPORATE_TOLD_ON] = { .name = "corporate_told_on",
	                            .label = "Central office told on", .type = T_DATE },
	[RSK_CORPORATE_REPLY]   = { .name = "corporate_reply", .label = "Its answer",
	                            .type = T_CHOICE, .choices = TABLE(replies) },
	[RSK_REVIEWED_ON]       = { .name = "reviewed_on", .label = "Last reviewed on",
	                            .type = T_DATE },
	[RSK_TREND]             = { .name = "trend", .label = "Trend", .type = T_CHOICE,
	                            .choices = TABLE(trends) },
	[RSK_ENOUGH]            = { .name = "controls_suffice",
	                            .label = "Are the controls sufficient?",
	                            .type = T_FLAG },
};
_Static_assert(COUNT(fields) == RSK__COUNT, "every field is described");

static const struct state states[] = {
	[RSK_IS_IDENTIFIED] = { .name = "identified", .label = "Identified",
	                        .open = true },
	[RSK_IS_ASSESSED]   = { .name = "assessed", .label = "Assessed" },
	[RSK_IS_REGISTERED] = { .name = "registered", .label = "In the register",
	                        .open = true },
	[RSK_IS_CLOSED]     = { .name = "closed", .label = "Closed", .locked = true },
};
_Static_assert(COUNT(states) == RSK_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[RSK_MAY_WRITE]    = { .name = "risk.write", .label = "Describe and rate risks" },
	[RSK_MAY_REGISTER] = { .name = "risk.register",
	                       .label = "Keep the risk register" },
	[RSK_MAY_CLOSE]    = { .name = "risk.close", .label = "Close risks" },
};
_Static_assert(COUNT(rights) == RSK_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "assess", .label = "Record the assessment",
	  .from = BIT(RSK_IS_IDENTIFIED), .to = RSK_IS_ASSESSED, .right = RSK_MAY_WRITE,
	  .needs = BIT(RSK_LIKELIHOOD) | BIT(RSK_IMPACT) | BIT(RSK_RATING) |
	           BIT(RSK_ANSWER),
	  .takes = BIT(RSK_LIKELIHOOD_BEFORE) | BIT(RSK_IMPACT_BEFORE) |
	           BIT(RSK_LIKELIHOOD_AIM) | BIT(RSK_IMPACT_AIM) | BIT(RSK_CONTROLS) |
	           BIT(RSK_PLAN) | BIT(RSK_TRACK),
	  .check = answer_is_explained },
	{ .name = "register", .label = "Enter in the register",
	  .from = BIT(RSK_IS_ASSESSED), .to = RSK_IS_REGISTERED, .right = RSK_MAY_REGISTER,
	  .effect = is_registered },
	{ .name = "decide_reach", .label = "Decide on its reach",
	  .help = "Whether it touches more than one ministry or agency; the central "
	          "office is then told.",
	  .from = BIT(RSK_IS_REGISTERED), .to = RSK_IS_REGISTERED,
	  .right = RSK_MAY_REGISTER, .needs = BIT(RSK_CORPORATE),
	  .takes = BIT(RSK_CORPORATE_GROUNDS) | BIT(RSK_CORPORATE_TOLD_ON) |
	           BIT(RSK_CORPORATE_REPLY),
	  .check = reach_is_explained },
	{ .name = "review", .label = "Record a review",
	  .help = "Rating, trend, and whether the controls are sufficient.",
	  .from = BIT(RSK_IS_REGISTERED), .to = RSK_IS_REGISTERED,
	  .right = RSK_MAY_REGISTER,
	  .needs = BIT(RSK_REVIEWED_ON) | BIT(RSK_RATING) | BIT(RSK_TREND) |
	           BIT(RSK_ENOUGH),
	  .takes = BIT(RSK_LIKELIHOOD) | BIT(RSK_IMPACT) | BIT(RSK_CONTROLS),
	  .check = review_has_happened },
	{ .name = "close", .label = "Close",
	  .help = "By somebody else than who last wrote it.",
	  .from = BIT(RSK_IS_ASSESSED) | BIT(RSK_IS_REGISTERED), .to = RSK_IS_CLOSED,
	  .right = RSK_MAY_CLOSE, .not_author = true, .needs_reason = true,
	  .check = treatments_are_over },
	{ .name = "reopen", .label = "Open again", .from = BIT(RSK_IS_CLOSED),
	  .to = RSK_IS_IDENTIFIED, .right = RSK_MAY_REGISTER, .needs_reason = true },
};

static const int list[] = { RSK_TITLE, RSK_SYSTEM, RSK_RATING,
	                    RSK_SCORE, RSK_ANSWER, RSK_REGISTERED_ON };

const struct record_type risk_type = {
	.name = "risk", .label = "Risk", .plural = "Risks", .code = "RSK",
	.group = N_("Risk"),
	.help = "What may happen, how likely it is and how bad, and what is done about "
	        "it. What needs tracking goes into the register.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = RSK_MAY_WRITE,
	.change = RSK_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration", .over = { .in = BIT(RSK_IS_CLOSED) },
	.effect = is_weighed,
};

static bool answer_is_explained(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	(void)a;
	if (row_filled(r, RSK_PLAN))
		return true;
	return refuse(why, RSK_PLAN, "does not say how the risk is answered",
	              "Write the planned treatment, or why the risk is acceptable.");
}

/* Source: BC-19 */
static bool reach_is_explained(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	bool ok = date_has_come(a, r, RSK_CORPORATE_TOLD_ON, why);

	if (str_is(row_text(r, RSK_CORPORATE), "undecided"))
		return refuse(why, RSK_CORPORATE, "is not decided", "Say yes or no.");
	if (str_is(row_text(r, RSK_CORPORATE), "yes") &&
	    !row_filled(r, RSK_CORPORATE_TOLD_ON))
		return refuse(why, RSK_CORPORATE_TOLD_ON, "does not say when it was told",
		              "Tell the central office first, then record the day.");
	if (str_is(row_text(r, RSK_CORPORATE), "no") &&
	    !row_filled(r, RSK_CORPORATE_GROUNDS))
		return refuse(why, RSK_CORPORATE_GROUNDS, "does not say why not",
		              "One sentence that another person can follow.");
	return ok;
}

static bool review_has_happened(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	return date_has_come(a, r, RSK_REVIEWED_ON, why);
}

static bool treatments_are_over(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	uint64_t open = BIT(TRT_IS_PROPOSED) | BIT(TRT_IS_AGREED) | BIT(TRT_IS_DONE);

	if (rows_linking(a, &treatment_type, TRT_RISK, r->id, open) == 0)
		return true;
	return refuse(why, FIELD_STATE, "treatments of it are still open",
	              "Each must be verified or given up first.");
}

static enum fail is_registered(struct act *a, const struct row *before,
                               const struct row *after)
{
	(void)before;
	return stamp_today(a, after, RSK_REGISTERED_ON);
}

static void weigh(const struct row *r, struct change *c, int likelihood, int impact,
                  int score)
{
	if (row_filled(r, likelihood) && row_filled(r, impact))
		change_number(c, score, row_number(r, likelihood) * row_number(r, impact));
	else
		change_empty(c, score);
}

/* From the record as it is by now: a step's own effect may have changed it meanwhile. */
static enum fail is_weighed(struct act *a, const struct row *before,
                            const struct row *after)
{
	const struct row *r = row_as_it_is(a, &risk_type, after->id);
	struct change *c = change_new(a->arena, &risk_type);

	(void)before;
	if (!r)
		return OK;
	weigh(r, c, RSK_LIKELIHOOD_BEFORE, RSK_IMPACT_BEFORE, RSK_SCORE_BEFORE);
	weigh(r, c, RSK_LIKELIHOOD, RSK_IMPACT, RSK_SCORE);
	weigh(r, c, RSK_LIKELIHOOD_AIM, RSK_IMPACT_AIM, RSK_SCORE_AIM);
	return record_set(a, &risk_type, after->id, c);
}
