/*
 * system.c -- an information system, and who answers for it.
 *
 * Most duties rest on the inventory: a plan, an assessment and a scan are of a system. What
 * other records say of it (the newest entry of its logs, scans and tests before it went
 * live) is kept here by the program, so that it is worked out and never typed.
 *
 *     planned -> in service -> leaving -> retired
 *                    ^------------'
 *
 * A log without an entry is not an empty log: somebody says on which day there was nothing
 * to enter.  Taking a system out of service needs a second person.
 *
 * Scenarios: tests/records/system.t
 */
#include "records/system.h"

#include "records/classification.h"
#include "records/linked.h"
#include "records/person.h"
#include "records/risk_acceptance.h"
#include "records/vulnerability.h"
#include "store/store.h"

static check_fn has_come_into_service;
static check_fn was_signed_before;
static check_fn day_has_come;
static check_fn sample_is_dated;
static effect_fn vulnerabilities_were_none;
static effect_fn patches_were_none;
static effect_fn changes_were_none;
static effect_fn works_out_what_follows;

static const struct choice kinds[] = {
	{ .name = "application", .label = "Application" },
	{ .name = "infrastructure", .label = "Infrastructure" },
	{ .name = "network", .label = "Network" },
	{ .name = "service", .label = "Service" },
	{ .name = "devices", .label = "Fleet of devices" },
};

static const struct choice hostings[] = {
	{ .name = "own_premises", .label = "Own premises" },
	{ .name = "shared_platform", .label = "Shared platform of the government" },
	{ .name = "cloud", .label = "Cloud" },
	{ .name = "supplier", .label = "Supplier" },
};

