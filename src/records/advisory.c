/*
 * advisory.c -- somebody published or sent word of a vulnerability.
 *
 * Fetching is not reading: somebody decides whether it is relevant here, and why, and then
 * who else must be told.
 *
 *     received -> relevant -> settled
 *            ^'-> not relevant
 *
 * Scenarios: tests/records/advisory.t
 */
#include "records/advisory.h"

#include "records/linked.h"
#include "records/person.h"
#include "records/system.h"
#include "store/store.h"

static check_fn somebody_was_told;
static effect_fn is_triaged;
static effect_fn is_settled;

static const struct choice sources[] = {
	{ .name = "cccs", .label = "Canadian Centre for Cyber Security" },
	{ .name = "nist", .label = "NIST" },
	{ .name = "nvd", .label = "National Vulnerability Database" },
	{ .name = "exploit_db", .label = "Exploit Database" },
	{ .name = "central_office", .label = "Central office" },
	{ .name = "cisco", .label = "Cisco" },
	{ .name = "microsoft", .label = "Microsoft" },
	{ .name = "adobe", .label = "Adobe" },
	{ .name = "oracle", .label = "Oracle" },
	{ .name = "other", .label = "Other" },
};

static const struct field fields[] = {
	[ADV_TITLE]        = { .name = "title", .label = "Title", .type = T_BILINE,
	                       .max = 300, .required = true },
	[ADV_SOURCE]       = { .name = "source", .label = "Source", .type = T_CHOICE,
	                       .choices = TABLE(sources), .required = true },
	[ADV_ISSUER]       = { .name = "issuer", .label = "Who published it",
	                       .type = T_LINE, .max = 160 },
	[ADV_REFERENCE]    = { .name = "reference", .label = "Number or address",
	                       .type = T_LINE, .max = 500 },
	[ADV_CVES]         = { .name = "cves", .label = "Vulnerabilities by number",
	                       .type = T_TEXT, .help = "CVE-2026-1234, one a line." },
	[ADV_PRODUCTS]     = { .name = "products", .label = "Products concerned",
	                       .type = T_TEXT },
	[ADV_SUMMARY]      = { .name = "summary", .label = "Summary", .type = T_BITEXT },
	[ADV_PUBLISHED_ON] = { .name = "published_on", .label = "Published on",
	                       .type = T_DATE },
	[ADV_RECEIVED_ON]  = { .name = "received_on", .label = "Received on",
	                       .type = T_DATE },
	[ADV_SCORE]        = { .name = "score", .label = "Highest score, in tenths",
	                       .type = T_NUMBER, .min = 0, .max = 100,
	                       .help = "98 stands for 9.8." },
	[ADV_GROUNDS]      = { .name = "grounds",
	                       .label = "Why it is relevant here, or not",
	                       .type = T_TEXT },
	[ADV_SYSTEMS]      = { .name = "systems", .label = "Systems concerned",
	                       .type = T_LINK, .target = &system_type, .many = true },
	[ADV_DECIDED_BY]   = { .name = "decided_by", .label = "Decided by", .type = T_LINK,
	                       .target = &person_type, .set_by_program = true },
	[ADV_DECIDED_ON]   = { .name = "decided_on", .label = "Decided on", .type = T_DATE,
	                       .set_by_program = true },
	[ADV_TOLD]         = { .name = "told", .label = "Who was told", .type = T_LINK,
	                       .target = &person_type, .many = true },
	[ADV_TOLD_OTHERS]  = { .name = "told_others", .label = "Others who were told",
	                       .type = T_TEXT },
	[ADV_TOLD_ON]      = { .name = "told_on", .label = "Told on", .type = T_DATE },
	[ADV_SETTLED_ON]   = { .name = "settled_on", .label = "Settled on", .type = T_DATE,
	                       .set_by_program = true },
};
_Static_assert(COUNT(fields) == ADV__COUNT, "every field is described");

