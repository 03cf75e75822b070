/*
 * legal_requirement.c -- one row of the matrix of reporting duties in law.
 *
 * Which law, what sets it off, who must be told, by when, with what content.  Counsel
 * confirms the row; a change afterwards asks counsel again.  A number that the law does not
 * give is not written down as if it did.
 *
 *     draft -> confirmed -> repealed
 *
 * Scenarios: tests/records/legal_requirement.t
 */
#include "records/legal_requirement.h"

#include "records/instrument.h"
#include "records/linked.h"
#include "records/person.h"
#include "records/plan.h"

static check_fn review_has_happened;

static const struct field fields[] = {
	[LEG_TITLE]         = { .name = "title", .label = "What the law asks",
	                        .type = T_BILINE,
	                        .max = 250, .required = true },
	[LEG_LAW]           = { .name = "law", .label = "Law", .type = T_BILINE, .max = 250,
	                        .required = true },
	[LEG_PROVISION]     = { .name = "provision", .label = "Section", .type = T_LINE,
	                        .max = 120 },
	[LEG_INSTRUMENT]    = { .name = "instrument", .label = "Instrument", .type = T_LINK,
	                        .target = &instrument_type },
	[LEG_JURISDICTION]  = { .name = "jurisdiction", .label = "Jurisdiction",
	                        .type = T_LINE,
	                        .max = 80 },
	[LEG_TRIGGER]       = { .name = "trigger", .label = "What sets it off",
	                        .type = T_BITEXT, .required = true },
	[LEG_RECIPIENT]     = { .name = "recipient", .label = "Who must be told",
	                        .type = T_BILINE, .max = 250, .required = true },
	[LEG_DEADLINE]      = { .name = "deadline",
	                        .label = "By when, in the words of the law",
	                        .type = T_BILINE, .max = 250 },
	[LEG_HOURS]         = { .name = "hours", .label = "Hours", .type = T_NUMBER,
	                        .min = 1,
	                        .max = 100000,
	                        .help = "Only when the law gives a number. Leave empty for "
	                                "\"immediately\" or \"without delay\"." },
	[LEG_STARTS_AT]     = { .name = "starts_at", .label = "Counted from",
	                        .type = T_BILINE,
	                        .max = 250 },
	[LEG_CONTENT]       = { .name = "content", .label = "What the notice must hold",
	                        .type = T_BITEXT },
	[LEG_CHANNEL]       = { .name = "channel", .label = "How it is sent",
	                        .type = T_LINE,
	                        .max = 300 },
	[LEG_PLANS]         = { .name = "plans", .label = "Used in plans", .type = T_LINK,
	                        .target = &plan_type, .many = true },
	[LEG_COUNSEL]       = { .name = "counsel", .label = "Counsel", .type = T_LINK,
	                        .target = &person_type },
	[LEG_ADVICE]        = { .name = "advice", .label = "Advice of counsel",
	                        .type = T_TEXT,
	                        .sensitive = true,
	                        .help = "Privileged: left out of lists, exports and "
	                                "notices." },
	[LEG_REVIEWED_ON]   = { .name = "reviewed_on", .label = "Reviewed on",
	                        .type = T_DATE },
	[LEG_REVIEW_DUE_ON] = { .name = "review_due_on", .label = "Next review due",
	                        .type = T_DATE,
	                        .due_in = BIT(LEG_IS_CONFIRMED) },
};
_Static_assert(COUNT(fields) == LEG__COUNT, "every field is described");

static const struct state states[] = {
	[LEG_IS_DRAFT]     = { .name = "draft", .label = "Not confirmed", .open = true },
	[LEG_IS_CONFIRMED] = { .name = "confirmed", .label = "Confirmed by counsel" },
	[LEG_IS_REPEALED]  = { .name = "repealed", .label = "Repealed" },
};
_Static_assert(COUNT(states) == LEG_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[LEG_MAY_WRITE]   = { .name = "legal_requirement.write",
	                      .label = "Keep the legal matrix" },
	[LEG_MAY_CONFIRM] = { .name = "legal_requirement.confirm",
	                      .label = "Confirm rows of the legal matrix" },
};
_Static_assert(COUNT(rights) == LEG_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "confirm", .label = "Confirm",
	  .help = "Counsel has read the law and agrees.",
	  .from = BIT(LEG_IS_DRAFT), .to = LEG_IS_CONFIRMED, .right = LEG_MAY_CONFIRM,
	  .needs = BIT(LEG_COUNSEL) | BIT(LEG_REVIEWED_ON), .takes = BIT(LEG_ADVICE) |
	  BIT(LEG_REVIEW_DUE_ON), .not_author = true, .approval = true,
	  .void_to = LEG_IS_DRAFT, .check = review_has_happened },
	{ .name = "repeal", .label = "Mark as repealed",
	  .from = BIT(LEG_IS_DRAFT) | BIT(LEG_IS_CONFIRMED), .to = LEG_IS_REPEALED,
	  .right = LEG_MAY_WRITE, .needs_reason = true },
};

static const int list[] = { LEG_TITLE, LEG_LAW, LEG_RECIPIENT, LEG_DEADLINE,
	                    LEG_REVIEW_DUE_ON };

const struct record_type legal_requirement_type = {
	.name = "legal_requirement", .label = "Legal requirement",
	.plural = "Legal requirements", .code = "LEG", .group = N_("Plans"),
	.help = "One row of the matrix of reporting duties in law: what sets it off, who "
	        "must be told, by when, with what content.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = LEG_MAY_WRITE,
	.change = LEG_MAY_WRITE, .retention = "security-administration",
	.over = { .in = BIT(LEG_IS_REPEALED) },
};

static bool review_has_happened(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	return date_has_come(a, r, LEG_REVIEWED_ON, why);
}
