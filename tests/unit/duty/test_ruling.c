/* How a duty stands: each rule met, not met and why, and either side of each limit. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/limits.h"
#include "duty/ruling.h"

static struct arena *a;
static const struct zone *zone;
static struct days tuesdays;

static int open_arena(void **state)
{
	struct message error;

	(void)state;
	a = arena_new(LIMIT_REQUEST_BYTES);
	assert_int_equal(zone_get(STR("America/Toronto"), &zone), OK);
	assert_int_equal(observance_expand(a, STR("FREQ=WEEKLY;BYDAY=TU"),
	                                   (struct date){ 2026, 1, 6 },
	                                   (struct date){ 2026, 12, 31 }, &tuesdays,
	                                   &error),
	                 OK);
	return 0;
}

static int close_arena(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

/* "2026-03-01T12:00:00Z", or a day: its first instant in the zone. */
static struct instant at(const char *text)
{
	struct instant t = INSTANT_NONE;
	struct date d;

	if (text && date_parse(str_of(text), &d))
		return day_start(d, zone);
	if (text)
		assert_true(instant_parse(str_of(text), &t));
	return t;
}

struct ruling_case {
	enum rule_kind kind;
	enum force force;
	const char *span;
	const char *start;
	const char *proofs[3];          /* STANDING: the first ends at `until` */
	const char *until;
	const char *none_since;
	const char *now;
	enum duty_state state;
	const char *since, *changes_at;
	bool days, unapproved;
	enum touches touches;
	size_t parts, found;
};

#define ADOPTED "2026-01-01"

