/* test_notices.c -- what people are told: once, only what they may see, until it is over.
 */
#include "fixture.h"

#include "store/notices.h"

struct telling {
	struct notice notice;
	struct id record, id;
	struct notice_row *rows;
	size_t count;
	bool more, mine;
	int64_t unread;
	struct notice_query query;
	struct outbox_row *outbox;
	struct id people[2];
	struct notice_choice choice;
	struct refusal why;
};

static enum fail add(struct act *a, void *arg)
{
	struct telling *t = arg;

	return notice_add(a, &t->notice);
}

static enum fail look(struct act *a, void *arg)
{
	struct telling *t = arg;
	enum fail f = notice_list(a, &t->query, &t->rows, &t->count, &t->more);

	return f == OK ? notice_unread(a, &t->unread) : f;
}

static enum fail read_it(struct act *a, void *arg)
{
	struct telling *t = arg;

	return notice_read(a, t->id);
}

static enum fail settle(struct act *a, void *arg)
{
	struct telling *t = arg;

	return notice_settle(a, t->record, BIT(NOTICE_CLOCK), STR("MISO-128"));
}

static void told(struct notice n)
{
	struct telling t = { .notice = n };

	assert_int_equal(store_write(w.store, &w.system, w.arena, add, &t), OK);
}

/* What stands on somebody's list. */
static struct telling list_of(const struct actor *who)
{
	struct telling t = { .query = { .only = NOTICE__COUNT, .limit = 50 } };

	assert_int_equal(store_read(w.store, who, w.arena, look, &t), OK);
	return t;
}

static struct notice clock_of(struct id person, struct id record, const char *key)
{
	return (struct notice){
		.kind = NOTICE_CLOCK,
		.person = person,
		.record = record,
		.duty = STR("MISO-128"),
		.says = MESSAGE1("Half of the %1 hours are over.", STR("24")),
		.due_at = { 1800000000000000 },
		.key = str_of(key),
	};
}

static void a_notice_is_told_once_and_keeps_what_it_said(void **state)
{
	struct id record = leave_made(&w.officer, "Laptop lost")->id;

	(void)state;
	told(clock_of(w.rai, record, "half"));
	told(clock_of(w.rai, record, "half"));
	told(clock_of(w.dana, record, "half"));
	told(clock_of(ID_NONE, record, "half"));
	struct telling t = list_of(&w.officer);
	assert_int_equal(t.count, 1);
	assert_int_equal(t.unread, 1);
	assert_int_equal(t.rows[0].is.kind, NOTICE_CLOCK);
	assert_string_equal(t.rows[0].is.says.id, "Half of the %1 hours are over.");
	assert_true(str_is(t.rows[0].is.says.args[0], "24"));
	assert_true(str_is(t.rows[0].is.duty, "MISO-128"));
	assert_int_equal(t.rows[0].is.due_at.us, 1800000000000000);
	assert_true(str_is(t.rows[0].about.title, "Laptop lost"));
}

static struct id leave_of(const char *title, struct id owner)
{
	struct change *c = leave_change(title);

	c->unit_given = c->owner_given = true;
	c->unit = w.branch;
	c->owner = owner;
	struct make m = did(make_job, &w.system,
	                    (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, OK);
	return m.row->id;
}

/* Neither listed nor counted, and back when it may be seen again. */
static void what_may_not_be_seen_is_not_there(void **state)
{
	struct id mine = leave_of("Mine", w.lee);
	struct id other = leave_of("Of somebody else", w.rai);

	(void)state;
	told(clock_of(w.lee, mine, "a"));
	told(clock_of(w.lee, other, "b"));
	told((struct notice){ .kind = NOTICE_DUTY, .person = w.lee, .says = MESSAGE("x") });
	struct telling t = list_of(&w.owner);
	assert_int_equal(t.count, 2);
	assert_int_equal(t.unread, 2);
	for (size_t i = 0; i < t.count; i++)
		assert_false(id_equal(t.rows[i].is.record, other));
}

static void pages_go_on_over_what_is_hidden(void **state)
{
	struct id mine = leave_of("Mine", w.lee);
	struct id other = leave_of("Other", w.rai);
	struct telling t = { .query = { .only = NOTICE__COUNT, .limit = 3 } };
	size_t seen = 0, pages = 0;

	(void)state;
	for (int i = 0; i < 20; i++)
		told((struct notice){ .kind = NOTICE_DUTY,
		                      .person = w.lee,
		                      .record = i % 3 ? other : mine });
	do {
		assert_int_equal(store_read(w.store, &w.owner, w.arena, look, &t), OK);
		seen += t.count;
		pages++;
		if (t.count > 0)
			t.query.before = t.rows[t.count - 1].id;
	} while (t.more);
	assert_int_equal(seen, 7);
	assert_int_equal(pages, 3);
}

static void only_ones_own_are_read(void **state)
{
	struct id record = leave_made(&w.officer, "x")->id;

	(void)state;
	told(clock_of(w.rai, record, "a"));
	told(clock_of(w.rai, record, "b"));
	struct telling t = list_of(&w.officer);
	t.id = t.rows[0].id;
	assert_int_equal(store_write(w.store, &w.owner, w.arena, read_it, &t),
	                 FAIL_NOT_FOUND);
	assert_int_equal(store_write(w.store, &w.officer, w.arena, read_it, &t), OK);
	t = list_of(&w.officer);
	assert_int_equal(t.unread, 1);
	assert_true(instant_is_set(t.rows[0].read_at));
	t.id = ID_NONE;
	assert_int_equal(store_write(w.store, &w.officer, w.arena, read_it, &t), OK);
	assert_int_equal(list_of(&w.officer).unread, 0);
}

static void what_is_done_is_settled(void **state)
{
	struct id record = leave_made(&w.officer, "x")->id;
	struct telling t = { .record = record };
	struct notice other = clock_of(w.rai, record, "other");

	(void)state;
	other.duty = STR("BC-24");
	told(clock_of(w.rai, record, "half"));
	told(other);
	assert_int_equal(store_write(w.store, &w.system, w.arena, settle, &t), OK);
	t = list_of(&w.officer);
	assert_int_equal(t.count, 2);
	assert_int_equal(t.unread, 1);
	assert_false(instant_is_set(t.rows[0].settled_at));
	assert_true(instant_is_set(t.rows[1].settled_at));
}

static enum fail box(struct act *a, void *arg)
{
	struct telling *t = arg;

