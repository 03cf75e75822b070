/*
 * record.c -- the page of one record: what it says, what comes next, who approved what,
 * what links to it, evidence, comments, history.
 */
#include "web/record.h"

#include "records/comment.h"
#include "records/evidence.h"
#include "web/history.h"
#include "web/markdown.h"
#include "web/web.h"

enum fail record_named(struct act *a, const struct record_type *t, struct str code,
                       struct row **out)
{
	enum fail f = record_by_code(a, code, out);

	if (f == OK && !type_is((*out)->type, t))
		return FAIL_NOT_FOUND;
	return f;
}

enum fail record_asked(struct visit *v, struct act *a, struct row **out)
{
	const struct record_type *t =
		registry_find(store_registry(v->site->store), v->q->params[0]);

	return t ? record_named(a, t, v->q->params[1], out) : FAIL_NOT_FOUND;
}

struct subject subject_here(const struct visit *v, const struct row *r)
{
	return subject_of(r, v->actor->org);
}

void record_head_fill(struct visit *v, const struct row *r, struct record_head *out)
{
	out->code = row_code(v->arena, r);
	out->title = row_title(r, v->lang);
	if (out->title.n == 0)
		out->title = out->code;
	out->href = record_href(v->arena, r);
	out->type_label = SAY(v, r->type->label);
	out->plural = SAY(v, r->type->plural);
	out->list_href = str_format(v->arena, "/%s", r->type->name);
	out->state = state_label(v, r);
	out->open = state_is_open(r);
	out->withdrawn = instant_is_set(r->withdrawn_at);
}

static struct str reason_href(struct visit *v, const struct record_type *t, int field)
{
	switch (field) {
	case FIELD_UNIT: return STR("#f-unit_");
	case FIELD_LABEL: return STR("#f-label_");
	case FIELD_OWNER: return STR("#f-owner_");
	case FIELD_REASON: return STR("#f-reason_");
	case FIELD_NEED_TO_KNOW: return STR("#f-need_to_know_");
	default: break;
	}
	if (!t || field < 0 || (size_t)field >= t->fields.count)
		return STR_NONE;
	return str_format(v->arena, "#f-%s", t->fields.at[field].name);
}

static struct str reason_where(struct visit *v, const struct record_type *t,
                               const struct reason *reason)
{
	if (t && reason->field >= 0 && (size_t)reason->field < t->fields.count)
		return str_of(SAY(v, t->fields.at[reason->field].label));
	return reason->where;
}

void reasons_fill(struct visit *v, const struct record_type *t, struct reasons *out)
{
	const struct refusal *why = &v->why;

	out->title = SAY(v, N_("This was not saved"));
	out->list.at = ARENA_TRY(v->arena, struct shown_reason, why->count);
	if (!out->list.at)
		return;
	for (size_t i = 0; i < why->count; i++) {
		struct shown_reason *to = &out->list.at[out->list.count++];

		to->href = reason_href(v, t, why->at[i].field);
		to->where = reason_where(v, t, &why->at[i]);
		to->why = tr_message(v->arena, v->lang, &why->at[i].why);
		if (to->where.n == 0)
			to->why = words_sentence(v->arena, to->why);
		if (why->at[i].advice.id)
			to->advice = tr_message(v->arena, v->lang, &why->at[i].advice);
	}
}

/* ---- what it says ---- */

/* What is empty is named in one line at the end, but for what the next step needs. */
static void name_empty(struct visit *v, const struct field *f, struct text *empty)
{
	if (f->set_by_program || f->retired)
		return;
	if (empty->n > 0)
		text_addz(empty, ", ");
	text_addz(empty, SAY(v, f->label));
}

static enum fail load_fields(struct visit *v, struct act *a, const struct row *r,
                             struct record_view *out)
{
	struct text empty = text_on(v->arena, 8000);