static const struct ruling_case cases[] = {
	/* A clock of 24 hours: the instant on either side, met, late, start unknown. */
	{ .kind = RULE_WITHIN,
	  .span = "PT24H",
	  .start = "2026-03-07T17:00:00Z",
	  .now = "2026-03-08T17:00:00Z",
	  .state = DUTY_DUE,
	  .since = "2026-03-07T17:00:00Z",
	  .changes_at = "2026-03-08T17:00:00.000001Z" },
	{ .kind = RULE_WITHIN,
	  .span = "PT24H",
	  .start = "2026-03-07T17:00:00Z",
	  .now = "2026-03-08T17:00:00.000001Z",
	  .state = DUTY_OVERDUE,
	  .since = "2026-03-08T17:00:00.000001Z" },
	{ .kind = RULE_WITHIN,
	  .span = "PT24H",
	  .start = "2026-03-07T17:00:00Z",
	  .proofs = { "2026-03-08T17:00:00Z" },
	  .now = "2026-06-01",
	  .state = DUTY_MET,
	  .since = "2026-03-08T17:00:00Z" },
	{ .kind = RULE_WITHIN,
	  .span = "PT24H",
	  .start = "2026-03-07T17:00:00Z",
	  .proofs = { "2026-03-08T17:00:00.000001Z" },
	  .now = "2026-06-01",
	  .state = DUTY_MET_LATE,
	  .since = "2026-03-08T17:00:00.000001Z" },
	{ .kind = RULE_WITHIN,
	  .span = "PT24H",
	  .now = "2026-06-01",
	  .state = DUTY_CANNOT_TELL,
	  .since = ADOPTED },
	/* 7 days, lead of 3: upcoming, due on its first instant, overdue after the last. */
	{ .kind = RULE_WITHIN,
	  .span = "P7D",
	  .start = "2026-06-01T15:00:00Z",
	  .now = "2026-06-05T03:59:59.999999Z",
	  .state = DUTY_UPCOMING,
	  .since = "2026-06-01T15:00:00Z",
	  .changes_at = "2026-06-05" },
	{ .kind = RULE_WITHIN,
	  .span = "P7D",
	  .start = "2026-06-01T15:00:00Z",
	  .now = "2026-06-05",
	  .state = DUTY_DUE,
	  .since = "2026-06-05",
	  .changes_at = "2026-06-09" },
	{ .kind = RULE_WITHIN,
	  .span = "P7D",
	  .start = "2026-06-01T15:00:00Z",
	  .now = "2026-06-09",
	  .state = DUTY_OVERDUE,
	  .since = "2026-06-09" },
	/* Yearly, from a leap day; the review before it came too late, or in time. */
	{ .kind = RULE_EVERY,
	  .span = "P1Y",
	  .proofs = { "2024-02-29" },
	  .now = "2025-03-01T04:59:59.999999Z",
	  .state = DUTY_MET,
	  .since = "2024-02-29",
	  .changes_at = "2025-03-01" },
	{ .kind = RULE_EVERY,
	  .span = "P1Y",
	  .proofs = { "2024-02-29" },
	  .now = "2025-03-01",
	  .state = DUTY_OVERDUE,
	  .since = "2025-03-01" },
	{ .kind = RULE_EVERY,
	  .span = "P1Y",
	  .proofs = { "2024-02-29", "2025-02-28" },
	  .now = "2025-04-01",
	  .state = DUTY_MET,
	  .since = "2025-02-28",
	  .changes_at = "2026-03-01" },
	{ .kind = RULE_EVERY,
	  .span = "P1Y",
	  .proofs = { "2024-02-29", "2025-03-01" },
	  .now = "2025-04-01",
	  .state = DUTY_MET_LATE,
	  .since = "2025-03-01",
	  .changes_at = "2026-03-02" },
	/* Never done: 90 days grey, then nothing on record; said at once, at once. */
	{ .kind = RULE_EVERY,
	  .span = "P1Y",
	  .now = "2026-04-02T03:59:59.999999Z",
	  .state = DUTY_NOT_STARTED,
	  .since = ADOPTED,
	  .changes_at = "2026-04-02" },
	{ .kind = RULE_EVERY,
	  .span = "P1Y",
	  .now = "2026-04-02",
	  .state = DUTY_NOTHING_ON_RECORD,
	  .since = "2026-04-02" },
	{ .kind = RULE_EVERY,
	  .span = "P1Y",
	  .none_since = "2026-01-05",
	  .now = "2026-01-06",
	  .state = DUTY_NOTHING_ON_RECORD,
	  .since = "2026-01-05" },
	/* Each Tuesday (17 and 24 November 2026), lead of 3 days. */
	{ .kind = RULE_EVERY,
	  .days = true,
	  .proofs = { "2026-11-17" },
	  .now = "2026-11-20",
	  .state = DUTY_MET,
	  .since = "2026-11-17",
	  .changes_at = "2026-11-22" },
	{ .kind = RULE_EVERY,
	  .days = true,
	  .proofs = { "2026-11-10" },
	  .now = "2026-11-18",
	  .state = DUTY_MISSED,
	  .since = "2026-11-18",
	  .changes_at = "2026-11-22" },
	{ .kind = RULE_EVERY,
	  .days = true,
	  .now = "2026-11-22",
	  .state = DUTY_DUE,
	  .since = "2026-11-22",
	  .changes_at = "2026-11-25" },
	{ .kind = RULE_EVERY,
	  .days = true,
	  .proofs = { "2026-11-18" },
	  .now = "2026-11-23",
	  .state = DUTY_MET,
	  .since = "2026-11-18",
	  .changes_at = "2026-11-25" },
	/* Standing: in force until the last instant, a row without a gap, a gap. */
	{ .kind = RULE_STANDING,
	  .proofs = { "2025-01-01" },
	  .until = "2026-06-30T03:59:59.999999Z",
	  .now = "2026-06-30T03:59:59.999999Z",
	  .state = DUTY_MET,
	  .since = "2025-01-01",
	  .changes_at = "2026-06-30" },
	{ .kind = RULE_STANDING,
	  .proofs = { "2025-01-01" },
	  .until = "2026-06-30T03:59:59.999999Z",
	  .now = "2026-06-30",
	  .state = DUTY_OVERDUE,
	  .since = "2026-06-30" },
	{ .kind = RULE_STANDING,
	  .proofs = { "2025-01-01", "2026-06-30" },
	  .until = "2026-06-30T03:59:59.999999Z",
	  .now = "2026-07-01",
	  .state = DUTY_MET,
	  .since = "2025-01-01" },
	{ .kind = RULE_STANDING,
	  .proofs = { "2025-01-01", "2026-07-01" },
	  .until = "2026-06-30T03:59:59.999999Z",
	  .now = "2026-07-02",
	  .state = DUTY_MET,
	  .since = "2026-07-01" },
	{ .kind = RULE_STANDING,
	  .proofs = { "2025-01-01", "2026-06-30T04:00:00.000001Z" },
	  .until = "2026-06-30T03:59:59.999999Z",
	  .now = "2026-07-02",
	  .state = DUTY_MET,
	  .since = "2026-06-30T04:00:00.000001Z" },
	/* There is one, since the system is in service; none; never a limit, never late. */
	{ .kind = RULE_EXISTS,
	  .start = "2026-02-01",
	  .proofs = { "2026-05-01" },
	  .now = "2026-06-01",
	  .state = DUTY_MET,
	  .since = "2026-05-01" },
	{ .kind = RULE_EXISTS,
	  .start = "2026-02-01",
	  .now = "2029-06-01",
	  .state = DUTY_DUE,
	  .since = "2026-02-01" },
	{ .kind = RULE_EXISTS,
	  .now = "2026-02-01",
	  .state = DUTY_NOT_STARTED,
	  .since = ADOPTED,
	  .changes_at = "2026-04-02" },
	/* Without delay: a local target passes, and it is still not overdue. */
	{ .kind = RULE_PROMPTLY,
	  .span = "PT4H",
	  .start = "2026-03-07T17:00:00Z",
	  .now = "2026-03-09",
	  .state = DUTY_DUE,
	  .since = "2026-03-07T17:00:00Z" },
	/* A change: to decide, not touched, touched and not reviewed since. */
	{ .kind = RULE_AFTER, .now = "2026-06-01", .state = DUTY_NO_OCCASION,
	  .since = ADOPTED },
	{ .kind = RULE_AFTER,
	  .start = "2026-03-01",
	  .now = "2029-06-01",
	  .state = DUTY_TO_DECIDE,
	  .since = "2026-03-01" },
	{ .kind = RULE_AFTER,
	  .start = "2026-03-01",
	  .touches = TOUCHES_NO,
	  .now = "2026-06-01",
	  .state = DUTY_MET,
	  .since = "2026-03-01" },
	{ .kind = RULE_AFTER,
	  .start = "2026-03-01",
	  .touches = TOUCHES_YES,
	  .proofs = { "2026-03-01" },
	  .now = "2026-06-01",
	  .state = DUTY_DUE,
	  .since = "2026-03-01" },
	{ .kind = RULE_AFTER,
	  .start = "2026-03-01",
	  .touches = TOUCHES_YES,
	  .proofs = { "2026-02-01", "2026-03-02" },
	  .now = "2026-06-01",
	  .state = DUTY_MET,
	  .since = "2026-03-02" },
	/* Contents: a part missing, not approved, complete, tested too long ago. */
	{ .kind = RULE_CONTAINS,
	  .proofs = { "2026-02-01" },
	  .parts = 11,
	  .found = 4,
	  .now = "2026-06-01",
	  .state = DUTY_DUE,
	  .since = "2026-02-01" },
	{ .kind = RULE_CONTAINS,
	  .proofs = { "2026-02-01" },
	  .parts = 11,
	  .found = 11,
	  .unapproved = true,
	  .now = "2026-06-01",
	  .state = DUTY_DUE,
	  .since = "2026-02-01" },
	{ .kind = RULE_CONTAINS,
	  .proofs = { "2026-02-01" },
	  .parts = 11,
	  .found = 11,
	  .now = "2026-06-01",
	  .state = DUTY_MET,
	  .since = "2026-02-01" },
	{ .kind = RULE_CONTAINS,
	  .span = "P1Y",
	  .proofs = { "2024-02-01" },
	  .parts = 11,
	  .found = 11,
	  .now = "2024-06-01",
	  .state = DUTY_DUE,
	  .since = "2024-02-01" },
	{ .kind = RULE_CONTAINS,
	  .span = "P1Y",
	  .proofs = { "2024-02-01", "2024-05-01" },
	  .parts = 11,
	  .found = 11,
	  .now = "2025-05-02",
	  .state = DUTY_OVERDUE,
	  .since = "2025-05-02" },
	/* Each occurrence: none, all, one open. */
	{ .kind = RULE_EACH, .now = "2026-06-01", .state = DUTY_NO_OCCASION,
	  .since = ADOPTED },
	{ .kind = RULE_EACH,
	  .parts = 2,
	  .found = 2,
	  .proofs = { "2026-03-01" },
	  .now = "2026-06-01",
	  .state = DUTY_MET,
	  .since = "2026-03-01" },
	{ .kind = RULE_EACH,
	  .parts = 2,
	  .found = 1,
	  .start = "2026-03-01",
	  .span = "P7D",
	  .now = "2026-03-09",
	  .state = DUTY_OVERDUE,
	  .since = "2026-03-09" },
	/* What may be done never fails; others are relied on; information is no more. */
	{ .kind = RULE_WITHIN,
	  .force = FORCE_MAY,
	  .span = "P7D",
	  .start = "2026-03-01",
	  .now = "2026-06-01",
	  .state = DUTY_OPTIONAL,
	  .since = "2026-03-09" },
	{ .kind = RULE_EXISTS,
	  .force = FORCE_OTHERS,
	  .proofs = { "2026-05-01" },
	  .now = "2026-06-01",
	  .state = DUTY_RELIED_ON,
	  .since = ADOPTED },
	{ .kind = RULE_INFORMATION,
	  .now = "2026-06-01",
	  .state = DUTY_OPTIONAL,
	  .since = ADOPTED },
};

