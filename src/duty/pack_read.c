/*
 * pack_read.c -- pack.yaml: the instrument, its clauses, and the checklist.
 */
#include "base/arena.h"
#include "duty/pack_file.h"

#define CROSSWALKS_MOST 1000

/* ---- instrument ---- */

static void read_clause(struct pack_file *f, const struct yaml *y, void *out, void *all)
{
	struct pack_clause *c = out;

	(void)all;
	c->number = member_text(f, y, "number");
	c->text = said_of(f, y);
}

static void read_edition(struct pack_file *f, const struct yaml *y, void *out, void *all)
{
	static const char *const keys[] = { "number", "en", "fr", NULL };
	static const struct list_kind clauses = {
		.keys = keys,
		.size = sizeof(struct pack_clause),
		.read = read_clause,
	};
	struct pack_edition *e = out;

	(void)all;
	e->id = member_text(f, y, "id");
	e->from = member_date_if(f, y, "from");
	e->until = member_date_if(f, y, "until");
	e->sure = member_sure(f, y);
	e->clauses = member_list(f, y, "clauses", &clauses, NULL, &e->clause_count);
}

static const char *const instrument_keys[] = {
	"id", "issuer", "title", "url", "editions", NULL
};

static void read_instrument(struct pack_file *f, const struct yaml *y, void *out, void *all)
{
	static const char *const keys[] = {
		"id", "from", "until", "sure", "clauses", NULL
	};
	static const struct list_kind editions = {
		.keys = keys,
		.size = sizeof(struct pack_edition),
		.read = read_edition,
	};
	struct pack_instrument *i = out;

	(void)all;
	i->id = member_text(f, y, "id");
	i->issuer = member_said(f, y, "issuer");
	i->title = member_said(f, y, "title");
	i->url = member_text_if(f, y, "url");
	i->editions = member_list(f, y, "editions", &editions, NULL, &i->edition_count);
}

/* One as `instrument`, or several as `instruments`. */
static void read_instruments(struct pack_file *f, const struct yaml *root, struct pack *out)
{
	static const struct list_kind several = {
		.keys = instrument_keys,
		.size = sizeof(struct pack_instrument),
		.read = read_instrument,
	};

	if (yaml_member(root, "instruments")) {
		out->instruments = member_list(f, root, "instruments", &several, NULL,
		                               &out->instrument_count);
	} else {
		struct pack_instrument *one = arena_get(f->arena, sizeof(*one));
		const struct yaml *y = member(f, root, "instrument", YAML_MAP);

		if (!y)
			return;
		only_members(f, y, instrument_keys);
		read_instrument(f, y, one, NULL);
		out->instruments = one;
		out->instrument_count = 1;
	}
	if (out->instrument_count > 0)
		out->instrument = out->instruments[0];
}

/* ---- checklist ---- */

static void read_container(struct pack_file *f, const struct yaml *y, void *out, void *all)
{
	struct pack_container *c = out;

	(void)all;
	c->id = member_text(f, y, "id");
	c->label = member_said(f, y, "label");
}

