/* test_record.c -- acts on one record: all refusals at once, steps, approvals, the bin. */
#include "unit/store/files.h"

#include "crypto/crypto.h"
#include "store/erase.h"

static void a_record_comes_back_as_it_was_made(void **state)
{
	(void)state;
	struct row *first = leave_made(&w.officer, "No MFA on the old kiosk");
	struct change *c = leave_change("Second");
	struct id also[] = { first->id, w.branch };

	change_text(c, LEAVE_RISK, STR("high"));
	change_link(c, LEAVE_SYSTEM, first->id);
	change_links(c, LEAVE_ALSO, also, 2);
	change_number(c, LEAVE_DAYS, 30);
	change_date(c, LEAVE_ENDS, (struct date){ 2090, 2, 28 });
	change_instant(c, LEAVE_AT, (struct instant){ 1234567890123456 });
	change_flag(c, LEAVE_URGENT, false);
	change_bilingual(c, LEAVE_ADVICE, STR_NONE, STR("Isoler le réseau"));
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, OK);
	struct row *r = got(&w.officer, &leave_type, m.row->id);
	assert_true(str_is(row_code(w.arena, r), "LV-0002"));
	assert_true(str_is(row_text(r, LEAVE_RISK), "high"));
	assert_true(id_equal(row_link(r, LEAVE_SYSTEM), first->id));
	assert_int_equal(r->values[LEAVE_ALSO].link_count, 2);
	assert_int_equal(row_number(r, LEAVE_DAYS), 30);
	assert_int_equal(
		date_compare(row_date(r, LEAVE_ENDS), (struct date){ 2090, 2, 28 }), 0);
	assert_int_equal(row_instant(r, LEAVE_AT).us, 1234567890123456);
	assert_true(row_filled(r, LEAVE_URGENT) && !row_flag(r, LEAVE_URGENT));
	assert_true(str_is(row_text_in(r, LEAVE_ADVICE, LANG_EN), "Isoler le réseau"));
	assert_true(row_flag(r, LEAVE_SEEN));           /* the effect */
	assert_int_equal(r->version, 2);
	assert_true(id_equal(r->unit, w.root) && id_equal(r->owner, w.rai));
}

static bool says(const struct refusal *why, int field, const char *what)
{
	for (size_t i = 0; i < why->count; i++) {
		if (why->at[i].field == field && strcmp(why->at[i].why.id, what) == 0)
			return true;
	}
	return false;
}

static void all_refusals_come_at_once(void **state)
{
	(void)state;
	struct change *c = change_new(w.arena, &leave_type);

	change_text(c, LEAVE_RISK, STR("medium"));
	change_link(c, LEAVE_SYSTEM, id_new());
	change_number(c, LEAVE_DAYS, 91);
	change_date(c, LEAVE_ENDS, (struct date){ 2001, 1, 1 });
	change_flag(c, LEAVE_SEEN, true);
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, FAIL_REFUSED);
	assert_true(says(&m.why, LEAVE_TITLE, "is empty"));
	assert_true(says(&m.why, LEAVE_REASON, "is empty"));
	assert_true(says(&m.why, LEAVE_RISK, "“%1” is not one of the choices"));
	assert_true(says(&m.why, LEAVE_SYSTEM, "links to a record that does not exist"));
	assert_true(says(&m.why, LEAVE_DAYS, "must be from %1 to %2"));
	assert_true(says(&m.why, LEAVE_ENDS, "is not in the future"));
	assert_true(says(&m.why, LEAVE_SEEN, "is set by the program and cannot be typed"));
	assert_int_equal(m.why.count, 7);
}

static void what_must_be_unique_is(void **state)
{
	(void)state;
	struct change *c = change_new(w.arena, &person_type);

	change_text(c, PERSON_NAME, STR("One"));
	change_text(c, PERSON_LOGIN, STR("René"));
	assert_int_equal(did(make_job, &w.officer,
	                     (struct make){ .type = &person_type, .change = c })
	                         .result,
	                 OK);
	change_text(c, PERSON_LOGIN, STR("rene"));
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = &person_type, .change = c });
	assert_int_equal(m.result, FAIL_REFUSED);
	assert_true(says(&m.why, PERSON_LOGIN, "is already taken by another record"));
}

