/* lines.c -- which lines belong together, and what they are. */
#include "codec/lines.h"

#define ITEM_LEVELS 9
#define HYPHENS_LOOKED_UP 500

struct line_reader {
	struct passages *passages;
	const struct text_line *at;
	size_t count;
	bool fonts;                     /* are told, so headings show by them */
	struct text text;               /* of the passage that is being joined */
	double item_indents[ITEM_LEVELS];
	int item_level;
};

/* ---- list markers ---- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_letter(char c)
{
	return is_lower(c) || (c >= 'A' && c <= 'Z');
}

static size_t bullet(struct str s)
{
	static const char *const bullets[] = { "•", "◦", "▪", "▫", "■", "□", "●", "○",
		                               "‣", "⁃", "➢", "✓", "✔", "→", "·", "–",
		                               "—", "-", "*", "+", "o", "§", "❖", "☐",
		                               "☑", "∙", "►", "∗", "»" };

	for (size_t i = 0; i < COUNT(bullets); i++) {
		size_t n = strlen(bullets[i]);
		if (str_starts(s, bullets[i]) && s.n > n && s.p[n] == ' ')
			return n + 1;
	}
	return 0;
}

/* Bytes of "12", "b" or "iv" at i. */
static size_t ordinal(struct str s, size_t i, bool *digits)
{
	size_t n = 0;

	*digits = i < s.n && is_digit(s.p[i]);
	while (i + n < s.n && n < 3 && *digits && is_digit(s.p[i + n]))
		n++;
	if (n > 0)
		return n;
	while (i + n < s.n && n < 5 && strchr("ivxIVX", s.p[i + n]) && s.p[i + n])
		n++;
	if (n > 0)
		return n;
	return i < s.n && is_letter(s.p[i]);
}

size_t list_marker(struct str s, bool *drop)
{
	size_t n = bullet(s);
	bool open = s.n > 0 && s.p[0] == '(', digits;

	*drop = true;
	if (n > 0)
		return n;
	n = ordinal(s, open, &digits);
	size_t end = open + n;
	if (n == 0 || end + 1 >= s.n || s.p[end + 1] != ' ')
		return 0;
	*drop = digits && !open;
	if (s.p[end] == ')')
		return end + 2;
	/* "A. Smith" and "I. The" are rather names and sentences. */
	bool dot = s.p[end] == '.' && !open && (digits || is_lower(s.p[0]));
	return dot ? end + 2 : 0;
}

/* ---- joining ---- */

/* Whether the word that a hyphen divides here is elsewhere written with it. */
static bool is_hyphenated_elsewhere(struct line_reader *r, struct str head, struct str tail)
{
	char z[64];
	size_t h = head.n, t = 0;

	while (h > 0 && is_letter(head.p[h - 1]))
		h--;
	while (t < tail.n && is_letter(tail.p[t]))
		t++;
	struct str start = str_from(head, h), end = str_cut(tail, t);
	if (start.n + end.n + 1 > sizeof z)
		return true;
	memcpy(z, start.p, start.n);
	z[start.n] = '-';
	memcpy(z + start.n + 1, end.p, end.n);
	for (size_t i = 0; i < r->count && i < HYPHENS_LOOKED_UP * 10; i++)
		if (str_find(r->at[i].text, (struct str){ z, start.n + 1 + end.n }) !=
		    SIZE_MAX)
			return true;
	return false;
}

static void add_line(struct line_reader *r, struct str s)
{
	struct text *t = &r->text;

	if (t->n == 0) {
		text_add(t, s);
		return;
	}
	char last = t->p[t->n - 1];
	if (last == '-' && t->n >= 2 && is_letter(t->p[t->n - 2]) && s.n > 0 &&
	    is_lower(s.p[0])) {
		struct str head = { t->p, t->n - 1 };
		if (!is_hyphenated_elsewhere(r, head, s))
			t->n--;
	} else if (!(last == '/' || last == '-') || s.n == 0 || !is_letter(s.p[0])) {
		text_addc(t, ' ');
	}
	text_add(t, s);
}

static bool ends_sentence(struct str s)
{
	char last = s.n > 0 ? s.p[s.n - 1] : '.';

	return last == '.' || last == ':' || last == ';' || last == '!' || last == '?';
}

/* Whether `next` goes on with what ended in `last`. */
static bool goes_on(const struct text_line *last, const struct text_line *next)
{
	bool drop;

	if (next->gap || next->row || next->level > 0 || list_marker(next->text, &drop) > 0)
		return false;
	if (last->full)
		return true;
	if (next->font != last->font && (last->font != 0 || next->font_level > 0))
		return false;
	return !ends_sentence(last->text) || is_lower(next->text.p[0]);
}

