/* row_read.c -- a record out of its table, with the links and persons that belong to it. */
#include "store/parts.h"

#include "base/arena.h"

struct row *row_from(struct stmt *s, struct arena *a, const struct table *t,
                     const struct record_type *type)
{
	struct row *r = ARENA_NEW(a, struct row);
	int at = BUILT_IN_COLUMNS;

	r->type = type;
	r->id = column_id(s, 0);
	r->number = column_i64(s, 1);
	r->unit = column_id(s, 2);
	r->label = (int)column_i64(s, 3);
	r->owner = column_id(s, 4);
	r->state = state_find(t->type, column_str(s, 5));
	if (r->state < 0)
		r->state = 0;
	r->version = column_i64(s, 6);
	r->created_at.us = column_i64(s, 7);
	r->changed_at.us = column_i64(s, 8);
	r->created_by = column_id(s, 9);
	r->changed_by = column_id(s, 10);
	r->author = column_id(s, 11);
	r->withdrawn_at.us = column_i64(s, 12);
	/* Says only that there are some, until row_complete has read who. */
	r->need_to_know_count = column_i64(s, 13) != 0;
	r->values = arena_get(a, type->fields.count * sizeof *r->values);
	for (size_t i = 0; i < t->type->fields.count; i++)
		field_read(s, a, &t->type->fields.at[i], &at, &r->values[i]);
	return r;
}

/* Kept only in the table of links. */
static bool is_linked(const struct field *f)
{
	return f->many || (f->local && f->type == T_LINK);
}

static enum fail read_links(struct act *a, struct row *r)
{
	struct id ids[LIMIT_LINKS_PER_FIELD];
	struct stmt *s =
		query(a->tx, SQL("select target from link"
	                         " where org = :org and source = :id and field = :field"
	                         " order by target"));

	for (size_t i = 0; i < r->type->fields.count; i++) {
		const struct field *f = &r->type->fields.at[i];
		size_t n = 0;
		int row;
		if (!is_linked(f))
			continue;
		bind_id(s, "org", act_org(a));
		bind_id(s, "id", r->id);
		bind_str(s, "field", str_of(f->name));
		while ((row = query_next(s)) == 1 && n < COUNT(ids))
			ids[n++] = column_id(s, 0);
		query_end(s);
		if (row < 0)
			return (enum fail)row;
		struct id *kept = arena_get(a->arena, (n + 1) * sizeof *kept);
		memcpy(kept, ids, n * sizeof *ids);
		r->values[i] =
			(struct value){ .filled = n > 0, .links = kept, .link_count = n };
	}
	return OK;
}

enum fail row_complete(struct act *a, const struct table *t, struct row *r)
{
	enum fail f = OK;

	if (r->need_to_know_count > 0)
		f = need_to_know_of(a, r->id, &r->need_to_know, &r->need_to_know_count);
	if (!f && (t->has_many || r->type->widens))
		f = read_links(a, r);
	if (!f && r->type->widens)
		f = local_read(a, r);
	return f;
}

enum fail row_load(struct act *a, const struct record_type *t, struct id id,
                   struct row **out)
{
	const struct table *table = table_of(a->store, t);
	struct stmt *s = query_composed(a->tx, table->get);

	*out = NULL;
	bind_id(s, "org", act_org(a));
	bind_id(s, "id", id);
	int row = query_next(s);
	if (row < 0)
		return (enum fail)row;
	if (row == 0)
		return FAIL_NOT_FOUND;
	struct row *r = row_from(s, a->arena, table, type_here(a, t));
	query_end(s);
	enum fail f = row_complete(a, table, r);
	if (!f)
		*out = r;
	return f;
}

struct row *row_copy(struct arena *a, const struct row *r)
{
	struct row *copy = ARENA_NEW(a, struct row);
	size_t bytes = r->type->fields.count * sizeof *r->values;

	*copy = *r;
	copy->values = arena_get(a, bytes);
	memcpy(copy->values, r->values, bytes);
	return copy;
}