/* What one may not see is not even said to be there. */
static void what_hides_is_not_said_to_take_anything(void **state)
{
	(void)state;
	struct change *c = change_new(w.arena, &person_type);

	change_text(c, PERSON_NAME, STR("Hidden"));
	change_text(c, PERSON_LOGIN, STR("kay"));
	c->need_to_know_given = true;
	c->need_to_know = &w.rai;
	c->need_to_know_count = 1;
	assert_int_equal(did(make_job, &w.officer,
	                     (struct make){ .type = &person_type, .change = c })
	                         .result,
	                 OK);
	c->need_to_know_given = false;
	struct make m = did(make_job, &w.executive,
	                    (struct make){ .type = &person_type, .change = c });
	assert_int_equal(m.result, FAIL_REFUSED);
	assert_true(says(&m.why, PERSON_LOGIN, "cannot be used here"));
}

static void a_stale_version_is_refused(void **state)
{
	(void)state;
	struct row *r = leave_made(&w.officer, "One");
	struct change *c = change_new(w.arena, &leave_type);

	change_text(c, LEAVE_TITLE, STR("Two"));
	struct make m = {
		.type = &leave_type, .id = r->id, .version = r->version, .change = c
	};
	assert_int_equal(did(change_job, &w.officer, m).result, OK);
	assert_int_equal(did(change_job, &w.officer, m).result, FAIL_STALE);
	/* The same again changes nothing, and so makes no version. */
	m.version = 0;
	struct make again = did(change_job, &w.officer, m);
	assert_int_equal(again.result, OK);
	assert_int_equal(again.row->version, r->version + 1);
}

static struct make stepped(const struct actor *who, struct id id, const char *step,
                           struct change *c)
{
	return did(
		step_job, who,
		(struct make){ .type = &leave_type, .id = id, .step = step, .change = c });
}

static struct row *granted(void)
{
	struct row *r = leave_made(&w.officer, "Kiosk");
	struct change *c = change_new(w.arena, &leave_type);

	change_text(c, LEAVE_RISK, STR("low"));
	assert_int_equal(stepped(&w.officer, r->id, "advise", c).result, OK);
	c = change_new(w.arena, &leave_type);
	change_date(c, LEAVE_ENDS, (struct date){ 2027, 3, 1 });
	struct make m = stepped(&w.executive, r->id, "grant", c);
	assert_int_equal(m.result, OK);
	return m.row;
}

static void steps_want_their_needs_state_right_and_a_second_person(void **state)
{
	(void)state;
	struct row *r = leave_made(&w.officer, "Kiosk");
	struct change *c = change_new(w.arena, &leave_type);

	struct make m = stepped(&w.officer, r->id, "advise", c);
	assert_int_equal(m.result, FAIL_REFUSED);
	assert_true(says(&m.why, LEAVE_RISK, "is empty"));
	change_text(c, LEAVE_RISK, STR("high"));
	m = stepped(&w.officer, r->id, "advise", c);
	assert_true(says(&m.why, LEAVE_ADVICE, "high risk needs advice"));
	m = stepped(&w.officer, r->id, "grant", NULL);
	assert_int_equal(m.why.kind, REFUSAL_CONFLICT);
	change_text(c, LEAVE_TITLE, STR("Other"));
	m = stepped(&w.officer, r->id, "advise", c);
	assert_true(says(&m.why, LEAVE_TITLE, "cannot be given with this step"));
	c = change_new(w.arena, &leave_type);
	change_text(c, LEAVE_RISK, STR("high"));
	change_bilingual(c, LEAVE_ADVICE, STR("isolate"), STR("isoler"));
	assert_int_equal(stepped(&w.officer, r->id, "advise", c).result, OK);
	c = change_new(w.arena, &leave_type);
	change_date(c, LEAVE_ENDS, (struct date){ 2090, 1, 1 });
	m = stepped(&w.officer, r->id, "grant", c);
	assert_int_equal(m.result, FAIL_REFUSED);
	assert_int_equal(m.why.kind, REFUSAL_FORBIDDEN);
	m = stepped(&w.owner, r->id, "grant", c);
	assert_int_equal(m.result, FAIL_NOT_FOUND);     /* another unit: it is not there */
	m = stepped(&w.executive, r->id, "grant", c);
	assert_int_equal(m.result, OK);
	assert_int_equal(m.row->state, LEAVE_GRANTED);
}

