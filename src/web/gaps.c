/*
 * gaps.c -- the recommendations of a finding on one page: an owner and a date for each.
 */
#include "actions/plan_check.h"
#include "records/corrective_action.h"
#include "records/finding.h"
#include "records/recommendation.h"
#include "web/form.h"
#include "web/gap_form.h"
#include "web/record.h"
#include "web/web.h"

struct answering {
	struct visit *v;
	struct row *finding;
	struct answer rows;
	bool typed;
	struct gaps_view view;
};

static enum fail load_rows(struct answering *x, struct act *a)
{
	struct filter *of = ARENA_NEW(a->arena, struct filter);
	struct id *id = ARENA_NEW(a->arena, struct id);
	enum fail f = record_named(a, &finding_type, x->v->q->params[0], &x->finding);

	if (f != OK)
		return f;
	*id = x->finding->id;
	*of = (struct filter){ .field = REC_FINDING,
		               .op = LINKS_TO,
		               .value = { .filled = true, .links = id, .link_count = 1 } };
	struct query q = { .type = &recommendation_type,
		           .filters = of,
		           .filter_count = 1,
		           .sort = SORT_CODE,
		           .limit = LIMIT_PAGE_ROWS };
	return record_list(a, &q, &x->rows);
}

/* The corrective action may be written here while it is only proposed, or not yet there. */
static enum fail fill_action(struct answering *x, struct act *a, const struct row *r,
                             struct gap_set *to)
{
	struct visit *v = x->v;
	const struct row *action;
	enum fail f = gap_action(a, r, &action);

	to->may_act = to->may && visit_may_create(v, &corrective_action_type);
	if (f != OK || !action) {
		to->measures = gap_typed(v, "measures", to->key, x->typed, STR(""));
		return f;
	}
	struct subject s = subject_here(v, action);
	to->action_href = record_href(v->arena, action);
	to->action_code = row_code(v->arena, action);
	to->may_act = to->may && action->state == COR_IS_PROPOSED &&
	              access_change(v->actor, &s, v->today, NULL);
	to->measures = gap_typed(v, "measures", to->key, x->typed,
	                         row_text_in(action, COR_MEASURES, v->lang));
	return OK;
}

static enum fail fill_line(struct answering *x, struct act *a, const struct answer *people,
                           const struct row *r)
{
	struct visit *v = x->v;
	struct gap_set *to = &x->view.lines.at[x->view.lines.count++];
	struct subject s = subject_here(v, r);
	struct str gap = row_filled(r, REC_GAP) ? row_text_in(r, REC_GAP, v->lang)
	                                        : row_title(r, v->lang);

	to->key = to->code = row_code(v->arena, r);
	to->href = record_href(v->arena, r);
	to->words = words_sentence(v->arena, gap);
	to->recommendation = gap_typed(v, "words", to->key, x->typed,
	                               row_text_in(r, REC_WORDS, v->lang));
	to->version = gap_typed(v, "version", to->key, x->typed,
	                        str_format(v->arena, "%lld", (long long)r->version));
	to->due = gap_typed(v, "due", to->key, x->typed,
	                    row_filled(r, REC_DUE_ON)
	                            ? date_text(v->arena, row_date(r, REC_DUE_ON))
	                            : STR(""));
	to->about = str_of(state_label(v, r));
	to->may = access_change(v->actor, &s, v->today, NULL);
	x->view.may = x->view.may || to->may;
	enum fail f = gap_set_people(v, people, r->owner, x->typed, to);
	return f == OK ? fill_action(x, a, r, to) : f;
}

static enum fail fill_warnings(struct answering *x, struct act *a)
{
	const struct message *warnings;
	size_t count;
	enum fail f =
		plan_finding_warnings(a, x->v->site->packs, x->finding, &warnings, &count);

	if (f != OK)
		return f;
	x->view.warnings.at = ARENA_TRY(x->v->arena, struct shown_text, count + 1);
	if (!x->view.warnings.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < count; i++)
		x->view.warnings.at[x->view.warnings.count++] =
			(struct shown_text){ tr_message(x->v->arena, x->v->lang,
			                                &warnings[i]) };
	struct message open = { .args = { str_format(x->v->arena, "%zu", count) } };
	const char *words = trn(x->v->lang, "%1 answer is still open",
	                        "%1 answers are still open", (int64_t)count);
	x->view.open_words = message_fill(x->v->arena, words, &open);
	return OK;
}

static enum fail load(struct act *a, void *arg)
{
	struct answering *x = arg;
	struct answer people;
	enum fail f = load_rows(x, a);

