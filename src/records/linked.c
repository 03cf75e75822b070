/* linked.c -- small things that the rules of several record types share. */
#include "records/linked.h"

#include "access/access.h"
#include "base/arena.h"
#include "base/limits.h"

struct act act_of_program(const struct act *a, struct actor *program)
{
	struct act act = *a;

	*program = (struct actor){
		.kind = ACTOR_SYSTEM,
		.org = a->actor->org,
		.name = STR("Wardroom"),
		.lang = a->actor->lang,
	};
	act.actor = program;
	return act;
}

const struct row *row_as_it_is(const struct act *a, const struct record_type *t,
                               struct id id)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct row *r = NULL;

	if (!id_is_set(id) || record_get(&act, t, id, &r) != OK)
		return NULL;
	return r;
}

const struct row *row_linked(const struct act *a, const struct row *r, int field,
                             const struct record_type *t)
{
	return row_as_it_is(a, t, row_link(r, field));
}

#define STATES_MAX 16
#define FILTERS_MAX (1 + STATES_MAX)

/* "Links to `id` by `field` and is in one of `states`"; returns how many filters it took.
 */
static size_t linking(const struct record_type *t, int field, const struct id *id,
                      uint64_t states, struct filter out[FILTERS_MAX])
{
	size_t count = 0;

	out[count++] = (struct filter){
		.field = field,
		.op = LINKS_TO,
		.value = { .filled = true, .links = id, .link_count = 1 },
	};
	for (size_t i = 0; i < t->states.count && i < STATES_MAX; i++)
		if (states & BIT(i))
			out[count++] = (struct filter){
				.field = FIELD_STATE,
				.op = IS,
				.value = { .filled = true, .number = (int64_t)i },
				.or_with_next = true,
			};
	out[count - 1].or_with_next = false;
	return count;
}

int64_t rows_linking(const struct act *a, const struct record_type *t, int field,
                     struct id id, uint64_t states)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct filter filters[FILTERS_MAX];
	struct query q = { .type = t, .filters = filters };
	int64_t found = 0;

	q.filter_count = linking(t, field, &id, states, filters);
	return record_count(&act, &q, &found) == OK ? found : -1;
}

enum fail rows_that_link(const struct act *a, const struct record_type *t, int field,
                         struct id id, uint64_t states, struct answer *out)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct filter filters[FILTERS_MAX];
	struct query q = { .type = t, .filters = filters, .limit = LIMIT_PAGE_ROWS };

	q.filter_count = linking(t, field, &id, states, filters);
	return record_list(&act, &q, out);
}

enum fail stamp_today(struct act *a, const struct row *r, int day)
{
	struct change *c = change_new(a->arena, r->type);

	change_date(c, day, act_today(a));
	return record_set(a, r->type, r->id, c);
}

enum fail stamp_actor(struct act *a, const struct row *r, int person, int day)
{
	struct change *c = change_new(a->arena, r->type);

	if (id_is_set(a->actor->person))
		change_link(c, person, a->actor->person);
	change_date(c, day, act_today(a));
	return record_set(a, r->type, r->id, c);
}

static struct filter links_as(const struct row *r, int field, struct id *id)
{
	*id = row_link(r, field);
	return (struct filter){
		.field = field,
		.op = LINKS_TO,
		.value = { .filled = true, .links = id, .link_count = 1 },
	};
}

bool linked_by_another(const struct act *a, const struct row *r, int field, int other)
{
	const struct record_type *t = type_base(r->type);
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct id one, two;
	struct filter filters[] = { links_as(r, field, &one), links_as(r, other, &two) };
	struct query q = { .type = t, .filters = filters, .filter_count = 2, .limit = 2 };
	struct answer found;

	if (record_list(&act, &q, &found) != OK)
		return false;
	for (size_t i = 0; i < found.count; i++)
		if (!id_equal(found.rows[i]->id, r->id))
			return true;
	return false;
}

enum fail rows_take_step(struct act *a, const struct record_type *t, int field,
                         struct id id, int state, const char *step, struct id except)
{
	struct filter filters[FILTERS_MAX];
	struct query q = { .type = t, .filters = filters, .limit = LIMIT_PAGE_ROWS };
	struct refusal why = refusal_on(a->arena);
	struct answer found;

	q.filter_count = linking(t, field, &id, BIT(state), filters);
	enum fail f = record_list(a, &q, &found);
	for (size_t i = 0; f == OK && i < found.count; i++) {
		struct row *changed;

		if (id_equal(found.rows[i]->id, except))
			continue;
		f = record_step(a, t, found.rows[i]->id, 0, step_find(t, str_of(step)),
		                change_new(a->arena, t), &why, &changed);
	}
	return f;
}

