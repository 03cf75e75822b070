/*
 * table_read.c -- the rows of a part into a table, a line after the other.
 *
 * What the part holds is said by the manifest.  A column under an earlier name of its field
 * goes where the field is now; one whose field is gone is left out and counted; one that
 * nobody knows is of a newer program.  Every member must be there, of its kind, and nothing
 * else may be.
 */
#include "store/table.h"

#include "base/arena.h"
#include "store/parts.h"

#define COLUMNS_AT_MOST 256
#define FAULTS_AT_MOST 20

struct in_column {
	const struct shape_column *to; /* null: left out */
	const char *name;               /* where to; also the parameter */
	const char *member;
	bool in_fields;
};

struct reading {
	const struct table_shape *t;
	struct table_reading *r;
	const struct package_part *part;
	struct tx *tx;
	struct refusal *why;
	struct arena *kept, *scratch;
	struct in_column columns[COLUMNS_AT_MOST];
	size_t count;
	size_t in_fields;               /* how many of them */
	struct str insert;
	struct package_lines lines;
	const struct json *row;
	bool refused;                   /* this row */
};

/* ---- which column goes where ---- */

static const struct shape_column *column_named(const struct table_shape *t, struct str name)
{
	for (size_t i = 0; i < t->count; i++)
		if (str_equal(t->columns[i].is.name, name))
			return &t->columns[i];
	return NULL;
}

/* "f_old" of a field that had the name "old": the column it has now. */
static const struct shape_column *column_of_was(const struct table_shape *t,
                                                const struct field *f, const char *was_name,
                                                struct str column)
{
	struct column was[COLUMNS_OF_FIELD], now[COLUMNS_OF_FIELD];
	struct field old = *f;

	old.name = was_name;
	size_t n = field_columns(&old, was);
	(void)field_columns(f, now);
	for (size_t k = 0; k < n; k++)
		if (str_is(column, was[k].name))
			return column_named(t, str_of(now[k].name));
	return NULL;
}

static const struct shape_column *column_renamed(struct arena *a,
                                                 const struct table_shape *t,
                                                 struct str column)
{
	const struct shape_column *found = NULL;

	for (size_t i = 0; t->type && !found && i < t->type->fields.count; i++) {
		const struct field *f = &t->type->fields.at[i];
		struct str rest = str_of(f->was ? f->was : "");
		while (rest.n > 0 && !found)
			found = column_of_was(t, f, str_z(a, str_split(rest, ' ', &rest)),
			                      column);
	}
	return found;
}

static enum fail choose_column(struct reading *g, struct str name)
{
	struct in_column *c = &g->columns[g->count];
	const char *text = str_z(g->kept, name);

	c->to = column_named(g->t, name);
	if (!c->to)
		c->to = column_renamed(g->kept, g->t, name);
	c->member = table_member(g->t, text, &c->in_fields);
	if (!c->to && !c->in_fields)
		return fail_say(FAIL_NEWER,
		                "%.*s has a column %s that this version of Wardroom does "
		                "not know",
		                STR_ARG(g->part->name), text);
	g->r->left_out += !c->to;
	c->name = c->to ? str_z(g->kept, c->to->is.name) : NULL;
	g->in_fields += c->in_fields;
	g->count++;
	return OK;
}

static enum fail choose_columns(struct reading *g)
{
	enum fail f = OK;

	for (const struct json *j = g->part->columns->first; f == OK && j; j = j->next) {
		if (j->kind != JSON_STRING || g->count == COLUMNS_AT_MOST)
			return fail_say(FAIL_FORMAT, "the columns of %.*s are not named",
			                STR_ARG(g->part->name));
		f = choose_column(g, j->text);
	}
	return f;
}

/* Besides what is read: whose it is, and secrets made new. */
static bool is_added(const struct reading *g, const struct shape_column *c)
{
	bool own = g->t->org >= 0 && c == &g->t->columns[g->t->org];

	return g->r->one &&
	       (own || (c->secret && c->is.kind == COLUMN_BYTES && !c->is.may_be_null));
}

static void add_names(const struct reading *g, struct text *t, const char *before)
{
	bool first = true;

	for (size_t i = 0; i < g->count; i++)
		if (g->columns[i].to) {
			text_addf(t, "%s%s%s", first ? "" : ", ", before,
			          g->columns[i].name);
			first = false;
		}
	for (size_t i = 0; i < g->t->count; i++)
		if (is_added(g, &g->t->columns[i])) {
			text_addf(t, "%s%s%.*s", first ? "" : ", ", before,
			          STR_ARG(g->t->columns[i].is.name));
			first = false;
		}
}

static struct str compose(const struct reading *g)
{
	struct text t = text_on(g->kept, SQL_BYTES);

