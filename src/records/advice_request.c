/*
 * advice_request.c -- what a business area asks of the security officer, and the advice it
 * was given.
 *
 * The advice cites the clauses that it rests on.  What the advice is about (a project, a
 * system, a contract) is linked, so that its own record shows that the officer was asked.
 *
 *     asked -> answered -> closed
 *        \--> withdrawn
 *
 * Scenarios: tests/records/advice_request.t
 */
#include "records/advice_request.h"

#include "model/act.h"
#include "records/clause.h"
#include "records/linked.h"
#include "records/organisation.h"
#include "records/person.h"
#include "store/store.h"

static check_fn times_in_order;
static effect_fn asked_now;
static effect_fn answered_now;

static const struct choice kinds[] = {
	{ .name = "policy", .label = "Policy or standard" },
	{ .name = "decision", .label = "Business decision" },
	{ .name = "development", .label = "Development or enhancement of a system" },
	{ .name = "contract", .label = "Contract or cloud schedule" },
	{ .name = "protected_c", .label = "Use of Protected C information" },
	{ .name = "open_content", .label = "Publishing code or data openly" },
	{ .name = "retirement", .label = "Retirement of a system" },
	{ .name = "log_access", .label = "Access to logs" },
	{ .name = "other", .label = "Other" },
};

static const struct field fields[] = {
	[ADQ_TITLE]        = { .name = "title", .label = "What is asked", .type = T_BILINE,
	                       .max = 250, .required = true },
	[ADQ_KIND]         = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                       .choices = TABLE(kinds), .required = true },
	[ADQ_QUESTION]     = { .name = "question", .label = "The question",
	                       .type = T_TEXT },
	[ADQ_ASKED_AT]     = { .name = "asked_at", .label = "Asked at", .type = T_INSTANT,
	                       .help = "Left empty: now." },
	[ADQ_ASKED_BY]     = { .name = "asked_by", .label = "Asked by", .type = T_LINK,
	                       .target = &person_type },
	[ADQ_AREA]         = { .name = "area", .label = "Business area", .type = T_LINK,
	                       .target = &organisation_type },
	[ADQ_ABOUT]        = { .name = "about", .label = "About", .type = T_LINK,
	                       .many = true,
	                       .help = "The project, system, contract or plan in "
	                               "question." },
	[ADQ_DECISION]     = { .name = "decision", .label = "Decision that it serves",
	                       .type = T_LINE, .max = 300,
	                       .help = "Number or title of the business decision." },
	[ADQ_CLAUSES]      = { .name = "clauses", .label = "Clauses cited", .type = T_LINK,
	                       .target = &clause_type, .many = true },
	[ADQ_LINK_SENT]    = { .name = "link_sent", .label = "Link sent", .type = T_LINE,
	                       .max = 400,
	                       .help = "To the frequently asked questions, or to the "
	                               "text itself." },
	[ADQ_ANSWER]       = { .name = "answer", .label = "Advice", .type = T_TEXT },
	[ADQ_REQUIREMENTS] = { .name = "requirements", .label = "Security requirements",
	                       .type = T_TEXT,
	                       .help = "For a development: what it must meet, one a "
	                               "line." },
	[ADQ_ANSWERED_AT]  = { .name = "answered_at", .label = "Answered at",
	                       .type = T_INSTANT, .help = "Left empty: now." },
	[ADQ_ANSWERED_BY]  = { .name = "answered_by", .label = "Answered by",
	                       .type = T_LINK, .target = &person_type },
};
_Static_assert(COUNT(fields) == ADQ__COUNT, "every field is described");

static const struct state states[] = {
	[ADQ_IS_ASKED]     = { .name = "asked", .label = "Asked", .open = true },
	[ADQ_IS_ANSWERED]  = { .name = "answered", .label = "Answered", .open = true },
	[ADQ_IS_CLOSED]    = { .name = "closed", .label = "Closed" },
	[ADQ_IS_WITHDRAWN] = { .name = "withdrawn", .label = "No longer asked" },
};
_Static_assert(COUNT(states) == ADQ_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[ADQ_MAY_ASK]    = { .name = "advice_request.ask", .label = "Ask for advice" },
	[ADQ_MAY_ANSWER] = { .name = "advice_request.answer",
	                     .label = "Answer requests for advice" },
};
_Static_assert(COUNT(rights) == ADQ_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "answer", .label = "Answer", .from = BIT(ADQ_IS_ASKED),
	  .to = ADQ_IS_ANSWERED, .right = ADQ_MAY_ANSWER, .needs = BIT(ADQ_ANSWER),
	  .takes = BIT(ADQ_CLAUSES) | BIT(ADQ_LINK_SENT) | BIT(ADQ_REQUIREMENTS) |
	           BIT(ADQ_ANSWERED_AT) | BIT(ADQ_ANSWERED_BY),
	  .effect = answered_now },
	{ .name = "ask_again", .label = "Ask further",
	  .from = BIT(ADQ_IS_ANSWERED) | BIT(ADQ_IS_CLOSED), .to = ADQ_IS_ASKED,
	  .right = ADQ_MAY_ASK, .needs_reason = true },
	{ .name = "close", .label = "Close", .from = BIT(ADQ_IS_ANSWERED),
	  .to = ADQ_IS_CLOSED, .right = ADQ_MAY_ASK },
	{ .name = "drop", .label = "Ask no longer", .from = BIT(ADQ_IS_ASKED),
	  .to = ADQ_IS_WITHDRAWN, .right = ADQ_MAY_ASK, .needs_reason = true },
};

static const int list[] = { ADQ_TITLE, ADQ_KIND, ADQ_ASKED_BY, ADQ_ASKED_AT,
	                    ADQ_ANSWERED_AT, ADQ_CLAUSES };

const struct record_type advice_request_type = {
	.name = "advice_request", .label = "Request for advice",
	.plural = "Requests for advice", .code = "ADQ", .group = N_("Co-ordination"),
	.help = "What a business area asks of the security officer, and the advice it was "
	        "given.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = ADQ_MAY_ASK,
	.change = ADQ_MAY_ANSWER, .owner_may_change = true, .own_only = true,
	.retention = "security-administration",
	.over = { .in = BIT(ADQ_IS_CLOSED) | BIT(ADQ_IS_WITHDRAWN) },
	.check = times_in_order, .effect = asked_now,
};

static bool times_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = instant_has_come(a, r, ADQ_ASKED_AT, why);

	ok = instant_has_come(a, r, ADQ_ANSWERED_AT, why) && ok;
	return instants_in_order(r, ADQ_ASKED_AT, ADQ_ANSWERED_AT, why) && ok;
}

static enum fail asked_now(struct act *a, const struct row *before, const struct row *after)
{
	(void)before;
	return set_when_empty(a, after, ADQ_ASKED_AT, ADQ_ASKED_BY);
}

static enum fail answered_now(struct act *a, const struct row *before,
                              const struct row *after)
{
	(void)before;
	return set_when_empty(a, after, ADQ_ANSWERED_AT, ADQ_ANSWERED_BY);
}
