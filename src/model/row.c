/* row.c -- reading a record in memory.  Asking for a field of another type is a BUG. */
#include "model/row.h"

#include "base/arena.h"

#define TEXTS (BIT(T_LINE) | BIT(T_TEXT) | BIT(T_CHOICE) | BIT(T_BILINE) | BIT(T_BITEXT))

static const struct value *value_of(const struct row *r, int field, uint64_t types)
{
	if (field < 0 || (size_t)field >= r->type->fields.count)
		BUG("%s has no field %d", r->type->name, field);
	if (!(BIT(r->type->fields.at[field].type) & types))
		BUG("%s.%s is of another type", r->type->name,
		    r->type->fields.at[field].name);
	return &r->values[field];
}

bool row_filled(const struct row *r, int field)
{
	return value_of(r, field, UINT64_MAX)->filled;
}

struct str row_text(const struct row *r, int field)
{
	const struct value *v = value_of(r, field, TEXTS);

	return v->filled ? v->text : STR("");
}

struct str row_text_in(const struct row *r, int field, enum lang lang)
{
	const struct value *v = value_of(r, field, TEXTS);
	enum field_type type = r->type->fields.at[field].type;

	if (!v->filled)
		return STR("");
	if (type != T_BILINE && type != T_BITEXT)
		return v->text;
	if (lang == LANG_FR)
		return v->french.n > 0 ? v->french : v->text;
	return v->text.n > 0 ? v->text : v->french;
}

int64_t row_number(const struct row *r, int field)
{
	const struct value *v = value_of(r, field, BIT(T_NUMBER));

	return v->filled ? v->number : 0;
}

bool row_flag(const struct row *r, int field)
{
	const struct value *v = value_of(r, field, BIT(T_FLAG));

	return v->filled && v->number != 0;
}

bool row_is_due(const struct row *r, int field)
{
	uint64_t state = r->type->states.count > 0 ? BIT(r->state) : BIT(0);

	return (r->type->fields.at[field].due_in & state) && row_filled(r, field);
}

struct date row_date(const struct row *r, int field)
{
	const struct value *v = value_of(r, field, BIT(T_DATE));

	return v->filled ? v->date : DATE_NONE;
}

struct instant row_instant(const struct row *r, int field)
{
	const struct value *v = value_of(r, field, BIT(T_INSTANT));

	return v->filled ? v->instant : INSTANT_NONE;
}

struct id row_link(const struct row *r, int field)
{
	const struct value *v = value_of(r, field, BIT(T_LINK));

	return v->filled && v->link_count > 0 ? v->links[0] : ID_NONE;
}

struct str row_title(const struct row *r, enum lang lang)
{
	return row_text_in(r, 0, lang);
}

struct str record_code(struct arena *a, const struct record_type *t, int64_t number)
{
	return str_format(a, "%s-%04lld", t->code, (long long)number);
}

struct str row_code(struct arena *a, const struct row *r)
{
	return record_code(a, r->type, r->number);
}

const char *row_state(const struct row *r)
{
	if (r->type->states.count == 0)
		return "";
	if (r->state < 0 || (size_t)r->state >= r->type->states.count)
		BUG("%s has no state %d", r->type->name, r->state);
	return r->type->states.at[r->state].name;
}
