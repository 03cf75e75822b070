/*
 * schema.c -- the tables: the fixed ones, and those that follow from the record types.
 *
 * What there is, is written down in schema_field, so no database has to be asked in its own
 * way.  Opening compares it with the types and adds what is missing: a table, a column, an
 * index; a field with `.was` keeps its column under the new name.  Nothing is ever taken
 * away. Each script that ran is kept with its hash.  Data whose format is above ours is
 * refused.
 */
#include "store/parts.h"

#include "base/arena.h"
#include "crypto/crypto.h"
#include "store/accounts.h"
#include "store/answers.h"
#include "store/ledger.h"

static const char *const fixed_tables = SQL(
	"create table schema_meta (name {text} not null primary key, value {text} not "
	"null) {table};"
	"create table schema_field (type {text} not null, field {text} not null,"
	" kind {text} not null, primary key (type, field)) {table};"
	"create table schema_applied (number {i64} not null primary key, made_at {i64} not "
	"null,"
	" program {text} not null, hash {text} not null, script {text} not null) {table};"
	"create table tenant (org {id} not null primary key, name {text} not null,"
	" name_fr {text} not null, zone {text} not null, created_at {i64} not null) "
	"{table};"
	"create table setting (org {id} not null, name {text} not null, value {text} not "
	"null,"
	" primary key (org, name)) {table};"
	"create table counter (org {id} not null, name {text} not null, last {i64} not "
	"null,"
	" primary key (org, name)) {table};"
	"create table entry (org {id} not null, id {id} not null, type {text} not null,"
	" number {i64} not null, title {text} not null, title_fr {text} not null,"
	" title_fold {text} not null, unit {id}, label {i64} not null, owner {id},"
	" withdrawn {i64} not null, closed {i64} not null, state {text} not null,"
	" changed_at {i64} not null, primary key (org, id)) {table};"
	"create unique index entry_code on entry (org, type, number);"
	"create index entry_title on entry (org, type, title_fold);"
	"create index entry_changed on entry (org, changed_at);"
	"create table need_to_know (org {id} not null, record {id} not null,"
	" person {id} not null, primary key (org, record, person)) {narrow_table};"
	"create table link (org {id} not null, source {id} not null, field {text} not null,"
	" target {id} not null, primary key (org, source, field, target)) {narrow_table};"
	"create index link_target on link (org, target, field, source);"
	"create table approval (org {id} not null, record {id} not null, made_at {i64} not "
	"null,"
	" step {text} not null, person {id}, account {id}, person_name {text} not null,"
	" version {i64} not null, hash {blob} not null, voided_at {i64} not null,"
	" primary key (org, record, made_at)) {table};"
	"create table file_use (org {id} not null, hash {blob} not null, record {id} not "
	"null,"
	" primary key (org, hash, record)) {narrow_table};"
	"create index file_use_record on file_use (org, record);");

struct upgrade {
	struct store *store;
	struct arena *arena;
};

/* Runs a script and writes down that it ran. */
static enum fail apply(struct tx *tx, struct upgrade *u, struct str script)
{
	uint8_t hash[SHA256_BYTES];

	enum fail f = db_script(tx, script);
	if (f)
		return f;
	sha256(script.p, script.n, hash);
	struct stmt *s =
		query(tx, SQL("insert into schema_applied (number, made_at, program, hash,"
	                      " script)"
	                      " select coalesce(max(number), 0) + 1, :made_at, :program,"
	                      " :hash, :script from schema_applied"));
	bind_i64(s, "made_at", instant_now().us);
	bind_str(s, "program", STR(WARDROOM_VERSION));
	bind_str(s, "hash", hex(u->arena, hash, sizeof hash));
	bind_str(s, "script", script);
	return query_run(s);
}

static enum fail note_field(struct tx *tx, const char *type, const char *field,
                            const char *kind)
{
	struct stmt *s = query(tx, SQL("insert into schema_field (type, field, kind)"
	                               " values (:type, :field, :kind)"));

	bind_str(s, "type", str_of(type));
	bind_str(s, "field", str_of(field));
	bind_str(s, "kind", str_of(kind));
	return query_run(s);
}

