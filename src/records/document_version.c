/*
 * document_version.c -- one text of a document: the file, and who approved it.
 *
 * The approval binds a person, an instant and the hash of the version with its file.
 * Somebody else than the author approves; a change afterwards voids the approval, and the
 * version is a draft again.  When a version is approved, the one before it is superseded.
 *
 *     draft <-> submitted -> approved -> superseded
 *
 * Scenarios: tests/records/document_version.t
 */
#include "records/document_version.h"

#include "records/document.h"
#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

static effect_fn becomes_current;

static const struct choice languages[] = {
	{ .name = "en", .label = "English" },
	{ .name = "fr", .label = "French" },
	{ .name = "both", .label = "English and French" },
};

static const struct field fields[] = {
	[DOV_TITLE]          = { .name = "title", .label = "Title of the version",
	                         .type = T_LINE, .max = 200, .required = true },
	[DOV_DOCUMENT]       = { .name = "document", .label = "Document", .type = T_LINK,
	                         .target = &document_type, .required = true,
	                         .part_of = true },
	[DOV_NUMBER]         = { .name = "version_number", .label = "Version",
	                         .type = T_LINE,
	                         .max = 40,
	                         .required = true },
	[DOV_FILE]           = { .name = "file", .label = "File", .type = T_FILE,
	                         .help = "DOCX, ODT, PDF, HTML, Markdown or text, up to "
	                                 "50 MB." },
	[DOV_LANGUAGE]       = { .name = "language", .label = "Language", .type = T_CHOICE,
	                         .choices = TABLE(languages) },
	[DOV_CHANGES]        = { .name = "changes", .label = "What changed",
	                         .type = T_TEXT },
	[DOV_EFFECTIVE_FROM] = { .name = "effective_from", .label = "In force from",
	                         .type = T_DATE },
	[DOV_ADVICE]         = { .name = "advice", .label = "Why it was sent back",
	                         .type = T_TEXT },
	[DOV_APPROVED_ON]    = { .name = "approved_on", .label = "Approved on",
	                         .type = T_DATE,
	                         .set_by_program = true },
	[DOV_APPROVED_BY]    = { .name = "approved_by", .label = "Approved by",
	                         .type = T_LINK,
	                         .target = &person_type, .set_by_program = true },
};
_Static_assert(COUNT(fields) == DOV__COUNT, "every field is described");

static const struct state states[] = {
	[DOV_IS_DRAFT]      = { .name = "draft", .label = "Draft", .open = true },
	[DOV_IS_SUBMITTED]  = { .name = "submitted", .label = "Submitted", .open = true },
	[DOV_IS_APPROVED]   = { .name = "approved", .label = "Approved" },
	[DOV_IS_SUPERSEDED] = { .name = "superseded", .label = "Superseded",
	                        .locked = true },
};
_Static_assert(COUNT(states) == DOV_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[DOV_MAY_WRITE]   = { .name = "document_version.write",
	                      .label = "Write versions of documents" },
	[DOV_MAY_SUBMIT]  = { .name = "document_version.submit",
	                      .label = "Submit versions for approval" },
	[DOV_MAY_APPROVE] = { .name = "document_version.approve",
	                      .label = "Approve versions of documents" },
};
_Static_assert(COUNT(rights) == DOV_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "submit", .label = "Submit for approval", .from = BIT(DOV_IS_DRAFT),
	  .to = DOV_IS_SUBMITTED, .right = DOV_MAY_SUBMIT, .needs = BIT(DOV_FILE) },
	{ .name = "send_back", .label = "Send back", .from = BIT(DOV_IS_SUBMITTED),
	  .to = DOV_IS_DRAFT, .right = DOV_MAY_APPROVE, .needs = BIT(DOV_ADVICE) },
	{ .name = "approve", .label = "Approve",
	  .help = "Binds you, this moment and this very file. Not by who wrote it.",
	  .from = BIT(DOV_IS_SUBMITTED), .to = DOV_IS_APPROVED, .right = DOV_MAY_APPROVE,
	  .needs = BIT(DOV_FILE), .takes = BIT(DOV_EFFECTIVE_FROM), .not_author = true,
	  .approval = true, .void_to = DOV_IS_DRAFT, .effect = becomes_current },
	{ .name = "supersede", .label = "Mark as superseded", .from = BIT(DOV_IS_APPROVED),
	  .to = DOV_IS_SUPERSEDED, .right = DOV_MAY_APPROVE },
};

static const int list[] = { DOV_TITLE, DOV_DOCUMENT, DOV_NUMBER, DOV_LANGUAGE,
	                    DOV_APPROVED_ON };

const struct record_type document_version_type = {
	.name = "document_version", .label = "Version", .plural = "Versions", .code = "DOV",
	.help = "One text of a document: the file, and who approved it.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = DOV_MAY_WRITE,
	.change = DOV_MAY_WRITE, .owner_may_change = true, .attachment = true,
	.retention = "security-administration",
	.over = { .in = BIT(DOV_IS_SUPERSEDED) },
};

static enum fail becomes_current(struct act *a, const struct row *before,
                                 const struct row *after)
{
	struct change *version = change_new(a->arena, &document_version_type);
	struct change *document = change_new(a->arena, &document_type);
	enum fail f;

	(void)before;
	f = rows_take_step(a, &document_version_type, DOV_DOCUMENT,
	                   row_link(after, DOV_DOCUMENT), DOV_IS_APPROVED, "supersede",
	                   after->id);
	if (f != OK)
		return f;
	change_date(version, DOV_APPROVED_ON, act_today(a));
	if (id_is_set(a->actor->person))
		change_link(version, DOV_APPROVED_BY, a->actor->person);
	f = record_set(a, &document_version_type, after->id, version);
	if (f != OK)
		return f;
	change_link(document, DOC_CURRENT, after->id);
	return record_set(a, &document_type, row_link(after, DOV_DOCUMENT), document);
}
