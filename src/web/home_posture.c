/*
 * home_posture.c -- how the duties of each area stand: what must or should be done, counted
 * once for each that counts by itself.  What may be done, was set aside, or has no occasion
 * is in no figure; what has not been started yet is counted apart.
 */
#include "web/duty_shown.h"
#include "web/home.h"

#define BAR 170

struct area_counts {
	int64_t met, due, late, missing, not_started;
};

static int64_t *count_of(struct area_counts *c, enum duty_state s)
{
	switch (s) {
	case DUTY_MET:
	case DUTY_MET_LATE: return &c->met;
	case DUTY_UPCOMING:
	case DUTY_DUE:
	case DUTY_TO_DECIDE: return &c->due;
	case DUTY_OVERDUE:
	case DUTY_MISSED: return &c->late;
	case DUTY_NOTHING_ON_RECORD:
	case DUTY_CANNOT_TELL: return &c->missing;
	case DUTY_NOT_STARTED: return &c->not_started;
	default: return NULL;
	}
}

static bool is_owed(struct str force)
{
	return str_is(force, force_name(FORCE_MUST)) ||
	       str_is(force, force_name(FORCE_SHOULD));
}

static int64_t all_of(const struct area_counts *c)
{
	return c->met + c->due + c->late + c->missing + c->not_started;
}

/* A piece of the bar, of at least one line when there is anything in it. */
static int piece(int64_t n, int64_t all)
{
	int64_t w = n * BAR / all;

	return n == 0 ? 0 : w < 2 ? 2
	                          : (int)w;
}

static struct str below(struct visit *v, const struct area_counts *c)
{
	struct text t = text_on(v->arena, 400);

	if (c->late)
		text_add(&t, tr_count(v->arena, v->lang, "%1 overdue", "%1 overdue",
		                      c->late));
	if (c->due) {
		text_addz(&t, t.n ? ", " : "");
		text_add(&t, tr_count(v->arena, v->lang, "%1 due", "%1 due", c->due));
	}
	if (c->missing) {
		text_addz(&t, t.n ? ", " : "");
		text_add(&t, tr_count(v->arena, v->lang, "%1 without evidence",
		                      "%1 without evidence",
		                      c->missing));
	}
	if (c->not_started) {
		text_addz(&t, t.n ? ", " : "");
		text_add(&t, tr_count(v->arena, v->lang, "%1 not started",
		                      "%1 not started", c->not_started));
	}
	return text_str(&t);
}

static void add_line(struct home *h, const struct duty_area *area,
                     const struct area_counts *c)
{
	struct visit *v = h->v;
	int64_t all = all_of(c);
	struct posture_line *to = &h->view.posture.lines.at[h->view.posture.lines.count++];

	*to = (struct posture_line){
		.href = str_format(v->arena, "/duties?area=%.*s", STR_ARG(area->id)),
		.area = said_in(area->label, v->lang),
		.sub = below(v, c),
		.late = c->late > 0,
		.met = c->met,
		.all = all,
		.met_w = piece(c->met, all),
		.due_w = piece(c->due, all),
		.late_w = piece(c->late, all),
		.none_w = piece(c->missing, all),
	};
	to->words = visit_words(v, N_("of %1"), str_format(v->arena, "%lld", to->all));
	to->due_x = to->met_w + (to->met_w ? 2 : 0);
	to->late_x = to->due_x + to->due_w + (to->due_w ? 2 : 0);
	to->none_x = to->late_x + to->late_w + (to->late_w ? 2 : 0);
}

static void fill_aside(struct home *h, const struct area_counts *all)
{
	struct visit *v = h->v;
	struct message m = MESSAGE2(N_("%1 of %2 met"),
	                            str_format(v->arena, "%lld", (long long)all->met),
	                            str_format(v->arena, "%lld", (long long)all_of(all)));

	h->view.posture.aside = tr_message(v->arena, v->lang, &m);
	if (all->not_started == 0)
		return;
	h->view.posture.not_started_href = STR("/duties?view=not-started");
	h->view.posture.not_started = tr_count(
		v->arena, v->lang,
		"%1 duty is not started: say what exists, or that there is none",
		"%1 duties are not started: say what exists, or that there is none",
		all->not_started);
}

enum fail home_posture(struct home *h, struct act *a)
{
	const struct duties *duties = duty_engine_duties();
	struct duty_count *counts;
	struct area_counts total = { 0 };
	size_t n;

	if (!duties)
		return OK;
	enum fail f = duty_row_counts(a, &counts, &n);
	h->view.posture.lines.at =
		ARENA_TRY(h->v->arena, struct posture_line, duties->area_count + 1);
	if (f != OK || !h->view.posture.lines.at)
		return f != OK ? f : FAIL_MEMORY;
	for (size_t i = 0; i < duties->area_count; i++) {
		struct area_counts c = { 0 };

		for (size_t k = 0; k < n; k++) {
			int64_t *to = count_of(&c, duty_state_named(counts[k].state));
			int64_t *sum = count_of(&total, duty_state_named(counts[k].state));

			if (!to || !is_owed(counts[k].force) ||
			    !str_equal(counts[k].area, duties->areas[i].id))
				continue;
			*to += counts[k].count;
			*sum += counts[k].count;
		}
		if (all_of(&c) > 0)
			add_line(h, &duties->areas[i], &c);
	}
	fill_aside(h, &total);
	return OK;
}
