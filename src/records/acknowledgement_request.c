/*
 * acknowledgement_request.c -- asking people to acknowledge a policy or standard: which
 * text, what they confirm, and by when.
 *
 * Once open it has a link that is the same for everybody and identifies nobody; opening it
 * records nothing.  What people confirm stands still from then on.  It asks the persons
 * that it names, or everybody who is active in the part of the organisation that it
 * belongs to; how many have answered is counted, never typed.
 *
 *     draft -> open -> closed
 *
 * Scenarios: tests/records/acknowledgement_request.t
 */
#include "records/acknowledgement_request.h"

#include "base/arena.h"
#include "crypto/crypto.h"
#include "records/acknowledgement.h"
#include "records/document_version.h"
#include "records/edition.h"
#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

static check_fn text_is_in_force;
static check_fn last_day_is_to_come;
static effect_fn open_link;
static effect_fn closed;

#define KEY_BYTES 16

static const struct field fields[] = {
	[ACR_TITLE]     = { .name = "title", .label = "Title", .type = T_BILINE, .max = 200,
	                    .required = true },
	[ACR_PURPOSE]   = { .name = "purpose", .label = "Purpose", .type = T_CHOICE,
	                    .choices = { acknowledgement_purposes,
	                                 ACKNOWLEDGEMENT_PURPOSES },
	                    .required = true },
	[ACR_EDITION]   = { .name = "edition", .label = "Edition of an instrument",
	                    .type = T_LINK, .target = &edition_type },
	[ACR_VERSION]   = { .name = "document_version",
	                    .label = "Or version of a document of our own",
	                    .type = T_LINK, .target = &document_version_type },
	[ACR_SUMMARY]   = { .name = "summary", .label = "What it asks, in short",
	                    .type = T_BITEXT,
	                    .help = "Whoever has the link can read it: nothing "
	                            "confidential." },
	[ACR_WORDS]     = { .name = "wording", .label = "What people confirm",
	                    .type = T_BITEXT, .required = true },
	[ACR_PEOPLE]    = { .name = "people", .label = "Who is asked", .type = T_LINK,
	                    .target = &person_type, .many = true,
	                    .help = "Empty: everybody who is active in this part of the "
	                            "organisation." },
	[ACR_DUE_ON]    = { .name = "due_on", .label = "Due", .type = T_DATE,
	                    .due_in = BIT(ACR_IS_OPEN) },
	[ACR_KEY]       = { .name = "link_key", .label = "Key of the link", .type = T_LINE,
	                    .max = 60, .unique = true, .sensitive = true,
	                    .set_by_program = true },
	[ACR_OPENED_ON] = { .name = "opened_on", .label = "Open since", .type = T_DATE,
	                    .set_by_program = true },
	[ACR_CLOSED_ON] = { .name = "closed_on", .label = "Closed on", .type = T_DATE,
	                    .set_by_program = true },
};
_Static_assert(COUNT(fields) == ACR__COUNT, "every field is described");

static const struct state states[] = {
	[ACR_IS_DRAFT]  = { .name = "draft", .label = "Draft", .open = true },
	[ACR_IS_OPEN]   = { .name = "open", .label = "Open", .open = true, .locked = true },
	[ACR_IS_CLOSED] = { .name = "closed", .label = "Closed", .locked = true },
};
_Static_assert(COUNT(states) == ACR_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[ACR_MAY_ASK] = { .name = "acknowledgement_request.ask",
	                  .label = "Ask people to acknowledge policies" },
};
_Static_assert(COUNT(rights) == ACR_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "open", .label = "Open the link",
	  .help = "From now on people can confirm; the words stand still.",
	  .from = BIT(ACR_IS_DRAFT), .to = ACR_IS_OPEN, .right = ACR_MAY_ASK,
	  .needs = BIT(ACR_DUE_ON), .check = text_is_in_force, .effect = open_link },
	{ .name = "put_off", .label = "Put off", .from = BIT(ACR_IS_OPEN),
	  .to = ACR_IS_OPEN, .right = ACR_MAY_ASK, .needs = BIT(ACR_DUE_ON),
	  .needs_reason = true, .check = last_day_is_to_come },
	{ .name = "close", .label = "Close the link", .from = BIT(ACR_IS_OPEN),
	  .to = ACR_IS_CLOSED, .right = ACR_MAY_ASK, .effect = closed },
};

static const int list[] = { ACR_TITLE, ACR_PURPOSE, ACR_DUE_ON, ACR_OPENED_ON };

const struct record_type acknowledgement_request_type = {
	.name = "acknowledgement_request", .label = "Request to acknowledge",
	.plural = "Requests to acknowledge", .code = "ACR",
	.group = N_("Policies and documents"),
	.help = "A policy or standard that people are asked to acknowledge, from a link "
	        "that identifies nobody.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = ACR_MAY_ASK,
	.change = ACR_MAY_ASK, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(ACR_IS_CLOSED), .on = ACR_CLOSED_ON },
};

static bool last_day_is_to_come(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	if (!row_filled(r, ACR_DUE_ON) ||
	    date_compare(row_date(r, ACR_DUE_ON), act_today(a)) >= 0)
		return true;
	return refuse(why, ACR_DUE_ON, "has already passed",
	              "Give a day that is still to come.");
}

static bool text_is_in_force(const struct act *a, const struct row *r, struct refusal *why)
{
	const struct row *edition = row_linked(a, r, ACR_EDITION, &edition_type);
	const struct row *version = row_linked(a, r, ACR_VERSION, &document_version_type);
	bool ok = last_day_is_to_come(a, r, why);

	if (row_filled(r, ACR_EDITION) == row_filled(r, ACR_VERSION))
		return refuse(why, ACR_EDITION,
		              "either an edition or a version of ours is asked for",
		              "Name one of the two.");
	if (row_filled(r, ACR_EDITION) && !(edition && edition->state == EDN_IS_IN_FORCE))
		ok = refuse(why, ACR_EDITION, "is not in force",
		            "Name the edition that people must follow.");
	if (row_filled(r, ACR_VERSION) && !(version && version->state == DOV_IS_APPROVED))
		ok = refuse(why, ACR_VERSION, "is not approved",
		            "Have it approved first.");
	return ok;
}

static enum fail open_link(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &acknowledgement_request_type);
	uint8_t noise[KEY_BYTES];

	(void)before;
	random_bytes(noise, sizeof noise);
	change_text(c, ACR_KEY, hex(a->arena, noise, sizeof noise));
	change_date(c, ACR_OPENED_ON, act_today(a));
	return record_set(a, &acknowledgement_request_type, after->id, c);
}

static enum fail closed(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &acknowledgement_request_type);

	(void)before;
	change_date(c, ACR_CLOSED_ON, act_today(a));
	return record_set(a, &acknowledgement_request_type, after->id, c);
}
