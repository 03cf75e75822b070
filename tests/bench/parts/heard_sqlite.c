/* heard_sqlite.c -- heard by SQLite's trace, and run by SQLite alone. */
#include "heard.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bare {
	sqlite3 *c;
	sqlite3_stmt *begin, *commit;
};

static int note(unsigned kind, void *context, void *stmt, void *text)
{
	struct heard_item *item = heard_next(text);

	(void)kind;
	(void)context;
	if (item) {
		char *sql = sqlite3_expanded_sql(stmt);
		if (!sql)
			bench_stop("a statement with its values", "too long");
		item->sql = heard_copy(sql, strlen(sql));
		sqlite3_free(sql);
	}
	return 0;
}

static int trace(sqlite3 *db, char **error, const void *api)
{
	(void)error;
	(void)api;
	return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, note, NULL);
}

static void listen_to_all(void)
{
	sqlite3_auto_extension((void (*)(void))trace);
}

static sqlite3_stmt *prepared(struct bare *b, const char *sql)
{
	sqlite3_stmt *s;

	if (sqlite3_prepare_v2(b->c, sql, -1, &s, NULL) != SQLITE_OK)
		bench_stop(sql, sqlite3_errmsg(b->c));
	return s;
}

static struct bare *open_bare(const char *target)
{
	struct bare *b = calloc(1, sizeof *b);

	if (!b || sqlite3_open_v2(target, &b->c,
	                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
	                          NULL) != SQLITE_OK)
		bench_stop(target, "cannot be opened");
	/* As the program has it. */
	sqlite3_exec(b->c, "pragma synchronous = full; pragma cache_size = -4000", NULL,
	             NULL, NULL);
	b->begin = prepared(b, "begin immediate");
	b->commit = prepared(b, "commit");
	return b;
}

static void close_bare(struct bare *b)
{
	sqlite3_finalize(b->begin);
	sqlite3_finalize(b->commit);
	sqlite3_close_v2(b->c);
	free(b);
}

static void make_ready(struct bare *b, struct heard *h)
{
	for (size_t i = 0; i < h->count; i++)
		h->at[i].ready = prepared(b, h->at[i].sql);
}

static volatile unsigned sink;          /* so that every value is read */

static void step_all(struct bare *b, sqlite3_stmt *s)
{
	int row;

	while ((row = sqlite3_step(s)) == SQLITE_ROW) {
		for (int c = 0; c < sqlite3_column_count(s); c++) {
			const unsigned char *p = sqlite3_column_text(s, c);
			sink += p ? *p : 0u;
		}
	}
	if (row != SQLITE_DONE)
		bench_stop(sqlite3_sql(s), sqlite3_errmsg(b->c));
	sqlite3_reset(s);
}

static void run_bare(struct bare *b, struct heard *h)
{
	if (h->writes)
		step_all(b, b->begin);
	for (size_t i = 0; i < h->count; i++)
		step_all(b, h->at[i].ready);
	if (h->writes)
		step_all(b, b->commit);
}

static void done(struct heard_item *i)
{
	sqlite3_finalize(i->ready);
	i->ready = NULL;
}

static void copy(const char *target, const char *to)
{
	char sql[1000];
	struct bare *b = open_bare(target);

	snprintf(sql, sizeof sql, "vacuum into '%s'", to);
	if (sqlite3_exec(b->c, sql, NULL, NULL, NULL) != SQLITE_OK)
		bench_stop(sql, sqlite3_errmsg(b->c));
	close_bare(b);
	b = open_bare(to);
	sqlite3_exec(b->c, "pragma journal_mode = wal", NULL, NULL, NULL);
	close_bare(b);
}

const struct heard_driver heard_sqlite = {
	.listen = listen_to_all,
	.open = open_bare,
	.close = close_bare,
	.ready = make_ready,
	.run = run_bare,
	.done = done,
	.copy = copy,
};
