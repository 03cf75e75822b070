/*
 * propose.c -- scoring: which passages speak for a part.
 *
 * A way of finding names groups of words.  How strongly a group speaks for a passage
 * depends on where its words stand: in the passage itself, in the head row of its table, in
 * the heading over it, in the introduction of its list, in the passages beside it.  The
 * core must stand in the passage or right over it; what else is asked for may stand near
 * by.
 */
#include "actions/propose.h"

#include "actions/reading.h"
#include "base/arena.h"

#define LEAST_SCORE 55                  /* when the rule gives none */
#define NEAR 4                          /* passages to either side, in the same section */
#define BECAUSE_MOST 8
#define CANDIDATES_MOST 4096u
#define RICH_MOST 6
#define READING_ARENA_BYTES (256u * 1024 * 1024)

/* How much a word counts, by where it stands; 100 is the passage itself. */
enum weight {
	IN_ITSELF = 100,
	IN_SEVERAL = 82,                /* part of it in itself, the rest near by */
	IN_HEAD_ROW = 80,
	IN_HEADING = 70,
	IN_OVER = 65,                   /* list introduction, item above */
	BESIDE = 60,
	NEARBY = 45,
	IN_PATH = 40,                   /* a heading further up */
	CORE_LEAST = 70,
	CLOSE_LEAST = 65,
	ALL_LEAST = 40,
	SOME_LEAST = 40,
};

struct scoring {
	const struct reading *reading;
	const struct find_way *way;
	size_t passage;
};

/* Where the path of headings above the nearest one has the group's words. */
static bool in_path(const struct scoring *s, size_t group)
{
	const struct reading *r = s->reading;
	const struct passage *at = &r->document->at[s->passage];
	uint32_t nearest = r->heading[s->passage];
	int level = nearest == UINT32_MAX ? 0 : r->document->at[nearest].level;

	(void)at;
	for (size_t i = nearest == UINT32_MAX ? 0 : nearest; i-- > 0 && level > 1;) {
		if (!(r->mark[i] & MARK_HEADING) || r->document->at[i].level >= level ||
		    r->document->at[i].level == 0)
			continue;
		level = r->document->at[i].level;
		if (found_in(r, group, i, true))
			return true;
	}
	return false;
}

/* The strongest place near the passage; *sum counts the different words of all of it. */
static int strength_near(const struct scoring *s, size_t group, int *sum)
{
	const struct reading *r = s->reading;
	size_t at = s->passage;
	int best = 0;

	for (int step = -NEAR; step <= NEAR; step++) {
		size_t other = at + (size_t)step;

		if (step == 0 || (step < 0 && at < (size_t)-step) ||
		    other >= r->passage_count || r->section[other] != r->section[at] ||
		    r->mark[other] & MARK_SKIP)
			continue;
		int n = found_in(r, group, other, s->way->references);
		int weight = step == 1 || step == -1 ? BESIDE : NEARBY;
		*sum += n;
		if (n > 0 && weight > best)
			best = weight;
	}
	return best;
}

static int strength(const struct scoring *s, const struct need *need)
{
	const struct reading *r = s->reading;
	uint32_t over = r->over[s->passage], heading = r->heading[s->passage];
	int own = found_in(r, need->group, s->passage, s->way->references);
	int sum = own;
	int best = strength_near(s, need->group, &sum);

	if (own >= need->least)
		return IN_ITSELF;
	if (over != UINT32_MAX) {
		int n = found_in(r, need->group, over, true);
		int weight = r->mark[over] & MARK_HEAD_ROW ? IN_HEAD_ROW : IN_OVER;
		sum += n;
		if (n > 0 && weight > best)
			best = weight;
	}
	if (heading != UINT32_MAX) {
		int n = found_in(r, need->group, heading, true);
		sum += n;
		if (n > 0 && IN_HEADING > best)
			best = IN_HEADING;
	}
	if (sum < need->least)
		return 0;
	if (own > 0)
		return IN_SEVERAL;
	if (best == 0 && need->least == 1 && in_path(s, need->group))
		best = IN_PATH;
	return best;
}

/* ---- the parts of a way ---- */

struct mark_sheet {
	int points, most; /* weighted strengths, and what they could be at most */
	int own;                        /* needed groups with words in the passage itself */
	bool fails;
};

static void add(struct mark_sheet *m, int strength, int weight)
{
	m->points += strength * weight;
	m->most += 100 * weight;
	m->own += strength >= IN_SEVERAL && strength != IN_HEAD_ROW;
}

