/* list_sql.c -- composing and binding the SQL of a list. */
#include "store/list_sql.h"

#include "base/arena.h"
#include "codec/words.h"
#include "crypto/crypto.h"

/* ---- which filter fits which field ---- */
static bool is_ordered(enum field_type type)
{
	return type == T_NUMBER || type == T_DATE || type == T_INSTANT;
}

static bool is_one_of(enum filter_op op, uint64_t ops)
{
	return (BIT(op) & ops) != 0;
}

static bool built_in_fits(int field, enum filter_op op)
{
	const uint64_t same = BIT(IS) | BIT(IS_NOT), filled = BIT(EMPTY) | BIT(NOT_EMPTY);
	const uint64_t order = BIT(BEFORE) | BIT(AFTER);

	switch (field) {
	case FIELD_UNIT:
		return is_one_of(op, same | filled | BIT(LINKS_TO) | BIT(BELOW));
	case FIELD_OWNER: return is_one_of(op, same | filled | BIT(LINKS_TO));
	case FIELD_STATE: return is_one_of(op, same);
	case FIELD_LABEL: return is_one_of(op, same | order);
	case FIELD_NEED_TO_KNOW: return is_one_of(op, filled);
	case SORT_CHANGED:
	case SORT_CREATED: return is_one_of(op, order);
	default: return false;
	}
}

bool filter_fits(const struct record_type *t, int field, enum filter_op op)
{
	if (field == FIELD_STATE && t->states.count == 0)
		return false;
	if (field < 0)
		return built_in_fits(field, op);
	if ((size_t)field >= t->fields.count)
		return false;
	const struct field *f = &t->fields.at[field];
	switch (op) {
	case EMPTY:
	case NOT_EMPTY: return true;
	case CONTAINS: return field_is_text(f);
	case BEFORE:
	case AFTER: return is_ordered(f->type);
	case LINKS_TO: return f->type == T_LINK;
	case IS:
	case IS_NOT: return f->type != T_FILE;
	case BELOW:
	case FILTER_OP__COUNT: return false;
	}
	return false;
}

bool sort_fits(const struct record_type *t, int sort)
{
	if (sort == SORT_CHANGED || sort == SORT_CODE || sort == SORT_CREATED ||
	    (sort == FIELD_STATE && t->states.count > 0) || sort == FIELD_LABEL)
		return true;
	return sort >= 0 && (size_t)sort < t->fields.count &&
	       t->fields.at[sort].type != T_LINK && t->fields.at[sort].type != T_FILE;
}

static struct sort_key sort_key_of(struct act *a, const struct record_type *t, int sort)
{
	switch (sort) {
	case SORT_CHANGED: return (struct sort_key){ STR("t.changed_at"), false };
	case SORT_CODE: return (struct sort_key){ STR("t.number"), false };
	case SORT_CREATED: return (struct sort_key){ STR(""), false };
	case FIELD_STATE: return (struct sort_key){ STR("t.state"), true };
	case FIELD_LABEL: return (struct sort_key){ STR("t.label"), false };
	default: break;
	}
	const struct field *f = &t->fields.at[sort];
	return (struct sort_key){ field_sort_key(a->arena, f, a->actor->lang),
		                  field_is_text(f) || f->type == T_CHOICE ||
		                          f->type == T_DATE };
}

enum fail listing_init(struct listing *l, struct act *a, const struct query *q)
{
	*l = (struct listing){ .act = a,
		               .asked = *q,
		               .query = &l->asked,
		               .table = table_of(a->store, q->type),
		               .person = a->actor->person,
		               .own_clearance = -1 };
	l->asked.type = type_here(a, q->type);
	q = &l->asked;
	if (!sort_fits(q->type, q->sort))
		return fail_say(FAIL_FORMAT, "%s cannot be sorted by that", q->type->name);
	if (q->filter_count > FILTERS_MAX)
		return fail_say(FAIL_FORMAT, "more than %d filters", FILTERS_MAX);
	for (size_t i = 0; i < q->filter_count; i++) {
		if (!filter_fits(q->type, q->filters[i].field, q->filters[i].op))
			return fail_say(FAIL_FORMAT, "a filter does not fit a field of %s",
			                q->type->name);
	}
	l->key = sort_key_of(a, q->type, q->sort);
	if (q->words.n > 0)
		l->wanted = search_wanted(a, q->words);
	if (q->after.n > 0 && !place_read(a->arena, q->after, l->key.is_text, &l->from))
		return fail_say(FAIL_FORMAT, "the place in the list is not known");
	return OK;
}

