/*
 * read_docx.c -- the body of a Word document as passages.
 *
 * Source: ECMA-376 part 1, 17.3 (paragraphs and runs), 17.4 (tables), 17.13.5 (revisions).
 * Insertions that are tracked are read, deletions are not; hidden text, comments, headers
 * and footers are not.  Text boxes are passages of their own, notes follow their paragraph.
 * Pages are those that Word counted when it last laid the document out, else hard breaks.
 */
#include "codec/readers.h"

#include "base/limits.h"
#include "codec/docx.h"
#include "codec/flow.h"
#include "codec/xml.h"

#define PARAGRAPHS_MOST 16              /* text boxes in text boxes */
#define NOTES_MOST 32                   /* of one paragraph */

struct paragraph {
	struct str style;
	int outline;                    /* said by the paragraph itself, else -1 */
	int numbered;
	int list_level;
	bool any_text, all_bold;
	struct str notes[NOTES_MOST];
	unsigned note_count;
};

struct docx_reader {
	struct docx docx;
	struct flow flow;
	struct paragraph paragraphs[PARAGRAPHS_MOST];
	unsigned depth;                 /* of paragraphs in paragraphs */
	bool in_properties;             /* of a paragraph */
	bool in_text, run_hidden;
	int run_bold;                   /* -1 not said */
	unsigned removed;               /* inside of this many removed pieces */
	unsigned contents; /* inside of this many boxes that hold the contents */
	bool in_box_properties;
	unsigned boxes, contents_box;
	bool rendered_breaks;
	bool first_row, row_is_first;   /* the table says that its first row is a head */
	bool any_body;
	unsigned span;
	bool continues, cell_begun;
};

static struct paragraph *open_paragraph(struct docx_reader *r)
{
	return r->depth > 0 && r->depth <= PARAGRAPHS_MOST ? &r->paragraphs[r->depth - 1]
	                                                   : NULL;
}

/* ---- paragraphs ---- */

static void begin_paragraph(struct docx_reader *r)
{
	r->depth++;
	struct paragraph *p = open_paragraph(r);
	if (p)
		*p = (struct paragraph){ .outline = -1, .numbered = -1, .all_bold = true };
	flow_open(&r->flow, PASSAGE_PARAGRAPH, 0);
}

static int heading_level(const struct paragraph *p, const struct docx_look *look)
{
	int outline = p->outline >= 0 ? p->outline : look->outline;

	if (outline >= 0)
		return outline < HEADING_LEVELS ? outline + 1 : 0;
	return look->heading;
}

static void decide_kind(struct docx_reader *r, const struct paragraph *p)
{
	struct docx_look look = docx_look_of(&r->docx, p->style);
	int level = heading_level(p, &look);
	bool numbered = p->numbered >= 0 ? p->numbered > 0 : look.numbered > 0;
	struct str text = str_trim(flow_open_text(&r->flow));
	bool bold = p->all_bold && p->any_text;

	if (look.contents || r->contents > 0)
		flow_drop(&r->flow);
	else if (level > 0)
		flow_is(&r->flow, PASSAGE_HEADING, level);
	else if (numbered)
		flow_is(&r->flow, PASSAGE_LIST_ITEM, p->list_level + 1);
	else if ((level = heading_by_shape(text, bold, false)) > 0)
		flow_is(&r->flow, PASSAGE_HEADING, level);
}

static void end_paragraph(struct docx_reader *r)
{
	const struct paragraph *p = open_paragraph(r);

	if (r->depth == 0)
		return;
	if (p)
		decide_kind(r, p);
	flow_close(&r->flow);
	for (unsigned i = 0; p && i < p->note_count; i++) {
		flow_open(&r->flow, PASSAGE_PARAGRAPH, 0);
		flow_text(&r->flow, p->notes[i]);
		flow_close(&r->flow);
	}
	r->depth--;
}

/* A paragraph's own properties, and those of its mark (in rPr), which say nothing of its
 * text. */
static void paragraph_property(struct docx_reader *r, const struct xml_element *e)
{
	struct paragraph *p = open_paragraph(r);
	const char *value = xml_attribute(e, "val");

	if (!p)
		return;
	if (strcmp(e->name, "pStyle") == 0)
		p->style = str_copy(r->docx.arena, str_of(value));
	else if (strcmp(e->name, "outlineLvl") == 0)
		p->outline = (int)xml_number(e, "val", -1);
	else if (strcmp(e->name, "numId") == 0)
		p->numbered = xml_number(e, "val", 0) != 0;
	else if (strcmp(e->name, "ilvl") == 0)
		p->list_level = (int)xml_number(e, "val", 0) % HEADING_LEVELS;
}

