/*
 * risk_acceptance.c -- a statement of acceptable risk, or the acceptance of a late fix.
 *
 * The evaluator prepares it and hands it on, another person reviews it, the accountable
 * person signs it; a statement of acceptable risk is then submitted to the central
 * repository, which says that it received it.  An acceptance of a late fix always ends.
 *
 *     draft -> prepared -> reviewed -> signed -> submitted -> received
 *       ^---------'-----------'          '----------'------------'-> replaced | ended
 *
 * Scenarios: tests/records/risk_acceptance.t
 */
#include "records/risk_acceptance.h"

#include "records/linked.h"
#include "records/person.h"
#include "records/risk.h"
#include "records/risk_assessment.h"
#include "records/system.h"
#include "store/store.h"

static check_fn is_whole;
static check_fn accountable_person_signs;
static check_fn receipt_is_dated;
static check_fn has_ended;
static effect_fn is_prepared;
static effect_fn is_reviewed;
static effect_fn is_signed;

static const struct choice kinds[] = {
	{ .name = "soar", .label = "Statement of acceptable risk" },
	{ .name = "late_fix", .label = "Acceptance of a late fix" },
};

static const struct field fields[] = {
	[SOA_TITLE]        = { .name = "title", .label = "Title", .type = T_BILINE,
	                       .max = 200, .required = true },
	[SOA_KIND]         = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                       .choices = TABLE(kinds), .required = true },
	[SOA_SYSTEM]       = { .name = "system", .label = "System", .type = T_LINK,
	                       .target = &system_type, .required = true },
	[SOA_ASSESSMENT]   = { .name = "assessment", .label = "Risk assessment",
	                       .type = T_LINK, .target = &risk_assessment_type },
	[SOA_RISKS]        = { .name = "risks", .label = "Risks accepted", .type = T_LINK,
	                       .target = &risk_type, .many = true },
	[SOA_FORM_VERSION] = { .name = "form_version",
	                       .label = "Form or tool, and its version", .type = T_LINE,
	                       .max = 160 },
	[SOA_REFERENCE]    = { .name = "reference", .label = "Reference number",
	                       .type = T_LINE, .max = 60 },
	[SOA_EVALUATOR]    = { .name = "evaluator", .label = "Prepared by", .type = T_LINK,
	                       .target = &person_type },
	[SOA_ACCOUNTABLE]  = { .name = "accountable", .label = "Accountable person",
	                       .type = T_LINK, .target = &person_type },
	[SOA_GROUNDS]      = { .name = "grounds", .label = "Why the risk is acceptable",
	                       .type = T_BITEXT },
	[SOA_CONDITIONS]   = { .name = "conditions", .label = "Conditions",
	                       .type = T_BITEXT },
	[SOA_ENDS_ON]      = { .name = "ends_on", .label = "Accepted until",
	                       .type = T_DATE,
	                       .due_in = BIT(SOA_IS_SIGNED) | BIT(SOA_IS_SUBMITTED) |
	                                 BIT(SOA_IS_RECEIVED) },
	[SOA_PREPARED_ON]  = { .name = "prepared_on", .label = "Prepared on",
	                       .type = T_DATE, .set_by_program = true },
	[SOA_REVIEWED_BY]  = { .name = "reviewed_by", .label = "Reviewed by",
	                       .type = T_LINK, .target = &person_type,
	                       .set_by_program = true },
	[SOA_REVIEWED_ON]  = { .name = "reviewed_on", .label = "Reviewed on",
	                       .type = T_DATE, .set_by_program = true },
	[SOA_SIGNATURE]    = { .name = "signature",
	                       .label = "Signature on paper or elsewhere", .type = T_FILE,
	                       .after_approval = true },
	[SOA_SIGNED_BY]    = { .name = "signed_by", .label = "Signed by", .type = T_LINK,
	                       .target = &person_type, .set_by_program = true },
	[SOA_SIGNED_ON]    = { .name = "signed_on", .label = "Signed on", .type = T_DATE,
	                       .set_by_program = true },
	[SOA_SIGNED_AT]    = { .name = "signed_at", .label = "Moment of signature",
	                       .type = T_INSTANT, .set_by_program = true },
	[SOA_SUBMITTED_ON] = { .name = "submitted_on", .label = "Submitted on",
	                       .type = T_DATE, .after_approval = true },
	[SOA_SUBMITTED_TO] = { .name = "submitted_to", .label = "Submitted to",
	                       .type = T_LINE, .max = 160, .after_approval = true },
	[SOA_RECEIPT]      = { .name = "receipt", .label = "Receipt", .type = T_LINE,
	                       .max = 160, .after_approval = true,
	                       .help = "Number or words of the answer." },
	[SOA_RECEIVED_ON]  = { .name = "received_on", .label = "Received on",
	                       .type = T_DATE, .after_approval = true },
};
_Static_assert(COUNT(fields) == SOA__COUNT, "every field is described");

