/*
 * document.c -- a policy, standard, procedure or plan of the organisation's own.
 *
 * The document is the thing that lives on; its texts are versions (document_version.c).
 * The version approved last is the current one.  A document that is in force is reviewed
 * again after so many months; the review is recorded even when nothing changes.
 *
 *     draft -> in force -> retired
 *              |  ^
 *              review
 *
 * Scenarios: tests/records/document.t
 */
#include "records/document.h"

#include "records/document_version.h"
#include "records/instrument.h"
#include "records/linked.h"
#include "store/store.h"

static check_fn review_has_happened;
static check_fn has_approved_version;
static effect_fn next_review;

static const struct choice kinds[] = {
	{ .name = "policy", .label = "Policy" },
	{ .name = "standard", .label = "Standard" },
	{ .name = "procedure", .label = "Procedure" },
	{ .name = "plan", .label = "Plan" },
	{ .name = "guideline", .label = "Guideline" },
	{ .name = "report", .label = "Report" },
	{ .name = "form", .label = "Form or template" },
	{ .name = "register", .label = "Register or list" },
	{ .name = "agreement", .label = "Agreement" },
	{ .name = "privacy_program", .label = "Privacy management program" },
};

static const struct choice languages[] = {
	{ .name = "en", .label = "English" },
	{ .name = "fr", .label = "French" },
	{ .name = "both", .label = "English and French" },
};

static const struct choice review_results[] = {
	{ .name = "fits", .label = "Still fits, nothing to change" },
	{ .name = "small", .label = "Small changes, next version in writing" },
	{ .name = "rewrite", .label = "To be rewritten" },
};

static const struct field fields[] = {
	[DOC_TITLE]         = { .name = "title", .label = "Title", .type = T_BILINE,
	                        .max = 200,
	                        .required = true },
	[DOC_KIND]          = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                        .choices = TABLE(kinds), .required = true },
	[DOC_NUMBER]        = { .name = "own_number", .label = "Own number", .type = T_LINE,
	                        .max = 60 },
	[DOC_SUMMARY]       = { .name = "summary", .label = "What it is for",
	                        .type = T_BITEXT },
	[DOC_LANGUAGE]      = { .name = "language", .label = "Language", .type = T_CHOICE,
	                        .choices = TABLE(languages) },
	[DOC_CONFORMS_TO]   = { .name = "conforms_to", .label = "Written to meet",
	                        .type = T_LINK, .target = &instrument_type, .many = true },
	[DOC_REVIEW_MONTHS] = { .name = "review_months", .label = "Reviewed every (months)",
	                        .type = T_NUMBER, .min = 1, .max = 120 },
	[DOC_REVIEWED_ON]   = { .name = "reviewed_on", .label = "Last reviewed on",
	                        .type = T_DATE },
	[DOC_REVIEW_DUE_ON] = { .name = "review_due_on", .label = "Next review due",
	                        .type = T_DATE,
	                        .due_in = BIT(DOC_IS_IN_FORCE), .set_by_program = true },
	[DOC_REVIEW_RESULT] = { .name = "review_result", .label = "Result of the review",
	                        .type = T_CHOICE, .choices = TABLE(review_results) },
	[DOC_REPLACES]      = { .name = "replaces", .label = "Replaces", .type = T_LINK,
	                        .target = &document_type },
	[DOC_CURRENT]       = { .name = "current", .label = "Current version",
	                        .type = T_LINK,
	                        .target = &document_version_type, .set_by_program = true },
};
_Static_assert(COUNT(fields) == DOC__COUNT, "every field is described");

static const struct state states[] = {
	[DOC_IS_DRAFT]    = { .name = "draft", .label = "Draft", .open = true },
	[DOC_IS_IN_FORCE] = { .name = "in_force", .label = "In force" },
	[DOC_IS_RETIRED]  = { .name = "retired", .label = "Retired" },
};
_Static_assert(COUNT(states) == DOC_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[DOC_MAY_CHANGE] = { .name = "document.change", .label = "Keep documents" },
	[DOC_MAY_REVIEW] = { .name = "document.review", .label = "Review documents" },
	[DOC_MAY_RETIRE] = { .name = "document.retire", .label = "Retire documents" },
};
_Static_assert(COUNT(rights) == DOC_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "issue", .label = "Put in force", .from = BIT(DOC_IS_DRAFT),
	  .to = DOC_IS_IN_FORCE, .right = DOC_MAY_CHANGE, .check = has_approved_version,
	  .effect = next_review },
	{ .name = "review", .label = "Record a review",
	  .help = "Also when nothing changes: the review itself is the evidence.",
	  .from = BIT(DOC_IS_IN_FORCE), .to = DOC_IS_IN_FORCE, .right = DOC_MAY_REVIEW,
	  .needs = BIT(DOC_REVIEWED_ON) | BIT(DOC_REVIEW_RESULT),
	  .check = review_has_happened,
	  .effect = next_review },
	{ .name = "retire", .label = "Retire",
	  .from = BIT(DOC_IS_DRAFT) | BIT(DOC_IS_IN_FORCE),
	  .to = DOC_IS_RETIRED, .right = DOC_MAY_RETIRE, .needs_reason = true },
};

static const int list[] = { DOC_TITLE, DOC_KIND, DOC_CURRENT, DOC_REVIEW_DUE_ON };

const struct record_type document_type = {
	.name = "document", .label = "Document", .plural = "Documents", .code = "DOC",
	.group = N_("Policies and documents"),
	.help = "A policy, standard, procedure or plan of the organisation's own. Its "
	        "texts are its versions.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = DOC_MAY_CHANGE,
	.change = DOC_MAY_CHANGE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(DOC_IS_RETIRED) },
};

static bool has_approved_version(const struct act *a, const struct row *r,
                                 struct refusal *why)
{
	(void)a;
	if (row_filled(r, DOC_CURRENT))
		return true;
	return refuse(why, DOC_CURRENT, "no version has been approved yet",
	              "Upload a version and have it approved.");
}

static bool review_has_happened(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	return date_has_come(a, r, DOC_REVIEWED_ON, why);
}

/* Counted from the last review; of a document never reviewed, from today. */
static enum fail next_review(struct act *a, const struct row *before,
                             const struct row *after)
{
	struct change *c = change_new(a->arena, &document_type);
	struct date from = row_filled(after, DOC_REVIEWED_ON)
	                           ? row_date(after, DOC_REVIEWED_ON)
	                           : act_today(a);

	(void)before;
	if (!row_filled(after, DOC_REVIEW_MONTHS))
		return OK;
	change_date(c, DOC_REVIEW_DUE_ON,
	            date_add_months(from, (int32_t)row_number(after, DOC_REVIEW_MONTHS)));
	return record_set(a, &document_type, after->id, c);
}
