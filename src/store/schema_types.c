/*
 * schema_types.c -- the tables that follow from the record types.
 *
 * What there is, is written down in schema_field, so no database has to be asked in its own
 * way: a line for each type (no field), for each field with its kind, for a field that is
 * gone ("gone"), and for each earlier choice or state that was replaced ("FIELD was NAME",
 * "renamed").  Opening compares it with the types.  Added: a table, a column, an index.
 * Followed: names of earlier versions (`.was`, `.choices_were`, `.states_were`).  Taken
 * away: the columns of fields that are `.gone`; their values stay in the history.
 */
#include "store/schema.h"

#include <stdarg.h>

#include "base/arena.h"

#define GONE "gone"
#define RENAMED "renamed"
#define REINDEXED_AT_ONCE 200

static enum fail note_field(struct upgrade *u, const char *type, const char *field,
                            const char *kind)
{
	struct stmt *s = query(u->tx, SQL("insert into schema_field (type, field, kind)"
	                                  " values (:type, :field, :kind)"));

	bind_str(s, "type", str_of(type));
	bind_str(s, "field", str_of(field));
	bind_str(s, "kind", str_of(kind));
	return query_run(s);
}

/* The kind a field was made as, p null when it was not. */
static enum fail known_kind(struct upgrade *u, struct str type, struct str field,
                            struct str *out)
{
	struct stmt *s = query(u->tx, SQL("select kind from schema_field"
	                                  " where type = :type and field = :field"));

	*out = STR_NONE;
	bind_str(s, "type", type);
	bind_str(s, "field", field);
	int row = query_next(s);
	if (row == 1)
		*out = str_copy(u->arena, column_str(s, 0));
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

/* Which of the earlier names the data still has; p null: none. */
static enum fail known_before(struct upgrade *u, struct str type, const char *was,
                              bool is_type, struct str *name, struct str *kind)
{
	struct str rest = str_of(was ? was : "");
	enum fail f = OK;

	*name = *kind = STR_NONE;
	while (!f && rest.n > 0 && !kind->p) {
		*name = str_split(rest, ' ', &rest);
		f = known_kind(u, is_type ? *name : type, is_type ? STR("") : *name, kind);
	}
	return f;
}

enum fail schema_is_older(void)
{
	return fail_say(FAIL_FORMAT, "the data was written by an older version of Wardroom:"
	                             " start the server once to bring it up to date, or "
	                             "run wardroom upgrade");
}

/* ---- SQL of a table ---- */
static void put_columns(struct text *out, const struct field *f, const char *before)
{
	struct column c[COLUMNS_OF_FIELD];
	size_t n = field_columns(f, c);

	for (size_t i = 0; i < n; i++)
		text_addf(out, "%s%s %s", before, c[i].name, c[i].token);
}

static void put_index(struct text *out, struct arena *a, const struct record_type *t,
                      int field)
{
	const struct field *f = &t->fields.at[field];

	if (!field_indexed(t, field))
		return;
	struct str key = f->type == T_LINK ? str_format(a, "t.f_%s", f->name)
	                                   : field_sort_key(a, f, LANG_EN);
	size_t dot = str_find(key, STR("t."));
	text_addf(out,
	          ";create index r_%s_f_%s on r_%s (org, %.*s%.*s, id) where withdrawn_at "
	          "= 0",
	          t->name, f->name, t->name, (int)dot, key.p,
	          STR_ARG(str_from(key, dot + 2)));
}

/*
 * What every type has besides its fields.  The first indexes end in withdrawn_at although
 * it is 0 in all of them: without it SQLite looks up every row that it counts.
 */
static const char *const table_start =
	SQL("create table this_type (org {id} not null, id {id} not null, number {i64} not "
            "null,"
            " unit {id}, label {i64} not null, owner {id}, state {text} not null,"
            " version {i64} not null, created_at {i64} not null, changed_at {i64} not null,"
            " created_by {id}, changed_by {id}, author {id}, withdrawn_at {i64} not null,"
            " closed {i64} not null");
static const char *const table_end =
	SQL(", primary key (org, id)) {table}");
static const char *const table_indexes =
	SQL("create unique index this_type_number on this_type (org, number);"
            "create index this_type_changed on this_type"
            " (org, changed_at, id, label, closed, owner, withdrawn_at) where "
            "withdrawn_at = 0;"
            "create index this_type_unit on this_type"
            " (org, unit, changed_at, id, label, closed, owner, withdrawn_at) where "
            "withdrawn_at = 0;"
            "create index this_type_owner on this_type"
            " (org, owner, changed_at, id, label, closed, withdrawn_at) where "
            "withdrawn_at = 0;"
            "create index this_type_bin on this_type (org, withdrawn_at) where "
            "withdrawn_at > 0");
static const char *const state_index = SQL(
	"create index this_type_state on this_type (org, state, changed_at, id)"
	" where withdrawn_at = 0");

/* Every index of a type. */
static enum fail make_indexes(struct upgrade *u, const struct record_type *t)
{
	struct text sql = text_on(u->arena, SQL_BYTES);

