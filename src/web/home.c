/*
 * home.c -- "What needs you now": a ledger ranked by time left, every line with its reason.
 *
 * Honest with what is on record: the dates that are limits in the state that a record is
 * in, plan checks with parts to confirm, findings whose recommendations lack an owner or a
 * date, approvals that this person may give now.
 */
#include "web/home.h"

#include "actions/due_dates.h"
#include "records/finding.h"
#include "records/plan_check.h"
#include "records/recommendation.h"
#include "web/record.h"
#include "web/web.h"

/* ---- dates that records carry ---- */

static bool add_line(struct home *h, struct row *r, int field)
{
	if (h->due_count == MOST_DUE)
		return false;
	h->due[h->due_count++] = (struct due_line){ r, field, row_date(r, field) };
	return true;
}

static enum fail collect_field(struct home *h, struct act *a, const struct record_type *t,
                               int field)
{
	struct filter filters[DUE_FILTERS + 1];
	struct answer rows;
	struct query q = { .type = t, .filters = filters, .sort = field, .limit = 100 };
	size_t n = due_filters(t, field, h->horizon, filters);

	if (h->only_mine)
		filters[n++] = (struct filter){ .field = FIELD_OWNER,
			                        .op = IS,
			                        .value = { .filled = true,
			                                   .links = &h->v->actor->person,
			                                   .link_count = 1 } };
	q.filter_count = n;
	enum fail f = record_list(a, &q, &rows);
	for (size_t i = 0; f == OK && i < rows.count; i++)
		if (row_is_due(rows.rows[i], field) && !add_line(h, rows.rows[i], field))
			break;
	return f;
}

static enum fail collect_due(struct home *h, struct act *a)
{
	const struct registry *types = store_registry(h->v->site->store);

	for (size_t i = 0; i < types->count; i++) {
		const struct record_type *t = types->at[i];

		if (!visit_may_read(h->v, t) && !t->own_only)
			continue;
		for (size_t k = 0; k < t->fields.count; k++) {
			enum fail f = t->fields.at[k].due_in
			                      ? collect_field(h, a, t, (int)k)
			                      : OK;

			if (f != OK)
				return f;
		}
	}
	return OK;
}

static int compare_due(const void *x, const void *y)
{
	const struct due_line *a = x, *b = y;
	int order = date_compare(a->date, b->date);

	return order ? order : id_compare(a->row->id, b->row->id);
}

/* ---- plan checks ---- */

/* What nobody has confirmed is neither met nor missing yet: that part stays empty. */
static void fill_bar(struct home_check *to, const struct row *r, struct visit *v)
{
	int64_t met = row_number(r, PLC_MET), partial = row_number(r, PLC_PARTIAL);
	int64_t all = met + partial + row_number(r, PLC_MISSING);
	struct message words = MESSAGE3(N_("%1 met, %2 partial of %3 elements so far"),
	                                str_format(v->arena, "%lld", (long long)met),
	                                str_format(v->arena, "%lld", (long long)partial),
	                                str_format(v->arena, "%lld", (long long)all));

	to->bar_words = tr_message(v->arena, v->lang, &words);
	if (all == 0)
		return;
	to->met_w = (int)(met * 248 / all);
	to->due_x = to->met_w + (met > 0 ? 2 : 0);
	to->due_w = (int)(partial * 248 / all);
}

static enum fail load_checks(struct home *h, struct act *a)
{
	struct visit *v = h->v;
	struct filter open = { .field = FIELD_STATE,
		               .op = IS,
		               .value = { .filled = true, .number = PLC_IS_OPEN } };
	struct query q = { .type = &plan_check_type,
		           .filters = &open,
		           .filter_count = 1,
		           .sort = PLC_OPEN,
		           .descending = true,
		           .limit = 6 };
	struct answer rows;

