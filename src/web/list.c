/*
 * list.c -- the records of a type: filters, sort, page and columns stand in the address.
 *
 *     /finding?words=backup&open=yes&severity=high&sort=-response_due_on&columns=severity
 *
 * What an address may ask is told in actions/list.h.  The export has the same filters.
 */
#include "web/record.h"

#include "actions/list.h"
#include "actions/view.h"
#include "codec/csv.h"
#include "records/list_view.h"
#include "web/units.h"
#include "web/web.h"

/* Counting more would take longer than the page itself. */
#define COUNTED_EXACTLY 10000
#define EXPORT_AT_ONCE_ROWS 2000        /* longer lists are written by a job */

struct list {
	struct visit *v;
	const struct record_type *t;
	struct query query;
	int shown[64];                  /* fields that are columns */
	size_t shown_count;
	bool show_state, show_owner;
	struct id opened;               /* the view that the address names */
	struct str opened_href;
	size_t page;
	struct list_view view;
	struct text *csv;
};

static bool is_asked(const struct visit *v, const char *name, const char *value)
{
	for (size_t i = 0; i < v->q->query.count; i++)
		if (str_is(v->q->query.at[i].name, name) &&
		    str_is(v->q->query.at[i].value, value))
			return true;
	return false;
}

/* Nobody wants long texts in their order. */
static bool is_sorted_by(const struct record_type *t, int field)
{
	const struct field *f = &t->fields.at[field];

	return sort_fits(t, field) && !f->many && f->type != T_TEXT && f->type != T_BITEXT;
}

/* The columns of the table, or those that the address chooses. */
static void choose_columns(struct list *l)
{
	bool chosen = query_get(l->v, "columns").n > 0;

	l->show_state =
		l->t->states.count > 0 && (!chosen || is_asked(l->v, "columns", "state"));
	l->show_owner = chosen && is_asked(l->v, "columns", "owner");
	for (size_t i = 1; i < l->t->fields.count && l->shown_count < 64; i++) {
		bool wanted = chosen && is_asked(l->v, "columns", l->t->fields.at[i].name);

		for (size_t k = 0; !chosen && k < l->t->list.count; k++)
			wanted = wanted || l->t->list.at[k] == (int)i;
		if (wanted)
			l->shown[l->shown_count++] = (int)i;
	}
}

/* A saved view says its part of the address. */
static enum fail open_view(struct list *l, struct act *a)
{
	struct view_asked asked;
	enum fail f = view_asked(a, l->t, &l->v->q->query, &asked);

	if (f != OK)
		return f;
	l->v->q->query = asked.address;
	l->opened = asked.row ? asked.row->id : ID_NONE;
	l->opened_href = asked.row ? view_href(l->v->arena, asked.row) : STR_NONE;
	if (asked.gone.n > 0)
		l->view.gone = visit_words(l->v,
		                           N_("This view asks for what is not there any "
		                              "more: %1. The rest is shown."),
		                           asked.gone);
	return OK;
}

/* The address without what the frame put there. */
static enum fail ask(struct list *l, struct act *a)
{
	enum fail f = open_view(l, a);

	if (f != OK)
		return f;
	struct pairs asked = { ARENA_TRY(a->arena, struct pair, l->v->q->query.count + 1),
		               0 };

	if (!asked.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < l->v->q->query.count; i++)
		if (!str_is(l->v->q->query.at[i].name, "said"))
			asked.at[asked.count++] = l->v->q->query.at[i];
	l->v->why = refusal_on(l->v->arena);
	f = list_asked(a, l->t, &asked, &l->v->why, &l->query);
	if (f != OK)
		return f;
	l->query.count = true;
	l->query.count_most = COUNTED_EXACTLY + 1;
	l->query.withdrawn = l->view.bin;
	l->page = l->query.offset / l->query.limit + 1;
	return OK;
}

/* ---- addresses ---- */

/* This address with one part changed; `value` empty drops it.  The page starts over. */
static struct str address_with(struct list *l, const char *path, const char *name,
                               struct str value)
{
	struct text t = text_on(l->v->arena, LIMIT_TARGET_BYTES);
	char mark = '?';

	text_addz(&t, path);
	for (size_t i = 0; i < l->v->q->query.count; i++) {
		const struct pair *p = &l->v->q->query.at[i];

		if (p->value.n == 0 || str_is(p->name, name) || str_is(p->name, "said") ||
		    str_is(p->name, "page"))
			continue;
		text_addf(&t, "%c%.*s=%.*s", mark,
		          STR_ARG(percent_encode(l->v->arena, p->name)),
		          STR_ARG(percent_encode(l->v->arena, p->value)));
		mark = '&';
	}
	if (value.n > 0)
		text_addf(&t, "%c%s=%.*s", mark, name,
		          STR_ARG(percent_encode(l->v->arena, value)));
	return text_str(&t);
}

