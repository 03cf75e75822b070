/*
 * bench_store.c -- a list page of 25 out of 100,000 records, a record, a search, and
 * durable creation by 1, 4, 16 and 64 at once: on SQLite, or on the PostgreSQL database
 * that WARDROOM_BENCH_DB names.
 *
 * The baseline is the very SQL of the same work, heard as the store runs it, run through
 * the database's library alone.  What creating says is run on a copy of the database, made
 * before it was said, by as many connections as there are clients (on SQLite by one: it has
 * one writer).
 */
#include <pthread.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "store/store.h"
#include "store/tenant.h"

#include "parts/heard.h"
#include "parts/median.h"

#define RECORDS 100000                  /* WARDROOM_BENCH_RECORDS: others */
#define BATCH 1000
#define UNITS 40
#define ROUNDS 9
#define CREATES 64                      /* a round, by however many clients */
#define CREATE_ROUNDS 3
#define CLIENTS_MOST 64

static const struct right rights[] = { { "finding.keep", "Keep" } };
static const struct choice risks[] = { { "low", "Low" },
	                               { "medium", "Medium" },
	                               { "high", "High" } };
enum { TITLE, CONDITION, RISK, DUE, AMOUNT, PARENT };
static const struct record_type finding_type;
static const struct field fields[] = {
	[TITLE] = { .name = "title", .label = "Title", .type = T_LINE, .required = true },
	[CONDITION] = { .name = "condition", .label = "Condition", .type = T_TEXT },
	[RISK] = { .name = "risk", .label = "Risk", .type = T_CHOICE,
	           .choices = TABLE(risks) },
	[DUE] = { .name = "due_on", .label = "Due", .type = T_DATE },
	[AMOUNT] = { .name = "amount", .label = "Amount", .type = T_NUMBER },
	[PARENT] = { .name = "parent", .label = "Parent", .type = T_LINK,
	             .target = &finding_type },
};
static const int list[] = { TITLE, RISK, DUE };
static const struct record_type finding_type = {
	.name = "finding", .label = "Finding", .plural = "Findings", .code = "FND",
	.fields = TABLE(fields), .rights = TABLE(rights), .list = TABLE(list),
	.retention = "none",
};
static const struct record_type *const types[] = { &finding_type };
static const struct registry registry = { .at = types, .count = 1 };

static struct store *store;
static struct bare *bare;
static const char *database;            /* "SQLite" or "PostgreSQL" */
static bool is_postgres;
static int records = RECORDS;
static struct id org, persons[50], units[UNITS], one_id;
static struct actor program, officer, owner, unit_reader;
static char folder[64], evidence[96], target[300], copied[300];

static void must(bool yes, const char *what)
{
	if (yes)
		return;
	fprintf(stderr, "bench_store: %s: %s\n", what, fail_message());
	exit(2);
}

/* ---- the records ---- */
static struct change *finding(struct arena *a, int i)
{
	static const char *const words[] = { "kiosk",    "plan",    "backup", "network",
		                             "contract", "laptop",  "audit",  "incident",
		                             "vendor",   "password" };
	struct change *c = change_new(a, &finding_type);

	change_text(c, TITLE,
	            str_format(a, "Finding %d about the %s", i * 7919 % RECORDS,
	                       words[i % 10]));
	change_text(c, CONDITION,
	            str_format(a,
	                       "The %s of the %s was not reviewed within the time that the"
	                       " standard IS.%03d gives, and nobody could say who answers"
	                       " for it in the region %d.",
	                       words[i % 7], words[(i / 7) % 10], i % 40, i % 13));
	change_text(c, RISK, str_of(risks[i % 3].name));
	change_date(c, DUE, date_from_days(20000 + i % 900));
	change_number(c, AMOUNT, i);
	c->owner_given = c->unit_given = true;
	/* The restricted owner has 50 of 100,000. */
	c->owner = i % 2000 == 0 ? persons[0] : persons[1 + i % 49];
	c->unit = units[i % UNITS];
	return c;
}

struct fill {
	int first, count;
};

static enum fail fill_job(struct act *a, void *arg)
{
	const struct fill *f = arg;
	struct refusal why = refusal_on(a->arena);

