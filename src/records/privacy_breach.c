/*
 * privacy_breach.c -- the facts of a privacy breach: what the statute asks, apart from how
 * the incident is classed.
 *
 * Whether it could reasonably be expected to cause significant harm is judged with a
 * reason; whether the persons are told is decided by the head or their delegate, and so is
 * the rare case in which telling them would itself do grave harm.
 *
 *     assessing -> judged -> closed
 *         ^---------'----------'
 *
 * Scenarios: tests/records/privacy_breach.t
 */
#include "records/privacy_breach.h"

#include "records/incident.h"
#include "records/linked.h"
#include "records/notification.h"
#include "records/person.h"
#include "store/store.h"

static check_fn days_in_order;
static check_fn harm_is_decided;
static check_fn telling_is_decided;
static check_fn who_must_know_was_told;
static effect_fn begins_undecided;
static effect_fn judged_now;
static effect_fn decided_now;

static const struct choice kinds[] = {
	{ .name = "theft", .label = "Theft" },
	{ .name = "loss", .label = "Loss" },
	{ .name = "collection", .label = "Unauthorised collection" },
	{ .name = "use", .label = "Unauthorised use" },
	{ .name = "disclosure", .label = "Unauthorised disclosure" },
};

static const struct choice decisions[] = {
	{ .name = "undecided", .label = "To decide" },
	{ .name = "yes", .label = "Yes" },
	{ .name = "no", .label = "No" },
};

static const struct field fields[] = {
	[BRE_TITLE]       = { .name = "title", .label = "Title", .type = T_BILINE,
	                      .max = 250, .required = true },
	[BRE_INCIDENT]    = { .name = "incident", .label = "Incident", .type = T_LINK,
	                      .target = &incident_type, .required = true, .part_of = true },
	[BRE_KIND]        = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                      .choices = TABLE(kinds) },
	[BRE_DESCRIPTION] = { .name = "description", .label = "What happened",
	                      .type = T_BITEXT },
	[BRE_INFORMATION] = { .name = "information", .label = "Which personal information",
	                      .type = T_BITEXT },
	[BRE_FROM]        = { .name = "happened_from", .label = "From", .type = T_DATE },
	[BRE_TO]          = { .name = "happened_to", .label = "To", .type = T_DATE },
	[BRE_LEARNED_AT]  = { .name = "learned_at", .label = "Learned of at",
	                      .type = T_INSTANT, .required = true },
	[BRE_PEOPLE]      = { .name = "people_affected",
	                      .label = "How many persons are affected", .type = T_NUMBER,
	                      .min = 0, .max = 100000000, .help = "An estimate will do." },
	[BRE_HARM]        = { .name = "significant_harm",
	                      .label = "Significant harm to be expected?", .type = T_CHOICE,
	                      .choices = TABLE(decisions),
	                      .help = "Identity theft, bodily harm, humiliation, damage "
	                              "to reputation, loss of employment or money, "
	                              "among others." },
	[BRE_HARM_REASON] = { .name = "harm_reason", .label = "Why it is judged so",
	                      .type = T_TEXT },
	[BRE_JUDGED_AT]   = { .name = "judged_at", .label = "Judged at", .type = T_INSTANT,
	                      .help = "Left empty: now." },
	[BRE_JUDGED_BY]   = { .name = "judged_by", .label = "Judged by", .type = T_LINK,
	                      .target = &person_type },
	[BRE_TELL]        = { .name = "tell_persons", .label = "Are the persons told?",
	                      .type = T_CHOICE, .choices = TABLE(decisions) },
	[BRE_TELL_REASON] = { .name = "tell_reason", .label = "Reason of that decision",
	                      .type = T_TEXT },
	[BRE_DECIDED_AT]  = { .name = "decided_at", .label = "Decided at",
	                      .type = T_INSTANT, .help = "Left empty: now." },
	[BRE_DECIDED_BY]  = { .name = "decided_by", .label = "Decided by", .type = T_LINK,
	                      .target = &person_type },
	[BRE_CONTACT]     = { .name = "contact", .label = "Who answers questions",
	                      .type = T_BILINE, .max = 250 },
	[BRE_STEPS_TAKEN] = { .name = "steps_taken",
	                      .label = "What was or will be done against the harm",
	                      .type = T_BITEXT },
	[BRE_ADVICE]      = { .name = "advice",
	                      .label = "What the persons can do themselves",
	                      .type = T_BITEXT },
	[BRE_OUTCOME]     = { .name = "outcome", .label = "What came of it",
	                      .type = T_TEXT },
};
_Static_assert(COUNT(fields) == BRE__COUNT, "every field is described");

