/*
 * bulk.c -- one step or one change on many records, each answered for itself.
 *
 *     POST /api/v1/plan/bulk
 *     { "records": [ { "id": "PLN-0003", "version": 4 } ], "step": "retire",
 *       "fields": {}, "owner": "PER-0001", "label": 1, "reason": "..." }
 *
 * 200 says that all were tried; what became of each stands with it, and each refusal is a
 * problem as it is elsewhere.  More than BULK_MOST are done by a job (bulk_job.c): 202.
 */
#include "api/bulk.h"

#include "api/jobs.h"
#include "api/problem.h"
#include "api/records.h"
#include "api/shape.h"
#include "base/limits.h"

static bool wrong(struct bulk *b, const char *msgid, const char *where)
{
	struct refusal *why = &b->call->why;

	refuse(why, FIELD_NONE, msgid, NULL);
	why->at[why->count - 1].where = str_of(where);
	return false;
}

/* { "id": "PLN-0003", "version": 4 }; "*" as a version: whichever it is. */
static bool read_row(struct bulk *b, const struct json *v)
{
	struct bulk_row *row = &b->rows[b->count++];
	const struct json *version = v->kind == JSON_OBJECT ? json_member(v, "version")
	                                                    : NULL;

	*row = (struct bulk_row){ .named = v->kind == JSON_OBJECT ? json_string(v, "id")
		                                                  : STR_NONE };
	if (row->named.n == 0)
		return wrong(b, N_("each record is named by its \"id\""), "/records");
	if (version && version->kind == JSON_STRING && str_is(version->text, "*"))
		return true;
	if (version && version->kind == JSON_INT && version->number > 0) {
		row->version = version->number;
		return true;
	}
	return wrong(b, N_("each record says the \"version\" that you saw"), "/records");
}

size_t bulk_named(const struct json *body)
{
	const struct json *all = body ? json_member(body, "records") : NULL;

	if (body && json_member(body, "address"))
		return BULK_JOB_MOST;
	return all && all->kind == JSON_ARRAY ? all->count : 0;
}

static bool read_rows(struct bulk *b)
{
	const struct json *body = b->call->body;
	const struct json *all = body ? json_member(body, "records") : NULL;
	bool read = true;

	if (body && !all && json_member(body, "address"))
		return true;
	if (!all || all->kind != JSON_ARRAY || all->count == 0)
		return wrong(b, N_("\"records\" must be a list of records"), "/records");
	if (all->count > BULK_JOB_MOST)
		return wrong(b, N_("at most 10,000 records can be done at once"),
		             "/records");
	b->rows = ARENA_TRY(b->call->arena, struct bulk_row, all->count);
	for (const struct json *v = all->first; b->rows && v; v = v->next)
		read = read_row(b, v) && read;
	return read && b->rows;
}

static bool read_step(struct bulk *b)
{
	const struct json *step = json_member(b->call->body, "step");

	if (!step)
		return true;
	b->step = step_find(b->call->type, step->text);
	return (b->step && !b->step->by_clock) ||
	       wrong(b, N_("there is no such step"), "/step");
}

bool bulk_read(struct bulk *b)
{
	return read_rows(b) && read_step(b);
}

static bool is_no_change(const struct json *v)
{
	return str_is(v->name, "records") || str_is(v->name, "address") ||
	       str_is(v->name, "step");
}

/* The rest of the body is a change, read anew for each record. */
enum fail bulk_change(struct act *a, void *arg, const struct row *now, struct refusal *why,
                      struct change **out)
{
	struct bulk *b = arg;
	struct json *body = ARENA_NEW(a->arena, struct json);
	struct call one = *b->call;
	struct json **to = &body->first;

	*body = *b->call->body;
	body->first = NULL;
	for (const struct json *v = b->call->body->first; v; v = v->next) {
		if (is_no_change(v))
			continue;
		*to = ARENA_NEW(a->arena, struct json);
		**to = *v;
		(*to)->next = NULL;
		to = &(*to)->next;
	}
	one.body = body;
	one.arena = a->arena;
	one.type = now->type;
	one.why = *why;
	enum fail f = shape_change(a, &one, now, out);
	*why = one.why;
	return f;
}

void bulk_answer_row(struct call *c, const struct bulk_row *row)
{
	struct json_out *j = &c->json;

	json_open_object(j);
	json_pair_str(j, "named", row->named);
	if (row->code.n > 0) {
		json_pair_str(j, "id", id_text(c->arena, row->id));
		json_pair_str(j, "code", row->code);
	}
	if (row->result == OK) {
		json_pair_int(j, "status", 200);
		json_pair_int(j, "version", row->now);
	} else {
		problem_of_one(c, j, row->result, &row->why);
	}
	json_close_object(j);
}

static void answer_all(struct bulk *b)
{
	struct call *c = b->call;
	size_t done = 0;

	for (size_t i = 0; i < b->count; i++)
		done += b->rows[i].result == OK;
	c->out = text_on(c->arena, LIMIT_PAGE_BYTES);
	c->json = json_to(&c->out);
	json_open_object(&c->json);
	json_pair_int(&c->json, "done", (int64_t)done);
	json_pair_int(&c->json, "refused", (int64_t)(b->count - done));
	json_name(&c->json, "rows");
	json_open_array(&c->json);
	for (size_t i = 0; i < b->count; i++)
		bulk_answer_row(c, &b->rows[i]);
	json_close_array(&c->json);
	json_close_object(&c->json);
	call_answer(c, OK);
}

/* ---- more than at once: a job ---- */
static enum fail leave_to_a_job(struct act *a, struct call *c)
{
	struct text t = text_on(a->arena, LIMIT_PAGE_BYTES);
	struct json_out j = json_to(&t);
	struct id job;

	json_open_object(&j);
	json_pair_z(&j, "type", c->type->name);
	json_name(&j, "order");
	json_put_raw(&j, json_canonical(a->arena, c->body));
	json_close_object(&j);
	enum fail f = job_add(a, "bulk", text_str(&t), &c->why, &job);
	return f == OK ? job_accepted(a, c, job) : f;
}

void api_bulk(struct request *q, struct response *r)
{
	struct call c;
	struct bulk b = { .call = &c };

	if (!call_open(&c, q, r) || !call_type(&c) || !call_body(&c))
		return;
	if (!bulk_read(&b)) {
		problem_refused(&c, &c.why);
		return;
	}
	if (bulk_named(c.body) > BULK_MOST) {
		call_answer(&c, call_write(&c, leave_to_a_job));
		jobs_look(c.site->jobs);
		return;
	}
	const struct bulk_order order = { .type = c.type,
		                          .step = b.step,
		                          .change = bulk_change,
		                          .arg = &b,
		                          .once = c.once.asked ? &c.once.answer : NULL,
		                          .cancelled = q->cancelled };
	bulk_run(c.store, c.session.actor, c.arena, &order, b.rows, b.count);
	/* Reasons name fields of the type as it is here. */
	const struct registry *types = call_types(q);
	c.type = registry_find(types, str_of(c.type->name));
	answer_all(&b);
}
