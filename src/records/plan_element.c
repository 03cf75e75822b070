/*
 * plan_element.c -- where one part of a required element stands in a plan.
 *
 * The program proposes a passage; it never makes anything met.  A person accepts it, says
 * that it is not there, or points to another passage; that binds the person, the moment,
 * the passage and the version of the text by their hashes.  An element may be declared not
 * applicable, or inherited from another organisation under an agreement; both with a reason
 * and an approver, and the second does not discharge the duty.
 *
 *     to confirm -> accepted | rejected | pointed | not applicable | inherited
 *           ^---------- reopen ----------'
 *
 * Scenarios: tests/records/plan_element.t
 */
#include "records/plan_element.h"

#include "records/agreement.h"
#include "records/document_version.h"
#include "records/linked.h"
#include "records/person.h"
#include "records/plan.h"
#include "records/plan_check.h"
#include "store/store.h"

static check_fn agreement_holds;
static effect_fn confirmed;

static const struct field fields[] = {
	[PLE_TITLE]        = { .name = "title", .label = "What must be there",
	                       .type = T_BILINE,
	                       .max = 300, .required = true },
	[PLE_PLAN]         = { .name = "plan", .label = "Plan", .type = T_LINK,
	                       .target = &plan_type, .required = true, .part_of = true },
	[PLE_CHECK]        = { .name = "plan_check", .label = "Plan check", .type = T_LINK,
	                       .target = &plan_check_type, .copies = true },
	[PLE_ELEMENT]      = { .name = "element", .label = "Element", .type = T_LINE,
	                       .max = 40,
	                       .required = true, .help = "Number of its clause: 6.5.2.1." },
	[PLE_PART]         = { .name = "part", .label = "Part", .type = T_LINE, .max = 60 },
	[PLE_CONTAINER]    = { .name = "container", .label = "Belongs in", .type = T_LINE,
	                       .max = 60 },
	[PLE_PASSAGE]      = { .name = "passage", .label = "Passage", .type = T_TEXT },
	[PLE_HEADING]      = { .name = "heading", .label = "Under the heading",
	                       .type = T_LINE,
	                       .max = 1000 },
	[PLE_PAGE]         = { .name = "page", .label = "Page", .type = T_NUMBER,
	                       .max = 1000000 },
	[PLE_LINE]         = { .name = "line", .label = "Line or paragraph",
	                       .type = T_NUMBER,
	                       .max = 10000000 },
	[PLE_SCORE]        = { .name = "score", .label = "How sure the proposal is",
	                       .type = T_NUMBER, .max = 1000,
	                       .help = "Out of 1000. Only orders proposals." },
	[PLE_BECAUSE]      = { .name = "because", .label = "Words that spoke for it",
	                       .type = T_LINE, .max = 500 },
	[PLE_VERSION]      = { .name = "document_version", .label = "Text", .type = T_LINK,
	                       .target = &document_version_type },
	[PLE_PASSAGE_HASH] = { .name = "passage_hash", .label = "SHA-256 of the passage",
	                       .type = T_LINE, .max = 64 },
	[PLE_VERSION_HASH] = { .name = "version_hash", .label = "SHA-256 of the file",
	                       .type = T_LINE, .max = 64 },
	[PLE_CONFIRMED_BY] = { .name = "confirmed_by", .label = "Confirmed by",
	                       .type = T_LINK,
	                       .target = &person_type, .set_by_program = true },
	[PLE_CONFIRMED_AT] = { .name = "confirmed_at", .label = "Confirmed at",
	                       .type = T_INSTANT, .set_by_program = true },
	[PLE_REASON]       = { .name = "grounds", .label = "Reason", .type = T_TEXT },
	[PLE_APPROVER]     = { .name = "approver", .label = "Approved by", .type = T_LINK,
	                       .target = &person_type },
	[PLE_AGREEMENT]    = { .name = "agreement", .label = "Agreement", .type = T_LINK,
	                       .target = &agreement_type, .check = agreement_holds },
};
_Static_assert(COUNT(fields) == PLE__COUNT, "every field is described");

static const struct state states[] = {
	[PLE_IS_OPEN]           = { .name = "open", .label = "To confirm", .open = true },
	[PLE_IS_ACCEPTED]       = { .name = "accepted", .label = "Located" },
	[PLE_IS_REJECTED]       = { .name = "rejected", .label = "Not there" },
	[PLE_IS_POINTED]        = { .name = "pointed", .label = "Located by hand" },
	[PLE_IS_NOT_APPLICABLE] = { .name = "not_applicable", .label = "Not applicable" },
	[PLE_IS_INHERITED]      = { .name = "inherited", .label = "Inherited" },
};
_Static_assert(COUNT(states) == PLE_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[PLE_MAY_CONFIRM] = { .name = "plan_element.confirm",
	                      .label = "Confirm where elements of plans stand" },
	[PLE_MAY_EXCUSE]  = { .name = "plan_element.excuse",
	                      .label = "Declare elements not applicable or inherited" },
};
_Static_assert(COUNT(rights) == PLE_MAY__COUNT, "every right is described");

