/* difference.c -- all values of a record by name, and those in which two differ. */
#include "model/value.h"

#include "base/arena.h"

static struct str id_or_none(struct arena *a, struct id id)
{
	return id_is_set(id) ? str_format(a, "\"%.*s\"", STR_ARG(id_text(a, id)))
	                     : STR_NONE;
}

static struct str persons(struct arena *a, const struct row *r)
{
	const struct field field = { .type = T_LINK, .many = true };
	const struct value v = { .filled = r->need_to_know_count > 0,
		                 .links = r->need_to_know,
		                 .link_count = r->need_to_know_count };

	return value_canonical(a, &field, &v);
}

static struct str state_name(struct arena *a, const struct row *r)
{
	return r->type->states.count ? str_format(a, "\"%s\"", row_state(r)) : STR_NONE;
}

static size_t built_in(struct arena *a, const struct row *r, struct named_value *out)
{
	const struct named_value all[] = {
		{ FIELD_NONE, STR("@number"), str_format(a, "%lld", (long long)r->number) },
		{ FIELD_UNIT, STR("@unit"), id_or_none(a, r->unit) },
		{ FIELD_LABEL, STR("@label"), str_format(a, "%d", r->label) },
		{ FIELD_OWNER, STR("@owner"), id_or_none(a, r->owner) },
		{ FIELD_STATE, STR("@state"), state_name(a, r) },
		{ FIELD_NEED_TO_KNOW, STR("@need_to_know"), persons(a, r) },
		{ FIELD_NONE, STR("@withdrawn"),
		  instant_is_set(r->withdrawn_at) ? STR("true") : STR_NONE },
		{ FIELD_NONE, STR("@author"), id_or_none(a, r->author) },
	};

	memcpy(out, all, sizeof all);
	return COUNT(all);
}

size_t row_canonical(struct arena *a, const struct row *r, struct named_value *out)
{
	size_t n = built_in(a, r, out);

	for (size_t i = 0; i < r->type->fields.count; i++) {
		const struct field *f = &r->type->fields.at[i];
		out[n++] = (struct named_value){ (int)i, str_of(f->name),
			                         value_canonical(a, f, &r->values[i]) };
	}
	return n;
}

static bool same(struct str x, struct str y)
{
	return !x.p == !y.p && str_equal(x, y);
}

size_t row_difference(struct arena *a, const struct row *before, const struct row *after,
                      struct named_value *out)
{
	struct named_value was[NAMED_VALUES_MAX];
	size_t all = row_canonical(a, after, out);
	size_t n = 0;

	if (before)
		(void)row_canonical(a, before, was);
	for (size_t i = 0; i < all; i++) {
		if (before ? !same(was[i].json, out[i].json) : out[i].json.p != NULL)
			out[n++] = out[i];
	}
	return n;
}
