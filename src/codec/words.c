/*
 * words.c -- cutting text into the words that are indexed and looked for.
 *
 * A run of letters and digits is a part.  Parts joined by one of - . / _ : @ & + with
 * nothing between, and letters that meet digits, are one reference of several parts.
 */
#include "codec/words.h"

#include <utf8proc.h>

#include "base/arena.h"
#include "base/limits.h"

enum sort { SORT_OTHER, SORT_LETTER, SORT_DIGIT, SORT_JOINER, SORT_APOSTROPHE };

static enum sort sort_of_ascii(unsigned char c)
{
	if (c >= '0' && c <= '9')
		return SORT_DIGIT;
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return SORT_LETTER;
	if (c == '\'')
		return SORT_APOSTROPHE;
	return c && strchr("-./_:@&+", c) ? SORT_JOINER : SORT_OTHER;
}

static enum sort sort_of(int32_t c)
{
	if (c < 0x80)
		return sort_of_ascii((unsigned char)c);
	if (c == 0x2019 || c == 0x2bc)
		return SORT_APOSTROPHE;
	if (c >= 0x2010 && c <= 0x2012)
		return SORT_JOINER;
	utf8proc_category_t category = utf8proc_category(c);
	if (category == UTF8PROC_CATEGORY_ND)
		return SORT_DIGIT;
	if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO)
		return SORT_LETTER;     /* letters, marks, and numbers like ½ */
	return c == 0xad ? SORT_LETTER : SORT_OTHER;    /* a soft hyphen stays inside */
}

/* The character at `at`; *next becomes what follows it. */
static enum sort look(struct str s, size_t at, size_t *next)
{
	int32_t c;

	if (at >= s.n) {
		*next = s.n;
		return SORT_OTHER;
	}
	utf8proc_ssize_t n = utf8proc_iterate((const uint8_t *)s.p + at,
	                                      (utf8proc_ssize_t)(s.n - at), &c);
	*next = at + (n > 0 ? (size_t)n : 1);
	return n > 0 ? sort_of(c) : SORT_OTHER;
}

static bool in_word(enum sort sort)
{
	return sort == SORT_LETTER || sort == SORT_DIGIT;
}

struct span {
	size_t start, end;
	bool digits;
};

/* The letters or digits from `at` on. */
static struct span part_at(struct str s, size_t at)
{
	size_t next, after;
	enum sort sort = look(s, at, &next);
	struct span part = { at, next, sort == SORT_DIGIT };

	while (look(s, part.end, &after) == sort)
		part.end = after;
	return part;
}

/* The parts of the reference that starts at `at`; room + 1 when there are more.  *end is
 * the end of the last one looked at. */
static size_t parts_at(struct str s, size_t at, struct span *parts, size_t room,
                       size_t *end)
{
	size_t count = 0;

	for (;;) {
		struct span part = part_at(s, at);
		*end = part.end;
		if (count == room)
			return room + 1;
		parts[count++] = part;
		size_t next, after;
		enum sort sort = look(s, part.end, &next);
		if (in_word(sort))
			at = part.end;
		else if (sort == SORT_JOINER && in_word(look(s, next, &after)))
			at = next;
		else
			return count;
	}
}

struct word_reader words_of(struct arena *a, struct str s)
{
	return (struct word_reader){ .arena = a, .text = s };
}

static void put(struct word_reader *r, enum word_kind kind, struct str text, size_t start,
                size_t end)
{
	if (text.n > 0 && r->queued < COUNT(r->queue))
		r->queue[r->queued++] = (struct word){ kind, text, start, end };
}

static struct str folded_part(struct word_reader *r, const struct span *part)
{
	struct str s = { r->text.p + part->start, part->end - part->start };

	return str_cut_utf8(fold(r->arena, str_cut_utf8(s, 4 * WORD_BYTES)), WORD_BYTES);
}

