/*
 * docx.c -- styles and notes of a Word document.
 *
 * Source: ECMA-376 part 1, 17.7 (styles), 17.11 (notes).  Built-in styles keep their
 * English name whatever the language of Word was ("Titre1" is named "heading 1"), so names
 * count, not ids.
 */
#include "codec/docx.h"

#include "base/arena.h"
#include "base/limits.h"
#include "codec/xml.h"

#define BASED_ON_MOST 16
#define NOTES_MOST_BYTES (1024u * 1024)

/* ---- one part through expat ---- */

static enum fail feed(void *x, struct str piece, bool last)
{
	return xml_feed(x, piece, last);
}

static enum fail read_part(struct docx *d, struct str part, const struct xml_handler *h)
{
	const char *name = str_z(d->arena, part);

	if (part.n == 0 || !archive_has(d->archive, name))
		return OK;
	struct xml *x = xml_begin(d->arena, h);
	return x ? archive_read(d->archive, name, feed, x) : FAIL_MEMORY;
}

static void nothing(void *arg, const struct xml_element *e)
{
	(void)arg, (void)e;
}

/* ---- which part is what: relationships ---- */

struct wanted {
	const char *type;               /* how the relationship's type ends */
	struct str *target;
};
struct relations {
	struct docx *docx;
	struct str folder;              /* "word/", what targets are relative to */
	const struct wanted *wanted;
	size_t count;
};

static void on_relation(void *arg, const struct xml_element *e)
{
	struct relations *r = arg;
	const char *type = xml_attribute(e, "Type"), *target = xml_attribute(e, "Target");

	if (!type || !target || strcmp(e->name, "Relationship") != 0)
		return;
	for (size_t i = 0; i < r->count; i++) {
		if (!str_ends(str_of(type), r->wanted[i].type))
			continue;
		if (target[0] == '/')
			*r->wanted[i].target = str_copy(r->docx->arena, str_of(target + 1));
		else
			*r->wanted[i].target = str_format(r->docx->arena, "%.*s%s",
			                                  STR_ARG(r->folder), target);
	}
}

static enum fail read_relations(struct docx *d, struct str part, struct str folder,
                                const struct wanted *wanted, size_t count)
{
	struct relations r = { d, folder, wanted, count };
	struct xml_handler h = { .arg = &r, .start = on_relation, .end = nothing };

	return read_part(d, part, &h);
}

static enum fail find_parts(struct docx *d)
{
	const struct wanted first[] = { { "/officeDocument", &d->document } };
	const struct wanted others[] = {
		{ "/styles", &d->styles_part },
		{ "/footnotes", &d->footnotes_part },
		{ "/endnotes", &d->endnotes_part },
	};

	d->document = STR("word/document.xml");
	enum fail f = read_relations(d, STR("_rels/.rels"), STR(""), first, COUNT(first));
	if (f != OK)
		return f;
	size_t slash = d->document.n;
	while (slash > 0 && d->document.p[slash - 1] != '/')
		slash--;
	struct str folder = str_cut(d->document, slash);
	struct str rels = str_format(d->arena, "%.*s_rels/%.*s.rels", STR_ARG(folder),
	                             STR_ARG(str_from(d->document, slash)));
	return read_relations(d, rels, folder, others, COUNT(others));
}

/* ---- styles ---- */

struct style_reader {
	struct docx *docx;
	struct docx_style *style;       /* the one that is open */
};

bool docx_is_on(const struct xml_element *e)
{
	const char *v = xml_attribute(e, "val");

	return !v ||
	       !(strcmp(v, "0") == 0 || strcmp(v, "false") == 0 || strcmp(v, "off") == 0);
}

static bool starts_lower(const char *z, const char *with)
{
	return strncasecmp(z, with, strlen(with)) == 0;
}

static void take_name(struct docx_style *s, const char *name)
{
	if (starts_lower(name, "heading ") && name[8] >= '1' && name[8] <= '9' && !name[9])
		s->heading = name[8] - '0';
	else if (strcasecmp(name, "title") == 0)
		s->heading = 1;
	s->contents = starts_lower(name, "toc ") || starts_lower(name, "table of ") ||
	              starts_lower(name, "index ");
}

static void on_style_start(void *arg, const struct xml_element *e)
{
	struct style_reader *r = arg;
	const char *value = xml_attribute(e, "val");
	struct docx_style *s = r->style;

	if (e->space != XML_WORD)
		return;
	if (strcmp(e->name, "style") == 0) {
		s = ARENA_NEW(r->docx->arena, struct docx_style);
		*s = (struct docx_style){ .outline = -1, .numbered = -1, .bold = -1 };
		s->id = str_copy(r->docx->arena, str_of(xml_attribute(e, "styleId")));
		s->next = r->docx->styles;
		if (!arena_failed(r->docx->arena))
			r->docx->styles = s;
		r->style = s;
		return;
	}
	if (!s)
		return;
	if (strcmp(e->name, "name") == 0 && value)
		take_name(s, value);
	else if (strcmp(e->name, "basedOn") == 0)
		s->based_on = str_copy(r->docx->arena, str_of(value));
	else if (strcmp(e->name, "outlineLvl") == 0)
		s->outline = (int)xml_number(e, "val", -1);
	else if (strcmp(e->name, "numId") == 0)
		s->numbered = xml_number(e, "val", 0) != 0;
	else if (strcmp(e->name, "b") == 0)
		s->bold = docx_is_on(e);
}

