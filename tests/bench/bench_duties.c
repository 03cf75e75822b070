/*
 * bench_duties.c -- how duties are kept, at 10,000, 100,000 and 1,000,000 instances.
 *
 *     bench_duties TARGET [SYSTEMS...]        a file, or postgres://...
 *
 * A hundred duties about each system, ten pieces of evidence for each.  What is worked out
 * anew is timed against a bare scan of the same rows in the same run: every value of the
 * systems, the evidence, the links and the instances, through the same door to the
 * database.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "duty/engine.h"
#include "store/tenant.h"

#define KINDS 5
#define DUTIES 100
#define EACH 2                          /* pieces of evidence of a kind */
#define WRITES 200
#define PAGES 50

static const struct record_type asset;
static const int list[] = { 0 };
#define USUAL(n, c) \
	.name = n, .label = n, .plural = n, .code = c, .list = TABLE(list), \
	.retention = "keep", \
	.rights = TABLE(((const struct right[]){ { .name = n ".keep", .label = "Keep" } }))

static const struct state asset_states[] = { { .name = "in_service",
	                                       .label = "In service" },
	                                     { .name = "retired", .label = "Retired" } };
static const struct step asset_steps[] = {
	{ .name = "retire", .label = "Retire", .from = BIT(0), .to = 1 },
};
static const struct field asset_fields[] = {
	{ .name = "title", .label = "Title", .type = T_LINE },
};
static const struct record_type asset = { USUAL("asset", "AST"),
	                                  .fields = TABLE(asset_fields),
	                                  .states = TABLE(asset_states),
	                                  .steps = TABLE(asset_steps) };
static const struct field proof_fields[] = {
	{ .name = "title", .label = "Title", .type = T_LINE },
	{ .name = "asset", .label = "Asset", .type = T_LINK, .target = &asset },
	{ .name = "done_on", .label = "Done on", .type = T_DATE },
};
static const struct record_type review = { USUAL("review", "RVW"),
	                                   .fields = TABLE(proof_fields) };
static const struct record_type scan = { USUAL("scan", "SCN"),
	                                 .fields = TABLE(proof_fields) };
static const struct record_type test = { USUAL("test", "TST"),
	                                 .fields = TABLE(proof_fields) };
static const struct record_type training = { USUAL("training", "TRN"),
	                                     .fields = TABLE(proof_fields) };
static const struct record_type approval = { USUAL("approvals", "APV"),
	                                     .fields = TABLE(proof_fields) };
static const struct record_type *const types[] = { &asset, &review,   &scan,
	                                           &test,  &training, &approval };
static const struct registry registry = { .at = types, .count = COUNT(types) };

struct bench {
	struct arena *arena;
	struct store *store;
	struct actor who;
	struct duties duties;
	size_t systems, made;
	struct id some[100];            /* of the systems, for the writes */
	size_t turn;
	uint64_t read;                  /* by the bare scan, so that it is done */
};

_Noreturn static void stop(const char *what)
{
	fprintf(stderr, "bench_duties: %s: %s\n", what, fail_message());
	exit(2);
}

static void must(enum fail f, const char *what)
{
	if (f != OK)
		stop(what);
}

/* ---- the duties ---- */

static struct str duties_text(struct arena *a)
{
	struct text t = text_on(a, 256u * 1024);

	text_addz(&t, "duties:\n");
	for (int i = 0; i < DUTIES; i++)
		text_addf(&t,
		          "  - id: D-%03d\n    cites: [{instrument: act, clause: '1'}]\n"
		          "    force: must\n    actor: {en: A, fr: A}\n"
		          "    owner: security-officer\n    area: all\n"
		          "    text: {en: T, fr: T}\n    evidence: {en: E, fr: E}\n"
		          "    basis: seed\n    sure: confirmed\n"
		          "    act: {key: act-%d, label: {en: L, fr: L}}\n"
		          "    subject: {of: asset, where: {state: [in_service]}}\n"
		          "    every: {of: %s, via: asset, at: done_on, span: P%dD,"
		          " lead: P30D}\n",
		          i, i % 10, types[1 + i % KINDS]->name, 100 + 7 * i);
	return text_str(&t);
}

