/*
 * plan_check_gap.c -- what is settled about a gap: its recommendation, and the corrective
 * action that somebody takes by a day.
 */
#include "actions/plan_check_parts.h"

#include "base/arena.h"
#include "records/corrective_action.h"
#include "records/linked.h"
#include "records/recommendation.h"

/* The sentence names the gap in its midst; as a title it begins with a capital. */
static struct str as_title(struct arena *a, struct str phrase)
{
	static const char *const small[] = { "à", "â", "ç", "é", "è", "ê", "î", "ô" };
	static const char *const capital[] = { "À", "Â", "Ç", "É", "È", "Ê", "Î", "Ô" };

	for (size_t i = 0; i < COUNT(small); i++)
		if (str_starts(phrase, small[i]))
			return str_format(a, "%s%.*s", capital[i],
			                  STR_ARG(str_from(phrase, strlen(small[i]))));
	if (phrase.n == 0 || phrase.p[0] < 'a' || phrase.p[0] > 'z')
		return phrase;
	return str_format(a, "%c%.*s", phrase.p[0] - 'a' + 'A',
	                  STR_ARG(str_from(phrase, 1)));
}

static struct said in_language(enum lang lang, struct str words)
{
	return lang == LANG_FR ? (struct said){ .fr = words }
	                       : (struct said){ .en = words };
}

/* Words of one's own take the place of the pack's in both languages. */
struct said gap_recommended(const struct act *a, const struct pack_gap *gap,
                            const struct gap_settled *g)
{
	struct said pack = gap->recommendation;
	struct str words = str_trim(g->words);

	if (words.n == 0 || str_equal(words, str_trim(said_in(pack, a->actor->lang))))
		return pack;
	return in_language(a->actor->lang, words);
}

static enum fail make_recommendation(struct act *a,
                                     const struct judged_gap *gap,
                                     const struct gap_settled *g, const struct row *finding,
                                     struct refusal *why, struct row **made)
{
	struct change *c = change_new(a->arena, &recommendation_type);
	struct said words = gap_recommended(a, gap->gap, g);
	struct text ids = text_on(a->arena, 300);

	for (size_t i = 0; i < gap->element_count; i++) {
		text_add(&ids, i > 0 ? STR(" ") : STR_NONE);
		text_add(&ids, gap->elements[i]->element->id);
	}
	change_bilingual(c, REC_TITLE, as_title(a->arena, gap->phrase.en),
	                 as_title(a->arena, gap->phrase.fr));
	change_link(c, REC_FINDING, finding->id);
	change_bilingual(c, REC_GAP, gap->phrase.en, gap->phrase.fr);
	change_text(c, REC_MERGE_KEY, gap->gap->key);
	change_text(c, REC_ELEMENTS, text_str(&ids));
	change_bilingual(c, REC_WORDS, words.en, words.fr);
	if (date_is_set(g->due))
		change_date(c, REC_DUE_ON, g->due);
	c->owner_given = true; /* nobody until somebody is named: it is warned of */
	c->owner = g->owner;
	return record_create(a, &recommendation_type, c, why, made);
}

enum fail gap_write(struct act *a, const struct judged_gap *gap,
                    const struct gap_settled *g, const struct row *finding,
                    struct refusal *why)
{
	struct row *made;
	enum fail f = make_recommendation(a, gap, g, finding, why, &made);

	return f == OK ? gap_action_settle(a, made, g, why) : f;
}

/* ---- the corrective action ---- */

enum fail gap_action(struct act *a, const struct row *recommendation,
                     const struct row **out)
{
	struct answer actions;
	enum fail f = rows_of(a, &corrective_action_type, COR_RECOMMENDATION,
	                      recommendation->id, &actions);

	*out = f == OK && actions.count > 0 ? actions.rows[actions.count - 1] : NULL;
	return f;
}

static void change_measures(struct act *a, struct change *c, struct str measures)
{
	struct said words = in_language(a->actor->lang, measures);

	if (measures.n == 0)
		change_empty(c, COR_MEASURES);
	else
		change_bilingual(c, COR_MEASURES, words.en, words.fr);
}

static enum fail make_action(struct act *a, const struct row *recommendation,
                             const struct gap_settled *g, struct str measures,
                             struct refusal *why)
{
	struct change *c = change_new(a->arena, &corrective_action_type);
	struct row *made;

	change_bilingual(c, COR_TITLE, row_text_in(recommendation, REC_TITLE, LANG_EN),
	                 row_text_in(recommendation, REC_TITLE, LANG_FR));
	change_link(c, COR_FINDING, row_link(recommendation, REC_FINDING));
	change_link(c, COR_RECOMMENDATION, recommendation->id);
	change_measures(a, c, measures);
	if (date_is_set(g->due))
		change_date(c, COR_DUE_ON, g->due);
	c->owner_given = true;
	c->owner = g->owner;
	return record_create(a, &corrective_action_type, c, why, &made);
}

/* Whether the action goes with the recommendation in this, and the new one differs. */
static bool follows(bool filled, bool same_as_before, bool same_as_new)
{
	return (!filled || same_as_before) && !same_as_new;
}

/* Only what differs, so that history shows only that; an owner or a day that the action
 * has of its own stays. */
static enum fail change_action(struct act *a, const struct row *recommendation,
                               const struct row *action, const struct gap_settled *g,
                               struct str measures, struct refusal *why)
{
	struct change *c = change_new(a->arena, &corrective_action_type);
	struct row *after;
	struct str now = str_trim(row_text_in(action, COR_MEASURES, a->actor->lang));
	struct date due = row_date(action, COR_DUE_ON);
	bool new_words = !str_equal(measures, now);
	bool new_due = follows(date_is_set(due),
	                       date_compare(due, row_date(recommendation, REC_DUE_ON)) == 0,
	                       date_compare(due, g->due) == 0);

	c->owner_given = follows(id_is_set(action->owner),
	                         id_equal(action->owner, recommendation->owner),
	                         id_equal(action->owner, g->owner));
	c->owner = g->owner;
	if (!new_words && !new_due && !c->owner_given)
		return OK;
	if (new_words)
		change_measures(a, c, measures);
	if (new_due && date_is_set(g->due))
		change_date(c, COR_DUE_ON, g->due);
	else if (new_due)
		change_empty(c, COR_DUE_ON);
	return record_change(a, &corrective_action_type, action->id, 0, c, why, &after);
}

enum fail gap_action_settle(struct act *a, const struct row *recommendation,
                            const struct gap_settled *g, struct refusal *why)
{
	struct str measures = str_trim(g->measures);
	const struct row *action;
	enum fail f = gap_action(a, recommendation, &action);

	if (f != OK || (action && action->state != COR_IS_PROPOSED))
		return f;
	if (action)
		return change_action(a, recommendation, action, g, measures, why);
	return measures.n > 0 ? make_action(a, recommendation, g, measures, why) : OK;
}
