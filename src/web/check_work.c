/*
 * check_work.c -- the workbench: the parts on the left, the proposals for one of them in
 * the middle, the document's own text on the right.
 *
 * Each answer is a form that posts; afterwards the next open part is shown, its first
 * button under the cursor.  Without script the same pages load whole.
 */
#include "web/check_work.h"

#include "records/agreement.h"
#include "records/person.h"
#include "records/plan_check.h"
#include "records/plan_element.h"
#include "web/web.h"

/* ---- which part ---- */

struct str work_key(struct visit *v, const struct check_element *e,
                    const struct check_part *p)
{
	return str_format(v->arena, "%.*s:%.*s", STR_ARG(e->element->id),
	                  STR_ARG(p->part->id));
}

static bool choose_part(struct work *w, struct str wanted, bool open_only)
{
	for (size_t i = 0; i < w->check.pack->element_count; i++) {
		struct check_element *e = &w->check.elements[i];

		for (size_t k = 0; k < e->element->part_count; k++) {
			if (open_only ? e->parts[k].answer != ANSWER_OPEN ||
			                        e->parts[k].elsewhere
			              : !str_equal(work_key(w->v, e, &e->parts[k]), wanted))
				continue;
			w->element = e;
			w->part = &e->parts[k];
			return true;
		}
	}
	return false;
}

static void choose(struct work *w)
{
	struct str wanted = query_get(w->v, "part");

	if (wanted.n > 0 && choose_part(w, wanted, false))
		return;
	if (choose_part(w, wanted, true))
		return;
	w->element = &w->check.elements[0];
	w->part = &w->element->parts[0];
}

/* ---- the parts on the left ---- */

static struct str here(struct work *w, const char *rest)
{
	return str_format(w->v->arena, "%.*s/work%s", STR_ARG(w->view.head.href), rest);
}

static void fill_part(struct work *w, const struct check_element *e,
                      const struct check_part *p, struct work_part *to)
{
	struct visit *v = w->v;

	to->key = work_key(v, e, p);
	to->href = str_format(v->arena, "%.*s?part=%.*s", STR_ARG(w->view.here),
	                      STR_ARG(to->key));
	to->label = said_text(v, p->part->label);
	to->state = check_answer_label(v, p->answer);
	to->open = p->answer == ANSWER_OPEN;
	to->no = p->answer == ANSWER_REJECTED;
	to->ok = !to->open && !to->no;
	to->here = p == w->part;
}

/* The state of an element counts once each of its parts has an answer. */
static void fill_state(struct work *w, const struct check_element *e,
                       struct work_element *to)
{
	enum element_state state = e->judged->state;

	for (size_t k = 0; k < e->element->part_count; k++)
		if (e->parts[k].answer == ANSWER_OPEN) {
			return; /* the rings of its parts say so */
		}
	to->settled = true;
	to->state = SAY(w->v, element_state_label(state));
	to->met = state == ELEMENT_MET || state == ELEMENT_NOT_APPLICABLE;
	to->missing = state == ELEMENT_MISSING;
	to->partial = !to->met && !to->missing;
}

static bool fill_elements(struct work *w)
{
	struct visit *v = w->v;

	w->view.elements.at =
		ARENA_TRY(v->arena, struct work_element, w->check.pack->element_count);
	if (!w->view.elements.at)
		return false;
	for (size_t i = 0; i < w->check.pack->element_count; i++) {
		const struct check_element *e = &w->check.elements[i];
		struct work_element *to = &w->view.elements.at[w->view.elements.count++];

		to->id = e->element->id;
		to->label = said_text(v, e->element->label);
		if (e->element->part_count == 1 &&
		    str_equal(to->label, said_text(v, e->element->parts[0].label)))
			to->label = STR(""); /* its one part says the same */
		fill_state(w, e, to);
		to->parts.at =
			ARENA_TRY(v->arena, struct work_part, e->element->part_count);
		if (!to->parts.at)
			return false;
		for (size_t k = 0; k < e->element->part_count; k++)
			fill_part(w, e, &e->parts[k], &to->parts.at[to->parts.count++]);
	}
	return true;
}

/* ---- the proposals in the middle ---- */

static struct str words_list(struct visit *v, const struct proposal *p)
{
	struct text t = text_on(v->arena, 1000);

	for (size_t i = 0; i < p->because_count && i < 8; i++) {
		text_addz(&t, i > 0 ? ", " : "");
		text_add(&t, p->because[i]);
	}
	return text_str(&t);
}

static bool fill_proposals(struct work *w)
{
	struct visit *v = w->v;
	const struct part_proposals *from = w->part->proposals;
	size_t count = from ? from->count : 0;

	w->view.proposals.at = ARENA_TRY(v->arena, struct work_proposal, count + 1);
	if (!w->view.proposals.at)
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct proposal *p = &from->at[i];
		struct work_proposal *to = &w->view.proposals.at[w->view.proposals.count++];

		to->number = p->passage;
		to->passage = w->check.text.at[p->passage].text;
		to->heading = w->check.text.at[p->passage].heading;
		to->place = check_place(v, &w->check.text, p->passage);
		to->score = str_format(v->arena, "%d", p->score);
		to->because = words_list(v, p);
		to->anchor = str_format(v->arena, "p-%zu", p->passage);
		to->first = i == 0 && w->part->answer == ANSWER_OPEN;
		to->chosen = w->part->passage == p->passage;
		if (!work_mark(v, to->passage, p, &to->pieces.at, &to->pieces.count))
			return false;
	}
	w->view.nothing = count == 0;
	return true;
}