struct approvals {
	struct id id;
	struct approval *at;
	size_t count;
};

static enum fail approvals_job(struct act *a, void *arg)
{
	struct approvals *p = arg;

	return record_approvals(a, &leave_type, p->id, &p->at, &p->count);
}

static void a_change_after_approval_voids_it(void **state)
{
	(void)state;
	store_set_clock(w.store, instant_from_date((struct date){ 2026, 11, 1 }));
	struct row *r = granted();
	struct approvals p = { .id = r->id };
	struct change *c = change_new(w.arena, &leave_type);

	assert_int_equal(store_read(w.store, &w.officer, w.arena, approvals_job, &p), OK);
	assert_int_equal(p.count, 1);
	assert_false(instant_is_set(p.at[0].voided_at));
	assert_true(id_equal(p.at[0].person, w.dana));
	change_text(c, LEAVE_REASON, STR("another reason"));
	struct make m = did(change_job, &w.officer,
	                    (struct make){ .type = &leave_type, .id = r->id, .change = c });
	assert_int_equal(m.result, OK);
	assert_int_equal(m.row->state, LEAVE_DRAFT);
	assert_int_equal(store_read(w.store, &w.officer, w.arena, approvals_job, &p), OK);
	assert_true(instant_is_set(p.at[0].voided_at));
}

static void the_clock_takes_its_steps_and_locks(void **state)
{
	(void)state;
	int64_t taken = 0;

	store_set_clock(w.store, instant_from_date((struct date){ 2026, 11, 1 }));
	struct row *r = granted();
	assert_int_equal(store_clock_steps(w.store, &taken), OK);
	assert_int_equal(taken, 0);
	/* Still the first of March in Vancouver. */
	store_set_clock(w.store, instant_from_date((struct date){ 2027, 3, 2 }));
	assert_int_equal(store_clock_steps(w.store, &taken), OK);
	assert_int_equal(taken, 0);
	store_set_clock(w.store, (struct instant){
					 instant_from_date((struct date){ 2027, 3, 2 }).us +
					 9 * 3600 * US_PER_SECOND });
	assert_int_equal(store_clock_steps(w.store, &taken), OK);
	assert_int_equal(taken, 1);
	assert_int_equal(got(&w.officer, &leave_type, r->id)->state, LEAVE_ENDED);
	struct change *c = leave_change("Too late");
	struct make m = did(change_job, &w.officer,
	                    (struct make){ .type = &leave_type, .id = r->id, .change = c });
	assert_int_equal(m.result, FAIL_REFUSED);
	assert_int_equal(m.why.kind, REFUSAL_CONFLICT);
	assert_true(says(&m.why, FIELD_STATE, "cannot be changed in its present state"));
}

static enum fail withdraw_job(struct act *a, void *arg)
{
	struct make *m = arg;

	m->why = refusal_on(a->arena);
	return record_withdraw(a, m->type, m->id, m->version, STR("twice"), &m->why);
}

static enum fail restore_job(struct act *a, void *arg)
{
	struct make *m = arg;

	m->why = refusal_on(a->arena);
	return record_restore(a, m->type, m->id, 0, STR("after all"), &m->why);
}

