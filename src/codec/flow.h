/*
 * flow.h -- blocks within blocks, as documents with markup have them, made into passages.
 *
 * Inside of codec/ only.  Readers of DOCX, ODT, HTML and Markdown open and close blocks,
 * rows and cells in the order of the file; what comes out are flat passages.  A block in a
 * cell becomes part of the row; a table in a cell becomes part of the outer row; a block in
 * a block (text box, note) is a passage of its own that follows the outer one.  Opening and
 * closing must match: what is opened past the deepest level is counted and its text belongs
 * to the block around it.
 */
#ifndef CODEC_FLOW_H
#define CODEC_FLOW_H

#include "codec/passages.h"

#define FLOW_DEPTH 48
#define FLOW_COLUMNS 64

struct flow_block {
	enum passage_kind kind;
	int level;
	struct text text;
	int page, line;
	unsigned table;                 /* depth of tables it was opened in */
};

struct flow_later {                     /* a block that waits for the one around it */
	struct flow_block block;
	struct flow_later *next;
};

struct flow {
	struct passages passages;
	int page;                       /* kept by the reader; 0 without pages */
	int line;                       /* kept by the reader; 0: passages are numbered */

	struct flow_block blocks[FLOW_DEPTH];
	unsigned depth, over;
	struct flow_later *later, **last_later;

	unsigned tables;                /* open now; only the outermost makes rows */
	struct text cell;
	struct str cells[FLOW_COLUMNS]; /* of the open row */
	unsigned columns;
	bool continues[FLOW_COLUMNS];   /* merged with the cell above */
	struct str cells_above[FLOW_COLUMNS];
	unsigned columns_above;
	bool in_cell, cell_continues, head, row_begun;
	unsigned cell_span;
	int row_page, row_line;
};

void flow_init(struct flow *f, struct arena *a, struct document_text *to);
void flow_open(struct flow *f, enum passage_kind kind, int level);
void flow_close(struct flow *f);
/* What the block is may be known only after it was opened. */
void flow_is(struct flow *f, enum passage_kind kind, int level);
void flow_text(struct flow *f, struct str s);
void flow_textz(struct flow *f, const char *z);
/* The text of the open block so far; empty when none is open. */
struct str flow_open_text(const struct flow *f);
/* The text of the open block is not wanted. */
void flow_drop(struct flow *f);

void flow_open_table(struct flow *f);
void flow_close_table(struct flow *f);
void flow_open_row(struct flow *f, bool head);
void flow_close_row(struct flow *f);
void flow_open_cell(struct flow *f, unsigned span, bool continues);
void flow_close_cell(struct flow *f);

#endif
