/*
 * incident.c -- an event, an incident or a breach of security, from the first call to the
 * last lesson.
 *
 * Anybody reports; the officer decides whether it is investigated, and as what it counts:
 * an event; an incident, when confidentiality, integrity or availability was compromised; a
 * breach, when something was disclosed to who may not have it.  Each change of class needs
 * its own reason, and leaves an entry in the timeline (incident_entry.c).
 *
 * What people are asked in the first minutes stands here as well, each with its time:
 * whether the supervisor was told, the four steps of a privacy breach, whether a device in
 * hand is off the network and still powered on.  A device that was lost is not asked about.
 *
 * What touches the confidences of the cabinet is closed off from the start: only its owner
 * and those whom it names see it, and with it all that hangs on it.
 *
 *     reported -> investigating -> contained -> resolved -> closed
 *         \          ^   ^------------------------'----------'
 *          '-> dismissed
 *
 * Scenarios: tests/records/incident.t
 */
#include "records/incident.h"

#include "records/incident_entry.h"
#include "records/linked.h"
#include "records/notification.h"
#include "records/person.h"
#include "records/system.h"
#include "store/store.h"

static check_fn facts_fit_together;
static check_fn device_in_hand_is_answered;
static check_fn nothing_is_left_to_decide;
static effect_fn keep_class_and_circle;
static effect_fn triaged_now;

static const struct choice kinds[] = {
	{ .name = "misdirected", .label = "Misdirected message or mail" },
	{ .name = "lost_device", .label = "Lost or stolen device" },
	{ .name = "lost_records", .label = "Lost or stolen records" },
	{ .name = "phishing", .label = "Phishing or fraud" },
	{ .name = "malware", .label = "Malicious software" },
	{ .name = "intrusion", .label = "Intrusion" },
	{ .name = "misuse", .label = "Access without need" },
	{ .name = "disclosure", .label = "Leak to somebody outside" },
	{ .name = "data_entry", .label = "Error of entry" },
	{ .name = "disposal", .label = "Wrong disposal" },
	{ .name = "outage", .label = "Loss of service" },
	{ .name = "other", .label = "Other" },
};

static const struct choice classes[] = {
	{ .name = "event", .label = "Event" },
	{ .name = "incident",
	  .label = "Incident: confidentiality, integrity or availability compromised" },
	{ .name = "breach", .label = "Breach: disclosed to somebody who may not have it" },
};

static const struct choice devices[] = {
	{ .name = "none", .label = "No device is involved" },
	{ .name = "in_hand", .label = "In hand" },
	{ .name = "lost", .label = "Lost or stolen" },
};

static const struct choice network_states[] = {
	{ .name = "disconnected", .label = "Disconnected" },
	{ .name = "connected", .label = "Still connected" },
	{ .name = "not_known", .label = "Not known" },
};

static const struct choice power_states[] = {
	{ .name = "left_on", .label = "Left powered on" },
	{ .name = "switched_off", .label = "Switched off" },
	{ .name = "not_known", .label = "Not known" },
};

static const struct choice answers[] = {
	{ .name = "yes", .label = "Yes" },
	{ .name = "no", .label = "No" },
	{ .name = "not_known", .label = "Not known" },
};

static const struct choice decisions[] = {
	{ .name = "undecided", .label = "To decide" },
	{ .name = "yes", .label = "Yes" },
	{ .name = "no", .label = "No" },
};

static const struct choice endings[] = {
	{ .name = "false_alarm", .label = "False alarm" },
	{ .name = "event_only", .label = "An event, nothing was compromised" },
	{ .name = "elsewhere", .label = "Handled by somebody else" },
};

