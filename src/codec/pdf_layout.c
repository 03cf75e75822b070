/*
 * pdf_layout.c -- from boxes on a page to lines in reading order, with tables as rows.
 *
 * pdftotext gives blocks: paragraphs, or the cells of a table.  Blocks that stand beside
 * each other are either columns of text (read one after the other) or cells (one row).
 */
#include "codec/pdf.h"

#include <math.h>

#define COLUMNS_MOST 16
#define COLUMN_LINES 8                  /* fewer side by side are rather cells */

struct group {                          /* blocks that share some height, sorted by x */
	struct pdf *pdf;
	struct text_lines *out;
	int page;
	struct pdf_block **blocks;
	size_t count;
	int *column;                    /* of each block */
	int columns;
	double starts[COLUMNS_MOST];    /* left edges */
	bool like_neighbour;            /* the group above or below has the same columns */
	int font;                       /* of the last line that was put out on this page */
	double bottom;                  /* and where it was */
	bool any;
};

static double middle(const struct pdf_line *l)
{
	return (l->y0 + l->y1) / 2;
}

static bool begins_lower(struct str s)
{
	return s.n > 0 && s.p[0] >= 'a' && s.p[0] <= 'z';
}

/* ---- putting lines out ---- */

static double size_of(const struct pdf_font *f)
{
	return f->characters ? f->width / (double)f->characters : 0;
}

/* From line to line in this font: more than usual where it is clearly larger. */
static double step_of(const struct pdf *p, const struct pdf_line *l)
{
	const struct pdf_font *body = &p->fonts[p->body];

	if (l->font < 0 || size_of(&p->fonts[l->font]) < 1.15 * size_of(body))
		return p->pitch;
	double own = 1.35 * p->fonts[l->font].height;
	return own > p->pitch ? own : p->pitch;
}

static void put_line(struct group *g, const struct pdf_line *l, double right)
{
	struct text_line *t = text_lines_add(g->pdf->arena, g->out);
	double above = middle(l) - g->bottom;
	double step = g->font == l->font ? step_of(g->pdf, l) : g->pdf->pitch;

	if (!t)
		return;
	t->text = l->text;
	t->indent = l->x0;
	t->page = g->page;
	t->font = l->font < 0 || l->font == g->pdf->body ? 0 : l->font + 1;
	t->full = l->x1 > right - 0.15 * (right - g->pdf->left);
	/* The first line of a page may go on with the last sentence of the one before. */
	t->gap = g->any ? above > 1.35 * step || above < -2
	                : !begins_lower(l->text);
	g->bottom = middle(l);
	g->font = l->font;
	g->any = true;
}

static int by_top(const void *a, const void *b)
{
	const struct pdf_line *x = *(const struct pdf_line *const *)a;
	const struct pdf_line *y = *(const struct pdf_line *const *)b;

	return middle(x) < middle(y) ? -1 : middle(x) > middle(y);
}

static int by_x(const void *a, const void *b)
{
	const struct pdf_line *x = *(const struct pdf_line *const *)a;
	const struct pdf_line *y = *(const struct pdf_line *const *)b;

	return x->x0 < y->x0 ? -1 : x->x0 > y->x0;
}

/* From top to bottom; what stands at nearly the same height, from left to right. */
static void sort_lines(struct pdf_line **at, size_t count)
{
	qsort(at, count, sizeof *at, by_top);
	for (size_t i = 0, end; i < count; i = end) {
		for (end = i + 1; end < count && middle(at[end]) - middle(at[i]) < 2;)
			end++;
		qsort(at + i, end - i, sizeof *at, by_x);
	}
}

/* The lines of a column (-1: of all) from top to bottom; null when there is no memory. */
static struct pdf_line **lines_of(struct group *g, int column, size_t *count)
{
	size_t room = 0, n = 0;

	for (size_t i = 0; i < g->count; i++)
		room += g->blocks[i]->count;
	struct pdf_line **at = arena_try(g->pdf->arena, room + 1, sizeof *at);
	*count = 0;
	if (!at) {
		arena_fail(g->pdf->arena);
		return NULL;
	}
	for (size_t i = 0; i < g->count; i++)
		for (size_t k = 0; k < g->blocks[i]->count; k++) {
			struct pdf_line *l = &g->pdf->lines[g->blocks[i]->first + k];
			if ((column < 0 || g->column[i] == column) && !l->dropped)
				at[n++] = l;
		}
	sort_lines(at, n);
	*count = n;
	return at;
}