static void run_property(struct docx_reader *r, const struct xml_element *e)
{
	if (strcmp(e->name, "b") == 0)
		r->run_bold = docx_is_on(e);
	else if (strcmp(e->name, "vanish") == 0)
		r->run_hidden = docx_is_on(e);
	else if (strcmp(e->name, "rStyle") == 0 && r->run_bold < 0)
		r->run_bold = docx_look_of(&r->docx, str_of(xml_attribute(e, "val"))).bold;
}

static void add_note(struct docx_reader *r, const struct xml_element *e)
{
	struct paragraph *p = open_paragraph(r);
	bool end = strcmp(e->name, "endnoteReference") == 0;

	if (p && p->note_count < NOTES_MOST)
		p->notes[p->note_count++] =
			docx_note_text(&r->docx, str_of(xml_attribute(e, "id")), end);
}

static void page_break(struct docx_reader *r, bool rendered)
{
	if (rendered == r->rendered_breaks)
		r->flow.page++;
}

/* What stands in a run beside its text. */
static bool run_content(struct docx_reader *r, const struct xml_element *e)
{
	if (strcmp(e->name, "t") == 0) {
		r->in_text = true;
	} else if (strcmp(e->name, "tab") == 0) {
		flow_textz(&r->flow, " ");
	} else if (strcmp(e->name, "br") == 0 || strcmp(e->name, "cr") == 0) {
		const char *type = xml_attribute(e, "type");
		if (type && strcmp(type, "page") == 0)
			page_break(r, false);
		flow_textz(&r->flow, " ");
	} else if (strcmp(e->name, "lastRenderedPageBreak") == 0) {
		page_break(r, true);
	} else if (strcmp(e->name, "noBreakHyphen") == 0) {
		flow_textz(&r->flow, "-");
	} else if (strcmp(e->name, "footnoteReference") == 0 ||
	           strcmp(e->name, "endnoteReference") == 0) {
		add_note(r, e);
	} else {
		return false;
	}
	return true;
}

/* ---- tables ---- */

static void begin_cell(struct docx_reader *r)
{
	if (r->cell_begun)
		return;
	flow_open_cell(&r->flow, r->span, r->continues);
	r->cell_begun = true;
}

static bool first_row_is_head(const struct xml_element *e)
{
	const char *first = xml_attribute(e, "firstRow");
	const char *bits = xml_attribute(e, "val");

	if (first)
		return strcmp(first, "0") != 0 && strcmp(first, "false") != 0;
	return bits && (strtol(bits, NULL, 16) & 0x20);
}

/* What stands inside the rows of an outermost table. */
static bool cell_start(struct docx_reader *r, const struct xml_element *e)
{
	if (strcmp(e->name, "tc") == 0) {
		r->span = 1;
		r->continues = r->cell_begun = false;
	} else if (strcmp(e->name, "tblLook") == 0) {
		r->first_row = first_row_is_head(e);
	} else if (strcmp(e->name, "tblHeader") == 0) {
		r->flow.head = docx_is_on(e);
	} else if (strcmp(e->name, "gridSpan") == 0) {
		r->span = (unsigned)xml_number(e, "val", 1) % FLOW_COLUMNS;
	} else if (strcmp(e->name, "vMerge") == 0) {
		const char *value = xml_attribute(e, "val");
		r->continues = !value || strcmp(value, "restart") != 0;
	} else {
		return false;
	}
	return true;
}

static bool table_start(struct docx_reader *r, const struct xml_element *e)
{
	bool outermost = r->flow.tables == 1;

	if (strcmp(e->name, "tbl") == 0) {
		if (r->flow.tables == 0)
			r->first_row = false, r->row_is_first = true;
		flow_open_table(&r->flow);
	} else if (strcmp(e->name, "tr") == 0) {
		flow_open_row(&r->flow, outermost && r->first_row && r->row_is_first);
	} else {
		return outermost && cell_start(r, e);
	}
	return true;
}

static void table_end(struct docx_reader *r, const struct xml_element *e)
{
	bool outermost = r->flow.tables == 1;

	if (strcmp(e->name, "tcPr") == 0 && outermost) {
		begin_cell(r);
	} else if (strcmp(e->name, "tc") == 0 && outermost) {
		begin_cell(r);
		flow_close_cell(&r->flow);
		r->cell_begun = false;
	} else if (strcmp(e->name, "tr") == 0) {
		flow_close_row(&r->flow);
		r->row_is_first = r->row_is_first && !outermost;
	} else if (strcmp(e->name, "tbl") == 0) {
		flow_close_table(&r->flow);
	}
}

/* ---- the body ---- */

/* Deleted text, the older of two pictures, and how something looked before (pPrChange). */
static bool is_removed(const struct xml_element *e)
{
	if (e->space == XML_COMPATIBILITY)
		return strcmp(e->name, "Fallback") == 0;
	return e->space == XML_WORD &&
	       (strcmp(e->name, "del") == 0 || strcmp(e->name, "moveFrom") == 0 ||
	        str_ends(str_of(e->name), "PrChange"));
}

