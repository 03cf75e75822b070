/* about.c -- what stands around a record: history, approvals, comments, evidence, links. */
#include "api/records.h"

#include "api/call.h"
#include "api/problem.h"
#include "api/shape.h"
#include "base/limits.h"
#include "crypto/crypto.h"
#include "records/comment.h"
#include "records/evidence.h"

/* limit=N: the newest N. */
static enum fail limit_asked(struct call *c, size_t *most)
{
	struct str text = pairs_get(&c->q->query, "limit");
	int64_t n = 0;

	if (text.n > 0 &&
	    (!str_to_i64(text, &n) || n < 1 || n > (int64_t)LIMIT_PAGE_ROWS)) {
		refuse(&c->why, FIELD_NONE, N_("is not a number from 1 to 200"), NULL);
		c->why.at[c->why.count - 1].where = STR("limit");
		return FAIL_REFUSED;
	}
	*most = (size_t)n;
	return OK;
}

static enum fail history(struct act *a, struct call *c)
{
	struct row *row;
	size_t most = 0;
	enum fail f = call_record(a, c, &row);

	if (f == OK)
		f = limit_asked(c, &most);
	if (f != OK)
		return f;
	json_open_object(&c->json);
	json_name(&c->json, "items");
	f = shape_history(a, c, row, 0, most);
	if (f == OK)
		json_close_object(&c->json);
	return f;
}

void api_history(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c))
		call_answer(&c, call_read(&c, history));
}

static enum fail put_approval(struct act *a, struct call *c, const struct approval *p)
{
	struct json_out *j = &c->json;
	enum fail f;

	json_open_object(j);
	json_pair_str(j, "step", p->step);
	json_name(j, "person");
	f = shape_link(a, c, p->person);
	if (f != OK)
		return f;
	json_pair_str(j, "name", p->person_name);
	json_pair_str(j, "at", instant_text(c->arena, p->at));
	json_pair_int(j, "version", p->version);
	json_pair_str(j, "sha256", hex(c->arena, p->hash, sizeof p->hash));
	json_pair_bool(j, "in_force", !instant_is_set(p->voided_at));
	if (instant_is_set(p->voided_at))
		json_pair_str(j, "voided_at", instant_text(c->arena, p->voided_at));
	json_close_object(j);
	return OK;
}

static enum fail approvals(struct act *a, struct call *c)
{
	struct approval *all;
	struct row *row;
	size_t count = 0;
	enum fail f = call_record(a, c, &row);

	if (f == OK)
		f = record_approvals(a, c->type, row->id, &all, &count);
	if (f != OK)
		return f;
	json_open_object(&c->json);
	json_name(&c->json, "items");
	json_open_array(&c->json);
	for (size_t i = 0; f == OK && i < count; i++)
		f = put_approval(a, c, &all[i]);
	if (f != OK)
		return f;
	json_close_array(&c->json);
	json_close_object(&c->json);
	return OK;
}

void api_approvals(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c))
		call_answer(&c, call_read(&c, approvals));
}

/* ---- records about this one ---- */
static enum fail put_those_about(struct act *a, struct call *c, const struct record_type *t,
                                 int field)
{
	struct row *row;
	struct answer found;
	enum fail f = call_record(a, c, &row);
	struct filter about = {
		.field = field,
		.op = LINKS_TO,
		.value = { .filled = true,
		           .links = f == OK ? &row->id : NULL,
		           .link_count = 1 },
	};

	if (f == OK)
		f = record_list(a,
		                &(struct query){ .type = t,
		                                 .filters = &about,
		                                 .filter_count = 1,
		                                 .sort = SORT_CREATED,
		                                 .limit = 200 },
		                &found);
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
	json_close_object(&c->json);
	return OK;
}

static enum fail comments(struct act *a, struct call *c)
{
	return put_those_about(a, c, &comment_type, COM_ABOUT);
}

static enum fail evidence(struct act *a, struct call *c)
{
	return put_those_about(a, c, &evidence_type, EVD_ABOUT);
}

void api_comments(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c))
		call_answer(&c, call_read(&c, comments));
}