static void put_column(struct group *g, int column, double right)
{
	size_t count;
	struct pdf_line **at = lines_of(g, column, &count);

	for (size_t i = 0; at && i < count; i++)
		put_line(g, at[i], right);
}

/* ---- rows ---- */

struct row {
	struct text cells[COLUMNS_MOST];
	bool bold;
	double top;
};

static void add_to_cell(struct row *r, int column, const struct pdf_line *l)
{
	struct text *t = &r->cells[column];

	if (t->n > 0 && t->p[t->n - 1] == '-' && begins_lower(l->text))
		t->n--;
	else if (t->n > 0)
		text_addc(t, ' ');
	text_add(t, l->text);
}

static void put_row(struct group *g, const struct row *r)
{
	struct text t = text_on(g->pdf->arena, PASSAGE_BYTES);
	int filled = 0;

	for (int c = 0; c < g->columns; c++) {
		if (c > 0)
			text_addz(&t, " | ");
		text_add(&t, text_str(&r->cells[c]));
		filled += r->cells[c].n > 0;
	}
	struct text_line *l = filled > 0 ? text_lines_add(g->pdf->arena, g->out) : NULL;
	if (!l)
		return;
	bool after_row = g->out->count > 1 && l[-1].row;
	*l = (struct text_line){ .text = text_str(&t),
		                 .row = filled > 1,
		                 .gap = true,
		                 .page = g->page,
		                 .indent = g->starts[0] };
	l->head = l->row && r->bold && !after_row;
	if (filled == 1)
		for (int c = 0; c < g->columns; c++)
			if (r->cells[c].n > 0)
				l->text = text_str(&r->cells[c]);
}

static void empty_row(struct group *g, struct row *r, double top)
{
	*r = (struct row){ .bold = true, .top = top };
	for (int c = 0; c < g->columns; c++)
		r->cells[c] = text_on(g->pdf->arena, PASSAGE_BYTES);
}

static int column_of(const struct group *g, const struct pdf_line *l)
{
	int c = g->columns - 1;

	while (c > 0 && l->x0 < g->starts[c] - 1)
		c--;
	return c;
}

/* Where rows begin: the tops of the blocks, or of the lines, of one column. */
static size_t row_tops(struct group *g, double *tops, size_t room)
{
	size_t blocks[COLUMNS_MOST] = { 0 }, n = 0;
	int most = 0;

	for (size_t i = 0; i < g->count; i++)
		blocks[g->column[i]]++;
	for (int c = 1; c < g->columns; c++)
		if (blocks[c] > blocks[most])
			most = c;
	if (blocks[most] > 1) {
		for (size_t i = 0; i < g->count && n < room; i++)
			if (g->column[i] == most && g->blocks[i]->count > 0)
				tops[n++] = g->blocks[i]->y0;
		return n;
	}
	size_t count;
	struct pdf_line **at = lines_of(g, 0, &count);
	bool split = !g->like_neighbour && count >= 3;
	for (size_t i = 0; at && split && i < count && n < room; i++)
		tops[n++] = at[i]->y0;
	return n;
}

