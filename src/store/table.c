/* table.c -- what is known of the tables: which travel, and what their columns mean. */
#include "store/table.h"

#include "base/arena.h"
#include "store/parts.h"

static const struct table_about tables[] = {
	{ .name = "account", .way = TABLE_TRAVELS },
	{ .name = "approval", .way = TABLE_TRAVELS },
	{ .name = "counter", .way = TABLE_TRAVELS },
	{ .name = "file_use", .way = TABLE_TRAVELS },
	{ .name = "history", .way = TABLE_TRAVELS },
	{ .name = "ledger_checkpoint", .way = TABLE_TRAVELS },
	{ .name = "link", .way = TABLE_TRAVELS },
	{ .name = "local_value", .way = TABLE_TRAVELS },
	{ .name = "need_to_know", .way = TABLE_TRAVELS },
	{ .name = "notice", .way = TABLE_TRAVELS },
	{ .name = "notice_choice", .way = TABLE_TRAVELS },
	{ .name = "sending", .way = TABLE_TRAVELS },
	{ .name = "sending_record", .way = TABLE_TRAVELS },
	{ .name = "setting", .way = TABLE_TRAVELS },
	{ .name = "tenant", .way = TABLE_TRAVELS },
	{ .name = "ledger_key",
	  .way = TABLE_SHARED,
	  .why = "verification keys of all checkpoints that this database ever signed" },
	{ .name = "duty_change", .way = TABLE_TRAVELS },
	{ .name = "duty_instance",
	  .way = TABLE_MADE,
	  .why = "worked out anew where the records are" },
	{ .name = "duty_count", .way = TABLE_MADE, .why = "follows from duty_instance" },
	{ .name = "duty_basis",
	  .way = TABLE_MADE,
	  .why = "with which packs a server worked out the duties" },
	{ .name = "entry", .way = TABLE_REMADE, .why = "follows from the records" },
	{ .name = "about", .way = TABLE_REMADE, .why = "follows from the links" },
	{ .name = "ledger_head", .way = TABLE_REMADE, .why = "follows from the leaves" },
	{ .name = "ledger_node", .way = TABLE_REMADE, .why = "follows from the leaves" },
	{ .name = "file_kept", .way = TABLE_MADE, .why = "files travel as files" },
	{ .name = "file_piece", .way = TABLE_MADE, .why = "files travel as files" },
	{ .name = "schema_meta", .way = TABLE_MADE, .why = "of the database's own format" },
	{ .name = "schema_field", .way = TABLE_MADE,
	  .why = "of the database's own format" },
	{ .name = "schema_applied",
	  .way = TABLE_MADE,
	  .why = "of the database's own format" },
	{ .name = "job_row", .way = TABLE_MADE, .why = "work that a server has in hand" },
	{ .name = "job_piece", .way = TABLE_MADE, .why = "work that a server has in hand" },
	{ .name = "sending_queue",
	  .way = TABLE_MADE,
	  .why = "mails that a server is about to send: no other sends them again" },
	{ .name = "clock_turn", .way = TABLE_MADE, .why = "whose turn a server has" },
	{ .name = "access_epoch",
	  .way = TABLE_STAYS,
	  .why = "counts changes of rights for those who are signed in" },
	{ .name = "api_token",
	  .way = TABLE_STAYS,
	  .why = "tokens are secrets of this installation: make new ones" },
	{ .name = "outbox",
	  .way = TABLE_STAYS,
	  .why = "notices that this installation is about to carry" },
	{ .name = "calendar_feed",
	  .way = TABLE_STAYS,
	  .why = "addresses of calendars are secrets of this installation: make new ones" },
	{ .name = "file_gone",
	  .way = TABLE_STAYS,
	  .why = "files that are about to leave this disk" },
	{ .name = "one_time_code",
	  .way = TABLE_STAYS,
	  .why = "codes that hold for minutes and are good once" },
	{ .name = "remembered_answer",
	  .way = TABLE_STAYS,
	  .why = "answers kept for a day for requests that are sent twice" },
	{ .name = "session",
	  .way = TABLE_STAYS,
	  .why = "whoever is signed in here signs in there" },
	{ .name = "setup_code",
	  .way = TABLE_STAYS,
	  .why = "opens the first sign-in of this installation" },
	{ .name = "sign_in_attempt",
	  .way = TABLE_STAYS,
	  .why = "slows down who guesses passwords here" },
};

