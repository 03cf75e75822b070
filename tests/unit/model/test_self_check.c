/*
 * test_self_check.c -- every mistake planted in the table of a type is found, and a right
 * table has none.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "model/describe.h"
#include "model/record.h"

static const struct record_type other_type;

/* One type of which every part can be spoilt. */
static struct choice choices[2];
static struct field fields[5];
static struct state states[3];
static struct right rights[2];
static struct step steps[2];
static int list[2];
static struct record_type leave;
static struct record_type second;
static const struct record_type *registered[2];
static struct registry registry;

static bool says_it_is_time(const struct act *a, const struct row *r, struct refusal *why)
{
	(void)a;
	(void)r;
	(void)why;
	return true;
}

static void make_right(void)
{
	choices[0] = (struct choice){ "low", "Low" };
	choices[1] = (struct choice){ "high", "High" };
	fields[0] = (struct field){ .name = "title", .label = "Title", .type = T_LINE };
	fields[1] = (struct field){
		.name = "risk", .label = "Risk", .type = T_CHOICE, .choices = { choices, 2 }
	};
	fields[2] = (struct field){ .name = "ends_on", .label = "Ends on", .type = T_DATE };
	fields[3] = (struct field){ .name = "also",
		                    .label = "Also",
		                    .type = T_LINK,
		                    .many = true,
		                    .target = &leave };
	fields[4] = (struct field){
		.name = "days", .label = "Days", .type = T_NUMBER, .min = 1, .max = 9
	};
	states[0] = (struct state){ .name = "draft", .label = "Draft", .open = true };
	states[1] = (struct state){ .name = "granted", .label = "Granted" };
	states[2] = (struct state){ .name = "ended", .label = "Ended" };
	rights[0] = (struct right){ "leave.ask", "Ask" };
	rights[1] = (struct right){ "leave.grant", "Grant" };
	steps[0] = (struct step){ .name = "grant",
		                  .label = "Grant",
		                  .from = BIT(0),
		                  .to = 1,
		                  .right = 1,
		                  .needs = BIT(2),
		                  .takes = BIT(1),
		                  .approval = true };
	steps[1] = (struct step){ .name = "end",
		                  .label = "End",
		                  .from = BIT(1),
		                  .to = 2,
		                  .by_clock = true,
		                  .check = says_it_is_time };
	list[0] = 0;
	list[1] = 2;
	leave = (struct record_type){
		.name = "leave",
		.label = "Leave",
		.plural = "Leaves",
		.code = "LV",
		.fields = { fields, 5 },
		.states = { states, 3 },
		.steps = { steps, 2 },
		.rights = { rights, 2 },
		.list = { list, 2 },
		.retention = "administration",
	};
	second = leave;
	registered[0] = &leave;
	registered[1] = NULL;
	registry = (struct registry){ .at = registered, .count = 1 };
}

static void spoil_type(int which)
{
	switch (which) {
	case 0: leave.name = "Leave"; break;
	case 1: leave.code = "lv"; break;
	case 2: leave.plural = NULL; break;
	case 3: leave.retention = ""; break;
	case 4:
		leave.fields.count = 0;
		leave.list.count = 0;
		leave.steps.count = 0;
		break;
	case 5: fields[0].type = T_DATE; break;
	case 6: list[1] = 5; break;
	case 7:
		registered[1] = &second;
		registry.count = 2;
		break;
	case 37: leave.change = 2; break;
	case 38: leave.states.count = 0; break;
	case 39: leave.list.count = 0; break;
	default: break;
	}
}

static void spoil_field(int which)
{
	switch (which) {
	case 8: fields[2].name = "risk"; break;
	case 9: fields[2].name = "state"; break;
	case 10: fields[2].name = "EndsOn"; break;
	case 11: fields[2].label = NULL; break;
	case 12:
		fields[2].choices.at = choices;
		fields[2].choices.count = 2;
		break;
	case 13: fields[1].choices.count = 0; break;
	case 14: choices[1].name = "low"; break;
	case 15: fields[2].target = &leave; break;
	case 16: fields[2].many = true; break;
	case 17: fields[3].target = &other_type; break;
	default: break;
	}
}