/* ---- one filter ---- */
static const char *sign_of(enum filter_op op)
{
	switch (op) {
	case IS_NOT: return "<>";
	case BEFORE: return "<";
	case AFTER: return ">";
	default: return "=";
	}
}

static void put_text_filter(struct text *out, struct arena *a, const struct field *f,
                            enum filter_op op, size_t i)
{
	struct str words = column_sql(a, f, COLUMN_SORTED);
	struct str french = column_sql(a, f, COLUMN_SORTED_FRENCH);
	bool both = field_is_bilingual(f);

	if (op == EMPTY || op == NOT_EMPTY)
		/* Where one language is filled, neither of the folded columns is empty. */
		text_addf(out, "%.*s %s ''", STR_ARG(words), op == EMPTY ? "=" : "<>");
	else if (op == CONTAINS && both)
		text_addf(out,
		          "(%.*s like :v%zu escape '!' or %.*s like :v%zu escape '!')",
		          STR_ARG(words), i, STR_ARG(french), i);
	else if (op == CONTAINS)
		text_addf(out, "%.*s like :v%zu escape '!'", STR_ARG(words), i);
	else if (both)
		text_addf(out, "(%.*s %s :v%zu %s %.*s %s :v%zu)", STR_ARG(words),
		          sign_of(op), i, op == IS ? "or" : "and", STR_ARG(french),
		          sign_of(op), i);
	else
		text_addf(out, "%.*s %s :v%zu", STR_ARG(words), sign_of(op), i);
}

static void put_link_filter(struct text *out, const struct field *f, enum filter_op op,
                            size_t i)
{
	const char *not = op == IS_NOT || op == EMPTY ? "not " : "";

	text_addf(out,
	          "%sexists (select 1 from link k where k.org = t.org and k.source = t.id"
	          " and k.field = '%s'",
	          not, f->name);
	if (op != EMPTY && op != NOT_EMPTY)
		text_addf(out, " and k.target = :v%zu", i);
	text_addc(out, ')');
}

/* `none` is what the column holds when it is not filled. */
static void put_plain_filter(struct text *out, const char *column, const char *none,
                             enum filter_op op, size_t i)
{
	bool null = !none;

	if (op == EMPTY || op == NOT_EMPTY) {
		if (null)
			text_addf(out, "%s is %snull", column, op == EMPTY ? "" : "not ");
		else
			text_addf(out, "%s %s %s", column, op == EMPTY ? "=" : "<>", none);
		return;
	}
	if (op == IS_NOT && null)
		text_addf(out, "(%s is null or %s <> :v%zu)", column, column, i);
	else if ((op == BEFORE || op == AFTER) && !null)
		text_addf(out, "(%s <> %s and %s %s :v%zu)", column, none, column,
		          sign_of(op), i);
	else
		text_addf(out, "%s %s :v%zu", column, sign_of(op), i);
}

/* A unit names the one above it as its "parent". */
static const char unit_below[] =
	"t.unit in (with recursive below (id) as (select :v%zu{id} union select"
	" k.source from link k join below b on k.target = b.id"
	" where k.org = :org and k.field = 'parent') select b.id from below b)";

