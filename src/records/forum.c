/*
 * forum.c -- a committee, community or call in which the organisation meets others of its
 * kind.
 *
 * Its kind is what duties ask after: the advisory committee meets each month, the call of
 * the central office as well.  Who belongs to it stands in memberships, what was said in
 * meetings.
 *
 *     active -> dissolved
 *
 * Scenarios: tests/records/forum.t
 */
#include "records/forum.h"

#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

const struct choice forum_kinds[FORUM_KINDS] = {
	{ .name = "advisory_committee",
	  .label = "Information security advisory committee (ISAC)" },
	{ .name = "sharing_call", .label = "Information sharing call" },
	{ .name = "security_day", .label = "Security day or conference" },
	{ .name = "association", .label = "Professional association" },
	{ .name = "community", .label = "Community of practice or meet-up" },
	{ .name = "committee", .label = "Committee of our own" },
	{ .name = "other", .label = "Other" },
};

static const struct choice rhythms[] = {
	{ .name = "weekly", .label = "Each week" },
	{ .name = "monthly", .label = "Each month" },
	{ .name = "quarterly", .label = "Each quarter" },
	{ .name = "twice_a_year", .label = "Twice a year" },
	{ .name = "yearly", .label = "Each year" },
	{ .name = "as_called", .label = "When it is called" },
};

static const struct field fields[] = {
	[FOR_TITLE]   = { .name = "title", .label = "Name", .type = T_BILINE, .max = 160,
	                  .required = true },
	[FOR_KIND]    = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                  .choices = TABLE(forum_kinds), .required = true,
	                  .help = "Duties to attend go by the kind." },
	[FOR_RUN_BY]  = { .name = "run_by", .label = "Run by", .type = T_BILINE,
	                  .max = 200 },
	[FOR_RHYTHM]  = { .name = "rhythm", .label = "How often it meets", .type = T_CHOICE,
	                  .choices = TABLE(rhythms) },
	[FOR_CONTACT] = { .name = "contact", .label = "Who is our contact", .type = T_LINK,
	                  .target = &person_type },
	[FOR_JOINING] = { .name = "joining", .label = "How to join, and how to reach it",
	                  .type = T_TEXT },
	[FOR_PURPOSE] = { .name = "purpose", .label = "What it is for", .type = T_BITEXT },
};
_Static_assert(COUNT(fields) == FOR__COUNT, "every field is described");

static const struct state states[] = {
	[FOR_IS_ACTIVE]    = { .name = "active", .label = "Active" },
	[FOR_IS_DISSOLVED] = { .name = "dissolved", .label = "Dissolved", .locked = true },
};
_Static_assert(COUNT(states) == FOR_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[FOR_MAY_KEEP] = { .name = "forum.keep", .label = "Keep the list of forums" },
};
_Static_assert(COUNT(rights) == FOR_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "dissolve", .label = "Record that it was dissolved",
	  .from = BIT(FOR_IS_ACTIVE), .to = FOR_IS_DISSOLVED, .right = FOR_MAY_KEEP,
	  .needs_reason = true },
};

static const int list[] = { FOR_TITLE, FOR_KIND, FOR_RUN_BY, FOR_RHYTHM };

const struct record_type forum_type = {
	.name = "forum", .label = "Forum", .plural = "Forums", .code = "FOR",
	.group = N_("Co-ordination"),
	.help = "A committee, community or call in which the organisation meets others of "
	        "its kind.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = FOR_MAY_KEEP,
	.change = FOR_MAY_KEEP, .retention = "security-administration",
	.over = { .in = BIT(FOR_IS_DISSOLVED) },
};

enum fail forum_gives_kind(struct act *a, const struct row *before, const struct row *after,
                           int forum, int kind)
{
	const struct row *f = row_linked(a, after, forum, &forum_type);
	struct change *c = change_new(a->arena, after->type);

	if (!f || str_equal(row_text(f, FOR_KIND), row_text(after, kind)) ||
	    (before && row_filled(before, kind) &&
	     id_equal(row_link(before, forum), row_link(after, forum))))
		return OK;
	change_text(c, kind, row_text(f, FOR_KIND));
	return record_set(a, after->type, after->id, c);
}
