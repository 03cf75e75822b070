/*
 * columns.c -- how each type of field is kept in columns, and the statements of a type.
 *
 *     line, text, choice, date    f_X text            empty: not filled
 *     bilingual                   f_X, f_X__fr text
 *     number, flag                f_X integer, null
 *     instant                     f_X integer         0: not filled
 *     link                        f_X id, null        many: only in the table link
 *     file                        f_X hash, f_X__bytes, f_X__name, f_X__media
 *
 * Texts have s_X besides (bilingual: s_X__fr), folded and cut: what is sorted by and looked
 * through.  Where one language is empty, its s_ column holds the other.
 */
#include "store/parts.h"

#include "base/arena.h"
#include "codec/words.h"

#define TEXT_COLUMN "{text} not null default ''"

static void column(struct column *c, const char *prefix, const char *name,
                   const char *suffix, const char *token)
{
	int n = snprintf(c->name, sizeof c->name, "%s_%s%s", prefix, name, suffix);

	if (n < 0 || (size_t)n >= sizeof c->name)
		BUG("the name of the field %s is too long", name);
	c->token = token;
}

size_t field_columns(const struct field *f, struct column out[COLUMNS_OF_FIELD])
{
	switch (f->type) {
	case T_LINE:
	case T_TEXT:
		column(&out[0], "f", f->name, "", TEXT_COLUMN);
		column(&out[1], "s", f->name, "", TEXT_COLUMN);
		return 2;
	case T_BILINE:
	case T_BITEXT:
		column(&out[0], "f", f->name, "", TEXT_COLUMN);
		column(&out[1], "f", f->name, "__fr", TEXT_COLUMN);
		column(&out[2], "s", f->name, "", TEXT_COLUMN);
		column(&out[3], "s", f->name, "__fr", TEXT_COLUMN);
		return 4;
	case T_CHOICE:
	case T_DATE:
		column(&out[0], "f", f->name, "", TEXT_COLUMN);
		return 1;
	case T_FLAG:
	case T_NUMBER:
		column(&out[0], "f", f->name, "", "{i64}");
		return 1;
	case T_INSTANT:
		column(&out[0], "f", f->name, "", "{i64} not null default 0");
		return 1;
	case T_LINK:
		column(&out[0], "f", f->name, "", "{id}");
		return f->many ? 0 : 1;
	case T_FILE:
		column(&out[0], "f", f->name, "", "{blob}");
		column(&out[1], "f", f->name, "__bytes", "{i64} not null default 0");
		column(&out[2], "f", f->name, "__name", TEXT_COLUMN);
		column(&out[3], "f", f->name, "__media", TEXT_COLUMN);
		return 4;
	}
	BUG("no such type of field: %d", f->type);
}

const char *field_kind(const struct field *f)
{
	static const char *const kinds[] = {
		[T_LINE] = "text",
		[T_TEXT] = "text",
		[T_BILINE] = "bilingual",
		[T_BITEXT] = "bilingual",
		[T_CHOICE] = "name",
		[T_FLAG] = "flag",
		[T_NUMBER] = "number",
		[T_DATE] = "date",
		[T_INSTANT] = "instant",
		[T_LINK] = "link",
		[T_FILE] = "file",
	};

	return f->many ? "links" : kinds[f->type];
}

struct str field_sort_key(struct arena *a, const struct field *f, enum lang lang)
{
	enum column_part part = lang == LANG_FR ? COLUMN_SORTED_FRENCH : COLUMN_SORTED;
	struct str column = column_sql(a, f, part);

	if (f->type == T_LINK || f->type == T_FILE)
		return STR_NONE;
	if (f->type == T_FLAG || f->type == T_NUMBER)
		return str_format(a, "coalesce(%.*s, -9223372036854775807)",
		                  STR_ARG(column));
	return column;
}

/* Lists are sorted by their columns, so those that can be have an index; so has a unique
 * one. */
bool field_indexed(const struct record_type *t, int field)
{
	const struct field *f = &t->fields.at[field];

	if (f->type == T_LINK)
		return !f->many;
	if (f->type == T_FILE || f->type == T_TEXT || f->type == T_BITEXT)
		return false;
	for (size_t i = 0; i < t->list.count; i++) {
		if (t->list.at[i] == field)
			return true;
	}
	return field == 0 || f->unique;
}

/* ---- statements ---- */
static const char built_in[] =
	"t.id, t.number, t.unit, t.label, t.owner, t.state, t.version, t.created_at,"
	" t.changed_at, t.created_by, t.changed_by, t.author, t.withdrawn_at, t.closed";
