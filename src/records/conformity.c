/*
 * conformity.c -- a procedure or standard of our own held against an instrument, clause by
 * clause.
 *
 * Each clause of the edition has one line (conformity_clause.c): whether the procedure
 * meets it, and where.  Somebody else than the author confirms the whole, once no clause is
 * left out; it holds for the version that was approved then.  When the document gets
 * another version, or the edition is superseded, it is outdated by the clock.
 *
 *     draft -> confirmed -> outdated
 *       ^----------'
 *
 * Scenarios: tests/records/conformity.t
 */
#include "records/conformity.h"

#include "base/arena.h"
#include "records/clause.h"
#include "records/conformity_clause.h"
#include "records/document.h"
#include "records/document_version.h"
#include "records/edition.h"
#include "records/linked.h"
#include "store/store.h"

static check_fn every_clause_is_mapped;
static check_fn texts_have_moved_on;
static effect_fn confirmed;

static const struct field fields[] = {
	[CNF_TITLE]      = { .name = "title", .label = "Title", .type = T_BILINE,
	                     .max = 250, .required = true },
	[CNF_DOCUMENT]   = { .name = "document", .label = "Our document", .type = T_LINK,
	                     .target = &document_type, .required = true, .part_of = true },
	[CNF_EDITION]    = { .name = "edition", .label = "Held against", .type = T_LINK,
	                     .target = &edition_type, .required = true },
	[CNF_NOTE]       = { .name = "note", .label = "Note", .type = T_TEXT },
	[CNF_VERSION]    = { .name = "checked_version", .label = "Version checked",
	                     .type = T_LINK, .target = &document_version_type,
	                     .set_by_program = true },
	[CNF_CHECKED_ON] = { .name = "checked_on", .label = "Confirmed on", .type = T_DATE,
	                     .set_by_program = true },
	[CNF_MAPPED]     = { .name = "mapped", .label = "Clauses mapped", .type = T_NUMBER,
	                     .set_by_program = true },
	[CNF_NOT_MET]    = { .name = "not_met", .label = "Of these not, or partly, met",
	                     .type = T_NUMBER, .set_by_program = true },
};
_Static_assert(COUNT(fields) == CNF__COUNT, "every field is described");

static const struct state states[] = {
	[CNF_IS_DRAFT]     = { .name = "draft", .label = "Draft", .open = true },
	[CNF_IS_CONFIRMED] = { .name = "confirmed", .label = "Confirmed" },
	[CNF_IS_OUTDATED]  = { .name = "outdated", .label = "Outdated", .locked = true },
};
_Static_assert(COUNT(states) == CNF_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[CNF_MAY_WRITE]   = { .name = "conformity.write",
	                      .label = "Hold documents against instruments" },
	[CNF_MAY_CONFIRM] = { .name = "conformity.confirm",
	                      .label = "Confirm that documents conform" },
};
_Static_assert(COUNT(rights) == CNF_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "confirm", .label = "Confirm",
	  .help = "Every clause of the edition has its line. Not by who wrote it.",
	  .from = BIT(CNF_IS_DRAFT), .to = CNF_IS_CONFIRMED, .right = CNF_MAY_CONFIRM,
	  .not_author = true, .approval = true, .void_to = CNF_IS_DRAFT,
	  .check = every_clause_is_mapped, .effect = confirmed },
	{ .name = "reopen", .label = "Take back to draft", .from = BIT(CNF_IS_CONFIRMED),
	  .to = CNF_IS_DRAFT, .right = CNF_MAY_WRITE, .needs_reason = true },
	{ .name = "outdate", .label = "Mark as outdated",
	  .help = "Taken by the program when the document or the edition has moved on.",
	  .from = BIT(CNF_IS_CONFIRMED), .to = CNF_IS_OUTDATED, .right = CNF_MAY_WRITE,
	  .by_clock = true, .check = texts_have_moved_on },
};

