/*
 * judge.c -- the four gates, the state of each element, and why.
 */
#include "duty/judge.h"

#include "base/arena.h"
#include "base/limits.h"

#define WHYS_MAX 4

static const char *const state_names[] = {
	[ELEMENT_MET] = "met",
	[ELEMENT_PARTIAL] = "partial",
	[ELEMENT_MISSING] = "missing",
	[ELEMENT_NOT_MET] = "not met",
	[ELEMENT_NOT_APPLICABLE] = "not applicable",
	[ELEMENT_INHERITED] = "inherited",
};
_Static_assert(COUNT(state_names) == ELEMENT__COUNT, "every state is named");

static const char *const state_labels[] = {
	[ELEMENT_MET] = N_("Met"),
	[ELEMENT_PARTIAL] = N_("Partial"),
	[ELEMENT_MISSING] = N_("Missing"),
	[ELEMENT_NOT_MET] = N_("Not met"),
	[ELEMENT_NOT_APPLICABLE] = N_("Not applicable"),
	[ELEMENT_INHERITED] = N_("Inherited"),
};
_Static_assert(COUNT(state_labels) == ELEMENT__COUNT, "every state has a label");

static const char *const gate_names[] = {
	[GATE_EXISTS] = "exists",
	[GATE_APPROVED] = "approved",
	[GATE_LOCATED] = "located",
	[GATE_TESTED] = "tested",
};
_Static_assert(COUNT(gate_names) == GATE__COUNT, "every gate is named");

static const char *const gate_labels[] = {
	[GATE_EXISTS] = N_("It exists"),
	[GATE_APPROVED] = N_("Approved, not a draft"),
	[GATE_LOCATED] = N_("Every element is located"),
	[GATE_TESTED] = N_("Tested in time"),
};
_Static_assert(COUNT(gate_labels) == GATE__COUNT, "every gate has a label");

const char *element_state_name(enum element_state s)
{
	return state_names[s];
}

const char *element_state_label(enum element_state s)
{
	return state_labels[s];
}

const char *plan_gate_name(enum plan_gate g)
{
	return gate_names[g];
}

const char *plan_gate_label(enum plan_gate g)
{
	return gate_labels[g];
}

struct court {                          /* one judgement being made */
	struct arena *arena;
	const struct plan_facts *facts;
	struct judged_element *elements;
};

static void add_why(struct judged_element *e, struct message *whys, struct message m)
{
	if (e->why_count == WHYS_MAX)
		BUG("more than %d reasons for one element", WHYS_MAX);
	whys[e->why_count++] = m;
	e->whys = whys;
}

static struct str number_text(struct arena *a, size_t n)
{
	return str_format(a, "%zu", n);
}

/* Not applicable, or run by others: true when that settles the state. */
static bool judge_excused(struct court *c, struct judged_element *e, struct message *whys)
{
	const struct element_facts *f = e->facts;

	(void)c;
	if (f->not_applicable.n > 0 && f->approver.n > 0) {
		e->state = ELEMENT_NOT_APPLICABLE;
		add_why(e, whys,
		        MESSAGE2(N_("does not apply: %1 (approved by %2)"),
		                 f->not_applicable, f->approver));
		return true;
	}
	if (f->not_applicable.n > 0)
		add_why(e, whys,
		        MESSAGE1(N_("said not to apply (%1), but nobody approved that"),
		                 f->not_applicable));
	if (f->inherited_from.n > 0 && f->agreement.n > 0) {
		e->state = ELEMENT_INHERITED;
		add_why(e, whys,
		        MESSAGE2(N_("done by %1 under the agreement %2"), f->inherited_from,
		                 f->agreement));
		add_why(e, whys,
		        MESSAGE(N_("relying on another organisation does not discharge "
		                   "the duty")));
		return true;
	}
	if (f->inherited_from.n > 0)
		add_why(e, whys,
		        MESSAGE1(N_("said to be done by %1, but no agreement is named"),
		                 f->inherited_from));
	return false;
}

static size_t count_located(const struct judged_element *e)
{
	size_t n = 0;

	for (size_t i = 0; i < e->element->part_count; i++)
		n += e->facts->places[i].located;
	return n;
}

/* The labels of the parts that are not located are said part by part elsewhere; here: how
 * many. */
