/*
 * pdf_headings.c -- which lines of a PDF are headings, and how deep.
 *
 * The best witness is the document's own table of contents: its lines are found again in
 * the text, in order, and their indents give the levels.  Else headings stand in a font
 * that most often stands alone on short lines; larger fonts are higher.
 */
#include "codec/pdf.h"

#include <math.h>

#include "codec/words.h"

#define CONTENTS_MOST 2000u
#define LOOK_AHEAD 60u                  /* headings that the text may lack */
#define LEVELS_MOST 6

struct entry {
	struct str title;               /* folded */
	double indent;
	int level;
};

struct contents {
	struct entry *at;
	size_t count;
};

/* ---- the table of contents ---- */

static bool is_number(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0 && s.n <= 4;
}

/* "Assess | 4": without dots, on a page that has lines with dots. */
static struct str title_without_dots(const struct text_line *l)
{
	struct str s = l->text;
	size_t bar = s.n;

	while (bar > 0 && s.p[bar - 1] != ' ')
		bar--;
	if (!is_number(str_from(s, bar)) || bar == 0)
		return STR("");
	s = str_trim(str_cut(s, bar));
	if (l->row && str_ends(s, "|"))
		s = str_trim(str_cut(s, s.n - 1));
	return s;
}

/* The title of a line of the contents: without dots and page; empty when it is none. */
static struct str title_of(const struct text_line *l, bool loose)
{
	struct str s = l->text;

	if (!is_contents_line(s))
		return loose ? title_without_dots(l) : STR("");
	/* The page, the dots, and a bar between them; a title may end in a digit. */
	while (s.n > 0 && s.p[s.n - 1] != '.' && !str_ends(s, "…"))
		s.n--;
	while (s.n > 0 && (strchr(". |", s.p[s.n - 1]) || str_ends(s, "…")))
		s.n -= str_ends(s, "…") ? 3 : 1;
	return str_trim(s);
}

static bool *pages_of_contents(struct pdf *p, const struct text_lines *l)
{
	bool *pages = ARENA_TRY(p->arena, bool, p->page_count + 2);
	int *lines = ARENA_TRY(p->arena, int, p->page_count + 2);

	if (!pages || !lines) {
		arena_fail(p->arena);
		return NULL;
	}
	for (size_t i = 0; i < l->count; i++)
		if (is_contents_line(l->at[i].text) && ++lines[l->at[i].page] >= 3)
			pages[l->at[i].page] = true;
	return pages;
}

static bool is_contents_heading(struct str s)
{
	static const char *const names[] = { "contents",           "table of contents",
		                             "table des matieres", "sommaire",
		                             "list of figures",    "list of tables",
		                             "liste des figures", "liste des tableaux" };

	for (size_t i = 0; i < COUNT(names); i++)
		if (str_is(s, names[i]))
			return true;
	return false;
}

/* Takes the contents out of the lines. */
static struct contents take_contents(struct pdf *p, struct text_lines *l)
{
	struct contents c = { .at = ARENA_TRY(p->arena, struct entry, CONTENTS_MOST) };
	bool *pages = pages_of_contents(p, l);
	size_t kept = 0;

	if (!c.at || !pages) {
		arena_fail(p->arena);
		return c;
	}
	for (size_t i = 0; i < l->count; i++) {
		struct text_line *line = &l->at[i];
		bool loose = pages[line->page];
		struct str title = title_of(line, loose);
		if (title.n > 0) {
			if (c.count < CONTENTS_MOST)
				c.at[c.count++] = (struct entry){ fold(p->arena, title),
					                          line->indent, 0 };
			continue;
		}
		if (loose && line->text.n < 40 &&
		    is_contents_heading(fold(p->arena, line->text)))
			continue;
		l->at[kept++] = *line;
	}
	l->count = kept;
	return c;
}

/* Levels by how far to the right the titles begin. */
static void level_contents(struct contents *c)
{
	double indents[LEVELS_MOST];
	int count = 0;

	for (size_t i = 0; i < c->count; i++) {
		int k = 0;
		while (k < count && indents[k] < c->at[i].indent - 4)
			k++;
		bool known = k < count && fabs(indents[k] - c->at[i].indent) <= 4;
		if (known || count == LEVELS_MOST)
			continue;
		for (int m = count; m > k; m--)
			indents[m] = indents[m - 1];
		indents[k] = c->at[i].indent;
		count++;
	}
	for (size_t i = 0; i < c->count; i++) {
		int k = 0;
		while (k + 1 < count && indents[k] < c->at[i].indent - 4)
			k++;
		c->at[i].level = k + 1;
	}
}