/* Columns that an export leaves out. */
static const struct {
	const char *table, *column;
} secrets[] = {
	{ "account", "password" },
	{ "account", "secret" },
};

const struct table_about *table_about_at(size_t i)
{
	return i < COUNT(tables) ? &tables[i] : NULL;
}

const struct table_about *table_about(struct str name)
{
	for (size_t i = 0; i < COUNT(tables); i++)
		if (str_is(name, tables[i].name))
			return &tables[i];
	return NULL;
}

enum fail watcher_tick(const struct watcher *w, const char *doing, int64_t done, int64_t of)
{
	if (!w || !w->go_on || done % 256 != 0 || w->go_on(w->arg, doing, done, of))
		return OK;
	return fail_say(FAIL_CANCELLED, "stopped; nothing was changed");
}

/* ---- what a column means ---- */

static const struct field *field_of(const struct table_shape *t, struct str column)
{
	int field = t->type && str_starts(column, "f_")
	                    ? field_find(t->type, str_from(column, 2))
	                    : -1;

	return field >= 0 ? &t->type->fields.at[field] : NULL;
}

static enum column_form form_of(const struct table_shape *t, const struct table_column *c)
{
	const struct field *f = field_of(t, c->name);

	if (c->kind == COLUMN_TEXT && str_is(t->table, "history") &&
	    str_is(c->name, "opened"))
		return FORM_JSON;
	if (c->kind != COLUMN_NUMBER)
		return FORM_PLAIN;
	if (f && f->type == T_FLAG)
		return FORM_FLAG;
	bool instant = f ? f->type == T_INSTANT
	                 : str_ends(c->name, "_at") || str_is(c->name, "since");
	return instant ? FORM_INSTANT : FORM_PLAIN;
}

static bool is_secret(const struct table_shape *t, struct str column)
{
	for (size_t i = 0; i < COUNT(secrets); i++)
		if (str_is(t->table, secrets[i].table) &&
		    str_is(column, secrets[i].column))
			return true;
	return false;
}

/* The texts that are sorted by: folded again when the row is remade. */
static bool is_remade(const struct table_shape *t, struct str column)
{
	return str_starts(t->table, "r_") && str_starts(column, "s_");
}

static enum fail read_shape(struct tx *tx, struct arena *a, const struct registry *g,
                            struct table_shape *t)
{
	struct table_column *columns;
	bool records = str_starts(t->table, "r_");
	struct str name = records ? str_from(t->table, 2) : t->table;
	const struct table_about *about = table_about(t->table);
	enum fail f = db_table_columns(tx, a, t->table, &columns, &t->count);

	if (f != OK)
		return f;
	t->way = about ? about->way : TABLE_TRAVELS;
	t->type = records ? registry_find(g, name) : NULL;
	t->part = str_format(a, "%s/%.*s.jsonl", records ? "records" : "tables",
	                     STR_ARG(name));
	t->org = -1;
	t->columns = arena_try(a, t->count + 1, sizeof *t->columns);
	if (!t->columns)
		return fail_say(FAIL_MEMORY, "no memory for the tables");
	for (size_t i = 0; i < t->count; i++) {
		t->columns[i] = (struct shape_column){
			.is = columns[i],
			.form = form_of(t, &columns[i]),
			.remade = is_remade(t, columns[i].name),
			.secret = is_secret(t, columns[i].name),
		};
		if (str_is(columns[i].name, "org"))
			t->org = (int)i;
	}
	return OK;
}

enum fail table_shapes(struct tx *tx, struct arena *a, const struct registry *registry,
                       struct table_shape **out, size_t *count)
{
	struct str *names;
	enum fail f = db_table_names(tx, a, &names, count);

	*out = f == OK ? arena_try(a, *count + 1, sizeof **out) : NULL;
	if (f == OK && !*out)
		f = fail_say(FAIL_MEMORY, "no memory for the tables");
	for (size_t i = 0; f == OK && i < *count; i++) {
		(*out)[i].table = names[i];
		f = read_shape(tx, a, registry, &(*out)[i]);
	}
	return f;
}

const char *table_member(const struct table_shape *t, const char *column, bool *in_fields)
{
	*in_fields = str_starts(t->table, "r_") && strncmp(column, "f_", 2) == 0;
	return column + (*in_fields ? 2 : 0);
}
