/*
 * plan_check.c -- one run of the plan check: this text, against this pack, on this day.
 *
 * The run proposes where each required element stands; a person confirms (plan_element.c);
 * when nothing is left to confirm, the run is judged.  The counts are worked out from the
 * confirmed elements.  A run on a newer version replaces the one before.
 *
 *     to confirm -> judged -> replaced
 *
 * Scenarios: tests/records/plan_check.t
 */
#include "records/plan_check.h"

#include "records/document_version.h"
#include "records/linked.h"
#include "records/plan.h"
#include "records/plan_element.h"

static check_fn everything_is_confirmed;

static const struct choice languages[] = {
	{ .name = "en", .label = "English" },
	{ .name = "fr", .label = "French" },
};

static const struct choice results[] = {
	{ .name = "complete", .label = "Complete" },
	{ .name = "gaps", .label = "Elements are missing" },
	{ .name = "draft", .label = "The text is not approved" },
	{ .name = "untested", .label = "Not tested in time" },
};

static const struct choice readings[] = {
	{ .name = "literal", .label = "As written" },
	{ .name = "strict", .label = "Strictly" },
};

static const struct field fields[] = {
	[PLC_TITLE]     = { .name = "title", .label = "Title", .type = T_LINE, .max = 250,
	                    .required = true },
	[PLC_PLAN]      = { .name = "plan", .label = "Plan", .type = T_LINK,
	                    .target = &plan_type,
	                    .required = true, .part_of = true },
	[PLC_VERSION]   = { .name = "document_version", .label = "Text checked",
	                    .type = T_LINK,
	                    .target = &document_version_type, .copies = true },
	[PLC_PACK]      = { .name = "pack", .label = "Content pack", .type = T_LINE,
	                    .max = 60,
	                    .required = true },
	[PLC_EDITION]   = { .name = "edition", .label = "Edition of the pack",
	                    .type = T_LINE,
	                    .max = 100 },
	[PLC_FILE_NAME] = { .name = "file_name", .label = "File", .type = T_LINE,
	                    .max = 300 },
	[PLC_SHA256]    = { .name = "sha256", .label = "SHA-256 of the file",
	                    .type = T_LINE,
	                    .max = 64 },
	[PLC_LANGUAGE]  = { .name = "language", .label = "Language of the text",
	                    .type = T_CHOICE, .choices = TABLE(languages) },
	[PLC_RAN_ON]    = { .name = "ran_on", .label = "Checked on", .type = T_DATE },
	[PLC_RESULT]    = { .name = "result", .label = "Result", .type = T_CHOICE,
	                    .choices = TABLE(results), .set_by_program = true },
	[PLC_MET]       = { .name = "met", .label = "Elements met", .type = T_NUMBER,
	                    .max = 1000, .set_by_program = true },
	[PLC_PARTIAL]   = { .name = "partial", .label = "Elements partly met",
	                    .type = T_NUMBER,
	                    .max = 1000, .set_by_program = true },
	[PLC_MISSING]   = { .name = "missing", .label = "Elements missing",
	                    .type = T_NUMBER,
	                    .max = 1000, .set_by_program = true },
	[PLC_OPEN]      = { .name = "to_confirm", .label = "Parts to confirm",
	                    .type = T_NUMBER,
	                    .max = 10000, .set_by_program = true },
	[PLC_NOTE]      = { .name = "note", .label = "Note", .type = T_TEXT },
	[PLC_TEXT]      = { .name = "text_read", .label = "Text as it was read",
	                    .type = T_FILE,
	                    .help = "Passages with their headings, for the page." },
	[PLC_READING]   = { .name = "reading", .label = "Elements that only refer",
	                    .type = T_CHOICE, .choices = TABLE(readings),
	                    .set_by_program = true,
	                    .help = "How an element that only refers to another "
	                            "document is read; as the setting was when the "
	                            "check was started." },
};
_Static_assert(COUNT(fields) == PLC__COUNT, "every field is described");

static const struct state states[] = {
	[PLC_IS_OPEN]     = { .name = "open", .label = "To confirm", .open = true },
	[PLC_IS_JUDGED]   = { .name = "judged", .label = "Judged" },
	[PLC_IS_REPLACED] = { .name = "replaced", .label = "Replaced", .locked = true },
};
_Static_assert(COUNT(states) == PLC_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[PLC_MAY_RUN]   = { .name = "plan_check.run",
	                    .label = "Check plans against a pack" },
	[PLC_MAY_JUDGE] = { .name = "plan_check.judge", .label = "Judge plan checks" },
};
_Static_assert(COUNT(rights) == PLC_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "judge", .label = "Judge", .from = BIT(PLC_IS_OPEN), .to = PLC_IS_JUDGED,
	  .right = PLC_MAY_JUDGE, .takes = BIT(PLC_NOTE),
	  .check = everything_is_confirmed },
	{ .name = "reopen", .label = "Reopen", .from = BIT(PLC_IS_JUDGED),
	  .to = PLC_IS_OPEN,
	  .right = PLC_MAY_JUDGE, .needs_reason = true },
	{ .name = "replace", .label = "Mark as replaced",
	  .from = BIT(PLC_IS_OPEN) | BIT(PLC_IS_JUDGED), .to = PLC_IS_REPLACED,
	  .right = PLC_MAY_RUN },
};

static const int list[] = { PLC_TITLE, PLC_PLAN, PLC_PACK, PLC_RAN_ON, PLC_RESULT };

const struct record_type plan_check_type = {
	.name = "plan_check", .label = "Plan check", .plural = "Plan checks", .code = "PLC",
	.help = "One run of the plan check: this text, against this pack, on this day.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = PLC_MAY_RUN,
	.change = PLC_MAY_RUN, .attachment = true, .retention = "security-administration",
	.over = { .in = BIT(PLC_IS_REPLACED) },
};

static bool everything_is_confirmed(const struct act *a, const struct row *r,
                                    struct refusal *why)
{
	if (rows_linking(a, &plan_element_type, PLE_CHECK, r->id, BIT(PLE_IS_OPEN)) == 0)
		return true;
	return refuse(why, FIELD_STATE, "some parts are still to be confirmed",
	              "Accept, reject or point out a passage for each of them.");
}
