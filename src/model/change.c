/* change.c -- what somebody wants changed, typed or read from text. */
#include "model/row.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/limits.h"

struct change *change_new(struct arena *a, const struct record_type *t)
{
	struct change *c = ARENA_NEW(a, struct change);

	c->arena = a;
	c->type = t;
	c->values = arena_get(a, t->fields.count * sizeof *c->values);
	c->given = arena_get(a, t->fields.count * sizeof *c->given);
	return c;
}

/* The value to fill; it is empty and given now. */
static struct value *give(struct change *c, int field)
{
	c->given[field] = true;
	c->values[field] = (struct value){ .filled = false };
	return &c->values[field];
}

void change_text(struct change *c, int field, struct str text)
{
	struct value *v = give(c, field);

	v->text = text;
	v->filled = text.n > 0;
}

void change_bilingual(struct change *c, int field, struct str english, struct str french)
{
	struct value *v = give(c, field);

	v->text = english;
	v->french = french;
	v->filled = english.n > 0 || french.n > 0;
}

void change_number(struct change *c, int field, int64_t n)
{
	*give(c, field) = (struct value){ .filled = true, .number = n };
}

void change_flag(struct change *c, int field, bool yes)
{
	*give(c, field) = (struct value){ .filled = true, .number = yes };
}

void change_date(struct change *c, int field, struct date d)
{
	*give(c, field) = (struct value){ .filled = date_is_set(d), .date = d };
}

void change_instant(struct change *c, int field, struct instant t)
{
	*give(c, field) = (struct value){ .filled = instant_is_set(t), .instant = t };
}

void change_link(struct change *c, int field, struct id id)
{
	change_links(c, field, &id, id_is_set(id));
}

static int by_id(const void *x, const void *y)
{
	return id_compare(*(const struct id *)x, *(const struct id *)y);
}

/* Links are a set: kept ascending, each once, so that the same set is the same value. */
void change_links(struct change *c, int field, const struct id *ids, size_t n)
{
	struct value *v = give(c, field);
	struct id *kept = ARENA_TRY(c->arena, struct id, n ? n : 1);
	size_t count = 0;

	if (!kept) {
		arena_fail(c->arena);
		return;
	}
	if (n > 0)
		memcpy(kept, ids, n * sizeof *ids);
	qsort(kept, n, sizeof *kept, by_id);
	for (size_t i = 0; i < n; i++) {
		if (count == 0 || !id_equal(kept[count - 1], kept[i]))
			kept[count++] = kept[i];
	}
	v->links = kept;
	v->link_count = count;
	v->filled = count > 0;
}

void change_file(struct change *c, int field, struct file_ref f)
{
	*give(c, field) = (struct value){ .filled = true, .file = f };
}

void change_empty(struct change *c, int field)
{
	(void)give(c, field);
}

/* ---- from text ---- */
static bool parse_flag(struct str s, bool *out)
{
	static const char *const yes[] = { "yes", "true", "1", "on", "oui" };
	static const char *const no[] = { "no", "false", "0", "off", "non" };

	for (size_t i = 0; i < COUNT(yes); i++) {
		if (str_is(s, yes[i]) || str_is(s, no[i])) {
			*out = str_is(s, yes[i]);
			return true;
		}
	}
	return false;
}

/* "English | français"; without the bar it is the English, and French stays as given. */
static void parse_bilingual(struct change *c, int field, struct str s)
{
	size_t bar = str_find(s, STR(" | "));
	struct str french = c->given[field] ? c->values[field].french : STR_NONE;

	if (bar != SIZE_MAX)
		change_bilingual(c, field, str_cut(s, bar), str_from(s, bar + 3));
	else
		change_bilingual(c, field, s, french);
}

/* Line ends of any system become one line feed; ends are trimmed. */
static struct str plain_lines(struct arena *a, struct str s)
{
	struct text t = text_on(a, s.n + 1);

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '\r')
			text_addc(&t, s.p[i]);
		else if (i + 1 == s.n || s.p[i + 1] != '\n')
			text_addc(&t, '\n');
	}
	return str_trim(text_str(&t));
}

static bool parse_links(struct change *c, int field, struct str s, struct refusal *why)
{
	struct id *ids = ARENA_TRY(c->arena, struct id, s.n / 37 + 1);
	size_t n = 0;

	while (ids && s.n > 0) {
		struct str word = str_split(s, ' ', &s);
		if (word.n == 0)
			continue;
		if (!id_parse(word, &ids[n++]))
			return refuse_with(
				why, field,
				MESSAGE1("“%1” names no record",
			                 str_copy(c->arena, str_cut_utf8(word, 80))),
				MESSAGE("Give a code such as PLN-0001."));
	}
	if (!ids)
		arena_fail(c->arena);
	else
		change_links(c, field, ids, n);
	return true;
}

static bool parse_number(struct change *c, int field, struct str s, struct refusal *why)
{
	int64_t n;

	if (!str_to_i64(s, &n))
		return refuse(why, field, "is not a whole number", NULL);
	change_number(c, field, n);
	return true;
}

static bool parse_date(struct change *c, int field, struct str s, struct refusal *why)
{
	struct date d;

	if (!date_parse(s, &d) || !date_is_valid(d))
		return refuse(why, field, "is not a date",
		              "Write it as year-month-day: 2026-03-31.");
	change_date(c, field, d);
	return true;
}

static bool parse_instant(struct change *c, int field, struct str s, struct refusal *why)
{
	struct instant t;

	if (!instant_parse(s, &t))
		return refuse(why, field, "is not a date and time with its zone",
		              "Write it as 2026-03-31T14:00:00Z.");
	change_instant(c, field, t);
	return true;
}

bool change_parse(struct change *c, const struct record_type *t, int field, struct str text,
                  struct refusal *why)
{
	bool yes;

	text = plain_lines(c->arena, text);
	if (text.n == 0) {
		change_empty(c, field);
		return true;
	}
	switch (t->fields.at[field].type) {
	case T_LINE:
	case T_TEXT:
	case T_CHOICE:
		change_text(c, field, text);
		return true;
	case T_BILINE:
	case T_BITEXT:
		parse_bilingual(c, field, text);
		return true;
	case T_FLAG:
		if (!parse_flag(text, &yes))
			return refuse(why, field, "is neither yes nor no", NULL);
		change_flag(c, field, yes);
		return true;
	case T_NUMBER:
		return parse_number(c, field, text, why);
	case T_DATE:
		return parse_date(c, field, text, why);
	case T_INSTANT:
		return parse_instant(c, field, text, why);
	case T_LINK:
		return parse_links(c, field, text, why);
	case T_FILE:
		return refuse(why, field, "a file is uploaded, not typed", NULL);
	}
	BUG("no such type of field: %d", t->fields.at[field].type);
}
