/* handing_over.c -- what goes with a record, and the file that the archives are given. */
#include "records/handing_over.h"

#include <unistd.h>

#include "base/arena.h"
#include "records/keeping.h"
#include "store/records_package.h"
#include "store/store.h"

#define GOING_MAX 20000
#define PACKAGE_MEDIA "application/x-tar"

static bool goes(const struct going *g, struct id id)
{
	for (size_t i = 0; i < g->count; i++)
		if (id_equal(g->rows[i]->id, id))
			return true;
	return false;
}

/* What it hangs on goes as well, or has gone. */
static enum fail hangs_on_nothing_else(struct act *a, const struct going *g,
                                       const struct row *part, bool *yes)
{
	*yes = true;
	for (size_t i = 0; i < part->type->fields.count; i++) {
		const struct value *v = &part->values[i];
		if (!part->type->fields.at[i].part_of || !v->filled)
			continue;
		for (size_t k = 0; *yes && k < v->link_count; k++) {
			struct instant at;
			enum fail f = goes(g, v->links[k])
			                      ? OK
			                      : record_gone_at(a, v->links[k], &at);
			if (f && f != FAIL_NOT_FOUND)
				return f;
			*yes = f == OK;
		}
	}
	return OK;
}

/* Kept no longer than what it hangs on. */
static enum fail ends_with_it(struct act *a, const struct going *g, const struct row *part,
                              bool *yes)
{
	struct keeping k;
	enum fail f = keeping_of(a, part->type, &k);

	*yes = false;
	if (f || !k.from_record || k.for_ever || k.years > 0)
		return f;
	return hangs_on_nothing_else(a, g, part, yes);
}

static enum fail add(struct act *a, struct going *g, struct id id, bool always)
{
	struct row *r;
	bool yes = always;
	enum fail f = goes(g, id) ? FAIL_NOT_FOUND : record_find(a, id, &r);

	if (!f && !always)
		f = ends_with_it(a, g, r, &yes);
	if (f || !yes || !r->values[0].filled)
		return f == FAIL_NOT_FOUND ? OK : f;
	if (g->count == GOING_MAX)
		return fail_say(FAIL_FULL, "more than %d records go with one", GOING_MAX);
	g->rows[g->count++] = r;
	return OK;
}

typedef enum fail found_fn(struct act *a, struct id id, struct id **out, size_t *count);

static enum fail add_found(struct act *a, struct going *g, struct id of, found_fn *find,
                           bool always)
{
	struct id *ids;
	size_t count;
	enum fail f = find(a, of, &ids, &count);

	for (size_t i = 0; !f && i < count; i++)
		f = add(a, g, ids[i], always);
	return f;
}

enum fail going_with(struct act *a, struct id record, struct going *out)
{
	*out = (struct going){ ARENA_TRY(a->arena, struct row *, GOING_MAX), 0 };
	if (!out->rows)
		return fail_say(FAIL_MEMORY, "no memory for what goes with a record");
	enum fail f = add(a, out, record, true);
	for (size_t i = 0; !f && i < out->count; i++) {
		f = add_found(a, out, out->rows[i]->id, record_repeated, true);
		if (!f)
			f = add_found(a, out, out->rows[i]->id, record_parts, false);
	}
	return f;
}

bool going_is_as_of(const struct going *g, struct instant at)
{
	for (size_t i = 0; i < g->count; i++)
		if (g->rows[i]->changed_at.us > at.us)
			return false;
	return true;
}

int64_t going_bytes(const struct going *g)
{
	int64_t bytes = 0;

	for (size_t i = 0; i < g->count; i++) {
		const struct row *r = g->rows[i];
		for (size_t k = 0; k < r->type->fields.count; k++)
			if (r->type->fields.at[k].type == T_FILE && r->values[k].filled)
				bytes += r->values[k].file.bytes;
	}
	return bytes;
}

/* ---- who may see all of it ---- */
static bool knows(const struct row *r, struct id person)
{
	for (size_t i = 0; i < r->need_to_know_count; i++)
		if (id_equal(r->need_to_know[i], person))
			return true;
	return !r->type->attachment && id_equal(r->owner, person);
}

static size_t those_who_know(const struct row *r, struct id *persons, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		if (knows(r, persons[i]))
			persons[n++] = persons[i];
	return n;
}

enum fail going_place(struct act *a, const struct going *g, const struct row *line,
                      struct change *c)
{
	const struct row *closed = line->need_to_know_count > 0 ? line : NULL;

	c->label_given = true;
	c->label = line->label;
	for (size_t i = 0; i < g->count; i++) {
		if (g->rows[i]->label > c->label)
			c->label = g->rows[i]->label;
		if (!closed && g->rows[i]->need_to_know_count > 0)
			closed = g->rows[i];
	}
	if (!closed)
		return OK;
	size_t n = closed->need_to_know_count;
	struct id *persons = ARENA_TRY(a->arena, struct id, n + 1);
	if (!persons)
		return fail_say(FAIL_MEMORY, "no memory for a list of persons");
	memcpy(persons, closed->need_to_know, n * sizeof *persons);
	if (id_is_set(closed->owner) && !closed->type->attachment)
		persons[n++] = closed->owner;
	for (size_t i = 0; i < g->count; i++)
		if (g->rows[i]->need_to_know_count > 0)
			n = those_who_know(g->rows[i], persons, n);
	/* Nobody may see all of it: an empty list would be for everybody. */
	if (n == 0)
		persons[n++] = closed->need_to_know[0];
	c->need_to_know_given = true;
	c->need_to_know = persons;
	c->need_to_know_count = n;
	return OK;
}

enum fail going_export(struct act *a, const struct going *g, struct file_ref *out)
{
	int fd;
	struct str name = str_format(a->arena, "%.*s.tar",
	                             STR_ARG(row_code(a->arena, g->rows[0])));
	enum fail f = records_package_make(a, g->rows, g->count, &fd);

	if (f)
		return f;
	f = file_keep_made(a, fd, name, STR(PACKAGE_MEDIA), out);
	close(fd);
	return f;
}