static struct ruling ask(const struct ruling_case *c)
{
	struct duty_rule rule = { .kind = c->kind, .force = c->force };
	struct clock_start start = { at(c->start), STR("discovered") };
	struct proof proofs[3];
	struct subject_facts f = {
		.adopted = at(ADOPTED),
		.none_since = at(c->none_since),
		.starts = &start,
		.start_count = c->start ? 1 : 0,
		.proofs = proofs,
		.touches = c->touches,
		.parts = c->parts,
		.parts_found = c->found,
		.approved = !c->unapproved,
	};

	rule.limited = c->span != NULL;
	if (c->span)
		assert_true(span_parse(str_of(c->span), &rule.span));
	/* The last three days: the first instant of the third from the end. */
	if (!rule.limited || !span_is_exact(rule.span))
		assert_true(span_parse(STR("P3D"), &rule.lead));
	if (c->days) {
		rule.days = &tuesdays;
		assert_true(span_parse(STR("P2D"), &rule.lead));
	}
	for (; f.proof_count < 3 && c->proofs[f.proof_count]; f.proof_count++)
		proofs[f.proof_count] = (struct proof){
			.at = at(c->proofs[f.proof_count]),
			.until = f.proof_count == 0 ? at(c->until) : INSTANT_NONE,
			.ground = GROUND_CHECKED,
			.what = STR("the review"),
		};
	return rule_on(a, &rule, &f, zone, NULL, at(c->now));
}

