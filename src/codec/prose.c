/*
 * prose.c -- paragraphs that people typed, told piece by piece: md4c's marks in our words.
 */
#include "codec/prose.h"

#include <md4c.h>

struct telling {
	const struct prose_listener *listener;
	void *to;
};

/* PROSE__COUNT: passed over, what is in it is told. */
static enum prose block_of(MD_BLOCKTYPE type)
{
	switch (type) {
	case MD_BLOCK_P: return PROSE_PARAGRAPH;
	case MD_BLOCK_H: return PROSE_HEADING;
	case MD_BLOCK_QUOTE: return PROSE_QUOTE;
	case MD_BLOCK_UL: return PROSE_LIST;
	case MD_BLOCK_OL: return PROSE_NUMBERED;
	case MD_BLOCK_LI: return PROSE_ITEM;
	case MD_BLOCK_CODE: return PROSE_CODE_BLOCK;
	default: return PROSE__COUNT;
	}
}

static enum prose span_of(MD_SPANTYPE type)
{
	switch (type) {
	case MD_SPAN_EM: return PROSE_EMPHASIS;
	case MD_SPAN_STRONG: return PROSE_STRONG;
	case MD_SPAN_CODE: return PROSE_CODE;
	case MD_SPAN_A: return PROSE_LINK;
	default: return PROSE__COUNT;
	}
}

static int tell_open(struct telling *t, enum prose what, struct str address)
{
	if (what != PROSE__COUNT)
		t->listener->open(t->to, what, address);
	return 0;
}

static int tell_close(struct telling *t, enum prose what)
{
	if (what != PROSE__COUNT)
		t->listener->close(t->to, what);
	return 0;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *arg)
{
	(void)detail;
	return tell_open(arg, block_of(type), STR(""));
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *arg)
{
	(void)detail;
	return tell_close(arg, block_of(type));
}

static int enter_span(MD_SPANTYPE type, void *detail, void *arg)
{
	struct str address = STR("");

	if (type == MD_SPAN_A) {
		const MD_SPAN_A_DETAIL *link = detail;
		address = (struct str){ link->href.text, link->href.size };
	}
	return tell_open(arg, span_of(type), address);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *arg)
{
	(void)detail;
	return tell_close(arg, span_of(type));
}

static int tell_text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *arg)
{
	struct telling *t = arg;

	if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
		t->listener->line_end(t->to);
	else
		t->listener->text(t->to, (struct str){ p, n });
	return 0;
}

bool prose_read(struct str text, const struct prose_listener *listener, void *to)
{
	struct telling t = { listener, to };
	const MD_PARSER parser = {
		.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = tell_text,
	};

	if (text.n == 0)
		return true;
	return text.n < UINT32_MAX && md_parse(text.p, (MD_SIZE)text.n, &parser, &t) == 0;
}