static void put_built_in_filter(struct text *out, int field, enum filter_op op, size_t i)
{
	if (op == BELOW) {
		text_addf(out, unit_below, i);
		return;
	}
	switch (field) {
	case FIELD_UNIT: put_plain_filter(out, "t.unit", NULL, op, i); return;
	case FIELD_OWNER: put_plain_filter(out, "t.owner", NULL, op, i); return;
	case FIELD_STATE: put_plain_filter(out, "t.state", "''", op, i); return;
	case FIELD_LABEL: put_plain_filter(out, "t.label", "-1", op, i); return;
	case FIELD_NEED_TO_KNOW: put_plain_filter(out, "t.closed", "0", op, i); return;
	case SORT_CREATED: put_plain_filter(out, "t.created_at", "0", op, i); return;
	default: put_plain_filter(out, "t.changed_at", "0", op, i); return;
	}
}

static void put_filter(struct text *out, struct arena *a, const struct record_type *t,
                       const struct filter *filter, size_t i)
{

	if (filter->field < 0) {
		put_built_in_filter(out, filter->field, filter->op, i);
		return;
	}
	const struct field *f = &t->fields.at[filter->field];
	const char *column = column_sql(a, f, COLUMN_KEPT).p;
	if (field_is_text(f))
		put_text_filter(out, a, f, filter->op, i);
	else if (f->type == T_LINK && (f->many || f->local))
		put_link_filter(out, f, filter->op, i);
	else if (f->type == T_CHOICE || f->type == T_DATE)
		put_plain_filter(out, column, "''", filter->op, i);
	else if (f->type == T_INSTANT)
		put_plain_filter(out, column, "0", filter->op, i);
	else
		put_plain_filter(out, column, NULL, filter->op, i);
}

static void put_filters(struct text *out, struct arena *a, const struct query *q)
{
	bool inside = false;

	for (size_t i = 0; i < q->filter_count; i++) {
		bool more = q->filters[i].or_with_next && i + 1 < q->filter_count;
		if (!inside)
			text_addz(out, more ? " and (" : " and ");
		else
			text_addz(out, " or ");
		put_filter(out, a, q->type, &q->filters[i], i);
		if (inside && !more)
			text_addc(out, ')');
		inside = more;
	}
}

/* ---- the whole ---- */
static const char *scope_of(enum stream_kind kind)
{
	static const char known[] =
		" and t.label > :above and t.label <= :clearance and (t.closed = 0"
		" or t.owner = :owner or exists (select 1 from need_to_know n"
		" where n.org = t.org and n.record = t.id and n.person = :person))";
	static const char of_unit[] =
		" and t.unit = :unit and t.label > :above and t.label <= :clearance"
		" and (t.owner is null or t.owner <> :owner or t.label > :own)"
		" and (t.closed = 0 or t.owner = :owner or exists (select 1 from "
		"need_to_know n"
		" where n.org = t.org and n.record = t.id and n.person = :person))";
	static const char own[] =
		" and t.owner = :person and t.label > :above and t.label <= :clearance";

	switch (kind) {
	case STREAM_EVERYTHING: return "";
	case STREAM_LABEL: return known;
	case STREAM_UNIT: return of_unit;
	case STREAM_OWN: return own;
	}
	BUG("no such stream: %d", (int)kind);
}

/* About something of a kind that is not read as far as the attachment is classified, and
 * that is not the reader's own.  A parameter for each kind: its name begins with `reach`.
 */
static void put_out_of_reach(struct text *out, const struct registry *g, const char *reach)
{
	text_addz(out,
	          "exists (select 1 from about h left join entry e"
	          " on e.org = h.org and e.id = h.target"
	          " where h.org = t.org and h.record = t.id and t.label > case h.type");
	for (size_t i = 0; i < g->count; i++)
		text_addf(out, " when '%s' then :%s%zu", g->at[i]->name, reach, i);
	text_addz(out, " else -1 end and (case when e.owner = :person then 1 else 0 end = 0"
	               " or h.type in (''");
	for (size_t i = 0; i < g->count; i++)
		if (g->at[i]->attachment)
			text_addf(out, ", '%s'", g->at[i]->name);
	text_addz(out, ")))");
}