static const struct field fields[] = {
	[INC_TITLE]                = { .name = "title", .label = "What happened, in a line",
	                               .type = T_BILINE, .max = 250, .required = true },
	[INC_KIND]                 = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                               .choices = TABLE(kinds) },
	[INC_CLASS]                = { .name = "class", .label = "Class", .type = T_CHOICE,
	                               .choices = TABLE(classes) },
	[INC_CLASS_REASON]         = { .name = "class_reason",
	                               .label = "Why it is classed so", .type = T_TEXT,
	                               .help = "Each change of class needs its own "
	                                       "reason." },
	[INC_CLASSED_AT]           = { .name = "classed_at", .label = "Classed at",
	                               .type = T_INSTANT, .set_by_program = true },
	[INC_DESCRIPTION]          = { .name = "description", .label = "What is known",
	                               .type = T_TEXT },
	[INC_OCCURRED_AT]          = { .name = "occurred_at", .label = "Happened at",
	                               .type = T_INSTANT,
	                               .help = "As far as it is known." },
	[INC_DISCOVERED_AT]        = { .name = "discovered_at", .label = "Found at",
	                               .type = T_INSTANT },
	[INC_REPORTED_AT]          = { .name = "reported_at", .label = "Reported at",
	                               .type = T_INSTANT, .help = "Left empty: now." },
	[INC_REPORTED_BY]          = { .name = "reported_by", .label = "Reported by",
	                               .type = T_LINK, .target = &person_type },
	[INC_REPORTER]             = { .name = "reporter",
	                               .label = "Reported by somebody else", .type = T_LINE,
	                               .max = 200 },
	[INC_SYSTEMS]              = { .name = "systems", .label = "Systems touched",
	                               .type = T_LINK, .target = &system_type,
	                               .many = true },
	[INC_PERSONAL_INFORMATION] = { .name = "personal_information",
	                               .label = "Is personal information touched?",
	                               .type = T_CHOICE, .choices = TABLE(answers) },
	[INC_CABINET]              = { .name = "cabinet_confidence",
	                               .label = "Confidences of the cabinet",
	                               .type = T_FLAG,
	                               .help = "Yes closes the record off: name who "
	                                       "needs to know." },
	[INC_SUPERVISOR]           = { .name = "supervisor", .label = "Supervisor",
	                               .type = T_LINK, .target = &person_type },
	[INC_SUPERVISOR_TOLD_AT]   = { .name = "supervisor_told_at",
	                               .label = "Supervisor told at", .type = T_INSTANT },
	[INC_MANAGERS_TOLD_AT]     = { .name = "managers_told_at",
	                               .label = "Senior managers told at",
	                               .type = T_INSTANT },
	[INC_MCIO_TOLD_AT]         = { .name = "mcio_told_at",
	                               .label = "Ministry chief information officer told "
	                                        "at",
	                               .type = T_INSTANT },
	[INC_STEP_REPORT]          = { .name = "step_report_at",
	                               .label = "Breach step 1, report: done at",
	                               .type = T_INSTANT },
	[INC_STEP_RECOVER]         = { .name = "step_recover_at",
	                               .label = "Breach step 2, recover: done at",
	                               .type = T_INSTANT },
	[INC_STEP_REMEDIATE]       = { .name = "step_remediate_at",
	                               .label = "Breach step 3, remediate: done at",
	                               .type = T_INSTANT },
	[INC_STEP_PREVENT]         = { .name = "step_prevent_at",
	                               .label = "Breach step 4, prevent: done at",
	                               .type = T_INSTANT },
	[INC_DEVICE]               = { .name = "device", .label = "Where is the device?",
	                               .type = T_CHOICE, .choices = TABLE(devices) },
	[INC_ASSET]                = { .name = "asset", .label = "Device and its tag",
	                               .type = T_LINE, .max = 200 },
	[INC_NETWORK]              = { .name = "network_state",
	                               .label = "Is it off the network?", .type = T_CHOICE,
	                               .choices = TABLE(network_states) },
	[INC_DISCONNECTED_AT]      = { .name = "disconnected_at",
	                               .label = "Disconnected at", .type = T_INSTANT },
	[INC_POWER]                = { .name = "power_state", .label = "Is it powered on?",
	                               .type = T_CHOICE, .choices = TABLE(power_states),
	                               .help = "It stays on: switching it off destroys "
	                                       "traces." },
	[INC_POWER_CONFIRMED_AT]   = { .name = "power_confirmed_at",
	                               .label = "Power confirmed at", .type = T_INSTANT },
	[INC_CONFIRMED_BY]         = { .name = "confirmed_by", .label = "Both confirmed by",
	                               .type = T_LINK, .target = &person_type },
	[INC_DISABLED_AT]          = { .name = "disabled_at",
	                               .label = "Lost device disabled at",
	                               .type = T_INSTANT },
	[INC_CHECKLIST]            = { .name = "checklist", .label = "Checklist given",
	                               .type = T_LINE, .max = 160,
	                               .help = "Which one, and its version." },
	[INC_CHECKLIST_SENT_AT]    = { .name = "checklist_sent_at",
	                               .label = "Checklist given at", .type = T_INSTANT },
	[INC_TRIAGED_AT]           = { .name = "triaged_at", .label = "Decided at",
	                               .type = T_INSTANT, .help = "Left empty: now." },
	[INC_TRIAGE_REASON]        = { .name = "triage_reason",
	                               .label = "Reason of the decision", .type = T_TEXT },
	[INC_ENDING]               = { .name = "ending",
	                               .label = "Why it is not investigated",
	                               .type = T_CHOICE, .choices = TABLE(endings) },
	[INC_INVESTIGATORS]        = { .name = "investigators", .label = "Investigators",
	                               .type = T_LINK, .target = &person_type,
	                               .many = true },
	[INC_POLICE_FILE]          = { .name = "police_file",
	                               .label = "File number of the police", .type = T_LINE,
	                               .max = 80 },
	[INC_CONTAINED_AT]         = { .name = "contained_at", .label = "Contained at",
	                               .type = T_INSTANT },
	[INC_CONTAINMENT]          = { .name = "containment",
	                               .label = "How it was contained", .type = T_TEXT },
	[INC_INVESTIGATION]        = { .name = "investigation",
	                               .label = "What the investigation found",
	                               .type = T_TEXT },
	[INC_RISK_ANALYSIS]        = { .name = "risk_analysis",
	                               .label = "Analysis of the risk that remains",
	                               .type = T_TEXT },
	[INC_IMPACT_ANALYSIS]      = { .name = "impact_analysis",
	                               .label = "Analysis of the impact", .type = T_TEXT },
	[INC_FACTS_AGREED_ON]      = { .name = "facts_agreed_on",
	                               .label = "Facts agreed with the investigators on",
	                               .type = T_DATE },
	[INC_RESOLVED_AT]          = { .name = "resolved_at", .label = "Resolved at",
	                               .type = T_INSTANT },
	[INC_CAUSE]                = { .name = "cause", .label = "Cause", .type = T_TEXT },
	[INC_TELL_PEERS]           = { .name = "tell_peers",
	                               .label = "Should peers hear of it?",
	                               .type = T_CHOICE, .choices = TABLE(decisions),
	                               .help = "Then a sanitised item is shared with "
	                                       "them." },
};
_Static_assert(COUNT(fields) == INC__COUNT, "every field is described");

