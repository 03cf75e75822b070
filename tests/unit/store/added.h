/*
 * added.h -- an organisation that added a field of every kind to the leaves of fixture.h.
 *
 * Its definitions are records of the smallest type that can say one: a name and a kind.
 */
#ifndef TESTS_STORE_ADDED_H
#define TESTS_STORE_ADDED_H

#include "unit/store/fixture.h"

#include "model/local.h"

enum { ADDED_NAME, ADDED_KIND, ADDED__COUNT };

RIGHTS(added);
static const struct field added_fields[] = {
	[ADDED_NAME] = { .name = "name", .label = "Name", .type = T_LINE,
	                 .required = true },
	[ADDED_KIND] = { .name = "kind", .label = "Kind", .type = T_NUMBER },
};
static const struct record_type added_type = {
	.name = "added", .label = "Field", .plural = "Fields", .code = "ADD",
	.fields = TABLE(added_fields), .rights = TABLE(added_rights),
	.list = TABLE(first_column), .retention = "none", .permanent = true,
};

static bool read_added(struct arena *a, const struct registry *g, enum lang lang,
                       const struct row *r, struct local_field *out)
{
	struct field *f = &out->field;

	(void)g;
	(void)lang;
	*out = (struct local_field){ .of = &leave_type, .listed = true };
	f->name = str_format(a, LOCAL_PREFIX "%.*s", STR_ARG(row_text(r, ADDED_NAME))).p;
	f->label = f->name;
	f->local = true;
	f->type = (enum field_type)row_number(r, ADDED_KIND);
	if (f->type == T_CHOICE) {
		f->choices.at = leave_risks;
		f->choices.count = COUNT(leave_risks);
	}
	if (f->type == T_LINK)
		f->target = &leave_type;
	return true;
}

static const struct record_type *const types_and_added[] = { &unit_type, &person_type,
	                                                     &leave_type, &added_type };
static const struct registry added_registry = { .at = types_and_added,
	                                        .count = COUNT(types_and_added),
	                                        .local_fields = &added_type,
	                                        .local_field = read_added };

/* In this order, after the fields that every leave has. */
enum { LEAVE_PLACE = LEAVE__COUNT, LEAVE_STORY, LEAVE_COST, LEAVE_SINCE, LEAVE_REMOTE,
       LEAVE_LEVEL, LEAVE_BASIS };
static const struct {
	const char *name;
	enum field_type kind;
} every_kind[] = {
	{ "place", T_LINE },
	{ "story", T_TEXT },
	{ "cost", T_NUMBER },
	{ "since", T_DATE },
	{ "remote", T_FLAG },
	{ "level", T_CHOICE },
	{ "basis", T_LINK },
};

/* The leaves of the organisation. */
UNUSED static const struct record_type *leave_here(void)
{
	const struct registry *g;

	assert_int_equal(store_types(w.store, &w.officer, w.arena, &g), OK);
	return registry_find(g, STR("leave"));
}

static int set_up_added(void **state)
{
	registry_used = &added_registry;
	if (set_up(state) != 0)
		return -1;
	for (size_t i = 0; i < COUNT(every_kind); i++) {
		struct change *c = change_new(w.arena, &added_type);

		change_text(c, ADDED_NAME, str_of(every_kind[i].name));
		change_number(c, ADDED_KIND, every_kind[i].kind);
		struct make m = did(make_job, &w.officer,
		                    (struct make){ .type = &added_type, .change = c });
		assert_int_equal(m.result, OK);
	}
	return 0;
}

#define ADDED_TEST(f) cmocka_unit_test_setup_teardown(f, set_up_added, tear_down)

#endif