static void put_part(struct word_reader *r, const struct span *part, enum word_kind kind)
{
	struct str text = folded_part(r, part);
	struct str number = text;

	put(r, kind, text, part->start, part->end);
	while (part->digits && number.n > 1 && number.p[0] == '0')
		number = str_from(number, 1);
	if (kind == WORD_PART && number.n < text.n)
		put(r, WORD_NUMBER, number, part->start, part->end);
}

static void put_reference(struct word_reader *r, const struct span *parts, size_t count)
{
	struct text whole = text_on(r->arena, WORD_PARTS * WORD_BYTES);

	for (size_t i = 0; i < count; i++)
		text_add(&whole, folded_part(r, &parts[i]));
	put(r, WORD_WHOLE, str_cut_utf8(text_str(&whole), WORD_BYTES), parts[0].start,
	    parts[count - 1].end);
	for (size_t i = 0; i < count; i++)
		put_part(r, &parts[i], WORD_PART);
}

/* l'incident, qu'il, aujourd'hui: a short beginning before an apostrophe says nothing. */
static bool falls_away(const struct word_reader *r, const struct span *part, size_t end)
{
	size_t next;
	struct str s = { r->text.p + part->start, part->end - part->start };
	bool before = look(r->text, end, &next) == SORT_APOSTROPHE &&
	              in_word(look(r->text, next, &next));

	if (part->digits || part->end != end)
		return false;
	if (before)
		return s.n == 1 || str_is(s, "qu") || str_is(s, "Qu");
	return r->after_apostrophe && (str_is(s, "s") || str_is(s, "t"));
}

/* Cuts the next run; false at the end of the text. */
static bool cut_next(struct word_reader *r)
{
	struct span parts[WORD_PARTS];
	size_t next, end;
	enum sort sort;

	while (!in_word(sort = look(r->text, r->at, &next))) {
		if (r->at >= r->text.n)
			return false;
		r->after_apostrophe = sort == SORT_APOSTROPHE;
		r->at = next;
	}
	size_t count = parts_at(r->text, r->at, parts, COUNT(parts), &end);
	r->queued = r->given = 0;
	if (count > WORD_PARTS) {
		/* Longer than any reference: its parts, one after the other. */
		put_part(r, &parts[0], WORD_PLAIN);
		end = parts[0].end;
	} else if (count > 1) {
		put_reference(r, parts, count);
	} else if (!falls_away(r, &parts[0], end)) {
		put_part(r, &parts[0], WORD_PLAIN);
	}
	r->after_apostrophe = false;
	r->at = end;
	return true;
}

bool word_next(struct word_reader *r, struct word *out)
{
	while (r->given == r->queued)
		if (arena_failed(r->arena) || !cut_next(r))
			return false;
	*out = r->queue[r->given++];
	return true;
}

struct str words_index(struct arena *a, struct str s, size_t ceiling)
{
	struct word_reader r = words_of(a, s);
	struct text t = text_on(a, ceiling);

	for (struct word w; word_next(&r, &w);) {
		if (t.n + w.text.n + 1 > ceiling)
			break;
		if (t.n)
			text_addc(&t, ' ');
		text_add(&t, w.text);
	}
	return text_str(&t);
}

struct search_terms search_terms_of(struct arena *a, struct str query)
{
	struct search_terms terms = { .count = 0 };
	struct word_reader r = words_of(a, str_cut_utf8(query, LIMIT_LINE_FIELD_BYTES));
	struct search_term *last = NULL;
	size_t end = 0;

	for (struct word w; word_next(&r, &w);) {
		if (w.kind == WORD_PLAIN || w.kind == WORD_WHOLE) {
			if (terms.count == SEARCH_TERMS)
				break;
			last = &terms.at[terms.count++];
			last->whole = w.text;
		} else if (w.kind == WORD_PART && last && last->count < WORD_PARTS) {
			last->parts[last->count++] = w.text;
		}
		end = w.end;
	}
	terms.last_is_prefix = terms.count > 0 && end == query.n;
	return terms;
}
