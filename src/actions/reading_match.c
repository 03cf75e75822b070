/*
 * reading_match.c -- finding the terms: which sentences say nothing, and the hits of each
 * group.
 */
#include "actions/reading.h"

#include "base/arena.h"

#define PLURAL_LETTERS 5u
#define ITEMS_LEAST 3
#define FRAGMENT_WORDS 4
#define FLAG_CONDITION 1u               /* a token that opens a condition */

/* ---- one term ---- */

struct range {
	size_t from, to;                /* words, [from, to) */
};

static size_t lower_bound(const struct reading *r, struct str s)
{
	size_t lo = 0, hi = r->word_count;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (str_compare(r->word[mid], s) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static bool begins_with(struct str s, struct str with)
{
	return s.n >= with.n && memcmp(s.p, with.p, with.n) == 0;
}

static struct range range_of(const struct reading *r, const struct term_word *w)
{
	struct range range = { lower_bound(r, w->text), 0 };

	range.to = range.from;
	while (range.to < r->word_count &&
	       (w->prefix ? begins_with(r->word[range.to], w->text)
	                  : str_equal(r->word[range.to], w->text)))
		range.to++;
	return range;
}

/* "superintendent" finds "superintendents": the plural in s of a term's last word. */
static struct range plural_of(const struct reading *r, const struct term *t)
{
	const struct term_word *last = &t->words[t->count - 1];
	char text[64];

	if (last->number || last->prefix || last->exact || last->text.n < PLURAL_LETTERS ||
	    last->text.n >= sizeof(text) || last->text.p[last->text.n - 1] == 's')
		return (struct range){ 0, 0 };
	memcpy(text, last->text.p, last->text.n);
	text[last->text.n] = 's';
	struct term_word plural = { .text = { text, last->text.n + 1 } };
	return range_of(r, &plural);
}

struct search {
	const struct reading *reading;
	const struct term *term;
	struct range ranges[TERM_WORDS];
	struct range plural; /* of the last word */
	size_t anchor;                  /* first word that is no number */
};

static bool word_fits(const struct search *s, size_t word, size_t token)
{
	const struct reading *r = s->reading;
	uint32_t id = r->tokens[token].word;

	if (s->term->words[word].number)
		return r->word_is_number[id];
	if (word + 1 == s->term->count && id >= s->plural.from && id < s->plural.to)
		return true;
	return id >= s->ranges[word].from && id < s->ranges[word].to;
}

/* The words after the anchor; *last becomes the token of the last one. */
static bool rest_fits(const struct search *s, size_t token, size_t *last)
{
	const struct reading *r = s->reading;
	size_t at = token;

	for (size_t w = s->anchor + 1; w < s->term->count; w++) {
		size_t leave = s->term->words[w].gap ? TERM_GAP : 0;
		bool fits = false;

		for (size_t skip = 0; skip <= leave && !fits; skip++) {
			size_t next = at + 1 + skip;

			if (next >= r->token_count ||
			    r->tokens[next].passage != r->tokens[token].passage ||
			    (leave > 0 &&
			     r->tokens[next].sentence != r->tokens[at].sentence))
				break;
			if ((fits = word_fits(s, w, next)))
				at = next;
		}
		if (!fits)
			return false;
	}
	*last = at;
	return true;
}

static bool numbers_before(const struct search *s, size_t token)
{
	const struct reading *r = s->reading;

	for (size_t back = 1; back <= s->anchor; back++)
		if (token < back ||
		    r->tokens[token - back].passage != r->tokens[token].passage ||
		    !word_fits(s, s->anchor - back, token - back))
			return false;
	return true;
}

typedef void found_fn(void *arg, size_t first, size_t last);

static void each_in_range(const struct search *s, struct range words, found_fn *found,
                          void *arg)
{
	const struct reading *r = s->reading;

	for (size_t word = words.from; word < words.to; word++) {
		for (uint32_t i = r->posting_start[word]; i < r->posting_start[word + 1];
		     i++) {
			size_t token = r->postings[i], last;

			if (numbers_before(s, token) && rest_fits(s, token, &last))
				found(arg, token - s->anchor, last);
		}
	}
}

static void each_match(const struct reading *r, const struct term *term, found_fn *found,
                       void *arg)
{
	struct search s = { .reading = r, .term = term };

	while (s.anchor < term->count && term->words[s.anchor].number)
		s.anchor++;
	if (s.anchor == term->count)
		return;
	for (size_t w = s.anchor; w < term->count; w++)
		if (!term->words[w].number)
			s.ranges[w] = range_of(r, &term->words[w]);
	s.plural = plural_of(r, term);
	each_in_range(&s, s.ranges[s.anchor], found, arg);
	if (s.anchor + 1 == term->count)
		each_in_range(&s, s.plural, found, arg);
}

/* ---- sentences that say nothing ---- */

struct marking {
	struct reading *reading;
	enum hollow kind;
};

static void mark_condition(void *arg, size_t first, size_t last)
{
	struct reading *r = arg;

	(void)last;
	r->tokens[first].flags |= FLAG_CONDITION;
}

/* "If there is no answer" denies nothing. */
static bool after_condition(const struct reading *r, size_t token)
{
	uint32_t sentence = r->tokens[token].sentence;

	for (size_t i = token; i-- > 0 && r->tokens[i].sentence == sentence;)
		if (r->tokens[i].flags & FLAG_CONDITION)
			return true;
	return false;
}

static void mark_sentence(void *arg, size_t first, size_t last)
{
	struct marking *m = arg;
	struct reading *r = m->reading;

	(void)last;
	if (m->kind == HOLLOW_DENIES && after_condition(r, first))
		return;
	r->hollow[r->tokens[first].sentence] |= (uint8_t)BIT(m->kind);
	if (m->kind != HOLLOW_POINTS)
		r->mark[r->tokens[first].passage] |= MARK_HOLLOW;
}

/* The first token of the next sentence. */
static size_t sentence_end(const struct reading *r, size_t token)
{
	size_t i = token;

	while (i < r->token_count && r->tokens[i].sentence == r->tokens[token].sentence)
		i++;
	return i;
}

/* "After-action review. Lessons are valuable.": a few words that open a passage are its
 * title, and say nothing when all that follows says nothing. */
static void mark_fragment(struct reading *r, size_t first)
{
	uint32_t passage = r->tokens[first].passage;
	size_t second = sentence_end(r, first);
	enum passage_kind kind = r->document->at[passage].kind;

	if (second - first > FRAGMENT_WORDS || second == r->token_count ||
	    r->tokens[second].passage != passage ||
	    (kind != PASSAGE_PARAGRAPH && kind != PASSAGE_LIST_ITEM))
		return;
	for (size_t i = second; i < r->token_count && r->tokens[i].passage == passage;
	     i = sentence_end(r, i))
		if (!(r->hollow[r->tokens[i].sentence] & ~BIT(HOLLOW_POINTS)))
			return;
	r->hollow[r->tokens[first].sentence] |= (uint8_t)BIT(HOLLOW_PROMISES);
}

static void find_fragments(struct reading *r)
{
	for (size_t i = 0; i < r->token_count; i++)
		if (i == 0 || r->tokens[i].passage != r->tokens[i - 1].passage)
			mark_fragment(r, i);
}

static void find_hollow(struct reading *r)
{
	for (int lang = 0; lang < LANGS; lang++) {
		const struct word_list *conditions = &r->words->conditions[lang];

		if (!r->lang[lang])
			continue;
		for (size_t i = 0; i < conditions->count; i++)
			each_match(r, &conditions->at[i], mark_condition, r);
		for (int h = 0; h < HOLLOW__COUNT; h++) {
			const struct word_list *list = &r->words->hollow[h][lang];
			struct marking m = { r, (enum hollow)h };

			for (size_t i = 0; i < list->count; i++)
				each_match(r, &list->at[i], mark_sentence, &m);
		}
	}
}

/* ---- sections that are no evidence ---- */

/* "Appendix B", "3.", "Part IV": what may stand before the name of a section. */
static bool is_section_label(const struct reading *r, size_t token)
{
	static const char *const words[] = { "appendix", "annex", "annexe",
		                             "part", "partie", "section",
		                             "chapter", "chapitre", "schedule" };
	struct str w = r->word[r->tokens[token].word];

	for (size_t i = 0; i < COUNT(words); i++)
		if (str_is(w, words[i]))
			return true;
	return w.n <= 1 || str_is(w, "ii") || str_is(w, "iv") || str_is(w, "iii") ||
	       r->word_is_number[r->tokens[token].word];
}

static bool is_whole_heading(const struct reading *r, size_t first, size_t last)
{
	uint32_t passage = r->tokens[first].passage;

	if (last + 1 < r->token_count && r->tokens[last + 1].passage == passage)
		return false;
	for (size_t i = first; i-- > 0 && r->tokens[i].passage == passage;)
		if (!is_section_label(r, i))
			return false;
	return true;
}

static void mark_ignored(void *arg, size_t first, size_t last)
{
	struct reading *r = arg;
	uint32_t passage = r->tokens[first].passage;

	if (!(r->mark[passage] & MARK_HEADING) || !is_whole_heading(r, first, last))
		return;
	for (size_t p = passage; p < r->passage_count; p++) {
		if (p > passage && r->mark[p] & MARK_HEADING &&
		    r->document->at[p].level <= r->document->at[passage].level)
			break;
		r->mark[p] |= MARK_SKIP;
	}
}

static void find_ignored(struct reading *r)
{
	for (int lang = 0; lang < LANGS; lang++)
		for (size_t i = 0; r->lang[lang] && i < r->words->ignored[lang].count; i++)
			each_match(r, &r->words->ignored[lang].at[i], mark_ignored, r);
}

/* ---- hits ---- */

struct collecting {
	struct reading *reading;
	size_t room;
	bool failed;
	uint16_t group;
	uint32_t shape_passage;
};

static void add_hit(struct collecting *c, struct hit h)
{
	struct reading *r = c->reading;

	if (r->hit_count == c->room) {
		size_t room = c->room ? c->room * 2 : 4096;
		struct hit *hits = ARENA_TRY(r->arena, struct hit, room);

		if (!hits) {
			c->failed = true;
			return;
		}
		for (size_t i = 0; i < r->hit_count; i++)
			hits[i] = r->hits[i];
		r->hits = hits;
		c->room = room;
	}
	r->hits[r->hit_count++] = h;
}

static void collect(void *arg, size_t first, size_t last)
{
	struct collecting *c = arg;
	const struct reading *r = c->reading;
	const struct token *from = &r->tokens[first], *to = &r->tokens[last];
	uint8_t hollow = r->hollow[from->sentence];

	if (c->failed || hollow & ~BIT(HOLLOW_POINTS))
		return;
	add_hit(c, (struct hit){
			   .passage = from->passage,
			   .start = from->start,
			   .length = to->start + to->length - from->start,
			   .group = c->group,
			   .pointing = hollow != 0,
		   });
}

/* The last token of the passage that starts at or before `start`; SIZE_MAX when there is
 * none. */
static size_t token_at(const struct reading *r, uint32_t passage, size_t start)
{
	size_t lo = 0, hi = r->token_count;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		const struct token *t = &r->tokens[mid];

		if (t->passage < passage || (t->passage == passage && t->start <= start))
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo > 0 && r->tokens[lo - 1].passage == passage ? lo - 1 : SIZE_MAX;
}

static void collect_shape(void *arg, size_t start, size_t length)
{
	struct collecting *c = arg;
	const struct reading *r = c->reading;
	size_t token = token_at(r, c->shape_passage, start);
	bool says_nothing = token != SIZE_MAX && r->hollow[r->tokens[token].sentence];

	if (!c->failed && !says_nothing)
		add_hit(c, (struct hit){ .passage = c->shape_passage,
		                         .start = (uint32_t)start,
		                         .length = (uint32_t)length,
		                         .group = c->group });
}

/* "3.1 The clerk calls ...": numbered though it is no list. */
static bool opens_with_number(struct str s)
{
	size_t n = 0;

	while (n < s.n && ((s.p[n] >= '0' && s.p[n] <= '9') || s.p[n] == '.'))
		n++;
	return n > 0 && n < s.n && s.p[0] != '.' && (s.p[n] == ' ' || s.p[n] == ')');
}

static bool is_item(const struct reading *r, size_t p)
{
	const struct passage *at = &r->document->at[p];

	return !(r->mark[p] & (MARK_SKIP | MARK_HOLLOW)) &&
	       (at->kind == PASSAGE_LIST_ITEM || at->kind == PASSAGE_TABLE_ROW ||
	        (at->kind == PASSAGE_PARAGRAPH && opens_with_number(at->text)));
}

static bool is_one_of_several(const struct reading *r, size_t p)
{
	size_t first = p;
	int count = 0;

	if (!is_item(r, p))
		return false;
	while (first > 0 && r->section[first - 1] == r->section[p] && p - first < 50)
		first--;
	for (size_t i = first; i < r->passage_count && r->section[i] == r->section[p] &&
	                       count < ITEMS_LEAST;
	     i++)
		count += is_item(r, i);
	return count == ITEMS_LEAST;
}

static void collect_group(struct collecting *c, const struct word_group *g)
{
	struct reading *r = c->reading;

	for (size_t p = 0; g->shape != SHAPE_NONE && p < r->passage_count; p++) {
		c->shape_passage = (uint32_t)p;
		if (g->shape == SHAPE_ITEM && is_one_of_several(r, p))
			add_hit(c, (struct hit){ .passage = (uint32_t)p,
			                         .group = c->group });
		if (g->shape == SHAPE_ITEM)
			continue;
		shapes_in(r->document->at[p].text, g->shape, collect_shape, c);
	}
	for (int lang = 0; lang < LANGS; lang++)
		for (size_t i = 0; r->lang[lang] && i < g->terms[lang].count; i++)
			each_match(r, &g->terms[lang].at[i], collect, c);
}

static int by_place(const void *a, const void *b)
{
	const struct hit *x = a, *y = b;

	if (x->passage != y->passage)
		return x->passage < y->passage ? -1 : 1;
	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->length > y->length ? -1 : x->length < y->length;
}

static bool same_words(const struct reading *r, const struct hit *a, const struct hit *b)
{
	struct str text = r->document->at[a->passage].text;

	return a->length == b->length &&
	       strncasecmp(text.p + a->start, text.p + b->start, a->length) == 0;
}

/* Overlapping and repeated words of one group count once. */
static bool counts(const struct reading *r, size_t at)
{
	const struct hit *h = &r->hits[at];

	for (size_t i = at; i-- > 0;) {
		const struct hit *before = &r->hits[i];

		if (before->passage != h->passage || before->group != h->group)
			break;
		if (before->start + before->length > h->start || same_words(r, before, h))
			return false;
	}
	return true;
}

static void count_hits(struct reading *r)
{
	uint32_t passage = 0;

	for (size_t i = 0; i < r->hit_count; i++) {
		const struct hit *h = &r->hits[i];
		uint8_t *n =
			&r->found[h->pointing][h->group * r->passage_count + h->passage];

		while (passage <= h->passage)
			r->hits_start[passage++] = (uint32_t)i;
		if (*n < 200 && counts(r, i))
			(*n)++;
	}
	while (passage <= r->passage_count)
		r->hits_start[passage++] = (uint32_t)r->hit_count;
}

enum fail reading_match(struct reading *r)
{
	struct collecting c = { .reading = r };
	size_t cells = r->words->group_count * r->passage_count + 1;

	r->hollow = ARENA_TRY(r->arena, uint8_t, r->sentence_count + 1);
	r->hits_start = ARENA_TRY(r->arena, uint32_t, r->passage_count + 2);
	r->found[0] = ARENA_TRY(r->arena, uint8_t, cells);
	r->found[1] = ARENA_TRY(r->arena, uint8_t, cells);
	if (!r->hollow || !r->hits_start || !r->found[0] || !r->found[1])
		return fail_say(FAIL_MEMORY, "not enough memory to read the document");
	find_hollow(r);
	find_fragments(r);
	find_ignored(r);
	for (size_t g = 0; g < r->words->group_count && !c.failed; g++) {
		c.group = (uint16_t)g;
		collect_group(&c, &r->words->groups[g]);
	}
	if (c.failed)
		return fail_say(FAIL_MEMORY, "not enough memory to read the document");
	if (r->hit_count > 0)
		qsort(r->hits, r->hit_count, sizeof(*r->hits), by_place);
	count_hits(r);
	return OK;
}