static void on_style_end(void *arg, const struct xml_element *e)
{
	struct style_reader *r = arg;

	if (xml_is(e, XML_WORD, "style"))
		r->style = NULL;
}

static const struct docx_style *style_of(const struct docx *d, struct str id)
{
	for (const struct docx_style *s = d->styles; s; s = s->next)
		if (str_equal(s->id, id))
			return s;
	return NULL;
}

struct docx_look docx_look_of(const struct docx *d, struct str style_id)
{
	struct docx_look look = { .outline = -1, .numbered = -1, .bold = -1 };
	const struct docx_style *s = style_id.n > 0 ? style_of(d, style_id) : NULL;

	for (int i = 0; s && i < BASED_ON_MOST; i++) {
		/* The nearest that says anything wins; a name counts as an outline level.
		 */
		if (look.outline < 0 && look.heading == 0) {
			look.outline = s->outline;
			look.heading = s->outline < 0 ? s->heading : 0;
		}
		look.numbered = look.numbered < 0 ? s->numbered : look.numbered;
		look.bold = look.bold < 0 ? s->bold : look.bold;
		look.contents = look.contents || s->contents;
		s = s->based_on.n > 0 ? style_of(d, s->based_on) : NULL;
	}
	return look;
}

/* ---- notes ---- */

struct note_reader {
	struct docx *docx;
	bool end;
	struct docx_note *note;
	struct text text;
	unsigned deleted;
	bool in_text;
};

static bool is_removed(const struct xml_element *e)
{
	return xml_is(e, XML_WORD, "del") || xml_is(e, XML_WORD, "moveFrom") ||
	       xml_is(e, XML_COMPATIBILITY, "Fallback");
}

static void on_note_start(void *arg, const struct xml_element *e)
{
	struct note_reader *r = arg;
	struct arena *a = r->docx->arena;

	r->deleted += is_removed(e);
	if (e->space != XML_WORD)
		return;
	if (strcmp(e->name, "footnote") == 0 || strcmp(e->name, "endnote") == 0) {
		r->note = ARENA_NEW(a, struct docx_note);
		r->note->id = str_copy(a, str_of(xml_attribute(e, "id")));
		r->note->end = r->end;
		r->text = text_on(a, NOTES_MOST_BYTES);
	} else if (strcmp(e->name, "t") == 0) {
		r->in_text = true;
	} else if (r->note && (strcmp(e->name, "p") == 0 || strcmp(e->name, "tab") == 0)) {
		text_addc(&r->text, ' ');
	}
}

static void on_note_end(void *arg, const struct xml_element *e)
{
	struct note_reader *r = arg;

	r->deleted -= is_removed(e);
	if (xml_is(e, XML_WORD, "t"))
		r->in_text = false;
	if (!r->note ||
	    !(xml_is(e, XML_WORD, "footnote") || xml_is(e, XML_WORD, "endnote")))
		return;
	r->note->text = text_str(&r->text);
	r->note->next = r->docx->notes;
	if (!arena_failed(r->docx->arena))
		r->docx->notes = r->note;
	r->note = NULL;
}

static void on_note_text(void *arg, struct str s)
{
	struct note_reader *r = arg;

	if (r->note && r->in_text && !r->deleted)
		text_add(&r->text, s);
}

static enum fail read_notes(struct docx *d, struct str part, bool end)
{
	struct note_reader r = { .docx = d, .end = end };
	struct xml_handler h = { &r, on_note_start, on_note_end, on_note_text };

	return read_part(d, part, &h);
}

struct str docx_note_text(const struct docx *d, struct str id, bool end)
{
	for (const struct docx_note *n = d->notes; n; n = n->next)
		if (n->end == end && str_equal(n->id, id))
			return n->text;
	return STR("");
}

enum fail docx_open(struct arena *a, struct archive *z, struct docx *out)
{
	*out = (struct docx){ .arena = a, .archive = z };
	struct style_reader styles = { .docx = out };
	struct xml_handler h = { .arg = &styles,
		                 .start = on_style_start,
		                 .end = on_style_end };
	enum fail f = find_parts(out);

	if (f == OK)
		f = read_part(out, out->styles_part, &h);
	if (f == OK)
		f = read_notes(out, out->footnotes_part, false);
	if (f == OK)
		f = read_notes(out, out->endnotes_part, true);
	return f;
}
