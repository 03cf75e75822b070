/*
 * The plan check on records: from a file to a finding, over two versions of a plan.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#undef fail

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "actions/plan_check.h"
#include "actions/settings.h"
#include "base/arena.h"
#include "base/limits.h"
#include "records/agreement.h"
#include "records/document.h"
#include "records/document_version.h"
#include "records/corrective_action.h"
#include "records/finding.h"
#include "records/organisation.h"
#include "records/person.h"
#include "records/plan.h"
#include "records/plan_check.h"
#include "records/plan_element.h"
#include "records/recommendation.h"
#include "store/store.h"
#include "store/tenant.h"

static struct world {
	struct store *store;
	struct arena *arena;
	struct packs packs;
	struct id org, rai, dana;
	struct actor officer, executive, system;
	char folder[64];
	struct row *plan, *version, *check, *finding;
	struct check_view view;
	struct refusal why;
	const char *file;
	const char *element, *part;
	size_t passage;
	bool of_procedures;             /* which of the plan's documents is checked */
	const char *approver_step;
	const struct gap_settled *settled; /* with the finding */
	size_t settled_count;
} w;

static const struct str all_rights[] = { { "*", 1 } };
static const struct grant grants[] = {
	{ .rights = all_rights, .right_count = 1, .everywhere = true, .clearance = 3 },
};

static struct actor person(struct id id, const char *name)
{
	return (struct actor){ .kind = ACTOR_PERSON,
		               .org = w.org,
		               .user = id_new(),
		               .person = id,
		               .name = str_of(name),
		               .grants = grants,
		               .grant_count = 1 };
}

static void show_reasons(void)
{
	for (size_t i = 0; i < w.why.count; i++)
		print_error("%d %s\n", w.why.at[i].field, w.why.at[i].why.id);
	if (fail_message()[0])
		print_error("%s\n", fail_message());
}

static enum fail done(store_job *job, const struct actor *who)
{
	w.why = refusal_on(w.arena);
	enum fail f = store_write(w.store, who, w.arena, job, NULL);
	if (f != OK)
		show_reasons();
	return f;
}

static enum fail make_people(struct act *a, void *arg)
{
	struct row *row;
	struct change *c = change_new(a->arena, &organisation_type);

	(void)arg;
	change_bilingual(c, 0, STR("Agency"), STR("Organisme"));
	change_text(c, field_find(&organisation_type, STR("kind")), STR("ministry"));
	enum fail f = record_create(a, &organisation_type, c, &w.why, &row);
	struct id unit = row ? row->id : ID_NONE;
	const char *names[] = { "Rai", "Dana" };
	for (size_t i = 0; f == OK && i < 2; i++) {
		c = change_new(a->arena, &person_type);
		change_text(c, 0, str_of(names[i]));
		c->unit_given = true;
		c->unit = unit;
		f = record_create(a, &person_type, c, &w.why, &row);
		*(i ? &w.dana : &w.rai) = row ? row->id : ID_NONE;
	}
	if (f != OK)
		return f;
	struct change *p = change_new(a->arena, &plan_type);
	change_bilingual(p, PLN_TITLE, STR("Response plan"), STR("Plan d'intervention"));
	change_text(p, PLN_KIND, STR("incident_response"));
	change_text(p, PLN_PACK, STR("ma-is009"));
	p->unit_given = true;
	p->unit = unit;
	f = record_create(a, &plan_type, p, &w.why, &w.plan);
	if (f != OK)
		return f;
	c = change_new(a->arena, &document_type);
	change_bilingual(c, DOC_TITLE, STR("Response plan"), STR("Plan"));
	change_text(c, DOC_KIND, STR("plan"));
	c->unit_given = true;
	c->unit = unit;
	f = record_create(a, &document_type, c, &w.why, &row);
	if (f != OK)
		return f;
	p = change_new(a->arena, &plan_type);
	change_link(p, PLN_DOCUMENT, row->id);
	return record_change(a, &plan_type, w.plan->id, 0, p, &w.why, &w.plan);
}