static const struct state states[] = {
	[ADV_IS_RECEIVED]     = { .name = "received", .label = "To be decided",
	                          .open = true },
	[ADV_IS_RELEVANT]     = { .name = "relevant", .label = "Relevant", .open = true },
	[ADV_IS_SETTLED]      = { .name = "settled", .label = "Settled" },
	[ADV_IS_NOT_RELEVANT] = { .name = "not_relevant", .label = "Not relevant" },
};
_Static_assert(COUNT(states) == ADV_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[ADV_MAY_WRITE]  = { .name = "advisory.write", .label = "Enter advisories" },
	[ADV_MAY_TRIAGE] = { .name = "advisory.triage", .label = "Decide on advisories" },
};
_Static_assert(COUNT(rights) == ADV_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "is_relevant", .label = "Relevant here", .from = BIT(ADV_IS_RECEIVED),
	  .to = ADV_IS_RELEVANT, .right = ADV_MAY_TRIAGE, .needs = BIT(ADV_GROUNDS),
	  .takes = BIT(ADV_SYSTEMS) | BIT(ADV_SCORE), .effect = is_triaged },
	{ .name = "is_not_relevant", .label = "Not relevant here",
	  .from = BIT(ADV_IS_RECEIVED) | BIT(ADV_IS_RELEVANT), .to = ADV_IS_NOT_RELEVANT,
	  .right = ADV_MAY_TRIAGE, .needs = BIT(ADV_GROUNDS), .effect = is_triaged },
	{ .name = "tell", .label = "Record who was told", .from = BIT(ADV_IS_RELEVANT),
	  .to = ADV_IS_SETTLED, .right = ADV_MAY_TRIAGE, .needs = BIT(ADV_TOLD_ON),
	  .takes = BIT(ADV_TOLD) | BIT(ADV_TOLD_OTHERS), .check = somebody_was_told,
	  .effect = is_settled },
	{ .name = "tell_nobody", .label = "Nobody else must be told",
	  .from = BIT(ADV_IS_RELEVANT), .to = ADV_IS_SETTLED, .right = ADV_MAY_TRIAGE,
	  .needs_reason = true, .effect = is_settled },
	{ .name = "reopen", .label = "Decide again",
	  .from = BIT(ADV_IS_NOT_RELEVANT) | BIT(ADV_IS_SETTLED), .to = ADV_IS_RECEIVED,
	  .right = ADV_MAY_TRIAGE, .needs_reason = true },
};

static const int list[] = { ADV_TITLE, ADV_SOURCE,     ADV_PUBLISHED_ON,
	                    ADV_SCORE, ADV_DECIDED_ON, ADV_SYSTEMS };

const struct record_type advisory_type = {
	.name = "advisory", .label = "Advisory", .plural = "Advisories", .code = "ADV",
	.group = N_("Vulnerabilities"),
	.help = "Word of a vulnerability, published or sent to us. Somebody decides "
	        "whether it is relevant here, and who else must be told.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = ADV_MAY_WRITE,
	.change = ADV_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(ADV_IS_SETTLED) | BIT(ADV_IS_NOT_RELEVANT),
	          .on = ADV_DECIDED_ON },
};

static bool somebody_was_told(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = date_has_come(a, r, ADV_TOLD_ON, why);

	if (row_filled(r, ADV_TOLD) || row_filled(r, ADV_TOLD_OTHERS))
		return ok;
	return refuse(why, ADV_TOLD, "names nobody who was told",
	              "Name persons, or describe the others in words.");
}

static enum fail is_triaged(struct act *a, const struct row *before,
                            const struct row *after)
{
	(void)before;
	return stamp_actor(a, after, ADV_DECIDED_BY, ADV_DECIDED_ON);
}

static enum fail is_settled(struct act *a, const struct row *before,
                            const struct row *after)
{
	(void)before;
	return stamp_today(a, after, ADV_SETTLED_ON);
}
