/*
 * test_access.c -- who may do what: rules written by hand, one line each, and the agreement
 * of what a query may find with what a person may read.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "access/access.h"
#include "base/arena.h"
#include "base/limits.h"

/* ---- a small ministry: root(1) over branch a(2) and branch b(3); office(4) below a ----
 */
#define ID_OF(n) { { (n) } }            /* in tables; ID() elsewhere */
#define ID(n) ((struct id)ID_OF(n))
static const struct id whole[] = { ID_OF(1), ID_OF(2), ID_OF(3), ID_OF(4) };
static const struct id branch_a[] = { ID_OF(2), ID_OF(4) };
static const struct id branch_b[] = { ID_OF(3) };
enum { ROOT = 1, A = 2, B = 3, A_OFFICE = 4 };
enum { PUBLIC = 0, PA = 10, PB = 20, PC = 30 };
enum { OFFICER = 101, EXECUTIVE, OWNER, STAFF, AUDITOR, ADMINISTRATOR, CENTRAL, NOBODY };

static const struct field fields[] = {
	{ .name = "title", .label = "Title", .type = T_LINE },
};
static const struct right rights[] = {
	{ .name = "plan.write", .label = "Write plans" },
	{ .name = "plan.approve", .label = "Approve plans" },
};
static const struct step steps[] = {
	{ .name = "approve", .label = "Approve", .from = 1, .right = 1,
	  .not_author = true },
	{ .name = "submit", .label = "Submit", .from = 1, .right = 0 },
};
static const struct record_type plan_type = {
	.name = "plan", .label = "Plan", .plural = "Plans", .code = "PLN",
	.fields = TABLE(fields), .steps = TABLE(steps), .rights = TABLE(rights),
	.create = 0, .change = 0, .owner_may_change = true,
};

static const struct str officer_rights[] = { { "*", 1 } };
static const struct str executive_rights[] = { { "*.read", 6 }, { "plan.approve", 12 } };
static const struct str owner_rights[] = { { "plan.write", 10 }, { "plan.read", 9 } };
static const struct str staff_rights[] = { { "document.read", 13 } };
static const struct str auditor_rights[] = { { "*", 1 } };
static const struct str administrator_rights[] = { { "installation.*", 14 } };
static const struct str central_rights[] = { { "*.read", 6 } };

