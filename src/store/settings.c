/* settings.c -- settings of a tenant: a name and a text. */
#include "store/parts.h"

#include "base/arena.h"

enum fail setting_get(struct act *a, struct str name, struct str *out)
{
	struct stmt *s = query(a->tx, SQL("select value from setting"
	                                  " where org = :org and name = :name"));

	*out = STR_NONE;
	bind_id(s, "org", act_org(a));
	bind_str(s, "name", name);
	int row = query_next(s);
	if (row == 1)
		*out = str_copy(a->arena, column_str(s, 0));
	query_end(s);
	return row == 1 ? OK : row ? (enum fail)row
	                           : FAIL_NOT_FOUND;
}

enum fail setting_set(struct act *a, struct str name, struct str value)
{
	struct stmt *s = query(a->tx, SQL("insert into setting (org, name, value)"
	                                  " values (:org, :name, :value)"
	                                  " on conflict (org, name) do update"
	                                  " set value = excluded.value"));

	bind_id(s, "org", act_org(a));
	bind_str(s, "name", name);
	bind_str(s, "value", value.p ? value : STR(""));
	return query_run(s);
}
