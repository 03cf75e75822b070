/* shape.c -- records as JSON. */
#include "api/shape.h"

#include "access/access.h"
#include "crypto/crypto.h"

static void put_face(struct call *c, const struct link_face *face)
{
	struct json_out *j = &c->json;

	json_open_object(j);
	if (face->masked || !face->type) {
		json_pair_bool(j, "masked", true);
	} else {
		json_pair_str(j, "id", id_text(c->arena, face->id));
		json_pair_z(j, "type", face->type->name);
		json_pair_str(j, "code", face->code);
		json_pair_str(j, "title", face->title);
		if (face->withdrawn)
			json_pair_bool(j, "withdrawn", true);
	}
	json_close_object(j);
}

enum fail shape_link(struct act *a, struct call *c, struct id id)
{
	struct link_face face;
	enum fail f;

	if (!id_is_set(id)) {
		json_put_null(&c->json);
		return OK;
	}
	f = link_faces(a, &id, 1, &face);
	if (f == OK)
		put_face(c, &face);
	return f;
}

static enum fail put_links(struct act *a, struct call *c, const struct id *ids, size_t n)
{
	struct link_face *faces = ARENA_TRY(c->arena, struct link_face, n + 1);
	enum fail f;

	if (!faces)
		return FAIL_MEMORY;
	f = link_faces(a, ids, n, faces);
	if (f != OK)
		return f;
	json_open_array(&c->json);
	for (size_t i = 0; i < n; i++)
		put_face(c, &faces[i]);
	json_close_array(&c->json);
	return OK;
}

static void put_file(struct call *c, const struct file_ref *file)
{
	struct json_out *j = &c->json;

	json_open_object(j);
	json_pair_str(j, "name", file->name);
	json_pair_str(j, "media", file->media);
	json_pair_int(j, "bytes", file->bytes);
	json_pair_str(j, "sha256", hex(c->arena, file->sha256, sizeof file->sha256));
	json_close_object(j);
}

static void put_bilingual(struct call *c, const struct value *v)
{
	struct json_out *j = &c->json;

	json_open_object(j);
	json_pair_str(j, "en", v->text);
	json_pair_str(j, "fr", v->french);
	json_close_object(j);
}

static enum fail put_value(struct act *a, struct call *c, const struct field *f,
                           const struct value *v)
{
	struct json_out *j = &c->json;

	if (f->type == T_LINK && f->many)
		return put_links(a, c, v->links, v->link_count);
	if (!v->filled) {
		json_put_null(j);
		return OK;
	}
	switch (f->type) {
	case T_LINE:
	case T_TEXT:
	case T_CHOICE:
		json_put_str(j, v->text);
		break;
	case T_BILINE:
	case T_BITEXT:
		put_bilingual(c, v);
		break;
	case T_FLAG:
		json_put_bool(j, v->number != 0);
		break;
	case T_NUMBER:
		json_put_int(j, v->number);
		break;
	case T_DATE:
		json_put_str(j, date_text(c->arena, v->date));
		break;
	case T_INSTANT:
		json_put_str(j, instant_text(c->arena, v->instant));
		break;
	case T_LINK:
		return shape_link(a, c, v->links[0]);
	case T_FILE:
		put_file(c, &v->file);
		break;
	}
	return OK;
}

static void put_steps(struct act *a, struct call *c, const struct row *r)
{
	struct subject subject = subject_of(r, a->actor->org);

	json_name(&c->json, "steps");
	json_open_array(&c->json);
	for (size_t i = 0; i < r->type->steps.count; i++) {
		const struct step *step = &r->type->steps.at[i];

		if (step->by_clock || !(step->from & BIT(r->state)))
			continue;
		if (access_step(a->actor, step, &subject, a->today, NULL))
			json_put_z(&c->json, step->name);
	}
	json_close_array(&c->json);
}

static enum fail put_built_in(struct act *a, struct call *c, const struct row *r)
{
	struct json_out *j = &c->json;
	enum fail f;

	json_pair_z(j, "type", r->type->name);
	json_pair_str(j, "id", id_text(c->arena, r->id));
	json_pair_str(j, "code", row_code(c->arena, r));
	json_pair_int(j, "version", r->version);
	if (r->type->states.count > 0)
		json_pair_z(j, "state", row_state(r));
	json_name(j, "unit");
	f = shape_link(a, c, r->unit);
	if (f != OK)
		return f;
	json_name(j, "owner");
	f = shape_link(a, c, r->owner);
	if (f != OK)
		return f;
	json_pair_int(j, "label", r->label);
	json_name(j, "need_to_know");
	f = put_links(a, c, r->need_to_know, r->need_to_know_count);
	if (f != OK)
		return f;
	json_pair_str(j, "created_at", instant_text(c->arena, r->created_at));
	json_pair_str(j, "changed_at", instant_text(c->arena, r->changed_at));
	if (instant_is_set(r->withdrawn_at))
		json_pair_str(j, "withdrawn_at", instant_text(c->arena, r->withdrawn_at));
	return OK;
}

enum fail shape_record(struct act *a, struct call *c, const struct row *r, bool steps)
{
	struct json_out *j = &c->json;
	enum fail f;

	json_open_object(j);
	f = put_built_in(a, c, r);
	if (f != OK)
		return f;
	json_name(j, "fields");
	json_open_object(j);
	for (size_t i = 0; f == OK && i < r->type->fields.count; i++) {
		json_name(j, r->type->fields.at[i].name);
		f = put_value(a, c, &r->type->fields.at[i], &r->values[i]);
	}
	if (f != OK)
		return f;
	json_close_object(j);
	if (steps)
		put_steps(a, c, r);
	json_close_object(j);
	return OK;
}

/* ---- history ---- */
static void put_event(struct call *c, const struct event *e)
{
	struct json_out *j = &c->json;

	json_open_object(j);
	json_pair_int(j, "leaf", e->seq);
	json_pair_str(j, "at", instant_text(c->arena, e->at));
	json_pair_str(j, "by", e->by_name);
	json_pair_str(j, "what", e->what);
	json_pair_int(j, "version", e->version);
	if (e->reason.n > 0)
		json_pair_str(j, "reason", e->reason);
	json_name(j, "fields");
	json_open_array(j);
	for (size_t i = 0; i < e->change_count; i++) {
		const struct field_change *change = &e->changes[i];

		json_open_object(j);
		json_pair_str(j, "name", change->name);
		if (change->was.n > 0)
			json_pair_str(j, "was", change->was);
		if (change->erased) {
			json_pair_bool(j, "erased", true);
		} else {
			json_pair_str(j, "before", change->before);
			json_pair_str(j, "after", change->after);
		}
		json_close_object(j);
	}
	json_close_array(j);
	json_close_object(j);
}

enum fail shape_history(struct act *a, struct call *c, const struct row *r, int64_t since,
                        size_t most)
{
	struct event *events;
	size_t count;
	enum fail f = record_history(a, r->type, r->id, &events, &count);

	if (f != OK)
		return f;
	json_open_array(&c->json);
	for (size_t i = most > 0 && most < count ? count - most : 0; i < count; i++)
		if (since == 0 || events[i].version > since)
			put_event(c, &events[i]);
	json_close_array(&c->json);
	return OK;
}