static const char *const written[] = {
	"unit", "label", "owner", "state", "version", "changed_at", "changed_by", "author",
	"withdrawn_at", "closed",
};
static const char *const written_once[] = { "org", "id", "number", "created_at",
	                                    "created_by" };

static int compose_columns(struct text *out, const struct record_type *t)
{
	struct column c[COLUMNS_OF_FIELD];
	int count = BUILT_IN_COLUMNS;

	text_addz(out, built_in);
	for (size_t i = 0; i < t->fields.count; i++) {
		size_t n = field_columns(&t->fields.at[i], c);
		for (size_t k = 0; k < n; k++) {
			if (c[k].name[0] != 'f')
				continue;
			text_addf(out, ", t.%s", c[k].name);
			count++;
		}
	}
	return count;
}

/* Calls `put` for each column that a write sets. */
static void each_written(struct text *out, const struct record_type *t, bool once,
                         void (*put)(struct text *, const char *name, bool first))
{
	struct column c[COLUMNS_OF_FIELD];
	bool first = true;

	for (size_t i = 0; once && i < COUNT(written_once); i++, first = false)
		put(out, written_once[i], first);
	for (size_t i = 0; i < COUNT(written); i++, first = false)
		put(out, written[i], first);
	for (size_t i = 0; i < t->fields.count; i++) {
		size_t n = field_columns(&t->fields.at[i], c);
		for (size_t k = 0; k < n; k++)
			put(out, c[k].name, false);
	}
}

static void put_name(struct text *out, const char *name, bool first)
{
	text_addf(out, "%s%s", first ? "" : ", ", name);
}

static void put_parameter(struct text *out, const char *name, bool first)
{
	text_addf(out, "%s:%s", first ? "" : ", ", name);
}

static void put_assignment(struct text *out, const char *name, bool first)
{
	text_addf(out, "%s%s = :%s", first ? "" : ", ", name, name);
}

struct str sql_for(struct arena *a, const char *sql, const struct record_type *t,
                   const char *column)
{
	struct text out = text_on(a, SQL_BYTES);
	struct str rest = str_of(sql);

	for (size_t at; (at = str_find(rest, STR("this_"))) != SIZE_MAX;) {
		text_add(&out, str_cut(rest, at));
		rest = str_from(rest, at);
		bool table = str_starts(rest, "this_type");
		if (!table && (!column || !str_starts(rest, "this_column")))
			BUG("neither a table nor a column: %s", sql);
		text_addf(&out, table ? "r_%s" : "%s", table ? t->name : column);
		rest = str_from(rest, strlen(table ? "this_type" : "this_column"));
	}
	text_add(&out, rest);
	return text_str(&out);
}

void table_compose(struct arena *a, const struct record_type *t, struct table *out)
{
	struct text columns = text_on(a, SQL_BYTES), get = text_on(a, SQL_BYTES);
	struct text insert = text_on(a, SQL_BYTES), update = text_on(a, SQL_BYTES);

	*out = (struct table){ .type = t };
	for (size_t i = 0; i < t->fields.count; i++) {
		out->has_many = out->has_many || t->fields.at[i].many;
		out->has_links = out->has_links || t->fields.at[i].type == T_LINK;
		out->has_files = out->has_files || t->fields.at[i].type == T_FILE;
	}
	out->column_count = compose_columns(&columns, t);
	out->columns = text_str(&columns);
	text_addz(&get, SQL("select "));
	text_add(&get, out->columns);
	text_add(&get,
	         sql_for(a, SQL(" from this_type t where t.org = :org and t.id in "), t,
	                 NULL));
	out->get = text_str(&get);
	text_add(&insert, sql_for(a, SQL("insert into this_type ("), t, NULL));
	each_written(&insert, t, true, put_name);
	text_addz(&insert, ") values (");
	each_written(&insert, t, true, put_parameter);
	text_addc(&insert, ')');
	out->insert = text_str(&insert);
	text_add(&update, sql_for(a, SQL("update this_type set "), t, NULL));
	each_written(&update, t, false, put_assignment);
	text_addz(&update, " where org = :org and id = :id");
	out->update = text_str(&update);
	bool failed = text_failed(&columns) || text_failed(&insert) || text_failed(&update);
	if (failed && !arena_failed(a))
		BUG("the statements of %s are too long", t->name);
}

const struct table *table_of(const struct store *s, const struct record_type *t)
{
	for (size_t i = 0; i < s->registry->count; i++) {
		if (s->tables[i].type == type_base(t))
			return &s->tables[i];
	}
	BUG("the type %s is not registered", t->name);
}