	if (!visit_may_read(v, &plan_check_type))
		return OK;
	enum fail f = record_list(a, &q, &rows);
	if (f != OK)
		return f;
	h->view.checks.at = ARENA_TRY(v->arena, struct home_check, rows.count + 1);
	if (!h->view.checks.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < rows.count; i++) {
		const struct row *r = rows.rows[i];
		struct home_check *to = &h->view.checks.at[h->view.checks.count++];
		struct str code = row_code(v->arena, r);
		struct message sub = MESSAGE3(
			N_("%1. %2, checked %3."), code, row_text(r, PLC_FILE_NAME),
			words_date(v->arena, v->lang, row_date(r, PLC_RAN_ON)));

		to->title = row_title(r, v->lang);
		to->href = str_format(v->arena, "/plan_check/%.*s/work", STR_ARG(code));
		to->sub = tr_message(v->arena, v->lang, &sub);
		struct message parts = { .args = { str_format(
						 v->arena, "%lld",
						 (long long)row_number(r, PLC_OPEN)) } };
		to->open = message_fill(
			v->arena,
			trn(v->lang, "%1 part", "%1 parts", row_number(r, PLC_OPEN)),
			&parts);
		to->action = str_of(SAY(v, N_("Confirm")));
		fill_bar(to, r, v);
	}
	return OK;
}

/* ---- findings whose recommendations lack something ---- */

static struct home_waiting *gap_of(struct home *h, struct act *a, struct id finding,
                                   size_t room)
{
	struct row *r;

	if (record_get(a, &finding_type, finding, &r) != OK)
		return NULL;
	struct str code = row_code(h->v->arena, r);
	struct str href = str_format(h->v->arena, "/finding/%.*s/gaps", STR_ARG(code));
	for (size_t i = 0; i < h->view.gaps.count; i++)
		if (str_equal(h->view.gaps.at[i].href, href))
			return &h->view.gaps.at[i];
	if (h->view.gaps.count == room)
		return NULL;
	struct home_waiting *to = &h->view.gaps.at[h->view.gaps.count++];
	to->href = href;
	to->title = row_title(r, h->v->lang);
	return to;
}

static enum fail count_findings(struct home *h, struct act *a)
{
	struct query q = { .type = &finding_type };
	int64_t n = 0;
	enum fail f = record_count(a, &q, &n);

	h->view.no_finding = n == 0;
	return f;
}

static enum fail load_gaps(struct home *h, struct act *a)
{
	struct filter open = { .field = FIELD_STATE,
		               .op = IS,
		               .value = { .filled = true, .number = REC_IS_OPEN } };
	struct query q = { .type = &recommendation_type,
		           .filters = &open,
		           .filter_count = 1,
		           .sort = SORT_CREATED,
		           .limit = 100 };
	struct answer rows;
	size_t lacking[20] = { 0 };

	if (!visit_may_read(h->v, &recommendation_type))
		return OK;
	enum fail f = record_list(a, &q, &rows);
	h->view.gaps.at = ARENA_TRY(h->v->arena, struct home_waiting, COUNT(lacking));
	if (f != OK || !h->view.gaps.at)
		return f != OK ? f : FAIL_MEMORY;
	for (size_t i = 0; i < rows.count; i++) {
		const struct row *r = rows.rows[i];

		if (id_is_set(r->owner) && row_filled(r, REC_DUE_ON))
			continue;
		struct home_waiting *to =
			gap_of(h, a, row_link(r, REC_FINDING), COUNT(lacking));
		if (to)
			lacking[to - h->view.gaps.at]++;
	}
	for (size_t i = 0; i < h->view.gaps.count; i++) {
		struct message m = { .args = {
					     str_format(h->v->arena, "%zu", lacking[i]) } };

		h->view.gaps.at[i].sub = message_fill(
			h->v->arena,
			trn(h->v->lang, "%1 recommendation without owner or date",
		            "%1 recommendations without owner or date",
		            (int64_t)lacking[i]),
			&m);
	}
	return OK;
}

/* ---- approvals that this person may give ---- */

static enum fail load_approval(struct home *h, struct act *a, const struct record_type *t,
                               const struct step *step)
{
	struct visit *v = h->v;

	for (size_t state = 0; state < t->states.count; state++) {
		struct filter in = { .field = FIELD_STATE,
			             .op = IS,
			             .value = { .filled = true,
			                        .number = (int64_t)state } };
		struct query q = { .type = t,
			           .filters = &in,
			           .filter_count = 1,
			           .limit = 20,
			           .sort = SORT_CHANGED };
		struct answer rows;

		if (!(step->from & BIT(state)))
			continue;
		enum fail f = record_list(a, &q, &rows);
		if (f != OK)
			return f;
		for (size_t i = 0; i < rows.count && h->view.approvals.count < MOST_WAITING;
		     i++) {
			const struct row *r = rows.rows[i];
			struct subject s = subject_here(v, r);
			struct str href = record_href(v->arena, r);

			if (!access_step(v->actor, step, &s, v->today, NULL))
				continue;
			h->view.approvals.at[h->view.approvals.count++] =
				(struct home_waiting){
					.href = str_format(v->arena, "%.*s/step/%s",
				                           STR_ARG(href), step->name),
					.title = row_title(r, v->lang),
					.sub = str_format(v->arena, "%s, %.*s",
				                          SAY(v, step->label),
				                          STR_ARG(row_code(v->arena, r))),
					.since = words_short_date(
						v->arena, v->lang,
						instant_utc_date(r->changed_at), v->today),
				};
		}
	}
	return OK;
}

