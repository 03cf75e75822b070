/*
 * conformity_clause.c -- one line of a conformity check: does our document meet this
 * clause, and where?
 *
 * Each clause has one line at most.  Once the check is confirmed its lines stand still.
 */
#include "records/conformity_clause.h"

#include "records/clause.h"
#include "records/conformity.h"
#include "records/linked.h"

static check_fn clause_is_asked_for;

static const struct choice results[] = {
	{ .name = "met", .label = "Met" },
	{ .name = "partly", .label = "Partly met" },
	{ .name = "not_met", .label = "Not met" },
	{ .name = "not_applicable", .label = "Not applicable" },
};

static const struct field fields[] = {
	[CNC_TITLE]      = { .name = "title", .label = "How it is met", .type = T_BILINE,
	                     .max = 300, .required = true },
	[CNC_CONFORMITY] = { .name = "conformity", .label = "Conformity check",
	                     .type = T_LINK, .target = &conformity_type, .required = true,
	                     .part_of = true },
	[CNC_CLAUSE]     = { .name = "clause", .label = "Clause", .type = T_LINK,
	                     .target = &clause_type, .required = true },
	[CNC_RESULT]     = { .name = "result", .label = "Result", .type = T_CHOICE,
	                     .choices = TABLE(results), .required = true },
	[CNC_PLACE]      = { .name = "place", .label = "Where it stands", .type = T_LINE,
	                     .max = 200 },
	[CNC_NOTE]       = { .name = "note", .label = "Note", .type = T_TEXT },
};
_Static_assert(COUNT(fields) == CNC__COUNT, "every field is described");

static const struct right rights[] = {
	[CNC_MAY_WRITE] = { .name = "conformity_clause.write",
	                    .label = "Write lines of conformity checks" },
};
_Static_assert(COUNT(rights) == CNC_MAY__COUNT, "every right is described");

static const int list[] = { CNC_CLAUSE, CNC_TITLE, CNC_RESULT, CNC_PLACE, CNC_CONFORMITY };

const struct record_type conformity_clause_type = {
	.name = "conformity_clause", .label = "Clause held against",
	.plural = "Clauses held against", .code = "CNC",
	.help = "Whether a document of ours meets one clause, and where.",
	.fields = TABLE(fields), .rights = TABLE(rights), .list = TABLE(list),
	.create = CNC_MAY_WRITE, .change = CNC_MAY_WRITE, .attachment = true,
	.retention = "security-administration", .check = clause_is_asked_for,
};

static bool clause_is_asked_for(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	const struct row *check = row_linked(a, r, CNC_CONFORMITY, &conformity_type);
	const struct row *clause = row_linked(a, r, CNC_CLAUSE, &clause_type);
	bool ok = true;

	if (!check || !clause)
		return true;
	if (check->state != CNF_IS_DRAFT)
		ok = refuse(why, CNC_CONFORMITY, "is confirmed",
		            "Take the conformity check back to draft first.");
	if (!id_equal(row_link(clause, CLA_EDITION), row_link(check, CNF_EDITION)))
		ok = refuse(why, CNC_CLAUSE, "is of another edition",
		            "Name a clause of the edition that the document is held "
		            "against.");
	if (linked_by_another(a, r, CNC_CONFORMITY, CNC_CLAUSE))
		ok = refuse(why, CNC_CLAUSE, "has a line already", "Change that line.");
	return ok;
}
