/*
 * reading.c -- cutting a document into words and sentences, and indexing them.
 */
#include "actions/reading.h"

#include "base/arena.h"
#include "base/limits.h"
#include "codec/words.h"

#define LANGUAGE_SAMPLE 60u             /* shorter passages say little about the language */

/* ---- words seen, as a hash table while cutting ---- */

struct lexicon {
	struct arena *arena;
	struct str *words;
	size_t count, room;
	uint32_t *slots;                /* index + 1; 0 empty */
	size_t slot_count;              /* a power of two */
};

static uint32_t hash_of(struct str s)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h;
}

static size_t slot_of(const struct lexicon *x, struct str s)
{
	size_t at = hash_of(s) & (x->slot_count - 1);

	while (x->slots[at] && !str_equal(x->words[x->slots[at] - 1], s))
		at = (at + 1) & (x->slot_count - 1);
	return at;
}

static bool lexicon_grow(struct lexicon *x)
{
	size_t room = x->room ? x->room * 2 : 4096;
	struct str *words = ARENA_TRY(x->arena, struct str, room);
	uint32_t *slots = ARENA_TRY(x->arena, uint32_t, room * 2);

	if (!words || !slots)
		return false;
	for (size_t i = 0; i < x->count; i++)
		words[i] = x->words[i];
	x->words = words;
	x->room = room;
	x->slots = slots;
	x->slot_count = room * 2;
	for (size_t i = 0; i < x->count; i++)
		x->slots[slot_of(x, words[i])] = (uint32_t)i + 1;
	return true;
}

static bool lexicon_add(struct lexicon *x, struct str s, uint32_t *out)
{
	if (x->count == x->room && !lexicon_grow(x))
		return false;
	size_t at = slot_of(x, s);
	if (!x->slots[at]) {
		x->words[x->count++] = str_copy(x->arena, s);
		x->slots[at] = (uint32_t)x->count;
	}
	*out = x->slots[at] - 1;
	return true;
}

/* ---- cutting ---- */

struct cutter {
	struct reading *reading;
	struct lexicon lexicon;
	struct arena *scratch;
	size_t token_room;
	uint32_t sentence;
};

static bool token_room(struct cutter *c)
{
	struct reading *r = c->reading;

	if (r->token_count < c->token_room)
		return true;
	size_t room = c->token_room ? c->token_room * 2 : 8192;
	struct token *tokens = ARENA_TRY(r->arena, struct token, room);
	if (!tokens)
		return false;
	for (size_t i = 0; i < r->token_count; i++)
		tokens[i] = r->tokens[i];
	r->tokens = tokens;
	c->token_room = room;
	return true;
}

/* Does a sentence end between two words?  Cells of a table are sentences of their own. */
static bool sentence_ends(struct str between)
{
	for (size_t i = 0; i < between.n; i++) {
		char c = between.p[i];
		bool last = i + 1 == between.n;

		if (c == '|' || c == ';' || c == '\n')
			return true;
		if ((c == '.' || c == '!' || c == '?') && (last || between.p[i + 1] == ' '))
			return true;
	}
	return false;
}

/* The place of a template's "{{NAME}}" is no text. */
static size_t placeholder_end(struct str text, size_t at)
{
	size_t close = str_find(str_from(text, at), STR("}"));

	return close > 80 ? at : at + close + 1;
}

static bool cut_passage(struct cutter *c, uint32_t passage)
{
	struct reading *r = c->reading;
	struct str text = r->document->at[passage].text;
	struct word_reader words = words_of(c->scratch, text);
	size_t last_end = 0, masked_to = 0;

	for (struct word w; word_next(&words, &w);) {
		if (w.kind != WORD_PLAIN && w.kind != WORD_PART)
			continue;
		if (w.start >= last_end) {
			struct str between = { text.p + last_end, w.start - last_end };
			size_t brace = str_find(between, STR("{"));

			if (sentence_ends(between))
				c->sentence++;
			if (brace != SIZE_MAX && masked_to <= w.start)
				masked_to = placeholder_end(text, last_end + brace);
		}
		last_end = w.end;
		if (w.start < masked_to || r->token_count == READING_TOKENS)
			continue;
		if (!token_room(c))
			return false;
		struct token *t = &r->tokens[r->token_count];
		*t = (struct token){ .passage = passage,
			             .start = (uint32_t)w.start,
			             .length = (uint16_t)(w.end - w.start),
			             .sentence = c->sentence };
		if (!lexicon_add(&c->lexicon, w.text, &t->word))
			return false;
		r->token_count++;
	}
	c->sentence++;
	return true;
}

enum fail reading_cut(struct reading *r)
{
	struct cutter c = { .reading = r, .lexicon = { .arena = r->arena } };
	bool fits = true;

	c.scratch = arena_new(LIMIT_REQUEST_BYTES);
	for (size_t p = 0; fits && c.scratch && p < r->passage_count; p++) {
		fits = cut_passage(&c, (uint32_t)p);
		arena_reset(c.scratch);
	}
	if (!c.scratch || !fits)
		fits = false;
	arena_free(c.scratch);
	if (!fits)
		return fail_say(FAIL_MEMORY, "not enough memory to read the document");
	r->word = c.lexicon.words;
	r->word_count = c.lexicon.count;
	r->sentence_count = c.sentence + 1;
	return OK;
}

