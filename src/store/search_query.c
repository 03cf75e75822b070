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
#define TERM_BYTES 2000u
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

/* The words of a term that a record must hold; `whole` or all parts of a reference. */
static struct str wanted_words(struct arena *a, const struct term *t)
{
	struct word_reader r = words_of(a, t->text);
	struct text out = text_on(a, TERM_BYTES);

	if (t->phrase)
		return words_index(a, t->text, TERM_BYTES);
	for (struct word w; word_next(&r, &w);) {
		if (w.kind != WORD_PLAIN && w.kind != WORD_WHOLE)
			continue;
		if (out.n > 0)
			text_addc(&out, ' ');
		text_add(&out, w.text);
	}
	return text_str(&out);
}

struct words_wanted search_wanted(struct act *a, struct str words)
{
	struct words_term all[TERMS_MAX];
	size_t count = 0;
	struct str rest = words;
	struct term t;

	while (count < COUNT(all) && next_term(&rest, &t)) {
		struct words_term *to = &all[count];
		*to = (struct words_term){ .words = wanted_words(a->arena, &t),
			                   .phrase = t.phrase,
			                   .prefix = t.prefix,
			                   .not_wanted = t.not_wanted };
		count += to->words.n > 0;
	}
	return words_wanted(a->store->db, a->arena, all, count);
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
