/*
 * exemption_duties.c -- the duties that a granted exemption sets aside until its last day.
 *
 * For each duty, and each record that the exemption covers, one decision about the duty
 * (duty_decision.c): made by the program, for three people have agreed already.  When the
 * exemption ends before its last day, so do they.
 */
#include "records/duty_decision.h"
#include "records/exemption.h"
#include "records/exemption_rules.h"
#include "records/linked.h"
#include "store/store.h"

#define DECISIONS_MOST 500

struct setting_aside {
	struct act *act;                /* as the program */
	const struct row *exemption;
	struct id *made;
	size_t count;
};

static enum fail decide(struct setting_aside *s, struct str duty, struct id subject)
{
	const struct row *e = s->exemption;
	struct arena *arena = s->act->arena;
	struct change *c = change_new(arena, &duty_decision_type);
	struct refusal why = refusal_on(arena);
	struct str title = str_format(arena, "%.*s: %.*s", STR_ARG(duty),
	                              STR_ARG(row_code(arena, e)));
	struct row *row;

	if (s->count == DECISIONS_MOST)
		return fail_say(FAIL_FULL, "the exemption covers too many duties");
	change_bilingual(c, DDC_TITLE, title, STR_NONE);
	change_text(c, DDC_KIND, STR("exempt"));
	change_text(c, DDC_DUTY, duty);
	if (id_is_set(subject))
		change_link(c, DDC_SUBJECT, subject);
	change_bilingual(c, DDC_GROUNDS, row_text(e, EXM_RATIONALE), STR_NONE);
	change_date(c, DDC_FROM_ON, row_date(e, EXM_STARTS_ON));
	change_date(c, DDC_UNTIL_ON, row_date(e, EXM_ENDS_ON));
	enum fail f = place_beside(s->act, c, e);
	if (f == OK)
		f = record_create(s->act, &duty_decision_type, c, &why, &row);
	if (f == OK)
		f = record_step(s->act, &duty_decision_type, row->id, 0,
		                step_find(&duty_decision_type, STR("approve")),
		                change_new(arena, &duty_decision_type), &why, &row);
	if (f == OK)
		s->made[s->count++] = row->id;
	return f;
}

static enum fail decide_each(struct setting_aside *s, struct str duty)
{
	const struct value *about = &s->exemption->values[EXM_ABOUT];
	enum fail f = OK;

	if (about->link_count == 0)
		return decide(s, duty, ID_NONE);
	for (size_t i = 0; f == OK && i < about->link_count; i++)
		f = decide(s, duty, about->links[i]);
	return f;
}

enum fail duties_set_aside(struct act *a, const struct row *exemption)
{
	struct actor program;
	struct act act = act_of_program(a, &program);
	struct setting_aside s = { .act = &act, .exemption = exemption };
	struct change *c = change_new(a->arena, &exemption_type);
	struct str text = row_text(exemption, EXM_DUTIES);
	enum fail f = OK;

	s.made = ARENA_TRY(a->arena, struct id, DECISIONS_MOST);
	if (!s.made)
		return fail_say(FAIL_MEMORY, "no memory for the duties of an exemption");
	while (f == OK && text.n > 0) {
		struct str line = str_trim(str_split(text, '\n', &text));

		if (line.n > 0)
			f = decide_each(&s, line);
	}
	if (f != OK || s.count == 0)
		return f;
	change_links(c, EXM_DECISIONS, s.made, s.count);
	return record_set(a, &exemption_type, exemption->id, c);
}

enum fail duties_taken_up(struct act *a, const struct row *exemption)
{
	const struct value *made = &exemption->values[EXM_DECISIONS];
	struct actor program;
	struct act act = act_of_program(a, &program);
	enum fail f = OK;

	for (size_t i = 0; f == OK && i < made->link_count; i++) {
		struct change *c = change_new(a->arena, &duty_decision_type);
		struct refusal why = refusal_on(a->arena);
		struct row *row;

		f = record_get(&act, &duty_decision_type, made->links[i], &row);
		if (f == FAIL_NOT_FOUND || (f == OK && row->state != DDC_IS_IN_FORCE)) {
			f = OK;
			continue;
		}
		c->reason = row_code(a->arena, exemption);
		if (f == OK)
			f = record_step(&act, &duty_decision_type, row->id, 0,
			                step_find(&duty_decision_type, STR("end")), c, &why,
			                &row);
	}
	return f;
}