static enum fail load_approvals(struct home *h, struct act *a)
{
	const struct registry *types = store_registry(h->v->site->store);

	h->view.approvals.at = ARENA_TRY(h->v->arena, struct home_waiting, MOST_WAITING);
	if (!h->view.approvals.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < types->count; i++) {
		const struct record_type *t = types->at[i];

		for (size_t k = 0; k < t->steps.count; k++) {
			enum fail f = OK;

			if (t->steps.at[k].approval && visit_may_read(h->v, t))
				f = load_approval(h, a, t, &t->steps.at[k]);
			if (f != OK)
				return f;
		}
	}
	return OK;
}

/* ---- the page ---- */

static enum fail load(struct act *a, void *arg)
{
	struct home *h = arg;

	memset(&h->view, 0, sizeof h->view);
	h->due_count = 0;
	h->horizon = date_add_days(act_today(a), 60);
	enum fail f = load_checks(h, a);
	if (f == OK)
		f = collect_due(h, a);
	if (f == OK)
		f = count_findings(h, a);
	if (f == OK)
		f = load_gaps(h, a);
	if (f == OK)
		f = load_approvals(h, a);
	if (f == OK)
		f = home_waiting(h, a);
	if (f == OK)
		f = home_duties(h, a);
	if (f == OK)
		f = home_posture(h, a);
	if (f != OK)
		return f;
	qsort(h->due, h->due_count, sizeof h->due[0], compare_due);
	return home_ledger(h, a);
}

static struct str sentence(struct home *h)
{
	struct visit *v = h->v;
	struct str clocks, late;

	if (h->view.clocks.lines.count == 0 && h->duties_overdue == 0)
		return str_of(SAY(v, N_("No duty is overdue.")));
	clocks = tr_count(v->arena, v->lang, "%1 clock runs.", "%1 clocks run.",
	                  (int64_t)h->view.clocks.lines.count);
	late = tr_count(v->arena, v->lang, "%1 thing to do is overdue.",
	                "%1 things to do are overdue.", (int64_t)h->duties_overdue);
	return str_format(v->arena, "%.*s%s%.*s",
	                  h->view.clocks.lines.count ? (int)clocks.n : 0, clocks.p,
	                  h->view.clocks.lines.count && h->duties_overdue ? " " : "",
	                  h->duties_overdue ? (int)late.n : 0, late.p);
}

void home_page(struct request *q, struct response *r)
{
	struct visit v;
	struct home *h = ARENA_NEW(q->arena, struct home);

	if (!visit_open(&v, q, r))
		return;
	h->v = &v;
	h->due = ARENA_TRY(q->arena, struct due_line, MOST_DUE);
	h->only_mine = str_is(query_get(&v, "whose"), "mine");
	h->plan = str_is(query_get(&v, "plan"), "hours");
	h->why = query_get(&v, "why");
	enum fail f = h->due ? visit_read(&v, load, h) : FAIL_MEMORY;
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	struct str day = words_date(v.arena, v.lang, v.today);
	struct str weekday = words_weekday(v.arena, v.lang, v.today);
	h->view.lede = str_format(v.arena, "%.*s %.*s.", STR_ARG(weekday), STR_ARG(day));
	h->view.strong = sentence(h);
	h->view.may_check = visit_may_create(&v, &plan_check_type);
	h->view.only_mine = h->only_mine;
	h->view.mine_href = STR("/?whose=mine");
	h->view.all_href = STR("/");
	h->view.worked_out =
		visit_words(&v, N_("Worked out %1."),
	                    visit_instant(&v, store_now(v.site->store)));
	visit_frame_at(&v, &h->view.frame, str_of(SAY(&v, N_("What needs you now"))), "/");
	VISIT_SHOW(&v, home, &h->view);
}
