/*
 * home_duties.c -- what the duties ask of people now: clocks that run, and acts.
 *
 * An act is one thing that a person does for one subject; it may settle many duties and is
 * one line.  It is as urgent as the most urgent of them.
 */
#include "codec/messages.h"
#include "duty/why.h"
#include "web/duty_shown.h"
#include "web/home.h"

#define ROWS_MOST 400
#define HORIZON_DAYS 30
#define TRACK 248

enum { OVERDUE, NOW, DECIDE, LATER, GROUPS };

static const struct {
	const char *label;
	const char *href;
} groups[GROUPS] = {
	[OVERDUE] = { N_("Overdue"), "/duties?state=overdue" },
	[NOW] = { N_("Due, and in the next 7 days"), "/duties?view=now" },
	[DECIDE] = { N_("To decide"), "/duties?state=to_decide" },
	[LATER] = { N_("Later, in the next 30 days"), "/duties?view=coming" },
};

struct act_line {
	const struct duty *duty;        /* of the first, which falls due first */
	const struct duty_row *row;
	const struct duty_about *about;
	size_t settles;
	int group;
};

struct gathered {
	struct home *home;
	struct duty_rows rows;
	struct duty_about *abouts;
	struct act_line *acts;
	size_t act_count;
};

/* ---- reading ---- */

static enum fail read_rows(struct gathered *g, struct act *a, uint64_t states,
                           struct instant before)
{
	struct visit *v = g->home->v;
	struct duty_query q = { .by_due = true,
		                .limit = 200,
		                .due_before = before,
		                .owner = g->home->only_mine ? v->actor->person : ID_NONE };
	struct str next = STR("");
	enum fail f = duty_query_states(v, &q, states);

	do {
		struct duty_rows page = { 0 };

		q.after = next;
		if (f == OK)
			f = duty_row_list(a, &q, &page, &next);
		for (size_t i = 0; f == OK && i < page.count && g->rows.count < ROWS_MOST;
		     i++)
			g->rows.at[g->rows.count++] = page.at[i];
	} while (f == OK && next.n > 0 && g->rows.count < ROWS_MOST);
	return f;
}

static struct instant horizon(const struct visit *v)
{
	struct instant now = store_now(v->site->store);

	return (struct instant){ now.us + HORIZON_DAYS * 86400 * US_PER_SECOND };
}

/* ---- clocks ---- */

static bool is_clock(const struct duty *d, const struct duty_row *r)
{
	return d->rule.kind == RULE_WITHIN && d->rule.limited && !d->rule.by_date &&
	       span_is_exact(d->rule.span) && instant_is_set(r->due_at);
}

/* "1 day 4 h", "5 h 48 min" */
static struct str time_left(struct visit *v, int64_t seconds)
{
	long long minutes = (long long)(seconds / 60);
	long long days = minutes / 1440, hours = minutes / 60 % 24;

	if (days > 0)
		return str_format(v->arena, "%.*s %lld h",
		                  STR_ARG(tr_count(v->arena, v->lang, "%1 day", "%1 days",
		                                   days)),
		                  hours);
	return hours > 0 ? str_format(v->arena, "%lld h %02lld min", hours, minutes % 60)
	                 : str_format(v->arena, "%lld min", minutes);
}

static void add_clock(struct gathered *g, const struct duty *d, const struct duty_row *r,
                      const struct duty_about *about)
{
	struct visit *v = g->home->v;
	int64_t whole = d->rule.span.length.seconds;
	int64_t left = (r->due_at.us - store_now(v->site->store).us) / US_PER_SECOND;
	int64_t used = left > whole ? 0 : whole - left;
	struct home_clocks *clocks = &g->home->view.clocks;
	struct instant from = { r->due_at.us - whole * US_PER_SECOND };
	struct message m = MESSAGE2(N_("%1 of %2 used"), time_left(v, used),
	                            time_left(v, whole));

	clocks->lines.at[clocks->lines.count++] = (struct home_clock){
		.href = duty_address(v, d->id, about->code),
		.title = about->title,
		.sub = str_format(v->arena, "%.*s %.*s. %.*s", STR_ARG(about->code),
		                  STR_ARG(said_in(d->text, v->lang)),
		                  STR_ARG(duty_cites(v, d))),
		.from = visit_instant(v, from),
		.whole = time_left(v, whole),
		.left = time_left(v, left),
		.until = visit_words(v, N_("until %1"), visit_instant(v, r->due_at)),
		.used = tr_message(v->arena, v->lang, &m),
		.gone = whole > 0 ? (int)(used * TRACK / whole) : TRACK,
		.late = left * 4 < whole,
	};
}

