/*
 * plan_check_answer.c -- what a person says about a part: it is here, it is there, it is
 * nowhere, it does not apply, others do it.
 */
#include "actions/plan_check_parts.h"

#include "base/arena.h"
#include "records/plan_check.h"
#include "records/plan_element.h"
#include "store/store.h"

typedef bool fill_fn(struct change *c, const struct check_view *v,
                     const struct check_answer *answer, struct refusal *why);

static const struct check_element *element_named(const struct check_view *v, struct str id)
{
	for (size_t i = 0; i < v->pack->element_count; i++)
		if (str_equal(v->elements[i].element->id, id))
			return &v->elements[i];
	return NULL;
}

static bool is_proposed(const struct check_part *part, size_t passage)
{
	for (size_t i = 0; i < part->proposals->count; i++)
		if (part->proposals->at[i].passage == passage)
			return true;
	return false;
}

/* An answer already given is taken back first; history keeps it. */
static enum fail reopen(struct act *a, const struct row *record, int64_t version,
                        struct refusal *why)
{
	struct row *after;

	if (record->state == PLE_IS_OPEN)
		return OK;
	return record_step(a, &plan_element_type, record->id, version,
	                   step_find(&plan_element_type, STR("reopen")), NULL, why, &after);
}

static enum fail answer_part(struct act *a, const struct check_view *v,
                             const struct check_part *part, const char *step,
                             const struct check_answer *answer, fill_fn *fill,
                             struct refusal *why)
{
	struct change *c = change_new(a->arena, &plan_element_type);
	int64_t version = answer->version;
	struct row *after;

	if (!part->record)
		return fail_say(FAIL_NOT_FOUND, "the part has no record in this check");
	if (fill && !fill(c, v, answer, why))
		return FAIL_REFUSED;
	enum fail f = reopen(a, part->record, version, why);
	if (f != OK)
		return f;
	if (part->record->state != PLE_IS_OPEN)
		version = 0;
	return record_step(a, &plan_element_type, part->record->id, version,
	                   step_find(&plan_element_type, str_of(step)), c, why, &after);
}

static enum fail recount(struct act *a, const struct check_view *v)
{
	struct packs only = { .at = v->pack, .count = 1 };
	struct check_records r, other;
	enum fail f = check_records_load(a, &only, v->check->id, &r);

	if (f == OK)
		f = check_records_count(a, &r);
	if (f != OK || !r.other || r.other->state != PLC_IS_OPEN)
		return f;
	f = check_records_load(a, &only, r.other->id, &other);
	return f == OK ? check_records_count(a, &other) : f;
}

static bool is_here(const struct check_part *part, struct refusal *why)
{
	if (!part->elsewhere)
		return true;
	why->kind = REFUSAL_CONFLICT;
	return refuse(why, FIELD_NONE, "another document of the plan holds this part",
	              "Answer in the check of that document.");
}

static bool may_still_answer(const struct check_view *v, struct refusal *why)
{
	if (v->check->state == PLC_IS_OPEN)
		return true;
	why->kind = REFUSAL_CONFLICT;
	return refuse(why, FIELD_STATE,
	              v->check->state == PLC_IS_REPLACED
	                      ? N_("a newer check has replaced this one")
	                      : N_("this check has been judged"),
	              v->check->state == PLC_IS_REPLACED
	                      ? N_("Answer in the newer check.")
	                      : N_("Reopen the check first."));
}

/* `step` null: accept or point, by whether the passage was proposed. */
static enum fail answer_all(struct act *a, const struct check_view *v, const char *step,
                            const struct check_answer *answer, fill_fn *fill,
                            struct refusal *why)
{
	const struct check_element *e = element_named(v, answer->element);
	bool found = false;
	enum fail f = OK;