	text_add(&sql, sql_for(u->arena, table_indexes, t, NULL));
	if (t->states.count > 0) {
		text_addc(&sql, ';');
		text_add(&sql, sql_for(u->arena, state_index, t, NULL));
	}
	for (size_t i = 0; i < t->fields.count; i++)
		put_index(&sql, u->arena, t, (int)i);
	return schema_apply(u, text_str(&sql));
}

/* ---- a new type, a new field ---- */
static enum fail note_past(struct upgrade *u, const struct record_type *t);

static enum fail make_table(struct upgrade *u, const struct record_type *t)
{
	struct text sql = text_on(u->arena, SQL_BYTES);

	text_add(&sql, sql_for(u->arena, table_start, t, NULL));
	for (size_t i = 0; i < t->fields.count; i++)
		put_columns(&sql, &t->fields.at[i], ", ");
	text_addz(&sql, table_end);
	enum fail f = schema_apply(u, text_str(&sql));
	if (!f)
		f = make_indexes(u, t);
	if (!f)
		f = note_field(u, t->name, "", "type");
	for (size_t i = 0; !f && i < t->fields.count; i++)
		f = note_field(u, t->name, t->fields.at[i].name,
		               field_kind(&t->fields.at[i]));
	if (!f)
		schema_tell(u, "%s: a new kind of record", t->name);
	return f ? f : note_past(u, t);
}

static enum fail add_field(struct upgrade *u, const struct record_type *t, int at)
{
	const struct field *f = &t->fields.at[at];
	struct text sql = text_on(u->arena, SQL_BYTES);
	char before[128];
	enum fail failed = OK;

	snprintf(before, sizeof before, ";alter table r_%s add column ", t->name);
	put_columns(&sql, f, before);
	put_index(&sql, u->arena, t, at);
	if (text_str(&sql).n > 0)
		failed = schema_apply(u, str_from(text_str(&sql), 1));
	if (!failed)
		schema_tell(u, "%s: a new field %s", t->name, f->name);
	return failed ? failed : note_field(u, t->name, f->name, field_kind(f));
}

/* ---- an earlier name of a field ---- */
static enum fail rename_links(struct upgrade *u, const struct record_type *t,
                              const struct field *f, struct str was)
{
	struct stmt *s =
		query(u->tx, SQL("update link set field = :field where field = :was"
	                         " and exists (select 1 from entry e where e.org = link.org"
	                         " and e.id = link.source and e.type = :type)"));

	bind_str(s, "field", str_of(f->name));
	bind_str(s, "was", was);
	bind_str(s, "type", str_of(t->name));
	return query_run(s);
}

/* The kind stays, unless one is given (p null). */
static enum fail note_change(struct upgrade *u, struct str type, struct str was,
                             struct str name, struct str kind)
{
	struct stmt *s = query(u->tx, SQL("update schema_field set field = :field,"
	                                  " kind = coalesce(:kind{text}, kind)"
	                                  " where type = :type and field = :was"));

