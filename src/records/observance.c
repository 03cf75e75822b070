/*
 * observance.c -- a day, month or conference about security that staff are told of before
 * it comes: Security Day, World Password Day, Cyber Awareness Month.
 *
 * One record for each time that it takes place.
 *
 *     coming -> announced -> attended
 *         \---------\-----> passed
 *
 * Scenarios: tests/records/observance.t
 */
#include "records/observance.h"

#include "records/linked.h"
#include "records/person.h"

static check_fn days_in_order;
static check_fn notice_was_in_time;
static check_fn was_attended;
static check_fn is_over;

static const struct choice kinds[] = {
	{ .name = "security_day", .label = "Security Day" },
	{ .name = "conference", .label = "Privacy and Security Conference" },
	{ .name = "cyber_month", .label = "Cyber Awareness Month" },
	{ .name = "pink_shirt_day", .label = "Pink Shirt Day" },
	{ .name = "password_day", .label = "World Password Day" },
	{ .name = "privacy_day", .label = "Data Privacy Day" },
	{ .name = "other", .label = "Another one" },
};

static const struct field fields[] = {
	[OBS_TITLE]       = { .name = "title", .label = "Title", .type = T_BILINE,
	                      .max = 200, .required = true },
	[OBS_KIND]        = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                      .choices = TABLE(kinds), .required = true },
	[OBS_STARTS_ON]   = { .name = "starts_on", .label = "First day", .type = T_DATE,
	                      .required = true,
	                      .due_in = BIT(OBS_IS_COMING) },
	[OBS_ENDS_ON]     = { .name = "ends_on", .label = "Last day", .type = T_DATE },
	[OBS_HOST]        = { .name = "host", .label = "Who holds it", .type = T_LINE,
	                      .max = 200 },
	[OBS_ADDRESS]     = { .name = "address", .label = "Address", .type = T_LINE,
	                      .max = 500 },
	[OBS_NOTICE_ON]   = { .name = "notice_on", .label = "Staff told on",
	                      .type = T_DATE },
	[OBS_AUDIENCE]    = { .name = "audience", .label = "Who was told",
	                      .type = T_BILINE, .max = 200 },
	[OBS_NOTICE]      = { .name = "notice", .label = "What they were told",
	                      .type = T_BITEXT },
	[OBS_ATTENDED_ON] = { .name = "attended_on", .label = "Attended on",
	                      .type = T_DATE },
	[OBS_ATTENDED_BY] = { .name = "attended_by", .label = "Attended by",
	                      .type = T_LINK, .target = &person_type, .many = true },
	[OBS_ATTENDANCE]  = { .name = "attendance", .label = "How many of ours",
	                      .type = T_NUMBER, .max = 10000000 },
	[OBS_NOTE]        = { .name = "note", .label = "What we took from it",
	                      .type = T_TEXT },
};
_Static_assert(COUNT(fields) == OBS__COUNT, "every field is described");

static const struct state states[] = {
	[OBS_IS_COMING]    = { .name = "coming", .label = "Coming", .open = true },
	[OBS_IS_ANNOUNCED] = { .name = "announced", .label = "Staff were told" },
	[OBS_IS_ATTENDED]  = { .name = "attended", .label = "Attended" },
	[OBS_IS_PASSED]    = { .name = "passed", .label = "Passed by" },
};
_Static_assert(COUNT(states) == OBS_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[OBS_MAY_KEEP] = { .name = "observance.keep",
	                   .label = "Keep the calendar of security events" },
};
_Static_assert(COUNT(rights) == OBS_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "announce", .label = "Record that staff were told",
	  .from = BIT(OBS_IS_COMING), .to = OBS_IS_ANNOUNCED, .right = OBS_MAY_KEEP,
	  .needs = BIT(OBS_NOTICE_ON) | BIT(OBS_AUDIENCE), .takes = BIT(OBS_NOTICE),
	  .check = notice_was_in_time },
	{ .name = "attend", .label = "Record that we were there",
	  .from = BIT(OBS_IS_COMING) | BIT(OBS_IS_ANNOUNCED), .to = OBS_IS_ATTENDED,
	  .right = OBS_MAY_KEEP, .needs = BIT(OBS_ATTENDED_ON) | BIT(OBS_ATTENDED_BY),
	  .takes = BIT(OBS_ATTENDANCE) | BIT(OBS_NOTE), .check = was_attended },
	{ .name = "pass", .label = "Let it pass",
	  .from = BIT(OBS_IS_COMING) | BIT(OBS_IS_ANNOUNCED), .to = OBS_IS_PASSED,
	  .right = OBS_MAY_KEEP, .takes = BIT(OBS_NOTE), .check = is_over },
};

static const int list[] = { OBS_TITLE, OBS_KIND, OBS_STARTS_ON, OBS_NOTICE_ON,
	                    OBS_ATTENDED_ON };

const struct record_type observance_type = {
	.name = "observance", .label = "Security event", .plural = "Security events",
	.code = "OBS", .group = N_("Awareness"),
	.help = "A day, month or conference about security: when staff were told of it, "
	        "and who went.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = OBS_MAY_KEEP,
	.change = OBS_MAY_KEEP, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(OBS_IS_ATTENDED) | BIT(OBS_IS_PASSED), .on = OBS_STARTS_ON },
	.check = days_in_order,
};

static bool days_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = dates_in_order(r, OBS_STARTS_ON, OBS_ENDS_ON, why);

	ok = date_has_come(a, r, OBS_NOTICE_ON, why) && ok;
	return date_has_come(a, r, OBS_ATTENDED_ON, why) && ok;
}

/* The last of its days. */
static struct date end_of(const struct row *r)
{
	return row_date(r, row_filled(r, OBS_ENDS_ON) ? OBS_ENDS_ON : OBS_STARTS_ON);
}

static bool notice_was_in_time(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	(void)a;
	if (!row_filled(r, OBS_NOTICE_ON) ||
	    date_compare(row_date(r, OBS_NOTICE_ON), end_of(r)) <= 0)
		return true;
	return refuse(why, OBS_NOTICE_ON, "lies after the event",
	              "Nobody can still go. Let it pass instead.");
}

static bool was_attended(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	if (!row_filled(r, OBS_ATTENDED_ON) ||
	    (date_compare(row_date(r, OBS_ATTENDED_ON), row_date(r, OBS_STARTS_ON)) >= 0 &&
	     date_compare(row_date(r, OBS_ATTENDED_ON), end_of(r)) <= 0))
		return true;
	return refuse(why, OBS_ATTENDED_ON, "is none of the days of the event",
	              "Check the day, or the days of the event.");
}

static bool is_over(const struct act *a, const struct row *r, struct refusal *why)
{
	if (date_compare(end_of(r), act_today(a)) < 0)
		return true;
	return refuse(why, FIELD_STATE, "the event is not over yet", NULL);
}