static void spoil_limits(int which)
{
	switch (which) {
	case 18: fields[4].min = 10; break;
	case 19: fields[2].min = 1; break;
	case 20: fields[3].unique = true; break;
	case 21: fields[2].required = fields[2].set_by_program = true; break;
	case 22: fields[2].was = "risk"; break;
	case 40: fields[1].set_by_program = true; break;
	case 41: fields[1].due_in = BIT(0); break;
	case 49: fields[2].bound = true; break;
	case 42: fields[2].due_in = BIT(60); break;
	default: break;
	}
}

static void spoil_step(int which)
{
	switch (which) {
	case 23: states[2].name = "draft"; break;
	case 24: steps[1].to = 1; break;
	case 25: steps[0].from = 0; break;
	case 26: steps[0].from = BIT(3); break;
	case 27: steps[0].to = 3; break;
	case 28: steps[0].right = 2; break;
	case 29: steps[0].needs = BIT(5); break;
	case 30: steps[1].name = "grant"; break;
	case 31: steps[1].check = NULL; break;
	case 32: steps[0].void_to = 1; break;
	case 33: steps[1].void_to = 1; break;
	case 34: rights[1].name = "other.grant"; break;
	case 35: rights[1].name = "leave.ask"; break;
	case 36: rights[1].name = "leave.read"; break;
	default: break;
	}
}

static const struct field once_risk[] = {
	{ .name = "risk", .label = "Risk", .type = T_LINE }
};
static const struct renamed still_a_choice[] = { { "low", "high" } };
static const struct renamed to_nothing[] = { { "grave", "severe" } };

static void spoil_past(int which)
{
	switch (which) {
	case 43:
		leave.gone.at = once_risk;
		leave.gone.count = 1;
		break;
	case 44: leave.was = "leave"; break;
	case 45: fields[1].choices_were.at = still_a_choice; break;
	case 46: fields[1].choices_were.at = to_nothing; break;
	case 47:
		leave.states_were.at = to_nothing;
		leave.states_were.count = 1;
		break;
	case 48:
		fields[2].was = "x y";
		fields[3].was = "z y";
		break;
	default: break;
	}
	if (fields[1].choices_were.at)
		fields[1].choices_were.count = 1;
}

/* Each of these spoils what it knows the number of. */
static void spoil(int which)
{
	spoil_type(which);
	spoil_field(which);
	spoil_limits(which);
	spoil_step(which);
	spoil_past(which);
}
#define MISTAKES 50

static void a_right_table_has_no_fault(void **state)
{
	(void)state;
	struct arena *a = arena_new(1 << 20);
	struct text faults = text_on(a, 1 << 16);

	make_right();
	assert_true(registry_check(&registry, &faults));
	assert_int_equal(text_str(&faults).n, 0);
	arena_free(a);
}

static void every_planted_mistake_is_found(void **state)
{
	(void)state;
	for (int i = 0; i < MISTAKES; i++) {
		struct arena *a = arena_new(1 << 20);
		struct text faults = text_on(a, 1 << 16);
		make_right();
		spoil(i);
		if (registry_check(&registry, &faults))
			fail_msg("mistake %d was not found", i);
		assert_true(text_str(&faults).n > 10);
		arena_free(a);
	}
}

static void a_type_describes_itself(void **state)
{
	(void)state;
	struct arena *a = arena_new(1 << 20);
	struct text page = text_on(a, 1 << 16);

	make_right();
	describe_type(&page, &leave, LANG_EN);
	struct str s = text_str(&page);
	assert_true(str_starts(s, "# Leave\n"));
	assert_true(str_find(s, STR("| Risk | `risk` | Low, High |")) != SIZE_MAX);
	assert_true(str_find(s, STR("| Grant (`grant`) | Draft | Granted | `leave.grant` |"
	                            " Ends on | approval of this version |")) != SIZE_MAX);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_right_table_has_no_fault),
		cmocka_unit_test(every_planted_mistake_is_found),
		cmocka_unit_test(a_type_describes_itself),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
