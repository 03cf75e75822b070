/* test_sendings.c -- a mail is written down first, sent by one, and never sent twice. */
#include "fixture.h"

#include "store/sendings.h"

struct mailing {
	struct sending mail;
	struct notice_row *rows;
	size_t count;
	uint64_t kinds;
	bool fresh;
	struct id id, *people;
	struct sending *list;
	struct notice notice;
	struct id record;
	struct refusal why;
};

static enum fail tell(struct act *a, void *arg)
{
	struct mailing *m = arg;

	return notice_add(a, &m->notice);
}

static enum fail untold(struct act *a, void *arg)
{
	struct mailing *m = arg;

	return notices_untold(a, m->kinds, m->fresh, 10, &m->rows, &m->count);
}

static enum fail people(struct act *a, void *arg)
{
	struct mailing *m = arg;

	return people_untold(a, m->kinds, m->fresh, &m->people, &m->count);
}

static enum fail write_down(struct act *a, void *arg)
{
	struct mailing *m = arg;

	return sending_add(a, &m->mail, m->rows, m->count, &m->id);
}

static enum fail look(struct act *a, void *arg)
{
	struct mailing *m = arg;

	return sending_list_own(a, 10, &m->list, &m->count);
}

static enum fail erase(struct act *a, void *arg)
{
	struct mailing *m = arg;

	m->why = refusal_on(a->arena);
	return record_erase(a, &leave_type, m->record, 0, STR("asked for"), &m->why);
}

static size_t untold_of(const struct actor *who, bool fresh)
{
	struct mailing m = { .kinds = BIT(NOTICE_DUE) | BIT(NOTICE_CLOCK), .fresh = fresh };

	assert_int_equal(store_read(w.store, who, w.arena, untold, &m), OK);
	return m.count;
}

/* A notice about a record, and the mail that carries it. */
static struct mailing mail_about(struct id record)
{
	struct mailing m = {
		.notice = { .kind = NOTICE_DUE, .person = w.rai, .record = record },
		.kinds = BIT(NOTICE_DUE),
		.mail = { .kind = SENDING_DIGEST,
		          .day = { 2026, 11, 22 },
		          .person = w.rai,
		          .address = STR("rai@example.org"),
		          .subject = STR("One thing"),
		          .body = STR("The laptop") },
		.record = record,
	};

	assert_int_equal(store_write(w.store, &w.system, w.arena, tell, &m), OK);
	assert_int_equal(store_read(w.store, &w.officer, w.arena, untold, &m), OK);
	assert_int_equal(m.count, 1);
	assert_int_equal(store_write(w.store, &w.system, w.arena, write_down, &m), OK);
	return m;
}

static struct sending seen(void)
{
	struct mailing m = { .count = 0 };

	assert_int_equal(store_read(w.store, &w.officer, w.arena, look, &m), OK);
	assert_int_equal(m.count, 1);
	return m.list[0];
}

static void a_mail_is_sent_by_one_and_once(void **state)
{
	struct id one = id_new(), other = id_new();
	struct sending mine, theirs;

	(void)state;
	mail_about(leave_made(&w.officer, "x")->id);
	assert_int_equal(untold_of(&w.officer, false), 0);
	assert_int_equal(sending_take(w.store, w.arena, one, &mine), OK);
	assert_true(str_is(mine.body, "The laptop"));
	assert_int_equal(mine.attempts, 1);
	assert_int_equal(sending_take(w.store, w.arena, other, &theirs), FAIL_NOT_FOUND);
	assert_int_equal(sending_hand(w.store, &mine, other), FAIL_NOT_FOUND);
	assert_int_equal(sending_hand(w.store, &mine, one), OK);
	assert_int_equal(sending_hand(w.store, &mine, one), FAIL_NOT_FOUND);
	assert_int_equal(sending_end(w.store, &mine, one, SENDING_SENT, STR("250 ok"), 0),
	                 OK);
	assert_int_equal(seen().state, SENDING_SENT);
	assert_true(str_is(seen().answer, "250 ok"));
	assert_int_equal(sending_take(w.store, w.arena, one, &mine), FAIL_NOT_FOUND);
	assert_int_equal(untold_of(&w.officer, false), 0);
}

static void one_digest_a_day(void **state)
{
	struct mailing m = mail_about(leave_made(&w.officer, "x")->id);

	(void)state;
	assert_int_equal(store_write(w.store, &w.system, w.arena, write_down, &m),
	                 FAIL_NOT_FOUND);
	m.mail.day.day++;
	assert_int_equal(store_write(w.store, &w.system, w.arena, write_down, &m), OK);
}

static void what_was_not_handed_over_is_tried_again(void **state)
{
	struct id one = id_new();
	struct sending is;

	(void)state;
	mail_about(leave_made(&w.officer, "x")->id);
	assert_int_equal(sending_take(w.store, w.arena, one, &is), OK);
	assert_int_equal(sendings_recover(w.store, true), OK);
	assert_int_equal(sending_take(w.store, w.arena, id_new(), &is), OK);
	assert_int_equal(is.attempts, 2);
}

