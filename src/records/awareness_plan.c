/*
 * awareness_plan.c -- what an organisation does in one year to make people aware of
 * security, signed by its executive.
 *
 * A plan is its items (awareness_item.c).  Submitting it writes down what it holds; the
 * sign-off binds that list with the rest, by person, moment and hash.  While it waits for
 * the signature no item can be changed; afterwards what was signed stays, and items move
 * with a reason.  A review looks at it during its year.
 *
 *     draft <-> submitted -> signed -> closed
 *       ^------- revise -------'
 *
 * Scenarios: tests/records/awareness_plan.t
 */
#include "records/awareness_plan.h"

#include "base/limits.h"
#include "records/awareness_item.h"
#include "records/linked.h"
#include "records/person.h"
#include "store/store.h"

static check_fn year_is_in_order;
static check_fn holds_items;
static check_fn review_has_come;
static check_fn nothing_is_open;
static effect_fn write_listing;
static effect_fn forget_listing;
static effect_fn signed_now;

static const struct choice results[] = {
	{ .name = "fits", .label = "Fits as it is" },
	{ .name = "adjusted", .label = "Items were moved, added or dropped" },
	{ .name = "to_revise", .label = "Has to be written anew" },
};

static const struct field fields[] = {
	[AWP_TITLE]         = { .name = "title", .label = "Title", .type = T_BILINE,
	                        .max = 200, .required = true },
	[AWP_STARTS_ON]     = { .name = "starts_on", .label = "First day of its year",
	                        .type = T_DATE, .required = true },
	[AWP_ENDS_ON]       = { .name = "ends_on", .label = "Last day of its year",
	                        .type = T_DATE, .required = true },
	[AWP_LEAD]          = { .name = "lead", .label = "Who carries it out",
	                        .type = T_LINK, .target = &person_type },
	[AWP_AUDIENCE]      = { .name = "audience", .label = "For whom",
	                        .type = T_BITEXT },
	[AWP_GOALS]         = { .name = "goals", .label = "What it is to achieve",
	                        .type = T_BITEXT },
	[AWP_LISTING]       = { .name = "listing", .label = "Items that are signed",
	                        .type = T_BITEXT, .set_by_program = true,
	                        .bound = true,
	                        .help = "Written when the plan is submitted; the sign-off "
	                                "binds it." },
	[AWP_ADVICE]        = { .name = "advice", .label = "Why it was sent back",
	                        .type = T_TEXT, .after_approval = true },
	[AWP_SIGNED_ON]     = { .name = "signed_on", .label = "Signed on",
	                        .type = T_DATE, .set_by_program = true },
	[AWP_SIGNED_BY]     = { .name = "signed_by", .label = "Signed by",
	                        .type = T_LINK, .target = &person_type,
	                        .set_by_program = true },
	[AWP_COVERS_FROM]   = { .name = "covers_from", .label = "In place from",
	                        .type = T_DATE, .set_by_program = true,
	                        .help = "The first day of its year, or the day on which it "
	                                "was submitted when that was later." },
	[AWP_IN_FORCE_FROM] = { .name = "in_force_from", .label = "In force from",
	                        .type = T_DATE, .set_by_program = true,
	                        .help = "The first day of its year, or the day on which it "
	                                "was signed when that was later." },
	[AWP_REVIEWED_ON]   = { .name = "reviewed_on", .label = "Last reviewed on",
	                        .type = T_DATE, .after_approval = true },
	[AWP_REVIEW_RESULT] = { .name = "review_result", .label = "Result of the review",
	                        .type = T_CHOICE, .choices = TABLE(results),
	                        .after_approval = true },
	[AWP_REVIEW_NOTE]   = { .name = "review_note", .label = "What the review found",
	                        .type = T_TEXT, .after_approval = true },
	[AWP_REVIEW_DUE_ON] = { .name = "review_due_on", .label = "Next review due",
	                        .type = T_DATE, .due_in = BIT(AWP_IS_SIGNED),
	                        .after_approval = true },
	[AWP_ITEMS]         = { .name = "items", .label = "Items", .type = T_NUMBER,
	                        .set_by_program = true,
	                        .help = "Without those that were dropped." },
	[AWP_DELIVERED]     = { .name = "delivered", .label = "Items delivered",
	                        .type = T_NUMBER, .set_by_program = true },
	[AWP_REACH]         = { .name = "reach", .label = "People reached",
	                        .type = T_NUMBER, .set_by_program = true,
	                        .help = "The sum over all deliveries: somebody who came "
	                                "twice counts twice." },
	[AWP_OUTCOME]       = { .name = "outcome", .label = "What came of it",
	                        .type = T_BITEXT, .after_approval = true },
};
_Static_assert(COUNT(fields) == AWP__COUNT, "every field is described");