static struct str here_with(struct list *l, const char *name, struct str value)
{
	return address_with(l, str_z(l->v->arena, l->view.here), name, value);
}

static struct str sort_address(struct list *l, const char *name, struct list_column *column)
{
	struct str now = query_get(l->v, "sort");
	bool down = str_starts(now, "-");

	if (str_is(down ? str_from(now, 1) : now, name)) {
		column->ascending = !down;
		column->descending = down;
	}
	return here_with(
		l, "sort",
		str_format(l->v->arena, "%s%s", column->ascending ? "-" : "", name));
}

/* ---- what the page shows ---- */

static struct list_column *add_column(struct list *l, const char *label, const char *name)
{
	struct list_column *column = &l->view.columns.at[l->view.columns.count++];

	column->label = SAY(l->v, label);
	if (name)
		column->href = sort_address(l, name, column);
	return column;
}

static void add_field_column(struct list *l, int field)
{
	const struct field *f = &l->t->fields.at[field];

	add_column(l, f->label, is_sorted_by(l->t, field) ? f->name : NULL);
}

static bool fill_columns(struct list *l)
{
	size_t room = l->t->fields.count + 4;

	l->view.columns.at = ARENA_TRY(l->v->arena, struct list_column, room);
	l->view.choosable.at = ARENA_TRY(l->v->arena, struct list_choice, room);
	if (!l->view.columns.at || !l->view.choosable.at)
		return false;
	add_field_column(l, 0);
	for (size_t i = 0; i < l->shown_count; i++)
		add_field_column(l, l->shown[i]);
	if (l->show_state)
		add_column(l, N_("State"), "state");
	if (l->show_owner)
		add_column(l, N_("Owner"), NULL);
	return true;
}

static void fill_choosable(struct list *l)
{
	for (size_t i = 1; i < l->t->fields.count; i++) {
		const struct field *f = &l->t->fields.at[i];
		bool chosen = false;

		if (f->type == T_TEXT || f->type == T_BITEXT || f->retired)
			continue;
		for (size_t k = 0; k < l->shown_count; k++)
			chosen = chosen || l->shown[k] == (int)i;
		l->view.choosable.at[l->view.choosable.count++] =
			(struct list_choice){ f->name, SAY(l->v, f->label), chosen };
	}
	if (l->t->states.count > 0)
		l->view.choosable.at[l->view.choosable.count++] =
			(struct list_choice){ "state", SAY(l->v, N_("State")),
			                      l->show_state };
	l->view.choosable.at[l->view.choosable.count++] =
		(struct list_choice){ "owner", SAY(l->v, N_("Owner")), l->show_owner };
}

static bool fill_choices(struct list *l, struct list_filter *filter, const struct field *f)
{
	struct str value = query_get(l->v, f->name);

	filter->choices.at =
		ARENA_TRY(l->v->arena, struct list_choice, f->choices.count + 2);
	if (!filter->choices.at)
		return false;
	filter->is_choice = true;
	for (size_t i = 0; i < f->choices.count; i++)
		filter->choices.at[filter->choices.count++] = (struct list_choice){
			f->choices.at[i].name, SAY(l->v, f->choices.at[i].label),
			str_is(value, f->choices.at[i].name)
		};
	if (f->type != T_FLAG)
		return true;
	filter->choices.at[0] =
		(struct list_choice){ "yes", SAY(l->v, N_("Yes")), str_is(value, "yes") };
	filter->choices.at[1] =
		(struct list_choice){ "no", SAY(l->v, N_("No")), str_is(value, "no") };
	filter->choices.count = 2;
	return true;
}

static bool fill_state_filter(struct list *l)
{
	struct list_filter *filter = &l->view.filters.at[l->view.filters.count++];
	struct str value = query_get(l->v, "state");

	filter->name = "state";
	filter->label = SAY(l->v, N_("State"));
	filter->is_choice = true;
	filter->choices.at =
		ARENA_TRY(l->v->arena, struct list_choice, l->t->states.count + 1);
	if (!filter->choices.at)
		return false;
	for (size_t i = 0; i < l->t->states.count; i++)
		filter->choices.at[filter->choices.count++] = (struct list_choice){
			l->t->states.at[i].name, SAY(l->v, l->t->states.at[i].label),
			str_is(value, l->t->states.at[i].name)
		};
	return true;
}

