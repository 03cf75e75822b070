/*
 * query.c -- a question that the ministry cannot answer itself and sends to who can.
 *
 * To the advisory service, the privacy helpline, internal audit.  Sent and answered are
 * dated; a question that nobody answered is closed as such.
 *
 *     draft -> sent -> answered
 *                \--> unanswered
 *
 * Scenarios: tests/records/query.t
 */
#include "records/query.h"

#include "model/act.h"
#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

static check_fn times_in_order;
static effect_fn sent_now;
static effect_fn answered_now;

static const struct choice recipients[] = {
	{ .name = "advisory_services", .label = "Information security advisory services" },
	{ .name = "privacy_helpline", .label = "Privacy helpline" },
	{ .name = "internal_audit", .label = "Internal audit and advisory services" },
	{ .name = "other", .label = "Other" },
};

static const struct choice topics[] = {
	{ .name = "policy", .label = "Policy or documentation" },
	{ .name = "incident_roles", .label = "Who does what in an incident" },
	{ .name = "initiative",
	  .label = "Our role in an initiative of the government as a whole" },
	{ .name = "audit", .label = "Audit" },
	{ .name = "handbook", .label = "The handbook itself" },
	{ .name = "other", .label = "Other" },
};

static const struct field fields[] = {
	[QRY_TITLE]       = { .name = "title", .label = "Question", .type = T_BILINE,
	                      .max = 250, .required = true },
	[QRY_RECIPIENT]   = { .name = "recipient", .label = "Sent to", .type = T_CHOICE,
	                      .choices = TABLE(recipients), .required = true },
	[QRY_TOPIC]       = { .name = "topic", .label = "About what", .type = T_CHOICE,
	                      .choices = TABLE(topics), .required = true },
	[QRY_QUESTION]    = { .name = "question", .label = "The question in full",
	                      .type = T_TEXT },
	[QRY_ABOUT]       = { .name = "about", .label = "About", .type = T_LINK,
	                      .many = true },
	[QRY_SENT_AT]     = { .name = "sent_at", .label = "Sent at", .type = T_INSTANT,
	                      .help = "Left empty: now." },
	[QRY_SENT_BY]     = { .name = "sent_by", .label = "Sent by", .type = T_LINK,
	                      .target = &person_type },
	[QRY_REFERENCE]   = { .name = "reference", .label = "Their number", .type = T_LINE,
	                      .max = 80 },
	[QRY_ANSWER]      = { .name = "answer", .label = "Answer", .type = T_TEXT },
	[QRY_ANSWERED_AT] = { .name = "answered_at", .label = "Answered at",
	                      .type = T_INSTANT, .help = "Left empty: now." },
	[QRY_FILE]        = { .name = "file", .label = "Answer as it came",
	                      .type = T_FILE },
};
_Static_assert(COUNT(fields) == QRY__COUNT, "every field is described");

static const struct state states[] = {
	[QRY_IS_DRAFT]      = { .name = "draft", .label = "Draft", .open = true },
	[QRY_IS_SENT]       = { .name = "sent", .label = "Sent", .open = true },
	[QRY_IS_ANSWERED]   = { .name = "answered", .label = "Answered" },
	[QRY_IS_UNANSWERED] = { .name = "unanswered", .label = "Left unanswered" },
};
_Static_assert(COUNT(states) == QRY_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[QRY_MAY_SEND] = { .name = "query.send",
	                   .label = "Send questions and record the answers" },
};
_Static_assert(COUNT(rights) == QRY_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "send", .label = "Record that it was sent", .from = BIT(QRY_IS_DRAFT),
	  .to = QRY_IS_SENT, .right = QRY_MAY_SEND, .needs = BIT(QRY_QUESTION),
	  .takes = BIT(QRY_SENT_AT) | BIT(QRY_SENT_BY) | BIT(QRY_REFERENCE),
	  .effect = sent_now },
	{ .name = "answer", .label = "Record the answer",
	  .from = BIT(QRY_IS_SENT) | BIT(QRY_IS_UNANSWERED), .to = QRY_IS_ANSWERED,
	  .right = QRY_MAY_SEND, .needs = BIT(QRY_ANSWER),
	  .takes = BIT(QRY_ANSWERED_AT) | BIT(QRY_REFERENCE) | BIT(QRY_FILE),
	  .effect = answered_now },
	{ .name = "give_up", .label = "Record that no answer came",
	  .from = BIT(QRY_IS_SENT), .to = QRY_IS_UNANSWERED, .right = QRY_MAY_SEND,
	  .needs_reason = true },
};

static const int list[] = { QRY_TITLE, QRY_RECIPIENT, QRY_TOPIC, QRY_SENT_AT,
	                    QRY_ANSWERED_AT };

const struct record_type query_type = {
	.name = "query", .label = "Question sent", .plural = "Questions sent",
	.code = "QRY", .group = N_("Co-ordination"),
	.help = "A question that the ministry cannot answer itself, sent to who can.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = QRY_MAY_SEND,
	.change = QRY_MAY_SEND, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(QRY_IS_ANSWERED) | BIT(QRY_IS_UNANSWERED) },
	.check = times_in_order,
};

static bool times_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = instant_has_come(a, r, QRY_SENT_AT, why);

	ok = instant_has_come(a, r, QRY_ANSWERED_AT, why) && ok;
	return instants_in_order(r, QRY_SENT_AT, QRY_ANSWERED_AT, why) && ok;
}

static enum fail sent_now(struct act *a, const struct row *before, const struct row *after)
{
	(void)before;
	return set_when_empty(a, after, QRY_SENT_AT, QRY_SENT_BY);
}

static enum fail answered_now(struct act *a, const struct row *before,
                              const struct row *after)
{
	(void)before;
	return set_when_empty(a, after, QRY_ANSWERED_AT, FIELD_NONE);
}
