/*
 * test_verify.c -- one thing changed behind the program's back, in each place that there
 * is, and it is named; and what was erased leaves a history that holds.
 */
#include "unit/store/files.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "codec/words.h"
#include "crypto/crypto.h"
#include "db/db.h"
#include "store/accounts.h"
#include "store/checkpoint.h"
#include "store/erase.h"
#include "store/ledger.h"
#include "store/verify.h"

static struct id first, granted, with_paper;
static struct kept_checkpoint kept;

static struct file_ref paper_of(const char *text)
{
	int ends[2];
	struct file_ref file;

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], text, strlen(text)), (ssize_t)strlen(text));
	close(ends[1]);
	assert_int_equal(
		file_keep(w.store, ends[0], STR("p.txt"), STR("text/plain"), &file), OK);
	close(ends[0]);
	return file;
}

static void step(const struct actor *who, struct id id, const char *name, struct change *c)
{
	struct make m = did(
		step_job, who,
		(struct make){ .type = &leave_type, .id = id, .step = name, .change = c });

	if (m.result != OK)
		fail_msg("%s: %s", name, m.why.count ? m.why.at[0].why.id : fail_message());
}

static enum fail set_mail(struct act *a, void *arg)
{
	(void)arg;
	return setting_set(a, STR("mail"), STR("yes"), STR_NONE);
}

/* Records with every kind of field, an approval, links, a file; then a checkpoint. */
static int fill(void **state)
{
	struct change *c;

	if (set_up(state) != 0)
		return -1;
	store_set_clock(w.store, (struct instant){ INT64_C(1795262400000000) });
	first = leave_made(&w.owner, "First")->id;
	c = leave_change("Kiosk");
	change_link(c, LEAVE_SYSTEM, first);
	change_links(c, LEAVE_ALSO, (struct id[]){ first, w.lee }, 2);
	change_number(c, LEAVE_DAYS, 30);
	change_date(c, LEAVE_ENDS, (struct date){ 2027, 3, 1 });
	change_text(c, LEAVE_RISK, STR("low"));
	change_bilingual(c, LEAVE_ADVICE, STR("Isolate it"), STR("Isolez-le"));
	granted = did(make_job, &w.officer,
	              (struct make){ .type = &leave_type, .change = c })
	                  .row->id;
	step(&w.officer, granted, "advise", NULL);
	step(&w.executive, granted, "grant", NULL);
	c = leave_change("With paper");
	change_file(c, LEAVE_PAPER, paper_of("paper"));
	c->need_to_know_given = true;
	c->need_to_know = &w.rai;
	c->need_to_know_count = 1;
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, OK);
	with_paper = m.row->id;
	assert_int_equal(store_write(w.store, &w.system, w.arena, set_mail, NULL), OK);
	assert_int_equal(store_checkpoint(w.store, w.arena, w.org, &kept), OK);
	(void)leave_made(&w.owner, "After the checkpoint");
	return 0;
}

static struct verify_result *verified(const struct verify_options *o)
{
	static const struct verify_options plain;
	struct verify_result *r = ARENA_NEW(w.arena, struct verify_result);

	if (store_verify(w.store, w.arena, w.org, o ? o : &plain, r) != OK)
		fail_msg("%s", fail_message());
	return r;
}

static void holds(const struct verify_options *o)
{
	const struct verify_result *r = verified(o);

	if (r->differences)
		fail_msg("%.*s: %.*s", STR_ARG(r->at[0].where), STR_ARG(r->at[0].what));
}

static void what_nobody_touched_holds(void **state)
{
	(void)state;
	struct verify_options o = { .checkpoint = kept.note };
	const struct verify_result *r = verified(&o);

	holds(&o);
	assert_true(r->entries == 15 || r->entries > 10);
	assert_int_equal(r->approvals, 1);
	assert_int_equal(r->files, 1);
	assert_int_equal(r->checkpoints, 2);
}

/* ---- behind the program's back ---- */

static enum fail run_sql(struct tx *tx, void *arg)
{
	return db_script(tx, str_of(arg));
}

/* The tampers are written for SQLite: x'00' and char(10) are said otherwise elsewhere. */
static void in_other_words(char *text, size_t room)
{
	char *at;

	while ((at = strstr(text, " x'")) && strlen(text) + 2 < room) {
		memmove(at + 4, at + 3, strlen(at + 3) + 1);
		memcpy(at, " '\\x", 4);
	}
	while ((at = strstr(text, "char(10)"))) {
		memmove(at + 7, at + 8, strlen(at + 8) + 1);
		memcpy(at, "chr(10)", 7);
	}
}

