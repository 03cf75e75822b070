/*
 * awareness_item.c -- one thing that an awareness plan sets out to do: a poster, a talk, a
 * handout, a quiz, an event, a guest speaker, a course.
 *
 * It is delivered when the log of deliveries (delivery.c) says so.  What the executive
 * signed stays as it was signed: afterwards an item moves to another day with a reason, or
 * is dropped with one.  New items may be added to a signed plan.
 *
 *     planned <-> arranged -> delivered
 *         \---------\--> dropped
 *
 * Scenarios: tests/records/awareness_item.t
 */
#include "records/awareness_item.h"

#include "base/limits.h"
#include "records/awareness_material.h"
#include "records/awareness_plan.h"
#include "records/delivery.h"
#include "records/linked.h"
#include "records/observance.h"
#include "store/store.h"

static check_fn fits_its_plan;
static check_fn delivery_is_logged;
static check_fn lies_in_the_year;
static effect_fn settle;

static const struct choice methods[] = {
	{ .name = "poster", .label = "Poster" },
	{ .name = "presentation", .label = "Presentation" },
	{ .name = "handout", .label = "Handout" },
	{ .name = "quiz", .label = "Quiz" },
	{ .name = "event", .label = "Event" },
	{ .name = "speaker", .label = "Guest speaker" },
	{ .name = "course", .label = "Course" },
	{ .name = "phishing", .label = "Social engineering exercise" },
	{ .name = "video", .label = "Video" },
	{ .name = "notice", .label = "Notice to staff" },
	{ .name = "other", .label = "Something else" },
};

static const struct field fields[] = {
	[AWI_TITLE]        = { .name = "title", .label = "What is done", .type = T_BILINE,
	                       .max = 200, .required = true },
	[AWI_PLAN]         = { .name = "plan", .label = "Awareness plan", .type = T_LINK,
	                       .target = &awareness_plan_type, .required = true,
	                       .part_of = true },
	[AWI_METHOD]       = { .name = "method", .label = "How", .type = T_CHOICE,
	                       .choices = TABLE(methods), .required = true },
	[AWI_PLANNED_FOR]  = { .name = "planned_for", .label = "Planned for",
	                       .type = T_DATE, .required = true },
	[AWI_AUDIENCE]     = { .name = "audience", .label = "For whom", .type = T_BILINE,
	                       .max = 200 },
	[AWI_EXPECTED]     = { .name = "expected", .label = "People it should reach",
	                       .type = T_NUMBER, .max = 10000000 },
	[AWI_PLACE]        = { .name = "place", .label = "Where", .type = T_BILINE,
	                       .max = 200 },
	[AWI_SPEAKER]      = { .name = "speaker", .label = "Who speaks", .type = T_LINE,
	                       .max = 200 },
	[AWI_ARRANGED_ON]  = { .name = "arranged_on", .label = "Arranged on",
	                       .type = T_DATE,
	                       .help = "The day on which the speaker, room or print was "
	                               "confirmed." },
	[AWI_MATERIALS]    = { .name = "materials", .label = "Material", .type = T_LINK,
	                       .target = &awareness_material_type, .many = true },
	[AWI_OBSERVANCE]   = { .name = "observance", .label = "On the occasion of",
	                       .type = T_LINK, .target = &observance_type },
	[AWI_BECAUSE]      = { .name = "because", .label = "Because of", .type = T_LINK,
	                       .many = true,
	                       .help = "Incidents, findings or lessons whose repetition it "
	                               "should prevent." },
	[AWI_MOVED_TO]     = { .name = "moved_to", .label = "Moved to", .type = T_DATE,
	                       .check = lies_in_the_year },
	[AWI_DUE_ON]       = { .name = "due_on", .label = "Due", .type = T_DATE,
	                       .due_in = BIT(AWI_IS_PLANNED) | BIT(AWI_IS_ARRANGED),
	                       .set_by_program = true },
	[AWI_DELIVERED_ON] = { .name = "delivered_on", .label = "Last delivered on",
	                       .type = T_DATE, .set_by_program = true },
	[AWI_DELIVERIES]   = { .name = "deliveries", .label = "Deliveries",
	                       .type = T_NUMBER, .set_by_program = true },
	[AWI_REACH]        = { .name = "reach", .label = "People reached",
	                       .type = T_NUMBER, .set_by_program = true },
	[AWI_NOTE]         = { .name = "note", .label = "Note", .type = T_TEXT },
};
_Static_assert(COUNT(fields) == AWI__COUNT, "every field is described");

