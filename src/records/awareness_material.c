/*
 * awareness_material.c -- a poster, handout, quiz, video or paper that can be used, and
 * where it came from.
 *
 *     current <-> retired
 *
 * Scenarios: tests/records/awareness_material.t
 */
#include "records/awareness_material.h"

#include "records/linked.h"

static check_fn has_been_received;

static const struct choice kinds[] = {
	{ .name = "poster", .label = "Poster" },
	{ .name = "presentation", .label = "Presentation" },
	{ .name = "handout", .label = "Handout" },
	{ .name = "quiz", .label = "Quiz" },
	{ .name = "video", .label = "Video" },
	{ .name = "paper", .label = "Thought paper" },
	{ .name = "course", .label = "Course" },
	{ .name = "template", .label = "Template" },
	{ .name = "other", .label = "Something else" },
};
static const struct choice sources[] = {
	{ .name = "own", .label = "Our own" },
	{ .name = "repository", .label = "Awareness repository of the central office" },
	{ .name = "update", .label = "Awareness programme update" },
	{ .name = "bought", .label = "Bought or licensed" },
	{ .name = "other", .label = "Somebody else" },
};
static const struct choice languages[] = {
	{ .name = "en", .label = "English" },
	{ .name = "fr", .label = "French" },
	{ .name = "both", .label = "English and French" },
};

static const struct field fields[] = {
	[AWM_TITLE]         = { .name = "title", .label = "Title", .type = T_BILINE,
	                        .max = 200, .required = true },
	[AWM_KIND]          = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                        .choices = TABLE(kinds), .required = true },
	[AWM_SOURCE]        = { .name = "source", .label = "Where it comes from",
	                        .type = T_CHOICE, .choices = TABLE(sources),
	                        .required = true },
	[AWM_FROM]          = { .name = "made_by", .label = "Made by", .type = T_LINE,
	                        .max = 200, .help = "And under which licence." },
	[AWM_ADDRESS]       = { .name = "address", .label = "Address", .type = T_LINE,
	                        .max = 500 },
	[AWM_FILE]          = { .name = "file", .label = "File", .type = T_FILE },
	[AWM_LANGUAGE]      = { .name = "language", .label = "Language",
	                        .type = T_CHOICE, .choices = TABLE(languages) },
	[AWM_TOPIC]         = { .name = "topic", .label = "Topic", .type = T_BILINE,
	                        .max = 200 },
	[AWM_RECEIVED_ON]   = { .name = "received_on", .label = "Received on",
	                        .type = T_DATE, .check = has_been_received },
	[AWM_REVIEW_DUE_ON] = { .name = "review_due_on", .label = "Still right? Look by",
	                        .type = T_DATE, .due_in = BIT(AWM_IS_CURRENT) },
	[AWM_NOTE]          = { .name = "note", .label = "Note", .type = T_TEXT },
};
_Static_assert(COUNT(fields) == AWM__COUNT, "every field is described");

static const struct state states[] = {
	[AWM_IS_CURRENT] = { .name = "current", .label = "Current" },
	[AWM_IS_RETIRED] = { .name = "retired", .label = "Retired" },
};
_Static_assert(COUNT(states) == AWM_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[AWM_MAY_KEEP] = { .name = "awareness_material.keep",
	                   .label = "Keep the library of awareness material" },
};
_Static_assert(COUNT(rights) == AWM_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "retire", .label = "Retire", .from = BIT(AWM_IS_CURRENT),
	  .to = AWM_IS_RETIRED, .right = AWM_MAY_KEEP, .needs_reason = true },
	{ .name = "use_again", .label = "Use again", .from = BIT(AWM_IS_RETIRED),
	  .to = AWM_IS_CURRENT, .right = AWM_MAY_KEEP, .takes = BIT(AWM_REVIEW_DUE_ON) },
};

static const int list[] = { AWM_TITLE, AWM_KIND, AWM_SOURCE, AWM_TOPIC, AWM_RECEIVED_ON };

const struct record_type awareness_material_type = {
	.name = "awareness_material", .label = "Awareness material",
	.plural = "Awareness material", .code = "AWM", .group = N_("Awareness"),
	.help = "The library: posters, handouts, quizzes, videos and papers, with their "
	        "source.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = AWM_MAY_KEEP,
	.change = AWM_MAY_KEEP, .owner_may_change = true,
	.retention = "security-administration", .over = { .in = BIT(AWM_IS_RETIRED) },
};

static bool has_been_received(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, AWM_RECEIVED_ON, why);
}