static int by_number(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

/* A row of which only the first cell is filled is the rest of that cell. */
static bool is_rest(const struct group *g, const struct row *r)
{
	for (int c = 1; c < g->columns; c++)
		if (r->cells[c].n > 0)
			return false;
	return true;
}

/* The row joins the one that is open, or takes its place; *any: one is open. */
static void take_row(struct group *g, struct row *open, const struct row *row, bool *any)
{
	bool rest = is_rest(g, row);

	if (*any && rest)
		text_addf(&open->cells[0], " %.*s", STR_ARG(text_str(&row->cells[0])));
	else if (*any)
		put_row(g, open);
	if (!*any || !rest)
		*open = *row;
	*any = true;
}

static void put_rows(struct group *g)
{
	double tops[512];
	size_t count, next = 0, rows = row_tops(g, tops, COUNT(tops));
	struct pdf_line **at = lines_of(g, -1, &count);
	struct row *open = ARENA_NEW(g->pdf->arena, struct row);
	struct row *row = ARENA_NEW(g->pdf->arena, struct row);
	bool any = false;

	qsort(tops, rows, sizeof *tops, by_number);
	empty_row(g, row, 0);
	for (size_t i = 0; at && i < count; i++) {
		if (next < rows && middle(at[i]) > tops[next] && i > 0) {
			take_row(g, open, row, &any);
			empty_row(g, row, at[i]->y0);
		}
		while (next < rows && middle(at[i]) > tops[next])
			next++;
		add_to_cell(row, column_of(g, at[i]), at[i]);
		row->bold = row->bold && at[i]->font != g->pdf->body && at[i]->font >= 0;
	}
	take_row(g, open, row, &any);
	put_row(g, open);
	if (count > 0)
		g->bottom = middle(at[count - 1]);
	g->any = true;
}

/* ---- columns ---- */

static int by_left(const void *a, const void *b)
{
	const struct pdf_block *x = *(const struct pdf_block *const *)a;
	const struct pdf_block *y = *(const struct pdf_block *const *)b;

	return x->x0 < y->x0 ? -1 : x->x0 > y->x0;
}

static void find_columns(struct group *g)
{
	double right = -1;

	qsort(g->blocks, g->count, sizeof *g->blocks, by_left);
	g->columns = 0;
	for (size_t i = 0; i < g->count; i++) {
		const struct pdf_block *b = g->blocks[i];
		if (g->columns == 0 || (b->x0 > right + 1 && g->columns < COLUMNS_MOST)) {
			g->starts[g->columns++] = b->x0;
			right = b->x1;
		}
		right = b->x1 > right ? b->x1 : right;
		g->column[i] = g->columns - 1;
	}
}

/* Two or three columns of many lines, most of which fill their column. */
static bool is_column_text(struct group *g)
{
	if (g->columns < 2 || g->columns > 3)
		return false;
	for (int c = 0; c < g->columns; c++) {
		size_t count, full = 0;
		double left = 1e9, right = 0;
		struct pdf_line **at = lines_of(g, c, &count);
		if (!at || count < COLUMN_LINES)
			return false;
		for (size_t i = 0; i < count; i++) {
			left = at[i]->x0 < left ? at[i]->x0 : left;
			right = at[i]->x1 > right ? at[i]->x1 : right;
		}
		for (size_t i = 0; i < count; i++)
			full += at[i]->x1 > right - 0.2 * (right - left);
		if (10 * full < 5 * count)
			return false;
	}
	return true;
}

/* Bullets and numbers that stand in a column of their own belong to the lines beside them.
 */
static bool is_marker(struct arena *a, struct str s)
{
	bool drop;
	struct str with_text = str_format(a, "%.*s x", STR_ARG(s));

	return s.n <= 12 && (list_marker(with_text, &drop) == s.n + 1 ||
	                     (heading_number_depth(with_text) > 0 && s.p[s.n - 1] != ' ' &&
	                      s.p[0] >= '0' && s.p[0] <= '9'));
}

static bool join_markers(struct group *g)
{
	size_t left_count, count;
	struct pdf_line **left = lines_of(g, 0, &left_count);
	struct pdf_line **at = lines_of(g, -1, &count);

	if (g->columns != 2 || !left || !at || left_count == 0)
		return false;
	for (size_t i = 0; i < left_count; i++)
		if (!is_marker(g->pdf->arena, left[i]->text))
			return false;
	for (size_t i = 0; i + 1 < count; i++) {
		struct pdf_line *l = at[i], *r = at[i + 1];
		if (fabs(middle(l) - middle(r)) > g->pdf->pitch / 2 || l->x1 > r->x0 + 1)
			continue;
		r->text = str_format(g->pdf->arena, "%.*s %.*s", STR_ARG(l->text),
		                     STR_ARG(r->text));
		r->x0 = l->x0;
		l->dropped = true;
	}
	return true;
}

/* ---- groups ---- */

/* What stands at one height is one line. */
static void put_merged(struct group *g)
{
	size_t count;
	struct pdf_line **at = lines_of(g, -1, &count);

	for (size_t i = 0, end; at && i < count; i = end) {
		struct pdf_line line = *at[i];
		for (end = i + 1; end < count && middle(at[end]) - middle(at[i]) < 3;
		     end++) {
			line.text = str_format(g->pdf->arena, "%.*s %.*s",
			                       STR_ARG(line.text), STR_ARG(at[end]->text));
			line.x1 = at[end]->x1;
		}
		put_line(g, &line, g->pdf->right);
	}
}

static bool has_contents(struct group *g)
{
	size_t count;
	struct pdf_line **at = lines_of(g, -1, &count);

	for (size_t i = 0; at && i < count; i++)
		if (is_contents_line(at[i]->text))
			return true;
	return false;
}

/* A sentence with a wide space in it, not a row: two blocks close together, standing alone.
 */
static bool is_split_line(const struct group *g)
{
	if (g->columns != 2 || g->like_neighbour || g->count != 2)
		return false;
	double space = g->starts[1] - g->blocks[0]->x1;
	return space < 1.7 * g->pdf->pitch &&
	       g->blocks[0]->x0 < g->pdf->left + 4 * g->pdf->pitch &&
	       g->blocks[0]->count <= 6;
}

static void put_group(struct group *g)
{
	double right = g->pdf->right;

	if (g->columns <= 1 || join_markers(g) || has_contents(g) || is_split_line(g)) {
		put_merged(g);
	} else if (is_column_text(g)) {
		for (int c = 0; c < g->columns; c++) {
			double edge = c + 1 < g->columns ? g->starts[c + 1] - 10 : right;
			g->bottom = -1e6;
			put_column(g, c, edge);
		}
	} else {
		put_rows(g);
	}
}

static bool same_columns(const struct group *a, const struct group *b)
{
	if (a->columns != b->columns || a->columns < 2)
		return false;
	for (int c = 0; c < a->columns; c++)
		if (fabs(a->starts[c] - b->starts[c]) > 4)
			return false;
	return true;
}

static int by_block_top(const void *a, const void *b)
{
	const struct pdf_block *x = *(const struct pdf_block *const *)a;
	const struct pdf_block *y = *(const struct pdf_block *const *)b;

	return x->y0 < y->y0 ? -1 : x->y0 > y->y0;
}

/* How many blocks from `first` on hang together: each begins above the lowest end so far.
 */
static size_t group_size(struct pdf_block **at, size_t count)
{
	double bottom = at[0]->y1;
	size_t n = 1;

	while (n < count && at[n]->y0 < bottom - 2) {
		bottom = at[n]->y1 > bottom ? at[n]->y1 : bottom;
		n++;
	}
	return n;
}

/* A block of which all lines were dropped is not there any more. */
static bool is_gone(const struct pdf *p, const struct pdf_block *b)
{
	for (size_t i = 0; i < b->count; i++)
		if (!p->lines[b->first + i].dropped)
			return false;
	return true;
}

static void layout_page(struct pdf *p, size_t number, struct text_lines *out)
{
	const struct pdf_page *page = &p->pages[number];
	struct pdf_block **at = arena_try(p->arena, page->count + 1, sizeof *at);
	int *columns = ARENA_TRY(p->arena, int, page->count + 1);
	struct group before = { .columns = 0 }, g = { .pdf = p, .out = out };
	size_t n = 0;

	if (!at || !columns) {
		arena_fail(p->arena);
		return;
	}
	for (size_t i = 0; i < page->count; i++)
		if (!is_gone(p, &p->blocks[page->first + i]))
			at[n++] = &p->blocks[page->first + i];
	qsort(at, n, sizeof *at, by_block_top);
	for (size_t i = 0, size; i < n; i += size) {
		size = group_size(at + i, n - i);
		struct group next = { .pdf = p, .column = columns };
		if (i + size < n) {
			next.blocks = at + i + size;
			next.count = group_size(at + i + size, n - i - size);
			find_columns(&next);
		}
		g.page = (int)number + 1;
		g.blocks = at + i;
		g.count = size;
		g.column = columns;
		find_columns(&g);
		g.like_neighbour = same_columns(&g, &before) || same_columns(&g, &next);
		put_group(&g);
		before = g;
	}
}

void pdf_layout(struct pdf *p, struct text_lines *out)
{
	for (size_t i = 0; i < p->page_count && !arena_failed(p->arena); i++)
		layout_page(p, i, out);
}