static void is_instant(size_t i, const char *what, struct instant got, struct instant want)
{
	if (got.us != want.us)
		fail_msg("case %zu, %s: %s, not %s", i, what,
		         str_z(a, instant_text(a, got)), str_z(a, instant_text(a, want)));
}

static void each_rule_answers(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ruling r = ask(&cases[i]);

		if (r.state != cases[i].state)
			fail_msg("case %zu: %s, not %s", i, duty_state_name(r.state),
			         duty_state_name(cases[i].state));
		is_instant(i, "since", r.since, at(cases[i].since));
		is_instant(i, "changes at", r.changes_at, at(cases[i].changes_at));
		assert_non_null(r.why.id);
		assert_true(message_fill(a, r.why.id, &r.why).n > 0);
	}
}

/* Nothing changes before changes_at, and the answer does at it. */
static void changes_at_is_the_next_change(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct ruling r = ask(&cases[i]);
		struct ruling_case later = cases[i];

		if (!instant_is_set(r.changes_at))
			continue;
		struct instant before = { r.changes_at.us - 1 };
		later.now = str_z(a, instant_text(a, before));
		struct ruling same = ask(&later);
		later.now = str_z(a, instant_text(a, r.changes_at));
		struct ruling other = ask(&later);
		assert_int_equal(same.state, r.state);
		assert_true(same.since.us == r.since.us && same.due_at.us == r.due_at.us);
		assert_true(other.state != r.state || other.since.us != r.since.us ||
		            other.due_at.us != r.due_at.us);
	}
}

