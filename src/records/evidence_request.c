/*
 * evidence_request.c -- what an auditor asks to see, and what was shown.
 *
 * The auditor names the population, draws the sample, sets a day.  The answer is accepted
 * by the auditor, or asked again with the reason why it does not do.
 *
 *     asked -> answered -> accepted
 *       ^---------'
 *
 * Scenarios: tests/records/evidence_request.t
 */
#include "records/evidence_request.h"

#include "records/acceptance.h"
#include "records/audit.h"
#include "records/evidence.h"
#include "records/linked.h"
#include "records/person.h"

static check_fn sample_fits;
static check_fn answer_is_given;
static check_fn auditor_accepts;

static const struct field fields[] = {
	[EVR_TITLE]           = { .name = "title", .label = "Title", .type = T_BILINE,
	                          .max = 200, .required = true },
	[EVR_AUDIT]           = { .name = "audit", .label = "Audit", .type = T_LINK,
	                          .target = &audit_type, .required = true },
	[EVR_ASKED]           = { .name = "asked", .label = "What is asked for",
	                          .type = T_TEXT, .required = true },
	[EVR_POPULATION]      = { .name = "population", .label = "Population",
	                          .type = T_LINE, .max = 400,
	                          .help = "All of what: the incidents closed in 2025." },
	[EVR_POPULATION_SIZE] = { .name = "population_size",
	                          .label = "Size of the population",
	                          .type = T_NUMBER, .max = 1000000000 },
	[EVR_SAMPLE]          = { .name = "sample", .label = "Sample drawn",
	                          .type = T_TEXT },
	[EVR_SAMPLE_SIZE]     = { .name = "sample_size", .label = "Size of the sample",
	                          .type = T_NUMBER, .max = 1000000000 },
	[EVR_DRAWN_BY]        = { .name = "drawn_by", .label = "Drawn by", .type = T_LINE,
	                          .max = 160 },
	[EVR_ASKED_ON]        = { .name = "asked_on", .label = "Asked on", .type = T_DATE },
	[EVR_DUE_ON]          = { .name = "due_on", .label = "Due", .type = T_DATE,
	                          .due_in = BIT(EVR_IS_ASKED),
	                          .required = true },
	[EVR_RESPONSE]        = { .name = "response", .label = "Response", .type = T_TEXT },
	[EVR_EVIDENCE]        = { .name = "evidence", .label = "Evidence given",
	                          .type = T_LINK, .target = &evidence_type, .many = true },
	[EVR_RESPONDED_ON]    = { .name = "responded_on", .label = "Answered on",
	                          .type = T_DATE },
	[EVR_AUDITOR]         = { .name = "auditor", .label = "Auditor", .type = T_LINK,
	                          .target = &person_type },
	[EVR_ACCEPTANCE]      = { .name = "acceptance", .label = "The auditor's acceptance",
	                          .type = T_FILE },
	[EVR_REPLY]           = { .name = "reply", .label = "Why it does not do yet",
	                          .type = T_TEXT },
};
_Static_assert(COUNT(fields) == EVR__COUNT, "every field is described");

static const struct state states[] = {
	[EVR_IS_ASKED]    = { .name = "asked", .label = "Asked", .open = true },
	[EVR_IS_ANSWERED] = { .name = "answered", .label = "Answered", .open = true },
	[EVR_IS_ACCEPTED] = { .name = "accepted", .label = "Accepted", .locked = true },
};
_Static_assert(COUNT(states) == EVR_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[EVR_MAY_ASK]    = { .name = "evidence_request.ask",
	                     .label = "Record evidence requests" },
	[EVR_MAY_ANSWER] = { .name = "evidence_request.answer",
	                     .label = "Answer evidence requests" },
	[EVR_MAY_ACCEPT] = { .name = "evidence_request.accept",
	                     .label = "Accept answers to evidence requests" },
};
_Static_assert(COUNT(rights) == EVR_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "answer", .label = "Answer", .from = BIT(EVR_IS_ASKED),
	  .to = EVR_IS_ANSWERED,
	  .right = EVR_MAY_ANSWER, .needs = BIT(EVR_RESPONSE) | BIT(EVR_RESPONDED_ON),
	  .takes = BIT(EVR_EVIDENCE), .check = answer_is_given },
	{ .name = "ask_again", .label = "Ask again", .from = BIT(EVR_IS_ANSWERED),
	  .to = EVR_IS_ASKED, .right = EVR_MAY_ACCEPT, .needs = BIT(EVR_REPLY),
	  .takes = BIT(EVR_DUE_ON) },
	{ .name = "accept", .label = "Accept", .from = BIT(EVR_IS_ANSWERED),
	  .to = EVR_IS_ACCEPTED, .right = EVR_MAY_ACCEPT, .needs = BIT(EVR_AUDITOR),
	  .takes = BIT(EVR_ACCEPTANCE), .not_author = true, .check = auditor_accepts },
};

static const int list[] = { EVR_TITLE, EVR_AUDIT, EVR_DUE_ON, EVR_RESPONDED_ON };

const struct record_type evidence_request_type = {
	.name = "evidence_request", .label = "Evidence request",
	.plural = "Evidence requests", .code = "EVR", .group = N_("Assurance"),
	.help = "What an auditor asks to see: the population, the sample, the day, and "
	        "what was shown.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = EVR_MAY_ASK,
	.change = EVR_MAY_ASK, .retention = "audits",
	.over = { .in = BIT(EVR_IS_ACCEPTED) }, .check = sample_fits,
};

static bool sample_fits(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (!row_filled(r, EVR_SAMPLE_SIZE) || !row_filled(r, EVR_POPULATION_SIZE) ||
	    row_number(r, EVR_SAMPLE_SIZE) <= row_number(r, EVR_POPULATION_SIZE))
		return true;
	return refuse(why, EVR_SAMPLE_SIZE, "is larger than the population",
	              "Check both numbers.");
}

static bool answer_is_given(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, EVR_RESPONDED_ON, why);
}

static bool auditor_accepts(const struct act *a, const struct row *r, struct refusal *why)
{
	return auditor_has_accepted(a, r, EVR_AUDITOR, EVR_ACCEPTANCE, why);
}
