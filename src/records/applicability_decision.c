/*
 * applicability_decision.c -- whether an instrument, or some of its clauses, applies to the
 * organisation or to one line of business, and how.
 *
 * Somebody proposes, another approves.  What does not apply is asked again after a year at
 * most; what applies but cannot be met names its exemption.  A decision about an edition
 * lapses by the clock on its last day.
 *
 *     draft -> proposed -> approved -> lapsed
 *       ^---------'           \--> replaced
 *
 * Scenarios: tests/records/applicability_decision.t
 */
#include "records/applicability_decision.h"

#include "records/clause.h"
#include "records/edition.h"
#include "records/exemption.h"
#include "records/linked.h"
#include "records/organisation.h"
#include "store/store.h"

static check_fn clauses_are_of_edition;
static check_fn decision_is_whole;
static check_fn last_day_is_over;
static effect_fn decided;

#define NOT_APPLICABLE "not_applicable"
#define EXEMPT "exempt"

static const struct choice decisions[] = {
	{ .name = "applies", .label = "Applies" },
	{ .name = NOT_APPLICABLE, .label = "Does not apply" },
	{ .name = EXEMPT, .label = "Applies, but cannot be met: exemption" },
};

static const struct choice compliance[] = {
	{ .name = "complies", .label = "Complied with" },
	{ .name = "partly", .label = "Partly complied with" },
	{ .name = "not_yet", .label = "Not yet complied with" },
};

static const struct field fields[] = {
	[APD_TITLE]         = { .name = "title", .label = "Title", .type = T_BILINE,
	                        .max = 250, .required = true },
	[APD_EDITION]       = { .name = "edition", .label = "Edition", .type = T_LINK,
	                        .target = &edition_type, .required = true },
	[APD_CLAUSES]       = { .name = "clauses", .label = "Clauses", .type = T_LINK,
	                        .target = &clause_type, .many = true,
	                        .help = "Empty: the whole edition.",
	                        .check = clauses_are_of_edition },
	[APD_AREA]          = { .name = "area", .label = "Line of business",
	                        .type = T_LINK, .target = &organisation_type,
	                        .help = "Empty: the whole organisation." },
	[APD_DECISION]      = { .name = "decision", .label = "Decision", .type = T_CHOICE,
	                        .choices = TABLE(decisions) },
	[APD_GROUNDS]       = { .name = "grounds", .label = "Reason", .type = T_BITEXT },
	[APD_STATEMENT]     = { .name = "statement", .label = "How it is applied here",
	                        .type = T_BITEXT },
	[APD_COMPLIANCE]    = { .name = "compliance", .label = "Statement of compliance",
	                        .type = T_CHOICE, .choices = TABLE(compliance) },
	[APD_EXEMPTION]     = { .name = "exemption", .label = "Exemption", .type = T_LINK,
	                        .target = &exemption_type },
	[APD_UNTIL]         = { .name = "until", .label = "Holds until", .type = T_DATE,
	                        .help = "Last day. What does not apply is asked again "
	                                "within a year." },
	[APD_DECIDED_ON]    = { .name = "decided_on", .label = "Approved on",
	                        .type = T_DATE, .set_by_program = true },
	[APD_REVIEW_DUE_ON] = { .name = "review_due_on", .label = "Next review due",
	                        .type = T_DATE, .due_in = BIT(APD_IS_APPROVED) },
};
_Static_assert(COUNT(fields) == APD__COUNT, "every field is described");

