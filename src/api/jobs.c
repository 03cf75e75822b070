/*
 * jobs.c -- jobs over the API: ask for one, look, stop it, fetch its file.
 *
 *     POST /api/v1/jobs {"kind":"export","args":{"type":"plan","format":"json"}}   202
 *     GET  /api/v1/jobs/ID      POST /api/v1/jobs/ID/cancel      GET /api/v1/jobs/ID/file
 */
#include "api/jobs.h"

#include "actions/job_send.h"
#include "api/problem.h"
#include "api/records.h"

static void put_text(struct call *c, const char *name, const struct message *m)
{
	if (m->id)
		json_pair_str(&c->json, name, tr_message(c->arena, c->lang, m));
}

static void put_reasons(struct call *c, const struct refusal *why)
{
	json_name(&c->json, "reasons");
	json_open_array(&c->json);
	for (size_t i = 0; i < why->count; i++) {
		json_open_object(&c->json);
		put_text(c, "why", &why->at[i].why);
		put_text(c, "advice", &why->at[i].advice);
		json_close_object(&c->json);
	}
	json_close_array(&c->json);
}

static void put_result(struct call *c, const struct job_view *v)
{
	struct json_out *j = &c->json;
	struct str code, type = str_split(v->record, '/', &code);

	put_text(c, "said", &v->said);
	if (v->record.n > 0) {
		json_name(j, "record");
		json_open_object(j);
		json_pair_str(j, "type", type);
		json_pair_str(j, "code", code);
		json_close_object(j);
	}
	if (v->file_name.n > 0) {
		json_name(j, "file");
		json_open_object(j);
		json_pair_str(j, "name", v->file_name);
		json_pair_str(j, "media", v->file_media);
		json_pair_int(j, "bytes", v->file_bytes);
		json_close_object(j);
	}
}

static void put_instant(struct call *c, const char *name, struct instant at)
{
	if (instant_is_set(at))
		json_pair_str(&c->json, name, instant_text(c->arena, at));
}

static void put_job(struct call *c, const struct job_view *v)
{
	struct json_out *j = &c->json;

	json_open_object(j);
	json_pair_str(j, "id", id_text(c->arena, v->id));
	json_pair_str(j, "kind", v->kind);
	json_pair_z(j, "state", job_state_name(v->state));
	json_pair_bool(j, "cancelling", v->cancelling);
	if (v->doing.n > 0)
		json_pair_z(j, "doing", tr(c->lang, str_z(c->arena, v->doing)));
	json_pair_int(j, "done", v->done);
	json_pair_int(j, "total", v->total);
	put_result(c, v);
	if (v->state == JOB_FAILED) {
		put_reasons(c, &v->why);
		json_pair_str(j, "message", v->message);
	}
	put_instant(c, "made_at", v->made_at);
	put_instant(c, "started_at", v->started_at);
	put_instant(c, "ended_at", v->ended_at);
	json_close_object(j);
}

/* ---- one ---- */

static enum fail see(struct act *a, struct call *c)
{
	struct job_view *v = c->extra;
	enum fail f = job_get(a, c->id, v);

	if (f == OK)
		put_job(c, v);
	return f;
}

/* 404 for what is no id, as for somebody else's. */
static bool open_job(struct call *c, struct job_view *v, struct request *q,
                     struct response *r)
{
	if (!call_open(c, q, r))
		return false;
	c->extra = v;
	if (id_parse(q->params[0], &c->id))
		return true;
	problem_failed(c, FAIL_NOT_FOUND);
	return false;
}

void api_job(struct request *q, struct response *r)
{
	struct job_view v;
	struct call c;

	if (open_job(&c, &v, q, r))
		call_answer(&c, call_read(&c, see));
}

static enum fail cancel_it(struct act *a, struct call *c)
{
	enum fail f = job_cancel(a, c->id);

	return f == OK ? see(a, c) : f;
}

void api_job_cancel(struct request *q, struct response *r)
{
	struct job_view v;
	struct call c;

	if (!open_job(&c, &v, q, r) || !call_body(&c))
		return;
	call_answer(&c, call_write(&c, cancel_it));
	jobs_look(c.site->jobs);
}

void api_job_file(struct request *q, struct response *r)
{
	struct job_view v = { .state = JOB_QUEUED };
	struct call c;

	if (!open_job(&c, &v, q, r))
		return;
	enum fail f = call_read(&c, see);
	if (f == OK && (v.state != JOB_DONE || v.file_name.n == 0))
		f = FAIL_NOT_FOUND;
	if (f != OK)
		problem_failed(&c, f);
	else
		job_file_send(c.store, c.session.actor, r, &v);
}

/* ---- one's own ---- */

static enum fail see_all(struct act *a, struct call *c)
{
	struct job_view *list;
	size_t count;
	enum fail f = job_list(a, &list, &count);

	if (f != OK)
		return f;
	json_open_object(&c->json);
	json_name(&c->json, "items");
	json_open_array(&c->json);
	for (size_t i = 0; i < count; i++)
		put_job(c, &list[i]);
	json_close_array(&c->json);
	json_close_object(&c->json);
	return OK;
}

void api_jobs(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r))
		call_answer(&c, call_read(&c, see_all));
}

/* ---- asking ---- */

enum fail job_accepted(struct act *a, struct call *c, struct id job)
{
	c->id = job;
	c->extra = ARENA_NEW(c->arena, struct job_view);
	c->said.status = 202;
	c->said.location = str_format(c->arena, "/api/v1/jobs/%.*s",
	                              STR_ARG(id_text(c->arena, job)));
	return see(a, c);
}

static enum fail ask(struct act *a, struct call *c)
{
	struct str kind = c->body ? json_string(c->body, "kind") : STR_NONE;
	struct id job;
	enum fail f = job_ask(c->site->jobs, a, kind, json_member(c->body, "args"), &c->why,
	                      &job);

	return f == OK ? job_accepted(a, c, job) : f;
}

void api_job_ask(struct request *q, struct response *r)
{
	struct call c;

	if (!call_open(&c, q, r) || !call_body(&c))
		return;
	call_answer(&c, call_write(&c, ask));
	jobs_look(c.site->jobs);
}