static bool fill_filters(struct list *l)
{
	l->view.filters.at =
		ARENA_TRY(l->v->arena, struct list_filter, l->t->fields.count + 1);
	if (!l->view.filters.at)
		return false;
	if (l->t->states.count > 0 && !fill_state_filter(l))
		return false;
	for (size_t i = 1; i < l->t->fields.count && l->view.filters.count < 5; i++) {
		const struct field *f = &l->t->fields.at[i];
		struct list_filter *filter = &l->view.filters.at[l->view.filters.count];

		if ((f->type != T_CHOICE && f->type != T_FLAG) || f->retired)
			continue;
		*filter = (struct list_filter){ .name = f->name,
			                        .label = SAY(l->v, f->label) };
		l->view.filters.count++;
		if (!fill_choices(l, filter, f))
			return false;
	}
	return true;
}

/* One's own views and the shared ones, by name. */
static enum fail fill_views(struct list *l, struct act *a)
{
	struct answer views;
	enum fail f = l->view.bin ? FAIL_NOT_FOUND : views_of(a, l->t, &views);

	if (f != OK)
		return l->view.bin ? OK : f;
	for (size_t i = 0; i < views.count; i++) {
		const struct row *view = views.rows[i];

		l->view.tabs.at[l->view.tabs.count++] = (struct list_tab){
			view_href(l->v->arena, view),
			str_z(l->v->arena, row_title(view, l->v->lang)),
			id_equal(view->id, l->opened)
		};
	}
	return OK;
}

static bool asks_something(const struct record_type *t)
{
	for (size_t i = 0; i < t->states.count; i++)
		if (t->states.at[i].open)
			return true;
	return false;
}

static enum fail fill_tabs(struct list *l, struct act *a)
{
	bool viewed = id_is_set(l->opened);
	bool open = query_get(l->v, "open").n > 0 && !viewed;
	bool mine = query_get(l->v, "mine").n > 0 && !viewed;
	struct list_tab *at = ARENA_TRY(l->v->arena, struct list_tab, 4 + VIEWS_SHOWN);
	struct str here = l->view.here;

	if (!at || l->view.bin)
		return at ? OK : FAIL_MEMORY;
	l->view.tabs.at = at;
	at[l->view.tabs.count++] =
		(struct list_tab){ here, SAY(l->v, N_("Everything")),
		                   !open && !mine && !viewed };
	if (asks_something(l->t))
		at[l->view.tabs.count++] =
			(struct list_tab){ str_format(l->v->arena, "%.*s?open=yes",
			                              STR_ARG(here)),
			                   SAY(l->v, N_("Open")), open };
	at[l->view.tabs.count++] =
		(struct list_tab){ str_format(l->v->arena, "%.*s?mine=yes", STR_ARG(here)),
		                   SAY(l->v, N_("With me")), mine };
	return fill_views(l, a);
}

static void fill_pager(struct list *l, const struct answer *rows)
{
	struct pager *p = &l->view.pager;
	size_t first = l->query.offset + 1, last = l->query.offset + rows->count;
	bool more = rows->total > COUNTED_EXACTLY;
	long long total = more ? COUNTED_EXACTLY : (long long)rows->total;
	struct message range =
		MESSAGE3(N_("%1 to %2 of %3"), str_format(l->v->arena, "%zu", first),
	                 str_format(l->v->arena, "%zu", last),
	                 str_format(l->v->arena, "%lld", total));

	if (more)
		range.id = N_("%1 to %2 of more than %3");

	p->range = tr_message(l->v->arena, l->v->lang, &range);
	if (l->page > 1)
		p->previous =
			here_with(l, "page", str_format(l->v->arena, "%zu", l->page - 1));
	if (rows->next.n > 0)
		p->next = here_with(l, "page", str_format(l->v->arena, "%zu", l->page + 1));
	p->rows25 = here_with(l, "limit", STR("25"));
	p->rows50 = here_with(l, "limit", STR("50"));
	p->rows100 = here_with(l, "limit", STR("100"));
	p->is25 = l->query.limit == 25;
	p->is50 = l->query.limit == 50;
	p->is100 = l->query.limit == 100;
}

