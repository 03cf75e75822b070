/*
 * facts.c -- records as facts, as they are now.
 *
 * Everything that links to a record is read in one statement, and its rows of a type in as
 * few as there are tens of them; so a hundred duties about a system cost little more than
 * one.
 */
#include "store/facts_parts.h"

#include "base/arena.h"
#include "store/tenant.h"

struct facts *facts_now(struct act *a)
{
	struct facts *f = ARENA_NEW(a->arena, struct facts);

	f->act = a;
	return f;
}

void facts_forget(struct facts *f)
{
	f->around = NULL;
	f->kept = f->single = NULL;
	f->stepped = NULL;
}

/* ---- what links to a record ---- */

static const char *const sources_sql =
	SQL("select l.source, l.field, e.type from link l"
            " join entry e on e.org = l.org and e.id = l.source"
            " where l.org = :org and l.target = :target and e.withdrawn = 0"
            " order by l.source, l.field");

static bool grow(struct arena *a, void **at, size_t count, size_t *room, size_t size)
{
	if (count < *room)
		return true;
	size_t more = *room ? *room * 2 : 16;
	void *bigger = arena_try(a, more, size);
	if (!bigger) {
		arena_fail(a);
		return false;
	}
	if (count > 0)
		memcpy(bigger, *at, count * size);
	*at = bigger;
	*room = more;
	return true;
}

static enum fail read_around(struct facts *f, struct id to, struct fact_around **out)
{
	struct fact_around *around = ARENA_NEW(f->act->arena, struct fact_around);
	struct stmt *s = query(f->act->tx, sources_sql);
	size_t room = 0;
	void *at = NULL;
	int row;

	bind_id(s, "org", act_org(f->act));
	bind_id(s, "target", to);
	while ((row = query_next(s)) == 1 &&
	       grow(f->act->arena, &at, around->count, &room, sizeof(struct fact_source)))
		((struct fact_source *)at)[around->count++] = (struct fact_source){
			.id = column_id(s, 0),
			.field = str_copy(f->act->arena, column_str(s, 1)),
			.type = registry_find(f->act->store->registry, column_str(s, 2)),
		};
	query_end(s);
	around->target = to;
	around->at = at;
	around->next = f->around;
	f->around = around;
	*out = around;
	return row < 0 ? (enum fail)row : OK;
}

static enum fail around_of(struct facts *f, struct id to, struct fact_around **out)
{
	for (*out = f->around; *out; *out = (*out)->next)
		if (id_equal((*out)->target, to))
			return OK;
	return read_around(f, to, out);
}

/* Those of a type; ids in ascending order, each once. */
static enum fail load_kept(struct facts *f, struct fact_kept *kept, const struct id *ids,
                           size_t count)
{
	struct row **rows = ARENA_TRY(f->act->arena, struct row *, count + 1);
	size_t n = 0;

	if (!rows)
		return fail_say(FAIL_MEMORY, "no memory for the facts of a duty");
	enum fail failed = rows_load(f->act, kept->type, ids, count, rows);
	for (size_t i = 0; !failed && i < count; i++)
		if (rows[i] && !instant_is_set(rows[i]->withdrawn_at))
			rows[n++] = rows[i];
	kept->at = rows;
	kept->count = n;
	return failed;
}

static struct fact_kept *find_kept(struct fact_kept *k, const struct record_type *t,
                                   struct id target)
{
	while (k && !(k->type == t && id_equal(k->target, target)))
		k = k->next;
	return k;
}

