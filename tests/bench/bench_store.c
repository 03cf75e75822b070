/*
 * bench_store.c -- a list page of 25 out of 100,000 records, a record, a search, and
 * durable creation at 64 at once, each against the same through SQLite alone or one by one.
 */
#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "store/store.h"
#include "store/tenant.h"

#ifndef RECORDS
#define RECORDS 100000
#endif
#define BATCH 1000
#define UNITS 40
#define ROUNDS 9
#define WRITERS 64
#define WRITE_ROUNDS 3
#define CREATES 5

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
static sqlite3 *bare;
static struct id org, persons[50], units[UNITS], one_id;
static struct actor program, officer, owner, unit_reader;
static char folder[64], file[96];

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

static void make_store(void)
{
	struct arena *a = arena_new(1u << 26);
	struct refusal why = refusal_on(a);
	const struct store_options o = { .db = file,
		                         .registry = &registry,
		                         .create = true };

	snprintf(folder, sizeof folder, "%s/wardroom-bench-XXXXXX",
	         getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
	must(mkdtemp(folder) != NULL, "folder");
	snprintf(file, sizeof file, "%s/b.db", folder);
	must(store_open(&store, &o) == OK, "open");
	must(tenant_create(store, STR("Bench"), STR("Banc"), STR("UTC"), &why, &org) == OK,
	     "tenant");
	program = tenant_system(org, STR("bench"));
	must(store_write(store, &program, a, people_job, NULL) == OK, "people");
	arena_free(a);
	for (int i = 0; i < RECORDS; i += BATCH) {
		struct fill f = { i, BATCH };
		a = arena_new(1u << 28);
		must(store_write(store, &program, a, fill_job, &f) == OK, "records");
		arena_free(a);
	}
	officer = actor_of(&officer_grant, persons[1]);
	owner = actor_of(&owner_grant, persons[0]);
	unit_reader = actor_of(&unit_grant, persons[2]);
	must(sqlite3_open_v2(file, &bare, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
	                     NULL) == SQLITE_OK,
	     "bare");
	sqlite3_exec(bare, "pragma cache_size = -4000", NULL, NULL, NULL);
}

/* ---- timing in turns ---- */
static int by_size(const void *x, const void *y)
{
	int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;

	return (a > b) - (a < b);
}

/* Reading is measured by the thread's own time, so that a busy machine does not count. */
static int64_t moment(bool writes)
{
	struct timespec t;

	clock_gettime(writes ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &t);
	return t.tv_sec * US_PER_SECOND + t.tv_nsec / 1000;
}

struct timed {
	bool writes;
	void (*run)(int i);
	int times, rounds;
	int64_t took[ROUNDS];
};

static double micros(struct timed *t)
{
	qsort(t->took, (size_t)t->rounds, sizeof t->took[0], by_size);
	return (double)t->took[t->rounds / 2] / t->times;
}

static void in_turns(struct timed *x, struct timed *y)
{
	for (int round = -1; round < x->rounds; round++) {
		struct timed *both[] = { x, y };
		for (int k = 0; k < 2; k++) {
			int64_t start = moment(both[k]->writes);
			for (int i = 0; i < both[k]->times; i++)
				both[k]->run(i);
			if (round >= 0)
				both[k]->took[round] = moment(both[k]->writes) - start;
		}
	}
}

static void compare(const char *name, void (*ours)(int), void (*theirs)(int), int times,
                    const char *aim, const char *baseline)
{
	/* What waits for the disk is measured by the clock on the wall. */
	bool writes = times == 1;
	int rounds = writes ? WRITE_ROUNDS : ROUNDS;
	struct timed x = {
		.writes = writes, .run = ours, .times = times, .rounds = rounds
	};
	struct timed y = x;

	y.run = theirs;
	in_turns(&x, &y);
	double a = micros(&x), b = micros(&y);
	printf("result\t%s\tratio\t%.2f\t%s\t%s (%.0f and %.0f us)\n", name, a / b, aim,
	       baseline, a, b);
	fflush(stdout);
}

/* ---- reading ---- */
struct asked {
	struct query query;
	struct answer answer;
	struct row *row;
	struct hit *hits;
	size_t count;
	struct str words;
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

	must(store_read(store, who, a, list_job, &q) == OK && q.answer.count == 25, "page");
	arena_free(a);
}

static void officer_page(int i)
{
	(void)i;
	page(&officer, SORT_CHANGED, true);
}

static void owner_page(int i)
{
	(void)i;
	page(&owner, SORT_CHANGED, true);
}

static void units_page(int i)
{
	(void)i;
	page(&unit_reader, SORT_CHANGED, true);
}

static void officer_by_title(int i)
{
	(void)i;
	page(&officer, TITLE, false);
}

static volatile unsigned sink;          /* so that every value is read */

static void step_all(sqlite3_stmt *s, int rows)
{
	int n = 0;

	for (; sqlite3_step(s) == SQLITE_ROW; n++) {
		for (int k = 0; k < sqlite3_column_count(s); k++) {
			const unsigned char *p = sqlite3_column_text(s, k);
			sink += p ? *p : 0u;
		}
	}
	must(n == rows, "bare rows");
	sqlite3_reset(s);
}

#define COLUMNS \
	"t.id, t.number, t.unit, t.label, t.owner, t.state, t.version, t.created_at," \
	" t.changed_at, t.created_by, t.changed_by, t.author, t.withdrawn_at, t.closed, " \
	"t.f_title," \
	" t.f_condition, t.f_risk, t.f_due_on, t.f_amount, t.f_parent"
#define MAY_SEE \
	" and t.label <= 3 and (t.closed = 0 or exists (select 1 from need_to_know n" \
	" where n.org = t.org and n.record = t.id and n.person = :person))"

static void bare_query(sqlite3_stmt **s, const char *sql, int rows)
{
	if (!*s) {
		must(sqlite3_prepare_v2(bare, sql, -1, s, NULL) == SQLITE_OK,
		     sqlite3_errmsg(bare));
		sqlite3_bind_blob(*s, 1, org.b, 16, SQLITE_STATIC);
	}
	step_all(*s, rows);
}

static void bare_page(int i)
{
	static sqlite3_stmt *s;

	(void)i;
	bare_query(&s,
	           "select " COLUMNS
	           " from r_finding t where t.org = :org and t.withdrawn_at = 0" MAY_SEE
	           " order by t.changed_at desc, t.id desc limit 25",
	           25);
}

static void bare_by_title(int i)
{
	static sqlite3_stmt *s;

	(void)i;
	bare_query(&s,
	           "select " COLUMNS
	           " from r_finding t where t.org = :org and t.withdrawn_at = 0" MAY_SEE
	           " order by t.s_title, t.id limit 25",
	           25);
}

static enum fail get_job(struct act *a, void *arg)
{
	struct asked *q = arg;

	return record_get(a, &finding_type, one_id, &q->row);
}

static void record(int i)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct asked q = { .row = NULL };

	(void)i;
	must(store_read(store, &officer, a, get_job, &q) == OK, "record");
	arena_free(a);
}

