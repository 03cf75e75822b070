/*
 * duty_read.c -- the files duties*.yaml of all packs, areas.yaml, and what ties them: ids,
 * parents, clauses.
 */
#include "base/arena.h"
#include "base/embed.h"
#include "duty/duty_rule.h"

#include <stdlib.h>

#define DUTIES_MOST 2000
#define ROLES_MOST 200

const char *duty_basis_name(enum duty_basis b)
{
	static const char *const names[] = {
		[BASIS_SEED] = "seed",
		[BASIS_POLICY] = "policy",
		[BASIS_LOCAL] = "local",
	};

	return names[b];
}

const char *force_name(enum force f)
{
	static const char *const names[] = {
		[FORCE_MUST] = "must",
		[FORCE_SHOULD] = "should",
		[FORCE_MAY] = "may",
		[FORCE_OTHERS] = "others",
	};

	return names[f];
}

const char *force_label(enum force f)
{
	static const char *const labels[] = {
		[FORCE_MUST] = N_("Must"),
		[FORCE_SHOULD] = N_("Should"),
		[FORCE_MAY] = N_("May"),
		[FORCE_OTHERS] = N_("Done by others"),
	};

	return labels[f];
}

bool duty_is_law(const struct duty *d)
{
	return (d->sure == SURE_CONFIRMED || d->sure == SURE_DERIVED) &&
	       d->basis != BASIS_LOCAL;
}

