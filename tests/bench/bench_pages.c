/*
 * bench_pages.c -- pages over HTTP with 100,000 findings, durable creation at 64
 * connections against one, and verifying it all; each against the same work without the
 * server.
 *
 * What a page costs the server is the processor time of all its processes, so that a busy
 * machine does not count.  The baseline is bare: the very statements that the page's
 * handler gives to SQLite (heard by its trace), prepared once and run through the library
 * alone, and the page's template with the values that the handler found.  The linker hands
 * the calls of those templates to __wrap_html_...() here (tests/meson.build).
 */
#include <arpa/inet.h>
#include <pthread.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "crypto/crypto.h"
#include "identity/identity.h"
#include "records/finding.h"
#include "records/person.h"
#include "parts/median.h"
#include "store/store.h"
#include "web/visit.h"
#include "web/web.h"

#ifndef RECORDS
#define RECORDS 100000
#endif
#define BATCH 1000
#define OWNERS 50
#define OWNED_EVERY 2000 /* the restricted owner has 50 of 100,000 */
#define ROUNDS 9
#define ASKED 20 /* requests of a page, a round */
#define ASKED_SLOW 3 /* of one that takes long */
#define RENDERED 200
#define STATEMENTS 600
#define CONNECTIONS 64
#define CREATES 10 /* by each connection, a round */
#define CREATE_ROUNDS 3
#define ANSWER_BYTES (1 << 20)

static char folder[64], file[96];
static struct store *store;
static struct id org, persons[OWNERS];
static char officer[100], owner[100], token[100]; /* two cookies' texts and a token's */
static char one_path[64];

static void must(bool yes, const char *what)
{
	if (yes)
		return;
	fprintf(stderr, "bench_pages: %s: %s\n", what, fail_message());
	exit(2);
}

static void keep(char *to, size_t room, struct str s)
{
	must(s.n < room, "room");
	memcpy(to, s.p, s.n);
	to[s.n] = '\0';
}

/* ---- an organisation with 100,000 findings ---- */

static enum fail people_job(struct act *a, void *arg)
{
	const struct id *first = arg;
	struct refusal why = refusal_on(a->arena);

	memcpy(persons, first, 2 * sizeof *persons);
	for (int i = 2; i < OWNERS; i++) {
		struct change *c = change_new(a->arena, &person_type);
		struct row *r;
		change_text(c, PER_NAME, str_format(a->arena, "Person %d", i));
		enum fail f = record_create(a, &person_type, c, &why, &r);
		if (f)
			return f;
		persons[i] = r->id;
	}
	return OK;
}

static struct change *finding(struct arena *a, int i)
{
	static const char *const words[] = { "kiosk", "plan", "backup", "network",
		                             "contract", "laptop", "audit", "incident",
		                             "vendor", "password" };
	static const char *const severities[] = { "low", "medium", "high" };
	struct change *c = change_new(a, &finding_type);

	change_bilingual(c, FND_TITLE,
	                 str_format(a, "Finding %d about the %s", i, words[i % 10]),
	                 STR_NONE);
	change_text(c, FND_SOURCE, STR("internal_audit"));
	change_bilingual(c, FND_CONDITION,
	                 str_format(a,
	                            "The %s of the %s was not reviewed in the time that"
	                            " IS.%03d gives; nobody answers for region %d.",
	                            words[i % 7], words[(i / 7) % 10], i % 40, i % 13),
	                 STR_NONE);
	change_text(c, FND_SEVERITY, str_of(severities[i % 3]));
	change_date(c, FND_ISSUED_ON, date_from_days(20000 + i % 300));
	change_date(c, FND_RESPONSE_DUE_ON, date_from_days(20400 + i % 900));
	c->owner_given = true;
	c->owner = i % OWNED_EVERY == 0 ? persons[1]
	                                : persons[i % OWNERS == 1 ? 0 : i % OWNERS];
	return c;
}

static enum fail fill_job(struct act *a, void *arg)
{
	struct refusal why = refusal_on(a->arena);

	for (int i = *(int *)arg; i < *(int *)arg + BATCH; i++) {
		struct row *r;
		enum fail f = record_create(a, &finding_type, finding(a->arena, i), &why,
		                            &r);
		if (f)
			return f;
		snprintf(one_path, sizeof one_path, "/finding/FND-%04lld",
		         (long long)r->number);
	}
	return OK;
}

