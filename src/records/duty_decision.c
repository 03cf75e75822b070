/*
 * duty_decision.c -- what was decided or stated about a duty: that it does not apply, that
 * another does it, that somebody is exempt from it, that there is none of what it asks for.
 *
 * What sets a duty aside needs a second person and an end.  What only says how things are
 * (there is none, the inventory is complete, it was done) is declared by one person, and is
 * shown as their word.
 *
 *     proposed -> in force -> ended
 *
 * Scenarios: tests/records/duty_decision.t
 */
#include "records/duty_decision.h"

#include "records/agreement.h"
#include "records/evidence.h"
#include "store/store.h"

static check_fn decision_is_whole;
static check_fn is_a_statement;
static check_fn sets_aside;
static effect_fn begins_today;

/* As enum decision_kind orders them. */
static const struct choice kinds[] = {
	[DECISION_NOT_APPLICABLE] = { .name = "not_applicable", .label = "Does not apply" },
	[DECISION_EXEMPT] = { .name = "exempt", .label = "Exempt for a time" },
	[DECISION_INHERITED] = { .name = "inherited", .label = "Done by another" },
	[DECISION_NONE_EXISTS] = { .name = "none_exists", .label = "There is none" },
	[DECISION_INVENTORY_COMPLETE] = { .name = "inventory_complete",
	                                  .label = "The inventory is complete" },
	[DECISION_ON_WORD] = { .name = "on_word", .label = "It was done" },
};
#define STATEMENTS                                                                         \
	(BIT(DECISION_NONE_EXISTS) | BIT(DECISION_INVENTORY_COMPLETE) |                    \
	 BIT(DECISION_ON_WORD))

static const struct field fields[] = {
	[DDC_TITLE]     = { .name = "title", .label = "Title", .type = T_BILINE,
	                    .max = 200, .required = true },
	[DDC_KIND]      = { .name = "kind", .label = "What is decided", .type = T_CHOICE,
	                    .choices = TABLE(kinds), .required = true },
	[DDC_DUTY]      = { .name = "duty", .label = "Duty", .type = T_LINE, .max = 40,
	                    .help = "Its identifier, as MISO-077." },
	[DDC_INVENTORY] = { .name = "inventory", .label = "Kind of record",
	                    .type = T_LINE,
	                    .max = 60,
	                    .help = "For an inventory: the name as in addresses, as "
	                            "system." },
	[DDC_SUBJECT]   = { .name = "subject", .label = "About", .type = T_LINK,
	                    .help = "Empty: the organisation, and everything that the "
	                            "duty is about." },
	[DDC_GROUNDS]   = { .name = "grounds", .label = "Reason", .type = T_BITEXT,
	                    .required = true },
	[DDC_FROM_ON]   = { .name = "from_on", .label = "From", .type = T_DATE,
	                    .help = "Empty: the day on which it is put in force." },
	[DDC_UNTIL_ON]  = { .name = "until_on", .label = "Until", .type = T_DATE,
	                    .help = "Empty: a year, and without end where another does "
	                            "it." },
	[DDC_AGREEMENT] = { .name = "agreement", .label = "Agreement", .type = T_LINK,
	                    .target = &agreement_type },
	[DDC_EVIDENCE]  = { .name = "evidence", .label = "Evidence", .type = T_LINK,
	                    .target = &evidence_type, .many = true },
	[DDC_FILE]      = { .name = "file", .label = "File", .type = T_FILE },
};
_Static_assert(COUNT(fields) == DDC__COUNT, "every field is described");

static const struct state states[] = {
	[DDC_IS_PROPOSED] = { .name = "proposed", .label = "Proposed", .open = true },
	[DDC_IS_IN_FORCE] = { .name = "in_force", .label = "In force", .locked = true },
	[DDC_IS_ENDED]    = { .name = "ended", .label = "Ended", .locked = true },
};
_Static_assert(COUNT(states) == DDC_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[DDC_MAY_WRITE]   = { .name = "duty_decision.write",
	                      .label = "Propose decisions about duties" },
	[DDC_MAY_DECLARE] = { .name = "duty_decision.declare",
	                      .label = "State that there is none, or that it was done" },
	[DDC_MAY_APPROVE] = { .name = "duty_decision.approve",
	                      .label = "Approve that a duty is set aside" },
};
_Static_assert(COUNT(rights) == DDC_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "approve", .label = "Approve",
	  .help = "By somebody else than its author.",
	  .from = BIT(DDC_IS_PROPOSED), .to = DDC_IS_IN_FORCE, .right = DDC_MAY_APPROVE,
	  .takes = BIT(DDC_FROM_ON) | BIT(DDC_UNTIL_ON),
	  .not_author = true, .check = sets_aside, .effect = begins_today },
	{ .name = "declare", .label = "Declare", .from = BIT(DDC_IS_PROPOSED),
	  .to = DDC_IS_IN_FORCE, .right = DDC_MAY_DECLARE,
	  .takes = BIT(DDC_FROM_ON) | BIT(DDC_UNTIL_ON), .check = is_a_statement,
	  .effect = begins_today },
	{ .name = "end", .label = "End",
	  .from = BIT(DDC_IS_PROPOSED) | BIT(DDC_IS_IN_FORCE), .to = DDC_IS_ENDED,
	  .right = DDC_MAY_WRITE, .needs_reason = true },
};