static const struct state states[] = {
	[AWI_IS_PLANNED]   = { .name = "planned", .label = "Planned", .open = true },
	[AWI_IS_ARRANGED]  = { .name = "arranged", .label = "Arranged", .open = true },
	[AWI_IS_DELIVERED] = { .name = "delivered", .label = "Delivered" },
	[AWI_IS_DROPPED]   = { .name = "dropped", .label = "Dropped" },
};
_Static_assert(COUNT(states) == AWI_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[AWI_MAY_KEEP] = { .name = "awareness_item.keep",
	                   .label = "Keep the items of awareness plans" },
};
_Static_assert(COUNT(rights) == AWI_MAY__COUNT, "every right is described");

#define TO_COME (BIT(AWI_IS_PLANNED) | BIT(AWI_IS_ARRANGED))

static const struct step steps[] = {
	{ .name = "arrange", .label = "Record that it is arranged",
	  .from = BIT(AWI_IS_PLANNED), .to = AWI_IS_ARRANGED, .right = AWI_MAY_KEEP,
	  .needs = BIT(AWI_ARRANGED_ON),
	  .takes = BIT(AWI_PLACE) | BIT(AWI_SPEAKER) | BIT(AWI_NOTE) },
	{ .name = "move", .label = "Move to another day",
	  .help = "The day that was signed stays in the record.",
	  .from = TO_COME, .to = AWI_IS_PLANNED, .right = AWI_MAY_KEEP,
	  .needs = BIT(AWI_MOVED_TO), .needs_reason = true },
	{ .name = "drop", .label = "Drop", .from = TO_COME, .to = AWI_IS_DROPPED,
	  .right = AWI_MAY_KEEP, .needs_reason = true },
	{ .name = "plan_again", .label = "Plan again", .from = BIT(AWI_IS_DROPPED),
	  .to = AWI_IS_PLANNED, .right = AWI_MAY_KEEP, .needs = BIT(AWI_MOVED_TO),
	  .needs_reason = true },
	{ .name = "deliver", .label = "Delivered", .from = TO_COME,
	  .to = AWI_IS_DELIVERED, .right = AWI_MAY_KEEP, .by_clock = true,
	  .check = delivery_is_logged },
};

static const int list[] = { AWI_TITLE, AWI_METHOD, AWI_PLAN, AWI_DUE_ON, AWI_DELIVERED_ON,
	                    AWI_REACH };

const struct record_type awareness_item_type = {
	.name = "awareness_item", .label = "Awareness item", .plural = "Awareness items",
	.code = "AWI", .group = N_("Awareness"),
	.help = "One thing that an awareness plan sets out to do, for whom and when.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = AWI_MAY_KEEP,
	.change = AWI_MAY_KEEP, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(AWI_IS_DELIVERED) | BIT(AWI_IS_DROPPED) },
	.check = fits_its_plan, .effect = settle,
};

/* ---- beside its plan ---- */

static bool in_the_year(const struct row *plan, const struct row *r, int field,
                        struct refusal *why)
{
	struct date d = row_date(r, field);

	if (!row_filled(r, field) || !plan ||
	    (date_compare(d, row_date(plan, AWP_STARTS_ON)) >= 0 &&
	     date_compare(d, row_date(plan, AWP_ENDS_ON)) <= 0))
		return true;
	return refuse(why, field, "lies outside of the year of the plan",
	              "Choose a day in it, or add the item to another plan.");
}

static bool lies_in_the_year(const struct act *a, const struct row *r, struct refusal *why)
{
	return in_the_year(row_linked(a, r, AWI_PLAN, &awareness_plan_type), r,
	                   AWI_MOVED_TO, why);
}

static const int signed_fields[] = { AWI_TITLE, AWI_PLAN, AWI_METHOD, AWI_PLANNED_FOR,
	                             AWI_AUDIENCE };

static bool same_value(const struct value *x, const struct value *y)
{
	bool linked = x->link_count > 0 && y->link_count > 0;

	return str_equal(x->text, y->text) && str_equal(x->french, y->french) &&
	       date_compare(x->date, y->date) == 0 && x->link_count == y->link_count &&
	       (!linked || id_equal(x->links[0], y->links[0]));
}

/* The first field of those that are signed which is no more as it was. */
static int signed_and_changed(const struct row *before, const struct row *r)
{
	for (size_t i = 0; i < COUNT(signed_fields); i++)
		if (!same_value(&before->values[signed_fields[i]],
		                &r->values[signed_fields[i]]))
			return signed_fields[i];
	return FIELD_NONE;
}