static bool is_named(const char *sql, const char *where, const char *what)
{
	char text[1024];
	enum fail f;

	snprintf(text, sizeof text, "%s", sql);
	if (on_postgres())
		in_other_words(text, sizeof text);
	f = db_write(store_db(w.store), run_sql, text);
	if (f != OK) {
		print_error("%s: %s\n", sql, fail_message());
		return false;
	}
	const struct verify_result *r = verified(NULL);
	for (int64_t i = 0; i < r->differences && i < VERIFY_AT_MOST; i++)
		if (str_find(r->at[i].where, str_of(where)) != SIZE_MAX &&
		    str_find(r->at[i].what, str_of(what)) != SIZE_MAX)
			return true;
	print_error("%s\n", sql);
	for (int64_t i = 0; i < r->differences && i < VERIFY_AT_MOST; i++)
		print_error("    %.*s: %.*s\n", STR_ARG(r->at[i].where),
		            STR_ARG(r->at[i].what));
	return false;
}

/* Each in a world of its own: the statement, and what must be said. */
static const struct {
	const char *sql, *where, *what;
} tampers[] = {
	/* the tables */
	{ "update r_leave set f_title = 'Else' where number = 1", "LV-0001",
	  "\"title\" is \"Else\", and its history says \"First\"" },
	{ "update r_leave set f_days = 31 where number = 2", "LV-0002",
	  "\"days\" is 31, and its history says 30" },
	{ "update r_leave set f_ends_on = '2028-03-01' where number = 2", "LV-0002",
	  "\"ends_on\"" },
	{ "update r_leave set state = 'granted' where number = 1", "LV-0001",
	  "\"@state\"" },
	{ "update r_leave set label = 0, version = version + 1 where number = 2", "LV-0002",
	  "version" },
	{ "update r_leave set unit = id where number = 1", "LV-0001", "\"@unit\"" },
	{ "update r_leave set owner = null where number = 1", "LV-0001", "\"@owner\"" },
	{ "update r_leave set author = null where number = 2", "LV-0002", "\"@author\"" },
	{ "update r_leave set withdrawn_at = 5 where number = 1", "LV-0001",
	  "\"@withdrawn\"" },
	{ "update r_leave set changed_at = changed_at - 1 where number = 1", "LV-0001",
	  "last changed" },
	{ "update r_leave set f_about = null where number = 2", "LV-0002", "\"about\"" },
	{ "delete from link where field = 'also'", "LV-0002", "\"also\"" },
	{ "delete from need_to_know", "LV-0003", "\"@need_to_know\"" },
	{ "update entry set label = 0, unit = id where title = 'With paper'", "LV-0003",
	  "seen by other people" },
	{ "update entry set title = 'Else' where title = 'First'", "LV-0001",
	  "short form" },
	{ "delete from r_leave where number = 1", "leave", "not in the tables" },
	{ "insert into r_person (org, id, number, label, state, version, created_at, "
	  "changed_at,"
	  " withdrawn_at, closed, f_name, s_name, f_login, s_login)"
	  " select org, x'019300000000700080000000000000aa', 99, 0, '', 1, 1, 1, 0, 0, "
	  "'Eve',"
	  " 'eve', '', '' from r_person limit 1",
	  "PER-0099", "no history" },
	/* approvals */
	{ "update approval set account = null", "LV-0002", "approval" },
	{ "update approval set voided_at = 9", "LV-0002", "is void" },
	{ "delete from approval", "LV-0002", "is missing" },
	{ "insert into approval (org, record, made_at, step, person_name, version, hash, "
	  "voided_at)"
	  " select org, id, 77, 'grant', 'Eve', 1, x'00', 0 from r_leave where number = 1",
	  "LV-0001", "does not know" },
	/* history: value, salt, leaf, row */
	{ "update history set opened = replace(opened, 'First', 'Fixed') where opened like "
	  "'%First%'",
	  "entry", "the value or the salt of \"title\"" },
	{ "update history set opened = replace(opened, '[\"title\",\"', "
	  "'[\"title\",\"00000000') where seq = 7",
	  "entry 7", "cannot be read" },
	{ "update history set opened = null where seq = 7", "LV-0001",
	  "does not say that it was erased" },
	{ "update history set opened = '[]' where seq = 7", "entry 7", "stand beside it" },
	{ "update history set leaf = replace(leaf, 'create', 'change') where seq = 7",
	  "entry 7", "\"what\" in the table" },
	{ "update history set leaf = replace(leaf, 'create', 'change'), what = 'change' "
	  "where seq = 7",
	  "node 1/3", "not the one of its leaves" },
	{ "update history set leaf = leaf || ' ' where seq = 7", "entry 7", "canonical" },
	{ "update history set made_at = made_at + 1 where seq = 7", "entry 7",
	  "\"at\" in the table" },
	{ "update history set account = null where seq = 7", "entry 7",
	  "\"by\" in the table" },
	{ "update history set version = 7 where seq = 7", "entry 7",
	  "\"version\" in the table" },
	{ "delete from history where seq = 7", "entry 8",
	  "entry 7 of the history is missing" },
	/* the tree */
	{ "update ledger_node set hash = x'00' where level = 2 and place = 0", "node 2/0",
	  "not the one of its leaves" },
	{ "delete from ledger_node where level = 1 and place = 2", "node 1/2",
	  "is missing" },
	{ "insert into ledger_node (org, level, place, hash) select org, 9, 9, hash from "
	  "ledger_node limit 1",
	  "the tree", "stored subtrees" },
	{ "update ledger_head set size = size - 1", "head", "counts" },
	{ "update ledger_head set edge = substr(edge, 1, 1)", "head",
	  "not that of the leaves" },
	/* the tenant as a whole */
	{ "update tenant set name = 'Else'", "the organisation", "its name is \"Else\"" },
	{ "update tenant set zone = 'UTC'", "the organisation", "its zone" },
	{ "delete from tenant", "the organisation", "not in the tables" },
	{ "update setting set value = 'no' where name = 'mail'", "setting mail",
	  "not what its history says" },
	{ "delete from setting where name = 'mail'", "setting mail", "is missing" },
	{ "insert into setting (org, name, value) select org, 'open', 'yes' from tenant",
	  "setting open", "not what its history says" },
	{ "delete from file_use", "LV-0003", "not listed as used" },
	/* checkpoints */
	{ "update ledger_checkpoint set note = replace(note, 'wardroom/', 'wardrobe/')",
	  "checkpoint of", "another organisation" },
	{ "update ledger_checkpoint set note = replace(note, '=' || char(10) || char(10), "
	  "'=' || char(10) || 'x' || char(10) || char(10))",
	  "checkpoint of", "signature" },
	{ "update ledger_checkpoint set size = 3", "checkpoint of 3", "it says size" },
	{ "delete from ledger_key", "checkpoint of", "signature" },
	{ "update ledger_checkpoint set note = 'x'", "checkpoint of", "not a checkpoint" },
};

