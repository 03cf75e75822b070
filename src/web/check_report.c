/*
 * check_report.c -- the judgement on a page that prints: the gates, each element with its
 * reasons, the gaps; the finding written from it; the same as JSON and CSV.
 */
#include "documents/plan_report.h"
#include "records/corrective_action.h"
#include "records/document_version.h"
#include "records/finding.h"
#include "records/plan_check.h"
#include "web/check.h"
#include "web/gap_form.h"
#include "web/web.h"

struct reporting {
	struct visit *v;
	struct check_view check;
	struct row *finding;
	bool typed; /* a finding that was refused: show what was typed */
	struct check_report_view view;
};

static struct str message(struct reporting *x, const struct message *m)
{
	return words_sentence(x->v->arena, tr_message(x->v->arena, x->v->lang, m));
}

static bool fill_gates(struct reporting *x)
{
	const struct judgement *j = &x->check.judgement;

	x->view.gates.at = ARENA_TRY(x->v->arena, struct report_gate, GATE__COUNT);
	if (!x->view.gates.at)
		return false;
	for (int g = 0; g < GATE__COUNT; g++) {
		const char *label = plan_gate_label((enum plan_gate)g);

		if (!j->gates[g].asked)
			continue;
		x->view.gates.at[x->view.gates.count++] = (struct report_gate){
			.label = str_of(SAY(x->v, label)),
			.passed = j->gates[g].passed,
			.asked = true,
			.why = message(x, &j->gates[g].why)
		};
	}
	return true;
}

/* ---- the elements ---- */

static struct str place_words(struct reporting *x, const struct place *p, size_t passage)
{
	struct str where =
		passage != SIZE_MAX ? check_place(x->v, &x->check.text, passage) : STR("");

	if (p->heading.n == 0)
		return where;
	return str_format(x->v->arena, "%.*s, %.*s", STR_ARG(p->heading), STR_ARG(where));
}

static void fill_place(struct reporting *x, const struct check_part *part,
                       const struct place *from, struct report_place *to)
{
	struct message by = MESSAGE2(N_("Confirmed by %1, %2"), from->by,
	                             visit_instant(x->v, from->at));

	to->label = said_text(x->v, part->part->label);
	to->located = from->located;
	to->state = check_answer_label(x->v, part->answer);
	if (!from->located)
		return;
	to->passage = str_cut_utf8(from->passage, 240);
	if (from->passage.n > 240)
		to->passage = str_format(x->v->arena, "%.*s…", STR_ARG(to->passage));
	to->place = place_words(x, from, part->passage);
	to->by = message(x, &by);
	to->document = from->document;
}

static struct str crosswalk(struct reporting *x, const struct pack_element *e)
{
	struct text t = text_on(x->v->arena, 2000);

	for (size_t i = 0; i < e->crosswalk_count; i++)
		text_addf(&t, "%s%.*s %.*s", i > 0 ? "; " : "",
		          STR_ARG(e->crosswalks[i].to), STR_ARG(e->crosswalks[i].clauses));
	return text_str(&t);
}

static bool fill_element(struct reporting *x, const struct check_element *e,
                         struct report_element *to)
{
	const struct judged_element *j = e->judged;
	const struct pack *pack = x->check.pack;

	to->id = e->element->id;
	to->label = said_text(x->v, e->element->label);
	to->container = said_text(x->v, pack->containers[e->element->container].label);
	to->crosswalk = crosswalk(x, e->element);
	to->source = check_source(x->v, pack, e->element);
	to->state = SAY(x->v, element_state_label(j->state));
	to->met = j->state == ELEMENT_MET || j->state == ELEMENT_NOT_APPLICABLE;
	to->missing = j->state == ELEMENT_MISSING;
	to->partial = !to->met && !to->missing;
	to->warned = j->warned;
	to->whys.at = ARENA_TRY(x->v->arena, struct shown_text, j->why_count);
	to->places.at = ARENA_TRY(x->v->arena, struct report_place, e->element->part_count);
	if (!to->whys.at || !to->places.at)
		return false;
	for (size_t i = 0; i < j->why_count; i++)
		to->whys.at[to->whys.count++] =
			(struct shown_text){ message(x, &j->whys[i]) };
	/* A single part that is not there would only say again what the reason says. */
	if (e->element->part_count == 1 && e->parts[0].answer == ANSWER_REJECTED)
		return true;
	for (size_t i = 0; i < e->element->part_count; i++)
		fill_place(x, &e->parts[i], &j->facts->places[i],
		           &to->places.at[to->places.count++]);
	return true;
}

