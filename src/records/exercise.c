/*
 * exercise.c -- a test of one or more plans, at a table, in practice, or in earnest.
 *
 * Holding the exercise is what counts as the test: from that day the interval of each plan
 * runs anew.  It is closed when its outcome and what must change are written down.
 *
 *     planned -> held -> closed
 *         \--> cancelled
 *
 * Scenarios: tests/records/exercise.t
 */
#include "records/exercise.h"

#include "records/corrective_action.h"
#include "records/linked.h"
#include "records/person.h"
#include "records/plan.h"
#include "store/store.h"

static check_fn has_been_held;
static check_fn weak_outcome_has_actions;
static effect_fn plans_are_tested;

static const struct choice kinds[] = {
	{ .name = "tabletop", .label = "Tabletop" },
	{ .name = "functional", .label = "Functional" },
	{ .name = "full_scale", .label = "Full scale" },
	{ .name = "call_out", .label = "Call-out of the contact list" },
	{ .name = "restore", .label = "Restore or failover test" },
	{ .name = "in_earnest", .label = "In earnest: a real event" },
};

static const struct choice outcomes[] = {
	{ .name = "met", .label = "Objectives met" },
	{ .name = "partly", .label = "Objectives partly met" },
	{ .name = "not_met", .label = "Objectives not met" },
};

static const struct field fields[] = {
	[EXR_TITLE]        = { .name = "title", .label = "Title", .type = T_BILINE,
	                       .max = 200,
	                       .required = true },
	[EXR_PLANS]        = { .name = "plans", .label = "Plans tested", .type = T_LINK,
	                       .target = &plan_type, .many = true, .required = true },
	[EXR_KIND]         = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                       .choices = TABLE(kinds), .required = true },
	[EXR_OBJECTIVES]   = { .name = "objectives", .label = "Objectives",
	                       .type = T_BITEXT },
	[EXR_SCENARIO]     = { .name = "scenario", .label = "Scenario", .type = T_TEXT },
	[EXR_INJECTS]      = { .name = "injects", .label = "Injects", .type = T_TEXT,
	                       .help = "What is told to the players, one a line, with "
	                               "its time." },
	[EXR_PLANNED_FOR]  = { .name = "planned_for", .label = "Planned for",
	                       .type = T_DATE },
	[EXR_HELD_ON]      = { .name = "held_on", .label = "Held on", .type = T_DATE },
	[EXR_LEAD]         = { .name = "lead", .label = "Led by", .type = T_LINK,
	                       .target = &person_type },
	[EXR_PARTICIPANTS] = { .name = "participants", .label = "Participants",
	                       .type = T_LINK,
	                       .target = &person_type, .many = true },
	[EXR_OTHERS]       = { .name = "others", .label = "Others who took part",
	                       .type = T_TEXT },
	[EXR_RESULTS]      = { .name = "results", .label = "What was found",
	                       .type = T_TEXT },
	[EXR_OUTCOME]      = { .name = "outcome", .label = "Outcome", .type = T_CHOICE,
	                       .choices = TABLE(outcomes) },
	[EXR_CHANGES]      = { .name = "changes", .label = "What must change in the plan",
	                       .type = T_TEXT },
	[EXR_REPORT]       = { .name = "report", .label = "Report", .type = T_FILE },
	[EXR_ACTIONS]      = { .name = "actions", .label = "Corrective actions",
	                       .type = T_LINK,
	                       .target = &corrective_action_type, .many = true },
};
_Static_assert(COUNT(fields) == EXR__COUNT, "every field is described");