static void the_bin_gives_back_for_thirty_days(void **state)
{
	(void)state;
	struct instant start = instant_from_date((struct date){ 2027, 1, 1 });
	int64_t gone = 0;

	store_set_clock(w.store, start);
	struct make m = { .type = &leave_type, .id = leave_made(&w.officer, "One")->id };
	assert_int_equal(did(withdraw_job, &w.officer, m).result, OK);
	assert_int_equal(did(withdraw_job, &w.officer, m).result, FAIL_REFUSED);
	assert_true(instant_is_set(got(&w.officer, &leave_type, m.id)->withdrawn_at));
	assert_int_equal(did(restore_job, &w.officer, m).result, OK);
	assert_int_equal(did(restore_job, &w.officer, m).result, FAIL_REFUSED);
	assert_int_equal(did(withdraw_job, &w.officer, m).result, OK);
	store_set_clock(w.store, (struct instant){ start.us + 29 * US_PER_DAY });
	assert_int_equal(store_clock_steps(w.store, &gone), OK);
	assert_non_null(got(&w.officer, &leave_type, m.id));
	store_set_clock(w.store, (struct instant){ start.us + 31 * US_PER_DAY });
	assert_int_equal(store_clock_steps(w.store, &gone), OK);
	assert_int_equal(gone, 1);
	assert_null(got(&w.officer, &leave_type, m.id));
}

/* What nobody can reach any more does not stay on the disk. */
static void files_leave_with_the_bin(void **state)
{
	(void)state;
	struct instant start = instant_from_date((struct date){ 2027, 1, 1 });
	struct change *c = leave_change("With paper");
	struct file_ref file;
	int64_t gone = 0;
	int ends[2];

	store_set_clock(w.store, start);
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "paper", 5), 5);
	close(ends[1]);
	assert_int_equal(
		file_keep(w.store, ends[0], STR("p.txt"), STR("text/plain"), &file), OK);
	close(ends[0]);
	change_file(c, LEAVE_PAPER, file);
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = &leave_type, .change = c });
	m = (struct make){ .type = &leave_type, .id = m.row->id };
	assert_int_equal(did(withdraw_job, &w.officer, m).result, OK);
	assert_int_equal(store_remove_files(w.store), OK);
	assert_true(file_is_there(&file));
	store_set_clock(w.store, (struct instant){ start.us + 31 * US_PER_DAY });
	assert_int_equal(store_clock_steps(w.store, &gone), OK);
	assert_int_equal(store_remove_files(w.store), OK);
	assert_false(file_is_there(&file));
}

static enum fail swallow_job(struct act *a, void *arg)
{
	(void)!make_job(a, arg);
	return OK;
}

/* What fails half way dooms the transaction, also when its caller overlooks it. */
static void what_fails_in_an_effect_leaves_nothing(void **state)
{
	(void)state;
	struct make m = { .type = &leave_type, .change = leave_change("Half") };

	effect_fails = true;
	assert_int_equal(did(make_job, &w.officer, m).result, FAIL_IO);
	assert_int_equal(store_write(w.store, &w.officer, w.arena, swallow_job, &m),
	                 FAIL_IO);
	assert_string_equal(fail_message(), "the effect could not be had");
	effect_fails = false;
	struct row *r = leave_made(&w.officer, "Whole");
	assert_int_equal(r->number, 1);
}

struct events {
	struct id id;
	struct event *at;
	size_t count;
};

static enum fail history_job(struct act *a, void *arg)
{
	struct events *e = arg;

	return record_history(a, &leave_type, e->id, &e->at, &e->count);
}

static const struct field_change *change_of(const struct event *e, const char *name)
{
	for (size_t i = 0; i < e->change_count; i++) {
		if (str_is(e->changes[i].name, name))
			return &e->changes[i];
	}
	return NULL;
}

