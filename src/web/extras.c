/*
 * extras.c -- what some types offer on their page besides what follows from their table.
 */
#include "web/record.h"
#include "web/web.h"

#include "actions/plan_check.h"
#include "actions/view.h"
#include "records/acknowledgement_request.h"
#include "records/awareness_item.h"
#include "records/awareness_plan.h"
#include "records/delivery.h"
#include "records/document_version.h"
#include "records/finding.h"
#include "records/keeping.h"
#include "records/legal_hold.h"
#include "records/list_view.h"
#include "records/plan.h"
#include "records/plan_check.h"
#include "records/quiz.h"
#include "records/quiz_question.h"
#include "records/training_completion.h"

static void add(struct visit *v, struct record_view *out, struct str href,
                const char *label, bool main)
{
	out->extras.at[out->extras.count++] =
		(struct shown_step){ .href = href, .label = SAY(v, label), .main = main };
}

static enum fail finding_extras(struct visit *v, struct act *a, const struct row *r,
                                struct record_view *out)
{
	const struct message *warnings;
	size_t count;
	enum fail f = plan_finding_warnings(a, v->site->packs, r, &warnings, &count);

	if (f != OK)
		return f;
	out->warnings.at = ARENA_TRY(v->arena, struct shown_text, count + 1);
	if (!out->warnings.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < count; i++)
		out->warnings.at[out->warnings.count++] =
			(struct shown_text){ words_sentence(
				v->arena, tr_message(v->arena, v->lang, &warnings[i])) };
	add(v, out, str_format(v->arena, "%.*s/gaps", STR_ARG(out->head.href)),
	    N_("Owners and dates of the gaps"), false);
	return OK;
}

/* A new part of this record, its link filled in. */
static void add_part(struct visit *v, struct record_view *out, const struct record_type *t,
                     const char *field, const char *label, bool main)
{
	if (visit_may_create(v, t))
		add(v, out,
		    str_format(v->arena, "/%s/new?%s=%.*s", t->name, field,
		               STR_ARG(out->head.code)),
		    label, main);
}

static void awareness_extras(struct visit *v, const struct row *r, struct record_view *out)
{
	if (type_is(r->type, &awareness_plan_type) && r->state != AWP_IS_SUBMITTED &&
	    r->state != AWP_IS_CLOSED)
		add_part(v, out, &awareness_item_type, "plan", N_("Add an item"), false);
	if (type_is(r->type, &awareness_plan_type))
		add(v, out,
		    str_format(v->arena, "/awareness_item?plan=%.*s&sort=due_on",
		               STR_ARG(out->head.code)),
		    N_("Items by their day"), false);
	if (type_is(r->type, &awareness_item_type) && r->state != AWI_IS_DROPPED)
		add_part(v, out, &delivery_type, "item", N_("Log a delivery"), true);
}

static void quiz_extras(struct visit *v, const struct row *r, struct record_view *out)
{
	if (r->state == QUZ_IS_DRAFT)
		add_part(v, out, &quiz_question_type, "quiz", N_("Add a question"), true);
	if (r->state == QUZ_IS_OPEN)
		add(v, out,
		    str_format(v->arena, "/q/%.*s", STR_ARG(row_text(r, QUZ_LINK_KEY))),
		    N_("Take the quiz: the link to send"), true);
	if (r->state != QUZ_IS_DRAFT && visit_may_read(v, &quiz_question_type))
		add(v, out, str_format(v->arena, "%.*s/results", STR_ARG(out->head.href)),
		    N_("Results"), false);
}

/* Until when it is kept, and what holds it; a hold that the reader may not see by its code.
 */
static enum fail load_keeping(struct visit *v, struct act *a, const struct row *r,
                              struct record_view *out)
{
	const struct row *hold;
	struct keeping k;
	struct kept_until until;
	enum fail f = hold_on(a, r->type, r->id, r->unit, &hold);

	if (f == OK)
		f = keeping_of(a, r->type, &k);
	if (f == OK)
		f = keeping_until(a, &k, r, &until);
	if (f != OK)
		return f;
	if (hold)
		out->hold = visit_words(
			v,
			N_("This record is under a legal hold: %1. Nothing of it is "
		           "destroyed until it is released."),
			row_code(v->arena, hold));
	if (date_is_set(until.due_on) && row_filled(r, 0))
		out->kept = visit_words(
			v,
			date_compare(until.due_on, v->today) <= 0
				? N_("Its time is over: due for disposal since %1.")
				: N_("Kept until %1."),
			words_date(v->arena, v->lang, until.due_on));
	return OK;
}

enum fail record_extras(struct visit *v, struct act *a, const struct row *r,
                        struct record_view *out)
{
	enum fail f = load_keeping(v, a, r, out);

	if (f != OK)
		return f;
	out->extras.at = ARENA_TRY(v->arena, struct shown_step, 4);
	if (!out->extras.at)
		return FAIL_MEMORY;
	if (type_is(r->type, &plan_type) && visit_may_create(v, &plan_check_type))
		add(v, out,
		    str_format(v->arena, "/check?plan=%.*s", STR_ARG(out->head.code)),
		    N_("Check this plan"), true);
	if (type_is(r->type, &plan_check_type)) {
		add(v, out, str_format(v->arena, "%.*s/work", STR_ARG(out->head.href)),
		    N_("Confirm the parts"), r->state == PLC_IS_OPEN);
		add(v, out, str_format(v->arena, "%.*s/report", STR_ARG(out->head.href)),
		    N_("Judgement and report"), false);
	}
	if (type_is(r->type, &acknowledgement_request_type) && r->state != ACR_IS_DRAFT)
		add(v, out, str_format(v->arena, "%.*s/people", STR_ARG(out->head.href)),
		    N_("Who has acknowledged"), r->state == ACR_IS_OPEN);
	if (type_is(r->type, &list_view_type))
		add(v, out,
		    view_href(v->arena, r),
		    N_("Open the list"), true);
	awareness_extras(v, r, out);
	if (type_is(r->type, &quiz_type))
		quiz_extras(v, r, out);
	if (type_is(r->type, &finding_type) && row_filled(r, FND_CHECK))
		return finding_extras(v, a, r, out);
	return OK;
}

void list_offer_fill(struct visit *v, const struct record_type *t, struct list_offer *out)
{
	if (type_is(t, &training_completion_type) && visit_may_create(v, t))
		*out = (struct list_offer){ STR("/training_completion/list"),
			                    SAY(v, N_("Courses from a list")) };
}
