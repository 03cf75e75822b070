/* list.c -- which records are listed, as an address says it. */
#include "actions/list.h"

#include <inttypes.h>

#include "base/limits.h"
#include "records/organisation.h"
#include "records/person.h"

#define FILTERS_MOST 64

struct asking {
	struct act *act;
	const struct record_type *type;
	struct refusal *why;
	struct query *query;
	struct filter *filters;
	size_t count;
	struct str last;                /* parameter of the filter added last */
};

static bool not_understood(struct asking *k, struct str name, const char *msgid)
{
	struct reason *r;

	refuse(k->why, FIELD_NONE, msgid, NULL);
	r = &k->why->at[k->why->count - 1];
	r->where = str_copy(k->act->arena, name);
	return false;
}

static void add_filter(struct asking *k, struct str name, struct filter f)
{
	if (k->count == FILTERS_MOST) {
		not_understood(k, name, N_("there are too many filters"));
		return;
	}
	if (k->count > 0 && str_equal(k->last, name))
		k->filters[k->count - 1].or_with_next = true;
	k->filters[k->count++] = f;
	k->last = name;
}

/* ---- values ---- */
static bool link_value(struct asking *k, const struct record_type *target, struct str text,
                       struct value *out)
{
	struct id *id = ARENA_NEW(k->act->arena, struct id);

	if (record_resolve(k->act, target, text, id) != OK && !id_parse(text, id))
		return false;
	*out = (struct value){ .filled = true, .links = id, .link_count = 1 };
	return true;
}

static bool field_value(struct asking *k, int field, struct str text, struct value *out)
{
	const struct field *f = &k->type->fields.at[field];
	struct refusal unread = refusal_on(k->act->arena);
	struct change *c;

	if (f->type == T_LINK)
		return link_value(k, f->target, text, out);
	if (f->type == T_DATE && str_is(text, "today")) {
		*out = (struct value){ .filled = true, .date = act_today(k->act) };
		return true;
	}
	if (f->type == T_LINE || f->type == T_TEXT || f->type == T_BILINE ||
	    f->type == T_BITEXT || f->type == T_FILE) {
		*out = (struct value){ .filled = true, .text = text };
		return text.n > 0;
	}
	c = change_new(k->act->arena, k->type);
	if (!change_parse(c, k->type, field, text, &unread))
		return false;
	*out = c->values[field];
	return out->filled;
}

static bool built_in_value(struct asking *k, int field, struct str text, struct value *out)
{
	int state;

	switch (field) {
	case FIELD_STATE:
		state = state_find(k->type, text);
		*out = (struct value){ .filled = true, .number = state };
		return state >= 0;
	case FIELD_LABEL:
		*out = (struct value){ .filled = true };
		return str_to_i64(text, &out->number) && out->number >= 0;
	case FIELD_UNIT:
		return link_value(k, &organisation_type, text, out);
	default:
		return link_value(k, &person_type, text, out);
	}
}

/* ---- one filter ---- */
struct named_op {
	const char *name;
	enum filter_op op;
};

static const struct named_op ops[] = {
	{ "not", IS_NOT },
	{ "contains", CONTAINS },
	{ "before", BEFORE },
	{ "after", AFTER },
};

static bool op_fits(const struct field *f, enum filter_op op)
{
	bool text = f->type == T_LINE || f->type == T_TEXT || f->type == T_BILINE ||
	            f->type == T_BITEXT;

	if (op == CONTAINS)
		return text;
	if (op == BEFORE || op == AFTER)
		return f->type == T_DATE || f->type == T_INSTANT || f->type == T_NUMBER;
	if (op == IS_NOT)
		return f->type != T_FILE && !(f->type == T_LINK && f->many);
	return true;
}

static enum filter_op plain_op(const struct field *f)
{
	switch (f->type) {
	case T_LINE:
	case T_TEXT:
	case T_BILINE:
	case T_BITEXT:
	case T_FILE:
		return CONTAINS;
	case T_LINK:
		return LINKS_TO;
	default:
		return IS;
	}
}

