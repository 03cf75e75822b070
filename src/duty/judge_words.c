/*
 * judge_words.c -- a judgement in words: the list of gaps, the condition of a finding in
 * the auditor's form, and the warnings about what a finding leaves open.
 */
#include "duty/judge.h"

#include "base/arena.h"
#include "base/limits.h"

struct str said_in(struct said s, enum lang lang)
{
	if (lang == LANG_FR)
		return s.fr.n > 0 ? s.fr : s.en;
	return s.en.n > 0 ? s.en : s.fr;
}

struct str judge_gap_list(struct arena *a, const struct judgement *j, enum lang lang)
{
	struct text t = text_on(a, LIMIT_TEXT_FIELD_BYTES);

	for (size_t i = 0; i < j->gap_count; i++) {
		if (i > 0)
			text_addz(&t, i + 1 < j->gap_count ? ", " : tr(lang, N_(" or ")));
		text_add(&t, said_in(j->gaps[i].phrase, lang));
	}
	return text_str(&t);
}

struct str judge_condition(struct arena *a, const struct judgement *j, enum lang lang)
{
	if (j->gap_count == 0)
		return STR_NONE;
	struct message m =
		MESSAGE2(N_("The %1 in use do not include %2."),
	                 said_in(j->pack->subject, lang), judge_gap_list(a, j, lang));
	return tr_message(a, lang, &m);
}

struct warnings {
	struct message *at;
	size_t count, room;
};

static void warn(struct warnings *w, struct message m)
{
	if (w->count == w->room)
		BUG("more warnings than were counted");
	w->at[w->count++] = m;
}

static void warn_gap(struct warnings *w, const struct gap_answer *answer, struct str ids,
                     struct str phrase)
{
	if (answer->recommendation.n == 0)
		warn(w, MESSAGE2(N_("%1 (%2) has no recommendation"), ids, phrase));
	if (answer->owner.n == 0)
		warn(w, MESSAGE2(N_("%1 (%2) has no owner"), ids, phrase));
	if (!date_is_set(answer->due))
		warn(w, MESSAGE2(N_("%1 (%2) has no due date"), ids, phrase));
}

static struct str gap_ids(struct arena *a, const struct judged_gap *gap)
{
	struct text t = text_on(a, LIMIT_TEXT_FIELD_BYTES);

	for (size_t i = 0; i < gap->element_count; i++) {
		if (i > 0)
			text_addz(&t, ", ");
		text_add(&t, gap->elements[i]->element->id);
	}
	return text_str(&t);
}

const struct message *finding_warnings(struct arena *a, const struct finding_facts *f,
                                       enum lang lang, size_t *count)
{
	const struct judgement *j = f->judgement;
	struct warnings w = { .room = 3 * j->gap_count + 2 };

	w.at = arena_get(a, w.room * sizeof(*w.at));
	for (size_t i = 0; i < j->gap_count; i++)
		warn_gap(&w, &f->answers[i], gap_ids(a, &j->gaps[i]),
		         said_in(j->gaps[i].phrase, lang));
	if (f->response.n > 0 && !date_is_set(f->response_due))
		warn(&w, MESSAGE(N_("the response promises action without a due date")));
	if (f->relies_on.n > 0)
		warn(&w, MESSAGE2(N_("reliance on %1 does not discharge the duty: %2"),
		                  f->relies_on, said_in(j->pack->no_discharge, lang)));
	else if (j->relies_on_others)
		warn(&w, MESSAGE1(N_("reliance on others does not discharge the duty: %1"),
		                  said_in(j->pack->no_discharge, lang)));
	*count = w.count;
	return w.at;
}