/* ---- acts ---- */

static int group_of(const struct home *h, const struct duty_row *r)
{
	enum duty_state s = duty_state_named(r->state);

	if (s == DUTY_OVERDUE)
		return OVERDUE;
	if (s == DUTY_TO_DECIDE)
		return DECIDE;
	if (s == DUTY_UPCOMING &&
	    days_between(h->v->today, duty_day(h->v, r->due_at)) > 7)
		return LATER;
	return NOW;
}

static void add_act(struct gathered *g, const struct duty *d, size_t i)
{
	const struct duty_row *r = &g->rows.at[i];
	int group = group_of(g->home, r);

	for (size_t k = 0; k < g->act_count; k++) {
		struct act_line *had = &g->acts[k];

		if (!id_equal(had->row->subject, r->subject) ||
		    !str_equal(had->duty->act_key, d->act_key))
			continue;
		had->settles++;
		had->group = group < had->group ? group : had->group;
		return;
	}
	g->acts[g->act_count++] = (struct act_line){ d, r, &g->abouts[i], 1, group };
}

static int most_settled_first(const void *x, const void *y)
{
	const struct act_line *a = x, *b = y;

	if (a->settles != b->settles)
		return a->settles < b->settles ? 1 : -1;
	return a->row->due_at.us < b->row->due_at.us   ? -1
	       : a->row->due_at.us > b->row->due_at.us ? 1
	                                               : 0;
}

/* ---- lines ---- */

/* This page with the reason of one line open, or closed again. */
static struct str why_address(const struct home *h, struct str anchor, bool open)
{
	return str_format(h->v->arena, "/?%s%swhy=%.*s#%.*s",
	                  h->only_mine ? "whose=mine&" : "", h->plan ? "plan=hours&" : "",
	                  open ? 0 : (int)anchor.n, anchor.p, STR_ARG(anchor));
}

static struct str settles_words(struct visit *v, const struct act_line *l)
{
	struct str cites = duty_cites(v, l->duty);

	if (l->settles == 1)
		return str_format(v->arena, "%.*s, %.*s", STR_ARG(l->duty->id),
		                  STR_ARG(cites));
	return str_format(v->arena, "%.*s %.*s",
	                  STR_ARG(tr_count(v->arena, v->lang, "Settles %1 duty.",
	                                   "Settles %1 duties.", (int64_t)l->settles)),
	                  STR_ARG(cites));
}

static enum fail fill_line(struct gathered *g, struct act *a, const struct act_line *l,
                           struct home_act *to)
{
	struct visit *v = g->home->v;
	const struct duty_row *r = l->row;
	struct message why;

	*to = (struct home_act){
		.href = duty_address(v, l->duty->id, l->about->code),
		.title = said_in(l->duty->act, v->lang),
		.sub = settles_words(v, l),
		.subject = l->about->title,
		.subject_href = l->about->href,
		.with = duty_with(v, a, r),
		.anchor = str_format(v->arena, "%.*s.%.*s", STR_ARG(l->duty->id),
		                     STR_ARG(l->about->code)),
		.late = l->group == OVERDUE && !r->local_limit,
		.soon = l->group == NOW || (l->group == OVERDUE && r->local_limit),
		.to_meet = said_in(l->duty->evidence, v->lang),
	};
	if (instant_is_set(r->due_at)) {
		struct date due = duty_day(v, r->due_at);

		to->when = words_short_date(v->arena, v->lang, due, v->today);
		to->due = r->local_limit ? str_of(SAY(v, N_("local target")))
		                         : words_due(v->arena, v->lang, due, v->today);
	}
	to->open = str_equal(to->anchor, g->home->why);
	to->why_href = why_address(g->home, to->anchor, to->open);
	if (!to->open || !message_unpack(a->arena, r->why, &why))
		return OK;
	return why_say(a, &why, WHY_TITLES, &to->why);
}

