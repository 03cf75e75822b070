/*
 * post_incident_review.c -- what those concerned say about an incident once it is over, and
 * what will change.
 *
 *     planned -> held -> closed
 *
 * Scenarios: tests/records/post_incident_review.t
 */
#include "records/post_incident_review.h"

#include "records/corrective_action.h"
#include "records/incident.h"
#include "records/lesson.h"
#include "records/linked.h"
#include "records/person.h"

static check_fn held_with_somebody;
static check_fn something_follows;

static const struct field fields[] = {
	[PIR_TITLE]       = { .name = "title", .label = "Title", .type = T_BILINE,
	                      .max = 200, .required = true },
	[PIR_INCIDENT]    = { .name = "incident", .label = "Incident", .type = T_LINK,
	                      .target = &incident_type, .required = true, .part_of = true },
	[PIR_PLANNED_FOR] = { .name = "planned_for", .label = "Planned for",
	                      .type = T_DATE },
	[PIR_HELD_ON]     = { .name = "held_on", .label = "Held on", .type = T_DATE },
	[PIR_LEAD]        = { .name = "lead", .label = "Led by", .type = T_LINK,
	                      .target = &person_type },
	[PIR_ATTENDEES]   = { .name = "attendees", .label = "Who took part", .type = T_LINK,
	                      .target = &person_type, .many = true },
	[PIR_OTHERS]      = { .name = "others", .label = "Others who took part",
	                      .type = T_TEXT,
	                      .help = "Investigators and stakeholders from outside." },
	[PIR_FINDINGS]    = { .name = "findings", .label = "What was found",
	                      .type = T_TEXT },
	[PIR_CAUSE]       = { .name = "root_cause", .label = "Root cause", .type = T_TEXT },
	[PIR_WENT_WELL]   = { .name = "went_well", .label = "What went well",
	                      .type = T_TEXT },
	[PIR_CHANGES]     = { .name = "changes", .label = "What must change",
	                      .type = T_TEXT },
	[PIR_ACTIONS]     = { .name = "actions", .label = "Corrective actions",
	                      .type = T_LINK, .target = &corrective_action_type,
	                      .many = true },
	[PIR_NO_ACTION]   = { .name = "no_action_reason",
	                      .label = "Why nothing must change", .type = T_TEXT },
	[PIR_LESSONS]     = { .name = "lessons", .label = "Lessons", .type = T_LINK,
	                      .target = &lesson_type, .many = true },
	[PIR_REPORT]      = { .name = "report", .label = "Report", .type = T_FILE },
};
_Static_assert(COUNT(fields) == PIR__COUNT, "every field is described");

static const struct state states[] = {
	[PIR_IS_PLANNED] = { .name = "planned", .label = "Planned", .open = true },
	[PIR_IS_HELD]    = { .name = "held", .label = "Held", .open = true },
	[PIR_IS_CLOSED]  = { .name = "closed", .label = "Closed" },
};
_Static_assert(COUNT(states) == PIR_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[PIR_MAY_KEEP] = { .name = "post_incident_review.keep",
	                   .label = "Hold post-incident reviews" },
};
_Static_assert(COUNT(rights) == PIR_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "hold", .label = "Record that it was held", .from = BIT(PIR_IS_PLANNED),
	  .to = PIR_IS_HELD, .right = PIR_MAY_KEEP,
	  .needs = BIT(PIR_HELD_ON) | BIT(PIR_FINDINGS),
	  .takes = BIT(PIR_ATTENDEES) | BIT(PIR_OTHERS) | BIT(PIR_LEAD) | BIT(PIR_CAUSE) |
	           BIT(PIR_WENT_WELL) | BIT(PIR_CHANGES),
	  .check = held_with_somebody },
	{ .name = "close", .label = "Close", .from = BIT(PIR_IS_HELD), .to = PIR_IS_CLOSED,
	  .right = PIR_MAY_KEEP,
	  .takes = BIT(PIR_ACTIONS) | BIT(PIR_NO_ACTION) | BIT(PIR_LESSONS) |
	           BIT(PIR_REPORT),
	  .check = something_follows },
};

static const int list[] = { PIR_TITLE, PIR_INCIDENT, PIR_PLANNED_FOR, PIR_HELD_ON,
	                    PIR_LEAD };

const struct record_type post_incident_review_type = {
	.name = "post_incident_review", .label = "Post-incident review",
	.plural = "Post-incident reviews", .code = "PIR", .group = N_("Incidents"),
	.help = "What those concerned say about an incident once it is over, and what "
	        "will change.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = PIR_MAY_KEEP,
	.change = PIR_MAY_KEEP, .owner_may_change = true, .retention = "incidents",
	.over = { .in = BIT(PIR_IS_CLOSED), .on = PIR_HELD_ON },
};

static bool held_with_somebody(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	bool ok = date_has_come(a, r, PIR_HELD_ON, why);

	if (!row_filled(r, PIR_ATTENDEES) && !row_filled(r, PIR_OTHERS))
		ok = refuse(why, PIR_ATTENDEES, "names nobody", "Name who took part.");
	return ok;
}

static bool something_follows(const struct act *a, const struct row *r,
                              struct refusal *why)
{
	(void)a;
	if (row_filled(r, PIR_ACTIONS) || row_filled(r, PIR_NO_ACTION))
		return true;
	return refuse(why, PIR_ACTIONS, "nothing follows from the review",
	              "Link the corrective actions, or say why nothing must change.");
}
