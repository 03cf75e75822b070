/*
 * list_streams.c -- what an actor may read of a type, parted into streams that do not
 * overlap.
 *
 * Of an attachment only what is about kinds of records that the actor may read, there: a
 * stream says up to which label each kind is read where the stream is.  Where kinds are
 * read in some units only, those units have streams besides the one of everywhere, of
 * what that one leaves out.
 */
#include "store/list_sql.h"

#include <limits.h>
#include <stdlib.h>

#include "base/arena.h"

/* What may be read in a unit, or everywhere: labels up to, -1 for none. */
struct place_read {
	struct id unit;
	int own;                        /* records of the type itself */
	int *kinds;                     /* of each kind, as the registry is ordered */
};

struct reading {
	struct act *act;
	const struct registry *types;
	const struct scope *own;
	const struct scope *kinds;      /* null: not of an attachment */
	struct place_read everywhere;
	struct id *units;               /* ascending, each once */
	size_t unit_count;
};

static int by_id(const void *x, const void *y)
{
	return id_compare(*(const struct id *)x, *(const struct id *)y);
}

static bool line_covers(const struct scope_line *line, struct id unit)
{
	return line->everywhere ||
	       (line->unit_count > 0 && bsearch(&unit, line->units, line->unit_count,
	                                        sizeof unit, by_id) != NULL);
}

/* In a unit, or with ID_NONE everywhere. */
static int reach_in(const struct scope *scope, struct id unit)
{
	int most = scope->everything ? INT_MAX : -1;

	for (size_t i = 0; !scope->nothing && i < scope->line_count; i++) {
		const struct scope_line *line = &scope->lines[i];
		bool here = id_is_set(unit) ? line_covers(line, unit) : line->everywhere;
		if (here && line->clearance > most)
			most = line->clearance;
	}
	return most;
}

static struct place_read read_in(const struct reading *r, struct id unit)
{
	struct place_read p = { .unit = unit, .own = reach_in(r->own, unit) };

	if (!r->kinds)
		return p;
	p.kinds = arena_get(r->act->arena, (r->types->count + 1) * sizeof *p.kinds);
	for (size_t i = 0; i < r->types->count; i++)
		p.kinds[i] = reach_in(&r->kinds[i], unit);
	return p;
}

/* Is there a kind that is not read as far as the attachments themselves? */
static bool falls_short(const struct reading *r, const struct place_read *p)
{
	for (size_t i = 0; r->kinds && i < r->types->count; i++)
		if (p->kinds[i] < p->own)
			return true;
	return false;
}

/* Does a unit have anything that everywhere leaves out? */
static bool adds(const struct reading *r, const struct place_read *p)
{
	bool more = p->own > r->everywhere.own;

	for (size_t i = 0; !more && r->kinds && i < r->types->count; i++)
		more = p->kinds[i] > r->everywhere.kinds[i] &&
		       r->everywhere.kinds[i] < p->own;
	return more;
}

static size_t units_in(const struct scope *scope, struct id *out)
{
	size_t n = 0;

	for (size_t i = 0; i < scope->line_count; i++) {
		const struct scope_line *line = &scope->lines[i];
		for (size_t k = 0; !line->everywhere && k < line->unit_count; k++, n++)
			if (out)
				out[n] = line->units[k];
	}
	return n;
}

/* Units of the kinds only matter where attachments are read in more than some units. */
static size_t all_units(const struct reading *r, struct id *out)
{
	size_t n = units_in(r->own, out);

	for (size_t i = 0; r->kinds && r->everywhere.own >= 0 && i < r->types->count; i++)
		n += units_in(&r->kinds[i], out ? &out[n] : NULL);
	return n;
}

static bool find_units(struct reading *r)
{
	size_t n = all_units(r, NULL);

	r->units = ARENA_TRY(r->act->arena, struct id, n + 1);
	if (!r->units)
		return false;
	(void)all_units(r, r->units);
	qsort(r->units, n, sizeof *r->units, by_id);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || !id_equal(r->units[i], r->units[r->unit_count - 1]))
			r->units[r->unit_count++] = r->units[i];
	return true;
}

static void add_stream(struct streams *s, struct stream one)
{
	s->at[s->count++] = one;
}

static void add_unit(const struct reading *r, struct id unit, struct streams *out)
{
	struct place_read p = read_in(r, unit);
	bool apart = falls_short(r, &r->everywhere) && r->everywhere.own >= 0;

	if (!adds(r, &p))
		return;
	add_stream(out, (struct stream){
				.kind = STREAM_UNIT,
				.unit = unit,
				.above = apart ? -1 : r->everywhere.own,
				.clearance = p.own,
				.reach = falls_short(r, &p) ? p.kinds : NULL,
				.everywhere = r->everywhere.own,
				.reach_everywhere = apart ? r->everywhere.kinds : NULL,
			});
}

static bool reading_init(struct reading *r, struct act *a, const struct record_type *t,
                         const struct scope *own)
{
	*r = (struct reading){ .act = a, .types = a->store->registry, .own = own };
	if (t->attachment && !own->everything) {
		struct scope *kinds =
			ARENA_TRY(a->arena, struct scope, r->types->count + 1);
		if (!kinds)
			return false;
		for (size_t i = 0; i < r->types->count; i++)
			kinds[i] = access_scope(a->arena, a->actor, r->types->at[i],
			                        a->today);
		r->kinds = kinds;
	}
	r->everywhere = read_in(r, ID_NONE);
	return find_units(r);
}

enum fail streams_of(struct listing *l, struct streams *out)
{
	struct act *a = l->act;
	struct scope scope = access_scope(a->arena, a->actor, l->query->type, a->today);
	struct reading r;

	*out = (struct streams){ .count = 0 };
	if (scope.nothing || (l->query->words.n > 0 && l->wanted.nothing))
		return OK;
	if (!reading_init(&r, a, l->query->type, &scope))
		return fail_say(FAIL_MEMORY, "no memory for a list");
	out->at = ARENA_TRY(a->arena, struct stream, r.unit_count + 2);
	if (!out->at)
		return fail_say(FAIL_MEMORY, "no memory for a list");
	if (scope.everything) {
		add_stream(out, (struct stream){ .kind = STREAM_EVERYTHING,
		                                 .above = -1,
		                                 .clearance = INT_MAX });
		return OK;
	}
	for (size_t i = 0; i < r.unit_count; i++)
		add_unit(&r, r.units[i], out);
	int everywhere = r.everywhere.own;
	if (everywhere >= 0)
		add_stream(out, (struct stream){
					.kind = STREAM_LABEL,
					.above = -1,
					.clearance = everywhere,
					.reach = falls_short(&r, &r.everywhere)
		                                         ? r.everywhere.kinds
		                                         : NULL,
				});
	if (scope.own && scope.own_clearance > everywhere) {
		l->own_clearance = scope.own_clearance;
		add_stream(out, (struct stream){ .kind = STREAM_OWN,
		                                 .above = everywhere,
		                                 .clearance = scope.own_clearance });
	}
	return OK;
}