static int built_in_named(struct str name)
{
	if (str_is(name, "state"))
		return FIELD_STATE;
	if (str_is(name, "unit"))
		return FIELD_UNIT;
	if (str_is(name, "owner"))
		return FIELD_OWNER;
	return str_is(name, "label") ? FIELD_LABEL : FIELD_NONE;
}

static bool emptiness(struct asking *k, struct str name, int field, struct str text)
{
	bool yes = str_is(text, "yes");

	if (!yes && !str_is(text, "no"))
		return not_understood(k, name, N_("is yes or no"));
	add_filter(k, name,
	           (struct filter){ .field = field, .op = yes ? EMPTY : NOT_EMPTY });
	return true;
}

static bool op_named(struct str name, enum filter_op *op)
{
	for (size_t i = 0; i < COUNT(ops); i++)
		if (str_is(name, ops[i].name)) {
			*op = ops[i].op;
			return true;
		}
	return false;
}

static bool filter_on_field(struct asking *k, struct str name, int field,
                            struct str op_name, struct str text)
{
	const struct field *f = &k->type->fields.at[field];
	struct filter made = { .field = field, .op = plain_op(f) };

	if (str_is(op_name, "empty"))
		return emptiness(k, name, field, text);
	if (op_name.n > 0 && !op_named(op_name, &made.op))
		return not_understood(k, name, N_("there is no such way to filter"));
	if (op_name.n > 0 && !op_fits(f, made.op))
		return not_understood(k, name, N_("this field cannot be filtered so"));
	if (!field_value(k, field, text, &made.value))
		return not_understood(k, name, N_("there is no such value"));
	add_filter(k, name, made);
	return true;
}

static bool filter_on_built_in(struct asking *k, struct str name, int field,
                               struct str op_name, struct str text)
{
	struct filter made = { .field = field, .op = IS };

	if (str_is(op_name, "empty") && field == FIELD_OWNER)
		return emptiness(k, name, field, text);
	if (str_is(op_name, "not"))
		made.op = IS_NOT;
	else if (str_is(op_name, "below") && field == FIELD_UNIT)
		made.op = BELOW;
	else if (op_name.n > 0)
		return not_understood(k, name, N_("there is no such way to filter"));
	if (!built_in_value(k, field, text, &made.value))
		return not_understood(k, name, N_("there is no such value"));
	add_filter(k, name, made);
	return true;
}

/* open=yes: every state that still asks something; open=no: every other. */
static bool filter_open(struct asking *k, struct str name, struct str text)
{
	bool open = str_is(text, "yes");
	size_t found = 0;

	if (!open && !str_is(text, "no"))
		return not_understood(k, name, N_("is yes or no"));
	for (size_t i = 0; i < k->type->states.count; i++)
		if (k->type->states.at[i].open == open) {
			add_filter(k, name,
			           (struct filter){ .field = FIELD_STATE,
			                            .op = IS,
			                            .value = { .filled = true,
			                                       .number = (int64_t)i } });
			found++;
		}
	return found > 0 || not_understood(k, name, N_("there is no such value"));
}

static bool filter_mine(struct asking *k, struct str name, struct str text)
{
	struct id *person = ARENA_NEW(k->act->arena, struct id);

	if (str_is(text, "no"))
		return true;
	if (!str_is(text, "yes"))
		return not_understood(k, name, N_("is yes or no"));
	*person = k->act->actor->person;
	add_filter(k, name,
	           (struct filter){
			   .field = FIELD_OWNER,
			   .op = IS,
			   .value = { .filled = true, .links = person, .link_count = 1 } });
	return true;
}

/* ---- what is no filter ---- */
static bool ask_sort(struct asking *k, struct str name, struct str text)
{
	struct query *q = k->query;

	q->descending = str_starts(text, "-");
	if (q->descending)
		text = str_from(text, 1);
	if (str_is(text, "changed"))
		q->sort = SORT_CHANGED;
	else if (str_is(text, "created"))
		q->sort = SORT_CREATED;
	else if (str_is(text, "code"))
		q->sort = SORT_CODE;
	else if (str_is(text, "state"))
		q->sort = FIELD_STATE;
	else
		q->sort = field_find(k->type, text);
	if (q->sort == -1 || !sort_fits(k->type, q->sort) ||
	    (q->sort >= 0 && k->type->fields.at[q->sort].many))
		return not_understood(k, name, N_("the list cannot be sorted by this"));
	return true;
}

