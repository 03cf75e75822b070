/*
 * sqlite.c -- SQLite: connections, statements, columns.
 *
 * Settings of every connection: no extensions, defensive, quotes mean what they say,
 * foreign keys hold.  The writer syncs fully; readers cannot write.
 */
#include "db/sqlite.h"

#include <stdlib.h>

static sqlite3 *connection(struct tx *tx)
{
	return tx->connection;
}

static enum fail kind_of(int code)
{
	switch (code & 0xff) {
	case SQLITE_OK:
	case SQLITE_ROW:
	case SQLITE_DONE:
		return OK;
	case SQLITE_FULL:
	case SQLITE_TOOBIG:
		return FAIL_FULL;
	case SQLITE_NOMEM:
		return FAIL_MEMORY;
	case SQLITE_IOERR:
		return FAIL_IO;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return FAIL_BUSY;
	case SQLITE_PERM:
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_AUTH:
		return FAIL_DENIED;
	case SQLITE_INTERRUPT:
		return FAIL_CANCELLED;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return FAIL_FORMAT;
	default:
		return FAIL_DATABASE;
	}
}

enum fail sqlite_failed(sqlite3 *c, int code, const char *what)
{
	enum fail f = kind_of(code);

	if (f == FAIL_FULL)
		return fail_say(f, "the disk that holds the database is full");
	if (code == SQLITE_NOTADB)
		return fail_say(f, "the file is no database of Wardroom, or is encrypted");
	return fail_say(f, "%s: %s", what, c ? sqlite3_errmsg(c) : sqlite3_errstr(code));
}

enum fail sqlite_exec(struct tx *tx, const char *sql)
{
	int code = sqlite3_exec(connection(tx), sql, NULL, NULL, NULL);

	return code ? sqlite_failed(connection(tx), code, "the database") : OK;
}

static void set(sqlite3 *c, int what, int value)
{
	if (sqlite3_db_config(c, what, value, NULL) != SQLITE_OK)
		BUG("SQLite does not know the setting %d", what);
}

static enum fail settings(struct tx *tx, bool writes)
{
	sqlite3 *c = connection(tx);

