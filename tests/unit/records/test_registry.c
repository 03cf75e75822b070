/* test_registry.c -- the tables of all record types hold together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/arena.h"
#include "model/record.h"
#include "records/local_field.h"
#include "records/settings.h"

static void every_table_is_sound(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct text faults = text_on(a, 1 << 18);
	bool sound = registry_check(&all_records, &faults);

	(void)state;
	if (!sound)
		print_error("%.*s", STR_ARG(text_str(&faults)));
	assert_true(sound);
	arena_free(a);
}

static void every_setting_is_sound(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct text faults = text_on(a, 1 << 16);

	(void)state;
	if (!settings_check(&faults))
		print_error("%.*s", STR_ARG(text_str(&faults)));
	assert_int_equal(text_str(&faults).n, 0);
	/* Reading content is never opened by whoever runs the installation. */
	assert_int_equal(settings[SET_OPERATOR_MAY_READ].operator_may, BIT(0));
	assert_string_equal(settings[SET_OPERATOR_MAY_READ].choices.at[0].name, "no");
	arena_free(a);
}

/* A step by two people must not be possible for the person who gives what it needs. */
static void approvals_are_by_two(void **state)
{
	(void)state;
	for (size_t i = 0; i < all_records.count; i++) {
		const struct record_type *t = all_records.at[i];
		for (size_t k = 0; k < t->steps.count; k++)
			if (t->steps.at[k].approval && !t->steps.at[k].not_author)
				fail_msg("%s: %s approves one's own work", t->name,
				         t->steps.at[k].name);
	}
}

/* Each type that has steps is acted out in a scenario. */
static void every_type_with_steps_has_a_scenario(void **state)
{
	const char *source = getenv("WARDROOM_SOURCE");
	char path[200];

	(void)state;
	for (size_t i = 0; i < all_records.count; i++) {
		const struct record_type *t = all_records.at[i];
		FILE *in;

		if (t->steps.count == 0)
			continue;
		snprintf(path, sizeof path, "%s/tests/records/%s.t", source ? source : ".",
		         t->name);
		in = fopen(path, "r");
		if (!in)
			fail_msg("%s has no scenario %s", t->name, path);
		fclose(in);
	}
}

/* What a field can be added to, and what a link of one can lead to, is there. */
static void fields_are_added_to_types_that_exist(void **state)
{
	const struct field *of = &local_field_type.fields.at[LOF_OF];
	size_t listed = 0;

	(void)state;
	for (size_t i = 0; i < of->choices.count; i++) {
		const struct record_type *t =
			registry_find(&all_records, str_of(of->choices.at[i].name));
		if (!t || strcmp(t->label, of->choices.at[i].label) != 0)
			fail_msg("%s is no type, or is called otherwise",
			         of->choices.at[i].name);
		listed++;
	}
	assert_true(listed > 10);
	assert_int_equal(local_field_type.fields.at[LOF_TARGET].choices.count, listed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_table_is_sound),
		cmocka_unit_test(every_setting_is_sound),
		cmocka_unit_test(approvals_are_by_two),
		cmocka_unit_test(every_type_with_steps_has_a_scenario),
		cmocka_unit_test(fields_are_added_to_types_that_exist),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
