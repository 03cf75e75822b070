/*
 * world.c -- the organisation in which duties are judged: its settings, its decisions, and
 * how one record leads to others.
 */
#include "duty/world.h"

#include <stdlib.h>

#include "base/arena.h"
#include "store/tenant.h"

/* ---- opening ---- */

static enum fail read_adopted(struct world *w)
{
	struct str text;
	struct date day;
	struct tenant tenant;
	enum fail f = facts_setting(w->facts, STR(SETTING_ADOPTED), &text);

	if (f == OK && date_parse(text, &day)) {
		w->adopted = day_start(day, w->zone);
		return OK;
	}
	if (f != OK && f != FAIL_NOT_FOUND)
		return f;
	f = tenant_here(w->act, &tenant);
	w->adopted = tenant.created_at;
	return f;
}

static enum fail read_jurisdictions(struct world *w)
{
	enum fail f =
		facts_setting(w->facts, STR(SETTING_JURISDICTIONS), &w->jurisdictions);

	if (f == FAIL_NOT_FOUND) {
		w->jurisdictions = STR(JURISDICTIONS_DEFAULT);
		f = OK;
	}
	return f;
}

static int by_from(const void *x, const void *y)
{
	const struct duty_decision *a = x, *b = y;
	int order = date_compare(a->from, b->from);

	return order ? order : id_compare(a->id, b->id);
}

static enum fail read_decisions(struct world *w)
{
	const struct registry *g = w->duties->registry;
	struct duty_decision *at;
	struct fact_rows rows;
	enum fail f;

	if (!g->duty_decisions)
		return OK;
	f = facts_all(w->facts, g->duty_decisions, &rows);
	if (f)
		return f;
	at = ARENA_TRY(w->act->arena, struct duty_decision, rows.count + 1);
	if (!at)
		return fail_say(FAIL_MEMORY, "no memory for the decisions about duties");
	for (size_t i = 0; i < rows.count; i++)
		w->decision_count += g->duty_decision(rows.at[i], &at[w->decision_count]);
	qsort(at, w->decision_count, sizeof *at, by_from);
	w->decisions = at;
	return OK;
}

/* Of a zone that this system does not know the days are those of UTC. */
static enum fail read_zone(struct world *w)
{
	enum fail f = facts_zone(w->facts, &w->zone_name);

	if (f && f != FAIL_NOT_FOUND)
		return f;
	if (f || zone_get(w->zone_name, &w->zone) != OK)
		f = zone_get(STR("UTC"), &w->zone);
	return f;
}

enum fail world_open(struct world *w, struct act *a, const struct duties *duties,
                     struct facts *facts, struct instant now)
{
	enum fail f;

	*w = (struct world){
		.act = a, .facts = facts, .duties = duties, .now = now
	};
	f = read_zone(w);
	if (!f)
		f = read_adopted(w);
	if (!f)
		f = read_jurisdictions(w);
	return f ? f : read_decisions(w);
}

void world_at(struct world *w, struct instant now)
{
	w->now = now;
}

bool world_has(const struct world *w, const struct duty *d)
{
	struct str rest = w->jurisdictions;

	while (rest.n > 0) {
		struct str one = str_split(rest, ' ', &rest);

		if (str_is(one, "*") || str_equal(one, d->jurisdiction))
			return true;
		/* What holds in Canada holds in its provinces. */
		if (one.n > d->jurisdiction.n && one.p[d->jurisdiction.n] == '-' &&
		    str_equal(str_cut(one, d->jurisdiction.n), d->jurisdiction))
			return true;
	}
	return false;
}

/* ---- conditions ---- */

static bool is_one_of(const struct condition *c, const struct row *r)
{
	const struct field *f = &r->type->fields.at[c->field];
	int64_t number;

	if (!row_filled(r, c->field))
		return false;
	for (size_t i = 0; i < c->value_count; i++) {
		struct str value = c->values[i];

		if (f->type == T_FLAG ? row_flag(r, c->field) == str_is(value, "true")
		    : f->type == T_NUMBER
		            ? str_to_i64(value, &number) &&
		                      row_number(r, c->field) == number
		            : str_equal(row_text(r, c->field), value))
			return true;
	}
	return false;
}

static bool holds(const struct condition *c, const struct row *r)
{
	switch (c->kind) {
	case CONDITION_STATE: return (c->states & BIT(r->state)) != 0;
	case CONDITION_IS: return is_one_of(c, r);
	case CONDITION_FILLED: return row_filled(r, c->field);
	case CONDITION_EMPTY: return !row_filled(r, c->field);
	case CONDITION_BETWEEN:
		return row_filled(r, c->field) && row_number(r, c->field) >= c->least &&
		       row_number(r, c->field) <= c->most;
	}
	BUG("no such condition: %d", c->kind);
}