static void history_reads_in_words_and_masks_what_is_hidden(void **state)
{
	(void)state;
	struct row *hidden = leave_made(&w.officer, "Secret kiosk");
	struct row *r = leave_made(&w.owner, "Mine");
	struct change *c = change_new(w.arena, &leave_type);
	struct events e = { .id = r->id };

	change_text(c, LEAVE_RISK, STR("high"));
	change_link(c, LEAVE_SYSTEM, hidden->id);
	c->reason = STR("because");
	assert_int_equal(did(change_job, &w.officer,
	                     (struct make){ .type = &leave_type, .id = r->id, .change = c })
	                         .result,
	                 OK);
	assert_int_equal(store_read(w.store, &w.owner, w.arena, history_job, &e), OK);
	assert_int_equal(e.count, 3);           /* create, set by the effect, change */
	assert_true(str_is(e.at[0].what, "create") && str_is(e.at[0].by_name, "Lee"));
	assert_true(str_is(e.at[2].what, "change") && str_is(e.at[2].reason, "because"));
	assert_int_equal(e.at[2].version, 3);
	assert_true(str_is(change_of(&e.at[2], "risk")->after, "High"));
	assert_true(str_is(change_of(&e.at[2], "risk")->before, ""));
	assert_true(
		str_is(change_of(&e.at[2], "about")->after, "(a record you may not see)"));
	assert_int_equal(store_read(w.store, &w.officer, w.arena, history_job, &e), OK);
	assert_true(str_is(change_of(&e.at[2], "about")->after, "LV-0001 Secret kiosk"));
}

/* Lowering the label of a record shows what it says now, not what it said before. */
static void what_was_said_under_a_higher_label_stays_there(void **state)
{
	(void)state;
	struct change *c = leave_change("Kiosk");
	struct events e;

	change_text(c, LEAVE_REASON, STR("The vendor is insolvent"));
	c->label_given = c->owner_given = c->unit_given = true;
	c->label = 2;
	c->owner = w.lee;
	c->unit = w.branch;
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, OK);
	e = (struct events){ .id = m.row->id };
	assert_int_equal(store_read(w.store, &w.owner, w.arena, history_job, &e),
	                 FAIL_NOT_FOUND);
	c = change_new(w.arena, &leave_type);
	change_text(c, LEAVE_REASON, STR("Support ends"));
	c->label_given = true;
	c->label = 1;
	c->reason = STR("the vendor's name may be known");
	m = (struct make){ .type = &leave_type, .id = e.id, .change = c };
	assert_int_equal(did(change_job, &w.officer, m).result, OK);
	assert_int_equal(store_read(w.store, &w.owner, w.arena, history_job, &e), OK);
	assert_true(str_is(change_of(&e.at[0], "why_not")->after,
	                   "(a value you may not see)"));
	assert_true(str_is(change_of(&e.at[2], "why_not")->before,
	                   "(a value you may not see)"));
	assert_true(str_is(change_of(&e.at[2], "why_not")->after, "Support ends"));
	assert_true(str_is(e.at[2].reason, ""));
	assert_int_equal(store_read(w.store, &w.officer, w.arena, history_job, &e), OK);
	assert_true(str_is(change_of(&e.at[2], "why_not")->before,
	                   "The vendor is insolvent"));
}

static void an_owner_is_a_person(void **state)
{
	(void)state;
	struct change *c = leave_change("Mine");

	c->owner_given = true;
	c->owner = w.branch;
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, FAIL_REFUSED);
	assert_int_equal(m.why.at[0].field, FIELD_OWNER);
}

static void nobody_removes_links_that_are_hidden_from_them(void **state)
{
	(void)state;
	struct row *hidden = leave_made(&w.officer, "Secret kiosk");
	struct row *r = leave_made(&w.owner, "Mine"),
		   *seen = leave_made(&w.owner, "Also mine");
	struct id both[] = { hidden->id, seen->id };
	struct change *c = change_new(w.arena, &leave_type);

	change_links(c, LEAVE_ALSO, both, 2);
	struct make m = { .type = &leave_type, .id = r->id, .change = c };
	assert_int_equal(did(change_job, &w.officer, m).result, OK);
	c = change_new(w.arena, &leave_type);
	change_empty(c, LEAVE_ALSO);
	m.change = c;
	m = did(change_job, &w.owner, m);
	assert_int_equal(m.result, OK);
	assert_int_equal(m.row->values[LEAVE_ALSO].link_count, 1);
	assert_true(id_equal(m.row->values[LEAVE_ALSO].links[0], hidden->id));
	c = change_new(w.arena, &leave_type);
	change_links(c, LEAVE_ALSO, both, 2);
	change_link(c, LEAVE_SYSTEM, hidden->id);
	m.change = c;
	m = did(change_job, &w.owner, m);
	assert_true(says(&m.why, LEAVE_SYSTEM, "links to a record that does not exist"));
}

