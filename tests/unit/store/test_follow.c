/* test_follow.c -- notes hang on leaves: who sees a leaf decides who sees its notes. */
#include "unit/store/fixture.h"

#include "base/text.h"

enum { NOTE_TEXT, NOTE_ABOUT, NOTE_COPY, NOTE__COUNT };

RIGHTS(note);
static const struct field note_fields[] = {
	[NOTE_TEXT] = { .name = "text", .label = "Text", .type = T_LINE, .required = true },
	[NOTE_ABOUT] = { .name = "about", .label = "About", .type = T_LINK, .many = true,
	                 .part_of = true },
	[NOTE_COPY] = { .name = "copy_of", .label = "Copy of", .type = T_LINK,
	                .target = &leave_type, .copies = true },
};
static const struct record_type note_type = {
	.name = "note", .label = "Note", .plural = "Notes", .code = "NTE",
	.fields = TABLE(note_fields), .rights = TABLE(note_rights),
	.list = TABLE(first_column), .retention = "none", .attachment = true,
};
static const struct record_type *const with_notes[] = { &unit_type, &person_type,
	                                                &leave_type, &note_type };
static const struct registry note_registry = { .at = with_notes,
	                                       .count = COUNT(with_notes) };

static int set_up_notes(void **state)
{
	registry_used = &note_registry;
	if (set_up(state) != 0)
		return -1;
	/* The store finds the unit above in the links of the type called so. */
	struct change *c = change_new(w.arena, &unit_type);
	change_link(c, UNIT_PARENT, w.root);
	const struct id below[] = { w.branch, w.other };
	for (size_t i = 0; i < COUNT(below); i++) {
		struct make m = did(
			change_job, &w.system,
			(struct make){ .type = &unit_type, .id = below[i], .change = c });
		assert_int_equal(m.result, OK);
	}
	return 0;
}

#define NOTE_TEST(f) cmocka_unit_test_setup_teardown(f, set_up_notes, tear_down)

/* ---- small steps ---- */
static struct id leave_in(struct id unit, int label, const struct id *persons, size_t count)
{
	struct change *c = leave_change("Leave");

	c->unit_given = c->label_given = c->need_to_know_given = true;
	c->unit = unit;
	c->label = label;
	c->need_to_know = persons;
	c->need_to_know_count = count;
	struct make m = did(make_job, &w.officer,
	                    (struct make){ .type = &leave_type, .change = c });
	assert_int_equal(m.result, OK);
	return m.row->id;
}

static struct change *note_change(const struct id *about, size_t count)
{
	struct change *c = change_new(w.arena, &note_type);

	change_text(c, NOTE_TEXT, STR("Seen"));
	change_links(c, NOTE_ABOUT, about, count);
	return c;
}

static struct make note_try(struct change *c)
{
	return did(make_job, &w.officer,
	           (struct make){ .type = &note_type, .change = c });
}

static struct id note_on(struct id about)
{
	struct make m = note_try(note_change(&about, 1));

	assert_int_equal(m.result, OK);
	return m.row->id;
}

static void changed(struct id id, struct change *c)
{
	struct make m = did(change_job, &w.officer,
	                    (struct make){ .type = c->type, .id = id, .change = c });

	assert_int_equal(m.result, OK);
}

static void relabelled(struct id leave, int label)
{
	struct change *c = change_new(w.arena, &leave_type);

	c->label_given = true;
	c->label = label;
	changed(leave, c);
}

static void closed_to(struct id leave, const struct id *persons, size_t count)
{
	struct change *c = change_new(w.arena, &leave_type);

	c->need_to_know_given = true;
	c->need_to_know = persons;
	c->need_to_know_count = count;
	changed(leave, c);
}

static void moved(struct id leave, struct id unit)
{
	struct change *c = change_new(w.arena, &leave_type);

	c->unit_given = true;
	c->unit = unit;
	changed(leave, c);
}

static const struct row *note_now(struct id note)
{
	const struct row *r = got(&w.system, &note_type, note);

	assert_non_null(r);
	return r;
}

static bool is_for(const struct row *r, struct id person)
{
	for (size_t i = 0; i < r->need_to_know_count; i++)
		if (id_equal(r->need_to_know[i], person))
			return true;
	return false;
}

/* ---- placing ---- */
static void a_note_is_placed_where_its_leave_is(void **state)
{
	(void)state;
	const struct row *r = note_now(note_on(leave_in(w.branch, 1, &w.rai, 1)));

	assert_true(id_equal(r->unit, w.branch));
	assert_int_equal(r->label, 1);
	assert_int_equal(r->need_to_know_count, 1);
	assert_true(is_for(r, w.rai));
}