static bool ask_number(struct asking *k, struct str name, struct str text, int64_t most,
                       int64_t *out)
{
	if (str_to_i64(text, out) && *out >= 1 && *out <= most)
		return true;
	not_understood(k, name, N_("is not a number from 1 to %1"));
	k->why->at[k->why->count - 1].why.args[0] =
		str_format(k->act->arena, "%" PRId64, most);
	return false;
}

static bool ask_page(struct asking *k, struct str name, struct str text)
{
	int64_t n = 1;

	if (!ask_number(k, name, text, 1000000, &n))
		return false;
	k->query->offset = (size_t)(n - 1);     /* in pages until the limit is known */
	return true;
}

static bool ask_limit(struct asking *k, struct str name, struct str text)
{
	int64_t n = 0;

	if (!ask_number(k, name, text, LIMIT_PAGE_ROWS, &n))
		return false;
	k->query->limit = (size_t)n;
	return true;
}

static bool ask_count(struct asking *k, struct str name, struct str text)
{
	(void)name;
	k->query->count = str_is(text, "yes");
	return true;
}

static bool ask_bin(struct asking *k, struct str name, struct str text)
{
	(void)name;
	k->query->withdrawn = str_is(text, "yes");
	return true;
}

static bool ask_words(struct asking *k, struct str name, struct str text)
{
	(void)name;
	k->query->words = text;
	return true;
}

static bool ask_after(struct asking *k, struct str name, struct str text)
{
	(void)name;
	k->query->after = text;
	return true;
}

static bool left_to_the_page(struct asking *k, struct str name, struct str text)
{
	(void)k;
	(void)name;
	(void)text;
	return true;
}

static const struct {
	const char *name;
	bool (*ask)(struct asking *k, struct str name, struct str text);
} asked[] = {
	{ "words", ask_words },
	{ "sort", ask_sort },
	{ "limit", ask_limit },
	{ "page", ask_page },
	{ "after", ask_after },
	{ "count", ask_count },
	{ "bin", ask_bin },
	{ "open", filter_open },
	{ "mine", filter_mine },
	{ "columns", left_to_the_page },
	{ "view", left_to_the_page },
	{ "lang", left_to_the_page },
};

static bool ask(struct asking *k, struct str name, struct str text)
{
	struct str op_name;
	struct str field_name = str_split(name, '.', &op_name);
	int field;

	if (text.n == 0)
		return true;
	for (size_t i = 0; i < COUNT(asked); i++)
		if (str_is(name, asked[i].name))
			return asked[i].ask(k, name, text);
	field = built_in_named(field_name);
	if (field != FIELD_NONE)
		return filter_on_built_in(k, name, field, op_name, text);
	field = field_find(k->type, field_name);
	if (field < 0)
		return not_understood(k, name, N_("there is no such field"));
	return filter_on_field(k, name, field, op_name, text);
}

enum fail list_asked(struct act *a, const struct record_type *t,
                     const struct pairs *address, struct refusal *why, struct query *out)
{
	struct asking k = { .act = a, .type = t, .why = why, .query = out };
	bool understood = true;

	*out = (struct query){ .type = t, .sort = SORT_CHANGED, .descending = true };
	k.filters = arena_get(a->arena, FILTERS_MOST * sizeof *k.filters);
	for (size_t i = 0; i < address->count; i++)
		understood = ask(&k, address->at[i].name, str_trim(address->at[i].value)) &&
		             understood;
	if (out->limit == 0)
		out->limit = 25;
	out->offset *= out->limit;
	if (out->after.n > 0)
		out->offset = 0;
	out->filters = k.filters;
	out->filter_count = k.count;
	return understood && !refused(why) ? OK : FAIL_REFUSED;
}