	bind_str(s, "type", type);
	bind_str(s, "field", name);
	bind_str(s, "was", was);
	bind_str(s, "kind", kind);
	return query_run(s);
}

static void put_drop_index(struct text *sql, struct str type, struct str field)
{
	text_addf(sql, "%sdrop index if exists r_%.*s_f_%.*s", text_str(sql).n ? ";" : "",
	          STR_ARG(type), STR_ARG(field));
}

static enum fail rename_field(struct upgrade *u, const struct record_type *t, int at,
                              struct str was)
{
	const struct field *f = &t->fields.at[at];
	struct text sql = text_on(u->arena, SQL_BYTES);
	struct field old = *f;
	struct column from[COLUMNS_OF_FIELD], to[COLUMNS_OF_FIELD];

	old.name = str_z(u->arena, was);
	size_t n = field_columns(&old, from);
	(void)field_columns(f, to);
	put_drop_index(&sql, str_of(t->name), was);
	for (size_t i = 0; i < n; i++)
		text_addf(&sql, ";alter table r_%s rename column %s to %s", t->name,
		          from[i].name, to[i].name);
	put_index(&sql, u->arena, t, at);
	enum fail failed = n > 0 ? schema_apply(u, text_str(&sql)) : OK;
	if (!failed && f->type == T_LINK)
		failed = rename_links(u, t, f, was);
	if (!failed)
		schema_tell(u, "%s: the field %s is called %s now", t->name, old.name,
		            f->name);
	return failed ? failed
	              : note_change(u, str_of(t->name), was, str_of(f->name), STR_NONE);
}

static enum fail upgrade_field(struct upgrade *u, const struct record_type *t, int at)
{
	const struct field *f = &t->fields.at[at];
	struct str kind, was, was_kind;

	enum fail failed = known_kind(u, str_of(t->name), str_of(f->name), &kind);
	if (failed || (kind.p && str_is(kind, field_kind(f))))
		return failed;
	if (kind.p)
		return fail_say(
			FAIL_DATABASE,
			"the field %s of %s is kept as %.*s, but the program wants %s;"
			" give the new field another name",
			f->name, t->name, STR_ARG(kind), field_kind(f));
	failed = known_before(u, str_of(t->name), f->was, false, &was, &was_kind);
	if (failed || !was_kind.p)
		return failed ? failed : add_field(u, t, at);
	if (!str_is(was_kind, field_kind(f)))
		return fail_say(FAIL_DATABASE,
		                "the field %s of %s was called %.*s and kept as %.*s, but "
		                "the program wants %s; give the new field another name",
		                f->name, t->name, STR_ARG(was), STR_ARG(was_kind),
		                field_kind(f));
	return rename_field(u, t, at, was);
}

/* ---- a field that is gone ---- */
static enum fail drop_links(struct upgrade *u, const struct record_type *t, struct str was)
{
	struct stmt *s =
		query(u->tx, SQL("delete from link where field = :was"
	                         " and exists (select 1 from entry e where e.org = link.org"
	                         " and e.id = link.source and e.type = :type)"));