static void fill_answer(struct work *w)
{
	struct visit *v = w->v;
	const struct row *r = w->part->record;

	w->view.answered = w->part->answer != ANSWER_OPEN || w->part->elsewhere;
	if (!w->view.answered)
		return;
	if (w->part->elsewhere) {
		w->view.answer_words = str_format(
			v->arena, "%s. %s", check_answer_label(v, w->part->answer),
			SAY(v, N_("The plan's other document holds this part: "
		                  "answer in the check of that document.")));
		return;
	}
	struct str label = str_of(check_answer_label(v, w->part->answer));
	struct str when =
		r ? visit_instant(v, row_instant(r, PLE_CONFIRMED_AT))
		  : STR("");
	w->view.answer_words =
		str_format(v->arena, "%.*s. %.*s", STR_ARG(label), STR_ARG(when));
	if (w->part->carried)
		w->view.answer_words =
			str_format(v->arena, "%.*s %s", STR_ARG(w->view.answer_words),
		                   SAY(v, N_("Taken over: the passage has not changed "
		                             "since the last version.")));
}

static void fill_chosen_part(struct work *w)
{
	struct visit *v = w->v;
	const struct check_element *e = w->element;
	struct subject s;

	w->view.element_id = e->element->id;
	w->view.element_label = said_text(v, e->element->label);
	if (str_equal(w->view.element_label, said_text(v, w->part->part->label)))
		w->view.element_label = STR("");
	w->view.source = check_source(v, w->check.pack, e->element);
	w->view.part_id = w->part->part->id;
	w->view.part_label = said_text(v, w->part->part->label);
	w->view.accept = said_text(v, w->part->part->accept);
	w->view.version = work_key(v, e, w->part);
	if (w->part->record) {
		w->view.element_version =
			str_format(v->arena, "%lld", (long long)w->part->record->version);
		s = subject_here(v, w->part->record);
		w->view.may_answer =
			w->check.check->state == PLC_IS_OPEN && !w->part->elsewhere &&
			access_right(v->actor,
		                     plan_element_type.rights.at[PLE_MAY_CONFIRM].name, &s,
		                     v->today, NULL);
	}
	fill_answer(w);
}

static enum fail load_choices(struct act *a, struct visit *v, const struct record_type *t,
                              struct control_choice **out, size_t *count)
{
	struct query q = { .type = t, .sort = 0, .limit = 100 };
	struct answer rows;
	enum fail f = record_list(a, &q, &rows);

	*count = 0;
	if (f != OK)
		return f;
	*out = ARENA_TRY(v->arena, struct control_choice, rows.count + 1);
	for (size_t i = 0; *out && i < rows.count; i++)
		(*out)[(*count)++] =
			(struct control_choice){ row_code(v->arena, rows.rows[i]),
			                         row_title(rows.rows[i], v->lang), false };
	return *out ? OK : FAIL_MEMORY;
}

static void fill_progress(struct work *w)
{
	struct visit *v = w->v;
	size_t all = w->check.pack->part_count, open = w->check.open_count;
	struct message m = MESSAGE2(N_("%1 of %2 parts confirmed"),
	                            str_format(v->arena, "%zu", all - open),
	                            str_format(v->arena, "%zu", all));

	w->view.progress_words = tr_message(v->arena, v->lang, &m);
	w->view.done_w = all > 0 ? (int)((all - open) * 200 / all) : 0;
	w->view.all_done = open == 0;
	struct message line = MESSAGE3(N_("%1, against %2. SHA-256 of the file: %3"),
	                               row_text(w->check.check, PLC_FILE_NAME),
	                               said_text(v, w->check.pack->title),
	                               str_cut(row_text(w->check.check, PLC_SHA256), 16));
	w->view.file_line = tr_message(v->arena, v->lang, &line);
	w->view.cut = check_cut(v, &w->check.text);
}

static enum fail load(struct act *a, void *arg)
{
	struct work *w = arg;
	struct visit *v = w->v;
	struct reasons reasons = w->view.reasons;
	enum fail f = check_asked(v, a, &w->check);

