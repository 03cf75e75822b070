/*
 * table_write.c -- the rows of a table into a package, a page after the other.
 *
 * Pages go by the primary key, so that neither this program nor a database's library ever
 * holds a whole table.
 */
#include "store/table.h"

#include "base/arena.h"
#include "base/limits.h"
#include "store/parts.h"

#define PAGE_ROWS 500
#define KEYS_AT_MOST 8
#define COLUMNS_AT_MOST 256

struct key {
	const struct shape_column *column;
	int at;                         /* among the columns that are read */
	int64_t number;
	struct str text;
};

struct out_column {
	const struct shape_column *is;
	const char *member;             /* its name in JSON */
	bool in_fields;
};

struct writing {
	const struct table_shape *t;
	const struct table_writing *w;
	struct tx *tx;
	struct package_out *to;
	struct arena *kept, *scratch;
	struct out_column columns[COLUMNS_AT_MOST];
	size_t count;
	size_t written;                 /* the first so many are written; then keys */
	struct key keys[KEYS_AT_MOST];
	size_t key_count;
	struct str first, next;         /* the statements */
	int64_t rows;
};

static bool is_written(const struct writing *g, const struct shape_column *c)
{
	bool own = g->w->one && g->t->org >= 0 && c == &g->t->columns[g->t->org];

	return !c->remade && !own && !(g->w->one && c->secret);
}

static int add_column(struct writing *g, const struct shape_column *c)
{
	struct out_column *o = &g->columns[g->count];

	o->is = c;
	o->member = table_member(g->t, str_z(g->kept, c->is.name), &o->in_fields);
	return (int)g->count++;
}

static int place_of(struct writing *g, const struct shape_column *c)
{
	for (size_t i = 0; i < g->count; i++)
		if (g->columns[i].is == c)
			return (int)i;
	return add_column(g, c);
}

static void choose_columns(struct writing *g)
{
	for (size_t i = 0; i < g->t->count; i++)
		if (is_written(g, &g->t->columns[i]))
			(void)add_column(g, &g->t->columns[i]);
	g->written = g->count;
	for (int k = 1; k <= KEYS_AT_MOST; k++)
		for (size_t i = 0; i < g->t->count; i++)
			if (g->t->columns[i].is.key == k)
				g->keys[g->key_count++] = (struct key){
					.column = &g->t->columns[i],
					.at = place_of(g, &g->t->columns[i]),
				};
}

/* "a, b, c", or ":after_a, :after_b" */
static void add_keys(const struct writing *g, struct text *t, const char *before)
{
	for (size_t i = 0; i < g->key_count; i++)
		text_addf(t, "%s%s%.*s", i ? ", " : "", before,
		          STR_ARG(g->keys[i].column->is.name));
}

static struct str compose(const struct writing *g, bool next)
{
	struct text t = text_on(g->kept, SQL_BYTES);
	bool one = g->w->one && g->t->org >= 0;

	text_addz(&t, SQL("select "));
	for (size_t i = 0; i < g->count; i++)
		text_addf(&t, "%s%.*s", i ? ", " : "", STR_ARG(g->columns[i].is->is.name));
	text_addf(&t, SQL("\nfrom %.*s"), STR_ARG(g->t->table));
	if (one || next)
		text_addz(&t, SQL("\nwhere "));
	if (one)
		text_addz(&t, SQL("org = :org"));
	if (one && next)
		text_addz(&t, SQL(" and "));
	if (next) {
		text_addc(&t, '(');
		add_keys(g, &t, "");
		text_addz(&t, SQL(") > ("));
		add_keys(g, &t, ":after_");
		text_addz(&t, SQL(")"));
	}
	text_addz(&t, SQL("\norder by "));
	add_keys(g, &t, "");
	text_addz(&t, SQL("\nlimit :room"));
	return text_str(&t);
}

/* ---- one value ---- */

