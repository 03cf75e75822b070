/* registry.c -- finding a type, a field, a state, a step by name. */
#include "model/record.h"

const struct record_type *registry_find(const struct registry *g, struct str name)
{
	for (size_t i = 0; i < g->count; i++) {
		if (str_is(name, g->at[i]->name))
			return g->at[i];
	}
	return NULL;
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
	return -1;
}

int state_find(const struct record_type *t, struct str name)
{
	for (size_t i = 0; i < t->states.count; i++) {
		if (str_is(name, t->states.at[i].name))
			return (int)i;
	}
	return -1;
}

const struct step *step_find(const struct record_type *t, struct str name)
{
	for (size_t i = 0; i < t->steps.count; i++) {
		if (str_is(name, t->steps.at[i].name))
			return &t->steps.at[i];
	}
	return NULL;
}
