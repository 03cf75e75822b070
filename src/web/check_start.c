/*
 * check_start.c -- the start of a plan check: a dropped file, or a text that is on record.
 *
 * The file is kept by its hash and read in the sandbox before anything is written; then, in
 * one transaction, the plan (when it is new), its document and version, and the check.
 */
#include <unistd.h>

#include "records/document.h"
#include "records/document_version.h"
#include "records/linked.h"
#include "records/plan.h"
#include "web/check.h"
#include "web/form.h"
#include "web/web.h"

#define FEW_PLANS 15

struct starting {
	struct visit *v;
	struct check_start_view view;
	const struct pack *pack;
	struct file_ref file; /* as uploaded */
	bool file_is_new;
	struct document_text text;
	struct file_ref kept; /* its text */
	struct row *version; /* on record, or made */
	int fd; /* of a version on record */
	struct row *check;
};

/* ---- the page ---- */

static enum fail load_plans(struct starting *x, struct act *a)
{
	struct query q = { .type = &plan_type, .sort = PLN_TITLE, .limit = FEW_PLANS + 1 };
	struct answer rows;
	enum fail f = record_list(a, &q, &rows);

	x->view.plan_text = query_get(x->v, "plan");
	if (x->view.plan_text.n == 0)
		x->view.plan_text = form_get(x->v, "plan");
	if (f != OK)
		return f;
	x->view.few_plans = rows.count <= FEW_PLANS;
	x->view.plan_find = STR("/find/plan");
	x->view.plans.at = ARENA_TRY(a->arena, struct control_choice, rows.count + 1);
	for (size_t i = 0; x->view.plans.at && i < rows.count; i++) {
		struct str code = row_code(a->arena, rows.rows[i]);

		x->view.plans.at[x->view.plans.count++] =
			(struct control_choice){ code, row_title(rows.rows[i], x->v->lang),
			                         str_equal(code, x->view.plan_text) };
	}
	return OK;
}

/* The versions of the named plan's documents, so that no file needs to be sent again. */
static enum fail load_versions(struct starting *x, struct act *a)
{
	struct row *plan;
	struct id documents[2];
	struct filter of[2];
	struct answer rows;

	if (x->view.plan_text.n == 0 ||
	    record_named(a, &plan_type, x->view.plan_text, &plan) != OK)
		return OK;
	documents[0] = row_link(plan, PLN_DOCUMENT);
	documents[1] = row_link(plan, PLN_PROCEDURES);
	if (!id_is_set(documents[0]) && !id_is_set(documents[1]))
		return OK;
	for (size_t i = 0; i < 2; i++)
		of[i] = (struct filter){
			.field = DOV_DOCUMENT,
			.op = LINKS_TO,
			.or_with_next = i == 0,
			.value = { .filled = true, .links = &documents[i], .link_count = 1 }
		};
	struct query q = { .type = &document_version_type,
		           .filters = of,
		           .filter_count = 2,
		           .sort = SORT_CREATED,
		           .descending = true,
		           .limit = 20 };
	enum fail f = record_list(a, &q, &rows);
	if (f != OK)
		return f;
	x->view.versions.at = ARENA_TRY(a->arena, struct control_choice, rows.count + 1);
	for (size_t i = 0; x->view.versions.at && i < rows.count; i++)
		if (row_filled(rows.rows[i], DOV_FILE))
			x->view.versions.at[x->view.versions.count++] =
				(struct control_choice){
					row_code(a->arena, rows.rows[i]),
					row_title(rows.rows[i], x->v->lang), false
				};
	return OK;
}

static enum fail load(struct act *a, void *arg)
{
	struct starting *x = arg;
	const struct packs *packs = x->v->site->packs;
	enum fail f = load_plans(x, a);

	if (f == OK)
		f = load_versions(x, a);
	x->view.many_packs = packs->count > 1;
	x->view.packs.at = ARENA_TRY(a->arena, struct control_choice, packs->count + 1);
	for (size_t i = 0; x->view.packs.at && i < packs->count; i++)
		x->view.packs.at[x->view.packs.count++] = (struct control_choice){
			packs->at[i].id, said_text(x->v, packs->at[i].title),
			str_equal(packs->at[i].id, form_get(x->v, "pack"))
		};
	return f;
}