static const struct state states[] = {
	[INC_IS_REPORTED]      = { .name = "reported", .label = "Reported", .open = true },
	[INC_IS_INVESTIGATING] = { .name = "investigating", .label = "Investigated",
	                           .open = true },
	[INC_IS_CONTAINED]     = { .name = "contained", .label = "Contained",
	                           .open = true },
	[INC_IS_RESOLVED]      = { .name = "resolved", .label = "Resolved", .open = true },
	[INC_IS_CLOSED]        = { .name = "closed", .label = "Closed", .locked = true },
	[INC_IS_DISMISSED]     = { .name = "dismissed", .label = "Not investigated",
	                           .locked = true },
};
_Static_assert(COUNT(states) == INC_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[INC_MAY_REPORT] = { .name = "incident.report", .label = "Report incidents" },
	[INC_MAY_HANDLE] = { .name = "incident.handle", .label = "Handle incidents" },
};
_Static_assert(COUNT(rights) == INC_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "investigate", .label = "Investigate", .from = BIT(INC_IS_REPORTED),
	  .to = INC_IS_INVESTIGATING, .right = INC_MAY_HANDLE,
	  .needs = BIT(INC_CLASS) | BIT(INC_CLASS_REASON) | BIT(INC_TRIAGE_REASON),
	  .takes = BIT(INC_TRIAGED_AT) | BIT(INC_PERSONAL_INFORMATION) |
	           BIT(INC_INVESTIGATORS) | BIT(INC_TELL_PEERS),
	  .effect = triaged_now },
	{ .name = "dismiss", .label = "Investigate no further",
	  .from = BIT(INC_IS_REPORTED), .to = INC_IS_DISMISSED, .right = INC_MAY_HANDLE,
	  .needs = BIT(INC_CLASS) | BIT(INC_CLASS_REASON) | BIT(INC_TRIAGE_REASON) |
	           BIT(INC_ENDING),
	  .takes = BIT(INC_TRIAGED_AT), .check = device_in_hand_is_answered,
	  .effect = triaged_now },
	{ .name = "contain", .label = "Record that it is contained",
	  .from = BIT(INC_IS_INVESTIGATING), .to = INC_IS_CONTAINED,
	  .right = INC_MAY_HANDLE, .needs = BIT(INC_CONTAINED_AT) | BIT(INC_CONTAINMENT) },
	{ .name = "resolve", .label = "Record that it is resolved",
	  .from = BIT(INC_IS_INVESTIGATING) | BIT(INC_IS_CONTAINED), .to = INC_IS_RESOLVED,
	  .right = INC_MAY_HANDLE,
	  .needs = BIT(INC_RESOLVED_AT) | BIT(INC_CAUSE) | BIT(INC_CONTAINMENT),
	  .takes = BIT(INC_CONTAINED_AT) | BIT(INC_FACTS_AGREED_ON) |
	           BIT(INC_INVESTIGATION) | BIT(INC_RISK_ANALYSIS) |
	           BIT(INC_IMPACT_ANALYSIS) },
	{ .name = "close", .label = "Close",
	  .help = "Five things are written down by then: containment, what happened, the "
	          "investigation, the risk, the impact.",
	  .from = BIT(INC_IS_RESOLVED), .to = INC_IS_CLOSED, .right = INC_MAY_HANDLE,
	  .needs = BIT(INC_DESCRIPTION) | BIT(INC_CONTAINMENT) | BIT(INC_INVESTIGATION) |
	           BIT(INC_RISK_ANALYSIS) | BIT(INC_IMPACT_ANALYSIS),
	  .takes = BIT(INC_FACTS_AGREED_ON), .check = nothing_is_left_to_decide },
	{ .name = "reopen", .label = "Reopen",
	  .from = BIT(INC_IS_RESOLVED) | BIT(INC_IS_CLOSED) | BIT(INC_IS_DISMISSED),
	  .to = INC_IS_INVESTIGATING, .right = INC_MAY_HANDLE, .needs_reason = true },
};