static const struct state states[] = {
	[EXR_IS_PLANNED]   = { .name = "planned", .label = "Planned", .open = true },
	[EXR_IS_HELD]      = { .name = "held", .label = "Held", .open = true },
	[EXR_IS_CLOSED]    = { .name = "closed", .label = "Closed" },
	[EXR_IS_CANCELLED] = { .name = "cancelled", .label = "Cancelled" },
};
_Static_assert(COUNT(states) == EXR_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[EXR_MAY_PLAN]   = { .name = "exercise.plan", .label = "Plan exercises" },
	[EXR_MAY_RECORD] = { .name = "exercise.record", .label = "Record exercises held" },
	[EXR_MAY_CLOSE]  = { .name = "exercise.close", .label = "Close exercises" },
};
_Static_assert(COUNT(rights) == EXR_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "hold", .label = "Record that it was held", .from = BIT(EXR_IS_PLANNED),
	  .to = EXR_IS_HELD, .right = EXR_MAY_RECORD,
	  .needs = BIT(EXR_HELD_ON) | BIT(EXR_SCENARIO) | BIT(EXR_PARTICIPANTS),
	  .takes = BIT(EXR_OTHERS) | BIT(EXR_INJECTS) | BIT(EXR_RESULTS),
	  .check = has_been_held, .effect = plans_are_tested },
	{ .name = "close", .label = "Close", .from = BIT(EXR_IS_HELD), .to = EXR_IS_CLOSED,
	  .right = EXR_MAY_CLOSE, .needs = BIT(EXR_RESULTS) | BIT(EXR_OUTCOME),
	  .takes = BIT(EXR_CHANGES) | BIT(EXR_REPORT) | BIT(EXR_ACTIONS),
	  .check = weak_outcome_has_actions },
	{ .name = "cancel", .label = "Cancel", .from = BIT(EXR_IS_PLANNED),
	  .to = EXR_IS_CANCELLED, .right = EXR_MAY_PLAN, .needs_reason = true },
};

static const int list[] = { EXR_TITLE, EXR_KIND, EXR_PLANS, EXR_PLANNED_FOR, EXR_HELD_ON,
	                    EXR_OUTCOME };

const struct record_type exercise_type = {
	.name = "exercise", .label = "Exercise", .plural = "Exercises", .code = "EXR",
	.group = N_("Plans"),
	.help = "A test of one or more plans: at a table, in practice, or in earnest.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = EXR_MAY_PLAN,
	.change = EXR_MAY_PLAN, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(EXR_IS_CLOSED) | BIT(EXR_IS_CANCELLED), .on = EXR_HELD_ON },
};

static bool has_been_held(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, EXR_HELD_ON, why);
}

static bool weak_outcome_has_actions(const struct act *a, const struct row *r,
                                     struct refusal *why)
{
	(void)a;
	if (str_is(row_text(r, EXR_OUTCOME), "met") || row_filled(r, EXR_ACTIONS) ||
	    row_filled(r, EXR_CHANGES))
		return true;
	return refuse(why, EXR_CHANGES,
	              "nothing is to change although objectives were not all met",
	              "Write what must change, or link the corrective actions.");
}

static enum fail plan_is_tested(struct act *a, const struct row *plan,
                                const struct row *exercise)
{
	struct change *c = change_new(a->arena, &plan_type);
	struct date held = row_date(exercise, EXR_HELD_ON);
	int32_t months = (int32_t)row_number(plan, PLN_TEST_MONTHS);

	if (row_filled(plan, PLN_TESTED_ON) &&
	    date_compare(row_date(plan, PLN_TESTED_ON), held) >= 0)
		return OK;
	change_date(c, PLN_TESTED_ON, held);
	change_link(c, PLN_TESTED_BY, exercise->id);
	if (months > 0)
		change_date(c, PLN_TEST_DUE_ON, date_add_months(held, months));
	return record_set(a, &plan_type, plan->id, c);
}

static enum fail plans_are_tested(struct act *a, const struct row *before,
                                  const struct row *after)
{
	const struct value *plans = &after->values[EXR_PLANS];
	enum fail f = OK;

	(void)before;
	for (size_t i = 0; f == OK && i < plans->link_count; i++) {
		struct row *plan;

		f = record_get(a, &plan_type, plans->links[i], &plan);
		if (f == OK)
			f = plan_is_tested(a, plan, after);
		else if (f == FAIL_NOT_FOUND)
			f = OK;
	}
	return f;
}