static struct str counted(struct reporting *x, const char *msgid, size_t n)
{
	return visit_words(x->v, msgid, str_format(x->v->arena, "%zu", n));
}

static void fill_bar(struct reporting *x)
{
	const struct judgement *j = &x->check.judgement;
	size_t all = j->element_count > 0 ? j->element_count : 1;
	size_t met = j->count[ELEMENT_MET] + j->count[ELEMENT_NOT_APPLICABLE];
	size_t missing = j->count[ELEMENT_MISSING];
	size_t partial = j->element_count - met - missing;

	x->view.met_w = (int)(met * 1000 / all);
	x->view.part_x = x->view.met_w + (partial ? 4 : 0);
	x->view.part_w = (int)(partial * 1000 / all);
	x->view.miss_x = x->view.met_w + x->view.part_w + (missing ? 4 : 0);
	x->view.miss_w = missing > 0 ? 1000 - x->view.miss_x : 0;
	x->view.cut = check_cut(x->v, &x->check.text);
	x->view.met_words = counted(x, N_("%1 met"), met);
	x->view.part_words = counted(x, N_("%1 partial or unsettled"), partial);
	x->view.miss_words = counted(x, N_("%1 missing"), missing);
	struct message m = MESSAGE3(N_("%1 of %2 elements are met, %3 are missing."),
	                            str_format(x->v->arena, "%zu", met),
	                            str_format(x->v->arena, "%zu", j->element_count),
	                            str_format(x->v->arena, "%zu", missing));
	x->view.counts = message(x, &m);
}

/* ---- the gaps ---- */

static bool fill_gaps(struct reporting *x)
{
	const struct judgement *j = &x->check.judgement;

	x->view.gaps.at = ARENA_TRY(x->v->arena, struct report_gap, j->gap_count + 1);
	if (!x->view.gaps.at)
		return false;
	for (size_t i = 0; i < j->gap_count; i++) {
		struct text ids = text_on(x->v->arena, 2000);

		for (size_t k = 0; k < j->gaps[i].element_count; k++)
			text_addf(&ids, "%s%.*s", k > 0 ? ", " : "",
			          STR_ARG(j->gaps[i].elements[k]->element->id));
		x->view.gaps.at[x->view.gaps.count++] = (struct report_gap){
			.phrase = words_sentence(x->v->arena,
			                         said_text(x->v, j->gaps[i].phrase)),
			.elements = text_str(&ids),
			.recommendation = said_text(x->v, j->gaps[i].gap->recommendation)
		};
	}
	if (j->gap_count > 0)
		x->view.condition = judge_condition(x->v->arena, j, x->v->lang);
	return true;
}

/* What may be settled about each gap before the finding is written. */
static enum fail fill_sets(struct reporting *x, struct act *a)
{
	const struct judgement *j = &x->check.judgement;
	struct visit *v = x->v;
	struct answer people;
	enum fail f = gap_people(a, &people);

	x->view.sets.at = ARENA_TRY(v->arena, struct gap_set, j->gap_count + 1);
	if (!x->view.sets.at)
		return FAIL_MEMORY;
	for (size_t i = 0; f == OK && i < j->gap_count; i++) {
		const struct report_gap *gap = &x->view.gaps.at[i];
		struct gap_set *to = &x->view.sets.at[x->view.sets.count++];
		struct str key = j->gaps[i].gap->key;

		*to = (struct gap_set){
			.key = key,
			.words = gap->phrase,
			.about = gap->elements,
			.recommendation =
				gap_typed(v, "words", key, x->typed, gap->recommendation),
			.due = gap_typed(v, "due", key, x->typed, STR("")),
			.measures = gap_typed(v, "measures", key, x->typed, STR("")),
			.may = true,
			.may_act = visit_may_create(v, &corrective_action_type),
		};
		f = gap_set_people(v, &people, ID_NONE, x->typed, to);
	}
	return f;
}