static void sign_in(struct arena *a, const char *login, struct session *out, char *cookie)
{
	const struct sign_in in = { .login = str_of(login),
		                    .password = STR("correct horse battery staple"),
		                    .address = STR("127.0.0.1") };
	struct refusal why = refusal_on(a);

	must(session_start(store, a, &in, &why, out) == OK, login);
	keep(cookie, sizeof officer, out->secret);
}

/* The officer, who sees everything, and somebody with no role, who sees what is theirs. */
static void make_accounts(struct arena *a, struct id people[2])
{
	const struct setup founding = { .trusted = true,
		                        .organisation = STR("Bench"),
		                        .login = STR("officer"),
		                        .person_name = STR("Officer"),
		                        .password = STR("correct horse battery staple") };
	const struct new_account added = { .login = STR("owner"),
		                           .password = STR("correct horse battery staple"),
		                           .person_name = STR("Owner"),
		                           .role = STR("staff") };
	const struct token program = { .name = STR("bench") };
	struct refusal why = refusal_on(a);
	struct session s, other;
	struct id account;
	struct str secret;

	must(setup_run(store, a, &founding, &why, &org, &account) == OK, "set-up");
	sign_in(a, "officer", &s, officer);
	must(token_add(store, s.actor, a, account, &program, 1, &why, &secret) == OK,
	     "token");
	keep(token, sizeof token, secret);
	must(account_add(store, s.actor, a, &added, &why, &account) == OK, "account");
	sign_in(a, "owner", &other, owner);
	people[0] = s.actor->person;
	people[1] = other.actor->person;
}

static void open_store(bool create)
{
	const struct store_options o = { .db = file,
		                         .registry = &all_records,
		                         .create = create };

	must(store_open(&store, &o) == OK, "open");
	identity_wire(store);
}

static void make_store(void)
{
	struct arena *a = arena_new(1u << 26);
	struct id people[2];

	snprintf(folder, sizeof folder, "%s/wardroom-bench-XXXXXX",
	         getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
	must(mkdtemp(folder) != NULL, "folder");
	snprintf(file, sizeof file, "%s/b.db", folder);
	open_store(true);
	make_accounts(a, people);
	struct actor program = system_actor(org, "bench");
	must(store_write(store, &program, a, people_job, people) == OK, "people");
	arena_free(a);
	for (int i = 0; i < RECORDS; i += BATCH) {
		a = arena_new(1u << 28);
		must(store_write(store, &program, a, fill_job, &i) == OK, "records");
		arena_free(a);
	}
	store_close(store);
}

/* ---- what a page's handler gives to SQLite, and its bare template ---- */

struct page {
	const char *name, *path;
	const char *cookie;
	int asked_times;
	handler_fn *handle;
	struct str params[2];
	struct pair asked;
	char *sql[STATEMENTS];
	sqlite3_stmt *ready[STATEMENTS];
	int statements;
	double render_us; /* its template alone */
	double handler_us; /* its handler, called without HTTP */
	double took[ROUNDS], bare[ROUNDS]; /* microseconds of processor time */
	double waited[ROUNDS]; /* microseconds by the clock on the wall */
	long page_bytes;
};

/* The smallest answer, as what HTTP alone costs. */
static struct page smallest = {
	.path = "/favicon.svg", .cookie = officer, .asked_times = ASKED
};

static struct page *heard; /* whose statements are heard now */
static struct page *rendered; /* whose template is timed now */

static double now_us(clockid_t clock)
{
	struct timespec t;

	must(clock_gettime(clock, &t) == 0, "clock");
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int hear(unsigned kind, void *context, void *stmt, void *text)
{
	(void)kind;
	(void)context;
	const char *sql = text;
	if (!heard || (strncmp(sql, "select", 6) != 0 && strncmp(sql, "with", 4) != 0))
		return 0;
	must(heard->statements < STATEMENTS, "too many statements");
	heard->sql[heard->statements++] = sqlite3_expanded_sql(stmt);
	return 0;
}

static int listen_to(sqlite3 *db, char **error, const void *api)
{
	(void)error;
	(void)api;
	return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, hear, NULL);
}

/* The wrapped templates: as always, and once many times over by themselves. */
#define WRAPPED(NAME, VIEW) \
	void __real_html_##NAME(struct show *o, const struct VIEW *d); \
	void __wrap_html_##NAME(struct show *o, const struct VIEW *d); \
	void __wrap_html_##NAME(struct show *o, const struct VIEW *d) \
	{ \
		__real_html_##NAME(o, d); \
		if (!rendered) \
			return; \
		struct arena *a = arena_new(4 * LIMIT_PAGE_BYTES); \
		double start = now_us(CLOCK_THREAD_CPUTIME_ID); \
		for (int i = 0; i < RENDERED; i++) { \
			struct text t = text_on(a, LIMIT_PAGE_BYTES); \
			struct show again = { &t, a, o->lang }; \
			__real_html_##NAME(&again, d); \
			arena_reset(a); \
		} \
		rendered->render_us = \
			(now_us(CLOCK_THREAD_CPUTIME_ID) - start) / RENDERED; \
		arena_free(a); \
	}
WRAPPED(list, list_view)
WRAPPED(record, record_view)
WRAPPED(search, search_view)

static void call_handler(struct page *p)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct site site = { .store = store };
	struct pair cookie = { STR(SESSION_COOKIE), str_of(p->cookie) };
	struct request q = { .arena = a,
		             .method = GET,
		             .path = str_of(p->path),
		             .target = str_of(p->path),
		             .params = { p->params[0], p->params[1] },
		             .cookies = { &cookie, 1 },
		             .query = { &p->asked, p->asked.name.n > 0 },
		             .peer = STR("127.0.0.1"),
		             .site = &site };
	struct response r = { .arena = a, .status = 200, .fd = -1 };

	p->handle(&q, &r);
	if (r.status != 200)
		fprintf(stderr, "%s: status %d\n", p->name, r.status);
	must(r.status == 200, p->name);
	p->page_bytes = (long)r.body.n;
	arena_free(a);
}