static void read_duties(struct bench *b)
{
	static const struct pack_clause clauses[] = { { .number = { "1", 1 } } };
	static const struct pack_edition editions[] = {
		{ .id = { "1", 1 }, .clauses = clauses, .clause_count = 1 }
	};
	static const struct pack_instrument instruments[] = {
		{ .id = { "act", 3 }, .editions = editions, .edition_count = 1 }
	};
	static struct pack_text file;
	static struct pack pack;
	struct refusal why = refusal_on(b->arena);

	file = (struct pack_text){ STR("bench.yaml"), duties_text(b->arena) };
	pack = (struct pack){
		.id = STR("bench"),
		.jurisdiction = STR("CA-BC"),
		.instruments = instruments,
		.instrument_count = 1,
		.duty_files = &file,
		.duty_file_count = 1,
	};
	const struct packs packs = {
		.at = &pack,
		.count = 1,
		.areas = { STR("areas.yaml"),
		           STR("areas:\n  - {id: all, label: {en: All, fr: Tout}}\n") },
	};
	must(duties_read(b->arena, &packs, &registry, &why, &b->duties), "duties");
}

/* ---- records ---- */

static enum fail add(struct act *a, const struct record_type *t, struct id about, int day,
                     struct row **out)
{
	struct refusal why = refusal_on(a->arena);
	struct change *c = change_new(a->arena, t);

	change_text(c, 0, STR("A thing of the bench"));
	if (t != &asset) {
		change_link(c, 1, about);
		change_date(c, 2, date_add_days(a->today, -day));
	}
	return record_create(a, t, c, &why, out);
}

static enum fail some_systems(struct act *a, void *arg)
{
	struct bench *b = arg;
	enum fail f = OK;

	for (size_t i = 0; !f && i < 20 && b->made < b->systems; i++, b->made++) {
		struct row *system, *other;

		f = add(a, &asset, ID_NONE, 0, &system);
		if (!f)
			b->some[b->made % COUNT(b->some)] = system->id;
		for (int k = 0; !f && k < KINDS * EACH; k++)
			f = add(a, types[1 + k % KINDS], system->id,
			        (int)((b->made * 37 + (size_t)k * 101) % 700), &other);
	}
	return f;
}

static void in_write(struct bench *b, store_job *job)
{
	struct arena *arena = arena_new(LIMIT_REQUEST_BYTES);

	must(store_write(b->store, &b->who, arena, job, b), "write");
	arena_free(arena);
}

static void in_read(struct bench *b, store_job *job)
{
	struct arena *arena = arena_new(LIMIT_REQUEST_BYTES);

	must(store_read(b->store, &b->who, arena, job, b), "read");
	arena_free(arena);
}

/* ---- a bare scan of the same rows ---- */

static uint64_t every_value(struct stmt *s, int columns)
{
	uint64_t sum = 0;
	int row;

	while ((row = query_next(s)) == 1)
		for (int i = 0; i < columns; i++) {
			struct str text = column_str(s, i);
			sum += text.n;
		}
	query_end(s);
	if (row < 0)
		stop("scan");
	return sum;
}

static enum fail bare_scan(struct act *a, void *arg)
{
	static const char *const texts[] = {
		SQL("select id, unit, owner, state, version, created_at, changed_at,"
		    " withdrawn_at, f_title from r_asset"),
		SQL("select id, unit, owner, version, created_at, changed_at, withdrawn_at,"
		    " f_title, f_asset, f_done_on from r_review"),
		SQL("select id, unit, owner, version, created_at, changed_at, withdrawn_at,"
		    " f_title, f_asset, f_done_on from r_scan"),
		SQL("select id, unit, owner, version, created_at, changed_at, withdrawn_at,"
		    " f_title, f_asset, f_done_on from r_test"),
		SQL("select id, unit, owner, version, created_at, changed_at, withdrawn_at,"
		    " f_title, f_asset, f_done_on from r_training"),
		SQL("select id, unit, owner, version, created_at, changed_at, withdrawn_at,"
		    " f_title, f_asset, f_done_on from r_approvals"),
		SQL("select source, field, target from link"),
	};
	static const int columns[] = { 9, 10, 10, 10, 10, 10, 3 };
	struct bench *b = arg;

