/*
 * assessment_campaign.c -- the organisation assesses itself against a set of controls.
 *
 * Its answers (assessment_answer.c) are stored only where they were given; the campaign
 * knows how many there must be.  Who answered and who validates are two people.
 *
 *     under way -> complete -> validated
 *
 * Scenarios: tests/records/assessment_campaign.t
 */
#include "records/assessment_campaign.h"

#include "records/assessment_answer.h"
#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

static check_fn every_area_is_answered;
static effect_fn counts_answers;
static effect_fn is_validated;

static const struct choice frameworks[] = {
	{ .name = "defensible_security", .label = "Defensible Security" },
	{ .name = "other", .label = "Other" },
};

static const struct field fields[] = {
	[ASC_TITLE]        = { .name = "title", .label = "Title", .type = T_BILINE,
	                       .max = 200, .required = true },
	[ASC_FRAMEWORK]    = { .name = "framework", .label = "Set of controls",
	                       .type = T_CHOICE, .choices = TABLE(frameworks),
	                       .required = true },
	[ASC_VERSION]      = { .name = "framework_version", .label = "Its version",
	                       .type = T_LINE, .max = 60 },
	[ASC_AREAS]        = { .name = "areas", .label = "How many areas it has",
	                       .type = T_NUMBER, .min = 1, .max = 100000, .required = true,
	                       .help = "Defensible Security has 25 control areas." },
	[ASC_ANSWERED]     = { .name = "answered", .label = "Areas answered",
	                       .type = T_NUMBER, .max = 100000, .set_by_program = true },
	[ASC_GAPS]         = { .name = "gaps_found", .label = "Gaps", .type = T_NUMBER,
	                       .max = 100000, .set_by_program = true },
	[ASC_POSTURE]      = { .name = "posture",
	                       .label = "Areas at hygiene level (percent)",
	                       .type = T_NUMBER, .max = 100, .set_by_program = true },
	[ASC_STARTED_ON]   = { .name = "started_on", .label = "Started on",
	                       .type = T_DATE },
	[ASC_COMPLETED_ON] = { .name = "completed_on", .label = "Completed on",
	                       .type = T_DATE },
	[ASC_SUMMARY]      = { .name = "summary",
	                       .label = "Areas for improvement and overall posture",
	                       .type = T_BITEXT },
	[ASC_VALIDATED_BY] = { .name = "validated_by", .label = "Validated by",
	                       .type = T_LINK, .target = &person_type,
	                       .set_by_program = true },
	[ASC_VALIDATED_ON] = { .name = "validated_on", .label = "Validated on",
	                       .type = T_DATE, .set_by_program = true },
};
_Static_assert(COUNT(fields) == ASC__COUNT, "every field is described");

static const struct state states[] = {
	[ASC_IS_UNDER_WAY] = { .name = "under_way", .label = "Under way", .open = true },
	[ASC_IS_COMPLETE]  = { .name = "complete", .label = "Complete" },
	[ASC_IS_VALIDATED] = { .name = "validated", .label = "Validated", .locked = true },
};
_Static_assert(COUNT(states) == ASC_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[ASC_MAY_WRITE]    = { .name = "assessment_campaign.write",
	                       .label = "Conduct assessments" },
	[ASC_MAY_VALIDATE] = { .name = "assessment_campaign.validate",
	                       .label = "Validate assessments" },
};
_Static_assert(COUNT(rights) == ASC_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "complete", .label = "Conclude",
	  .help = "Each area has an answer; each gap has an owner and a date.",
	  .from = BIT(ASC_IS_UNDER_WAY), .to = ASC_IS_COMPLETE, .right = ASC_MAY_WRITE,
	  .needs = BIT(ASC_COMPLETED_ON) | BIT(ASC_SUMMARY),
	  .check = every_area_is_answered, .effect = counts_answers },
	{ .name = "reopen", .label = "Open again", .from = BIT(ASC_IS_COMPLETE),
	  .to = ASC_IS_UNDER_WAY, .right = ASC_MAY_WRITE, .needs_reason = true },
	{ .name = "validate", .label = "Validate", .from = BIT(ASC_IS_COMPLETE),
	  .to = ASC_IS_VALIDATED, .right = ASC_MAY_VALIDATE, .not_author = true,
	  .approval = true, .void_to = ASC_IS_UNDER_WAY, .effect = is_validated },
};

static const int list[] = { ASC_TITLE, ASC_FRAMEWORK, ASC_COMPLETED_ON, ASC_POSTURE,
	                    ASC_GAPS };

const struct record_type assessment_campaign_type = {
	.name = "assessment_campaign", .label = "Assessment", .plural = "Assessments",
	.code = "ASC", .group = N_("Assurance"),
	.help = "The organisation assesses itself against a set of controls: how far "
	        "each area is, with evidence, and which gaps remain.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = ASC_MAY_WRITE,
	.change = ASC_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(ASC_IS_COMPLETE) | BIT(ASC_IS_VALIDATED),
	          .on = ASC_COMPLETED_ON },
};

#define GIVEN (BIT(ASA_IS_MET) | BIT(ASA_IS_PARTLY) | BIT(ASA_IS_NOT_MET) | \
               BIT(ASA_IS_NOT_APPLICABLE))

static int64_t answers(const struct act *a, const struct row *r, uint64_t in)
{
	return rows_linking(a, &assessment_answer_type, ASA_CAMPAIGN, r->id, in);
}

/* Source: MISO-143: a completed assessment of all control areas. */
static bool every_area_is_answered(const struct act *a, const struct row *r,
                                   struct refusal *why)
{
	bool ok = date_has_come(a, r, ASC_COMPLETED_ON, why);

	if (answers(a, r, GIVEN) >= row_number(r, ASC_AREAS))
		return ok;
	return refuse(why, ASC_AREAS, "are not all answered",
	              "Answer each area, or say with a reason that it does not apply.");
}

static enum fail counts_answers(struct act *a, const struct row *before,
                                const struct row *after)
{
	struct change *c = change_new(a->arena, &assessment_campaign_type);
	int64_t met = answers(a, after, BIT(ASA_IS_MET));
	int64_t gaps = answers(a, after, BIT(ASA_IS_PARTLY) | BIT(ASA_IS_NOT_MET));

	(void)before;
	change_number(c, ASC_ANSWERED, answers(a, after, GIVEN));
	change_number(c, ASC_GAPS, gaps);
	if (met + gaps > 0)
		change_number(c, ASC_POSTURE, met * 100 / (met + gaps));
	return record_set(a, &assessment_campaign_type, after->id, c);
}

static enum fail is_validated(struct act *a, const struct row *before,
                              const struct row *after)
{
	(void)before;
	return stamp_actor(a, after, ASC_VALIDATED_BY, ASC_VALIDATED_ON);
}
