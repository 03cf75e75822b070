/*
 * security_activity.c -- something that is done day by day for security, and the procedure
 * that says how.
 *
 * An activity without a procedure is a gap that is listed, with the day by which it is
 * closed; one that goes by a procedure names the document, whose conformity to the standard
 * is checked apart (conformity.c).
 *
 *     active <-> ended
 *
 * Scenarios: tests/records/security_activity.t
 */
#include "records/security_activity.h"

#include "records/document.h"
#include "records/linked.h"

static check_fn procedure_or_gap;

static const struct field fields[] = {
	[ACT_TITLE]      = { .name = "title", .label = "Activity", .type = T_BILINE,
	                     .max = 200, .required = true,
	                     .help = "As granting access, reading logs, disposing of "
	                             "media." },
	[ACT_HOW_OFTEN]  = { .name = "how_often", .label = "How often", .type = T_LINE,
	                     .max = 120 },
	[ACT_PROCEDURE]  = { .name = "procedure", .label = "Procedure or standard",
	                     .type = T_LINK, .target = &document_type },
	[ACT_GAP]        = { .name = "gap", .label = "What is missing", .type = T_TEXT,
	                     .help = "Where no process supports the activity yet." },
	[ACT_GAP_DUE_ON] = { .name = "gap_due_on", .label = "To be closed by",
	                     .type = T_DATE, .due_in = BIT(ACT_IS_ACTIVE) },
};
_Static_assert(COUNT(fields) == ACT__COUNT, "every field is described");

static const struct state states[] = {
	[ACT_IS_ACTIVE] = { .name = "active", .label = "Active" },
	[ACT_IS_ENDED]  = { .name = "ended", .label = "No longer done", .locked = true },
};
_Static_assert(COUNT(states) == ACT_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[ACT_MAY_KEEP] = { .name = "security_activity.keep",
	                   .label = "Keep the list of security activities" },
};
_Static_assert(COUNT(rights) == ACT_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "end", .label = "Record that it is no longer done",
	  .from = BIT(ACT_IS_ACTIVE), .to = ACT_IS_ENDED, .right = ACT_MAY_KEEP,
	  .needs_reason = true },
	{ .name = "resume", .label = "Take up again", .from = BIT(ACT_IS_ENDED),
	  .to = ACT_IS_ACTIVE, .right = ACT_MAY_KEEP, .needs_reason = true },
};

static const int list[] = { ACT_TITLE, ACT_HOW_OFTEN, ACT_PROCEDURE, ACT_GAP_DUE_ON };

const struct record_type security_activity_type = {
	.name = "security_activity", .label = "Security activity",
	.plural = "Security activities", .code = "ACT",
	.group = N_("Policies and documents"),
	.help = "Something done day by day for security, and the procedure that says how.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = ACT_MAY_KEEP,
	.change = ACT_MAY_KEEP, .owner_may_change = true,
	.retention = "security-administration", .over = { .in = BIT(ACT_IS_ENDED) },
	.check = procedure_or_gap,
};

static bool procedure_or_gap(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (row_filled(r, ACT_PROCEDURE) || row_filled(r, ACT_GAP))
		return true;
	return refuse(why, ACT_GAP, "neither a procedure nor what is missing is given",
	              "Name the procedure, or say what is missing and by when.");
}
