/*
 * plan_report.c -- the judgement of a plan as JSON and CSV.
 */
#include "documents/plan_report.h"

#include "base/arena.h"
#include "base/limits.h"
#include "codec/json.h"

static struct str whys_text(struct arena *a, const struct judged_element *e, enum lang lang)
{
	struct text t = text_on(a, LIMIT_TEXT_FIELD_BYTES);

	for (size_t i = 0; i < e->why_count; i++) {
		if (i > 0)
			text_addz(&t, "; ");
		text_add(&t, tr_message(a, lang, &e->whys[i]));
	}
	return text_str(&t);
}

/* ---- JSON ---- */

static void put_place(struct json_out *j, struct arena *a, const struct place *p)
{
	json_pair_bool(j, "located", p->located);
	if (!p->located)
		return;
	json_pair_str(j, "passage", p->passage);
	json_pair_str(j, "heading", p->heading);
	json_pair_int(j, "page", p->page);
	json_pair_int(j, "line", p->line);
	json_pair_str(j, "document", p->document);
	json_pair_str(j, "confirmed_by", p->by);
	json_pair_str(j, "confirmed_at", instant_text(a, p->at));
}

static void put_element(struct json_out *j, struct arena *a, const struct plan_report *r,
                        const struct judged_element *e)
{
	json_open_object(j);
	json_pair_str(j, "id", e->element->id);
	json_pair_str(j, "label", said_in(e->element->label, r->lang));
	json_pair_str(j, "container",
	              r->judgement->pack->containers[e->element->container].id);
	json_pair_z(j, "state", element_state_name(e->state));
	json_pair_bool(j, "warning", e->warned);
	json_pair_str(j, "why", whys_text(a, e, r->lang));
	json_name(j, "parts");
	json_open_array(j);
	for (size_t i = 0; i < e->element->part_count; i++) {
		json_open_object(j);
		json_pair_str(j, "id", e->element->parts[i].id);
		json_pair_str(j, "label", said_in(e->element->parts[i].label, r->lang));
		put_place(j, a, &e->facts->places[i]);
		json_close_object(j);
	}
	json_close_array(j);
	json_close_object(j);
}

static void put_gates(struct json_out *j, struct arena *a, const struct plan_report *r)
{
	json_name(j, "gates");
	json_open_array(j);
	for (int g = 0; g < GATE__COUNT; g++) {
		const struct judged_gate *gate = &r->judgement->gates[g];

		json_open_object(j);
		json_pair_z(j, "gate", plan_gate_name((enum plan_gate)g));
		json_pair_bool(j, "asked", gate->asked);
		json_pair_bool(j, "passed", gate->passed);
		json_pair_str(j, "why", tr_message(a, r->lang, &gate->why));
		json_close_object(j);
	}
	json_close_array(j);
}

static void put_counts(struct json_out *j, const struct judgement *judged)
{
	json_name(j, "counts");
	json_open_object(j);
	for (int s = 0; s < ELEMENT__COUNT; s++)
		json_pair_int(j, element_state_name((enum element_state)s),
		              (int64_t)judged->count[s]);
	json_close_object(j);
}

struct str plan_report_json(struct arena *a, const struct plan_report *r)
{
	struct text t = text_on(a, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);

	json_open_object(&j);
	json_pair_str(&j, "pack", r->judgement->pack->id);
	json_pair_str(&j, "edition", r->judgement->pack->edition);
	json_pair_str(&j, "plan", r->plan);
	json_pair_str(&j, "document", r->document);
	json_pair_str(&j, "sha256", r->sha256);
	if (r->cut.n > 0)
		json_pair_str(&j, "text_cut", r->cut);
	json_pair_str(&j, "made_at", instant_text(a, r->made_at));
	json_pair_z(&j, "reading", r->judgement->strict ? "strict" : "literal");
	json_pair_bool(&j, "complete", r->judgement->complete);
	put_counts(&j, r->judgement);
	put_gates(&j, a, r);
	json_name(&j, "elements");
	json_open_array(&j);
	for (size_t i = 0; i < r->judgement->element_count; i++)
		put_element(&j, a, r, &r->judgement->elements[i]);
	json_close_array(&j);
	json_name(&j, "gaps");
	json_open_array(&j);
	for (size_t i = 0; i < r->judgement->gap_count; i++)
		json_put_str(&j, said_in(r->judgement->gaps[i].phrase, r->lang));
	json_close_array(&j);
	json_close_object(&j);
	text_addc(&t, '\n');
	return text_str(&t);
}

/* ---- CSV (RFC 4180) ---- */

/* A cell that a spreadsheet would take for a formula is quoted with an apostrophe. */
static void put_cell(struct text *t, struct str cell, bool last)
{
	if (cell.n > 0 && memchr("=+-@\t\r\n", cell.p[0], 7))
		text_addz(t, "\"'");
	else
		text_addc(t, '"');
	for (size_t i = 0; i < cell.n; i++) {
		if (cell.p[i] == '"')
			text_addc(t, '"');
		text_addc(t, cell.p[i]);
	}
	text_addz(t, last ? "\"\r\n" : "\",");
}

static void put_head(struct text *t, enum lang lang)
{
	static const char *const columns[] = {
		N_("Belongs in"),
		N_("Element"),
		N_("What is asked for"),
		N_("State"),
		N_("Part"),
		N_("Located"),
		N_("Under the heading"),
		N_("Page"),
		N_("Line or paragraph"),
		N_("Passage"),
		N_("Confirmed by"),
		N_("Confirmed at"),
		N_("Why"),
	};

	for (size_t i = 0; i < COUNT(columns); i++)
		put_cell(t, str_of(tr(lang, columns[i])), i + 1 == COUNT(columns));
}

static struct str number_cell(struct arena *a, int64_t n)
{
	return n > 0 ? str_format(a, "%lld", (long long)n) : STR_NONE;
}

static void put_part(struct text *t, struct arena *a, const struct plan_report *r,
                     const struct judged_element *e, size_t part)
{
	const struct place *p = &e->facts->places[part];
	const struct pack *pack = r->judgement->pack;

	put_cell(t, said_in(pack->containers[e->element->container].label, r->lang), false);
	put_cell(t, e->element->id, false);
	put_cell(t, said_in(e->element->label, r->lang), false);
	put_cell(t, str_of(tr(r->lang, element_state_label(e->state))), false);
	put_cell(t, said_in(e->element->parts[part].label, r->lang), false);
	put_cell(t, str_of(tr(r->lang, p->located ? N_("Yes") : N_("No"))), false);
	put_cell(t, p->heading, false);
	put_cell(t, number_cell(a, p->page), false);
	put_cell(t, number_cell(a, p->line), false);
	put_cell(t, p->passage, false);
	put_cell(t, p->by, false);
	put_cell(t, p->located ? instant_text(a, p->at) : STR_NONE, false);
	put_cell(t, whys_text(a, e, r->lang), true);
}

struct str plan_report_csv(struct arena *a, const struct plan_report *r)
{
	struct text t = text_on(a, LIMIT_PAGE_BYTES);

	put_head(&t, r->lang);
	for (size_t i = 0; i < r->judgement->element_count; i++) {
		const struct judged_element *e = &r->judgement->elements[i];

		for (size_t k = 0; k < e->element->part_count; k++)
			put_part(&t, a, r, e, k);
	}
	return text_str(&t);
}