	for (size_t i = 0; i < COUNT(texts); i++)
		b->read += every_value(query(a->tx, texts[i]), columns[i]);
	b->read += every_value(
		query(a->tx, SQL("select duty, subject, unit, label, narrow, owner, role,"
	                         " area, force, act, counted, state, ground, since, due_at,"
	                         " changes_at, local_limit, proof, why, judged_at"
	                         " from duty_instance")),
		20);
	return OK;
}

/* ---- what is timed ---- */

static enum fail one_write(struct act *a, void *arg)
{
	struct bench *b = arg;
	struct row *out;

	return add(a, &review, b->some[b->turn++ % COUNT(b->some)], 5, &out);
}

static double milliseconds(int64_t since)
{
	return (double)(steady_us() - since) / 1000.0;
}

static double writes(struct bench *b)
{
	int64_t began = steady_us();

	for (int i = 0; i < WRITES; i++)
		in_write(b, one_write);
	return milliseconds(began) / WRITES;
}

static enum fail a_page(struct act *a, void *arg)
{
	static const char *const states[] = { "overdue", "due" };
	const struct duty_query q = {
		.role = STR("security-officer"),
		.states = 3,
		.state_names = states,
		.state_count = 2,
		.by_due = true,
		.limit = 25,
	};
	struct duty_count *counts;
	struct duty_rows rows;
	struct str next;
	size_t n;

	(void)arg;
	enum fail f = duty_row_list(a, &q, &rows, &next);
	return f ? f : duty_row_counts(a, &counts, &n);
}

static double pages(struct bench *b)
{
	int64_t began = steady_us();

	for (int i = 0; i < PAGES; i++)
		in_read(b, a_page);
	return milliseconds(began) / PAGES;
}

static void measure(struct bench *b)
{
	int64_t began, count = 0;
	double first, scan_ms = 0, again = 0, without, with;

	duty_engine_use(NULL);
	while (b->made < b->systems)
		in_write(b, some_systems);
	duty_engine_use(&b->duties);
	began = steady_us();
	must(duty_evaluate(b->store, &b->who, &count), "evaluate");
	first = milliseconds(began);
	/* In turns, so that a busy machine slows both. */
	for (int i = 0; i < 3; i++) {
		began = steady_us();
		in_read(b, bare_scan);
		scan_ms += milliseconds(began) / 3;
		began = steady_us();
		must(duty_evaluate(b->store, &b->who, &count), "evaluate");
		again += milliseconds(began) / 3;
	}
	duty_engine_use(NULL);
	without = writes(b);
	duty_engine_use(&b->duties);
	with = writes(b);
	printf("result\t%zu instances: worked out anew\tratio\t%.2f\t<= 2\ta bare scan of "
	       "the "
	       "same rows (%.0f ms against %.0f ms; kept for the first time %.0f ms)\n",
	       b->systems * DUTIES, again / scan_ms, again, scan_ms, first);
	printf("result\t%zu instances: added to a write\tms\t%.2f\t<= 1\tthe same write "
	       "without duties, %.2f ms\n",
	       b->systems * DUTIES, with - without, without);
	printf("result\t%zu instances: a page of what is due, and the counts\tms\t%.2f\t<= "
	       "10"
	       "\t-\n",
	       b->systems * DUTIES, pages(b));
	fflush(stdout);
}

int main(int argc, char **argv)
{
	struct bench b = { .arena = arena_new(64u * 1024 * 1024) };
	struct store_options options = { .registry = &registry, .create = true };
	struct refusal why = refusal_on(b.arena);
	static const size_t usual[] = { 100, 1000, 10000 };
	struct id org;

	if (argc < 2) {
		fprintf(stderr, "bench_duties TARGET [SYSTEMS...]\n");
		return 2;
	}
	options.db = argv[1];
	must(store_open(&b.store, &options), "open");
	must(tenant_create(b.store, STR("Bench"), STR("Banc"), STR("America/Vancouver"),
	                   &why, &org),
	     "tenant");
	b.who = tenant_system(org, STR("bench"));
	read_duties(&b);
	store_add_hook(b.store, duty_after_write);
	for (int i = 0; i < (argc > 2 ? argc - 2 : (int)COUNT(usual)); i++) {
		b.systems = argc > 2 ? strtoul(argv[i + 2], NULL, 10) : usual[i];
		measure(&b);
	}
	duty_engine_use(NULL);
	store_close(b.store);
	arena_free(b.arena);
	return b.read == 0;
}
