/*
 * jobs.c -- one's own jobs: how far each is, what came of it, a way to stop it.
 *
 * The page works by its links alone; the script looks again each second while a job goes on
 * (data-poll) and goes to what it made.
 */
#include "actions/job_send.h"
#include "jobs/jobs.h"
#include "web/record.h"
#include "web/web.h"

struct seeing {
	struct visit *v;
	struct id id;
	struct job_view job;
	struct job_view *list;
	size_t count;
};

static struct str state_text(struct visit *v, const struct job_view *j)
{
	switch (j->state) {
	case JOB_QUEUED: return str_of(SAY(v, N_("Waiting")));
	case JOB_RUNNING:
		return str_of(j->cancelling ? SAY(v, N_("Being cancelled"))
		                            : SAY(v, N_("Running")));
	case JOB_DONE: return str_of(SAY(v, N_("Done")));
	case JOB_FAILED: return str_of(SAY(v, N_("Failed")));
	case JOB_CANCELLED: break;
	}
	return str_of(SAY(v, N_("Cancelled")));
}

static struct str title_text(struct visit *v, struct str kind)
{
	const struct job_kind *k = job_kind_named(v->site->jobs, kind);

	return k ? str_of(SAY(v, k->label)) : kind;
}

static bool goes_on(const struct job_view *j)
{
	return j->state == JOB_QUEUED || j->state == JOB_RUNNING;
}

/* ---- one ---- */

static enum fail see_one(struct act *a, void *arg)
{
	struct seeing *s = arg;

	return job_get(a, s->id, &s->job);
}

static bool job_named(struct visit *v, struct seeing *s)
{
	*s = (struct seeing){ .v = v };
	if (id_parse(v->q->params[0], &s->id))
		return true;
	visit_failed(v, FAIL_NOT_FOUND);
	return false;
}

static struct str where_it_leads(struct visit *v, const struct job_view *j)
{
	const struct job_kind *k = job_kind_named(v->site->jobs, j->kind);

	return j->record.n > 0 ? str_format(v->arena, "/%.*s%s", STR_ARG(j->record),
	                                    k && k->page ? k->page : "")
	                       : STR_NONE;
}

static void fill_progress(struct visit *v, const struct job_view *j,
                          struct job_page_view *view)
{
	view->known = j->total > 0;
	view->done = str_format(v->arena, "%lld", (long long)j->done);
	view->total = str_format(v->arena, "%lld", (long long)j->total);
	view->doing = words_sentence(
		v->arena, j->doing.n > 0 ? str_of(SAY(v, str_z(v->arena, j->doing)))
					 : state_text(v, j));
	if (view->known) {
		struct message of = MESSAGE2(N_("%1 of %2"), view->done, view->total);
		view->progress = tr_message(v->arena, v->lang, &of);
	}
}

static void fill_why(struct visit *v, const struct job_view *j, struct job_page_view *view)
{
	v->why = j->why;
	reasons_fill(v, NULL, &view->reasons);
	view->reasons.title = SAY(v, N_("This was not done"));
	view->failed = j->state == JOB_FAILED && j->why.count == 0;
	view->message = j->message;
}

static void fill_one(struct visit *v, const struct job_view *j, struct job_page_view *view)
{
	struct instant end = { j->ended_at.us + JOB_KEPT_HOURS * 3600 * US_PER_SECOND };

	view->csrf = visit_csrf(v);
	view->id = id_text(v->arena, j->id);
	view->title = title_text(v, j->kind);
	view->state = state_text(v, j);
	view->made = visit_instant(v, j->made_at);
	view->running = goes_on(j) && !j->cancelling;
	view->open = goes_on(j);
	view->poll = goes_on(j) ? "yes" : "no";
	fill_progress(v, j, view);
	fill_why(v, j, view);
	if (j->said.id)
		view->said = tr_message(v->arena, v->lang, &j->said);
	view->go_href = where_it_leads(v, j);
	if (j->state == JOB_DONE && j->file_name.n > 0) {
		view->file_name = j->file_name;
		view->file_href =
			str_format(v->arena, "/jobs/%.*s/file", STR_ARG(view->id));
		view->kept = visit_words(v, N_("The file is kept until %1."),
		                         visit_instant(v, end));
	}
}

void job_page(struct request *q, struct response *r)
{
	struct visit v;
	struct seeing s;
	struct job_page_view view = { 0 };

	if (!visit_open(&v, q, r) || !job_named(&v, &s))
		return;
	enum fail f = visit_read(&v, see_one, &s);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	fill_one(&v, &s.job, &view);
	visit_frame_at(&v, &view.frame, view.title, "/jobs");
	VISIT_SHOW(&v, job, &view);
}