static const int list[] = { CNF_TITLE, CNF_DOCUMENT, CNF_EDITION, CNF_MAPPED, CNF_NOT_MET,
	                    CNF_CHECKED_ON };

const struct record_type conformity_type = {
	.name = "conformity", .label = "Conformity check", .plural = "Conformity checks",
	.code = "CNF", .group = N_("Policies and documents"),
	.help = "A procedure or standard of our own held against an instrument, clause by "
	        "clause.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = CNF_MAY_WRITE,
	.change = CNF_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration", .over = { .in = BIT(CNF_IS_OUTDATED) },
};

/* Clauses of the edition, lines of the check, and lines with one of `results`. */
struct mapping {
	int64_t clauses, lines, not_met;
};

static int64_t lines_with(const struct act *a, struct id check, const char *result)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct filter filters[] = {
		{ .field = CNC_CONFORMITY,
		  .op = LINKS_TO,
		  .value = { .filled = true, .links = &check, .link_count = 1 } },
		{ .field = CNC_RESULT,
		  .op = IS,
		  .value = { .filled = true, .text = str_of(result) } },
	};
	int64_t n = 0;

	if (record_count(&act,
	                 &(struct query){ .type = &conformity_clause_type,
	                                  .filters = filters,
	                                  .filter_count = 2 },
	                 &n) != OK)
		return 0;
	return n;
}

static struct mapping mapping_of(const struct act *a, const struct row *r)
{
	return (struct mapping){
		.clauses = rows_linking(a, &clause_type, CLA_EDITION,
		                        row_link(r, CNF_EDITION), 0),
		.lines = rows_linking(a, &conformity_clause_type, CNC_CONFORMITY, r->id, 0),
		.not_met = lines_with(a, r->id, "partly") + lines_with(a, r->id, "not_met"),
	};
}

static struct str number_text(const struct act *a, int64_t n)
{
	return str_format(a->arena, "%lld", (long long)n);
}

static bool every_clause_is_mapped(const struct act *a, const struct row *r,
                                   struct refusal *why)
{
	const struct row *document = row_linked(a, r, CNF_DOCUMENT, &document_type);
	struct mapping m = mapping_of(a, r);
	bool ok = true;

	if (!document || !row_filled(document, DOC_CURRENT))
		ok = refuse(why, CNF_DOCUMENT, "has no approved version",
		            "Have a version of the document approved first.");
	if (m.clauses == 0)
		return refuse(why, CNF_EDITION, "has no clauses on record",
		              "Write down the clauses of the edition first.");
	if (m.lines >= m.clauses)
		return ok;
	return refuse_with(why, CNF_EDITION,
	                   MESSAGE2("%1 of %2 clauses have a line",
	                            number_text(a, m.lines), number_text(a, m.clauses)),
	                   MESSAGE("Say of each clause whether the document meets it."));
}

static bool texts_have_moved_on(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	const struct row *document = row_linked(a, r, CNF_DOCUMENT, &document_type);
	const struct row *edition = row_linked(a, r, CNF_EDITION, &edition_type);

	if (document &&
	    !id_equal(row_link(document, DOC_CURRENT), row_link(r, CNF_VERSION)))
		return true;
	if (edition && edition->state == EDN_IS_SUPERSEDED)
		return true;
	return refuse(why, CNF_VERSION, "is still the one in force",
	              "Take it back to draft instead.");
}

static enum fail confirmed(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &conformity_type);
	const struct row *document = row_linked(a, after, CNF_DOCUMENT, &document_type);
	struct mapping m = mapping_of(a, after);

	(void)before;
	if (document)
		change_link(c, CNF_VERSION, row_link(document, DOC_CURRENT));
	change_date(c, CNF_CHECKED_ON, act_today(a));
	change_number(c, CNF_MAPPED, m.lines);
	change_number(c, CNF_NOT_MET, m.not_met);
	return record_set(a, &conformity_type, after->id, c);
}
