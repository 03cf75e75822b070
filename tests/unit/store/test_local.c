/*
 * test_local.c -- values of fields that an organisation added: kept, guarded by the history
 * and destroyed like those of the program's own.
 */
#include "unit/store/added.h"

#include "db/db.h"
#include "store/answers.h"
#include "store/erase.h"
#include "store/verify.h"

static struct id basis, leave;

/* A leave with a value of every kind. */
static int fill(void **state)
{
	if (set_up_added(state) != 0)
		return -1;
	basis = leave_made(&w.officer, "Basis")->id;
	struct change *c = change_new(w.arena, leave_here());
	change_text(c, LEAVE_TITLE, STR("Kiosk"));
	change_text(c, LEAVE_REASON, STR("the vendor ends support"));
	change_text(c, LEAVE_PLACE, STR("Québec"));
	change_text(c, LEAVE_STORY, STR("Nobody knew of the zebra."));
	change_number(c, LEAVE_COST, -12);
	change_date(c, LEAVE_SINCE, (struct date){ 2026, 2, 28 });
	change_flag(c, LEAVE_REMOTE, true);
	change_text(c, LEAVE_LEVEL, STR("low"));
	change_link(c, LEAVE_BASIS, basis);
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = leave_here(), .change = c });
	if (m.result != OK)
		fail_msg("%s %s", fail_message(), m.why.count ? m.why.at[0].why.id : "");
	leave = m.row->id;
	return 0;
}

static const struct verify_result *verified(void)
{
	struct verify_result *r = ARENA_NEW(w.arena, struct verify_result);

	if (store_verify(w.store, w.arena, w.org, &(struct verify_options){ 0 }, r) != OK)
		fail_msg("%s", fail_message());
	return r;
}

static void holds(void)
{
	const struct verify_result *r = verified();

	if (r->differences)
		fail_msg("%.*s: %.*s", STR_ARG(r->at[0].where), STR_ARG(r->at[0].what));
}

static void a_value_of_every_kind_is_read_back(void **state)
{
	(void)state;
	const struct row *r = got(&w.officer, leave_here(), leave);

	assert_non_null(r);
	assert_true(str_is(row_text(r, LEAVE_PLACE), "Québec"));
	assert_true(str_is(row_text(r, LEAVE_STORY), "Nobody knew of the zebra."));
	assert_int_equal(row_number(r, LEAVE_COST), -12);
	assert_int_equal(date_compare(row_date(r, LEAVE_SINCE),
	                              (struct date){ 2026, 2, 28 }),
	                 0);
	assert_true(row_flag(r, LEAVE_REMOTE));
	assert_true(str_is(row_text(r, LEAVE_LEVEL), "low"));
	assert_true(id_equal(row_link(r, LEAVE_BASIS), basis));
	holds();
}

static enum fail run_sql(struct tx *tx, void *arg)
{
	return db_script(tx, str_of(arg));
}

static void does(const char *sql)
{
	char text[512];

	snprintf(text, sizeof text, "%s", sql);
	if (db_write(store_db(w.store), run_sql, text) != OK)
		fail_msg("%s: %s", sql, fail_message());
}

/* Each in a world of its own: the statement, and what must be said. */
static const struct {
	const char *sql, *what;
} tampers[] = {
	{ "update local_value set kept = 'Oka' where field = 'local_place'",
	  "\"local_place\" is \"Oka\", and its history says" },
	{ "update local_value set number = 12 where field = 'local_cost'",
	  "\"local_cost\" is 12, and its history says -12" },
	{ "update local_value set number = 0 where field = 'local_remote'",
	  "\"local_remote\"" },
	{ "update local_value set kept = '2027-02-28' where field = 'local_since'",
	  "\"local_since\"" },
	{ "delete from local_value where field = 'local_level'", "\"local_level\"" },
	{ "delete from link where field = 'local_basis'", "\"local_basis\"" },
	{ "update local_value set sorted = 'oka' where field = 'local_place'",
	  "\"local_place\" is not sorted as it is written" },
	{ "update local_value set sorted = '2020-01-01' where field = 'local_since'",
	  "\"local_since\" is not sorted as it is written" },
	{ "update local_value set field = 'local_nothing' where field = 'local_story'",
	  "\"local_story\"" },
	{ "insert into local_value (org, record, field, kept, sorted)"
	  " select org, record, 'local_nothing', 'x', 'x' from local_value"
	  " where field = 'local_story'",
	  "\"local_nothing\" is a value of no field" },
	{ "delete from entry where number = 2 and type = 'leave'",
	  "is a value of a record that is not there" },
};

static bool is_named(const char *what)
{
	const struct verify_result *r = verified();

	for (int64_t i = 0; i < r->differences && i < VERIFY_AT_MOST; i++)
		if (str_find(r->at[i].what, str_of(what)) != SIZE_MAX)
			return true;
	print_error("not named: %s\n", what);
	for (int64_t i = 0; i < r->differences && i < VERIFY_AT_MOST; i++)
		print_error("    %.*s: %.*s\n", STR_ARG(r->at[i].where),
		            STR_ARG(r->at[i].what));
	return false;
}

static void every_tampering_is_named(void **state)
{
	size_t seen = 0;

	for (size_t i = 0; i < COUNT(tampers); i++) {
		assert_int_equal(fill(state), 0);
		does(tampers[i].sql);
		seen += is_named(tampers[i].what);
		tear_down(state);
	}
	assert_int_equal(seen, COUNT(tampers));
}

/* ---- erasing ---- */
static enum fail remember(struct act *a, void *arg)
{
	const struct remembered answer = {
		.key = { 1 },
		.status = 201,
		.version = 1,
		.body = str_format(a->arena, "{\"id\":\"%.*s\",\"local_place\":\"Québec\"}",
		                   STR_ARG(id_text(a->arena, leave)))
	};

	(void)arg;
	return answer_remember(a, &answer);
}

static enum fail erase(struct act *a, void *arg)
{
	struct refusal why = refusal_on(a->arena);

	(void)arg;
	return record_erase(a, &leave_type, leave, 0, STR("asked for"), &why);
}

/* Values, remembered answers, the history's values, words of the search. */
static enum fail count_left(struct tx *tx, void *arg)
{
	int64_t *left = arg;
	struct stmt *s = query(
		tx, SQL("select (select count(*) from local_value)"
	                " + (select count(*) from remembered_answer where body like"
	                " '%local_place%')"
	                " + (select count(*) from history where opened like '%zebra%')"
	                " + (select count(*) from word_doc"
	                " where cast(words as text) like '%zebra%')"
	                " + (select count(*) from link where field = 'local_basis')"));

	assert_int_equal(query_next(s), 1);
	*left = column_i64(s, 0);
	query_end(s);
	return OK;
}

static int64_t left(void)
{
	int64_t n = -1;

	assert_int_equal(db_read(store_db(w.store), count_left, &n), OK);
	return n;
}

static void erasing_leaves_nothing_of_them(void **state)
{
	(void)state;
	assert_int_equal(store_write(w.store, &w.officer, w.arena, remember, NULL), OK);
	assert_int_equal(left(), 6 + 1 + 1 + 1 + 1);
	assert_int_equal(store_write(w.store, &w.officer, w.arena, erase, NULL), OK);
	assert_int_equal(left(), 0);
	holds();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_value_of_every_kind_is_read_back, fill,
		                                tear_down),
		cmocka_unit_test(every_tampering_is_named),
		cmocka_unit_test_setup_teardown(erasing_leaves_nothing_of_them, fill,
		                                tear_down),
	};
	return cmocka_run_group_tests_name("local", tests, NULL, NULL);
}