/* ---- all of one's own ---- */

static enum fail see_all(struct act *a, void *arg)
{
	struct seeing *s = arg;

	return job_list(a, &s->list, &s->count);
}

static struct str short_result(struct visit *v, const struct job_view *j)
{
	if (j->said.id)
		return tr_message(v->arena, v->lang, &j->said);
	if (j->why.count > 0)
		return words_sentence(v->arena,
		                      tr_message(v->arena, v->lang, &j->why.at[0].why));
	return STR_NONE;
}

void jobs_page(struct request *q, struct response *r)
{
	struct visit v;
	struct seeing s = { .v = &v };
	struct jobs_view view = { 0 };

	if (!visit_open(&v, q, r))
		return;
	enum fail f = visit_read(&v, see_all, &s);
	if (f == OK) {
		view.jobs.at = ARENA_TRY(v.arena, struct shown_job, s.count + 1);
		f = view.jobs.at ? OK : FAIL_MEMORY;
	}
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	for (size_t i = 0; i < s.count; i++)
		view.jobs.at[view.jobs.count++] = (struct shown_job){
			.href = str_format(v.arena, "/jobs/%.*s",
			                   STR_ARG(id_text(v.arena, s.list[i].id))),
			.title = title_text(&v, s.list[i].kind),
			.state = state_text(&v, &s.list[i]),
			.made = visit_instant(&v, s.list[i].made_at),
			.said = short_result(&v, &s.list[i]),
			.open = goes_on(&s.list[i]),
		};
	visit_frame_at(&v, &view.frame, str_of(SAY(&v, N_("Jobs"))), "/jobs");
	VISIT_SHOW(&v, jobs, &view);
}

/* ---- asking for one: the form's fields are its arguments ---- */

static const struct json *form_args(struct visit *v)
{
	struct text t = text_on(v->arena, LIMIT_BODY_BYTES);
	struct json_out j = json_to(&t);
	struct json *args = NULL;
	struct json_error error;

	json_open_object(&j);
	for (size_t i = 0; i < v->q->form.count; i++) {
		const struct pair *p = &v->q->form.at[i];
		if (str_is(p->name, "kind") || str_starts(p->name, "_"))
			continue;
		json_name_str(&j, p->name);
		json_put_str(&j, p->value);
	}
	json_close_object(&j);
	/* A name twice is not read. */
	return json_read(v->arena, text_str(&t), &args, &error) == OK ? args : NULL;
}

static enum fail ask_for(struct act *a, void *arg)
{
	struct seeing *s = arg;
	struct visit *v = s->v;

	v->why = refusal_on(v->arena);
	return job_ask(v->site->jobs, a, form_get(v, "kind"), form_args(v), &v->why,
	               &s->id);
}

/* Does what was asked about the job, and goes on to its page. */
static void write_and_show(struct seeing *s, store_job *job)
{
	struct visit *v = s->v;
	enum fail f = visit_write(v, job, s);

	if (f != OK) {
		visit_failed(v, f);
		return;
	}
	jobs_look(v->site->jobs);
	visit_go(v, str_format(v->arena, "/jobs/%.*s", STR_ARG(id_text(v->arena, s->id))),
	         NULL);
}

void jobs_post(struct request *q, struct response *r)
{
	struct visit v;
	struct seeing s = { .v = &v };

	if (!visit_open(&v, q, r))
		return;
	write_and_show(&s, ask_for);
}

/* ---- stopping one ---- */

static enum fail cancel_it(struct act *a, void *arg)
{
	struct seeing *s = arg;

	return job_cancel(a, s->id);
}

void job_cancel_post(struct request *q, struct response *r)
{
	struct visit v;
	struct seeing s;

	if (!visit_open(&v, q, r) || !job_named(&v, &s))
		return;
	write_and_show(&s, cancel_it);
}

/* ---- the file ---- */

void job_file_get(struct request *q, struct response *r)
{
	struct visit v;
	struct seeing s;

	if (!visit_open(&v, q, r) || !job_named(&v, &s))
		return;
	enum fail f = visit_read(&v, see_one, &s);
	if (f == OK && (s.job.state != JOB_DONE || s.job.file_name.n == 0))
		f = FAIL_NOT_FOUND;
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	visit_headers(&v);
	job_file_send(v.site->store, v.actor, r, &s.job);
}
