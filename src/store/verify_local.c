/*
 * verify_local.c -- what stands beside the values of fields that an organisation added: the
 * form that lists sort and filter by must follow from the value, and every value must be of
 * a record and a field that are there.  The values themselves are replayed with the rows.
 */
#include "base/arena.h"
#include "store/verify_parts.h"

enum { OF_RECORD, OF_FIELD, KEPT, SORTED, OF_TYPE, NUMBERED };

static void check_value(struct verify *v, struct stmt *s)
{
	const struct registry *g = v->act->types;
	const struct record_type *t = registry_find(g, column_str(s, OF_TYPE));
	struct str name = column_str(s, OF_FIELD);
	struct str where = t ? record_code(v->scratch, t, column_i64(s, NUMBERED))
	                     : id_text(v->scratch, column_id(s, OF_RECORD));
	int at = t ? field_find(t, name) : -1;

	if (!t)
		verify_differs(v, where,
		               "\"%.*s\" is a value of a record that is not there",
		               STR_ARG(name));
	else if (at < 0 || !local_keeps(&t->fields.at[at]))
		verify_differs(v, where, "\"%.*s\" is a value of no field", STR_ARG(name));
	else if (!str_equal(column_str(s, SORTED),
	                    local_sorted(v->scratch, &t->fields.at[at],
	                                 column_str(s, KEPT))))
		verify_differs(v, where, "\"%.*s\" is not sorted as it is written",
		               STR_ARG(name));
}

enum fail verify_local(struct verify *v)
{
	struct stmt *s =
		query_walk(v->act->tx,
	                   SQL("select l.record, l.field, l.kept, l.sorted,\n"
	                       "  coalesce(e.type, ''), coalesce(e.number, 0)\n"
	                       "from local_value l\n"
	                       "left join entry e on e.org = l.org and e.id = l.record\n"
	                       "where l.org = :org\n"
	                       "order by l.record, l.field"));
	int row;

	bind_id(s, "org", v->org);
	while ((row = query_next(s)) > 0) {
		check_value(v, s);
		arena_reset(v->scratch);
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}