static int best_of(const struct scoring *s, struct needs needs)
{
	int best = 0;

	for (size_t i = 0; i < needs.count; i++) {
		int n = strength(s, &needs.at[i]);

		if (n > best)
			best = n;
	}
	return best;
}

static void mark_each(const struct scoring *s, struct needs needs, int least,
                      struct mark_sheet *m)
{
	for (size_t i = 0; i < needs.count && !m->fails; i++) {
		int n = strength(s, &needs.at[i]);

		m->fails = n < least;
		add(m, n, 4);
	}
}

static int descending(const void *a, const void *b)
{
	return *(const int *)b - *(const int *)a;
}

static void mark_some(const struct scoring *s, struct mark_sheet *m)
{
	int values[64];
	size_t n = s->way->some.count < COUNT(values) ? s->way->some.count : COUNT(values);
	size_t least = (size_t)s->way->some_least;

	if (n == 0)
		return;
	for (size_t i = 0; i < n; i++)
		values[i] = strength(s, &s->way->some.at[i]);
	qsort(values, n, sizeof(*values), descending);
	m->fails = m->fails || values[least - 1] < SOME_LEAST;
	for (size_t i = 0; i < n && i <= least; i++)
		add(m, values[i], i < least ? 3 : 1);
}

static size_t column_of(struct str row, size_t at)
{
	size_t n = 0;

	for (size_t i = 0; i < at && i < row.n; i++)
		n += row.p[i] == '|';
	return n;
}

static bool is_filled(struct str row, size_t column)
{
	static const char *const empty[] = { "-", "none", "n/a", "na",
		                             "aucun", "s.o.", "tbd", "\xe2\x80\x94" };
	struct str cell = STR_NONE, rest = row;

	for (size_t i = 0; i <= column; i++)
		cell = str_split(rest, '|', &rest);
	cell = str_trim(cell);
	for (size_t i = 0; i < COUNT(empty); i++)
		if (cell.n == strlen(empty[i]) &&
		    strncasecmp(cell.p, empty[i], cell.n) == 0)
			return false;
	return cell.n > 0;
}

/* The name of a column says what its cells are: "Our copy" over "May 2025". */
static bool in_filled_cell(const struct scoring *s, struct needs needs)
{
	const struct reading *r = s->reading;
	uint32_t over = r->over[s->passage];

	if (over == UINT32_MAX || !(r->mark[over] & MARK_HEAD_ROW))
		return false;
	for (uint32_t i = r->hits_start[over]; i < r->hits_start[over + 1]; i++)
		for (size_t n = 0; n < needs.count; n++)
			if (r->hits[i].group == needs.at[n].group &&
			    is_filled(r->document->at[s->passage].text,
			              column_of(r->document->at[over].text,
			                        r->hits[i].start)))
				return true;
	return false;
}

/* Under a heading with the core, the passage itself must hold something of the rest. */
static int own_needed(const struct find_way *way, int core)
{
	int others = (int)(way->all.count + way->close.count) + (way->own.count > 0) +
	             (way->some.count > 0);

	if (core == IN_ITSELF)
		return 1;
	return others < 2 ? others : 2;
}

/* 0: it does not speak for the part; else 1..100. */
static int score_passage(const struct scoring *s)
{
	const struct find_way *way = s->way;
	struct mark_sheet m = { 0 };
	int core = best_of(s, way->core);

	if (core < CORE_LEAST)
		return 0;
	add(&m, core, 6);
	if (way->own.count > 0) {
		int own = best_of(s, way->own);

		if (own < IN_ITSELF && !in_filled_cell(s, way->own))
			return 0;
		m.own += own < IN_ITSELF;
		add(&m, own < IN_ITSELF ? IN_HEAD_ROW : own, 3);
	}
	mark_each(s, way->close, CLOSE_LEAST, &m);
	mark_each(s, way->all, ALL_LEAST, &m);
	mark_some(s, &m);
	if (m.fails || m.own < own_needed(way, core))
		return 0;
	if (way->helps.count > 0)
		add(&m, best_of(s, way->helps), 1);
	int score = m.points / (m.most / 100) * way->worth / 100;
	if (s->reading->mark[s->passage] & MARK_HOLLOW)
		score -= 12;
	return score > 1 ? score : 1;
}