static const struct field fields[] = {
	[SYS_TITLE]                 = { .name = "title", .label = "Name", .type = T_BILINE,
	                                .max = 160, .required = true },
	[SYS_ABBREVIATION]          = { .name = "abbreviation", .label = "Abbreviation",
	                                .type = T_BILINE, .max = 30 },
	[SYS_PURPOSE]               = { .name = "purpose", .label = "What it is for",
	                                .type = T_BITEXT },
	[SYS_KIND]                  = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                                .choices = TABLE(kinds), .required = true },
	[SYS_HOSTING]               = { .name = "hosting", .label = "Where it runs",
	                                .type = T_CHOICE, .choices = TABLE(hostings) },
	[SYS_ACCOUNTABLE]           = { .name = "accountable",
	                                .label = "Who is accountable", .type = T_LINK,
	                                .target = &person_type,
	                                .help = "For the information in it, not for the "
	                                        "machines. Without this name nobody can "
	                                        "accept its risks." },
	[SYS_TECHNICAL]             = { .name = "technical", .label = "Technical contact",
	                                .type = T_LINK, .target = &person_type },
	[SYS_INFORMATION]           = { .name = "information",
	                                .label = "Highest label of its information",
	                                .type = T_LINK, .target = &classification_type },
	[SYS_RANK]                  = { .name = "information_rank",
	                                .label = "Rank of that label", .type = T_NUMBER,
	                                .max = 1000, .set_by_program = true },
	[SYS_PERSONAL]              = { .name = "personal_information",
	                                .label = "Holds personal information",
	                                .type = T_FLAG },
	[SYS_PAYMENT]               = { .name = "payment_cards",
	                                .label = "Handles payment cards", .type = T_FLAG,
	                                .help = "Its vulnerabilities then count as high "
	                                        "from a score of 6.0." },
	[SYS_CRITICAL]              = { .name = "critical", .label = "Critical system",
	                                .type = T_FLAG,
	                                .help = "Needed for a mission-critical "
	                                        "function." },
	[SYS_IN_SERVICE_ON]         = { .name = "in_service_on",
	                                .label = "In service since", .type = T_DATE },
	[SYS_UPDATE_ON]             = { .name = "next_update_on",
	                                .label = "Next major update", .type = T_DATE,
	                                .help = "Vulnerabilities of medium and low "
	                                        "rating are fixed by then." },
	[SYS_RESTORE_MONTHS]        = { .name = "restore_months",
	                                .label = "Backups tested every (months)",
	                                .type = T_NUMBER, .min = 1, .max = 120,
	                                .help = "By how critical it is: every 6 months, "
	                                        "for example, when it is highly "
	                                        "critical." },
	[SYS_RESTORE_TESTED_ON]     = { .name = "restore_tested_on",
	                                .label = "Last restored from a backup",
	                                .type = T_DATE, .set_by_program = true },
	[SYS_RESTORE_DUE_ON]        = { .name = "restore_due_on",
	                                .label = "Next restore test due", .type = T_DATE,
	                                .due_in = BIT(SYS_IS_IN_SERVICE),
	                                .set_by_program = true },
	[SYS_LOG_MONTHS]            = { .name = "log_months",
	                                .label = "Security logs kept (months)",
	                                .type = T_NUMBER, .min = 0, .max = 600 },
	[SYS_LOG_SAMPLED_ON]        = { .name = "log_sampled_on",
	                                .label = "Oldest entry looked up on",
	                                .type = T_DATE },
	[SYS_LOG_SAMPLE]            = { .name = "log_sample", .label = "Sample of the log",
	                                .type = T_FILE },
	[SYS_PATCH_DAYS]            = { .name = "patch_days",
	                                .label = "Patch cycle (days)", .type = T_NUMBER,
	                                .min = 1, .max = 730,
	                                .help = "How old the newest entry of the patch "
	                                        "log may be." },
	[SYS_PATCH_LOG_ON]          = { .name = "patch_log_on",
	                                .label = "Newest entry of the patch log",
	                                .type = T_DATE, .set_by_program = true },
	[SYS_PATCH_LOG_UNTIL]       = { .name = "patch_log_until",
	                                .label = "Patch log current until", .type = T_DATE,
	                                .due_in = BIT(SYS_IS_IN_SERVICE),
	                                .set_by_program = true },
	[SYS_CHANGE_LOG_ON]         = { .name = "change_log_on",
	                                .label = "Newest entry of the change log",
	                                .type = T_DATE, .set_by_program = true },
	[SYS_VULNERABILITY_LOG_ON]  = { .name = "vulnerability_log_on",
	                                .label = "Newest entry of the vulnerability "
	                                         "list",
	                                .type = T_DATE, .set_by_program = true },
	[SYS_NO_VULNERABILITIES_ON] = { .name = "no_vulnerabilities_on",
	                                .label = "No known vulnerability on",
	                                .type = T_DATE },
	[SYS_NO_PATCHES_ON]         = { .name = "no_patches_on",
	                                .label = "Nothing to patch on", .type = T_DATE },
	[SYS_NO_CHANGES_ON]         = { .name = "no_changes_on",
	                                .label = "No change up to", .type = T_DATE },
	[SYS_SCANNED_BEFORE_ON]     = { .name = "scanned_before_on",
	                                .label = "Scanned before it went live",
	                                .type = T_DATE, .set_by_program = true },
	[SYS_SCANNED_AFTER_ON]      = { .name = "scanned_after_on",
	                                .label = "Scanned after it went live",
	                                .type = T_DATE, .set_by_program = true },
	[SYS_TESTED_BEFORE_ON]      = { .name = "tested_before_on",
	                                .label = "Security test before it went live",
	                                .type = T_DATE, .set_by_program = true },
	[SYS_ACCEPTED_BEFORE_ON]    = { .name = "accepted_before_on",
	                                .label = "Accepted before it went live",
	                                .type = T_DATE, .set_by_program = true },
	[SYS_LAUNCH_ACCEPTANCE]     = { .name = "launch_acceptance",
	                                .label = "Risk accepted before it went live",
	                                .type = T_LINK, .target = &risk_acceptance_type,
	                                .check = was_signed_before,
	                                .help = "The signed statement of acceptable "
	                                        "risk." },
	[SYS_CONFIRMED_ON]          = { .name = "confirmed_on",
	                                .label = "Entry confirmed on", .type = T_DATE },
	[SYS_LEAVES_ON]             = { .name = "leaves_on", .label = "Leaves service on",
	                                .type = T_DATE },
};
_Static_assert(COUNT(fields) == SYS__COUNT, "every field is described");