/* Killed between the text and the record: what it said comes again, itself never. */
static void what_was_handed_over_is_never_sent_again(void **state)
{
	struct id one = id_new();
	struct sending is;

	(void)state;
	mail_about(leave_made(&w.officer, "x")->id);
	assert_int_equal(sending_take(w.store, w.arena, one, &is), OK);
	assert_int_equal(sending_hand(w.store, &is, one), OK);
	assert_int_equal(sendings_recover(w.store, true), OK);
	assert_int_equal(sending_take(w.store, w.arena, id_new(), &is), FAIL_NOT_FOUND);
	assert_int_equal(seen().state, SENDING_UNSURE);
	assert_true(instant_is_set(seen().ended_at));
	assert_int_equal(untold_of(&w.officer, false), 1);
	assert_int_equal(untold_of(&w.officer, true), 0);
	assert_int_equal(sending_end(w.store, &is, one, SENDING_SENT, STR("250"), 0),
	                 FAIL_NOT_FOUND);
	assert_int_equal(seen().state, SENDING_UNSURE);
}

static void what_is_put_off_waits_and_is_given_up_after_a_day(void **state)
{
	struct id one = id_new();
	struct instant start = instant_now();
	struct sending is;

	(void)state;
	store_set_clock(w.store, start);
	mail_about(leave_made(&w.officer, "x")->id);
	assert_int_equal(sending_take(w.store, w.arena, one, &is), OK);
	assert_int_equal(sending_end(w.store, &is, one, SENDING_QUEUED,
	                             STR("451 try later"), 0),
	                 OK);
	assert_int_equal(seen().state, SENDING_QUEUED);
	assert_int_equal(sending_take(w.store, w.arena, one, &is), OK);
	assert_int_equal(sending_end(w.store, &is, one, SENDING_QUEUED, STR("451"),
	                             600 * US_PER_SECOND),
	                 OK);
	assert_int_equal(sending_take(w.store, w.arena, one, &is), FAIL_NOT_FOUND);
	assert_int_equal(sendings_recover(w.store, true), OK);
	assert_int_equal(sending_take(w.store, w.arena, one, &is), FAIL_NOT_FOUND);
}

static void a_day_later_it_is_given_up(void **state)
{
	struct id one = id_new();
	struct instant start = instant_now();
	struct sending is;

	(void)state;
	store_set_clock(w.store, start);
	mail_about(leave_made(&w.officer, "x")->id);
	assert_int_equal(sending_take(w.store, w.arena, one, &is), OK);
	start.us += (int64_t)SENDING_HOURS * 3600 * US_PER_SECOND;
	store_set_clock(w.store, start);
	assert_int_equal(sending_end(w.store, &is, one, SENDING_QUEUED, STR("451"), 60),
	                 OK);
	assert_int_equal(seen().state, SENDING_GIVEN_UP);
	assert_int_equal(untold_of(&w.officer, false), 1);
}

static void what_is_erased_says_nothing_and_does_not_leave(void **state)
{
	struct mailing m = mail_about(leave_made(&w.officer, "x")->id);
	struct sending is;

	(void)state;
	assert_int_equal(store_write(w.store, &w.officer, w.arena, erase, &m), OK);
	assert_int_equal(seen().body.n, 0);
	assert_int_equal(seen().subject.n, 0);
	assert_true(seen().erased);
	assert_int_equal(seen().state, SENDING_DROPPED);
	assert_int_equal(sending_take(w.store, w.arena, id_new(), &is), FAIL_NOT_FOUND);
}

static void who_has_something_to_be_told(void **state)
{
	struct mailing m = { .kinds = BIT(NOTICE_DUE) };

	(void)state;
	m.notice = (struct notice){ .kind = NOTICE_DUE, .person = w.rai };
	assert_int_equal(store_write(w.store, &w.system, w.arena, tell, &m), OK);
	assert_int_equal(store_write(w.store, &w.system, w.arena, tell, &m), OK);
	m.notice.person = w.lee;
	m.notice.kind = NOTICE_CLOCK;
	assert_int_equal(store_write(w.store, &w.system, w.arena, tell, &m), OK);
	assert_int_equal(store_read(w.store, &w.system, w.arena, people, &m), OK);
	assert_int_equal(m.count, 1);
	assert_true(id_equal(m.people[0], w.rai));
	m.kinds |= BIT(NOTICE_CLOCK);
	assert_int_equal(store_read(w.store, &w.system, w.arena, people, &m), OK);
	assert_int_equal(m.count, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_mail_is_sent_by_one_and_once),
		TEST(one_digest_a_day),
		TEST(what_was_not_handed_over_is_tried_again),
		TEST(what_was_handed_over_is_never_sent_again),
		TEST(what_is_put_off_waits_and_is_given_up_after_a_day),
		TEST(a_day_later_it_is_given_up),
		TEST(what_is_erased_says_nothing_and_does_not_leave),
		TEST(who_has_something_to_be_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
