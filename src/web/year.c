/*
 * year.c -- the year plan: what falls due in the next twelve months, a line for each act.
 */
#include "web/duty_shown.h"
#include "web/web.h"

#define MONTHS 12
#define LINES_MOST 40 /* of a month */
#define ROWS_MOST 2000
#define PAGE 200

struct year_entry {
	struct str act; /* key */
	struct date first;
	const struct duty_row *row;
	const struct duty *duty;
	size_t subjects;
};

struct year_page {
	struct visit *v;
	struct date begin;              /* first day of this month */
	struct duty_rows rows;
	struct year_view view;
};

static enum fail read_rows(struct year_page *p, struct act *a)
{
	struct date end = date_add_months(p->begin, MONTHS);
	struct duty_query q = { .by_due = true,
		                .limit = PAGE,
		                .due_before = day_start(end, p->v->zone) };
	struct str next = STR("");
	enum fail f = duty_query_states(
		p->v, &q,
		BIT(DUTY_MET) | BIT(DUTY_MET_LATE) | BIT(DUTY_UPCOMING) | BIT(DUTY_DUE) |
			BIT(DUTY_OVERDUE));

	p->rows.count = 0;
	p->rows.at = ARENA_TRY(p->v->arena, struct duty_row, ROWS_MOST);
	if (!p->rows.at)
		return FAIL_MEMORY;
	do {
		struct duty_rows page = { 0 };

		q.after = next;
		if (f == OK)
			f = duty_row_list(a, &q, &page, &next);
		for (size_t i = 0; f == OK && i < page.count && p->rows.count < ROWS_MOST;
		     i++)
			p->rows.at[p->rows.count++] = page.at[i];
	} while (f == OK && next.n > 0 && p->rows.count < ROWS_MOST);
	p->view.cut = next.n > 0;
	return f;
}

/* Overdue stands in the first month; 12: in none. */
static int month_of(const struct year_page *p, const struct duty_row *r)
{
	struct date due = duty_day(p->v, r->due_at);
	int months = (due.year - p->begin.year) * 12 + due.month - p->begin.month;

	if (months >= 0)
		return months;
	return duty_state_named(r->state) == DUTY_OVERDUE ? 0 : MONTHS;
}

static size_t gather(const struct year_page *p, int month, struct year_entry *out)
{
	const struct duties *duties = duty_engine_duties();
	size_t n = 0;

	for (size_t i = 0; i < p->rows.count; i++) {
		const struct duty_row *r = &p->rows.at[i];
		const struct duty *d = duties ? duty_find(duties, r->duty) : NULL;
		size_t k = 0;

		if (!d || month_of(p, r) != month)
			continue;
		while (k < n && !str_equal(out[k].act, d->act_key))
			k++;
		if (k == n)
			out[n++] = (struct year_entry){ d->act_key,
				                        duty_day(p->v, r->due_at), r, d,
				                        0 };
		out[k].subjects += !id_equal(out[k].row->subject, r->subject) ||
		                   out[k].subjects == 0;
	}
	return n;
}

static struct str subject_words(struct year_page *p, struct act *a,
                                const struct year_entry *e, struct duty_about *about)
{
	struct duty_rows one = { (struct duty_row *)e->row, 1 };

	if (duty_abouts(p->v, a, &one, about) != OK)
		return STR("");
	return e->subjects > 1 ? tr_count(p->v->arena, p->v->lang, "%1 subject",
	                                  "%1 subjects", (int64_t)e->subjects)
	                       : about->title;
}

static enum fail fill_month(struct year_page *p, struct act *a, int month,
                            struct year_entry *entries)
{
	struct visit *v = p->v;
	struct date first = date_add_months(p->begin, month);
	struct year_month *to = &p->view.months.at[p->view.months.count++];
	size_t n = gather(p, month, entries);

	*to = (struct year_month){
		.id = str_format(v->arena, "m-%d-%02d", first.year, first.month),
		.name = words_month(v->arena, v->lang, first),
		.lines.at = ARENA_TRY(v->arena, struct year_line, LINES_MOST),
	};
	if (!to->lines.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < n && i < LINES_MOST; i++) {
		const struct year_entry *e = &entries[i];
		struct duty_about about = { 0 };
		struct year_line *line = &to->lines.at[to->lines.count++];

		line->subject = subject_words(p, a, e, &about);
		line->title = said_in(e->duty->act, v->lang);
		line->when = words_short_date(v->arena, v->lang, e->first, v->today);
		line->late = duty_state_named(e->row->state) == DUTY_OVERDUE &&
		             !e->row->local_limit;
		line->href = e->subjects > 1
		                     ? str_format(v->arena, "/duties?act=%.*s",
		                                  STR_ARG(percent_encode(v->arena, e->act)))
		                     : duty_address(v, e->duty->id, about.code);
	}
	if (n > LINES_MOST)
		to->more = tr_count(v->arena, v->lang, "%1 more", "%1 more",
		                    (int64_t)(n - LINES_MOST));
	return OK;
}

static enum fail load(struct act *a, void *arg)
{
	struct year_page *p = arg;
	struct year_entry *entries = ARENA_TRY(p->v->arena, struct year_entry, ROWS_MOST);
	enum fail f = entries ? read_rows(p, a) : FAIL_MEMORY;

	p->view.months.count = 0;
	p->view.months.at = ARENA_TRY(p->v->arena, struct year_month, MONTHS);
	if (!p->view.months.at)
		return FAIL_MEMORY;
	for (int i = 0; f == OK && i < MONTHS; i++)
		f = fill_month(p, a, i, entries);
	return f;
}

void year_page(struct request *q, struct response *r)
{
	struct visit v;
	struct year_page p = { .v = &v };

	if (!visit_open(&v, q, r))
		return;
	p.begin = v.today;
	p.begin.day = 1;
	enum fail f = visit_read(&v, load, &p);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	visit_frame_at(&v, &p.view.frame, str_of(SAY(&v, N_("Year plan"))), "/year");
	VISIT_SHOW(&v, year, &p.view);
}
