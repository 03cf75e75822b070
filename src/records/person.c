/*
 * person.c -- somebody who holds a role, owns a record or is told something.
 *
 * A person is not an account: many people answer for things and never sign in.  Somebody
 * who leaves stays in the record with the roles that they held; open roles must be handed
 * on first.
 *
 *     active <-> gone
 *
 * Scenarios: tests/records/person.t
 */
#include "records/person.h"

#include "records/linked.h"
#include "records/role_assignment.h"

static check_fn looks_like_an_address;
static check_fn holds_no_role;

static const struct choice languages[] = {
	{ .name = "en", .label = "English" },
	{ .name = "fr", .label = "French" },
};

static const struct field fields[] = {
	[PER_NAME]       = { .name = "name", .label = "Name", .type = T_LINE, .max = 120,
	                     .required = true },
	[PER_POSITION]   = { .name = "position", .label = "Position", .type = T_BILINE,
	                     .max = 160 },
	[PER_EMAIL]      = { .name = "email", .label = "E-mail", .type = T_LINE, .max = 254,
	                     .unique = true, .check = looks_like_an_address },
	[PER_PHONE]      = { .name = "phone", .label = "Telephone", .type = T_LINE,
	                     .max = 60 },
	[PER_LANGUAGE]   = { .name = "language", .label = "Language of correspondence",
	                     .type = T_CHOICE, .choices = TABLE(languages) },
	[PER_REPORTS_TO] = { .name = "reports_to", .label = "Reports to", .type = T_LINK,
	                     .target = &person_type },
	[PER_EMPLOYER]   = { .name = "employer", .label = "Employer", .type = T_LINE,
	                     .max = 160,
	                     .help = "Only for people of another organisation: a "
	                             "supplier, an auditor." },
	[PER_SINCE]      = { .name = "since", .label = "Here since", .type = T_DATE },
	[PER_LEFT_ON]    = { .name = "left_on", .label = "Left on", .type = T_DATE },
};
_Static_assert(COUNT(fields) == PER__COUNT, "every field is described");

static const struct state states[] = {
	[PER_IS_ACTIVE] = { .name = "active", .label = "Active" },
	[PER_IS_GONE]   = { .name = "gone", .label = "No longer here" },
};
_Static_assert(COUNT(states) == PER_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[PER_MAY_CHANGE] = { .name = "person.change", .label = "Keep the list of people" },
};
_Static_assert(COUNT(rights) == PER_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "leave", .label = "Record departure", .from = BIT(PER_IS_ACTIVE),
	  .to = PER_IS_GONE, .right = PER_MAY_CHANGE, .needs = BIT(PER_LEFT_ON),
	  .check = holds_no_role },
	{ .name = "return", .label = "Record return", .from = BIT(PER_IS_GONE),
	  .to = PER_IS_ACTIVE, .right = PER_MAY_CHANGE, .takes = BIT(PER_SINCE) },
};

static const int list[] = { PER_NAME, PER_POSITION, PER_EMAIL, PER_PHONE };

const struct record_type person_type = {
	.name = "person", .label = "Person", .plural = "People", .code = "PER",
	.group = N_("Organisation"),
	.help = "Somebody who holds a role, owns a record or must be told something.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = PER_MAY_CHANGE,
	.change = PER_MAY_CHANGE, .retention = "organisation",
	.over = { .in = BIT(PER_IS_GONE), .on = PER_LEFT_ON },
};

static bool looks_like_an_address(const struct act *a, const struct row *r,
                                  struct refusal *why)
{
	struct str domain;
	struct str local = str_split(row_text(r, PER_EMAIL), '@', &domain);

	(void)a;
	if (local.n > 0 && domain.n > 0 && str_find(domain, STR("@")) == SIZE_MAX &&
	    str_find(row_text(r, PER_EMAIL), STR(" ")) == SIZE_MAX)
		return true;
	return refuse(why, PER_EMAIL, "is not an e-mail address",
	              "Write it as name@example.org.");
}

static bool holds_no_role(const struct act *a, const struct row *r, struct refusal *why)
{
	if (rows_linking(a, &role_assignment_type, RAS_PERSON, r->id,
	                 BIT(RAS_IS_IN_FORCE)) == 0)
		return true;
	return refuse(why, FIELD_STATE, "still holds a role",
	              "End the appointment, or appoint somebody else, first.");
}
