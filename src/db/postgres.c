/*
 * postgres.c -- PostgreSQL: its words for our tokens, and the table that driver.h asks for.
 *
 * Texts are kept in the order of their bytes (collation "C"), as SQLite keeps them: what is
 * sorted is folded by us.
 */
#include "db/postgres.h"

static const char *type_token(struct str name)
{
	static const char *const tokens[][2] = {
		{ "id", "bytea" },
		{ "i64", "bigint" },
		{ "text", "text collate \"C\"" },
		{ "blob", "bytea" },
		{ "flag", "smallint" },
		{ "table", "" },
		{ "narrow_table", "" },
		{ "for_update", "for update" },
		{ "for_update_skip_locked", "for update skip locked" },
	};

	for (size_t i = 0; i < COUNT(tokens); i++) {
		if (str_is(name, tokens[i][0]))
			return tokens[i][1];
	}
	return str_is(name, "word_tables") ? pg_word_tables : NULL;
}

/* $2, or with a hint cast($2 as bigint). */
static void put_parameter(char *to, size_t room, struct str name, size_t position,
                          struct str hint)
{
	static const char *const hints[][2] = {
		{ "id", "bytea" },
		{ "i64", "bigint" },
		{ "text", "text" },
		{ "blob", "bytea" },
	};

	(void)name;
	if (!hint.n) {
		snprintf(to, room, "$%zu", position);
		return;
	}
	for (size_t i = 0; i < COUNT(hints); i++) {
		if (str_is(hint, hints[i][0])) {
			snprintf(to, room, "cast($%zu as %s)", position, hints[i][1]);
			return;
		}
	}
	BUG("no database type for {%.*s}", STR_ARG(hint));
}

static int64_t changed(struct tx *tx)
{
	struct pg_session *s = pg_session_of(tx);

	/* A failure stays with the transaction. */
	return pg_read_all(s) ? 0 : s->changed;
}

static enum fail take_time(struct tx *tx)
{
	struct pg_session *s = pg_session_of(tx);
	enum fail f = pg_send(s, PG_BEGUN, SQL("set local statement_timeout = 0"));

	if (!f)
		f = pg_send(s, PG_BEGUN, SQL("set local lock_timeout = 0"));
	s->unhurried = true;
	return f;
}

/* The simple protocol knows several statements. */
static enum fail script(struct tx *tx, const char *sql)
{
	struct pg_session *s = pg_session_of(tx);

	pg_sync(s);
	enum fail f = pg_read_all(s);
	if (!f && !pq.PQexitPipelineMode(s->c))
		BUG("a pipeline is not empty");
	if (f)
		return f;
	f = pg_plain(s, sql);
	if (!pq.PQenterPipelineMode(s->c))
		pg_lost(s);
	return f;
}

static bool table_exists(struct tx *tx, struct str name)
{
	struct stmt *s =
		query(tx, SQL("select 1 where to_regclass(:name{text}) is not null"));

	bind_str(s, "name", name);
	bool exists = query_next(s) == 1;
	query_end(s);
	return exists;
}

/* Several machines share the database; its clock is the same for all of them. */
static enum fail server_now(struct tx *tx, struct instant *out)
{
	struct stmt *s = query(tx, SQL("select cast(extract(epoch from clock_timestamp())"
	                               " * 1000000 as bigint)"));
	int row = query_next(s);

	out->us = row == 1 ? column_i64(s, 0) : 0;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

const struct driver postgres_driver = {
	.name = "postgres",
	.keeps_files = true,
	.put_parameter = put_parameter,
	.token = type_token,
	.reach = pg_reach,
	.open = pg_pool_open,
	.close = pg_pool_close,
	.write = pg_pool_write,
	.read = pg_pool_read,
	.probe = pg_pool_probe,
	.prepare = pg_prepare,
	.confirm = pg_confirm,
	.finish = pg_finish,
	.reset = pg_reset,
	.bind_i64 = pg_bind_i64,
	.bind_str = pg_bind_str,
	.bind_blob = pg_bind_blob,
	.bind_null = pg_bind_null,
	.run = pg_run,
	.step = pg_step,
	.column_null = pg_column_null,
	.column_i64 = pg_column_i64,
	.column_str = pg_column_str,
	.column_blob = pg_column_blob,
	.changed = changed,
	.take_time = take_time,
	.script = script,
	.table_exists = table_exists,
	.now = server_now,
	.table_names = SQL("select relname\n"
	                   "from pg_class\n"
	                   "where relnamespace = cast(current_schema() as regnamespace)\n"
	                   "  and relkind in ('r', 'p')\n"
	                   "  and relname not in ('word_doc', 'write_mark')\n"
	                   "order by relname collate \"C\""),
	.table_columns = SQL("select a.attname,\n"
	                     "  case format_type(a.atttypid, null)\n"
	                     "  when 'bigint' then 'i64'\n"
	                     "  when 'smallint' then 'i64' when 'bytea' then 'blob'\n"
	                     "  else format_type(a.atttypid, null) end,\n"
	                     "  not a.attnotnull,\n"
	                     /* the places of an index are counted from 0 */
	                     "  coalesce(array_position(cast(i.indkey as int2[]),\n"
	                     "    a.attnum) + 1, 0)\n"
	                     "from pg_attribute a\n"
	                     "left join pg_index i\n"
	                     "  on i.indrelid = a.attrelid and i.indisprimary\n"
	                     "where a.attrelid = to_regclass(:table{text})\n"
	                     "  and a.attnum > 0 and not a.attisdropped\n"
	                     "order by a.attnum"),
	.words_in = &pg_words_in,
	.words_page = &pg_words_page,
	.words_set = pg_words_set,
	.words_remove = pg_words_remove,
	.words_wanted = pg_words_wanted,
	.words_bind = pg_words_bind,
};
