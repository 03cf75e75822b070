/*
 * stakeholder.c -- a person or group whose support the awareness programme needs.
 *
 *     current <-> former
 *
 * Scenarios: tests/records/stakeholder.t
 */
#include "records/stakeholder.h"

#include "records/linked.h"
#include "records/person.h"

static check_fn was_spoken_with;

static const struct field fields[] = {
	[STK_TITLE]     = { .name = "title", .label = "Person or group", .type = T_BILINE,
	                    .max = 200, .required = true },
	[STK_PERSON]    = { .name = "person", .label = "Person, when on the list",
	                    .type = T_LINK, .target = &person_type },
	[STK_ROLE]      = { .name = "role", .label = "Their role", .type = T_BILINE,
	                    .max = 200, .required = true,
	                    .help = "Sponsor, communications, human resources, union, "
	                            "trainer." },
	[STK_INTEREST]  = { .name = "interest", .label = "What matters to them",
	                    .type = T_BITEXT },
	[STK_ASKED]     = { .name = "asked", .label = "What is asked of them",
	                    .type = T_BITEXT },
	[STK_CONTACT]   = { .name = "contact", .label = "How to reach them",
	                    .type = T_LINE, .max = 200 },
	[STK_SPOKEN_ON] = { .name = "spoken_on", .label = "Last spoken with on",
	                    .type = T_DATE, .check = was_spoken_with },
};
_Static_assert(COUNT(fields) == STK__COUNT, "every field is described");

static const struct state states[] = {
	[STK_IS_CURRENT] = { .name = "current", .label = "Current" },
	[STK_IS_FORMER]  = { .name = "former", .label = "No longer" },
};
_Static_assert(COUNT(states) == STK_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[STK_MAY_KEEP] = { .name = "stakeholder.keep",
	                   .label = "Keep the list of stakeholders" },
};
_Static_assert(COUNT(rights) == STK_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "leave", .label = "Take off the list", .from = BIT(STK_IS_CURRENT),
	  .to = STK_IS_FORMER, .right = STK_MAY_KEEP, .needs_reason = true },
	{ .name = "return", .label = "Put back on the list", .from = BIT(STK_IS_FORMER),
	  .to = STK_IS_CURRENT, .right = STK_MAY_KEEP },
};

static const int list[] = { STK_TITLE, STK_ROLE, STK_CONTACT, STK_SPOKEN_ON };

const struct record_type stakeholder_type = {
	.name = "stakeholder", .label = "Stakeholder", .plural = "Stakeholders",
	.code = "STK", .group = N_("Awareness"),
	.help = "A person or group whose support the awareness programme needs, and what "
	        "their role in it is.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = STK_MAY_KEEP,
	.change = STK_MAY_KEEP, .retention = "organisation",
	.over = { .in = BIT(STK_IS_FORMER) },
};

static bool was_spoken_with(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, STK_SPOKEN_ON, why);
}
