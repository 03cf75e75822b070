/*
 * list.c -- lists: filtered, sorted, paged, counted, and only what the actor may see.
 *
 * The streams of list_sql.h are read one after the other, each only as far as it can still
 * add to the page, so that somebody with many units or few records pays no more than
 * somebody who sees everything.
 */
#include "store/list_sql.h"

#include "base/arena.h"

#define OFFSET_MAX 100000u

/* ---- merging a page ---- */
struct found {
	struct place place;
	struct row *row;
};

struct page {
	struct found *at;
	size_t count, room;
};

static int compare_places(const struct listing *l, const struct place *x,
                          const struct place *y)
{
	int order = l->key.is_text ? str_compare(x->text, y->text)
	                           : (x->number > y->number) - (x->number < y->number);

	if (order == 0)
		order = id_compare(x->id, y->id);
	return l->query->descending ? -order : order;
}

static struct place place_of(const struct listing *l, struct stmt *s, int column)
{
	struct place p = { .set = true, .id = column_id(s, 0) };

	if (l->key.is_text)
		p.text = column_str(s, column);
	else
		p.number = column_i64(s, column);
	return p;
}

/* Puts the present row where it belongs; false when the page is full of earlier ones. */
static bool insert(const struct listing *l, struct page *page, struct stmt *s)
{
	struct place place = place_of(l, s, l->table->column_count);
	size_t at = page->count;

	while (at > 0 && compare_places(l, &place, &page->at[at - 1].place) < 0)
		at--;
	if (at == page->room)
		return false;
	if (page->count == page->room)
		page->count--;
	memmove(&page->at[at + 1], &page->at[at], (page->count - at) * sizeof *page->at);
	page->count++;
	place.text = str_copy(l->act->arena, place.text);
	page->at[at] = (struct found){ place, row_from(s, l->act->arena, l->table,
		                                       l->query->type) };
	return true;
}

static enum fail read_stream(const struct listing *l, const struct stream *one, size_t skip,
                             struct page *page)
{
	struct stmt *s = query_composed(l->act->tx, listing_page_sql(l, one));
	int row;

	listing_bind(l, s, one);
	listing_bind_page(l, s, page->room, skip);
	while ((row = query_next(s)) == 1 && insert(l, page, s))
		;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

/* Streams are read no further than to the most that is asked for. */
static enum fail count_streams(const struct listing *l, const struct streams *streams,
                               int64_t *total)
{
	int64_t most = l->query->count_most > 0 ? l->query->count_most : INT64_MAX;

	*total = 0;
	for (size_t i = 0; i < streams->count && *total < most; i++) {
		struct stmt *s = query_composed(l->act->tx,
		                                listing_count_sql(l, &streams->at[i]));
		listing_bind(l, s, &streams->at[i]);
		bind_i64(s, "most", most - *total);
		int row = query_next(s);
		if (row == 1)
			*total += column_i64(s, 0);
		query_end(s);
		if (row < 0)
			return (enum fail)row;
	}
	return OK;
}

/* The rows from `skip` on, completed, and the cursor behind the last. */
static enum fail answer_page(const struct listing *l, const struct page *page, size_t skip,
                             size_t limit, struct answer *out)
{
	out->rows = arena_get(l->act->arena, (limit + 1) * sizeof *out->rows);
	for (size_t i = skip; i < page->count && out->count < limit; i++)
		out->rows[out->count++] = page->at[i].row;
	enum fail f = rows_complete(l->act, l->table, out->rows, out->count);
	if (page->count == page->room && out->count > 0)
		out->next =
			place_write(l->act->arena, &page->at[skip + out->count - 1].place,
		                    l->key.is_text);
	return f;
}

enum fail record_list(struct act *a, const struct query *q, struct answer *out)
{
	struct listing l;
	struct streams streams;
	size_t limit = q->limit == 0                ? 25
	               : q->limit > LIMIT_PAGE_ROWS ? LIMIT_PAGE_ROWS
	                                            : q->limit;
	size_t skip = q->after.n > 0 ? 0 : q->offset;

	*out = (struct answer){ .total = -1 };
	enum fail f = listing_init(&l, a, q);
	if (!f)
		f = streams_of(&l, &streams);
	if (!f && q->count)
		f = count_streams(&l, &streams, &out->total);
	if (f || skip > OFFSET_MAX)
		return f;
	/* A single stream is skipped by the database, several only after they are merged.
	 */
	size_t skipped = streams.count == 1 ? skip : 0;
	struct page page = { .room = skip - skipped + limit + 1 };
	page.at = ARENA_TRY(a->arena, struct found, page.room + 1);
	if (!page.at)
		return fail_say(FAIL_MEMORY, "no memory for a list");
	for (size_t i = 0; !f && i < streams.count; i++)
		f = read_stream(&l, &streams.at[i], skipped, &page);
	return f ? f : answer_page(&l, &page, skip - skipped, limit, out);
}

enum fail record_count(struct act *a, const struct query *q, int64_t *out)
{
	struct listing l;
	struct streams streams;

	*out = 0;
	enum fail f = listing_init(&l, a, q);
	if (!f)
		f = streams_of(&l, &streams);
	return f ? f : count_streams(&l, &streams, out);
}

enum fail record_each(struct act *a, const struct query *q, row_fn *each, void *arg)
{
	struct query page = *q;
	char cursor[64 + 8 * FOLDED_BYTES];
	enum fail f = OK;
	bool more = true;

	page.limit = LIMIT_PAGE_ROWS;
	page.count = false;
	while (!f && more) {
		/* Batches die one by one, so that a long export stays small. */
		struct act batch = *a;
		struct answer answer;
		batch.arena = arena_new(LIMIT_REQUEST_BYTES);
		if (!batch.arena)
			return fail_say(FAIL_MEMORY, "no memory for a list");
		f = record_list(&batch, &page, &answer);
		for (size_t i = 0; !f && i < answer.count; i++)
			f = each(arg, answer.rows[i]);
		more = !f && answer.next.n > 0 && answer.next.n < sizeof cursor;
		if (more) {
			memcpy(cursor, answer.next.p, answer.next.n);
			page.after = (struct str){ cursor, answer.next.n };
			page.offset = 0;
		}
		if (!f && arena_failed(batch.arena))
			f = fail_say(FAIL_MEMORY, "no memory for a list");
		arena_free(batch.arena);
	}
	return f;
}
