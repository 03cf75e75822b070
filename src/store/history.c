/*
 * history.c -- what happened to a record, readable: in the reader's language, with links
 * that the reader may not see masked.
 *
 * What it said while it was classified higher, or while only some needed to know it, is
 * masked for whoever could not have read it then: opening a record shows what it says now.
 */
#include "store/parts.h"

#include "base/arena.h"
#include "codec/json.h"
#include "store/ledger.h"

#define EVENTS_MAX 5000
#define VALUES_MAX (NAMED_VALUES_MAX + 16)

/* The value of each name as it last was, and who could read it, while walking through the
 * entries. */
struct past {
	struct subject subject;
	bool readable;
	struct str name[VALUES_MAX];
	struct str json[VALUES_MAX];
	size_t count;
};

static struct str *past_of(struct past *p, struct str name)
{
	for (size_t i = 0; i < p->count; i++) {
		if (str_equal(p->name[i], name))
			return &p->json[i];
	}
	if (p->count == VALUES_MAX)
		return NULL;
	p->name[p->count] = name;
	p->json[p->count] = STR_NONE;
	return &p->json[p->count++];
}

static int built_in_field(struct str name)
{
	static const struct {
		const char *name;
		int field;
	} names[] = {
		{ LEDGER_UNIT, FIELD_UNIT },
		{ LEDGER_LABEL, FIELD_LABEL },
		{ LEDGER_OWNER, FIELD_OWNER },
		{ LEDGER_STATE, FIELD_STATE },
		{ LEDGER_NEED_TO_KNOW, FIELD_NEED_TO_KNOW },
	};

	for (size_t i = 0; i < COUNT(names); i++) {
		if (str_is(name, names[i].name))
			return names[i].field;
	}
	return FIELD_NONE;
}

/* ---- one value, for people ---- */
static enum fail show_links(struct act *a, const struct value *v, struct str *out)
{
	struct text t = text_on(a->arena, LIMIT_TEXT_FIELD_BYTES);

	for (size_t i = 0; i < v->link_count; i++) {
		struct link_face face;
		enum fail f = link_faces(a, &v->links[i], 1, &face);
		if (f)
			return f;
		text_addz(&t, i ? ", " : "");
		if (face.masked)
			text_addz(&t, tr(a->actor->lang, N_("(a record you may not see)")));
		else
			text_addf(&t, "%.*s %.*s", STR_ARG(face.code), STR_ARG(face.title));
	}
	*out = text_str(&t);
	return OK;
}

static struct str show_choice(const struct field *f, struct str name, enum lang lang)
{
	for (size_t i = 0; i < f->choices.count; i++) {
		if (str_is(name, f->choices.at[i].name))
			return str_of(tr(lang, f->choices.at[i].label));
	}
	return name;
}

enum fail value_show(struct act *a, const struct field *f, const struct value *v,
                     struct str *out)
{
	enum lang lang = a->actor->lang;

	*out = STR("");
	if (!v->filled)
		return OK;
	switch (f->type) {
	case T_LINE:
	case T_TEXT: *out = v->text; return OK;
	case T_BILINE:
	case T_BITEXT:
		*out = v->text.n && v->french.n
		               ? str_format(a->arena, "%.*s / %.*s", STR_ARG(v->text),
		                            STR_ARG(v->french))
		       : v->text.n ? v->text
		                   : v->french;
		return OK;
	case T_CHOICE: *out = show_choice(f, v->text, lang); return OK;
	case T_FLAG: *out = str_of(tr(lang, v->number ? N_("Yes") : N_("No"))); return OK;
	case T_NUMBER: *out = str_format(a->arena, "%lld", (long long)v->number); return OK;
	case T_DATE: *out = date_text(a->arena, v->date); return OK;
	case T_INSTANT: *out = instant_text(a->arena, v->instant); return OK;
	case T_LINK: return show_links(a, v, out);
	case T_FILE: *out = v->file.name; return OK;
	}
	BUG("no such type of field: %d", f->type);
}

static enum fail show_built_in(struct act *a, const struct record_type *t, int field,
                               struct str json, struct str *out)
{
	static const struct field links = { .type = T_LINK, .many = true };
	struct json_error error;
	struct value v = { .filled = false };
	struct json *j;

	*out = STR("");
	if (!json.p || json_read(a->arena, json, &j, &error))
		return OK;
	if (field == FIELD_STATE) {
		int state = state_find(t, j->text);
		*out = state < 0 ? j->text
		                 : str_of(tr(a->actor->lang, t->states.at[state].label));
		return OK;
	}
	if (field == FIELD_LABEL || field == FIELD_NONE) {
		*out = j->kind == JSON_NULL ? STR("") : j->text;
		return OK;
	}
	struct id one;
	if (j->kind == JSON_STRING && id_parse(j->text, &one)) {
		v = (struct value){ .filled = true, .links = &one, .link_count = 1 };
		return show_links(a, &v, out);
	}
	return value_read(a->arena, &links, json, &v) && v.filled ? show_links(a, &v, out)
	                                                          : OK;
}

/* Whose value this is: of the type, or of an earlier version of it. */
struct whose {
	int field;
	const struct field *declared;   /* null: built in, or nobody knows any more */
	struct str name;
};

