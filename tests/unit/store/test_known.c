/*
 * test_known.c -- a page costs the same statements however many rows it has, and shows what
 * it showed when each was asked for alone.
 */
#include "unit/store/fixture.h"

#define ROWS 70                         /* more than one statement takes */

struct shown {
	size_t rows;                    /* of the page */
	struct answer answer;
	struct link_face faces[LIMIT_PAGE_ROWS][3];     /* unit, about, also */
	size_t also[LIMIT_PAGE_ROWS];
};

/* Every second one hangs on a unit that the owner of the branch may not see. */
static void make_rows(void)
{
	for (int i = 0; i < ROWS; i++) {
		char name[32];
		snprintf(name, sizeof name, "Leave %d", i);
		struct id unit = made(&unit_type, name, i % 2 ? w.branch : w.other);
		struct id also[] = { unit, w.lee, made(&person_type, name, w.branch) };
		struct change *c = leave_change(name);
		change_link(c, LEAVE_SYSTEM, leave_made(&w.officer, name)->id);
		change_links(c, LEAVE_ALSO, also, i % 3 == 0 ? 0 : COUNT(also));
		c->unit_given = true;
		c->unit = w.branch;
		struct make m = did(make_job, &w.officer,
		                    (struct make){ .type = &leave_type, .change = c });
		assert_int_equal(m.result, OK);
	}
}

static enum fail show_job(struct act *a, void *arg)
{
	struct shown *s = arg;
	const struct filter linked = { .field = LEAVE_SYSTEM, .op = NOT_EMPTY };
	struct query q = { .type = &leave_type,
		           .filters = &linked,
		           .filter_count = 1,
		           .limit = s->rows };
	enum fail f = record_list(a, &q, &s->answer);

	for (size_t i = 0; !f && i < s->answer.count; i++) {
		const struct row *r = s->answer.rows[i];
		struct id about = row_link(r, LEAVE_SYSTEM);
		s->also[i] = r->values[LEAVE_ALSO].link_count;
		f = link_faces(a, &r->unit, 1, &s->faces[i][0]);
		if (!f)
			f = link_faces(a, &about, 1, &s->faces[i][1]);
		if (!f && s->also[i] > 0)
			f = link_faces(a, r->values[LEAVE_ALSO].links, 1, &s->faces[i][2]);
	}
	return f;
}

static int64_t statements_of(const struct actor *who, struct shown *s)
{
	int64_t before = db_counts(store_db(w.store)).statements;

	assert_int_equal(store_read(w.store, who, w.arena, show_job, s), OK);
	assert_int_equal(s->answer.count, s->rows);
	return db_counts(store_db(w.store)).statements - before;
}

static void rows_do_not_cost_statements(void **state)
{
	(void)state;
	struct shown *few = ARENA_TRY(w.arena, struct shown, 1);
	struct shown *many = ARENA_TRY(w.arena, struct shown, 1);

	make_rows();
	few->rows = 10;
	many->rows = 60;
	int64_t of_few = statements_of(&w.officer, few);
	int64_t of_many = statements_of(&w.officer, many);
	/* Twice as many of those that take 32 at once; one for each row would be 200. */
	assert_in_range(of_many, of_few, of_few + 8);
}

static enum fail alone_job(struct act *a, void *arg)
{
	struct link_face *face = arg;

	return link_faces(a, &face->id, 1, face);
}

/* What is read together is judged one by one. */
static void faces_are_those_of_each_alone(void **state)
{
	(void)state;
	struct shown *s = ARENA_TRY(w.arena, struct shown, 1);
	const struct grant here = { .rights = officer_rights,
		                    .right_count = 1,
		                    .units = &w.branch,
		                    .unit_count = 1,
		                    .clearance = 2 };
	struct actor reader = person_actor(w.lee, "Lee", &here);
	size_t masked = 0;

	make_rows();
	s->rows = 50;
	(void)statements_of(&reader, s);
	for (size_t i = 0; i < s->answer.count; i++) {
		for (size_t k = 0; k < (s->also[i] ? 3u : 2u); k++) {
			const struct link_face *got = &s->faces[i][k];
			struct link_face alone = { .id = got->id };
			assert_int_equal(store_read(w.store, &reader, w.arena, alone_job,
			                            &alone),
			                 OK);
			assert_true(id_equal(got->id, alone.id));
			assert_int_equal(got->masked, alone.masked);
			assert_true(str_equal(got->title, alone.title));
			masked += got->masked;
		}
		assert_true(s->also[i] == 0 || s->also[i] == 3);
	}
	assert_in_range(masked, 10, 140);
}

struct several {
	struct id ids[100];
	struct link_face faces[100];
};

static enum fail several_job(struct act *a, void *arg)
{
	struct several *s = arg;

	return link_faces(a, s->ids, COUNT(s->ids), s->faces);
}

/* Ids twice, of nobody, and more than one statement takes. */
static void ids_of_nobody_are_masked(void **state)
{
	(void)state;
	struct several s;
	struct id none = id_new();

	for (size_t i = 0; i < COUNT(s.ids); i++)
		s.ids[i] = i % 3 == 0 ? none : i % 3 == 1 ? w.rai
		                                          : w.dana;
	assert_int_equal(store_read(w.store, &w.officer, w.arena, several_job, &s), OK);
	for (size_t i = 0; i < COUNT(s.ids); i++) {
		assert_true(id_equal(s.faces[i].id, s.ids[i]));
		assert_true(s.faces[i].masked == (i % 3 == 0));
		assert_true(i % 3 != 1 || str_is(s.faces[i].title, "Rai"));
	}
}

struct changing {
	struct str before, after;
};

static enum fail change_and_look(struct act *a, void *arg)
{
	struct changing *c = arg;
	struct refusal why = refusal_on(a->arena);
	struct link_face face;
	struct row *r;
	struct change *change = change_new(a->arena, &person_type);

	enum fail f = link_faces(a, &w.rai, 1, &face);
	c->before = face.title;
	change_text(change, PERSON_NAME, STR("Rai the second"));
	if (!f)
		f = record_change(a, &person_type, w.rai, 0, change, &why, &r);
	if (!f)
		f = link_faces(a, &w.rai, 1, &face);
	c->after = face.title;
	return f;
}

static void who_writes_sees_what_was_written(void **state)
{
	(void)state;
	struct changing c;

	assert_int_equal(store_write(w.store, &w.officer, w.arena, change_and_look, &c),
	                 OK);
	assert_true(str_is(c.before, "Rai"));
	assert_true(str_is(c.after, "Rai the second"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(rows_do_not_cost_statements),
		TEST(faces_are_those_of_each_alone),
		TEST(ids_of_nobody_are_masked),
		TEST(who_writes_sees_what_was_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