static void nobody_opens_a_note_wider(void **state)
{
	(void)state;
	struct id leave = leave_in(w.branch, 2, &w.rai, 1);
	struct change *c = note_change(&leave, 1);

	c->label_given = c->need_to_know_given = true;
	c->label = 1;
	c->need_to_know = &w.dana;
	c->need_to_know_count = 1;
	struct make m = note_try(c);
	assert_int_equal(m.result, FAIL_REFUSED);
	assert_int_equal(m.why.count, 2);
	assert_int_equal(m.why.at[0].field, FIELD_LABEL);
	assert_int_equal(m.why.at[1].field, FIELD_NEED_TO_KNOW);
}

static void a_note_on_two_is_for_who_may_see_both(void **state)
{
	(void)state;
	const struct id both[] = { w.rai, w.dana };
	const struct id about[] = { leave_in(w.branch, 1, both, 2),
		                    leave_in(w.other, 2, &w.rai, 1) };
	struct make m = note_try(note_change(about, 2));

	assert_int_equal(m.result, OK);
	assert_int_equal(m.row->label, 2);
	assert_int_equal(m.row->need_to_know_count, 1);
	assert_true(is_for(m.row, w.rai));
	assert_true(id_equal(m.row->unit, w.root));
}

/* ---- following ---- */
static void a_note_follows_its_leave(void **state)
{
	(void)state;
	struct id leave = leave_in(w.branch, 0, NULL, 0), note = note_on(leave);

	relabelled(leave, 2);
	assert_int_equal(note_now(note)->label, 2);
	relabelled(leave, 1);
	assert_int_equal(note_now(note)->label, 1);
	moved(leave, w.other);
	assert_true(id_equal(note_now(note)->unit, w.other));
	closed_to(leave, &w.rai, 1);
	assert_true(is_for(note_now(note), w.rai));
	closed_to(leave, NULL, 0);
	assert_int_equal(note_now(note)->need_to_know_count, 0);
}

static void a_note_about_a_note_follows_too(void **state)
{
	(void)state;
	struct id leave = leave_in(w.branch, 0, NULL, 0);
	struct id answer = note_on(note_on(leave));

	relabelled(leave, 2);
	closed_to(leave, &w.rai, 1);
	assert_int_equal(note_now(answer)->label, 2);
	assert_true(is_for(note_now(answer), w.rai));
}

static void a_stricter_mark_stays(void **state)
{
	(void)state;
	struct id leave = leave_in(w.branch, 0, NULL, 0), note = note_on(leave);
	struct change *c = change_new(w.arena, &note_type);

	c->label_given = true;
	c->label = 1;
	changed(note, c);
	relabelled(leave, 2);
	assert_int_equal(note_now(note)->label, 2);
	relabelled(leave, 0);
	assert_int_equal(note_now(note)->label, 1);
}

static void whoever_wrote_it_keeps_what_nobody_else_may_see(void **state)
{
	(void)state;
	const struct id about[] = { leave_in(w.branch, 0, &w.rai, 1),
		                    leave_in(w.branch, 0, &w.rai, 1) };
	struct make m = note_try(note_change(about, 2));

	assert_int_equal(m.result, OK);
	closed_to(about[0], &w.dana, 1);
	const struct row *r = note_now(m.row->id);
	assert_int_equal(r->need_to_know_count, 1);
	assert_true(is_for(r, w.rai));
}

/* ---- what hangs on it ---- */
struct found {
	struct id of;
	size_t parts, copies;
};

static enum fail find(struct act *a, void *arg)
{
	struct found *f = arg;
	struct id *ids;
	enum fail failed = record_parts(a, f->of, &ids, &f->parts);

	return failed ? failed : record_repeated(a, f->of, &ids, &f->copies);
}

static void parts_and_copies_are_told_apart(void **state)
{
	(void)state;
	struct found f = { .of = leave_in(w.branch, 0, NULL, 0) };
	struct id other = leave_in(w.branch, 0, NULL, 0);
	struct change *c = note_change(&other, 1);

	(void)note_on(f.of);
	change_link(c, NOTE_COPY, f.of);
	assert_int_equal(note_try(c).result, OK);
	assert_int_equal(store_read(w.store, &w.system, w.arena, find, &f), OK);
	assert_int_equal(f.parts, 1);
	assert_int_equal(f.copies, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_note_is_placed_where_its_leave_is),
		NOTE_TEST(nobody_opens_a_note_wider),
		NOTE_TEST(a_note_on_two_is_for_who_may_see_both),
		NOTE_TEST(a_note_follows_its_leave),
		NOTE_TEST(a_note_about_a_note_follows_too),
		NOTE_TEST(a_stricter_mark_stays),
		NOTE_TEST(whoever_wrote_it_keeps_what_nobody_else_may_see),
		NOTE_TEST(parts_and_copies_are_told_apart),
	};
	return cmocka_run_group_tests_name("follow", tests, NULL, NULL);
}
