/*
 * plan_check_finding.c -- the finding in the auditor's own form, written in one act.
 */
#include "actions/plan_check_parts.h"

#include "base/arena.h"
#include "base/limits.h"
#include "records/agreement.h"
#include "records/finding.h"
#include "records/linked.h"
#include "records/plan.h"
#include "records/plan_check.h"
#include "records/recommendation.h"
#include "store/store.h"

/* ---- the texts, in both languages ---- */

static struct str message_in(struct arena *a, enum lang lang, struct message m)
{
	return tr_message(a, lang, &m);
}

static struct str title_in(struct act *a, const struct check_view *v, enum lang lang)
{
	const struct judgement *j = &v->judgement;
	size_t open = j->count[ELEMENT_MISSING] + j->count[ELEMENT_PARTIAL];

	return message_in(
		a->arena, lang,
		MESSAGE3(N_("%1: %2 of %3 required elements are missing or partial"),
	                 row_title(v->plan, lang), str_format(a->arena, "%zu", open),
	                 str_format(a->arena, "%zu", j->element_count)));
}

static struct str gap_lines(struct arena *a, const struct judgement *j,
                            const struct said *said, enum lang lang)
{
	struct text t = text_on(a, LIMIT_TEXT_FIELD_BYTES);

	for (size_t i = 0; i < j->gap_count; i++) {
		if (i > 0)
			text_addc(&t, '\n');
		text_add(&t, said_in(said[i], lang));
	}
	return text_str(&t);
}

/* What is known of the cause: who is relied upon.  The rest is for a person to write. */
static struct str cause_in(struct act *a, const struct check_view *v, enum lang lang)
{
	struct text t = text_on(a->arena, LIMIT_TEXT_FIELD_BYTES);

	for (size_t i = 0; i < v->pack->element_count; i++) {
		const struct judged_element *e = &v->judgement.elements[i];

		if (e->state != ELEMENT_INHERITED)
			continue;
		if (t.n > 0)
			text_addc(&t, '\n');
		text_add(&t,
		         message_in(a->arena, lang,
		                    MESSAGE3(N_("%1 is done by %2 under the agreement %3."),
		                             e->element->id, e->facts->inherited_from,
		                             e->facts->agreement)));
	}
	return text_str(&t);
}

/* ---- writing ---- */

static bool may_write(const struct check_view *v, struct refusal *why)
{
	why->kind = REFUSAL_CONFLICT;
	if (v->open_count > 0)
		return refuse(why, FIELD_STATE, "some parts are still to be confirmed",
		              "Accept, reject or point out a passage for each of them.");
	if (v->judgement.gap_count == 0)
		return refuse(why, FIELD_STATE, "nothing is missing", NULL);
	if (v->finding)
		return refuse(why, FIELD_STATE, "this check has a finding already",
		              "Open the finding.");
	why->kind = REFUSAL_INCOMPLETE;
	return true;
}

static enum fail make_finding(struct act *a, const struct check_view *v,
                              const struct said *words, struct refusal *why,
                              struct row **out)
{
	const struct judgement *j = &v->judgement;
	struct said *phrases = arena_get(a->arena, (j->gap_count + 1) * sizeof(*phrases));
	struct change *c = change_new(a->arena, &finding_type);
	struct str cause = cause_in(a, v, LANG_EN);

	for (size_t i = 0; i < j->gap_count; i++)
		phrases[i] = j->gaps[i].phrase;
	change_bilingual(c, FND_TITLE, title_in(a, v, LANG_EN), title_in(a, v, LANG_FR));
	change_text(c, FND_SOURCE, STR("own_check"));
	change_link(c, FND_PLAN, v->plan->id);
	change_link(c, FND_CHECK, v->check->id);
	change_bilingual(c, FND_CONDITION, judge_condition(a->arena, j, LANG_EN),
	                 judge_condition(a->arena, j, LANG_FR));
	change_bilingual(c, FND_CRITERIA, v->pack->criteria.en, v->pack->criteria.fr);
	change_bilingual(c, FND_EFFECT, v->pack->effect.en, v->pack->effect.fr);
	if (cause.n > 0)
		change_bilingual(c, FND_CAUSE, cause, cause_in(a, v, LANG_FR));
	change_bilingual(c, FND_GAPS, gap_lines(a->arena, j, phrases, LANG_EN),
	                 gap_lines(a->arena, j, phrases, LANG_FR));
	change_bilingual(c, FND_RECOMMENDATION,
	                 gap_lines(a->arena, j, words, LANG_EN),
	                 gap_lines(a->arena, j, words, LANG_FR));
	return record_create(a, &finding_type, c, why, out);
}

static enum fail take_judgement(struct act *a, const struct check_view *v,
                                struct refusal *why)
{
	struct packs only = { .at = v->pack, .count = 1 };
	struct check_records r;
	struct row *after;
	enum fail f = check_records_load(a, &only, v->check->id, &r);

