/*
 * read_markdown.c -- Markdown as passages, with the lines they start on.
 *
 * Tags of HTML in it are passed over, their text is read; comments are not.  What stands
 * between --- lines at the top (front matter) is not text; its title is the document's.
 */
#include "codec/readers.h"

#include <md4c.h>

#include "base/limits.h"
#include "codec/flow.h"
#include "codec/entities.h"

enum tag_state { IN_TEXT, IN_TAG, IN_COMMENT };

struct markdown_reader {
	struct flow flow;
	struct str text;
	const char *counted;            /* lines are known up to here */
	int line;
	unsigned lists, heading;
	bool in_item, open;
	enum tag_state tag;
};

static void close_block(struct markdown_reader *r)
{
	if (r->open)
		flow_close(&r->flow);
	r->open = false;
}

static void open_block(struct markdown_reader *r)
{
	if (r->open)
		return;
	r->open = true;
	if (r->heading > 0)
		flow_open(&r->flow, PASSAGE_HEADING, (int)r->heading);
	else if (r->in_item)
		flow_open(&r->flow, PASSAGE_LIST_ITEM, (int)r->lists);
	else
		flow_open(&r->flow, PASSAGE_PARAGRAPH, 0);
}

static bool is_inside(const struct markdown_reader *r, const char *p)
{
	return (uintptr_t)p >= (uintptr_t)r->text.p &&
	       (uintptr_t)p <= (uintptr_t)(r->text.p + r->text.n);
}

static void count_lines(struct markdown_reader *r, const char *to)
{
	if (!is_inside(r, to))
		return;
	for (; r->counted < to; r->counted++)
		r->line += *r->counted == '\n';
	r->flow.line = r->line;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *arg)
{
	struct markdown_reader *r = arg;

	close_block(r);
	switch (type) {
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		r->lists++;
		r->in_item = false;
		break;
	case MD_BLOCK_LI:
		r->in_item = true;
		break;
	case MD_BLOCK_H:
		r->heading = ((MD_BLOCK_H_DETAIL *)detail)->level;
		break;
	case MD_BLOCK_TABLE:
		flow_open_table(&r->flow);
		break;
	case MD_BLOCK_TR:
		flow_open_row(&r->flow, false);
		break;
	case MD_BLOCK_TH:
		r->flow.head = true;
		flow_open_cell(&r->flow, 1, false);
		break;
	case MD_BLOCK_TD:
		flow_open_cell(&r->flow, 1, false);
		break;
	default:
		break;
	}
	return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *arg)
{
	struct markdown_reader *r = arg;

	(void)detail;
	close_block(r);
	r->tag = IN_TEXT;
	switch (type) {
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		r->lists--;
		r->in_item = r->lists > 0;
		break;
	case MD_BLOCK_LI:
		r->in_item = false;
		break;
	case MD_BLOCK_H:
		r->heading = 0;
		break;
	case MD_BLOCK_TABLE:
		flow_close_table(&r->flow);
		break;
	case MD_BLOCK_TR:
		flow_close_row(&r->flow);
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		flow_close_cell(&r->flow);
		break;
	default:
		break;
	}
	return 0;
}

static int no_span(MD_SPANTYPE type, void *detail, void *arg)
{
	(void)type, (void)detail, (void)arg;
	return 0;
}

/* The text between tags. */
static void add_html(struct markdown_reader *r, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (r->tag == IN_COMMENT) {
			if (c == '>' && i >= 2 && s.p[i - 1] == '-' && s.p[i - 2] == '-')
				r->tag = IN_TEXT;
		} else if (r->tag == IN_TAG) {
			if (c == '>')
				r->tag = IN_TEXT;
		} else if (c == '<') {
			r->tag = str_starts(str_from(s, i), "<!--") ? IN_COMMENT : IN_TAG;
			flow_textz(&r->flow, " ");
		} else {
			flow_text(&r->flow, (struct str){ s.p + i, 1 });
		}
	}
}

static void add_entity(struct markdown_reader *r, struct str s)
{
	struct text t = text_on(r->flow.passages.arena, s.n + 8);

	entity_add(&t, s);
	flow_text(&r->flow, text_str(&t));
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *arg)
{
	struct markdown_reader *r = arg;

	if (passages_full(&r->flow.passages))
		return 1;               /* enough; stops the reader */
	count_lines(r, p);
	open_block(r);
	switch (type) {
	case MD_TEXT_NULLCHAR:
		break;
	case MD_TEXT_BR:
	case MD_TEXT_SOFTBR:
		flow_textz(&r->flow, " ");
		break;
	case MD_TEXT_ENTITY:
		add_entity(r, (struct str){ p, n });
		break;
	case MD_TEXT_HTML:
		add_html(r, (struct str){ p, n });
		break;
	default:
		flow_text(&r->flow, (struct str){ p, n });
		break;
	}
	return 0;
}

/* Passes over front matter; *title is what it names the document. */
static struct str without_front_matter(struct str s, struct str *title)
{
	struct str rest, line = str_split(s, '\n', &rest);

	*title = STR("");
	if (!str_is(str_trim(line), "---"))
		return s;
	for (int i = 0; i < 200 && rest.p; i++) {
		line = str_trim(str_split(rest, '\n', &rest));
		if (str_is(line, "---") || str_is(line, "..."))
			return rest.p ? rest : STR("");
		if (str_starts(line, "title:"))
			*title = str_trim(str_from(line, 6));
	}
	*title = STR("");
	return s;
}

enum fail read_markdown(struct arena *a, struct str utf8, struct refusal *why,
                        struct document_text *out)
{
	struct markdown_reader *r = ARENA_NEW(a, struct markdown_reader);
	struct str title, body = without_front_matter(utf8, &title);
	MD_PARSER parser = {
		.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = no_span,
		.leave_span = no_span,
		.text = on_text,
	};

	(void)why;
	flow_init(&r->flow, a, out);
	r->text = utf8;
	r->counted = utf8.p;
	r->line = 1;
	if (title.n >= 2 && title.p[0] == '"' && title.p[title.n - 1] == '"')
		title = (struct str){ title.p + 1, title.n - 2 };
	out->title = passage_text(a, title);
	/* What follows front matter is looked at where it stands, so that lines are right.
	 */
	if (md_parse(body.p, (MD_SIZE)body.n, &parser, r) < 0)
		return fail_say(FAIL_MEMORY, "not enough memory to read Markdown");
	return OK;
}