static const struct state states[] = {
	[SOA_IS_DRAFT]     = { .name = "draft", .label = "Draft", .open = true },
	[SOA_IS_PREPARED]  = { .name = "prepared", .label = "Prepared", .open = true,
	                       .locked = true },
	[SOA_IS_REVIEWED]  = { .name = "reviewed", .label = "Reviewed", .open = true,
	                       .locked = true },
	[SOA_IS_SIGNED]    = { .name = "signed", .label = "Signed", .locked = true },
	[SOA_IS_SUBMITTED] = { .name = "submitted", .label = "Submitted", .locked = true },
	[SOA_IS_RECEIVED]  = { .name = "received", .label = "Received", .locked = true },
	[SOA_IS_REPLACED]  = { .name = "replaced", .label = "Replaced", .locked = true },
	[SOA_IS_ENDED]     = { .name = "ended", .label = "Ended", .locked = true },
};
_Static_assert(COUNT(states) == SOA_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[SOA_MAY_WRITE]  = { .name = "risk_acceptance.write",
	                     .label = "Prepare acceptances of risk" },
	[SOA_MAY_REVIEW] = { .name = "risk_acceptance.review",
	                     .label = "Review acceptances of risk" },
	[SOA_MAY_SIGN]   = { .name = "risk_acceptance.sign",
	                     .label = "Sign acceptances of risk" },
	[SOA_MAY_SUBMIT] = { .name = "risk_acceptance.submit",
	                     .label = "Submit acceptances of risk" },
};
_Static_assert(COUNT(rights) == SOA_MAY__COUNT, "every right is described");

#define IN_FORCE (BIT(SOA_IS_SIGNED) | BIT(SOA_IS_SUBMITTED) | BIT(SOA_IS_RECEIVED))

static const struct step steps[] = {
	{ .name = "prepare", .label = "Hand over for review", .from = BIT(SOA_IS_DRAFT),
	  .to = SOA_IS_PREPARED, .right = SOA_MAY_WRITE,
	  .needs = BIT(SOA_GROUNDS) | BIT(SOA_EVALUATOR) | BIT(SOA_ACCOUNTABLE),
	  .takes = BIT(SOA_RISKS) | BIT(SOA_CONDITIONS) | BIT(SOA_ENDS_ON) |
	           BIT(SOA_FORM_VERSION),
	  .check = is_whole, .effect = is_prepared },
	{ .name = "review", .label = "Review",
	  .help = "By somebody else than who prepared it.", .from = BIT(SOA_IS_PREPARED),
	  .to = SOA_IS_REVIEWED, .right = SOA_MAY_REVIEW, .not_author = true,
	  .effect = is_reviewed },
	{ .name = "send_back", .label = "Send back",
	  .from = BIT(SOA_IS_PREPARED) | BIT(SOA_IS_REVIEWED), .to = SOA_IS_DRAFT,
	  .right = SOA_MAY_REVIEW, .needs_reason = true },
	{ .name = "sign", .label = "Sign",
	  .help = "The accountable person accepts the risk.", .from = BIT(SOA_IS_REVIEWED),
	  .to = SOA_IS_SIGNED, .right = SOA_MAY_SIGN, .takes = BIT(SOA_SIGNATURE),
	  .not_author = true, .approval = true, .void_to = SOA_IS_DRAFT,
	  .check = accountable_person_signs, .effect = is_signed },
	{ .name = "submit", .label = "Record the submission", .from = BIT(SOA_IS_SIGNED),
	  .to = SOA_IS_SUBMITTED, .right = SOA_MAY_SUBMIT,
	  .needs = BIT(SOA_SUBMITTED_ON) | BIT(SOA_SUBMITTED_TO),
	  .takes = BIT(SOA_RECEIPT), .check = receipt_is_dated },
	{ .name = "receive", .label = "Record the receipt", .from = BIT(SOA_IS_SUBMITTED),
	  .to = SOA_IS_RECEIVED, .right = SOA_MAY_SUBMIT,
	  .needs = BIT(SOA_RECEIPT) | BIT(SOA_RECEIVED_ON), .check = receipt_is_dated },
	{ .name = "replace", .label = "Replace", .from = IN_FORCE, .to = SOA_IS_REPLACED,
	  .right = SOA_MAY_SIGN },
	{ .name = "end", .label = "End",
	  .help = "Taken by the program on the day after it ended.", .from = IN_FORCE,
	  .to = SOA_IS_ENDED, .right = SOA_MAY_SIGN, .by_clock = true,
	  .check = has_ended },
};