static void read_gap(struct pack_file *f, const struct yaml *y, void *out, void *all)
{
	struct pack_gap *g = out;

	(void)all;
	g->key = member_text(f, y, "key");
	g->phrase = member_said(f, y, "phrase");
	g->recommendation = member_said(f, y, "recommendation");
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

static void read_part(struct pack_file *f, const struct yaml *y, void *out, void *all)
{
	const struct pack *pack = all;
	struct pack_part *p = out;

	p->id = member_text(f, y, "id");
	p->label = member_said(f, y, "label");
	p->accept = member_said(f, y, "accept");
	p->phrase = member_said_if(f, y, "phrase");
	p->find = rule_named(f, y, pack->words);
}

static void read_crosswalks(struct pack_file *f, const struct yaml *map,
                            struct pack_element *out)
{
	const struct yaml *m = member_if(f, map, "crosswalk", YAML_MAP);
	struct pack_crosswalk *at;

	if (!m || m->count > CROSSWALKS_MOST)
		return;
	at = arena_get(f->arena, (m->count + 1) * sizeof(*at));
	for (const struct yaml *y = m->first; y; y = y->next) {
		if (y->kind != YAML_SCALAR)
			fault(f, y, MESSAGE1(N_("%1 must be a text"), y->key), NULL);
		at[out->crosswalk_count++] = (struct pack_crosswalk){ y->key, y->text };
	}
	out->crosswalks = at;
}

static void read_element(struct pack_file *f, const struct yaml *y, void *out, void *all)
{
	static const char *const keys[] = {
		"id", "find", "label", "accept", "phrase", NULL
	};
	static const struct list_kind parts = {
		.keys = keys,
		.size = sizeof(struct pack_part),
		.read = read_part,
	};
	struct pack *p = all;
	struct pack_element *e = out;

	e->id = member_text(f, y, "id");
	e->duty = member_text_if(f, y, "duty");
	e->container = container_named(f, y, "container", p);
	e->leans_on =
		yaml_member(y, "leans_on") ? (int)container_named(f, y, "leans_on", p) : -1;
	e->gap = gap_named(f, y, p);
	e->sure = member_sure(f, y);
	e->label = member_said(f, y, "label");
	read_crosswalks(f, y, e);
	e->parts = member_list(f, y, "parts", &parts, p, &e->part_count);
	p->part_count += e->part_count;
}

static void no_element_twice(struct pack_file *f, const struct yaml *list,
                             const struct pack *p)
{
	const struct yaml *y = list->first;

	for (size_t i = 0; y && i < p->element_count; i++, y = y->next)
		if (pack_element_find(p, p->elements[i].id) != &p->elements[i])
			fault(f, y,
			      MESSAGE1(N_("the element %1 is there twice"),
			               p->elements[i].id),
			      NULL);
}

static void read_lists(struct pack_file *f, const struct yaml *y, struct pack *out)
{
	static const char *const container_keys[] = { "id", "label", NULL };
	static const char *const gap_keys[] = { "key", "phrase", "recommendation", NULL };
	static const char *const element_keys[] = {
		"id",   "duty",  "container", "leans_on", "gap",
		"sure", "label", "crosswalk", "parts",    NULL
	};
	static const struct list_kind containers = {
		.keys = container_keys,
		.size = sizeof(struct pack_container),
		.read = read_container,
	};
	static const struct list_kind gaps = {
		.keys = gap_keys,
		.size = sizeof(struct pack_gap),
		.read = read_gap,
	};
	static const struct list_kind elements = {
		.keys = element_keys,
		.size = sizeof(struct pack_element),
		.read = read_element,
	};

	out->containers = member_list(f, y, "containers", &containers, NULL,
	                              &out->container_count);
	out->gaps = member_list(f, y, "gaps", &gaps, NULL, &out->gap_count);
	out->elements =
		member_list(f, y, "elements", &elements, out, &out->element_count);
	if (out->elements)
		no_element_twice(f, yaml_member(y, "elements"), out);
}

static void read_checklist(struct pack_file *f, const struct yaml *root, struct pack *out)
{
	static const char *const keys[] = { "title", "subject", "criteria", "effect",
		                            "no_discharge", "test", "containers", "gaps",
		                            "elements", NULL };
	static const char *const test_keys[] = { "months", "sure", NULL };
	const struct yaml *y = member_if(f, root, "checklist", YAML_MAP);

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
	read_lists(f, y, out);
}

bool pack_read(struct pack_file *f, const struct yaml *root, const struct vocabulary *words,
               struct pack *out)
{
	static const char *const keys[] = {
		"id",         "edition",    "licence",     "jurisdiction", "title",
		"provenance", "instrument", "instruments", "checklist",    NULL
	};

	only_members(f, root, keys);
	out->id = member_text(f, root, "id");
	out->edition = member_text(f, root, "edition");
	out->licence = member_text(f, root, "licence");
	out->jurisdiction = member_text(f, root, "jurisdiction");
	out->title = member_said(f, root, "title");
	out->provenance = member_said(f, root, "provenance");
	out->words = words;
	read_instruments(f, root, out);
	read_checklist(f, root, out);
	return f->faults == 0;
}
