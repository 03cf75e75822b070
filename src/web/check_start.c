/*
 * check_start.c -- the start of a plan check: a dropped file, or a text that is on record.
 *
 * The file is kept by its hash and read in the sandbox before anything is written; then all
 * that it makes is written at once (actions/plan_intake.h).  A large file is read by a job.
 */
#include <unistd.h>

#include "actions/plan_intake.h"
#include "jobs/jobs.h"
#include "records/document_version.h"
#include "records/plan.h"
#include "web/check.h"
#include "web/form.h"
#include "web/web.h"

#define FEW_PLANS 15

struct starting {
	struct visit *v;
	struct check_start_view view;
	struct plan_intake in;
	bool file_is_new;
	struct document_text text;
	struct row *version;            /* on record; null: the file came with the form */
	int fd;
	struct row *check;
	struct id job;                  /* that will read a large file */
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
	x->view.packs.at = ARENA_TRY(a->arena, struct control_choice, packs->count + 1);
	for (size_t i = 0; x->view.packs.at && i < packs->count; i++)
		if (packs->at[i].element_count > 0)
			x->view.packs.at[x->view.packs.count++] = (struct control_choice){
				packs->at[i].id, said_text(x->v, packs->at[i].title),
				str_equal(packs->at[i].id, form_get(x->v, "pack"))
			};
	x->view.many_packs = x->view.packs.count > 1;
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
	x->in.file = x->version->values[DOV_FILE].file;
	x->in.version = x->version->id;
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
	enum fail f = file_keep(x->v->site->store, u->fd, u->name, u->media, &x->in.file);

	x->file_is_new = f == OK;
	return f;
}

/* The file of the request, or of the version that was chosen; open, at its start. */
static enum fail take_file(struct starting *x)
{
	bool on_record = form_get(x->v, "version").n > 0;
	enum fail f = on_record ? visit_read(x->v, open_version, x) : take_upload(x);

	if (f == OK && lseek(x->fd, 0, SEEK_SET) < 0)
		f = fail_say(FAIL_IO, "cannot read the file again");
	return f;
}

static enum fail read_text(struct starting *x)
{
	struct visit *v = x->v;
	const struct document_reader *reader = &v->site->reader;
	enum fail f = reader->read(reader->arg, v->arena, x->fd, x->in.file.name, &v->why,
	                           &x->text);

	if (f == OK)
		f = plan_check_keep_text(v->site->store, NULL, v->arena, &x->text,
		                         &x->in.kept);
	return f;
}

/* ---- writing, all or nothing ---- */

static enum fail name_records(struct starting *x, struct act *a)
{
	struct str plan = str_trim(form_get(x->v, "plan"));

	x->v->why = refusal_on(x->v->arena);
	x->in.title = str_trim(form_get(x->v, "new_title"));
	if (plan.n > 0 &&
	    !form_link(x->v, a, &plan_type, FIELD_NONE, plan, &x->in.plan))
		return FAIL_REFUSED;
	return OK;
}

static enum fail start(struct act *a, void *arg)
{
	struct starting *x = arg;
	enum fail f = name_records(x, a);

	x->in.text = &x->text;
	return f == OK ? plan_intake_write(a, &x->in, &x->v->why, &x->check) : f;
}

/* A large file is read by a job, whose page shows how far it is. */
static enum fail leave_to_job(struct act *a, void *arg)
{
	struct starting *x = arg;
	enum fail f = name_records(x, a);

	return f == OK ? job_add(a, plan_check_job.name,
	                         plan_intake_args(a->arena, &x->in), &x->v->why, &x->job)
	               : f;
}

/* Of a check that did not start nothing stays: neither the file nor its text. */
static void drop_files(struct starting *x)
{
	if (x->file_is_new)
		file_drop(x->v->site->store, &x->in.file);
	if (x->in.kept.bytes > 0)
		file_drop(x->v->site->store, &x->in.kept);
}

static enum fail take_and_start(struct starting *x)
{
	struct visit *v = x->v;
	enum fail f = take_file(x);

	if (f == OK && x->in.file.bytes > PLAN_INTAKE_AT_ONCE_BYTES) {
		f = visit_write(v, leave_to_job, x);
	} else if (f == OK) {
		f = read_text(x);
		if (f == OK)
			f = visit_write(v, start, x);
	}
	if (x->version && x->fd >= 0)
		(void)close(x->fd);
	return f;
}

static void go_on(struct starting *x)
{
	struct visit *v = x->v;

	if (id_is_set(x->job)) {
		jobs_look(v->site->jobs);
		visit_go(v,
		         str_format(v->arena, "/jobs/%.*s",
		                    STR_ARG(id_text(v->arena, x->job))),
		         NULL);
		return;
	}
	visit_go(v,
	         str_format(v->arena, "/plan_check/%.*s/work",
	                    STR_ARG(row_code(v->arena, x->check))),
	         "check");
}

void check_start_post(struct request *q, struct response *r)
{
	struct visit v;
	struct starting *x = ARENA_NEW(q->arena, struct starting);

	x->v = &v;
	x->fd = -1;
	if (!visit_open(&v, q, r))
		return;
	x->in.pack = pack_with_checklist(v.site->packs, form_get(&v, "pack"));
	if (!x->in.pack)
		refuse(&v.why, FIELD_NONE, "nothing to check it against was chosen",
		       "Choose the standard that the plan must meet.");
	enum fail f = x->in.pack ? take_and_start(x) : FAIL_REFUSED;
	if (f != OK)
		drop_files(x);
	if (f == OK)
		go_on(x);
	else if ((f == FAIL_REFUSED || f == FAIL_FORMAT) && v.why.count > 0)
		show(x);
	else
		visit_failed(&v, f);
}