static const struct state states[] = {
	[AWP_IS_DRAFT]     = { .name = "draft", .label = "Draft", .open = true },
	[AWP_IS_SUBMITTED] = { .name = "submitted", .label = "Waits for the signature",
	                       .open = true },
	[AWP_IS_SIGNED]    = { .name = "signed", .label = "Signed" },
	[AWP_IS_CLOSED]    = { .name = "closed", .label = "Closed", .locked = true },
};
_Static_assert(COUNT(states) == AWP_IS__COUNT, "every state is described");

static const struct right rights[] = {
	[AWP_MAY_WRITE]  = { .name = "awareness_plan.write",
	                     .label = "Write awareness plans" },
	[AWP_MAY_SIGN]   = { .name = "awareness_plan.sign",
	                     .label = "Sign awareness plans" },
	[AWP_MAY_REVIEW] = { .name = "awareness_plan.review",
	                     .label = "Review and close awareness plans" },
};
_Static_assert(COUNT(rights) == AWP_MAY__COUNT, "every right is described");

static const struct step steps[] = {
	{ .name = "submit", .label = "Submit for signature",
	  .help = "Writes down the items as they are now. They stay so until the answer.",
	  .from = BIT(AWP_IS_DRAFT), .to = AWP_IS_SUBMITTED, .right = AWP_MAY_WRITE,
	  .needs = BIT(AWP_LEAD) | BIT(AWP_GOALS), .takes = BIT(AWP_AUDIENCE),
	  .check = holds_items, .effect = write_listing },
	{ .name = "send_back", .label = "Send back", .from = BIT(AWP_IS_SUBMITTED),
	  .to = AWP_IS_DRAFT, .right = AWP_MAY_SIGN, .needs = BIT(AWP_ADVICE),
	  .effect = forget_listing },
	{ .name = "sign", .label = "Sign",
	  .help = "Binds you, this moment and the plan with its items as they stand here.",
	  .from = BIT(AWP_IS_SUBMITTED), .to = AWP_IS_SIGNED, .right = AWP_MAY_SIGN,
	  .needs = BIT(AWP_LISTING), .takes = BIT(AWP_REVIEW_DUE_ON), .not_author = true,
	  .approval = true, .void_to = AWP_IS_DRAFT, .effect = signed_now },
	{ .name = "review", .label = "Record a review", .from = BIT(AWP_IS_SIGNED),
	  .to = AWP_IS_SIGNED, .right = AWP_MAY_REVIEW,
	  .needs = BIT(AWP_REVIEWED_ON) | BIT(AWP_REVIEW_RESULT),
	  .takes = BIT(AWP_REVIEW_NOTE) | BIT(AWP_REVIEW_DUE_ON),
	  .check = review_has_come },
	{ .name = "revise", .label = "Take back to draft",
	  .help = "The signature ends with it.",
	  .from = BIT(AWP_IS_SIGNED), .to = AWP_IS_DRAFT, .right = AWP_MAY_WRITE,
	  .needs_reason = true, .effect = forget_listing },
	{ .name = "close", .label = "Close the year", .from = BIT(AWP_IS_SIGNED),
	  .to = AWP_IS_CLOSED, .right = AWP_MAY_REVIEW, .needs = BIT(AWP_OUTCOME),
	  .check = nothing_is_open },
};

