/* tables.c -- which tables and columns there are, as the database tells it. */
#include "db/driver.h"

#include "base/arena.h"

#define TABLES_AT_MOST 512
#define COLUMNS_AT_MOST 512

enum fail db_table_names(struct tx *tx, struct arena *a, struct str **out, size_t *count)
{
	struct stmt *s = query(tx, tx->db->driver->table_names);
	struct str *names = arena_get(a, TABLES_AT_MOST * sizeof *names);
	size_t n = 0;
	int row;

	while ((row = query_next(s)) == 1) {
		if (n == TABLES_AT_MOST)
			BUG("the database has more than %d tables", TABLES_AT_MOST);
		names[n++] = str_copy(a, column_str(s, 0));
	}
	query_end(s);
	*out = names;
	*count = n;
	return row < 0 ? (enum fail)row : OK;
}

static bool kind_of(struct str name, enum column_kind *out)
{
	static const char *const names[] = {
		[COLUMN_NUMBER] = "i64", [COLUMN_TEXT] = "text", [COLUMN_BYTES] = "blob"
	};

	for (size_t i = 0; i < COUNT(names); i++) {
		*out = (enum column_kind)i;
		if (str_is(name, names[i]))
			return true;
	}
	return false;
}

enum fail db_table_columns(struct tx *tx, struct arena *a, struct str table,
                           struct table_column **out, size_t *count)
{
	struct stmt *s = query(tx, tx->db->driver->table_columns);
	struct table_column *columns = arena_get(a, COLUMNS_AT_MOST * sizeof *columns);
	size_t n = 0;
	int row;

	bind_str(s, "table", table);
	while ((row = query_next(s)) == 1) {
		struct table_column *c = &columns[n++];
		if (n == COLUMNS_AT_MOST || !kind_of(column_str(s, 1), &c->kind)) {
			row = fail_say(FAIL_DATABASE,
			               "the column %.*s of the table %.*s is not ours",
			               STR_ARG(column_str(s, 0)), STR_ARG(table));
			break;
		}
		c->name = str_copy(a, column_str(s, 0));
		c->may_be_null = column_i64(s, 2) != 0;
		c->key = (int)column_i64(s, 3);
	}
	query_end(s);
	*out = columns;
	*count = n;
	return row < 0 ? (enum fail)row : OK;
}