/* In processor time, the median of the rounds. */
static double time_handler(struct page *p)
{
	double took[ROUNDS];

	for (int round = 0; round < ROUNDS; round++) {
		double start = now_us(CLOCK_THREAD_CPUTIME_ID);
		for (int k = 0; k < p->asked_times; k++)
			call_handler(p);
		took[round] = (now_us(CLOCK_THREAD_CPUTIME_ID) - start) / p->asked_times;
	}
	return median(took, ROUNDS);
}

static void hear_pages(struct page *all, size_t count)
{
	sqlite3_auto_extension((void (*)(void))listen_to);
	open_store(false);
	sqlite3_cancel_auto_extension((void (*)(void))listen_to);
	for (size_t i = 0; i < count; i++) {
		call_handler(&all[i]);
		heard = &all[i];
		call_handler(&all[i]);
		heard = NULL;
		rendered = &all[i];
		call_handler(&all[i]);
		rendered = NULL;
		all[i].handler_us = time_handler(&all[i]);
	}
	store_close(store);
}

static void prepare_bare(sqlite3 **bare, struct page *all, size_t count)
{
	must(sqlite3_open_v2(file, bare, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
	                     NULL) == SQLITE_OK,
	     "bare");
	sqlite3_exec(*bare, "pragma cache_size = -4000", NULL, NULL, NULL);
	for (size_t i = 0; i < count; i++)
		for (int k = 0; k < all[i].statements; k++)
			must(sqlite3_prepare_v2(*bare, all[i].sql[k], -1,
			                        &all[i].ready[k], NULL) == SQLITE_OK,
			     sqlite3_errmsg(*bare));
}

static volatile unsigned sink;          /* so that every value is read */

static void run_bare(const struct page *p)
{
	for (int k = 0; k < p->statements; k++) {
		while (sqlite3_step(p->ready[k]) == SQLITE_ROW)
			for (int c = 0; c < sqlite3_column_count(p->ready[k]); c++) {
				const unsigned char *t =
					sqlite3_column_text(p->ready[k], c);
				sink += t ? *t : 0u;
			}
		sqlite3_reset(p->ready[k]);
	}
}

/* ---- the server, and one who asks it ---- */

static pid_t server;
static int port;
static pid_t processes[32];
static size_t process_count;

