/*
 * impact_note.c -- telling a line of business what an instrument asks, or what a new or
 * changed one may mean for it.
 *
 * One note for each line of business, so that each answers for itself.  Who receives it
 * says that it arrived; nobody acknowledges their own note.
 *
 *     draft -> sent -> acknowledged
 *
 * Scenarios: tests/records/impact_note.t
 */
#include "records/impact_note.h"

#include "records/edition.h"
#include "records/linked.h"
#include "records/organisation.h"
#include "records/person.h"

static check_fn says_to_whom;
static check_fn answer_has_come;

#define KIND_IMPACT "impact"

static const struct choice kinds[] = {
	{ .name = "communication", .label = "What it asks of us" },
	{ .name = KIND_IMPACT, .label = "What a change may mean" },
};

static const struct field fields[] = {
	[IMP_TITLE]         = { .name = "title", .label = "Title", .type = T_BILINE,
	                        .max = 200, .required = true },
	[IMP_KIND]          = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                        .choices = TABLE(kinds), .required = true },
	[IMP_EDITION]       = { .name = "edition", .label = "Edition", .type = T_LINK,
	                        .target = &edition_type, .required = true },
	[IMP_AREA]          = { .name = "area", .label = "Line of business",
	                        .type = T_LINK, .target = &organisation_type,
	                        .help = "Empty: everybody. A note about an impact names "
	                                "one." },
	[IMP_RECIPIENT]     = { .name = "recipient", .label = "Sent to", .type = T_LINK,
	                        .target = &person_type },
	[IMP_SUMMARY]       = { .name = "summary",
	                        .label = "What is asked, or what changed",
	                        .type = T_BITEXT },
	[IMP_IMPACT]        = { .name = "impact", .label = "Possible security impact",
	                        .type = T_BITEXT },
	[IMP_CHANNEL]       = { .name = "channel", .label = "How it was sent",
	                        .type = T_LINE, .max = 200 },
	[IMP_SENT_ON]       = { .name = "sent_on", .label = "Sent on", .type = T_DATE },
	[IMP_ANSWER_DUE_ON] = { .name = "answer_due_on", .label = "Answer asked by",
	                        .type = T_DATE, .due_in = BIT(IMP_IS_SENT) },
	[IMP_ANSWERED_ON]   = { .name = "answered_on", .label = "Acknowledged on",
	                        .type = T_DATE },
	[IMP_ANSWER]        = { .name = "answer", .label = "Their answer", .type = T_TEXT },
};
_Static_assert(COUNT(fields) == IMP__COUNT, "every field is described");

static const struct state states[] = {
	[IMP_IS_DRAFT]        = { .name = "draft", .label = "Draft", .open = true },
	[IMP_IS_SENT]         = { .name = "sent", .label = "Sent", .open = true },
	[IMP_IS_ACKNOWLEDGED] = { .name = "acknowledged", .label = "Acknowledged",
	                          .locked = true },
};
_Static_assert(COUNT(states) == IMP_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[IMP_MAY_WRITE]       = { .name = "impact_note.write",
	                          .label = "Write to lines of business" },
	[IMP_MAY_ACKNOWLEDGE] = { .name = "impact_note.acknowledge",
	                          .label = "Acknowledge notes" },
};
_Static_assert(COUNT(rights) == IMP_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "send", .label = "Record that it was sent", .from = BIT(IMP_IS_DRAFT),
	  .to = IMP_IS_SENT, .right = IMP_MAY_WRITE,
	  .needs = BIT(IMP_SENT_ON) | BIT(IMP_SUMMARY),
	  .takes = BIT(IMP_CHANNEL) | BIT(IMP_ANSWER_DUE_ON), .check = says_to_whom },
	{ .name = "acknowledge", .label = "Acknowledge",
	  .help = "By the line of business that it was sent to, not by who sent it.",
	  .from = BIT(IMP_IS_SENT), .to = IMP_IS_ACKNOWLEDGED,
	  .right = IMP_MAY_ACKNOWLEDGE, .needs = BIT(IMP_ANSWERED_ON),
	  .takes = BIT(IMP_ANSWER), .not_author = true, .check = answer_has_come },
};

static const int list[] = { IMP_TITLE, IMP_EDITION, IMP_AREA, IMP_SENT_ON,
	                    IMP_ANSWERED_ON };

const struct record_type impact_note_type = {
	.name = "impact_note", .label = "Note to a line of business",
	.plural = "Notes to lines of business", .code = "IMP",
	.group = N_("Policies and documents"),
	.help = "What an instrument asks, or what a change of it may mean, told to one "
	        "line of business.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = IMP_MAY_WRITE,
	.change = IMP_MAY_WRITE, .retention = "security-administration",
	.over = { .in = BIT(IMP_IS_ACKNOWLEDGED), .on = IMP_ANSWERED_ON },
};

static bool says_to_whom(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, IMP_SENT_ON, why);

	if (!str_is(row_text(r, IMP_KIND), KIND_IMPACT))
		return ok;
	if (!row_filled(r, IMP_AREA))
		ok = refuse(why, IMP_AREA, "is empty",
		            "Name the line of business; write one note for each.");
	if (!row_filled(r, IMP_IMPACT))
		ok = refuse(why, IMP_IMPACT, "is empty",
		            "Say what the change may mean for them.");
	return ok;
}

static bool answer_has_come(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, IMP_ANSWERED_ON, why) &&
	       dates_in_order(r, IMP_SENT_ON, IMP_ANSWERED_ON, why);
}
