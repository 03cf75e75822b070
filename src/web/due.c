/*
 * due.c -- the records whose time is over, as a list and as CSV; those that are chosen
 * become the draft of a disposal.
 */
#include "actions/due.h"
#include "codec/csv.h"
#include "records/disposal.h"
#include "records/retention_rule.h"
#include "web/record.h"
#include "web/units.h"
#include "web/web.h"

#define DUE_SHOWN 100

struct due_page {
	struct visit *v;
	struct due_query query;
	struct due_view view;
	struct text *csv;
	struct row *made;
};

/* Everything that is shown outlives the call: it is copied. */
static struct str kept(const struct due_page *p, struct str s)
{
	return str_copy(p->v->arena, s);
}

static struct due_record line_of(const struct due_page *p, const struct due *d)
{
	struct visit *v = p->v;
	const struct row *r = d->row;
	struct str title = kept(p, row_title(r, v->lang));

	return (struct due_record){
		.code = row_code(v->arena, r),
		.href = record_href(v->arena, r),
		.title = title.n > 0 ? title : row_code(v->arena, r),
		.choose = visit_words(v, N_("Choose %1"), row_code(v->arena, r)),
		.since = date_text(v->arena, d->until.ended_on),
		.due = date_text(v->arena, d->until.due_on),
		.rule = kept(p, row_title(d->keeping->rule, v->lang)),
		.hold = d->hold ? row_code(v->arena, d->hold) : STR(""),
		.kind = SAY(v, r->type->label),
		.after = SAY(v, d->keeping->archive
		                        ? N_("Hand over to the archives, then destroy")
		                        : N_("Destroy")),
		.free = !d->hold,
	};
}

static enum fail show_line(struct act *a, void *arg, const struct due *d)
{
	struct due_page *p = arg;

	(void)a;
	p->view.lines.at[p->view.lines.count++] = line_of(p, d);
	return OK;
}

/* ---- the filters ---- */
/* A type of which records can be over, and that is not kept for ever by its nature. */
static bool can_be_due(const struct visit *v, const struct record_type *t)
{
	return (t->over.in || t->attachment) && visit_may_read(v, t);
}

static bool fill_types(struct due_page *p)
{
	const struct registry *types = visit_types(p->v);
	struct due_view *view = &p->view;

	view->types.count = 0;
	view->types.at = ARENA_TRY(p->v->arena, struct due_type, types->count + 1);
	for (size_t i = 0; view->types.at && i < types->count; i++) {
		const struct record_type *t = types->at[i];
		if (can_be_due(p->v, t))
			view->types.at[view->types.count++] = (struct due_type){
				t->name, SAY(p->v, t->plural),
				p->query.only && type_is(p->query.only, t)
			};
	}
	return view->types.at != NULL;
}

/* This address without its page; `after` begins another one. */
static struct str address(const struct due_page *p, const char *path, struct str after)
{
	struct text t = text_on(p->v->arena, LIMIT_TARGET_BYTES);
	char mark = '?';

	text_addz(&t, path);
	for (size_t i = 0; i < p->v->q->query.count; i++) {
		const struct pair *one = &p->v->q->query.at[i];
		if (one->value.n == 0 || str_is(one->name, "after") ||
		    str_is(one->name, "said"))
			continue;
		text_addf(&t, "%c%.*s=%.*s", mark,
		          STR_ARG(percent_encode(p->v->arena, one->name)),
		          STR_ARG(percent_encode(p->v->arena, one->value)));
		mark = '&';
	}
	if (after.n > 0)
		text_addf(&t, "%cafter=%.*s", mark, STR_ARG(after));
	return text_str(&t);
}

static enum fail ask(struct due_page *p, struct act *a)
{
	p->v->why = refusal_on(p->v->arena);
	return due_asked(a, &p->v->q->query, &p->v->why, &p->query);
}

static enum fail load(struct act *a, void *arg)
{
	struct due_page *p = arg;
	struct due_view *view = &p->view;
	enum fail f = ask(p, a);

	p->query.most = DUE_SHOWN;
	view->lines.count = 0;
	if (f == OK)
		f = unit_filter_fill(p->v, a, &view->units);
	if (f == OK && !fill_types(p))
		f = FAIL_MEMORY;
	if (f == OK)
		f = keeping_each_due(a, &p->query, show_line, p);
	if (f != OK)
		return f;
	if (p->query.more)
		view->next_href = address(p, "/due",
		                          view->lines.at[view->lines.count - 1].code);
	view->filtered = p->query.only || id_is_set(p->query.unit) ||
	                 date_compare(p->query.by, p->v->today) != 0;
	return OK;
}

