/*
 * read_odt.c -- an OpenDocument text as passages.
 *
 * Source: OASIS OpenDocument 1.3 part 3.  Deletions that are tracked, comments, indexes
 * (the table of contents) are not read; notes follow their paragraph as passages of their
 * own. Pages are counted by the soft page breaks that LibreOffice leaves.
 */
#include "codec/readers.h"

#include "base/limits.h"
#include "codec/flow.h"
#include "codec/xml.h"

#define BASED_ON_MOST 16

struct odt_style {
	struct str name, parent;
	int outline;                    /* default-outline-level, 0 when not said */
	int bold;                       /* -1 not said */
	bool new_page;
	struct odt_style *next;
};

struct odt_reader {
	struct arena *arena;
	struct flow flow;
	struct odt_style *styles, *style;
	unsigned paragraphs;            /* that are open, one in another's box */
	unsigned skipped;
	unsigned spans, bold_at; /* depth of spans, and the one that is bold (0 none) */
	unsigned lists;
	bool list_item_begun;           /* its first paragraph is the item */
	bool any_text, all_bold, style_bold;
	unsigned head_rows, covered;
	bool any_body, any_break;
};

/* ---- styles ---- */

static void style_start(struct odt_reader *r, const struct xml_element *e)
{
	if (strcmp(e->name, "style") == 0) {
		struct odt_style *s = ARENA_NEW(r->arena, struct odt_style);
		s->name = str_copy(r->arena, str_of(xml_attribute(e, "name")));
		s->parent =
			str_copy(r->arena, str_of(xml_attribute(e, "parent-style-name")));
		s->outline = (int)xml_number(e, "default-outline-level", 0);
		s->bold = -1;
		s->next = r->styles;
		if (!arena_failed(r->arena))
			r->styles = s;
		r->style = s;
	} else if (r->style && strcmp(e->name, "text-properties") == 0) {
		const char *weight = xml_attribute(e, "font-weight");
		if (weight)
			r->style->bold = strcmp(weight, "bold") == 0;
	} else if (r->style && strcmp(e->name, "paragraph-properties") == 0) {
		const char *before = xml_attribute(e, "break-before");
		r->style->new_page = before && strcmp(before, "page") == 0;
	}
}

static const struct odt_style *style_of(const struct odt_reader *r, struct str name)
{
	for (const struct odt_style *s = r->styles; name.n > 0 && s; s = s->next)
		if (str_equal(s->name, name))
			return s;
	return NULL;
}

/* "Heading_20_2" is 2, "Title" is 1; others 0. */
static int heading_by_name(struct str name)
{
	if (str_is(name, "Title"))
		return 1;
	if (!str_starts(name, "Heading_20_") || name.n != 12)
		return 0;
	return name.p[11] >= '1' && name.p[11] <= '9' ? name.p[11] - '0' : 0;
}

struct look {
	int heading, bold;
	bool new_page;
};

static struct look look_of(const struct odt_reader *r, struct str name)
{
	struct look look = { .bold = -1 };

	for (int i = 0; name.n > 0 && i < BASED_ON_MOST; i++) {
		const struct odt_style *s = style_of(r, name);
		if (look.heading == 0)
			look.heading = heading_by_name(name);
		if (!s)
			break;
		if (look.heading == 0)
			look.heading = s->outline;
		if (look.bold < 0)
			look.bold = s->bold;
		look.new_page = look.new_page || (i == 0 && s->new_page);
		name = s->parent;
	}
	return look;
}

/* ---- text ---- */

static void new_page(struct odt_reader *r)
{
	r->flow.page++;
	r->any_break = true;
}

static void begin_paragraph(struct odt_reader *r, const struct xml_element *e)
{
	struct look look = look_of(r, str_of(xml_attribute(e, "style-name")));
	bool heading = strcmp(e->name, "h") == 0;
	int level = heading ? (int)xml_number(e, "outline-level", 1) : look.heading;

	if (look.new_page && r->flow.passages.to->count > 0)
		new_page(r);
	if (r->paragraphs++ == 0) {
		r->any_text = false;
		r->all_bold = true;
		r->style_bold = look.bold > 0;
		r->bold_at = 0;
	}
	if (level > 0) {
		flow_open(&r->flow, PASSAGE_HEADING, level);
	} else if (r->lists > 0 && !r->list_item_begun) {
		flow_open(&r->flow, PASSAGE_LIST_ITEM, (int)r->lists);
		r->list_item_begun = true;
	} else {
		flow_open(&r->flow, PASSAGE_PARAGRAPH, 0);
	}
}