	if (!may_still_answer(v, why))
		return FAIL_REFUSED;
	for (size_t i = 0; e && f == OK && i < e->element->part_count; i++) {
		const struct check_part *part = &e->parts[i];

		if (answer->part.n > 0 && !str_equal(part->part->id, answer->part))
			continue;
		found = true;
		if (!is_here(part, why))
			return FAIL_REFUSED;
		const char *name = step                                 ? step
		                   : is_proposed(part, answer->passage) ? "accept"
		                                                        : "point";
		f = answer_part(a, v, part, name, answer, fill, why);
	}
	if (!found)
		return fail_say(FAIL_NOT_FOUND, "the pack has no such part");
	return f == OK ? recount(a, v) : f;
}

static bool fill_passage(struct change *c, const struct check_view *v,
                         const struct check_answer *answer, struct refusal *why)
{
	if (answer->passage >= v->text.count)
		return refuse(why, FIELD_NONE, "the document has no such passage",
		              "Choose a passage of the text that is shown.");
	change_passage(c, &v->text, answer->passage, row_text(v->check, PLC_SHA256));
	change_link(c, PLE_VERSION, row_link(v->check, PLC_VERSION));
	return true;
}

static bool fill_reason(struct change *c, const struct check_view *v,
                        const struct check_answer *answer, struct refusal *why)
{
	(void)v;
	(void)why;
	if (answer->reason.n > 0)
		change_text(c, PLE_REASON, answer->reason);
	return true;
}

/* Somebody else than the person who says so. */
static bool fill_excuse(struct change *c, const struct check_view *v,
                        const struct check_answer *answer, struct refusal *why)
{
	(void)v;
	if (id_is_set(answer->approver))
		change_link(c, PLE_APPROVER, answer->approver);
	return fill_reason(c, v, answer, why);
}

static bool fill_agreement(struct change *c, const struct check_view *v,
                           const struct check_answer *answer, struct refusal *why)
{
	if (id_is_set(answer->agreement))
		change_link(c, PLE_AGREEMENT, answer->agreement);
	return fill_excuse(c, v, answer, why);
}

enum fail plan_check_accept(struct act *a, const struct check_view *v,
                            const struct check_answer *answer, struct refusal *why)
{
	if (answer->part.n == 0) {
		refuse(why, FIELD_NONE, "no part is named",
		       "Each part is found in a passage of its own.");
		return FAIL_REFUSED;
	}
	return answer_all(a, v, NULL, answer, fill_passage, why);
}

enum fail plan_check_reject(struct act *a, const struct check_view *v,
                            const struct check_answer *answer, struct refusal *why)
{
	return answer_all(a, v, "reject", answer, fill_reason, why);
}

enum fail plan_check_excuse(struct act *a, const struct check_view *v,
                            const struct check_answer *answer, struct refusal *why)
{
	if (id_is_set(answer->approver) && id_equal(answer->approver, a->actor->person)) {
		refuse(why, PLE_APPROVER,
		       "is the same person who says that it does not apply",
		       "Have another person approve it.");
		return FAIL_REFUSED;
	}
	return answer_all(a, v, "excuse", answer, fill_excuse, why);
}

enum fail plan_check_inherit(struct act *a, const struct check_view *v,
                             const struct check_answer *answer, struct refusal *why)
{
	return answer_all(a, v, "inherit", answer, fill_agreement, why);
}

static enum fail reopen_part(struct act *a, const struct check_part *part, int64_t version,
                             struct refusal *why)
{
	if (!is_here(part, why))
		return FAIL_REFUSED;
	return part->record ? reopen(a, part->record, version, why) : OK;
}

enum fail plan_check_reopen(struct act *a, const struct check_view *v,
                            const struct check_answer *answer, struct refusal *why)
{
	const struct check_element *e = element_named(v, answer->element);
	enum fail f = e ? OK : fail_say(FAIL_NOT_FOUND, "the pack has no such element");

	if (!may_still_answer(v, why))
		return FAIL_REFUSED;
	for (size_t i = 0; f == OK && i < e->element->part_count; i++)
		if (answer->part.n == 0 || str_equal(e->parts[i].part->id, answer->part))
			f = reopen_part(a, &e->parts[i], answer->version, why);
	return f == OK ? recount(a, v) : f;
}
