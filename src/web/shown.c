/*
 * shown.c -- values of records as people read them.
 */
#include "web/shown.h"

#include "records/classification.h"
#include "web/markdown.h"

struct str record_href(struct arena *a, const struct row *r)
{
	struct str code = row_code(a, r);

	return str_format(a, "/%s/%.*s", r->type->name, STR_ARG(code));
}

const char *state_label(struct visit *v, const struct row *r)
{
	if (r->type->states.count == 0)
		return "";
	return SAY(v, r->type->states.at[r->state].label);
}

bool state_is_open(const struct row *r)
{
	return r->type->states.count == 0 || r->type->states.at[r->state].open;
}

struct shown_link shown_face(struct visit *v, const struct link_face *f)
{
	struct shown_link link = { .code = f->code,
		                   .title = f->title,
		                   .masked = f->masked || !f->type,
		                   .withdrawn = f->withdrawn };

	if (!link.masked)
		link.href =
			str_format(v->arena, "/%s/%.*s", f->type->name, STR_ARG(f->code));
	if (!link.masked && link.title.n == 0)
		link.title = f->code;
	return link;
}

struct str shown_title(struct visit *v, struct act *a, struct id id)
{
	struct link_face face = { 0 };

	if (!id_is_set(id))
		return STR("");
	if (link_faces(a, &id, 1, &face) != OK || face.masked)
		return str_of(SAY(v, N_("A record you may not see")));
	return face.title;
}

static enum fail show_links(struct visit *v, struct act *a, const struct value *value,
                            struct shown_field *out)
{
	struct link_face *faces = ARENA_TRY(v->arena, struct link_face, value->link_count);

	out->links.at = ARENA_TRY(v->arena, struct shown_link, value->link_count);
	if (value->link_count > 0 && (!faces || !out->links.at))
		return FAIL_MEMORY;
	enum fail f = link_faces(a, value->links, value->link_count, faces);
	for (size_t i = 0; f == OK && i < value->link_count; i++)
		out->links.at[out->links.count++] = shown_face(v, &faces[i]);
	return f;
}

static void show_bilingual(struct visit *v, const struct value *value,
                           struct shown_field *out)
{
	bool french = v->lang == LANG_FR && value->french.n > 0;
	bool main_is_french = french || value->text.n == 0;
	struct str first = main_is_french ? value->french : value->text;
	struct str second = main_is_french ? value->text : value->french;

	out->text = first;
	out->other = second;
	out->other_lang = main_is_french ? "en-CA" : "fr-CA";
}

static const char *choice_label(struct visit *v, const struct field *f, struct str name)
{
	for (size_t i = 0; i < f->choices.count; i++)
		if (str_is(name, f->choices.at[i].name))
			return SAY(v, f->choices.at[i].label);
	return str_z(v->arena, name);
}

static void show_file(struct visit *v, const struct row *r, int field,
                      struct shown_field *out)
{
	const struct file_ref *file = &r->values[field].file;
	struct str href = record_href(v->arena, r);

	out->file_href = str_format(v->arena, "%.*s/file/%s", STR_ARG(href),
	                            r->type->fields.at[field].name);
	out->file_name = file->name.n > 0 ? file->name : str_of(SAY(v, N_("File")));
	out->file_size = words_bytes(v->arena, v->lang, file->bytes);
	out->file_hash = words_hex(v->arena, file->sha256, sizeof file->sha256);
}

static void show_date(struct visit *v, const struct row *r, int field,
                      struct shown_field *out)
{
	struct date d = r->values[field].date;

	out->text = words_date(v->arena, v->lang, d);
	if (!row_is_due(r, field))
		return;
	struct str due = words_due(v->arena, v->lang, d, v->today);
	out->text = str_format(v->arena, "%.*s (%.*s)", STR_ARG(out->text), STR_ARG(due));
	out->late = date_compare(d, v->today) < 0;
}

enum fail shown_field(struct visit *v, struct act *a, const struct row *r, int field,
                      struct shown_field *out)
{
	const struct field *f = &r->type->fields.at[field];
	const struct value *value = &r->values[field];

	*out = (struct shown_field){ .name = f->name, .label = SAY(v, f->label) };
	if (f->retired)
		out->label = str_z(v->arena, visit_words(v, N_("%1 (retired)"),
		                                         str_of(out->label)));
	out->empty = !value->filled;
	if (out->empty)
		return OK;
	switch (f->type) {
	case T_LINE: out->text = value->text; break;
	case T_TEXT: out->html = markdown_html(v->arena, value->text); break;
	case T_BILINE:
	case T_BITEXT: show_bilingual(v, value, out); break;
	case T_CHOICE: out->text = str_of(choice_label(v, f, value->text)); break;
	case T_FLAG:
		out->text = str_of(value->number ? SAY(v, N_("Yes")) : SAY(v, N_("No")));
		break;
	case T_NUMBER:
		out->text = str_format(v->arena, "%lld", (long long)value->number);
		break;
	case T_DATE: show_date(v, r, field, out); break;
	case T_INSTANT: out->text = visit_instant(v, value->instant); break;
	case T_LINK: return show_links(v, a, value, out);
	case T_FILE: show_file(v, r, field, out); break;
	}
	return OK;
}

struct str shown_line(struct visit *v, struct act *a, const struct row *r, int field)
{
	const struct value *value = &r->values[field];
	struct shown_field shown;

	if (!value->filled)
		return STR("");
	if (r->type->fields.at[field].type == T_TEXT)
		return str_cut_utf8(value->text, 160);
	if (r->type->fields.at[field].type == T_DATE)
		return words_short_date(v->arena, v->lang, value->date, v->today);
	if (shown_field(v, a, r, field, &shown) != OK)
		return STR("");
	if (shown.links.count > 1)
		return str_format(v->arena, "%.*s +%zu", STR_ARG(shown.links.at[0].title),
		                  shown.links.count - 1);
	if (shown.links.count == 1)
		return shown.links.at[0].masked
		               ? str_of(SAY(v, N_("A record you may not see")))
		               : shown.links.at[0].title;
	return shown.file_name.n > 0 ? shown.file_name : shown.text;
}

enum fail label_names(struct act *a, enum lang lang, struct label_name **out, size_t *count)
{
	struct query q = { .type = &classification_type, .sort = CLS_RANK, .limit = 50 };
	struct answer rows;
	enum fail f = record_list(a, &q, &rows);

	*count = 0;
	if (f != OK)
		return f;
	*out = ARENA_TRY(a->arena, struct label_name, rows.count + 1);
	if (!*out)
		return FAIL_MEMORY;
	for (size_t i = 0; i < rows.count; i++)
		(*out)[(*count)++] = (struct label_name){
			.rank = (int)row_number(rows.rows[i], CLS_RANK),
			.name = row_title(rows.rows[i], lang),
		};
	return OK;
}

struct str label_name(struct act *a, enum lang lang, int rank)
{
	struct label_name *names;
	size_t count;

	if (label_names(a, lang, &names, &count) == OK)
		for (size_t i = 0; i < count; i++)
			if (names[i].rank == rank)
				return names[i].name;
	return str_format(a->arena, "%d", rank);
}
