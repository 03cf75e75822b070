/*
 * markdown.c -- paragraphs that people typed, as HTML that cannot hurt.
 *
 * Every tag written here is one of a fixed list without attributes, but for the address of
 * a link, which goes through the same allow-list as in templates.  Headings become bold
 * paragraphs, so that a text cannot disturb the order of headings on its page.
 */
#include "web/markdown.h"

#include "base/array.h"
#include "base/limits.h"
#include "codec/prose.h"

static const struct {
	const char *open, *close;
} tags[] = {
	[PROSE_PARAGRAPH]  = { "<p>", "</p>" },
	[PROSE_HEADING]    = { "<p><strong>", "</strong></p>" },
	[PROSE_QUOTE]      = { "<blockquote>", "</blockquote>" },
	[PROSE_LIST]       = { "<ul>", "</ul>" },
	[PROSE_NUMBERED]   = { "<ol>", "</ol>" },
	[PROSE_ITEM]       = { "<li>", "</li>" },
	[PROSE_CODE_BLOCK] = { "<pre>", "</pre>" },
	[PROSE_EMPHASIS]   = { "<em>", "</em>" },
	[PROSE_STRONG]     = { "<strong>", "</strong>" },
	[PROSE_CODE]       = { "<code>", "</code>" },
	[PROSE_LINK]       = { "<a rel=\"noreferrer\" href=\"", "</a>" },
};

_Static_assert(COUNT(tags) == PROSE__COUNT, "every piece of prose has its tag");

static void on_open(void *to, enum prose what, struct str address)
{
	struct show *o = to;

	text_addz(o->to, tags[what].open);
	if (what == PROSE_LINK) {
		show_value(o, SHOW_URL, address);
		text_addz(o->to, "\">");
	}
}

static void on_close(void *to, enum prose what)
{
	text_addz(((struct show *)to)->to, tags[what].close);
}

static void on_text(void *to, struct str text)
{
	show_value(to, SHOW_TEXT, text);
}

static void on_line_end(void *to)
{
	text_addz(((struct show *)to)->to, "<br>");
}

struct safe_html markdown_html(struct arena *a, struct str text)
{
	static const struct prose_listener listener = {
		.open = on_open,
		.close = on_close,
		.text = on_text,
		.line_end = on_line_end,
	};
	struct text out = text_on(a, LIMIT_PAGE_BYTES);
	struct show o = { &out, a, LANG_EN };

	if (text.n == 0)
		return (struct safe_html){ STR_NONE };
	if (!prose_read(text, &listener, &o) || text_failed(&out)) {
		out = text_on(a, LIMIT_PAGE_BYTES);
		show_value(&o, SHOW_TEXT, text);
	}
	return (struct safe_html){ text_str(&out) };
}