static bool fill_cells(struct list *l, struct act *a, const struct row *r,
                       struct list_row *to)
{
	to->cells.at = ARENA_TRY(l->v->arena, struct list_cell, l->shown_count + 2);
	if (!to->cells.at)
		return false;
	for (size_t i = 0; i < l->shown_count; i++) {
		int field = l->shown[i];
		struct list_cell *cell = &to->cells.at[to->cells.count++];

		cell->label = SAY(l->v, l->t->fields.at[field].label);
		cell->text = shown_line(l->v, a, r, field);
		cell->late = row_is_due(r, field) &&
		             date_compare(row_date(r, field), l->v->today) < 0;
	}
	if (l->show_state)
		to->cells.at[to->cells.count++] =
			(struct list_cell){ .label = SAY(l->v, N_("State")),
			                    .text = str_of(state_label(l->v, r)),
			                    .chip = true,
			                    .open = state_is_open(r) };
	if (l->show_owner)
		to->cells.at[to->cells.count++] =
			(struct list_cell){ .label = SAY(l->v, N_("Owner")),
			                    .text = shown_title(l->v, a, r->owner) };
	return true;
}

static bool fill_rows(struct list *l, struct act *a, const struct answer *rows)
{
	l->view.rows.at = ARENA_TRY(l->v->arena, struct list_row, rows->count + 1);
	if (!l->view.rows.at)
		return false;
	for (size_t i = 0; i < rows->count; i++) {
		const struct row *r = rows->rows[i];
		struct list_row *to = &l->view.rows.at[l->view.rows.count++];

		to->code = row_code(l->v->arena, r);
		to->href = record_href(l->v->arena, r);
		to->chosen = str_format(l->v->arena, "%.*s:%lld", STR_ARG(to->code),
		                        (long long)r->version);
		to->choose = visit_words(l->v, N_("Choose %1"), to->code);
		to->title = row_title(r, l->v->lang);
		if (to->title.n == 0)
			to->title = to->code;
		if (l->view.bin) {
			to->restore_href =
				str_format(l->v->arena, "%.*s/restore", STR_ARG(to->href));
			to->version = str_format(l->v->arena, "%lld",
			                         (long long)r->version);
		}
		if (!fill_cells(l, a, r, to))
			return false;
	}
	return true;
}

static struct str total_words(struct list *l, int64_t total)
{
	bool more = total > COUNTED_EXACTLY;
	struct str count = str_format(l->v->arena, "%lld",
	                              more ? COUNTED_EXACTLY : (long long)total);
	struct message m = { .args = { count } };

	if (more)
		return visit_words(l->v, N_("More than %1 records."), count);
	return message_fill(l->v->arena,
	                    trn(l->v->lang, "%1 record.", "%1 records.", total), &m);
}

static enum fail load(struct act *a, void *arg)
{
	struct list *l = arg;
	struct answer rows;

	l->shown_count = 0;
	enum fail f = ask(l, a);
	if (f == OK) {
		choose_columns(l);
		f = record_list(a, &l->query, &rows);
	}
	if (f != OK)
		return f;
	if (!fill_columns(l) || !fill_filters(l) || !fill_rows(l, a, &rows))
		return FAIL_MEMORY;
	fill_choosable(l);
	f = unit_filter_fill(l->v, a, &l->view.units);
	if (f == OK)
		f = fill_tabs(l, a);
	if (f != OK)
		return f;
	fill_pager(l, &rows);
	l->view.lede = total_words(l, rows.total);
	if (!l->view.bin && rows.total > (int64_t)rows.count)
		l->view.all_label = visit_words(
			l->v, N_("All %1 that match, also on other pages"),
			str_format(l->v->arena, "%lld", (long long)rows.total));
	l->view.by_job = !l->view.bin && rows.total > EXPORT_AT_ONCE_ROWS;
	l->view.filtered = l->query.words.n > 0 || l->query.filter_count > 0;
	return OK;
}

static bool begin(struct list *l, struct visit *v, struct request *q, struct response *r)
{
	memset(l, 0, sizeof *l);
	l->v = v;
	if (!visit_open(v, q, r))
		return false;
	l->t = visit_type(v, q->params[0]);
	if (!l->t)
		return false;
	if (visit_may_read(v, l->t) || l->t->own_only)
		return true;
	visit_failed(v, FAIL_NOT_FOUND);
	return false;
}

