/*
 * acknowledgement.c -- one person has acknowledged one policy.
 *
 * Given with a one-time code that was sent to the person, or signed in, or on paper: then
 * somebody else records it, with what was signed.  Nobody acknowledges for others.  It says
 * of itself which text was acknowledged, and cannot be changed afterwards.
 *
 *     given
 *
 * Scenarios: tests/records/acknowledgement.t
 */
#include "records/acknowledgement.h"

#include "access/access.h"
#include "records/acknowledgement_request.h"
#include "records/document_version.h"
#include "records/edition.h"
#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

static check_fn is_ones_own;
static effect_fn say_of_what;

#define BY_CODE "code"
#define SIGNED_IN "signed_in"
#define ON_PAPER "paper"

const struct choice acknowledgement_purposes[ACKNOWLEDGEMENT_PURPOSES] = {
	{ .name = "appropriate_use", .label = "Policy on appropriate use" },
	{ .name = "policy", .label = "Another policy or standard" },
	{ .name = "reading", .label = "Reading of the security officer" },
};

static const struct choice hows[] = {
	{ .name = BY_CODE, .label = "With a one-time code" },
	{ .name = SIGNED_IN, .label = "Signed in" },
	{ .name = ON_PAPER, .label = "On paper" },
};

static const struct field fields[] = {
	[ACK_TITLE]     = { .name = "title", .label = "What was acknowledged",
	                    .type = T_BILINE, .max = 250, .required = true },
	[ACK_REQUEST]   = { .name = "request", .label = "Asked by", .type = T_LINK,
	                    .target = &acknowledgement_request_type, .required = true,
	                    .part_of = true },
	[ACK_PERSON]    = { .name = "person", .label = "Person", .type = T_LINK,
	                    .target = &person_type, .required = true },
	[ACK_HOW]       = { .name = "how", .label = "How", .type = T_CHOICE,
	                    .choices = TABLE(hows), .required = true },
	[ACK_SIGNED_ON] = { .name = "signed_on", .label = "Signed on", .type = T_DATE,
	                    .help = "Only on paper." },
	[ACK_PROOF]     = { .name = "proof", .label = "What was signed", .type = T_FILE },
	[ACK_PURPOSE]   = { .name = "purpose", .label = "Purpose", .type = T_CHOICE,
	                    .choices = { acknowledgement_purposes,
	                                 ACKNOWLEDGEMENT_PURPOSES },
	                    .set_by_program = true },
	[ACK_EDITION]   = { .name = "edition", .label = "Edition", .type = T_LINK,
	                    .target = &edition_type, .set_by_program = true },
	[ACK_VERSION]   = { .name = "document_version", .label = "Version of a document",
	                    .type = T_LINK, .target = &document_version_type,
	                    .set_by_program = true },
};
_Static_assert(COUNT(fields) == ACK__COUNT, "every field is described");

static const struct state states[] = {
	[ACK_IS_GIVEN] = { .name = "given", .label = "Given", .locked = true },
};
_Static_assert(COUNT(states) == ACK_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[ACK_MAY_GIVE]   = { .name = "acknowledgement.give",
	                     .label = "Acknowledge policies" },
	[ACK_MAY_RECORD] = { .name = "acknowledgement.record",
	                     .label = "Record what others acknowledged on paper" },
};
_Static_assert(COUNT(rights) == ACK_MAY__COUNT, "every right is described");

static const int list[] = { ACK_TITLE, ACK_PERSON, ACK_HOW, ACK_REQUEST };

const struct record_type acknowledgement_type = {
	.name = "acknowledgement", .label = "Acknowledgement",
	.plural = "Acknowledgements", .code = "ACK",
	.help = "One person has acknowledged one policy.",
	.fields = TABLE(fields), .states = TABLE(states), .rights = TABLE(rights),
	.list = TABLE(list), .create = ACK_MAY_GIVE, .change = ACK_MAY_RECORD,
	.retention = "with-its-record", .check = is_ones_own, .effect = say_of_what,
};

/* Who may say this, and with what to show for it. */
static bool is_said_by_whom(const struct act *a, const struct row *r, struct refusal *why)
{
	struct str how = row_text(r, ACK_HOW);

	if (a->actor->kind != ACTOR_PERSON)
		return true;
	if (str_is(how, BY_CODE))
		return refuse(why, ACK_HOW, "is said by the program alone",
		              "Open the link and give the code that was sent.");
	if (str_is(how, SIGNED_IN))
		return id_equal(row_link(r, ACK_PERSON), a->actor->person) ||
		       refuse(why, ACK_PERSON, "nobody acknowledges for others",
		              "Ask them to open the link.");
	if (!access_somewhere(a->actor, rights[ACK_MAY_RECORD].name, a->today))
		return refuse(why, ACK_HOW, "is recorded by those who keep the list",
		              "Sign in and confirm instead.");
	if (!row_filled(r, ACK_PROOF))
		return refuse(why, ACK_PROOF, "is empty", "Attach what was signed.");
	return date_has_come(a, r, ACK_SIGNED_ON, why);
}

static bool is_ones_own(const struct act *a, const struct row *r, struct refusal *why)
{
	const struct row *request =
		row_linked(a, r, ACK_REQUEST, &acknowledgement_request_type);
	bool ok = is_said_by_whom(a, r, why);

	if (request && request->state != ACR_IS_OPEN)
		ok = refuse(why, ACK_REQUEST, "is not open",
		            "Ask whoever sent the link for a new one.");
	if (linked_by_another(a, r, ACK_REQUEST, ACK_PERSON))
		ok = refuse(why, ACK_PERSON, "has acknowledged this already",
		            "Nothing more is asked.");
	return ok;
}

static enum fail say_of_what(struct act *a, const struct row *before,
                             const struct row *after)
{
	struct change *c = change_new(a->arena, &acknowledgement_type);
	const struct row *request =
		row_linked(a, after, ACK_REQUEST, &acknowledgement_request_type);

	if (before || !request)
		return OK;
	change_text(c, ACK_PURPOSE, row_text(request, ACR_PURPOSE));
	if (row_filled(request, ACR_EDITION))
		change_link(c, ACK_EDITION, row_link(request, ACR_EDITION));
	if (row_filled(request, ACR_VERSION))
		change_link(c, ACK_VERSION, row_link(request, ACR_VERSION));
	return record_set(a, &acknowledgement_type, after->id, c);
}
