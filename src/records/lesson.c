/*
 * lesson.c -- what a success or a failure taught, told to those who can use it.
 *
 *     draft -> published -> outdated
 *
 * Scenarios: tests/records/lesson.t
 */
#include "records/lesson.h"

#include "records/forum.h"
#include "records/linked.h"

static check_fn days_have_come;

static const struct choice kinds[] = {
	{ .name = "success", .label = "From a success" },
	{ .name = "failure", .label = "From a failure" },
	{ .name = "near_miss", .label = "From what nearly went wrong" },
};

static const struct field fields[] = {
	[LSN_TITLE]         = { .name = "title", .label = "Lesson", .type = T_BILINE,
	                        .max = 250, .required = true },
	[LSN_KIND]          = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                        .choices = TABLE(kinds), .required = true },
	[LSN_ORIGIN]        = { .name = "origin", .label = "Learned from", .type = T_LINK,
	                        .many = true,
	                        .help = "The incident, issue, exercise or project." },
	[LSN_LEARNED_ON]    = { .name = "learned_on", .label = "Learned on",
	                        .type = T_DATE },
	[LSN_WHAT_HAPPENED] = { .name = "what_happened", .label = "What happened",
	                        .type = T_BITEXT },
	[LSN_ADVICE]        = { .name = "advice", .label = "What to do differently",
	                        .type = T_BITEXT },
	[LSN_AUDIENCE]      = { .name = "audience", .label = "Audience", .type = T_BILINE,
	                        .max = 300 },
	[LSN_FORUMS]        = { .name = "forums", .label = "Told in the forum",
	                        .type = T_LINK, .target = &forum_type, .many = true },
	[LSN_PUBLISHED_ON]  = { .name = "published_on", .label = "Published on",
	                        .type = T_DATE },
};
_Static_assert(COUNT(fields) == LSN__COUNT, "every field is described");

static const struct state states[] = {
	[LSN_IS_DRAFT]     = { .name = "draft", .label = "Draft", .open = true },
	[LSN_IS_PUBLISHED] = { .name = "published", .label = "Published" },
	[LSN_IS_OUTDATED]  = { .name = "outdated", .label = "Outdated" },
};
_Static_assert(COUNT(states) == LSN_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[LSN_MAY_WRITE]   = { .name = "lesson.write", .label = "Write lessons" },
	[LSN_MAY_PUBLISH] = { .name = "lesson.publish", .label = "Publish lessons" },
};
_Static_assert(COUNT(rights) == LSN_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "publish", .label = "Publish",
	  .from = BIT(LSN_IS_DRAFT) | BIT(LSN_IS_OUTDATED), .to = LSN_IS_PUBLISHED,
	  .right = LSN_MAY_PUBLISH,
	  .needs = BIT(LSN_ADVICE) | BIT(LSN_AUDIENCE) | BIT(LSN_PUBLISHED_ON),
	  .takes = BIT(LSN_FORUMS) },
	{ .name = "outdate", .label = "Mark as outdated", .from = BIT(LSN_IS_PUBLISHED),
	  .to = LSN_IS_OUTDATED, .right = LSN_MAY_PUBLISH, .needs_reason = true },
};

static const int list[] = { LSN_TITLE, LSN_KIND, LSN_LEARNED_ON, LSN_AUDIENCE,
	                    LSN_PUBLISHED_ON };

const struct record_type lesson_type = {
	.name = "lesson", .label = "Lesson", .plural = "Lessons", .code = "LSN",
	.group = N_("Co-ordination"),
	.help = "What a success or a failure taught, told to those who can use it.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = LSN_MAY_WRITE,
	.change = LSN_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration", .over = { .in = BIT(LSN_IS_OUTDATED) },
	.check = days_have_come,
};

static bool days_have_come(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, LSN_LEARNED_ON, why);

	ok = date_has_come(a, r, LSN_PUBLISHED_ON, why) && ok;
	return dates_in_order(r, LSN_LEARNED_ON, LSN_PUBLISHED_ON, why) && ok;
}