	out->fields.at = ARENA_TRY(v->arena, struct shown_field, r->type->fields.count);
	if (!out->fields.at)
		return FAIL_MEMORY;
	for (size_t i = 1; i < r->type->fields.count; i++) {
		if (!row_filled(r, (int)i)) {
			name_empty(v, &r->type->fields.at[i], &empty);
			continue;
		}
		enum fail f =
			shown_field(v, a, r, (int)i, &out->fields.at[out->fields.count++]);
		if (f != OK)
			return f;
	}
	out->empty = text_str(&empty);
	return OK;
}

/* Their names; those whom the reader may not see are masked. */
static struct str persons_named(struct visit *v, struct act *a, const struct row *r)
{
	struct text t = text_on(v->arena, 8000);

	for (size_t i = 0; i < r->need_to_know_count; i++) {
		struct str name = shown_title(v, a, r->need_to_know[i]);

		if (name.n == 0)
			continue;
		text_addz(&t, t.n > 0 ? ", " : "");
		text_add(&t, name);
	}
	return text_str(&t);
}

static void load_place(struct visit *v, struct act *a, const struct row *r,
                       struct record_view *out)
{
	struct subject s = subject_here(v, r);
	bool locked = r->type->states.count > 0 && r->type->states.at[r->state].locked;
	bool gone = instant_is_set(r->withdrawn_at);

	out->owner = shown_title(v, a, r->owner);
	out->unit = shown_title(v, a, r->unit);
	out->label = label_name(a, v->lang, r->label);
	out->need_to_know = persons_named(v, a, r);
	out->version_text = str_format(v->arena, "%lld", (long long)r->version);
	out->changed = visit_words(v, N_("Last changed %1."),
	                           visit_instant(v, r->changed_at));
	out->may_edit = !locked && !gone && access_change(v->actor, &s, v->today, NULL);
	out->may_withdraw = !r->type->permanent &&
	                    access_withdraw(v->actor, &s, v->today, NULL);
	out->may_erase = record_may_be_erased(v, r);
	out->may_comment = !gone && visit_may_create(v, &comment_type);
	out->may_evidence = !gone && visit_may_create(v, &evidence_type);
	if (gone)
		out->bin_until = visit_words(
			v, N_("It leaves the bin for good after %1; its history stays."),
			words_date(v->arena, v->lang,
		                   date_add_days(instant_utc_date(r->withdrawn_at),
		                                 LIMIT_BIN_DAYS)));
}

static void load_addresses(struct visit *v, const struct row *r, struct record_view *out)
{
	struct str href = record_href(v->arena, r);

	out->edit_href = str_format(v->arena, "%.*s/edit", STR_ARG(href));
	out->withdraw_href = str_format(v->arena, "%.*s/withdraw", STR_ARG(href));
	out->erase_href = str_format(v->arena, "%.*s/erase", STR_ARG(href));
	out->restore_href = str_format(v->arena, "%.*s/restore", STR_ARG(href));
	out->comment_href = str_format(v->arena, "%.*s/comment", STR_ARG(href));
	out->evidence_href = str_format(v->arena, "%.*s/evidence", STR_ARG(href));
	out->history_href = str_format(v->arena, "%.*s/history", STR_ARG(href));
}

/* ---- what comes next ---- */

static struct str step_needs(struct visit *v, const struct row *r, const struct step *step)
{
	struct text t = text_on(v->arena, 4096);

	for (size_t i = 0; i < r->type->fields.count; i++) {
		if (!(step->needs & BIT(i)) || row_filled(r, (int)i))
			continue;
		if (t.n > 0)
			text_addz(&t, ", ");
		text_addz(&t, SAY(v, r->type->fields.at[i].label));
	}
	return text_str(&t);
}

static void load_step(struct visit *v, const struct row *r, const struct step *step,
                      struct record_view *out)
{
	struct subject s = subject_here(v, r);
	struct refusal why = refusal_on(v->arena);
	struct shown_step *to = &out->steps.at[out->steps.count++];
	struct str href = record_href(v->arena, r);