	for (int i = f->first; i < f->first + f->count; i++) {
		struct row *r;
		enum fail failed =
			record_create(a, &finding_type, finding(a->arena, i), &why, &r);
		if (failed)
			return failed;
		one_id = r->id;
	}
	return OK;
}

/* Something to own and to belong to: the first records stand for persons and units. */
static enum fail people_job(struct act *a, void *arg)
{
	(void)arg;
	struct refusal why = refusal_on(a->arena);
	for (int i = 0; i < 50 + UNITS; i++) {
		struct change *c = change_new(a->arena, &finding_type);
		struct row *r;
		change_text(c, TITLE, STR("Somebody"));
		enum fail f = record_create(a, &finding_type, c, &why, &r);
		if (f)
			return f;
		*(i < 50 ? &persons[i] : &units[i - 50]) = r->id;
	}
	return OK;
}

static const struct str everything[] = { { "*", 1 } };
static const struct str nothing[] = { { "other.read", 10 } };
static const struct grant officer_grant = {
	.rights = everything, .right_count = 1, .everywhere = true, .clearance = 3
};
static const struct grant owner_grant = {
	.rights = nothing, .right_count = 1, .everywhere = true, .clearance = 3
};
static struct grant unit_grant = { .rights = everything,
	                           .right_count = 1,
	                           .units = units,
	                           .unit_count = 5,
	                           .clearance = 3 };

static struct actor actor_of(const struct grant *g, struct id person)
{
	return (struct actor){ .kind = ACTOR_PERSON,
		               .org = org,
		               .user = id_new(),
		               .person = person,
		               .grants = g,
		               .grant_count = 1,
		               .name = STR("Somebody") };
}

static void fill(void)
{
	struct refusal why;
	struct arena *a = arena_new(1u << 26);

	why = refusal_on(a);
	must(tenant_create(store, STR("Bench"), STR("Banc"), STR("UTC"), &why, &org) == OK,
	     "tenant");
	program = tenant_system(org, STR("bench"));
	must(store_write(store, &program, a, people_job, NULL) == OK, "people");
	arena_free(a);
	for (int i = 0; i < records; i += BATCH) {
		struct fill f = { i, BATCH };
		a = arena_new(1u << 28);
		must(store_write(store, &program, a, fill_job, &f) == OK, "records");
		arena_free(a);
	}
	officer = actor_of(&officer_grant, persons[1]);
	owner = actor_of(&owner_grant, persons[0]);
	unit_reader = actor_of(&unit_grant, persons[2]);
}

static void open_store(bool create)
{
	const struct store_options o = { .db = target,
		                         .evidence = evidence,
		                         .registry = &registry,
		                         .create = create,
		                         .readers = 8 };

	must(store_open(&store, &o) == OK, "open");
}

/* Where it stands, and a second one with the same in it. */
static void choose_database(void)
{
	const char *url = getenv("WARDROOM_BENCH_DB"), *some = getenv("TMPDIR");
	const char *count = getenv("WARDROOM_BENCH_RECORDS");

	is_postgres = url != NULL;
	database = url ? "PostgreSQL" : "SQLite";
	records = count ? (int)strtol(count, NULL, 10) : RECORDS;
	must(records >= 2 * BATCH, "WARDROOM_BENCH_RECORDS");
	snprintf(folder, sizeof folder, "%s/wardroom-bench-XXXXXX", some ? some : "/tmp");
	must(mkdtemp(folder) != NULL, "folder");
	snprintf(evidence, sizeof evidence, "%s/files", folder);
	if (url) {
		const char *rest = strchr(url, '?');
		must(rest != NULL, "WARDROOM_BENCH_DB is an address of postgres.sh");
		snprintf(target, sizeof target, "%s", url);
		snprintf(copied, sizeof copied, "%.*s_bare%s", (int)(rest - url), url,
		         rest);
	} else {
		snprintf(target, sizeof target, "%s/b.db", folder);
		snprintf(copied, sizeof copied, "%s/bare.db", folder);
	}
}

static void make_store(void)
{
	choose_database();
	hear_from(target);
	open_store(true);
	fill();
	store_close(store);
	heard_driver_of(target)->copy(target, copied);
	open_store(false);
	bare = heard_driver_of(target)->open(copied);
}

