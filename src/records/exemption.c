/*
 * exemption.c -- a clause that cannot be complied with for a time, who agreed to that, and
 * until when.
 *
 * The business area asks; the security officer checks that the request is whole (both
 * assessments attached, the questions and answers read), then endorses it; the chief
 * information officer approves it; the owner of the standard decides.  A granted exemption
 * always ends: by compliance, by a renewal that is granted, on its last day, or revoked.
 *
 *     draft -> checked -> endorsed -> approved -> with the owner -> granted -> complied
 *       ^---------------------------------------------'     |          \--> renewed
 *                                        refused <----------'          \--> expired
 *                                                                      \--> revoked
 *
 * While it is granted, the duties that it covers are set aside until its last day
 * (exemption_duties.c).  Its rules are in exemption_rules.c.  Scenarios:
 * tests/records/exemption.t
 */
#include "records/exemption.h"

#include "records/clause.h"
#include "records/duty_decision.h"
#include "records/edition.h"
#include "records/exemption_rules.h"
#include "records/organisation.h"
#include "records/person.h"

static const struct choice kinds[] = {
	{ .name = "cannot", .label = "Cannot comply" },
	{ .name = "later", .label = "Needs more time" },
};

#define AFTERWARDS .after_approval = true

static const struct field fields[] = {
	[EXM_TITLE]        = { .name = "title", .label = "Title", .type = T_BILINE,
	                       .max = 250, .required = true },
	[EXM_KIND]         = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                       .choices = TABLE(kinds), .required = true },
	[EXM_EDITION]      = { .name = "edition", .label = "Standard or policy, edition",
	                       .type = T_LINK, .target = &edition_type, .required = true },
	[EXM_CLAUSES]      = { .name = "clauses", .label = "Clauses", .type = T_LINK,
	                       .target = &clause_type, .many = true },
	[EXM_AREA]         = { .name = "area", .label = "Business area", .type = T_LINK,
	                       .target = &organisation_type },
	[EXM_ABOUT]        = { .name = "about", .label = "Systems and records it covers",
	                       .type = T_LINK, .many = true,
	                       .help = "Empty: the whole business area." },
	[EXM_DUTIES]       = { .name = "duties", .label = "Duties it covers",
	                       .type = T_TEXT,
	                       .check = duties_are_named,
	                       .help = "Numbers of the register, one a line: MISO-077." },
	[EXM_GROUNDS]      = { .name = "grounds", .label = "Why it cannot be complied with",
	                       .type = T_BITEXT },
	[EXM_PLAN]         = { .name = "compliance_plan",
	                       .label = "How compliance will be reached",
	                       .type = T_BITEXT },
	[EXM_COMPLIES_ON]  = { .name = "complies_on", .label = "Compliance planned for",
	                       .type = T_DATE },
	[EXM_CONTROLS]     = { .name = "controls", .label = "Compensating controls",
	                       .type = T_BITEXT },
	[EXM_WANTED_UNTIL] = { .name = "wanted_until", .label = "Asked for until",
	                       .type = T_DATE },
	[EXM_FAQS_READ]    = { .name = "faqs_read",
	                       .label = "The business area has read the questions and "
	                                "answers on exemptions",
	                       .type = T_FLAG },
	[EXM_NEEDED]       = { .name = "needed",
	                       .label = "The guide says that an exemption is needed",
	                       .type = T_FLAG },
	[EXM_ASSESSMENT]   = { .name = "risk_assessment",
	                       .label = "Threat and risk assessment", .type = T_LINK,
	                       .help = "The assessment, or evidence that holds it." },
	[EXM_PRIVACY]      = { .name = "privacy_assessment",
	                       .label = "Privacy impact assessment", .type = T_LINK,
	                       .help = "The assessment, or evidence that holds it." },
	[EXM_RENEWAL_OF]   = { .name = "renewal_of", .label = "Renews", .type = T_LINK,
	                       .target = &exemption_type, .check = can_be_renewed },
	[EXM_OWNER]        = { .name = "standard_owner", .label = "Owner of the standard",
	                       .type = T_BILINE, .max = 200 },
	[EXM_CHECKED_ON]   = { .name = "checked_on", .label = "Checked on", .type = T_DATE,
	                       .set_by_program = true },
	[EXM_CHECKED_BY]   = { .name = "checked_by", .label = "Checked by", .type = T_LINK,
	                       .target = &person_type, .set_by_program = true },
	[EXM_ENDORSED_ON]  = { .name = "endorsed_on",
	                       .label = "Endorsed by the security officer on",
	                       .type = T_DATE, .set_by_program = true },
	[EXM_ENDORSED_BY]  = { .name = "endorsed_by", .label = "Endorsed by",
	                       .type = T_LINK, .target = &person_type,
	                       .set_by_program = true },
	[EXM_APPROVED_ON]  = { .name = "approved_on",
	                       .label = "Approved by the chief information officer on",
	                       .type = T_DATE, .set_by_program = true },
	[EXM_APPROVED_BY]  = { .name = "approved_by", .label = "Approved by",
	                       .type = T_LINK, .target = &person_type,
	                       .set_by_program = true },
	[EXM_SUBMITTED_ON] = { .name = "submitted_on", .label = "Sent to the owner on",
	                       .type = T_DATE, .set_by_program = true },
	[EXM_REFERENCE]    = { .name = "reference", .label = "The owner's reference",
	                       .type = T_LINE, .max = 120, AFTERWARDS },
	[EXM_DECIDED_ON]   = { .name = "decided_on", .label = "Decided on", .type = T_DATE,
	                       AFTERWARDS },
	[EXM_RATIONALE]    = { .name = "rationale", .label = "The owner's reasons",
	                       .type = T_TEXT, AFTERWARDS },
	[EXM_LETTER]       = { .name = "letter", .label = "The owner's letter",
	                       .type = T_FILE, AFTERWARDS },
	[EXM_STARTS_ON]    = { .name = "starts_on", .label = "In force from",
	                       .type = T_DATE, AFTERWARDS },
	[EXM_ENDS_ON]      = { .name = "ends_on", .label = "Last day", .type = T_DATE,
	                       .due_in = BIT(EXM_IS_GRANTED), AFTERWARDS,
	                       .help = "An exemption always ends." },
	[EXM_COMPLIED_ON]  = { .name = "complied_on", .label = "Complied with since",
	                       .type = T_DATE, AFTERWARDS },
	[EXM_ENDED_ON]     = { .name = "ended_on", .label = "Ended on", .type = T_DATE,
	                       .set_by_program = true },
	[EXM_DECISIONS]    = { .name = "decisions", .label = "Duties it sets aside",
	                       .type = T_LINK, .target = &duty_decision_type, .many = true,
	                       .set_by_program = true },
};
_Static_assert(COUNT(fields) == EXM__COUNT, "every field is described");