static void bare_record(int i)
{
	static sqlite3_stmt *s;

	(void)i;
	if (!s) {
		must(sqlite3_prepare_v2(bare,
		                        "select " COLUMNS
		                        " from r_finding t where t.org = :org"
		                        " and t.id = :id",
		                        -1, &s, NULL) == SQLITE_OK,
		     "prepare");
		sqlite3_bind_blob(s, 1, org.b, 16, SQLITE_STATIC);
		sqlite3_bind_blob(s, 2, one_id.b, 16, SQLITE_STATIC);
	}
	step_all(s, 1);
}

static enum fail search_job(struct act *a, void *arg)
{
	struct asked *q = arg;

	return record_search(a, q->words, NULL, 25, &q->hits, &q->count);
}

static void search(int i)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct asked q = { .words = STR("kiosk region 12") };

	(void)i;
	must(store_read(store, &officer, a, search_job, &q) == OK && q.count == 25,
	     "search");
	arena_free(a);
}

static void bare_search(int i)
{
	static sqlite3_stmt *s;

	(void)i;
	bare_query(&s,
	           "select d.doc, d.record from word_doc d where d.org = :org and d.doc in "
	           "(select rowid"
	           " from word_index where word_index match '\"kiosk\" AND \"region\" AND "
	           "\"12\"')"
	           " order by d.doc desc limit 300",
	           300);
}

/* ---- writing ---- */
static enum fail create_job(struct act *a, void *arg)
{
	struct refusal why = refusal_on(a->arena);
	struct row *r;

	return record_create(a, &finding_type, finding(a->arena, *(int *)arg), &why, &r);
}

static void *create_some(void *arg)
{
	for (int i = 0; i < CREATES; i++) {
		struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
		must(store_write(store, &program, a, create_job, arg) == OK, "create");
		arena_free(a);
	}
	return NULL;
}

static void create_together(int i)
{
	pthread_t threads[WRITERS];

	for (int k = 0; k < WRITERS; k++)
		must(pthread_create(&threads[k], NULL, create_some, &i) == 0, "thread");
	for (int k = 0; k < WRITERS; k++)
		pthread_join(threads[k], NULL);
}

/* As many, one after the other. */
static void create_alone(int i)
{
	for (int k = 0; k < WRITERS; k++)
		create_some(&i);
}

static void remove_files(void)
{
	static const char *const ends[] = { "", "-wal", "-shm", ".lock", ".files" };
	char path[128];

	for (size_t i = 0; i < COUNT(ends); i++) {
		snprintf(path, sizeof path, "%s%s", file, ends[i]);
		if (unlink(path) != 0)
			rmdir(path);
	}
	rmdir(folder);
}

int main(void)
{
	make_store();
	compare("list page of 25 of 100,000, officer", officer_page, bare_page, 100, "<= 3",
	        "the same SQL through SQLite alone");
	compare("the same page, restricted owner", owner_page, officer_page, 100, "<= 1.3",
	        "the officer's page");
	compare("the same page, reader of 5 units", units_page, officer_page, 100, "-",
	        "the officer's page");
	compare("the same page, sorted by title", officer_by_title, bare_by_title, 100,
	        "<= 3", "the same SQL through SQLite alone");
	compare("one record", record, bare_record, 200, "<= 3",
	        "the same SQL through SQLite alone");
	compare("search of three words, 25 hits", search, bare_search, 10, "<= 3",
	        "the candidates alone, by SQLite");
	compare("durable create, 64 at once", create_together, create_alone, 1, "<= 1",
	        "as many one by one");
	sqlite3_close_v2(bare);
	store_close(store);
	remove_files();
	return 0;
}