static void put_about(struct text *out, const struct listing *l, const struct stream *one)
{
	const struct registry *g = l->act->store->registry;

	if (one->reach) {
		text_addz(out, " and not ");
		put_out_of_reach(out, g, "reach");
	}
	if (one->reach_everywhere) {
		text_addz(out, " and (t.label > :everywhere or ");
		put_out_of_reach(out, g, "wide");
		text_addc(out, ')');
	}
}

static void put_where(struct text *out, const struct listing *l, const struct stream *one)
{
	const struct query *q = l->query;

	text_addf(out, " from r_%s t where t.org = :org and t.withdrawn_at %s 0",
	          q->type->name, q->withdrawn ? ">" : "=");
	text_addz(out, scope_of(one->kind));
	put_about(out, l, one);
	put_filters(out, l->act->arena, q);
	if (q->words.n > 0)
		text_addf(out, " and t.id in (%s)", db_words_in(l->act->store->db));
}

struct str listing_count_sql(const struct listing *l, const struct stream *one)
{
	struct text out = text_on(l->act->arena, SQL_BYTES);

	text_addz(&out, "select count(*)");
	text_addz(&out, " from (select 1");
	put_where(&out, l, one);
	text_addz(&out, " limit :most) c");
	return text_str(&out);
}

struct str listing_page_sql(const struct listing *l, const struct stream *one)
{
	struct text out = text_on(l->act->arena, SQL_BYTES);
	const char *way = l->query->descending ? "desc" : "asc";
	const char *sign = l->query->descending ? "<" : ">";
	bool by_id = l->key.sql.n == 0;

	text_addz(&out, "select ");
	text_add(&out, l->table->columns);
	text_addf(&out, ", %.*s", STR_ARG(by_id ? STR("0") : l->key.sql));
	put_where(&out, l, one);
	if (l->from.set && by_id)
		text_addf(&out, " and t.id %s :from_id", sign);
	else if (l->from.set)
		text_addf(&out, " and (%.*s, t.id) %s (:from, :from_id)",
		          STR_ARG(l->key.sql), sign);
	if (by_id)
		text_addf(&out, " order by t.id %s limit :limit offset :skip", way);
	else
		text_addf(&out, " order by %.*s %s, t.id %s limit :limit offset :skip",
		          STR_ARG(l->key.sql), way, way);
	return text_str(&out);
}

/* ---- values ---- */
static struct str like_pattern(struct arena *a, struct str s)
{
	struct str folded = fold(a, str_cut_utf8(s, FOLDED_BYTES));
	struct text out = text_on(a, 3 * FOLDED_BYTES * 4);

	text_addc(&out, '%');
	for (size_t i = 0; i < folded.n; i++) {
		if (folded.p[i] == '%' || folded.p[i] == '_' || folded.p[i] == '!')
			text_addc(&out, '!');
		text_addc(&out, folded.p[i]);
	}
	text_addc(&out, '%');
	return text_str(&out);
}

static void bind_built_in(struct stmt *s, const char *name, const struct record_type *t,
                          const struct filter *f)
{
	const struct value *v = &f->value;

	if (f->field == FIELD_UNIT || f->field == FIELD_OWNER)
		bind_id(s, name, v->link_count ? v->links[0] : ID_NONE);
	else if (f->field == FIELD_STATE)
		bind_str(s, name,
		         v->number >= 0 && (size_t)v->number < t->states.count
		                 ? str_of(t->states.at[v->number].name)
		                 : STR("?"));
	else
		bind_i64(s, name, f->field == FIELD_LABEL ? v->number : v->instant.us);
}

