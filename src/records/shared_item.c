/*
 * shared_item.c -- what we tell others: a threat, an incident, an assessment, freed of what
 * is only ours.
 *
 * It is a copy with its own text: what it comes from stays as closed as it was.  One person
 * takes out what must not leave, another lets it go; the label of the traffic light
 * protocol and the audience go with it.  The words are those that left, so they change no
 * more.
 *
 *     draft -> sanitised -> shared -> recalled
 *
 * Scenarios: tests/records/shared_item.t
 */
#include "records/shared_item.h"

#include "records/forum.h"
#include "records/linked.h"
#include "records/person.h"

static check_fn day_has_come;
static check_fn label_fits_audience;

static const struct choice kinds[] = {
	{ .name = "threat", .label = "Threat seen" },
	{ .name = "incident", .label = "Incident" },
	{ .name = "stra", .label = "Threat and risk assessment" },
	{ .name = "soar", .label = "Statement of acceptable risk" },
	{ .name = "vulnerability", .label = "Vulnerability" },
	{ .name = "indicator", .label = "Indicators of compromise" },
	{ .name = "practice", .label = "Practice or finished work" },
	{ .name = "other", .label = "Other" },
};

static const struct choice lights[] = {
	{ .name = "red", .label = "TLP:RED, named recipients only" },
	{ .name = "amber_strict", .label = "TLP:AMBER+STRICT, their organisation only" },
	{ .name = "amber", .label = "TLP:AMBER, their organisation and clients" },
	{ .name = "green", .label = "TLP:GREEN, their community" },
	{ .name = "clear", .label = "TLP:CLEAR, everybody" },
};

static const struct field fields[] = {
	[SHR_TITLE]        = { .name = "title", .label = "Title", .type = T_BILINE,
	                       .max = 200, .required = true },
	[SHR_KIND]         = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                       .choices = TABLE(kinds), .required = true },
	[SHR_ORIGIN]       = { .name = "origin", .label = "Comes from", .type = T_LINK,
	                       .many = true,
	                       .help = "The incident, assessment or acceptance. Who may "
	                               "not see it does not see it here." },
	[SHR_CONTENT]      = { .name = "content", .label = "What is shared", .type = T_TEXT,
	                       .help = "As it leaves: no names, addresses or systems "
	                               "that are only ours." },
	[SHR_FILE]         = { .name = "file", .label = "File that is shared",
	                       .type = T_FILE },
	[SHR_TAKEN_OUT]    = { .name = "taken_out", .label = "What was taken out",
	                       .type = T_TEXT, .sensitive = true },
	[SHR_SANITISED_BY] = { .name = "sanitised_by", .label = "Freed of it by",
	                       .type = T_LINK, .target = &person_type },
	[SHR_TLP]          = { .name = "tlp", .label = "Traffic light label",
	                       .type = T_CHOICE, .choices = TABLE(lights) },
	[SHR_AUDIENCE]     = { .name = "audience", .label = "Audience", .type = T_BILINE,
	                       .max = 300 },
	[SHR_FORUMS]       = { .name = "forums", .label = "Told in the forum",
	                       .type = T_LINK, .target = &forum_type, .many = true },
	[SHR_SHARED_ON]    = { .name = "shared_on", .label = "Shared on", .type = T_DATE },
	[SHR_CHANNEL]      = { .name = "channel", .label = "How it was sent",
	                       .type = T_LINE, .max = 200 },
};
_Static_assert(COUNT(fields) == SHR__COUNT, "every field is described");

static const struct state states[] = {
	[SHR_IS_DRAFT]     = { .name = "draft", .label = "Draft", .open = true },
	[SHR_IS_SANITISED] = { .name = "sanitised", .label = "Sanitised", .open = true },
	[SHR_IS_SHARED]    = { .name = "shared", .label = "Shared", .locked = true },
	[SHR_IS_RECALLED]  = { .name = "recalled", .label = "Recalled", .locked = true },
};
_Static_assert(COUNT(states) == SHR_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[SHR_MAY_WRITE]   = { .name = "shared_item.write",
	                      .label = "Prepare what is shared" },
	[SHR_MAY_RELEASE] = { .name = "shared_item.release",
	                      .label = "Release what is shared" },
};
_Static_assert(COUNT(rights) == SHR_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "sanitise", .label = "Record that it was sanitised",
	  .from = BIT(SHR_IS_DRAFT), .to = SHR_IS_SANITISED, .right = SHR_MAY_WRITE,
	  .needs = BIT(SHR_CONTENT) | BIT(SHR_TAKEN_OUT) | BIT(SHR_SANITISED_BY) |
	           BIT(SHR_TLP),
	  .takes = BIT(SHR_AUDIENCE) },
	{ .name = "redo", .label = "Take back to draft", .from = BIT(SHR_IS_SANITISED),
	  .to = SHR_IS_DRAFT, .right = SHR_MAY_WRITE, .needs_reason = true },
	{ .name = "share", .label = "Share", .help = "By somebody else than who wrote it.",
	  .from = BIT(SHR_IS_SANITISED), .to = SHR_IS_SHARED, .right = SHR_MAY_RELEASE,
	  .needs = BIT(SHR_AUDIENCE) | BIT(SHR_SHARED_ON),
	  .takes = BIT(SHR_FORUMS) | BIT(SHR_CHANNEL), .not_author = true, .approval = true,
	  .void_to = SHR_IS_DRAFT, .check = label_fits_audience },
	{ .name = "recall", .label = "Recall", .from = BIT(SHR_IS_SHARED),
	  .to = SHR_IS_RECALLED, .right = SHR_MAY_RELEASE, .needs_reason = true },
};

static const int list[] = { SHR_TITLE, SHR_KIND, SHR_TLP, SHR_AUDIENCE, SHR_SHARED_ON };

const struct record_type shared_item_type = {
	.name = "shared_item", .label = "Shared item", .plural = "Shared items",
	.code = "SHR", .group = N_("Co-ordination"),
	.help = "What we tell others: a threat, an incident, an assessment, freed of what "
	        "is only ours.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = SHR_MAY_WRITE,
	.change = SHR_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(SHR_IS_SHARED) | BIT(SHR_IS_RECALLED), .on = SHR_SHARED_ON },
	.check = day_has_come,
};

static bool day_has_come(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, SHR_SHARED_ON, why);
}

/* What only named people may read is not told to a whole forum. */
static bool label_fits_audience(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	(void)a;
	if (!str_is(row_text(r, SHR_TLP), "red") || !row_filled(r, SHR_FORUMS))
		return true;
	return refuse(why, SHR_FORUMS, "is told more than TLP:RED allows",
	              "Name the recipients as the audience, or choose another label.");
}
