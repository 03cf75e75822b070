/*
 * test_propose_across.c -- a plan and its annex: an element is found where it stands.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#undef fail

#include "actions/propose.h"
#include "base/arena.h"
#include "base/limits.h"

static struct arena *arena;
static const struct pack *pack;

static const char plan[] =
	"# Incident plan\n\n## Finding the cause\n\nThe security analyst determines the "
	"root "
	"cause of each incident from the logs and records it in the incident file within "
	"five days.\n";
static const char annex[] =
	"# Annex: data backups\n\nThe infrastructure team backs up every database nightly "
	"to an off-site vault and keeps each copy for 90 days. A restore test of one "
	"database is done every quarter and recorded.\n";

static int set_up(void **state)
{
	static struct packs packs;

	(void)state;
	arena = arena_new(8 * LIMIT_REQUEST_BYTES);
	struct refusal why = refusal_on(arena);
	assert_int_equal(packs_embedded(arena, &why, &packs), OK);
	pack = pack_find(&packs, STR("ma-is009"));
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const struct document_text *text_of(const char *words)
{
	struct document_text *text = ARENA_NEW(arena, struct document_text);
	struct refusal why = refusal_on(arena);

	assert_int_equal(
		document_read(arena, str_of(words), STR("a.md"), NULL, &why, text), OK);
	return text;
}

static const struct part_proposals *part(const struct proposals *p, const char *element)
{
	for (size_t i = 0; i < p->pack->element_count; i++)
		if (str_is(p->elements[i].element->id, element))
			return &p->elements[i].parts[0];
	assert_string_equal(element, "an element of the pack");
	return NULL;
}

static void found_where_it_stands(void **state)
{
	const struct document_text *both[] = { text_of(plan), text_of(annex) };
	struct proposals alone, p;

	(void)state;
	assert_int_equal(propose(arena, pack, both[0], &alone), OK);
	assert_int_equal(part(&alone, "6.5.2.5")->count, 0);
	assert_int_equal(propose_across(arena, pack, both, 2, &p), OK);
	assert_int_equal(p.gap_count + 1, alone.gap_count);
	const struct proposal *cause = &part(&p, "6.5.1.1")->at[0];
	const struct proposal *backups = &part(&p, "6.5.2.5")->at[0];
	assert_int_equal(cause->document, 0);
	assert_int_equal(backups->document, 1);
	assert_true(str_starts(proposal_passage(&p, backups)->text,
	                       "The infrastructure team"));
}

/* Of two passages as good as each other, the plan's own comes first; five at most. */
static void the_plan_comes_first(void **state)
{
	const struct document_text *many[] = { text_of(annex), text_of(annex),
		                               text_of(annex), text_of(annex),
		                               text_of(annex), text_of(annex) };
	struct proposals p;

	(void)state;
	assert_int_equal(propose_across(arena, pack, many, COUNT(many), &p), OK);
	const struct part_proposals *backups = part(&p, "6.5.2.5");
	assert_int_equal(backups->count, PROPOSALS_PER_PART);
	for (size_t i = 0; i < backups->count; i++)
		assert_int_equal(backups->at[i].document, i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(found_where_it_stands),
		cmocka_unit_test(the_plan_comes_first),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
