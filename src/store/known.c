/*
 * known.c -- entries that an act has read already, and those that it will ask for next.
 *
 * A page shows the owner of each of its rows: asked for one by one, these are as many
 * statements, and over a network as many times to wait.  So rows leave word of what they
 * link to, and the first that is asked for is read together with the others of its kind.
 * Only an act that reads keeps any: it sees one moment.  Who may see an entry is judged
 * each time that it is shown, not here.
 */
#include "store/parts.h"

#include <stdlib.h>

#include "base/arena.h"

#define SLOTS 256
#define KNOWN_MAX 1000                  /* then all of it is forgotten */
#define KNOWN_BYTES ((size_t)8 * 1024 * 1024)
#define EXPECTED_MAX 1024

struct known_entry {
	struct entry entry;             /* without a type: there is none */
	struct known_entry *next;
};

struct expected {
	struct id id;
	int kind;
};

struct known_table {
	struct arena *arena;            /* of the entries */
	struct known_entry *slots[SLOTS];
	size_t count;
	struct expected expected[EXPECTED_MAX];
	size_t expected_count;
	int kinds;
};

/* Null where nothing is kept, or there is no memory for it: then each is read alone. */
static struct known_table *table_here(struct act *a)
{
	struct known *k = a->known;

	if (!k || k->table)
		return k ? k->table : NULL;
	struct known_table *t = calloc(1, sizeof *t);
	if (t && !(t->arena = arena_new(KNOWN_BYTES))) {
		free(t);
		t = NULL;
	}
	k->table = t;
	return t;
}

void known_release(struct known *k)
{
	if (!k->table)
		return;
	arena_free(k->table->arena);
	free(k->table);
	k->table = NULL;
}

static void forget_entries(struct known_table *t)
{
	arena_reset(t->arena);
	memset(t->slots, 0, sizeof t->slots);
	t->count = 0;
}

static size_t slot_of(struct id id)
{
	return (id.b[14] ^ id.b[15]) % SLOTS;   /* the random end */
}

static struct entry copy_of(struct arena *a, const struct entry *e)
{
	struct entry copy = *e;
	size_t persons = e->subject.need_to_know_count;
	struct id *ids = arena_get(a, (persons + 1) * sizeof *ids);

	if (persons)
		memcpy(ids, e->subject.need_to_know, persons * sizeof *ids);
	copy.title = str_copy(a, e->title);
	copy.french = str_copy(a, e->french);
	copy.state = str_copy(a, e->state);
	copy.subject.need_to_know = ids;
	size_t abouts = e->subject.about_count;
	struct about *about = arena_get(a, (abouts + 1) * sizeof *about);
	if (abouts)
		memcpy(about, e->subject.about, abouts * sizeof *about);
	copy.subject.about = about;
	return copy;
}

static const struct known_entry *find(const struct known_table *t, struct id id)
{
	for (const struct known_entry *k = t->slots[slot_of(id)]; k; k = k->next)
		if (id_equal(k->entry.id, id))
			return k;
	return NULL;
}

bool known_get(struct act *a, struct id id, struct entry *out)
{
	const struct known_entry *k = a->known && a->known->table
	                                      ? find(a->known->table, id)
	                                      : NULL;

	if (k)
		*out = copy_of(a->arena, &k->entry);
	return k != NULL;
}

void known_put(struct act *a, const struct entry *e)
{
	struct known_table *t = table_here(a);

	if (!t || find(t, e->id))
		return;
	if (t->count == KNOWN_MAX || arena_failed(t->arena))
		forget_entries(t);
	struct known_entry *k = ARENA_NEW(t->arena, struct known_entry);
	k->entry = copy_of(t->arena, e);
	if (arena_failed(t->arena))
		return;
	k->next = t->slots[slot_of(e->id)];
	t->slots[slot_of(e->id)] = k;
	t->count++;
}

/* ---- what will be asked for ---- */
static void expect(struct known_table *t, struct id id, int kind)
{
	if (!id_is_set(id))
		return;
	if (t->expected_count == EXPECTED_MAX)
		t->expected_count = 0;  /* of rows that were shown long ago */
	t->expected[t->expected_count++] = (struct expected){ id, kind };
}

/* Of one row everything is asked for; of several, the same of each. */
void known_expect(struct act *a, struct row *const *rows, size_t count)
{
	struct known_table *t = table_here(a);

	if (!t || count == 0)
		return;
	int step = count > 1;
	for (size_t i = 0; i < count; i++) {
		const struct row *r = rows[i];
		int kind = t->kinds;
		expect(t, r->owner, kind);
		expect(t, r->unit, kind += step);
		expect(t, r->author, kind += step);
		for (size_t k = 0; k < r->type->fields.count; k++) {
			const struct value *v = &r->values[k];
			if (r->type->fields.at[k].type != T_LINK)
				continue;
			kind += step;
			for (size_t n = 0; n < v->link_count; n++)
				expect(t, v->links[n], kind);
		}
	}
	t->kinds += 3 + (int)rows[0]->type->fields.count;
}

static bool is_among(const struct id *ids, size_t count, struct id id)
{
	for (size_t i = 0; i < count; i++)
		if (id_equal(ids[i], id))
			return true;
	return false;
}

size_t known_others(struct act *a, struct id id, struct id *ids, size_t count, size_t room)
{
	const struct known_table *t = a->known ? a->known->table : NULL;
	size_t at = 0;

	while (t && at < t->expected_count && !id_equal(t->expected[at].id, id))
		at++;
	if (!t || at == t->expected_count)
		return count;
	for (size_t i = 0; i < t->expected_count && count < room; i++) {
		const struct expected *e = &t->expected[i];
		if (e->kind == t->expected[at].kind && !is_among(ids, count, e->id) &&
		    !find(t, e->id))
			ids[count++] = e->id;
	}
	return count;
}
