/*
 * home_ledger.c -- the lines of the ledger: what, until when, with whom, and why it is
 * there.
 */
#include "web/home.h"
#include "web/record.h"

enum { OVERDUE, THIS_WEEK, LATER, GROUPS };

static const char *const group_labels[GROUPS] = { N_("Overdue"), N_("In the next 7 days"),
	                                          N_("Later") };

static int group_of(const struct home *h, const struct due_line *line)
{
	int32_t days = days_between(h->v->today, line->date);

	return days < 0 ? OVERDUE : days <= 7 ? THIS_WEEK
	                                      : LATER;
}

/* The address of this page with the reason of one line open, or closed again. */
static struct str why_address(struct home *h, struct str key, bool open)
{
	const char *whose = h->only_mine ? "whose=mine" : "";

	if (open)
		return str_format(h->v->arena, "/?%s#%.*s", whose, STR_ARG(key));
	return str_format(h->v->arena, "/?%s%swhy=%.*s#%.*s", whose, *whose ? "&" : "",
	                  STR_ARG(key), STR_ARG(key));
}

static enum fail fill_steps(struct home *h, const struct row *r, struct home_due *to)
{
	struct visit *v = h->v;
	struct subject s = subject_here(v, r);
	struct str href = record_href(v->arena, r);

	to->steps.at = ARENA_TRY(v->arena, struct shown_step, r->type->steps.count);
	if (!to->steps.at && r->type->steps.count > 0)
		return FAIL_MEMORY;
	for (size_t i = 0; i < r->type->steps.count && to->steps.count < 3; i++) {
		const struct step *step = &r->type->steps.at[i];

		if (!(step->from & BIT(r->state)) || step->by_clock ||
		    !access_step(v->actor, step, &s, v->today, NULL))
			continue;
		to->steps.at[to->steps.count] =
			(struct shown_step){ .href = str_format(v->arena, "%.*s/step/%s",
			                                        STR_ARG(href), step->name),
			                     .label = SAY(v, step->label),
			                     .main = to->steps.count == 0 };
		to->steps.count++;
	}
	return OK;
}

/* What would take the line away: the steps that lead on from this state. */
static struct str to_settle(struct home *h, const struct row *r)
{
	struct text t = text_on(h->v->arena, 4096);

	for (size_t i = 0; i < r->type->steps.count; i++) {
		const struct step *step = &r->type->steps.at[i];

		if (!(step->from & BIT(r->state)) || step->by_clock)
			continue;
		text_addz(&t, t.n > 0 ? ", " : "");
		text_addz(&t, SAY(h->v, step->label));
	}
	if (t.n == 0)
		return str_of(SAY(h->v, N_("Change the date once the work is done.")));
	return visit_words(h->v, N_("One of the next steps: %1."), text_str(&t));
}

static void fill_why(struct home *h, const struct due_line *line, struct home_due *to)
{
	struct visit *v = h->v;
	struct message m = MESSAGE3(
		N_("“%1” of %2 is %3, and nothing on record has settled it."),
		str_of(SAY(v, line->row->type->fields.at[line->field].label)),
		row_code(v->arena, line->row), words_date(v->arena, v->lang, line->date));

	to->why = tr_message(v->arena, v->lang, &m);
	to->to_meet = to_settle(h, line->row);
}

static enum fail fill_line(struct home *h, struct act *a, const struct due_line *line,
                           struct home_due *to)
{
	struct visit *v = h->v;
	const struct record_type *t = line->row->type;
	struct str code = row_code(v->arena, line->row);
	struct str key = str_format(v->arena, "%.*s.%s", STR_ARG(code),
	                            t->fields.at[line->field].name);

	to->anchor = key;
	to->open = str_equal(key, h->why);
	to->why_href = why_address(h, key, to->open);
	to->href = record_href(v->arena, line->row);
	to->record_href = to->href;
	to->title = row_title(line->row, v->lang);
	to->when = words_short_date(v->arena, v->lang, line->date, v->today);
	to->due = words_due(v->arena, v->lang, line->date, v->today);
	to->late = date_compare(line->date, v->today) < 0;
	to->soon = !to->late && days_between(v->today, line->date) <= 7;
	to->sub = str_format(v->arena, "%.*s. %s", STR_ARG(code),
	                     SAY(v, t->fields.at[line->field].label));
	to->state = str_of(state_label(v, line->row));
	to->with =
		id_equal(line->row->owner, v->actor->person) && id_is_set(line->row->owner)
			? str_of(SAY(v, N_("You")))
			: shown_title(v, a, line->row->owner);
	if (!to->open)
		return OK;
	fill_why(h, line, to);
	return fill_steps(h, line->row, to);
}

enum fail home_ledger(struct home *h, struct act *a)
{
	struct home_group *groups = ARENA_TRY(a->arena, struct home_group, GROUPS);
	size_t used[GROUPS] = { 0 };

	if (!groups)
		return FAIL_MEMORY;
	for (size_t i = 0; i < h->due_count; i++)
		used[group_of(h, &h->due[i])]++;
	h->overdue = used[OVERDUE];
	h->view.groups.at = ARENA_TRY(a->arena, struct home_group, GROUPS);
	if (!h->view.groups.at)
		return FAIL_MEMORY;
	size_t line = 0;
	for (int g = 0; g < GROUPS; g++) {
		struct home_group *to = &h->view.groups.at[h->view.groups.count];
		size_t shown = used[g] < MOST_LINES ? used[g] : MOST_LINES;

		if (used[g] == 0)
			continue;
		h->view.groups.count++;
		to->label = SAY(h->v, group_labels[g]);
		to->total = used[g];
		to->lines.at = ARENA_TRY(a->arena, struct home_due, shown);
		if (!to->lines.at)
			return FAIL_MEMORY;
		for (size_t i = 0; i < shown; i++) {
			enum fail f = fill_line(h, a, &h->due[line + i],
			                        &to->lines.at[to->lines.count++]);

			if (f != OK)
				return f;
		}
		line += used[g];
	}
	return OK;
}
