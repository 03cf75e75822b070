/*
 * disposal.c -- records whose time is over, proposed by one person and approved by another;
 * afterwards the certificate of what was destroyed, by whom, under which rule.
 *
 *     draft <-> proposed -> approved -> carried out
 *                   |           '-----> stopped
 *                   '-> rejected
 *
 * When it is approved each record gets a line of its own (disposal_item.c); the clock takes
 * them one by one, each in one transaction.  A line that a legal hold keeps waits.
 *
 * Scenarios: tests/records/disposal.t
 */
#include "records/disposal.h"

#include "access/access.h"
#include "records/disposal_item.h"
#include "records/keeping.h"
#include "records/legal_hold.h"
#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

static check_fn all_may_go;
static check_fn somebody_else_approves;
static check_fn all_lines_are_done;
static effect_fn names_who_proposed;
static effect_fn makes_lines;
static effect_fn keeps_the_rest;
static effect_fn is_dated;

static const struct field fields[] = {
	[DSP_TITLE]       = { .name = "title", .label = "Title", .type = T_LINE,
	                      .max = 200, .required = true },
	[DSP_GROUNDS]     = { .name = "grounds", .label = "Why now", .type = T_TEXT,
	                      .required = true,
	                      .help = "It stays after the records are gone: repeat nothing "
	                              "of what they say." },
	[DSP_RECORDS]     = { .name = "records", .label = "Records", .type = T_LINK,
	                      .many = true },
	[DSP_PROPOSED_BY] = { .name = "proposed_by", .label = "Proposed by",
	                      .type = T_LINK, .target = &person_type,
	                      .set_by_program = true },
	[DSP_APPROVED_BY] = { .name = "approved_by", .label = "Approved by",
	                      .type = T_LINK, .target = &person_type,
	                      .set_by_program = true },
	[DSP_APPROVED_ON] = { .name = "approved_on", .label = "Approved on",
	                      .type = T_DATE, .set_by_program = true },
	[DSP_DONE_ON]     = { .name = "done_on", .label = "Carried out on",
	                      .type = T_DATE, .set_by_program = true },
};
_Static_assert(COUNT(fields) == DSP__COUNT, "every field is described");

static const struct state states[] = {
	[DSP_IS_DRAFT]    = { .name = "draft", .label = "Draft", .open = true },
	[DSP_IS_PROPOSED] = { .name = "proposed", .label = "Proposed", .open = true,
	                      .locked = true },
	[DSP_IS_APPROVED] = { .name = "approved", .label = "Approved", .open = true,
	                      .locked = true },
	[DSP_IS_DONE]     = { .name = "done", .label = "Carried out", .locked = true },
	[DSP_IS_REJECTED] = { .name = "rejected", .label = "Rejected", .locked = true },
	[DSP_IS_STOPPED]  = { .name = "stopped", .label = "Stopped", .locked = true },
};
_Static_assert(COUNT(states) == DSP_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[DSP_MAY_PROPOSE] = { .name = "disposal.propose",
	                      .label = "Propose the disposal of records" },
	[DSP_MAY_APPROVE] = { .name = "disposal.approve",
	                      .label = "Approve the disposal of records" },
};
_Static_assert(COUNT(rights) == DSP_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "propose", .label = "Propose", .from = BIT(DSP_IS_DRAFT),
	  .to = DSP_IS_PROPOSED, .right = DSP_MAY_PROPOSE, .needs = BIT(DSP_RECORDS),
	  .check = all_may_go, .effect = names_who_proposed },
	{ .name = "take_back", .label = "Take back", .from = BIT(DSP_IS_PROPOSED),
	  .to = DSP_IS_DRAFT, .right = DSP_MAY_PROPOSE },
	{ .name = "approve", .label = "Approve",
	  .help = "What the records say is destroyed for good. Not by who proposed it.",
	  .from = BIT(DSP_IS_PROPOSED), .to = DSP_IS_APPROVED, .right = DSP_MAY_APPROVE,
	  .not_author = true, .approval = true, .needs_reason = true,
	  .void_to = DSP_IS_DRAFT, .check = somebody_else_approves,
	  .effect = makes_lines },
	{ .name = "reject", .label = "Reject", .from = BIT(DSP_IS_PROPOSED),
	  .to = DSP_IS_REJECTED, .right = DSP_MAY_APPROVE, .needs_reason = true },
	{ .name = "stop", .label = "Stop",
	  .help = "What is not yet destroyed is kept.",
	  .from = BIT(DSP_IS_APPROVED), .to = DSP_IS_STOPPED, .right = DSP_MAY_APPROVE,
	  .needs_reason = true, .effect = keeps_the_rest },
	{ .name = "complete", .label = "Complete", .from = BIT(DSP_IS_APPROVED),
	  .to = DSP_IS_DONE, .right = DSP_MAY_APPROVE, .by_clock = true,
	  .check = all_lines_are_done, .effect = is_dated },
};

static const int list[] = { DSP_TITLE, DSP_PROPOSED_BY, DSP_APPROVED_BY, DSP_APPROVED_ON,
	                    DSP_DONE_ON };

const struct record_type disposal_type = {
	.name = "disposal", .label = "Disposal", .plural = "Disposals", .code = "DSP",
	.group = N_("Keeping"),
	.help = "Records whose time is over: proposed, approved, destroyed; then the "
	        "certificate of it.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = DSP_MAY_PROPOSE,
	.change = DSP_MAY_PROPOSE, .retention = "disposals",
	.over = { .in = BIT(DSP_IS_DONE) | BIT(DSP_IS_REJECTED) | BIT(DSP_IS_STOPPED),
	          .on = DSP_DONE_ON },
};

