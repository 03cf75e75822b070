/*
 * instrument.c -- a law, policy, standard or handbook that asks something of the
 * organisation.
 *
 * The instrument lives on while its editions come and go; what it asks stands in the
 * clauses of an edition.
 *
 *     in force <-> repealed
 *
 * Scenarios: tests/records/instrument.t
 */
#include "records/instrument.h"

#include "records/person.h"

static const struct choice kinds[] = {
	{ .name = "law", .label = "Law or regulation" },
	{ .name = "policy", .label = "Policy" },
	{ .name = "directive", .label = "Directive" },
	{ .name = "standard", .label = "Standard" },
	{ .name = "guideline", .label = "Guideline" },
	{ .name = "handbook", .label = "Handbook" },
	{ .name = "role_profile", .label = "Role profile" },
	{ .name = "framework", .label = "Framework" },
};

static const struct field fields[] = {
	[INS_TITLE]        = { .name = "title", .label = "Title", .type = T_BILINE,
	                       .max = 300,
	                       .required = true,
	                       .help = "The official title. A working translation says "
	                               "that it is one." },
	[INS_CODE]         = { .name = "abbreviation", .label = "Number or abbreviation",
	                       .type = T_LINE,
	                       .max = 60, .unique = true },
	[INS_KIND]         = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                       .choices = TABLE(kinds), .required = true },
	[INS_ISSUER]       = { .name = "issuer", .label = "Issued by", .type = T_BILINE,
	                       .max = 200 },
	[INS_JURISDICTION] = { .name = "jurisdiction", .label = "Jurisdiction",
	                       .type = T_LINE,
	                       .max = 60 },
	[INS_SUMMARY]      = { .name = "summary", .label = "What it asks of us",
	                       .type = T_BITEXT },
	[INS_ADDRESS]      = { .name = "address", .label = "Where it is published",
	                       .type = T_LINE, .max = 400 },
	[INS_PACK]         = { .name = "pack", .label = "Content pack", .type = T_LINE,
	                       .max = 60,
	                       .help = "Name of the pack that can check documents "
	                               "against it." },
	[INS_WATCHED_BY]   = { .name = "watched_by", .label = "Watched by", .type = T_LINK,
	                       .target = &person_type,
	                       .help = "Who looks out for a new edition." },
};
_Static_assert(COUNT(fields) == INS__COUNT, "every field is described");

static const struct state states[] = {
	[INS_IS_IN_FORCE] = { .name = "in_force", .label = "In force" },
	[INS_IS_REPEALED] = { .name = "repealed", .label = "Repealed" },
};
_Static_assert(COUNT(states) == INS_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[INS_MAY_CHANGE] = { .name = "instrument.change",
	                     .label = "Keep the list of instruments" },
};
_Static_assert(COUNT(rights) == INS_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "repeal", .label = "Mark as repealed", .from = BIT(INS_IS_IN_FORCE),
	  .to = INS_IS_REPEALED, .right = INS_MAY_CHANGE, .needs_reason = true },
	{ .name = "reinstate", .label = "Mark as in force again",
	  .from = BIT(INS_IS_REPEALED),
	  .to = INS_IS_IN_FORCE, .right = INS_MAY_CHANGE, .needs_reason = true },
};

static const int list[] = { INS_TITLE, INS_CODE, INS_KIND, INS_ISSUER };

const struct record_type instrument_type = {
	.name = "instrument", .label = "Instrument", .plural = "Instruments", .code = "INS",
	.group = N_("Policies and documents"),
	.help = "A law, policy, standard or handbook that asks something of the "
	        "organisation.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = INS_MAY_CHANGE,
	.change = INS_MAY_CHANGE, .retention = "security-administration",
	.over = { .in = BIT(INS_IS_REPEALED) },
};
