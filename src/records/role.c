/*
 * role.c -- what an appointment lets somebody do.
 *
 * A role is data: a name and the rights that it grants.  Steps of records name rights,
 * never roles.  A pattern ends in '*': "plan.*" grants everything about plans, "*.read"
 * reading of everything.  A role that only reads (an auditor's) grants nothing else,
 * whatever it lists.
 */
#include "records/role.h"

#include "model/act.h"
#include "model/row.h"
#include "records/classification.h"
#include "records/linked.h"
#include "store/store.h"

static check_fn is_a_plain_name;
static check_fn rights_are_patterns;

static const struct field fields[] = {
	[ROL_TITLE]     = { .name = "title", .label = "Title", .type = T_BILINE, .max = 160,
	                    .required = true },
	[ROL_NAME]      = { .name = "name", .label = "Short name", .type = T_LINE,
	                    .max = 40,
	                    .required = true, .unique = true, .check = is_a_plain_name,
	                    .help = "Lower case, words joined by hyphens: "
	                            "security-officer." },
	[ROL_DUTIES]    = { .name = "duties", .label = "What the role does",
	                    .type = T_BITEXT },
	[ROL_RIGHTS]    = { .name = "rights", .label = "Rights", .type = T_TEXT,
	                    .required = true,
	                    .check = rights_are_patterns,
	                    .help = "One a line. plan.* grants everything about plans, "
	                            "*.read reading of everything." },
	[ROL_READ_ONLY] = { .name = "read_only", .label = "Only reads", .type = T_FLAG },
	[ROL_CLEARANCE] = { .name = "clearance", .label = "Sees up to", .type = T_LINK,
	                    .target = &classification_type,
	                    .help = "Highest classification, unless the appointment says "
	                            "another." },
};
_Static_assert(COUNT(fields) == ROL__COUNT, "every field is described");

static const struct right rights[] = {
	[ROL_MAY_CHANGE] = { .name = "role.change",
	                     .label = "Change roles and their rights" },
};
_Static_assert(COUNT(rights) == ROL_MAY__COUNT, "every right is described");

static const int list[] = { ROL_TITLE, ROL_NAME, ROL_READ_ONLY, ROL_CLEARANCE };

const struct record_type role_type = {
	.name = "role", .label = "Role", .plural = "Roles", .code = "ROL",
	.group = N_("Organisation"),
	.help = "What an appointment lets somebody do: a name and the rights that it "
	        "grants.",
	.fields = TABLE(fields), .rights = TABLE(rights), .list = TABLE(list),
	.create = ROL_MAY_CHANGE, .change = ROL_MAY_CHANGE, .retention = "organisation",
};

static bool name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

static bool is_a_plain_name(const struct act *a, const struct row *r, struct refusal *why)
{
	struct str name = row_text(r, ROL_NAME);

	(void)a;
	for (size_t i = 0; i < name.n; i++)
		if (!name_byte(name.p[i]))
			return refuse(
				why, ROL_NAME,
				"holds something other than lower-case letters, digits "
				"and hyphens",
				"Write it as security-officer.");
	return true;
}

static bool pattern_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
	       c == '*' || c == '-';
}

static struct str rights_before(const struct act *a, const struct row *r)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct row *before;

	if (r->version == 0 || record_get(&act, &role_type, r->id, &before) != OK)
		return STR_NONE;
	return row_text(before, ROL_RIGHTS);
}

static bool rights_are_patterns(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	struct str rest = row_text(r, ROL_RIGHTS);

	while (rest.n > 0) {
		struct str line = str_trim(str_split(rest, '\n', &rest));

		for (size_t i = 0; i < line.n; i++)
			if (!pattern_byte(line.p[i]))
				return refuse_with(
					why, ROL_RIGHTS,
					MESSAGE1("\"%1\" is not a right",
				                 str_printable(a->arena, line)),
					MESSAGE("Write one right a line, as plan.read or "
				                "plan.*."));
	}
	return rights_are_held(a, row_text(r, ROL_RIGHTS), rights_before(a, r), false,
	                       ROL_RIGHTS, why);
}