static const struct state states[] = {
	[EXM_IS_DRAFT]      = { .name = "draft", .label = "Draft", .open = true },
	[EXM_IS_CHECKED]    = { .name = "checked", .label = "Checked", .open = true },
	[EXM_IS_ENDORSED]   = { .name = "endorsed", .label = "Endorsed", .open = true },
	[EXM_IS_APPROVED]   = { .name = "approved", .label = "Approved in the ministry",
	                        .open = true },
	[EXM_IS_WITH_OWNER] = { .name = "with_owner", .label = "With the standard's owner",
	                        .open = true },
	[EXM_IS_GRANTED]    = { .name = "granted", .label = "Granted" },
	[EXM_IS_REFUSED]    = { .name = "refused", .label = "Refused", .locked = true },
	[EXM_IS_COMPLIED]   = { .name = "complied", .label = "Ended by compliance",
	                        .locked = true },
	[EXM_IS_RENEWED]    = { .name = "renewed", .label = "Renewed", .locked = true },
	[EXM_IS_EXPIRED]    = { .name = "expired", .label = "Expired", .locked = true },
	[EXM_IS_REVOKED]    = { .name = "revoked", .label = "Revoked", .locked = true },
	[EXM_IS_DROPPED]    = { .name = "dropped", .label = "Request dropped",
	                        .locked = true },
};
_Static_assert(COUNT(states) == EXM_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[EXM_MAY_ASK]     = { .name = "exemption.ask", .label = "Ask for exemptions" },
	[EXM_MAY_CHECK]   = { .name = "exemption.check",
	                      .label = "Check requests for exemptions" },
	[EXM_MAY_ENDORSE] = { .name = "exemption.endorse",
	                      .label = "Endorse exemptions as security officer" },
	[EXM_MAY_APPROVE] = { .name = "exemption.approve",
	                      .label = "Approve exemptions as chief information officer" },
	[EXM_MAY_DECIDE]  = { .name = "exemption.decide",
	                      .label = "Record the decision of a standard's owner" },
};
_Static_assert(COUNT(rights) == EXM_MAY__COUNT, "every right is described");

#define ASKED (BIT(EXM_IS_CHECKED) | BIT(EXM_IS_ENDORSED) | BIT(EXM_IS_APPROVED) | \
	       BIT(EXM_IS_WITH_OWNER))

