/*
 * lines.h -- lines as they stand on a page, made into passages by how they look.
 *
 * Inside of codec/ only.  Plain text and PDF have no marks for headings, paragraphs and
 * lists: what a line is follows from the space above it, its font, numbering and shape.
 */
#ifndef CODEC_LINES_H
#define CODEC_LINES_H

#include "codec/passages.h"

struct text_line {
	struct str text;                /* put right; cells of a row parted by " | " */
	bool row, head;
	bool gap;                       /* more space above than within a paragraph */
	bool full;                      /* reaches the right edge, so it may go on below */
	int font;                       /* 0: the font of the running text, or several */
	int level; /* known to be a heading (underlined, in the contents) */
	int font_level;                 /* of headings in this font, 0 none */
	double indent;                  /* from the left, in any one unit */
	int page, line;
};

/* Bytes of the list marker at the start of a line, with its spaces; 0 when there is none.
 * *drop tells whether it says nothing beyond "next item" (bullets, 1. and 1)). */
size_t list_marker(struct str s, bool *drop);

/* `fonts`: the lines tell their fonts, so numbers alone make no heading. */
void lines_to_passages(struct passages *p, const struct text_line *at, size_t count,
                       bool fonts);

#endif
