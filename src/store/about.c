/*
 * about.c -- which records an attachment is about: directly, and by way of others (a
 * comment about evidence about a plan is about both).
 *
 * Nobody reads an attachment who may not read the kind of each record that it is about
 * (access.c); lists ask the same of this table (list_sql.c).  It follows from the links and
 * is made again with them, so it does not travel.  What a record that is gone was called
 * stays, so that what was said about it does not become readable.
 */
#include "store/parts.h"

#include "base/arena.h"
#include "store/ledger.h"

const char *const about_schema = SQL(
	"create table about (org {id} not null, record {id} not null, target {id} not null,"
	" type {text} not null, primary key (org, record, target)) {narrow_table};"
	"create index about_target on about (org, target);");

#define STEPS_DEEP 8 /* about what is about what */

/* ---- reading ---- */
struct about_row {
	struct id record;
	struct about about;
};

struct about_rows {
	struct about_row *at;
	size_t count, room;
};

static bool add_row(struct act *a, struct about_rows *rows, struct about_row one)
{
	if (rows->count == rows->room) {
		size_t room = rows->room ? 4 * rows->room : 16;
		struct about_row *more = ARENA_TRY(a->arena, struct about_row, room);
		if (!more)
			return false;
		if (rows->count)
			memcpy(more, rows->at, rows->count * sizeof *more);
		rows->at = more;
		rows->room = room;
	}
	rows->at[rows->count++] = one;
	return true;
}

/* In the order of the records. */
static enum fail read_rows(struct act *a, const struct id *records, size_t count,
                           struct about_rows *rows)
{
	struct stmt *s = query_several(
		a,
		str_of(SQL("select h.record, h.type, e.owner from about h"
	                   " left join entry e on e.org = h.org and e.id = h.target"
	                   " where h.org = :org and h.record in ")),
		" order by h.record", records, count);
	bool room = true;
	int row = 0;

	while (room && (row = query_next(s)) == 1)
		room = add_row(a, rows,
		               (struct about_row){
				       .record = column_id(s, 0),
				       .about = { .type = registry_find(
							  a->store->registry,
							  column_str(s, 1)),
		                                  .owner = column_id(s, 2) } });
	query_end(s);
	if (!room)
		return fail_say(FAIL_MEMORY, "no memory for what records are about");
	return row < 0 ? (enum fail)row : OK;
}

static struct abouts pick(struct act *a, struct id record, const struct about_row *rows,
                          size_t n)
{
	size_t from = 0, end;

	while (from < n && !id_equal(rows[from].record, record))
		from++;
	for (end = from; end < n && id_equal(rows[end].record, record); end++)
		;
	struct about *at = ARENA_TRY(a->arena, struct about, end - from + 1);
	if (!at)
		arena_fail(a->arena);
	for (size_t i = from; at && i < end; i++)
		at[i - from] = rows[i].about;
	return (struct abouts){ at, at ? end - from : 0 };
}

enum fail about_read(struct act *a, const struct id *records, size_t count,
                     struct abouts *out)
{
	struct about_rows rows = { NULL, 0, 0 };
	enum fail f = read_rows(a, records, count, &rows);

	for (size_t i = 0; !f && i < count; i++)
		out[i] = pick(a, records[i], rows.at, rows.count);
	return f;
}

/* ---- writing ---- */
static enum fail run_for(struct act *a, struct stmt *s, struct id record, struct id target,
                         struct str type)
{
	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	bind_id(s, "target", target);
	if (type.n > 0)
		bind_str(s, "type", type);
	return query_run(s);
}

/* The record itself, and what that is about. */
static enum fail add_target(struct act *a, struct id record, const struct entry *target)
{
	enum fail f = run_for(a,
	                      query(a->tx, SQL("insert into about"
	                                       " (org, record, target, type)"
	                                       " values (:org, :record, :target, :type)"
	                                       " on conflict (org, record, target)"
	                                       " do nothing")),
	                      record, target->id, str_of(target->type->name));

	if (f || !target->type->attachment)
		return f;
	return run_for(a,
	               query(a->tx, SQL("insert into about (org, record, target, type)"
	                                " select h.org, :record, h.target, h.type"
	                                " from about h where h.org = :org"
	                                " and h.record = :target and h.target <> :record"
	                                " on conflict (org, record, target) do nothing")),
	               record, target->id, STR_NONE);
}

