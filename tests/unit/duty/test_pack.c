/* Content packs: those of the program load; faults name their line and column. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "duty/pack.h"
#include "duty/vocabulary.h"

static struct packs embedded(struct arena *a)
{
	struct refusal why = refusal_on(a);
	struct packs packs = { 0 };
	enum fail f = packs_embedded(a, &why, &packs);

	for (size_t i = 0; i < why.count; i++)
		print_error("%.*s: %s %.*s\n", STR_ARG(why.at[i].where), why.at[i].why.id,
		            STR_ARG(why.at[i].why.args[0]));
	assert_int_equal(f, OK);
	return packs;
}

static void the_programs_packs_load(void **state)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct packs packs = embedded(a);
	const struct pack *is009 = pack_find(&packs, STR("ma-is009"));
	const struct pack *ssp = pack_find(&packs, STR("bc-ssp"));

	(void)state;
	assert_non_null(is009);
	assert_int_equal(is009->element_count, 11);
	assert_int_equal(is009->part_count, 15);
	assert_int_equal(is009->container_count, 2);
	assert_int_equal(is009->test_months, 12);
	const struct pack_element *e = pack_element_find(is009, STR("6.5.2.1"));
	assert_non_null(e);
	assert_int_equal(e->part_count, 4);
	assert_int_equal(pack_element_find(is009, STR("6.5.2.3"))->part_count, 2);
	assert_true(str_is(is009->containers[e->container].id, "plan"));
	assert_non_null(pack_part_find(e, STR("contacts"))->find);
	assert_non_null(ssp);
	assert_int_equal(ssp->element_count, 16);
	assert_int_equal(ssp->test_months, 0);
	assert_null(pack_find(&packs, STR("words.yaml")));
	arena_free(a);
}

/* A pack without a checklist holds instruments for duties to cite. */
static void a_pack_may_hold_instruments_alone(void **state)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct packs packs = embedded(a);
	const struct pack *miso = pack_find(&packs, STR("bc-miso"));
	const struct pack *is009 = pack_find(&packs, STR("ma-is009"));

	(void)state;
	assert_non_null(miso);
	assert_true(miso->instrument_count > 1);
	assert_true(str_is(miso->instruments[0].id, "miso-handbook"));
	assert_true(str_is(miso->instrument.id, "miso-handbook"));
	assert_int_equal(miso->element_count, 0);
	assert_null(pack_with_checklist(&packs, STR("bc-miso")));
	assert_ptr_equal(pack_with_checklist(&packs, STR("ma-is009")), is009);
	assert_int_equal(is009->instrument_count, 2);
	arena_free(a);
}

static void put(const char *folder, const char *name, const char *text)
{
	char path[300];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
}

static const char *const good_words =
	"groups:\n  backup:\n    en: [backup*]\n    fr: [copie*]\n"
	"rules:\n  backups:\n    - core: [backup]\n";
static const char *const good_pack =
	"id: mine\nedition: '1'\nlicence: CC0-1.0\njurisdiction: CA\n"
	"title: {en: T, fr: T}\nprovenance: {en: P, fr: P}\n"
	"instrument:\n  id: X\n  issuer: {en: I, fr: I}\n  title: {en: T, fr: T}\n"
	"  editions:\n    - id: '1'\n      sure: local\n      clauses:\n"
	"        - {number: '1', en: C, fr: C}\n"
	"checklist:\n  title: {en: T, fr: T}\n  subject: {en: S, fr: S}\n"
	"  criteria: {en: C, fr: C}\n  effect: {en: E, fr: E}\n  no_discharge: {en: N, fr: "
	"N}\n"
	"  containers:\n    - {id: plan, label: {en: Plan, fr: Plan}}\n"
	"  gaps:\n    - {key: b, phrase: {en: b, fr: b}, recommendation: {en: r, fr: r}}\n"
	"  elements:\n    - id: '1'\n      container: plan\n      gap: b\n      sure: "
	"local\n"
	"      label: {en: L, fr: L}\n      parts:\n"
	"        - {id: b, find: backups, label: {en: L, fr: L}, accept: {en: A, fr: A}}\n";

static char folder[100];

static void make_folder(void)
{
	char path[200];

	snprintf(folder, sizeof(folder), "/tmp/wardroom-packs-XXXXXX");
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/mine", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof(path), "%s/mine/words.yaml", folder);
	put(folder, "mine/words.yaml", good_words);
	put(folder, "mine/pack.yaml", good_pack);
}

static void drop_folder(void)
{
	const char *const names[] = { "mine/words.yaml", "mine/pack.yaml", "mine", "" };
	char path[200];

	for (size_t i = 0; i < COUNT(names); i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
		remove(path);
	}
}

static void a_folder_loads(void **state)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct refusal why = refusal_on(a);
	struct packs packs;
	char one[200];

	(void)state;
	make_folder();
	assert_int_equal(packs_in_folder(a, folder, &why, &packs), OK);
	assert_int_equal(packs.count, 1);
	snprintf(one, sizeof(one), "%s/mine", folder);
	assert_int_equal(packs_in_folder(a, one, &why, &packs), OK);
	assert_true(str_is(packs.at[0].id, "mine"));
	assert_true(packs.at[0].words->hollow[HOLLOW_DEFERS][LANG_EN].count > 10);
	drop_folder();
	arena_free(a);
}

/* Swaps a piece of the good pack and looks for the fault. */
static void expect_fault(const char *piece, const char *with, const char *where,
                         const char *what)
{
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	struct refusal why = refusal_on(a);
	struct packs packs;
	char text[4000];
	const char *at = strstr(good_pack, piece);

	assert_non_null(at);
	snprintf(text, sizeof(text), "%.*s%s%s", (int)(at - good_pack), good_pack, with,
	         at + strlen(piece));
	make_folder();
	put(folder, "mine/pack.yaml", text);
	assert_int_equal(packs_in_folder(a, folder, &why, &packs), FAIL_FORMAT);
	bool found = false;
	for (size_t i = 0; i < why.count; i++) {
		bool here =
			str_ends(why.at[i].where, where) && strstr(why.at[i].why.id, what);
		found = found || here;
		if (!here)
			print_message("also: %.*s %s\n", STR_ARG(why.at[i].where),
			              why.at[i].why.id);
	}
	assert_true(found);
	drop_folder();
	arena_free(a);
}

static void faults_name_their_place(void **state)
{
	(void)state;
	expect_fault("gap: b\n      sure", "gap: c\n      sure", "pack.yaml:29:12",
	             "there is no gap");
	expect_fault("find: backups", "find: nothing", "pack.yaml:33:25",
	             "there is no rule");
	expect_fault("sure: local\n      clauses", "sure: perhaps\n      clauses",
	             "pack.yaml:13:13", "how sure");
	expect_fault("edition: '1'", "editio: '1'", "pack.yaml:1:1", "is missing");
	expect_fault("edition: '1'", "editio: '1'", "pack.yaml:2:9", "no member");
	expect_fault("edition: '1'", "edition: [", "pack.yaml:4:13", "well-formed");
	expect_fault("id: mine", "id: yours", "pack.yaml:1:5", "its folder");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_programs_packs_load),
		cmocka_unit_test(a_pack_may_hold_instruments_alone),
		cmocka_unit_test(a_folder_loads),
		cmocka_unit_test(faults_name_their_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