/* ---- timing in turns ---- */
/*
 * What SQLite reads is measured by the thread's own time, so that a busy machine does not
 * count.  What waits for the disk or for a server is measured by the clock on the wall.
 */
static double moment_us(bool waits)
{
	struct timespec t;

	clock_gettime(waits ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void figure(const char *name, double ours, double theirs, const char *aim,
                   const char *baseline)
{
	printf("result\t%s: %s\tratio\t%.2f\t%s\t%s (%.0f and %.0f us)\n", database, name,
	       ours / theirs, aim, baseline, ours, theirs);
	fflush(stdout);
}

/* ---- reading ---- */
struct asked {
	struct query query;
	struct answer answer;
	struct row *row;
	struct hit *hits;
	size_t count;
};

static enum fail list_job(struct act *a, void *arg)
{
	struct asked *q = arg;

	return record_list(a, &q->query, &q->answer);
}

static void page(const struct actor *who, int sort, bool descending)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct asked q = {
		.query = { .type = &finding_type, .sort = sort, .descending = descending }
	};

	must(store_read(store, who, a, list_job, &q) == OK && q.answer.count > 0, "page");
	arena_free(a);
}

static void officer_page(void)
{
	page(&officer, SORT_CHANGED, true);
}

static void owner_page(void)
{
	page(&owner, SORT_CHANGED, true);
}

static void units_page(void)
{
	page(&unit_reader, SORT_CHANGED, true);
}

static void officer_by_title(void)
{
	page(&officer, TITLE, false);
}

static enum fail get_job(struct act *a, void *arg)
{
	struct asked *q = arg;

	return record_get(a, &finding_type, one_id, &q->row);
}

static void record(void)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct asked q = { .row = NULL };

	must(store_read(store, &officer, a, get_job, &q) == OK, "record");
	arena_free(a);
}

static enum fail search_job(struct act *a, void *arg)
{
	struct asked *q = arg;

	return record_search(a, STR("kiosk region 12"), NULL, 25, &q->hits, &q->count);
}

static void search(void)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct asked q = { .count = 0 };

	must(store_read(store, &officer, a, search_job, &q) == OK && q.count > 0, "search");
	arena_free(a);
}

static const struct reading {
	const char *name;
	void (*run)(void);
	int times;
} readings[] = {
	{ "list page of 25, officer", officer_page, 50 },
	{ "list page of 25, restricted owner", owner_page, 50 },
	{ "list page of 25, reader of 5 units", units_page, 50 },
	{ "list page of 25, by title", officer_by_title, 50 },
	{ "one record", record, 100 },
	{ "search of three words, 25 hits", search, 10 },
};

/* Each in turns with its own SQL alone; *us: what ours took. */
static void bench_reading(const struct reading *r, double *us)
{
	const struct heard_driver *d = heard_driver_of(target);
	double ours[ROUNDS], alone[ROUNDS];
	char baseline[100];

	r->run();
	struct heard *h = hear(true);
	r->run();
	(void)hear(false);
	d->ready(bare, h);
	for (int round = -1; round < ROUNDS; round++) {
		double start = moment_us(is_postgres);
		for (int i = 0; i < r->times; i++)
			r->run();
		double middle = moment_us(is_postgres);
		for (int i = 0; i < r->times; i++)
			d->run(bare, h);
		if (round < 0)
			continue;       /* it only warms up */
		ours[round] = (middle - start) / r->times;
		alone[round] = (moment_us(is_postgres) - middle) / r->times;
	}
	*us = median(ours, ROUNDS);
	snprintf(baseline, sizeof baseline, "its %zu statements through the library alone",
	         h->count);
	figure(r->name, *us, median(alone, ROUNDS), "<= 3", baseline);
	heard_free(h, target);
}

static void bench_readings(void)
{
	double us[COUNT(readings)];

	for (size_t i = 0; i < COUNT(readings); i++)
		bench_reading(&readings[i], &us[i]);
	figure("restricted owner", us[1], us[0], "<= 1.3", "the officer's page");
	figure("reader of 5 units", us[2], us[0], "-", "the officer's page");
}

/* ---- writing ---- */
static int created;