static const int list[] = { INC_TITLE, INC_KIND, INC_CLASS, INC_REPORTED_AT,
	                    INC_CONTAINED_AT, INC_RESOLVED_AT };

const struct record_type incident_type = {
	.name = "incident", .label = "Incident", .plural = "Incidents", .code = "INC",
	.group = N_("Incidents"),
	.help = "An event, an incident or a breach of security, from the first call to "
	        "the last lesson.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = INC_MAY_REPORT,
	.change = INC_MAY_HANDLE, .owner_may_change = true, .own_only = true,
	.retention = "incidents",
	.over = { .in = BIT(INC_IS_CLOSED) | BIT(INC_IS_DISMISSED) },
	.check = facts_fit_together, .effect = keep_class_and_circle,
};

/* ---- what is refused ---- */
static const int moments[] = {
	INC_OCCURRED_AT, INC_DISCOVERED_AT, INC_REPORTED_AT, INC_SUPERVISOR_TOLD_AT,
	INC_MANAGERS_TOLD_AT, INC_MCIO_TOLD_AT,
	INC_STEP_REPORT, INC_STEP_RECOVER, INC_STEP_REMEDIATE, INC_STEP_PREVENT,
	INC_DISCONNECTED_AT, INC_POWER_CONFIRMED_AT, INC_DISABLED_AT,
	INC_CHECKLIST_SENT_AT, INC_TRIAGED_AT, INC_CONTAINED_AT, INC_RESOLVED_AT,
};