/* ---- the page ---- */

static void fill_addresses(struct reporting *x)
{
	struct visit *v = x->v;
	struct str href = x->view.head.href;

	x->view.plan_href = record_href(v->arena, x->check.plan);
	x->view.plan_title = row_title(x->check.plan, v->lang);
	x->view.work_href = str_format(v->arena, "%.*s/work", STR_ARG(href));
	x->view.json_href = str_format(v->arena, "%.*s/report.json", STR_ARG(href));
	x->view.csv_href = str_format(v->arena, "%.*s/report.csv", STR_ARG(href));
	x->view.finding_action = str_format(v->arena, "%.*s/finding", STR_ARG(href));
	if (!x->check.finding)
		return;
	x->view.finding_href = record_href(v->arena, x->check.finding);
	x->view.finding_title =
		visit_words(v, N_("Finding %1"), row_code(v->arena, x->check.finding));
}

static struct str verdict(struct reporting *x)
{
	if (x->check.judgement.complete)
		return str_of(SAY(x->v, N_("Complete: every gate is passed.")));
	if (x->check.open_count > 0)
		return str_of(
			SAY(x->v,
		            N_("Not judged to the end: parts are still to be confirmed.")));
	return str_of(SAY(x->v, N_("Not complete.")));
}

/* Said only where the pack has elements for which it makes a difference. */
static const char *reading_words(struct reporting *x)
{
	if (!x->check.judgement.leans)
		return NULL;
	return x->check.judgement.strict
	               ? SAY(x->v, N_("Read strictly: partial while what they refer to "
	                              "is incomplete."))
	               : SAY(x->v, N_("Read as written: met, with a warning while what "
	                              "they refer to is incomplete."));
}

/* A reader is told which text the procedures were looked for in. */
static const char *procedures_words(struct reporting *x)
{
	switch (x->check.procedures) {
	case PROCEDURES_IN_PLAN:
		return SAY(x->v, N_("Looked for in the plan's own text: the plan names no "
		                    "other document for them."));
	case PROCEDURES_UNCHECKED:
		return SAY(x->v,
		           N_("Looked for in the plan's own text until the document in "
		              "which the plan keeps them has a check of its own."));
	case PROCEDURES_APART:
		return SAY(x->v, N_("Looked for in the document in which the plan keeps "
		                    "them, by the check of that document."));
	case PROCEDURES_NOT_ASKED: break;
	}
	return NULL;
}

static struct str document_line(struct reporting *x)
{
	const struct row *check = x->check.check;

	if (!x->check.version)
		return row_text(check, PLC_FILE_NAME);
	return str_format(x->v->arena, "%.*s, %.*s",
	                  STR_ARG(row_title(x->check.version, x->v->lang)),
	                  STR_ARG(row_text(check, PLC_FILE_NAME)));
}

static enum fail load(struct act *a, void *arg)
{
	struct reporting *x = arg;
	struct visit *v = x->v;
	struct reasons reasons = x->view.reasons;
	enum fail f = check_asked(v, a, &x->check);

	if (f != OK)
		return f;
	memset(&x->view, 0, sizeof x->view);
	x->view.reasons = reasons;
	record_head_fill(v, x->check.check, &x->view.head);
	x->view.frame.label = label_name(a, v->lang, x->check.check->label);
	fill_addresses(x);
	x->view.elements.at =
		ARENA_TRY(v->arena, struct report_element, x->check.pack->element_count);
	if (!x->view.elements.at || !fill_gates(x) || !fill_gaps(x))
		return FAIL_MEMORY;
	for (size_t i = 0; i < x->check.pack->element_count; i++)
		if (!fill_element(x, &x->check.elements[i],
		                  &x->view.elements.at[x->view.elements.count++]))
			return FAIL_MEMORY;
	fill_bar(x);
	x->view.verdict = verdict(x);
	x->view.complete = x->check.judgement.complete;
	x->view.subject = said_text(v, x->check.pack->title);
	x->view.provenance = said_text(v, x->check.pack->provenance);
	x->view.document = document_line(x);
	x->view.reading = reading_words(x);
	x->view.procedures = procedures_words(x);
	x->view.sha256 = row_text(x->check.check, PLC_SHA256);
	x->view.checked =
		words_date(v->arena, v->lang, row_date(x->check.check, PLC_RAN_ON));
	x->view.has_open = x->check.open_count > 0;
	struct message open = { .args = { str_format(v->arena, "%zu",
		                                     x->check.open_count) } };
	x->view.open_words = message_fill(v->arena,
	                                  trn(v->lang, "%1 part is still to be confirmed.",
	                                      "%1 parts are still to be confirmed.",
	                                      (int64_t)x->check.open_count),
	                                  &open);
	x->view.may_find = !x->check.finding && !x->view.has_open &&
	                   x->check.judgement.gap_count > 0 &&
	                   visit_may_create(v, &finding_type);
	return x->view.may_find ? fill_sets(x, a) : OK;
}

