/* due.c -- what is due for disposal, as an address asks for it, and as JSON. */
#include "actions/due.h"

#include "base/limits.h"
#include "records/organisation.h"
#include "records/retention_rule.h"
#include "store/store.h"

struct asking {
	struct act *act;
	struct refusal *why;
	struct due_query *query;
};

static bool not_understood(struct asking *k, const char *name, const char *msgid)
{
	refuse(k->why, FIELD_NONE, msgid, NULL);
	k->why->at[k->why->count - 1].where = str_of(name);
	return false;
}

static bool ask_by(struct asking *k, struct str text)
{
	return date_parse(text, &k->query->by) ||
	       not_understood(k, "by", N_("there is no such value"));
}

static bool ask_type(struct asking *k, struct str text)
{
	k->query->only = registry_find(k->act->types, text);
	return k->query->only || not_understood(k, "type", N_("there is no such value"));
}

static bool ask_unit_as(struct asking *k, const char *name, struct str text, bool below)
{
	k->query->below = below;
	return record_resolve(k->act, &organisation_type, text, &k->query->unit) == OK ||
	       not_understood(k, name, N_("there is no such value"));
}

static bool ask_unit(struct asking *k, struct str text)
{
	return ask_unit_as(k, "unit", text, false);
}

static bool ask_below(struct asking *k, struct str text)
{
	return ask_unit_as(k, "unit.below", text, true);
}

static bool ask_limit(struct asking *k, struct str text)
{
	int64_t n;

	if (!str_to_i64(text, &n) || n < 1 || n > (int64_t)LIMIT_PAGE_ROWS)
		return not_understood(k, "limit", N_("is not a number from 1 to 200"));
	k->query->most = (size_t)n;
	return true;
}

/* Also one that was disposed of since: what is left of it says where it stood. */
static bool ask_after(struct asking *k, struct str text)
{
	struct row *row;
	struct id id;

	if (record_resolve(k->act, NULL, text, &id) != OK ||
	    record_find(k->act, id, &row) != OK)
		return not_understood(k, "after", N_("there is no such value"));
	k->query->after = row;
	return true;
}

static bool left_to_the_page(struct asking *k, struct str text)
{
	(void)k;
	(void)text;
	return true;
}

static const struct {
	const char *name;
	bool (*ask)(struct asking *k, struct str text);
} asked[] = {
	{ "by", ask_by },
	{ "type", ask_type },
	{ "unit", ask_unit },
	{ "unit.below", ask_below },
	{ "limit", ask_limit },
	{ "after", ask_after },
	{ "said", left_to_the_page },
	{ "lang", left_to_the_page },
};

static bool ask(struct asking *k, const struct pair *p)
{
	struct str text = str_trim(p->value);

	for (size_t i = 0; i < COUNT(asked); i++)
		if (str_is(p->name, asked[i].name))
			return text.n == 0 || asked[i].ask(k, text);
	struct str name = str_copy(k->act->arena, p->name);
	return not_understood(k, str_z(k->act->arena, name),
	                      N_("there is no such way to filter"));
}

enum fail due_asked(struct act *a, const struct pairs *address, struct refusal *why,
                    struct due_query *out)
{
	struct asking k = { .act = a, .why = why, .query = out };
	bool understood = true;

	*out = (struct due_query){ .by = act_today(a) };
	for (size_t i = 0; i < address->count; i++)
		understood = ask(&k, &address->at[i]) && understood;
	return understood ? OK : FAIL_REFUSED;
}

/* ---- as JSON ---- */
void due_put(struct json_out *j, struct act *a, const struct due *d)
{
	const struct row *r = d->row;
	enum lang lang = a->actor->lang;

	json_open_object(j);
	json_pair_z(j, "type", r->type->name);
	json_pair_str(j, "code", row_code(a->arena, r));
	json_pair_str(j, "id", id_text(a->arena, r->id));
	json_pair_str(j, "title", row_title(r, lang));
	json_pair_int(j, "version", r->version);
	json_pair_str(j, "over_since", date_text(a->arena, d->until.ended_on));
	json_pair_str(j, "due_since", date_text(a->arena, d->until.due_on));
	json_pair_str(j, "rule", row_text(d->keeping->rule, RET_NAME));
	json_pair_str(j, "rule_title", row_title(d->keeping->rule, lang));
	json_pair_z(j, "afterwards", d->keeping->archive ? "archive" : "destroy");
	if (d->hold)
		json_pair_str(j, "hold", row_code(a->arena, d->hold));
	json_close_object(j);
}

struct putting {
	struct json_out *json;
	struct arena *arena;
	struct str last;
};

static enum fail put_one(struct act *a, void *arg, const struct due *d)
{
	struct putting *p = arg;

	due_put(p->json, a, d);
	p->last = row_code(p->arena, d->row);
	return OK;
}

enum fail due_put_all(struct json_out *j, struct act *a, struct due_query *q)
{
	struct putting p = { j, a->arena, STR_NONE };

	json_open_object(j);
	json_pair_str(j, "by", date_text(a->arena, q->by));
	json_name(j, "items");
	json_open_array(j);
	enum fail f = keeping_each_due(a, q, put_one, &p);
	json_close_array(j);
	json_name(j, "next");
	if (q->more)
		json_put_str(j, p.last);
	else
		json_put_null(j);
	json_close_object(j);
	return f;
}
