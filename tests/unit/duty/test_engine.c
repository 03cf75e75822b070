/*
 * Duties as they are kept: over random histories of records, decisions and clock, what was
 * worked out piece by piece is what is worked out anew, byte for byte; and how things stood
 * at an instant is what was kept then.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <unistd.h>

#include "unit/database.h"

#include "base/arena.h"
#include "base/limits.h"
#include "duty/engine.h"
#include "store/tenant.h"

/* ---- a small fleet ---- */
static const struct record_type yard, boat, survey, visit, change, decision;

enum { YARD_NAME };
static const struct field yard_fields[] = {
	{ .name = "name", .label = "Name", .type = T_LINE, .required = true },
};
static const int list[] = { 0 };
#define USUAL(n, c) \
	.name = n, .label = n, .plural = n, .code = c, .list = TABLE(list), \
	.retention = "keep", \
	.rights = TABLE(((const struct right[]){ { .name = n ".keep", .label = "Keep" } }))

static const struct record_type yard = { USUAL("yard", "YRD"),
	                                 .fields = TABLE(yard_fields) };

static const struct choice kinds[] = { { "ferry", "Ferry" }, { "barge", "Barge" } };
enum { BOAT_NAME, BOAT_KIND, BOAT_LAUNCHED, BOAT_DUE, BOAT_YARD };
static const struct field boat_fields[] = {
	[BOAT_NAME] = { .name = "name", .label = "Name", .type = T_LINE },
	[BOAT_KIND] = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                .choices = TABLE(kinds) },
	[BOAT_LAUNCHED] = { .name = "launched_on", .label = "Launched",
	                    .type = T_DATE },
	[BOAT_DUE] = { .name = "due_on", .label = "Due", .type = T_DATE },
	[BOAT_YARD] = { .name = "yard", .label = "Yard", .type = T_LINK, .target = &yard },
};
static const struct state boat_states[] = { { .name = "afloat", .label = "Afloat" },
	                                    { .name = "laid_up", .label = "Laid up" } };
static const struct step boat_steps[] = {
	{ .name = "lay_up", .label = "Lay up", .from = 1, .to = 1 },
	{ .name = "float", .label = "Float", .from = 2, .to = 0 },
};
static const struct record_type boat = { USUAL("boat", "BOT"),
	                                 .fields = TABLE(boat_fields),
	                                 .states = TABLE(boat_states),
	                                 .steps = TABLE(boat_steps) };

enum { SURVEY_NAME, SURVEY_BOAT, SURVEY_DONE, SURVEY_UNTIL };
static const struct field survey_fields[] = {
	[SURVEY_NAME] = { .name = "name", .label = "Name", .type = T_LINE },
	[SURVEY_BOAT] = { .name = "boats", .label = "Boats", .type = T_LINK,
	                  .target = &boat, .many = true },
	[SURVEY_DONE] = { .name = "done_on", .label = "Done on", .type = T_DATE },
	[SURVEY_UNTIL] = { .name = "until_on", .label = "Until", .type = T_DATE },
};
static const struct state survey_states[] = { { .name = "draft", .label = "Draft" },
	                                      { .name = "signed", .label = "Signed" } };
static const struct step survey_steps[] = {
	{ .name = "sign", .label = "Sign", .from = 1, .to = 1 },
	{ .name = "reopen", .label = "Reopen", .from = 2, .to = 0 },
};
static const struct record_type survey = { USUAL("survey", "SUR"),
	                                   .fields = TABLE(survey_fields),
	                                   .states = TABLE(survey_states),
	                                   .steps = TABLE(survey_steps) };

enum { VISIT_NAME, VISIT_YARD, VISIT_ON };
static const struct field visit_fields[] = {
	[VISIT_NAME] = { .name = "name", .label = "Name", .type = T_LINE },
	[VISIT_YARD] = { .name = "yard", .label = "Yard", .type = T_LINK, .target = &yard },
	[VISIT_ON] = { .name = "visited_on", .label = "Visited", .type = T_DATE },
};
static const struct record_type visit = { USUAL("visit", "VST"),
	                                  .fields = TABLE(visit_fields) };

