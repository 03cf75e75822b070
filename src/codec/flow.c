/* flow.c -- from nested blocks, tables and cells to flat passages. */
#include "codec/flow.h"

#include "base/limits.h"

#define BLOCK_BYTES (4u * 1024 * 1024)  /* of one block or cell; what is more is dropped */

void flow_init(struct flow *f, struct arena *a, struct document_text *to)
{
	memset(f, 0, sizeof *f);
	f->passages = passages_to(a, to);
	f->cell = text_on(a, BLOCK_BYTES);
	for (unsigned i = 0; i < FLOW_DEPTH; i++)
		f->blocks[i].text = text_on(a, BLOCK_BYTES);
}

/* The buffer is used again for the next block of the same depth. */
static void empty(struct text *t)
{
	t->n = 0;
	t->failed = false;
}

static struct flow_block *open_block(struct flow *f)
{
	return f->depth > 0 ? &f->blocks[f->depth - 1] : NULL;
}

void flow_open(struct flow *f, enum passage_kind kind, int level)
{
	if (f->depth == FLOW_DEPTH || f->over > 0) {
		f->over++;
		return;
	}
	struct flow_block *b = &f->blocks[f->depth++];
	b->kind = kind;
	b->level = level;
	b->page = f->page;
	b->line = f->line;
	b->table = f->tables;
	empty(&b->text);
}

void flow_is(struct flow *f, enum passage_kind kind, int level)
{
	struct flow_block *b = open_block(f);

	if (b && f->over == 0) {
		b->kind = kind;
		b->level = level;
	}
}

void flow_drop(struct flow *f)
{
	struct flow_block *b = open_block(f);

	if (b && f->over == 0)
		empty(&b->text);
}

struct str flow_open_text(const struct flow *f)
{
	return f->depth > 0 ? text_str(&f->blocks[f->depth - 1].text) : STR("");
}

static void add_to_cell(struct flow *f, struct str s)
{
	if (f->cell.n > 0)
		text_addc(&f->cell, ' ');
	text_add(&f->cell, s);
}

static void add_passage(struct flow *f, const struct flow_block *b)
{
	passages_add(&f->passages, b->kind, b->level, text_str(&b->text), b->page, b->line);
}

/* Waits until the outermost block is closed. */
static void keep_for_later(struct flow *f, const struct flow_block *b)
{
	struct arena *a = f->passages.arena;
	struct flow_later *l = ARENA_NEW(a, struct flow_later);
	struct str text = str_copy(a, text_str(&b->text));

	if (arena_failed(a) || text.n == 0)
		return;
	l->block = *b;
	l->block.text = (struct text){ .p = (char *)text.p, .n = text.n };
	*(f->later ? f->last_later : &f->later) = l;
	f->last_later = &l->next;
}

void flow_close(struct flow *f)
{
	if (f->over > 0) {
		f->over--;
		return;
	}
	if (f->depth == 0)
		return;
	struct flow_block *b = &f->blocks[--f->depth];
	if (f->in_cell) {
		add_to_cell(f, text_str(&b->text));
	} else if (f->depth > 0) {
		keep_for_later(f, b);
	} else {
		add_passage(f, b);
		for (struct flow_later *l = f->later; l; l = l->next)
			add_passage(f, &l->block);
		f->later = NULL;
	}
}

void flow_text(struct flow *f, struct str s)
{
	struct flow_block *b = open_block(f);

	if (s.n == 0)
		return;
	if (f->in_cell && !f->row_begun) {
		f->row_begun = true;
		f->row_page = f->page;
		f->row_line = f->line;
	}
	if (b && b->table == f->tables) {
		if (b->text.n == 0) {
			b->page = f->page;
			b->line = f->line ? f->line : b->line;
		}
		text_add(&b->text, s);
	} else if (f->in_cell) {
		text_add(&f->cell, s);
	}
}

void flow_textz(struct flow *f, const char *z)
{
	flow_text(f, str_of(z));
}

/* ---- tables ---- */

void flow_open_table(struct flow *f)
{
	if (f->tables++ == 0)
		f->columns = f->columns_above = 0;
}

void flow_close_table(struct flow *f)
{
	if (f->tables > 0)
		f->tables--;
}

void flow_open_row(struct flow *f, bool head)
{
	if (f->tables != 1)
		return;
	f->columns = 0;
	f->head = head;
	f->row_begun = false;
}

void flow_open_cell(struct flow *f, unsigned span, bool continues)
{
	if (f->tables != 1)
		return;
	f->in_cell = true;
	f->cell_continues = continues;
	f->cell_span = span < 1 ? 1 : span;
	empty(&f->cell);
}

void flow_close_cell(struct flow *f)
{
	if (f->tables != 1 || !f->in_cell)
		return;
	f->in_cell = false;
	struct str text = passage_text(f->passages.arena, text_str(&f->cell));
	for (unsigned i = 0; i < f->cell_span && f->columns < FLOW_COLUMNS; i++) {
		unsigned at = f->columns++;
		if (f->cell_continues && at < f->columns_above)
			text = f->cells_above[at];
		/* A cell over several columns is said once. */
		f->cells[at] = i == 0 ? text : STR("");
		f->continues[at] = i > 0;
	}
}

static bool row_is_empty(const struct flow *f)
{
	for (unsigned i = 0; i < f->columns; i++)
		if (f->cells[i].n > 0)
			return false;
	return true;
}

/* Cells parted by " | "; a table of one column is just paragraphs. */
void flow_close_row(struct flow *f)
{
	struct text t = text_on(f->passages.arena, BLOCK_BYTES);

	if (f->tables != 1)
		return;
	f->in_cell = false;
	for (unsigned i = 0; i < f->columns; i++) {
		if (i > 0 && !f->continues[i])
			text_addz(&t, " | ");
		text_add(&t, f->cells[i]);
		f->cells_above[i] = f->cells[i];
	}
	f->columns_above = f->columns;
	if (row_is_empty(f))
		return;
	enum passage_kind kind = f->columns == 1 ? PASSAGE_PARAGRAPH
	                         : f->head       ? PASSAGE_TABLE_HEAD
	                                         : PASSAGE_TABLE_ROW;
	passages_add(&f->passages, kind, 0, text_str(&t), f->row_page, f->row_line);
}
