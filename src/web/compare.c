/*
 * compare.c -- two versions of a record beside each other, word by word.
 *
 * What a field said in a version follows from its history; the words that two texts share
 * are their longest common subsequence, between the beginning and the end that are alike.
 */
#include "web/history.h"
#include "web/record.h"
#include "web/web.h"

#define MOST_WORDS 1200 /* in the part that differs; longer is shown whole */

struct comparing {
	struct visit *v;
	struct row *row;
	int64_t from, to;
	struct compare_view view;
};

struct run {
	struct str *at;
	size_t count;
};

static struct run cut_words(struct arena *a, struct str s)
{
	struct run run = { ARENA_TRY(a, struct str, s.n / 2 + 2), 0 };
	size_t start = 0;

	for (size_t i = 0; run.at && i <= s.n; i++) {
		if (i < s.n && s.p[i] != ' ' && s.p[i] != '\n')
			continue;
		if (i > start)
			run.at[run.count++] = (struct str){ s.p + start, i - start };
		start = i + 1;
	}
	return run;
}

/* Words of one kind that follow each other are one piece. */
static void put(struct arena *a, struct compared *out, struct str word, bool added,
                bool removed)
{
	struct compared_word *last =
		out->words.count ? &out->words.at[out->words.count - 1] : NULL;

	if (last && last->added == added && last->removed == removed)
		last->text = str_format(a, "%.*s %.*s", STR_ARG(last->text), STR_ARG(word));
	else
		out->words.at[out->words.count++] =
			(struct compared_word){ word, added, removed };
}

static void put_run(struct arena *a, struct compared *out, struct run r, bool added,
                    bool removed)
{
	for (size_t i = 0; i < r.count; i++)
		put(a, out, r.at[i], added, removed);
}

/* length[i][j]: how many words the rests from i and j share. */
static void put_difference(struct arena *a, struct compared *out, struct run x,
                           struct run y)
{
	size_t wide = y.count + 1;
	uint16_t *length = ARENA_TRY(a, uint16_t, (x.count + 1) * wide);
	size_t i = 0, j = 0;

	if (!length || x.count > MOST_WORDS || y.count > MOST_WORDS) {
		put_run(a, out, x, false, true);
		put_run(a, out, y, true, false);
		return;
	}
	for (size_t p = x.count; p-- > 0;)
		for (size_t q = y.count; q-- > 0;) {
			uint16_t down = length[(p + 1) * wide + q],
				 right = length[p * wide + q + 1];

			length[p * wide + q] =
				str_equal(x.at[p], y.at[q])
					? (uint16_t)(length[(p + 1) * wide + q + 1] + 1)
				: down > right ? down
					       : right;
		}
	while (i < x.count && j < y.count) {
		if (str_equal(x.at[i], y.at[j])) {
			put(a, out, x.at[i++], false, false);
			j++;
		} else if (length[(i + 1) * wide + j] >= length[i * wide + j + 1]) {
			put(a, out, x.at[i++], false, true);
		} else {
			put(a, out, y.at[j++], true, false);
		}
	}
	put_run(a, out, (struct run){ x.at + i, x.count - i }, false, true);
	put_run(a, out, (struct run){ y.at + j, y.count - j }, true, false);
}

static bool compare_texts(struct arena *a, struct str before, struct str after,
                          struct compared *out)
{
	struct run x = cut_words(a, before), y = cut_words(a, after);
	size_t same = 0, end = 0;

	out->words.at = ARENA_TRY(a, struct compared_word, x.count + y.count + 1);
	if (!x.at || !y.at || !out->words.at)
		return false;
	while (same < x.count && same < y.count && str_equal(x.at[same], y.at[same]))
		same++;
	while (end < x.count - same && end < y.count - same &&
	       str_equal(x.at[x.count - 1 - end], y.at[y.count - 1 - end]))
		end++;
	put_run(a, out, (struct run){ x.at, same }, false, false);
	put_difference(a, out, (struct run){ x.at + same, x.count - same - end },
	               (struct run){ y.at + same, y.count - same - end });
	put_run(a, out, (struct run){ x.at + x.count - end, end }, false, false);
	return true;
}

/* ---- which fields changed on the way from one version to the other ---- */