	memset(&x->view, 0, sizeof x->view);
	if (f == OK)
		f = gap_people(a, &people);
	if (f != OK)
		return f;
	x->view.lines.at = ARENA_TRY(a->arena, struct gap_set, x->rows.count + 1);
	if (!x->view.lines.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < x->rows.count && f == OK; i++)
		f = fill_line(x, a, &people, x->rows.rows[i]);
	if (f == OK && row_filled(x->finding, FND_CHECK))
		f = fill_warnings(x, a);
	record_head_fill(x->v, x->finding, &x->view.head);
	return f;
}

static void show(struct answering *x)
{
	struct visit *v = x->v;
	enum fail f = visit_read(v, load, x);

	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	x->view.action = str_format(v->arena, "%.*s/gaps", STR_ARG(x->view.head.href));
	x->view.csrf = visit_csrf(v);
	reasons_fill(v, NULL, &x->view.reasons);
	if (v->why.count > 0)
		v->r->status = v->why.kind == REFUSAL_FORBIDDEN ? 403 : 422;
	visit_frame_at(v, &x->view.frame,
	               str_of(SAY(v, N_("Who closes each gap, and by when"))), "/finding");
	VISIT_SHOW(v, gaps, &x->view);
}

void gaps_page(struct request *q, struct response *r)
{
	struct visit v;
	struct answering *x = ARENA_NEW(q->arena, struct answering);

	x->v = &v;
	if (visit_open(&v, q, r))
		show(x);
}

/* ---- saving all of them, or none ---- */

/* New words take the place of the old in both languages. */
static void take_words(struct change *c, enum lang lang, struct str words)
{
	if (words.n == 0)
		change_empty(c, REC_WORDS);
	else if (lang == LANG_FR)
		change_bilingual(c, REC_WORDS, STR(""), words);
	else
		change_bilingual(c, REC_WORDS, words, STR(""));
}

/* Only what differs, so that history shows only that. */
static enum fail save_recommendation(struct answering *x, struct act *a,
                                     const struct row *r, const struct gap_settled *g,
                                     int64_t version)
{
	struct visit *v = x->v;
	struct change *c = change_new(a->arena, &recommendation_type);
	struct row *after;
	bool new_due = date_compare(g->due, row_date(r, REC_DUE_ON)) != 0;
	bool new_words = !str_equal(g->words, str_trim(row_text_in(r, REC_WORDS, v->lang)));

	c->owner_given = !id_equal(g->owner, r->owner);
	c->owner = g->owner;
	if (!c->owner_given && !new_due && !new_words)
		return OK;
	if (new_due && date_is_set(g->due))
		change_date(c, REC_DUE_ON, g->due);
	else if (new_due)
		change_empty(c, REC_DUE_ON);
	if (new_words)
		take_words(c, v->lang, g->words);
	return record_change(a, &recommendation_type, r->id, version, c, &v->why, &after);
}

static enum fail save_line(struct answering *x, struct act *a, const struct row *r)
{
	struct visit *v = x->v;
	struct str code = row_code(v->arena, r);
	struct gap_settled g;
	int64_t version = 0;

	if (!str_to_i64(str_trim(gap_typed(v, "version", code, true, STR_NONE)), &version))
		return OK;
	enum fail f = gap_settled_typed(v, a, code, &g);
	if (f == OK)
		f = save_recommendation(x, a, r, &g, version);
	return f == OK && gap_is_sent(v, "measures", code)
	               ? gap_action_settle(a, r, &g, &v->why)
	               : f;
}

static enum fail save(struct act *a, void *arg)
{
	struct answering *x = arg;
	enum fail f = load_rows(x, a);

	x->v->why = refusal_on(x->v->arena);
	for (size_t i = 0; f == OK && i < x->rows.count; i++)
		f = save_line(x, a, x->rows.rows[i]);
	return f;
}

void gaps_post(struct request *q, struct response *r)
{
	struct visit v;
	struct answering *x = ARENA_NEW(q->arena, struct answering);

	x->v = &v;
	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_write(&v, save, x);
	if (f == OK) {
		visit_go(&v, q->path, "gaps");
		return;
	}
	if (f == FAIL_STALE)
		refuse(&v.why, FIELD_VERSION,
		       "somebody changed one of them since you opened the page",
		       "Open this page in another window, compare, then load it again.");
	else if (f != FAIL_REFUSED) {
		visit_failed(&v, f);
		return;
	}
	x->typed = true;
	show(x);
}