static void judge_parts(struct court *c, struct judged_element *e, struct message *whys)
{
	const struct container_facts *in = &c->facts->containers[e->element->container];
	size_t parts = e->element->part_count;

	e->located = in->exists ? count_located(e) : 0;
	if (!in->exists) {
		e->state = ELEMENT_MISSING;
		add_why(e, whys, MESSAGE(N_("there is no document to look in")));
	} else if (e->located == 0) {
		e->state = ELEMENT_MISSING;
		add_why(e, whys, MESSAGE(N_("nobody has found it in the document")));
	} else if (e->located < parts) {
		e->state = ELEMENT_PARTIAL;
		add_why(e, whys,
		        MESSAGE2(N_("%1 of %2 parts are located"),
		                 number_text(c->arena, e->located),
		                 number_text(c->arena, parts)));
	} else if (!in->approved) {
		e->state = ELEMENT_NOT_MET;
		add_why(e, whys,
		        MESSAGE1(N_("located, but %1 is a draft: nobody has approved it"),
		                 in->document));
	} else {
		e->state = ELEMENT_MET;
		add_why(e, whys,
		        parts == 1 ? MESSAGE1(N_("located in %1, which is approved"),
		                              in->document)
		                   : MESSAGE2(N_("all %1 parts are located in %2, which is "
		                                 "approved"),
		                              number_text(c->arena, parts), in->document));
	}
}

static void judge_element(struct court *c, size_t at)
{
	struct judged_element *e = &c->elements[at];
	struct message *whys = arena_get(c->arena, WHYS_MAX * sizeof(*whys));

	e->element = &c->facts->pack->elements[at];
	e->facts = &c->facts->elements[at];
	if (!judge_excused(c, e, whys))
		judge_parts(c, e, whys);
}

static bool container_is_complete(const struct court *c, size_t container)
{
	for (size_t i = 0; i < c->facts->pack->element_count; i++) {
		const struct judged_element *e = &c->elements[i];

		if (e->element->container == container && e->state != ELEMENT_MET &&
		    e->state != ELEMENT_NOT_APPLICABLE)
			return false;
	}
	return true;
}

/* An element that only points to another container is worth what that one holds. */
static void judge_leaning(struct court *c, size_t at)
{
	struct judged_element *e = &c->elements[at];
	const struct pack *p = c->facts->pack;
	struct message *whys = arena_get(c->arena, WHYS_MAX * sizeof(*whys));

	if (e->element->leans_on < 0 || e->state != ELEMENT_MET)
		return;
	size_t container = (size_t)e->element->leans_on;
	if (container_is_complete(c, container))
		return;
	for (size_t i = 0; i < e->why_count; i++)
		whys[i] = e->whys[i];
	e->warned = true;
	if (c->facts->strict)
		e->state = ELEMENT_PARTIAL;
	add_why(e, whys,
	        MESSAGE1(c->facts->strict
	                         ? N_("%1: required elements are missing there")
	                         : N_("%1: required elements are missing there; read "
	                              "strictly, this element would be partial"),
	                 said_in(p->containers[container].label, c->facts->lang)));
}

/* ---- gates ---- */

static struct judged_gate gate_exists(const struct court *c)
{
	const struct pack *p = c->facts->pack;

	for (size_t i = 0; i < p->container_count; i++)
		if (!c->facts->containers[i].exists)
			return (struct judged_gate){
				.asked = true,
				.why = MESSAGE1(
					N_("there is no %1"),
					said_in(p->containers[i].label, c->facts->lang)),
			};
	return (struct judged_gate){ .asked = true,
		                     .passed = true,
		                     .why = MESSAGE(N_("there is a document to look in")) };
}

static struct judged_gate gate_approved(const struct court *c)
{
	const struct pack *p = c->facts->pack;

	for (size_t i = 0; i < p->container_count; i++) {
		const struct container_facts *in = &c->facts->containers[i];

		if (in->exists && in->approved)
			continue;
		return (struct judged_gate){
			.asked = true,
			.why = in->exists ? MESSAGE1(N_("%1 is a draft: nobody has "
			                                "approved it"),
			                             in->document)
			                  : MESSAGE(N_("there is nothing to approve")),
		};
	}
	return (struct judged_gate){ .asked = true,
		                     .passed = true,
		                     .why = MESSAGE1(N_("%1 is approved"),
		                                     c->facts->containers[0].document) };
}

static struct judged_gate gate_located(const struct court *c, const struct judgement *j)
{
	size_t open = j->count[ELEMENT_PARTIAL] + j->count[ELEMENT_MISSING];
	size_t all = j->element_count;

	if (open == 0)
		return (struct judged_gate){ .asked = true,
			                     .passed = true,
			                     .why = MESSAGE1(
						     N_("all %1 elements are settled"),
						     number_text(c->arena, all)) };
	return (struct judged_gate){
		.asked = true,
		.why = MESSAGE2(N_("%1 of %2 elements are not, or not wholly, located"),
		                number_text(c->arena, open), number_text(c->arena, all)),
	};
}

static struct judged_gate gate_tested(const struct court *c)
{
	const struct plan_facts *f = c->facts;
	int months = f->test_months > 0 ? f->test_months : f->pack->test_months;
	struct str limit = str_format(c->arena, "%d", months);