/* Two starts are known: the earlier is used, the other stays to be shown. */
static void the_earliest_known_start_is_used(void **state)
{
	struct clock_start starts[] = {
		{ INSTANT_NONE, STR("occurred") },
		{ at("2026-03-03"), STR("determined") },
		{ at("2026-03-01"), STR("discovered") },
	};
	struct duty_rule rule = { .kind = RULE_WITHIN, .limited = true };
	struct subject_facts f = { .starts = starts, .start_count = 3 };

	(void)state;
	assert_true(span_parse(STR("P7D"), &rule.span));
	struct ruling r = rule_on(a, &rule, &f, zone, NULL, at("2026-03-05"));
	assert_int_equal(r.start, 2);
	is_instant(0, "due", r.due_at, day_end((struct date){ 2026, 3, 8 }, zone));
	/* A clock set back: asked about an earlier instant, the answer is the earlier. */
	assert_int_equal(rule_on(a, &rule, &f, zone, NULL, at("2026-03-10")).state,
	                 DUTY_OVERDUE);
	assert_int_equal(rule_on(a, &rule, &f, zone, NULL, at("2026-03-08")).state,
	                 DUTY_DUE);
}

/* An exemption and "not applicable" end on their day; then the rule is asked again. */
static void what_sets_a_duty_aside_ends(void **state)
{
	struct duty_rule rule = { .kind = RULE_EVERY, .limited = true };
	struct subject_facts f = {
		.applies = APPLIES_EXEMPT,
		.applies_since = at("2026-02-01"),
		.applies_until = day_end((struct date){ 2026, 6, 30 }, zone),
		.applies_why = STR("EXM-0003"),
		.adopted = at(ADOPTED),
	};

	(void)state;
	assert_true(span_parse(STR("P1Y"), &rule.span));
	struct ruling r = rule_on(a, &rule, &f, zone, NULL, f.applies_until);
	assert_int_equal(r.state, DUTY_EXEMPT);
	is_instant(0, "changes at", r.changes_at, at("2026-07-01"));
	r = rule_on(a, &rule, &f, zone, NULL, r.changes_at);
	assert_int_equal(r.state, DUTY_NOTHING_ON_RECORD);
	f.applies = APPLIES_INHERITED;
	f.applies_until = INSTANT_NONE;
	assert_int_equal(rule_on(a, &rule, &f, zone, NULL, at("2030-01-01")).state,
	                 DUTY_INHERITED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_answers),
		cmocka_unit_test(changes_at_is_the_next_change),
		cmocka_unit_test(the_earliest_known_start_is_used),
		cmocka_unit_test(what_sets_a_duty_aside_ends),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
