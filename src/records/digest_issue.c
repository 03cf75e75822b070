/*
 * digest_issue.c -- an issue of a security digest that came in, or a bulletin of our own,
 * and to whom it was passed on.
 *
 *     received -> passed on
 *         \-----> filed
 *
 * Scenarios: tests/records/digest_issue.t
 */
#include "records/digest_issue.h"

#include "records/linked.h"

static check_fn days_in_order;

static const struct choice kinds[] = {
	{ .name = "digest", .label = "Security News Digest" },
	{ .name = "bulletin", .label = "Bulletin of our own" },
	{ .name = "advisory", .label = "Advice from others" },
};
static const struct choice channels[] = {
	{ .name = "mail", .label = "E-mail" },
	{ .name = "intranet", .label = "Intranet" },
	{ .name = "meeting", .label = "Meeting" },
	{ .name = "other", .label = "Another way" },
};

static const struct field fields[] = {
	[DIG_TITLE]       = { .name = "title", .label = "Title", .type = T_BILINE,
	                      .max = 200, .required = true },
	[DIG_KIND]        = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                      .choices = TABLE(kinds), .required = true },
	[DIG_ISSUED_ON]   = { .name = "issued_on", .label = "Dated", .type = T_DATE,
	                      .required = true },
	[DIG_RECEIVED_ON] = { .name = "received_on", .label = "Received on",
	                      .type = T_DATE },
	[DIG_FROM]        = { .name = "made_by", .label = "Made by", .type = T_LINE,
	                      .max = 200 },
	[DIG_TOPICS]      = { .name = "topics", .label = "What it is about",
	                      .type = T_BITEXT },
	[DIG_ADDRESS]     = { .name = "address", .label = "Address", .type = T_LINE,
	                      .max = 500 },
	[DIG_FILE]        = { .name = "file", .label = "File", .type = T_FILE },
	[DIG_PASSED_ON]   = { .name = "passed_on", .label = "Passed on to staff on",
	                      .type = T_DATE },
	[DIG_AUDIENCE]    = { .name = "audience", .label = "To whom", .type = T_BILINE,
	                      .max = 200 },
	[DIG_CHANNEL]     = { .name = "channel", .label = "By which way",
	                      .type = T_CHOICE, .choices = TABLE(channels) },
	[DIG_WHY]         = { .name = "grounds", .label = "Why it was not passed on",
	                      .type = T_LINE, .max = 300 },
};
_Static_assert(COUNT(fields) == DIG__COUNT, "every field is described");

static const struct state states[] = {
	[DIG_IS_RECEIVED]  = { .name = "received", .label = "Received", .open = true },
	[DIG_IS_PASSED_ON] = { .name = "passed_on", .label = "Passed on" },
	[DIG_IS_FILED]     = { .name = "filed", .label = "Filed" },
};
_Static_assert(COUNT(states) == DIG_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[DIG_MAY_KEEP] = { .name = "digest_issue.keep",
	                   .label = "Keep digests and bulletins" },
};
_Static_assert(COUNT(rights) == DIG_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "pass_on", .label = "Record that it was passed on",
	  .from = BIT(DIG_IS_RECEIVED), .to = DIG_IS_PASSED_ON, .right = DIG_MAY_KEEP,
	  .needs = BIT(DIG_PASSED_ON) | BIT(DIG_AUDIENCE), .takes = BIT(DIG_CHANNEL) },
	{ .name = "file_away", .label = "File without passing on",
	  .from = BIT(DIG_IS_RECEIVED), .to = DIG_IS_FILED, .right = DIG_MAY_KEEP,
	  .needs = BIT(DIG_WHY) },
};

static const int list[] = { DIG_TITLE, DIG_KIND, DIG_ISSUED_ON, DIG_PASSED_ON,
	                    DIG_AUDIENCE };

const struct record_type digest_issue_type = {
	.name = "digest_issue", .label = "Digest or bulletin",
	.plural = "Digests and bulletins", .code = "DIG", .group = N_("Awareness"),
	.help = "A security digest that came in, or a bulletin of our own, and to whom it "
	        "was passed on.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = DIG_MAY_KEEP,
	.change = DIG_MAY_KEEP, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(DIG_IS_PASSED_ON) | BIT(DIG_IS_FILED), .on = DIG_ISSUED_ON },
	.check = days_in_order,
};

static bool days_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, DIG_RECEIVED_ON, why);

	ok = date_has_come(a, r, DIG_PASSED_ON, why) && ok;
	ok = dates_in_order(r, DIG_ISSUED_ON, DIG_RECEIVED_ON, why) && ok;
	return dates_in_order(r, DIG_ISSUED_ON, DIG_PASSED_ON, why) && ok;
}