/* ---- values in and out ---- */
static struct str folded(struct arena *a, struct str text, struct str other)
{
	struct str s = text.n > 0 ? text : other;

	return s.n > 0 ? fold(a, str_cut_utf8(s, FOLDED_BYTES)) : STR("");
}

static struct str plain(struct str s)
{
	return s.p ? s : STR("");
}

static void bind_texts(struct stmt *s, struct arena *a, const struct field *f,
                       const struct column *c, const struct value *v)
{
	struct str text = v->filled ? plain(v->text) : STR("");
	struct str french = v->filled ? plain(v->french) : STR("");

	bind_str(s, c[0].name, text);
	if (!field_is_bilingual(f)) {
		bind_str(s, c[1].name, folded(a, text, STR("")));
		return;
	}
	bind_str(s, c[1].name, french);
	bind_str(s, c[2].name, folded(a, text, french));
	bind_str(s, c[3].name, folded(a, french, text));
}

static void bind_file(struct stmt *s, const struct column *c, const struct value *v)
{
	if (v->filled)
		bind_blob(s, c[0].name, v->file.sha256, sizeof v->file.sha256);
	else
		bind_null(s, c[0].name);
	bind_i64(s, c[1].name, v->filled ? v->file.bytes : 0);
	bind_str(s, c[2].name, v->filled ? plain(v->file.name) : STR(""));
	bind_str(s, c[3].name, v->filled ? plain(v->file.media) : STR(""));
}

void field_bind(struct stmt *s, struct arena *a, const struct field *f,
                const struct value *v)
{
	struct column c[COLUMNS_OF_FIELD];

	if (field_columns(f, c) == 0)
		return;
	switch (f->type) {
	case T_LINE:
	case T_TEXT:
	case T_BILINE:
	case T_BITEXT:
		bind_texts(s, a, f, c, v);
		return;
	case T_CHOICE:
		bind_str(s, c[0].name, v->filled ? plain(v->text) : STR(""));
		return;
	case T_DATE:
		bind_str(s, c[0].name, v->filled ? date_text(a, v->date) : STR(""));
		return;
	case T_FLAG:
	case T_NUMBER:
		if (v->filled)
			bind_i64(s, c[0].name, v->number);
		else
			bind_null(s, c[0].name);
		return;
	case T_INSTANT:
		bind_i64(s, c[0].name, v->filled ? v->instant.us : 0);
		return;
	case T_LINK:
		bind_id(s, c[0].name, v->filled && v->link_count ? v->links[0] : ID_NONE);
		return;
	case T_FILE:
		bind_file(s, c, v);
		return;
	}
}

static void read_link(struct stmt *s, struct arena *a, int column, struct value *v)
{
	struct id *id = ARENA_NEW(a, struct id);

	*id = column_id(s, column);
	v->filled = id_is_set(*id);
	v->links = id;
	v->link_count = v->filled;
}

static void read_file(struct stmt *s, struct arena *a, int column, struct value *v)
{
	struct str hash = column_blob(s, column);

	v->filled = hash.n == sizeof v->file.sha256;
	if (!v->filled)
		return;
	memcpy(v->file.sha256, hash.p, hash.n);
	v->file.bytes = column_i64(s, column + 1);
	v->file.name = str_copy(a, column_str(s, column + 2));
	v->file.media = str_copy(a, column_str(s, column + 3));
}

void field_read(struct stmt *s, struct arena *a, const struct field *f, int *at,
                struct value *v)
{
	int column = *at;

	switch (f->type) {
	case T_BILINE:
	case T_BITEXT:
		v->french = str_copy(a, column_str(s, column + 1));
		*at += 1;
		/* fall through */
	case T_LINE:
	case T_TEXT:
	case T_CHOICE:
		v->text = str_copy(a, column_str(s, column));
		v->filled = v->text.n > 0 || v->french.n > 0;
		break;
	case T_DATE:
		v->filled = date_parse(column_str(s, column), &v->date);
		break;
	case T_FLAG:
	case T_NUMBER:
		v->filled = !column_null(s, column);
		v->number = column_i64(s, column);
		break;
	case T_INSTANT:
		v->instant.us = column_i64(s, column);
		v->filled = v->instant.us != 0;
		break;
	case T_LINK:
		if (f->many)
			return;
		read_link(s, a, column, v);
		break;
	case T_FILE:
		read_file(s, a, column, v);
		*at += 3;
		break;
	}
	*at += 1;
}
