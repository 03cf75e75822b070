/*
 * peer_review.c -- asking others about a draft policy or standard, and what became of what
 * they said.
 *
 *     asked -> received -> settled
 *        \--> cancelled
 *
 * Scenarios: tests/records/peer_review.t
 */
#include "records/peer_review.h"

#include "records/document.h"
#include "records/document_version.h"
#include "records/linked.h"
#include "store/store.h"

static check_fn comments_have_come;
static check_fn version_is_of_document;
static effect_fn settled;

static const struct choice kinds[] = {
	{ .name = "peer", .label = "Review by peers or advisers" },
	{ .name = "policy_group", .label = "Help of the policy group" },
};

static const struct field fields[] = {
	[PRV_TITLE]       = { .name = "title", .label = "Title", .type = T_BILINE,
	                      .max = 200, .required = true },
	[PRV_KIND]        = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                      .choices = TABLE(kinds), .required = true },
	[PRV_DOCUMENT]    = { .name = "document", .label = "Document", .type = T_LINK,
	                      .target = &document_type, .required = true },
	[PRV_VERSION]     = { .name = "reviewed_version", .label = "Version",
	                      .type = T_LINK,
	                      .target = &document_version_type,
	                      .check = version_is_of_document },
	[PRV_REVIEWER]    = { .name = "reviewer", .label = "Who was asked",
	                      .type = T_BILINE, .max = 200, .required = true },
	[PRV_ASKED_ON]    = { .name = "asked_on", .label = "Asked on", .type = T_DATE,
	                      .required = true },
	[PRV_DUE_ON]      = { .name = "due_on", .label = "Answer hoped for by",
	                      .type = T_DATE, .due_in = BIT(PRV_IS_ASKED) },
	[PRV_RECEIVED_ON] = { .name = "received_on", .label = "Received on",
	                      .type = T_DATE },
	[PRV_COMMENTS]    = { .name = "comments", .label = "What they said",
	                      .type = T_TEXT },
	[PRV_FILE]        = { .name = "file", .label = "Their answer on file",
	                      .type = T_FILE },
	[PRV_DISPOSITION] = { .name = "disposition", .label = "What became of it",
	                      .type = T_TEXT },
	[PRV_SETTLED_ON]  = { .name = "settled_on", .label = "Settled on", .type = T_DATE,
	                      .set_by_program = true },
};
_Static_assert(COUNT(fields) == PRV__COUNT, "every field is described");

static const struct state states[] = {
	[PRV_IS_ASKED]     = { .name = "asked", .label = "Asked", .open = true },
	[PRV_IS_RECEIVED]  = { .name = "received", .label = "Received", .open = true },
	[PRV_IS_SETTLED]   = { .name = "settled", .label = "Settled", .locked = true },
	[PRV_IS_CANCELLED] = { .name = "cancelled", .label = "Cancelled", .locked = true },
};
_Static_assert(COUNT(states) == PRV_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[PRV_MAY_KEEP] = { .name = "peer_review.keep", .label = "Ask others for reviews" },
};
_Static_assert(COUNT(rights) == PRV_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "receive", .label = "Record the answer", .from = BIT(PRV_IS_ASKED),
	  .to = PRV_IS_RECEIVED, .right = PRV_MAY_KEEP,
	  .needs = BIT(PRV_RECEIVED_ON) | BIT(PRV_COMMENTS), .takes = BIT(PRV_FILE),
	  .check = comments_have_come },
	{ .name = "settle", .label = "Settle", .from = BIT(PRV_IS_RECEIVED),
	  .to = PRV_IS_SETTLED, .right = PRV_MAY_KEEP, .needs = BIT(PRV_DISPOSITION),
	  .effect = settled },
	{ .name = "cancel", .label = "Cancel", .from = BIT(PRV_IS_ASKED),
	  .to = PRV_IS_CANCELLED, .right = PRV_MAY_KEEP, .needs_reason = true },
};

static const int list[] = { PRV_TITLE, PRV_DOCUMENT, PRV_REVIEWER, PRV_ASKED_ON,
	                    PRV_RECEIVED_ON };

const struct record_type peer_review_type = {
	.name = "peer_review", .label = "Review by others", .plural = "Reviews by others",
	.code = "PRV", .group = N_("Policies and documents"),
	.help = "Asking others about a draft, and what became of what they said.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = PRV_MAY_KEEP,
	.change = PRV_MAY_KEEP, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(PRV_IS_SETTLED) | BIT(PRV_IS_CANCELLED) },
};

static bool comments_have_come(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	return date_has_come(a, r, PRV_RECEIVED_ON, why) &&
	       dates_in_order(r, PRV_ASKED_ON, PRV_RECEIVED_ON, why);
}

static bool version_is_of_document(const struct act *a, const struct row *r,
                                   struct refusal *why)
{
	const struct row *version = row_linked(a, r, PRV_VERSION, &document_version_type);

	if (version && id_equal(row_link(version, DOV_DOCUMENT), row_link(r, PRV_DOCUMENT)))
		return true;
	return refuse(why, PRV_VERSION, "is of another document",
	              "Name a version of the document under review.");
}

static enum fail settled(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &peer_review_type);

	(void)before;
	change_date(c, PRV_SETTLED_ON, act_today(a));
	return record_set(a, &peer_review_type, after->id, c);
}