static void show(struct starting *x)
{
	struct visit *v = x->v;
	enum fail f = visit_read(v, load, x);

	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	x->view.new_title = form_get(v, "new_title");
	x->view.csrf = visit_csrf(v);
	reasons_fill(v, NULL, &x->view.reasons);
	x->view.reasons.title = SAY(v, N_("The plan was not checked"));
	if (v->why.count > 0)
		v->r->status = v->why.kind == REFUSAL_FORBIDDEN ? 403 : 422;
	visit_frame_at(v, &x->view.frame, str_of(SAY(v, N_("Check a plan"))), "/check");
	VISIT_SHOW(v, check_start, &x->view);
}

void check_start_page(struct request *q, struct response *r)
{
	struct visit v;
	struct starting *x = ARENA_NEW(q->arena, struct starting);

	x->v = &v;
	if (visit_open(&v, q, r))
		show(x);
}

/* ---- reading, before the transaction ---- */

static enum fail open_version(struct act *a, void *arg)
{
	struct starting *x = arg;
	enum fail f = record_named(a, &document_version_type, form_get(x->v, "version"),
	                           &x->version);

	if (f == OK && !row_filled(x->version, DOV_FILE))
		f = FAIL_NOT_FOUND;
	if (f != OK)
		return f;
	x->file = x->version->values[DOV_FILE].file;
	return file_open(a, x->version, DOV_FILE, &x->fd);
}

static enum fail take_upload(struct starting *x)
{
	const struct upload *u = NULL;

	for (size_t i = 0; i < x->v->q->upload_count; i++)
		if (x->v->q->uploads[i].bytes > 0)
			u = &x->v->q->uploads[i];
	if (!u) {
		refuse(&x->v->why, FIELD_NONE, "no file was chosen",
		       "Drop the plan's file, or choose a text that is on record.");
		return FAIL_REFUSED;
	}
	x->fd = u->fd;
	enum fail f = file_keep(x->v->site->store, u->fd, u->name, u->media, &x->file);

	x->file_is_new = f == OK;
	return f;
}

static enum fail read_text(struct starting *x)
{
	struct visit *v = x->v;
	const struct document_reader *reader = &v->site->reader;
	bool on_record = form_get(v, "version").n > 0;
	enum fail f = on_record ? visit_read(v, open_version, x) : take_upload(x);

	if (f != OK)
		return f;
	if (lseek(x->fd, 0, SEEK_SET) < 0)
		return fail_say(FAIL_IO, "cannot read the file again");
	f = reader->read(reader->arg, v->arena, x->fd, x->file.name, &v->why, &x->text);
	if (on_record)
		(void)close(x->fd);
	if (f == OK)
		f = plan_check_keep_text(v->site->store, v->arena, &x->text, &x->kept);
	return f;
}

/* ---- writing, all or nothing ---- */

static struct str plan_title(struct starting *x)
{
	struct str typed = str_trim(form_get(x->v, "new_title"));
	struct str name = x->file.name;

	if (typed.n > 0)
		return typed;
	for (size_t i = name.n; i > 1; i--)
		if (name.p[i - 1] == '.')
			return str_cut(name, i - 1);
	return name.n > 0 ? name : str_of(SAY(x->v, N_("Plan")));
}

static void set_title(struct change *c, const struct record_type *t, struct str title)
{
	enum field_type kind = t->fields.at[0].type;

	if (kind == T_BILINE || kind == T_BITEXT)
		change_bilingual(c, 0, title, STR(""));
	else
		change_text(c, 0, title);
}

static enum fail find_or_make_plan(struct starting *x, struct act *a, struct row **out)
{
	struct str named = str_trim(form_get(x->v, "plan"));

	if (named.n > 0) {
		struct id id;

		if (!form_link(x->v, a, &plan_type, FIELD_NONE, named, &id))
			return FAIL_REFUSED;
		return record_get(a, &plan_type, id, out);
	}
	struct change *c = change_new(a->arena, &plan_type);
	set_title(c, &plan_type, plan_title(x));
	if (plan_type.fields.at[PLN_KIND].choices.count > 0)
		change_text(c, PLN_KIND,
		            str_of(plan_type.fields.at[PLN_KIND].choices.at[0].name));
	change_text(c, PLN_PACK, x->pack->id);
	return record_create(a, &plan_type, c, &x->v->why, out);
}