	bind_str(s, "was", was);
	bind_str(s, "type", str_of(t->name));
	return query_run(s);
}

static enum fail drop_field(struct upgrade *u, const struct record_type *t,
                            const struct field *gone, struct str was)
{
	struct text sql = text_on(u->arena, SQL_BYTES);
	struct column c[COLUMNS_OF_FIELD];
	struct field old = *gone;

	old.name = str_z(u->arena, was);
	size_t n = field_columns(&old, c);
	put_drop_index(&sql, str_of(t->name), was);
	for (size_t i = 0; i < n; i++)
		text_addf(&sql, ";alter table r_%s drop column %s", t->name, c[i].name);
	enum fail f = schema_apply(u, text_str(&sql));
	if (!f && gone->type == T_LINK)
		f = drop_links(u, t, was);
	if (!f)
		schema_tell(u, "%s: the field %s is gone, its values stay in the history",
		            t->name, old.name);
	return f ? f
	         : note_change(u, str_of(t->name), was, str_of(gone->name), STR(GONE));
}

static enum fail upgrade_gone(struct upgrade *u, const struct record_type *t,
                              const struct field *gone, bool *dropped)
{
	struct str was = str_of(gone->name), kind;
	enum fail f = known_kind(u, str_of(t->name), was, &kind);

	if (!f && !kind.p)
		f = known_before(u, str_of(t->name), gone->was, false, &was, &kind);
	if (f || (kind.p && str_is(kind, GONE)))
		return f;
	if (!kind.p)
		return note_field(u, t->name, gone->name, GONE);
	if (!str_is(kind, field_kind(gone)))
		return fail_say(FAIL_DATABASE,
		                "the field %s of %s, which is gone, was kept as %.*s and "
		                "not as %s",
		                gone->name, t->name, STR_ARG(kind), field_kind(gone));
	*dropped = true;
	return drop_field(u, t, gone, was);
}

/* ---- choices and states of earlier versions ---- */
static enum fail replace_values(struct upgrade *u, const struct record_type *t,
                                const char *column, const struct renamed *r)
{
	struct stmt *s = query_composed(
		u->tx, sql_for(u->arena,
	                       SQL("update this_type set this_column = :now"
	                           " where this_column = :was"),
	                       t, column));

	bind_str(s, "now", str_of(r->now));
	bind_str(s, "was", str_of(r->was));
	enum fail f = query_run(s);
	int64_t changed = f ? 0 : tx_changed(u->tx);
	if (!f && changed > 0)
		schema_tell(u, "%s: \"%s\" is called \"%s\" now, in %lld records", t->name,
		            r->was, r->now, (long long)changed);
	return f;
}

static enum fail replace_states(struct upgrade *u, const struct record_type *t,
                                const struct renamed *r)
{
	struct stmt *s = query(u->tx, SQL("update entry set state = :now"
	                                  " where type = :type and state = :was"));

	bind_str(s, "now", str_of(r->now));
	bind_str(s, "was", str_of(r->was));
	bind_str(s, "type", str_of(t->name));
	enum fail f = query_run(s);
	return f ? f : replace_values(u, t, "state", r);
}

/* Field null: of the states. */
static enum fail upgrade_renamed(struct upgrade *u, const struct record_type *t,
                                 const struct field *field, const struct renamed *r)
{
	char note[160];
	struct str kind;

	snprintf(note, sizeof note, "%s was %s", field ? field->name : "", r->was);
	enum fail f = known_kind(u, str_of(t->name), str_of(note), &kind);
	if (f || kind.p)
		return f;
	if (u->only_looks)
		return schema_is_older();
	if (field) {
		struct column c[COLUMNS_OF_FIELD];
		(void)field_columns(field, c);
		f = replace_values(u, t, c[0].name, r);
	} else {
		f = replace_states(u, t, r);
	}
	return f ? f : note_field(u, t->name, note, RENAMED);
}

static enum fail each_renamed(struct upgrade *u, const struct record_type *t)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < t->states_were.count; i++)
		f = upgrade_renamed(u, t, NULL, &t->states_were.at[i]);
	for (size_t i = 0; !f && i < t->fields.count; i++)
		for (size_t k = 0; !f && k < t->fields.at[i].choices_were.count; k++)
			f = upgrade_renamed(u, t, &t->fields.at[i],
			                    &t->fields.at[i].choices_were.at[k]);
	return f;
}

/* A table that is made today never had what is gone; an older program must know. */
static enum fail note_past(struct upgrade *u, const struct record_type *t)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < t->gone.count; i++)
		f = note_field(u, t->name, t->gone.at[i].name, GONE);
	return f ? f : each_renamed(u, t);
}

/* ---- an earlier name of a type ---- */
static enum fail drop_indexes(struct upgrade *u, struct str was)
{
	static const char *const fixed[] = { "number", "changed", "unit",
		                             "owner",  "bin",     "state" };
	struct text sql = text_on(u->arena, SQL_BYTES);
	struct stmt *s = query(u->tx, SQL("select field from schema_field"
	                                  " where type = :type and field <> ''"
	                                  " and kind <> 'renamed'"));
	int row;