	to->label = SAY(v, step->label);
	to->help = step->help ? SAY(v, step->help) : NULL;
	to->may = access_step(v->actor, step, &s, v->today, &why);
	to->href = str_format(v->arena, "%.*s/step/%s", STR_ARG(href), step->name);
	to->needs = step_needs(v, r, step);
	to->needs_form = step->needs || step->takes || step->needs_reason;
	to->main = to->may && !out->has_open_steps && r->type->states.at[r->state].open;
	out->has_open_steps = out->has_open_steps || to->may;
	if (!to->may && why.count > 0)
		to->why_not = words_sentence(v->arena,
		                             tr_message(v->arena, v->lang, &why.at[0].why));
}

static enum fail load_steps(struct visit *v, const struct row *r, struct record_view *out)
{
	out->steps.at = ARENA_TRY(v->arena, struct shown_step, r->type->steps.count);
	if (!out->steps.at && r->type->steps.count > 0)
		return FAIL_MEMORY;
	if (instant_is_set(r->withdrawn_at))
		return OK;
	for (size_t i = 0; i < r->type->steps.count; i++) {
		const struct step *step = &r->type->steps.at[i];

		if ((step->from & BIT(r->state)) && !step->by_clock)
			load_step(v, r, step, out);
	}
	return OK;
}

/* ---- what links to it ---- */

static struct linked_group *group_of(struct visit *v, struct record_view *out, size_t room,
                                     const struct record_type *t)
{
	const char *label = SAY(v, t->plural);

	for (size_t i = 0; i < out->linked.count; i++)
		if (str_is(str_of(out->linked.at[i].label), label))
			return &out->linked.at[i];
	struct linked_group *g = &out->linked.at[out->linked.count++];
	g->label = label;
	g->links.at = ARENA_TRY(v->arena, struct shown_link, room);
	return g;
}

static enum fail load_linked(struct visit *v, struct act *a, const struct row *r,
                             struct record_view *out)
{
	struct link_face *faces;
	size_t count, hidden;
	enum fail f = links_to(a, r->id, &faces, &count, &hidden);

	if (f != OK)
		return f;
	out->linked.at = ARENA_TRY(v->arena, struct linked_group, count + 1);
	if (!out->linked.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < count; i++) {
		if (!faces[i].type || faces[i].type == &comment_type ||
		    faces[i].type == &evidence_type)
			continue;
		struct linked_group *g = group_of(v, out, count, faces[i].type);
		if (!g->links.at)
			return FAIL_MEMORY;
		g->links.at[g->links.count++] = shown_face(v, &faces[i]);
	}
	return OK;
}

static enum fail rows_about(struct act *a, const struct record_type *t, int field,
                            struct id id, struct answer *out)
{
	struct filter *filter = ARENA_NEW(a->arena, struct filter);
	struct id *link = ARENA_NEW(a->arena, struct id);

	*link = id;
	*filter = (struct filter){
		.field = field,
		.op = LINKS_TO,
		.value = { .filled = true, .links = link, .link_count = 1 }
	};
	struct query q = { .type = t,
		           .filters = filter,
		           .filter_count = 1,
		           .sort = SORT_CREATED,
		           .limit = 100 };
	return record_list(a, &q, out);
}

static enum fail load_comments(struct visit *v, struct act *a, const struct row *r,
                               struct record_view *out)
{
	struct answer rows;
	enum fail f = rows_about(a, &comment_type, COM_ABOUT, r->id, &rows);

	if (f != OK)
		return f;
	out->comments.at = ARENA_TRY(v->arena, struct shown_comment, rows.count + 1);
	if (!out->comments.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < rows.count; i++)
		out->comments.at[out->comments.count++] = (struct shown_comment){
			.by = shown_title(v, a, rows.rows[i]->author),
			.when = visit_instant(v, rows.rows[i]->created_at),
			.code = row_code(v->arena, rows.rows[i]),
			.html = markdown_html(v->arena, row_text(rows.rows[i], COM_TEXT)),
		};
	return OK;
}

static enum fail load_evidence(struct visit *v, struct act *a, const struct row *r,
                               struct record_view *out)
{
	struct answer rows;
	enum fail f = rows_about(a, &evidence_type, EVD_ABOUT, r->id, &rows);

