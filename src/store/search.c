/*
 * search.c -- looking through all records at once.
 *
 * Newest first; of the first few hundred that the reader may see, those whose title holds
 * the words come before the others.  No ranking of an engine, so both databases agree.
 */
#include "store/parts.h"

#include <stdlib.h>

#include "base/arena.h"
#include "codec/words.h"

#define CANDIDATES_MAX 300
#define EXCERPT_BYTES 220u

struct candidate {
	struct entry entry;
	bool in_title;
	size_t place;
};

static int by_rank(const void *x, const void *y)
{
	const struct candidate *a = x, *b = y;

	if (a->in_title != b->in_title)
		return a->in_title ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

/* Does a text hold any of the words that are looked for? *at: where the first one starts.
 */
static bool holds(struct arena *a, struct str text, const struct search_terms *terms,
                  size_t *at)
{
	struct word_reader r = words_of(a, text);

	for (struct word w; word_next(&r, &w);) {
		for (size_t i = 0; i < terms->count; i++) {
			bool begins = w.text.n > terms->at[i].whole.n &&
			              str_equal(str_cut(w.text, terms->at[i].whole.n),
			                        terms->at[i].whole);
			if (terms->at[i].whole.n == 0 ||
			    (!begins && !str_equal(w.text, terms->at[i].whole)))
				continue;
			*at = w.start;
			return true;
		}
	}
	return false;
}

static struct str excerpt_at(struct arena *a, struct str text, size_t at)
{
	size_t start = at > 80 ? at - 80 : 0;

	while (start > 0 && start < at && text.p[start] != ' ')
		start++;
	struct str piece = str_cut_utf8(str_trim(str_from(text, start)), EXCERPT_BYTES);
	bool cut = start + piece.n < text.n;
	return str_format(a, "%s%.*s%s", start ? "…" : "", STR_ARG(piece), cut ? "…" : "");
}

/* The first field after the title that holds a word. */
static struct str excerpt_of(struct act *a, const struct row *r,
                             const struct search_terms *terms)
{
	size_t at;

	for (size_t i = 1; i < r->type->fields.count; i++) {
		const struct field *field = &r->type->fields.at[i];
		if (!field_is_text(field) || !r->values[i].filled || field->sensitive)
			continue;
		struct str text = row_text_in(r, (int)i, a->actor->lang);
		if (holds(a->arena, text, terms, &at))
			return excerpt_at(a->arena, text, at);
	}
	return STR("");
}

/* Of the hits from `first` on that are of its type, as many as are read at once. */
static enum fail make_excerpts(struct act *a, const struct search_terms *terms,
                               const struct candidate *all, size_t first, size_t count,
                               struct hit *hits)
{
	struct id ids[IDS_AT_ONCE];
	struct row *rows[IDS_AT_ONCE];
	size_t places[IDS_AT_ONCE], n = 0;

	for (size_t i = first; i < count && n < COUNT(ids); i++) {
		if (hits[i].excerpt.p || all[i].entry.type != all[first].entry.type)
			continue;
		ids[n] = all[i].entry.id;
		places[n++] = i;
	}
	enum fail f = rows_load(a, all[first].entry.type, ids, n, rows);
	for (size_t i = 0; !f && i < n; i++) {
		if (!rows[i])
			return FAIL_NOT_FOUND;
		hits[places[i]].excerpt = excerpt_of(a, rows[i], terms);
	}
	return f;
}

static enum fail next_candidates(struct act *a, const struct words_wanted *wanted,
                                 int64_t *before, struct id *ids, size_t room,
                                 size_t *count)
{
	struct stmt *s = query(a->tx, db_words_page(a->store->db));
	int row = 0;

	*count = 0;
	bind_id(s, "org", act_org(a));
	bind_i64(s, "before", *before);
	bind_i64(s, "room", (int64_t)room);
	words_bind(s, wanted);
	while (*count < room && (row = query_next(s)) == 1) {
		*before = column_i64(s, 0);
		ids[(*count)++] = column_id(s, 1);
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static void judge(struct act *a, const struct entry *e, const struct record_type *only,
                  const struct search_terms *terms, struct candidate *all, size_t *n)
{
	struct candidate *c = &all[*n];
	size_t at;

	if (!e->type || e->withdrawn || (only && e->type != only) || !entry_visible(a, e))
		return;
	c->entry = *e;
	c->in_title = holds(a->arena, e->title, terms, &at) ||
	              holds(a->arena, e->french, terms, &at);
	c->place = (*n)++;
}

static enum fail gather(struct act *a, const struct words_wanted *wanted,
                        const struct record_type *only, const struct search_terms *terms,
                        struct candidate *all, size_t *n)
{
	struct id ids[CANDIDATES_MAX];
	struct entry entries[IDS_AT_ONCE];
	int64_t before = INT64_MAX;
	size_t count;
	enum fail f;

	do {
		f = next_candidates(a, wanted, &before, ids, COUNT(ids), &count);
		for (size_t i = 0; !f && i < count && *n < CANDIDATES_MAX;
		     i += COUNT(entries)) {
			size_t some = count - i < COUNT(entries) ? count - i
			                                         : COUNT(entries);
			f = entries_get(a, ids + i, some, entries);
			for (size_t k = 0; !f && k < some && *n < CANDIDATES_MAX; k++)
				judge(a, &entries[k], only, terms, all, n);
		}
	} while (!f && count == COUNT(ids) && *n < CANDIDATES_MAX);
	return f;
}

enum fail record_search(struct act *a, struct str words, const struct record_type *only,
                        size_t limit, struct hit **out, size_t *count)
{
	struct words_wanted wanted = search_wanted(a, words);
	struct search_terms terms = search_terms_of(a->arena, words);
	struct candidate *all = ARENA_TRY(a->arena, struct candidate, CANDIDATES_MAX + 1);
	size_t n = 0;

	*out = NULL;
	*count = 0;
	if (!all)
		return fail_say(FAIL_MEMORY, "no memory to search");
	if (wanted.nothing)
		return OK;
	enum fail f = gather(a, &wanted, only, &terms, all, &n);
	qsort(all, n, sizeof *all, by_rank);
	limit = limit == 0 ? 25 : limit > LIMIT_PAGE_ROWS ? LIMIT_PAGE_ROWS
	                                                  : limit;
	*out = ARENA_TRY(a->arena, struct hit, limit + 1);
	if (!*out)
		return fail_say(FAIL_MEMORY, "no memory to search");
	for (size_t i = 0; !f && i < n && *count < limit; i++) {
		struct hit *h = &(*out)[(*count)++];
		int state = state_find(all[i].entry.type, all[i].entry.state);
		entry_face(a, &all[i].entry, &h->face);
		h->state = state < 0 ? "" : all[i].entry.type->states.at[state].label;
	}
	for (size_t i = 0; !f && i < *count; i++)
		if (!(*out)[i].excerpt.p)
			f = make_excerpts(a, &terms, all, i, *count, *out);
	return f;
}
