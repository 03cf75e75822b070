/*
 * postgres_session.c -- one connection: opening it, its settings, what its failures mean.
 *
 * Nothing waits for ever: not for a connection, a lock, a statement or a dead network.
 * What the address says (passwords, TLS, several hosts) is libpq's; it wins over what is
 * set here.
 */
#include "db/postgres.h"

#include <stdlib.h>

#define OLDEST 150000                   /* PostgreSQL 15: what the tests run on */

static const char *const settings = SQL(
	"set standard_conforming_strings = on;"
	"set client_min_messages = warning;"
	"set statement_timeout = '60s';"
	"set lock_timeout = '20s';"
	"set idle_in_transaction_session_timeout = '120s';"
	/* Whoever stopped waiting closed the connection: what it runs ends soon. */
	"select set_config('client_connection_check_interval', '2s', false)"
	" where version() like '%linux%';"
	"set tcp_keepalives_idle = 30;"
	"set tcp_keepalives_interval = 10;"
	"set tcp_keepalives_count = 3;"
	/* Who answers after COMMIT must know that it is on disk. */
	"select set_config('synchronous_commit', 'on', false)"
	" where current_setting('synchronous_commit') = 'off'");

/* ---- failures ---- */
static const struct {
	const char *state;              /* or its class */
	enum fail fail;
	enum pg_then then;
} kinds[] = {
	/* Source: Appendix A of the manual. */
	{ "08", FAIL_BUSY, PG_LOST },           /* connection exceptions */
	{ "0A000", FAIL_BUSY, PG_LOST },        /* a prepared statement outlived a change */
	{ "22", FAIL_FORMAT, PG_GIVE_UP },      /* a value that does not fit */
	{ "23505", FAIL_DATABASE, PG_AGAIN },   /* unique: somebody was quicker */
	{ "25006", FAIL_DENIED, PG_GIVE_UP },   /* read only */
	{ "26000", FAIL_BUSY, PG_LOST },        /* a statement we do not have there */
	{ "28", FAIL_DENIED, PG_GIVE_UP },      /* not let in */
	{ "3D000", FAIL_NOT_FOUND, PG_GIVE_UP }, /* no such database */
	{ "40", FAIL_BUSY, PG_AGAIN },          /* serialization, deadlock */
	{ "42501", FAIL_DENIED, PG_GIVE_UP },   /* no privilege */
	{ "42701", FAIL_DATABASE, PG_AGAIN },   /* a column: another server was quicker */
	{ "42P07", FAIL_DATABASE, PG_AGAIN },   /* a table, likewise */
	{ "53100", FAIL_FULL, PG_GIVE_UP },     /* disk full */
	{ "53200", FAIL_MEMORY, PG_GIVE_UP },
	{ "53300", FAIL_BUSY, PG_LOST },        /* too many connections */
	{ "54", FAIL_FULL, PG_GIVE_UP },        /* a ceiling of the server */
	{ "55P03", FAIL_BUSY, PG_GIVE_UP },     /* lock timeout */
	{ "57014", FAIL_BUSY, PG_GIVE_UP },     /* statement timeout */
	{ "57P", FAIL_BUSY, PG_LOST },          /* the server stops, or starts */
	{ "58030", FAIL_IO, PG_GIVE_UP },
	{ "XX001", FAIL_FORMAT, PG_GIVE_UP },   /* damaged data */
};

static void classify(struct pg_failure *f, const char *state)
{
	*f = (struct pg_failure){ .fail = FAIL_DATABASE, .then = PG_GIVE_UP };
	for (size_t i = 0; i < COUNT(kinds); i++) {
		if (strncmp(state, kinds[i].state, strlen(kinds[i].state)) == 0) {
			f->fail = kinds[i].fail;
			f->then = kinds[i].then;
		}
	}
}

/* What libpq says, in one line: with several hosts it says something of each. */
static void put_message(struct pg_failure *f, const char *what, const char *message)
{
	struct str lines = str_trim(str_of(message ? message : ""));
	size_t room = sizeof f->message - 1;
	size_t n = (size_t)snprintf(f->message, sizeof f->message, "%s:", what);

	for (const char *between = " "; lines.n > 0 && n < room; between = "; ") {
		struct str line = str_split(lines, '\n', &lines);
		n += (size_t)snprintf(f->message + n, sizeof f->message - n, "%s%.*s",
		                      between, STR_ARG(str_trim(line)));
	}
}

void pg_lost(struct pg_session *s)
{
	struct pg_failure *f = &s->failure;

	if (f->then == PG_LOST)
		return;
	*f = (struct pg_failure){ .fail = FAIL_BUSY, .then = PG_LOST };
	put_message(f, "the connection to the database was lost",
	            pq.PQerrorMessage(s->c));
}

