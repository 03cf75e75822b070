/*
 * search.c -- one box: an ID goes there, words search all records that the person may see;
 * and the choosers, which look records up while one types.
 */
#include "actions/view.h"
#include "codec/json.h"
#include "codec/words.h"
#include "records/list_view.h"
#include "web/record.h"
#include "web/web.h"

#define MOST_HITS 50

struct searching {
	struct visit *v;
	struct str words;
	struct row *exact;
	bool more; /* than are shown */
	struct search_view view;
};

/* Pages whose name holds the words: lists, and a few more. */
static void fill_places(struct searching *s)
{
	const struct registry *types = store_registry(s->v->site->store);
	struct visit *v = s->v;
	struct str wanted = fold(v->arena, s->words);

	s->view.places.at = ARENA_TRY(v->arena, struct search_place, types->count);
	for (size_t i = 0; s->view.places.at && i < types->count; i++) {
		const struct record_type *t = types->at[i];
		struct str label = str_of(SAY(v, t->plural));

		if (wanted.n < 2 || str_find(fold(v->arena, label), wanted) == SIZE_MAX ||
		    !visit_may_read(v, t))
			continue;
		s->view.places.at[s->view.places.count++] =
			(struct search_place){ str_format(v->arena, "/%s", t->name),
			                       label };
	}
}

static enum fail load(struct act *a, void *arg)
{
	struct searching *s = arg;
	struct visit *v = s->v;
	struct hit *hits;
	size_t count;

	s->exact = NULL;
	s->view.hits.count = s->view.places.count = 0;
	if (s->words.n == 0)
		return OK;
	if (record_by_code(a, s->words, &s->exact) != OK)
		s->exact = NULL;
	enum fail f = record_search(a, s->words, NULL, MOST_HITS + 1, &hits, &count);
	if (f != OK)
		return f;
	s->more = count > MOST_HITS;
	count = s->more ? MOST_HITS : count;
	s->view.hits.at = ARENA_TRY(v->arena, struct shown_hit, count + 1);
	if (!s->view.hits.at)
		return FAIL_MEMORY;
	for (size_t i = 0; i < count; i++)
		if (hits[i].face.type)
			s->view.hits.at[s->view.hits.count++] = (struct shown_hit){
				.link = shown_face(v, &hits[i].face),
				.type_label = SAY(v, hits[i].face.type->label),
				.state = hits[i].state ? SAY(v, hits[i].state) : NULL,
				.excerpt = hits[i].excerpt,
			};
	fill_places(s);
	return OK;
}

static struct str found_words(const struct searching *s)
{
	struct visit *v = s->v;
	struct str count = str_format(v->arena, "%zu", s->view.hits.count);
	struct message found = { .args = { count } };

	if (s->more)
		return visit_words(v, N_("More than %1 records match; these match best."),
		                   count);
	return message_fill(v->arena,
	                    trn(v->lang, "%1 record found.", "%1 records found.",
	                        (int64_t)s->view.hits.count),
	                    &found);
}

void search_page(struct request *q, struct response *r)
{
	struct visit v;
	struct searching *s = ARENA_NEW(q->arena, struct searching);

	if (!visit_open(&v, q, r))
		return;
	s->v = &v;
	s->words = str_cut_utf8(query_get(&v, "q"), 200);
	enum fail f = visit_read(&v, load, s);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	if (s->exact) {
		visit_go(&v, record_href(v.arena, s->exact), NULL);
		return;
	}
	s->view.words = s->words;
	s->view.asked = s->words.n > 0;
	if (s->view.asked)
		s->view.lede = found_words(s);
	visit_frame(&v, &s->view.frame, str_of(SAY(&v, N_("Search"))));
	s->view.frame.words = s->words;
	VISIT_SHOW(&v, search, &s->view);
}

/* ---- choosers: at most ten, as JSON for the script; without script one types a code ----
 */

struct finding_one {
	struct visit *v;
	const struct record_type *t;
	struct str words;
	struct json_out json;
};

/* A saved view leads to its list. */
static struct str leads_to(struct finding_one *x, struct act *a,
                           const struct link_face *face)
{
	struct row *view;

	if (face->type && type_is(face->type, &list_view_type) &&
	    record_find(a, face->id, &view) == OK)
		return view_href(x->v->arena, view);
	return str_format(x->v->arena, "/%s/%.*s", face->type ? face->type->name : "search",
	                  STR_ARG(face->code));
}

static void put_face(struct finding_one *x, struct act *a, const struct link_face *face)
{
	json_open_object(&x->json);
	json_pair_str(&x->json, "code", face->code);
	json_pair_str(&x->json, "title", face->title);
	if (face->type)
		json_pair_z(&x->json, "type", SAY(x->v, face->type->label));
	json_pair_str(&x->json, "href", leads_to(x, a, face));
	json_close_object(&x->json);
}

/* The last word is still being typed: what begins with it counts. */
static struct str unfinished(struct arena *a, struct str words)
{
	bool ends_in_word = words.n > 0 && words.p[words.n - 1] != '"' &&
	                    words.p[words.n - 1] != '*';

	return ends_in_word ? str_format(a, "%.*s*", STR_ARG(words)) : words;
}

static enum fail find(struct act *a, void *arg)
{
	struct finding_one *x = arg;
	struct hit *hits;
	size_t count;
	enum fail f;

	if (x->words.n == 0 && x->t) {
		struct query q = { .type = x->t, .sort = 0, .limit = 10 };
		struct answer rows;

		f = record_list(a, &q, &rows);
		for (size_t i = 0; f == OK && i < rows.count; i++) {
			const struct row *r = rows.rows[i];
			const struct link_face face = {
				.id = r->id,
				.type = x->t,
				.code = row_code(a->arena, r),
				.title = row_title(r, x->v->lang),
			};
			put_face(x, a, &face);
		}
		return f;
	}
	f = record_search(a, unfinished(a->arena, x->words), x->t, 10, &hits, &count);
	for (size_t i = 0; f == OK && i < count; i++)
		if (!hits[i].face.masked)
			put_face(x, a, &hits[i].face);
	return f;
}

void find_get(struct request *q, struct response *r)
{
	struct visit v;
	struct text out = text_on(q->arena, LIMIT_PAGE_BYTES);
	struct finding_one x = { .v = &v, .json = json_to(&out) };

	if (!visit_open(&v, q, r))
		return;
	x.words = str_cut_utf8(query_get(&v, "q"), 200);
	if (!str_is(q->params[0], "any")) {
		x.t = visit_type(&v, q->params[0]);
		if (!x.t)
			return;
	}
	json_open_array(&x.json);
	enum fail f = visit_read(&v, find, &x);
	if (f != OK) {
		visit_failed(&v, f);
		return;
	}
	json_close_array(&x.json);
	visit_headers(&v);
	r->media = "application/json; charset=utf-8";
	r->body = text_str(&out);
}