	set(c, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
	set(c, SQLITE_DBCONFIG_DEFENSIVE, 1);
	set(c, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
	set(c, SQLITE_DBCONFIG_DQS_DDL, 0);
	set(c, SQLITE_DBCONFIG_DQS_DML, 0);
	sqlite3_extended_result_codes(c, 1);
	sqlite3_busy_timeout(c, 5000);
	if (!writes)
		return sqlite_exec(tx, SQL("pragma query_only = on; "
		                           "pragma cache_size = -4000;"
		                           "pragma temp_store = memory"));
	return sqlite_exec(tx, SQL("pragma journal_mode = wal; pragma synchronous = full;"
	                           "pragma foreign_keys = on; pragma cache_size = -16000;"
	                           "pragma journal_size_limit = 67108864;"
	                           "pragma temp_store = memory"));
}

enum fail sqlite_connect(struct db *db, bool writes, bool create, struct tx **out)
{
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
	sqlite3 *c = NULL;

	*out = NULL;
	flags |= !writes ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	flags |= writes && create ? SQLITE_OPEN_CREATE : 0;
	struct tx *tx = calloc(1, sizeof *tx);
	if (!tx)
		return fail_say(FAIL_MEMORY, "no memory for a connection to the database");
	int code = sqlite3_open_v2(db->target, &c, flags, NULL);
	enum fail f = OK;
	if (code)
		f = fail_say(kind_of(code), "cannot open the database %s: %s", db->target,
		             c ? sqlite3_errmsg(c) : sqlite3_errstr(code));
	*tx = (struct tx){ .db = db, .connection = c, .writes = writes };
	if (!f)
		f = settings(tx, writes);
	if (f) {
		sqlite3_close(c);
		free(tx);
		return f;
	}
	*out = tx;
	return OK;
}

void sqlite_disconnect(struct tx *tx)
{
	if (!tx)
		return;
	tx_forget_statements(tx);
	if (sqlite3_close(connection(tx)) != SQLITE_OK)
		BUG("a statement was not finished when its connection closed");
	free(tx);
}

/* ---- statements ---- */
static void put_parameter(char *to, size_t room, struct str name, size_t position,
                          struct str hint)
{
	(void)position;         /* named ones are numbered by first appearance, as ours */
	(void)hint;
	snprintf(to, room, ":%.*s", STR_ARG(name));
}

static const char *type_token(struct str name)
{
	static const char *const tokens[][2] = {
		{ "id", "blob" },
		{ "i64", "integer" },
		{ "text", "text" },
		{ "blob", "blob" },
		{ "flag", "integer" },
		{ "table", "strict" },
		{ "narrow_table", "strict, without rowid" },
		{ "for_update", "" },             /* there is one writer */
		{ "for_update_skip_locked", "" },
	};

	for (size_t i = 0; i < COUNT(tokens); i++) {
		if (str_is(name, tokens[i][0]))
			return tokens[i][1];
	}
	return str_is(name, "word_tables") ? sqlite_word_tables : NULL;
}

static enum fail prepare(struct tx *tx, struct stmt *s)
{
	sqlite3_stmt *handle = NULL;
	int code = sqlite3_prepare_v3(connection(tx), s->text.sql, (int)s->text.n + 1,
	                              SQLITE_PREPARE_PERSISTENT, &handle, NULL);

	if (code)
		return fail_say(kind_of(code), "%s in: %.300s",
		                sqlite3_errmsg(connection(tx)), s->text.sql);
	s->handle = handle;
	return OK;
}

static enum fail confirm(struct tx *tx, struct stmt *s)
{
	(void)tx;
	(void)s;
	return OK;              /* prepare has shown it */
}

static void finish(struct stmt *s)
{
	sqlite3_finalize(s->handle);
	s->handle = NULL;
}

static void reset(struct stmt *s)
{
	sqlite3_reset(s->handle);
	sqlite3_clear_bindings(s->handle);
}

static enum fail bound(struct stmt *s, int code)
{
	return code ? sqlite_failed(connection(s->tx), code, "a value for the database")
	            : OK;
}

static enum fail put_i64(struct stmt *s, int at, int64_t v)
{
	return bound(s, sqlite3_bind_int64(s->handle, at, v));
}

static enum fail put_str(struct stmt *s, int at, struct str v)
{
	return bound(s, sqlite3_bind_text64(s->handle, at, v.p, v.n, SQLITE_TRANSIENT,
	                                    SQLITE_UTF8));
}

static enum fail put_blob(struct stmt *s, int at, const void *p, size_t n)
{
	return bound(s,
	             sqlite3_bind_blob64(s->handle, at, p ? p : "", n, SQLITE_TRANSIENT));
}

static enum fail put_null(struct stmt *s, int at)
{
	return bound(s, sqlite3_bind_null(s->handle, at));
}

/*
 * After SQLite has rolled the transaction back under a job, what the job still asks for
 * would be committed statement by statement; so nothing is run any more.
 */
static bool transaction_is_gone(struct tx *tx)
{
	return tx->in_job && sqlite3_get_autocommit(connection(tx));
}

static int step(struct stmt *s)
{
	if (transaction_is_gone(s->tx))
		return (int)fail_say(FAIL_FULL, "the database could not keep the change");
	int code = sqlite3_step(s->handle);

	if (code == SQLITE_ROW)
		return 1;
	if (code == SQLITE_DONE)
		return 0;
	enum fail f = sqlite_failed(connection(s->tx), code, "the database");
	if (f == FAIL_DATABASE)
		return (int)fail_say(f, "%s in: %.200s", sqlite3_errmsg(connection(s->tx)),
		                     s->text.sql);
	return (int)f;
}

static enum fail run(struct stmt *s)
{
	int row;

	do {
		row = step(s);
	} while (row > 0);
	return (enum fail)row;
}

static bool is_null(struct stmt *s, int column)
{
	return sqlite3_column_type(s->handle, column) == SQLITE_NULL;
}

static int64_t get_i64(struct stmt *s, int column)
{
	return sqlite3_column_int64(s->handle, column);
}

static struct str get_str(struct stmt *s, int column)
{
	const unsigned char *p = sqlite3_column_text(s->handle, column);

	return (struct str){ (const char *)p,
		             (size_t)sqlite3_column_bytes(s->handle, column) };
}

static struct str get_blob(struct stmt *s, int column)
{
	const void *p = sqlite3_column_blob(s->handle, column);

	return (struct str){ p, (size_t)sqlite3_column_bytes(s->handle, column) };
}

static int64_t changed(struct tx *tx)
{
	return sqlite3_changes64(connection(tx));
}

static enum fail script(struct tx *tx, const char *sql)
{
	if (transaction_is_gone(tx))
		return fail_say(FAIL_FULL, "the database could not keep the change");
	return sqlite_exec(tx, sql);
}

static bool table_exists(struct tx *tx, struct str name)
{
	struct stmt *s = query(tx, SQL("select 1 from sqlite_schema where name = :name"));

	bind_str(s, "name", name);
	bool exists = query_next(s) == 1;
	query_end(s);
	return exists;
}

/* The file is on this machine, and so is its clock. */
static enum fail now(struct tx *tx, struct instant *out)
{
	(void)tx;
	*out = instant_now();
	return OK;
}

/* Its folder, which whoever opens it for writing needs anyway. */
static enum fail reach(struct arena *a, const char *target, struct db_reach *out)
{
	(void)a;
	(void)target;
	(void)out;
	return OK;
}

const struct driver sqlite_driver = {
	.name = "sqlite",
	.is_file = true,
	.put_parameter = put_parameter,
	.token = type_token,
	.reach = reach,
	.open = sqlite_pool_open,
	.close = sqlite_pool_close,
	.write = sqlite_pool_write,
	.read = sqlite_pool_read,
	.prepare = prepare,
	.confirm = confirm,
	.finish = finish,
	.reset = reset,
	.bind_i64 = put_i64,
	.bind_str = put_str,
	.bind_blob = put_blob,
	.bind_null = put_null,
	.run = run,
	.step = step,
	.column_null = is_null,
	.column_i64 = get_i64,
	.column_str = get_str,
	.column_blob = get_blob,
	.changed = changed,
	.script = script,
	.table_exists = table_exists,
	.tables = SQL("select sql\n"
	              "from sqlite_schema\n"
	              "where sql is not null and name not like 'sqlite_%'\n"
	              "order by type desc, name"),
	.table_names = SQL("select name\n"
	                   "from sqlite_schema\n"
	                   "where type = 'table' and name not like 'sqlite~_%' escape '~'\n"
	                   "  and name not like 'word~_%' escape '~'\n"
	                   "order by name"),
	.table_columns = SQL("select name, case lower(type) when 'integer' then 'i64'\n"
	                     "  else lower(type) end, 1 - \"notnull\", pk\n"
	                     "from pragma_table_info(:table)\n"
	                     "order by cid"),
	.now = now,
	.words_in = &sqlite_words_in,
	.words_page = &sqlite_words_page,
	.words_set = sqlite_words_set,
	.words_remove = sqlite_words_remove,
	.words_wanted = sqlite_words_wanted,
	.words_bind = sqlite_words_bind,
};