/* The box of a content control that holds the table of contents. */
static void box_start(struct docx_reader *r, const struct xml_element *e)
{
	if (strcmp(e->name, "sdt") == 0) {
		r->boxes++;
	} else if (strcmp(e->name, "docPartGallery") == 0 && r->contents == 0) {
		const char *value = xml_attribute(e, "val");
		if (value && strcmp(value, "Table of Contents") == 0) {
			r->contents = 1;
			r->contents_box = r->boxes;
		}
	}
}

static void box_end(struct docx_reader *r)
{
	if (r->contents && r->boxes == r->contents_box)
		r->contents = 0;
	r->boxes -= r->boxes > 0;
}

static void on_start(void *arg, const struct xml_element *e)
{
	struct docx_reader *r = arg;

	r->removed += is_removed(e);
	if (e->space != XML_WORD || r->removed > 0)
		return;
	if (strcmp(e->name, "p") == 0) {
		if (r->flow.tables == 1 && !r->flow.in_cell)
			begin_cell(r);
		begin_paragraph(r);
	} else if (strcmp(e->name, "pPr") == 0) {
		r->in_properties = true;
	} else if (r->in_properties) {
		paragraph_property(r, e);
	} else if (strcmp(e->name, "r") == 0) {
		r->run_bold = -1;
		r->run_hidden = false;
	} else if (strcmp(e->name, "body") == 0) {
		r->any_body = true;
	} else if (!run_content(r, e) && !table_start(r, e)) {
		run_property(r, e);
		box_start(r, e);
	}
}

static void on_end(void *arg, const struct xml_element *e)
{
	struct docx_reader *r = arg;

	r->removed -= is_removed(e);
	if (e->space != XML_WORD || r->removed > 0)
		return;
	if (strcmp(e->name, "p") == 0)
		end_paragraph(r);
	else if (strcmp(e->name, "pPr") == 0)
		r->in_properties = false;
	else if (strcmp(e->name, "t") == 0)
		r->in_text = false;
	else if (strcmp(e->name, "sdt") == 0)
		box_end(r);
	else
		table_end(r, e);
}

static void on_text(void *arg, struct str s)
{
	struct docx_reader *r = arg;
	struct paragraph *p = open_paragraph(r);

	if (!r->in_text || r->removed > 0 || r->run_hidden)
		return;
	if (p && str_trim(s).n > 0) {
		int bold = r->run_bold;
		if (bold < 0)
			bold = docx_look_of(&r->docx, p->style).bold > 0;
		p->any_text = true;
		p->all_bold = p->all_bold && bold > 0;
	}
	flow_text(&r->flow, s);
}

/* ---- whether Word left its page breaks ---- */

struct look_for {
	bool found;
	char tail[32];
	size_t kept;
};

static enum fail look_for_breaks(void *arg, struct str piece, bool last)
{
	static const char name[] = "lastRenderedPageBreak";
	struct look_for *l = arg;
	char joined[sizeof l->tail + sizeof name];
	size_t head = piece.n < sizeof name ? piece.n : sizeof name;

	(void)last;
	if (l->found)
		return OK;
	memcpy(joined, l->tail, l->kept);
	memcpy(joined + l->kept, piece.p, head);
	l->found = str_find((struct str){ joined, l->kept + head },
	                    STR("lastRenderedPageBreak")) != SIZE_MAX ||
	           str_find(piece, STR("lastRenderedPageBreak")) != SIZE_MAX;
	l->kept = piece.n < sizeof name ? piece.n : sizeof name;
	memcpy(l->tail, piece.p + piece.n - l->kept, l->kept);
	return OK;
}

static enum fail feed(void *x, struct str piece, bool last)
{
	return xml_feed(x, piece, last);
}

/* Nothing in the file says where its pages end. */
static void forget_pages(struct document_text *d)
{
	for (size_t i = 0; i < d->count; i++)
		d->at[i].page = 0;
	d->pages = 0;
}

enum fail read_docx(struct arena *a, struct archive *z, struct refusal *why,
                    struct document_text *out)
{
	struct docx_reader *r = ARENA_NEW(a, struct docx_reader);
	struct xml_handler h = { r, on_start, on_end, on_text };
	struct look_for breaks = { .found = false };
	enum fail f = docx_open(a, z, &r->docx);

	if (f != OK)
		return refuse_archive(why, f);
	const char *body = str_z(a, r->docx.document);
	f = archive_read(z, body, look_for_breaks, &breaks);
	if (f != OK)
		return refuse_archive(why, f);
	flow_init(&r->flow, a, out);
	r->rendered_breaks = breaks.found;
	r->flow.page = 1;
	struct xml *x = xml_begin(a, &h);
	f = x ? archive_read(z, body, feed, x) : FAIL_MEMORY;
	if (f != OK)
		return refuse_archive(why, f);
	if (!breaks.found && r->flow.page == 1)
		forget_pages(out);
	return r->any_body ? OK : refuse_damaged(why);
}
