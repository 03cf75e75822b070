/*
 * duty_names.c -- types, fields, states, steps and choices that a duty names, looked up.
 */
#include "duty/duty_names.h"

#include "base/arena.h"

#define VALUES_MOST 100

static void no_such(struct duty_reading *r, const struct yaml *at, const char *what,
                    struct str name, const struct record_type *t)
{
	fault(r->f, at, MESSAGE2(what, name, str_of(t ? t->name : "")),
	      N_("Check the spelling against the description of the records."));
}

const struct record_type *type_named(struct duty_reading *r, const struct yaml *map,
                                     const char *key)
{
	const struct yaml *m = member(r->f, map, key, YAML_SCALAR);
	const struct record_type *t = m ? registry_find(r->registry, m->text) : NULL;

	if (m && !t)
		no_such(r, m, N_("there is no type of record %1"), m->text, NULL);
	return t;
}

static bool of_kind(const struct field *f, uint64_t kinds)
{
	return (kinds & BIT(f->type)) != 0;
}

int field_called(struct duty_reading *r, const struct yaml *name,
                 const struct record_type *t, uint64_t kinds)
{
	int field;

	if (!t)
		return -1;
	if (name->kind != YAML_SCALAR) {
		fault(r->f, name, MESSAGE(N_("the name of a field is expected here")),
		      NULL);
		return -1;
	}
	field = field_find(t, name->text);
	if (field < 0)
		no_such(r, name, N_("there is no field %1 in %2"), name->text, t);
	else if (!of_kind(&t->fields.at[field], kinds))
		fault(r->f, name,
		      MESSAGE2(N_("the field %1 of %2 is of another kind"), name->text,
		               str_of(t->name)),
		      N_("The description of duties says which kinds fit here."));
	else
		return field;
	return -1;
}

int field_if(struct duty_reading *r, const struct yaml *map, const char *key,
             const struct record_type *t, uint64_t kinds)
{
	const struct yaml *m = member_if(r->f, map, key, YAML_SCALAR);

	return m ? field_called(r, m, t, kinds) : -1;
}

int link_called(struct duty_reading *r, const struct yaml *name,
                const struct record_type *t, const struct record_type *target)
{
	int field = field_called(r, name, t, BIT(T_LINK));
	const struct record_type *to = field >= 0 ? t->fields.at[field].target : NULL;

	if (to && target && !type_is(to, target)) {
		fault(r->f, name,
		      MESSAGE2(N_("the field %1 does not link to %2"), name->text,
		               str_of(target->name)),
		      NULL);
		return -1;
	}
	return field;
}

const struct step *step_called(struct duty_reading *r, const struct yaml *at,
                               struct str name, const struct record_type *t)
{
	const struct step *step = t ? step_find(t, name) : NULL;

	if (t && !step)
		no_such(r, at, N_("there is no step %1 in %2"), name, t);
	return step;
}

struct moment moment_called(struct duty_reading *r, const struct yaml *name,
                            const struct record_type *t)
{
	struct moment m = { .kind = MOMENT_CREATED };

	if (name->kind == YAML_SCALAR && str_is(name->text, "created"))
		return m;
	if (name->kind == YAML_SCALAR && str_starts(name->text, "step:")) {
		m.kind = MOMENT_STEP;
		m.step = step_called(r, name, str_from(name->text, sizeof("step:") - 1), t);
		return m;
	}
	m.kind = MOMENT_FIELD;
	m.field = field_called(r, name, t, BIT(T_DATE) | BIT(T_INSTANT));
	return m;
}

/* ---- conditions ---- */

/* The texts of one scalar or of a list of them. */
static size_t texts_of(struct duty_reading *r, const struct yaml *y,
                       const struct yaml **out)
{
	size_t n = 0;

	if (y->kind == YAML_SCALAR)
		out[n++] = y;
	else if (y->kind == YAML_LIST)
		for (const struct yaml *v = y->first; v && n < VALUES_MOST; v = v->next)
			if (v->kind == YAML_SCALAR)
				out[n++] = v;
	if (n == 0)
		fault(r->f, y,
		      MESSAGE(N_("a value, or a list of values, is expected here")), NULL);
	return n;
}

static struct condition state_condition(struct duty_reading *r, const struct yaml *y,
                                        const struct record_type *t)
{
	const struct yaml *names[VALUES_MOST];
	struct condition c = { .kind = CONDITION_STATE };
	size_t n = texts_of(r, y, names);

	for (size_t i = 0; i < n; i++) {
		int state = state_find(t, names[i]->text);

		if (state < 0)
			no_such(r, names[i], N_("there is no state %1 in %2"),
			        names[i]->text, t);
		else
			c.states |= BIT(state);
	}
	return c;
}