/* Joins the lines from i on that belong together, the first without `skip` bytes; the next
 * i. */
static size_t join(struct line_reader *r, size_t i, size_t skip)
{
	r->text.n = 0;
	add_line(r, str_from(r->at[i].text, skip));
	for (i++; i < r->count && goes_on(&r->at[i - 1], &r->at[i]); i++)
		add_line(r, r->at[i].text);
	return i;
}

static void put(struct line_reader *r, enum passage_kind kind, int level,
                const struct text_line *first)
{
	passages_add(r->passages, kind, level, text_str(&r->text), first->page,
	             first->line);
}

/* ---- what it is ---- */

/* Items further to the right are deeper. */
static int item_level(struct line_reader *r, double indent)
{
	while (r->item_level > 0 && r->item_indents[r->item_level - 1] > indent + 0.5)
		r->item_level--;
	bool same = r->item_level > 0 && r->item_indents[r->item_level - 1] > indent - 2.5;
	if (!same && r->item_level < ITEM_LEVELS)
		r->item_indents[r->item_level++] = indent;
	return r->item_level;
}

/* "1. Purpose" alone between two spaces, and no "2." after it: a heading, not an item. */
static bool is_numbered_heading(const struct line_reader *r, size_t i)
{
	const struct text_line *l = &r->at[i];
	bool drop;

	if (heading_number_depth(l->text) == 0 || !l->gap || i + 1 >= r->count)
		return false;
	if (heading_by_shape(l->text, true, false) == 0 || l->text.n > 70)
		return false;
	const struct text_line *next = &r->at[i + 1];
	if (r->fonts)
		return l->font_level > 0;
	return next->gap && heading_number_depth(next->text) != 1 &&
	       !(list_marker(next->text, &drop) > 0 && is_digit(next->text.p[0]));
}

/* The level when the lines from `from` to `to`, joined, look like a heading; else 0. */
static int heading_level(const struct line_reader *r, size_t from, size_t to)
{
	const struct text_line *first = &r->at[from];
	struct str text = text_str(&r->text);
	int depth = heading_number_depth(text);

	if (to - from > 2 || !first->gap)
		return 0;
	for (size_t i = from; i < to; i++)
		if (r->at[i].font != first->font)
			return 0;
	if (first->font_level > 0 && heading_by_shape(text, true, false) > 0)
		return depth > 0 ? depth : first->font_level;
	return to - from == 1 ? heading_by_shape(text, false, true) : 0;
}

static size_t read_heading(struct line_reader *r, size_t i)
{
	const struct text_line *first = &r->at[i];

	r->text.n = 0;
	add_line(r, first->text);
	for (i++; i < r->count && r->at[i].level == first->level && !r->at[i].gap &&
	          r->at[i].font == first->font && first->font != 0;
	     i++)
		add_line(r, r->at[i].text);
	put(r, PASSAGE_HEADING, first->level, first);
	return i;
}

static size_t read_next(struct line_reader *r, size_t i)
{
	const struct text_line *first = &r->at[i];
	bool drop;
	size_t marker = list_marker(first->text, &drop);

	if (first->row) {
		passages_add(r->passages,
		             first->head ? PASSAGE_TABLE_HEAD : PASSAGE_TABLE_ROW, 0,
		             first->text, first->page, first->line);
		return i + 1;
	}
	if (first->level > 0)
		return read_heading(r, i);
	if (marker > 0 && !is_numbered_heading(r, i)) {
		int level = item_level(r, first->indent);
		i = join(r, i, drop ? marker : 0);
		put(r, PASSAGE_LIST_ITEM, level, first);
		return i;
	}
	size_t next = join(r, i, 0);
	int level =
		marker > 0 ? heading_number_depth(first->text) : heading_level(r, i, next);
	put(r, level > 0 ? PASSAGE_HEADING : PASSAGE_PARAGRAPH, level, first);
	r->item_level = 0;
	return next;
}

void lines_to_passages(struct passages *p, const struct text_line *at, size_t count,
                       bool fonts)
{
	struct line_reader r = { .passages = p, .at = at, .count = count, .fonts = fonts };

	r.text = text_on(p->arena, 1024 * 1024);
	for (size_t i = 0; i < count && !passages_full(p);)
		i = read_next(&r, i);
}
