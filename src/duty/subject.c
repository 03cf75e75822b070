/*
 * subject.c -- one duty about one subject: what the records say becomes facts, and a
 * ruling.
 */
#include "duty/subject.h"

#include "base/arena.h"

void gather_ahead(struct gathering *g, struct instant at)
{
	if (at.us > g->w->now.us && (!instant_is_set(g->next) || at.us < g->next.us))
		g->next = at;
}

/* ---- evidence ---- */

static bool room_for_proof(struct gathering *g)
{
	struct arena *a = g->w->act->arena;
	size_t room = g->room ? g->room * 2 : 8;

	if (g->facts.proof_count < g->room)
		return true;
	struct proof *proofs = ARENA_TRY(a, struct proof, room);
	struct id *ids = ARENA_TRY(a, struct id, room);
	if (!proofs || !ids)
		return false;
	if (g->room > 0) {
		memcpy(proofs, g->proofs, g->room * sizeof *proofs);
		memcpy(ids, g->proof_ids, g->room * sizeof *ids);
	}
	g->proofs = proofs;
	g->proof_ids = ids;
	g->room = room;
	return true;
}

enum fail gather_proof(struct gathering *g, struct id id, struct instant at,
                       struct instant until, enum ground ground)
{
	size_t i = g->facts.proof_count;

	if (!instant_is_set(at))
		return OK;
	if (at.us > g->w->now.us) {
		gather_ahead(g, at);
		return OK;
	}
	if (!room_for_proof(g))
		return fail_say(FAIL_MEMORY, "no memory for the facts of a duty");
	for (; i > 0; i--) {
		int64_t before = g->proofs[i - 1].at.us;

		if (before < at.us ||
		    (before == at.us && id_compare(g->proof_ids[i - 1], id) <= 0))
			break;
		g->proofs[i] = g->proofs[i - 1];
		g->proof_ids[i] = g->proof_ids[i - 1];
	}
	g->proofs[i] = (struct proof){ .at = at,
		                       .until = until,
		                       .ground = ground,
		                       .what = reference_to(g->w->act->arena, id) };
	g->proof_ids[i] = id;
	g->facts.proof_count++;
	return OK;
}

enum fail gather_evidence(struct gathering *g, const struct wanted_evidence *wanted)
{
	struct fact_rows rows;
	enum fail f = reach_rows(g->w, &wanted->reach, g->subject, &rows);

	for (size_t i = 0; !f && i < rows.count; i++) {
		struct instant at, until = INSTANT_NONE;

		f = moment_of(g->w, &wanted->at, rows.at[i], &at);
		if (wanted->until >= 0 && row_filled(rows.at[i], wanted->until))
			until = day_end(row_date(rows.at[i], wanted->until), g->w->zone);
		if (!f)
			f = gather_proof(g, rows.at[i]->id, at, until, GROUND_NONE);
	}
	return f;
}

/* ---- when clocks start ---- */

static const char *label_of(const struct row *r, const struct moment *m)
{
	switch (m->kind) {
	case MOMENT_CREATED: return N_("entered");
	case MOMENT_FIELD: return r->type->fields.at[m->field].label;
	case MOMENT_STEP: return m->step->label;
	}
	return "";
}

static enum fail gather_starts(struct gathering *g)
{
	const struct duty *d = g->duty;
	struct arena *a = g->w->act->arena;
	struct clock_start *starts =
		arena_get(a, (d->start_count + 1) * sizeof(*starts));
	enum fail f = OK;

	for (size_t i = 0; !f && g->subject && i < d->start_count; i++) {
		struct clock_start *s = &starts[i];

		f = moment_of(g->w, &d->starts[i], g->subject, &s->at);
		s->what = str_format(a, "%c%s", LABEL, label_of(g->subject, &d->starts[i]));
		if (i == 0)
			g->facts.unknown = s->what;
		if (s->at.us > g->w->now.us && !d->rule.by_date) {
			gather_ahead(g, s->at);
			s->at = INSTANT_NONE;
		}
	}
	g->facts.starts = starts;
	g->facts.start_count = g->subject ? d->start_count : 0;
	return f;
}