static enum fail drop_targets(struct act *a, struct id record)
{
	struct stmt *s = query(a->tx, SQL("delete from about"
	                                  " where org = :org and record = :record"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	return query_run(s);
}

/* To what is about it; what that was about before, it stays about. */
static enum fail pass_on(struct act *a, struct id record)
{
	struct stmt *s =
		query(a->tx, SQL("insert into about (org, record, target, type)"
	                         " select h.org, h.record, u.target, u.type"
	                         " from about h join about u"
	                         " on u.org = h.org and u.record = h.target"
	                         " where h.org = :org and h.target = :record"
	                         " and u.target <> h.record"
	                         " on conflict (org, record, target) do nothing"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	return query_run(s);
}

static bool hangs_elsewhere(const struct row *before, const struct row *r)
{
	for (size_t i = 0; i < r->type->fields.count; i++) {
		const struct field *f = &r->type->fields.at[i];
		if (f->part_of && !value_equal(f, &before->values[i], &r->values[i]))
			return true;
	}
	return false;
}

/* One field; *gone: one of them is no longer there to be asked. */
static enum fail targets_of(struct act *a, const struct value *v, struct entry **out,
                            bool *gone)
{
	*out = ARENA_TRY(a->arena, struct entry, v->link_count + 1);
	if (!*out)
		return fail_say(FAIL_MEMORY, "no memory for what a record is about");
	enum fail f = entries_get(a, v->links, v->link_count, *out);
	for (size_t i = 0; !f && i < v->link_count; i++)
		*gone |= !(*out)[i].type;
	return f;
}

static enum fail add_targets(struct act *a, const struct row *r)
{
	bool gone = false, any = false;
	struct entry *targets;
	enum fail f = OK;

	for (size_t i = 0; !f && i < r->type->fields.count; i++)
		if (r->type->fields.at[i].part_of && r->values[i].filled) {
			any = true;
			f = targets_of(a, &r->values[i], &targets, &gone);
		}
	/* What was destroyed is still about what it was about. */
	if (!f && any && !gone)
		f = drop_targets(a, r->id);
	for (size_t i = 0; !f && i < r->type->fields.count; i++) {
		const struct value *v = &r->values[i];
		if (!r->type->fields.at[i].part_of || !v->filled)
			continue;
		f = targets_of(a, v, &targets, &gone);
		for (size_t k = 0; !f && k < v->link_count; k++)
			if (targets[k].type)
				f = add_target(a, r->id, &targets[k]);
	}
	return f;
}

enum fail about_write(struct act *a, const struct row *before, struct row *r)
{
	struct abouts now = { NULL, 0 };

	if (!r->type->attachment || (before && !hangs_elsewhere(before, r)))
		return OK;
	enum fail f = add_targets(a, r);
	if (!f)
		f = pass_on(a, r->id);
	if (!f)
		f = about_read(a, &r->id, 1, &now);
	r->about = now.at;
	r->about_count = now.count;
	return f;
}

/* ---- all of it, from the links ---- */
/* The history knows what a record that is gone was. */
static enum fail fill_field(struct tx *tx, const struct record_type *t,
                            const struct field *field)
{
	struct stmt *s = query(
		tx, SQL("insert into about (org, record, target, type)"
	                " select k.org, k.source, k.target, coalesce(e.type,"
	                " (select min(y.type) from history y where y.org = k.org"
	                " and y.record = k.target), '')"
	                " from link k join entry p on p.org = k.org and p.id = k.source"
	                " left join entry e on e.org = k.org and e.id = k.target"
	                " where p.type = :type and k.field = :field"
	                " on conflict (org, record, target) do nothing"));

	bind_str(s, "type", str_of(t->name));
	bind_str(s, "field", str_of(field->name));
	return query_run(s);
}

static enum fail fill_further(struct tx *tx)
{
	struct stmt *s = query(tx, SQL("insert into about (org, record, target, type)"
	                               " select h.org, h.record, u.target, u.type"
	                               " from about h join about u"
	                               " on u.org = h.org and u.record = h.target"
	                               " where u.target <> h.record"
	                               " on conflict (org, record, target) do nothing"));

	return query_run(s);
}

enum fail about_fill(struct tx *tx, const struct registry *g)
{
	enum fail f = OK;

	for (size_t i = 0; i < g->count; i++)
		for (size_t k = 0; !f && k < g->at[i]->fields.count; k++)
			if (g->at[i]->attachment && g->at[i]->fields.at[k].part_of)
				f = fill_field(tx, g->at[i], &g->at[i]->fields.at[k]);
	for (int deep = 0; !f && deep < STEPS_DEEP; deep++) {
		f = fill_further(tx);
		if (tx_changed(tx) == 0)
			break;
	}
	return f;
}