static enum fail make_document(struct starting *x, struct act *a, struct row *plan,
                               struct id *out)
{
	struct change *c = change_new(a->arena, &document_type);
	struct row *made;

	set_title(c, &document_type, row_title(plan, LANG_EN));
	change_text(c, DOC_KIND, STR("plan"));
	enum fail f = place_beside(a, c, plan);
	if (f == OK)
		f = record_create(a, &document_type, c, &x->v->why, &made);
	if (f != OK)
		return f;
	*out = made->id;
	c = change_new(a->arena, &plan_type);
	change_link(c, PLN_DOCUMENT, made->id);
	return record_change(a, &plan_type, plan->id, 0, c, &x->v->why, &made);
}

static enum fail next_number(struct act *a, struct id document, int64_t *out)
{
	struct filter of = {
		.field = DOV_DOCUMENT,
		.op = LINKS_TO,
		.value = { .filled = true, .links = &document, .link_count = 1 }
	};
	struct query q = { .type = &document_version_type,
		           .filters = &of,
		           .filter_count = 1 };
	enum fail f = record_count(a, &q, out);

	*out += 1;
	return f;
}

static enum fail make_version(struct starting *x, struct act *a, struct row *plan)
{
	struct id document = row_link(plan, PLN_DOCUMENT);
	struct change *c = change_new(a->arena, &document_version_type);
	int64_t number = 1;
	enum fail f = id_is_set(document) ? OK : make_document(x, a, plan, &document);

	if (f == OK)
		f = next_number(a, document, &number);
	if (f != OK)
		return f;
	struct message title = MESSAGE2(N_("%1, version %2"), row_title(plan, x->v->lang),
	                                str_format(a->arena, "%lld", (long long)number));
	set_title(c, &document_version_type, tr_message(a->arena, x->v->lang, &title));
	change_link(c, DOV_DOCUMENT, document);
	if (document_version_type.fields.at[DOV_NUMBER].type == T_NUMBER)
		change_number(c, DOV_NUMBER, number);
	else
		change_text(c, DOV_NUMBER, str_format(a->arena, "%lld", (long long)number));
	change_file(c, DOV_FILE, x->file);
	return record_create(a, &document_version_type, c, &x->v->why, &x->version);
}

static enum fail start(struct act *a, void *arg)
{
	struct starting *x = arg;
	bool on_record = form_get(x->v, "version").n > 0;
	struct row *plan;

	x->v->why = refusal_on(x->v->arena);
	enum fail f = find_or_make_plan(x, a, &plan);
	if (f == OK && !on_record)
		f = make_version(x, a, plan);
	if (f != OK)
		return f;
	struct plan_check_order order = { .pack = x->pack,
		                          .plan = plan->id,
		                          .version = x->version->id,
		                          .text = &x->text,
		                          .kept = x->kept };
	return plan_check_start(a, &order, &x->v->why, &x->check);
}

/* Of a check that did not start nothing stays: neither the file nor its text. */
static void drop_files(struct starting *x)
{
	if (x->file_is_new)
		file_drop(x->v->site->store, &x->file);
	if (x->kept.bytes > 0)
		file_drop(x->v->site->store, &x->kept);
}

void check_start_post(struct request *q, struct response *r)
{
	struct visit v;
	struct starting *x = ARENA_NEW(q->arena, struct starting);

	x->v = &v;
	if (!visit_open(&v, q, r))
		return;
	x->pack = pack_find(v.site->packs, form_get(&v, "pack"));
	if (!x->pack)
		refuse(&v.why, FIELD_NONE, "nothing to check it against was chosen",
		       "Choose the standard that the plan must meet.");
	enum fail f = x->pack ? read_text(x) : FAIL_REFUSED;
	if (f == OK)
		f = visit_write(&v, start, x);
	if (f != OK)
		drop_files(x);
	if (f == OK)
		visit_go(&v,
		         str_format(v.arena, "/plan_check/%.*s/work",
		                    STR_ARG(row_code(v.arena, x->check))),
		         "check");
	else if ((f == FAIL_REFUSED || f == FAIL_FORMAT) && v.why.count > 0)
		show(x);
	else
		visit_failed(&v, f);
}
