/*
 * notification.c -- who must be told of an incident: one recipient, their clock, and their
 * number for it.
 *
 * Whether somebody is told is a decision with a reason, either way.  Where a law gives
 * hours, the row of the legal matrix gives the limit; "without delay" gets no invented one.
 * A notice of a privacy breach leaves only when what the law asks it to say is written
 * down.
 *
 *     to decide -> to send -> sent -> acknowledged
 *          \---------'--> not needed
 *
 * Scenarios: tests/records/notification.t
 */
#include "records/notification.h"

#include "records/incident.h"
#include "records/legal_requirement.h"
#include "records/linked.h"
#include "records/person.h"
#include "records/privacy_breach.h"
#include "store/store.h"

static check_fn times_in_order;
static check_fn breach_notice_is_whole;
static effect_fn run_the_clock;
static effect_fn decided_now;
static effect_fn told_now;

static const struct choice recipients[] = {
	{ .name = "breach_line", .label = "Breach line, open day and night" },
	{ .name = "service_desk", .label = "Service desk" },
	{ .name = "chief_security_officer",
	  .label = "Chief security officer of the government" },
	{ .name = "central_office", .label = "Central security office" },
	{ .name = "police", .label = "Police" },
	{ .name = "risk_management", .label = "Risk management branch" },
	{ .name = "investigators", .label = "Investigators" },
	{ .name = "privacy_office", .label = "Privacy office" },
	{ .name = "commissioner", .label = "Privacy commissioner" },
	{ .name = "individuals", .label = "Persons affected" },
	{ .name = "stakeholders", .label = "Stakeholders" },
	{ .name = "regulator", .label = "Regulator or other authority" },
	{ .name = "provider", .label = "Provider or partner" },
	{ .name = "other", .label = "Other" },
};

static const struct field fields[] = {
	[NTF_TITLE]           = { .name = "title", .label = "Title", .type = T_BILINE,
	                          .max = 250, .required = true },
	[NTF_INCIDENT]        = { .name = "incident", .label = "Incident", .type = T_LINK,
	                          .target = &incident_type, .required = true,
	                          .part_of = true },
	[NTF_RECIPIENT]       = { .name = "recipient", .label = "Recipient",
	                          .type = T_CHOICE, .choices = TABLE(recipients),
	                          .required = true },
	[NTF_NAME]            = { .name = "name", .label = "Who exactly", .type = T_LINE,
	                          .max = 250 },
	[NTF_BREACH]          = { .name = "breach", .label = "Privacy breach",
	                          .type = T_LINK, .target = &privacy_breach_type,
	                          .help = "For notices to the commissioner and to "
	                                  "persons affected." },
	[NTF_REQUIREMENT]     = { .name = "requirement", .label = "What the law asks",
	                          .type = T_LINK, .target = &legal_requirement_type },
	[NTF_REASON]          = { .name = "decision_reason",
	                          .label = "Reason of the decision", .type = T_TEXT },
	[NTF_DECIDED_AT]      = { .name = "decided_at", .label = "Decided at",
	                          .type = T_INSTANT, .help = "Left empty: now." },
	[NTF_DECIDED_BY]      = { .name = "decided_by", .label = "Decided by",
	                          .type = T_LINK, .target = &person_type },
	[NTF_STARTS_AT]       = { .name = "starts_at", .label = "Clock starts at",
	                          .type = T_INSTANT,
	                          .help = "Left empty: when the incident was found, or "
	                                  "else reported." },
	[NTF_DUE_AT]          = { .name = "due_at", .label = "Due at", .type = T_INSTANT,
	                          .set_by_program = true,
	                          .help = "Only where the legal matrix gives a number "
	                                  "of hours." },
	[NTF_TOLD_AT]         = { .name = "told_at", .label = "Told at", .type = T_INSTANT,
	                          .help = "Left empty: now." },
	[NTF_TOLD_BY]         = { .name = "told_by", .label = "Told by", .type = T_LINK,
	                          .target = &person_type },
	[NTF_CHANNEL]         = { .name = "channel", .label = "How it was sent",
	                          .type = T_LINE, .max = 200 },
	[NTF_CONTENT]         = { .name = "content", .label = "What was said",
	                          .type = T_TEXT },
	[NTF_FILE]            = { .name = "file", .label = "As it was sent",
	                          .type = T_FILE },
	[NTF_THEIR_NUMBER]    = { .name = "their_number", .label = "Their number",
	                          .type = T_LINE, .max = 80 },
	[NTF_ACKNOWLEDGED_AT] = { .name = "acknowledged_at", .label = "Acknowledged at",
	                          .type = T_INSTANT },
};
_Static_assert(COUNT(fields) == NTF__COUNT, "every field is described");

