/*
 * read_html.c -- a web page as passages, by the HTML5 rules of gumbo.
 *
 * Scripts, styles, navigation, forms' choices and what is hidden are not read.
 */
#include "codec/readers.h"

#include <gumbo.h>

#include "base/limits.h"
#include "codec/flow.h"

#define HTML_MOST_DEPTH 10000u

struct html_reader {
	struct flow flow;
	unsigned depth;                 /* of elements */
	unsigned lists;
	bool in_item;                   /* the next text begins or goes on with an item */
	bool in_head_row;
	bool bold;
	bool any_text, all_bold;
	int heading;
	bool open;                      /* a block is */
};

static void read_node(struct html_reader *r, const GumboNode *n);

static void close_block(struct html_reader *r)
{
	if (!r->open)
		return;
	r->open = false;
	if (r->heading == 0 && !r->in_item && r->flow.tables == 0) {
		struct str text = str_trim(flow_open_text(&r->flow));
		int level = heading_by_shape(text, r->any_text && r->all_bold, false);
		if (level > 0)
			flow_is(&r->flow, PASSAGE_HEADING, level);
	}
	flow_close(&r->flow);
}

static void open_block(struct html_reader *r)
{
	if (r->open)
		return;
	r->open = true;
	r->any_text = false;
	r->all_bold = true;
	if (r->heading > 0) {
		flow_open(&r->flow, PASSAGE_HEADING, r->heading);
	} else if (r->in_item) {
		flow_open(&r->flow, PASSAGE_LIST_ITEM, (int)(r->lists ? r->lists : 1));
	} else {
		flow_open(&r->flow, PASSAGE_PARAGRAPH, 0);
	}
}

static void add_text(struct html_reader *r, const char *z)
{
	struct str s = str_of(z);

	if (str_trim(s).n == 0) {
		if (r->open)
			flow_textz(&r->flow, " ");
		return;
	}
	open_block(r);
	r->any_text = true;
	r->all_bold = r->all_bold && r->bold;
	flow_text(&r->flow, s);
}

static bool is_hidden(const GumboElement *e)
{
	const GumboAttribute *aria = gumbo_get_attribute(&e->attributes, "aria-hidden");

	return gumbo_get_attribute(&e->attributes, "hidden") ||
	       (aria && strcmp(aria->value, "true") == 0);
}

static bool is_skipped(const GumboElement *e)
{
	switch (e->tag) {
	case GUMBO_TAG_SCRIPT:
	case GUMBO_TAG_STYLE:
	case GUMBO_TAG_NOSCRIPT:
	case GUMBO_TAG_TEMPLATE:
	case GUMBO_TAG_NAV:
	case GUMBO_TAG_SELECT:
	case GUMBO_TAG_TEXTAREA:
	case GUMBO_TAG_SVG:
	case GUMBO_TAG_IFRAME:
	case GUMBO_TAG_OBJECT:
	case GUMBO_TAG_TITLE:
	case GUMBO_TAG_DEL:
		return true;
	default:
		return is_hidden(e);
	}
}

static bool is_inline(GumboTag tag)
{
	switch (tag) {
	case GUMBO_TAG_A:
	case GUMBO_TAG_ABBR:
	case GUMBO_TAG_ACRONYM:
	case GUMBO_TAG_B:
	case GUMBO_TAG_BDI:
	case GUMBO_TAG_BDO:
	case GUMBO_TAG_BIG:
	case GUMBO_TAG_CITE:
	case GUMBO_TAG_CODE:
	case GUMBO_TAG_DFN:
	case GUMBO_TAG_EM:
	case GUMBO_TAG_FONT:
	case GUMBO_TAG_I:
	case GUMBO_TAG_IMG:
	case GUMBO_TAG_INS:
	case GUMBO_TAG_KBD:
	case GUMBO_TAG_LABEL:
	case GUMBO_TAG_MARK:
	case GUMBO_TAG_Q:
	case GUMBO_TAG_S:
	case GUMBO_TAG_SAMP:
	case GUMBO_TAG_SMALL:
	case GUMBO_TAG_SPAN:
	case GUMBO_TAG_STRONG:
	case GUMBO_TAG_SUB:
	case GUMBO_TAG_SUP:
	case GUMBO_TAG_TIME:
	case GUMBO_TAG_TT:
	case GUMBO_TAG_U:
	case GUMBO_TAG_VAR:
	case GUMBO_TAG_WBR:
	case GUMBO_TAG_RUBY:
		return true;
	default:
		return false;
	}
}

static void read_children(struct html_reader *r, const GumboElement *e)
{
	for (unsigned i = 0; i < e->children.length; i++)
		read_node(r, e->children.data[i]);
}

static void read_inline(struct html_reader *r, const GumboElement *e)
{
	bool bold = r->bold;

	if (e->tag == GUMBO_TAG_B || e->tag == GUMBO_TAG_STRONG)
		r->bold = true;
	read_children(r, e);
	r->bold = bold;
}

static unsigned span_of(const GumboElement *e)
{
	const GumboAttribute *at = gumbo_get_attribute(&e->attributes, "colspan");
	int64_t n;

	return at && str_to_i64(str_of(at->value), &n) && n > 0 && n < FLOW_COLUMNS
	               ? (unsigned)n
	               : 1;
}

