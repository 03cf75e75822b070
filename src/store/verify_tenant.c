/*
 * verify_tenant.c -- what belongs to the tenant as a whole, against its history: its name
 * and zone, its settings, and that no account was taken away.
 */
#include "store/verify_parts.h"

#include "base/arena.h"

struct own {
	struct verify *v;
	struct ledger_row *rows; /* entries about the tenant itself */
	size_t count;
};

/* ---- name and zone ---- */
static void check_named(struct own *o, const char *field, struct str now)
{
	struct str was = verify_text(o->v, verify_latest(o->rows, o->count, field));

	if (!str_equal(was, now))
		verify_differs(o->v, STR("the organisation"),
		               "its %s is \"%.*s\", and its history says \"%.*s\"", field,
		               STR_ARG(now), STR_ARG(was));
}

static bool has_entries(const struct own *o, const char *type)
{
	for (size_t i = 0; i < o->count; i++)
		if (str_is(o->rows[i].type, type))
			return true;
	return false;
}

static enum fail check_row(struct own *o)
{
	struct verify *v = o->v;
	struct stmt *s = query(v->act->tx, SQL("select name, name_fr, zone\n"
	                                       "from tenant\n"
	                                       "where org = :org"));

	/* Data of the first versions say nothing about it. */
	bool known = has_entries(o, TENANT_TYPE);
	bind_id(s, "org", v->org);
	int row = query_next(s);
	if (row == 1 && known) {
		check_named(o, "name", column_str(s, 0));
		check_named(o, "name_fr", column_str(s, 1));
		check_named(o, "zone", column_str(s, 2));
	}
	query_end(s);
	if (row == 0 && known)
		verify_differs(v, STR("the organisation"), "it is not in the tables");
	return row < 0 ? (enum fail)row : OK;
}

/* ---- settings ---- */
static void check_setting(struct own *o, struct str name, struct str value)
{
	const char *field = str_z(o->v->scratch, name);
	struct str was = verify_latest(o->rows, o->count, field);

	if (!was.p || !str_equal(verify_text(o->v, was), value))
		verify_differs(o->v, str_format(o->v->scratch, "setting %s", field),
		               "it is not what its history says");
}

static bool is_kept(const struct str *names, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(names[i], name))
			return true;
	return false;
}

static void check_entry_kept(struct own *o, const struct ledger_row *e,
                             const struct str *names, size_t count)
{
	for (size_t i = 0; i < e->opened_count; i++) {
		struct str name = e->opened[i].field;
		if (name.p[0] != '@' && !is_kept(names, count, name))
			verify_differs(
				o->v,
				str_format(o->v->scratch, "setting %.*s", STR_ARG(name)),
				"it is missing");
	}
}

#define SETTINGS_AT_MOST 256

static enum fail check_settings(struct own *o)
{
	struct verify *v = o->v;
	struct str names[SETTINGS_AT_MOST];
	size_t count = 0;
	int row = 0;
	struct stmt *s = query(v->act->tx, SQL("select name, value\n"
	                                       "from setting\n"
	                                       "where org = :org\n"
	                                       "order by name\n"
	                                       "limit 256"));

	bind_id(s, "org", v->org);
	while (count < SETTINGS_AT_MOST && (row = query_next(s)) > 0) {
		names[count] = str_copy(v->scratch, column_str(s, 0));
		check_setting(o, names[count++], column_str(s, 1));
	}
	query_end(s);
	for (size_t i = 0; count < SETTINGS_AT_MOST && i < o->count; i++)
		if (str_is(o->rows[i].type, SETTING_TYPE))
			check_entry_kept(o, &o->rows[i], names, count);
	return row < 0 ? (enum fail)row : OK;
}

/* ---- accounts that are gone: none is ever taken away ---- */
static enum fail check_accounts_gone(struct verify *v)
{
	struct stmt *s = query(
		v->act->tx, SQL("select distinct h.record\n"
	                        "from history h\n"
	                        "where h.org = :org and h.type = 'account'\n"
	                        "  and not exists (select 1 from account a\n"
	                        "    where a.org = h.org and a.id = h.record)"));
	int row;

	bind_id(s, "org", v->org);
	while ((row = query_next(s)) > 0)
		verify_differs(v,
		               str_format(v->scratch, "account %.*s",
		                          STR_ARG(id_text(v->scratch, column_id(s, 0)))),
		               "it is not in the tables, and accounts are never removed");
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail verify_tenant(struct verify *v)
{
	struct own o = { .v = v };
	enum fail f =
		ledger_of_record(v->act->tx, v->scratch, v->org, v->org, &o.rows, &o.count);

	if (f == FAIL_DATABASE && fail_message()[0]) {
		verify_differs(v, STR("the organisation"), "%s", fail_message());
		return OK;
	}
	if (f == OK)
		f = check_row(&o);
	if (f == OK)
		f = check_settings(&o);
	if (f == OK)
		f = check_accounts_gone(v);
	arena_reset(v->scratch);
	return f;
}
