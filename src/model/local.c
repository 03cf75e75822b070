/* local.c -- the types of an organisation: the program's, and the fields it added. */
#include "model/local.h"

const struct record_type *type_base(const struct record_type *t)
{
	return t && t->widens ? t->widens : t;
}

bool type_is(const struct record_type *x, const struct record_type *y)
{
	return type_base(x) == type_base(y);
}

/* Null: nothing was added to it. */
static const struct record_type *widen(struct arena *a, const struct record_type *t,
                                       const struct local_field *added, size_t count)
{
	struct record_type *wide = ARENA_NEW(a, struct record_type);
	struct field *fields = arena_get(a, FIELDS_MAX * sizeof *fields);
	int *list = arena_get(a, (t->list.count + FIELDS_MAX) * sizeof *list);

	*wide = *t;
	wide->widens = t;
	memcpy(fields, t->fields.at, t->fields.count * sizeof *fields);
	memcpy(list, t->list.at, t->list.count * sizeof *list);
	for (size_t i = 0; i < count && wide->fields.count < FIELDS_MAX; i++) {
		if (added[i].of != t)
			continue;
		if (added[i].listed && !added[i].field.retired)
			list[wide->list.count++] = (int)wide->fields.count;
		fields[wide->fields.count++] = added[i].field;
	}
	wide->fields.at = fields;
	wide->list.at = list;
	return wide;
}

static bool is_added_to(const struct record_type *t, const struct local_field *added,
                        size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (added[i].of == t)
			return true;
	return false;
}

const struct registry *registry_widen(struct arena *a, const struct registry *g,
                                      const struct local_field *added, size_t count)
{
	struct registry *wide = ARENA_NEW(a, struct registry);
	const struct record_type **types = arena_get(a, (g->count + 1) * sizeof *types);

	*wide = *g;
	wide->at = types;
	for (size_t i = 0; i < g->count; i++)
		types[i] = is_added_to(g->at[i], added, count)
		                   ? widen(a, g->at[i], added, count)
		                   : g->at[i];
	return wide;
}