const struct duty *duty_find(const struct duties *d, struct str id)
{
	size_t low = 0, high = d->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(d->at[middle].id, id);

		if (order == 0)
			return &d->at[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* ---- small members ---- */

/* The index of a word in a list that ends with null; the first after a fault. */
static int one_of(struct duty_reading *r, const struct yaml *map, const char *key,
                  const char *const *words)
{
	const struct yaml *m = member(r->f, map, key, YAML_SCALAR);
	struct text all = text_on(r->f->arena, 500);

	for (int i = 0; m && words[i]; i++)
		if (str_is(m->text, words[i]))
			return i;
	for (int i = 0; words[i]; i++)
		text_addf(&all, "%s%s", i ? ", " : "", words[i]);
	if (m)
		fault(r->f, m,
		      MESSAGE3(N_("%1 cannot be %2; it is one of: %3"), m->key, m->text,
		               text_str(&all)),
		      NULL);
	return 0;
}

static const struct duty_area *area_named(struct duty_reading *r, const struct yaml *map)
{
	const struct yaml *m = member(r->f, map, "area", YAML_SCALAR);

	for (size_t i = 0; m && i < r->all->area_count; i++)
		if (str_equal(r->all->areas[i].id, m->text))
			return &r->all->areas[i];
	if (m)
		fault(r->f, m, MESSAGE1(N_("there is no area %1"), m->text),
		      N_("Name an area of areas.yaml."));
	return NULL;
}

static void read_owner(struct duty_reading *r, const struct yaml *map, struct duty *out)
{
	const struct yaml *m = member(r->f, map, "owner", YAML_SCALAR);

	if (!m)
		return;
	if (str_is(m->text, "subject")) {
		if (!out->subject)
			fault(r->f, m, MESSAGE(N_("the organisation has no owner")),
			      N_("Name a role."));
		return;
	}
	out->owner_role = m->text;
	for (size_t i = 0; i < r->role_count; i++)
		if (str_equal(r->roles[i], m->text))
			return;
	fault(r->f, m, MESSAGE1(N_("there is no role %1"), m->text),
	      N_("Write subject, or the short name of a role of content/roles.yaml."));
}

static void read_act(struct duty_reading *r, const struct yaml *map, struct duty *out)
{
	static const char *const keys[] = { "key", "label", NULL };
	const struct yaml *m = member(r->f, map, "act", YAML_MAP);

	if (!m)
		return;
	only_members(r->f, m, keys);
	out->act_key = member_text(r->f, m, "key");
	out->act = member_said(r->f, m, "label");
}

static void read_subject(struct duty_reading *r, const struct yaml *map, struct duty *out)
{
	static const char *const keys[] = { "of", "where", "complete", NULL };
	const struct yaml *m = member(r->f, map, "subject", YAML_MAP);

	if (!m)
		return;
	only_members(r->f, m, keys);
	if (!str_is(member_text(r->f, m, "of"), "organisation"))
		out->subject = type_named(r, m, "of");
	out->where = conditions_if(r, m, "where", out->subject);
	if (!out->subject && yaml_member(m, "where"))
		fault(r->f, yaml_member(m, "where"),
		      MESSAGE(N_("the organisation is no record here")),
		      N_("Leave where out, or name a type of record as subject."));
	if (yaml_member(m, "complete"))
		out->inventory = type_named(r, m, "complete");
}

/* ---- clauses ---- */

static const struct pack_instrument *instrument_named(const struct packs *packs,
                                                      struct str id)
{
	for (size_t i = 0; i < packs->count; i++)
		for (size_t k = 0; k < packs->at[i].instrument_count; k++)
			if (str_equal(packs->at[i].instruments[k].id, id))
				return &packs->at[i].instruments[k];
	return NULL;
}

static bool edition_has(const struct pack_edition *e, struct str number)
{
	for (size_t i = 0; i < e->clause_count; i++)
		if (str_equal(e->clauses[i].number, number))
			return true;
	return false;
}

static bool instrument_has(const struct pack_instrument *in, const struct duty_clause *c)
{
	for (size_t i = 0; i < in->edition_count; i++) {
		bool meant = c->edition.n == 0 || str_equal(c->edition, in->editions[i].id);

		if (meant && edition_has(&in->editions[i], c->clause))
			return true;
	}
	return false;
}

static void read_cite(struct pack_file *f, const struct yaml *y, void *to, void *all)
{
	struct duty_reading *r = all;
	struct duty_clause *c = to;
	struct str id = member_text(f, y, "instrument");

	c->clause = member_text(f, y, "clause");
	c->edition = member_text_if(f, y, "edition");
	c->instrument = instrument_named(r->packs, id);
	if (!c->instrument)
		fault(f, y, MESSAGE1(N_("no pack has an instrument %1"), id),
		      N_("Add it to the instruments of the pack."));
	else if (!instrument_has(c->instrument, c))
		fault(f, y, MESSAGE2(N_("%1 has no clause %2"), id, c->clause),
		      N_("Add the clause to an edition of the instrument."));
}

/* ---- one duty ---- */

static void read_texts(struct pack_file *f, const struct yaml *y, struct duty *out)
{
	out->actor = member_said(f, y, "actor");
	out->text = member_said(f, y, "text");
	out->evidence = member_said(f, y, "evidence");
	out->notified = member_said_if(f, y, "notified");
	out->note = member_said_if(f, y, "note");
}

static void read_duty(struct pack_file *f, const struct yaml *y, void *to, void *all)
{
	static const char *const forces[] = { "must", "should", "may", "others", NULL };
	static const char *const bases[] = { "seed", "policy", "local", NULL };
	static const char *const cite_keys[] = { "instrument", "edition", "clause", NULL };
	static const struct list_kind cites = {
		.keys = cite_keys,
		.size = sizeof(struct duty_clause),
		.read = read_cite,
	};
	struct duty_reading *r = all;
	struct duty *out = to;

	out->id = member_text(f, y, "id");
	out->pack = r->pack;
	out->path = f->path;
	out->line = y->line;
	out->column = y->column;
	out->touches = out->wanted.until = -1;
	out->cites = member_list(f, y, "cites", &cites, r, &out->cite_count);
	out->rule.force = (enum force)one_of(r, y, "force", forces);
	out->basis = (enum duty_basis)one_of(r, y, "basis", bases);
	out->sure = member_sure(f, y);
	out->area = area_named(r, y);
	out->parent_id = member_text_if(f, y, "parent");
	out->jurisdiction = yaml_member(y, "jurisdiction")
	                            ? member_text(f, y, "jurisdiction")
	                            : r->pack->jurisdiction;
	out->own_only = str_is(member_text_if(f, y, "inheritable"), "false");
	read_texts(f, y, out);
	read_subject(r, y, out);
	read_owner(r, y, out);
	read_act(r, y, out);
	rule_read(r, y, out);
}

static const char *const duty_keys[] = {
	"id",       "cites", "force", "actor", "owner",    "area",         "parent",
	"text",     "basis", "sure",  "note",  "evidence", "notified",     "act",
	"subject",  "every", "each",  "after", "within",   "jurisdiction", "standing",
	"promptly", "exists", "contains", "information", "inheritable", NULL
};

/* ---- what all files share ---- */

static void read_area(struct pack_file *f, const struct yaml *y, void *to, void *all)
{
	struct duty_area *area = to;

	(void)all;
	area->id = member_text(f, y, "id");
	area->label = member_said(f, y, "label");
}

static size_t read_areas(struct duty_reading *r, struct pack_file *f)
{
	static const char *const keys[] = { "id", "label", NULL };
	static const struct list_kind areas = {
		.keys = keys,
		.size = sizeof(struct duty_area),
		.read = read_area,
	};
	const struct yaml *y = r->packs->areas.bytes.n > 0
	                               ? pack_file_read(f, r->packs->areas.bytes)
	                               : NULL;

	if (y)
		r->all->areas =
			member_list(f, y, "areas", &areas, r, &r->all->area_count);
	return f->faults;
}

/* The short names of the roles that an organisation starts with. */
static void read_roles(struct duty_reading *r, struct arena *a)
{
	const struct embedded_file *file = embedded_find(STR("content/roles.yaml"));
	struct str *names = arena_get(a, ROLES_MOST * sizeof(*names));
	struct yaml_error error;
	struct yaml *root;

	if (!file || yaml_read(a, file->bytes, &root, &error) != OK)
		BUG("the shipped roles cannot be read");
	const struct yaml *roles = yaml_member(root, "roles");
	for (const struct yaml *y = roles ? roles->first : NULL;
	     y && r->role_count < ROLES_MOST; y = y->next)
		names[r->role_count++] = yaml_text(y, "name");
	r->roles = names;
}

/* ---- all of them ---- */

static int by_id(const void *a, const void *b)
{
	return str_compare(((const struct duty *)a)->id, ((const struct duty *)b)->id);
}

static size_t read_file(struct duty_reading *r, const struct pack_text *file,
                        struct refusal *why, struct arena *a, struct duty *room,
                        size_t *count)
{
	static const char *const keys[] = { "duties", NULL };
	static const struct list_kind duties = {
		.keys = duty_keys,
		.size = sizeof(struct duty),
		.read = read_duty,
	};
	struct pack_file f = { .arena = a, .why = why, .path = file->path };
	const struct yaml *y = pack_file_read(&f, file->bytes);
	size_t n = 0;

	r->f = &f;                      /* until the end of this function */
	if (y) {
		only_members(&f, y, keys);
		const struct duty *read = member_list(&f, y, "duties", &duties, r, &n);
		for (size_t i = 0; i < n && *count < DUTIES_MOST; i++)
			room[(*count)++] = read[i];
	}
	r->f = NULL;
	return f.faults;
}

/* Ids are there once, and parents are duties. */
static size_t tie(struct duty_reading *r, struct refusal *why, struct arena *a,
                  struct duty *at, size_t count)
{
	size_t faults = 0;

	for (size_t i = 0; i < count; i++) {
		struct duty *d = &at[i];
		struct pack_file f = { .arena = a, .why = why, .path = d->path };

		if (i > 0 && str_equal(at[i - 1].id, d->id))
			fault_at(&f, d->line, d->column,
			         MESSAGE1(N_("the duty %1 is there twice"), d->id), NULL);
		if (d->parent_id.n > 0) {
			d->parent = duty_find(r->all, d->parent_id);
			if (!d->parent || d->parent == d)
				fault_at(&f, d->line, d->column,
				         MESSAGE1(N_("there is no duty %1"), d->parent_id),
				         N_("Name the duty that this one is part of."));
		}
		faults += f.faults;
	}
	return faults;
}

enum fail duties_read(struct arena *a, const struct packs *packs,
                      const struct registry *registry, struct refusal *why,
                      struct duties *out)
{
	struct duty *at = ARENA_TRY(a, struct duty, DUTIES_MOST);
	struct duty_reading r = { .packs = packs, .registry = registry, .all = out };
	struct pack_file areas = { .arena = a, .why = why, .path = packs->areas.path };
	size_t faults = 0;
	enum fail f;

	*out = (struct duties){ .at = at, .registry = registry };
	if (!at)
		return fail_say(FAIL_MEMORY, "not enough memory for the duties");
	f = calendars_embedded(a, why, &out->calendars);
	if (f)
		return f;
	r.f = &areas;
	faults += read_areas(&r, &areas);
	read_roles(&r, a);
	for (size_t i = 0; i < packs->count; i++) {
		r.pack = &packs->at[i];
		for (size_t k = 0; k < r.pack->duty_file_count; k++)
			faults += read_file(&r, &r.pack->duty_files[k], why, a, at,
			                    &out->count);
	}
	qsort(at, out->count, sizeof(*at), by_id);
	faults += tie(&r, why, a, at, out->count);
	if (arena_failed(a))
		return fail_say(FAIL_MEMORY, "not enough memory for the duties");
	if (faults > 0)
		return fail_say(FAIL_FORMAT, "%zu faults in the duties of packs", faults);
	return OK;
}