/* What names more of what is asked for comes first among equals. */
static int richness(const struct scoring *s)
{
	const struct needs asked[] = { s->way->core, s->way->close };
	int n = 0;

	for (size_t i = 0; i < COUNT(asked); i++)
		for (size_t k = 0; k < asked[i].count; k++)
			n += found_in(s->reading, asked[i].at[k].group, s->passage,
			              s->way->references);
	return n < RICH_MOST ? n : RICH_MOST;
}

/* ---- candidates ---- */

struct candidate {
	size_t passage;
	int score, rank; /* rank orders them */
	const struct find_way *way;
};

static int by_score(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->rank != y->rank)
		return y->rank - x->rank;
	return x->passage < y->passage ? -1 : x->passage > y->passage;
}

/* Words right over a passage may be its core, so these passages are looked at as well. */
static bool may_be(const struct reading *r, const struct find_way *way, size_t p)
{
	for (size_t i = 0; i < way->core.count; i++) {
		size_t g = way->core.at[i].group;

		if (found_in(r, g, p, true) ||
		    (r->heading[p] != UINT32_MAX && found_in(r, g, r->heading[p], true)) ||
		    (r->over[p] != UINT32_MAX && found_in(r, g, r->over[p], true)))
			return true;
	}
	return false;
}

static void consider(struct candidate *list, size_t *count, struct candidate c)
{
	int least = c.way->least ? c.way->least : LEAST_SCORE;

	if (c.score < least)
		return;
	if (*count > 0 && list[*count - 1].passage == c.passage) {
		if (c.rank > list[*count - 1].rank)
			list[*count - 1] = c;
	} else if (*count < CANDIDATES_MOST) {
		list[(*count)++] = c;
	}
}

static struct candidate candidate_of(const struct scoring *s)
{
	int score = score_passage(s);

	return (struct candidate){ s->passage, score, score + 2 * richness(s), s->way };
}

static size_t find_candidates(const struct reading *r, const struct find_rule *rule,
                              struct candidate *list)
{
	size_t count = 0;

	for (size_t p = 0; p < r->passage_count; p++) {
		if (r->mark[p] & (MARK_SKIP | MARK_HEAD_ROW))
			continue;
		for (size_t w = 0; w < rule->way_count; w++) {
			struct scoring s = { r, &rule->ways[w], p };

			if (may_be(r, s.way, p))
				consider(list, &count,
				         candidate_of(&s));
		}
	}
	return count;
}

/* Passages of a section that is represented already come after those of other sections. */
static void spread(const struct reading *r, struct candidate *list, size_t count)
{
	qsort(list, count, sizeof(*list), by_score);
	for (size_t i = 0; i < count && i < 4 * PROPOSALS_PER_PART; i++) {
		size_t best = i;

		for (size_t k = i; k < count && k < 60; k++) {
			int minus = 0;

			for (size_t before = 0; before < i; before++)
				if (r->section[list[before].passage] ==
				    r->section[list[k].passage])
					minus = 10;
			if (k == i)
				list[best].rank -= minus;
			else if (list[k].rank - minus > list[best].rank)
				best = k;
		}
		struct candidate c = list[best];
		for (size_t k = best; k > i; k--)
			list[k] = list[k - 1];
		list[i] = c;
	}
}

/* ---- because ---- */

struct reasons {
	struct str at[BECAUSE_MOST];
	size_t count;
};

static void add_reason(struct reasons *b, struct str words)
{
	for (size_t i = 0; i < b->count; i++)
		if (b->at[i].n == words.n && strncasecmp(b->at[i].p, words.p, words.n) == 0)
			return;
	if (b->count < BECAUSE_MOST && words.n > 0)
		b->at[b->count++] = words;
}

static void reasons_from(struct reasons *b, const struct reading *r, struct needs needs,
                         uint32_t passage)
{
	if (passage == UINT32_MAX)
		return;
	for (size_t n = 0; n < needs.count; n++) {
		size_t taken = 0, end = 0;

		for (uint32_t i = r->hits_start[passage]; i < r->hits_start[passage + 1];
		     i++) {
			const struct hit *h = &r->hits[i];

			if (h->group != needs.at[n].group || h->start < end || taken == 2)
				continue;
			add_reason(b,
			           (struct str){ r->document->at[passage].text.p + h->start,
			                         h->length });
			end = h->start + h->length;
			taken++;
		}
	}
}