bool pg_is_lost(const struct pg_session *s)
{
	return s->failure.then == PG_LOST || pq.PQstatus(s->c) == CONNECTION_BAD;
}

void pg_failed(struct pg_session *s, const PGresult *r, const struct stmt *of)
{
	const char *state = pq.PQresultErrorField(r, PG_DIAG_SQLSTATE);
	const char *said = pq.PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY);
	struct pg_failure *f = &s->failure;

	if (f->fail)
		return;
	if (!state) {
		pg_lost(s);
		return;
	}
	classify(f, state);
	/* A primary that became a standby is not the place to write any more. */
	if (s->tx.writes && strcmp(state, "25006") == 0)
		*f = (struct pg_failure){ .fail = FAIL_BUSY, .then = PG_LOST };
	if (f->fail == FAIL_FULL)
		put_message(f, "the database has no room", said);
	else if (f->fail == FAIL_FORMAT)
		/* What it says holds the value. */
		put_message(f, "the database does not take a value", state);
	else if (f->fail == FAIL_DATABASE && of)
		snprintf(f->message, sizeof f->message, "%.200s in: %.200s", said,
		         of->text.sql);
	else
		put_message(f, "the database", said);
}

enum fail pg_say(const struct pg_failure *f)
{
	return f->fail ? fail_say(f->fail, "%s", f->message) : OK;
}

/* ---- opening ---- */
static void no_notices(void *arg, const PGresult *r)
{
	(void)arg;
	(void)r;
}

static PGconn *connect_to(const char *target)
{
	static const char *const names[] = {
		"connect_timeout",
		"keepalives_idle",
		"keepalives_interval",
		"keepalives_count",
		"tcp_user_timeout",
		"target_session_attrs",
		"gssencmode",
		"fallback_application_name",
		"client_encoding",
		"dbname",
		NULL,
	};
	/* The last one holds the whole address and wins over those before it. */
	const char *const values[] = {
		"5",
		"10",
		"5",
		"3",
		"20000",
		"read-write",
		"disable",
		"wardroom",
		"UTF8",
		target,
		NULL,
	};

	return pq.PQconnectdbParams(names, values, 1);
}

static enum fail check_server(PGconn *c)
{
	const char *encoding = pq.PQparameterStatus(c, "server_encoding");

	if (pq.PQserverVersion(c) < OLDEST)
		return fail_say(FAIL_DATABASE,
		                "the server is PostgreSQL %d; %d or later is needed",
		                pq.PQserverVersion(c) / 10000, OLDEST / 10000);
	if (!encoding || strcmp(encoding, "UTF8") != 0)
		return fail_say(FAIL_DATABASE,
		                "the database is encoded in %s; it must be UTF8",
		                encoding ? encoding : "nothing known");
	return OK;
}

enum fail pg_plain(struct pg_session *s, const char *sql)
{
	PGresult *r;

	if (!pq.PQsendQuery(s->c, sql))
		pg_lost(s);
	while (!pg_is_lost(s) && (r = pg_result(s))) {
		ExecStatusType status = pq.PQresultStatus(r);
		if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
			pg_failed(s, r, NULL);
		pq.PQclear(r);
	}
	if (pg_is_lost(s))
		pg_lost(s);
	return pg_say(&s->failure);
}

static enum fail set_up(struct pg_session *s)
{
	if (pq.PQstatus(s->c) != CONNECTION_OK) {
		put_message(&s->failure, "the database cannot be reached",
		            pq.PQerrorMessage(s->c));
		return fail_say(FAIL_IO, "%s", s->failure.message);
	}
	pq.PQsetNoticeReceiver(s->c, no_notices, NULL);
	enum fail f = check_server(s->c);
	if (!f && pq.PQsetnonblocking(s->c, 1) != 0)
		f = fail_say(FAIL_DATABASE, "the connection waits without an end");
	if (!f)
		f = pg_plain(s, settings);
	if (!f && s->tx.writes)
		f = pg_marks_prepare(s);
	if (!f && !pq.PQenterPipelineMode(s->c))
		f = fail_say(FAIL_DATABASE, "the connection has no pipeline");
	return f;
}

enum fail pg_connect(struct db *db, bool writes, struct pg_session **out)
{
	struct pg_session *s = calloc(1, sizeof *s);

	*out = NULL;
	if (!s || !(s->c = connect_to(db->target))) {
		free(s);
		return fail_say(FAIL_MEMORY, "no memory for a connection to the database");
	}
	s->tx = (struct tx){ .db = db, .connection = s, .writes = writes };
	enum fail f = set_up(s);
	if (f) {
		pq.PQfinish(s->c);
		free(s);
		return f;
	}
	*out = s;
	return OK;
}

void pg_disconnect(struct pg_session *s)
{
	if (!s)
		return;
	tx_forget_statements(&s->tx);
	pq.PQfinish(s->c);
	free(s->dropped);
	free(s);
}