static void gather_touches(struct gathering *g)
{
	if (g->duty->rule.kind != RULE_AFTER || !g->subject)
		return;
	struct str answer = row_text(g->subject, g->duty->touches);
	g->facts.touches = str_is(answer, "yes")  ? TOUCHES_YES
	                   : str_is(answer, "no") ? TOUCHES_NO
	                                          : TOUCHES_UNDECIDED;
}

/* ---- what was decided ---- */

static bool decides(const struct gathering *g, const struct duty_decision *d)
{
	return d->kind != DECISION_INVENTORY_COMPLETE &&
	       str_equal(d->duty, g->duty->id) &&
	       (!id_is_set(d->subject) ||
	        (g->subject && id_equal(d->subject, g->subject->id)));
}

static void set_aside(struct gathering *g, const struct duty_decision *d,
                      struct instant since, struct instant until)
{
	static const enum applies applies[] = {
		[DECISION_NOT_APPLICABLE] = APPLIES_NOT,
		[DECISION_EXEMPT] = APPLIES_EXEMPT,
		[DECISION_INHERITED] = APPLIES_INHERITED,
	};

	if (d->kind == DECISION_INHERITED && g->duty->own_only)
		return;
	g->facts.applies = applies[d->kind];
	g->facts.applies_since = since;
	g->facts.applies_until = until;
	g->facts.applies_why = reference_to(g->w->act->arena, d->id);
}

/* Also one that would end before it begins, at any time. */
static bool has_ended(struct instant since, struct instant until, struct instant now)
{
	return instant_is_set(until) && (until.us < now.us || until.us < since.us);
}

static enum fail gather_decisions(struct gathering *g)
{
	struct world *w = g->w;
	enum fail f = OK;

	for (size_t i = 0; !f && i < w->decision_count; i++) {
		const struct duty_decision *d = &w->decisions[i];
		struct instant since = day_start(d->from, w->zone);
		struct instant until = date_is_set(d->until) ? day_end(d->until, w->zone)
		                                             : INSTANT_NONE;

		/* That it was done stays true. */
		bool over = d->kind != DECISION_ON_WORD && has_ended(since, until, w->now);

		if (!decides(g, d) || over)
			continue;
		if (since.us > w->now.us) {
			gather_ahead(g, since);
			continue;
		}
		if (d->kind == DECISION_ON_WORD) {
			f = gather_proof(g, d->id, since, INSTANT_NONE, GROUND_ON_WORD);
		} else if (d->kind == DECISION_NONE_EXISTS) {
			g->facts.none_since = since;
			if (instant_is_set(until))
				gather_ahead(g, (struct instant){ until.us + 1 });
		} else {
			set_aside(g, d, since, until);
		}
	}
	return f;
}

/* Somebody attested that all records of the type are there, and for how long that holds. */
static bool inventory_attested(struct gathering *g)
{
	bool found = false;

	for (size_t i = 0; i < g->w->decision_count; i++) {
		const struct duty_decision *d = &g->w->decisions[i];
		struct instant since = day_start(d->from, g->w->zone);
		struct instant until = date_is_set(d->until)
		                               ? day_end(d->until, g->w->zone)
		                               : INSTANT_NONE;

		if (d->kind != DECISION_INVENTORY_COMPLETE ||
		    !str_is(d->inventory, g->duty->inventory->name) ||
		    has_ended(since, until, g->w->now))
			continue;
		gather_ahead(g, since);
		if (since.us > g->w->now.us)
			continue;
		if (instant_is_set(until))
			gather_ahead(g, (struct instant){ until.us + 1 });
		found = true;
	}
	return found;
}

/* ---- all of it ---- */

static enum fail gather(struct gathering *g)
{
	const struct duty *d = g->duty;
	enum fail f = OK;

