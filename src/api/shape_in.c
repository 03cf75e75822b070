/* shape_in.c -- JSON as changes of records. */
#include "api/shape.h"

#include "base/limits.h"
#include "records/organisation.h"
#include "records/person.h"

struct reading {
	struct change *change;
	const struct row *now;          /* the record as it is, or null */
};

static bool cannot_read(struct call *c, int field, const char *msgid)
{
	return refuse(&c->why, field, msgid, NULL);
}

/* "PLN-0003", a UUID, a title, or { "id": ... } as it was read. */
static bool link_named(struct act *a, const struct record_type *target,
                       const struct json *v, struct id *out)
{
	struct str text = v->kind == JSON_STRING ? v->text : json_string(v, "id");

	if (text.n == 0)
		return false;
	return id_parse(text, out) || record_resolve(a, target, text, out) == OK;
}

static bool read_links(struct act *a, struct call *c, int field,
                       const struct record_type *target, const struct json *v,
                       const struct id **ids, size_t *count)
{
	struct id *all;
	size_t n = 0;

	if (v->kind != JSON_ARRAY)
		return cannot_read(c, field, N_("a list is expected here"));
	if (v->count > LIMIT_LINKS_PER_FIELD)
		return cannot_read(c, field, N_("there are too many links"));
	all = ARENA_TRY(c->arena, struct id, v->count + 1);
	if (!all)
		return cannot_read(c, field, N_("there are too many links"));
	for (const struct json *item = v->first; item; item = item->next)
		if (!link_named(a, target, item, &all[n++]))
			return cannot_read(c, field,
			                   N_("names a record that there is none of"));
	*ids = all;
	*count = n;
	return true;
}

static bool read_bilingual(struct call *c, struct reading *to, int field,
                           const struct json *v)
{
	struct str english = to->now ? to->now->values[field].text : STR_NONE;
	struct str french = to->now ? to->now->values[field].french : STR_NONE;

	if (v->kind == JSON_STRING) {
		if (c->lang == LANG_FR)
			change_bilingual(to->change, field, english, v->text);
		else
			change_bilingual(to->change, field, v->text, french);
		return true;
	}
	if (v->kind != JSON_OBJECT)
		return cannot_read(
			c, field,
			N_("a text, or one in \"en\" and \"fr\", is expected here"));
	for (const struct json *part = v->first; part; part = part->next) {
		bool text = part->kind == JSON_STRING || part->kind == JSON_NULL;

		if (text && str_is(part->name, "en"))
			english = part->text;
		else if (text && str_is(part->name, "fr"))
			french = part->text;
		else
			return cannot_read(
				c, field,
				N_("a text, or one in \"en\" and \"fr\", "
			           "is expected here"));
	}
	change_bilingual(to->change, field, english, french);
	return true;
}

static bool read_link(struct act *a, struct call *c, struct change *change, int field,
                      const struct json *v)
{
	const struct field *f = &c->type->fields.at[field];
	const struct id *ids;
	size_t count;
	struct id id;

	if (f->many) {
		if (!read_links(a, c, field, f->target, v, &ids, &count))
			return false;
		change_links(change, field, ids, count);
		return true;
	}
	if (!link_named(a, f->target, v, &id))
		return cannot_read(c, field, N_("names a record that there is none of"));
	change_link(change, field, id);
	return true;
}

static bool read_scalar(struct call *c, struct change *change, int field,
                        const struct json *v)
{
	const struct field *f = &c->type->fields.at[field];

	if (f->type == T_FLAG) {
		if (v->kind != JSON_TRUE && v->kind != JSON_FALSE)
			return cannot_read(c, field, N_("true or false is expected here"));
		change_flag(change, field, v->kind == JSON_TRUE);
		return true;
	}
	if (f->type == T_NUMBER) {
		if (v->kind != JSON_INT)
			return cannot_read(c, field, N_("a whole number is expected here"));
		change_number(change, field, v->number);
		return true;
	}
	if (v->kind != JSON_STRING)
		return cannot_read(c, field, N_("a text is expected here"));
	return change_parse(change, c->type, field, v->text, &c->why);
}