static const struct state states[] = {
	[BRE_IS_ASSESSING] = { .name = "assessing", .label = "Being assessed",
	                       .open = true },
	[BRE_IS_JUDGED]    = { .name = "judged", .label = "Harm judged", .open = true },
	[BRE_IS_CLOSED]    = { .name = "closed", .label = "Closed", .locked = true },
};
_Static_assert(COUNT(states) == BRE_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[BRE_MAY_WRITE]  = { .name = "privacy_breach.write",
	                     .label = "Assess privacy breaches" },
	[BRE_MAY_DECIDE] = { .name = "privacy_breach.decide",
	                     .label = "Decide whether persons are told of a breach" },
};
_Static_assert(COUNT(rights) == BRE_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "judge", .label = "Judge the harm", .from = BIT(BRE_IS_ASSESSING),
	  .to = BRE_IS_JUDGED, .right = BRE_MAY_WRITE,
	  .needs = BIT(BRE_HARM) | BIT(BRE_HARM_REASON),
	  .takes = BIT(BRE_JUDGED_AT) | BIT(BRE_JUDGED_BY) | BIT(BRE_KIND) |
	           BIT(BRE_PEOPLE),
	  .check = harm_is_decided, .effect = judged_now },
	{ .name = "decide", .label = "Decide whether persons are told",
	  .from = BIT(BRE_IS_JUDGED), .to = BRE_IS_JUDGED, .right = BRE_MAY_DECIDE,
	  .needs = BIT(BRE_TELL) | BIT(BRE_TELL_REASON),
	  .takes = BIT(BRE_DECIDED_AT) | BIT(BRE_DECIDED_BY), .check = telling_is_decided,
	  .effect = decided_now },
	{ .name = "assess_again", .label = "Assess again",
	  .from = BIT(BRE_IS_JUDGED) | BIT(BRE_IS_CLOSED), .to = BRE_IS_ASSESSING,
	  .right = BRE_MAY_WRITE, .needs_reason = true },
	{ .name = "close", .label = "Close", .from = BIT(BRE_IS_JUDGED),
	  .to = BRE_IS_CLOSED, .right = BRE_MAY_WRITE, .needs = BIT(BRE_OUTCOME),
	  .check = who_must_know_was_told },
};

static const int list[] = { BRE_TITLE, BRE_INCIDENT, BRE_KIND, BRE_LEARNED_AT, BRE_PEOPLE,
	                    BRE_HARM, BRE_TELL };

const struct record_type privacy_breach_type = {
	.name = "privacy_breach", .label = "Privacy breach", .plural = "Privacy breaches",
	.code = "BRE", .group = N_("Incidents"),
	.help = "The facts of a privacy breach, the harm that it may do, and who is told.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = BRE_MAY_WRITE,
	.change = BRE_MAY_WRITE, .owner_may_change = true, .retention = "incidents",
	.over = { .in = BIT(BRE_IS_CLOSED) }, .check = days_in_order,
	.effect = begins_undecided,
};