static const int list[] = { SOA_TITLE,     SOA_KIND,         SOA_SYSTEM, SOA_ACCOUNTABLE,
	                    SOA_SIGNED_ON, SOA_SUBMITTED_ON, SOA_ENDS_ON };

const struct record_type risk_acceptance_type = {
	.name = "risk_acceptance", .label = "Acceptance of risk",
	.plural = "Acceptances of risk", .code = "SOA", .group = N_("Risk"),
	.help = "A statement of acceptable risk: prepared, reviewed, signed by the "
	        "accountable person, submitted, received. Or the acceptance of a fix "
	        "that comes late.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = SOA_MAY_WRITE,
	.change = SOA_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(SOA_IS_REPLACED) | BIT(SOA_IS_ENDED), .on = SOA_SIGNED_ON },
};

static bool is_late_fix(const struct row *r)
{
	return str_is(row_text(r, SOA_KIND), "late_fix");
}

/* Source: BC-15, BC-28: a statement has its assessment, a late fix an end. */
static bool is_whole(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (is_late_fix(r) && !row_filled(r, SOA_ENDS_ON))
		return refuse(why, SOA_ENDS_ON,
		              "is empty: a late fix is never accepted for ever",
		              "Give the day by which it is fixed.");
	if (!is_late_fix(r) && !row_filled(r, SOA_ASSESSMENT))
		return refuse(why, SOA_ASSESSMENT, "names no assessment",
		              "A statement of acceptable risk ends a risk assessment.");
	return true;
}

static bool accountable_person_signs(const struct act *a, const struct row *r,
                                     struct refusal *why)
{
	if (id_equal(a->actor->person, row_link(r, SOA_ACCOUNTABLE)) ||
	    row_filled(r, SOA_SIGNATURE))
		return true;
	return refuse(why, SOA_ACCOUNTABLE, "only the accountable person can sign this",
	              "Sign in as that person, or attach the signed copy.");
}

static bool receipt_is_dated(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, SOA_SUBMITTED_ON, why);

	ok = date_has_come(a, r, SOA_RECEIVED_ON, why) && ok;
	return dates_in_order(r, SOA_SUBMITTED_ON, SOA_RECEIVED_ON, why) && ok;
}

static bool has_ended(const struct act *a, const struct row *r, struct refusal *why)
{
	return last_day_has_passed(a, r, SOA_ENDS_ON, why);
}

static enum fail is_prepared(struct act *a, const struct row *before,
                             const struct row *after)
{
	(void)before;
	return stamp_today(a, after, SOA_PREPARED_ON);
}

static enum fail is_reviewed(struct act *a, const struct row *before,
                             const struct row *after)
{
	(void)before;
	return stamp_actor(a, after, SOA_REVIEWED_BY, SOA_REVIEWED_ON);
}

/* A new statement about a system replaces the one before. */
static enum fail earlier_is_replaced(struct act *a, const struct row *r)
{
	struct answer found;
	enum fail f = rows_that_link(a, &risk_acceptance_type, SOA_SYSTEM,
	                             row_link(r, SOA_SYSTEM), IN_FORCE, &found);

	for (size_t i = 0; !f && i < found.count; i++) {
		struct refusal why = refusal_on(a->arena);
		if (is_late_fix(found.rows[i]) || id_equal(found.rows[i]->id, r->id))
			continue;
		f = record_step(a, &risk_acceptance_type, found.rows[i]->id, 0,
		                step_find(&risk_acceptance_type, STR("replace")),
		                change_new(a->arena, &risk_acceptance_type), &why, NULL);
	}
	return f;
}

static enum fail is_signed(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &risk_acceptance_type);

	(void)before;
	enum fail f = stamp_actor(a, after, SOA_SIGNED_BY, SOA_SIGNED_ON);
	change_instant(c, SOA_SIGNED_AT, a->now);
	if (!f)
		f = record_set(a, &risk_acceptance_type, after->id, c);
	return f || is_late_fix(after) ? f : earlier_is_replaced(a, after);
}