bool conditions_hold(const struct conditions *c, const struct row *r)
{
	for (size_t i = 0; i < c->count; i++)
		if (!holds(&c->at[i], r))
			return false;
	return true;
}

bool duty_is_about(const struct duty *d, const struct row *r)
{
	return d->subject && type_is(d->subject, r->type) && conditions_hold(&d->where, r);
}

/* ---- from one record to others ---- */

struct str reference_to(struct arena *a, struct id id)
{
	return str_format(a, "%c%.*s", REFERENCE, STR_ARG(id_text(a, id)));
}

struct rows_found {
	struct row **at;
	size_t count, room;
};

static enum fail add_rows(struct world *w, struct rows_found *found,
                          const struct reach *reach, const struct fact_rows *rows)
{
	if (found->count + rows->count > found->room) {
		size_t room = found->room * 2 + rows->count + 4;
		struct row **at = ARENA_TRY(w->act->arena, struct row *, room);
		if (!at)
			return fail_say(FAIL_MEMORY, "no memory for the facts of a duty");
		if (found->count > 0)
			memcpy(at, found->at, found->count * sizeof *at);
		found->at = at;
		found->room = room;
	}
	for (size_t i = 0; i < rows->count; i++)
		if (conditions_hold(&reach->where, rows->at[i]))
			found->at[found->count++] = rows->at[i];
	return OK;
}

/* Through one link of the record that is begun from. */
static enum fail through(struct world *w, const struct reach *reach, struct id link,
                         struct rows_found *found)
{
	struct row *one = NULL;
	struct fact_rows rows = { .at = &one };
	enum fail f;

	if (reach->way == WAY_FROM) {
		f = facts_row(w->facts, reach->type, link, &one);
		rows.count = one != NULL;
	} else {
		f = facts_linking(w->facts, reach->type, reach->via, link, &rows);
	}
	return f ? f : add_rows(w, found, reach, &rows);
}

enum fail reach_rows(struct world *w, const struct reach *reach, const struct row *from,
                     struct fact_rows *out)
{
	struct rows_found found = { 0 };
	struct row *self;
	struct fact_rows rows = { .at = &self, .count = 1 };
	enum fail f = OK;

	switch (reach->way) {
	case WAY_SELF:
		self = (struct row *)(uintptr_t)from;
		f = add_rows(w, &found, reach, &rows);
		break;
	case WAY_ALL:
		f = facts_all(w->facts, reach->type, &rows);
		if (!f)
			f = add_rows(w, &found, reach, &rows);
		break;
	case WAY_VIA: f = through(w, reach, from->id, &found); break;
	case WAY_FROM:
	case WAY_OVER:
		for (size_t i = 0; !f && i < from->values[reach->from].link_count; i++)
			f = through(w, reach, from->values[reach->from].links[i], &found);
		break;
	}
	*out = (struct fact_rows){ found.at, found.count };
	return f;
}

enum fail moment_of(struct world *w, const struct moment *m, const struct row *r,
                    struct instant *out)
{
	struct fact_steps steps;
	enum fail f;

	*out = INSTANT_NONE;
	if (m->kind == MOMENT_CREATED) {
		*out = r->created_at;
		return OK;
	}
	if (m->kind == MOMENT_FIELD) {
		if (!row_filled(r, m->field))
			return OK;
		*out = r->type->fields.at[m->field].type == T_DATE
		               ? day_start(row_date(r, m->field), w->zone)
		               : row_instant(r, m->field);
		return OK;
	}
	f = facts_steps(w->facts, r, &steps);
	for (size_t i = 0; !f && i < steps.count; i++)
		if (steps.at[i].step == m->step && steps.at[i].at.us <= w->now.us)
			*out = steps.at[i].at;
	return f;
}

/* ---- how well it is known ---- */

static bool holds_a_file(const struct row *r)
{
	for (size_t i = 0; i < r->type->fields.count; i++)
		if (r->type->fields.at[i].type == T_FILE && row_filled(r, (int)i))
			return true;
	return false;
}

enum fail ground_of(struct world *w, const struct duty *d, const struct row *r,
                    enum ground *out)
{
	bool checked = false, kept = d->wanted.at.kind != MOMENT_FIELD;
	struct fact_steps steps;
	enum fail f = facts_steps(w->facts, r, &steps);
	int state = 0;

	/* What a second person did counts until the record begins anew. */
	for (size_t i = 0; !f && i < steps.count; i++) {
		const struct step *step = steps.at[i].step;

		state = step->to;
		checked = state != 0 && (checked || step->approval || step->not_author);
	}
	kept = kept || (steps.count > 0 && r->state == state) || holds_a_file(r);
	*out = checked && r->state == state ? GROUND_CHECKED
	       : kept                       ? GROUND_BY_DOCUMENT
	                                    : GROUND_ON_WORD;
	return f;
}