static const struct state states[] = {
	[APD_IS_DRAFT]    = { .name = "draft", .label = "Draft", .open = true },
	[APD_IS_PROPOSED] = { .name = "proposed", .label = "Proposed", .open = true },
	[APD_IS_APPROVED] = { .name = "approved", .label = "Approved" },
	[APD_IS_LAPSED]   = { .name = "lapsed", .label = "Lapsed", .locked = true },
	[APD_IS_REPLACED] = { .name = "replaced", .label = "Replaced", .locked = true },
};
_Static_assert(COUNT(states) == APD_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[APD_MAY_WRITE]   = { .name = "applicability_decision.write",
	                      .label = "Propose what applies" },
	[APD_MAY_APPROVE] = { .name = "applicability_decision.approve",
	                      .label = "Decide what applies" },
};
_Static_assert(COUNT(rights) == APD_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "propose", .label = "Propose", .from = BIT(APD_IS_DRAFT),
	  .to = APD_IS_PROPOSED, .right = APD_MAY_WRITE, .needs = BIT(APD_DECISION),
	  .check = decision_is_whole },
	{ .name = "send_back", .label = "Send back", .from = BIT(APD_IS_PROPOSED),
	  .to = APD_IS_DRAFT, .right = APD_MAY_APPROVE, .needs_reason = true },
	{ .name = "approve", .label = "Approve", .from = BIT(APD_IS_PROPOSED),
	  .to = APD_IS_APPROVED, .right = APD_MAY_APPROVE, .not_author = true,
	  .approval = true, .void_to = APD_IS_DRAFT, .check = decision_is_whole,
	  .effect = decided },
	{ .name = "replace", .label = "Mark as replaced", .from = BIT(APD_IS_APPROVED),
	  .to = APD_IS_REPLACED, .right = APD_MAY_WRITE, .needs_reason = true },
	{ .name = "lapse", .label = "Lapse",
	  .help = "Taken by the program after the last day.",
	  .from = BIT(APD_IS_APPROVED), .to = APD_IS_LAPSED, .right = APD_MAY_WRITE,
	  .by_clock = true, .check = last_day_is_over },
};

static const int list[] = { APD_TITLE, APD_EDITION, APD_AREA, APD_DECISION,
	                    APD_DECIDED_ON };

const struct record_type applicability_decision_type = {
	.name = "applicability_decision", .label = "Applicability decision",
	.plural = "Applicability decisions", .code = "APD",
	.group = N_("Policies and documents"),
	.help = "Whether an instrument, or some of its clauses, applies to the "
	        "organisation or a line of business, and how.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = APD_MAY_WRITE,
	.change = APD_MAY_WRITE, .retention = "security-administration",
	.over = { .in = BIT(APD_IS_LAPSED) | BIT(APD_IS_REPLACED) },
};

static bool clauses_are_of_edition(const struct act *a, const struct row *r,
                                   struct refusal *why)
{
	const struct value *v = &r->values[APD_CLAUSES];
	struct actor program;
	struct act act = act_of_program(a, &program);

	for (size_t i = 0; i < v->link_count; i++) {
		struct row *clause;

		if (record_get(&act, &clause_type, v->links[i], &clause) != OK ||
		    !id_equal(row_link(clause, CLA_EDITION), row_link(r, APD_EDITION)))
			return refuse(why, APD_CLAUSES, "a clause is of another edition",
			              "Name clauses of the edition that is decided on.");
	}
	return true;
}

static bool within_a_year(const struct act *a, const struct row *r, struct refusal *why)
{
	if (!row_filled(r, APD_UNTIL))
		return refuse(why, APD_UNTIL, "is empty",
		              "Say until when; a year at most.");
	if (date_compare(row_date(r, APD_UNTIL), date_add_months(act_today(a), 12)) > 0)
		return refuse(why, APD_UNTIL, "is more than a year away",
		              "Ask again within a year.");
	return true;
}

static bool decision_is_whole(const struct act *a, const struct row *r, struct refusal *why)
{
	struct str decision = row_text(r, APD_DECISION);
	bool ok = true;

	if (decision.n == 0 || str_is(decision, "applies"))
		return true;
	if (!row_filled(r, APD_GROUNDS))
		ok = refuse(why, APD_GROUNDS, "is empty", "Give the reason.");
	if (str_is(decision, NOT_APPLICABLE))
		return within_a_year(a, r, why) && ok;
	if (str_is(decision, EXEMPT) && !row_filled(r, APD_EXEMPTION))
		ok = refuse(why, APD_EXEMPTION, "is empty",
		            "Ask for an exemption and name it here.");
	return ok;
}

static bool last_day_is_over(const struct act *a, const struct row *r, struct refusal *why)
{
	if (row_filled(r, APD_UNTIL) &&
	    date_compare(row_date(r, APD_UNTIL), act_today(a)) < 0)
		return true;
	return refuse(why, APD_UNTIL, "its last day is not over",
	              "Mark it as replaced instead.");
}

static enum fail decided(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &applicability_decision_type);

	(void)before;
	change_date(c, APD_DECIDED_ON, act_today(a));
	return record_set(a, &applicability_decision_type, after->id, c);
}