/* A row whose cells are all <th>, or one in <thead>, names the columns. */
static bool is_head(const GumboElement *row)
{
	unsigned heads = 0;

	for (unsigned i = 0; i < row->children.length; i++) {
		const GumboNode *n = row->children.data[i];
		if (n->type != GUMBO_NODE_ELEMENT)
			continue;
		if (n->v.element.tag == GUMBO_TAG_TD)
			return false;
		heads += n->v.element.tag == GUMBO_TAG_TH;
	}
	return heads > 0;
}

static bool read_table_part(struct html_reader *r, const GumboElement *e)
{
	switch (e->tag) {
	case GUMBO_TAG_TABLE:
		close_block(r);
		flow_open_table(&r->flow);
		read_children(r, e);
		close_block(r);
		flow_close_table(&r->flow);
		return true;
	case GUMBO_TAG_THEAD:
		r->in_head_row = true;
		read_children(r, e);
		r->in_head_row = false;
		return true;
	case GUMBO_TAG_TR:
		flow_open_row(&r->flow, r->in_head_row || is_head(e));
		read_children(r, e);
		close_block(r);
		flow_close_row(&r->flow);
		return true;
	case GUMBO_TAG_TD:
	case GUMBO_TAG_TH:
		flow_open_cell(&r->flow, span_of(e), false);
		read_children(r, e);
		close_block(r);
		flow_close_cell(&r->flow);
		return true;
	default:
		return false;
	}
}

static void read_block(struct html_reader *r, const GumboElement *e)
{
	int heading = r->heading;
	bool in_item = r->in_item;

	close_block(r);
	if (e->tag >= GUMBO_TAG_H1 && e->tag <= GUMBO_TAG_H6) {
		r->heading = (int)(e->tag - GUMBO_TAG_H1) + 1;
	} else if (e->tag == GUMBO_TAG_UL || e->tag == GUMBO_TAG_OL) {
		r->lists++;
	} else if (e->tag == GUMBO_TAG_LI || e->tag == GUMBO_TAG_DD ||
	           e->tag == GUMBO_TAG_DT) {
		r->in_item = true;
	}
	read_children(r, e);
	close_block(r);
	if (e->tag == GUMBO_TAG_UL || e->tag == GUMBO_TAG_OL)
		r->lists--;
	r->heading = heading;
	r->in_item = in_item;
}

static void read_element(struct html_reader *r, const GumboElement *e)
{
	if (is_skipped(e) || r->depth == LIMIT_XML_DEPTH)
		return;
	r->depth++;
	if (e->tag == GUMBO_TAG_BR)
		flow_textz(&r->flow, " ");
	else if (is_inline(e->tag))
		read_inline(r, e);
	else if (!read_table_part(r, e))
		read_block(r, e);
	r->depth--;
}

static void read_node(struct html_reader *r, const GumboNode *n)
{
	if (passages_full(&r->flow.passages))
		return;
	switch (n->type) {
	case GUMBO_NODE_ELEMENT:
		read_element(r, &n->v.element);
		break;
	case GUMBO_NODE_TEXT:
	case GUMBO_NODE_CDATA:
	case GUMBO_NODE_WHITESPACE:
		add_text(r, n->v.text.text);
		break;
	default:
		break;
	}
}

/* Elements that the next one of their kind closes: they nest only inside of others. */
static bool closes_itself(struct str name)
{
	static const char *const names[] = { "p",    "li",    "td",     "th",    "tr",
		                             "dt",   "dd",    "option", "br",    "hr",
		                             "img",  "input", "link",   "meta",  "col",
		                             "wbr",  "area",  "base",   "embed", "source",
		                             "param" };

	for (size_t i = 0; i < COUNT(names); i++)
		if (name.n == strlen(names[i]) &&
		    strncasecmp(name.p, names[i], name.n) == 0)
			return true;
	return false;
}

/*
 * Gumbo frees its tree by recursion, so depth is looked at before it is called.  The count
 * is rough: it only has to stop what nobody writes.
 */
static bool is_too_deep(struct str s)
{
	size_t depth = 0;

	for (size_t i = 0; i + 1 < s.n; i++) {
		if (s.p[i] != '<')
			continue;
		if (s.p[i + 1] == '/') {
			depth -= depth > 0;
			continue;
		}
		size_t end = i + 1;
		while (end < s.n && end < i + 12 && (s.p[end] | 0x20) >= 'a' &&
		       (s.p[end] | 0x20) <= 'z')
			end++;
		struct str name = { s.p + i + 1, end - i - 1 };
		if (name.n > 0 && !closes_itself(name) && ++depth > HTML_MOST_DEPTH)
			return true;
	}
	return false;
}

enum fail read_html(struct arena *a, struct str utf8, struct refusal *why,
                    struct document_text *out)
{
	struct html_reader *r = ARENA_NEW(a, struct html_reader);
	GumboOptions options = kGumboDefaultOptions;

	if (is_too_deep(utf8))
		return refuse_damaged(why);
	options.max_errors = 0;
	flow_init(&r->flow, a, out);
	GumboOutput *page = gumbo_parse_with_options(&options, utf8.p, utf8.n);
	if (!page)
		return fail_say(FAIL_MEMORY, "not enough memory to read HTML");
	read_node(r, page->root);
	close_block(r);
	gumbo_destroy_output(&options, page);
	return OK;
}