#define COUNTED(a) (a), COUNT(a)
#define GRANTED(name, ids, label) \
	.role = { #name, sizeof #name - 1 }, .rights = name##_rights, \
	.right_count = COUNT(name##_rights), .units = (ids), .unit_count = COUNT(ids), \
	.clearance = (label)
#define GRANT(name, ids, label) { GRANTED(name, ids, label) }

static const struct date today = { 2026, 11, 21 };
static const struct grant officer_grants[] = { GRANT(officer, branch_a, PC) };
static const struct grant executive_grants[] = { GRANT(executive, whole, PC) };
static const struct grant owner_grants[] = { GRANT(owner, branch_a, PB) };
static const struct grant staff_grants[] = { GRANT(staff, branch_a, PA) };
static const struct grant auditor_grants[] = {
	{ GRANTED(auditor, branch_b, PB), .read_only = true, .until = { 2026, 11, 21 } },
};
static const struct grant ended_grants[] = {
	{ GRANTED(auditor, branch_b, PB), .read_only = true, .until = { 2026, 11, 20 } },
};
static const struct grant administrator_grants[] = {
	{ GRANTED(administrator, whole, PC), .everywhere = true },
};
static const struct grant central_grants[] = { { GRANTED(central, whole, PA),
	                                         .everywhere = true } };
static const struct str write_only_scope[] = { { "plan.write", 10 } };

#define PERSON(n, g) \
	.org = ID_OF(9), .person = ID_OF(n), .grants = (g), .grant_count = COUNT(g)
static const struct actor officer = { PERSON(OFFICER, officer_grants) };
static const struct actor executive = { PERSON(EXECUTIVE, executive_grants) };
static const struct actor owner = { PERSON(OWNER, owner_grants) };
static const struct actor staff = { PERSON(STAFF, staff_grants) };
static const struct actor auditor = { PERSON(AUDITOR, auditor_grants) };
static const struct actor ended = { PERSON(AUDITOR, ended_grants) };
static const struct actor administrator = { PERSON(ADMINISTRATOR, administrator_grants) };
static const struct actor central = { PERSON(CENTRAL, central_grants) };
static const struct actor nobody = { .org = ID_OF(9), .person = ID_OF(NOBODY) };
static const struct actor other_tenant = {
	.org = ID_OF(8), .person = ID_OF(OFFICER),
	.grants = officer_grants, .grant_count = 1,
};
static const struct actor reading_token = { PERSON(OFFICER, officer_grants),
	                                    .token_read_only = true };
static const struct actor narrow_token = {
	PERSON(OFFICER, officer_grants),
	.token_scopes = write_only_scope, .token_scope_count = 1,
};
static const struct actor program = { .kind = ACTOR_SYSTEM, .org = ID_OF(9) };

static const struct actor *const everybody[] = {
	&officer, &executive, &owner, &staff, &auditor, &ended,
	&administrator, &central, &nobody,
	&other_tenant, &reading_token, &narrow_token, &program,
};

/* ---- the rules ---- */
struct rule {
	const char *says;
	const struct actor *who;
	const char *may; /* "read", "create", "change", "approve", "submit" */
	uint8_t unit;
	int label;
	uint8_t record_owner, author, knows;    /* persons; knows: the need-to-know list */
	const char *no; /* null: yes; else a part of the reason ("" for reading) */
};

#define NO_ROLE "none of your roles"
#define WRONG_PLACE "another part of the organisation"
#define ABOVE "classified above"
#define READS "your role only reads"
#define ENDED "has ended"
static const struct rule rules[] = {
	{ "an officer reads what is in their branch", &officer, "read", A, PC, 0, 0, 0,
	  NULL },
	{ "and below it", &officer, "read", A_OFFICE, PC, 0, 0, 0, NULL },
	{ "not beside it", &officer, "read", B, PUBLIC, 0, 0, 0, "" },
	{ "not above it", &officer, "read", ROOT, PUBLIC, 0, 0, 0, "" },
	{ "an officer writes in their branch", &officer, "create", A, PB, 0, 0, 0, NULL },
	{ "not in another", &officer, "create", B, PB, 0, 0, 0, WRONG_PLACE },
	{ "an officer approves what another wrote", &officer, "approve", A, PB, 0, OWNER,
	  0, NULL },
	{ "not their own work", &officer, "approve", A, PB, 0, OFFICER, 0,
	  "cannot also decide" },
	{ "but may submit it", &officer, "submit", A, PB, 0, OFFICER, 0, NULL },
	{ "an executive approves anywhere", &executive, "approve", B, PC, 0, OWNER, 0,
	  NULL },
	{ "but does not write", &executive, "change", B, PC, 0, 0, 0, NO_ROLE },
	{ "unless it is theirs", &executive, "change", B, PC, EXECUTIVE, 0, 0, NULL },
	{ "a system owner sees up to Protected B", &owner, "read", A, PB, 0, 0, 0, NULL },
	{ "not Protected C", &owner, "read", A, PC, 0, 0, 0, "" },
	{ "nor writes it", &owner, "change", A, PC, 0, 0, 0, ABOVE },
	{ "nor creates it", &owner, "create", A, PC, 0, 0, 0, ABOVE },
	{ "what they own they see elsewhere", &owner, "read", B, PB, OWNER, 0, 0, NULL },
	{ "and change", &owner, "change", B, PB, OWNER, 0, 0, NULL },
	{ "but not above their clearance", &owner, "read", B, PC, OWNER, 0, 0, "" },
	{ "owning does not let them approve", &owner, "approve", A, PB, OWNER, 0, 0,
	  NO_ROLE },
	{ "staff do not read plans", &staff, "read", A, PUBLIC, 0, 0, 0, "" },
	{ "unless one is theirs", &staff, "read", A, PA, STAFF, 0, 0, NULL },
	{ "an auditor reads their scope on the last day", &auditor, "read", B, PB, 0, 0, 0,
	  NULL },
	{ "not the rest", &auditor, "read", A, PB, 0, 0, 0, "" },
	{ "nor above their clearance", &auditor, "read", B, PC, 0, 0, 0, "" },
	{ "and changes nothing", &auditor, "change", B, PUBLIC, 0, 0, 0, READS },
	{ "and approves nothing", &auditor, "approve", B, PUBLIC, 0, OWNER, 0, READS },
	{ "after the last day nothing is left", &ended, "read", B, PUBLIC, 0, 0, 0, "" },
	{ "and the reason is the end", &ended, "change", B, PUBLIC, 0, 0, 0, ENDED },
	{ "not even what they own", &ended, "read", B, PUBLIC, AUDITOR, 0, 0, "" },
	{ "an administrator reads no content", &administrator, "read", A, PUBLIC, 0, 0, 0,
	  "" },
	{ "nor writes any", &administrator, "create", A, PUBLIC, 0, 0, 0, NO_ROLE },
	{ "a central office reads everywhere", &central, "read", B, PA, 0, 0, 0, NULL },
	{ "up to its clearance", &central, "read", B, PB, 0, 0, 0, "" },
	{ "need to know: those named see it", &officer, "read", A, PB, 0, 0, OFFICER,
	  NULL },
	{ "others do not, whatever their role", &officer, "read", A, PB, 0, 0, STAFF, "" },
	{ "nor act on it", &officer, "change", A, PB, 0, 0, STAFF, NO_ROLE },
	{ "the owner always knows", &owner, "read", A, PB, OWNER, 0, STAFF, NULL },
	{ "a name on the list is no role", &staff, "read", A, PB, 0, 0, STAFF, "" },
	{ "without a role there is nothing", &nobody, "read", A, PUBLIC, 0, 0, 0, "" },
	{ "not even one's own", &nobody, "read", A, PUBLIC, NOBODY, 0, 0, "" },
	{ "another tenant sees nothing", &other_tenant, "read", A, PUBLIC, OFFICER, 0, 0,
	  "" },
	{ "and does nothing", &other_tenant, "change", A, PUBLIC, OFFICER, 0, 0, NO_ROLE },
	{ "a reading token reads", &reading_token, "read", A, PB, 0, 0, 0, NULL },
	{ "and does no more", &reading_token, "change", A, PB, 0, 0, 0, "only reads" },
	{ "also for what is one's own", &reading_token, "change", A, PB, OFFICER, 0, 0,
	  "only reads" },
	{ "a narrow token does its one thing", &narrow_token, "change", A, PB, 0, 0, 0,
	  NULL },
	{ "and not another", &narrow_token, "approve", A, PB, 0, OWNER, 0,
	  "not meant for that" },
	{ "nor reads", &narrow_token, "read", A, PB, OFFICER, 0, 0, "" },
	{ "the program does all of it", &program, "approve", B, PC, 0, 0, STAFF, NULL },
};

static struct arena *arena;

static int start(void **state)
{
	(void)state;
	arena = arena_new(LIMIT_REQUEST_BYTES);
	return arena ? 0 : -1;
}

static int stop(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static bool ask(const struct rule *r, const struct subject *s, struct refusal *why)
{
	if (strcmp(r->may, "read") == 0)
		return access_read(r->who, s, today);
	if (strcmp(r->may, "create") == 0)
		return access_create(r->who, s, today, why);
	if (strcmp(r->may, "change") == 0)
		return access_change(r->who, s, today, why);
	return access_step(r->who, &steps[strcmp(r->may, "submit") == 0], s, today, why);
}

static void rules_hold(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rules); i++) {
		const struct rule *r = &rules[i];
		struct refusal why = refusal_on(arena);
		struct id knows = ID(r->knows);
		struct subject s = {
			.type = &plan_type,
			.org = ID(9),
			.unit = ID(r->unit),
			.label = r->label,
			.owner = ID(r->record_owner),
			.author = ID(r->author),
			.need_to_know = &knows,
			.need_to_know_count = r->knows != 0,
		};
		bool yes = ask(r, &s, &why);
		if (yes != (r->no == NULL))
			fail_msg("%s: %s", r->says, yes ? "yes" : "no");
		if (yes && refused(&why))
			fail_msg("%s: yes, and yet a reason", r->says);
		if (yes || r->no[0] == '\0')
			continue;
		if (!refused(&why) || why.kind != REFUSAL_FORBIDDEN)
			fail_msg("%s: no reason given", r->says);
		if (!strstr(why.at[0].why.id, r->no))
			fail_msg("%s: \"%s\"", r->says, why.at[0].why.id);
	}
}

static bool line_finds(const struct scope_line *line, const struct subject *s)
{
	bool here = line->everywhere;

	for (size_t u = 0; u < line->unit_count && !here; u++)
		here = id_equal(line->units[u], s->unit);
	return here && s->label <= line->clearance;
}

static bool scope_finds(const struct scope *scope, const struct actor *who,
                        const struct subject *s)
{
	bool owns = id_is_set(scope->person) && id_equal(s->owner, scope->person);
	bool knows =
		s->need_to_know_count == 0 || owns ||
		(id_is_set(scope->person) && id_equal(s->need_to_know[0], scope->person));

	if (!id_equal(who->org, s->org))
		return false;
	if (scope->everything)
		return true;
	if (scope->nothing || !knows)
		return false;
	if (scope->own && owns && s->label <= scope->own_clearance)
		return true;
	for (size_t i = 0; i < scope->line_count; i++)
		if (line_finds(&scope->lines[i], s))
			return true;
	return false;
}

/* Every actor x unit x label x owner x need-to-know. */
static void queries_find_what_may_be_read(void **state)
{
	(void)state;
	static const int labels[] = { PUBLIC, PA, PB, PC };
	size_t seen = 0;

	for (size_t i = 0; i < COUNT(everybody); i++) {
		struct scope scope = access_scope(arena, everybody[i], &plan_type, today);
		for (uint8_t unit = ROOT; unit <= A_OFFICE; unit++)
			for (size_t l = 0; l < COUNT(labels); l++)
				for (uint8_t own = OFFICER - 1; own <= NOBODY; own++)
					for (uint8_t ntk = OFFICER - 1; ntk <= NOBODY;
					     ntk++) {
						struct id knows = ID(ntk);
						struct subject s = {
							.type = &plan_type,
							.org = ID(9),
							.unit = ID(unit),
							.label = labels[l],
							.owner = own < OFFICER ? ID_NONE
							                       : ID(own),
							.need_to_know = &knows,
							.need_to_know_count =
								ntk >= OFFICER,
						};
						bool reads = access_read(everybody[i], &s,
						                         today);
						if (reads !=
						    scope_finds(&scope, everybody[i], &s))
							fail_msg("actor %zu unit %d label "
							         "%d owner %d "
							         "need to know %d",
							         i, unit, labels[l], own,
							         ntk);
						seen += reads;
					}
	}
	assert_true(seen > 500);
}

/* Comments in a unit, by who may read comments everywhere and plans in branch A. */
static void an_attachment_needs_the_right_to_what_it_is_about(void **state)
{
	(void)state;
	static const struct record_type comment = { .name = "comment", .attachment = true };
	static const struct record_type audit = { .name = "audit" };
	static const struct str everywhere_rights[] = { { "comment.read", 12 } };
	static const struct str here_rights[] = { { "plan.read", 9 } };
	static const struct grant grants[] = {
		{ GRANTED(everywhere, whole, PB), .everywhere = true },
		GRANT(here, branch_a, PA),
	};
	static const struct str scopes[] = { { "comment.read", 12 } };
	const struct actor who = { PERSON(STAFF, grants) };
	struct actor token = who;
	static const struct {
		const struct record_type *about[2];
		uint8_t owner, unit;
		int label;
		bool yes;
	} cases[] = {
		{ { NULL }, 0, B, PB, true },
		{ { &plan_type }, 0, A, PA, true },
		{ { &plan_type }, 0, A, PB, false },
		{ { &plan_type }, 0, B, PUBLIC, false },
		{ { &audit }, 0, A, PUBLIC, false },
		{ { &plan_type, &audit }, 0, A, PUBLIC, false },
		{ { &audit }, STAFF, A, PB, true },
		{ { &plan_type, &audit }, STAFF, B, PB, true },
		{ { &comment, &audit }, STAFF, A, PA, true },
	};

	token.token_scopes = scopes;
	token.token_scope_count = 1;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct about about[2];
		struct subject s = { .type = &comment,
			             .org = ID(9),
			             .unit = ID(cases[i].unit),
			             .label = cases[i].label,
			             .about = about };
		for (; s.about_count < 2 && cases[i].about[s.about_count]; s.about_count++)
			about[s.about_count] =
				(struct about){ cases[i].about[s.about_count],
				                ID(cases[i].owner) };
		if (access_read(&who, &s, today) != cases[i].yes)
			fail_msg("case %zu", i);
		assert_true(access_read(&program, &s, today));
		assert_int_equal(access_read(&token, &s, today), s.about_count == 0);
	}
}

