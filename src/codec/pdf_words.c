/*
 * pdf_words.c -- reading pdftotext's boxes.
 *
 * Its output looks like XHTML, but a hostile file can make it say anything, so it is
 * scanned line by line for the five kinds of line that matter, and nothing else is
 * believed.
 */
#include "codec/pdf.h"

#include <math.h>

#include "base/limits.h"

#define PAGES_MOST 20000u
#define LINES_MOST 2000000u
#define COORDINATE_MOST 100000.0
#define WORD_BYTES_MOST 4096u

/* One more in an array that doubles; null when there is no memory. */
static void *grow(struct arena *a, void *at, size_t count, size_t *room, size_t size)
{
	if (count < *room)
		return at;
	size_t more = *room ? 2 * *room : 128;
	char *made = arena_try(a, more, size);
	if (!made) {
		arena_fail(a);
		return NULL;
	}
	if (count)
		memcpy(made, at, count * size);
	*room = more;
	return made;
}

struct text_line *text_lines_add(struct arena *a, struct text_lines *l)
{
	void *at = grow(a, l->at, l->count, &l->room, sizeof *l->at);

	if (!at)
		return NULL;
	l->at = at;
	l->at[l->count] = (struct text_line){ .page = 0 };
	return &l->at[l->count++];
}

/* ---- attributes ---- */

/* name="123.456" in a line; 0 when absent or out of all measure. */
static double number_in(struct str s, struct str name)
{
	char z[32];
	size_t at = str_find(s, name);

	if (at == SIZE_MAX)
		return 0;
	struct str value, rest;
	value = str_split(str_from(s, at + name.n), '"', &rest);
	if (value.n == 0 || value.n >= sizeof z)
		return 0;
	memcpy(z, value.p, value.n);
	z[value.n] = '\0';
	double n = strtod(z, NULL);
	return isfinite(n) && fabs(n) <= COORDINATE_MOST ? n : 0;
}

/* The text between > and <, with its entities resolved. */
static struct str content(struct arena *a, struct str s)
{
	static const struct {
		const char *name;
		char c;
	} entities[] = { { "&amp;", '&' },
		         { "&lt;", '<' },
		         { "&gt;", '>' },
		         { "&quot;", '"' },
		         { "&apos;", '\'' } };
	struct str rest, inner;

	str_split(s, '>', &inner);
	inner = str_cut(str_split(inner, '<', &rest), WORD_BYTES_MOST);
	if (inner.n == 0 || !memchr(inner.p, '&', inner.n))
		return inner;
	struct text t = text_on(a, inner.n);
	while (inner.n > 0) {
		char c = inner.p[0];
		size_t n = 1;
		for (size_t i = 0; i < COUNT(entities); i++)
			if (str_starts(inner, entities[i].name)) {
				c = entities[i].c;
				n = strlen(entities[i].name);
			}
		text_addc(&t, c);
		inner = str_from(inner, n);
	}
	return text_str(&t);
}

/* ---- fonts ---- */

/* Boxes of one font in one size are all of one height. */
static int font_of(struct pdf *p, double height)
{
	for (int i = 0; i < p->font_count; i++)
		if (fabs(p->fonts[i].height - height) <= 0.01 * height + 0.02)
			return i;
	if (p->font_count == PDF_FONTS)
		return 0;
	p->fonts[p->font_count].height = height;
	return p->font_count++;
}

/* ---- the lines ---- */

struct word_reader_state {
	struct pdf *pdf;
	struct text text;               /* of the open line */
	bool in_line;
};

static void begin_page(struct pdf *p, struct str s)
{
	void *at = grow(p->arena, p->pages, p->page_count, &p->page_room, sizeof *p->pages);

	if (!at)
		return;
	p->pages = at;
	p->pages[p->page_count++] =
		(struct pdf_page){ .first = p->block_count,
		                   .width = number_in(s, STR("width=\"")),
		                   .height = number_in(s, STR("height=\"")) };
}

static void begin_block(struct pdf *p, struct str s)
{
	void *at = grow(p->arena, p->blocks, p->block_count, &p->block_room,
	                sizeof *p->blocks);

	if (!at || p->page_count == 0)
		return;
	p->blocks = at;
	p->blocks[p->block_count++] =
		(struct pdf_block){ .first = p->line_count,
		                    .x0 = number_in(s, STR("xMin=\"")),
		                    .y0 = number_in(s, STR("yMin=\"")),
		                    .x1 = number_in(s, STR("xMax=\"")),
		                    .y1 = number_in(s, STR("yMax=\"")) };
	p->pages[p->page_count - 1].count++;
}