static enum fail kept_around(struct facts *f, const struct record_type *t,
                             const struct fact_around *around, struct fact_kept **out)
{
	struct fact_kept *kept = find_kept(f->kept, t, around->target);
	size_t n = 0;

	*out = kept;
	if (kept)
		return OK;
	struct id *ids = ARENA_TRY(f->act->arena, struct id, around->count + 1);
	if (!ids)
		return fail_say(FAIL_MEMORY, "no memory for the facts of a duty");
	for (size_t i = 0; i < around->count; i++)
		if (around->at[i].type == t &&
		    (n == 0 || !id_equal(ids[n - 1], around->at[i].id)))
			ids[n++] = around->at[i].id;
	*out = kept = ARENA_NEW(f->act->arena, struct fact_kept);
	*kept = (struct fact_kept){ .next = f->kept, .type = t, .target = around->target };
	f->kept = kept;
	return load_kept(f, kept, ids, n);
}

static bool links_by(const struct fact_around *around, struct id source, const char *field)
{
	for (size_t i = 0; i < around->count; i++)
		if (id_equal(around->at[i].id, source) &&
		    str_is(around->at[i].field, field))
			return true;
	return false;
}

enum fail facts_linking(struct facts *f, const struct record_type *t, int field,
                        struct id to, struct fact_rows *out)
{
	struct fact_around *around;
	struct fact_kept *kept = NULL;
	size_t n = 0;

	t = type_base(t);
	if (f->past)
		return past_linking(f, t, field, to, out);
	*out = (struct fact_rows){ 0 };
	enum fail failed = around_of(f, to, &around);
	if (!failed)
		failed = kept_around(f, t, around, &kept);
	if (failed)
		return failed;
	struct row **rows = ARENA_TRY(f->act->arena, struct row *, kept->count + 1);
	if (!rows)
		return fail_say(FAIL_MEMORY, "no memory for the facts of a duty");
	for (size_t i = 0; i < kept->count; i++)
		if (links_by(around, kept->at[i]->id, t->fields.at[field].name))
			rows[n++] = kept->at[i];
	*out = (struct fact_rows){ rows, n };
	return OK;
}

/* ---- one, and all ---- */

/* A row that was read with others; null: it was not. */
static struct row *among_kept(struct facts *f, const struct record_type *t, struct id id)
{
	for (const struct fact_kept *k = f->kept; k; k = k->next)
		for (size_t i = 0; k->type == t && i < k->count; i++)
			if (id_equal(k->at[i]->id, id))
				return k->at[i];
	return NULL;
}

enum fail facts_row(struct facts *f, const struct record_type *t, struct id id,
                    struct row **out)
{
	struct fact_kept *kept;

	t = type_base(t);
	*out = NULL;
	if (f->past)
		return past_row(f, t, id, out);
	*out = among_kept(f, t, id);
	if (*out)
		return OK;
	kept = find_kept(f->single, t, id);
	if (!kept) {
		kept = ARENA_NEW(f->act->arena, struct fact_kept);
		*kept = (struct fact_kept){ .next = f->single, .type = t, .target = id };
		enum fail failed = load_kept(f, kept, &id, 1);
		if (failed)
			return failed;
		f->single = kept;
	}
	*out = kept->count > 0 ? kept->at[0] : NULL;
	return OK;
}

static enum fail ids_of(struct facts *f, const struct record_type *t, struct id **out,
                        size_t *count)
{
	struct stmt *s = query_composed(
		f->act->tx, sql_for(f->act->arena,
	                            SQL("select t.id from this_type t where t.org = :org"
	                                " and t.withdrawn_at = 0 order by t.id"),
	                            t, NULL));
	size_t room = 0;
	void *at = NULL;
	int row;

	*count = 0;
	bind_id(s, "org", act_org(f->act));
	while ((row = query_next(s)) == 1 &&
	       grow(f->act->arena, &at, *count, &room, sizeof(struct id)))
		((struct id *)at)[(*count)++] = column_id(s, 0);
	query_end(s);
	*out = at;
	return row < 0 ? (enum fail)row : OK;
}

enum fail facts_zone(struct facts *f, struct str *out)
{
	struct tenant tenant;
	enum fail failed;

	if (f->past)
		return past_choice(f, STR("zone"), out);
	failed = tenant_here(f->act, &tenant);
	*out = failed ? STR_NONE : tenant.zone;
	return failed;
}