static const int list[] = { AWP_TITLE, AWP_STARTS_ON, AWP_ENDS_ON, AWP_ITEMS,
	                    AWP_DELIVERED, AWP_REACH, AWP_SIGNED_ON };

const struct record_type awareness_plan_type = {
	.name = "awareness_plan", .label = "Awareness plan", .plural = "Awareness plans",
	.code = "AWP", .group = N_("Awareness"),
	.help = "What is done in one year so that people know how to protect information, "
	        "signed by the executive.",
	.fields = TABLE(fields), .states = TABLE(states), .steps = TABLE(steps),
	.rights = TABLE(rights), .list = TABLE(list), .create = AWP_MAY_WRITE,
	.change = AWP_MAY_WRITE, .owner_may_change = true,
	.retention = "security-administration",
	.over = { .in = BIT(AWP_IS_CLOSED), .on = AWP_ENDS_ON },
	.check = year_is_in_order,
};

static bool year_is_in_order(const struct act *a, const struct row *r, struct refusal *why)
{
	bool ok = dates_in_order(r, AWP_STARTS_ON, AWP_ENDS_ON, why);

	(void)a;
	if (ok && date_compare(row_date(r, AWP_ENDS_ON),
	                       date_add_months(row_date(r, AWP_STARTS_ON), 13)) > 0)
		return refuse(why, AWP_ENDS_ON, "lies more than a year after the first day",
		              "Write a plan for each year.");
	return ok;
}

static bool holds_items(const struct act *a, const struct row *r, struct refusal *why)
{
	uint64_t kept = BIT(AWI_IS__COUNT) - 1 - BIT(AWI_IS_DROPPED);

	if (rows_linking(a, &awareness_item_type, AWI_PLAN, r->id, kept) > 0)
		return true;
	return refuse(why, AWP_ITEMS, "are missing: nothing is planned yet",
	              "Add the posters, talks, quizzes and events of the year.");
}

static bool review_has_come(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_has_come(a, r, AWP_REVIEWED_ON, why);
}

static bool nothing_is_open(const struct act *a, const struct row *r, struct refusal *why)
{
	uint64_t open = BIT(AWI_IS_PLANNED) | BIT(AWI_IS_ARRANGED);

	if (rows_linking(a, &awareness_item_type, AWI_PLAN, r->id, open) == 0)
		return true;
	return refuse(why, FIELD_STATE, "items of this plan are still to be delivered",
	              "Log their delivery, or drop them with a reason.");
}

/* ---- what is signed ---- */

static struct query items_of(struct act *a, const struct row *plan)
{
	struct filter *of = ARENA_NEW(a->arena, struct filter);

	*of = (struct filter){
		.field = AWI_PLAN,
		.op = LINKS_TO,
		.value = { .filled = true, .links = &plan->id, .link_count = 1 }
	};
	return (struct query){ .type = &awareness_item_type,
		               .filters = of,
		               .filter_count = 1,
		               .sort = AWI_PLANNED_FOR,
		               .limit = LIMIT_PAGE_ROWS };
}

struct listing {
	struct text english, french;
};

static const char *method_label(const struct row *item)
{
	const struct field *f = &awareness_item_type.fields.at[AWI_METHOD];
	struct str name = row_text(item, AWI_METHOD);

	for (size_t i = 0; i < f->choices.count; i++)
		if (str_is(name, f->choices.at[i].name))
			return f->choices.at[i].label;
	return "";
}

static void list_item(struct arena *a, struct text *out, const struct row *item,
                      enum lang lang)
{
	struct str audience = row_text_in(item, AWI_AUDIENCE, lang);
	struct message m =
		MESSAGE3("%1, %2: %3", date_text(a, row_date(item, AWI_PLANNED_FOR)),
	                 str_of(tr(lang, method_label(item))), row_title(item, lang));