static const struct state states[] = {
	[SYS_IS_PLANNED]    = { .name = "planned", .label = "Planned", .open = true },
	[SYS_IS_IN_SERVICE] = { .name = "in_service", .label = "In service" },
	[SYS_IS_LEAVING]    = { .name = "leaving", .label = "Leaving service",
	                        .open = true },
	[SYS_IS_RETIRED]    = { .name = "retired", .label = "Retired", .locked = true },
};
_Static_assert(COUNT(states) == SYS_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[SYS_MAY_WRITE]   = { .name = "system.write",
	                      .label = "Keep the inventory of systems" },
	[SYS_MAY_LAUNCH]  = { .name = "system.launch", .label = "Put systems in service" },
	[SYS_MAY_CONFIRM] = { .name = "system.confirm",
	                      .label = "Confirm entries of the inventory" },
	[SYS_MAY_RETIRE]  = { .name = "system.retire",
	                      .label = "Agree that systems leave service" },
};
_Static_assert(COUNT(rights) == SYS_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "go_live", .label = "Put in service",
	  .help = "Its accountable owner must be named. What is missing is shown apart.",
	  .from = BIT(SYS_IS_PLANNED), .to = SYS_IS_IN_SERVICE, .right = SYS_MAY_LAUNCH,
	  .needs = BIT(SYS_ACCOUNTABLE) | BIT(SYS_IN_SERVICE_ON),
	  .takes = BIT(SYS_INFORMATION) | BIT(SYS_UPDATE_ON) |
	           BIT(SYS_LAUNCH_ACCEPTANCE),
	  .check = has_come_into_service },
	{ .name = "confirm", .label = "Confirm the entry",
	  .help = "Everything here is still right, or was put right just now.",
	  .from = BIT(SYS_IS_IN_SERVICE), .to = SYS_IS_IN_SERVICE,
	  .right = SYS_MAY_CONFIRM, .needs = BIT(SYS_CONFIRMED_ON),
	  .check = day_has_come },
	{ .name = "sample_logs", .label = "Record a sample of the logs",
	  .help = "How far back the security logs reach, by the oldest entry that was "
	          "looked up.",
	  .from = BIT(SYS_IS_IN_SERVICE), .to = SYS_IS_IN_SERVICE,
	  .right = SYS_MAY_CONFIRM, .needs = BIT(SYS_LOG_MONTHS) | BIT(SYS_LOG_SAMPLED_ON),
	  .takes = BIT(SYS_LOG_SAMPLE), .check = sample_is_dated },
	{ .name = "no_vulnerabilities", .label = "State that no vulnerability is known",
	  .from = BIT(SYS_IS_IN_SERVICE), .to = SYS_IS_IN_SERVICE,
	  .right = SYS_MAY_CONFIRM, .needs = BIT(SYS_NO_VULNERABILITIES_ON),
	  .check = day_has_come, .effect = vulnerabilities_were_none },
	{ .name = "no_patches", .label = "State that there was nothing to patch",
	  .from = BIT(SYS_IS_IN_SERVICE), .to = SYS_IS_IN_SERVICE,
	  .right = SYS_MAY_CONFIRM, .needs = BIT(SYS_NO_PATCHES_ON), .check = day_has_come,
	  .effect = patches_were_none },
	{ .name = "no_changes", .label = "State that nothing was changed",
	  .from = BIT(SYS_IS_IN_SERVICE), .to = SYS_IS_IN_SERVICE,
	  .right = SYS_MAY_CONFIRM, .needs = BIT(SYS_NO_CHANGES_ON), .check = day_has_come,
	  .effect = changes_were_none },
	{ .name = "propose_retirement", .label = "Propose to take out of service",
	  .from = BIT(SYS_IS_IN_SERVICE) | BIT(SYS_IS_PLANNED), .to = SYS_IS_LEAVING,
	  .right = SYS_MAY_WRITE, .needs = BIT(SYS_LEAVES_ON), .needs_reason = true },
	{ .name = "keep", .label = "Keep in service", .from = BIT(SYS_IS_LEAVING),
	  .to = SYS_IS_IN_SERVICE, .right = SYS_MAY_RETIRE, .needs_reason = true },
	{ .name = "retire", .label = "Agree that it leaves service",
	  .help = "By somebody else than who proposed it.", .from = BIT(SYS_IS_LEAVING),
	  .to = SYS_IS_RETIRED, .right = SYS_MAY_RETIRE, .not_author = true,
	  .approval = true, .void_to = SYS_IS_LEAVING, .check = day_has_come },
};

static const int list[] = { SYS_TITLE,       SYS_KIND,     SYS_ACCOUNTABLE,
	                    SYS_INFORMATION, SYS_CRITICAL, SYS_IN_SERVICE_ON };

const struct record_type system_type = {
	.name = "system", .label = "System", .plural = "Systems", .code = "SYS",
	.group = N_("Inventory"),
	.help = "An information system, who answers for it and what it holds. Plans, "
	        "assessments, scans and changes hang on it.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = SYS_MAY_WRITE,
	.change = SYS_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(SYS_IS_RETIRED), .on = SYS_LEAVES_ON },
	.effect = works_out_what_follows,
};

static bool day_has_come(const struct act *a, const struct row *r, struct refusal *why)
{
	static const int days[] = { SYS_CONFIRMED_ON, SYS_NO_VULNERABILITIES_ON,
		                    SYS_NO_PATCHES_ON, SYS_NO_CHANGES_ON };
	bool ok = true;

	for (size_t i = 0; i < COUNT(days); i++)
		ok = date_has_come(a, r, days[i], why) && ok;
	return ok;
}

static bool has_come_into_service(const struct act *a, const struct row *r,
                                  struct refusal *why)
{
	return date_has_come(a, r, SYS_IN_SERVICE_ON, why);
}