	bind_str(s, "type", was);
	for (size_t i = 0; i < COUNT(fixed); i++)
		text_addf(&sql, "%sdrop index if exists r_%.*s_%s", i ? ";" : "",
		          STR_ARG(was), fixed[i]);
	while ((row = query_next(s)) == 1)
		put_drop_index(&sql, was, column_str(s, 0));
	query_end(s);
	return row < 0 ? (enum fail)row : schema_apply(u, text_str(&sql));
}

/* Where the name of a type stands beside its own table; history keeps what it says. */
static enum fail rename_mentions(struct upgrade *u, const struct record_type *t,
                                 struct str was)
{
	static const char *const mentions[] = {
		SQL("update schema_field set type = :now where type = :was"),
		SQL("update entry set type = :now where type = :was"),
		SQL("update about set type = :now where type = :was"),
		SQL("update counter set name = :now where name = :was"),
	};
	enum fail f = OK;

	for (size_t i = 0; !f && i < COUNT(mentions); i++) {
		struct stmt *s = query(u->tx, mentions[i]);
		bind_str(s, "now", str_of(t->name));
		bind_str(s, "was", was);
		f = query_run(s);
	}
	return f;
}

static enum fail rename_type(struct upgrade *u, const struct record_type *t, struct str was)
{
	struct text sql = text_on(u->arena, SQL_BYTES);
	enum fail f = drop_indexes(u, was);

	text_addz(&sql, SQL("alter table r_"));
	text_addf(&sql, "%.*s rename to r_%s", STR_ARG(was), t->name);
	if (!f)
		f = schema_apply(u, text_str(&sql));
	if (!f)
		f = rename_mentions(u, t, was);
	if (!f)
		schema_tell(u, "%.*s: these records are called %s now", STR_ARG(was),
		            t->name);
	return f;
}

/* ---- words ---- */
struct next_record {
	struct id org, id;
};

/* Records of which words are kept, in their order. */
static enum fail next_records(struct upgrade *u, const struct record_type *t,
                              struct next_record *at, size_t *count)
{
	struct stmt *s = query_composed(
		u->tx, sql_for(u->arena,
	                       SQL("select t.org, t.id from this_type t"
	                           " join word_doc d on d.org = t.org and d.record = t.id"
	                           " where t.org > :org or (t.org = :org and t.id > :id)"
	                           " order by t.org, t.id limit :room"),
	                       t, NULL));
	struct next_record last = at[*count > 0 ? *count - 1 : 0];
	int row = 0;

	bind_blob(s, "org", last.org.b, sizeof last.org.b);
	bind_blob(s, "id", last.id.b, sizeof last.id.b);
	bind_i64(s, "room", REINDEXED_AT_ONCE);
	*count = 0;
	while (*count < REINDEXED_AT_ONCE && (row = query_next(s)) == 1)
		at[(*count)++] = (struct next_record){ column_id(s, 0), column_id(s, 1) };
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail reindex_one(struct upgrade *u, const struct record_type *t,
                             const struct next_record *at, struct arena *scratch)
{
	struct actor program = { .kind = ACTOR_SYSTEM,
		                 .org = at->org,
		                 .name = STR("upgrade") };
	struct act a = { .actor = &program,
		         .arena = scratch,
		         .now = store_now(u->store),
		         .store = u->store,
		         .tx = u->tx,
		         .writes = true };
	struct row *r;
	enum fail f = local_types(&a);

	if (!f)
		f = row_load(&a, type_here(&a, t), at->id, &r);
	return f ? f : row_index_words(&a, r);
}

enum fail schema_type_reindex(struct upgrade *u, const struct record_type *t)
{
	struct arena *scratch = arena_new(LIMIT_REQUEST_BYTES);
	struct next_record at[REINDEXED_AT_ONCE] = { { ID_NONE, ID_NONE } };
	size_t count = 0, all = 0;
	enum fail f = scratch ? OK : fail_say(FAIL_MEMORY, "no memory to index words");

