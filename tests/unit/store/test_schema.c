/* test_schema.c -- data of yesterday's types opens with today's; data of tomorrow's does
 * not. */
#include "unit/store/fixture.h"

static struct field grown_fields[LEAVE__COUNT + 2];
static struct record_type grown_type;
static const struct record_type *grown_types[4];
static struct registry grown;

static const struct right later_rights[] = { { "later.keep", "Keep" } };
static const struct record_type later_type = {
	.name = "later", .label = "Later", .plural = "Later", .code = "LA",
	.fields = TABLE(person_fields), .rights = TABLE(later_rights),
	.list = TABLE(first_column),
	.retention = "none",
};

/* The same types, with two fields more, one renamed, and a type more. */
static void grow(void)
{
	memcpy(grown_fields, leave_fields, sizeof leave_fields);
	grown_fields[LEAVE_SYSTEM].target = &grown_type;
	grown_fields[LEAVE_RISK].name = "danger";
	grown_fields[LEAVE_RISK].was = "risk";
	grown_fields[LEAVE_ALSO].name = "others";
	grown_fields[LEAVE_ALSO].was = "also";
	grown_fields[LEAVE__COUNT] =
		(struct field){ .name = "extra", .label = "Extra", .type = T_BILINE };
	grown_fields[LEAVE__COUNT + 1] = (struct field){
		.name = "points", .label = "Points", .type = T_NUMBER, .unique = true
	};
	grown_type = leave_type;
	grown_type.fields.at = grown_fields;
	grown_type.fields.count = LEAVE__COUNT + 2;
	grown_type.effect = NULL;
	grown_types[0] = &unit_type;
	grown_types[1] = &person_type;
	grown_types[2] = &grown_type;
	grown_types[3] = &later_type;
	grown = (struct registry){ .at = grown_types, .count = 4 };
}

static struct id old_leave(void)
{
	struct change *c = leave_change("Old");

	change_text(c, LEAVE_RISK, STR("high"));
	change_links(c, LEAVE_ALSO, (struct id[]){ w.branch, w.other }, 2);
	return did(make_job, &w.officer, (struct make){ .type = &leave_type, .change = c })
	        .row->id;
}

struct events {
	struct id id;
	struct event *at;
	size_t count;
};

static enum fail history_job(struct act *a, void *arg)
{
	struct events *e = arg;

	return record_history(a, &grown_type, e->id, &e->at, &e->count);
}

static void yesterdays_data_opens_with_todays_types(void **state)
{
	(void)state;
	struct id id = old_leave();
	struct events e = { .id = id };

	grow();
	store_close(w.store);
	open_store(&grown);
	struct row *r = got(&w.officer, &grown_type, id);
	assert_true(str_is(row_text(r, LEAVE_RISK), "high"));
	assert_int_equal(r->values[LEAVE_ALSO].link_count, 2);
	assert_false(row_filled(r, LEAVE__COUNT + 1));
	struct change *c = change_new(w.arena, &grown_type);
	change_bilingual(c, LEAVE__COUNT, STR("more"), STR("plus"));
	change_number(c, LEAVE__COUNT + 1, 3);
	struct make m = { .type = &grown_type, .id = id, .change = c };
	assert_int_equal(did(change_job, &w.officer, m).result, OK);
	made(&later_type, "Later", ID_NONE);
	assert_int_equal(store_read(w.store, &w.officer, w.arena, history_job, &e), OK);
	bool found = false;
	for (size_t i = 0; i < e.at[0].change_count; i++)
		found = found || (e.at[0].changes[i].field == LEAVE_RISK &&
		                  str_is(e.at[0].changes[i].after, "High"));
	assert_true(found);
	store_close(w.store);
	open_store(&grown);             /* a second time there is nothing to do */
	assert_true(
		str_is(row_text(got(&w.officer, &grown_type, id), LEAVE__COUNT), "more"));
}

static void a_field_does_not_change_its_kind(void **state)
{
	(void)state;
	struct store *s = NULL;
	const struct store_options o = { .db = w.target, .registry = &grown };

	grow();
	grown_fields[LEAVE_DAYS].type = T_DATE;
	grown_fields[LEAVE_DAYS].min = 0;
	store_close(w.store);
	assert_int_equal(store_open(&s, &o), FAIL_DATABASE);
	assert_non_null(strstr(fail_message(), "days of leave"));
	open_store(&test_registry);
}

static enum fail make_newer(struct tx *tx, void *arg)
{
	(void)arg;
	return query_run(query(
		tx, SQL("update schema_meta set value = '99' where name = 'format'")));
}

static void data_of_a_newer_program_is_refused(void **state)
{
	(void)state;
	struct store *s = NULL;
	struct store_options o = { .db = w.target, .registry = &test_registry };

	assert_int_equal(db_write(store_db(w.store), make_newer, NULL), OK);
	store_close(w.store);
	w.store = NULL;
	assert_int_equal(store_open(&s, &o), FAIL_NEWER);
	assert_non_null(strstr(fail_message(), "newer version"));
	o.read_only = true;
	assert_int_equal(store_open(&s, &o), FAIL_NEWER);
}

static void a_table_with_mistakes_does_not_open(void **state)
{
	(void)state;
	struct store *s = NULL;
	const struct store_options o = { .db = w.target,
		                         .registry = &grown,
		                         .create = true };

	grow();
	grown_fields[0].name = "state";
	store_close(w.store);
	w.store = NULL;
	assert_int_equal(store_open(&s, &o), FAIL_FORMAT);
	assert_non_null(strstr(fail_message(), "state"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(yesterdays_data_opens_with_todays_types),
		TEST(a_field_does_not_change_its_kind),
		TEST(data_of_a_newer_program_is_refused),
		TEST(a_table_with_mistakes_does_not_open),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