	if (f == OK)
		/* the version may have been approved since */
		f = check_records_count(a, &r);
	if (f != OK || v->check->state != PLC_IS_OPEN)
		return f;
	return record_step(a, &plan_check_type, v->check->id, 0,
	                   step_find(&plan_check_type, STR("judge")), NULL, why, &after);
}

/* What is settled for each gap of the judgement, in its order; nothing where nothing is. */
static bool settle_gaps(const struct judgement *j, const struct gap_settled *settled,
                        size_t count, struct gap_settled *out, struct refusal *why)
{
	size_t known = 0;

	for (size_t i = 0; i < j->gap_count; i++) {
		out[i] = (struct gap_settled){ .key = j->gaps[i].gap->key };
		for (size_t k = 0; k < count; k++)
			if (str_equal(settled[k].key, out[i].key)) {
				out[i] = settled[k];
				known++;
			}
	}
	return known == count ||
	       refuse(why, FIELD_NONE, "one of the gaps that were settled is none any more",
	              "Open the judgement again.");
}

enum fail plan_check_finding(struct act *a, const struct check_view *v,
                             const struct gap_settled *settled, size_t count,
                             struct refusal *why, struct row **finding)
{
	const struct judgement *j = &v->judgement;
	struct gap_settled *gaps = arena_get(a->arena, (j->gap_count + 1) * sizeof(*gaps));
	struct said *words = arena_get(a->arena, (j->gap_count + 1) * sizeof(*words));

	if (!may_write(v, why) || !settle_gaps(j, settled, count, gaps, why))
		return FAIL_REFUSED;
	for (size_t i = 0; i < j->gap_count; i++)
		words[i] = gap_recommended(a, j->gaps[i].gap, &gaps[i]);
	enum fail f = make_finding(a, v, words, why, finding);

	for (size_t i = 0; f == OK && i < j->gap_count; i++)
		f = gap_write(a, &j->gaps[i], &gaps[i], *finding, why);
	return f == OK ? take_judgement(a, v, why) : f;
}

/* ---- what it leaves open ---- */

static const struct row *recommendation_for(const struct answer *rows, struct str key)
{
	for (size_t i = 0; i < rows->count; i++)
		if (str_equal(row_text(rows->rows[i], REC_MERGE_KEY), key))
			return rows->rows[i];
	return NULL;
}

static struct str name_of(struct act *a, struct id id)
{
	struct link_face face = { .masked = true };

	if (!id_is_set(id))
		return STR_NONE;
	if (link_faces(a, &id, 1, &face) != OK || face.masked)
		return STR("…");
	return face.title;
}

/* Who is relied upon: the other side of the first agreement that the plan names. */
static struct str relied_on(struct act *a, const struct row *plan)
{
	const struct row *agreement = row_linked(a, plan, PLN_AGREEMENTS, &agreement_type);

	if (!agreement)
		return STR_NONE;
	return row_filled(agreement, AGR_PARTY) ? row_text(agreement, AGR_PARTY)
	                                        : row_title(agreement, a->actor->lang);
}

static void fill_answers(struct act *a, const struct judgement *j,
                         const struct answer *rows, struct gap_answer *answers,
                         struct finding_facts *facts)
{
	for (size_t i = 0; i < j->gap_count; i++) {
		const struct row *r = recommendation_for(rows, j->gaps[i].gap->key);

		if (!r)
			continue;
		answers[i].recommendation = row_text_in(r, REC_WORDS, a->actor->lang);
		answers[i].owner = name_of(a, r->owner);
		answers[i].due = row_date(r, REC_DUE_ON);
		if (date_is_set(answers[i].due) &&
		    (!date_is_set(facts->response_due) ||
		     date_compare(answers[i].due, facts->response_due) > 0))
			facts->response_due = answers[i].due;
	}
}

enum fail plan_finding_warnings(struct act *a, const struct packs *packs,
                                const struct row *finding, const struct message **out,
                                size_t *count)
{
	struct judgement *j = ARENA_NEW(a->arena, struct judgement);
	struct check_records r;
	struct answer rows;

	*out = NULL;
	*count = 0;
	if (!row_filled(finding, FND_CHECK))
		return OK;
	enum fail f = check_records_load(a, packs, row_link(finding, FND_CHECK), &r);
	if (f == OK)
		f = check_records_judge(a, &r, j);
	if (f == OK)
		f = rows_of(a, &recommendation_type, REC_FINDING, finding->id, &rows);
	if (f != OK)
		return f;
	struct gap_answer *answers =
		arena_get(a->arena, (j->gap_count + 1) * sizeof(*answers));
	struct finding_facts facts = { .judgement = j,
		                       .answers = answers,
		                       .response = row_text_in(finding, FND_RESPONSE,
		                                               a->actor->lang),
		                       .relies_on = relied_on(a, r.plan) };
	fill_answers(a, j, &rows, answers, &facts);
	*out = finding_warnings(a->arena, &facts, a->actor->lang, count);
	return OK;
}