/* Whether the line, or it and the next, are the title; how many lines that takes. */
static size_t matches(struct pdf *p, const struct text_lines *l, size_t i, struct str title)
{
	struct str s = fold(p->arena, l->at[i].text);

	if (l->at[i].row)
		return 0;
	if (str_equal(s, title))
		return 1;
	if (s.n + 2 > title.n || s.n < 8 || !str_equal(str_cut(title, s.n), s) ||
	    i + 1 >= l->count || l->at[i + 1].row)
		return 0;
	struct str both = fold(p->arena, str_format(p->arena, "%.*s %.*s",
	                                            STR_ARG(l->at[i].text),
	                                            STR_ARG(l->at[i + 1].text)));
	return str_equal(both, title) ? 2 : 0;
}

static void mark_by_contents(struct pdf *p, const struct contents *c, struct text_lines *l)
{
	size_t next = 0;

	for (size_t i = 0; i < l->count && next < c->count; i++) {
		if (!l->at[i].gap || l->at[i].text.n > 300)
			continue;
		size_t end = next + LOOK_AHEAD < c->count ? next + LOOK_AHEAD : c->count;
		for (size_t k = next; k < end; k++) {
			size_t lines = matches(p, l, i, c->at[k].title);
			if (lines == 0)
				continue;
			for (size_t m = 0; m < lines; m++)
				l->at[i + m].level = c->at[k].level;
			l->at[i + lines - 1].full = false;
			if (i + lines < l->count)
				l->at[i + lines].gap = true;
			next = k + 1;
			i += lines - 1;
			break;
		}
	}
}

/* ---- fonts ---- */

struct use {
	size_t alone, all;              /* lines that look like headings; lines */
	size_t levels[LEVELS_MOST + 1]; /* how often the contents gave which level */
};

static double size_of(const struct pdf_font *f)
{
	return f->characters ? f->width / (double)f->characters : 0;
}

static void count_uses(const struct text_lines *l, struct use *uses)
{
	for (size_t i = 0; i < l->count; i++) {
		const struct text_line *line = &l->at[i];
		if (line->font == 0 || line->row)
			continue;
		struct use *u = &uses[line->font - 1];
		bool next_gap = i + 1 >= l->count || l->at[i + 1].gap ||
		                l->at[i + 1].font != line->font;
		u->all++;
		u->alone += line->gap && next_gap &&
		            heading_by_shape(line->text, true, false) > 0;
		if (line->level > 0 && line->level <= LEVELS_MOST)
			u->levels[line->level]++;
	}
}

static int most_given(const struct use *u)
{
	int most = 0;

	for (int i = 1; i <= LEVELS_MOST; i++)
		if (u->levels[i] > (most ? u->levels[most] : 0))
			most = i;
	return most;
}

/* A font of headings: at least half of its lines stand alone and short. */
static void level_fonts(struct pdf *p, const struct use *uses, int deepest)
{
	int order[PDF_FONTS], count = 0;

	for (int i = 0; i < p->font_count; i++) {
		if (i == p->body || uses[i].all == 0 || 2 * uses[i].alone < uses[i].all)
			continue;
		int k = count++;
		while (k > 0 && size_of(&p->fonts[order[k - 1]]) < size_of(&p->fonts[i])) {
			order[k] = order[k - 1];
			k--;
		}
		order[k] = i;
	}
	int level = 0;
	double before = 1e9;
	for (int k = 0; k < count; k++) {
		struct pdf_font *f = &p->fonts[order[k]];
		if (size_of(f) < 0.96 * before && level < LEVELS_MOST) {
			level++;
			before = size_of(f);
		}
		int given = most_given(&uses[order[k]]);
		f->level = given > 0 ? given : deepest + (level > 0 ? level : 1);
		if (f->level > HEADING_LEVELS)
			f->level = HEADING_LEVELS;
	}
}

void pdf_find_headings(struct pdf *p, struct text_lines *l)
{
	struct contents c = take_contents(p, l);
	struct use *uses = ARENA_TRY(p->arena, struct use, PDF_FONTS);
	int deepest = 0;

	if (arena_failed(p->arena) || !uses) {
		arena_fail(p->arena);
		return;
	}
	level_contents(&c);
	mark_by_contents(p, &c, l);
	for (size_t i = 0; i < l->count; i++)
		deepest = l->at[i].level > deepest ? l->at[i].level : deepest;
	count_uses(l, uses);
	level_fonts(p, uses, deepest);
	for (size_t i = 0; i < l->count; i++)
		if (l->at[i].font > 0)
			l->at[i].font_level = p->fonts[l->at[i].font - 1].level;
}