	text_addf(&t, SQL("insert into %.*s ("), STR_ARG(g->t->table));
	add_names(g, &t, "");
	text_addz(&t, ") values (");
	add_names(g, &t, ":");
	text_addc(&t, ')');
	if (g->t->way == TABLE_SHARED)
		text_addz(&t, SQL(" on conflict do nothing"));
	return text_str(&t);
}

/* ---- faults ---- */

static void wrong(struct reading *g, const char *what, const char *member)
{
	struct str where = str_format(g->why->arena, "%.*s:%lld", STR_ARG(g->part->name),
	                              (long long)g->lines.number);

	g->refused = true;
	if (g->why->count >= FAULTS_AT_MOST)
		return;
	(void)refuse_with(
		g->why, FIELD_NONE, MESSAGE1(what, str_copy(g->why->arena, str_of(member))),
		MESSAGE(PACKAGE_ADVICE));
	g->why->at[g->why->count - 1].where = where;
}

static void wrong_json(struct reading *g, const struct json_error *e)
{
	wrong(g, e->what, "");
	if (g->why->count > 0 && g->why->count < FAULTS_AT_MOST)
		g->why->at[g->why->count - 1].where = str_format(
			g->why->arena, "%.*s:%lld:%u", STR_ARG(g->part->name),
			(long long)g->lines.number, (unsigned)e->column);
}

/* ---- one value ---- */

static bool read_number(const struct in_column *c, const struct json *j, int64_t *out)
{
	struct instant at;

	if (j->kind == JSON_INT) {
		*out = j->number;
		return true;
	}
	if (c->to->form == FORM_FLAG && (j->kind == JSON_TRUE || j->kind == JSON_FALSE)) {
		*out = j->kind == JSON_TRUE;
		return true;
	}
	if (c->to->form != FORM_INSTANT)
		return false;
	*out = 0; /* null: not yet */
	if (j->kind == JSON_STRING && instant_parse(j->text, &at))
		*out = at.us;
	else if (j->kind != JSON_NULL)
		return false;
	return true;
}

static bool bind_bytes(struct reading *g, struct stmt *s, const char *name, struct str text)
{
	struct id id;

	if (id_parse(text, &id)) {
		bind_blob(s, name, id.b, sizeof id.b);
		return true;
	}
	uint8_t *bytes = arena_try(g->scratch, text.n / 2 + 1, 1);
	if (!bytes || text.n % 2 != 0 || !hex_parse(text, bytes, text.n / 2))
		return false;
	bind_blob(s, name, bytes, text.n / 2);
	return true;
}

/* A name of an earlier version by its present one: a state, a choice, a type. */
static struct str name_now(const struct reading *g, const struct in_column *c, struct str s)
{
	const struct record_type *t = g->t->type;

	if (str_is(g->t->table, "counter") && strcmp(c->name, "name") == 0)
		t = registry_find(g->r->registry, s);
	else if (t && strcmp(c->name, "state") == 0 && state_find(t, s) >= 0)
		return str_of(t->states.at[state_find(t, s)].name);
	else if (t && c->in_fields) {
		int field = field_find(t, str_of(c->member));
		return field >= 0 && t->fields.at[field].type == T_CHOICE
		               ? choice_now(&t->fields.at[field], s)
		               : s;
	} else
		return s;
	return t ? str_of(t->name) : s;
}

static bool bind_value(struct reading *g, struct stmt *s, const struct in_column *c,
                       const struct json *j)
{
	int64_t n;

	if (j->kind == JSON_NULL && c->to->is.may_be_null) {
		bind_null(s, c->name);
		return true;
	}
	if (c->to->is.kind == COLUMN_NUMBER) {
		if (!read_number(c, j, &n))
			return false;
		bind_i64(s, c->name, n);
		return true;
	}
	if (c->to->form == FORM_JSON) {
		bind_str(s, c->name, json_canonical(g->scratch, j));
		return true;
	}
	if (j->kind != JSON_STRING)
		return false;
	if (c->to->is.kind == COLUMN_BYTES)
		return bind_bytes(g, s, c->name, j->text);
	bind_str(s, c->name, j->text.p ? name_now(g, c, j->text) : STR(""));
	return true;
}

static void bind_added(struct reading *g, struct stmt *s)
{
	uint8_t secret[SHA256_BYTES];

	for (size_t i = 0; i < g->t->count; i++) {
		const struct shape_column *c = &g->t->columns[i];
		const char *name = str_z(g->scratch, c->is.name);
		if (!is_added(g, c))
			continue;
		if (!c->secret) {
			bind_id(s, name, g->r->org);
			continue;
		}
		random_bytes(secret, sizeof secret);
		bind_blob(s, name, secret, sizeof secret);
	}
}

/* ---- one row ---- */

