/*
 * story_quiz.c -- a line of a story in which somebody takes a quiz.
 *
 *     kim  takes QUZ-1 2132                   the number of the answer to each question
 *     kim  takes QUZ-1 2132 nth=2             once more, where nobody is named
 */
#include "actions/story_parts.h"

#include "actions/quiz.h"
#include "base/arena.h"
#include "records/linked.h"

static enum fail hand_in(struct act *a, struct story *s, const struct quiz_sheet *sheet)
{
	struct str digits = s->words.at[s->next++].text;
	int *chosen = ARENA_TRY(a->arena, int, sheet->count + 1);
	struct quiz_answers answers = { .chosen = chosen, .nth = 1 };
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct row *attempt;

	if (!chosen)
		return FAIL_MEMORY;
	for (size_t i = 0; i < sheet->count; i++)
		chosen[i] = i < digits.n ? digits.p[i] - '1' : QUIZ_NO_ANSWER;
	if (s->next < s->words.count && str_is(s->words.at[s->next].name, "nth"))
		(void)str_to_i64(s->words.at[s->next++].text, &answers.nth);
	answers.person = a->actor->person;
	return quiz_hand_in(&act, sheet, &answers, &s->why, &attempt);
}

static enum fail takes(struct act *a, struct story *s)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct quiz_sheet sheet;
	struct row *quiz;

	if (s->next == s->words.count)
		return fail_say(FAIL_FORMAT, "takes QUZ-1 and the numbers of the answers");
	enum fail f = record_get(&act, &quiz_type, s->id, &quiz);
	if (f == OK)
		f = quiz_draw(&act, quiz, STR("story"), &sheet);
	return f == OK ? hand_in(a, s, &sheet) : f;
}

story_act *story_quiz_verb(struct str verb)
{
	return str_is(verb, "takes") ? takes : NULL;
}