/* The kind a field was made as, p null when it was not. */
static enum fail known_kind(struct tx *tx, struct arena *a, const char *type,
                            const char *field, struct str *out)
{
	struct stmt *s = query(tx, SQL("select kind from schema_field"
	                               " where type = :type and field = :field"));

	*out = STR_NONE;
	bind_str(s, "type", str_of(type));
	bind_str(s, "field", str_of(field));
	int row = query_next(s);
	if (row == 1)
		*out = str_copy(a, column_str(s, 0));
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

/* ---- what the database says of itself ---- */
static enum fail read_format(struct tx *tx, int64_t *format)
{
	*format = 0;
	if (!db_table_exists(tx, STR("schema_meta")))
		return OK;
	struct stmt *s =
		query(tx, SQL("select value from schema_meta where name = 'format'"));
	int row = query_next(s);
	if (row == 1 && !str_to_i64(column_str(s, 0), format))
		row = FAIL_FORMAT;
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail refuse_newer(int64_t format)
{
	if (format <= SCHEMA_FORMAT)
		return OK;
	return fail_say(
		FAIL_NEWER,
		"the data was written by a newer version of Wardroom (format %lld; this"
		" version knows up to %d). Install the newer version, or restore a backup"
		" made before the upgrade.",
		(long long)format, SCHEMA_FORMAT);
}

static enum fail make_fixed(struct tx *tx, struct upgrade *u)
{
	/* Two steps: what ran is written into a table of the first. */
	enum fail f = apply(tx, u, str_of(fixed_tables));
	if (!f)
		f = apply(tx, u, str_of(ledger_schema));
	if (!f)
		f = apply(tx, u, str_of(accounts_schema));
	if (!f)
		f = apply(tx, u, str_of(answers_schema));
	if (!f)
		f = apply(tx, u, str_of(local_schema));
	if (!f)
		f = apply(tx, u, STR(WORDS_TABLES));
	if (f)
		return f;
	struct stmt *s = query(tx, SQL("insert into schema_meta (name, value)"
	                               " values ('format', :value)"));
	bind_str(s, "value", str_format(u->arena, "%d", SCHEMA_FORMAT));
	return query_run(s);
}

/* ---- tables of the types ---- */
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
	SQL(", primary key (org, id)) {table};"
            "create unique index this_type_number on this_type (org, number);"
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
	";create index this_type_state on this_type (org, state, changed_at, id)"
	" where withdrawn_at = 0");

static enum fail make_table(struct tx *tx, struct upgrade *u, const struct record_type *t)
{
	struct text sql = text_on(u->arena, SQL_BYTES);

	text_add(&sql, sql_for(u->arena, table_start, t, NULL));
	for (size_t i = 0; i < t->fields.count; i++)
		put_columns(&sql, &t->fields.at[i], ", ");
	text_add(&sql, sql_for(u->arena, table_end, t, NULL));
	if (t->states.count > 0)
		text_add(&sql, sql_for(u->arena, state_index, t, NULL));
	for (size_t i = 0; i < t->fields.count; i++)
		put_index(&sql, u->arena, t, (int)i);
	enum fail f = apply(tx, u, text_str(&sql));
	if (!f)
		f = note_field(tx, t->name, "", "type");
	for (size_t i = 0; !f && i < t->fields.count; i++)
		f = note_field(tx, t->name, t->fields.at[i].name,
		               field_kind(&t->fields.at[i]));
	return f;
}

static enum fail add_field(struct tx *tx, struct upgrade *u, const struct record_type *t,
                           int at)
{
	const struct field *f = &t->fields.at[at];
	struct text sql = text_on(u->arena, SQL_BYTES);
	char before[128];
	enum fail failed = OK;

	snprintf(before, sizeof before, ";alter table r_%s add column ", t->name);
	put_columns(&sql, f, before);
	put_index(&sql, u->arena, t, at);
	if (text_str(&sql).n > 0)
		failed = apply(tx, u, str_from(text_str(&sql), 1));
	return failed ? failed : note_field(tx, t->name, f->name, field_kind(f));
}

static enum fail rename_links(struct tx *tx, const struct record_type *t,
                              const struct field *f)
{
	struct stmt *s =
		query(tx, SQL("update link set field = :field where field = :was"
	                      " and exists (select 1 from entry e where e.org = link.org"
	                      " and e.id = link.source and e.type = :type)"));

	bind_str(s, "field", str_of(f->name));
	bind_str(s, "was", str_of(f->was));
	bind_str(s, "type", str_of(t->name));
	return query_run(s);
}

static enum fail rename_field(struct tx *tx, struct upgrade *u, const struct record_type *t,
                              const struct field *f)
{
	struct text sql = text_on(u->arena, SQL_BYTES);
	struct field old = *f;
	struct column from[COLUMNS_OF_FIELD], to[COLUMNS_OF_FIELD];

	old.name = f->was;
	size_t n = field_columns(&old, from);
	(void)field_columns(f, to);
	for (size_t i = 0; i < n; i++)
		text_addf(&sql, "%salter table r_%s rename column %s to %s", i ? ";" : "",
		          t->name, from[i].name, to[i].name);
	enum fail failed = n > 0 ? apply(tx, u, text_str(&sql)) : OK;
	if (!failed && f->type == T_LINK)
		failed = rename_links(tx, t, f);
	if (failed)
		return failed;
	struct stmt *s = query(tx, SQL("update schema_field set field = :field"
	                               " where type = :type and field = :was"));
	bind_str(s, "type", str_of(t->name));
	bind_str(s, "field", str_of(f->name));
	bind_str(s, "was", str_of(f->was));
	return query_run(s);
}

static enum fail upgrade_field(struct tx *tx, struct upgrade *u,
                               const struct record_type *t, int at)
{
	const struct field *f = &t->fields.at[at];
	struct str kind, was;

	enum fail failed = known_kind(tx, u->arena, t->name, f->name, &kind);
	if (failed)
		return failed;
	if (kind.p && str_is(kind, field_kind(f)))
		return OK;
	if (kind.p)
		return fail_say(
			FAIL_DATABASE,
			"the field %s of %s is kept as %.*s, but the program wants %s;"
			" give the new field another name",
			f->name, t->name, STR_ARG(kind), field_kind(f));
	if (!f->was)
		return add_field(tx, u, t, at);
	failed = known_kind(tx, u->arena, t->name, f->was, &was);
	if (!failed && was.p && str_is(was, field_kind(f)))
		return rename_field(tx, u, t, f);
	return failed ? failed : add_field(tx, u, t, at);
}

static enum fail upgrade_type(struct tx *tx, struct upgrade *u, const struct record_type *t)
{
	struct str kind;

	enum fail f = known_kind(tx, u->arena, t->name, "", &kind);
	if (!f && !kind.p)
		return make_table(tx, u, t);
	for (size_t i = 0; !f && i < t->fields.count; i++)
		f = upgrade_field(tx, u, t, (int)i);
	return f;
}

static enum fail upgrade_all(struct tx *tx, void *arg)
{
	struct upgrade *u = arg;
	int64_t format;

	enum fail f = read_format(tx, &format);
	if (!f)
		f = refuse_newer(format);
	if (!f && format == 0)
		f = make_fixed(tx, u);
	for (size_t i = 0; !f && i < u->store->registry->count; i++)
		f = upgrade_type(tx, u, u->store->registry->at[i]);
	return f;
}

enum fail schema_upgrade(struct store *s)
{
	struct upgrade u = { .store = s, .arena = arena_new(LIMIT_REQUEST_BYTES) };

	if (!u.arena)
		return fail_say(FAIL_MEMORY, "no memory to open the data");
	enum fail f = db_write(s->db, upgrade_all, &u);
	arena_free(u.arena);
	return f;
}

/* ---- opened only for reading: everything must be there already ---- */
static enum fail look(struct tx *tx, void *arg)
{
	struct upgrade *u = arg;
	int64_t format;
	struct str kind;

	enum fail f = read_format(tx, &format);
	if (!f && format == 0)
		f = fail_say(FAIL_FORMAT, "this is no database of Wardroom");
	if (!f)
		f = refuse_newer(format);
	for (size_t i = 0; !f && i < u->store->registry->count; i++) {
		const struct record_type *t = u->store->registry->at[i];
		for (size_t k = 0; !f && k < t->fields.count; k++) {
			f = known_kind(tx, u->arena, t->name, t->fields.at[k].name, &kind);
			if (!f && !str_is(kind, field_kind(&t->fields.at[k])))
				f = fail_say(
					FAIL_FORMAT,
					"the data was written by an older version of "
					"Wardroom:"
					" start the server once to bring it up to date");
		}
	}
	return f;
}

enum fail schema_is_known(struct store *s)
{
	struct upgrade u = { .store = s, .arena = arena_new(LIMIT_REQUEST_BYTES) };

	if (!u.arena)
		return fail_say(FAIL_MEMORY, "no memory to open the data");
	enum fail f = db_read(s->db, look, &u);
	arena_free(u.arena);
	return f;
}