static int set_up(void **state)
{
	(void)state;
	w = (struct world){ .arena = arena_new(1u << 29) };
	struct refusal why = refusal_on(w.arena);
	snprintf(w.folder, sizeof(w.folder), "/tmp/wardroom-plans-XXXXXX");
	assert_non_null(mkdtemp(w.folder));
	assert_int_equal(packs_embedded(w.arena, &why, &w.packs), OK);
	const struct store_options o = { .db = str_format(w.arena, "%s/t.db", w.folder).p,
		                         .registry = &all_records,
		                         .create = true,
		                         .no_threads = true };
	assert_int_equal(store_open(&w.store, &o), OK);
	assert_int_equal(tenant_create(w.store, STR("Agency"), STR("Organisme"),
	                               STR("America/New_York"), &why, &w.org),
	                 OK);
	w.system = tenant_system(w.org, STR("set-up"));
	assert_int_equal(done(make_people, &w.system), OK);
	w.officer = person(w.rai, "Rai");
	w.executive = person(w.dana, "Dana");
	return 0;
}

static void remove_folder(const char *path)
{
	DIR *d = opendir(path);

	for (struct dirent *e; d && (e = readdir(d));) {
		char name[512];
		if (e->d_name[0] == '.')
			continue;
		snprintf(name, sizeof(name), "%s/%s", path, e->d_name);
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
	remove_folder(w.folder);
	arena_free(w.arena);
	return 0;
}

/* ---- what people do ---- */

static struct document_text *text_now;
static struct file_ref file_now, kept_now;

static void upload(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char *p = arena_try(w.arena, 200000, 1);
	struct refusal why = refusal_on(w.arena);

	assert_true(fd >= 0);
	ssize_t n = read(fd, p, 200000);
	assert_true(n > 0);
	text_now = ARENA_NEW(w.arena, struct document_text);
	assert_int_equal(document_read(w.arena, (struct str){ p, (size_t)n },
	                               STR("plan.md"), NULL, &why, text_now),
	                 OK);
	lseek(fd, 0, SEEK_SET);
	assert_int_equal(
		file_keep(w.store, fd, STR("plan.md"), STR("text/markdown"), &file_now),
		OK);
	close(fd);
	assert_int_equal(plan_check_keep_text(w.store, NULL, w.arena, text_now, &kept_now),
	                 OK);
}

static enum fail start(struct act *a, void *arg)
{
	struct change *c = change_new(a->arena, &document_version_type);

	(void)arg;
	change_text(c, DOV_TITLE, STR("Response plan, version"));
	change_link(c, DOV_DOCUMENT,
	            row_link(w.plan, w.of_procedures ? PLN_PROCEDURES : PLN_DOCUMENT));
	change_text(c, DOV_NUMBER, STR("1"));
	change_file(c, DOV_FILE, file_now);
	c->unit_given = true;
	c->unit = w.plan->unit;
	enum fail f = record_create(a, &document_version_type, c, &w.why, &w.version);
	if (f != OK)
		return f;
	struct plan_check_order order = { .pack = pack_find(&w.packs, STR("ma-is009")),
		                          .plan = w.plan->id,
		                          .version = w.version->id,
		                          .text = text_now,
		                          .kept = kept_now };
	return plan_check_start(a, &order, &w.why, &w.check);
}

static enum fail look(struct act *a, void *arg)
{
	(void)arg;
	return plan_check_view(a, &w.packs, w.check->id, &w.view);
}

static void view_it(void)
{
	assert_int_equal(store_read(w.store, &w.officer, w.arena, look, NULL), OK);
}

static struct check_part *part_of(const char *element, const char *part)
{
	for (size_t i = 0; i < w.view.pack->element_count; i++)
		for (size_t k = 0; k < w.view.elements[i].element->part_count; k++)
			if (str_is(w.view.elements[i].element->id, element) &&
			    str_is(w.view.elements[i].parts[k].part->id, part))
				return &w.view.elements[i].parts[k];
	return NULL;
}

static enum fail accept_it(struct act *a, void *arg)
{
	struct check_answer answer = { .element = str_of(w.element),
		                       .part = str_of(w.part),
		                       .passage = w.passage };

	(void)arg;
	return plan_check_accept(a, &w.view, &answer, &w.why);
}

static enum fail reject_it(struct act *a, void *arg)
{
	struct check_answer answer = { .element = str_of(w.element),
		                       .part = str_of(w.part) };

	(void)arg;
	return plan_check_reject(a, &w.view, &answer, &w.why);
}

/* Accepts the best proposal of each part that has one, rejects the others. */
static void answer_everything(void)
{
	view_it();
	for (size_t i = 0; i < w.view.pack->element_count; i++) {
		for (size_t k = 0; k < w.view.elements[i].element->part_count; k++) {
			const struct check_part *p = &w.view.elements[i].parts[k];

			w.element = str_z(w.arena, w.view.elements[i].element->id);
			w.part = str_z(w.arena, p->part->id);
			if (p->answer != ANSWER_OPEN)
				continue;
			w.passage = p->proposals->count ? p->proposals->at[0].passage : 0;
			assert_int_equal(done(p->proposals->count ? accept_it : reject_it,
			                      &w.officer),
			                 OK);
		}
	}
	view_it();
}

static enum fail version_step(struct act *a, void *arg)
{
	struct row *after;

	(void)arg;
	return record_step(a, &document_version_type, w.version->id, 0,
	                   step_find(&document_version_type, str_of(w.approver_step)), NULL,
	                   &w.why, &after);
}

static void approve(void)
{
	w.approver_step = "submit";
	assert_int_equal(done(version_step, &w.officer), OK);
	w.approver_step = "approve";
	assert_int_equal(done(version_step, &w.executive), OK);
}

static enum fail write_finding(struct act *a, void *arg)
{
	(void)arg;
	return plan_check_finding(a, &w.view, w.settled, w.settled_count, &w.why,
	                          &w.finding);
}

/* ---- scenarios ---- */

static const char *plan_path(const char *name)
{
	const char *root = getenv("WARDROOM_SOURCE");

	return str_format(w.arena, "%s/tests/plans/%s", root ? root : ".", name).p;
}

static bool holds(struct message m, const char *words)
{
	for (size_t i = 0; i < COUNT(m.args); i++)
		if (m.args[i].p && memmem(m.args[i].p, m.args[i].n, words, strlen(words)))
			return true;
	return false;
}

static void proposals_make_nothing_met(void **state)
{
	(void)state;
	upload(plan_path("harbour.md"));
	assert_int_equal(done(start, &w.officer), OK);
	approve();
	view_it();
	assert_true(w.view.proposals.complete);
	assert_int_equal(w.view.open_count, 15);
	assert_int_equal(w.view.judgement.count[ELEMENT_MET], 0);
	assert_int_equal(w.view.judgement.count[ELEMENT_MISSING], 11);
}

static void from_file_to_finding(void **state)
{
	struct check_part *p;

	(void)state;
	upload(plan_path("surplus.md"));
	assert_int_equal(done(start, &w.officer), OK);
	view_it();
	assert_int_equal(done(write_finding, &w.officer), FAIL_REFUSED);
	answer_everything();
	assert_int_equal(w.view.open_count, 0);
	assert_int_equal(w.view.judgement.count[ELEMENT_MET], 0); /* a draft */
	assert_int_equal(w.view.judgement.count[ELEMENT_NOT_MET], 4);
	approve();
	view_it();
	assert_int_equal(w.view.judgement.count[ELEMENT_MET], 4);
	assert_int_equal(w.view.judgement.count[ELEMENT_MISSING], 7);
	assert_int_equal(w.view.judgement.gap_count, 5);
	p = part_of("6.5.1.1", "cause");
	assert_int_equal(p->answer, ANSWER_ACCEPTED);
	assert_true(id_equal(row_link(p->record, PLE_CONFIRMED_BY), w.rai));
	assert_true(str_equal(row_text(p->record, PLE_VERSION_HASH),
	                      row_text(w.check, PLC_SHA256)));
	assert_int_equal(row_text(p->record, PLE_PASSAGE_HASH).n, 64);
	assert_int_equal(done(write_finding, &w.officer), OK);
	assert_true(str_find(row_text(w.finding, FND_CONDITION),
	                     STR("data backup processes")) != SIZE_MAX);
	view_it();
	assert_non_null(w.view.finding);
	assert_int_equal(w.view.check->state, PLC_IS_JUDGED);
	assert_int_equal(row_number(w.view.check, PLC_MET), 4);
	assert_int_equal(done(write_finding, &w.officer), FAIL_REFUSED);
}

static enum fail read_it(struct act *a, void *arg)
{
	w.why.count = 0;
	return setting_choose(a, &settings[SET_PLAN_READING], str_of(arg), STR_NONE,
	                      &w.why);
}

static void choose_reading(const char *reading)
{
	char name[16];

	snprintf(name, sizeof name, "%s", reading);
	w.why = refusal_on(w.arena);
	assert_int_equal(store_write(w.store, &w.officer, w.arena, read_it, name), OK);
}

/* A check keeps the reading that was chosen when it was started. */
static void read_strictly(void **state)
{
	(void)state;
	choose_reading("strict");
	upload(plan_path("surplus.md"));
	assert_int_equal(done(start, &w.officer), OK);
	choose_reading("literal");
	answer_everything();
	approve();
	view_it();
	assert_true(w.view.judgement.strict && w.view.judgement.leans);
	assert_int_equal(w.view.judgement.count[ELEMENT_MET], 3);
	assert_int_equal(w.view.judgement.count[ELEMENT_PARTIAL], 1);
	assert_true(str_is(row_text(w.view.check, PLC_READING), "strict"));
}

static enum fail warnings(struct act *a, void *arg)
{
	const struct message *m;

	return plan_finding_warnings(a, &w.packs, w.finding, &m, arg);
}

static void what_the_finding_leaves_open(void **state)
{
	size_t count = 0;

	(void)state;
	upload(plan_path("surplus.md"));
	assert_int_equal(done(start, &w.officer), OK);
	answer_everything();
	assert_int_equal(done(write_finding, &w.officer), OK);
	assert_int_equal(store_read(w.store, &w.officer, w.arena, warnings, &count), OK);
	assert_int_equal(count, 10); /* five gaps: each without owner and without day */
}

static enum fail list_of(struct act *a, const struct record_type *t, struct answer *out)
{
	struct query q = { .type = t, .sort = SORT_CODE, .limit = 50 };

	return record_list(a, &q, out);
}

static enum fail count_written(struct act *a, void *arg)
{
	size_t *count = arg;
	const struct record_type *const types[] = { &finding_type, &recommendation_type,
		                                    &corrective_action_type };
	struct answer rows;

	for (size_t i = 0; i < COUNT(types); i++) {
		enum fail f = list_of(a, types[i], &rows);

		if (f != OK)
			return f;
		count[i] = rows.count;
	}
	return OK;
}

static void written(size_t findings, size_t recommendations, size_t actions)
{
	size_t count[3];

	assert_int_equal(store_read(w.store, &w.officer, w.arena, count_written, count),
	                 OK);
	assert_int_equal(count[0], findings);
	assert_int_equal(count[1], recommendations);
	assert_int_equal(count[2], actions);
}

static enum fail read_actions(struct act *a, void *arg)
{
	return list_of(a, &corrective_action_type, arg);
}

/* Changes what the first recommendation's action says and when, as the page does. */
static enum fail settle_again(struct act *a, void *arg)
{
	struct answer rows;
	enum fail f = list_of(a, &recommendation_type, &rows);

	return f == OK ? gap_action_settle(a, rows.rows[0], arg, &w.why) : f;
}

static void one_act_settles_the_gaps(void **state)
{
	struct gap_settled gaps[] = {
		{ .key = STR("correct-and-analyse"),
		  .owner = w.rai,
		  .due = { 2027, 3, 1 },
		  .measures = STR("Write both sections.") },
		{ .key = STR("recovery-criteria"),
		  .words = STR("Say when to stop."),
		  .owner = w.rai,
		  .due = { 2027, 3, 2 } },
		{ .key = STR("backups"),
		  .owner = w.dana,
		  .due = { 2027, 3, 3 },
		  .measures = STR("Describe the nightly copy.") },
		{ .key = STR("legal"), .owner = w.dana },
		{ .key = STR("no such gap") },
	};
	struct answer actions;
	size_t open = 0;

	(void)state;
	upload(plan_path("surplus.md"));
	assert_int_equal(done(start, &w.officer), OK);
	answer_everything();
	w.settled = gaps;
	w.settled_count = 5;
	assert_int_equal(done(write_finding, &w.officer), FAIL_REFUSED);
	written(0, 0, 0);
	w.settled_count = 4;
	assert_int_equal(done(write_finding, &w.officer), OK);
	written(1, 5, 2);
	assert_true(str_find(row_text(w.finding, FND_RECOMMENDATION),
	                     STR("Say when to stop.")) != SIZE_MAX);
	assert_int_equal(store_read(w.store, &w.officer, w.arena, read_actions, &actions),
	                 OK);
	assert_true(id_equal(actions.rows[1]->owner, w.dana));
	assert_true(id_equal(row_link(actions.rows[1], COR_FINDING), w.finding->id));
	assert_int_equal(row_date(actions.rows[1], COR_DUE_ON).day, 3);
	assert_int_equal(actions.rows[1]->state, COR_IS_PROPOSED);
	/* the legal gap lacks a day, the external procedures lack owner and day */
	assert_int_equal(store_read(w.store, &w.officer, w.arena, warnings, &open), OK);
	assert_int_equal(open, 3);
}

static void an_action_follows_its_gap(void **state)
{
	struct gap_settled gap = { .key = STR("correct-and-analyse"),
		                   .owner = w.rai,
		                   .due = { 2027, 3, 1 },
		                   .measures = STR("Write both sections.") };
	struct answer actions;

	(void)state;
	upload(plan_path("surplus.md"));
	assert_int_equal(done(start, &w.officer), OK);
	answer_everything();
	w.settled = &gap;
	w.settled_count = 1;
	assert_int_equal(done(write_finding, &w.officer), OK);
	gap.owner = w.dana;
	gap.due.day = 9;
	gap.measures = STR("Write one section.");
	assert_int_equal(store_write(w.store, &w.officer, w.arena, settle_again, &gap), OK);
	written(1, 5, 1);
	assert_int_equal(store_read(w.store, &w.officer, w.arena, read_actions, &actions),
	                 OK);
	assert_true(id_equal(actions.rows[0]->owner, w.dana));
	assert_int_equal(row_date(actions.rows[0], COR_DUE_ON).day, 9);
	assert_true(str_equal(row_text(actions.rows[0], COR_MEASURES),
	                      STR("Write one section.")));
}

static void another_passage(void **state)
{
	struct check_part *p;

	(void)state;
	upload(plan_path("surplus.md"));
	assert_int_equal(done(start, &w.officer), OK);
	view_it();
	w.element = "6.5.2.5";
	w.part = "backups";
	w.passage = text_now->count - 1;
	assert_int_equal(done(accept_it, &w.officer), OK);
	view_it();
	p = part_of("6.5.2.5", "backups");
	assert_int_equal(p->answer, ANSWER_POINTED);
	assert_int_equal(p->passage, text_now->count - 1);
	assert_int_equal(done(reject_it, &w.officer), OK); /* thought better of it */
	view_it();
	assert_int_equal(part_of("6.5.2.5", "backups")->answer, ANSWER_REJECTED);
	w.passage = 100000;
	assert_int_equal(done(accept_it, &w.officer), FAIL_REFUSED);
}

static void a_new_version_keeps_what_is_unchanged(void **state)
{
	struct id first;
	char path[128], text[30000];
	struct check_part *p;

	(void)state;
	upload(plan_path("surplus.md"));
	assert_int_equal(done(start, &w.officer), OK);
	answer_everything();
	struct instant confirmed =
		row_instant(part_of("6.5.1.4", "communication")->record, PLE_CONFIRMED_AT);
	first = w.check->id;
	int fd = open(plan_path("surplus.md"), O_RDONLY | O_CLOEXEC);
	ssize_t n = read(fd, text, sizeof(text) - 1);
	assert_true(n > 0);
	close(fd);
	text[n] = '\0';
	char *cause = strstr(text, "determine the root cause");
	assert_non_null(cause);
	memcpy(cause, "establish the root cause", 24);
	snprintf(path, sizeof(path), "%s/plan.md", w.folder);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	assert_int_equal(write(fd, text, (size_t)n), n);
	close(fd);
	upload(path);
	assert_int_equal(done(start, &w.executive), OK);
	view_it();
	p = part_of("6.5.1.4", "communication");
	assert_int_equal(p->answer, ANSWER_ACCEPTED);
	assert_true(p->carried);
	assert_int_equal(row_instant(p->record, PLE_CONFIRMED_AT).us, confirmed.us);
	assert_true(id_equal(row_link(p->record, PLE_CONFIRMED_BY), w.rai));
	assert_true(str_equal(row_text(p->record, PLE_VERSION_HASH),
	                      row_text(w.check, PLC_SHA256)));
	assert_int_equal(part_of("6.5.1.1", "cause")->answer, ANSWER_OPEN);
	assert_int_equal(part_of("6.5.2.5", "backups")->answer, ANSWER_OPEN);
	w.check->id = first;
	view_it();
	assert_int_equal(w.view.check->state, PLC_IS_REPLACED);
}

/* ---- a plan that only some may see ---- */
static enum fail close_plan(struct act *a, void *arg)
{
	struct change *c = change_new(a->arena, &plan_type);

	(void)arg;
	c->need_to_know_given = true;
	c->need_to_know = &w.rai;
	c->need_to_know_count = 1;
	return record_change(a, &plan_type, w.plan->id, 0, c, &w.why, &w.plan);
}

static enum fail look_closed(struct act *a, void *arg)
{
	struct query q = { .type = &plan_element_type, .limit = 5 };
	int64_t *seen = arg;
	struct row *r;

	assert_int_equal(record_get(a, &plan_check_type, w.check->id, &r), FAIL_NOT_FOUND);
	return record_count(a, &q, seen);
}

static void the_check_of_a_closed_plan_is_closed(void **state)
{
	int64_t seen = -1;

	(void)state;
	assert_int_equal(done(close_plan, &w.officer), OK);
	upload(plan_path("surplus.md"));
	assert_int_equal(done(start, &w.officer), OK);
	assert_int_equal(w.check->need_to_know_count, 1);
	assert_int_equal(store_read(w.store, &w.executive, w.arena, look_closed, &seen),
	                 OK);
	assert_int_equal(seen, 0);
}

static enum fail keep_procedures_apart(struct act *a, void *arg)
{
	struct change *c = change_new(a->arena, &document_type);
	struct row *document;

	(void)arg;
	change_bilingual(c, DOC_TITLE, STR("Procedures"), STR("Procédures"));
	change_text(c, DOC_KIND, STR("procedure"));
	c->unit_given = true;
	c->unit = w.plan->unit;
	enum fail f = record_create(a, &document_type, c, &w.why, &document);
	if (f != OK)
		return f;
	c = change_new(a->arena, &plan_type);
	change_link(c, PLN_PROCEDURES, document->id);
	return record_change(a, &plan_type, w.plan->id, 0, c, &w.why, &w.plan);
}

/* The plan's text lacks corrective actions and analysis; the procedures hold them. */
static void procedures_in_a_document_of_their_own(void **state)
{
	struct row *of_plan, *of_procedures;

	(void)state;
	assert_int_equal(done(keep_procedures_apart, &w.system), OK);
	upload(plan_path("surplus.md"));
	assert_int_equal(done(start, &w.officer), OK);
	approve();
	of_plan = w.check;
	answer_everything();
	assert_int_equal(w.view.judgement.count[ELEMENT_MET], 4); /* its text is all */
	assert_int_equal(w.view.procedures, PROCEDURES_UNCHECKED);
	w.of_procedures = true;
	upload(plan_path("harbour.md"));
	assert_int_equal(done(start, &w.officer), OK);
	of_procedures = w.check;
	w.check = of_plan;
	view_it();
	assert_int_equal(w.view.check->state, PLC_IS_OPEN);     /* not replaced */
	/* the procedures are to be answered again */
	assert_int_equal(w.view.open_count, 4);
	w.element = "6.5.1.1";
	w.part = "cause";
	w.passage = 1;
	assert_int_equal(done(accept_it, &w.officer), FAIL_REFUSED);    /* not here */
	w.check = of_procedures;
	answer_everything();
	assert_int_equal(w.view.judgement.elements[0].state, ELEMENT_NOT_MET); /* a draft */
	approve();
	w.check = of_plan;
	view_it();
	assert_int_equal(w.view.open_count, 0);
	assert_int_equal(w.view.procedures, PROCEDURES_APART);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(w.view.judgement.elements[i].state, ELEMENT_MET);
	assert_int_equal(w.view.judgement.elements[6].state, ELEMENT_MISSING);
	assert_true(w.view.judgement.elements[1].facts->places[0].located);
	assert_int_equal(row_number(w.view.check, PLC_OPEN), 0); /* counted again */
}

/* Whether a plan is complete does not depend on who asks; names of what is hidden do. */
static void the_same_for_who_may_not_see_the_text(void **state)
{
	const struct str rights[] = { STR("plan.read"), STR("plan_check.read"),
		                      STR("plan_element.read") };
	const struct grant narrow = { .rights = rights,
		                      .right_count = 3,
		                      .everywhere = true };
	struct actor reader = person(w.dana, "Reader");

	(void)state;
	reader.grants = &narrow;
	upload(plan_path("harbour.md"));
	assert_int_equal(done(start, &w.officer), OK);
	approve();
	view_it();
	assert_true(w.view.judgement.gates[GATE_APPROVED].passed);
	assert_true(holds(w.view.judgement.gates[GATE_APPROVED].why, "Response plan"));
	assert_int_equal(store_read(w.store, &reader, w.arena, look, NULL), OK);
	assert_null(w.view.version);
	assert_true(w.view.judgement.gates[GATE_EXISTS].passed);
	assert_true(w.view.judgement.gates[GATE_APPROVED].passed);
	assert_false(holds(w.view.judgement.gates[GATE_APPROVED].why, "Response plan"));
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(proposals_make_nothing_met),
		CASE(procedures_in_a_document_of_their_own),
		CASE(the_same_for_who_may_not_see_the_text),
		CASE(from_file_to_finding),
		CASE(read_strictly),
		CASE(what_the_finding_leaves_open),
		CASE(one_act_settles_the_gaps),
		CASE(an_action_follows_its_gap),
		CASE(another_passage),
		CASE(a_new_version_keeps_what_is_unchanged),
		CASE(the_check_of_a_closed_plan_is_closed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