struct way {
	struct str name;                /* of the field, as history knows it */
	struct str label;
	struct str before, after;
	bool erased;
};

static struct way *way_of(struct way *ways, size_t *count, size_t room,
                          const struct field_change *c)
{
	for (size_t i = 0; i < *count; i++)
		if (str_equal(ways[i].name, c->name))
			return &ways[i];
	if (*count == room)
		return NULL;
	ways[*count] = (struct way){ .name = c->name, .before = c->before };
	return &ways[(*count)++];
}

static void follow(struct comparing *x, const struct event *e, struct way *ways,
                   size_t *count, size_t room)
{
	const struct record_type *t = x->row->type;

	for (size_t i = 0; i < e->change_count; i++) {
		const struct field_change *c = &e->changes[i];
		struct way *w = way_of(ways, count, room, c);

		if (!w)
			return;
		w->after = c->after;
		w->erased = w->erased || c->erased;
		w->label = history_field(x->v, t, c);
	}
}

static bool fill_versions(struct comparing *x)
{
	struct arena *a = x->v->arena;
	size_t room = (size_t)x->row->version + 1;

	x->view.froms.at = ARENA_TRY(a, struct control_choice, room);
	x->view.tos.at = ARENA_TRY(a, struct control_choice, room);
	if (!x->view.froms.at || !x->view.tos.at)
		return false;
	for (int64_t n = x->row->version; n > 0; n--) {
		struct str text = str_format(a, "%lld", (long long)n);

		x->view.froms.at[x->view.froms.count++] =
			(struct control_choice){ text, text, n == x->from };
		x->view.tos.at[x->view.tos.count++] =
			(struct control_choice){ text, text, n == x->to };
	}
	return true;
}

static void choose_versions(struct comparing *x)
{
	int64_t last = x->row->version;

	if (!str_to_i64(query_get(x->v, "to"), &x->to) || x->to < 1 || x->to > last)
		x->to = last;
	if (!str_to_i64(query_get(x->v, "from"), &x->from) || x->from < 1)
		x->from = x->to > 1 ? x->to - 1 : 1;
}

static enum fail show_ways(struct comparing *x, struct arena *a, const struct way *ways,
                           size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct compared *to = &x->view.fields.at[x->view.fields.count];

		if (!ways[i].erased && str_equal(ways[i].before, ways[i].after))
			continue;
		*to = (struct compared){ .name = ways[i].label, .erased = ways[i].erased };
		if (!compare_texts(a, ways[i].before, ways[i].after, to))
			return FAIL_MEMORY;
		x->view.fields.count++;
	}
	return OK;
}

static enum fail load(struct act *a, void *arg)
{
	struct comparing *x = arg;
	struct event *events;
	size_t count, ways_count = 0, room = 200;
	enum fail f = record_asked(x->v, a, &x->row);

	if (f == OK)
		f = record_history(a, x->row->type, x->row->id, &events, &count);
	if (f != OK)
		return f;
	choose_versions(x);
	struct way *ways = ARENA_TRY(a->arena, struct way, room);
	x->view.fields.at = ARENA_TRY(a->arena, struct compared, room);
	if (!ways || !x->view.fields.at || !fill_versions(x))
		return FAIL_MEMORY;
	for (size_t i = 0; i < count; i++)
		if (events[i].version > x->from && events[i].version <= x->to)
			follow(x, &events[i], ways, &ways_count, room);
	return show_ways(x, a->arena, ways, ways_count);
}

void record_compare_page(struct request *q, struct response *r)
{
	struct visit v;
	struct comparing *x = ARENA_NEW(q->arena, struct comparing);

	if (!visit_open(&v, q, r))
		return;
	x->v = &v;
	enum fail f = visit_read(&v, load, x);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	record_head_fill(&v, x->row, &x->view.head);
	x->view.action = str_format(v.arena, "%.*s/compare", STR_ARG(x->view.head.href));
	x->view.from = str_format(v.arena, "%lld", (long long)x->from);
	x->view.to = str_format(v.arena, "%lld", (long long)x->to);
	visit_frame_at(&v, &x->view.frame,
	               visit_words(&v, N_("Versions of %1"), x->view.head.code),
	               str_z(v.arena, x->view.head.list_href));
	VISIT_SHOW(&v, compare, &x->view);
}
