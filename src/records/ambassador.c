/*
 * ambassador.c -- somebody in a business area who speaks for security there.
 *
 *     active -> ended
 *
 * Scenarios: tests/records/ambassador.t
 */
#include "records/ambassador.h"

#include "records/linked.h"
#include "records/person.h"

static check_fn days_in_order;

static const struct field fields[] = {
	[AMB_TITLE]      = { .name = "title", .label = "Ambassador for", .type = T_BILINE,
	                     .max = 160, .required = true,
	                     .help = "The business area or place: Vessel Licensing." },
	[AMB_PERSON]     = { .name = "person", .label = "Person", .type = T_LINK,
	                     .target = &person_type, .required = true },
	[AMB_AREA]       = { .name = "tasks", .label = "What they do there",
	                     .type = T_BITEXT },
	[AMB_STARTS_ON]  = { .name = "starts_on", .label = "From", .type = T_DATE,
	                     .required = true },
	[AMB_ENDS_ON]    = { .name = "ends_on", .label = "To", .type = T_DATE,
	                     .due_in = BIT(AMB_IS_ACTIVE) },
	[AMB_BRIEFED_ON] = { .name = "briefed_on", .label = "Last briefed on",
	                     .type = T_DATE },
	[AMB_NOTE]       = { .name = "note", .label = "Note", .type = T_TEXT },
};
_Static_assert(COUNT(fields) == AMB__COUNT, "every field is described");

static const struct state states[] = {
	[AMB_IS_ACTIVE] = { .name = "active", .label = "Active" },
	[AMB_IS_ENDED]  = { .name = "ended", .label = "Ended", .locked = true },
};
_Static_assert(COUNT(states) == AMB_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[AMB_MAY_NAME] = { .name = "ambassador.name",
	                   .label = "Name security ambassadors" },
};
_Static_assert(COUNT(rights) == AMB_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "end", .label = "Record the end", .from = BIT(AMB_IS_ACTIVE),
	  .to = AMB_IS_ENDED, .right = AMB_MAY_NAME, .needs = BIT(AMB_ENDS_ON) },
};

static const int list[] = { AMB_TITLE, AMB_PERSON, AMB_STARTS_ON, AMB_ENDS_ON,
	                    AMB_BRIEFED_ON };

const struct record_type ambassador_type = {
	.name = "ambassador", .label = "Security ambassador",
	.plural = "Security ambassadors", .code = "AMB", .group = N_("Awareness"),
	.help = "Somebody in a business area who speaks for security there, from one day "
	        "to another.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = AMB_MAY_NAME,
	.change = AMB_MAY_NAME, .retention = "appointments",
	.over = { .in = BIT(AMB_IS_ENDED), .on = AMB_ENDS_ON },
	.check = days_in_order,
};

static bool days_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = dates_in_order(r, AMB_STARTS_ON, AMB_ENDS_ON, why);

	return date_has_come(a, r, AMB_BRIEFED_ON, why) && ok;
}
