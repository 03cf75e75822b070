/*
 * pack_read.c -- pack.yaml: the instrument, its clauses, and the checklist.
 */
#include "base/arena.h"
#include "duty/pack_file.h"

#define LIST_MOST 1000

/* An array for the entries of a list; null when there is none.  Faults are reported. */
static void *room_for(struct pack_file *f, const struct yaml *list, size_t size)
{
	if (list->count == 0 || list->count > LIST_MOST) {
		fault(f, list, MESSAGE1(N_("%1 must be a list of 1 to 1000"), list->key),
		      NULL);
		return NULL;
	}
	void *room = arena_try(f->arena, list->count, size);
	if (!room)
		arena_fail(f->arena);
	return room;
}

static bool is_map(struct pack_file *f, const struct yaml *y)
{
	return y->kind == YAML_MAP ||
	       fault(f, y,
	             MESSAGE(N_("an entry of this list must be a map of names and values")),
	             NULL);
}

/* ---- instrument ---- */

static void read_clauses(struct pack_file *f, const struct yaml *map,
                         struct pack_edition *out)
{
	static const char *const keys[] = { "number", "en", "fr", NULL };
	const struct yaml *list = member(f, map, "clauses", YAML_LIST);
	struct pack_clause *clauses = list ? room_for(f, list, sizeof(*clauses)) : NULL;

	if (!clauses)
		return;
	for (const struct yaml *y = list->first; y; y = y->next) {
		if (!is_map(f, y))
			continue;
		only_members(f, y, keys);
		clauses[out->clause_count++] = (struct pack_clause){
			.number = member_text(f, y, "number"),
			.text = said_of(f, y),
		};
	}
	out->clauses = clauses;
}

static void read_editions(struct pack_file *f, const struct yaml *map,
                          struct pack_instrument *out)
{
	static const char *const keys[] = {
		"id", "from", "until", "sure", "clauses", NULL
	};
	const struct yaml *list = member(f, map, "editions", YAML_LIST);
	struct pack_edition *editions = list ? room_for(f, list, sizeof(*editions)) : NULL;

	if (!editions)
		return;
	for (const struct yaml *y = list->first; y; y = y->next) {
		if (!is_map(f, y))
			continue;
		struct pack_edition *e = &editions[out->edition_count++];
		only_members(f, y, keys);
		e->id = member_text(f, y, "id");
		e->from = member_date_if(f, y, "from");
		e->until = member_date_if(f, y, "until");
		e->sure = member_sure(f, y);
		read_clauses(f, y, e);
	}
	out->editions = editions;
}

static void read_instrument(struct pack_file *f, const struct yaml *root, struct pack *out)
{
	static const char *const keys[] = {
		"id", "issuer", "title", "url", "editions", NULL
	};
	const struct yaml *y = member(f, root, "instrument", YAML_MAP);

	if (!y)
		return;
	only_members(f, y, keys);
	out->instrument.id = member_text(f, y, "id");
	out->instrument.issuer = member_said(f, y, "issuer");
	out->instrument.title = member_said(f, y, "title");
	out->instrument.url = member_text_if(f, y, "url");
	read_editions(f, y, &out->instrument);
}

/* ---- checklist ---- */

static void read_containers(struct pack_file *f, const struct yaml *map, struct pack *out)
{
	static const char *const keys[] = { "id", "label", NULL };
	const struct yaml *list = member(f, map, "containers", YAML_LIST);
	struct pack_container *at = list ? room_for(f, list, sizeof(*at)) : NULL;

	if (!at)
		return;
	for (const struct yaml *y = list->first; y; y = y->next) {
		if (!is_map(f, y))
			continue;
		only_members(f, y, keys);
		at[out->container_count++] = (struct pack_container){
			.id = member_text(f, y, "id"),
			.label = member_said(f, y, "label"),
		};
	}
	out->containers = at;
}

static void read_gaps(struct pack_file *f, const struct yaml *map, struct pack *out)
{
	static const char *const keys[] = { "key", "phrase", "recommendation", NULL };
	const struct yaml *list = member(f, map, "gaps", YAML_LIST);
	struct pack_gap *at = list ? room_for(f, list, sizeof(*at)) : NULL;

	if (!at)
		return;
	for (const struct yaml *y = list->first; y; y = y->next) {
		if (!is_map(f, y))
			continue;
		only_members(f, y, keys);
		at[out->gap_count++] = (struct pack_gap){
			.key = member_text(f, y, "key"),
			.phrase = member_said(f, y, "phrase"),
			.recommendation = member_said(f, y, "recommendation"),
		};
	}
	out->gaps = at;
}

/* The index of what a member names; a fault when nothing is called so. */
static size_t container_named(struct pack_file *f, const struct yaml *map, const char *key,
                              const struct pack *p)
{
	const struct yaml *m = member(f, map, key, YAML_SCALAR);

	for (size_t i = 0; m && i < p->container_count; i++)
		if (str_equal(p->containers[i].id, m->text))
			return i;
	if (m)
		fault(f, m, MESSAGE1(N_("there is no container %1"), m->text),
		      N_("Name one of the containers of this checklist."));
	return 0;
}

static size_t gap_named(struct pack_file *f, const struct yaml *map, const struct pack *p)
{
	const struct yaml *m = member(f, map, "gap", YAML_SCALAR);

	for (size_t i = 0; m && i < p->gap_count; i++)
		if (str_equal(p->gaps[i].key, m->text))
			return i;
	if (m)
		fault(f, m, MESSAGE1(N_("there is no gap %1"), m->text),
		      N_("Name the key of one of the gaps of this checklist."));
	return 0;
}