	return outbox_list(a, 10, &t->outbox, &t->count);
}

static enum fail carry(struct act *a, void *arg)
{
	struct telling *t = arg;

	return outbox_carry(a, &t->outbox[0], t->people, 2, &t->mine);
}

static void what_is_for_a_role_is_carried_once(void **state)
{
	struct id record = leave_made(&w.officer, "x")->id;
	struct telling t = { .people = { w.rai, w.dana } };

	(void)state;
	told((struct notice){ .kind = NOTICE_SIGN_OFF,
	                      .to = TO_STEP,
	                      .name = STR("grant"),
	                      .record = record,
	                      .detail = "Grant" });
	assert_int_equal(list_of(&w.officer).count, 0);
	assert_int_equal(store_read(w.store, &w.system, w.arena, box, &t), OK);
	assert_int_equal(t.count, 1);
	assert_int_equal(t.outbox[0].is.to, TO_STEP);
	assert_true(str_is(t.outbox[0].is.name, "grant"));
	assert_int_equal(store_write(w.store, &w.system, w.arena, carry, &t), OK);
	assert_true(t.mine);
	assert_int_equal(store_write(w.store, &w.system, w.arena, carry, &t), OK);
	assert_false(t.mine);
	assert_int_equal(list_of(&w.officer).count, 1);
	assert_string_equal(list_of(&w.executive).rows[0].is.detail, "Grant");
	assert_int_equal(list_of(&w.owner).count, 0);
}

static enum fail choose(struct act *a, void *arg)
{
	struct telling *t = arg;

	t->why = refusal_on(a->arena);
	return notice_choice_set(a, &t->choice, &t->why);
}

static enum fail choice(struct act *a, void *arg)
{
	struct telling *t = arg;

	return notice_choice_get(a, a->actor->person, &t->choice);
}

static void each_chooses_for_themselves(void **state)
{
	struct telling t = { .choice = { .hour = 24 } };

	(void)state;
	assert_int_equal(store_write(w.store, &w.officer, w.arena, choose, &t),
	                 FAIL_REFUSED);
	assert_int_equal(t.why.count, 1);
	t.choice = (struct notice_choice){ .hour = 6, .kinds = BIT(NOTICE_CLOCK) };
	assert_int_equal(store_write(w.store, &w.officer, w.arena, choose, &t), OK);
	t.choice = (struct notice_choice){ 0 };
	assert_int_equal(store_read(w.store, &w.officer, w.arena, choice, &t), OK);
	assert_int_equal(t.choice.hour, 6);
	assert_false(t.choice.mail);
	assert_int_equal(t.choice.kinds, BIT(NOTICE_CLOCK));
	assert_int_equal(store_read(w.store, &w.owner, w.arena, choice, &t), OK);
	assert_true(t.choice.mail);
	assert_int_equal(t.choice.hour, DIGEST_HOUR);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_notice_is_told_once_and_keeps_what_it_said),
		TEST(what_may_not_be_seen_is_not_there),
		TEST(pages_go_on_over_what_is_hidden),
		TEST(only_ones_own_are_read),
		TEST(what_is_done_is_settled),
		TEST(what_is_for_a_role_is_carried_once),
		TEST(each_chooses_for_themselves),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
