/* test_yaml.c -- packs are read into a tree, and told the line where they are wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "codec/yaml.h"

static struct arena *arena;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new(64u * 1024 * 1024);
	return arena ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static void a_tree_is_read(void **state)
{
	(void)state;
	struct yaml *v;
	struct yaml_error e;

	assert_int_equal(yaml_read(arena, STR("# pack\nname: ma-is009\n"
	                                      "elements:\n  - id: 6.5.1.1\n    label:\n"
	                                      "      en: \"Purpose\"\n      fr: Objet, é\n"
	                                      "  - id: '2'\ntext: >\n  two\n  lines\n"),
	                           &v, &e),
	                 OK);
	assert_int_equal(v->kind, YAML_MAP);
	assert_int_equal(v->count, 3);
	assert_true(str_is(yaml_text(v, "name"), "ma-is009"));
	assert_true(str_is(yaml_text(v, "text"), "two lines\n"));
	const struct yaml *list = yaml_member(v, "elements");
	assert_int_equal(list->kind, YAML_LIST);
	assert_int_equal(list->count, 2);
	const struct yaml *label = yaml_member(list->first, "label");
	assert_int_equal(label->line, 6);
	assert_int_equal(label->column, 7);
	assert_true(str_is(yaml_text(label, "fr"), "Objet, é"));
	assert_false(yaml_member(label, "en")->plain);
	assert_true(yaml_member(label, "fr")->plain);
	assert_null(yaml_member(list, "id"));
	assert_true(str_is(yaml_text(v, "elements"), ""));
}

static void must_refuse(const char *z, unsigned line, unsigned column, const char *part)
{
	struct yaml *v;
	struct yaml_error e;

	if (yaml_read(arena, str_of(z), &v, &e) != FAIL_FORMAT)
		fail_msg("accepted: %s", z);
	assert_null(v);
	if (e.line != line || e.column != column || !strstr(e.what.id, part))
		fail_msg("%s: said %u:%u %s", z, e.line, e.column, e.what.id);
}

static void what_packs_do_not_use_is_refused(void **state)
{
	(void)state;
	must_refuse("", 1, 1, "empty");
	must_refuse("a: 1\nb: &x 2\n", 2, 4, "anchors");
	must_refuse("a: 1\nb: *x\n", 2, 4, "anchors");
	must_refuse("a: !!int 1\n", 1, 4, "anchors");
	must_refuse("- !x [1]\n", 1, 3, "anchors");
	must_refuse("&k a: 1\n", 1, 1, "anchors");
	must_refuse("a: 1\nb: 2\n  \na: 3\n", 4, 4, "twice");
	must_refuse("a: 1\n---\nb: 2\n", 2, 1, "second");
	must_refuse("? [1]\n: 2\n", 1, 3, "a key");
	must_refuse("a: \"x\\0y\"\n", 1, 4, "NUL");
	must_refuse("a: 1\n b: 2\n", 2, 3, "well-formed");
	must_refuse("a:\n\t- b\n", 2, 1, "well-formed");
	must_refuse("a: [1, 2\nb: 3\n", 2, 2, "well-formed");
	must_refuse("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]", 1, 33, "nested");
	must_refuse("a: 1\nb: é \xff\n", 2, 6, "well-formed");
}

static void memory_may_run_out(void **state)
{
	(void)state;
	for (long nth = 1; nth < 25; nth++) {
		struct arena *a = arena_new(1024 * 1024);
		struct yaml *v;
		struct yaml_error e;
		arena_test_fail_at(nth);
		enum fail f = yaml_read(a, STR("a: [1, {b: c, d: e}]\nf: g\n"), &v, &e);
		arena_test_fail_at(0);
		assert_true(f == OK || f == FAIL_MEMORY);
		assert_true(f == FAIL_MEMORY || !arena_failed(a));
		arena_free(a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tree_is_read),
		cmocka_unit_test(what_packs_do_not_use_is_refused),
		cmocka_unit_test(memory_may_run_out),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