static void explain(struct arena *a, const struct reading *r, const struct candidate *c,
                    struct proposal *out)
{
	struct reasons b = { .count = 0 };
	const struct needs order[] = { c->way->core, c->way->own, c->way->close,
		                       c->way->all, c->way->some, c->way->helps };
	struct str *because;

	for (size_t i = 0; i < COUNT(order); i++)
		reasons_from(&b, r, order[i], (uint32_t)c->passage);
	for (size_t i = 0; i < COUNT(order); i++) {
		reasons_from(&b, r, order[i], r->over[c->passage]);
		reasons_from(&b, r, order[i], r->heading[c->passage]);
	}
	because = arena_get(a, BECAUSE_MOST * sizeof(*because));
	for (size_t i = 0; i < b.count; i++)
		because[i] = b.at[i];
	out->because = because;
	out->because_count = b.count;
}

static void propose_part(struct arena *a, const struct reading *r, struct candidate *room,
                         struct part_proposals *out)
{
	size_t count = find_candidates(r, out->part->find, room);
	struct proposal *at = arena_get(a, PROPOSALS_PER_PART * sizeof(*at));

	spread(r, room, count);
	for (size_t i = 0; i < count && i < PROPOSALS_PER_PART; i++) {
		at[i].passage = room[i].passage;
		at[i].score = room[i].score > 100 ? 100 : room[i].score;
		explain(a, r, &room[i], &at[i]);
		out->count++;
	}
	out->at = at;
}

/* ---- the whole ---- */

static const char *const states[] = {
	[PROPOSED_ALL] = "proposed",
	[PROPOSED_SOME] = "partial",
	[PROPOSED_NONE] = "not found",
};

const char *proposed_state_name(enum proposed_state s)
{
	return states[s];
}

static void propose_element(struct arena *a, const struct reading *r,
                            struct candidate *room, const struct pack_element *e,
                            struct element_proposals *out)
{
	struct part_proposals *parts = arena_get(a, e->part_count * sizeof(*parts));

	for (size_t i = 0; i < e->part_count; i++) {
		parts[i].part = &e->parts[i];
		propose_part(a, r, room, &parts[i]);
	}
	*out = (struct element_proposals){ .element = e, .parts = parts };
}

static enum proposed_state state_of(const struct element_proposals *e)
{
	size_t with = 0;

	for (size_t i = 0; i < e->element->part_count; i++)
		with += e->parts[i].count > 0;
	return with == e->element->part_count ? PROPOSED_ALL
	       : with                         ? PROPOSED_SOME
	                                      : PROPOSED_NONE;
}

/* The phrase of a gap, or of the missing parts alone when one element is partial. */
static struct said gap_phrase(struct arena *a, const struct proposals *p,
                              const struct element_proposals *e, bool alone)
{
	struct text en = text_on(a, 2000), fr = text_on(a, 2000);
	const struct pack_gap *gap = &p->pack->gaps[e->element->gap];

	for (size_t i = 0; i < e->element->part_count; i++) {
		const struct pack_part *part = &e->element->parts[i];

		if (e->parts[i].count > 0)
			continue;
		if (part->phrase.en.n == 0 || !alone || e->state != PROPOSED_SOME)
			return gap->phrase;
		text_add(&en, en.n ? STR(", ") : STR_NONE);
		text_add(&fr, fr.n ? STR(", ") : STR_NONE);
		text_add(&en, said_in(part->phrase, LANG_EN));
		text_add(&fr, said_in(part->phrase, LANG_FR));
	}
	return (struct said){ text_str(&en), text_str(&fr) };
}

static void find_gaps(struct arena *a, struct proposals *p)
{
	struct said *gaps = arena_get(a, (p->pack->gap_count + 1) * sizeof(*gaps));
	size_t n = p->pack->element_count;

	for (size_t i = 0; i < n; i++) {
		size_t first = i, same = 0;

		if (p->elements[i].state == PROPOSED_ALL)
			continue;
		for (size_t k = 0; k < n; k++) {
			if (p->elements[k].state == PROPOSED_ALL ||
			    p->elements[k].element->gap != p->elements[i].element->gap)
				continue;
			first = k < first ? k : first;
			same++;
		}
		if (first == i)
			gaps[p->gap_count++] = gap_phrase(a, p, &p->elements[i], same == 1);
	}
	p->gaps = gaps;
}

