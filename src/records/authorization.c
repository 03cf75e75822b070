/*
 * authorization.c -- a system was certified, accredited, or authorized to operate.
 *
 * Prepared by one, granted by another, with conditions and an end where it has one.
 *
 *     asked -> granted -> ended | revoked
 *        '-> refused
 *
 * Scenarios: tests/records/authorization.t
 */
#include "records/authorization.h"

#include "records/linked.h"
#include "records/person.h"
#include "records/system.h"

static check_fn has_ended;
static effect_fn is_granted;

static const struct choice kinds[] = {
	{ .name = "certification", .label = "Certification" },
	{ .name = "accreditation", .label = "Accreditation" },
	{ .name = "operate", .label = "Authority to operate" },
};

static const struct field fields[] = {
	[ATO_TITLE]      = { .name = "title", .label = "Title", .type = T_BILINE,
	                     .max = 200, .required = true },
	[ATO_SYSTEM]     = { .name = "system", .label = "System", .type = T_LINK,
	                     .target = &system_type, .required = true },
	[ATO_KIND]       = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                     .choices = TABLE(kinds), .required = true },
	[ATO_RESULTS]    = { .name = "results", .label = "Results that it rests on",
	                     .type = T_BITEXT },
	[ATO_REPORT]     = { .name = "report", .label = "Report", .type = T_FILE },
	[ATO_CONDITIONS] = { .name = "conditions", .label = "Conditions",
	                     .type = T_BITEXT },
	[ATO_ENDS_ON]    = { .name = "ends_on", .label = "Ends on", .type = T_DATE,
	                     .due_in = BIT(ATO_IS_GRANTED) },
	[ATO_GRANTED_BY] = { .name = "granted_by", .label = "Granted by", .type = T_LINK,
	                     .target = &person_type, .set_by_program = true },
	[ATO_GRANTED_ON] = { .name = "granted_on", .label = "Granted on", .type = T_DATE,
	                     .set_by_program = true },
};
_Static_assert(COUNT(fields) == ATO__COUNT, "every field is described");

static const struct state states[] = {
	[ATO_IS_ASKED]   = { .name = "asked", .label = "Asked for", .open = true },
	[ATO_IS_GRANTED] = { .name = "granted", .label = "Granted", .locked = true },
	[ATO_IS_REFUSED] = { .name = "refused", .label = "Refused", .locked = true },
	[ATO_IS_ENDED]   = { .name = "ended", .label = "Ended", .locked = true },
	[ATO_IS_REVOKED] = { .name = "revoked", .label = "Revoked", .locked = true },
};
_Static_assert(COUNT(states) == ATO_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[ATO_MAY_WRITE] = { .name = "authorization.write",
	                    .label = "Ask for authorizations" },
	[ATO_MAY_GRANT] = { .name = "authorization.grant",
	                    .label = "Grant authorizations" },
};
_Static_assert(COUNT(rights) == ATO_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "grant", .label = "Grant", .from = BIT(ATO_IS_ASKED),
	  .to = ATO_IS_GRANTED, .right = ATO_MAY_GRANT, .needs = BIT(ATO_RESULTS),
	  .takes = BIT(ATO_CONDITIONS) | BIT(ATO_ENDS_ON), .not_author = true,
	  .approval = true, .void_to = ATO_IS_ASKED, .effect = is_granted },
	{ .name = "refuse", .label = "Refuse", .from = BIT(ATO_IS_ASKED),
	  .to = ATO_IS_REFUSED, .right = ATO_MAY_GRANT, .needs_reason = true },
	{ .name = "revoke", .label = "Revoke", .from = BIT(ATO_IS_GRANTED),
	  .to = ATO_IS_REVOKED, .right = ATO_MAY_GRANT, .needs_reason = true },
	{ .name = "end", .label = "End",
	  .help = "Taken by the program on the day after it ended.",
	  .from = BIT(ATO_IS_GRANTED), .to = ATO_IS_ENDED, .right = ATO_MAY_GRANT,
	  .by_clock = true, .check = has_ended },
};

static const int list[] = { ATO_TITLE, ATO_SYSTEM, ATO_KIND, ATO_GRANTED_ON, ATO_ENDS_ON };

const struct record_type authorization_type = {
	.name = "authorization", .label = "Authorization", .plural = "Authorizations",
	.code = "ATO", .group = N_("Inventory"),
	.help = "Certification, accreditation or authority to operate of a system, with "
	        "conditions and an end.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = ATO_MAY_WRITE,
	.change = ATO_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(ATO_IS_REFUSED) | BIT(ATO_IS_ENDED) | BIT(ATO_IS_REVOKED),
	          .on = ATO_ENDS_ON },
};

static bool has_ended(const struct act *a, const struct row *r, struct refusal *why)
{
	return last_day_has_passed(a, r, ATO_ENDS_ON, why);
}

static enum fail is_granted(struct act *a, const struct row *before,
                            const struct row *after)
{
	(void)before;
	return stamp_actor(a, after, ATO_GRANTED_BY, ATO_GRANTED_ON);
}
