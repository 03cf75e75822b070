/*
 * assessment_answer.c -- how far one area of control is, and what shows it.
 *
 *     to answer -> met | partly met | not met | not applicable
 *         ^-------------'----------'------------'
 *
 * Scenarios: tests/records/assessment_answer.t
 */
#include "records/assessment_answer.h"

#include "records/assessment_campaign.h"
#include "records/evidence.h"
#include "records/linked.h"
#include "records/person.h"

static check_fn evidence_shows_it;
static check_fn gap_has_somebody;

static const struct choice levels[] = {
	{ .name = "not_started", .label = "Not started" },
	{ .name = "planned", .label = "Planned" },
	{ .name = "partial", .label = "Partial" },
	{ .name = "hygiene", .label = "Hygiene level" },
	{ .name = "above_hygiene", .label = "Above hygiene level" },
	{ .name = "optimised", .label = "Optimised" },
};

static const struct field fields[] = {
	[ASA_TITLE]       = { .name = "title", .label = "Area of control",
	                      .type = T_BILINE, .max = 200, .required = true },
	[ASA_CAMPAIGN]    = { .name = "campaign", .label = "Assessment", .type = T_LINK,
	                      .target = &assessment_campaign_type, .required = true,
	                      .part_of = true },
	[ASA_NUMBER]      = { .name = "area_number", .label = "Number", .type = T_LINE,
	                      .max = 30 },
	[ASA_LEVEL]       = { .name = "level", .label = "Level, by ourselves",
	                      .type = T_CHOICE, .choices = TABLE(levels) },
	[ASA_VALID_LEVEL] = { .name = "validated_level", .label = "Level, as validated",
	                      .type = T_CHOICE, .choices = TABLE(levels) },
	[ASA_NOTE]        = { .name = "note", .label = "What shows it", .type = T_TEXT },
	[ASA_EVIDENCE]    = { .name = "evidence", .label = "Evidence", .type = T_LINK,
	                      .target = &evidence_type, .many = true },
	[ASA_ANSWERED_ON] = { .name = "answered_on", .label = "Answered on",
	                      .type = T_DATE },
	[ASA_GAP]         = { .name = "gap", .label = "What is missing",
	                      .type = T_BITEXT },
	[ASA_GAP_OWNER]   = { .name = "gap_owner", .label = "Who closes the gap",
	                      .type = T_LINK, .target = &person_type },
	[ASA_GAP_DUE_ON]  = { .name = "gap_due_on", .label = "To be closed by",
	                      .type = T_DATE,
	                      .due_in = BIT(ASA_IS_PARTLY) | BIT(ASA_IS_NOT_MET) },
};
_Static_assert(COUNT(fields) == ASA__COUNT, "every field is described");

static const struct state states[] = {
	[ASA_IS_OPEN]           = { .name = "open", .label = "To be answered",
	                            .open = true },
	[ASA_IS_MET]            = { .name = "met", .label = "Met" },
	[ASA_IS_PARTLY]         = { .name = "partly_met", .label = "Partly met" },
	[ASA_IS_NOT_MET]        = { .name = "not_met", .label = "Not met" },
	[ASA_IS_NOT_APPLICABLE] = { .name = "not_applicable", .label = "Not applicable" },
};
_Static_assert(COUNT(states) == ASA_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[ASA_MAY_WRITE] = { .name = "assessment_answer.write",
	                    .label = "Answer assessments" },
};
_Static_assert(COUNT(rights) == ASA_MAY__COUNT, "every right is described");

#define ANSWERED \
	(BIT(ASA_IS_MET) | BIT(ASA_IS_PARTLY) | BIT(ASA_IS_NOT_MET) | \
	 BIT(ASA_IS_NOT_APPLICABLE))

static const struct step steps[] = {
	{ .name = "is_met", .label = "Met", .from = BIT(ASA_IS_OPEN), .to = ASA_IS_MET,
	  .right = ASA_MAY_WRITE, .needs = BIT(ASA_LEVEL) | BIT(ASA_ANSWERED_ON),
	  .takes = BIT(ASA_NOTE) | BIT(ASA_EVIDENCE), .check = evidence_shows_it },
	{ .name = "is_partly_met", .label = "Partly met", .from = BIT(ASA_IS_OPEN),
	  .to = ASA_IS_PARTLY, .right = ASA_MAY_WRITE,
	  .needs = BIT(ASA_LEVEL) | BIT(ASA_ANSWERED_ON) | BIT(ASA_GAP),
	  .takes = BIT(ASA_NOTE) | BIT(ASA_EVIDENCE) | BIT(ASA_GAP_OWNER) |
	           BIT(ASA_GAP_DUE_ON),
	  .check = gap_has_somebody },
	{ .name = "is_not_met", .label = "Not met", .from = BIT(ASA_IS_OPEN),
	  .to = ASA_IS_NOT_MET, .right = ASA_MAY_WRITE,
	  .needs = BIT(ASA_LEVEL) | BIT(ASA_ANSWERED_ON) | BIT(ASA_GAP),
	  .takes = BIT(ASA_NOTE) | BIT(ASA_GAP_OWNER) | BIT(ASA_GAP_DUE_ON),
	  .check = gap_has_somebody },
	{ .name = "does_not_apply", .label = "Not applicable", .from = BIT(ASA_IS_OPEN),
	  .to = ASA_IS_NOT_APPLICABLE, .right = ASA_MAY_WRITE,
	  .needs = BIT(ASA_ANSWERED_ON), .needs_reason = true },
	{ .name = "reopen", .label = "Open again", .from = ANSWERED, .to = ASA_IS_OPEN,
	  .right = ASA_MAY_WRITE },
};

static const int list[] = { ASA_NUMBER, ASA_TITLE, ASA_LEVEL, ASA_GAP_OWNER,
	                    ASA_GAP_DUE_ON };

const struct record_type assessment_answer_type = {
	.name = "assessment_answer", .label = "Assessment answer",
	.plural = "Assessment answers", .code = "ASA",
	.help = "How far one area of control is, what shows it, and for a gap who "
	        "closes it by when.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = ASA_MAY_WRITE,
	.change = ASA_MAY_WRITE, .attachment = true,
	.retention = "security-administration",
	.over = { .in = (BIT(ASA_IS_MET) | BIT(ASA_IS_PARTLY) |
	         BIT(ASA_IS_NOT_MET) |
	         BIT(ASA_IS_NOT_APPLICABLE)),
	          .on = ASA_ANSWERED_ON },
};

static bool evidence_shows_it(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, ASA_ANSWERED_ON, why);

	if (row_filled(r, ASA_NOTE) || row_filled(r, ASA_EVIDENCE))
		return ok;
	return refuse(why, ASA_EVIDENCE, "shows nothing",
	              "Link evidence, or write what shows it.");
}

static bool gap_has_somebody(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, ASA_ANSWERED_ON, why);

	if (row_filled(r, ASA_GAP_OWNER) == row_filled(r, ASA_GAP_DUE_ON))
		return ok;
	return refuse(why, ASA_GAP_DUE_ON, "an owner needs a day and a day an owner",
	              "Give both, or neither for now.");
}