/* States and gaps, once every part has its proposals. */
static void settle(struct arena *a, struct element_proposals *elements, struct proposals *p)
{
	p->elements = elements;
	p->complete = true;
	for (size_t i = 0; i < p->pack->element_count; i++) {
		elements[i].state = state_of(&elements[i]);
		p->complete = p->complete && elements[i].state == PROPOSED_ALL;
	}
	find_gaps(a, p);
}

/* What is read of a document takes several times its text, and goes when it was used. */
static enum fail propose_in(struct arena *a, struct arena *scratch, const struct pack *pack,
                            const struct document_text *document, struct proposals *out)
{
	struct reading *r;
	enum fail f = reading_make(scratch, pack->words, document, &r);
	struct candidate *room = ARENA_TRY(scratch, struct candidate, CANDIDATES_MOST);
	struct element_proposals *elements =
		arena_get(a, (pack->element_count + 1) * sizeof(*elements));
	const struct document_text **only = arena_get(a, sizeof(*only));

	if (f)
		return f;
	if (!room)
		return fail_say(FAIL_MEMORY,
		                "not enough memory to look through the document");
	*only = document;
	*out = (struct proposals){ .pack = pack,
		                   .document = document,
		                   .documents = only,
		                   .document_count = 1,
		                   .lang = r->main_lang,
		                   .both_languages =
		                           r->lang[LANG_EN] && r->lang[LANG_FR] };
	for (size_t i = 0; i < pack->element_count; i++)
		propose_element(a, r, room, &pack->elements[i], &elements[i]);
	settle(a, elements, out);
	return arena_failed(a) || arena_failed(scratch)
	               ? fail_say(FAIL_MEMORY, "not enough memory for the proposals")
	               : OK;
}

enum fail propose(struct arena *a, const struct pack *pack,
                  const struct document_text *document, struct proposals *out)
{
	struct arena *scratch = arena_new(READING_ARENA_BYTES);

	if (!scratch)
		return fail_say(FAIL_MEMORY, "no memory to look through the document");
	enum fail f = propose_in(a, scratch, pack, document, out);
	arena_free(scratch);
	return f;
}

/* ---- a plan and its annexes ---- */

const struct passage *proposal_passage(const struct proposals *p, const struct proposal *at)
{
	return &p->documents[at->document]->at[at->passage];
}

/* Both lists have the best first; what comes earlier stays before its equals. */
static void merge_part(struct arena *a, struct part_proposals *into,
                       const struct part_proposals *from, size_t document)
{
	struct proposal *at = arena_get(a, PROPOSALS_PER_PART * sizeof(*at));
	size_t i = 0, k = 0, n = 0;

	while (n < PROPOSALS_PER_PART && (i < into->count || k < from->count)) {
		bool earlier = k == from->count || (i < into->count &&
		                                    into->at[i].score >= from->at[k].score);

		at[n] = earlier ? into->at[i++] : from->at[k++];
		if (!earlier)
			at[n].document = document;
		n++;
	}
	into->at = at;
	into->count = n;
}

static void merge(struct arena *a, struct proposals *into, struct element_proposals *all,
                  const struct proposals *from, size_t document)
{
	for (size_t e = 0; e < into->pack->element_count; e++) {
		size_t count = all[e].element->part_count;
		struct part_proposals *parts = arena_get(a, count * sizeof(*parts));

		for (size_t i = 0; i < count; i++) {
			parts[i] = all[e].parts[i];
			merge_part(a, &parts[i], &from->elements[e].parts[i], document);
		}
		all[e].parts = parts;
	}
	into->both_languages = into->both_languages || from->both_languages ||
	                       from->lang != into->lang;
}

enum fail propose_across(struct arena *a, const struct pack *pack,
                         const struct document_text *const *documents, size_t count,
                         struct proposals *out)
{
	struct element_proposals *all =
		arena_get(a, (pack->element_count + 1) * sizeof(*all));
	enum fail f = propose(a, pack, documents[0], out);

	for (size_t i = 0; f == OK && i < pack->element_count; i++)
		all[i] = out->elements[i];
	for (size_t d = 1; f == OK && d < count; d++) {
		struct proposals other;

		f = propose(a, pack, documents[d], &other);
		if (f == OK)
			merge(a, out, all, &other, d);
	}
	if (f != OK)
		return f;
	out->documents = documents;
	out->document_count = count;
	out->gap_count = 0;
	settle(a, all, out);
	return arena_failed(a)
	               ? fail_say(FAIL_MEMORY, "not enough memory for the proposals")
	               : OK;
}