static bool read_field(struct act *a, struct call *c, struct reading *to,
                       const struct json *v)
{
	struct change *change = to->change;
	int field = field_find(c->type, v->name);

	if (field < 0) {
		refuse_with(&c->why, FIELD_NONE,
		            MESSAGE1("there is no field \"%1\"", v->name),
		            (struct message){ 0 });
		c->why.at[c->why.count - 1].where =
			str_format(c->arena, "/fields/%.*s", STR_ARG(v->name));
		return false;
	}
	if (v->kind == JSON_NULL) {
		change_empty(change, field);
		return true;
	}
	switch (c->type->fields.at[field].type) {
	case T_LINK:
		return read_link(a, c, change, field, v);
	case T_BILINE:
	case T_BITEXT:
		return read_bilingual(c, to, field, v);
	case T_FILE:
		return cannot_read(c, field,
		                   N_("a file is uploaded, not written into the record"));
	default:
		return read_scalar(c, change, field, v);
	}
}

static bool read_fields(struct act *a, struct call *c, struct reading *to,
                        const struct json *v)
{
	bool read = true;

	if (v->kind != JSON_OBJECT)
		return cannot_read(c, FIELD_NONE, N_("\"fields\" must be an object"));
	for (const struct json *one = v->first; one; one = one->next)
		read = read_field(a, c, to, one) && read;
	return read;
}

static bool read_owner(struct act *a, struct call *c, struct change *change,
                       const struct json *v)
{
	change->owner_given = true;
	change->owner = ID_NONE;
	if (v->kind == JSON_NULL || link_named(a, &person_type, v, &change->owner))
		return true;
	return cannot_read(c, FIELD_OWNER, N_("names a record that there is none of"));
}

static bool read_member(struct act *a, struct call *c, struct reading *to,
                        const struct json *v)
{
	struct change *change = to->change;

	if (str_is(v->name, "fields"))
		return read_fields(a, c, to, v);
	if (str_is(v->name, "owner"))
		return read_owner(a, c, change, v);
	if (str_is(v->name, "unit")) {
		change->unit_given = true;
		return link_named(a, &organisation_type, v, &change->unit) ||
		       cannot_read(c, FIELD_UNIT,
		                   N_("names a record that there is none of"));
	}
	if (str_is(v->name, "label")) {
		change->label_given = true;
		change->label = (int)v->number;
		return (v->kind == JSON_INT && v->number >= 0 && v->number < 1000) ||
		       cannot_read(c, FIELD_LABEL, N_("a whole number is expected here"));
	}
	if (str_is(v->name, "need_to_know")) {
		change->need_to_know_given = true;
		return read_links(a, c, FIELD_NEED_TO_KNOW, &person_type, v,
		                  &change->need_to_know, &change->need_to_know_count);
	}
	if (str_is(v->name, "reason")) {
		change->reason = v->text;
		return v->kind == JSON_STRING ||
		       cannot_read(c, FIELD_REASON, N_("a text is expected here"));
	}
	refuse_with(&c->why, FIELD_NONE, MESSAGE1("\"%1\" cannot be changed", v->name),
	            (struct message){ 0 });
	c->why.at[c->why.count - 1].where = str_format(c->arena, "/%.*s", STR_ARG(v->name));
	return false;
}

enum fail shape_change(struct act *a, struct call *c, const struct row *now,
                       struct change **out)
{
	struct reading to = { .change = change_new(c->arena, c->type), .now = now };
	bool read = true;

	if (c->body)
		for (const struct json *v = c->body->first; v; v = v->next)
			read = read_member(a, c, &to, v) && read;
	*out = to.change;
	return read ? OK : FAIL_REFUSED;
}
