/*
 * schema.c -- the tables: the fixed ones, and those that follow from the record types.
 *
 * The fixed ones are made in steps, in their order; which ran, and the hash of its script,
 * is in schema_meta.  A step never changes once a version with it was released: what comes
 * later is a step of its own.  What follows from the types is in schema_types.c.  All of an
 * upgrade is one transaction: cut short, the data is what it was.
 *
 * Data that a newer program upgraded is refused, as is data whose steps were others.
 */
#include "store/schema.h"

#include <stdarg.h>

#include "base/arena.h"
#include "base/log.h"
#include "crypto/crypto.h"
#include "store/accounts.h"
#include "store/answers.h"
#include "store/duty_rows.h"
#include "store/codes.h"
#include "store/files.h"
#include "store/ledger.h"
#include "store/notices.h"
#include "store/sendings.h"

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

static const char *const words_tables = WORDS_TABLES;

/* New steps come at the end. */
static const struct {
	const char *name;
	const char *const *script;
} steps[] = {
	{ "tables", &fixed_tables },
	{ "ledger", &ledger_schema },
	{ "accounts", &accounts_schema },
	{ "answers", &answers_schema },
	{ "local fields", &local_schema },
	{ "words", &words_tables },
	{ "about", &about_schema },
	{ "files", &files_schema },
	{ "notices", &notices_schema },
	{ "mails", &sendings_schema },
	{ "calendars", &calendars_schema },
	{ "duties", &duty_rows_schema },
	{ "codes", &codes_schema },
};

/* ---- saying and writing down ---- */
void schema_tell(struct upgrade *u, const char *format, ...)
{
	char line[400];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	u->done++;
	if (u->fresh)
		return;
	if (u->options->told)
		u->options->told(u->options->told_arg, line);
	else
		log_event(LOG_INFO, "upgrade", LOG_Z("what", line), LOG_END);
}

enum fail schema_apply(struct upgrade *u, struct str script)
{
	uint8_t hash[SHA256_BYTES];

	enum fail f = db_script(u->tx, script);
	if (f)
		return f;
	sha256(script.p, script.n, hash);
	struct stmt *s = query(u->tx,
	                       SQL("insert into schema_applied (number, made_at, program,"
	                           " hash, script)"
	                           " select coalesce(max(number), 0) + 1, :made_at,"
	                           " :program, :hash, :script from schema_applied"));
	bind_i64(s, "made_at", instant_now().us);
	bind_str(s, "program", STR(WARDROOM_VERSION));
	bind_str(s, "hash", hex(u->arena, hash, sizeof hash));
	bind_str(s, "script", script);
	return query_run(s);
}

/* p null: it is not there. */
static enum fail read_meta(struct upgrade *u, struct str name, struct str *out)
{
	struct stmt *s =
		query(u->tx, SQL("select value from schema_meta where name = :name"));

	*out = STR_NONE;
	bind_str(s, "name", name);
	int row = query_next(s);
	if (row == 1)
		*out = str_copy(u->arena, column_str(s, 0));
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

static enum fail write_meta(struct upgrade *u, struct str name, struct str value)
{
	struct stmt *s = query(u->tx, SQL("insert into schema_meta (name, value)"
	                                  " values (:name, :value)"
	                                  " on conflict (name) do update"
	                                  " set value = excluded.value"));

	bind_str(s, "name", name);
	bind_str(s, "value", value);
	return query_run(s);
}

/* ---- whose data it is ---- */
enum fail schema_refuse_newer(struct upgrade *u, const char *what)
{
	struct str program;
	enum fail f = read_meta(u, STR("program"), &program);

	if (f)
		return f;
	return fail_say(
		FAIL_NEWER,
		"the data was upgraded by Wardroom %.*s, a newer version than this one, %s"
		" (%s). Install that version, or restore a backup made before the upgrade.",
		STR_ARG(program.p ? program : STR("of another day")), WARDROOM_VERSION,
		what);
}

static enum fail read_format(struct upgrade *u, int64_t *format)
{
	struct str text;

	*format = 0;
	if (!db_table_exists(u->tx, STR("schema_meta")))
		return OK;
	enum fail f = read_meta(u, STR("format"), &text);
	if (!f && text.p && !str_to_i64(text, format))
		f = fail_say(FAIL_FORMAT, "this is no database of Wardroom");
	if (!f && *format > SCHEMA_FORMAT)
		f = schema_refuse_newer(u, "it is written down in another way");
	return f;
}

#define STEP "step "

/* A step that the data has had and this program does not know. */
static enum fail refuse_unknown_steps(struct upgrade *u)
{
	struct stmt *s =
		query(u->tx, SQL("select name from schema_meta where name like 'step %'"));
	bool known = true;
	int row = 0;

	while (known && (row = query_next(s)) == 1) {
		struct str name = str_from(column_str(s, 0), strlen(STEP));
		known = false;
		for (size_t i = 0; i < COUNT(steps); i++)
			known = known || str_is(name, steps[i].name);
	}
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	return known ? OK : schema_refuse_newer(u, "it has tables that this one does not "
	                                           "know");
}

/* ---- the fixed tables ---- */
static struct str script_hash(struct upgrade *u, struct str script)
{
	uint8_t hash[SHA256_BYTES];

