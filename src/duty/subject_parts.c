/*
 * subject_parts.c -- duties that count: the parts that a document holds, the occurrences
 * that carry something.
 */
#include "base/arena.h"
#include "duty/subject.h"

#define NAMED_MOST 8                    /* of what is missing */

/* ---- the parts of a document ---- */

static size_t parts_of(const struct pack_element *e, const struct required_parts *p)
{
	return p->part >= 0 ? e->part_count : 1;
}

/* How many parts of the element a person confirmed, each once. */
static size_t parts_confirmed(const struct gathering *g, const struct fact_rows *rows,
                              struct str element)
{
	const struct required_parts *p = &g->duty->parts;
	struct str seen[64];
	size_t n = 0;

	for (size_t i = 0; i < rows->count; i++) {
		struct str part = p->part >= 0 ? row_text(rows->at[i], p->part) : STR("");
		size_t k = 0;

		if (!str_equal(row_text(rows->at[i], p->element), element))
			continue;
		while (k < n && !str_equal(seen[k], part))
			k++;
		if (k == n && n < COUNT(seen))
			seen[n++] = part;
	}
	return n;
}

/* When the document came to hold what it holds: the last of what was confirmed. */
static enum fail last_confirmed(struct gathering *g, const struct fact_rows *rows,
                                struct instant *out)
{
	enum fail f = OK;

	*out = g->subject->created_at;
	for (size_t i = 0; !f && i < rows->count; i++) {
		struct instant at;

		f = moment_of(g->w, &g->duty->wanted.at, rows->at[i], &at);
		if (at.us > g->w->now.us)
			gather_ahead(g, at);
		else if (at.us > out->us)
			*out = at;
	}
	return f;
}

static void count_parts(struct gathering *g, const struct fact_rows *rows)
{
	const struct required_parts *p = &g->duty->parts;
	struct text missing = text_on(g->w->act->arena, 4000);

	for (size_t i = 0; i < p->element_count; i++) {
		const struct pack_element *e =
			pack_element_find(p->checklist, p->elements[i]);
		size_t want = parts_of(e, p);
		size_t found = parts_confirmed(g, rows, e->id);

		if (found > want)
			found = want;
		g->facts.parts += want;
		g->facts.parts_found += found;
		if (found < want) {
			text_addz(&missing, text_str(&missing).n ? ", " : "");
			text_add(&missing, e->id);
		}
	}
	g->facts.missing = text_str(&missing);
}

/* The document is the first evidence, whatever day it was tested on. */
static enum fail put_document_first(struct gathering *g, struct instant held)
{
	size_t tests = g->facts.proof_count;
	struct instant first = tests > 0 ? g->proofs[0].at : held;
	enum fail f = gather_proof(g, g->subject->id,
	                           first.us < held.us ? first : held, INSTANT_NONE,
	                           GROUND_NONE);
	size_t at = 0;

	while (!f && !id_equal(g->proof_ids[at], g->subject->id))
		at++;
	if (f)
		return f;
	struct proof document = g->proofs[at];
	for (; at > 0; at--) {
		g->proofs[at] = g->proofs[at - 1];
		g->proof_ids[at] = g->proof_ids[at - 1];
	}
	document.at = held;
	g->proofs[0] = document;
	g->proof_ids[0] = g->subject->id;
	return OK;
}

enum fail gather_contents(struct gathering *g)
{
	const struct required_parts *p = &g->duty->parts;
	struct fact_rows rows;
	struct instant held;
	enum fail f = reach_rows(g->w, &g->duty->wanted.reach, g->subject, &rows);

	if (!f)
		f = last_confirmed(g, &rows, &held);
	if (f)
		return f;
	count_parts(g, &rows);
	g->facts.approved = conditions_hold(&p->approved, g->subject);
	if (p->tested.reach.type)
		f = gather_evidence(g, &p->tested);
	return f ? f : put_document_first(g, held);
}

/* ---- occurrences ---- */