static bool has_choice(const struct field *f, struct str name)
{
	if (f->type == T_FLAG)
		return str_is(name, "true") || str_is(name, "false");
	for (size_t i = 0; i < f->choices.count; i++)
		if (str_is(name, f->choices.at[i].name))
			return true;
	return f->type != T_CHOICE;
}

static struct condition value_condition(struct duty_reading *r, const struct yaml *y,
                                        const struct field *f, int field)
{
	const struct yaml *names[VALUES_MOST];
	size_t n = texts_of(r, y, names);
	struct str *values = arena_get(r->f->arena, (n + 1) * sizeof(*values));

	for (size_t i = 0; i < n; i++) {
		values[i] = names[i]->text;
		if (!has_choice(f, values[i]))
			fault(r->f, names[i],
			      MESSAGE2(N_("%1 is no value of the field %2"), values[i],
			               str_of(f->name)),
			      N_("Check the spelling against the description of the "
			         "records."));
	}
	return (struct condition){ .kind = CONDITION_IS,
		                   .field = field,
		                   .values = values,
		                   .value_count = n };
}

static int64_t bound(struct duty_reading *r, const struct yaml *y, const char *key,
                     int64_t otherwise)
{
	const struct yaml *m = member_if(r->f, y, key, YAML_SCALAR);
	int64_t n = otherwise;

	if (m && !str_to_i64(m->text, &n))
		fault(r->f, m, MESSAGE1(N_("%1 must be a whole number"), m->key), NULL);
	return n;
}

/* {filled: true}, {at_least: 70, at_most: 97} */
static struct condition shape_condition(struct duty_reading *r, const struct yaml *y,
                                        const struct field *f, int field)
{
	static const char *const keys[] = { "filled", "at_least", "at_most", NULL };
	const struct yaml *filled = member_if(r->f, y, "filled", YAML_SCALAR);
	struct condition c = { .kind = CONDITION_FILLED, .field = field };

	only_members(r->f, y, keys);
	if (filled) {
		if (!str_is(filled->text, "true") && !str_is(filled->text, "false"))
			fault(r->f, filled, MESSAGE(N_("filled is true or false")), NULL);
		if (str_is(filled->text, "false"))
			c.kind = CONDITION_EMPTY;
		return c;
	}
	c.kind = CONDITION_BETWEEN;
	c.least = bound(r, y, "at_least", INT64_MIN);
	c.most = bound(r, y, "at_most", INT64_MAX);
	if (f->type != T_NUMBER)
		fault(r->f, y, MESSAGE1(N_("the field %1 is no number"), str_of(f->name)),
		      NULL);
	return c;
}

static bool condition_of(struct duty_reading *r, const struct yaml *y,
                         const struct record_type *t, struct condition *out)
{
	const uint64_t compared =
		BIT(T_CHOICE) | BIT(T_LINE) | BIT(T_FLAG) | BIT(T_NUMBER);
	int field;

	if (str_is(y->key, "state")) {
		*out = state_condition(r, y, t);
		return true;
	}
	field = field_find(t, y->key);
	if (field < 0) {
		no_such(r, y, N_("there is no field %1 in %2"), y->key, t);
		return false;
	}
	const struct field *f = &t->fields.at[field];
	if (y->kind == YAML_MAP) {
		*out = shape_condition(r, y, f, field);
	} else if (of_kind(f, compared)) {
		*out = value_condition(r, y, f, field);
	} else {
		fault(r->f, y,
		      MESSAGE1(N_("the field %1 cannot be compared with a text"), y->key),
		      N_("Ask whether it is filled: {filled: true}."));
		return false;
	}
	return true;
}

struct conditions conditions_if(struct duty_reading *r, const struct yaml *map,
                                const char *key, const struct record_type *t)
{
	const struct yaml *m = member_if(r->f, map, key, YAML_MAP);
	struct conditions out = { 0 };

	if (!m || !t)
		return out;
	if (m->count > VALUES_MOST) {
		fault(r->f, m, MESSAGE(N_("there are too many conditions")), NULL);
		return out;
	}
	struct condition *at = arena_get(r->f->arena, (m->count + 1) * sizeof(*at));
	for (const struct yaml *y = m->first; y; y = y->next)
		out.count += condition_of(r, y, t, &at[out.count]);
	out.at = at;
	return out;
}