	g->facts.adopted = g->w->adopted;
	if (g->subject && g->subject->created_at.us > g->w->adopted.us)
		g->facts.adopted = g->subject->created_at;
	if (d->rule.kind == RULE_CONTAINS)
		f = gather_contents(g);
	else if (d->rule.kind == RULE_EACH)
		f = gather_occurrences(g);
	else if (d->wanted.reach.type && d->rule.kind != RULE_INFORMATION)
		f = gather_evidence(g, &d->wanted);
	if (!f && d->rule.kind != RULE_EACH)
		f = gather_starts(g);
	gather_touches(g);
	if (!f)
		f = gather_decisions(g);
	g->facts.proofs = g->proofs;
	return f;
}

static enum fail work_out_ground(struct gathering *g, struct standing *out)
{
	struct ruling *r = &out->ruling;
	struct row *row = NULL;
	enum fail f = OK;

	out->proof = g->proof_ids[r->proof];
	if (g->proofs[r->proof].ground != GROUND_NONE)
		return OK;
	r->ground = GROUND_ON_WORD;
	if (g->duty->on_word)
		return OK;
	const struct record_type *type = g->duty->rule.kind == RULE_EACH
	                                         ? g->duty->each.reach.type
	                                         : g->duty->wanted.reach.type;
	/* Of what a document contains, the evidence may be the document or its test. */
	if (g->duty->rule.kind == RULE_CONTAINS)
		type = r->proof == 0 ? g->subject->type
		                     : g->duty->parts.tested.reach.type;
	f = facts_row(g->w->facts, type, out->proof, &row);
	return f || !row ? f : ground_of(g->w, g->duty, row, &r->ground);
}

/* There is none of what the duty is about. */
static void without_subject(struct gathering *g, struct standing *out)
{
	struct ruling *r = &out->ruling;

	*r = (struct ruling){ .state = DUTY_NO_OCCASION,
		              .since = g->w->adopted,
		              .start = -1,
		              .proof = -1,
		              .why = MESSAGE(N_("nothing of the kind is on record")) };
	if (g->duty->inventory && !inventory_attested(g)) {
		r->state = DUTY_CANNOT_TELL;
		r->why = MESSAGE1(N_("nobody attested that all are on record: %1"),
		                  str_format(g->w->act->arena, "%c%s", LABEL,
		                             g->duty->inventory->plural));
	}
	r->changes_at = g->next;
}

/* Counted over an inventory that nobody attested, "none" is not known either. */
static bool counts_an_inventory(const struct gathering *g, const struct ruling *r)
{
	return g->duty->inventory && !g->subject && r->state == DUTY_NO_OCCASION;
}

static bool is_set_aside(const struct gathering *g)
{
	return g->facts.applies != APPLIES ||
	       g->duty->rule.force == FORCE_OTHERS;
}

enum fail duty_stands(struct world *w, const struct duty *d, const struct row *subject,
                      struct standing *out)
{
	struct gathering g = { .w = w, .duty = d, .subject = subject };
	bool none = d->subject && !subject;
	enum fail f;

	*out = (struct standing){ .proof = ID_NONE };
	f = none ? gather_decisions(&g) : gather(&g);
	g.facts.adopted = instant_is_set(g.facts.adopted) ? g.facts.adopted : w->adopted;
	if (f)
		return f;
	if (none && !is_set_aside(&g)) {
		without_subject(&g, out);
		return OK;
	}
	out->ruling =
		rule_on(w->act->arena, &d->rule, &g.facts, w->zone, d->calendar, w->now);
	out->facts = g.facts;
	if (counts_an_inventory(&g, &out->ruling))
		without_subject(&g, out);
	if (out->ruling.proof >= 0)
		f = work_out_ground(&g, out);
	struct instant next = g.next;
	if (instant_is_set(next) && (!instant_is_set(out->ruling.changes_at) ||
	                             next.us < out->ruling.changes_at.us))
		out->ruling.changes_at = next;
	return f;
}