static const struct choice answers[] = {
	{ "undecided", "?" },
	{ "yes", "Y" },
	{ "no", "N" },
};
enum { CHANGE_NAME, CHANGE_BOAT, CHANGE_TOUCHES, CHANGE_AT };
static const struct field change_fields[] = {
	[CHANGE_NAME] = { .name = "name", .label = "Name", .type = T_LINE },
	[CHANGE_BOAT] = { .name = "boat", .label = "Boat", .type = T_LINK,
	                  .target = &boat },
	[CHANGE_TOUCHES] = { .name = "touches", .label = "Touches", .type = T_CHOICE,
	                     .choices = TABLE(answers) },
	[CHANGE_AT] = { .name = "made_at", .label = "Made", .type = T_INSTANT },
};
static const struct record_type change = { USUAL("change", "CHA"),
	                                   .fields = TABLE(change_fields) };

enum { DEC_NAME, DEC_DUTY, DEC_KIND, DEC_SUBJECT, DEC_FROM, DEC_UNTIL };
static const struct field decision_fields[] = {
	[DEC_NAME] = { .name = "name", .label = "Name", .type = T_LINE },
	[DEC_DUTY] = { .name = "duty", .label = "Duty", .type = T_LINE },
	[DEC_KIND] = { .name = "kind", .label = "Kind", .type = T_NUMBER, .max = 5 },
	[DEC_SUBJECT] = { .name = "subject", .label = "About", .type = T_LINK },
	[DEC_FROM] = { .name = "from_on", .label = "From", .type = T_DATE },
	[DEC_UNTIL] = { .name = "until_on", .label = "Until", .type = T_DATE },
};
static const struct record_type decision = { USUAL("decision", "DEC"),
	                                     .fields = TABLE(decision_fields) };

static bool read_decision(const struct row *r, struct duty_decision *out)
{
	*out = (struct duty_decision){
		.id = r->id,
		.kind = (enum decision_kind)row_number(r, DEC_KIND),
		.duty = row_text(r, DEC_DUTY),
		.inventory = STR("boat"),
		.subject = row_link(r, DEC_SUBJECT),
		.from = row_date(r, DEC_FROM),
		.until = row_date(r, DEC_UNTIL),
	};
	return date_is_set(out->from);
}

static const struct record_type *const types[] = { &yard,  &boat,   &survey,
	                                           &visit, &change, &decision };
static const struct registry registry = {
	.at = types,
	.count = COUNT(types),
	.duty_decisions = &decision,
	.duty_decision = read_decision,
};

/* ---- the world ---- */

struct kept_then {
	struct instant at;
	struct str rows;
};

static struct arena *a;
static struct store *store;
static struct duties duties;
static char folder[64];
static struct actor who;
static struct instant now;
static uint32_t seed;
static struct id ids[COUNT(types)][200];
static size_t id_count[COUNT(types)];

static uint32_t random_below(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 17;
	seed ^= seed << 5;
	return seed % n;
}

static struct str duties_text(void)
{
	const char *source = getenv("WARDROOM_SOURCE");
	char path[500], line[500];
	struct text t = text_on(a, 64u * 1024);

	snprintf(path, sizeof path, "%s/tests/unit/duty/boats.yaml", source ? source : ".");
	FILE *in = fopen(path, "r");
	assert_non_null(in);
	while (fgets(line, sizeof line, in))
		text_addz(&t, line);
	fclose(in);
	return text_str(&t);
}

static void read_duties(void)
{
	static const struct pack_clause clauses[] = { { .number = { "1", 1 } } };
	static const struct pack_edition editions[] = {
		{ .id = { "1990", 4 }, .clauses = clauses, .clause_count = 1 }
	};
	static const struct pack_instrument instruments[] = {
		{ .id = { "act", 3 }, .editions = editions, .edition_count = 1 }
	};
	static struct pack_text file;
	static struct pack pack;
	static struct packs packs;
	struct refusal why = refusal_on(a);

	file = (struct pack_text){ STR("boats.yaml"), duties_text() };
	pack.id = STR("boats");
	pack.jurisdiction = STR("CA-BC");
	pack.instruments = instruments;
	pack.instrument_count = 1;
	pack.duty_files = &file;
	pack.duty_file_count = 1;
	packs = (struct packs){
		.at = &pack,
		.count = 1,
		.areas = { STR("areas.yaml"), STR("areas:\n  - {id: fleet, label: {en: "
		                                  "Fleet, fr: Flotte}}\n") },
	};
	enum fail f = duties_read(a, &packs, &registry, &why, &duties);
	for (size_t i = 0; i < why.count; i++)
		print_error("%.*s: %s %.*s\n", STR_ARG(why.at[i].where), why.at[i].why.id,
		            STR_ARG(why.at[i].why.args[0]));
	assert_int_equal(f, OK);
}

