/* registry.c -- finding a type, a field, a state, a step by name. */
#include "model/record.h"

#include "base/arena.h"

bool was_called(const char *was, struct str name)
{
	struct str rest = str_of(was ? was : "");

	while (rest.n > 0)
		if (str_equal(str_split(rest, ' ', &rest), name))
			return true;
	return false;
}

static const char *name_now(const struct renamed *at, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++) {
		if (str_is(name, at[i].was))
			return at[i].now;
	}
	return NULL;
}

const struct record_type *registry_find(const struct registry *g, struct str name)
{
	for (size_t i = 0; i < g->count; i++) {
		if (str_is(name, g->at[i]->name))
			return g->at[i];
	}
	for (size_t i = 0; i < g->count; i++) {
		if (was_called(g->at[i]->was, name))
			return g->at[i];
	}
	return NULL;
}

struct str right_now(const struct registry *g, struct arena *a, struct str pattern)
{
	size_t dot = str_find(pattern, STR("."));
	const struct record_type *t =
		dot == SIZE_MAX ? NULL : registry_find(g, str_cut(pattern, dot));

	if (!t || str_is(str_cut(pattern, dot), t->name))
		return pattern;
	return str_format(a, "%s%.*s", t->name, STR_ARG(str_from(pattern, dot)));
}

const struct record_type *registry_by_code(const struct registry *g, struct str code)
{
	for (size_t i = 0; i < g->count; i++) {
		if (str_is(code, g->at[i]->code))
			return g->at[i];
	}
	return NULL;
}

int field_find(const struct record_type *t, struct str name)
{
	for (size_t i = 0; i < t->fields.count; i++) {
		if (str_is(name, t->fields.at[i].name))
			return (int)i;
	}
	for (size_t i = 0; i < t->fields.count; i++) {
		if (was_called(t->fields.at[i].was, name))
			return (int)i;
	}
	return -1;
}

bool field_is_bound(const struct field *f)
{
	return f->bound || (!f->set_by_program && !f->after_approval);
}

const struct field *field_gone(const struct record_type *t, struct str name)
{
	for (size_t i = 0; i < t->gone.count; i++) {
		const struct field *f = &t->gone.at[i];
		if (str_is(name, f->name) || was_called(f->was, name))
			return f;
	}
	return NULL;
}

struct str choice_now(const struct field *f, struct str name)
{
	const char *now = name_now(f->choices_were.at, f->choices_were.count, name);

	return now ? str_of(now) : name;
}

int state_find(const struct record_type *t, struct str name)
{
	for (size_t i = 0; i < t->states.count; i++) {
		if (str_is(name, t->states.at[i].name))
			return (int)i;
	}
	const char *now = name_now(t->states_were.at, t->states_were.count, name);
	return now ? state_find(t, str_of(now)) : -1;
}

const struct step *step_find(const struct record_type *t, struct str name)
{
	for (size_t i = 0; i < t->steps.count; i++) {
		if (str_is(name, t->steps.at[i].name))
			return &t->steps.at[i];
	}
	return NULL;
}