/* Source: BC-12 */
static bool was_signed_before(const struct act *a, const struct row *r, struct refusal *why)
{
	const struct row *accepted =
		row_linked(a, r, SYS_LAUNCH_ACCEPTANCE, &risk_acceptance_type);

	if (!accepted || !row_filled(accepted, SOA_SIGNED_ON) ||
	    !id_equal(row_link(accepted, SOA_SYSTEM), r->id))
		return refuse(why, SYS_LAUNCH_ACCEPTANCE,
		              "is not a signed statement about this system",
		              "Have the statement signed first.");
	if (!row_filled(r, SYS_IN_SERVICE_ON) ||
	    date_compare(row_date(accepted, SOA_SIGNED_ON),
	                 row_date(r, SYS_IN_SERVICE_ON)) <= 0)
		return true;
	return refuse(why, SYS_LAUNCH_ACCEPTANCE, "was signed after the system went live",
	              "Leave it empty: there was none before.");
}

static bool sample_is_dated(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, SYS_LOG_SAMPLED_ON, why);
}

enum fail system_saw(struct act *a, struct id system, int field, struct date day)
{
	const struct row *r = row_as_it_is(a, &system_type, system);
	struct change *c = change_new(a->arena, &system_type);

	if (!r || (row_filled(r, field) && date_compare(row_date(r, field), day) >= 0))
		return OK;
	change_date(c, field, day);
	return record_set(a, &system_type, system, c);
}

enum fail system_was_tried(struct act *a, struct id system, struct date day, int before,
                           int after)
{
	const struct row *r = row_as_it_is(a, &system_type, system);

	if (!r)
		return OK;
	bool live = row_filled(r, SYS_IN_SERVICE_ON) &&
	            date_compare(day, row_date(r, SYS_IN_SERVICE_ON)) > 0;
	int field = live ? after : before;
	return field < 0 ? OK : system_saw(a, system, field, day);
}

static enum fail vulnerabilities_were_none(struct act *a, const struct row *before,
                                           const struct row *after)
{
	(void)before;
	return system_saw(a, after->id, SYS_VULNERABILITY_LOG_ON,
	                  row_date(after, SYS_NO_VULNERABILITIES_ON));
}

static enum fail patches_were_none(struct act *a, const struct row *before,
                                   const struct row *after)
{
	(void)before;
	return system_saw(a, after->id, SYS_PATCH_LOG_ON,
	                  row_date(after, SYS_NO_PATCHES_ON));
}

static enum fail changes_were_none(struct act *a, const struct row *before,
                                   const struct row *after)
{
	(void)before;
	return system_saw(a, after->id, SYS_CHANGE_LOG_ON,
	                  row_date(after, SYS_NO_CHANGES_ON));
}

static void rank_follows(const struct act *a, const struct row *r, struct change *c)
{
	const struct row *label = row_linked(a, r, SYS_INFORMATION, &classification_type);

	if (label)
		change_number(c, SYS_RANK, row_number(label, CLS_RANK));
	else
		change_empty(c, SYS_RANK);
}

/* A backup that was never restored is due from the day on which the system went live. */
static void restore_follows(const struct row *r, struct change *c)
{
	int from = row_filled(r, SYS_RESTORE_TESTED_ON) ? SYS_RESTORE_TESTED_ON
	                                                : SYS_IN_SERVICE_ON;
	int32_t months = row_filled(r, SYS_RESTORE_TESTED_ON)
	                         ? (int32_t)row_number(r, SYS_RESTORE_MONTHS)
	                         : 0;

	if (row_filled(r, SYS_RESTORE_MONTHS) && row_filled(r, from))
		change_date(c, SYS_RESTORE_DUE_ON,
		            date_add_months(row_date(r, from), months));
	else
		change_empty(c, SYS_RESTORE_DUE_ON);
}

static void patch_log_follows(const struct row *r, struct change *c)
{
	if (row_filled(r, SYS_PATCH_LOG_ON) && row_filled(r, SYS_PATCH_DAYS))
		change_date(c, SYS_PATCH_LOG_UNTIL,
		            date_add_days(row_date(r, SYS_PATCH_LOG_ON),
		                          (int32_t)row_number(r, SYS_PATCH_DAYS)));
	else
		change_empty(c, SYS_PATCH_LOG_UNTIL);
}

/* From the record as it is by now: a step's own effect may have changed it meanwhile. */
static enum fail works_out_what_follows(struct act *a, const struct row *before,
                                        const struct row *after)
{
	const struct row *r = row_as_it_is(a, &system_type, after->id);
	struct change *c = change_new(a->arena, &system_type);

	if (!r)
		return OK;
	rank_follows(a, r, c);
	restore_follows(r, c);
	patch_log_follows(r, c);
	enum fail f = record_set(a, &system_type, after->id, c);
	bool moved = before && (row_flag(before, SYS_PAYMENT) != row_flag(r, SYS_PAYMENT) ||
	                        date_compare(row_date(before, SYS_UPDATE_ON),
	                                     row_date(r, SYS_UPDATE_ON)) != 0);
	if (!f && moved)
		f = vulnerabilities_follow(a, after->id);
	return f;
}