static enum fail create_job(struct act *a, void *arg)
{
	struct refusal why = refusal_on(a->arena);
	struct row *r;

	return record_create(a, &finding_type, finding(a->arena, *(int *)arg), &why, &r);
}

static void create_one(int i)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);

	must(store_write(store, &program, a, create_job, &i) == OK, "create");
	arena_free(a);
}

struct client {
	pthread_t thread;
	int first, count;
	struct bare *bare;              /* null: ours */
	struct heard **said;
};

static void *work(void *arg)
{
	const struct client *c = arg;

	for (int i = c->first; i < c->first + c->count; i++) {
		if (c->bare)
			heard_driver_of(target)->run(c->bare, c->said[i]);
		else
			create_one(i);
	}
	return NULL;
}

/* Microseconds for one record. */
static double together(struct client *clients, int count)
{
	double start = moment_us(true);

	for (int i = 0; i < count; i++)
		must(pthread_create(&clients[i].thread, NULL, work, &clients[i]) == 0,
		     "thread");
	for (int i = 0; i < count; i++)
		pthread_join(clients[i].thread, NULL);
	return (moment_us(true) - start) / CREATES;
}

static double ours_together(int count)
{
	struct client clients[CLIENTS_MOST];

	for (int i = 0; i < count; i++)
		clients[i] = (struct client){ .first = created + i,
			                      .count = CREATES / count };
	created += CREATES;
	return together(clients, count);
}

static double bare_together(struct bare **connections, int count, struct heard **said)
{
	struct client clients[CLIENTS_MOST];
	int each = CREATES / count;

	for (int i = 0; i < count; i++) {
		clients[i] = (struct client){ .first = i * each,
			                      .count = each,
			                      .bare = connections[i],
			                      .said = said };
		for (int k = i * each; k < (i + 1) * each; k++)
			heard_driver_of(target)->ready(connections[i], said[k]);
	}
	double took = together(clients, count);
	for (int i = 0; i < CREATES; i++)
		heard_free(said[i], target);
	return took;
}

static void hear_creates(struct heard **said, int count)
{
	create_one(created++);
	for (int i = 0; i < count; i++) {
		said[i] = hear(true);
		create_one(created++);
		(void)hear(false);
	}
}

static const int counts[] = { 1, 4, 16, 64 };
#define SAID ((int)COUNT(counts) * (CREATE_ROUNDS + 1) * CREATES)

static void bench_creates(void)
{
	double ours[COUNT(counts)][CREATE_ROUNDS], alone[COUNT(counts)][CREATE_ROUNDS];
	static struct heard *said[SAID];
	struct bare *connections[CLIENTS_MOST];
	int used = 0, most = is_postgres ? CLIENTS_MOST : 1;
	char name[100];

	/* The copy was made before these, so that it can be told all of it. */
	hear_creates(said, SAID);
	for (int i = 0; i < most; i++)
		connections[i] = heard_driver_of(target)->open(copied);
	for (int round = -1; round < CREATE_ROUNDS; round++) {
		for (size_t k = 0; k < COUNT(counts); k++) {
			double x = ours_together(counts[k]);
			double y = bare_together(connections,
			                         counts[k] < most ? counts[k] : most,
			                         said + used);
			used += CREATES;
			if (round < 0)
				continue;
			ours[k][round] = x;
			alone[k][round] = y;
		}
	}
	double one = median(ours[0], CREATE_ROUNDS);
	for (size_t k = 0; k < COUNT(counts); k++) {
		double x = median(ours[k], CREATE_ROUNDS);
		snprintf(name, sizeof name, "durable create, %d clients", counts[k]);
		figure(name, x, median(alone[k], CREATE_ROUNDS), k ? "-" : "<= 3",
		       "its statements through the library alone");
		if (k)
			figure(name, x, one, "<= 1", "ours, one client");
	}
	for (int i = 0; i < most; i++)
		heard_driver_of(target)->close(connections[i]);
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

int main(void)
{
	make_store();
	printf("result\t%s: records\tcount\t%d\t-\t\n", database, records);
	bench_readings();
	bench_creates();
	heard_driver_of(target)->close(bare);
	store_close(store);
	remove_folder();
	return 0;
}
