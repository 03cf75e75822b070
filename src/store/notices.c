/* notices.c -- leaving a notice, settling it, and forgetting it after a while. */
#include "store/notices.h"

#include "base/arena.h"
#include "codec/messages.h"
#include "store/notices_rows.h"
#include "store/parts.h"

const struct notice_about notice_kinds[NOTICE__COUNT] = {
	[NOTICE_ASSIGNED] = { .name = "assigned", .label = "Given to you" },
	[NOTICE_SIGN_OFF] = { .name = "sign_off", .label = "Waits for your decision",
	                      .at_once = true },
	[NOTICE_DUE] = { .name = "due", .label = "A date comes near or is over" },
	[NOTICE_DUTY] = { .name = "duty", .label = "A duty comes near or is over" },
	[NOTICE_CLOCK] = { .name = "clock", .label = "A clock runs", .at_once = true },
	[NOTICE_MISSED] = { .name = "missed", .label = "Missed in what you answer for" },
};

enum notice_kind notice_kind_named(struct str name)
{
	int kind = 0;

	while (kind < NOTICE__COUNT && !str_is(name, notice_kinds[kind].name))
		kind++;
	return (enum notice_kind)kind;
}

/* ---- a notice and its row ---- */

void notice_bind(struct stmt *s, struct arena *a, const struct notice *n, struct id id,
                 struct instant now)
{
	bind_str(s, "kind", str_of(notice_kinds[n->kind].name));
	bind_id(s, "record", n->record);
	bind_str(s, "duty", n->duty.p ? n->duty : STR(""));
	bind_str(s, "says", n->says.id ? message_pack(a, &n->says) : STR(""));
	bind_str(s, "detail", n->detail ? str_of(n->detail) : STR(""));
	bind_str(s, "due_on", date_is_set(n->due_on) ? date_text(a, n->due_on) : STR(""));
	bind_i64(s, "due_at", n->due_at.us);
	bind_str(s, "key", n->key.n > 0 ? n->key : id_text(a, id));
	bind_i64(s, "made_at", now.us);
}

void notice_from(struct stmt *s, struct arena *a, int column, struct notice *out)
{
	struct str detail = column_str(s, column + 4);

	*out = (struct notice){
		.kind = notice_kind_named(column_str(s, column)),
		.record = column_id(s, column + 1),
		.duty = str_copy(a, column_str(s, column + 2)),
		.detail = detail.n > 0 ? str_z(a, detail) : NULL,
		.due_at = { column_i64(s, column + 6) },
		.key = str_copy(a, column_str(s, column + 7)),
	};
	(void)message_unpack(a, column_str(s, column + 3), &out->says);
	(void)date_parse(column_str(s, column + 5), &out->due_on);
}

/* ---- leaving one ---- */

enum fail notice_insert(struct act *a, struct id person, const struct notice *n,
                        bool *added)
{
	struct id id = id_new();
	struct stmt *s = query(
		a->tx,
		SQL("insert into notice (org, id, person, kind, record, duty, says,"
	            " detail, due_on, due_at, key, made_at, read_at, settled_at, told_at)\n"
	            "values (:org, :id, :person, :kind, :record, :duty, :says, :detail,"
	            " :due_on, :due_at, :key, :made_at, 0, 0, 0)\n"
	            "on conflict (org, person, key) do nothing"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "id", id);
	bind_id(s, "person", person);
	notice_bind(s, a->arena, n, id, a->now);
	enum fail f = query_run(s);
	*added = f == OK && tx_changed(a->tx) == 1;
	return f;
}

static enum fail into_outbox(struct act *a, const struct notice *n)
{
	struct id id = id_new();
	struct stmt *s = query(
		a->tx,
		SQL("insert into outbox (org, id, kind, goes_to, name, record, by_person,"
	            " duty, says, detail, due_on, due_at, key, made_at)\n"
	            "values (:org, :id, :kind, :goes_to, :name, :record, :by_person,"
	            " :duty, :says, :detail, :due_on, :due_at, :key, :made_at)"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "id", id);
	bind_i64(s, "goes_to", n->to);
	bind_str(s, "name", n->name);
	bind_id(s, "by_person", a->actor->person);
	notice_bind(s, a->arena, n, id, a->now);
	return query_run(s);
}

enum fail notice_add(struct act *a, const struct notice *n)
{
	bool added;

	record_must_write(a);
	if (n->to != TO_PERSON)
		return tx_doom(a->tx, into_outbox(a, n));
	if (!id_is_set(n->person))
		return OK;
	return tx_doom(a->tx, notice_insert(a, n->person, n, &added));
}

/* ---- what is over ---- */

static enum fail settle_kind(struct act *a, struct id record, enum notice_kind kind,
                             struct str duty)
{
	struct stmt *s = query(
		a->tx, SQL("update notice set settled_at = :now\n"
	                   "where org = :org and record = :record and kind = :kind\n"
	                   "  and settled_at = 0 and (:duty{text} = '' or duty = :duty)"));

	bind_i64(s, "now", a->now.us);
	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	bind_str(s, "kind", str_of(notice_kinds[kind].name));
	bind_str(s, "duty", duty.p ? duty : STR(""));
	return query_run(s);
}

static enum fail settle_outbox(struct act *a, struct id record, enum notice_kind kind,
                               struct str duty)
{
	struct stmt *s = query(
		a->tx, SQL("delete from outbox\n"
	                   "where org = :org and record = :record and kind = :kind\n"
	                   "  and (:duty{text} = '' or duty = :duty)"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	bind_str(s, "kind", str_of(notice_kinds[kind].name));
	bind_str(s, "duty", duty.p ? duty : STR(""));
	return query_run(s);
}

enum fail notice_settle(struct act *a, struct id record, uint64_t kinds, struct str duty)
{
	enum fail f = OK;

	record_must_write(a);
	for (int kind = 0; f == OK && kind < NOTICE__COUNT; kind++) {
		if (!(kinds & BIT(kind)))
			continue;
		f = settle_kind(a, record, (enum notice_kind)kind, duty);
		if (f == OK)
			f = settle_outbox(a, record, (enum notice_kind)kind, duty);
	}
	return tx_doom(a->tx, f);
}

struct forgetting {
	int64_t before, count;
};

static enum fail forget(struct tx *tx, void *arg)
{
	struct forgetting *g = arg;
	struct stmt *s = query(tx, SQL("delete from notice\n"
	                               "where made_at < :before"
	                               " and (read_at > 0 or settled_at > 0)"));

	bind_i64(s, "before", g->before);
	enum fail f = query_run(s);
	g->count = f == OK ? tx_changed(tx) : 0;
	return f;
}

enum fail notices_forget(struct store *s, int64_t *count)
{
	struct forgetting g = { store_now(s).us - NOTICES_KEPT_DAYS * US_PER_DAY, 0 };
	enum fail f = db_write(s->db, forget, &g);

	*count = g.count;
	return f;
}
