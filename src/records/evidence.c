/*
 * evidence.c -- something that shows that something was so, during a time.
 *
 * The time for which it speaks is kept apart from the day on which we received it: a scan
 * of March received in May is evidence of March.
 *
 * Scenarios: tests/records/evidence.t
 */
#include "records/evidence.h"

#include "records/linked.h"

static check_fn has_substance;

static const struct choice kinds[] = {
	{ .name = "document", .label = "Document" },
	{ .name = "record", .label = "Record or minutes" },
	{ .name = "screen", .label = "Screen capture" },
	{ .name = "export", .label = "Export from a system" },
	{ .name = "scan", .label = "Result of a scan or test" },
	{ .name = "letter", .label = "Letter or e-mail" },
	{ .name = "statement", .label = "Statement of a person" },
};

static const struct field fields[] = {
	[EVD_TITLE]       = { .name = "title", .label = "What it shows", .type = T_BILINE,
	                      .max = 250, .required = true },
	[EVD_ABOUT]       = { .name = "about", .label = "About", .type = T_LINK,
	                      .many = true, .part_of = true },
	[EVD_KIND]        = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                      .choices = TABLE(kinds) },
	[EVD_FILE]        = { .name = "file", .label = "File", .type = T_FILE },
	[EVD_FROM]        = { .name = "effective_from", .label = "Speaks for the time from",
	                      .type = T_DATE },
	[EVD_TO]          = { .name = "effective_to", .label = "Speaks for the time to",
	                      .type = T_DATE },
	[EVD_RECEIVED_ON] = { .name = "received_on", .label = "Received on",
	                      .type = T_DATE },
	[EVD_SOURCE]      = { .name = "source", .label = "Where it comes from",
	                      .type = T_LINE,
	                      .max = 250 },
	[EVD_NOTE]        = { .name = "note", .label = "Note", .type = T_TEXT },
	[EVD_REPLACES]    = { .name = "replaces", .label = "Replaces", .type = T_LINK,
	                      .target = &evidence_type },
};
_Static_assert(COUNT(fields) == EVD__COUNT, "every field is described");

static const struct right rights[] = {
	[EVD_MAY_ADD] = { .name = "evidence.add", .label = "Add evidence" },
};
_Static_assert(COUNT(rights) == EVD_MAY__COUNT, "every right is described");

static const int list[] = { EVD_TITLE, EVD_ABOUT, EVD_KIND,
	                    EVD_FROM,  EVD_TO,    EVD_RECEIVED_ON };

const struct record_type evidence_type = {
	.name = "evidence", .label = "Evidence", .plural = "Evidence",
	.code = "EVD",
	.group = N_("Assurance"),
	.help = "Something that shows that something was so, during a time.",
	.fields = TABLE(fields), .rights = TABLE(rights), .list = TABLE(list),
	.create = EVD_MAY_ADD, .change = EVD_MAY_ADD, .owner_may_change = true,
	.attachment = true,
	.retention = "evidence", .check = has_substance,
};

static bool has_substance(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = dates_in_order(r, EVD_FROM, EVD_TO, why);

	ok = date_has_come(a, r, EVD_RECEIVED_ON, why) && ok;
	if (!row_filled(r, EVD_FILE) && !row_filled(r, EVD_NOTE))
		ok = refuse(why, EVD_FILE, "neither a file nor a note is given",
		            "Attach the file, or write down what was seen.");
	return ok;
}
