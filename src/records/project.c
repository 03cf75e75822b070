/*
 * project.c -- something is developed, changed in a major way or acquired.
 *
 * Security is considered at each stage: entering a stage opens its gate (project_gate.c)
 * with a checklist of its own.  People, money and the trace from clauses to requirements
 * are on record.
 *
 *     open -> ended | given up
 *
 * Scenarios: tests/records/project.t
 */
#include "records/project.h"

#include "records/clause.h"
#include "records/document.h"
#include "records/linked.h"
#include "records/person.h"
#include "records/project_gate.h"
#include "records/system.h"
#include "store/store.h"

static check_fn stage_is_a_later_one;
static check_fn gates_are_behind_us;
static effect_fn gate_is_opened;
static effect_fn first_gate;

static const struct choice stages[] = {
	{ .name = "initiation", .label = "Initiation" },
	{ .name = "requirements", .label = "Requirements" },
	{ .name = "design", .label = "Design" },
	{ .name = "build", .label = "Build" },
	{ .name = "operation", .label = "Operational review" },
};

static const struct field fields[] = {
	[PRJ_TITLE]      = { .name = "title", .label = "Title", .type = T_BILINE,
	                     .max = 200, .required = true },
	[PRJ_STAGE]      = { .name = "stage", .label = "Stage", .type = T_CHOICE,
	                     .choices = TABLE(stages), .required = true },
	[PRJ_SYSTEMS]    = { .name = "systems", .label = "Systems", .type = T_LINK,
	                     .target = &system_type, .many = true },
	[PRJ_LEAD]       = { .name = "lead", .label = "Project lead", .type = T_LINK,
	                     .target = &person_type },
	[PRJ_PURPOSE]    = { .name = "purpose", .label = "What it is for",
	                     .type = T_BITEXT },
	[PRJ_LIFECYCLE]  = { .name = "lifecycle", .label = "Lifecycle procedure",
	                     .type = T_LINK, .target = &document_type },
	[PRJ_BUDGET]     = { .name = "security_budget",
	                     .label = "Money for security (dollars)", .type = T_NUMBER,
	                     .min = 0, .max = 10000000000 },
	[PRJ_DAYS]       = { .name = "security_days",
	                     .label = "People for security (days of work)",
	                     .type = T_NUMBER, .min = 0, .max = 1000000 },
	[PRJ_CLAUSES]    = { .name = "clauses", .label = "Clauses that it must meet",
	                     .type = T_LINK, .target = &clause_type, .many = true },
	[PRJ_TRACE]      = { .name = "trace",
	                     .label = "Trace from clauses to requirements", .type = T_LINK,
	                     .target = &document_type },
	[PRJ_STARTED_ON] = { .name = "started_on", .label = "Begun on", .type = T_DATE },
	[PRJ_BUILD_ON]   = { .name = "build_on", .label = "Build begins", .type = T_DATE },
	[PRJ_ENDED_ON]   = { .name = "ended_on", .label = "Ended on", .type = T_DATE },
};
_Static_assert(COUNT(fields) == PRJ__COUNT, "every field is described");

static const struct state states[] = {
	[PRJ_IS_OPEN]     = { .name = "open", .label = "Under way", .open = true },
	[PRJ_IS_ENDED]    = { .name = "ended", .label = "Ended" },
	[PRJ_IS_GIVEN_UP] = { .name = "given_up", .label = "Given up" },
};
_Static_assert(COUNT(states) == PRJ_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[PRJ_MAY_WRITE] = { .name = "project.write", .label = "Keep projects" },
};
_Static_assert(COUNT(rights) == PRJ_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "advance", .label = "Enter a stage",
	  .help = "The gate of the stage is opened with it.", .from = BIT(PRJ_IS_OPEN),
	  .to = PRJ_IS_OPEN, .right = PRJ_MAY_WRITE, .needs = BIT(PRJ_STAGE),
	  .takes = BIT(PRJ_BUILD_ON), .check = stage_is_a_later_one,
	  .effect = gate_is_opened },
	{ .name = "end", .label = "End", .from = BIT(PRJ_IS_OPEN), .to = PRJ_IS_ENDED,
	  .right = PRJ_MAY_WRITE, .needs = BIT(PRJ_ENDED_ON),
	  .check = gates_are_behind_us },
	{ .name = "give_up", .label = "Give up", .from = BIT(PRJ_IS_OPEN),
	  .to = PRJ_IS_GIVEN_UP, .right = PRJ_MAY_WRITE, .needs_reason = true },
};

static const int list[] = { PRJ_TITLE, PRJ_STAGE, PRJ_LEAD, PRJ_SYSTEMS, PRJ_BUDGET };

const struct record_type project_type = {
	.name = "project", .label = "Project", .plural = "Projects", .code = "PRJ",
	.group = N_("Inventory"),
	.help = "Something is developed or acquired. Each stage has its checklist; "
	        "people and money for security and the trace to requirements are on "
	        "record.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = PRJ_MAY_WRITE,
	.change = PRJ_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(PRJ_IS_ENDED) | BIT(PRJ_IS_GIVEN_UP), .on = PRJ_ENDED_ON },
	.effect = first_gate,
};

static bool gate_exists(const struct act *a, const struct row *r)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct id project = r->id;
	struct filter filters[] = {
		{ .field = GAT_PROJECT,
		  .op = LINKS_TO,
		  .value = { .filled = true, .links = &project, .link_count = 1 } },
		{ .field = GAT_STAGE,
		  .op = IS,
		  .value = { .filled = true, .text = row_text(r, PRJ_STAGE) } },
	};
	struct query q = { .type = &project_gate_type,
		           .filters = filters,
		           .filter_count = COUNT(filters) };
	int64_t found = 0;

	return record_count(&act, &q, &found) != OK || found > 0;
}

static bool stage_is_a_later_one(const struct act *a, const struct row *r,
                                 struct refusal *why)
{
	if (!gate_exists(a, r))
		return true;
	return refuse(why, PRJ_STAGE, "was entered before",
	              "Choose the stage that comes next.");
}

static bool gates_are_behind_us(const struct act *a, const struct row *r,
                                struct refusal *why)
{
	bool ok = date_has_come(a, r, PRJ_ENDED_ON, why);

	if (rows_linking(a, &project_gate_type, GAT_PROJECT, r->id, BIT(GAT_IS_OPEN)) == 0)
		return ok;
	return refuse(why, FIELD_STATE, "a gate is still open",
	              "Pass the gate of each stage, or have it waived.");
}

static enum fail gate_is_opened(struct act *a, const struct row *before,
                                const struct row *after)
{
	struct refusal why = refusal_on(a->arena);
	struct change *c = change_new(a->arena, &project_gate_type);
	const struct value *title = &after->values[PRJ_TITLE];

	(void)before;
	change_bilingual(c, GAT_TITLE, title->text, title->french);
	change_link(c, GAT_PROJECT, after->id);
	change_text(c, GAT_STAGE, row_text(after, PRJ_STAGE));
	enum fail f = place_beside(a, c, after);
	return f ? f : record_create(a, &project_gate_type, c, &why, NULL);
}

static enum fail first_gate(struct act *a, const struct row *before,
                            const struct row *after)
{
	return before ? OK : gate_is_opened(a, before, after);
}
