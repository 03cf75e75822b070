/*
 * pdf.h -- what pdftotext tells of a page: words with their boxes, made into lines that
 * read.
 *
 * Inside of codec/ only.  Units are points; y grows downwards.  The order of work:
 * pdf_words_read (bytes to lines in blocks) -> pdf_drop_margins (page headers, numbers) ->
 * pdf_layout (columns, tables) -> pdf_find_headings (contents, fonts) -> lines_to_passages.
 */
#ifndef CODEC_PDF_H
#define CODEC_PDF_H

#include "codec/lines.h"

#define PDF_FONTS 48

struct pdf_line {
	double x0, y0, x1, y1;
	struct str text;
	int font;                       /* index in fonts; -1 several */
	size_t characters;
	bool dropped;
};

struct pdf_block {
	size_t first, count;            /* lines */
	double x0, y0, x1, y1;
};

struct pdf_page {
	size_t first, count;            /* blocks */
	double width, height;
};

struct pdf_font {
	double height;                  /* of its boxes: tells fonts apart, is no size */
	size_t characters;
	double width;                   /* of all its characters together */
	int level;                      /* of headings in it, 0 none */
};

struct pdf {
	struct arena *arena;
	struct str title;
	struct pdf_page *pages;
	size_t page_count, page_room;
	struct pdf_block *blocks;
	size_t block_count, block_room;
	struct pdf_line *lines;
	size_t line_count, line_room;
	struct pdf_font fonts[PDF_FONTS];
	int font_count, body;           /* body: the font of most characters */
	double pitch;                   /* from line to line within a paragraph */
	double left, right;             /* edges of the running text */
	bool cut;
};

enum fail pdf_words_read(struct arena *a, struct str words, struct pdf *out) MUST_USE;
void pdf_drop_margins(struct pdf *p);

struct text_lines {
	struct text_line *at;
	size_t count, room;
};
/* null: no memory */
struct text_line *text_lines_add(struct arena *a, struct text_lines *l);

void pdf_layout(struct pdf *p, struct text_lines *out);
/* Takes the lines of the table of contents out, and marks headings. */
void pdf_find_headings(struct pdf *p, struct text_lines *l);

#endif
