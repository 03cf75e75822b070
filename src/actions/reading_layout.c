/*
 * reading_layout.c -- what stands over what: sections, list introductions, head rows, lines
 * of a table of contents, and short lines that are headings though nobody marked them so.
 */
#include "actions/reading.h"

#include "base/arena.h"

#define SHORT_LINE_BYTES 70u
#define SHORT_LINE_WORDS 9
#define LOOK_BACK 40u /* passages, for the sentence that introduces a list */

static int words_in(struct str s)
{
	int n = 0;
	bool in = false;

	for (size_t i = 0; i < s.n; i++) {
		bool space = s.p[i] == ' ';

		n += !space && !in;
		in = !space;
	}
	return n;
}

static bool ends_sentence(struct str s)
{
	static const char ends[] = ".!?;:,|)";

	return s.n > 0 && strchr(ends, s.p[s.n - 1]);
}

/* "4.2 Backups ........ 12", "4.2 Backups 12" */
static bool is_contents_line(struct str s)
{
	size_t digits = 0;

	if (str_find(s, STR("....")) != SIZE_MAX ||
	    str_find(s, STR(". . . .")) != SIZE_MAX ||
	    str_find(s, STR("\xe2\x80\xa6\xe2\x80\xa6")) != SIZE_MAX)
		return true;
	while (digits < s.n && s.p[s.n - 1 - digits] >= '0' && s.p[s.n - 1 - digits] <= '9')
		digits++;
	return s.n > 0 && s.p[0] >= '0' && s.p[0] <= '9' && digits >= 1 && digits <= 3 &&
	       digits + 1 < s.n && s.p[s.n - 1 - digits] == ' ' &&
	       words_in(s) <= SHORT_LINE_WORDS;
}

/* A short line without an end, standing over other text: a heading in all but style. */
static bool looks_like_heading(const struct passage *p, const struct passage *next)
{
	if (p->kind != PASSAGE_PARAGRAPH || p->text.n == 0 ||
	    p->text.n > SHORT_LINE_BYTES || words_in(p->text) > SHORT_LINE_WORDS ||
	    ends_sentence(p->text) || !next)
		return false;
	if (str_find(p->text, STR("@")) != SIZE_MAX ||
	    str_find(p->text, STR(": ")) != SIZE_MAX)
		return false;
	char c = p->text.p[0];
	return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0xc3;
}

/* The list's introduction, the item above, the head row: what gives an item its meaning. */
static uint32_t over_of(const struct reading *r, size_t at)
{
	const struct passage *p = &r->document->at[at];
	uint32_t section = r->section[at];

	for (size_t back = 1; back <= at && back <= LOOK_BACK; back++) {
		const struct passage *q = &r->document->at[at - back];

		if (r->section[at - back] != section || r->mark[at - back] & MARK_HEADING)
			break;
		if (p->kind == PASSAGE_TABLE_ROW && q->kind == PASSAGE_TABLE_HEAD)
			return (uint32_t)(at - back);
		if (p->kind == PASSAGE_TABLE_ROW && q->kind != PASSAGE_TABLE_ROW)
			break;
		if (p->kind == PASSAGE_LIST_ITEM && q->kind == PASSAGE_LIST_ITEM &&
		    q->level < p->level)
			return (uint32_t)(at - back);
		if (p->kind == PASSAGE_LIST_ITEM && q->kind == PASSAGE_PARAGRAPH)
			return (uint32_t)(at - back);
	}
	return UINT32_MAX;
}

void reading_layout(struct reading *r)
{
	uint32_t section = 0, heading = UINT32_MAX;
	struct str path = STR_NONE;

	for (size_t i = 0; i < r->passage_count; i++) {
		const struct passage *p = &r->document->at[i];
		const struct passage *next = i + 1 < r->passage_count ? p + 1 : NULL;
		bool is_heading = p->kind == PASSAGE_HEADING;

		if (is_contents_line(p->text))
			r->mark[i] |= MARK_SKIP;
		else if (is_heading || looks_like_heading(p, next))
			r->mark[i] |= MARK_SKIP | MARK_HEADING;
		if (r->mark[i] & MARK_HEADING) {
			section++;
			heading = (uint32_t)i;
		} else if (!str_equal(path, p->heading)) {
			section++;
		}
		path = p->heading;
		r->section[i] = section;
		r->heading[i] = r->mark[i] & MARK_HEADING ? UINT32_MAX : heading;
		if (p->kind == PASSAGE_TABLE_HEAD)
			r->mark[i] |= MARK_HEAD_ROW;
		r->over[i] = over_of(r, i);
	}
}