void api_evidence(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c))
		call_answer(&c, call_read(&c, evidence));
}

static enum fail comment(struct act *a, struct call *c)
{
	struct change *said = change_new(c->arena, &comment_type);
	struct row *about, *row = NULL;
	enum fail f = call_record(a, c, &about);

	if (f != OK)
		return f;
	change_text(said, COM_TEXT, c->body ? json_string(c->body, "text") : STR_NONE);
	change_link(said, COM_ABOUT, about->id);
	f = record_create(a, &comment_type, said, &c->why, &row);
	if (f == OK)
		f = record_get(a, &comment_type, row->id, &row);
	if (f != OK)
		return f;
	call_created(c, row);
	return shape_record(a, c, row, true);
}

void api_comment(struct request *q, struct response *r)
{
	struct call c;
	enum fail f;

	if (!call_open(&c, q, r) || !call_type(&c) || !call_body(&c))
		return;
	f = call_write(&c, comment);
	if (f == FAIL_REFUSED)
		c.type = &comment_type; /* the pointers are into a comment */
	call_answer(&c, f);
}

/* ---- who links here ---- */
static void put_face(struct call *c, const struct link_face *face)
{
	json_open_object(&c->json);
	json_pair_str(&c->json, "id", id_text(c->arena, face->id));
	json_pair_z(&c->json, "type", face->type->name);
	json_pair_str(&c->json, "code", face->code);
	json_pair_str(&c->json, "title", face->title);
	json_close_object(&c->json);
}

static enum fail links(struct act *a, struct call *c)
{
	struct link_face *faces;
	struct row *row;
	size_t count = 0, masked = 0;
	enum fail f = call_record(a, c, &row);

	if (f == OK)
		f = links_to(a, row->id, &faces, &count, &masked);
	if (f != OK)
		return f;
	json_open_object(&c->json);
	json_name(&c->json, "items");
	json_open_array(&c->json);
	for (size_t i = 0; i < count; i++)
		if (faces[i].type && !faces[i].masked)
			put_face(c, &faces[i]);
	json_close_array(&c->json);
	json_close_object(&c->json);
	return OK;
}

void api_links(struct request *q, struct response *r)
{
	struct call c;

	if (call_open(&c, q, r) && call_type(&c))
		call_answer(&c, call_read(&c, links));
}

/* ---- full text ---- */
static enum fail search(struct act *a, struct call *c)
{
	struct str words = pairs_get(&c->q->query, "words");
	struct hit *hits;
	size_t count;
	int64_t limit = 25;
	enum fail f;

	if (!str_to_i64(pairs_get(&c->q->query, "limit"), &limit) || limit < 1 ||
	    limit > 200)
		limit = 25;
	f = record_search(a, words, c->type, (size_t)limit, &hits, &count);
	if (f != OK)
		return f;
	json_open_object(&c->json);
	json_name(&c->json, "items");
	json_open_array(&c->json);
	for (size_t i = 0; i < count; i++) {
		const struct link_face *face = &hits[i].face;

		json_open_object(&c->json);
		json_pair_str(&c->json, "id", id_text(c->arena, face->id));
		json_pair_z(&c->json, "type", face->type->name);
		json_pair_str(&c->json, "code", face->code);
		json_pair_str(&c->json, "title", face->title);
		json_pair_z(&c->json, "state", hits[i].state ? hits[i].state : "");
		json_pair_str(&c->json, "excerpt", hits[i].excerpt);
		json_close_object(&c->json);
	}
	json_close_array(&c->json);
	json_close_object(&c->json);
	return OK;
}

void api_search(struct request *q, struct response *r)
{
	struct str type = pairs_get(&q->query, "type");
	struct call c;

	if (!call_open(&c, q, r))
		return;
	if (type.n > 0) {
		c.type = registry_find(store_registry(c.store), type);
		if (!c.type) {
			problem(&c, 404, "no-such-type",
			        N_("There is no such type of record."), STR_NONE);
			return;
		}
	}
	call_answer(&c, call_read(&c, search));
}