static void every_tampering_is_named(void **state)
{
	size_t seen = 0;

	for (size_t i = 0; i < COUNT(tampers); i++) {
		assert_int_equal(fill(state), 0);
		seen += is_named(tampers[i].sql, tampers[i].where, tampers[i].what);
		tear_down(state);
	}
	assert_int_equal(seen, COUNT(tampers));
}

static void a_changed_file_is_named(void **state)
{
	(void)state;
	const struct row *r = got(&w.officer, &leave_type, with_paper);
	const struct file_ref *paper = &r->values[LEAVE_PAPER].file;

	file_spoil(paper);
	const struct verify_result *one = verified(NULL);
	assert_int_equal(one->differences, 1);
	assert_true(str_find(one->at[0].what, STR("changed")) != SIZE_MAX);
	file_lose(paper);
	const struct verify_result *two = verified(NULL);
	assert_true(str_starts(two->at[0].what, "it cannot be read"));
}

/* ---- a thief of the whole database, against the checkpoint that left the machine ---- */

static void a_rewritten_history_is_shown_by_the_kept_checkpoint(void **state)
{
	(void)state;
	struct note n;
	struct checkpoint c;
	uint8_t seed[ED25519_SEED_BYTES], public_key[ED25519_PUBLIC_BYTES];
	struct verify_options o = { .checkpoint = kept.note };

	holds(&o);
	/* the same size, another root: signed with another key that the thief added */
	ed25519_new(seed, public_key);
	assert_true(note_parse(w.arena, kept.note, &n));
	assert_true(checkpoint_parse(w.arena, n.text, &c));
	struct note_key right = ledger_note_key(w.arena, w.org, public_key);
	c.root.b[0] ^= 1;
	o.checkpoint = note_sign(w.arena, checkpoint_text(w.arena, &c), c.origin, seed);
	o.key = &right;
	const struct verify_result *r = verified(&o);
	assert_int_equal(r->differences, 1);
	assert_true(str_ends(r->at[0].what, "are not those that it was made over"));
	/* a checkpoint over more than there is: something was cut off */
	c.size += 1000;
	o.checkpoint = note_sign(w.arena, checkpoint_text(w.arena, &c), c.origin, seed);
	r = verified(&o);
	assert_true(str_starts(r->at[0].what, "the history has only"));
	/* and one whose signature is not of the key that was kept */
	ed25519_new(seed, public_key);
	struct note_key wrong = ledger_note_key(w.arena, w.org, public_key);
	o.checkpoint = kept.note;
	o.key = &wrong;
	r = verified(&o);
	assert_true(str_starts(r->at[0].what, "its signature"));
}

/* ---- erasing ---- */

static enum fail erase_job(struct act *a, void *arg)
{
	struct make *m = arg;