static void set_clock(struct instant t)
{
	now = t;
	store_set_clock(store, t);
}

static void open_world(uint32_t with)
{
	char path[100], target[600];
	struct refusal why;
	struct id org;

	seed = with;
	memset(id_count, 0, sizeof id_count);
	a = arena_new(512u * 1024 * 1024);
	why = refusal_on(a);
	snprintf(folder, sizeof folder, "/tmp/engine-XXXXXX");
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/w.db", folder);
	database_fresh(path, 0, target, sizeof target);
	const struct store_options options = {
		.db = target, .registry = &registry, .create = true, .no_threads = true
	};
	if (store_open(&store, &options) != OK)
		fail_msg("%s", fail_message());
	assert_true(instant_parse(STR("2024-01-28T12:00:00Z"), &now));
	set_clock(now);
	assert_int_equal(tenant_create(store, STR("Fleet"), STR("Flotte"),
	                               STR("America/Vancouver"), &why, &org),
	                 OK);
	who = tenant_system(org, STR("test"));
	read_duties();
	duty_engine_use(&duties);
	store_add_hook(store, duty_after_write);
}

static void close_world(void)
{
	char command[128];

	duty_engine_use(NULL);
	store_close(store);
	arena_free(a);
	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	assert_int_equal(system(command), 0);
}

/* ---- random acts ---- */

static struct date some_day(void)
{
	return date_add_days(instant_utc_date(now), (int32_t)random_below(120) - 60);
}

static struct id some(size_t type)
{
	return id_count[type] ? ids[type][random_below((uint32_t)id_count[type])] : ID_NONE;
}

static size_t type_index(const struct record_type *t)
{
	size_t i = 0;

	while (types[i] != t)
		i++;
	return i;
}

static void fill(struct change *c, const struct record_type *t, size_t i)
{
	const struct field *f = &t->fields.at[i];
	struct id links[3];
	size_t n = 0;

	switch (f->type) {
	case T_LINE:
		if (t == &decision && i == DEC_DUTY) {
			char name[8];
			snprintf(name, sizeof name, "D-%02u", 1 + random_below(13));
			change_text(c, (int)i, str_copy(a, str_of(name)));
		} else {
			change_text(c, (int)i, STR("x"));
		}
		break;
	case T_CHOICE:
		change_text(c, (int)i,
		            str_of(f->choices.at[random_below((uint32_t)f->choices.count)]
		                           .name));
		break;
	case T_NUMBER: change_number(c, (int)i, random_below(6)); break;
	case T_DATE: change_date(c, (int)i, some_day()); break;
	case T_INSTANT:
		change_instant(c, (int)i,
		               (struct instant){ now.us - (int64_t)random_below(3000000) *
		                                                  US_PER_SECOND });
		break;
	case T_LINK:
		for (size_t k = 0; k < (f->many ? 2u : 1u); k++) {
			struct id id = some(type_index(f->target ? f->target : &boat));
			if (id_is_set(id) && !(n > 0 && id_equal(links[0], id)))
				links[n++] = id;
		}
		change_links(c, (int)i, links, n);
		break;
	default: break;
	}
}

struct acting {
	size_t type;
	int what;
};

static enum fail act_once(struct act *act, void *arg)
{
	struct acting *x = arg;
	const struct record_type *t = types[x->type];
	struct refusal why = refusal_on(act->arena);
	struct change *c = change_new(act->arena, t);
	struct id id = some(x->type);
	struct row *row;
	enum fail f = OK;

