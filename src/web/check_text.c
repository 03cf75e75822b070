/*
 * check_text.c -- the document's own text beside the proposals: a stretch of it at a time,
 * so that a plan of a thousand pages makes a small page.
 */
#include "codec/words.h"
#include "web/check_work.h"

#define BEFORE 12                       /* passages shown before the one in question */
#define STRETCH 50

/* ---- marking ---- */

static bool is_because(struct visit *v, struct str word, const struct proposal *p)
{
	for (size_t i = 0; i < p->because_count; i++) {
		struct word_reader parts = words_of(v->arena, p->because[i]);

		for (struct word w; word_next(&parts, &w);)
			if (w.text.n > 3 && str_equal(w.text, word))
				return true;
	}
	return false;
}

bool work_mark(struct visit *v, struct str text, const struct proposal *p,
               struct work_piece **out, size_t *count)
{
	struct word_reader words = words_of(v->arena, text);
	size_t room = 2 * (text.n / 2 + 2), from = 0;

	*count = 0;
	if (room > 4000)
		room = 4000;
	*out = ARENA_TRY(v->arena, struct work_piece, room + 1);
	if (!*out)
		return false;
	for (struct word w; word_next(&words, &w) && *count + 2 < room;) {
		if (w.kind == WORD_PART || w.kind == WORD_NUMBER || w.start < from ||
		    !is_because(v, w.text, p))
			continue;
		if (w.start > from)
			(*out)[(*count)++] =
				(struct work_piece){ { text.p + from, w.start - from },
				                     false };
		(*out)[(*count)++] =
			(struct work_piece){ { text.p + w.start, w.end - w.start }, true };
		from = w.end;
	}
	if (from < text.n)
		(*out)[(*count)++] =
			(struct work_piece){ { text.p + from, text.n - from }, false };
	return true;
}

/* ---- the text ---- */

static bool is_proposed(const struct work *w, size_t passage)
{
	const struct part_proposals *p = w->part->proposals;

	for (size_t i = 0; p && i < p->count; i++)
		if (p->at[i].passage == passage)
			return true;
	return false;
}

static void put_passage(struct work *w, size_t number)
{
	const struct passage *p = &w->check.text.at[number];
	struct work_passage *to = &w->view.passages.at[w->view.passages.count++];

	to->number = number;
	to->text = p->text;
	to->place = check_place(w->v, &w->check.text, number);
	to->anchor = str_format(w->v->arena, "p-%zu", number);
	to->level = p->level;
	to->heading = p->kind == PASSAGE_HEADING;
	to->list_item = p->kind == PASSAGE_LIST_ITEM;
	to->table_row = p->kind == PASSAGE_TABLE_ROW;
	to->table_head = p->kind == PASSAGE_TABLE_HEAD;
	to->proposed = is_proposed(w, number);
	to->chosen = w->part->passage == number;
}

/* Every word that is looked for stands in the passage, whatever its case and accents. */
static bool holds_all(struct arena *a, struct str text, struct str wanted)
{
	struct str folded = fold(a, text);
	struct str rest = wanted;

	while (rest.n > 0) {
		struct str word = str_split(rest, ' ', &rest);

		if (word.n > 0 && str_find(folded, word) == SIZE_MAX)
			return false;
	}
	return true;
}

static void find_in_text(struct work *w)
{
	struct arena *scratch = arena_new(LIMIT_REQUEST_BYTES);
	struct str wanted = fold(w->v->arena, w->view.find);

	w->view.searched = true;
	for (size_t i = 0;
	     scratch && i < w->check.text.count && w->view.passages.count < STRETCH; i++)
		if (holds_all(scratch, w->check.text.at[i].text, wanted))
			put_passage(w, i);
	arena_free(scratch);
}

static struct str text_address(struct work *w, size_t from)
{
	return str_format(w->v->arena, "%.*s?part=%.*s&from=%zu#h-text",
	                  STR_ARG(w->view.here), STR_ARG(w->view.version), from);
}

static size_t first_shown(struct work *w)
{
	const struct part_proposals *p = w->part->proposals;
	size_t middle = 0;
	int64_t from;

	if (str_to_i64(query_get(w->v, "from"), &from) && from >= 0 &&
	    (size_t)from < w->check.text.count)
		return (size_t)from;
	if (w->part->passage != SIZE_MAX)
		middle = w->part->passage;
	else if (p && p->count > 0)
		middle = p->at[0].passage;
	return middle > BEFORE ? middle - BEFORE : 0;
}

bool work_text(struct work *w)
{
	w->view.passages.at = ARENA_TRY(w->v->arena, struct work_passage, STRETCH);
	if (!w->view.passages.at)
		return false;
	w->view.find = str_cut_utf8(query_get(w->v, "find"), 100);
	if (w->view.find.n > 0) {
		find_in_text(w);
		return true;
	}
	size_t first = first_shown(w), end = first + STRETCH;
	if (end > w->check.text.count)
		end = w->check.text.count;
	for (size_t i = first; i < end; i++)
		put_passage(w, i);
	if (first > 0)
		w->view.earlier = text_address(w, first > STRETCH ? first - STRETCH : 0);
	if (end < w->check.text.count)
		w->view.later = text_address(w, end);
	return true;
}