static void begin_line(struct word_reader_state *w, struct str s)
{
	struct pdf *p = w->pdf;
	void *at = grow(p->arena, p->lines, p->line_count, &p->line_room, sizeof *p->lines);

	w->in_line = at && p->page_count > 0 && p->pages[p->page_count - 1].count > 0;
	if (!w->in_line)
		return;
	p->lines = at;
	p->lines[p->line_count] = (struct pdf_line){ .x0 = number_in(s, STR("xMin=\"")),
		                                     .y0 = number_in(s, STR("yMin=\"")),
		                                     .x1 = number_in(s, STR("xMax=\"")),
		                                     .y1 = number_in(s, STR("yMax=\"")),
		                                     .font = -2 };
	w->text = text_on(p->arena, PASSAGE_BYTES);
}

static void end_line(struct word_reader_state *w)
{
	struct pdf *p = w->pdf;

	if (!w->in_line)
		return;
	w->in_line = false;
	struct pdf_line *l = &p->lines[p->line_count];
	l->text = passage_text(p->arena, text_str(&w->text));
	if (l->text.n == 0)
		return;
	p->line_count++;
	p->blocks[p->block_count - 1].count++;
}

static void take_word(struct word_reader_state *w, struct str s)
{
	struct pdf *p = w->pdf;

	if (!w->in_line)
		return;
	struct pdf_line *l = &p->lines[p->line_count];
	struct str text = content(p->arena, s);
	size_t n = str_utf8_length(text);
	double width = number_in(s, STR("xMax=\"")) - number_in(s, STR("xMin=\""));
	double height = number_in(s, STR("yMax=\"")) - number_in(s, STR("yMin=\""));
	if (n == 0 || height <= 0)
		return;
	int font = font_of(p, height);
	p->fonts[font].characters += n;
	p->fonts[font].width += width > 0 ? width : 0;
	/* A bullet of another font does not make a line one of several fonts. */
	if (n > 1 || l->font == -2)
		l->font =
			l->font == -2 || l->font == font || l->characters <= 1 ? font : -1;
	l->characters += n;
	if (w->text.n > 0)
		text_addc(&w->text, ' ');
	text_add(&w->text, text);
}

static void take(struct word_reader_state *w, struct str s)
{
	struct pdf *p = w->pdf;

	if (str_starts(s, "<word "))
		take_word(w, s);
	else if (str_starts(s, "<line "))
		begin_line(w, s);
	else if (str_starts(s, "</line>"))
		end_line(w);
	else if (str_starts(s, "<block "))
		begin_block(p, s);
	else if (str_starts(s, "<page "))
		begin_page(p, s);
	else if (str_starts(s, "<title>") && p->page_count == 0)
		p->title = passage_text(p->arena, content(p->arena, s));
}

/* ---- measures of the running text ---- */

