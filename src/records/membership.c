/*
 * membership.c -- a person who takes part in a forum for the organisation, from a day to
 * another.
 *
 * Asked for, then accepted by whoever runs the forum.  It ends on its last day by itself.
 *
 *     asked -> valid -> ended
 *
 * Scenarios: tests/records/membership.t
 */
#include "records/membership.h"

#include "records/forum.h"
#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

static check_fn days_in_order;
static check_fn accepted_by_now;
static check_fn last_day_is_over;
static effect_fn is_of_the_kind_of_its_forum;

static const struct field fields[] = {
	[MEM_TITLE]         = { .name = "title", .label = "Title", .type = T_BILINE,
	                        .max = 200, .required = true },
	[MEM_FORUM]         = { .name = "forum", .label = "Forum", .type = T_LINK,
	                        .target = &forum_type, .required = true },
	[MEM_KIND]          = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                        .choices = TABLE(forum_kinds), .set_by_program = true,
	                        .help = "That of its forum." },
	[MEM_PERSON]        = { .name = "person", .label = "Person", .type = T_LINK,
	                        .target = &person_type, .required = true },
	[MEM_ASKED_ON]      = { .name = "asked_on", .label = "Asked for on",
	                        .type = T_DATE },
	[MEM_ACCEPTED_ON]   = { .name = "accepted_on", .label = "Accepted on",
	                        .type = T_DATE },
	[MEM_ENDS_ON]       = { .name = "ends_on", .label = "Valid until", .type = T_DATE,
	                        .due_in = BIT(MEM_IS_VALID),
	                        .help = "Left empty when it has no end." },
	[MEM_MEMBER_NUMBER] = { .name = "member_number", .label = "Number of the member",
	                        .type = T_LINE, .max = 80 },
	[MEM_NOTE]          = { .name = "note", .label = "Note", .type = T_TEXT },
};
_Static_assert(COUNT(fields) == MEM__COUNT, "every field is described");

static const struct state states[] = {
	[MEM_IS_ASKED] = { .name = "asked", .label = "Asked for", .open = true },
	[MEM_IS_VALID] = { .name = "valid", .label = "Valid" },
	[MEM_IS_ENDED] = { .name = "ended", .label = "Ended" },
};
_Static_assert(COUNT(states) == MEM_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[MEM_MAY_KEEP] = { .name = "membership.keep",
	                   .label = "Keep memberships in forums" },
};
_Static_assert(COUNT(rights) == MEM_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "accept", .label = "Record the acceptance", .from = BIT(MEM_IS_ASKED),
	  .to = MEM_IS_VALID, .right = MEM_MAY_KEEP, .needs = BIT(MEM_ACCEPTED_ON),
	  .takes = BIT(MEM_ENDS_ON) | BIT(MEM_MEMBER_NUMBER), .check = accepted_by_now },
	{ .name = "renew", .label = "Renew", .from = BIT(MEM_IS_VALID) | BIT(MEM_IS_ENDED),
	  .to = MEM_IS_VALID, .right = MEM_MAY_KEEP, .needs = BIT(MEM_ENDS_ON) },
	{ .name = "end", .label = "End", .from = BIT(MEM_IS_ASKED) | BIT(MEM_IS_VALID),
	  .to = MEM_IS_ENDED, .right = MEM_MAY_KEEP, .takes = BIT(MEM_ENDS_ON),
	  .needs_reason = true },
	{ .name = "expire", .label = "Expire",
	  .help = "Taken by the program after the last day.", .from = BIT(MEM_IS_VALID),
	  .to = MEM_IS_ENDED, .right = MEM_MAY_KEEP, .by_clock = true,
	  .check = last_day_is_over },
};

static const int list[] = { MEM_TITLE, MEM_FORUM, MEM_PERSON, MEM_ACCEPTED_ON,
	                    MEM_ENDS_ON };

const struct record_type membership_type = {
	.name = "membership", .label = "Membership", .plural = "Memberships", .code = "MEM",
	.group = N_("Co-ordination"),
	.help = "A person who takes part in a forum for the organisation.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = MEM_MAY_KEEP,
	.change = MEM_MAY_KEEP, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(MEM_IS_ENDED), .on = MEM_ENDS_ON }, .check = days_in_order,
	.effect = is_of_the_kind_of_its_forum,
};

static bool days_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, MEM_ASKED_ON, why);

	ok = dates_in_order(r, MEM_ASKED_ON, MEM_ACCEPTED_ON, why) && ok;
	return dates_in_order(r, MEM_ACCEPTED_ON, MEM_ENDS_ON, why) && ok;
}

static bool accepted_by_now(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, MEM_ACCEPTED_ON, why);
}

static bool last_day_is_over(const struct act *a, const struct row *r, struct refusal *why)
{
	return last_day_has_passed(a, r, MEM_ENDS_ON, why);
}

static enum fail is_of_the_kind_of_its_forum(struct act *a, const struct row *before,
                                             const struct row *after)
{
	return forum_gives_kind(a, before, after, MEM_FORUM, MEM_KIND);
}