	sha256(script.p, script.n, hash);
	return hex(u->arena, hash, sizeof hash);
}

static enum fail run_step(struct upgrade *u, size_t i)
{
	struct str name = str_format(u->arena, STEP "%s", steps[i].name), was = STR_NONE;
	struct str script = str_of(*steps[i].script), is = script_hash(u, script);
	/* The first makes the table in which it is written down. */
	enum fail f = u->fresh ? OK : read_meta(u, name, &was);

	if (f || (was.p && str_equal(was, is)))
		return f;
	if (was.p)
		return fail_say(FAIL_FORMAT,
		                "the %s of the data were not made as this program makes "
		                "them: it was another build. Open it with that one",
		                steps[i].name);
	if (u->only_looks)
		return schema_is_older();
	f = schema_apply(u, script);
	if (!f)
		f = write_meta(u, name, is);
	if (!f)
		schema_tell(u, "new tables: %s", steps[i].name);
	return f;
}

static enum fail check_origin(struct upgrade *u)
{
	int64_t format;
	struct str first;
	enum fail f = read_format(u, &format);

	u->fresh = format == 0;
	if (f || u->fresh)
		return f;
	f = refuse_unknown_steps(u);
	if (!f)
		f = read_meta(u, STR("step tables"), &first);
	if (!f && !first.p)
		f = fail_say(FAIL_FORMAT, "the data was made by a development version from "
		                          "before 0.1.0, which cannot be upgraded");
	return f ? f : schema_refuse_unknown(u);
}

static enum fail run_steps(struct upgrade *u)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < COUNT(steps); i++)
		f = run_step(u, i);
	return f;
}

static enum fail upgrade_types(struct upgrade *u)
{
	const struct registry *types = u->store->registry;
	bool *dropped = arena_get(u->arena, types->count * sizeof *dropped);
	enum fail f = OK;

	for (size_t i = 0; !f && i < types->count; i++)
		f = schema_type_upgrade(u, types->at[i], &dropped[i]);
	for (size_t i = 0; !f && i < types->count; i++)
		if (dropped[i])
			f = schema_type_reindex(u, types->at[i]);
	return f;
}

/*
 * Servers that share a database may start at the same time: one upgrades, the others wait
 * until it has, and find nothing left to do.  Where there are no tables yet the first one
 * that is made decides, and the others run again.
 */
static enum fail take_turn(struct upgrade *u)
{
	struct stmt *s;
	enum fail f = tx_take_time(u->tx);

	if (!f && db_table_exists(u->tx, STR("schema_meta"))) {
		s = query(u->tx, SQL("select value from schema_meta\n"
		                     "where name = 'format' {for_update}"));
		f = query_run(s);
	}
	return f ? f : check_origin(u);
}

static enum fail upgrade_all(struct tx *tx, void *arg)
{
	struct upgrade *u = arg;

	u->tx = tx;
	u->done = 0;
	enum fail f = take_turn(u);
	if (!f && u->fresh && !u->options->create)
		f = fail_say(FAIL_NOT_FOUND, "the database holds nothing of Wardroom."
		                             " 'wardroom init' makes its tables");
	if (!f)
		f = run_steps(u);
	if (!f && u->fresh)
		f = write_meta(u, STR("format"), str_format(u->arena, "%d", SCHEMA_FORMAT));
	if (!f)
		f = upgrade_types(u);
	if (!f && u->done > 0 && !u->fresh)
		f = about_fill(tx, u->store->registry);
	if (!f && u->done > 0)
		f = write_meta(u, STR("program"), STR(WARDROOM_VERSION));
	if (!f && u->options->pretend)
		f = fail_say(FAIL_CANCELLED, "nothing was changed");
	return f;
}

/* Opened only for reading: everything must be there already. */
static enum fail look(struct tx *tx, void *arg)
{
	struct upgrade *u = arg;

	u->tx = tx;
	enum fail f = check_origin(u);
	if (!f && u->fresh)
		f = fail_say(FAIL_FORMAT, "this is no database of Wardroom");
	if (!f)
		f = run_steps(u);
	for (size_t i = 0; !f && i < u->store->registry->count; i++)
		f = schema_type_look(u, u->store->registry->at[i]);
	return f;
}

enum fail schema_open(struct store *s, const struct store_options *o)
{
	struct upgrade u = { .store = s,
		             .arena = arena_new(LIMIT_REQUEST_BYTES),
		             .options = o,
		             .only_looks = o->read_only };

	if (!u.arena)
		return fail_say(FAIL_MEMORY, "no memory to open the data");
	enum fail f = o->read_only ? db_read(s->db, look, &u)
	                           : db_write(s->db, upgrade_all, &u);
	arena_free(u.arena);
	return f;
}

/* ---- the tables as another database would have them ---- */
struct telling {
	const char *target;
	struct text *out;
};

/* A statement a line; none of ours holds a semicolon. */
static void tell_script(const struct telling *t, struct str script)
{
	for (struct str rest = script; rest.n > 0;) {
		struct str one = str_trim(str_split(rest, ';', &rest));
		if (one.n > 0 && db_script_for(t->target, one, t->out))
			text_addz(t->out, ";\n");
	}
}

static enum fail read_scripts(struct tx *tx, void *arg)
{
	struct stmt *s =
		query(tx, SQL("select script from schema_applied order by number"));
	int row;

	while ((row = query_next(s)) == 1)
		tell_script(arg, column_str(s, 0));
	return row < 0 ? (enum fail)row : OK;
}

enum fail store_schema_for(struct store *s, const char *target, struct text *out)
{
	struct telling t = { target, out };

	return db_read(s->db, read_scripts, &t);
}
