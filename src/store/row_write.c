/*
 * row_write.c -- a record into its table, and everything that follows from the row: links,
 * persons who need to know, the entry, the words, the files used, history and its leaf.
 *
 * Nobody is asked here whether it may be; see rules.c and record.c.
 */
#include "store/parts.h"

#include "base/arena.h"
#include "store/files.h"
#include "store/ledger.h"

static enum fail count_on(struct act *a, struct str of)
{
	struct stmt *s = query(a->tx, SQL("update counter set last = last + 1"
	                                  " where org = :org and name = :name"));

	bind_id(s, "org", act_org(a));
	bind_str(s, "name", of);
	enum fail f = query_run(s);
	if (f || tx_changed(a->tx) > 0)
		return f;
	s = query(a->tx,
	          SQL("insert into counter (org, name, last) values (:org, :name, 1)"));
	bind_id(s, "org", act_org(a));
	bind_str(s, "name", of);
	return query_run(s);
}

/* Two plain statements: one that does both makes the database journal for itself. */
enum fail next_number(struct act *a, struct str of, int64_t *out)
{
	enum fail f = count_on(a, of);

	if (f)
		return tx_doom(a->tx, f);
	struct stmt *s = query(a->tx, SQL("select last from counter"
	                                  " where org = :org and name = :name"));
	bind_id(s, "org", act_org(a));
	bind_str(s, "name", of);
	int row = query_next(s);
	*out = row == 1 ? column_i64(s, 0) : 0;
	query_end(s);
	return row == 1 ? OK : tx_doom(a->tx, row ? (enum fail)row : FAIL_DATABASE);
}

static void bind_written(struct stmt *s, struct act *a, const struct row *r)
{
	bind_id(s, "org", act_org(a));
	bind_id(s, "id", r->id);
	bind_id(s, "unit", r->unit);
	bind_i64(s, "label", r->label);
	bind_id(s, "owner", r->owner);
	bind_str(s, "state", r->type->states.count ? str_of(row_state(r)) : STR(""));
	bind_i64(s, "version", r->version);
	bind_i64(s, "changed_at", r->changed_at.us);
	bind_id(s, "changed_by", r->changed_by);
	bind_id(s, "author", r->author);
	bind_i64(s, "withdrawn_at", r->withdrawn_at.us);
	bind_i64(s, "closed", r->need_to_know_count > 0);
	for (size_t i = 0; i < type_base(r->type)->fields.count; i++)
		field_bind(s, a->arena, &r->type->fields.at[i], &r->values[i]);
}

static enum fail write_row(struct act *a, const struct row *before, const struct row *r)
{
	const struct table *t = table_of(a->store, r->type);
	struct stmt *s = query_composed(a->tx, before ? t->update : t->insert);

	bind_written(s, a, r);
	if (!before) {
		bind_i64(s, "number", r->number);
		bind_i64(s, "created_at", r->created_at.us);
		bind_id(s, "created_by", r->created_by);
	}
	enum fail f = query_run(s);
	return f ? f : local_write(a, before, r);
}

/* ---- what follows ---- */
static enum fail drop_links(struct act *a, struct id source, const char *field)
{
	struct stmt *s = query(a->tx, SQL("delete from link where org = :org"
	                                  " and source = :source and field = :field"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "source", source);
	bind_str(s, "field", str_of(field));
	return query_run(s);
}

static enum fail write_links(struct act *a, const struct row *before, const struct row *r)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < r->type->fields.count; i++) {
		const struct field *field = &r->type->fields.at[i];
		const struct value *v = &r->values[i];
		if (field->type != T_LINK ||
		    (before && value_equal(field, &before->values[i], v)))
			continue;
		if (before && before->values[i].filled)
			f = drop_links(a, r->id, field->name);
		for (size_t k = 0; !f && v->filled && k < v->link_count; k++) {
			struct stmt *s = query(
				a->tx, SQL("insert into link (org, source, field, target)"
			                   " values (:org, :source, :field, :target)"));
			bind_id(s, "org", act_org(a));
			bind_id(s, "source", r->id);
			bind_str(s, "field", str_of(field->name));
			bind_id(s, "target", v->links[k]);
			f = query_run(s);
		}
	}
	return f;
}

enum fail row_remake(struct act *a, const struct row *r)
{
	enum fail f = write_row(a, r, r);

	if (!f)
		f = entry_store(a, r, true);
	return f ? f : row_index_words(a, r);
}

static bool same_persons(const struct row *x, const struct row *y)
{
	size_t n = x->need_to_know_count;

	return n == y->need_to_know_count &&
	       (n == 0 ||
	        memcmp(x->need_to_know, y->need_to_know, n * sizeof(struct id)) == 0);
}

static enum fail write_persons(struct act *a, const struct row *before, const struct row *r)
{
	if (before ? same_persons(before, r) : r->need_to_know_count == 0)
		return OK;
	struct stmt *s = query(a->tx, SQL("delete from need_to_know"
	                                  " where org = :org and record = :record"));
	bind_id(s, "org", act_org(a));
	bind_id(s, "record", r->id);
	enum fail f = query_run(s);
	for (size_t i = 0; !f && i < r->need_to_know_count; i++) {
		s = query(a->tx, SQL("insert into need_to_know (org, record, person)"
		                     " values (:org, :record, :person)"));
		bind_id(s, "org", act_org(a));
		bind_id(s, "record", r->id);
		bind_id(s, "person", r->need_to_know[i]);
		f = query_run(s);
	}
	return f;
}

