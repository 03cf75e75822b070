/*
 * project_gate.c -- one stage of a project: were security risk and privacy considered?
 *
 * Opened by the program when the project enters the stage.
 *
 *     open -> passed | waived
 *
 * Scenarios: tests/records/project_gate.t
 */
#include "records/project_gate.h"

#include "records/linked.h"
#include "records/person.h"
#include "records/project.h"

static effect_fn is_passed;

static const struct choice stages[] = {
	{ .name = "initiation", .label = "Initiation" },
	{ .name = "requirements", .label = "Requirements" },
	{ .name = "design", .label = "Design" },
	{ .name = "build", .label = "Build" },
	{ .name = "operation", .label = "Operational review" },
};

static const struct field fields[] = {
	[GAT_TITLE]     = { .name = "title", .label = "Title", .type = T_BILINE,
	                    .max = 200, .required = true },
	[GAT_PROJECT]   = { .name = "project", .label = "Project", .type = T_LINK,
	                    .target = &project_type, .required = true, .part_of = true },
	[GAT_STAGE]     = { .name = "stage", .label = "Stage", .type = T_CHOICE,
	                    .choices = TABLE(stages), .required = true },
	[GAT_CHECKLIST] = { .name = "checklist", .label = "Checklist, as answered",
	                    .type = T_TEXT },
	[GAT_SECURITY]  = { .name = "security_considered",
	                    .label = "How security risk was considered", .type = T_TEXT },
	[GAT_PRIVACY]   = { .name = "privacy_considered",
	                    .label = "How privacy was considered", .type = T_TEXT },
	[GAT_FILE]      = { .name = "file", .label = "Checklist as a file",
	                    .type = T_FILE },
	[GAT_PASSED_BY] = { .name = "passed_by", .label = "Passed by", .type = T_LINK,
	                    .target = &person_type, .set_by_program = true },
	[GAT_PASSED_ON] = { .name = "passed_on", .label = "Passed on", .type = T_DATE,
	                    .set_by_program = true },
};
_Static_assert(COUNT(fields) == GAT__COUNT, "every field is described");

static const struct state states[] = {
	[GAT_IS_OPEN]   = { .name = "open", .label = "Open", .open = true },
	[GAT_IS_PASSED] = { .name = "passed", .label = "Passed", .locked = true },
	[GAT_IS_WAIVED] = { .name = "waived", .label = "Waived", .locked = true },
};
_Static_assert(COUNT(states) == GAT_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[GAT_MAY_WRITE] = { .name = "project_gate.write",
	                    .label = "Answer checklists of projects" },
	[GAT_MAY_PASS]  = { .name = "project_gate.pass",
	                    .label = "Let projects pass a gate" },
};
_Static_assert(COUNT(rights) == GAT_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "pass", .label = "Let it pass",
	  .help = "By somebody else than who answered the checklist.",
	  .from = BIT(GAT_IS_OPEN), .to = GAT_IS_PASSED, .right = GAT_MAY_PASS,
	  .needs = BIT(GAT_CHECKLIST) | BIT(GAT_SECURITY) | BIT(GAT_PRIVACY),
	  .not_author = true, .approval = true, .void_to = GAT_IS_OPEN,
	  .effect = is_passed },
	{ .name = "waive", .label = "Waive", .from = BIT(GAT_IS_OPEN), .to = GAT_IS_WAIVED,
	  .right = GAT_MAY_PASS, .needs_reason = true },
};

static const int list[] = { GAT_TITLE, GAT_STAGE, GAT_PASSED_BY, GAT_PASSED_ON };

const struct record_type project_gate_type = {
	.name = "project_gate", .label = "Project gate", .plural = "Project gates",
	.code = "GAT",
	.help = "One stage of a project: its checklist, and whether security risk and "
	        "privacy were considered.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = GAT_MAY_WRITE,
	.change = GAT_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(GAT_IS_PASSED) | BIT(GAT_IS_WAIVED), .on = GAT_PASSED_ON },
};

static enum fail is_passed(struct act *a, const struct row *before, const struct row *after)
{
	(void)before;
	return stamp_actor(a, after, GAT_PASSED_BY, GAT_PASSED_ON);
}
