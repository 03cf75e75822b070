/*
 * search_query.c -- the one query language, and the words of a record.
 *
 *     incident response      both words
 *     "incident response"    one after the other
 *     -draft                 not this word
 *     respon*                what begins so
 *
 * A reference is found however it is written: IS.009, IS-009, IS009.  What somebody types
 * is cut and folded as the records are; only letters and digits of it ever reach the
 * database.
 */
#include "store/parts.h"

#include "base/arena.h"
#include "codec/words.h"

#define TERMS_MAX 32
#define WORDS_BYTES (512u * 1024)

struct term {
	struct str text;                /* as typed, without its marks */
	bool phrase, not_wanted, prefix;
};

/* The next term; false at the end. */
static bool next_term(struct str *rest, struct term *out)
{
	struct str s = str_trim(*rest);

	*out = (struct term){ .text = STR("") };
	if (s.n == 0)
		return false;
	if (s.p[0] == '-' && s.n > 1) {
		out->not_wanted = true;
		s = str_from(s, 1);
	}
	if (s.p[0] == '"') {
		out->phrase = true;
		out->text = str_split(str_from(s, 1), '"', rest);
		return true;
	}
	size_t n = 0;
	while (n < s.n && s.p[n] != ' ' && s.p[n] != '\t' && s.p[n] != '\n' &&
	       s.p[n] != '"')
		n++;
	out->text = str_cut(s, n);
	*rest = str_from(s, n);
	if (str_ends(out->text, "*")) {
		out->prefix = true;
		out->text = str_cut(out->text, out->text.n - 1);
	}
	return true;
}

/* Words are letters and digits already; anything else would be read as the database's own.
 */
static void put_word(struct text *out, struct str word)
{
	text_addc(out, '"');
	for (size_t i = 0; i < word.n; i++) {
		if (word.p[i] != '"')
			text_addc(out, word.p[i]);
	}
	text_addc(out, '"');
}

static bool put_phrase(struct text *out, struct arena *a, struct str phrase)
{
	struct str words = words_index(a, phrase, 2000);

	if (words.n == 0)
		return false;
	put_word(out, words);
	return true;
}

/* `whole` or all of its parts: ("is009" OR ("is" AND "009")). */
static bool put_term(struct text *out, struct arena *a, const struct term *t)
{
	struct word_reader r = words_of(a, t->text);
	const char *between = "";
	bool any = false;

	text_addc(out, '(');
	for (struct word w; word_next(&r, &w);) {
		if (w.kind != WORD_PLAIN && w.kind != WORD_WHOLE)
			continue;
		text_addz(out, between);
		put_word(out, str_copy(a, w.text));
		if (t->prefix)
			text_addz(out, " *");
		between = " AND ";
		any = true;
	}
	text_addc(out, ')');
	return any;
}

static bool put_any(struct text *out, struct arena *a, const struct term *t)
{
	return t->phrase ? put_phrase(out, a, t->text) : put_term(out, a, t);
}

struct str search_match(struct arena *a, struct str words)
{
	struct text wanted = text_on(a, LIMIT_TARGET_BYTES * 4);
	struct text unwanted = text_on(a, LIMIT_TARGET_BYTES * 4);
	struct str rest = words;
	struct term t;

	for (int i = 0; i < TERMS_MAX && next_term(&rest, &t); i++) {
		struct text one = text_on(a, LIMIT_TARGET_BYTES * 2);
		if (!put_any(&one, a, &t))
			continue;
		struct text *to = t.not_wanted ? &unwanted : &wanted;
		if (to->n > 0)
			text_addz(to, t.not_wanted ? " OR " : " AND ");
		text_add(to, text_str(&one));
	}
	if (wanted.n == 0 || text_failed(&wanted) || text_failed(&unwanted))
		return STR("");
	if (unwanted.n == 0)
		return text_str(&wanted);
	return str_format(a, "(%.*s) NOT (%.*s)", STR_ARG(text_str(&wanted)),
	                  STR_ARG(text_str(&unwanted)));
}

/* ---- the words of a record ---- */
static void put_text(struct text *out, struct str s)
{
	if (s.n == 0)
		return;
	text_addc(out, '\n');
	text_add(out, s);
}

struct str search_words_of(struct arena *a, const struct row *r)
{
	struct text all = text_on(a, WORDS_BYTES);

	text_add(&all, row_code(a, r));
	for (size_t i = 0; i < r->type->fields.count; i++) {
		const struct field *f = &r->type->fields.at[i];
		const struct value *v = &r->values[i];
		if (!v->filled || f->sensitive)
			continue;
		if (field_is_text(f))
			put_text(&all, v->text);
		if (field_is_bilingual(f))
			put_text(&all, v->french);
		if (f->type == T_FILE)
			put_text(&all, v->file.name);
	}
	return words_index(a, text_str(&all), WORDS_BYTES);
}