static void a_hidden_link_can_be_replaced_but_not_emptied(void **state)
{
	(void)state;
	struct row *hidden = leave_made(&w.officer, "Secret kiosk");
	struct row *r = leave_made(&w.owner, "Mine"),
		   *seen = leave_made(&w.owner, "Also mine");
	struct change *c = change_new(w.arena, &leave_type);

	change_link(c, LEAVE_SYSTEM, hidden->id);
	struct make m = { .type = &leave_type, .id = r->id, .change = c };
	assert_int_equal(did(change_job, &w.officer, m).result, OK);
	m.change = c = change_new(w.arena, &leave_type);
	change_empty(c, LEAVE_SYSTEM);
	m = did(change_job, &w.owner, m);
	assert_int_equal(m.result, OK);
	assert_true(id_equal(row_link(m.row, LEAVE_SYSTEM), hidden->id));
	change_link(c, LEAVE_SYSTEM, seen->id);
	m = did(change_job, &w.owner, m);
	assert_int_equal(m.result, OK);
	assert_true(id_equal(row_link(m.row, LEAVE_SYSTEM), seen->id));
}

static enum fail keep_job(struct act *a, void *arg)
{
	struct make *m = arg;
	int fd;
	char bytes[16] = { 0 };

	enum fail f = record_get(a, m->type, m->id, &m->row);
	if (!f)
		f = file_open(a, m->row, LEAVE_PAPER, &fd);
	if (f)
		return f;
	assert_int_equal(read(fd, bytes, sizeof bytes), 5);
	assert_string_equal(bytes, "paper");
	close(fd);
	return OK;
}

static void files_are_kept_by_their_hash(void **state)
{
	(void)state;
	int ends[2];
	struct file_ref file;
	struct change *c = leave_change("With paper");

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "paper", 5), 5);
	close(ends[1]);
	assert_int_equal(
		file_keep(w.store, ends[0], STR("p.txt"), STR("text/plain"), &file), OK);
	close(ends[0]);
	assert_int_equal(file.bytes, 5);
	change_file(c, LEAVE_PAPER, file);
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, OK);
	m.id = m.row->id;
	assert_int_equal(store_read(w.store, &w.officer, w.arena, keep_job, &m), OK);
	assert_int_equal(store_read(w.store, &w.owner, w.arena, keep_job, &m),
	                 FAIL_NOT_FOUND);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_record_comes_back_as_it_was_made),
		TEST(all_refusals_come_at_once),
		TEST(what_must_be_unique_is),
		TEST(what_hides_is_not_said_to_take_anything),
		TEST(a_stale_version_is_refused),
		TEST(steps_want_their_needs_state_right_and_a_second_person),
		TEST(a_change_after_approval_voids_it),
		TEST(the_clock_takes_its_steps_and_locks),
		TEST(the_bin_gives_back_for_thirty_days),
		TEST(what_fails_in_an_effect_leaves_nothing),
		TEST(files_leave_with_the_bin),
		TEST(an_owner_is_a_person),
		TEST(what_was_said_under_a_higher_label_stays_there),
		TEST(history_reads_in_words_and_masks_what_is_hidden),
		TEST(nobody_removes_links_that_are_hidden_from_them),
		TEST(a_hidden_link_can_be_replaced_but_not_emptied),
		TEST(files_are_kept_by_their_hash),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