bool breach_can_be_told(const struct row *r, bool to_person)
{
	return row_filled(r, BRE_LEARNED_AT) && row_filled(r, BRE_DESCRIPTION) &&
	       row_filled(r, BRE_INFORMATION) && row_filled(r, BRE_PEOPLE) &&
	       row_filled(r, BRE_CONTACT) && row_filled(r, BRE_STEPS_TAKEN) &&
	       (!to_person || row_filled(r, BRE_ADVICE));
}

static bool days_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = dates_in_order(r, BRE_FROM, BRE_TO, why);

	ok = instant_has_come(a, r, BRE_LEARNED_AT, why) && ok;
	ok = instants_in_order(r, BRE_LEARNED_AT, BRE_JUDGED_AT, why) && ok;
	return instants_in_order(r, BRE_JUDGED_AT, BRE_DECIDED_AT, why) && ok;
}

static bool is_decided(const struct row *r, int field, struct refusal *why)
{
	if (!str_is(row_text(r, field), "undecided"))
		return true;
	return refuse(why, field, "is not decided", "Say yes or no, with the reason.");
}

static bool harm_is_decided(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	return is_decided(r, BRE_HARM, why);
}

static bool telling_is_decided(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	(void)a;
	return is_decided(r, BRE_TELL, why);
}

/* Told are those whose notice left; a decision not to tell somebody is one as well. */
static bool was_told(const struct act *a, const struct row *r, const char *recipient)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct filter filters[] = {
		{ .field = NTF_BREACH,
		  .op = LINKS_TO,
		  .value = { .filled = true, .links = &r->id, .link_count = 1 } },
		{ .field = NTF_RECIPIENT,
		  .op = IS,
		  .value = { .filled = true, .text = str_of(recipient) } },
		{ .field = FIELD_STATE,
		  .op = IS,
		  .value = { .filled = true, .number = NTF_IS_SENT },
		  .or_with_next = true },
		{ .field = FIELD_STATE,
		  .op = IS,
		  .value = { .filled = true, .number = NTF_IS_ACKNOWLEDGED } },
	};
	int64_t count = 0;

	return record_count(&act,
	                    &(struct query){ .type = &notification_type,
	                                     .filters = filters,
	                                     .filter_count = COUNT(filters) },
	                    &count) == OK &&
	       count > 0;
}

static bool who_must_know_was_told(const struct act *a, const struct row *r,
                                   struct refusal *why)
{
	bool ok = true;

	if (!str_is(row_text(r, BRE_HARM), "yes"))
		return true;
	if (!was_told(a, r, "commissioner"))
		ok = refuse(why, FIELD_STATE, "the commissioner was not told",
		            "Send the notice first.");
	ok = telling_is_decided(a, r, why) && ok;
	if (str_is(row_text(r, BRE_TELL), "yes") && !was_told(a, r, "individuals"))
		ok = refuse(why, FIELD_STATE, "the persons affected were not told",
		            "Send the notice first.");
	return ok;
}

/* What nobody decided is said to be so: it is a question, not a no. */
static enum fail begins_undecided(struct act *a, const struct row *before,
                                  const struct row *after)
{
	struct change *c = change_new(a->arena, &privacy_breach_type);

	(void)before;
	if (row_filled(after, BRE_HARM) && row_filled(after, BRE_TELL))
		return OK;
	if (!row_filled(after, BRE_HARM))
		change_text(c, BRE_HARM, STR("undecided"));
	if (!row_filled(after, BRE_TELL))
		change_text(c, BRE_TELL, STR("undecided"));
	return record_set(a, &privacy_breach_type, after->id, c);
}

static enum fail judged_now(struct act *a, const struct row *before,
                            const struct row *after)
{
	(void)before;
	return set_when_empty(a, after, BRE_JUDGED_AT, BRE_JUDGED_BY);
}

static enum fail decided_now(struct act *a, const struct row *before,
                             const struct row *after)
{
	(void)before;
	return set_when_empty(a, after, BRE_DECIDED_AT, BRE_DECIDED_BY);
}