static void bind_row(struct reading *g, struct stmt *s)
{
	const struct json *fields = json_member(g->row, "fields");
	size_t members = g->count - g->in_fields;

	for (size_t i = 0; i < g->count; i++) {
		const struct in_column *c = &g->columns[i];
		const struct json *of = c->in_fields ? fields : g->row;
		const struct json *j = of ? json_member(of, c->member) : NULL;
		if (!j)
			wrong(g, N_("the member %1 is missing"), c->member);
		else if (c->to && !bind_value(g, s, c, j))
			wrong(g, N_("the value of %1 is not of its kind"), c->member);
	}
	if (str_starts(g->t->table, "r_"))
		members += json_member(g->row, "code") ? 2 : 1;
	if (!g->refused &&
	    (g->row->count != members || (fields && fields->count != g->in_fields)))
		wrong(g, N_("the line has members that do not belong there"), "");
}

static enum fail read_row(struct reading *g, struct str line)
{
	struct json *row;
	struct json_error e;
	enum fail f = json_read(g->scratch, line, &row, &e);

	g->refused = false;
	if (f == FAIL_FORMAT) {
		wrong_json(g, &e);
		return OK;
	}
	if (f != OK)
		return f;
	if (row->kind != JSON_OBJECT) {
		wrong(g, N_("the line is no object"), "");
		return OK;
	}
	g->row = row;
	struct stmt *s = query_composed(g->tx, g->insert);
	bind_row(g, s);
	bind_added(g, s);
	if (!g->refused && !refused(g->why))
		return query_run(s);
	query_end(s);
	return OK;
}

static enum fail read_rows(struct reading *g)
{
	struct str line;
	int more = 0;
	enum fail f = watcher_tick(g->r->watcher, "rows", 0, g->part->rows);

	while (f == OK && (more = package_lines_next(&g->lines, &line)) == 1) {
		f = read_row(g, line);
		arena_reset(g->scratch);
		if (f == OK)
			f = watcher_tick(g->r->watcher, "rows", g->lines.number,
			                 g->part->rows);
	}
	if (f == OK && more < 0)
		f = (enum fail)more;
	if (f == OK && g->lines.number != g->part->rows)
		wrong(g, N_("the part has another number of lines than the manifest says"),
		      "");
	return f;
}

enum fail table_read(struct tx *tx, const struct table_shape *t, const struct package *from,
                     const struct package_part *part, struct table_reading *r,
                     struct refusal *why)
{
	struct reading g = { .t = t, .r = r, .part = part, .tx = tx, .why = why };

	g.kept = arena_new(4 * SQL_BYTES);
	g.scratch = arena_new(4ul * PACKAGE_LINE_BYTES);
	enum fail f = g.kept && g.scratch ? choose_columns(&g)
	                                  : fail_say(FAIL_MEMORY, "no memory to read");
	if (f == OK) {
		g.insert = compose(&g);
		f = package_lines_open(from, part, &g.lines);
	}
	if (f == OK) {
		f = read_rows(&g);
		package_lines_close(&g.lines);
	}
	arena_free(g.kept);
	arena_free(g.scratch);
	return f == OK && refused(why) ? FAIL_REFUSED : f;
}

/* ---- under names of today ---- */

const struct table_shape *table_of_part(const struct table_shape *shapes, size_t count,
                                        const struct registry *registry, struct str part)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(shapes[i].part, part))
			return &shapes[i];
	if (!str_starts(part, "records/") || !str_ends(part, ".jsonl"))
		return NULL;
	struct str name = str_cut(str_from(part, 8), part.n - 8 - 6);
	const struct record_type *t = registry_find(registry, name);
	for (size_t i = 0; t && i < count; i++)
		if (shapes[i].type == t)
			return &shapes[i];
	return NULL;
}

static enum fail links_now(struct tx *tx, struct arena *a, const struct record_type *t,
                           const struct field *f, struct str was)
{
	struct stmt *s = query_composed(
		tx, sql_for(a,
	                    SQL("update link set field = :now where field = :was"
	                        " and exists (select 1 from this_type t"
	                        " where t.org = link.org and t.id = link.source)"),
	                    t, NULL));

	bind_str(s, "now", str_of(f->name));
	bind_str(s, "was", was);
	return query_run(s);
}

enum fail table_links_now(struct tx *tx, struct arena *a, const struct registry *registry)
{
	enum fail f = OK;

	for (size_t i = 0; i < registry->count; i++)
		for (size_t k = 0; k < registry->at[i]->fields.count; k++) {
			const struct field *field = &registry->at[i]->fields.at[k];
			struct str rest = str_of(field->was ? field->was : "");
			while (f == OK && field->type == T_LINK && rest.n > 0)
				f = links_now(tx, a, registry->at[i], field,
				              str_split(rest, ' ', &rest));
		}
	return f;
}
