/* records.c -- every type of record: list, create, read, change, withdraw, restore, steps.
 */
#include "api/records.h"

#include "actions/list.h"
#include "actions/view.h"
#include "api/call.h"
#include "api/problem.h"
#include "api/shape.h"

/* ---- what there is ---- */
static enum fail no_reading(struct act *a, struct call *c)
{
	(void)a;
	(void)c;
	return OK;
}

void api_index(struct request *q, struct response *r)
{
	struct call c;
	const struct registry *all;
	enum fail f;

	if (!call_open(&c, q, r))
		return;
	f = call_read(&c, no_reading);
	all = store_registry(c.store);
	json_open_object(&c.json);
	json_pair_z(&c.json, "description", "/api/openapi.json");
	json_name(&c.json, "types");
	json_open_array(&c.json);
	for (size_t i = 0; i < all->count; i++) {
		json_open_object(&c.json);
		json_pair_z(&c.json, "name", all->at[i]->name);
		json_pair_z(&c.json, "label", tr(c.lang, all->at[i]->label));
		json_pair_z(&c.json, "plural", tr(c.lang, all->at[i]->plural));
		json_pair_z(&c.json, "code", all->at[i]->code);
		json_pair_str(&c.json, "url",
		              str_format(c.arena, "/api/v1/%s", all->at[i]->name));
		json_close_object(&c.json);
	}
	json_close_array(&c.json);
	json_close_object(&c.json);
	call_answer(&c, f);
}

/* ---- list ---- */
static struct str next_address(struct call *c, struct str cursor)
{
	struct text t = text_on(c->arena, 16384);

	text_add(&t, c->q->path);
	text_addz(&t, "?");
	for (size_t i = 0; i < c->q->query.count; i++) {
		const struct pair *p = &c->q->query.at[i];

		if (str_is(p->name, "after") || str_is(p->name, "page"))
			continue;
		text_add(&t, percent_encode(c->arena, p->name));
		text_addz(&t, "=");
		text_add(&t, percent_encode(c->arena, p->value));
		text_addz(&t, "&");
	}
	text_addz(&t, "after=");
	text_add(&t, percent_encode(c->arena, cursor));
	return text_str(&t);
}

static enum fail list(struct act *a, struct call *c)
{
	struct query query;
	struct answer found;
	struct view_asked asked;
	enum fail f = view_asked(a, c->type, &c->q->query, &asked);

	if (f == OK)
		f = list_asked(a, c->type, &asked.address, &c->why, &query);
	if (f == OK)
		f = record_list(a, &query, &found);
	if (f != OK)
		return f;
	json_open_object(&c->json);
	json_name(&c->json, "items");
	json_open_array(&c->json);
	for (size_t i = 0; f == OK && i < found.count; i++)
		f = shape_record(a, c, found.rows[i], false);
	if (f != OK)
		return f;
	json_close_array(&c->json);
	if (asked.gone.n > 0)
		json_pair_str(&c->json, "gone", asked.gone);
	if (query.count)
		json_pair_int(&c->json, "total", found.total);
	if (found.next.n > 0) {
		struct str next = next_address(c, found.next);

		json_pair_str(&c->json, "next", next);
		response_header(
			c->r, "Link",
			str_format(c->arena, "<%.*s>; rel=\"next\"", STR_ARG(next)));
	}
	json_close_object(&c->json);
	return OK;
}

void api_list(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c))
		call_answer(&c, call_read(&c, list));
}

/* ---- one record ---- */
static enum fail read_one(struct act *a, struct call *c)
{
	struct row *row;
	enum fail f = call_record(a, c, &row);

	if (f != OK)
		return f;
	call_etag(c, row->version);
	return shape_record(a, c, row, true);
}

void api_read(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c))
		call_answer(&c, call_read(&c, read_one));
}

static enum fail create(struct act *a, struct call *c)
{
	struct change *change;
	struct row *row = NULL;
	enum fail read = shape_change(a, c, NULL, &change);
	enum fail f = record_create(a, c->type, change, &c->why, &row);

