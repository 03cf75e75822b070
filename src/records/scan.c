/*
 * scan.c -- systems were looked over for weaknesses, by us or by somebody for us.
 *
 * A scan before a system goes live and one after it are kept on the system by the program.
 *
 *     planned -> done | called off
 *
 * Scenarios: tests/records/scan.t
 */
#include "records/scan.h"

#include "records/linked.h"
#include "records/system.h"
#include "store/store.h"

static check_fn has_been_done;
static effect_fn systems_were_scanned;

static const struct choice kinds[] = {
	{ .name = "vulnerability", .label = "Vulnerabilities" },
	{ .name = "configuration", .label = "Configuration" },
	{ .name = "code", .label = "Source code" },
	{ .name = "web_application", .label = "Web application" },
	{ .name = "container", .label = "Containers and packages" },
	{ .name = "ports", .label = "Open ports" },
};

static const struct choice doers[] = {
	{ .name = "own", .label = "Ourselves" },
	{ .name = "central_office", .label = "Central office" },
	{ .name = "supplier", .label = "Supplier" },
};

static const struct field fields[] = {
	[SCN_TITLE]       = { .name = "title", .label = "Title", .type = T_BILINE,
	                      .max = 200, .required = true },
	[SCN_SYSTEMS]     = { .name = "systems", .label = "Systems", .type = T_LINK,
	                      .target = &system_type, .many = true, .required = true },
	[SCN_KIND]        = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                      .choices = TABLE(kinds), .required = true },
	[SCN_DONE_BY]     = { .name = "done_by", .label = "Done by", .type = T_CHOICE,
	                      .choices = TABLE(doers) },
	[SCN_SCANNER]     = { .name = "scanner", .label = "Scanner and its version",
	                      .type = T_LINE, .max = 160 },
	[SCN_SIGNED_IN]   = { .name = "signed_in",
	                      .label = "With an account on the system", .type = T_FLAG },
	[SCN_SCOPE]       = { .name = "scope", .label = "What it covered",
	                      .type = T_BITEXT },
	[SCN_PLANNED_FOR] = { .name = "planned_for", .label = "Planned for",
	                      .type = T_DATE, .due_in = BIT(SCN_IS_PLANNED) },
	[SCN_SCANNED_ON]  = { .name = "scanned_on", .label = "Done on", .type = T_DATE },
	[SCN_CRITICAL]    = { .name = "critical", .label = "Critical findings",
	                      .type = T_NUMBER, .max = 1000000 },
	[SCN_HIGH]        = { .name = "high", .label = "High findings", .type = T_NUMBER,
	                      .max = 1000000 },
	[SCN_MEDIUM]      = { .name = "medium", .label = "Medium findings",
	                      .type = T_NUMBER, .max = 1000000 },
	[SCN_LOW]         = { .name = "low", .label = "Low findings", .type = T_NUMBER,
	                      .max = 1000000 },
	[SCN_REPORT]      = { .name = "report", .label = "Report", .type = T_FILE },
};
_Static_assert(COUNT(fields) == SCN__COUNT, "every field is described");

static const struct state states[] = {
	[SCN_IS_PLANNED]    = { .name = "planned", .label = "Planned", .open = true },
	[SCN_IS_DONE]       = { .name = "done", .label = "Done" },
	[SCN_IS_CALLED_OFF] = { .name = "called_off", .label = "Called off",
	                        .locked = true },
};
_Static_assert(COUNT(states) == SCN_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[SCN_MAY_WRITE] = { .name = "scan.write", .label = "Record scans" },
};
_Static_assert(COUNT(rights) == SCN_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "record", .label = "Record that it was done",
	  .from = BIT(SCN_IS_PLANNED), .to = SCN_IS_DONE, .right = SCN_MAY_WRITE,
	  .needs = BIT(SCN_SCANNED_ON),
	  .takes = BIT(SCN_SCANNER) | BIT(SCN_CRITICAL) | BIT(SCN_HIGH) |
	           BIT(SCN_MEDIUM) | BIT(SCN_LOW) | BIT(SCN_REPORT),
	  .check = has_been_done, .effect = systems_were_scanned },
	{ .name = "call_off", .label = "Call off", .from = BIT(SCN_IS_PLANNED),
	  .to = SCN_IS_CALLED_OFF, .right = SCN_MAY_WRITE, .needs_reason = true },
};

static const int list[] = { SCN_TITLE,      SCN_SYSTEMS,  SCN_KIND,
	                    SCN_SCANNED_ON, SCN_CRITICAL, SCN_HIGH };

const struct record_type scan_type = {
	.name = "scan", .label = "Scan", .plural = "Scans", .code = "SCN",
	.group = N_("Vulnerabilities"),
	.help = "Systems were looked over for weaknesses: when, by whom, with what, and "
	        "what it showed.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = SCN_MAY_WRITE,
	.change = SCN_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(SCN_IS_DONE) | BIT(SCN_IS_CALLED_OFF), .on = SCN_SCANNED_ON },
};

static bool has_been_done(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, SCN_SCANNED_ON, why);
}

/* Source: MISO-106, BC-29 */
static enum fail systems_were_scanned(struct act *a, const struct row *before,
                                      const struct row *after)
{
	const struct value *systems = &after->values[SCN_SYSTEMS];
	enum fail f = OK;

	(void)before;
	for (size_t i = 0; !f && i < systems->link_count; i++)
		f = system_was_tried(a, systems->links[i], row_date(after, SCN_SCANNED_ON),
		                     SYS_SCANNED_BEFORE_ON, SYS_SCANNED_AFTER_ON);
	return f;
}
