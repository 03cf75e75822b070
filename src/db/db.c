/* db.c -- the door: picks the driver by the target and passes on. */
#include "db/driver.h"

#include <stdlib.h>

static const struct driver *driver_for(const char *target)
{
	/* Told apart here and nowhere else. */
	bool url = str_starts(str_of(target), "postgres://") ||
	           str_starts(str_of(target), "postgresql://");

	return url ? &postgres_driver : &sqlite_driver;
}

enum fail db_reach(struct arena *a, const char *target, struct db_reach *out)
{
	*out = (struct db_reach){ .connects = false };
	return driver_for(target)->reach(a, target, out);
}

bool db_is_file(const char *target)
{
	return driver_for(target)->is_file;
}

bool db_keeps_files(const struct db *db)
{
	return db->driver->keeps_files;
}

enum fail db_open(struct db **out, const struct db_options *o)
{
	struct db *db = calloc(1, sizeof *db);
	size_t n = strlen(o->target) + 1;

	*out = NULL;
	if (!db || !(db->target = malloc(n))) {
		free(db);
		return fail_say(FAIL_MEMORY, "no memory to open the database");
	}
	memcpy(db->target, o->target, n);
	db->driver = driver_for(o->target);
	db->read_only = o->read_only;
	db->no_threads = o->no_threads;
	enum fail f = db->driver->open(db, o);
	if (f) {
		free(db->target);
		free(db);
		return f;
	}
	*out = db;
	return OK;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	db->driver->close(db);
	free(db->target);
	free(db);
}

enum fail db_write(struct db *db, db_job *job, void *arg)
{
	if (db->read_only)
		return fail_say(FAIL_DENIED, "the database is open for reading only");
	atomic_fetch_add(&db->writes, 1);
	return db->driver->write(db, job, arg);
}

enum fail db_read(struct db *db, db_job *job, void *arg)
{
	atomic_fetch_add(&db->reads, 1);
	return db->driver->read(db, job, arg);
}

struct db_counts db_counts(const struct db *db)
{
	return (struct db_counts){ .statements = atomic_load(&db->statements),
		                   .reads = atomic_load(&db->reads),
		                   .writes = atomic_load(&db->writes),
		                   .waits = atomic_load(&db->waits) };
}

enum fail tx_doom(struct tx *tx, enum fail f)
{
	if (f && !tx->doomed) {
		tx->doomed = f;
		snprintf(tx->doomed_message, sizeof tx->doomed_message, "%s",
		         fail_message());
	}
	return f;
}

bool tx_doomed(const struct tx *tx)
{
	return tx->doomed != OK;
}

int64_t tx_changed(struct tx *tx)
{
	return tx->db->driver->changed(tx);
}

struct db *tx_db(struct tx *tx)
{
	return tx->db;
}

enum fail db_script(struct tx *tx, struct str sql)
{
	struct sql_text t;

	if (!sql_translate(tx->db->driver, sql, &t))
		return fail_say(FAIL_MEMORY, "no memory to run a script");
	enum fail f = tx->db->driver->script(tx, t.sql);
	sql_text_release(&t);
	return f;
}

enum fail db_prepares(struct tx *tx, struct str sql)
{
	struct stmt s = { .tx = tx };

	if (!sql_translate(tx->db->driver, sql, &s.text))
		return fail_say(FAIL_MEMORY, "no memory to prepare a statement");
	enum fail f = tx->db->driver->prepare(tx, &s);
	if (!f)
		f = tx->db->driver->confirm(tx, &s);
	if (s.handle)
		tx->db->driver->finish(&s);
	sql_text_release(&s.text);
	return f;
}

bool db_table_exists(struct tx *tx, struct str name)
{
	return tx->db->driver->table_exists(tx, name);
}

enum fail tx_take_time(struct tx *tx)
{
	return tx->db->driver->take_time ? tx->db->driver->take_time(tx) : OK;
}

enum fail db_now(struct tx *tx, struct instant *out)
{
	return tx->db->driver->now(tx, out);
}

const char *db_words_in(struct db *db)
{
	return *db->driver->words_in;
}

const char *db_words_page(struct db *db)
{
	return *db->driver->words_page;
}

enum fail words_set(struct tx *tx, struct id org, struct id record, struct str words)
{
	return tx->db->driver->words_set(tx, org, record, words);
}

enum fail words_remove(struct tx *tx, struct id org, struct id record)
{
	return tx->db->driver->words_remove(tx, org, record);
}

struct words_wanted words_wanted(struct db *db, struct arena *a,
                                 const struct words_term *terms, size_t count)
{
	struct words_wanted w = { .nothing = true };

	db->driver->words_wanted(a, terms, count, &w);
	return w;
}

void words_bind(struct stmt *s, const struct words_wanted *w)
{
	s->tx->db->driver->words_bind(s, w);
}

static enum fail ask(struct tx *tx, void *arg)
{
	struct stmt *s = query(tx, SQL("select 1"));
	int row = query_next(s);

	(void)arg;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail db_answers(struct db *db)
{
	return db->driver->probe ? db->driver->probe(db, ask, NULL)
	                         : db->driver->read(db, ask, NULL);
}

enum fail db_tables(struct tx *tx, struct text *out)
{
	const char *sql = tx->db->driver->tables;
	struct stmt *s = sql ? query(tx, sql) : NULL;
	int row = 0;

	while (s && (row = query_next(s)) == 1) {
		text_add(out, column_str(s, 0));
		text_addz(out, ";\n");
	}
	return row < 0 ? (enum fail)row : OK;
}

bool db_script_for(const char *target, struct str script, struct text *out)
{
	struct sql_text t;

	if (!sql_translate(driver_for(target), script, &t))
		return false;
	text_add(out, (struct str){ t.sql, t.n });
	sql_text_release(&t);
	return true;
}