static void patterns_cover_rights(void **state)
{
	(void)state;
	static const struct {
		const char *pattern, *right;
		bool covers;
	} pairs[] = {
		{ "plan.read", "plan.read", true },
		{ "plan.read", "plan.reader", false },
		{ "plan.*", "plan.approve", true },
		{ "plan.*", "plan_element.read", false },
		{ "plan.*", "plan.", false },
		{ "*.read", "plan.read", true },
		{ "*.read", "read", false },
		{ "*.read", ".read", false },
		{ "*", "plan.approve", true },
		{ "*", "installation.users", false },
		{ "*.read", "installation.read", false },
		{ "installation.*", "installation.users", true },
		{ "", "plan.read", false },
		{ "*.", "plan.read", false },
	};

	for (size_t i = 0; i < COUNT(pairs); i++)
		if (access_pattern_covers(str_of(pairs[i].pattern),
		                          str_of(pairs[i].right)) != pairs[i].covers)
			fail_msg("%s and %s", pairs[i].pattern, pairs[i].right);
}

static void the_installation_is_run_by_its_own_rights(void **state)
{
	(void)state;
	struct refusal why = refusal_on(arena);

	assert_true(access_installation(&administrator, "installation.users", today, &why));
	assert_false(access_installation(&officer, "installation.users", today, &why));
	assert_true(why.kind == REFUSAL_FORBIDDEN && why.count == 1);
	assert_true(access_installation(&program, "installation.users", today, &why));
	assert_true(access_somewhere(&officer, "plan.write", today));
	assert_false(access_somewhere(&auditor, "plan.write", today));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(rules_hold, start, stop),
		cmocka_unit_test_setup_teardown(queries_find_what_may_be_read, start, stop),
		cmocka_unit_test_setup_teardown(
			an_attachment_needs_the_right_to_what_it_is_about, start, stop),
		cmocka_unit_test_setup_teardown(patterns_cover_rights, start, stop),
		cmocka_unit_test_setup_teardown(the_installation_is_run_by_its_own_rights,
		                                start, stop),
	};
	return cmocka_run_group_tests_name("access", tests, NULL, NULL);
}
