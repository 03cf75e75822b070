/* Duties of packs: those of the program load; every name that does not exist is a fault. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/limits.h"
#include "duty/duty.h"

enum { BOAT_NAME, BOAT_KIND, BOAT_SEATS, BOAT_SEEN_ON, BOAT_TOUCHES };
static const struct choice kinds[] = { { "ferry", "Ferry" }, { "barge", "Barge" } };
static const struct choice answers[] = { { "undecided", "?" },
	                                 { "yes", "Y" },
	                                 { "no", "N" } };
static const struct field boat_fields[] = {
	[BOAT_NAME] = { .name = "name", .label = "Name", .type = T_LINE },
	[BOAT_KIND] = { .name = "kind", .label = "Kind", .type = T_CHOICE,
	                .choices = TABLE(kinds) },
	[BOAT_SEATS] = { .name = "seats", .label = "Seats", .type = T_NUMBER },
	[BOAT_SEEN_ON] = { .name = "seen_on", .label = "Seen on", .type = T_DATE },
	[BOAT_TOUCHES] = { .name = "touches", .label = "Touches", .type = T_CHOICE,
	                   .choices = TABLE(answers) },
};
static const struct state boat_states[] = { { .name = "afloat", .label = "Afloat" },
	                                    { .name = "sunk", .label = "Sunk" } };
static const struct step boat_steps[] = {
	{ .name = "sink", .label = "Sink", .from = 1, .to = 1 }
};
static const struct record_type boat = {
	.name = "boat", .label = "Boat", .plural = "Boats", .code = "BOT",
	.fields = TABLE(boat_fields), .states = TABLE(boat_states),
	.steps = TABLE(boat_steps),
};
static const struct field survey_fields[] = {
	{ .name = "name", .label = "Name", .type = T_LINE },
	{ .name = "boat", .label = "Boat", .type = T_LINK, .target = &boat },
	{ .name = "done_on", .label = "Done on", .type = T_DATE },
};
static const struct record_type survey = {
	.name = "survey", .label = "Survey", .plural = "Surveys", .code = "SUR",
	.fields = TABLE(survey_fields),
};
static const struct record_type *const types[] = { &boat, &survey };
static const struct registry registry = { .at = types, .count = COUNT(types) };

static struct arena *a;
static struct refusal why;
static struct duties duties;

/* One pack with one file of duties; the head of a duty comes with it. */
static enum fail read_text(const char *text)
{
	static const struct pack_clause clauses[] = { { .number = { "1", 1 } } };
	static const struct pack_edition editions[] = {
		{ .id = { "1990", 4 }, .clauses = clauses, .clause_count = 1 }
	};
	static const struct pack_instrument instruments[] = {
		{ .id = { "act", 3 }, .editions = editions, .edition_count = 1 }
	};
	struct pack_text *file = ARENA_NEW(a, struct pack_text);
	struct pack *pack = ARENA_NEW(a, struct pack);
	struct packs *packs = ARENA_NEW(a, struct packs);

	*file = (struct pack_text){ STR("boats.yaml"), str_of(text) };
	pack->id = STR("boats");
	pack->jurisdiction = STR("CA");
	pack->instruments = instruments;
	pack->instrument_count = 1;
	pack->duty_files = file;
	pack->duty_file_count = 1;
	*packs = (struct packs){
		.at = pack,
		.count = 1,
		.areas = { STR("areas.yaml"), STR("areas:\n  - {id: fleet, label: {en: "
		                                  "Fleet, fr: Flotte}}\n") },
	};
	why = refusal_on(a);
	return duties_read(a, packs, &registry, &why, &duties);
}

#define HEAD(id) \
	"  - id: " id "\n    cites: [{instrument: act, clause: '1'}]\n    force: must\n" \
	"    actor: {en: A, fr: A}\n    owner: security-officer\n    area: fleet\n" \
	"    text: {en: T, fr: T}\n    evidence: {en: E, fr: E}\n    basis: seed\n" \
	"    sure: confirmed\n    act: {key: k, label: {en: L, fr: L}}\n"

