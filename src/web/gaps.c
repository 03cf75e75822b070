/*
 * gaps.c -- the recommendations of a finding on one page: an owner and a date for each.
 */
#include "actions/plan_check.h"
#include "records/finding.h"
#include "records/person.h"
#include "records/recommendation.h"
#include "web/form.h"
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

static struct str typed_or(struct answering *x, const char *name, struct str code,
                           struct str now)
{
	struct str key = str_format(x->v->arena, "%s_%.*s", name, STR_ARG(code));

	return x->typed ? form_get(x->v, str_z(x->v->arena, key)) : now;
}

static enum fail fill_people(struct answering *x, const struct answer *people,
                             const struct row *r, struct gap_line *to)
{
	to->people.at = ARENA_TRY(x->v->arena, struct control_choice, people->count + 1);
	if (!to->people.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < people->count; i++) {
		struct str code = row_code(x->v->arena, people->rows[i]);
		bool now = id_equal(people->rows[i]->id, r->owner);

		to->people.at[to->people.count++] = (struct control_choice){
			code, row_title(people->rows[i], x->v->lang),
			x->typed ? str_equal(code, typed_or(x, "owner", to->code, STR("")))
				 : now
		};
	}
	return OK;
}

static enum fail fill_line(struct answering *x, const struct answer *people,
                           const struct row *r)
{
	struct visit *v = x->v;
	struct gap_line *to = &x->view.lines.at[x->view.lines.count++];
	struct subject s = subject_here(v, r);

	to->code = row_code(v->arena, r);
	to->href = record_href(v->arena, r);
	struct str gap = row_filled(r, REC_GAP) ? row_text_in(r, REC_GAP, v->lang)
	                                        : row_title(r, v->lang);
	to->words = words_sentence(v->arena, gap);
	to->recommendation =
		typed_or(x, "words", to->code, row_text_in(r, REC_WORDS, v->lang));
	to->version = typed_or(x, "version", to->code,
	                       str_format(v->arena, "%lld", (long long)r->version));
	to->due = typed_or(x, "due", to->code,
	                   row_filled(r, REC_DUE_ON)
	                           ? date_text(v->arena, row_date(r, REC_DUE_ON))
	                           : STR(""));
	to->state = str_of(state_label(v, r));
	to->may = access_change(v->actor, &s, v->today, NULL);
	x->view.may = x->view.may || to->may;
	return fill_people(x, people, r, to);
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
	struct query q = { .type = &person_type,
		           .sort = PER_NAME,
		           .limit = LIMIT_PAGE_ROWS };
	struct answer people;
	enum fail f = load_rows(x, a);

	memset(&x->view, 0, sizeof x->view);
	if (f == OK)
		f = record_list(a, &q, &people);
	if (f != OK)
		return f;
	x->view.lines.at = ARENA_TRY(a->arena, struct gap_line, x->rows.count + 1);
	if (!x->view.lines.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < x->rows.count && f == OK; i++)
		f = fill_line(x, &people, x->rows.rows[i]);
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

static struct str typed_for(struct answering *x, const char *name, struct str code)
{
	struct str key = str_format(x->v->arena, "%s_%.*s", name, STR_ARG(code));

	return str_trim(form_get(x->v, str_z(x->v->arena, key)));
}

static void take_words(struct change *c, struct str words)
{
	enum field_type kind = recommendation_type.fields.at[REC_WORDS].type;

	if (words.n == 0)
		change_empty(c, REC_WORDS);
	else if (kind == T_BITEXT || kind == T_BILINE)
		change_bilingual(c, REC_WORDS, words, STR(""));
	else
		change_text(c, REC_WORDS, words);
}

/* Only what differs, so that history shows only that. */
static enum fail save_line(struct answering *x, struct act *a, const struct row *r)
{
	struct visit *v = x->v;
	struct str code = row_code(v->arena, r);
	struct str due = typed_for(x, "due", code), owner = typed_for(x, "owner", code);
	struct str words = typed_for(x, "words", code);
	struct change *c = change_new(a->arena, &recommendation_type);
	struct row *after;
	struct id person = ID_NONE;
	struct date date = DATE_NONE;
	int64_t version = 0;

	if (!str_to_i64(typed_for(x, "version", code), &version))
		return OK;
	if (owner.n > 0 && !form_link(v, a, &person_type, FIELD_OWNER, owner, &person))
		return FAIL_REFUSED;
	if (due.n > 0 && !date_parse(due, &date)) {
		refuse_with(&v->why, REC_DUE_ON, MESSAGE1(N_("“%1” is not a date"), due),
		            MESSAGE(N_("Write it as 2026-05-14.")));
		return FAIL_REFUSED;
	}
	bool new_owner = !id_equal(person, r->owner);
	bool new_due = date_compare(date, row_date(r, REC_DUE_ON)) != 0;
	bool new_words = !str_equal(words, str_trim(row_text_in(r, REC_WORDS, v->lang)));
	if (!new_owner && !new_due && !new_words)
		return OK;
	c->owner_given = new_owner;
	c->owner = person;
	if (new_due && date_is_set(date))
		change_date(c, REC_DUE_ON, date);
	else if (new_due)
		change_empty(c, REC_DUE_ON);
	if (new_words)
		take_words(c, words);
	return record_change(a, &recommendation_type, r->id, version, c, &v->why, &after);
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