static const int list[] = { DDC_TITLE, DDC_KIND, DDC_DUTY, DDC_SUBJECT, DDC_FROM_ON,
	                    DDC_UNTIL_ON };

const struct record_type duty_decision_type = {
	.name = "duty_decision", .label = "Decision about a duty",
	.plural = "Decisions about duties", .code = "DDC", .group = N_("Organisation"),
	.help = "That a duty does not apply, is done by another, or that there is none of "
	        "what it asks for. What sets a duty aside needs a second person.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = DDC_MAY_WRITE,
	.change = DDC_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(DDC_IS_ENDED) },
	.check = decision_is_whole,
};

static enum decision_kind kind_of(const struct row *r)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (str_is(row_text(r, DDC_KIND), kinds[i].name))
			return (enum decision_kind)i;
	return DECISION_ON_WORD;
}

static bool decision_is_whole(const struct act *a, const struct row *r, struct refusal *why)
{
	bool inventory = kind_of(r) == DECISION_INVENTORY_COMPLETE;
	bool ok = true;

	if (inventory && !registry_find(a->types, row_text(r, DDC_INVENTORY)))
		ok = refuse(why, DDC_INVENTORY, "is no kind of record",
		            "Write its name as in addresses, as system.");
	if (!inventory && !row_filled(r, DDC_DUTY))
		ok = refuse(why, DDC_DUTY, "is empty", NULL);
	if (kind_of(r) == DECISION_INHERITED && !row_filled(r, DDC_AGREEMENT))
		ok = refuse(why, DDC_AGREEMENT, "is empty",
		            "Name the agreement by which the other does it.");
	if (row_filled(r, DDC_UNTIL_ON) && row_filled(r, DDC_FROM_ON) &&
	    date_compare(row_date(r, DDC_UNTIL_ON), row_date(r, DDC_FROM_ON)) < 0)
		ok = refuse(why, DDC_UNTIL_ON, "is before the day from which it holds",
		            NULL);
	return ok;
}

static bool is_a_statement(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	return (STATEMENTS & BIT(kind_of(r))) != 0 ||
	       refuse(why, DDC_KIND, "sets the duty aside: that needs a second person",
	              "Have it approved instead.");
}

static bool sets_aside(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	return (STATEMENTS & BIT(kind_of(r))) == 0 ||
	       refuse(why, DDC_KIND, "is a statement: nobody approves it",
	              "Declare it instead.");
}

/* The days that were left open: from today, for a year. */
static enum fail begins_today(struct act *a, const struct row *before,
                              const struct row *after)
{
	struct change *c = change_new(a->arena, &duty_decision_type);
	struct date from = row_filled(after, DDC_FROM_ON) ? row_date(after, DDC_FROM_ON)
	                                                  : act_today(a);
	enum decision_kind kind = kind_of(after);
	bool open = kind == DECISION_INHERITED || kind == DECISION_ON_WORD;

	(void)before;
	change_date(c, DDC_FROM_ON, from);
	if (!row_filled(after, DDC_UNTIL_ON) && !open)
		change_date(c, DDC_UNTIL_ON, date_add_months(from, 12));
	return record_set(a, &duty_decision_type, after->id, c);
}

bool duty_decision_read(const struct row *r, struct duty_decision *out)
{
	if (r->state != DDC_IS_IN_FORCE)
		return false;
	*out = (struct duty_decision){
		.id = r->id,
		.kind = kind_of(r),
		.duty = row_text(r, DDC_DUTY),
		.inventory = row_text(r, DDC_INVENTORY),
		.subject = row_link(r, DDC_SUBJECT),
		.from = row_date(r, DDC_FROM_ON),
		.until = row_date(r, DDC_UNTIL_ON),
	};
	return true;
}