static const struct state states[] = {
	[NTF_IS_TO_DECIDE]    = { .name = "to_decide", .label = "To decide", .open = true },
	[NTF_IS_TO_SEND]      = { .name = "to_send", .label = "To send", .open = true },
	[NTF_IS_SENT]         = { .name = "sent", .label = "Sent" },
	[NTF_IS_ACKNOWLEDGED] = { .name = "acknowledged", .label = "Acknowledged" },
	[NTF_IS_NOT_NEEDED]   = { .name = "not_needed", .label = "Not needed" },
};
_Static_assert(COUNT(states) == NTF_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[NTF_MAY_WRITE]  = { .name = "notification.write",
	                     .label = "Keep notices of incidents" },
	[NTF_MAY_DECIDE] = { .name = "notification.decide",
	                     .label = "Decide who is told of an incident" },
};
_Static_assert(COUNT(rights) == NTF_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "require", .label = "Decide that they are told",
	  .from = BIT(NTF_IS_TO_DECIDE) | BIT(NTF_IS_NOT_NEEDED), .to = NTF_IS_TO_SEND,
	  .right = NTF_MAY_DECIDE, .needs = BIT(NTF_REASON),
	  .takes = BIT(NTF_STARTS_AT) | BIT(NTF_DECIDED_AT), .effect = decided_now },
	{ .name = "waive", .label = "Decide that they are not told",
	  .from = BIT(NTF_IS_TO_DECIDE) | BIT(NTF_IS_TO_SEND), .to = NTF_IS_NOT_NEEDED,
	  .right = NTF_MAY_DECIDE, .needs = BIT(NTF_REASON), .takes = BIT(NTF_DECIDED_AT),
	  .effect = decided_now },
	{ .name = "send", .label = "Record that they were told",
	  .from = BIT(NTF_IS_TO_DECIDE) | BIT(NTF_IS_TO_SEND), .to = NTF_IS_SENT,
	  .right = NTF_MAY_WRITE,
	  .takes = BIT(NTF_NAME) | BIT(NTF_REASON) | BIT(NTF_TOLD_AT) | BIT(NTF_TOLD_BY) |
	           BIT(NTF_CHANNEL) | BIT(NTF_CONTENT) | BIT(NTF_FILE) |
	           BIT(NTF_THEIR_NUMBER),
	  .check = breach_notice_is_whole, .effect = told_now },
	{ .name = "acknowledge", .label = "Record their answer", .from = BIT(NTF_IS_SENT),
	  .to = NTF_IS_ACKNOWLEDGED, .right = NTF_MAY_WRITE,
	  .needs = BIT(NTF_ACKNOWLEDGED_AT), .takes = BIT(NTF_THEIR_NUMBER) },
};

static const int list[] = { NTF_TITLE, NTF_INCIDENT, NTF_RECIPIENT, NTF_DUE_AT, NTF_TOLD_AT,
	                    NTF_THEIR_NUMBER };