	if (x->what < 4 || !id_is_set(id)) {
		for (size_t i = 0; i < t->fields.count; i++)
			if (i == 0 || random_below(5) > 0)
				fill(c, t, i);
		f = record_create(act, t, c, &why, &row);
		if (!f && id_count[x->type] < COUNT(ids[0]))
			ids[x->type][id_count[x->type]++] = row->id;
	} else if (x->what < 8) {
		fill(c, t, random_below((uint32_t)t->fields.count));
		f = record_change(act, t, id, 0, c, &why, NULL);
	} else if (x->what == 8) {
		f = record_withdraw(act, t, id, 0, STR("test"), &why);
	} else if (x->what == 9) {
		f = record_restore(act, t, id, 0, STR("test"), &why);
	} else if (t->steps.count > 0) {
		const struct step *s =
			&t->steps.at[random_below((uint32_t)t->steps.count)];
		f = record_step(act, t, id, 0, s, c, &why, NULL);
	}
	return f == FAIL_REFUSED || f == FAIL_NOT_FOUND ? FAIL_REFUSED : f;
}

static void do_something(void)
{
	struct acting x = { .type = random_below(COUNT(types)),
		            .what = (int)random_below(13) };
	struct arena *own = arena_new(LIMIT_REQUEST_BYTES);
	enum fail f = store_write(store, &who, own, act_once, &x);

	if (f != OK && f != FAIL_REFUSED)
		fail_msg("%s: %s", fail_name(f), fail_message());
	arena_free(own);
}

static void let_time_pass(void)
{
	static const int64_t hours[] = { 1, 5, 24, 24 * 6, 24 * 31, 24 * 200 };
	int64_t count, by = hours[random_below(COUNT(hours))] * 3600 + random_below(3600);

	/* Sometimes the clock is set back. */
	if (random_below(6) == 0)
		by = -(int64_t)random_below(86400 * 3);
	set_clock((struct instant){ now.us + by * US_PER_SECOND });
	if (duty_clock(store, &count) != OK)
		fail_msg("%s", fail_message());
}

/* The organisation moves to another zone: everything is worked out anew. */
static void move_zone(void)
{
	static const char *const zones[] = { "America/Vancouver", "America/Toronto",
		                             "Asia/Kolkata", "America/St_Johns" };
	struct refusal why = refusal_on(a);
	int64_t count;

	assert_int_equal(tenant_rename(store, who.org, STR("Fleet"), STR("Flotte"),
	                               str_of(zones[random_below(COUNT(zones))]), &why),
	                 OK);
	assert_int_equal(duty_clock(store, &count), OK);
}

/* ---- comparing ---- */

static enum fail dump(struct act *act, void *arg)
{
	struct text t = text_on(act->arena, 64u * 1024 * 1024);
	struct duty_count *counts;
	struct str *out = arg;
	size_t n;
	enum fail f = duty_rows_dump(act, &t);

	if (!f)
		f = duty_row_counts(act, &counts, &n);
	for (size_t i = 0; !f && i < n; i++)
		text_addf(&t, "# %.*s %.*s %lld\n", STR_ARG(counts[i].force),
		          STR_ARG(counts[i].state), (long long)counts[i].count);
	*out = str_copy(a, text_str(&t));
	return f;
}

static enum fail clear(struct act *act, void *arg)
{
	(void)arg;
	return duty_rows_clear(act);
}

static struct str rows_now(void)
{
	struct arena *own = arena_new(LIMIT_REQUEST_BYTES);
	struct str out;

	assert_int_equal(store_read(store, &who, own, dump, &out), OK);
	arena_free(own);
	return out;
}

static void must_be_equal(struct str x, struct str y, const char *what, uint32_t with)
{
	struct str whole_x = x, whole_y = y;

	if (str_equal(x, y))
		return;
	while (x.n > 0 || y.n > 0) {
		struct str p = str_split(x, '\n', &x), q = str_split(y, '\n', &y);
		if (!str_equal(p, q)) {
			print_error("- %.*s\n+ %.*s\n", STR_ARG(p), STR_ARG(q));
			break;
		}
	}
	if (getenv("WARDROOM_DUMP")) {
		FILE *o = fopen("/tmp/engine-x", "w");
		fprintf(o, "%.*s", STR_ARG(whole_x));
		fclose(o);
		o = fopen("/tmp/engine-y", "w");
		fprintf(o, "%.*s", STR_ARG(whole_y));
		fclose(o);
	}
	fail_msg("%s differs (seed %u)", what, with);
}

struct telling {
	struct world w;
	struct text text;
};

