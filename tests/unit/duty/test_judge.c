/* The judge: the agency's case, a full plan, drafts, tests that are too old, excuses. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/limits.h"
#include "duty/judge.h"

struct case_file {
	struct arena *arena;
	const struct pack *pack;
	struct container_facts in[2];
	struct element_facts elements[32];
	struct place places[32][8];
	struct plan_facts facts;
};

static struct case_file k;

static int open_case(void **state)
{
	struct packs packs;

	(void)state;
	k = (struct case_file){ .arena = arena_new(LIMIT_REQUEST_BYTES) };
	struct refusal why = refusal_on(k.arena);
	assert_int_equal(packs_embedded(k.arena, &why, &packs), OK);
	k.pack = pack_find(&packs, STR("ma-is009"));
	for (size_t i = 0; i < k.pack->element_count; i++)
		k.elements[i].places = k.places[i];
	for (size_t i = 0; i < 2; i++)
		k.in[i] = (struct container_facts){
			.exists = true,
			.approved = true,
			.document = STR("Plan, version 3"),
		};
	k.facts = (struct plan_facts){
		.pack = k.pack,
		.containers = k.in,
		.elements = k.elements,
		.tested_on = { 2024, 1, 15 },
		.today = { 2024, 4, 25 },
	};
	return 0;
}

static int close_case(void **state)
{
	(void)state;
	arena_free(k.arena);
	return 0;
}

static void locate(const char *element, const char *part)
{
	const struct pack_element *e = pack_element_find(k.pack, str_of(element));

	assert_non_null(e);
	for (size_t i = 0; i < e->part_count; i++)
		if (!part || str_is(e->parts[i].id, part))
			k.places[pack_element_index(k.pack, e)][i].located = true;
}

static void locate_all(void)
{
	for (size_t i = 0; i < k.pack->element_count; i++)
		locate(str_z(k.arena, k.pack->elements[i].id), NULL);
}

static void locate_agency(void)
{
	locate("6.5.1.1", NULL);
	locate("6.5.1.4", NULL);
	locate("6.5.2.1", NULL);
	locate("6.5.2.2", NULL);
}

static const struct judged_element *judged(const struct judgement *j, const char *id)
{
	return &j->elements[pack_element_index(k.pack,
	                                       pack_element_find(k.pack, str_of(id)))];
}

static void the_agencys_case(void **state)
{
	static const char *const phrases[] = {
		"guidance for implementing corrective actions or post-incident analysis",
		"criteria for activating business recovery and continuity",
		"data backup processes",
		"an analysis of legal requirements for reporting compromises",
		"incident response procedures from required external parties",
	};
	static const char *const missing[] = { "6.5.1.2", "6.5.1.3", "6.5.2.3", "6.5.2.4",
		                               "6.5.2.5", "6.5.2.6", "6.5.2.7" };

	(void)state;
	locate_agency();
	struct judgement j = judge_plan(k.arena, &k.facts);
	assert_int_equal(j.count[ELEMENT_MET], 4);
	assert_int_equal(j.count[ELEMENT_MISSING], 7);
	for (size_t i = 0; i < COUNT(missing); i++)
		assert_int_equal(judged(&j, missing[i])->state, ELEMENT_MISSING);
	assert_int_equal(j.gap_count, 5);
	for (size_t i = 0; i < COUNT(phrases); i++)
		assert_true(str_is(j.gaps[i].phrase.en, phrases[i]));
	assert_int_equal(j.gaps[0].element_count, 3);
	assert_true(judged(&j, "6.5.2.2")->warned);
	assert_false(j.gates[GATE_LOCATED].passed);
	assert_true(j.gates[GATE_APPROVED].passed);
	assert_false(j.complete);
	struct str condition = judge_condition(k.arena, &j, LANG_EN);
	assert_true(str_find(condition, STR("do not include guidance for implementing")) <
	            60);
}

static void three_things_left_open(void **state)
{
	struct gap_answer answers[5];
	size_t count, missing = 0, promise = 0, reliance = 0;

	(void)state;
	locate_agency();
	struct judgement j = judge_plan(k.arena, &k.facts);
	for (size_t i = 0; i < 5; i++)
		answers[i] = (struct gap_answer){
			.recommendation = i < 4 ? STR("Establish it.") : STR_NONE,
			.owner = STR("Director"),
			.due = { 2024, 12, 31 },
		};
	struct finding_facts f = {
		.judgement = &j,
		.answers = answers,
		.response = STR("We will develop a compliant plan."),
		.relies_on = STR("the secretariat"),
	};
	const struct message *w = finding_warnings(k.arena, &f, LANG_EN, &count);
	for (size_t i = 0; i < count; i++) {
		missing += strstr(w[i].id, "has no recommendation") &&
		           str_is(w[i].args[0], "6.5.2.7");
		promise += strstr(w[i].id, "without a due date") != NULL;
		reliance += strstr(w[i].id, "does not discharge") != NULL;
	}
	assert_int_equal(count, 3);
	assert_int_equal(missing + 10 * promise + 100 * reliance, 111);
	answers[1].owner = STR_NONE;
	answers[2].due = DATE_NONE;
	finding_warnings(k.arena, &f, LANG_EN, &count);
	assert_int_equal(count, 5);
}

static void a_full_plan(void **state)
{
	(void)state;
	locate_all();
	struct judgement j = judge_plan(k.arena, &k.facts);
	assert_int_equal(j.count[ELEMENT_MET], 11);
	assert_int_equal(j.gap_count, 0);
	assert_true(j.complete);
	assert_int_equal(judge_condition(k.arena, &j, LANG_EN).n, 0);
}

static void a_draft_meets_nothing(void **state)
{
	(void)state;
	locate_all();
	k.in[0].approved = k.in[1].approved = false;
	struct judgement j = judge_plan(k.arena, &k.facts);
	assert_int_equal(j.count[ELEMENT_MET], 0);
	assert_int_equal(j.count[ELEMENT_NOT_MET], 11);
	assert_false(j.gates[GATE_APPROVED].passed);
	assert_false(j.complete);
}

static void one_draft_of_two(void **state)
{
	(void)state;
	locate_all();
	k.in[0].approved = false;       /* the procedures */
	struct judgement j = judge_plan(k.arena, &k.facts);
	assert_int_equal(j.count[ELEMENT_NOT_MET], 4);
	assert_int_equal(j.count[ELEMENT_MET], 7);
	assert_true(judged(&j, "6.5.2.2")->warned);
}