static void show(struct reporting *x)
{
	struct visit *v = x->v;
	enum fail f = visit_read(v, load, x);

	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	x->view.csrf = visit_csrf(v);
	reasons_fill(v, NULL, &x->view.reasons);
	x->view.reasons.title = SAY(v, N_("The finding was not written"));
	if (v->why.count > 0)
		v->r->status = v->why.kind == REFUSAL_FORBIDDEN ? 403 : 422;
	visit_frame_at(v, &x->view.frame, str_of(SAY(v, N_("Is this plan complete?"))),
	               "/plan");
	VISIT_SHOW(v, check_report, &x->view);
}

void check_report_page(struct request *q, struct response *r)
{
	struct visit v;
	struct reporting *x = ARENA_NEW(q->arena, struct reporting);

	x->v = &v;
	if (visit_open(&v, q, r))
		show(x);
}

/* ---- the finding ---- */

static enum fail write_finding(struct act *a, void *arg)
{
	struct reporting *x = arg;

	x->v->why = refusal_on(x->v->arena);
	enum fail f = check_asked(x->v, a, &x->check);
	if (f != OK)
		return f;
	const struct judgement *j = &x->check.judgement;
	struct gap_settled *settled =
		arena_get(a->arena, (j->gap_count + 1) * sizeof(*settled));
	for (size_t i = 0; f == OK && i < j->gap_count; i++)
		f = gap_settled_typed(x->v, a, j->gaps[i].gap->key, &settled[i]);
	return f == OK ? plan_check_finding(a, &x->check, settled, j->gap_count, &x->v->why,
	                                    &x->finding)
	               : f;
}

void check_finding_post(struct request *q, struct response *r)
{
	struct visit v;
	struct reporting *x = ARENA_NEW(q->arena, struct reporting);

	x->v = &v;
	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_write(&v, write_finding, x);
	if (f == OK)
		visit_go(&v,
		         str_format(v.arena, "%.*s/gaps",
		                    STR_ARG(record_href(v.arena, x->finding))),
		         "finding");
	else if (f == FAIL_REFUSED) {
		x->typed = true;
		show(x);
	} else
		visit_failed(&v, f);
}

/* ---- as data ---- */

static void send_report(struct request *q, struct response *r, bool json)
{
	struct visit v;
	struct reporting *x = ARENA_NEW(q->arena, struct reporting);

	x->v = &v;
	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_read(&v, load, x);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	struct plan_report report = { .judgement = &x->check.judgement,
		                      .plan = x->view.plan_title,
		                      .document = x->view.document,
		                      .sha256 = x->view.sha256,
		                      .cut = x->view.cut,
		                      .made_at = store_now(v.site->store),
		                      .lang = v.lang };
	visit_headers(&v);
	response_header(r, "content-disposition",
	                str_format(q->arena, "attachment; filename=\"%.*s.%s\"",
	                           STR_ARG(x->view.head.code), json ? "json" : "csv"));
	r->media = json ? "application/json; charset=utf-8" : "text/csv; charset=utf-8";
	r->body = json ? plan_report_json(q->arena, &report)
	               : plan_report_csv(q->arena, &report);
}

void check_json(struct request *q, struct response *r)
{
	send_report(q, r, true);
}

void check_csv(struct request *q, struct response *r)
{
	send_report(q, r, false);
}