static enum fail put_number(struct writing *g, struct json_out *j,
                            const struct shape_column *c, int64_t n)
{
	struct instant back;
	struct instant at = { n };

	if (c->form == FORM_FLAG && (n == 0 || n == 1)) {
		json_put_bool(j, n == 1);
		return OK;
	}
	if (c->form != FORM_INSTANT) {
		json_put_int(j, n);
		return OK;
	}
	struct str text = n ? instant_text(g->scratch, at) : STR_NONE;
	if (n == 0 && !c->is.may_be_null)
		json_put_null(j);
	else if (n && instant_parse(text, &back) && back.us == n)
		json_put_str(j, text);
	else
		json_put_int(j, n);
	return OK;
}

static enum fail put_text(struct writing *g, struct json_out *j,
                          const struct shape_column *c, struct str s)
{
	if (s.n && !str_is_utf8(s))
		return fail_say(FAIL_DATABASE,
		                "%.*s.%.*s holds bytes that are no text: run wardroom "
		                "verify",
		                STR_ARG(g->t->table), STR_ARG(c->is.name));
	if (c->form == FORM_JSON)
		json_put_raw(j, s);
	else
		json_put_str(j, s.p ? s : STR(""));
	return OK;
}

static void put_bytes(struct writing *g, struct json_out *j, struct str s)
{
	struct id id;
	struct text t = text_on(g->scratch, 2 * s.n + 1);

	if (s.n == sizeof id) {
		memcpy(id.b, s.p, s.n);
		json_put_str(j, id_text(g->scratch, id));
		return;
	}
	for (struct str rest = s; rest.n > 0; rest = str_from(rest, LIMIT_HEX_BYTES / 2)) {
		struct str piece = str_cut(rest, LIMIT_HEX_BYTES / 2);
		text_add(&t, hex(g->scratch, piece.p, piece.n));
	}
	json_put_str(j, text_str(&t));
}

static enum fail put_value(struct writing *g, struct json_out *j, struct stmt *s, int at)
{
	const struct shape_column *c = g->columns[at].is;

	if (column_null(s, at)) {
		json_put_null(j);
		return OK;
	}
	switch (c->is.kind) {
	case COLUMN_NUMBER: return put_number(g, j, c, column_i64(s, at));
	case COLUMN_TEXT: return put_text(g, j, c, column_str(s, at));
	case COLUMN_BYTES: put_bytes(g, j, column_blob(s, at)); return OK;
	}
	BUG("no such kind of column: %d", c->is.kind);
}

/* ---- one row ---- */

static enum fail put_members(struct writing *g, struct json_out *j, struct stmt *s,
                             bool fields)
{
	enum fail f = OK;

	for (size_t i = 0; f == OK && i < g->written; i++) {
		if (g->columns[i].in_fields != fields)
			continue;
		json_name(j, g->columns[i].member);
		f = put_value(g, j, s, (int)i);
	}
	return f;
}

static void put_code(struct writing *g, struct json_out *j, struct stmt *s)
{
	for (size_t i = 0; g->t->type && i < g->written; i++)
		if (str_is(g->columns[i].is->is.name, "number"))
			json_pair_str(j, "code",
			              record_code(g->scratch, g->t->type,
			                          column_i64(s, (int)i)));
}

static enum fail put_row(struct writing *g, struct stmt *s)
{
	struct text t = text_on(g->scratch, PACKAGE_LINE_BYTES);
	struct json_out j = json_to(&t);

	json_open_object(&j);
	put_code(g, &j, s);
	enum fail f = put_members(g, &j, s, false);
	if (str_starts(g->t->table, "r_")) {
		json_name(&j, "fields");
		json_open_object(&j);
		if (f == OK)
			f = put_members(g, &j, s, true);
		json_close_object(&j);
	}
	json_close_object(&j);
	text_addc(&t, '\n');
	if (f == OK && text_failed(&t))
		f = fail_say(FAIL_FULL, "a row of %.*s is too long for a line",
		             STR_ARG(g->t->table));
	g->rows++;
	return f == OK ? package_add(g->to, text_str(&t)) : f;
}

/* ---- pages ---- */