static void add_processes(pid_t of)
{
	char path[64], line[1000] = "";

	must(process_count < COUNT(processes), "processes");
	processes[process_count++] = of;
	snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)of, (int)of);
	FILE *f = fopen(path, "r");
	must(f != NULL, path);
	char *at = fgets(line, sizeof line, f), *end;
	fclose(f);
	for (long pid; at && (pid = strtol(at, &end, 10)) > 0; at = end)
		add_processes((pid_t)pid);
}

static double server_us(void)
{
	double all = 0;

	for (size_t i = 0; i < process_count; i++) {
		clockid_t clock;
		if (clock_getcpuclockid(processes[i], &clock) == 0)
			all += now_us(clock);
	}
	return all;
}

static void start_server(void)
{
	char program[500], line[200] = "";
	int out[2];
	const char *build = getenv("WARDROOM_BUILD");

	snprintf(program, sizeof program, "%s/wardroom", build ? build : "build-bench");
	must(pipe(out) == 0, "pipe");
	server = fork();
	if (server == 0) {
		dup2(out[1], 1);
		close(out[0]);
		close(out[1]);
		execl(program, "wardroom", "serve", "--db", file, "--listen", "127.0.0.1:0",
		      (char *)NULL);
		_exit(127);
	}
	close(out[1]);
	FILE *f = fdopen(out[0], "r");
	must(f && fgets(line, sizeof line, f), "the server does not start");
	must(sscanf(line, "http://127.0.0.1:%d", &port) == 1, line);
	sleep(1); /* its readers of documents start after it answers */
	add_processes(server);
}

static void stop_server(void)
{
	int status;

	kill(server, SIGTERM);
	must(waitpid(server, &status, 0) == server && status == 0, "the server's end");
}