	if (months == 0)
		return (struct judged_gate){ .passed = true,
			                     .why = MESSAGE(N_("no test is asked for")) };
	if (!date_is_set(f->tested_on))
		return (struct judged_gate){
			.asked = true,
			.why = MESSAGE1(
				N_("no test is on record; one is due every %1 months"),
				limit),
		};
	struct str on = date_text(c->arena, f->tested_on);
	bool late = date_compare(date_add_months(f->tested_on, months), f->today) < 0;
	return (struct judged_gate){
		.asked = true,
		.passed = !late,
		.why = late ? MESSAGE2(N_("last tested on %1, more than %2 months ago"), on,
		                       limit)
		            : MESSAGE1(N_("tested on %1"), on),
	};
}

/* ---- gaps ---- */

static bool is_gap(const struct judged_element *e)
{
	return e->state == ELEMENT_MISSING || e->state == ELEMENT_PARTIAL;
}

/* A partial element is named by its missing parts, when the pack has words for all of them.
 */
static struct said partial_phrase(struct arena *a, const struct judged_element *e,
                                  const struct pack_gap *gap)
{
	struct text en = text_on(a, LIMIT_LINE_FIELD_BYTES),
		    fr = text_on(a, LIMIT_LINE_FIELD_BYTES);

	for (size_t i = 0; i < e->element->part_count; i++) {
		const struct pack_part *part = &e->element->parts[i];

		if (e->facts->places[i].located)
			continue;
		if (part->phrase.en.n == 0)
			return gap->phrase;
		if (en.n > 0) {
			text_add(&en, STR(", "));
			text_add(&fr, STR(", "));
		}
		text_add(&en, said_in(part->phrase, LANG_EN));
		text_add(&fr, said_in(part->phrase, LANG_FR));
	}
	return en.n > 0 ? (struct said){ text_str(&en), text_str(&fr) } : gap->phrase;
}

static void fill_gap(struct court *c, struct judged_gap *g, size_t first)
{
	size_t count = c->facts->pack->element_count;
	const struct judged_element **members =
		arena_get(c->arena, count * sizeof(*members));

	g->gap = &c->facts->pack->gaps[c->elements[first].element->gap];
	for (size_t i = first; i < count; i++)
		if (is_gap(&c->elements[i]) &&
		    c->elements[i].element->gap == c->elements[first].element->gap)
			members[g->element_count++] = &c->elements[i];
	g->elements = members;
	g->phrase = g->element_count == 1 && members[0]->state == ELEMENT_PARTIAL
	                    ? partial_phrase(c->arena, members[0], g->gap)
	                    : g->gap->phrase;
}

static void find_gaps(struct court *c, struct judgement *j)
{
	const struct pack *p = c->facts->pack;
	struct judged_gap *gaps = arena_get(c->arena, (p->gap_count + 1) * sizeof(*gaps));
	bool *seen = arena_get(c->arena, p->gap_count + 1);

	for (size_t i = 0; i < p->element_count; i++) {
		size_t key = p->elements[i].gap;

		if (!is_gap(&c->elements[i]) || seen[key])
			continue;
		seen[key] = true;
		fill_gap(c, &gaps[j->gap_count++], i);
	}
	j->gaps = gaps;
}

struct judgement judge_plan(struct arena *a, const struct plan_facts *facts)
{
	const struct pack *p = facts->pack;
	struct court c = { .arena = a, .facts = facts };
	struct judgement j = { .pack = p,
		               .element_count = p->element_count,
		               .strict = facts->strict };

	c.elements = arena_get(a, (p->element_count + 1) * sizeof(*c.elements));
	for (size_t i = 0; i < p->element_count; i++)
		judge_element(&c, i);
	for (size_t i = 0; i < p->element_count; i++)
		judge_leaning(&c, i);
	for (size_t i = 0; i < p->element_count; i++) {
		j.count[c.elements[i].state]++;
		j.leans = j.leans || p->elements[i].leans_on >= 0;
	}
	j.elements = c.elements;
	find_gaps(&c, &j);
	j.gates[GATE_EXISTS] = gate_exists(&c);
	j.gates[GATE_APPROVED] = gate_approved(&c);
	j.gates[GATE_LOCATED] = gate_located(&c, &j);
	j.gates[GATE_TESTED] = gate_tested(&c);
	j.relies_on_others = j.count[ELEMENT_INHERITED] > 0;
	j.complete =
		j.count[ELEMENT_MET] + j.count[ELEMENT_NOT_APPLICABLE] == p->element_count;
	for (int g = 0; g < GATE__COUNT; g++)
		j.complete = j.complete && j.gates[g].passed;
	return j;
}