	m->why = refusal_on(a->arena);
	return record_erase(a, m->type, m->id, 0, m->reason, &m->why);
}

static enum fail count_rows(struct tx *tx, void *arg)
{
	int64_t *count = arg;
	struct stmt *s = query(
		tx, SQL("select\n"
	                "  (select count(*) from history where opened like '%Kiosk%'\n"
	                "     or opened like '%vendor%support%') +\n"
	                "  (select count(*) from word_doc\n"
	                "     where cast(words as text) like '%kiosk%') +\n"
	                "  (select count(*) from entry where title like '%Kiosk%')"));

	assert_int_equal(query_next(s), 1);
	*count = column_i64(s, 0);
	query_end(s);
	return OK;
}

static void what_is_erased_is_gone_and_all_still_holds(void **state)
{
	(void)state;
	struct verify_options o = { .checkpoint = kept.note };
	struct id ids[] = { first, granted, with_paper };
	int64_t left = 1;

	struct make m = { .type = &leave_type, .id = granted };
	assert_int_equal(did(erase_job, &w.officer, m).result, FAIL_REFUSED);
	m.reason = STR("asked for by the person");
	assert_int_equal(did(erase_job, &w.owner, m).result, FAIL_NOT_FOUND);
	for (size_t i = 0; i < COUNT(ids); i++) {
		m.id = ids[i];
		m = did(erase_job, &w.officer, m);
		if (m.result != OK)
			fail_msg("%s %s", fail_message(),
			         m.why.count ? m.why.at[0].why.id : "");
	}
	assert_int_equal(store_remove_files(w.store), OK);
	holds(&o);
	assert_int_equal(verified(&o)->files, 0);
	/* nothing of it is left but that it was */
	const struct row *r = got(&w.officer, &leave_type, granted);
	assert_true(r && instant_is_set(r->withdrawn_at));
	assert_false(row_filled(r, LEAVE_TITLE) || row_filled(r, LEAVE_ADVICE));
	assert_int_equal(db_read(store_db(w.store), count_rows, &left), OK);
	assert_int_equal(left, 1); /* the one after the checkpoint has the same reason */
}

static enum fail withdraw_job(struct act *a, void *arg)
{
	struct make *m = arg;

	m->why = refusal_on(a->arena);
	return record_withdraw(a, m->type, m->id, 0, STR("not needed"), &m->why);
}

/* The days in the bin are over: only its history is left, and that can still be emptied. */
static void what_has_left_the_bin_can_be_erased(void **state)
{
	(void)state;
	struct make m = { .type = &leave_type, .id = granted, .reason = STR("asked for") };
	int64_t taken = 0, left = 0, before = 0;

	assert_int_equal(db_read(store_db(w.store), count_rows, &before), OK);
	assert_int_equal(did(withdraw_job, &w.officer, m).result, OK);
	store_set_clock(w.store,
	                (struct instant){ store_now(w.store).us + 31 * US_PER_DAY });
	assert_int_equal(store_clock_steps(w.store, &taken), OK);
	assert_null(got(&w.officer, &leave_type, granted));
	assert_int_equal(did(erase_job, &w.owner, m).result, FAIL_NOT_FOUND);
	struct make empty = m;
	empty.reason = STR_NONE;
	assert_int_equal(did(erase_job, &w.officer, empty).result, FAIL_REFUSED);
	assert_int_equal(did(erase_job, &w.officer, m).result, OK);
	assert_int_equal(did(erase_job, &w.officer, m).result, FAIL_REFUSED);
	assert_int_equal(db_read(store_db(w.store), count_rows, &left), OK);
	assert_true(left < before);
	holds(&(struct verify_options){ .checkpoint = kept.note });
}

static void an_erased_record_shows_so_in_its_history(void **state)
{
	(void)state;
	struct make m = { .type = &leave_type, .id = granted, .reason = STR("asked for") };

	assert_int_equal(did(erase_job, &w.officer, m).result, OK);
	assert_true(is_named("update history set opened = '[]' where what = 'create' and "
	                     "type = 'leave' and seq = 9",
	                     "LV-0002", "it was erased, but values"));
}

int main(void)
{
#define FILLED(f) cmocka_unit_test_setup_teardown(f, fill, tear_down)
	const struct CMUnitTest tests[] = {
		FILLED(what_nobody_touched_holds),
		cmocka_unit_test(every_tampering_is_named),
		FILLED(a_changed_file_is_named),
		FILLED(a_rewritten_history_is_shown_by_the_kept_checkpoint),
		FILLED(what_is_erased_is_gone_and_all_still_holds),
		FILLED(what_has_left_the_bin_can_be_erased),
		FILLED(an_erased_record_shows_so_in_its_history),
	};
	return cmocka_run_group_tests_name("verify", tests, NULL, NULL);
}