static enum fail tell(void *arg, struct act *act, const struct duty *d,
                      const struct row *subject, const struct standing *s)
{
	struct telling *t = arg;
	struct duty_row r;

	t->w.act = act;
	r = duty_row_of(&t->w, d, subject, s);
	duty_row_line(act, &r, &t->text);
	return OK;
}

static enum fail ask_then(struct act *act, void *arg)
{
	struct kept_then *k = arg;
	struct telling t = { .text = text_on(act->arena, 64u * 1024 * 1024) };
	enum fail f = duty_as_of(act, k->at, KNOWN_THEN, NULL, tell, &t);

	k->rows = str_copy(a, text_str(&t.text));
	return f;
}

/* Without the counts at the end. */
static struct str only_rows(struct str s)
{
	size_t at = str_find(s, STR("\n# "));

	return at == SIZE_MAX ? s : str_cut(s, at + 1);
}

static enum fail moment(struct act *act, void *arg)
{
	return duty_now(act, arg);
}

/* ---- pages ---- */

struct paging {
	bool by_due;
	uint64_t states;
	size_t rows, pages;
	int64_t last_due;
	char last[200];
};

static enum fail all_pages(struct act *act, void *arg)
{
	struct paging *p = arg;
	const char *names[DUTY__COUNT];
	struct duty_query q = {
		.by_due = p->by_due,
		.states = p->states,
		.state_names = names,
		.state_count = DUTY__COUNT,
		.limit = 3,
	};
	struct duty_rows rows;
	struct str next;
	enum fail f;

	for (int i = 0; i < DUTY__COUNT; i++)
		names[i] = duty_state_name((enum duty_state)i);
	do {
		f = duty_row_list(act, &q, &rows, &next);
		for (size_t i = 0; !f && i < rows.count; i++) {
			const struct duty_row *r = &rows.at[i];
			int64_t due = instant_is_set(r->due_at) ? r->due_at.us : INT64_MAX;
			char key[200];

			snprintf(key, sizeof key, "%020lld %.*s %.*s",
			         (long long)(p->by_due ? due : 0), STR_ARG(r->duty),
			         STR_ARG(id_text(act->arena, r->subject)));
			assert_true(strcmp(p->last, key) < 0);
			snprintf(p->last, sizeof p->last, "%s", key);
			p->rows++;
		}
		q.after = next;
		p->pages++;
	} while (!f && next.n > 0);
	return f;
}

static size_t rows_in_pages(bool by_due, uint64_t states)
{
	struct paging p = { .by_due = by_due, .states = states };
	struct arena *own = arena_new(LIMIT_REQUEST_BYTES);

	assert_int_equal(store_read(store, &who, own, all_pages, &p), OK);
	arena_free(own);
	return p.rows;
}

/* Each row once, in order, however the pages are asked for. */
static void pages_hold_every_row(void)
{
	const uint64_t open = BIT(DUTY_OVERDUE) | BIT(DUTY_DUE) | BIT(DUTY_MET);
	size_t all = rows_in_pages(false, 0);

	assert_true(all > 20);
	assert_int_equal(rows_in_pages(true, 0), all);
	assert_int_equal(rows_in_pages(true, BIT(DUTY__COUNT) - 1), all);
	assert_int_equal(rows_in_pages(true, open) +
	                         rows_in_pages(false, (BIT(DUTY__COUNT) - 1) & ~open),
	                 all);
}

#define MOMENTS 60

/* Moments that a clock set back has not yet reached are yet to be written. */
static size_t those_before_now(struct kept_then *kept, size_t n)
{
	size_t before = 0;

	for (size_t i = 0; i < n; i++)
		if (kept[i].at.us < now.us)
			kept[before++] = kept[i];
	return before;
}

