/*
 * security_test.c -- a system was tried: by an attack, by its acceptance test, by restoring
 * it.
 *
 * Done by one, its results approved by another.  A restore that worked moves the next one.
 *
 *     planned -> done -> approved
 *        |        ^-'-> failed
 *        '-> called off
 *
 * Scenarios: tests/records/security_test.t
 */
#include "records/security_test.h"

#include "records/linked.h"
#include "records/person.h"
#include "records/system.h"
#include "store/store.h"

static check_fn has_been_done;
static effect_fn is_approved;

static const struct choice kinds[] = {
	{ .name = "security", .label = "Security test" },
	{ .name = "acceptance", .label = "Acceptance test" },
	{ .name = "restore", .label = "Restore from backup" },
};

static const struct field fields[] = {
	[TST_TITLE]       = { .name = "title", .label = "Title", .type = T_BILINE,
	                      .max = 200, .required = true },
	[TST_SYSTEM]      = { .name = "system", .label = "System", .type = T_LINK,
	                      .target = &system_type, .required = true },
	[TST_KIND]        = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                      .choices = TABLE(kinds), .required = true },
	[TST_SCOPE]       = { .name = "scope", .label = "What was tried",
	                      .type = T_BITEXT },
	[TST_PLANNED_FOR] = { .name = "planned_for", .label = "Planned for",
	                      .type = T_DATE, .due_in = BIT(TST_IS_PLANNED) },
	[TST_TESTED_ON]   = { .name = "tested_on", .label = "Done on", .type = T_DATE },
	[TST_TESTER]      = { .name = "tester", .label = "Done by", .type = T_LINE,
	                      .max = 160 },
	[TST_RESULTS]     = { .name = "results", .label = "Results", .type = T_TEXT },
	[TST_REPORT]      = { .name = "report", .label = "Report", .type = T_FILE },
	[TST_APPROVED_BY] = { .name = "approved_by", .label = "Approved by",
	                      .type = T_LINK, .target = &person_type,
	                      .set_by_program = true },
	[TST_APPROVED_ON] = { .name = "approved_on", .label = "Approved on",
	                      .type = T_DATE, .set_by_program = true },
};
_Static_assert(COUNT(fields) == TST__COUNT, "every field is described");

static const struct state states[] = {
	[TST_IS_PLANNED]    = { .name = "planned", .label = "Planned", .open = true },
	[TST_IS_DONE]       = { .name = "done", .label = "Done", .open = true },
	[TST_IS_APPROVED]   = { .name = "approved", .label = "Approved", .locked = true },
	[TST_IS_FAILED]     = { .name = "failed", .label = "Failed", .locked = true },
	[TST_IS_CALLED_OFF] = { .name = "called_off", .label = "Called off",
	                        .locked = true },
};
_Static_assert(COUNT(states) == TST_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[TST_MAY_WRITE]   = { .name = "security_test.write",
	                      .label = "Record tests of systems" },
	[TST_MAY_APPROVE] = { .name = "security_test.approve",
	                      .label = "Approve results of tests" },
};
_Static_assert(COUNT(rights) == TST_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "record", .label = "Record that it was done",
	  .from = BIT(TST_IS_PLANNED), .to = TST_IS_DONE, .right = TST_MAY_WRITE,
	  .needs = BIT(TST_TESTED_ON) | BIT(TST_RESULTS),
	  .takes = BIT(TST_TESTER) | BIT(TST_REPORT) | BIT(TST_SCOPE),
	  .check = has_been_done },
	{ .name = "approve", .label = "Approve the results",
	  .help = "By somebody else than who recorded them.", .from = BIT(TST_IS_DONE),
	  .to = TST_IS_APPROVED, .right = TST_MAY_APPROVE, .not_author = true,
	  .approval = true, .void_to = TST_IS_DONE, .effect = is_approved },
	{ .name = "fail", .label = "Record that it failed", .from = BIT(TST_IS_DONE),
	  .to = TST_IS_FAILED, .right = TST_MAY_APPROVE, .needs_reason = true },
	{ .name = "call_off", .label = "Call off", .from = BIT(TST_IS_PLANNED),
	  .to = TST_IS_CALLED_OFF, .right = TST_MAY_WRITE, .needs_reason = true },
};

static const int list[] = { TST_TITLE, TST_SYSTEM, TST_KIND, TST_TESTED_ON,
	                    TST_APPROVED_BY };

const struct record_type security_test_type = {
	.name = "security_test", .label = "Test of a system", .plural = "Tests of systems",
	.code = "TST", .group = N_("Inventory"),
	.help = "A security test, an acceptance test or a restore from backup, with its "
	        "results and who approved them.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = TST_MAY_WRITE,
	.change = TST_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(TST_IS_APPROVED) | BIT(TST_IS_FAILED) | BIT(TST_IS_CALLED_OFF),
	          .on = TST_TESTED_ON },
};

static bool has_been_done(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, TST_TESTED_ON, why);
}

/* Source: MISO-106, BC-33 */
static enum fail system_follows(struct act *a, const struct row *r)
{
	struct id system = row_link(r, TST_SYSTEM);
	struct date day = row_date(r, TST_TESTED_ON);

	if (str_is(row_text(r, TST_KIND), "restore"))
		return system_saw(a, system, SYS_RESTORE_TESTED_ON, day);
	return system_was_tried(a, system, day,
	                        str_is(row_text(r, TST_KIND), "acceptance")
	                                ? SYS_ACCEPTED_BEFORE_ON
	                                : SYS_TESTED_BEFORE_ON,
	                        -1);
}

static enum fail is_approved(struct act *a, const struct row *before,
                             const struct row *after)
{
	(void)before;
	enum fail f = stamp_actor(a, after, TST_APPROVED_BY, TST_APPROVED_ON);
	return f ? f : system_follows(a, after);
}