/* Within a window, if there is one; what leaves it ahead changes the facts. */
static bool lies_within(struct gathering *g, struct instant at, bool windowed,
                        struct span window)
{
	if (!instant_is_set(at))
		return false;
	if (at.us > g->w->now.us) {
		gather_ahead(g, at);
		return false;
	}
	if (!windowed)
		return true;
	struct instant last = limit_from_instant(window, at, g->w->zone, g->duty->calendar);
	if (last.us < g->w->now.us)
		return false;
	gather_ahead(g, (struct instant){ last.us + 1 });
	return true;
}

/* A record that the occurrence leads to, lately enough. */
static enum fail carries_record(struct gathering *g, const struct row *r, bool *out)
{
	const struct occurrences *each = &g->duty->each;
	struct fact_rows rows;
	enum fail f = reach_rows(g->w, &each->record, r, &rows);

	*out = false;
	for (size_t i = 0; !f && i < rows.count; i++) {
		struct instant at;

		f = moment_of(g->w, &each->record_at, rows.at[i], &at);
		if (!f && lies_within(g, at, each->record_windowed, each->record_within))
			*out = true;
	}
	return f;
}

static enum fail carries(struct gathering *g, const struct row *r, bool *out)
{
	const struct occurrences *each = &g->duty->each;
	struct moment taken = { .kind = MOMENT_STEP, .step = each->step };
	struct instant at;
	enum fail f;

	switch (each->carries) {
	case CARRIES_FIELD: *out = row_filled(r, each->field); return OK;
	case CARRIES_STEP:
		f = moment_of(g->w, &taken, r, &at);
		*out = instant_is_set(at);
		return f;
	case CARRIES_RECORD: return carries_record(g, r, out);
	}
	BUG("nothing of the kind is carried: %d", each->carries);
}

struct open_ones {
	struct text named;
	size_t count;
	struct instant first;
};

static void add_open(struct gathering *g, struct open_ones *open, const struct row *r,
                     struct instant at)
{
	if (open->count < NAMED_MOST) {
		text_addz(&open->named, open->count ? " " : "");
		text_add(&open->named, reference_to(g->w->act->arena, r->id));
	}
	open->count++;
	if (!instant_is_set(open->first) || at.us < open->first.us)
		open->first = at;
}

enum fail gather_occurrences(struct gathering *g)
{
	const struct occurrences *each = &g->duty->each;
	struct open_ones open = { .named = text_on(g->w->act->arena, 4000) };
	struct clock_start *start = ARENA_NEW(g->w->act->arena, struct clock_start);
	const struct row *last = NULL;
	struct instant last_at = INSTANT_NONE;
	struct fact_rows rows;
	enum fail f = reach_rows(g->w, &each->reach, g->subject, &rows);

	for (size_t i = 0; !f && i < rows.count; i++) {
		struct instant at;
		bool carried = false;

		f = moment_of(g->w, &each->at, rows.at[i], &at);
		if (f || !lies_within(g, at, each->windowed, each->within))
			continue;
		f = carries(g, rows.at[i], &carried);
		g->facts.parts++;
		g->facts.parts_found += carried;
		if (!carried)
			add_open(g, &open, rows.at[i], at);
		else if (!last || at.us >= last_at.us) {
			last = rows.at[i];
			last_at = at;
		}
	}
	g->facts.missing = text_str(&open.named);
	if (each->share < 100)
		g->facts.parts_enough =
			(g->facts.parts * (size_t)each->share + 99) / 100;
	start->at = open.first;
	g->facts.starts = start;
	g->facts.start_count = open.count > 0;
	/* Evidence only when nothing is left open: else a clock would stop by it. */
	size_t enough = g->facts.parts_enough ? g->facts.parts_enough : g->facts.parts;
	if (!f && last && g->facts.parts_found >= enough)
		f = gather_proof(g, last->id, last_at, INSTANT_NONE, GROUND_NONE);
	return f;
}