	do {
		if (!f)
			f = next_records(u, t, at, &count);
		for (size_t i = 0; !f && i < count; i++) {
			f = reindex_one(u, t, &at[i], scratch);
			arena_reset(scratch);
		}
		all += count;
		if (!f && count > 0)
			schema_tell(u, "%s: the words of %zu records are indexed again",
			            t->name, all);
	} while (!f && count == REINDEXED_AT_ONCE);
	arena_free(scratch);
	return f;
}

/* ---- one type ---- */
/* What the data has of it, all followed or taken away. */
static enum fail upgrade_fields(struct upgrade *u, const struct record_type *t,
                                bool *dropped)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < t->gone.count; i++)
		f = upgrade_gone(u, t, &t->gone.at[i], dropped);
	for (size_t i = 0; !f && i < t->fields.count; i++)
		f = upgrade_field(u, t, (int)i);
	return f ? f : each_renamed(u, t);
}

enum fail schema_type_upgrade(struct upgrade *u, const struct record_type *t, bool *dropped)
{
	struct str kind, was;
	enum fail f = known_kind(u, str_of(t->name), STR(""), &kind);

	if (f || kind.p)
		return f ? f : upgrade_fields(u, t, dropped);
	f = known_before(u, STR_NONE, t->was, true, &was, &kind);
	if (f || !kind.p)
		return f ? f : make_table(u, t);
	f = rename_type(u, t, was);
	if (!f)
		f = upgrade_fields(u, t, dropped);
	/* Those of the fields that were followed or added are there by now. */
	if (!f)
		f = drop_indexes(u, str_of(t->name));
	return f ? f : make_indexes(u, t);
}

enum fail schema_type_look(struct upgrade *u, const struct record_type *t)
{
	struct str kind;
	enum fail f = OK;

	for (size_t i = 0; !f && i < t->fields.count; i++) {
		f = known_kind(u, str_of(t->name), str_of(t->fields.at[i].name), &kind);
		if (!f && !str_is(kind, field_kind(&t->fields.at[i])))
			f = schema_is_older();
	}
	for (size_t i = 0; !f && i < t->gone.count; i++) {
		f = known_kind(u, str_of(t->name), str_of(t->gone.at[i].name), &kind);
		if (!f && !str_is(kind, GONE))
			f = schema_is_older();
	}
	return f ? f : each_renamed(u, t);
}

/* ---- what this program does not know ---- */
static bool is_renamed(const struct record_type *t, struct str note)
{
	size_t at = str_find(note, STR(" was "));
	struct str name = str_cut(note, at), was = str_from(note, at + strlen(" was "));

	if (name.n == 0) {
		for (size_t i = 0; i < t->states_were.count; i++)
			if (str_is(was, t->states_were.at[i].was))
				return true;
		return false;
	}
	int field = field_find(t, name);
	/* Of a field that is gone, or was something else since, nothing is asked. */
	return field < 0 ? field_gone(t, name) != NULL
	                 : !str_equal(choice_now(&t->fields.at[field], was), was);
}

static bool is_known(const struct record_type *t, struct str field, struct str kind)
{
	if (field.n == 0)
		return true;
	if (str_is(kind, RENAMED))
		return is_renamed(t, field);
	if (str_is(kind, GONE))
		return field_gone(t, field) != NULL;
	return field_find(t, field) >= 0 || field_gone(t, field);
}

enum fail schema_refuse_unknown(struct upgrade *u)
{
	struct stmt *s = query(u->tx, SQL("select type, field, kind from schema_field"
	                                  " order by type, field"));
	struct str what = STR_NONE;
	int row;

	while ((row = query_next(s)) == 1 && !what.p) {
		const struct record_type *t =
			registry_find(u->store->registry, column_str(s, 0));

		if (!t || !is_known(t, column_str(s, 1), column_str(s, 2)))
			what = str_format(u->arena, "it has %.*s %.*s",
			                  STR_ARG(column_str(s, 0)),
			                  STR_ARG(column_str(s, 1)));
	}
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	return what.p ? schema_refuse_newer(u, str_z(u->arena, what)) : OK;
}