static int begin(void **state)
{
	(void)state;
	a = arena_new(LIMIT_REQUEST_BYTES);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static void a_duty_is_resolved(void **state)
{
	(void)state;
	assert_int_equal(
		read_text("duties:\n" HEAD(
			"B-2") "    parent: B-1\n"
	                       "    subject: {of: boat, where: {state: [afloat], kind: "
	                       "ferry,"
	                       " seats: {at_least: 10}, name: {filled: true}}}\n"
	                       "    every: {of: survey, via: boat, at: done_on, span: P1Y,"
	                       " lead: P30D}\n" HEAD(
				       "B-1") "    subject: {of: organisation}\n"
	                                      "    every: {of: boat, days: "
	                                      "FREQ=WEEKLY;BYDAY=TU, at: created}\n"),
		OK);
	assert_int_equal(duties.count, 2);
	const struct duty *d = duty_find(&duties, STR("B-2"));
	assert_non_null(d);
	assert_ptr_equal(d->parent, duty_find(&duties, STR("B-1")));
	assert_ptr_equal(d->subject, &boat);
	assert_int_equal(d->where.count, 4);
	assert_int_equal(d->where.at[0].states, BIT(0));
	assert_int_equal(d->where.at[2].kind, CONDITION_BETWEEN);
	assert_int_equal(d->wanted.reach.way, WAY_VIA);
	assert_int_equal(d->wanted.reach.via, 1);
	assert_int_equal(d->wanted.at.field, 2);
	assert_int_equal(d->rule.span.length.months, 12);
	assert_true(duty_is_law(d));
	assert_int_equal(d->parent->wanted.reach.way, WAY_ALL);
	assert_true(d->parent->rule.days->count > 1500);
}

struct faulty {
	const char *text;
	const char *where, *what;
};

static const struct faulty faulty[] = {
	{ "duties:\n" HEAD("X") "    subject: {of: canoe}\n    information: {}\n",
	  "boats.yaml:13:19", "there is no type of record %1" },
	{ "duties:\n" HEAD("X") "    subject: {of: boat, where: {state: [adrift]}}\n"
	                        "    information: {}\n",
	  "boats.yaml:13:41", "there is no state %1 in %2" },
	{ "duties:\n" HEAD("X") "    subject: {of: boat, where: {kind: canoe}}\n"
	                        "    information: {}\n",
	  "boats.yaml:13:39", "%1 is no value of the field %2" },
	{ "duties:\n" HEAD("X") "    subject: {of: boat}\n"
	                        "    every: {of: survey, via: vessel, span: P1Y}\n",
	  "boats.yaml:14:30", "there is no field %1 in %2" },
	{ "duties:\n" HEAD("X") "    subject: {of: boat}\n"
	                        "    every: {of: survey, via: name, span: P1Y}\n",
	  "boats.yaml:14:30", "the field %1 of %2 is of another kind" },
	{ "duties:\n" HEAD("X") "    subject: {of: boat}\n"
	                        "    exists: {of: subject, at: step:float}\n",
	  "boats.yaml:14:31", "there is no step %1 in %2" },
	{ "duties:\n" HEAD("X") "    subject: {of: boat}\n    exists: {of: survey}\n",
	  "boats.yaml:14:13", "it does not say how the evidence is linked" },
	{ "duties:\n" HEAD("X") "    subject: {of: boat}\n    exists: {of: subject}\n"
	                        "    information: {}\n",
	  "boats.yaml:15:18", "a duty has one rule only" },
	{ "duties:\n" HEAD("X") "    subject: {of: boat}\n", "boats.yaml:2:5",
	  "the duty has no rule" },
	{ "duties:\n" HEAD("X") "    subject: {of: boat}\n"
	                        "    after: {of: subject, at: seen_on, starts: [created],"
	                        " touches: kind}\n",
	  "boats.yaml:14:67", "%1 has other choices than undecided, yes and no" },
	{ "duties:\n" HEAD("X") "    subject: {of: boat}\n"
	                        "    within: {of: subject, at: seen_on, starts: [created],"
	                        " span: 3 business days}\n",
	  "boats.yaml:14:13", "business days need a calendar" },
	{ "duties:\n" HEAD("X") "    subject: {of: boat}\n    every: {of: subject}\n",
	  "boats.yaml:14:12", "either a span or days must be there" },
	{ "duties:\n" HEAD("X") "    parent: Y\n    subject: {of: boat}\n"
	  "    information: {}\n",
	  "boats.yaml:2:5", "there is no duty %1" },
	{ "duties:\n" HEAD("X") "    subject: {of: boat}\n    information: {}\n" HEAD("X")
	  "    subject: {of: boat}\n    information: {}\n",
	  "boats.yaml:15:5", "the duty %1 is there twice" },
};

static void every_name_that_is_not_there_is_a_fault(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(faulty); i++) {
		assert_int_equal(read_text(faulty[i].text), FAIL_FORMAT);
		bool found = false;
		for (size_t k = 0; k < why.count; k++)
			found = found || (str_is(why.at[k].where, faulty[i].where) &&
			                  !strcmp(why.at[k].why.id, faulty[i].what));
		for (size_t k = 0; !found && k < why.count; k++)
			print_error("%.*s: %s\n", STR_ARG(why.at[k].where),
			            why.at[k].why.id);
		assert_true(found);
	}
}

static void what_nobody_read_is_no_law(void **state)
{
	static const enum how_sure never[] = { SURE_RECALLED, SURE_NOT_FOUND, SURE_LOCAL };
	struct duty d = { .sure = SURE_CONFIRMED, .basis = BASIS_SEED };

	(void)state;
	assert_true(duty_is_law(&d));
	d.basis = BASIS_LOCAL;
	assert_false(duty_is_law(&d));
	d.basis = BASIS_SEED;
	for (size_t i = 0; i < COUNT(never); i++) {
		d.sure = never[i];
		assert_false(duty_is_law(&d));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_duty_is_resolved, begin, end),
		cmocka_unit_test_setup_teardown(every_name_that_is_not_there_is_a_fault,
		                                begin, end),
		cmocka_unit_test(what_nobody_read_is_no_law),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