/* Those who may see `about`: who needs to know, and its owner. */
static enum fail those_who_know(struct act *a, const struct row *about, struct id *out,
                                size_t *count)
{
	size_t n = about->need_to_know_count;
	struct id *all = ARENA_TRY(a->arena, struct id, n + 1);
	struct link_face *faces = ARENA_TRY(a->arena, struct link_face, n + 1);
	struct actor program;
	struct act act = act_of_program(a, &program);

	*count = 0;
	if (!all || !faces)
		return fail_say(FAIL_MEMORY, "no memory for a list of persons");
	memcpy(all, about->need_to_know, n * sizeof *all);
	if (id_is_set(about->owner))
		all[n++] = about->owner;
	enum fail f = link_faces(&act, all, n, faces);
	for (size_t i = 0; f == OK && i < n; i++)
		if (!faces[i].masked && !faces[i].withdrawn)
			out[(*count)++] = all[i];
	return f;
}

enum fail place_beside(struct act *a, struct change *c, const struct row *about)
{
	c->unit_given = c->label_given = true;
	c->unit = about->unit;
	c->label = about->label;
	if (about->need_to_know_count == 0)
		return OK;
	struct id *known = ARENA_TRY(a->arena, struct id, about->need_to_know_count + 2);
	if (!known)
		return fail_say(FAIL_MEMORY, "no memory for a list of persons");
	enum fail f = those_who_know(a, about, known, &c->need_to_know_count);
	/* An empty list would be for everybody. */
	if (c->need_to_know_count == 0)
		known[c->need_to_know_count++] = a->actor->person;
	c->need_to_know_given = true;
	c->need_to_know = known;
	return f;
}

#define EVERYWHERE ".everywhere"

static bool line_is_in(struct str line, struct str text)
{
	while (text.n > 0)
		if (str_equal(str_trim(str_split(text, '\n', &text)), line))
			return true;
	return false;
}

/* A grant in force that covers the pattern, in all of the tenant where that is asked. */
static bool holds(const struct act *a, struct str pattern, bool everywhere)
{
	for (size_t i = 0; i < a->actor->grant_count; i++) {
		const struct grant *g = &a->actor->grants[i];
		if (g->read_only || (everywhere && !g->everywhere) ||
		    (date_is_set(g->until) && date_compare(a->today, g->until) > 0))
			continue;
		for (size_t k = 0; k < g->right_count; k++)
			if (access_pattern_covers(g->rights[k], pattern))
				return true;
	}
	return false;
}

bool rights_are_held(const struct act *a, struct str rights, struct str had, bool beyond,
                     int field, struct refusal *why)
{
	if (a->actor->kind != ACTOR_PERSON)
		return true;
	while (rights.n > 0) {
		struct str line = str_trim(str_split(rights, '\n', &rights));
		bool everywhere = str_ends(line, EVERYWHERE);
		bool far = everywhere || str_starts(line, "installation.");
		struct str pattern =
			everywhere ? str_cut(line, line.n - strlen(EVERYWHERE)) : line;
		if (line.n == 0 || (beyond && !far) || line_is_in(line, had) ||
		    holds(a, pattern, everywhere))
			continue;
		return refuse_with(why, field,
		                   MESSAGE1("passes on %1 that you do not hold yourself",
		                            str_printable(a->arena, line)),
		                   MESSAGE("Ask somebody who holds it."));
	}
	return true;
}

bool dates_in_order(const struct row *r, int from, int to, struct refusal *why)
{
	if (!row_filled(r, from) || !row_filled(r, to))
		return true;
	if (date_compare(row_date(r, from), row_date(r, to)) <= 0)
		return true;
	return refuse(why, to, "lies before the date on which it starts",
	              "Check both dates.");
}

bool date_has_come(const struct act *a, const struct row *r, int field, struct refusal *why)
{
	if (!row_filled(r, field) || date_compare(row_date(r, field), act_today(a)) <= 0)
		return true;
	return refuse(why, field, "lies in the future",
	              "Give the day on which it happened.");
}

bool instants_in_order(const struct row *r, int from, int to, struct refusal *why)
{
	if (!row_filled(r, from) || !row_filled(r, to) ||
	    row_instant(r, from).us <= row_instant(r, to).us)
		return true;
	return refuse(why, to, "lies before the moment at which it starts",
	              "Check both times.");
}

bool instant_has_come(const struct act *a, const struct row *r, int field,
                      struct refusal *why)
{
	if (!row_filled(r, field) || row_instant(r, field).us <= a->now.us)
		return true;
	return refuse(why, field, "lies in the future",
	              "Give the time at which it happened.");
}

bool last_day_has_passed(const struct act *a, const struct row *r, int field,
                         struct refusal *why)
{
	if (row_filled(r, field) && date_compare(row_date(r, field), act_today(a)) < 0)
		return true;
	return refuse(why, field, "its last day is not over",
	              "End it with a reason instead.");
}

enum fail set_when_empty(struct act *a, const struct row *r, int instant, int person)
{
	struct change *c = change_new(a->arena, r->type);
	bool any = false;

	if (instant >= 0 && !row_filled(r, instant)) {
		change_instant(c, instant, a->now);
		any = true;
	}
	if (person >= 0 && !row_filled(r, person) && id_is_set(a->actor->person)) {
		change_link(c, person, a->actor->person);
		any = true;
	}
	return any ? record_set(a, r->type, r->id, c) : OK;
}
