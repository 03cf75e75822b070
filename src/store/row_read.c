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
	/* Says only that there are some, until rows_complete has read who. */
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

struct linking {
	struct row *const *rows;
	size_t count;
	struct id ids[LIMIT_LINKS_PER_FIELD];
	size_t n;
	struct row *row;                /* whose links are gathered, and of which field */
	int field;
};

static struct row *row_of(struct row *const *rows, size_t count, struct id id)
{
	for (size_t i = 0; i < count; i++)
		if (id_equal(rows[i]->id, id))
			return rows[i];
	return NULL;
}

/* The links of one field, which came one after the other. */
static void keep_links(struct act *a, struct linking *l)
{
	if (l->n == 0)
		return;
	struct id *kept = arena_get(a->arena, l->n * sizeof *kept);
	memcpy(kept, l->ids, l->n * sizeof *kept);
	l->row->values[l->field] =
		(struct value){ .filled = true, .links = kept, .link_count = l->n };
	l->n = 0;
}

static void add_link(struct act *a, struct linking *l, struct stmt *s)
{
	struct row *r = row_of(l->rows, l->count, column_id(s, 0));
	int field = r ? field_find(r->type, column_str(s, 1)) : -1;

	if (field < 0 || !is_linked(&r->type->fields.at[field]))
		return;
	if (r != l->row || field != l->field)
		keep_links(a, l);
	l->row = r;
	l->field = field;
	if (l->n < COUNT(l->ids))
		l->ids[l->n++] = column_id(s, 2);
}

static enum fail read_links(struct act *a, const struct id *ids, struct row *const *rows,
                            size_t count)
{
	struct linking *l = ARENA_NEW(a->arena, struct linking);
	struct stmt *s = query_several(a,
	                               str_of(SQL("select source, field, target from link"
	                                          " where org = :org and source in ")),
	                               SQL(" order by source, field, target"), ids, count);
	int row;

	l->rows = rows;
	l->count = count;
	while ((row = query_next(s)) == 1)
		add_link(a, l, s);
	query_end(s);
	keep_links(a, l);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail complete_about(struct act *a, const struct id *ids,
                                struct row *const *rows, size_t count)
{
	struct abouts about[IDS_AT_ONCE];
	enum fail f = about_read(a, ids, count, about);

	for (size_t i = 0; !f && i < count; i++) {
		rows[i]->about = about[i].at;
		rows[i]->about_count = about[i].count;
	}
	return f;
}

static enum fail complete_some(struct act *a, const struct table *t,
                               struct row *const *rows, size_t count)
{
	struct id ids[IDS_AT_ONCE];
	enum fail f = OK;

	for (size_t i = 0; !f && i < count; i++) {
		ids[i] = rows[i]->id;
		if (rows[i]->need_to_know_count > 0)
			f = need_to_know_of(a, rows[i]->id, &rows[i]->need_to_know,
			                    &rows[i]->need_to_know_count);
	}
	if (!f && (t->has_many || rows[0]->type->widens))
		f = read_links(a, ids, rows, count);
	if (!f && t->type->attachment)
		f = complete_about(a, ids, rows, count);
	if (!f && rows[0]->type->widens)
		f = local_read(a, ids, rows, count);
	return f;
}

enum fail rows_complete(struct act *a, const struct table *t, struct row *const *rows,
                        size_t count)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < count; i += IDS_AT_ONCE)
		f = complete_some(a, t, rows + i,
		                  count - i < IDS_AT_ONCE ? count - i : IDS_AT_ONCE);
	if (!f)
		known_expect(a, rows, count);
	return f;
}

static enum fail load_some(struct act *a, const struct record_type *t, const struct id *ids,
                           size_t count, struct row **out)
{
	const struct table *table = table_of(a->store, t);
	struct row *found[IDS_AT_ONCE];
	size_t n = 0;
	int row = 0;

	struct stmt *s = query_several(a, table->get, "", ids, count);
	while (n < COUNT(found) && (row = query_next(s)) == 1)
		found[n++] = row_from(s, a->arena, table, type_here(a, t));
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	for (size_t i = 0; i < count; i++)
		out[i] = row_of(found, n, ids[i]);
	return n > 0 ? rows_complete(a, table, found, n) : OK;
}

enum fail rows_load(struct act *a, const struct record_type *t, const struct id *ids,
                    size_t count, struct row **out)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < count; i += IDS_AT_ONCE)
		f = load_some(a, t, ids + i,
		              count - i < IDS_AT_ONCE ? count - i : IDS_AT_ONCE, out + i);
	return f;
}

enum fail row_load(struct act *a, const struct record_type *t, struct id id,
                   struct row **out)
{
	*out = NULL;
	enum fail f = load_some(a, t, &id, 1, out);
	if (!f && !*out)
		f = FAIL_NOT_FOUND;
	if (f)
		*out = NULL;
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