#define DECIDED                                                                       \
	(BIT(PLE_IS_ACCEPTED) | BIT(PLE_IS_REJECTED) | BIT(PLE_IS_POINTED) |          \
	 BIT(PLE_IS_NOT_APPLICABLE) | BIT(PLE_IS_INHERITED))

static const struct step steps[] = {
	{ .name = "accept", .label = "Accept",
	  .help = "The passage holds what is asked for.",
	  .from = BIT(PLE_IS_OPEN), .to = PLE_IS_ACCEPTED, .right = PLE_MAY_CONFIRM,
	  .needs = BIT(PLE_PASSAGE) | BIT(PLE_VERSION_HASH),
	  .takes = BIT(PLE_HEADING) | BIT(PLE_PAGE) | BIT(PLE_LINE) |
	           BIT(PLE_PASSAGE_HASH) |
	           BIT(PLE_VERSION),
	  .effect = confirmed },
	{ .name = "reject", .label = "Not there",
	  .help = "Neither this passage nor another holds what is asked for.",
	  .from = BIT(PLE_IS_OPEN), .to = PLE_IS_REJECTED, .right = PLE_MAY_CONFIRM,
	  .takes = BIT(PLE_REASON), .effect = confirmed },
	{ .name = "point", .label = "Point to another passage", .from = BIT(PLE_IS_OPEN),
	  .to = PLE_IS_POINTED, .right = PLE_MAY_CONFIRM,
	  .needs = BIT(PLE_PASSAGE) | BIT(PLE_VERSION_HASH),
	  .takes = BIT(PLE_HEADING) | BIT(PLE_PAGE) | BIT(PLE_LINE) |
	           BIT(PLE_PASSAGE_HASH) |
	           BIT(PLE_VERSION) | BIT(PLE_REASON),
	  .effect = confirmed },
	{ .name = "excuse", .label = "Not applicable", .from = BIT(PLE_IS_OPEN),
	  .to = PLE_IS_NOT_APPLICABLE, .right = PLE_MAY_EXCUSE,
	  .needs = BIT(PLE_REASON) | BIT(PLE_APPROVER), .effect = confirmed },
	{ .name = "inherit", .label = "Inherited",
	  .help = "Another organisation does it for us. The duty stays with us.",
	  .from = BIT(PLE_IS_OPEN), .to = PLE_IS_INHERITED, .right = PLE_MAY_EXCUSE,
	  .needs = BIT(PLE_REASON) | BIT(PLE_AGREEMENT), .takes = BIT(PLE_APPROVER),
	  .effect = confirmed },
	{ .name = "reopen", .label = "Ask again", .from = DECIDED, .to = PLE_IS_OPEN,
	  .right = PLE_MAY_CONFIRM,
	  .takes = BIT(PLE_PASSAGE) | BIT(PLE_HEADING) | BIT(PLE_PAGE) | BIT(PLE_LINE) |
	           BIT(PLE_SCORE) | BIT(PLE_BECAUSE) | BIT(PLE_PASSAGE_HASH) |
	           BIT(PLE_VERSION) | BIT(PLE_VERSION_HASH) | BIT(PLE_CHECK) },
};

static const int list[] = { PLE_ELEMENT, PLE_TITLE, PLE_PLAN, PLE_HEADING,
	                    PLE_CONFIRMED_BY };

const struct record_type plan_element_type = {
	.name = "plan_element", .label = "Plan element", .plural = "Plan elements",
	.code = "PLE",
	.help = "Where one part of a required element stands in a plan, and who "
	        "confirmed it.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = PLE_MAY_CONFIRM,
	.change = PLE_MAY_CONFIRM,
	.attachment = true, .retention = "security-administration",
};

static bool agreement_holds(const struct act *a, const struct row *r, struct refusal *why)
{
	const struct row *agreement = row_linked(a, r, PLE_AGREEMENT, &agreement_type);

	if (agreement && agreement->state == AGR_IS_IN_FORCE)
		return true;
	return refuse(why, PLE_AGREEMENT, "is not in force",
	              "Name an agreement that is signed and has not ended.");
}

static enum fail confirmed(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &plan_element_type);

	(void)before;
	if (id_is_set(a->actor->person))
		change_link(c, PLE_CONFIRMED_BY, a->actor->person);
	change_instant(c, PLE_CONFIRMED_AT, a->now);
	return record_set(a, &plan_element_type, after->id, c);
}