static const struct step steps[] = {
	{ .name = "check", .label = "Confirm the pre-checks",
	  .help = "Both assessments are attached, the questions and answers were read, and "
	          "an exemption is needed.",
	  .from = BIT(EXM_IS_DRAFT), .to = EXM_IS_CHECKED, .right = EXM_MAY_CHECK,
	  .needs = BIT(EXM_GROUNDS) | BIT(EXM_WANTED_UNTIL) | BIT(EXM_ASSESSMENT) |
	           BIT(EXM_PRIVACY) | BIT(EXM_OWNER),
	  .check = request_is_whole,
	  .effect = checked },
	{ .name = "endorse", .label = "Endorse",
	  .help = "As the security officer, with your reasons. Not by who wrote it.",
	  .from = BIT(EXM_IS_CHECKED), .to = EXM_IS_ENDORSED, .right = EXM_MAY_ENDORSE,
	  .not_author = true, .approval = true, .needs_reason = true,
	  .void_to = EXM_IS_DRAFT, .effect = endorsed },
	{ .name = "approve", .label = "Approve",
	  .help = "As the chief information officer, with your reasons. Not by who wrote "
	          "or endorsed it.",
	  .from = BIT(EXM_IS_ENDORSED), .to = EXM_IS_APPROVED, .right = EXM_MAY_APPROVE,
	  .not_author = true, .approval = true, .needs_reason = true,
	  .void_to = EXM_IS_DRAFT, .check = endorsed_by_another, .effect = approved },
	{ .name = "submit", .label = "Send to the standard's owner",
	  .from = BIT(EXM_IS_APPROVED), .to = EXM_IS_WITH_OWNER, .right = EXM_MAY_CHECK,
	  .effect = submitted },
	{ .name = "grant", .label = "Record that it was granted",
	  .help = "With the owner's reasons and a last day.",
	  .from = BIT(EXM_IS_WITH_OWNER), .to = EXM_IS_GRANTED, .right = EXM_MAY_DECIDE,
	  .needs = BIT(EXM_DECIDED_ON) | BIT(EXM_RATIONALE) | BIT(EXM_STARTS_ON) |
	           BIT(EXM_ENDS_ON),
	  .takes = BIT(EXM_REFERENCE) | BIT(EXM_LETTER), .check = grant_ends,
	  .effect = granted },
	{ .name = "refuse", .label = "Record that it was refused",
	  .from = BIT(EXM_IS_WITH_OWNER), .to = EXM_IS_REFUSED, .right = EXM_MAY_DECIDE,
	  .needs = BIT(EXM_DECIDED_ON) | BIT(EXM_RATIONALE),
	  .takes = BIT(EXM_REFERENCE) | BIT(EXM_LETTER), .check = decision_has_come },
	{ .name = "decline", .label = "Decline", .from = BIT(EXM_IS_CHECKED),
	  .to = EXM_IS_REFUSED, .right = EXM_MAY_ENDORSE, .needs_reason = true },
	{ .name = "deny", .label = "Do not approve", .from = BIT(EXM_IS_ENDORSED),
	  .to = EXM_IS_REFUSED, .right = EXM_MAY_APPROVE, .needs_reason = true },
	{ .name = "send_back", .label = "Send back", .from = ASKED, .to = EXM_IS_DRAFT,
	  .right = EXM_MAY_CHECK, .needs_reason = true },
	{ .name = "drop", .label = "Drop the request", .from = ASKED | BIT(EXM_IS_DRAFT),
	  .to = EXM_IS_DROPPED, .right = EXM_MAY_ASK, .needs_reason = true },
	{ .name = "comply", .label = "End by compliance", .from = BIT(EXM_IS_GRANTED),
	  .to = EXM_IS_COMPLIED, .right = EXM_MAY_CHECK, .needs = BIT(EXM_COMPLIED_ON),
	  .check = compliance_has_come, .effect = ended },
	{ .name = "renew", .label = "Mark as renewed",
	  .help = "Taken with the grant of the exemption that renews this one.",
	  .from = BIT(EXM_IS_GRANTED) | BIT(EXM_IS_EXPIRED), .to = EXM_IS_RENEWED,
	  .right = EXM_MAY_DECIDE, .check = renewal_is_granted, .effect = ended },
	{ .name = "revoke", .label = "Revoke", .from = BIT(EXM_IS_GRANTED),
	  .to = EXM_IS_REVOKED, .right = EXM_MAY_DECIDE, .needs_reason = true,
	  .effect = ended },
	{ .name = "expire", .label = "Expire",
	  .help = "Taken by the program after the last day.", .from = BIT(EXM_IS_GRANTED),
	  .to = EXM_IS_EXPIRED, .right = EXM_MAY_DECIDE, .by_clock = true,
	  .check = last_day_is_past, .effect = ended },
};

static const int list[] = { EXM_TITLE, EXM_EDITION, EXM_AREA, EXM_STARTS_ON, EXM_ENDS_ON };

const struct record_type exemption_type = {
	.name = "exemption", .label = "Exemption", .plural = "Exemptions", .code = "EXM",
	.group = N_("Policies and documents"),
	.help = "A clause that cannot be complied with for a time, who agreed to that, and "
	        "until when.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = EXM_MAY_ASK,
	.change = EXM_MAY_ASK, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(EXM_IS_REFUSED) | BIT(EXM_IS_COMPLIED) | BIT(EXM_IS_RENEWED) |
	                BIT(EXM_IS_EXPIRED) | BIT(EXM_IS_REVOKED) | BIT(EXM_IS_DROPPED) },
};