static bool stays_as_signed(const struct row *plan, const struct row *before,
                            const struct row *r, struct refusal *why)
{
	int field = before ? signed_and_changed(before, r) : AWI_PLAN;

	if (plan->state == AWP_IS_DRAFT || field == FIELD_NONE)
		return true;
	if (plan->state == AWP_IS_SUBMITTED)
		return refuse(why, field, "cannot change while the plan waits for the "
		                          "signature",
		              "Wait for the answer, or have the plan sent back.");
	if (plan->state == AWP_IS_CLOSED)
		return refuse(why, field, "belongs to a plan that is closed",
		              "Add it to the plan of this year.");
	if (!before)
		return true;
	return refuse(why, field, "stays as it was signed",
	              "Move it to another day, drop it, or take the plan back to draft.");
}

static bool fits_its_plan(const struct act *a, const struct row *r, struct refusal *why)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	const struct row *plan = row_linked(a, r, AWI_PLAN, &awareness_plan_type);
	struct row *before = NULL;

	if (!plan)
		return true;
	if (r->version > 0 && record_get(&act, &awareness_item_type, r->id, &before) != OK)
		before = NULL;
	/* Out of a signed plan it would only vanish from what was signed. */
	const struct row *was = before ? row_linked(a, before, AWI_PLAN,
	                                            &awareness_plan_type)
	                               : NULL;
	if (was && !id_equal(was->id, plan->id) && !stays_as_signed(was, before, r, why))
		return false;
	bool ok = in_the_year(plan, r, AWI_PLANNED_FOR, why);
	return stays_as_signed(plan, before, r, why) && ok;
}

/* ---- the log of deliveries ---- */

static bool delivery_is_logged(const struct act *a, const struct row *r,
                               struct refusal *why)
{
	if (rows_linking(a, &delivery_type, DLV_ITEM, r->id, 0) > 0)
		return true;
	return refuse(why, AWI_DELIVERIES, "are none: nothing is logged yet",
	              "Log the delivery with its day and reach.");
}

static enum fail settle(struct act *a, const struct row *before, const struct row *after)
{
	struct change *c = change_new(a->arena, &awareness_item_type);
	int day = row_filled(after, AWI_MOVED_TO) ? AWI_MOVED_TO : AWI_PLANNED_FOR;
	enum fail f;

	change_date(c, AWI_DUE_ON, row_date(after, day));
	f = record_set(a, &awareness_item_type, after->id, c);
	if (f == OK && before &&
	    !id_equal(row_link(before, AWI_PLAN), row_link(after, AWI_PLAN)))
		f = awareness_plan_count(a, row_link(before, AWI_PLAN));
	return f == OK ? awareness_plan_count(a, row_link(after, AWI_PLAN)) : f;
}

struct sum {
	int64_t count, reach;
	struct date last;
};

static enum fail sum_one(void *arg, const struct row *delivery)
{
	struct sum *s = arg;
	struct date d = row_date(delivery, DLV_DELIVERED_ON);

	s->count++;
	s->reach += row_number(delivery, DLV_REACH);
	if (!date_is_set(s->last) || date_compare(d, s->last) > 0)
		s->last = d;
	return OK;
}

static enum fail sum_deliveries(struct act *a, struct id item, struct sum *out)
{
	struct filter of = { .field = DLV_ITEM,
		             .op = LINKS_TO,
		             .value = { .filled = true, .links = &item, .link_count = 1 } };

	*out = (struct sum){ .last = DATE_NONE };
	return record_each(a,
	                   &(struct query){ .type = &delivery_type,
	                                    .filters = &of,
	                                    .filter_count = 1,
	                                    .limit = LIMIT_PAGE_ROWS },
	                   sum_one, out);
}

enum fail awareness_item_count(struct act *a, struct id item)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct change *c = change_new(a->arena, &awareness_item_type);
	struct refusal why = refusal_on(a->arena);
	struct row *r;
	struct sum sum;
	enum fail f = sum_deliveries(&act, item, &sum);

	if (f != OK)
		return f;
	change_number(c, AWI_DELIVERIES, sum.count);
	change_number(c, AWI_REACH, sum.reach);
	if (date_is_set(sum.last))
		change_date(c, AWI_DELIVERED_ON, sum.last);
	else
		change_empty(c, AWI_DELIVERED_ON);
	f = record_set(a, &awareness_item_type, item, c);
	if (f == OK)
		f = record_get(&act, &awareness_item_type, item, &r);
	if (f != OK || sum.count == 0 || !(TO_COME & BIT(r->state)))
		return f;
	f = record_step(&act, &awareness_item_type, item, 0,
	                step_find(&awareness_item_type, STR("deliver")), NULL, &why, &r);
	return f == OK ? awareness_plan_count(a, row_link(r, AWI_PLAN)) : f;
}