	if (f != OK)
		return f;
	out->evidence.at = ARENA_TRY(v->arena, struct shown_evidence, rows.count + 1);
	if (!out->evidence.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < rows.count; i++) {
		const struct row *e = rows.rows[i];
		struct shown_evidence *to = &out->evidence.at[out->evidence.count++];
		struct shown_field file;

		to->href = record_href(v->arena, e);
		to->title = row_title(e, v->lang);
		to->from = words_date(v->arena, v->lang, row_date(e, EVD_FROM));
		to->to = words_date(v->arena, v->lang, row_date(e, EVD_TO));
		to->received = words_date(v->arena, v->lang, row_date(e, EVD_RECEIVED_ON));
		f = shown_field(v, a, e, EVD_FILE, &file);
		if (f != OK)
			return f;
		to->file_href = file.file_href;
		to->file_name = file.file_name;
		to->hash = str_cut(file.file_hash, 16);
	}
	return OK;
}

static enum fail load_approvals(struct visit *v, struct act *a, const struct row *r,
                                struct record_view *out)
{
	struct approval *given;
	size_t count;
	enum fail f = record_approvals(a, r->type, r->id, &given, &count);

	if (f != OK)
		return f;
	out->approvals.at = ARENA_TRY(v->arena, struct shown_approval, count + 1);
	if (!out->approvals.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < count; i++) {
		const struct step *step = step_find(r->type, given[i].step);

		out->approvals.at[out->approvals.count++] = (struct shown_approval){
			.step = step ? str_of(SAY(v, step->label)) : given[i].step,
			.person = given[i].person_name,
			.when = visit_instant(v, given[i].at),
			.version = given[i].version,
			.hash = words_hex(v->arena, given[i].hash, sizeof given[i].hash),
			.voided = visit_instant(v, given[i].voided_at),
		};
	}
	return OK;
}

/* ---- the page ---- */

struct loading {
	struct visit *v;
	struct record_view view;
	bool whole_history;
};

static enum fail load_parts(struct visit *v, struct act *a, const struct row *r,
                            struct record_view *out)
{
	enum fail f = load_fields(v, a, r, out);

	if (f == OK)
		f = load_steps(v, r, out);
	if (f == OK)
		f = load_linked(v, a, r, out);
	if (f == OK)
		f = load_comments(v, a, r, out);
	if (f == OK)
		f = load_evidence(v, a, r, out);
	if (f == OK)
		f = load_approvals(v, a, r, out);
	if (f == OK)
		f = record_extras(v, a, r, out);
	return f;
}

static enum fail load(struct act *a, void *arg)
{
	struct loading *l = arg;
	struct visit *v = l->v;
	struct row *r;
	enum fail f = record_asked(v, a, &r);

	if (f != OK)
		return f;
	memset(&l->view, 0, sizeof l->view);
	record_head_fill(v, r, &l->view.head);
	l->view.help = r->type->help ? SAY(v, r->type->help) : NULL;
	load_place(v, a, r, &l->view);
	load_addresses(v, r, &l->view);
	if (!l->whole_history)
		f = load_parts(v, a, r, &l->view);
	if (f == OK)
		f = history_fill(v, a, r, l->whole_history ? SIZE_MAX : 8, &l->view);
	return f;
}

static bool load_view(struct loading *l, struct request *q, struct response *r)
{
	if (!visit_open(l->v, q, r))
		return false;
	enum fail f = visit_read(l->v, load, l);
	if (f != OK) {
		visit_failed(l->v, f);
		return false;
	}
	l->view.csrf = visit_csrf(l->v);
	struct str place = l->view.head.list_href;
	visit_frame_at(l->v, &l->view.frame, l->view.head.title, str_z(l->v->arena, place));
	l->view.frame.label = l->view.label;
	return true;
}

void record_page(struct request *q, struct response *r)
{
	struct visit v;
	struct loading l = { .v = &v };

	if (load_view(&l, q, r))
		VISIT_SHOW(&v, record, &l.view);
}

void record_history_page(struct request *q, struct response *r)
{
	struct visit v;
	struct loading l = { .v = &v, .whole_history = true };
	struct history_view view;

	if (!load_view(&l, q, r))
		return;
	view.head = l.view;
	VISIT_SHOW(&v, history, &view);
}
