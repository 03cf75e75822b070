/*
 * meeting.c -- one meeting or call of a forum: who went, what we told, what we took home.
 *
 * Going oneself and sending a delegate both count; missing it is written down with a
 * reason. Having nothing to tell is said, not left empty: a nil return.
 *
 *     planned -> attended
 *          \--> missed, cancelled
 *
 * Scenarios: tests/records/meeting.t
 */
#include "records/meeting.h"

#include "records/forum.h"
#include "records/initiative.h"
#include "records/issue_raised.h"
#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

static check_fn somebody_went;
static check_fn telling_is_plain;
static effect_fn kind_and_telling;

static const struct choice tellings[] = {
	{ .name = "told", .label = "Yes" },
	{ .name = "nil_return", .label = "No: a nil return" },
};

static const struct field fields[] = {
	[MTG_TITLE]        = { .name = "title", .label = "Title", .type = T_BILINE,
	                       .max = 200, .required = true },
	[MTG_FORUM]        = { .name = "forum", .label = "Forum", .type = T_LINK,
	                       .target = &forum_type, .required = true },
	[MTG_KIND]         = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                       .choices = TABLE(forum_kinds), .set_by_program = true,
	                       .help = "That of its forum." },
	[MTG_PLANNED_FOR]  = { .name = "planned_for", .label = "Planned for",
	                       .type = T_DATE },
	[MTG_HELD_ON]      = { .name = "held_on", .label = "Held on", .type = T_DATE },
	[MTG_PLACE]        = { .name = "place", .label = "Where, or how to take part",
	                       .type = T_LINE, .max = 300 },
	[MTG_ATTENDED_BY]  = { .name = "attended_by", .label = "Who went", .type = T_LINK,
	                       .target = &person_type, .many = true },
	[MTG_DELEGATE]     = { .name = "delegate", .label = "Delegate", .type = T_LINK,
	                       .target = &person_type,
	                       .help = "Who went in place of the one whose duty it is." },
	[MTG_ITEMS_RAISED] = { .name = "items_raised", .label = "What we told",
	                       .type = T_TEXT },
	[MTG_TELLING]      = { .name = "telling", .label = "Did we tell anything?",
	                       .type = T_CHOICE, .choices = TABLE(tellings),
	                       .help = "Having nothing to tell is said as well." },
	[MTG_ISSUES]       = { .name = "issues", .label = "Issues raised", .type = T_LINK,
	                       .target = &issue_raised_type, .many = true },
	[MTG_INITIATIVES]  = { .name = "initiatives", .label = "Initiatives told of",
	                       .type = T_LINK, .target = &initiative_type, .many = true },
	[MTG_NOTES]        = { .name = "notes", .label = "What we took home",
	                       .type = T_TEXT },
	[MTG_MINUTES]      = { .name = "minutes", .label = "Minutes", .type = T_FILE },
};
_Static_assert(COUNT(fields) == MTG__COUNT, "every field is described");

static const struct state states[] = {
	[MTG_IS_PLANNED]   = { .name = "planned", .label = "Planned", .open = true },
	[MTG_IS_ATTENDED]  = { .name = "attended", .label = "Attended" },
	[MTG_IS_MISSED]    = { .name = "missed", .label = "Missed" },
	[MTG_IS_CANCELLED] = { .name = "cancelled", .label = "Cancelled" },
};
_Static_assert(COUNT(states) == MTG_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[MTG_MAY_KEEP] = { .name = "meeting.keep", .label = "Keep meetings of forums" },
};
_Static_assert(COUNT(rights) == MTG_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "attend", .label = "Record who went",
	  .from = BIT(MTG_IS_PLANNED) | BIT(MTG_IS_MISSED), .to = MTG_IS_ATTENDED,
	  .right = MTG_MAY_KEEP, .needs = BIT(MTG_HELD_ON),
	  .takes = BIT(MTG_ATTENDED_BY) | BIT(MTG_DELEGATE) | BIT(MTG_ITEMS_RAISED) |
	           BIT(MTG_TELLING) | BIT(MTG_ISSUES) | BIT(MTG_INITIATIVES) |
	           BIT(MTG_NOTES) | BIT(MTG_MINUTES),
	  .check = somebody_went },
	{ .name = "miss", .label = "Record that nobody went", .from = BIT(MTG_IS_PLANNED),
	  .to = MTG_IS_MISSED, .right = MTG_MAY_KEEP, .needs = BIT(MTG_HELD_ON),
	  .needs_reason = true },
	{ .name = "cancel", .label = "Record that it was cancelled",
	  .from = BIT(MTG_IS_PLANNED), .to = MTG_IS_CANCELLED, .right = MTG_MAY_KEEP,
	  .needs_reason = true },
};

static const int list[] = { MTG_TITLE, MTG_FORUM, MTG_PLANNED_FOR, MTG_HELD_ON,
	                    MTG_ATTENDED_BY, MTG_DELEGATE };

const struct record_type meeting_type = {
	.name = "meeting", .label = "Meeting", .plural = "Meetings", .code = "MTG",
	.group = N_("Co-ordination"),
	.help = "One meeting or call of a forum: who went, what we told, what we took "
	        "home.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = MTG_MAY_KEEP,
	.change = MTG_MAY_KEEP, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(MTG_IS_ATTENDED) | BIT(MTG_IS_MISSED) |
	        BIT(MTG_IS_CANCELLED), .on = MTG_HELD_ON },
	.check = telling_is_plain, .effect = kind_and_telling,
};

static bool somebody_went(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (row_filled(r, MTG_ATTENDED_BY) || row_filled(r, MTG_DELEGATE))
		return true;
	return refuse(why, MTG_ATTENDED_BY, "names nobody",
	              "Name who went, or the delegate.");
}

static bool something_was_told(const struct row *r)
{
	return row_filled(r, MTG_ITEMS_RAISED) || row_filled(r, MTG_ISSUES) ||
	       row_filled(r, MTG_INITIATIVES);
}

static bool telling_is_plain(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, MTG_HELD_ON, why);

	if (something_was_told(r) && str_is(row_text(r, MTG_TELLING), "nil_return"))
		return refuse(why, MTG_TELLING, "although something was told",
		              "Say yes, or empty what was told.");
	return ok;
}

static enum fail kind_and_telling(struct act *a, const struct row *before,
                                  const struct row *after)
{
	struct change *c = change_new(a->arena, &meeting_type);

	if (row_filled(after, MTG_TELLING) || !something_was_told(after))
		return forum_gives_kind(a, before, after, MTG_FORUM, MTG_KIND);
	change_text(c, MTG_TELLING, STR("told"));
	return record_set(a, &meeting_type, after->id, c);
}
