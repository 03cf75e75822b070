/*
 * local.c -- fields that an organisation added: its types in an act, and their values.
 *
 * A value stands in one table for all types, by the name of its field: text as typed and
 * as sorted, or a number.  Links of such fields are only in the table of links.  A row of
 * nothing is not kept.
 */
#include "model/local.h"

#include "codec/words.h"
#include "store/parts.h"

const char *const local_schema =
	SQL("create table local_value (org {id} not null, record {id} not null,"
            " field {text} not null, kept {text} not null, sorted {text} not null,"
            " number {i64}, primary key (org, record, field)) {table};");

/* ---- the types ---- */
#define LOCAL_FIELDS_MOST 1000          /* of one organisation, over all its types */

void local_compose(struct store *s)
{
	const struct record_type *t = s->registry->local_fields;

	if (!t)
		return;
	struct text sql = text_on(s->arena, SQL_BYTES);
	text_addz(&sql, SQL("select "));
	text_add(&sql, table_of(s, t)->columns);
	text_add(&sql,
	         sql_for(s->arena,
	                 SQL(" from this_type t where t.org = :org order by t.number"), t,
	                 NULL));
	s->local_fields = text_str(&sql);
}

enum fail local_types(struct act *a)
{
	const struct registry *g = a->store->registry;
	struct local_field *added = NULL;
	size_t count = 0;
	int row;

	a->types = g;
	if (!a->store->local_fields.n)
		return OK;
	const struct table *table = table_of(a->store, g->local_fields);
	struct stmt *s = query_composed(a->tx, a->store->local_fields);
	bind_id(s, "org", act_org(a));
	while ((row = query_next(s)) == 1 && count < LOCAL_FIELDS_MOST) {
		if (!added)
			added = ARENA_TRY(a->arena, struct local_field, LOCAL_FIELDS_MOST);
		if (!added)
			break;
		const struct row *r = row_from(s, a->arena, table, table->type);
		if (g->local_field(a->arena, g, a->actor->lang, r, &added[count]))
			count++;
	}
	query_end(s);
	if (count > 0)
		a->types = registry_widen(a->arena, g, added, count);
	return row < 0 ? (enum fail)row : OK;
}

const struct record_type *type_here(const struct act *a, const struct record_type *t)
{
	const struct record_type *base = type_base(t);

	for (size_t i = 0; i < a->types->count; i++)
		if (type_base(a->types->at[i]) == base)
			return a->types->at[i];
	return t;
}

static enum fail take_types(struct act *a, void *arg)
{
	const struct registry **out = arg;

	*out = a->types;
	return OK;
}

enum fail store_types(struct store *s, const struct actor *who, struct arena *arena,
                      const struct registry **out)
{
	*out = s->registry;
	return store_read(s, who, arena, take_types, out);
}

/* ---- values ---- */
bool local_keeps(const struct field *f)
{
	return f->local && f->type != T_LINK;
}

static void read_value(const struct field *f, struct stmt *s, struct arena *a,
                       struct value *v)
{
	if (f->type == T_NUMBER || f->type == T_FLAG) {
		v->filled = !column_null(s, 2);
		v->number = column_i64(s, 2);
	} else if (f->type == T_DATE) {
		v->filled = date_parse(column_str(s, 1), &v->date);
	} else {
		v->text = str_copy(a, column_str(s, 1));
		v->filled = v->text.n > 0;
	}
}

static struct value *value_of(struct row *const *rows, size_t count, struct id id,
                              struct str name, const struct field **f)
{
	size_t i = 0;

	while (i < count && !id_equal(rows[i]->id, id))
		i++;
	int field = i < count ? field_find(rows[i]->type, name) : -1;
	if (field < 0 || !local_keeps(&rows[i]->type->fields.at[field]))
		return NULL;
	*f = &rows[i]->type->fields.at[field];
	return &rows[i]->values[field];
}

enum fail local_read(struct act *a, const struct id *ids, struct row *const *rows,
                     size_t count)
{
	const struct field *field;
	struct stmt *s = query_several(
		a,
		str_of(SQL("select field, kept, number, record from local_value"
	                   " where org = :org and record in ")),
		"", ids, count);
	int row;

	while ((row = query_next(s)) == 1) {
		struct value *v = value_of(rows, count, column_id(s, 3), column_str(s, 0),
		                           &field);
		if (v)
			read_value(field, s, a->arena, v);
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail drop_value(struct act *a, struct id record, const char *field)
{
	struct stmt *s = query(a->tx, SQL("delete from local_value where org = :org"
	                                  " and record = :record and field = :field"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	bind_str(s, "field", str_of(field));
	return query_run(s);
}

struct str local_sorted(struct arena *a, const struct field *f, struct str kept)
{
	return field_is_text(f) ? fold(a, str_cut_utf8(kept, FOLDED_BYTES)) : kept;
}

static enum fail put_value(struct act *a, struct id record, const struct field *f,
                           const struct value *v)
{
	bool number = f->type == T_NUMBER || f->type == T_FLAG;
	struct str kept = number              ? STR("")
	                  : f->type == T_DATE ? date_text(a->arena, v->date)
	                                      : v->text;
	struct stmt *s = query(a->tx, SQL("insert into local_value"
	                                  " (org, record, field, kept, sorted, number)"
	                                  " values (:org, :record, :field, :kept, :sorted,"
	                                  " :number)"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	bind_str(s, "field", str_of(f->name));
	bind_str(s, "kept", kept);
	bind_str(s, "sorted", local_sorted(a->arena, f, kept));
	if (number)
		bind_i64(s, "number", v->number);
	else
		bind_null(s, "number");
	return query_run(s);
}

enum fail local_write(struct act *a, const struct row *before, const struct row *r)
{
	enum fail f = OK;

	for (size_t i = type_base(r->type)->fields.count;
	     f == OK && i < r->type->fields.count; i++) {
		const struct field *field = &r->type->fields.at[i];
		const struct value *v = &r->values[i];
		if (!local_keeps(field) ||
		    (before && value_equal(field, &before->values[i], v)))
			continue;
		if (before && before->values[i].filled)
			f = drop_value(a, r->id, field->name);
		if (f == OK && v->filled)
			f = put_value(a, r->id, field, v);
	}
	return f;
}

enum fail local_remove(struct act *a, struct id record)
{
	struct stmt *s = query(a->tx, SQL("delete from local_value"
	                                  " where org = :org and record = :record"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	return query_run(s);
}

/* ---- in lists ---- */
static struct str local_sql(struct arena *a, const struct field *f, const char *column)
{
	bool number = f->type == T_NUMBER || f->type == T_FLAG;

	return str_format(a,
	                  "%s(select v.%s from local_value v where v.org = t.org"
	                  " and v.record = t.id and v.field = '%s')%s",
	                  number ? "" : "coalesce(", number ? "number" : column, f->name,
	                  number ? "" : ", '')");
}

struct str column_sql(struct arena *a, const struct field *f, enum column_part part)
{
	if (f->local)
		return local_sql(a, f, part == COLUMN_KEPT ? "kept" : "sorted");
	if (part == COLUMN_KEPT || !field_is_text(f))
		return str_format(a, "t.f_%s", f->name);
	return str_format(a, "t.s_%s%s", f->name,
	                  part == COLUMN_SORTED_FRENCH && field_is_bilingual(f) ? "__fr"
	                                                                        : "");
}
