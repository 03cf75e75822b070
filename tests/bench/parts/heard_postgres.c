/* heard_postgres.c -- heard on the way to libpq, and run by libpq alone. */
#include "heard.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/postgres.h"

#define NAMES_MAX 4096

/* What each prepared statement of each connection says. */
static struct {
	const PGconn *c;
	char name[16];
	char *sql;
} names[NAMES_MAX];
static size_t name_count;
static pthread_mutex_t names_lock = PTHREAD_MUTEX_INITIALIZER;
static struct pq real;

static int send_prepare(PGconn *c, const char *name, const char *sql, int n,
                        const Oid *types)
{
	pthread_mutex_lock(&names_lock);
	if (name_count < NAMES_MAX) {
		names[name_count].c = c;
		snprintf(names[name_count].name, sizeof names->name, "%s", name);
		names[name_count++].sql = heard_copy(sql, strlen(sql));
	}
	pthread_mutex_unlock(&names_lock);
	return real.PQsendPrepare(c, name, sql, n, types);
}

static const char *sql_of(const PGconn *c, const char *name)
{
	for (size_t i = name_count; i > 0; i--)
		if (names[i - 1].c == c && strcmp(names[i - 1].name, name) == 0)
			return names[i - 1].sql;
	bench_stop(name, "was never prepared");
}

static void note(const char *sql, int n, const char *const *values, const int *lengths,
                 const int *formats)
{
	struct heard_item *item = heard_next(sql);
	size_t room = (size_t)n + 1;

	if (!item)
		return;
	item->sql = heard_copy(sql, strlen(sql));
	item->parameters = n;
	item->values = calloc(room, sizeof *item->values);
	item->lengths = calloc(room, sizeof *item->lengths);
	item->formats = calloc(room, sizeof *item->formats);
	for (int i = 0; i < n; i++) {
		if (values[i])
			item->values[i] = heard_copy(values[i], (size_t)lengths[i]);
		item->lengths[i] = lengths[i];
		item->formats[i] = formats[i];
	}
}

static int send_prepared(PGconn *c, const char *name, int n, const char *const *values,
                         const int *lengths, const int *formats, int result)
{
	pthread_mutex_lock(&names_lock);
	const char *sql = sql_of(c, name);
	pthread_mutex_unlock(&names_lock);
	note(sql, n, values, lengths, formats);
	return real.PQsendQueryPrepared(c, name, n, values, lengths, formats, result);
}

static bool hooked;

static void listen_to_all(void)
{
	if (pq_load() != OK)
		bench_stop("libpq", fail_message());
	if (hooked)
		return;
	real = pq;
	pq.PQsendPrepare = send_prepare;
	pq.PQsendQueryPrepared = send_prepared;
	hooked = true;
}

/* ---- alone ---- */
struct bare {
	PGconn *c;
	char *told[NAMES_MAX];          /* texts that this connection has prepared */
	size_t told_count;
};

static volatile unsigned sink;          /* so that every value is read */

static void read_answer(struct bare *b, const char *what)
{
	for (PGresult *r; (r = real.PQgetResult(b->c)); real.PQclear(r)) {
		ExecStatusType status = real.PQresultStatus(r);
		if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
			bench_stop(what, real.PQerrorMessage(b->c));
		for (int i = 0; i < real.PQntuples(r); i++)
			for (int k = 0; k < real.PQnfields(r); k++)
				sink += (unsigned char)*real.PQgetvalue(r, i, k);
	}
}

static void command(struct bare *b, const char *sql)
{
	if (!real.PQsendQueryParams(b->c, sql, 0, NULL, NULL, NULL, NULL, 0))
		bench_stop(sql, real.PQerrorMessage(b->c));
	read_answer(b, sql);
}

static PGconn *connect_to(const char *target)
{
	const char *const keys[] = { "dbname", NULL }, *const values[] = { target, NULL };
	PGconn *c = real.PQconnectdbParams(keys, values, 1);

	if (real.PQstatus(c) != CONNECTION_OK)
		bench_stop(target, real.PQerrorMessage(c));
	return c;
}

static struct bare *open_bare(const char *target)
{
	struct bare *b = calloc(1, sizeof *b);

	if (!b)
		bench_stop("memory", NULL);
	b->c = connect_to(target);
	return b;
}

static void close_bare(struct bare *b)
{
	for (size_t i = 0; i < b->told_count; i++)
		free(b->told[i]);
	real.PQfinish(b->c);
	free(b);
}

/* Where the text stands among those that the server was told of. */
static size_t told(struct bare *b, const char *sql)
{
	char name[32];

	for (size_t i = 0; i < b->told_count; i++)
		if (strcmp(b->told[i], sql) == 0)
			return i;
	if (b->told_count == NAMES_MAX)
		bench_stop(sql, "one statement too many");
	snprintf(name, sizeof name, "b%zu", b->told_count);
	if (!real.PQsendPrepare(b->c, name, sql, 0, NULL))
		bench_stop(sql, real.PQerrorMessage(b->c));
	read_answer(b, sql);
	b->told[b->told_count] = heard_copy(sql, strlen(sql));
	return b->told_count++;
}

/* A prepared statement's place, one higher, so that none is null. */
static void make_ready(struct bare *b, struct heard *h)
{
	for (size_t i = 0; i < h->count; i++)
		h->at[i].ready = b->told + told(b, h->at[i].sql) + 1;
}

static void run_one(struct bare *b, const struct heard_item *i)
{
	char name[32];

	snprintf(name, sizeof name, "b%td", (char **)i->ready - b->told - 1);
	if (!real.PQsendQueryPrepared(b->c, name, i->parameters,
	                              (const char *const *)i->values, i->lengths,
	                              i->formats, 1))
		bench_stop(i->sql, real.PQerrorMessage(b->c));
	read_answer(b, i->sql);
}

static void run_bare(struct bare *b, struct heard *h)
{
	command(b, h->writes ? "begin" : "begin isolation level repeatable read read only");
	for (size_t i = 0; i < h->count; i++)
		run_one(b, &h->at[i]);
	command(b, "commit");
}

static void done(struct heard_item *i)
{
	i->ready = NULL;
}

/* "postgresql:///NAME?host=...&user=wardroom": by the cluster's own user, on its socket. */
static void copy(const char *target, const char *to)
{
	char admin[500], from[100], name[100], host[300], sql[500];

	if (sscanf(target, "postgresql:///%99[^?]?host=%299[^&]", from, host) != 2 ||
	    sscanf(to, "postgresql:///%99[^?]", name) != 1)
		bench_stop(target, "is not an address of postgres.sh");
	snprintf(admin, sizeof admin, "postgresql:///postgres?host=%s&user=postgres", host);
	struct bare *b = open_bare(admin);
	snprintf(sql, sizeof sql, "create database \"%s\" template \"%s\" owner wardroom",
	         name, from);
	command(b, sql);
	close_bare(b);
}

const struct heard_driver heard_postgres = {
	.listen = listen_to_all,
	.open = open_bare,
	.close = close_bare,
	.ready = make_ready,
	.run = run_bare,
	.done = done,
	.copy = copy,
};