	if (out->n > 0)
		text_addc(out, '\n');
	text_addz(out, "- ");
	text_add(out, tr_message(a, lang, &m));
	if (audience.n > 0)
		text_addf(out, " (%.*s)", STR_ARG(audience));
}

static enum fail list_one(void *arg, const struct row *item)
{
	struct listing *l = arg;

	if (item->state == AWI_IS_DROPPED)
		return OK;
	list_item(l->english.arena, &l->english, item, LANG_EN);
	list_item(l->french.arena, &l->french, item, LANG_FR);
	return OK;
}

/* From when on it is there: not before its year, and not before today. */
static struct date first_day(const struct act *a, const struct row *plan)
{
	struct date starts = row_date(plan, AWP_STARTS_ON);

	return date_compare(act_today(a), starts) > 0 ? act_today(a) : starts;
}

static enum fail write_listing(struct act *a, const struct row *before,
                               const struct row *after)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct query q = items_of(a, after);
	struct listing l = { text_on(a->arena, LIMIT_TEXT_FIELD_BYTES),
		             text_on(a->arena, LIMIT_TEXT_FIELD_BYTES) };
	struct change *c = change_new(a->arena, &awareness_plan_type);
	enum fail f = record_each(&act, &q, list_one, &l);

	(void)before;
	if (f != OK)
		return f;
	if (text_failed(&l.english) || text_failed(&l.french))
		return fail_say(FAIL_FULL, "the items of an awareness plan make more "
		                           "text than a field holds");
	change_bilingual(c, AWP_LISTING, text_str(&l.english), text_str(&l.french));
	if (!row_filled(after, AWP_COVERS_FROM))
		change_date(c, AWP_COVERS_FROM, first_day(a, after));
	return record_set(a, &awareness_plan_type, after->id, c);
}

/* What is not signed is not shown as if it were; and a signature on it is void. */
static enum fail forget_listing(struct act *a, const struct row *before,
                                const struct row *after)
{
	struct change *c = change_new(a->arena, &awareness_plan_type);

	(void)before;
	change_empty(c, AWP_LISTING);
	change_empty(c, AWP_SIGNED_ON);
	change_empty(c, AWP_SIGNED_BY);
	change_empty(c, AWP_IN_FORCE_FROM);
	return record_set(a, &awareness_plan_type, after->id, c);
}

static enum fail signed_now(struct act *a, const struct row *before,
                            const struct row *after)
{
	struct change *c = change_new(a->arena, &awareness_plan_type);

	(void)before;
	change_date(c, AWP_SIGNED_ON, act_today(a));
	change_date(c, AWP_IN_FORCE_FROM, first_day(a, after));
	if (id_is_set(a->actor->person))
		change_link(c, AWP_SIGNED_BY, a->actor->person);
	return record_set(a, &awareness_plan_type, after->id, c);
}

/* ---- what came of it ---- */

struct tally {
	int64_t items, delivered, reach;
};

static enum fail tally_one(void *arg, const struct row *item)
{
	struct tally *t = arg;

	t->items += item->state != AWI_IS_DROPPED;
	t->delivered += item->state == AWI_IS_DELIVERED;
	t->reach += row_number(item, AWI_REACH);
	return OK;
}

enum fail awareness_plan_count(struct act *a, struct id plan)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct query q = items_of(a, &(struct row){ .id = plan });
	struct change *c = change_new(a->arena, &awareness_plan_type);
	struct tally t = { 0 };
	enum fail f = record_each(&act, &q, tally_one, &t);

	if (f != OK)
		return f;
	change_number(c, AWP_ITEMS, t.items);
	change_number(c, AWP_DELIVERED, t.delivered);
	change_number(c, AWP_REACH, t.reach);
	return record_set(a, &awareness_plan_type, plan, c);
}