static void end_paragraph(struct odt_reader *r)
{
	struct str text = str_trim(flow_open_text(&r->flow));

	if (r->paragraphs > 0)
		r->paragraphs--;
	if (r->paragraphs == 0 && r->lists == 0 && r->flow.depth > 0 &&
	    r->flow.blocks[r->flow.depth - 1].kind == PASSAGE_PARAGRAPH) {
		int level = heading_by_shape(text, r->any_text && r->all_bold, false);
		if (level > 0)
			flow_is(&r->flow, PASSAGE_HEADING, level);
	}
	flow_close(&r->flow);
}

static void text_start(struct odt_reader *r, const struct xml_element *e)
{
	if (strcmp(e->name, "p") == 0 || strcmp(e->name, "h") == 0) {
		begin_paragraph(r, e);
	} else if (strcmp(e->name, "span") == 0) {
		r->spans++;
		struct look look = look_of(r, str_of(xml_attribute(e, "style-name")));
		if (look.bold > 0 && r->bold_at == 0)
			r->bold_at = r->spans;
	} else if (strcmp(e->name, "s") == 0 || strcmp(e->name, "tab") == 0 ||
	           strcmp(e->name, "line-break") == 0) {
		flow_textz(&r->flow, " ");
	} else if (strcmp(e->name, "list") == 0) {
		r->lists++;
	} else if (strcmp(e->name, "list-item") == 0 ||
	           strcmp(e->name, "list-header") == 0) {
		r->list_item_begun = false;
	} else if (strcmp(e->name, "soft-page-break") == 0) {
		new_page(r);
	}
}

static void text_end(struct odt_reader *r, const struct xml_element *e)
{
	if (strcmp(e->name, "p") == 0 || strcmp(e->name, "h") == 0) {
		end_paragraph(r);
	} else if (strcmp(e->name, "span") == 0) {
		if (r->bold_at == r->spans)
			r->bold_at = 0;
		r->spans -= r->spans > 0;
	} else if (strcmp(e->name, "list") == 0) {
		r->lists -= r->lists > 0;
		/* what follows in the outer item is more of it */
		r->list_item_begun = true;
	}
}

/* ---- tables ---- */

static void table_start(struct odt_reader *r, const struct xml_element *e)
{
	bool outermost = r->flow.tables == 1;

	if (strcmp(e->name, "table") == 0) {
		flow_open_table(&r->flow);
	} else if (strcmp(e->name, "table-header-rows") == 0 && outermost) {
		r->head_rows++;
	} else if (strcmp(e->name, "table-row") == 0) {
		flow_open_row(&r->flow, r->head_rows > 0);
		r->covered = outermost ? 0 : r->covered;
	} else if (strcmp(e->name, "table-cell") == 0 && outermost) {
		long span = xml_number(e, "number-columns-spanned", 1);
		span = span > 1 && span < FLOW_COLUMNS ? span : 1;
		flow_open_cell(&r->flow, (unsigned)span, false);
		r->covered = (unsigned)span - 1;
	} else if (strcmp(e->name, "covered-table-cell") == 0 && outermost) {
		/* Covered from the left (its column was counted) or from above. */
		if (r->covered > 0) {
			r->covered--;
		} else {
			flow_open_cell(&r->flow, 1, true);
			flow_close_cell(&r->flow);
		}
	}
}

static void table_end(struct odt_reader *r, const struct xml_element *e)
{
	if (strcmp(e->name, "table") == 0)
		flow_close_table(&r->flow);
	else if (strcmp(e->name, "table-header-rows") == 0 && r->flow.tables == 1)
		r->head_rows -= r->head_rows > 0;
	else if (strcmp(e->name, "table-row") == 0)
		flow_close_row(&r->flow);
	else if (strcmp(e->name, "table-cell") == 0)
		flow_close_cell(&r->flow);
}

/* ---- the content ---- */

