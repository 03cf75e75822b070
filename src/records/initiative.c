/*
 * initiative.c -- something that the ministry undertakes, held against what others do
 * already.
 *
 * Before it starts somebody looks for finished work to use again; what of the government as
 * a whole it was checked against is written down; and the peers are told of it.
 *
 *     proposed -> under way -> finished
 *         \----------'---> dropped
 *
 * Scenarios: tests/records/initiative.t
 */
#include "records/initiative.h"

#include "records/forum.h"
#include "records/linked.h"
#include "records/person.h"

static check_fn days_have_come;
static check_fn sharing_is_whole;

static const struct choice reuses[] = {
	{ .name = "reused", .label = "Finished work is used again" },
	{ .name = "adapted", .label = "Used in part, and adapted" },
	{ .name = "nothing_fits", .label = "Looked for, nothing fits" },
};

static const struct field fields[] = {
	[INI_TITLE]           = { .name = "title", .label = "Title", .type = T_BILINE,
	                          .max = 200, .required = true },
	[INI_PURPOSE]         = { .name = "purpose", .label = "What it is for",
	                          .type = T_BITEXT },
	[INI_LEAD]            = { .name = "lead", .label = "Led by", .type = T_LINK,
	                          .target = &person_type },
	[INI_STARTS_ON]       = { .name = "starts_on", .label = "Begins on",
	                          .type = T_DATE },
	[INI_ENDS_ON]         = { .name = "ends_on", .label = "Ends on", .type = T_DATE },
	[INI_CHECKED_AGAINST] = { .name = "checked_against", .label = "Checked against",
	                          .type = T_BILINE, .max = 300,
	                          .help = "The initiative of the government as a whole "
	                                  "that it was held against, or that none "
	                                  "concerns it." },
	[INI_CHECKED_ON]      = { .name = "checked_on", .label = "Checked on",
	                          .type = T_DATE },
	[INI_FIT]             = { .name = "fit", .label = "How they fit together",
	                          .type = T_TEXT },
	[INI_SEARCHED_ON]     = { .name = "searched_on",
	                          .label = "Looked for finished work on", .type = T_DATE },
	[INI_SEARCHED_WHERE]  = { .name = "searched_where",
	                          .label = "Where it was looked for", .type = T_TEXT },
	[INI_REUSE]           = { .name = "reuse",
	                          .label = "Decision on using finished work",
	                          .type = T_CHOICE, .choices = TABLE(reuses) },
	[INI_REUSE_OF]        = { .name = "reuse_of",
	                          .label = "What is used again, and whose it is",
	                          .type = T_TEXT },
	[INI_SHARED_ON]       = { .name = "shared_on", .label = "Peers told on",
	                          .type = T_DATE },
	[INI_SHARED_IN]       = { .name = "shared_in", .label = "Told in the forum",
	                          .type = T_LINK, .target = &forum_type, .many = true },
	[INI_NOTE]            = { .name = "note", .label = "Note", .type = T_TEXT },
};
_Static_assert(COUNT(fields) == INI__COUNT, "every field is described");

static const struct state states[] = {
	[INI_IS_PROPOSED]  = { .name = "proposed", .label = "Proposed", .open = true },
	[INI_IS_UNDER_WAY] = { .name = "under_way", .label = "Under way", .open = true },
	[INI_IS_FINISHED]  = { .name = "finished", .label = "Finished" },
	[INI_IS_DROPPED]   = { .name = "dropped", .label = "Dropped" },
};
_Static_assert(COUNT(states) == INI_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[INI_MAY_KEEP] = { .name = "initiative.keep",
	                   .label = "Keep the register of initiatives" },
};
_Static_assert(COUNT(rights) == INI_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "start", .label = "Start", .from = BIT(INI_IS_PROPOSED),
	  .to = INI_IS_UNDER_WAY, .right = INI_MAY_KEEP,
	  .needs = BIT(INI_LEAD) | BIT(INI_STARTS_ON),
	  .takes = BIT(INI_SEARCHED_ON) | BIT(INI_SEARCHED_WHERE) | BIT(INI_REUSE) |
	           BIT(INI_REUSE_OF) | BIT(INI_CHECKED_AGAINST) | BIT(INI_CHECKED_ON) },
	{ .name = "finish", .label = "Finish", .from = BIT(INI_IS_UNDER_WAY),
	  .to = INI_IS_FINISHED, .right = INI_MAY_KEEP, .needs = BIT(INI_ENDS_ON) },
	{ .name = "drop", .label = "Drop",
	  .from = BIT(INI_IS_PROPOSED) | BIT(INI_IS_UNDER_WAY), .to = INI_IS_DROPPED,
	  .right = INI_MAY_KEEP, .needs_reason = true },
};

static const int list[] = { INI_TITLE, INI_LEAD, INI_STARTS_ON, INI_CHECKED_AGAINST,
	                    INI_REUSE, INI_SHARED_ON };

const struct record_type initiative_type = {
	.name = "initiative", .label = "Initiative", .plural = "Initiatives", .code = "INI",
	.group = N_("Co-ordination"),
	.help = "Something that the ministry undertakes, held against what others do "
	        "already.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = INI_MAY_KEEP,
	.change = INI_MAY_KEEP, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(INI_IS_FINISHED) | BIT(INI_IS_DROPPED), .on = INI_ENDS_ON },
	.check = days_have_come,
};

static bool days_have_come(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = dates_in_order(r, INI_STARTS_ON, INI_ENDS_ON, why);

	ok = date_has_come(a, r, INI_CHECKED_ON, why) && ok;
	ok = date_has_come(a, r, INI_SEARCHED_ON, why) && ok;
	ok = date_has_come(a, r, INI_SHARED_ON, why) && ok;
	return sharing_is_whole(a, r, why) && ok;
}

/* A day without a forum says nothing, and the other way round. */
static bool sharing_is_whole(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = true;

	(void)a;
	if (row_filled(r, INI_SHARED_IN) && !row_filled(r, INI_SHARED_ON))
		ok = refuse(why, INI_SHARED_ON, "is empty", "Say when they were told.");
	if (row_filled(r, INI_REUSE) && !row_filled(r, INI_SEARCHED_ON))
		ok = refuse(why, INI_SEARCHED_ON, "is empty",
		            "Say when it was looked for.");
	return ok;
}