static const struct find_rule *rule_named(struct pack_file *f, const struct yaml *map,
                                          const struct vocabulary *words)
{
	const struct yaml *m = member(f, map, "find", YAML_SCALAR);

	for (size_t i = 0; m && i < words->rule_count; i++)
		if (str_equal(words->rules[i].id, m->text))
			return &words->rules[i];
	if (m)
		fault(f, m, MESSAGE1(N_("there is no rule %1"), m->text),
		      N_("Name one of the rules of words.yaml."));
	return NULL;
}

static void read_parts(struct pack_file *f, const struct yaml *map,
                       const struct vocabulary *words, struct pack_element *out)
{
	static const char *const keys[] = {
		"id", "find", "label", "accept", "phrase", NULL
	};
	const struct yaml *list = member(f, map, "parts", YAML_LIST);
	struct pack_part *parts = list ? room_for(f, list, sizeof(*parts)) : NULL;

	if (!parts)
		return;
	for (const struct yaml *y = list->first; y; y = y->next) {
		if (!is_map(f, y))
			continue;
		only_members(f, y, keys);
		parts[out->part_count++] = (struct pack_part){
			.id = member_text(f, y, "id"),
			.label = member_said(f, y, "label"),
			.accept = member_said(f, y, "accept"),
			.phrase = member_said_if(f, y, "phrase"),
			.find = rule_named(f, y, words),
		};
	}
	out->parts = parts;
}

static void read_crosswalks(struct pack_file *f, const struct yaml *map,
                            struct pack_element *out)
{
	const struct yaml *m = member_if(f, map, "crosswalk", YAML_MAP);
	struct pack_crosswalk *at;

	if (!m || m->count > LIST_MOST)
		return;
	at = arena_get(f->arena, (m->count + 1) * sizeof(*at));
	for (const struct yaml *y = m->first; y; y = y->next) {
		if (y->kind != YAML_SCALAR)
			fault(f, y, MESSAGE1(N_("%1 must be a text"), y->key), NULL);
		at[out->crosswalk_count++] = (struct pack_crosswalk){ y->key, y->text };
	}
	out->crosswalks = at;
}

static void read_element(struct pack_file *f, const struct yaml *y,
                         const struct vocabulary *words, const struct pack *p,
                         struct pack_element *e)
{
	static const char *const keys[] = {
		"id",   "duty",  "container", "leans_on", "gap",
		"sure", "label", "crosswalk", "parts",    NULL
	};

	only_members(f, y, keys);
	e->id = member_text(f, y, "id");
	e->duty = member_text_if(f, y, "duty");
	e->container = container_named(f, y, "container", p);
	e->leans_on =
		yaml_member(y, "leans_on") ? (int)container_named(f, y, "leans_on", p) : -1;
	e->gap = gap_named(f, y, p);
	e->sure = member_sure(f, y);
	e->label = member_said(f, y, "label");
	read_crosswalks(f, y, e);
	read_parts(f, y, words, e);
}

static void read_elements(struct pack_file *f, const struct yaml *map,
                          const struct vocabulary *words, struct pack *out)
{
	const struct yaml *list = member(f, map, "elements", YAML_LIST);
	struct pack_element *at = list ? room_for(f, list, sizeof(*at)) : NULL;

	if (!at)
		return;
	for (const struct yaml *y = list->first; y; y = y->next) {
		if (!is_map(f, y))
			continue;
		struct pack_element *e = &at[out->element_count++];
		read_element(f, y, words, out, e);
		out->part_count += e->part_count;
		for (size_t i = 0; i + 1 < out->element_count; i++)
			if (str_equal(at[i].id, e->id))
				fault(f, y,
				      MESSAGE1(N_("the element %1 is there twice"), e->id),
				      NULL);
	}
	out->elements = at;
}

static void read_checklist(struct pack_file *f, const struct yaml *root,
                           const struct vocabulary *words, struct pack *out)
{
	static const char *const keys[] = { "title", "subject", "criteria", "effect",
		                            "no_discharge", "test", "containers", "gaps",
		                            "elements", NULL };
	static const char *const test_keys[] = { "months", "sure", NULL };
	const struct yaml *y = member(f, root, "checklist", YAML_MAP);

	if (!y)
		return;
	only_members(f, y, keys);
	out->checklist = member_said(f, y, "title");
	out->subject = member_said(f, y, "subject");
	out->criteria = member_said(f, y, "criteria");
	out->effect = member_said(f, y, "effect");
	out->no_discharge = member_said(f, y, "no_discharge");
	const struct yaml *test = member_if(f, y, "test", YAML_MAP);
	if (test) {
		only_members(f, test, test_keys);
		out->test_months = member_number_if(f, test, "months", 0, 120);
		out->test_sure = member_sure(f, test);
	}
	read_containers(f, y, out);
	read_gaps(f, y, out);
	read_elements(f, y, words, out);
}

bool pack_read(struct pack_file *f, const struct yaml *root, const struct vocabulary *words,
               struct pack *out)
{
	static const char *const keys[] = { "id",           "edition",   "licence",
		                            "jurisdiction", "title",     "provenance",
		                            "instrument",   "checklist", NULL };

	only_members(f, root, keys);
	out->id = member_text(f, root, "id");
	out->edition = member_text(f, root, "edition");
	out->licence = member_text(f, root, "licence");
	out->jurisdiction = member_text(f, root, "jurisdiction");
	out->title = member_said(f, root, "title");
	out->provenance = member_said(f, root, "provenance");
	out->words = words;
	read_instrument(f, root, out);
	read_checklist(f, root, words, out);
	return f->faults == 0;
}