static void no_plan(void **state)
{
	(void)state;
	locate_all();
	k.in[0].exists = k.in[1].exists = false;
	struct judgement j = judge_plan(k.arena, &k.facts);
	assert_int_equal(j.count[ELEMENT_MISSING], 11);
	assert_false(j.gates[GATE_EXISTS].passed);
}

static void tests_grow_old(void **state)
{
	(void)state;
	locate_all();
	k.facts.tested_on = (struct date){ 2023, 4, 25 };
	assert_true(judge_plan(k.arena, &k.facts).complete);
	k.facts.tested_on = (struct date){ 2023, 4, 24 };
	struct judgement j = judge_plan(k.arena, &k.facts);
	assert_false(j.gates[GATE_TESTED].passed);
	assert_false(j.complete);
	assert_int_equal(j.count[ELEMENT_MET], 11);
	k.facts.tested_on = DATE_NONE;
	assert_false(judge_plan(k.arena, &k.facts).gates[GATE_TESTED].passed);
}

static void read_strictly(void **state)
{
	(void)state;
	locate_agency();
	k.facts.strict = true;
	struct judgement j = judge_plan(k.arena, &k.facts);
	assert_int_equal(judged(&j, "6.5.2.2")->state, ELEMENT_PARTIAL);
	assert_int_equal(j.count[ELEMENT_MET], 3);
	assert_int_equal(j.gap_count, 6);
}

static void partial_names_its_parts(void **state)
{
	(void)state;
	locate_all();
	k.places[pack_element_index(k.pack, pack_element_find(k.pack, STR("6.5.2.1")))][1]
		.located = false;
	struct judgement j = judge_plan(k.arena, &k.facts);
	assert_int_equal(judged(&j, "6.5.2.1")->state, ELEMENT_PARTIAL);
	assert_int_equal(j.gap_count, 1);
	assert_true(str_is(j.gaps[0].phrase.en, "contacts"));
	assert_true(str_is(j.gaps[0].phrase.fr, "coordonnées"));
}

static void excuses(void **state)
{
	(void)state;
	locate_all();
	size_t at = pack_element_index(k.pack, pack_element_find(k.pack, STR("6.5.2.7")));
	k.places[at][0].located = false;
	k.elements[at].not_applicable = STR("no outside parties");
	struct judgement j = judge_plan(k.arena, &k.facts);
	assert_int_equal(j.elements[at].state, ELEMENT_MISSING); /* nobody approved it */
	assert_int_equal(j.elements[at].why_count, 2);
	k.elements[at].approver = STR("Dana");
	j = judge_plan(k.arena, &k.facts);
	assert_int_equal(j.elements[at].state, ELEMENT_NOT_APPLICABLE);
	assert_true(j.complete);
	k.elements[at].not_applicable = STR_NONE;
	k.elements[at].inherited_from = STR("the secretariat");
	assert_int_equal(judge_plan(k.arena, &k.facts).elements[at].state, ELEMENT_MISSING);
	k.elements[at].agreement = STR("AGR-0001");
	j = judge_plan(k.arena, &k.facts);
	assert_int_equal(j.elements[at].state, ELEMENT_INHERITED);
	assert_true(j.relies_on_others);
	assert_false(j.complete);
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, open_case, close_case)
	const struct CMUnitTest tests[] = {
		CASE(the_agencys_case),
		CASE(three_things_left_open),
		CASE(a_full_plan),
		CASE(a_draft_meets_nothing),
		CASE(one_draft_of_two),
		CASE(no_plan),
		CASE(tests_grow_old),
		CASE(read_strictly),
		CASE(partial_names_its_parts),
		CASE(excuses),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