	if (f != OK)
		return f;
	memset(&w->view, 0, sizeof w->view);
	w->view.reasons = reasons;
	record_head_fill(v, w->check.check, &w->view.head);
	w->view.frame.label = label_name(a, v->lang, w->check.check->label);
	w->view.here = here(w, "");
	w->view.action = str_format(v->arena, "%.*s/answer", STR_ARG(w->view.head.href));
	w->view.report_href =
		str_format(v->arena, "%.*s/report", STR_ARG(w->view.head.href));
	w->view.plan_href = record_href(v->arena, w->check.plan);
	w->view.plan_title = row_title(w->check.plan, v->lang);
	choose(w);
	fill_progress(w);
	fill_chosen_part(w);
	if (!fill_elements(w) || !fill_proposals(w) || !work_text(w))
		return FAIL_MEMORY;
	if (!w->view.may_answer)
		return OK;
	f = load_choices(a, v, &person_type, &w->view.people.at, &w->view.people.count);
	if (f == OK)
		f = load_choices(a, v, &agreement_type, &w->view.agreements.at,
		                 &w->view.agreements.count);
	return f;
}

static void show(struct work *w)
{
	struct visit *v = w->v;
	enum fail f = visit_read(v, load, w);

	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	w->view.csrf = visit_csrf(v);
	reasons_fill(v, NULL, &w->view.reasons);
	w->view.reasons.title = SAY(v, N_("The answer was not kept"));
	if (v->why.count > 0)
		v->r->status = v->why.kind == REFUSAL_FORBIDDEN ? 403 : 422;
	visit_frame_at(v, &w->view.frame,
	               str_of(SAY(v, N_("Confirm where each part stands"))), "/plan");
	VISIT_SHOW(v, check_work, &w->view);
}

void check_work_page(struct request *q, struct response *r)
{
	struct visit v;
	struct work *w = ARENA_NEW(q->arena, struct work);

	w->v = &v;
	if (visit_open(&v, q, r))
		show(w);
}

/* ---- answers ---- */

typedef enum fail answer_fn(struct act *a, const struct check_view *v,
                            const struct check_answer *answer, struct refusal *why);

static const struct {
	const char *what;
	answer_fn *answer;
	const char *said;
} answers[] = {
	{ "reject", plan_check_reject, "rejected" },
	{ "excuse", plan_check_excuse, "excused" },
	{ "inherit", plan_check_inherit, "inherited" },
	{ "reopen", plan_check_reopen, "reopened" },
};

static enum fail take_links(struct work *w, struct act *a, struct check_answer *answer)
{
	struct str approver = form_get(w->v, "approver"),
		   agreement = form_get(w->v, "agreement");

	if (approver.n > 0 &&
	    record_resolve(a, &person_type, approver, &answer->approver) != OK)
		return FAIL_NOT_FOUND;
	if (agreement.n > 0 &&
	    record_resolve(a, &agreement_type, agreement, &answer->agreement) != OK)
		return FAIL_NOT_FOUND;
	return OK;
}

static enum fail answer_part(struct act *a, void *arg)
{
	struct work *w = arg;
	struct visit *v = w->v;
	struct check_answer answer = { .element = form_get(v, "element"),
		                       .part = form_get(v, "part"),
		                       .reason = str_trim(form_get(v, "reason")) };
	struct str accept = form_get(v, "accept");
	int64_t passage = 0;

	v->why = refusal_on(v->arena);
	(void)str_to_i64(form_get(v, "version"), &answer.version);
	enum fail f = check_asked(v, a, &w->check);
	if (f == OK)
		f = take_links(w, a, &answer);
	if (f != OK)
		return f;
	if (accept.n > 0) {
		if (!str_to_i64(accept, &passage) || passage < 0 ||
		    (size_t)passage >= w->check.text.count)
			return FAIL_NOT_FOUND;
		answer.passage = (size_t)passage;
		w->said = "accepted";
		return plan_check_accept(a, &w->check, &answer, &v->why);
	}
	for (size_t i = 0; i < COUNT(answers); i++)
		if (str_is(form_get(v, "do"), answers[i].what)) {
			w->said = answers[i].said;
			return answers[i].answer(a, &w->check, &answer, &v->why);
		}
	return FAIL_NOT_FOUND;
}

void check_answer_post(struct request *q, struct response *r)
{
	struct visit v;
	struct work *w = ARENA_NEW(q->arena, struct work);

	w->v = &v;
	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_write(&v, answer_part, w);
	struct str part = str_format(v.arena, "%.*s:%.*s", STR_ARG(form_get(&v, "element")),
	                             STR_ARG(form_get(&v, "part")));
	if (f == OK) {
		struct str where =
			str_format(v.arena, "/plan_check/%.*s/work", STR_ARG(q->params[0]));

		/* Taken back: the same part again; else the next open one. */
		if (str_is(form_get(&v, "do"), "reopen"))
			where = str_format(v.arena, "%.*s?part=%.*s", STR_ARG(where),
			                   STR_ARG(part));
		visit_go(&v, where, w->said);
		return;
	}
	if (f != FAIL_REFUSED && f != FAIL_STALE) {
		visit_failed(&v, f);
		return;
	}
	if (f == FAIL_STALE)
		refuse(&v.why, FIELD_VERSION,
		       "somebody answered this part since you opened it",
		       "Look at the answer, and take it back if you do not agree.");
	struct pair *asked = ARENA_NEW(v.arena, struct pair);
	*asked = (struct pair){ STR("part"), part };
	q->query = (struct pairs){ asked, 1 };
	show(w);
}
