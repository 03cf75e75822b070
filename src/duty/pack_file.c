/*
 * pack_file.c -- members of a pack's file, asked for one by one.
 */
#include "duty/pack_file.h"

#include "base/arena.h"

#define LIST_MOST 1000

bool fault_at(struct pack_file *f, uint32_t line, uint32_t column, struct message what,
              const char *advice)
{
	refuse_with(f->why, FIELD_NONE, what, MESSAGE(advice));
	f->why->at[f->why->count - 1].where =
		str_format(f->arena, "%.*s:%u:%u", STR_ARG(f->path), line, column);
	f->faults++;
	return false;
}

bool fault(struct pack_file *f, const struct yaml *at, struct message what,
           const char *advice)
{
	return fault_at(f, at->line, at->column, what, advice);
}

const struct yaml *pack_file_read(struct pack_file *f, struct str bytes)
{
	struct yaml *root = NULL;
	struct yaml_error error = { 0 };
	enum fail failed = yaml_read(f->arena, bytes, &root, &error);

	if (failed) {
		if (!error.what.id)
			error.what = MESSAGE(N_("the file cannot be read"));
		fault_at(f, error.line, error.column, error.what,
		         N_("See the description of content packs."));
		return NULL;
	}
	if (!root || root->kind != YAML_MAP) {
		fault_at(f, 1, 1, MESSAGE(N_("the file is no map of names and values")),
		         N_("Begin with a line such as “id: my-pack”."));
		return NULL;
	}
	return root;
}

static const char *kind_wanted(enum yaml_kind kind)
{
	switch (kind) {
	case YAML_LIST: return N_("%1 must be a list");
	case YAML_MAP: return N_("%1 must be a map of names and values");
	case YAML_SCALAR: break;
	}
	return N_("%1 must be a text");
}

const struct yaml *member_if(struct pack_file *f, const struct yaml *map, const char *key,
                             enum yaml_kind kind)
{
	const struct yaml *m = yaml_member(map, key);

	if (m && m->kind != kind) {
		fault(f, m, MESSAGE1(kind_wanted(kind), str_of(key)), NULL);
		return NULL;
	}
	return m;
}

const struct yaml *member(struct pack_file *f, const struct yaml *map, const char *key,
                          enum yaml_kind kind)
{
	const struct yaml *m = member_if(f, map, key, kind);

	if (!m && !yaml_member(map, key))
		fault(f, map, MESSAGE1(N_("%1 is missing"), str_of(key)),
		      N_("Add it; the description of content packs says what belongs "
		         "there."));
	return m;
}

struct str member_text(struct pack_file *f, const struct yaml *map, const char *key)
{
	const struct yaml *m = member(f, map, key, YAML_SCALAR);

	if (m && str_trim(m->text).n == 0)
		fault(f, m, MESSAGE1(N_("%1 is empty"), str_of(key)), NULL);
	return m ? m->text : STR_NONE;
}

struct str member_text_if(struct pack_file *f, const struct yaml *map, const char *key)
{
	const struct yaml *m = member_if(f, map, key, YAML_SCALAR);

	return m ? m->text : STR_NONE;
}

struct said said_of(struct pack_file *f, const struct yaml *map)
{
	return (struct said){ member_text(f, map, "en"), member_text(f, map, "fr") };
}

struct said member_said_if(struct pack_file *f, const struct yaml *map, const char *key)
{
	static const char *const keys[] = { "en", "fr", NULL };
	const struct yaml *m = member_if(f, map, key, YAML_MAP);

	if (!m)
		return (struct said){ STR_NONE, STR_NONE };
	only_members(f, m, keys);
	return said_of(f, m);
}

struct said member_said(struct pack_file *f, const struct yaml *map, const char *key)
{
	if (!member(f, map, key, YAML_MAP))
		return (struct said){ STR_NONE, STR_NONE };
	return member_said_if(f, map, key);
}

int member_number_if(struct pack_file *f, const struct yaml *map, const char *key,
                     int otherwise, int most)
{
	const struct yaml *m = member_if(f, map, key, YAML_SCALAR);
	int64_t n;

	if (!m)
		return otherwise;
	if (str_to_i64(m->text, &n) && n >= 0 && n <= most)
		return (int)n;
	fault(f, m,
	      MESSAGE2(N_("%1 must be a whole number from 0 to %2"), str_of(key),
	               str_format(f->arena, "%d", most)),
	      NULL);
	return otherwise;
}

struct date member_date_if(struct pack_file *f, const struct yaml *map, const char *key)
{
	const struct yaml *m = member_if(f, map, key, YAML_SCALAR);
	struct date d = DATE_NONE;

	if (m && !date_parse(m->text, &d))
		fault(f, m, MESSAGE1(N_("%1 must be a date"), str_of(key)),
		      N_("Write it as 2026-04-30."));
	return d;
}

const char *how_sure_name(enum how_sure s)
{
	static const char *const names[] = {
		[SURE_CONFIRMED] = "confirmed",
		[SURE_RECALLED] = "recalled",
		[SURE_LOCAL] = "local",
		[SURE_DERIVED] = "derived",
		[SURE_NOT_FOUND] = "not_found",
	};

	return names[s];
}

enum how_sure member_sure(struct pack_file *f, const struct yaml *map)
{
	const struct yaml *m = member(f, map, "sure", YAML_SCALAR);

	for (int i = 0; m && i <= SURE_NOT_FOUND; i++)
		if (str_is(m->text, how_sure_name((enum how_sure)i)))
			return (enum how_sure)i;
	if (m)
		fault(f, m, MESSAGE1(N_("%1 does not say how sure the fact is"), m->text),
		      N_("Write confirmed, derived, recalled, not_found or local."));
	return SURE_RECALLED;
}

void only_members(struct pack_file *f, const struct yaml *map, const char *const *keys)
{
	for (const struct yaml *m = map->first; m; m = m->next) {
		size_t i = 0;

		while (keys[i] && !str_is(m->key, keys[i]))
			i++;
		if (!keys[i])
			fault(f, m, MESSAGE1(N_("there is no member %1 here"), m->key),
			      N_("Check the spelling, or leave it out."));
	}
}

/* An array for the entries of a list; null when there is none.  Faults are reported. */
static char *room_for(struct pack_file *f, const struct yaml *list, size_t size)
{
	if (list->count == 0 || list->count > LIST_MOST) {
		fault(f, list, MESSAGE1(N_("%1 must be a list of 1 to 1000"), list->key),
		      NULL);
		return NULL;
	}
	char *room = arena_try(f->arena, list->count, size);
	if (!room)
		arena_fail(f->arena);
	return room;
}

void *member_list_if(struct pack_file *f, const struct yaml *map, const char *key,
                     const struct list_kind *kind, void *all, size_t *count)
{
	const struct yaml *list = member_if(f, map, key, YAML_LIST);
	char *room = list ? room_for(f, list, kind->size) : NULL;

	*count = 0;
	for (const struct yaml *y = room ? list->first : NULL; y; y = y->next) {
		if (y->kind != YAML_MAP) {
			fault(f, y,
			      MESSAGE(N_("an entry of this list must be a map of names and "
			                 "values")),
			      NULL);
			continue;
		}
		only_members(f, y, kind->keys);
		kind->read(f, y, room + *count * kind->size, all);
		++*count;
	}
	return room;
}

void *member_list(struct pack_file *f, const struct yaml *map, const char *key,
                  const struct list_kind *kind, void *all, size_t *count)
{
	*count = 0;
	if (!member(f, map, key, YAML_LIST))
		return NULL;
	return member_list_if(f, map, key, kind, all, count);
}