	if (read != OK)                 /* what could be read was tried for its reasons */
		return read;
	if (f != OK)
		return f;
	call_created(c, row);
	return shape_record(a, c, row, true);
}

void api_create(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c) && call_body(&c))
		call_answer(&c, call_write(&c, create));
}

/* The answer to a write: the record as it is afterwards, read again so that effects show.
 */
static enum fail answer_with(struct act *a, struct call *c, struct row *row)
{
	struct row *now;
	enum fail f = record_get(a, c->type, row->id, &now);

	if (f != OK)
		return f;
	call_etag(c, now->version);
	return shape_record(a, c, now, true);
}

static enum fail change(struct act *a, struct call *c)
{
	struct change *wanted;
	struct row *row;
	enum fail f = call_record(a, c, &row);

	if (f == OK)
		f = shape_change(a, c, row, &wanted);
	if (f == OK)
		f = record_change(a, c->type, row->id, c->version, wanted, &c->why, &row);
	return f == OK ? answer_with(a, c, row) : f;
}

void api_change(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c) && call_if_match(&c) && call_body(&c))
		call_answer(&c, call_write(&c, change));
}

/* ---- steps ---- */
static enum fail take_step(struct act *a, struct call *c)
{
	const struct step *step = step_find(c->type, c->q->params[2]);
	struct change *wanted;
	struct row *row;
	enum fail f = call_record(a, c, &row);

	if (f == OK && !step)
		f = FAIL_NOT_FOUND;
	if (f == OK)
		f = shape_change(a, c, row, &wanted);
	if (f == OK)
		f = record_step(a, c->type, row->id, c->version, step, wanted, &c->why,
		                &row);
	return f == OK ? answer_with(a, c, row) : f;
}

void api_step(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c) && call_if_match(&c) && call_body(&c))
		call_answer(&c, call_write(&c, take_step));
}

/* ---- the bin ---- */
static struct str reason_given(const struct call *c)
{
	struct str reason = c->body ? json_string(c->body, "reason") : STR_NONE;

	return reason.n > 0 ? reason : pairs_get(&c->q->query, "reason");
}

static enum fail withdraw(struct act *a, struct call *c)
{
	struct row *row;
	enum fail f = call_record(a, c, &row);

	if (f == OK)
		f = record_withdraw(a, c->type, row->id, c->version, reason_given(c),
		                    &c->why);
	return f == OK ? answer_with(a, c, row) : f;
}

void api_withdraw(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c) && call_if_match(&c) && call_body(&c))
		call_answer(&c, call_write(&c, withdraw));
}

static enum fail restore(struct act *a, struct call *c)
{
	struct row *row;
	enum fail f = call_record(a, c, &row);

	if (f == OK)
		f = record_restore(a, c->type, row->id, c->version, reason_given(c),
		                   &c->why);
	return f == OK ? answer_with(a, c, row) : f;
}

void api_restore(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c) && call_if_match(&c) && call_body(&c))
		call_answer(&c, call_write(&c, restore));
}

/* ---- destroying values ---- */

/* What has left the bin has only its identifier. */
static enum fail erase(struct act *a, struct call *c)
{
	struct row *row;
	struct id id = ID_NONE;
	enum fail f = call_record(a, c, &row);

	if (f == OK)
		id = row->id;
	else if (f == FAIL_NOT_FOUND && id_parse(c->q->params[1], &id))
		f = OK;
	if (f == OK)
		f = record_erase(a, c->type, id, c->version, reason_given(c), &c->why);
	if (f != OK)
		return f;
	json_open_object(&c->json);
	json_pair_str(&c->json, "erased", id_text(c->arena, id));
	json_close_object(&c->json);
	return OK;
}

void api_erase(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c) && call_if_match(&c) && call_body(&c))
		call_answer(&c, call_write(&c, erase));
}