/* ---- may all of it go? ---- */
static bool refuse_one(struct refusal *why, const struct row *r, const char *what)
{
	return refuse_with(why, DSP_RECORDS,
	                   MESSAGE2(what, row_code(why->arena, r), STR_NONE),
	                   MESSAGE("Take it off the list."));
}

static bool is_due(const struct act *a, const struct row *r, struct refusal *why)
{
	struct keeping k;
	struct kept_until until;

	if (keeping_of(a, r->type, &k) || keeping_until(a, &k, r, &until))
		return refuse_one(why, r, N_("%1 cannot be looked at now"));
	if (instant_is_set(r->withdrawn_at))
		return refuse_one(why, r, N_("%1 is in the bin"));
	if (date_is_set(until.due_on) && date_compare(until.due_on, a->today) <= 0)
		return true;
	return refuse_one(why, r, N_("%1 is not due for disposal"));
}

static bool is_free(const struct act *a, const struct row *r, struct refusal *why)
{
	const struct row *hold = NULL;

	if (hold_on(a, r->type, r->id, r->unit, &hold))
		return refuse_one(why, r, N_("%1 cannot be looked at now"));
	if (!hold)
		return true;
	return refuse_with(why, DSP_RECORDS,
	                   MESSAGE2("%1 is under the legal hold %2",
	                            row_code(why->arena, r), row_code(why->arena, hold)),
	                   MESSAGE("Take it off the list, or release the hold first."));
}

/* The right must reach each record, not only this list of them. */
static bool may_go(const struct act *a, const char *right, struct id id,
                   struct refusal *why)
{
	struct act act = *a;
	struct refusal denied = refusal_on(a->arena);
	struct row *r;

	if (record_find(&act, id, &r) != OK)
		return refuse(why, DSP_RECORDS, "holds a record that you may not see",
		              "Leave it to somebody who may.");
	struct subject s = subject_of(r, a->actor->org);
	if (!access_right(a->actor, right, &s, a->today, &denied))
		return refuse_one(why, r, N_("%1 is not yours to dispose of"));
	bool due = is_due(a, r, why);
	return is_free(a, r, why) && due;
}

static bool each_may_go(const struct act *a, const struct row *r, int right,
                        struct refusal *why)
{
	const struct value *v = &r->values[DSP_RECORDS];
	bool all = true;

	for (size_t i = 0; v->filled && i < v->link_count; i++)
		all = may_go(a, rights[right].name, v->links[i], why) && all;
	return all;
}

static bool all_may_go(const struct act *a, const struct row *r, struct refusal *why)
{
	return each_may_go(a, r, DSP_MAY_PROPOSE, why);
}

static bool somebody_else_approves(const struct act *a, const struct row *r,
                                   struct refusal *why)
{
	bool ok = each_may_go(a, r, DSP_MAY_APPROVE, why);

	if (id_is_set(a->actor->person) &&
	    id_equal(a->actor->person, row_link(r, DSP_PROPOSED_BY)))
		ok = refuse(why, FIELD_NONE, "whoever proposed this cannot also approve it",
		            "Ask somebody else with that right.");
	return ok;
}

static bool all_lines_are_done(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	if (rows_linking(a, &disposal_item_type, DSI_DISPOSAL, r->id,
	                 BIT(DSI_IS_PENDING) | BIT(DSI_IS_EXPORTED)) == 0)
		return true;
	return refuse(why, FIELD_STATE, "some records are still to be disposed of", NULL);
}

/* ---- what follows ---- */
static enum fail names_who_proposed(struct act *a, const struct row *before,
                                    const struct row *after)
{
	struct change *c = change_new(a->arena, &disposal_type);

	(void)before;
	if (!id_is_set(a->actor->person))
		return OK;
	change_link(c, DSP_PROPOSED_BY, a->actor->person);
	return record_set(a, &disposal_type, after->id, c);
}

static enum fail makes_lines(struct act *a, const struct row *before,
                             const struct row *after)
{
	struct change *c = change_new(a->arena, &disposal_type);
	const struct value *v = &after->values[DSP_RECORDS];
	struct actor program;
	struct act act = act_of_program(a, &program);

	(void)before;
	if (id_is_set(a->actor->person))
		change_link(c, DSP_APPROVED_BY, a->actor->person);
	change_date(c, DSP_APPROVED_ON, a->today);
	enum fail f = record_set(a, &disposal_type, after->id, c);
	for (size_t i = 0; !f && v->filled && i < v->link_count; i++) {
		struct row *r;
		f = record_find(&act, v->links[i], &r);
		if (!f)
			f = disposal_item_make(&act, after, r);
	}
	return f;
}

static enum fail keeps_the_rest(struct act *a, const struct row *before,
                                const struct row *after)
{
	struct actor program;
	struct act act = act_of_program(a, &program);

	(void)before;
	enum fail f = rows_take_step(&act, &disposal_item_type, DSI_DISPOSAL, after->id,
	                             DSI_IS_PENDING, "keep", ID_NONE);
	return f ? f
	         : rows_take_step(&act, &disposal_item_type, DSI_DISPOSAL, after->id,
	                          DSI_IS_EXPORTED, "keep", ID_NONE);
}

static enum fail is_dated(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &disposal_type);

	(void)before;
	change_date(c, DSP_DONE_ON, a->today);
	return record_set(a, &disposal_type, after->id, c);
}
