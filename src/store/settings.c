/*
 * settings.c -- settings of a tenant: a name and a text.  Each change is in the history, as
 * an entry of the type "setting" about the tenant itself.
 */
#include "store/parts.h"

#include "base/arena.h"
#include "codec/json.h"
#include "store/ledger.h"

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

static enum fail write_history(struct act *a, struct str name, struct str value,
                               struct str reason)
{
	struct text json = text_on(a->arena, LIMIT_PAGE_BYTES);
	struct json_out out = json_to(&json);
	struct instant at;

	json_put_str(&out, value);
	enum fail f = ledger_instant(a->tx, act_org(a), a->now, &at);
	if (f)
		return f;
	const struct ledger_value set = { .field = name, .json = text_str(&json) };
	const struct ledger_entry entry = {
		.at = at,
		.by = a->actor->user,
		.by_name = a->actor->name,
		.type = STR(SETTING_TYPE),
		.record = act_org(a),
		.version = 1,
		.what = STR("set"),
		.reason = reason,
		.values = &set,
		.value_count = 1,
	};
	return ledger_append(a->tx, a->arena, act_org(a), &entry, NULL);
}

static enum fail store_setting(struct act *a, struct str name, struct str value,
                               struct str reason)
{
	struct stmt *s = query(a->tx, SQL("insert into setting (org, name, value)"
	                                  " values (:org, :name, :value)"
	                                  " on conflict (org, name) do update"
	                                  " set value = excluded.value"));

	bind_id(s, "org", act_org(a));
	bind_str(s, "name", name);
	bind_str(s, "value", value);
	enum fail f = query_run(s);
	return f ? f : write_history(a, name, value, reason);
}

enum fail setting_set(struct act *a, struct str name, struct str value, struct str reason)
{
	struct str was;

	record_must_write(a);
	value = value.p ? value : STR("");
	enum fail f = setting_get(a, name, &was);
	if (f && f != FAIL_NOT_FOUND)
		return f;
	if (!f && str_equal(was, value))
		return OK;
	return tx_doom(a->tx, store_setting(a, name, value, reason));
}