static int connection(void)
{
	struct sockaddr_in there = { .sin_family = AF_INET,
		                     .sin_port = htons((uint16_t)port) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	must(fd >= 0 && connect(fd, (struct sockaddr *)&there, sizeof there) == 0,
	     "connect");
	return fd;
}

/* Sends, and reads one answer whole; its status, and the bytes of its body. */
static int ask(int fd, const char *sent, char *answer, long *body)
{
	size_t all = strlen(sent), got = 0, want = 0;
	int status = 0;

	must(send(fd, sent, all, MSG_NOSIGNAL) == (ssize_t)all, "send");
	while (want == 0 || got < want) {
		ssize_t n = recv(fd, answer + got, ANSWER_BYTES - 1 - got, 0);
		must(n > 0, "receive");
		got += (size_t)n;
		answer[got] = '\0';
		char *head = want == 0 ? strstr(answer, "\r\n\r\n") : NULL;
		if (!head)
			continue;
		char *length = strcasestr(answer, "\r\ncontent-length:");
		must(length && length < head, "an answer without a length");
		*body = strtol(length + 17, NULL, 10);
		want = (size_t)(head + 4 - answer) + (size_t)*body;
	}
	must(sscanf(answer, "HTTP/1.1 %d", &status) == 1, "status");
	return status;
}

/* ---- pages ---- */

static void ask_page(const struct page *p, int fd, char *answer)
{
	char sent[800];
	long bytes = 0;

	snprintf(sent, sizeof sent,
	         "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: " SESSION_COOKIE
	         "=%s\r\n\r\n",
	         p->path, port, p->cookie);
	must(ask(fd, sent, answer, &bytes) == 200, p->path);
	if (!p->handle)
		return;
	/* The same page as the handler made here, but for what is bound to the session. */
	must(labs(bytes - p->page_bytes) < 200, "another page than its handler's");
}

static void time_page(struct page *p, int round, int fd, char *answer)
{
	double times = p->asked_times;
	double wall = now_us(CLOCK_MONOTONIC), spent = server_us();

	for (int k = 0; k < p->asked_times; k++)
		ask_page(p, fd, answer);
	spent = server_us() - spent;
	wall = now_us(CLOCK_MONOTONIC) - wall;
	double bare = now_us(CLOCK_THREAD_CPUTIME_ID);
	for (int k = 0; k < p->asked_times; k++)
		run_bare(p);
	bare = now_us(CLOCK_THREAD_CPUTIME_ID) - bare;
	if (round < 0)
		return; /* it only warms up */
	p->took[round] = spent / times;
	p->bare[round] = bare / times;
	p->waited[round] = wall / times;
}

static void time_pages(struct page *all, size_t count)
{
	char *answer = malloc(ANSWER_BYTES);
	int fd = connection();

	for (int round = -1; round < ROUNDS; round++) {
		for (size_t i = 0; i < count; i++)
			time_page(&all[i], round, fd, answer);
		time_page(&smallest, round, fd, answer);
	}
	close(fd);
	free(answer);
}

static void print_page(struct page *p, double http)
{
	double took = median(p->took, ROUNDS), bare = median(p->bare, ROUNDS);
	double alone = bare + p->render_us;

	printf("result\t%s\tratio\t%.2f\t<= 3\tits %d statements and template alone (%.0f"
	       " to %.0f + %.0f us)\n",
	       p->name, p->handler_us / alone, p->statements, p->handler_us, bare,
	       p->render_us);
	printf("result\t%s, over HTTP\tratio\t%.2f\t<= 3\tthe same and the smallest answer "
	       "over HTTP (%.0f to %.0f + %.0f us)\n",
	       p->name, took / (alone + http), took, alone, http);
	printf("result\t%s, over HTTP\tratio\t%.2f\t-\tthe statements and template, "
	       "without "
	       "HTTP\n",
	       p->name, took / alone);
	printf("result\t%s, over HTTP\tms\t%.2f\t-\twaited for, %ld bytes\n", p->name,
	       median(p->waited, ROUNDS) / 1000, p->page_bytes);
}

static void print_pages(struct page *all, size_t count)
{
	double http = median(smallest.took, ROUNDS);

	for (size_t i = 0; i < count; i++)
		print_page(&all[i], http);
	printf("result\tthe owner's list page, over HTTP\tratio\t%.2f\t<= 1.3\tthe "
	       "officer's page\n",
	       median(all[1].took, ROUNDS) / median(all[0].took, ROUNDS));
	fflush(stdout);
}

/* ---- creating ---- */

static void *create_some(void *arg)
{
	char *answer = malloc(ANSWER_BYTES), sent[800];
	int fd = connection(), number = *(int *)arg;
	long bytes;

	for (int i = 0; i < CREATES; i++) {
		char body[100];
		int n = snprintf(body, sizeof body,
		                 "{\"fields\":{\"name\":\"Made %d %d\"}}", number, i);
		snprintf(sent, sizeof sent,
		         "POST /api/v1/person HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n"
		         "Authorization: Bearer %s\r\nContent-Type: application/json\r\n"
		         "Content-Length: %d\r\n\r\n%s",
		         port, token, n, body);
		must(ask(fd, sent, answer, &bytes) == 201, answer);
	}
	close(fd);
	free(answer);
	return NULL;
}

/* Microseconds for one record, by the clock on the wall. */
static double create_together(int connections)
{
	pthread_t threads[CONNECTIONS];
	int numbers[CONNECTIONS];
	double start = now_us(CLOCK_MONOTONIC);

	for (int k = 0; k < connections; k++) {
		numbers[k] = k;
		must(pthread_create(&threads[k], NULL, create_some, &numbers[k]) == 0,
		     "thread");
	}
	for (int k = 0; k < connections; k++)
		pthread_join(threads[k], NULL);
	return (now_us(CLOCK_MONOTONIC) - start) / (connections * CREATES);
}

static double create_alone(void)
{
	double all = 0;

	for (int k = 0; k < 8; k++)
		all += create_together(1);
	return all / 8;
}

static void bench_creates(void)
{
	double together[CREATE_ROUNDS], alone[CREATE_ROUNDS];

	for (int round = -1; round < CREATE_ROUNDS; round++) {
		double x = create_together(CONNECTIONS), y = create_alone();
		if (round >= 0) {
			together[round] = x;
			alone[round] = y;
		}
	}
	double x = median(together, CREATE_ROUNDS), y = median(alone, CREATE_ROUNDS);
	printf("result\tdurable create, 64 connections, HTTP\tratio\t%.2f\t<= 1\tone by "
	       "one (%.0f and %.0f us each)\n",
	       x / y, x, y);
	fflush(stdout);
}

/* ---- verifying ---- */

static void hash_rows(sqlite3 *bare, struct arena *a, const char *table)
{
	char sql[200];
	sqlite3_stmt *s;
	uint8_t hash[SHA256_BYTES];

	snprintf(sql, sizeof sql, "select * from \"%s\"", table);
	must(sqlite3_prepare_v2(bare, sql, -1, &s, NULL) == SQLITE_OK, sql);
	while (sqlite3_step(s) == SQLITE_ROW) {
		struct sha256_running *h = sha256_start(a);
		for (int c = 0; c < sqlite3_column_count(s); c++)
			sha256_more(h, sqlite3_column_text(s, c),
			            (size_t)sqlite3_column_bytes(s, c));
		sha256_finish(h, hash);
		arena_reset(a);
	}
	sqlite3_finalize(s);
}

/* Every row that is not part of the index of words, read and hashed once. */
static double hash_all(sqlite3 *bare)
{
	struct arena *a = arena_new(1 << 20);
	sqlite3_stmt *s;
	double start = now_us(CLOCK_THREAD_CPUTIME_ID);

	must(sqlite3_prepare_v2(bare,
	                        "select name from sqlite_master where type = 'table'"
	                        " and name not like 'word_%' and name not like 'sqlite_%'",
	                        -1, &s, NULL) == SQLITE_OK,
	     "tables");
	while (sqlite3_step(s) == SQLITE_ROW)
		hash_rows(bare, a, (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	arena_free(a);
	return (now_us(CLOCK_THREAD_CPUTIME_ID) - start) / 1e6;
}

static double children_s(void)
{
	struct rusage u;

	getrusage(RUSAGE_CHILDREN, &u);
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
	       (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

static void bench_verify(sqlite3 *bare)
{
	char program[500];
	int status;
	sqlite3_stmt *s;
	const char *build = getenv("WARDROOM_BUILD");

	must(sqlite3_prepare_v2(bare, "select sum(size) from ledger_head", -1, &s, NULL) ==
	                     SQLITE_OK &&
	             sqlite3_step(s) == SQLITE_ROW,
	     "entries");
	double entries = sqlite3_column_double(s, 0);
	sqlite3_finalize(s);
	snprintf(program, sizeof program, "%s/wardroom", build ? build : "build-bench");
	double rows = hash_all(bare), before = children_s();
	pid_t child = fork();
	if (child == 0) {
		dup2(2, 1);
		execl(program, "wardroom", "verify", "--db", file, (char *)NULL);
		_exit(127);
	}
	must(waitpid(child, &status, 0) == child && status == 0, "verify");
	double took = children_s() - before;
	printf("result\tverify of 100,000 entries\ts\t%.2f\t-\tof %.0f entries, processor "
	       "time\n",
	       took / entries * 1e5, entries);
	printf("result\tverify\tratio\t%.2f\t-\tevery row read and hashed once (%.1f s)\n",
	       took / rows, rows);
}

static void remove_folder(void)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		execlp("rm", "rm", "-rf", "--", folder, (char *)NULL);
		_exit(127);
	}
	waitpid(child, &status, 0);
}

static struct page pages[] = {
	{ .name = "list page of 25 of 100,000, officer", .path = "/finding",
	  .cookie = officer, .handle = list_page, .asked_times = ASKED },
	{ .name = "list page of 25, restricted owner", .path = "/finding", .cookie = owner,
	  .handle = list_page, .asked_times = ASKED },
	{ .name = "record page", .path = one_path, .cookie = officer,
	  .handle = record_page, .asked_times = ASKED },
	{ .name = "search page", .path = "/search?q=kiosk", .cookie = officer,
	  .handle = search_page, .asked_times = ASKED_SLOW },
};

int main(void)
{
	sqlite3 *bare;

	make_store();
	for (int i = 0; i < 3; i++)
		pages[i].params[0] = STR("finding");
	pages[2].params[1] = str_of(one_path + strlen("/finding/"));
	pages[3].asked = (struct pair){ STR("q"), STR("kiosk") };
	hear_pages(pages, COUNT(pages));
	start_server();
	prepare_bare(&bare, pages, COUNT(pages));
	time_pages(pages, COUNT(pages));
	print_pages(pages, COUNT(pages));
	for (size_t i = 0; i < COUNT(pages); i++)
		for (int k = 0; k < pages[i].statements; k++) {
			sqlite3_finalize(pages[i].ready[k]);
			sqlite3_free(pages[i].sql[k]);
		}
	bench_creates();
	stop_server();
	bench_verify(bare);
	sqlite3_close_v2(bare);
	remove_folder();
	return 0;
}