enum fail facts_setting(struct facts *f, struct str name, struct str *out)
{
	return f->past ? past_choice(f, name, out) : setting_get(f->act, name, out);
}

enum fail facts_ever(struct facts *f, const struct record_type *t, int64_t *out)
{
	struct stmt *s = query(f->act->tx, SQL("select last from counter"
	                                       " where org = :org and name = :name"));

	*out = 0;
	bind_id(s, "org", act_org(f->act));
	bind_str(s, "name", str_of(t->name));
	int row = query_next(s);
	if (row == 1)
		*out = column_i64(s, 0);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail facts_ids_after(struct facts *f, const struct record_type *t, struct id after,
                          struct id *out, size_t room, size_t *count)
{
	struct stmt *s = query_composed(
		f->act->tx, sql_for(f->act->arena,
	                            SQL("select t.id from this_type t where t.org = :org"
	                                " and t.withdrawn_at = 0 and t.id > :after"
	                                " order by t.id limit :room"),
	                            type_base(t), NULL));
	int row = 0;

	*count = 0;
	bind_id(s, "org", act_org(f->act));
	bind_blob(s, "after", after.b, sizeof after.b);
	bind_i64(s, "room", (int64_t)room);
	while (*count < room && (row = query_next(s)) == 1)
		out[(*count)++] = column_id(s, 0);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail facts_all(struct facts *f, const struct record_type *t, struct fact_rows *out)
{
	struct fact_kept *kept;
	struct id *ids;
	size_t count;

	t = type_base(t);
	if (f->past)
		return past_all(f, t, out);
	kept = find_kept(f->kept, t, ID_NONE);
	if (!kept) {
		kept = ARENA_NEW(f->act->arena, struct fact_kept);
		*kept = (struct fact_kept){ .next = f->kept, .type = t };
		enum fail failed = ids_of(f, t, &ids, &count);
		if (!failed)
			failed = load_kept(f, kept, ids, count);
		if (failed)
			return failed;
		f->kept = kept;
	}
	*out = (struct fact_rows){ kept->at, kept->count };
	return OK;
}

/* ---- steps ---- */

static enum fail read_steps(struct facts *f, const struct row *r, struct fact_steps *out)
{
	struct stmt *s = query(f->act->tx,
	                       SQL("select what, made_at from history"
	                           " where org = :org and record = :record"
	                           " and what >= 'step:' and what < 'step;' order by seq"));
	size_t room = 0, n = 0;
	void *at = NULL;
	int row;

	bind_id(s, "org", act_org(f->act));
	bind_id(s, "record", r->id);
	while ((row = query_next(s)) == 1 &&
	       grow(f->act->arena, &at, n, &room, sizeof(struct fact_step))) {
		struct str name = str_from(column_str(s, 0), sizeof("step:") - 1);
		const struct step *step = step_find(r->type, name);

		if (step)
			((struct fact_step *)at)[n++] =
				(struct fact_step){ step, { column_i64(s, 1) } };
	}
	query_end(s);
	*out = (struct fact_steps){ at, n };
	return row < 0 ? (enum fail)row : OK;
}

enum fail facts_steps(struct facts *f, const struct row *r, struct fact_steps *out)
{
	struct fact_stepped *known = f->stepped;

	*out = (struct fact_steps){ 0 };
	if (f->past) {
		past_steps(f, r, out);
		return OK;
	}
	if (r->type->steps.count == 0)
		return OK;
	while (known && !id_equal(known->record, r->id))
		known = known->next;
	if (known) {
		*out = known->steps;
		return OK;
	}
	enum fail failed = read_steps(f, r, out);
	if (failed)
		return failed;
	known = ARENA_NEW(f->act->arena, struct fact_stepped);
	*known = (struct fact_stepped){ f->stepped, r->id, *out };
	f->stepped = known;
	return OK;
}