/* ---- index ---- */

static bool is_number(struct str s)
{
	static const char *const names[] = {
		"one",
		"two",
		"three",
		"four",
		"five",
		"six",
		"seven",
		"eight",
		"nine",
		"ten",
		"twelve",
		"fifteen",
		"twenty",
		"thirty",
		"forty",
		"sixty",
		"ninety",
		"hundred",
		"un",
		"une",
		"deux",
		"trois",
		"quatre",
		"cinq",
		"sept",
		"huit",
		"neuf",
		"dix",
		"douze",
		"quinze",
		"vingt",
		"trente",
		"quarante",
		"cinquante",
		"soixante",
		"cent",
	};

	for (size_t i = 0; i < COUNT(names); i++)
		if (str_is(s, names[i]))
			return true;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

struct ranked {
	struct str text;
	uint32_t was;
};

static int by_word(const void *a, const void *b)
{
	return str_compare(((const struct ranked *)a)->text,
	                   ((const struct ranked *)b)->text);
}

static void fill_postings(struct reading *r)
{
	for (size_t i = 0; i < r->token_count; i++)
		r->posting_start[r->tokens[i].word + 1]++;
	for (size_t w = 0; w < r->word_count; w++)
		r->posting_start[w + 1] += r->posting_start[w];
	/* Filled from the back, so that each list ascends and the starts end up right. */
	for (size_t i = r->token_count; i-- > 0;)
		r->postings[--r->posting_start[r->tokens[i].word + 1]] = (uint32_t)i;
	for (size_t w = 0; w < r->word_count; w++)
		r->posting_start[w] = r->posting_start[w + 1];
	r->posting_start[r->word_count] = (uint32_t)r->token_count;
}

enum fail reading_index(struct reading *r)
{
	struct ranked *ranked = ARENA_TRY(r->arena, struct ranked, r->word_count + 1);
	uint32_t *rank = ARENA_TRY(r->arena, uint32_t, r->word_count + 1);

	r->posting_start = ARENA_TRY(r->arena, uint32_t, r->word_count + 2);
	r->postings = ARENA_TRY(r->arena, uint32_t, r->token_count + 1);
	r->word_is_number = ARENA_TRY(r->arena, bool, r->word_count + 1);
	if (!ranked || !rank || !r->posting_start || !r->postings || !r->word_is_number)
		return fail_say(FAIL_MEMORY, "not enough memory to read the document");
	for (size_t i = 0; i < r->word_count; i++)
		ranked[i] = (struct ranked){ r->word[i], (uint32_t)i };
	qsort(ranked, r->word_count, sizeof(*ranked), by_word);
	for (size_t i = 0; i < r->word_count; i++) {
		r->word[i] = ranked[i].text;
		r->word_is_number[i] = is_number(ranked[i].text);
		rank[ranked[i].was] = (uint32_t)i;
	}
	for (size_t i = 0; i < r->token_count; i++)
		r->tokens[i].word = rank[r->tokens[i].word];
	fill_postings(r);
	return OK;
}

/* ---- language ---- */

/* The language of most of the text; both, when each has at least a fifth of it. */
static void recognise_language(struct reading *r)
{
	size_t bytes[LANGS] = { 0, 0 };

	for (size_t p = 0; p < r->passage_count; p++) {
		struct str text = r->document->at[p].text;

		if (text.n < LANGUAGE_SAMPLE)
			continue;
		struct language_guess guess = language_of(text);
		if (guess.sure > 0.2)
			bytes[guess.lang] += text.n;
	}
	size_t all = bytes[LANG_EN] + bytes[LANG_FR];
	r->main_lang = bytes[LANG_FR] > bytes[LANG_EN] ? LANG_FR : LANG_EN;
	for (int lang = 0; lang < LANGS; lang++)
		r->lang[lang] = all > 0 && bytes[lang] * 5 >= all;
	r->lang[r->main_lang] = true;
}

enum fail reading_make(struct arena *a, const struct vocabulary *words,
                       const struct document_text *document, struct reading **out)
{
	struct reading *r = ARENA_NEW(a, struct reading);
	size_t n = document->count;

	*r = (struct reading){
		.arena = a, .document = document, .words = words, .passage_count = n
	};
	*out = r;
	r->mark = ARENA_TRY(a, uint8_t, n + 1);
	r->section = ARENA_TRY(a, uint32_t, n + 1);
	r->heading = ARENA_TRY(a, uint32_t, n + 1);
	r->over = ARENA_TRY(a, uint32_t, n + 1);
	if (!r->mark || !r->section || !r->heading || !r->over)
		return fail_say(FAIL_MEMORY, "not enough memory to read the document");
	recognise_language(r);
	enum fail f = reading_cut(r);
	if (!f)
		f = reading_index(r);
	if (!f)
		reading_layout(r);
	if (!f)
		f = reading_match(r);
	return f;
}