static void show(struct list *l, struct str here)
{
	struct visit *v = l->v;

	l->view.here = here;
	enum fail f = visit_read(v, load, l);
	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	l->view.plural = SAY(v, l->t->plural);
	l->view.help = l->t->help ? SAY(v, l->t->help) : NULL;
	l->view.words = l->query.words;
	l->view.sort = query_get(v, "sort");
	l->view.clear_href = here;
	l->view.csv_href = address_with(
		l, str_z(v->arena, str_format(v->arena, "/export/%s", l->t->name)), "page",
		STR_NONE);
	if (!l->view.bin && visit_may_create(v, &list_view_type))
		l->view.save_href = address_with(
			l, str_z(v->arena, str_format(v->arena, "/%s/views", l->t->name)),
			"page", STR_NONE);
	if (!l->view.bin)
		bulk_offers_fill(v, l->t, &l->view.bulk);
	l->view.type = l->t->name;
	l->view.address = str_from(address_with(l, "", "page", STR_NONE), 1);
	l->view.may_create = !l->view.bin && visit_may_create(v, l->t);
	l->view.new_href = str_format(v->arena, "/%s/new", l->t->name);
	if (!l->view.bin)
		list_offer_fill(v, l->t, &l->view.offer);
	struct str label = visit_words(v, N_("New: %1"), str_of(SAY(v, l->t->label)));
	l->view.new_label = str_z(v->arena, label);
	l->view.csrf = visit_csrf(v);
	if (l->opened_href.n > 0)
		here = l->opened_href;
	visit_frame_at(v, &l->view.frame, str_of(l->view.plural), str_z(v->arena, here));
	VISIT_SHOW(v, list, &l->view);
}

void list_page(struct request *q, struct response *r)
{
	struct visit v;
	struct list *l = ARENA_NEW(q->arena, struct list);

	if (begin(l, &v, q, r))
		show(l, str_format(q->arena, "/%s", l->t->name));
}

/* The bin of one type: what was withdrawn, to be restored within 30 days. */
void bin_type_page(struct request *q, struct response *r)
{
	struct visit v;
	struct list *l = ARENA_NEW(q->arena, struct list);

	if (!begin(l, &v, q, r))
		return;
	l->view.bin = true;
	show(l, str_format(q->arena, "/bin/%s", l->t->name));
}

/* ---- the export: exactly what is filtered ---- */

static bool is_exported(const struct field *f)
{
	return !f->sensitive && !f->retired;
}

static void export_head(struct list *l)
{
	csv_cell(l->csv, str_of(SAY(l->v, N_("ID"))));
	for (size_t i = 0; i < l->t->fields.count; i++)
		if (is_exported(&l->t->fields.at[i]))
			csv_cell(l->csv, str_of(SAY(l->v, l->t->fields.at[i].label)));
	if (l->t->states.count > 0)
		csv_cell(l->csv, str_of(SAY(l->v, N_("State"))));
	csv_cell(l->csv, str_of(SAY(l->v, N_("Owner"))));
	csv_line(l->csv);
}

struct exporting {
	struct list *l;
	struct act *a;
};

/* Dates as YYYY-MM-DD, so that a spreadsheet sorts them. */
static struct str export_text(struct exporting *e, const struct row *r, int field)
{
	switch (r->type->fields.at[field].type) {
	case T_DATE: return date_text(e->a->arena, row_date(r, field));
	case T_TEXT: return row_text(r, field);
	default: return shown_line(e->l->v, e->a, r, field);
	}
}

static enum fail export_row(void *arg, const struct row *r)
{
	struct exporting *e = arg;
	struct list *l = e->l;

	csv_cell(l->csv, row_code(e->a->arena, r));
	for (size_t i = 0; i < l->t->fields.count; i++)
		if (is_exported(&l->t->fields.at[i]))
			csv_cell(l->csv, row_filled(r, (int)i) ? export_text(e, r, (int)i)
			                                       : STR(""));
	if (l->t->states.count > 0)
		csv_cell(l->csv, str_of(state_label(l->v, r)));
	csv_cell(l->csv, shown_title(l->v, e->a, r->owner));
	csv_line(l->csv);
	return text_failed(l->csv) ? FAIL_FULL : OK;
}

static enum fail load_export(struct act *a, void *arg)
{
	struct list *l = arg;
	struct exporting e = { l, a };

	enum fail f = ask(l, a);
	if (f != OK)
		return f;
	l->query.limit = 0;
	l->query.offset = 0;
	l->query.count = false;
	export_head(l);
	return record_each(a, &l->query, export_row, &e);
}

void list_export(struct request *q, struct response *r)
{
	struct visit v;
	struct list *l = ARENA_NEW(q->arena, struct list);
	struct text csv = text_on(q->arena, LIMIT_EXPORT_BYTES);

	if (!begin(l, &v, q, r))
		return;
	csv_begin(&csv);
	l->csv = &csv;
	enum fail f = visit_read(&v, load_export, l);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	visit_headers(&v);
	r->media = "text/csv; charset=utf-8";
	response_header(
		r, "content-disposition",
		str_format(q->arena, "attachment; filename=\"%s.csv\"", l->t->name));
	r->body = text_str(&csv);
}