static int by_number(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static double percentile(double *at, size_t count, size_t percent, double otherwise)
{
	if (count == 0)
		return otherwise;
	qsort(at, count, sizeof *at, by_number);
	return at[(count - 1) * percent / 100];
}

static double middle(const struct pdf_line *l)
{
	return (l->y0 + l->y1) / 2;
}

static void measure(struct pdf *p)
{
	double *numbers = ARENA_TRY(p->arena, double, p->line_count + 1);
	size_t n = 0;

	if (!numbers) {
		arena_fail(p->arena);
		return;
	}
	for (int i = 0; i < p->font_count; i++)
		if (p->fonts[i].characters > p->fonts[p->body].characters)
			p->body = i;
	for (size_t b = 0; b < p->block_count; b++)
		for (size_t i = 1; i < p->blocks[b].count; i++) {
			const struct pdf_line *l = &p->lines[p->blocks[b].first + i];
			double step = middle(l) - middle(l - 1);
			if (step > 2 && step < 60 && (l->font == p->body || l->font == -1))
				numbers[n++] = step;
		}
	double height = p->font_count ? p->fonts[p->body].height : 12;
	p->pitch = percentile(numbers, n, 50, 1.2 * height);
	n = 0;
	for (size_t i = 0; i < p->line_count; i++)
		numbers[n++] = p->lines[i].x1;
	p->right = percentile(numbers, n, 90, 0);
	for (size_t i = 0; i < p->line_count; i++)
		numbers[i] = p->lines[i].x0;
	p->left = percentile(numbers, n, 10, 0);
}

enum fail pdf_words_read(struct arena *a, struct str words, struct pdf *out)
{
	*out = (struct pdf){ .arena = a };
	struct word_reader_state w = { .pdf = out };

	while (words.p && words.n > 0 && !arena_failed(a)) {
		struct str line = str_trim(str_split(words, '\n', &words));
		if (out->page_count > PAGES_MOST || out->line_count > LINES_MOST) {
			out->cut = true;
			break;
		}
		take(&w, line);
	}
	if (!arena_failed(a))
		measure(out);
	return arena_failed(a) ? fail_say(FAIL_MEMORY, "not enough memory to read PDF")
	                       : OK;
}

/* ---- page headers and footers ---- */

#define MARGIN_SHARE 0.12               /* of the page's height, above and below */
#define EDGE_SHARE 0.07

/* Letters and digits told apart only as such, so that "Page 3 of 12" repeats. */
static uint64_t shape_of(const struct pdf_line *l)
{
	uint64_t h = UINT64_C(14695981039346656037) + (uint64_t)(int64_t)(l->y0 / 3);
	bool digit = false;

	for (size_t i = 0; i < l->text.n; i++) {
		unsigned char c = (unsigned char)l->text.p[i];
		bool is_digit = c >= '0' && c <= '9';
		if (!is_digit || !digit)
			h = (h ^ (is_digit ? '#' : c)) * UINT64_C(1099511628211);
		digit = is_digit;
	}
	return h;
}

static bool in_margin(const struct pdf_page *page, const struct pdf_line *l, double share)
{
	return l->y1 < share * page->height || l->y0 > (1 - share) * page->height;
}

/* "3", "- 3 -", "Page 3", "Page 3 of 12", "3 / 12", "iv". */
static bool is_page_number(struct str s)
{
	static const char *const words[] = { "page", "Page", "PAGE", "of",
		                             "de",   "sur",  "p.",   "P." };
	bool any = false;

	if (s.n > 24)
		return false;
	for (struct str rest = s; rest.p;) {
		struct str word = str_split(rest, ' ', &rest);
		bool known = word.n == 0;
		for (size_t i = 0; i < COUNT(words); i++)
			known = known || str_is(word, words[i]);
		for (size_t i = 0; !known && i < word.n; i++) {
			if (!strchr("0123456789ivxlIVXL-–|/.", word.p[i]) && word.p[i] > 0)
				return false;
			any = true;
		}
	}
	return any;
}

struct shape {
	uint64_t shape;
	size_t page, line;
	bool edge;
};

static int by_shape(const void *a, const void *b)
{
	const struct shape *x = a, *y = b;

	if (x->shape != y->shape)
		return x->shape < y->shape ? -1 : 1;
	return x->page < y->page ? -1 : x->page > y->page;
}

/* The highest and the lowest line of a page (when `lowest`); null on an empty page. */
static struct pdf_line *outermost(struct pdf *p, const struct pdf_page *page, bool lowest)
{
	struct pdf_line *found = NULL;

	for (size_t b = page->first; b < page->first + page->count; b++)
		for (size_t k = 0; k < p->blocks[b].count; k++) {
			struct pdf_line *l = &p->lines[p->blocks[b].first + k];
			if (!l->dropped &&
			    (!found || (lowest ? l->y0 > found->y0 : l->y0 < found->y0)))
				found = l;
		}
	return found;
}

static size_t collect_margins(struct pdf *p, struct shape *at)
{
	size_t n = 0;

	for (size_t i = 0; i < p->page_count; i++) {
		const struct pdf_page *page = &p->pages[i];
		struct pdf_line *top = outermost(p, page, false),
				*end = outermost(p, page, true);
		if (top && top->y1 < page->height / 4)
			top->dropped = is_page_number(top->text);
		if (end && end->y0 > page->height * 3 / 4)
			end->dropped = is_page_number(end->text);
		for (size_t b = page->first; b < page->first + page->count; b++)
			for (size_t k = 0; k < p->blocks[b].count; k++) {
				size_t line = p->blocks[b].first + k;
				const struct pdf_line *l = &p->lines[line];
				bool edge = in_margin(page, l, EDGE_SHARE);
				if (in_margin(page, l, MARGIN_SHARE))
					at[n++] = (struct shape){ shape_of(l), i, line,
						                  edge };
			}
	}
	return n;
}

/* Whether a run of lines that look the same stands on enough pages, or on three in a row.
 */
static bool is_running(const struct shape *at, size_t count, size_t pages)
{
	size_t row = 1, longest = 1;

	for (size_t i = 1; i < count; i++) {
		row = at[i].page == at[i - 1].page + 1 ? row + 1 : 1;
		longest = row > longest ? row : longest;
	}
	if (count < 3)
		return count == 2 && pages <= 3 && at[0].edge;
	return at[0].edge || longest >= 3 || 10 * count >= 3 * pages;
}

void pdf_drop_margins(struct pdf *p)
{
	struct shape *at = ARENA_TRY(p->arena, struct shape, p->line_count + 1);

	if (!at) {
		arena_fail(p->arena);
		return;
	}
	size_t n = collect_margins(p, at);
	qsort(at, n, sizeof *at, by_shape);
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n && at[end].shape == at[i].shape;)
			end++;
		if (is_running(at + i, end - i, p->page_count))
			for (size_t k = i; k < end; k++)
				p->lines[at[k].line].dropped = true;
	}
}
