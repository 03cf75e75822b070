/*
 * markdown.c -- paragraphs that people typed, as HTML that cannot hurt.
 *
 * Every tag written here is one of a fixed list without attributes, but for the address of
 * a link, which goes through the same allow-list as in templates.  Headings become bold
 * paragraphs, so that a text cannot disturb the order of headings on its page.
 */
#include "web/markdown.h"

#include <md4c.h>

#include "base/limits.h"

static const char *const block_tags[] = {
	[MD_BLOCK_DOC] = NULL, [MD_BLOCK_QUOTE] = "blockquote",
	[MD_BLOCK_UL] = "ul",
	[MD_BLOCK_OL] = "ol", [MD_BLOCK_LI] = "li", [MD_BLOCK_HR] = NULL,
	[MD_BLOCK_H] = "p",
	[MD_BLOCK_CODE] = "pre", [MD_BLOCK_HTML] = NULL, [MD_BLOCK_P] = "p",
	[MD_BLOCK_TABLE] = NULL, [MD_BLOCK_THEAD] = NULL, [MD_BLOCK_TBODY] = NULL,
	[MD_BLOCK_TR] = NULL, [MD_BLOCK_TH] = NULL, [MD_BLOCK_TD] = NULL,
};

static void write_tag(struct show *o, const char *tag, bool end)
{
	if (tag)
		text_addf(o->to, end ? "</%s>" : "<%s>", tag);
}

static const char *block_tag(MD_BLOCKTYPE type)
{
	return (size_t)type < COUNT(block_tags) ? block_tags[type] : NULL;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *arg)
{
	(void)detail;
	write_tag(arg, block_tag(type), false);
	if (type == MD_BLOCK_H)
		write_tag(arg, "strong", false);
	return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *arg)
{
	(void)detail;
	if (type == MD_BLOCK_H)
		write_tag(arg, "strong", true);
	write_tag(arg, block_tag(type), true);
	return 0;
}

static const char *span_tag(MD_SPANTYPE type)
{
	switch (type) {
	case MD_SPAN_EM: return "em";
	case MD_SPAN_STRONG: return "strong";
	case MD_SPAN_CODE: return "code";
	default: return NULL;
	}
}

static int enter_span(MD_SPANTYPE type, void *detail, void *arg)
{
	struct show *o = arg;

	if (type == MD_SPAN_A) {
		const MD_SPAN_A_DETAIL *link = detail;

		text_addz(o->to, "<a rel=\"noreferrer\" href=\"");
		show_value(o, SHOW_URL, (struct str){ link->href.text, link->href.size });
		text_addz(o->to, "\">");
	}
	write_tag(o, span_tag(type), false);
	return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *arg)
{
	(void)detail;
	write_tag(arg, span_tag(type), true);
	if (type == MD_SPAN_A)
		write_tag(arg, "a", true);
	return 0;
}

static int write_text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *arg)
{
	struct show *o = arg;

	if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
		text_addz(o->to, "<br>");
	else
		show_value(o, SHOW_TEXT, (struct str){ p, n });
	return 0;
}

struct safe_html markdown_html(struct arena *a, struct str text)
{
	struct text out = text_on(a, LIMIT_PAGE_BYTES);
	struct show o = { &out, a, LANG_EN };
	const MD_PARSER parser = {
		.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = write_text,
	};

	if (text.n == 0)
		return (struct safe_html){ STR_NONE };
	if (md_parse(text.p, (MD_SIZE)text.n, &parser, &o) != 0 || text_failed(&out)) {
		out = text_on(a, LIMIT_PAGE_BYTES);
		show_value(&o, SHOW_TEXT, text);
	}
	return (struct safe_html){ text_str(&out) };
}