static void bind_after(const struct writing *g, struct stmt *s)
{
	for (size_t i = 0; i < g->key_count; i++) {
		const struct key *k = &g->keys[i];
		const char *name = str_format(g->kept, "after_%.*s",
		                              STR_ARG(k->column->is.name))
		                           .p;
		switch (k->column->is.kind) {
		case COLUMN_NUMBER: bind_i64(s, name, k->number); break;
		case COLUMN_TEXT: bind_str(s, name, k->text); break;
		case COLUMN_BYTES: bind_blob(s, name, k->text.p, k->text.n); break;
		}
	}
}

/* Where the next page begins. */
static void keep_keys(struct writing *g, struct stmt *s)
{
	for (size_t i = 0; i < g->key_count; i++) {
		struct key *k = &g->keys[i];
		switch (k->column->is.kind) {
		case COLUMN_NUMBER: k->number = column_i64(s, k->at); break;
		case COLUMN_TEXT:
			k->text = str_copy(g->kept, column_str(s, k->at));
			break;
		case COLUMN_BYTES:
			k->text = str_copy(g->kept, column_blob(s, k->at));
			break;
		}
	}
}

static bool is_wanted(const struct writing *g, struct stmt *s)
{
	if (g->w->history_below == 0 || !str_is(g->t->table, "history"))
		return true;
	for (size_t i = 0; i < g->count; i++)
		if (str_is(g->columns[i].is->is.name, "seq"))
			return column_i64(s, (int)i) < g->w->history_below;
	return true;
}

/* *full: there may be another one. */
static enum fail put_page(struct writing *g, bool next, bool *full)
{
	struct stmt *s = query_composed(g->tx, next ? g->next : g->first);
	enum fail f = OK;
	int row = 0, seen = 0;

	if (g->w->one && g->t->org >= 0)
		bind_id(s, "org", g->w->org);
	if (next)
		bind_after(g, s);
	bind_i64(s, "room", PAGE_ROWS);
	while (f == OK && (row = query_next(s)) == 1) {
		if (is_wanted(g, s))
			f = put_row(g, s);
		if (++seen == PAGE_ROWS)
			keep_keys(g, s);
		if (f == OK)
			f = watcher_tick(g->w->watcher, "rows", g->rows, 0);
		arena_reset(g->scratch);
	}
	query_end(s);
	*full = seen == PAGE_ROWS;
	return f == OK && row < 0 ? (enum fail)row : f;
}

static enum fail put_pages(struct writing *g)
{
	bool next = false, full = true;
	enum fail f = watcher_tick(g->w->watcher, "rows", 0, 0);

	while (f == OK && full) {
		f = put_page(g, next, &full);
		next = true;
	}
	return f;
}

static enum fail end_part(struct writing *g)
{
	struct str names[COLUMNS_AT_MOST];

	for (size_t i = 0; i < g->written; i++)
		names[i] = g->columns[i].is->is.name;
	return package_end(g->to, g->rows, names, g->written);
}

enum fail table_write(struct tx *tx, const struct table_shape *t,
                      const struct table_writing *w, struct package_out *to)
{
	struct writing g = { .t = t, .w = w, .tx = tx, .to = to };
	enum fail f = OK;

	if (t->count + KEYS_AT_MOST > COUNT(g.columns))
		BUG("the table %.*s has %zu columns", STR_ARG(t->table), t->count);
	g.kept = arena_new(LIMIT_REQUEST_BYTES);
	g.scratch = arena_new(4ul * PACKAGE_LINE_BYTES);
	if (!g.kept || !g.scratch)
		f = fail_say(FAIL_MEMORY, "no memory to write %.*s", STR_ARG(t->part));
	else
		choose_columns(&g);
	if (f == OK && g.key_count == 0)
		f = fail_say(FAIL_DATABASE, "the table %.*s has no primary key",
		             STR_ARG(t->table));
	if (f == OK) {
		g.first = compose(&g, false);
		g.next = compose(&g, true);
		f = package_begin(to, t->part);
	}
	if (f == OK)
		f = put_pages(&g);
	if (f == OK)
		f = end_part(&g);
	arena_free(g.kept);
	arena_free(g.scratch);
	return f;
}