/* A class that replaces another keeps no reason of the one before. */
static bool reason_is_of_this_class(const struct act *a, const struct row *r,
                                    struct refusal *why)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct row *before;

	if (r->version == 0 || record_get(&act, &incident_type, r->id, &before) != OK ||
	    !row_filled(before, INC_CLASS) ||
	    str_equal(row_text(before, INC_CLASS), row_text(r, INC_CLASS)) ||
	    !str_equal(row_text(before, INC_CLASS_REASON), row_text(r, INC_CLASS_REASON)))
		return true;
	return refuse(why, INC_CLASS_REASON, "is that of the class before",
	              "Say what changed.");
}

static bool facts_fit_together(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	bool ok = reason_is_of_this_class(a, r, why);

	for (size_t i = 0; i < COUNT(moments); i++)
		ok = instant_has_come(a, r, moments[i], why) && ok;
	ok = date_has_come(a, r, INC_FACTS_AGREED_ON, why) && ok;
	ok = instants_in_order(r, INC_OCCURRED_AT, INC_DISCOVERED_AT, why) && ok;
	ok = instants_in_order(r, INC_DISCOVERED_AT, INC_REPORTED_AT, why) && ok;
	ok = instants_in_order(r, INC_REPORTED_AT, INC_TRIAGED_AT, why) && ok;
	return instants_in_order(r, INC_CONTAINED_AT, INC_RESOLVED_AT, why) && ok;
}

/* An honest "not known" is an answer.  A lost device cannot be asked. */
static bool device_in_hand_is_answered(const struct act *a, const struct row *r,
                                       struct refusal *why)
{
	bool ok = true;

	(void)a;
	if (!str_is(row_text(r, INC_DEVICE), "in_hand"))
		return true;
	if (!row_filled(r, INC_NETWORK))
		ok = refuse(why, INC_NETWORK, "is not answered for the device in hand",
		            "Say whether it is off the network, or that it is not known.");
	if (!row_filled(r, INC_POWER))
		ok = refuse(why, INC_POWER, "is not answered for the device in hand",
		            "Say whether it was left on, or that it is not known.");
	return ok;
}

static bool nothing_is_left_to_decide(const struct act *a, const struct row *r,
                                      struct refusal *why)
{
	uint64_t open = BIT(NTF_IS_TO_DECIDE) | BIT(NTF_IS_TO_SEND);
	bool ok = device_in_hand_is_answered(a, r, why);

	if (rows_linking(a, &notification_type, NTF_INCIDENT, r->id, open) != 0)
		return refuse(why, FIELD_STATE, "notices are still to be decided or sent",
		              "Send each, or decide with a reason that it is not needed.");
	return ok;
}

/* ---- what follows ---- */
static enum fail close_off(struct act *a, const struct row *r)
{
	struct change *c = change_new(a->arena, &incident_type);

	if (!row_flag(r, INC_CABINET) || r->need_to_know_count > 0)
		return OK;
	c->need_to_know_given = true;
	c->need_to_know = id_is_set(a->actor->person) ? &a->actor->person : &r->owner;
	c->need_to_know_count = 1;
	return record_set(a, &incident_type, r->id, c);
}

static enum fail write_class_down(struct act *a, const struct row *r)
{
	struct change *c = change_new(a->arena, &incident_type);
	enum fail f;

	change_instant(c, INC_CLASSED_AT, a->now);
	f = record_set(a, &incident_type, r->id, c);
	return f ? f : incident_class_entry(a, r);
}

static enum fail keep_class_and_circle(struct act *a, const struct row *before,
                                       const struct row *after)
{
	bool anew = row_filled(after, INC_CLASS) &&
	            !(before && str_equal(row_text(before, INC_CLASS),
	                                  row_text(after, INC_CLASS)));
	enum fail f = close_off(a, after);

	if (!f)
		f = set_when_empty(a, after, INC_REPORTED_AT,
		                   before || row_filled(after, INC_REPORTER)
		                           ? FIELD_NONE
		                           : INC_REPORTED_BY);
	if (!f && anew)
		f = write_class_down(a, after);
	return f;
}

static enum fail triaged_now(struct act *a, const struct row *before,
                             const struct row *after)
{
	(void)before;
	return set_when_empty(a, after, INC_TRIAGED_AT, FIELD_NONE);
}