static void one_history(uint32_t with)
{
	struct kept_then kept[MOMENTS];
	size_t n = 0;
	int64_t count;

	open_world(with);
	for (int i = 0; i < 400; i++) {
		if (random_below(8) == 0)
			let_time_pass();
		else if (random_below(40) == 0)
			move_zone();
		else
			do_something();
		n = those_before_now(kept, n);
		if (i % 10 != 9)
			continue;
		assert_int_equal(duty_clock(store, &count), OK);
		struct str piecemeal = rows_now();
		if (n < MOMENTS) {
			struct arena *own = arena_new(LIMIT_REQUEST_BYTES);
			kept[n].rows = only_rows(piecemeal);
			assert_int_equal(store_read(store, &who, own, moment, &kept[n].at),
			                 OK);
			n++;
			arena_free(own);
			/* What comes next does not happen at the same instant. */
			set_clock((struct instant){ now.us + 1 });
		}
		if (i % 50 != 49)
			continue;
		struct arena *own = arena_new(LIMIT_REQUEST_BYTES);
		assert_int_equal(store_write(store, &who, own, clear, NULL), OK);
		arena_free(own);
		assert_int_equal(duty_evaluate(store, &who, &count), OK);
		must_be_equal(piecemeal, rows_now(), "what is worked out anew", with);
	}
	for (size_t i = 0; i < n; i++) {
		struct arena *own = arena_new(LIMIT_REQUEST_BYTES);
		struct kept_then then = { .at = kept[i].at };
		assert_int_equal(store_read(store, &who, own, ask_then, &then), OK);
		arena_free(own);
		must_be_equal(kept[i].rows, then.rows, "how it stood then", with);
	}
	pages_hold_every_row();
	close_world();
}

static enum fail states_of(void *arg, struct act *act, const struct duty *d,
                           const struct row *subject, const struct standing *s)
{
	struct text *t = arg;

	(void)act;
	if (subject && str_is(d->id, "D-01"))
		text_addf(t, "%s", duty_state_name(s->ruling.state));
	return OK;
}

struct late {
	struct instant at;
	enum known_when known;
	char said[40];
};

static enum fail ask_late(struct act *act, void *arg)
{
	struct late *l = arg;
	struct text t = text_on(act->arena, 100);
	enum fail f = duty_as_of(act, l->at, l->known, NULL, states_of, &t);

	snprintf(l->said, sizeof l->said, "%.*s", STR_ARG(text_str(&t)));
	return f;
}

static enum fail enter_boat(struct act *act, void *arg)
{
	struct refusal why = refusal_on(act->arena);
	struct change *c = change_new(act->arena, &boat);
	struct row *row;

	change_text(c, BOAT_NAME, STR("Otter"));
	enum fail f = record_create(act, &boat, c, &why, &row);
	*(struct id *)arg = f ? ID_NONE : row->id;
	return f;
}

static enum fail enter_survey(struct act *act, void *arg)
{
	struct refusal why = refusal_on(act->arena);
	struct change *c = change_new(act->arena, &survey);
	struct row *row;

	change_text(c, SURVEY_NAME, STR("Late"));
	change_link(c, SURVEY_BOAT, *(struct id *)arg);
	change_date(c, SURVEY_DONE, (struct date){ 2024, 2, 1 });
	enum fail f = record_create(act, &survey, c, &why, &row);
	return f ? f
	         : record_step(act, &survey, row->id, 0, &survey_steps[0],
	                       change_new(act->arena, &survey), &why, NULL);
}

/* A survey of 1 February that was entered in April: in between, it was not known. */
static void late_entries_are_known_now(void **state)
{
	struct late l = { .known = KNOWN_THEN };
	struct id id;

	(void)state;
	open_world(7);
	assert_int_equal(store_write(store, &who, a, enter_boat, &id), OK);
	assert_true(instant_parse(STR("2024-04-02T12:00:00Z"), &now));
	set_clock(now);
	assert_int_equal(store_write(store, &who, a, enter_survey, &id), OK);
	assert_true(instant_parse(STR("2024-02-20T12:00:00Z"), &l.at));
	assert_int_equal(store_read(store, &who, a, ask_late, &l), OK);
	assert_string_equal(l.said, "not_started");
	l.known = KNOWN_NOW;
	assert_int_equal(store_read(store, &who, a, ask_late, &l), OK);
	assert_string_equal(l.said, "met");
	close_world();
}

static void pieces_and_whole_and_past_agree(void **state)
{
	const char *from = getenv("WARDROOM_SEED");
	uint32_t first = from ? (uint32_t)strtoul(from, NULL, 10) : 1;

	(void)state;
	for (uint32_t i = first; i < first + (on_postgres() ? 2 : 6); i++)
		one_history(i * 2654435761u + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(late_entries_are_known_now),
		cmocka_unit_test(pieces_and_whole_and_past_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
