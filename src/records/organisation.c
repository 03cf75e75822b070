/*
 * organisation.c -- a node of the organisation: ministry, branch, programme, office.
 *
 * Nodes form a tree by their parent.  Every record belongs to one node, and who may see it
 * is decided by the nodes that a person's roles cover, each with everything below it.
 *
 *     active -> closed
 *
 * Scenarios: tests/records/organisation.t
 */
#include "records/organisation.h"

#include "records/linked.h"
#include "records/person.h"

static check_fn parent_is_above;
static check_fn nothing_active_below;

static const struct choice kinds[] = {
	{ .name = "government", .label = "Government" },
	{ .name = "ministry", .label = "Ministry or department" },
	{ .name = "agency", .label = "Agency, board or commission" },
	{ .name = "branch", .label = "Branch or division" },
	{ .name = "programme", .label = "Programme" },
	{ .name = "office", .label = "Office or site" },
	{ .name = "central", .label = "Central office" },
	{ .name = "external", .label = "Outside organisation" },
};

static const struct choice jurisdictions[] = {
	{ .name = "ca", .label = "Canada, federal" },
	{ .name = "ca_bc", .label = "British Columbia" },
	{ .name = "us_ma", .label = "Massachusetts" },
	{ .name = "other", .label = "Another jurisdiction" },
};

static const struct field fields[] = {
	[ORG_TITLE]        = { .name = "title", .label = "Name", .type = T_BILINE,
	                       .max = 200, .required = true },
	[ORG_PARENT]       = { .name = "parent", .label = "Belongs to", .type = T_LINK,
	                       .target = &organisation_type, .check = parent_is_above,
	                       .help = "The node above. The topmost node has none." },
	[ORG_KIND]         = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                       .choices = TABLE(kinds), .required = true },
	[ORG_ABBREVIATION] = { .name = "abbreviation", .label = "Short name",
	                       .type = T_BILINE,
	                       .max = 20 },
	[ORG_MANDATE]      = { .name = "mandate", .label = "What it is for",
	                       .type = T_BITEXT },
	[ORG_HEAD]         = { .name = "head", .label = "Head", .type = T_LINK,
	                       .target = &person_type },
	[ORG_JURISDICTION] = { .name = "jurisdiction", .label = "Jurisdiction",
	                       .type = T_CHOICE,
	                       .choices = TABLE(jurisdictions),
	                       .help = "Dates and clocks of one jurisdiction apply to its "
	                               "organisations only." },
	[ORG_TIME_ZONE]    = { .name = "time_zone", .label = "Time zone", .type = T_LINE,
	                       .max = 60,
	                       .help = "As in America/Vancouver. Empty: that of the node "
	                               "above." },
	[ORG_WEBSITE]      = { .name = "website", .label = "Web site", .type = T_LINE,
	                       .max = 300 },
};
_Static_assert(COUNT(fields) == ORG__COUNT, "every field is described");

static const struct state states[] = {
	[ORG_IS_ACTIVE] = { .name = "active", .label = "Active" },
	[ORG_IS_CLOSED] = { .name = "closed", .label = "Closed", .locked = true },
};
_Static_assert(COUNT(states) == ORG_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[ORG_MAY_CHANGE] = { .name = "organisation.change",
	                     .label = "Change the tree of the organisation" },
	[ORG_MAY_CLOSE]  = { .name = "organisation.close",
	                     .label = "Close organisation nodes" },
};
_Static_assert(COUNT(rights) == ORG_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "close", .label = "Close", .help = "Its records stay where they are.",
	  .from = BIT(ORG_IS_ACTIVE), .to = ORG_IS_CLOSED, .right = ORG_MAY_CLOSE,
	  .needs_reason = true, .check = nothing_active_below },
	{ .name = "reopen", .label = "Reopen", .from = BIT(ORG_IS_CLOSED),
	  .to = ORG_IS_ACTIVE,
	  .right = ORG_MAY_CLOSE, .needs_reason = true },
};

static const int list[] = { ORG_TITLE, ORG_KIND, ORG_PARENT, ORG_HEAD };

const struct record_type organisation_type = {
	.name = "organisation", .label = "Organisation", .plural = "Organisations",
	.code = "ORG",
	.group = N_("Organisation"),
	.help = "A node of the organisation: records belong to one, and roles cover one "
	        "with everything below it.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = ORG_MAY_CHANGE,
	.change = ORG_MAY_CHANGE, .retention = "organisation",
	.over = { .in = BIT(ORG_IS_CLOSED) },
};

/* Walks up from the new parent: the node itself must not be met on the way. */
static bool parent_is_above(const struct act *a, const struct row *r, struct refusal *why)
{
	const struct row *above = r;

	for (int depth = 0; depth < 64; depth++) {
		if (!row_filled(above, ORG_PARENT))
			return true;
		if (id_equal(row_link(above, ORG_PARENT), r->id))
			break;
		above = row_linked(a, above, ORG_PARENT, &organisation_type);
		if (!above)
			return true;
	}
	return refuse(why, ORG_PARENT, "a node cannot stand below itself",
	              "Choose a node that does not belong to this one.");
}

static bool nothing_active_below(const struct act *a, const struct row *r,
                                 struct refusal *why)
{
	if (rows_linking(a, &organisation_type, ORG_PARENT, r->id, BIT(ORG_IS_ACTIVE)) == 0)
		return true;
	return refuse(why, FIELD_STATE, "nodes below it are still active",
	              "Close them or move them first.");
}
