/*
 * fixture.h -- a store on a new file with a few small record types, and somebody in each
 * role.
 *
 *     leave: draft -> advised -> granted -> ended (by the clock)
 */
#ifndef TESTS_STORE_FIXTURE_H
#define TESTS_STORE_FIXTURE_H

#include "unit/database.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "store/store.h"
#include "store/tenant.h"

enum { UNIT_NAME, UNIT_PARENT, UNIT__COUNT };
enum { PERSON_NAME, PERSON_LOGIN, PERSON__COUNT };
enum {
	LEAVE_TITLE, LEAVE_REASON, LEAVE_RISK, LEAVE_SYSTEM, LEAVE_ALSO, LEAVE_DAYS,
	LEAVE_ENDS,
	LEAVE_AT, LEAVE_PAPER, LEAVE_URGENT, LEAVE_SEEN, LEAVE_ADVICE, LEAVE__COUNT
};
enum { LEAVE_DRAFT, LEAVE_ADVISED, LEAVE_GRANTED, LEAVE_ENDED };

static const struct record_type unit_type, person_type, leave_type;

#define RIGHTS(type) \
	static const struct right type##_rights[] = { { #type ".keep", "Keep" }, \
		                                      { #type ".decide", "Decide" } }
RIGHTS(unit);
RIGHTS(person);
RIGHTS(leave);

static const struct field unit_fields[] = {
	[UNIT_NAME] = { .name = "name", .label = "Name", .type = T_BILINE,
	                .required = true },
	[UNIT_PARENT] = { .name = "parent", .label = "Part of", .type = T_LINK,
	                  .target = &unit_type },
};
static const struct field person_fields[] = {
	[PERSON_NAME] = { .name = "name", .label = "Name", .type = T_LINE,
	                  .required = true },
	[PERSON_LOGIN] = { .name = "login", .label = "Login", .type = T_LINE,
	                   .unique = true },
};
static const struct choice leave_risks[] = { { "low", "Low" }, { "high", "High" } };

static bool ends_later(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_compare(row_date(r, LEAVE_ENDS), act_today(a)) > 0 ||
	       refuse(why, LEAVE_ENDS, "is not in the future", NULL);
}

static bool high_has_advice(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	return !str_is(row_text(r, LEAVE_RISK), "high") || row_filled(r, LEAVE_ADVICE) ||
	       refuse(why, LEAVE_ADVICE, "high risk needs advice", NULL);
}

static bool is_over(const struct act *a, const struct row *r, struct refusal *why)
{
	return date_compare(row_date(r, LEAVE_ENDS), act_today(a)) < 0 ||
	       refuse(why, LEAVE_ENDS, "is not over yet", NULL);
}

static int effects_run;
static bool effect_fails;

/* Marks it as seen, by the program. */
static enum fail mark_seen(struct act *a, const struct row *before, const struct row *after)
{
	(void)before;
	effects_run++;
	if (effect_fails)
		return fail_say(FAIL_IO, "the effect could not be had");
	if (row_flag(after, LEAVE_SEEN))
		return OK;
	struct change *c = change_new(a->arena, after->type);
	change_flag(c, LEAVE_SEEN, true);
	return record_set(a, after->type, after->id, c);
}

static const struct field leave_fields[] = {
	[LEAVE_TITLE] = { .name = "title", .label = "Title", .type = T_LINE, .max = 60,
		          .required = true },
	[LEAVE_REASON] = { .name = "why_not", .label = "Reason", .type = T_TEXT,
	                   .required = true },
	[LEAVE_RISK] = { .name = "risk", .label = "Risk", .type = T_CHOICE,
		         .choices = TABLE(leave_risks) },
	[LEAVE_SYSTEM] = { .name = "about", .label = "About", .type = T_LINK,
	                   .target = &leave_type },
	[LEAVE_ALSO] = { .name = "also", .label = "Also", .type = T_LINK, .many = true },
	[LEAVE_DAYS] = { .name = "days", .label = "Days", .type = T_NUMBER, .min = 1,
	                 .max = 90 },
	[LEAVE_ENDS] = { .name = "ends_on", .label = "Ends on", .type = T_DATE,
	                 .check = ends_later },
	[LEAVE_AT] = { .name = "seen_at", .label = "Seen at", .type = T_INSTANT },
	[LEAVE_PAPER] = { .name = "paper", .label = "Paper", .type = T_FILE },
	[LEAVE_URGENT] = { .name = "urgent", .label = "Urgent", .type = T_FLAG },
	[LEAVE_SEEN] = { .name = "seen", .label = "Seen", .type = T_FLAG,
	                 .set_by_program = true },
	[LEAVE_ADVICE] = { .name = "advice", .label = "Advice", .type = T_BITEXT },
};
static const struct state leave_states[] = {
	[LEAVE_DRAFT] = { .name = "draft", .label = "Draft", .open = true },
	[LEAVE_ADVISED] = { .name = "advised", .label = "Advised", .open = true },
	[LEAVE_GRANTED] = { .name = "granted", .label = "Granted" },
	[LEAVE_ENDED] = { .name = "ended", .label = "Ended", .locked = true },
};
static const struct step leave_steps[] = {
	{ .name = "advise", .label = "Advise", .from = BIT(LEAVE_DRAFT),
	  .to = LEAVE_ADVISED,
	  .needs = BIT(LEAVE_RISK), .takes = BIT(LEAVE_ADVICE), .check = high_has_advice },
	{ .name = "grant", .label = "Grant", .from = BIT(LEAVE_ADVISED),
	  .to = LEAVE_GRANTED,
	  .right = 1, .needs = BIT(LEAVE_ENDS), .not_author = true, .approval = true,
	  .void_to = LEAVE_DRAFT },
	{ .name = "end", .label = "End", .from = BIT(LEAVE_GRANTED), .to = LEAVE_ENDED,
	  .by_clock = true, .check = is_over },
};
static const int first_column[] = { 0 };
static const int leave_list[] = { LEAVE_TITLE, LEAVE_RISK, LEAVE_ENDS };

static const struct record_type unit_type = {
	.name = "unit", .label = "Unit", .plural = "Units", .code = "UN",
	.fields = TABLE(unit_fields), .rights = TABLE(unit_rights),
	.list = TABLE(first_column),
	.retention = "none",
};
static const struct record_type person_type = {
	.name = "person", .label = "Person", .plural = "Persons", .code = "PER",
	.fields = TABLE(person_fields), .rights = TABLE(person_rights),
	.list = TABLE(first_column),
	.retention = "none",
};
static const struct record_type leave_type = {
	.name = "leave", .label = "Leave", .plural = "Leaves", .code = "LV",
	.fields = TABLE(leave_fields), .states = TABLE(leave_states),
	.steps = TABLE(leave_steps),
	.rights = TABLE(leave_rights), .list = TABLE(leave_list), .retention = "none",
	.owner_may_change = true, .effect = mark_seen,
};
static const struct record_type *const types[] = { &unit_type, &person_type, &leave_type };
static const struct registry test_registry = { .at = types, .count = COUNT(types) };
static const struct registry *registry_used = &test_registry;

/* ---- the store, and who acts ---- */
#define UNUSED __attribute__((unused))

struct world {
	struct store *store;
	struct arena *arena;
	struct id org, root, branch, other;
	struct id rai, dana, lee;               /* persons: officer, executive, owner */
	struct actor officer, executive, owner, system;
	char folder[64], file[96], target[256];
};
static struct world w;

static const struct str officer_rights[] = { { "*", 1 } };
static const struct str owner_rights[] = { { "leave.keep", 10 } };
static const struct grant officer_grants[] = {
	{ .rights = officer_rights, .right_count = 1, .everywhere = true, .clearance = 2 },
};
static struct grant owner_grants[1];

static struct actor person_actor(struct id person, const char *name,
                                 const struct grant *grants)
{
	return (struct actor){ .kind = ACTOR_PERSON,
		               .org = w.org,
		               .user = id_new(),
		               .person = person,
		               .name = str_of(name),
		               .grants = grants,
		               .grant_count = 1 };
}

struct make {
	const struct record_type *type;
	struct change *change;
	struct refusal why;
	struct row *row;
	struct id id;
	int64_t version;
	const char *step;
	enum fail result;
	struct str reason;
};

UNUSED static enum fail make_job(struct act *a, void *arg)
{
	struct make *m = arg;

	m->why = refusal_on(a->arena);
	return record_create(a, m->type, m->change, &m->why, &m->row);
}

UNUSED static enum fail change_job(struct act *a, void *arg)
{
	struct make *m = arg;

	m->why = refusal_on(a->arena);
	return record_change(a, m->type, m->id, m->version, m->change, &m->why, &m->row);
}

UNUSED static enum fail step_job(struct act *a, void *arg)
{
	struct make *m = arg;

	m->why = refusal_on(a->arena);
	return record_step(a, m->type, m->id, m->version,
	                   step_find(m->type, str_of(m->step)), m->change, &m->why,
	                   &m->row);
}

UNUSED static enum fail get_job(struct act *a, void *arg)
{
	struct make *m = arg;

	return record_get(a, m->type, m->id, &m->row);
}

UNUSED static struct make did(store_job *job, const struct actor *who,
                              struct make m)
{
	m.result = store_write(w.store, who, w.arena, job, &m);
	return m;
}

UNUSED static struct row *got(const struct actor *who, const struct record_type *t,
                              struct id id)
{
	struct make m = { .type = t, .id = id };

	return store_read(w.store, who, w.arena, get_job, &m) == OK ? m.row : NULL;
}

UNUSED static struct id made(const struct record_type *t, const char *name, struct id unit)
{
	struct change *c = change_new(w.arena, t);

	if (t == &unit_type)
		change_bilingual(c, 0, str_of(name), STR_NONE);
	else
		change_text(c, 0, str_of(name));
	c->unit_given = id_is_set(unit);
	c->unit = unit;
	struct make m = did(make_job, &w.system, (struct make){ .type = t, .change = c });
	assert_int_equal(m.result, OK);
	return m.row->id;
}

UNUSED static struct change *leave_change(const char *title)
{
	struct change *c = change_new(w.arena, &leave_type);

	change_text(c, LEAVE_TITLE, str_of(title));
	change_text(c, LEAVE_REASON, STR("the vendor ends support"));
	return c;
}

UNUSED static struct row *leave_made(const struct actor *who,
                                     const char *title)
{
	struct make m =
		did(make_job, who,
	            (struct make){ .type = &leave_type, .change = leave_change(title) });

	assert_int_equal(m.result, OK);
	return m.row;
}

static void open_store(const struct registry *registry)
{
	const struct store_options o = {
		.db = w.target, .registry = registry, .create = true, .no_threads = true
	};

	assert_int_equal(store_open(&w.store, &o), OK);
}

static int set_up(void **state)
{
	struct refusal why;

	(void)state;
	w = (struct world){ .arena = arena_new(1u << 28) };
	snprintf(w.folder, sizeof w.folder, "/tmp/wardroom-store-XXXXXX");
	assert_non_null(mkdtemp(w.folder));
	snprintf(w.file, sizeof w.file, "%s/t.db", w.folder);
	setenv("WARDROOM_DATA", w.folder, 1);
	database_fresh(w.file, 0, w.target, sizeof w.target);
	open_store(registry_used);
	why = refusal_on(w.arena);
	assert_int_equal(tenant_create(w.store, STR("Ministry"), STR("Ministère"),
	                               STR("America/Vancouver"), &why, &w.org),
	                 OK);
	w.system = tenant_system(w.org, STR("set-up"));
	w.root = made(&unit_type, "Ministry", ID_NONE);
	w.branch = made(&unit_type, "Branch", w.root);
	w.other = made(&unit_type, "Other branch", w.root);
	w.rai = made(&person_type, "Rai", w.root);
	w.dana = made(&person_type, "Dana", w.root);
	w.lee = made(&person_type, "Lee", w.branch);
	owner_grants[0] = (struct grant){ .rights = owner_rights,
		                          .right_count = 1,
		                          .units = &w.branch,
		                          .unit_count = 1,
		                          .clearance = 1 };
	w.officer = person_actor(w.rai, "Rai", officer_grants);
	w.executive = person_actor(w.dana, "Dana", officer_grants);
	w.owner = person_actor(w.lee, "Lee", owner_grants);
	effect_fails = false;
	return 0;
}

static void remove_folder(const char *path)
{
	DIR *d = opendir(path);

	for (struct dirent *e; d && (e = readdir(d));) {
		char name[512];
		if (e->d_name[0] == '.')
			continue;
		snprintf(name, sizeof name, "%s/%s", path, e->d_name);
		if (unlink(name) != 0)
			remove_folder(name);
	}
	if (d)
		closedir(d);
	rmdir(path);
}

static int tear_down(void **state)
{
	(void)state;
	store_close(w.store);
	arena_free(w.arena);
	remove_folder(w.folder);
	return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

#endif