static bool is_skipped(const struct xml_element *e)
{
	static const char *const names[] = { "tracked-changes", "table-of-content",
		                             "illustration-index", "table-index",
		                             "object-index",       "alphabetical-index",
		                             "user-index",         "note-citation" };

	if (xml_is(e, XML_ODF_OFFICE, "annotation") || xml_is(e, XML_ODF_OFFICE, "forms"))
		return true;
	for (size_t i = 0; i < COUNT(names); i++)
		if (xml_is(e, XML_ODF_TEXT, names[i]))
			return true;
	return false;
}

static void on_start(void *arg, const struct xml_element *e)
{
	struct odt_reader *r = arg;

	r->skipped += is_skipped(e);
	if (r->skipped > 0)
		return;
	if (e->space == XML_ODF_TEXT)
		text_start(r, e);
	else if (e->space == XML_ODF_TABLE)
		table_start(r, e);
	else if (e->space == XML_ODF_STYLE)
		style_start(r, e);
	else if (xml_is(e, XML_ODF_OFFICE, "text"))
		r->any_body = true;
}

static void on_end(void *arg, const struct xml_element *e)
{
	struct odt_reader *r = arg;

	if (r->skipped == 0) {
		if (e->space == XML_ODF_TEXT)
			text_end(r, e);
		else if (e->space == XML_ODF_TABLE)
			table_end(r, e);
		else if (xml_is(e, XML_ODF_STYLE, "style"))
			r->style = NULL;
	}
	r->skipped -= is_skipped(e);
}

static void on_text(void *arg, struct str s)
{
	struct odt_reader *r = arg;

	if (r->skipped > 0 || r->paragraphs == 0)
		return;
	if (str_trim(s).n > 0) {
		r->any_text = true;
		r->all_bold = r->all_bold && (r->bold_at > 0 || r->style_bold);
	}
	flow_text(&r->flow, s);
}

static enum fail feed(void *x, struct str piece, bool last)
{
	return xml_feed(x, piece, last);
}

static enum fail read_part(struct archive *z, const char *name, struct odt_reader *r)
{
	struct xml_handler h = { r, on_start, on_end, on_text };
	struct xml *x = xml_begin(r->arena, &h);

	return x ? archive_read(z, name, feed, x) : FAIL_MEMORY;
}

/* Encryption is said in the manifest; the parts themselves look merely damaged. */
static void on_manifest(void *arg, const struct xml_element *e)
{
	bool *encrypted = arg;

	if (xml_is(e, XML_ODF_MANIFEST, "encryption-data"))
		*encrypted = true;
}

static void on_manifest_end(void *arg, const struct xml_element *e)
{
	(void)arg, (void)e;
}

static enum fail check_manifest(struct arena *a, struct archive *z, bool *encrypted)
{
	struct xml_handler h = { .arg = encrypted,
		                 .start = on_manifest,
		                 .end = on_manifest_end };
	struct xml *x = xml_begin(a, &h);

	*encrypted = false;
	if (!archive_has(z, "META-INF/manifest.xml"))
		return OK;
	return x ? archive_read(z, "META-INF/manifest.xml", feed, x) : FAIL_MEMORY;
}

enum fail read_odt(struct arena *a, struct archive *z, struct refusal *why,
                   struct document_text *out)
{
	struct odt_reader *r = ARENA_NEW(a, struct odt_reader);
	bool encrypted;
	enum fail f = check_manifest(a, z, &encrypted);

	if (f == OK && encrypted)
		f = FAIL_DENIED;
	if (f != OK)
		return refuse_archive(why, f);
	r->arena = a;
	flow_init(&r->flow, a, out);
	if (archive_has(z, "styles.xml"))
		f = read_part(z, "styles.xml", r);
	/* Texts in styles.xml are headers and footers. */
	*out = (struct document_text){ .format = out->format };
	flow_init(&r->flow, a, out);
	r->flow.page = 1;
	r->any_body = r->any_break = false;
	if (f == OK)
		f = read_part(z, "content.xml", r);
	if (f != OK)
		return refuse_archive(why, f);
	if (!r->any_break) {
		for (size_t i = 0; i < out->count; i++)
			out->at[i].page = 0;
		out->pages = 0;
	}
	return r->any_body ? OK : refuse_damaged(why);
}