void due_page(struct request *q, struct response *r)
{
	struct visit v;
	struct due_page p = { .v = &v };

	if (!visit_open(&v, q, r))
		return;
	p.view.lines.at = ARENA_TRY(v.arena, struct due_record, DUE_SHOWN);
	enum fail f = p.view.lines.at ? visit_read(&v, load, &p) : FAIL_MEMORY;
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	p.view.by = date_text(v.arena, p.query.by);
	p.view.csv_href = address(&p, "/due.csv", STR_NONE);
	p.view.first_href = p.query.after ? address(&p, "/due", STR_NONE) : STR_NONE;
	p.view.may_propose = visit_may_create(&v, &disposal_type);
	p.view.csrf = visit_csrf(&v);
	visit_frame_at(&v, &p.view.frame, str_of(SAY(&v, N_("Due for disposal"))), "/due");
	VISIT_SHOW(&v, due, &p.view);
}

/* ---- as CSV, all of it ---- */
static enum fail csv_of_line(struct act *a, void *arg, const struct due *d)
{
	struct due_page *p = arg;
	const struct row *r = d->row;

	csv_cell(p->csv, row_code(a->arena, r));
	csv_cell(p->csv, row_title(r, p->v->lang));
	csv_cell(p->csv, str_of(r->type->name));
	csv_cell(p->csv, date_text(a->arena, d->until.ended_on));
	csv_cell(p->csv, date_text(a->arena, d->until.due_on));
	csv_cell(p->csv, row_text(d->keeping->rule, RET_NAME));
	csv_cell(p->csv, d->keeping->archive ? STR("archive") : STR("destroy"));
	csv_cell(p->csv, d->hold ? row_code(a->arena, d->hold) : STR(""));
	csv_line(p->csv);
	return text_failed(p->csv) ? FAIL_FULL : OK;
}

static enum fail write_csv(struct act *a, void *arg)
{
	static const char *const head[] = { N_("ID"),         N_("Title"),
		                            N_("Kind"),       N_("Over since"),
		                            N_("Due since"),  N_("Under the rule"),
		                            N_("What is done"), N_("Legal hold") };
	struct due_page *p = arg;
	enum fail f = ask(p, a);

	for (size_t i = 0; f == OK && i < COUNT(head); i++)
		csv_cell(p->csv, str_of(SAY(p->v, head[i])));
	csv_line(p->csv);
	return f == OK ? keeping_each_due(a, &p->query, csv_of_line, p) : f;
}

void due_csv(struct request *q, struct response *r)
{
	struct visit v;
	struct text csv = text_on(q->arena, LIMIT_EXPORT_BYTES);
	struct due_page p = { .v = &v, .csv = &csv };

	if (!visit_open(&v, q, r))
		return;
	csv_begin(&csv);
	enum fail f = visit_read(&v, write_csv, &p);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	visit_headers(&v);
	r->media = "text/csv; charset=utf-8";
	response_header(r, "content-disposition", STR("attachment; filename=\"due.csv\""));
	r->body = text_str(&csv);
}

/* ---- the draft of a disposal ---- */
static enum fail chosen_ids(struct due_page *p, struct act *a, struct id *ids,
                            size_t *count)
{
	const struct pairs *form = &p->v->q->form;
	enum fail f = OK;

	*count = 0;
	for (size_t i = 0; f == OK && i < form->count; i++)
		if (str_is(form->at[i].name, "record") && *count < LIMIT_LINKS_PER_FIELD)
			f = record_resolve(a, NULL, form->at[i].value, &ids[(*count)++]);
	return f;
}

static enum fail draft(struct act *a, void *arg)
{
	struct due_page *p = arg;
	struct change *c = change_new(a->arena, &disposal_type);
	struct id *ids = ARENA_TRY(a->arena, struct id, LIMIT_LINKS_PER_FIELD);
	struct message title = MESSAGE1(N_("Disposal of %1"),
	                                date_text(a->arena, act_today(a)));
	size_t count;

	p->v->why = refusal_on(p->v->arena);
	if (!ids)
		return FAIL_MEMORY;
	enum fail f = chosen_ids(p, a, ids, &count);
	if (f != OK)
		return f;
	if (count == 0) {
		refuse(&p->v->why, DSP_RECORDS, "no record was chosen",
		       "Choose those that are to be disposed of.");
		return FAIL_REFUSED;
	}
	change_text(c, DSP_TITLE, tr_message(a->arena, p->v->lang, &title));
	change_text(c, DSP_GROUNDS, str_trim(form_get(p->v, "grounds")));
	change_links(c, DSP_RECORDS, ids, count);
	return record_create(a, &disposal_type, c, &p->v->why, &p->made);
}

void due_post(struct request *q, struct response *r)
{
	struct visit v;
	struct due_page p = { .v = &v };

	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_write(&v, draft, &p);
	if (f == OK)
		visit_go(&v, record_href(v.arena, p.made), "created");
	else
		visit_failed(&v, f);
}
