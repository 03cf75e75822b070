/* csv.c -- records as lines of CSV (RFC 4180), the names of the fields first. */
#include "api/csv.h"

#include "base/limits.h"
#include "crypto/crypto.h"

/* Semicolons and tabs part cells where spreadsheets are set so. */
static void cell(struct text *out, struct str s)
{
	bool quoted = false;

	for (size_t i = 0; i < s.n && !quoted; i++)
		quoted = memchr(",;\t\"\n\r", s.p[i], 6) != NULL;
	if (!quoted) {
		text_add(out, s);
		return;
	}
	text_addc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			text_addc(out, '"');
		text_addc(out, s.p[i]);
	}
	text_addc(out, '"');
}

/* Words of people, which a spreadsheet must not take for a formula. */
static void words(struct arena *a, struct text *out, struct str s)
{
	if (s.n > 0 && memchr("=+-@\t\r\n", s.p[0], 7))
		s = str_format(a, "'%.*s", STR_ARG(s));
	cell(out, s);
}

static const char *const built_in[] = { "code", "id", "state", "unit", "owner", "label",
	                                "version", "changed_at" };

void csv_head(struct text *out, const struct record_type *t)
{
	for (size_t i = 0; i < COUNT(built_in); i++) {
		if (i > 0)
			text_addc(out, ',');
		text_addz(out, built_in[i]);
	}
	for (size_t i = 0; i < t->fields.count; i++) {
		const struct field *f = &t->fields.at[i];

		if (f->sensitive)
			continue;
		if (f->type == T_BILINE || f->type == T_BITEXT)
			text_addf(out, ",%s.en,%s.fr", f->name, f->name);
		else
			text_addf(out, ",%s", f->name);
	}
	text_addz(out, "\r\n");
}

static enum fail links(struct act *a, struct text *out, const struct id *ids, size_t n)
{
	struct text codes = text_on(a->arena, LIMIT_TEXT_FIELD_BYTES);
	struct link_face *faces = ARENA_TRY(a->arena, struct link_face, n + 1);
	enum fail f;

	if (!faces)
		return FAIL_MEMORY;
	f = link_faces(a, ids, n, faces);
	for (size_t i = 0; f == OK && i < n; i++) {
		if (i > 0)
			text_addc(&codes, ' ');
		text_add(&codes, faces[i].masked ? STR("***") : faces[i].code);
	}
	cell(out, text_str(&codes));
	return f;
}

static enum fail one_link(struct act *a, struct text *out, struct id id)
{
	return id_is_set(id) ? links(a, out, &id, 1) : OK;
}

static void scalar(struct arena *a, struct text *out, const struct field *f,
                   const struct value *v)
{
	if (f->type == T_FLAG)
		text_addz(out, v->number ? "yes" : "no");
	else if (f->type == T_NUMBER)
		text_addf(out, "%lld", (long long)v->number);
	else if (f->type == T_DATE)
		text_add(out, date_text(a, v->date));
	else if (f->type == T_INSTANT)
		text_add(out, instant_text(a, v->instant));
	else if (f->type == T_FILE)
		words(a, out, v->file.name);
	else
		words(a, out, v->text);
}

static enum fail value(struct act *a, struct text *out, const struct field *f,
                       const struct value *v)
{
	if (f->type == T_LINK)
		return v->link_count > 0 ? links(a, out, v->links, v->link_count) : OK;
	if (f->type == T_BILINE || f->type == T_BITEXT) {
		words(a->arena, out, v->text);
		text_addc(out, ',');
		words(a->arena, out, v->french);
	} else if (v->filled) {
		scalar(a->arena, out, f, v);
	}
	return OK;
}

enum fail csv_row(struct act *a, struct text *out, const struct row *r)
{
	enum fail f;

	text_add(out, row_code(a->arena, r));
	text_addc(out, ',');
	text_add(out, id_text(a->arena, r->id));
	text_addf(out, ",%s,", row_state(r));
	f = one_link(a, out, r->unit);
	text_addc(out, ',');
	if (f == OK)
		f = one_link(a, out, r->owner);
	text_addf(out, ",%d,%lld,", r->label, (long long)r->version);
	text_add(out, instant_text(a->arena, r->changed_at));
	for (size_t i = 0; f == OK && i < r->type->fields.count; i++) {
		if (r->type->fields.at[i].sensitive)
			continue;
		text_addc(out, ',');
		f = value(a, out, &r->type->fields.at[i], &r->values[i]);
	}
	text_addz(out, "\r\n");
	return f;
}
