/*
 * read_plain.c -- plain text as passages: paragraphs parted by blank lines, headings that
 * are numbered, underlined or in capitals, lists, and tables drawn with | or tabs.
 */
#include "codec/readers.h"

#include "base/arena.h"
#include "codec/lines.h"

struct plain_reader {
	struct arena *arena;
	struct text_line *at;
	size_t count, room;
};

static bool grow(struct plain_reader *r)
{
	if (r->count < r->room)
		return true;
	size_t room = r->room ? 2 * r->room : 256;
	struct text_line *at = ARENA_TRY(r->arena, struct text_line, room);
	if (!at) {
		arena_fail(r->arena);
		return false;
	}
	if (r->count)
		memcpy(at, r->at, r->count * sizeof *at);
	r->at = at;
	r->room = room;
	return true;
}

/* A line of only = or - (at least three): the level of the heading that it underlines. */
static int underline(struct str s)
{
	s = str_trim(s);
	if (s.n < 3 || !strchr("=-~", s.p[0]))
		return 0;
	for (size_t i = 1; i < s.n; i++)
		if (s.p[i] != s.p[0])
			return 0;
	return s.p[0] == '=' ? 1 : 2;
}

/* A line that only draws: rules, borders of tables, page ends. */
static bool is_drawing(struct str s)
{
	s = str_trim(s);
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("=-~_+|*# \f\t", s.p[i]) || !s.p[i])
			return false;
	return s.n > 0;
}

static double indent_of(struct str s)
{
	double indent = 0;

	for (size_t i = 0; i < s.n && (s.p[i] == ' ' || s.p[i] == '\t'); i++)
		indent += s.p[i] == '\t' ? 8 : 1;
	return indent;
}

/* Cells drawn by | or parted by tabs; a single | in a sentence is none. */
static bool split_row(struct arena *a, struct str s, struct str *out)
{
	struct str line = str_trim(s);
	bool bars = line.n > 2 && line.p[0] == '|';
	char by = bars ? '|' : '\t';
	struct text t = text_on(a, 3 * line.n + 8);
	unsigned cells = 0;

	if (!bars && str_find(line, STR("\t")) == SIZE_MAX)
		return false;
	if (bars)
		line = str_from(line, 1);
	while (line.p && line.n > 0) {
		struct str cell = passage_text(a, str_split(line, by, &line));
		if (!bars && cell.n == 0)
			continue;
		if (cells++ > 0)
			text_addz(&t, " | ");
		text_add(&t, cell);
	}
	*out = text_str(&t);
	return cells >= 2;
}

static bool is_underlined_by(const struct text_line *before, struct str s)
{
	return before && before->gap && !before->row && before->text.n < 200 &&
	       underline(s) > 0;
}

static void read_line(struct plain_reader *r, struct str s, int number, bool gap)
{
	struct text_line *before = r->count > 0 && !gap ? &r->at[r->count - 1] : NULL;
	struct str row;
	bool drop;

	if (is_underlined_by(before, s)) {
		before->level = underline(s);
		return;
	}
	if (is_drawing(s) || is_contents_line(str_trim(s)) || !grow(r))
		return;
	struct text_line *l = &r->at[r->count++];
	*l = (struct text_line){
		.gap = gap, .full = true, .indent = indent_of(s), .line = number
	};
	l->text = passage_text(r->arena, s);
	if (list_marker(l->text, &drop) == 0 && split_row(r->arena, s, &row)) {
		l->row = true;
		l->text = row;
	}
	if (l->text.n == 0)
		r->count--;
	/* What follows a heading is not the rest of it. */
	if (before && before->level > 0)
		l->gap = true;
}

enum fail read_plain(struct arena *a, struct str utf8, struct refusal *why,
                     struct document_text *out)
{
	struct plain_reader r = { .arena = a };
	struct passages p = passages_to(a, out);
	bool gap = true;
	int number = 0;

	(void)why;
	for (struct str rest = utf8; rest.p && rest.n > 0;) {
		struct str line = str_split(rest, '\n', &rest);
		number++;
		if (str_trim(line).n > 0)
			read_line(&r, line, number, gap);
		gap = str_trim(line).n == 0 || memchr(line.p, '\f', line.n);
	}
	lines_to_passages(&p, r.at, r.count, false);
	return OK;
}