const struct record_type notification_type = {
	.name = "notification", .label = "Notice to give", .plural = "Notices to give",
	.code = "NTF", .group = N_("Incidents"),
	.help = "Who must be told of an incident: one recipient, their clock, and their "
	        "number for it.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = NTF_MAY_WRITE,
	.change = NTF_MAY_WRITE, .owner_may_change = true, .retention = "incidents",
	.over = { .in = BIT(NTF_IS_SENT) | BIT(NTF_IS_ACKNOWLEDGED) |
	        BIT(NTF_IS_NOT_NEEDED) },
	.check = times_in_order, .effect = run_the_clock,
};

static bool times_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = instant_has_come(a, r, NTF_STARTS_AT, why);

	ok = instant_has_come(a, r, NTF_DECIDED_AT, why) && ok;
	ok = instant_has_come(a, r, NTF_TOLD_AT, why) && ok;
	ok = instant_has_come(a, r, NTF_ACKNOWLEDGED_AT, why) && ok;
	return instants_in_order(r, NTF_TOLD_AT, NTF_ACKNOWLEDGED_AT, why) && ok;
}

/* What the statute lists for a notice must stand in the record of the breach. */
static bool breach_notice_is_whole(const struct act *a, const struct row *r,
                                   struct refusal *why)
{
	struct str to = row_text(r, NTF_RECIPIENT);
	bool person = str_is(to, "individuals");
	const struct row *breach = row_linked(a, r, NTF_BREACH, &privacy_breach_type);

	if (!person && !str_is(to, "commissioner"))
		return true;
	if (!breach)
		return refuse(why, NTF_BREACH, "is empty",
		              "Link the privacy breach that the notice is of.");
	if (breach_can_be_told(breach, person))
		return true;
	return refuse(
		why, NTF_BREACH, "lacks what the notice must say",
		"Complete it: when it was learned of, what happened, which "
		"information, how many, the contact, the steps taken, and for persons "
		"what they can do.");
}

static struct instant start_of_clock(const struct act *a, const struct row *r)
{
	const struct row *incident = row_linked(a, r, NTF_INCIDENT, &incident_type);

	if (row_filled(r, NTF_STARTS_AT))
		return row_instant(r, NTF_STARTS_AT);
	if (!incident)
		return INSTANT_NONE;
	return row_filled(incident, INC_DISCOVERED_AT)
	               ? row_instant(incident, INC_DISCOVERED_AT)
	               : row_instant(incident, INC_REPORTED_AT);
}

static enum fail run_the_clock(struct act *a, const struct row *before,
                               const struct row *after)
{
	const struct row *law =
		row_linked(a, after, NTF_REQUIREMENT, &legal_requirement_type);
	struct instant due = start_of_clock(a, after);
	struct change *c = change_new(a->arena, &notification_type);

	(void)before;
	if (!law || !row_filled(law, LEG_HOURS) || !instant_is_set(due))
		due = INSTANT_NONE;
	else
		due.us += row_number(law, LEG_HOURS) * 3600 * US_PER_SECOND;
	if (due.us == row_instant(after, NTF_DUE_AT).us)
		return OK;
	if (instant_is_set(due))
		change_instant(c, NTF_DUE_AT, due);
	else
		change_empty(c, NTF_DUE_AT);
	return record_set(a, &notification_type, after->id, c);
}

/* A decision that was changed is dated anew. */
static enum fail decided_now(struct act *a, const struct row *before,
                             const struct row *after)
{
	struct change *c = change_new(a->arena, &notification_type);

	if (row_instant(before, NTF_DECIDED_AT).us == row_instant(after, NTF_DECIDED_AT).us)
		change_instant(c, NTF_DECIDED_AT, a->now);
	if (id_is_set(a->actor->person))
		change_link(c, NTF_DECIDED_BY, a->actor->person);
	return record_set(a, &notification_type, after->id, c);
}

/* Telling somebody without more ado is the decision as well. */
static enum fail told_now(struct act *a, const struct row *before, const struct row *after)
{
	enum fail f = set_when_empty(a, after, NTF_TOLD_AT, NTF_TOLD_BY);

	(void)before;
	return f ? f : set_when_empty(a, after, NTF_DECIDED_AT, NTF_DECIDED_BY);
}