static struct whose whose_value(const struct record_type *t, struct str name)
{
	int field = name.p[0] == '@' ? built_in_field(name) : field_find(t, name);
	const struct field *gone = field >= 0 ? NULL : field_gone(t, name);

	if (name.p[0] == '@')
		return (struct whose){ field, NULL, name };
	if (field >= 0)
		return (struct whose){ field, &t->fields.at[field],
			               str_of(t->fields.at[field].name) };
	return (struct whose){ FIELD_NONE, gone, gone ? str_of(gone->name) : name };
}

static enum fail show(struct act *a, const struct record_type *t, const struct whose *w,
                      struct str json, struct str *out)
{
	struct value v;

	if (!w->declared)
		return show_built_in(a, t, w->field, json, out);
	if (!value_read(a->arena, w->declared, json, &v)) {
		*out = json; /* the field was of another type then */
		return OK;
	}
	return value_show(a, w->declared, &v, out);
}

/* ---- events ---- */
/* What goes without saying, or stands elsewhere in the event. */
static bool is_shown(struct str name)
{
	static const char *const not_shown[] = {
		LEDGER_NUMBER,
		LEDGER_AUTHOR,
		LEDGER_REASON,
		LEDGER_BY_NAME,
		LEDGER_WITHDRAWN,
	};

	for (size_t i = 0; i < COUNT(not_shown); i++) {
		if (str_is(name, not_shown[i]))
			return false;
	}
	return true;
}

static struct str plain_text(struct arena *a, struct str json)
{
	struct json_error error;
	struct json *j;

	return json.p && json_read(a, json, &j, &error) == OK && j->kind == JSON_STRING
	               ? j->text
	               : STR("");
}

/* Moves on to who could read it after this entry; its unit and owner are those of today. */
static void follow_readers(struct act *a, struct past *past, const struct ledger_row *entry)
{
	struct subject now = past->subject;

	subject_follow(a, &past->subject, entry);
	past->subject.unit = now.unit;
	past->subject.owner = now.owner;
	past->readable = access_read(a->actor, &past->subject, a->today);
}

/* Where it belonged, its state and who owned it stay readable: they are no words. */
static void mask_change(struct act *a, struct field_change *c, bool before, bool after)
{
	struct str masked = str_of(tr(a->actor->lang, N_("(a value you may not see)")));

	if (c->field < 0 && c->name.n > 0 && c->name.p[0] == '@')
		return;
	if (before && c->before.n > 0)
		c->before = masked;
	if (after && c->after.n > 0)
		c->after = masked;
}

static enum fail event_of(struct act *a, const struct record_type *t, struct past *past,
                          const struct ledger_row *entry, struct event *out)
{
	bool could_read = past->readable;

	struct field_change *changes =
		ARENA_TRY(a->arena, struct field_change, entry->opened_count + 1);
	size_t n = 0;

	if (!changes)
		return fail_say(FAIL_MEMORY, "no memory for the history of a record");
	follow_readers(a, past, entry);
	*out = (struct event){
		.seq = entry->seq,
		.at = entry->at,
		.by = entry->by,
		.what = entry->what,
		.version = entry->version,
		.changes = changes,
		.reason = plain_text(a->arena, ledger_value_of(entry, LEDGER_REASON)),
		.by_name = plain_text(a->arena, ledger_value_of(entry, LEDGER_BY_NAME)),
	};
	for (size_t i = 0; i < entry->opened_count; i++) {
		const struct ledger_opened *o = &entry->opened[i];
		if (!is_shown(o->field))
			continue;
		struct whose w = whose_value(t, o->field);
		struct str *was = past_of(past, w.name);
		struct field_change *c = &changes[n++];
		*c = (struct field_change){
			.field = w.field,
			.name = w.name,
			.was = str_equal(w.name, o->field) ? STR_NONE : o->field,
			.label = w.declared && w.field < 0 ? w.declared->label : NULL,
		};
		enum fail f = show(a, t, &w, was ? *was : STR_NONE, &c->before);
		if (!f)
			f = show(a, t, &w, o->json, &c->after);
		if (f)
			return f;
		mask_change(a, c, !could_read, !past->readable);
		if (was)
			*was = o->json;
	}
	if (!could_read || !past->readable)
		out->reason = STR("");
	if (entry->erased)
		changes[n++] = (struct field_change){ .field = FIELD_NONE,
			                              .name = STR(""),
			                              .erased = true };
	out->change_count = n;
	return OK;
}

enum fail record_history(struct act *a, const struct record_type *t, struct id id,
                         struct event **out, size_t *count)
{
	struct ledger_row *entries;
	struct row *r;
	struct past *past = ARENA_NEW(a->arena, struct past);

	*out = NULL;
	*count = 0;
	enum fail f = record_get(a, t, id, &r);
	if (!f)
		f = ledger_of_record(a->tx, a->arena, act_org(a), id, &entries, count);
	if (f)
		return f;
	struct event *events = ARENA_TRY(a->arena, struct event, *count + 1);
	if (!events)
		return fail_say(FAIL_MEMORY, "no memory for the history of a record");
	t = r->type;
	past->subject = subject_of(r, act_org(a));
	past->subject.label = 0;
	past->subject.need_to_know_count = 0;
	past->readable = true;
	for (size_t i = 0; !f && i < *count; i++)
		f = event_of(a, t, past, &entries[i], &events[i]);
	*out = events;
	return f;
}
