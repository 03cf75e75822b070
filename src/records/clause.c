/*
 * clause.c -- one thing that an edition of an instrument asks, allows or says.
 *
 * The clause is kept in our own words unless the licence allows more; what somebody quotes
 * from it (an auditor leaves words out) is kept apart from the official text.
 */
#include "records/clause.h"

#include "records/edition.h"

static const struct choice forces[] = {
	{ .name = "must", .label = "Must" },
	{ .name = "should", .label = "Should" },
	{ .name = "may", .label = "May" },
	{ .name = "others", .label = "Done by others and relied on" },
	{ .name = "information", .label = "For information" },
};

static const struct field fields[] = {
	[CLA_TITLE]     = { .name = "title", .label = "Clause", .type = T_BILINE,
	                    .max = 300,
	                    .required = true },
	[CLA_EDITION]   = { .name = "edition", .label = "Edition", .type = T_LINK,
	                    .target = &edition_type, .required = true,
	                    .part_of = true },
	[CLA_NUMBER]    = { .name = "clause_number", .label = "Number", .type = T_LINE,
	                    .max = 40,
	                    .required = true },
	[CLA_WORDS]     = { .name = "wording", .label = "What it says, in our words",
	                    .type = T_BITEXT },
	[CLA_QUOTED]    = { .name = "quoted", .label = "As quoted", .type = T_TEXT,
	                    .help = "The words that somebody cited, with what they left "
	                            "out." },
	[CLA_FORCE]     = { .name = "force", .label = "Force", .type = T_CHOICE,
	                    .choices = TABLE(forces) },
	[CLA_CONFIRMED] = { .name = "confirmed",
	                    .label = "Checked against the official text",
	                    .type = T_FLAG },
};
_Static_assert(COUNT(fields) == CLA__COUNT, "every field is described");

static const struct right rights[] = {
	[CLA_MAY_CHANGE] = { .name = "clause.change",
	                     .label = "Keep clauses of instruments" },
};
_Static_assert(COUNT(rights) == CLA_MAY__COUNT, "every right is described");

static const int list[] = { CLA_NUMBER, CLA_TITLE, CLA_EDITION, CLA_FORCE };

const struct record_type clause_type = {
	.name = "clause", .label = "Clause", .plural = "Clauses", .code = "CLA",
	.group = N_("Policies and documents"),
	.help = "One thing that an edition of an instrument asks, allows or says.",
	.fields = TABLE(fields), .rights = TABLE(rights), .list = TABLE(list),
	.create = CLA_MAY_CHANGE, .change = CLA_MAY_CHANGE,
	.retention = "security-administration",
};