static void bind_filter(const struct listing *l, struct stmt *s, const struct filter *f,
                        size_t i)
{
	struct arena *a = l->act->arena;
	const struct value *v = &f->value;
	char name[24];

	if (f->op == EMPTY || f->op == NOT_EMPTY)
		return;
	snprintf(name, sizeof name, "v%zu", i);
	if (f->field < 0) {
		bind_built_in(s, name, l->query->type, f);
		return;
	}
	const struct field *field = &l->query->type->fields.at[f->field];
	if (f->op == CONTAINS)
		bind_str(s, name, like_pattern(a, v->text));
	else if (field_is_text(field))
		bind_str(s, name,
		         fold(a,
		              str_cut_utf8(v->text.n ? v->text : v->french, FOLDED_BYTES)));
	else if (field->type == T_CHOICE)
		bind_str(s, name, v->text.p ? v->text : STR(""));
	else if (field->type == T_DATE)
		bind_str(s, name, date_text(a, v->date));
	else if (field->type == T_INSTANT)
		bind_i64(s, name, v->instant.us);
	else if (field->type == T_LINK)
		bind_id(s, name, v->link_count ? v->links[0] : ID_NONE);
	else
		bind_i64(s, name, v->number);
}

static void bind_reach(const struct listing *l, struct stmt *s, const char *reach,
                       const int *labels)
{
	char name[24];

	for (size_t i = 0; labels && i < l->act->store->registry->count; i++) {
		snprintf(name, sizeof name, "%s%zu", reach, i);
		bind_i64(s, name, labels[i]);
	}
}

void listing_bind(const struct listing *l, struct stmt *s, const struct stream *one)
{
	bind_id(s, "org", act_org(l->act));
	if (one->kind != STREAM_EVERYTHING) {
		bind_i64(s, "above", one->above);
		bind_i64(s, "clearance", one->clearance);
		bind_id(s, "person", l->person);
	}
	/* An attachment is nobody's own (access.c). */
	if (one->kind == STREAM_LABEL || one->kind == STREAM_UNIT)
		bind_id(s, "owner", l->query->type->attachment ? ID_NONE : l->person);
	if (one->kind == STREAM_UNIT) {
		bind_id(s, "unit", one->unit);
		bind_i64(s, "own", l->own_clearance);
	}
	bind_reach(l, s, "reach", one->reach);
	bind_reach(l, s, "wide", one->reach_everywhere);
	if (one->reach_everywhere)
		bind_i64(s, "everywhere", one->everywhere);
	for (size_t i = 0; i < l->query->filter_count; i++)
		bind_filter(l, s, &l->query->filters[i], i);
	if (l->query->words.n > 0)
		words_bind(s, &l->wanted);
}

void listing_bind_page(const struct listing *l, struct stmt *s, size_t limit, size_t skip)
{
	bind_i64(s, "limit", (int64_t)limit);
	bind_i64(s, "skip", (int64_t)skip);
	if (!l->from.set)
		return;
	bind_blob(s, "from_id", l->from.id.b, sizeof l->from.id.b);
	if (l->key.sql.n == 0)
		return;
	if (l->key.is_text)
		bind_str(s, "from", l->from.text);
	else
		bind_i64(s, "from", l->from.number);
}

/* ---- cursors: the id, then the key; opaque to everybody else ---- */
struct str place_write(struct arena *a, const struct place *p, bool is_text)
{
	struct str id = hex(a, p->id.b, sizeof p->id.b);

	if (is_text)
		return str_format(a, "%.*s%.*s", STR_ARG(id),
		                  STR_ARG(hex(a, p->text.p ? p->text.p : "", p->text.n)));
	return str_format(a, "%.*s%lld", STR_ARG(id), (long long)p->number);
}

bool place_read(struct arena *a, struct str cursor, bool is_text, struct place *out)
{
	struct str key = str_from(cursor, 32);

	*out = (struct place){ .set = true };
	if (cursor.n < 32 || cursor.n > 32 + 2 * 4 * FOLDED_BYTES ||
	    !hex_parse(str_cut(cursor, 32), out->id.b, sizeof out->id.b))
		return false;
	if (!is_text)
		return str_to_i64(key, &out->number);
	char *text = arena_get(a, key.n / 2 + 1);
	out->text = (struct str){ text, key.n / 2 };
	return key.n % 2 == 0 && (key.n == 0 || hex_parse(key, text, key.n / 2));
}