static enum fail fill_group(struct gathered *g, struct act *a, int group)
{
	struct visit *v = g->home->v;
	struct home_acts *acts = &g->home->view.acts;
	struct home_act_group *to = &acts->groups.at[acts->groups.count];
	bool all = group == GROUPS;
	enum fail f = OK;

	*to = (struct home_act_group){
		.label = SAY(v, all ? N_("What settles most comes first")
		                    : groups[group].label),
		.lines.at = ARENA_TRY(v->arena, struct home_act, MOST_LINES),
	};
	if (!to->lines.at)
		return FAIL_MEMORY;
	for (size_t i = 0; f == OK && i < g->act_count; i++) {
		if (!all && g->acts[i].group != group)
			continue;
		if (to->total++ < MOST_LINES)
			f = fill_line(g, a, &g->acts[i], &to->lines.at[to->lines.count++]);
	}
	if (to->total > MOST_LINES) {
		to->more_href = str_of(all ? "/duties?view=now" : groups[group].href);
		to->more = tr_count(v->arena, v->lang, "%1 more", "%1 more",
		                    (int64_t)(to->total - MOST_LINES));
	}
	acts->groups.count += to->total > 0;
	return f;
}

static enum fail fill_acts(struct gathered *g, struct act *a)
{
	struct home_acts *acts = &g->home->view.acts;
	enum fail f = OK;

	acts->plan = g->home->plan;
	acts->only_mine = g->home->only_mine;
	acts->mine_href = STR("/?whose=mine");
	acts->all_href = STR("/");
	acts->plan_href = g->home->plan ? STR("/") : STR("/?plan=hours");
	acts->groups.at = ARENA_TRY(g->home->v->arena, struct home_act_group, GROUPS + 1);
	if (!acts->groups.at)
		return FAIL_MEMORY;
	if (g->home->plan) {
		qsort(g->acts, g->act_count, sizeof g->acts[0], most_settled_first);
		return fill_group(g, a, GROUPS);
	}
	for (int i = 0; f == OK && i < GROUPS; i++)
		f = fill_group(g, a, i);
	return f;
}

static enum fail sort_out(struct gathered *g, struct act *a)
{
	const struct duties *duties = duty_engine_duties();
	struct instant now = store_now(g->home->v->site->store);
	enum fail f = duty_abouts(g->home->v, a, &g->rows, g->abouts);

	for (size_t i = 0; f == OK && i < g->rows.count; i++) {
		const struct duty_row *r = &g->rows.at[i];
		const struct duty *d = duty_find(duties, r->duty);

		if (!d || d->rule.force == FORCE_MAY || d->rule.force == FORCE_OTHERS)
			continue;
		if (is_clock(d, r) && r->due_at.us > now.us &&
		    g->home->view.clocks.lines.count < MOST_LINES)
			add_clock(g, d, r, &g->abouts[i]);
		else
			add_act(g, d, i);
	}
	for (size_t i = 0; i < g->act_count; i++)
		g->home->duties_overdue += g->acts[i].group == OVERDUE;
	return f;
}

enum fail home_duties(struct home *h, struct act *a)
{
	struct visit *v = h->v;
	struct gathered g = {
		.home = h,
		.rows.at = ARENA_TRY(v->arena, struct duty_row, ROWS_MOST),
		.abouts = ARENA_TRY(v->arena, struct duty_about, ROWS_MOST),
		.acts = ARENA_TRY(v->arena, struct act_line, ROWS_MOST),
	};
	const uint64_t asks = BIT(DUTY_OVERDUE) | BIT(DUTY_DUE) | BIT(DUTY_TO_DECIDE);

	h->duties_overdue = 0;
	h->view.clocks.lines.at = ARENA_TRY(v->arena, struct home_clock, MOST_LINES);
	if (!g.rows.at || !g.abouts || !g.acts || !h->view.clocks.lines.at)
		return FAIL_MEMORY;
	if (!duty_engine_duties())
		return OK;
	enum fail f = read_rows(&g, a, asks, INSTANT_NONE);
	if (f == OK)
		f = read_rows(&g, a, BIT(DUTY_UPCOMING), horizon(v));
	if (f == OK)
		f = sort_out(&g, a);
	return f == OK ? fill_acts(&g, a) : f;
}
