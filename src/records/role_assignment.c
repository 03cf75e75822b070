/*
 * role_assignment.c -- the appointment of a person to a role, for a part of the
 * organisation.
 *
 * The appointment covers the node it belongs to and everything below it, from one day to
 * another, up to a classification.  Nobody appoints themselves.  What grants rights is what
 * is in force today; an ended appointment stays as the record of who held the role.
 *
 *     in force -> ended
 *
 * Scenarios: tests/records/role_assignment.t
 */
#include "records/role_assignment.h"

#include "access/access.h"
#include "records/classification.h"
#include "records/linked.h"
#include "records/person.h"
#include "records/role.h"
#include "store/store.h"

static check_fn somebody_else_appoints;

static const struct field fields[] = {
	[RAS_TITLE]      = { .name = "title", .label = "Title of the appointment",
	                     .type = T_BILINE, .max = 160, .required = true,
	                     .help = "As on the letter: Ministry Information Security "
	                             "Officer." },
	[RAS_ROLE]       = { .name = "role", .label = "Role", .type = T_LINK,
	                     .target = &role_type, .required = true },
	[RAS_PERSON]     = { .name = "person", .label = "Person", .type = T_LINK,
	                     .target = &person_type, .required = true },
	[RAS_STARTS_ON]  = { .name = "starts_on", .label = "From", .type = T_DATE,
	                     .required = true },
	[RAS_ENDS_ON]    = { .name = "ends_on", .label = "To", .type = T_DATE,
	                     .help = "Last day. Auditors always have one." },
	[RAS_ALTERNATE]  = { .name = "alternate", .label = "Alternate", .type = T_LINK,
	                     .target = &person_type,
	                     .help = "Who stands in; appointed separately to act." },
	[RAS_INSTRUMENT] = { .name = "instrument", .label = "Instrument of appointment",
	                     .type = T_LINE, .max = 200,
	                     .help = "Letter, order or delegation, with its date." },
	[RAS_LETTER]     = { .name = "letter", .label = "Signed letter", .type = T_FILE },
	[RAS_CLEARANCE]  = { .name = "clearance", .label = "Sees up to", .type = T_LINK,
	                     .target = &classification_type,
	                     .help = "Empty: as the role says." },
	[RAS_NOTE]       = { .name = "note", .label = "Note", .type = T_TEXT },
};
_Static_assert(COUNT(fields) == RAS__COUNT, "every field is described");

static const struct state states[] = {
	[RAS_IS_IN_FORCE] = { .name = "in_force", .label = "In force" },
	[RAS_IS_ENDED]    = { .name = "ended", .label = "Ended", .locked = true },
};
_Static_assert(COUNT(states) == RAS_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[RAS_MAY_APPOINT] = { .name = "role_assignment.appoint",
	                      .label = "Appoint to roles" },
};
_Static_assert(COUNT(rights) == RAS_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "end", .label = "End the appointment", .from = BIT(RAS_IS_IN_FORCE),
	  .to = RAS_IS_ENDED, .right = RAS_MAY_APPOINT, .needs = BIT(RAS_ENDS_ON),
	  .needs_reason = true },
};

static const int list[] = { RAS_TITLE, RAS_PERSON, RAS_ROLE, RAS_STARTS_ON, RAS_ENDS_ON };

const struct record_type role_assignment_type = {
	.name = "role_assignment", .label = "Appointment", .plural = "Appointments",
	.code = "RAS",
	.group = N_("Organisation"),
	.help = "A person appointed to a role, for one part of the organisation and "
	        "everything below it.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = RAS_MAY_APPOINT,
	.change = RAS_MAY_APPOINT, .retention = "appointments",
	.over = { .in = BIT(RAS_IS_ENDED), .on = RAS_ENDS_ON },
	.check = somebody_else_appoints,
};

/* The rank that an appointment shows: its own, or that of its role. */
static int64_t rank_shown(const struct act *a, const struct row *r)
{
	const struct row *role = row_linked(a, r, RAS_ROLE, &role_type);
	const struct row *label = row_linked(a, r, RAS_CLEARANCE, &classification_type);

	if (!label && role)
		label = row_linked(a, role, ROL_CLEARANCE, &classification_type);
	return label ? row_number(label, CLS_RANK) : 0;
}

/* Nobody shows others more than they see themselves, where they may appoint. */
static bool clearance_is_held(const struct act *a, const struct row *r, struct refusal *why)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	int64_t rank = rank_shown(a, r);
	struct row *before;

	if (a->actor->kind != ACTOR_PERSON ||
	    rank <= access_clearance(a->actor, rights[RAS_MAY_APPOINT].name, a->today))
		return true;
	if (r->version > 0 &&
	    record_get(&act, &role_assignment_type, r->id, &before) == OK &&
	    rank <= rank_shown(a, before))
		return true;
	return refuse(why, RAS_CLEARANCE, "is above what you see yourself",
	              "Ask somebody who may appoint and sees as much.");
}

static bool somebody_else_appoints(const struct act *a, const struct row *r,
                                   struct refusal *why)
{
	bool ok = dates_in_order(r, RAS_STARTS_ON, RAS_ENDS_ON, why);

	if (a->actor->kind == ACTOR_PERSON && id_is_set(a->actor->person) &&
	    id_equal(row_link(r, RAS_PERSON), a->actor->person))
		ok = refuse(why, RAS_PERSON, "nobody appoints themselves",
		            "Ask somebody else who may appoint.");
	const struct row *role = row_linked(a, r, RAS_ROLE, &role_type);
	if (role && r->version == 0)
		ok = rights_are_held(a, row_text(role, ROL_RIGHTS), STR_NONE, true,
		                     RAS_ROLE, why) &&
		     ok;
	ok = clearance_is_held(a, r, why) && ok;
	if (id_is_set(row_link(r, RAS_ALTERNATE)) &&
	    id_equal(row_link(r, RAS_PERSON), row_link(r, RAS_ALTERNATE)))
		ok = refuse(why, RAS_ALTERNATE, "is the person who holds the role",
		            "Name somebody else, or nobody.");
	return ok;
}