static enum fail write_file_uses(struct act *a, const struct row *before,
                                 const struct row *r)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < r->type->fields.count; i++) {
		const struct field *field = &r->type->fields.at[i];
		const struct value *v = &r->values[i];
		if (field->type != T_FILE || !v->filled ||
		    (before && value_equal(field, &before->values[i], v)))
			continue;
		f = file_claim(a->store, a->tx, v->file.sha256);
		if (f)
			return f;
		struct stmt *s =
			query(a->tx, SQL("insert into file_use (org, hash, record)"
		                         " values (:org, :hash, :record)"
		                         " on conflict (org, hash, record) do nothing"));
		bind_id(s, "org", act_org(a));
		bind_blob(s, "hash", v->file.sha256, sizeof v->file.sha256);
		bind_id(s, "record", r->id);
		f = query_run(s);
	}
	return f;
}

/* ---- words ---- */
enum fail row_index_words(struct act *a, const struct row *r)
{
	return words_set(a->tx, act_org(a), r->id, search_words_of(a->arena, r));
}

/* Words follow from the fields; nothing else is looked for. */
static bool words_may_differ(const struct row *before, const struct row *r)
{
	if (!before)
		return true;
	for (size_t i = 0; i < r->type->fields.count; i++) {
		if (!value_equal(&r->type->fields.at[i], &before->values[i], &r->values[i]))
			return true;
	}
	return false;
}

/* ---- history ---- */
static enum fail write_history(struct act *a, const struct row *before, const struct row *r,
                               const struct written *w)
{
	struct named_value named[NAMED_VALUES_MAX];
	struct ledger_value values[NAMED_VALUES_MAX];
	size_t n = row_difference(a->arena, w->whole ? NULL : before, r, named);

	for (size_t i = 0; i < n; i++)
		values[i] = (struct ledger_value){ .field = named[i].name,
			                           .json = named[i].json };
	const struct ledger_entry entry = {
		.at = r->changed_at,
		.by = a->actor->user,
		.by_name = a->actor->name,
		.type = str_of(r->type->name),
		.record = r->id,
		.version = r->version,
		.what = str_of(w->what),
		.reason = w->reason,
		.values = values,
		.value_count = n,
	};
	return ledger_append(a->tx, a->arena, act_org(a), &entry, NULL);
}

static enum fail store_all(struct act *a, const struct row *before, struct row *after,
                           const struct written *w)
{
	enum fail f = ledger_instant(a->tx, act_org(a), a->now, &after->changed_at);
	if (f)
		return f;
	after->changed_by = a->actor->user;
	after->version = before ? before->version + 1 : 1;
	if (!before) {
		after->created_at = after->changed_at;
		after->created_by = a->actor->user;
	}
	if (w->withdraws)
		after->withdrawn_at = after->changed_at;
	f = write_row(a, before, after);
	if (!f)
		f = write_links(a, before, after);
	if (!f)
		f = write_persons(a, before, after);
	if (!f)
		f = entry_store(a, after, before == NULL);
	if (!f)
		f = about_write(a, before, after);
	if (!f)
		f = write_file_uses(a, before, after);
	if (!f && words_may_differ(before, after))
		f = row_index_words(a, after);
	return f ? f : write_history(a, before, after, w);
}

enum fail row_store(struct act *a, const struct row *before, struct row *after,
                    const struct written *w)
{
	if (!a->writes)
		BUG("a record is written in a transaction that only reads");
	enum fail f = store_all(a, before, after, w);
	/* What is defined now holds for the rest of the act. */
	if (!f && after->type == a->store->registry->local_fields)
		f = local_types(a);
	return tx_doom(a->tx, f);
}

/* ---- gone ---- */
static enum fail delete_of(struct act *a, struct stmt *s, struct id record)
{
	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	return query_run(s);
}

enum fail row_remove(struct act *a, const struct row *r)
{
	struct str sql = sql_for(
		a->arena, SQL("delete from this_type where org = :org and id = :record"),
		r->type, NULL);

	enum fail f = words_remove(a->tx, act_org(a), r->id);
	if (!f)
		f = local_remove(a, r->id);
	if (!f)
		f = delete_of(a, query_composed(a->tx, sql), r->id);
	if (!f)
		f = delete_of(a,
		              query(a->tx, SQL("delete from entry"
		                               " where org = :org and id = :record")),
		              r->id);
	if (!f)
		f = delete_of(a,
		              query(a->tx, SQL("delete from link"
		                               " where org = :org and source = :record")),
		              r->id);
	if (!f)
		f = delete_of(a,
		              query(a->tx, SQL("delete from need_to_know"
		                               " where org = :org and record = :record")),
		              r->id);
	if (!f)
		f = delete_of(a,
		              query(a->tx, SQL("delete from approval"
		                               " where org = :org and record = :record")),
		              r->id);
	return f;
}
