/*
 * duty_list.c -- how duties stand, for people: lists by filters, counts, what changed.
 *
 * An instance is seen by whoever may read its subject; those of the organisation itself by
 * everybody who belongs to it.
 */
#include "base/arena.h"
#include "store/duty_parts.h"

#define BATCH 64
#define CHANGES_MOST 1000
#define COUNTS_MOST 2000

/* ---- composing, from fixed fragments ---- */

/* A page by date is read state by state, each in the order of its index, and merged. */
static const char *const list_begin = SQL(
	"select duty, subject, unit, label, narrow, owner, role, area, force, act, counted,"
	" state, ground, since, due_at, changes_at, local_limit, proof, why, judged_at,"
	" due_order from duty_instance where org = :org");

static void add_filters(struct text *t, const struct duty_query *q)
{
	const struct {
		bool asked;
		const char *sql;
	} filters[] = {
		{ q->duty.n > 0, SQL(" and duty = :duty") },
		{ q->area.n > 0, SQL(" and area = :area") },
		{ q->force.n > 0, SQL(" and force = :force") },
		{ q->act.n > 0, SQL(" and act = :act") },
		{ q->role.n > 0, SQL(" and role = :role") },
		{ id_is_set(q->subject), SQL(" and subject = :subject") },
		{ id_is_set(q->owner), SQL(" and owner = :owner") },
		{ instant_is_set(q->due_before),
		  SQL(" and due_at > 0 and due_at < :due_before") },
	};

	for (size_t i = 0; i < COUNT(filters); i++)
		if (filters[i].asked)
			text_addz(t, filters[i].sql);
}

static void add_states(struct text *t, const struct duty_query *q)
{
	bool first = true;

	for (size_t i = 0; q->states && i < q->state_count; i++) {
		if (!(q->states & BIT(i)))
			continue;
		text_addz(t, first ? SQL(" and state in (") : SQL(", "));
		text_addf(t, SQL(":s%zu"), i);
		first = false;
	}
	text_addz(t, first ? "" : SQL(")"));
}

/* The rows of one state, or of all, by date. */
static void add_by_due(struct text *t, const struct duty_query *q, int state, bool after)
{
	text_addz(t, list_begin);
	if (state >= 0)
		text_addf(t, SQL(" and state = :s%d"), state);
	add_filters(t, q);
	text_addz(t, after ? SQL(" and (due_order, duty, subject) > (:due, :last, :place)")
	                   : "");
	text_addz(t, SQL(" order by due_order, duty, subject limit :room"));
}

static struct str by_due_sql(struct text *t, const struct duty_query *q, bool after)
{
	size_t parts = 0;

	for (size_t i = 0; q->states && i < q->state_count; i++) {
		if (!(q->states & BIT(i)))
			continue;
		text_addz(t, parts > 0 ? SQL(" union all ") : "");
		text_addz(t, SQL("select duty, subject, unit, label, narrow, owner, role, "
		                 "area, force, act,"
		                 " counted, state, ground, since, due_at, changes_at, "
		                 "local_limit,"
		                 " proof, why, judged_at, due_order from ("));
		add_by_due(t, q, (int)i, after);
		text_addf(t, SQL(") as s%zu"), i);
		parts++;
	}
	if (parts == 0)
		add_by_due(t, q, -1, after);
	else
		text_addz(t, SQL(" order by due_order, duty, subject limit :room"));
	return text_str(t);
}

static struct str list_sql(struct act *a, const struct duty_query *q, bool after)
{
	struct text t = text_on(a->arena, SQL_BYTES);

	if (q->by_due)
		return by_due_sql(&t, q, after);
	text_addz(&t, list_begin);
	add_filters(&t, q);
	add_states(&t, q);
	text_addz(&t, after ? SQL(" and (duty, subject) > (:last, :place)") : "");
	text_addz(&t, SQL(" order by duty, subject limit :room"));
	return text_str(&t);
}

/* ---- where a page ended: "due duty subject" ---- */

struct ended {
	int64_t due;
	struct str duty;
	struct id subject;
};

static bool read_cursor(struct str cursor, struct ended *out)
{
	struct str rest, due = str_split(cursor, ' ', &rest), subject;

	out->duty = str_split(rest, ' ', &subject);
	return str_to_i64(due, &out->due) && id_parse(subject, &out->subject);
}

static struct str write_cursor(struct arena *a, const struct duty_row *r)
{
	int64_t due = instant_is_set(r->due_at) ? r->due_at.us : INT64_MAX;

	return str_format(a, "%lld %.*s %.*s", (long long)due, STR_ARG(r->duty),
	                  STR_ARG(id_text(a, r->subject)));
}

static void bind_filters(struct stmt *s, struct act *a, const struct duty_query *q)
{
	char name[24];

	bind_id(s, "org", act_org(a));
	if (q->duty.n)
		bind_str(s, "duty", q->duty);
	if (q->area.n)
		bind_str(s, "area", q->area);
	if (q->force.n)
		bind_str(s, "force", q->force);
	if (q->act.n)
		bind_str(s, "act", q->act);
	if (q->role.n)
		bind_str(s, "role", q->role);
	if (id_is_set(q->subject))
		bind_id(s, "subject", q->subject);
	if (id_is_set(q->owner))
		bind_id(s, "owner", q->owner);
	if (instant_is_set(q->due_before))
		bind_i64(s, "due_before", q->due_before.us);
	for (size_t i = 0; q->states && i < q->state_count; i++)
		if (q->states & BIT(i)) {
			snprintf(name, sizeof name, "s%zu", i);
			bind_str(s, name, str_of(q->state_names[i]));
		}
}

static enum fail read_batch(struct act *a, const struct duty_query *q,
                            const struct ended *after, struct duty_row *out, size_t *count)
{
	struct stmt *s = query_composed(a->tx, list_sql(a, q, after != NULL));
	int row = 0;

	*count = 0;
	bind_filters(s, a, q);
	bind_i64(s, "room", BATCH);
	if (after && q->by_due)
		bind_i64(s, "due", after->due);
	if (after) {
		bind_str(s, "last", after->duty);
		bind_id(s, "place", after->subject);
	}
	while (*count < BATCH && (row = query_next(s)) == 1)
		out[(*count)++] = duty_row_from(s, a->arena);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

/* ---- what the actor may see ---- */

static enum fail mark_visible(struct act *a, const struct duty_row *rows, size_t count,
                              bool *visible)
{
	struct entry entries[IDS_AT_ONCE];
	struct id ids[IDS_AT_ONCE];
	enum fail f = OK;

	for (size_t i = 0; !f && i < count; i += IDS_AT_ONCE) {
		size_t n = count - i < IDS_AT_ONCE ? count - i : IDS_AT_ONCE;

		for (size_t k = 0; k < n; k++)
			ids[k] = rows[i + k].subject;
		f = entries_get(a, ids, n, entries);
		for (size_t k = 0; !f && k < n; k++)
			visible[i + k] = id_equal(ids[k], act_org(a)) ||
			                 (entries[k].type && entry_visible(a, &entries[k]));
	}
	return f;
}

/* Until one more than the page holds is found, or there are no more. */
static enum fail fill_page(struct act *a, const struct duty_query *q, struct ended *after,
                           size_t limit, struct duty_rows *out)
{
	struct duty_row *batch = ARENA_TRY(a->arena, struct duty_row, BATCH);
	bool visible[BATCH] = { false }, begun = q->after.n > 0;
	size_t n = BATCH;
	enum fail f = OK;

	if (!batch)
		return fail_say(FAIL_MEMORY, "no memory for a list of duties");
	while (!f && n == BATCH && out->count <= limit) {
		f = read_batch(a, q, begun ? after : NULL, batch, &n);
		if (!f)
			f = mark_visible(a, batch, n, visible);
		for (size_t i = 0; !f && i < n && out->count <= limit; i++)
			if (visible[i])
				out->at[out->count++] = batch[i];
		if (n > 0)
			(void)read_cursor(write_cursor(a->arena, &batch[n - 1]), after);
		begun = true;
	}
	return f;
}

static size_t page_size(const struct duty_query *q)
{
	if (q->limit == 0)
		return 25;
	return q->limit > LIMIT_PAGE_ROWS ? LIMIT_PAGE_ROWS : q->limit;
}

enum fail duty_row_list(struct act *a, const struct duty_query *q, struct duty_rows *out,
                        struct str *next)
{
	size_t limit = page_size(q);
	struct ended after = { 0 };

	*next = STR("");
	*out = (struct duty_rows){ ARENA_TRY(a->arena, struct duty_row, limit + 1), 0 };
	if (!out->at)
		return fail_say(FAIL_MEMORY, "no memory for a list of duties");
	if (q->after.n > 0 && !read_cursor(q->after, &after))
		return fail_say(FAIL_FORMAT, "that is no place in a list of duties");
	enum fail f = fill_page(a, q, &after, limit, out);
	if (!f && out->count > limit) {
		out->count = limit;
		*next = write_cursor(a->arena, &out->at[limit - 1]);
	}
	return f;
}

/* ---- counts ---- */

/* What lies in units and labels that the actor reads; narrow ones lie above all. */
static bool counts_for(struct act *a, struct id unit, int label)
{
	const struct record_type *t = a->store->registry->at[0];
	struct subject s = { .type = t, .org = act_org(a), .unit = unit, .label = label };

	if (id_equal(unit, act_org(a)))
		return true;
	return access_read(a->actor, &s, a->today);
}

static struct duty_count *count_named(struct duty_count *at, size_t *n, struct arena *a,
                                      struct stmt *s)
{
	for (size_t i = *n; i > 0; i--) {
		struct duty_count *c = &at[i - 1];
		if (str_equal(c->area, column_str(s, 0)) &&
		    str_equal(c->force, column_str(s, 1)) &&
		    str_equal(c->state, column_str(s, 2)))
			return c;
	}
	if (*n == COUNTS_MOST)
		return NULL;
	at[*n] = (struct duty_count){ .area = str_copy(a, column_str(s, 0)),
		                      .force = str_copy(a, column_str(s, 1)),
		                      .state = str_copy(a, column_str(s, 2)) };
	return &at[(*n)++];
}

enum fail duty_row_counts(struct act *a, struct duty_count **out, size_t *count)
{
	struct stmt *s = query(a->tx, SQL("select area, force, state, unit, label, count"
	                                  " from duty_count where org = :org and count > 0"
	                                  " order by area, force, state"));
	struct duty_count *at = ARENA_TRY(a->arena, struct duty_count, COUNTS_MOST);
	int row = 0;

	*out = at;
	*count = 0;
	bind_id(s, "org", act_org(a));
	while (at && (row = query_next(s)) == 1) {
		struct duty_count *c;

		if (!counts_for(a, column_id(s, 3), (int)column_i64(s, 4)))
			continue;
		c = count_named(at, count, a->arena, s);
		if (c)
			c->count += column_i64(s, 5);
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

/* ---- what changed ---- */

static enum fail visible_changes(struct act *a, struct duty_change *at, size_t *count)
{
	size_t kept = 0;

	for (size_t i = 0; i < *count; i++) {
		struct duty_row r = { .subject = at[i].subject };
		bool visible = false;
		enum fail f = mark_visible(a, &r, 1, &visible);

		if (f)
			return f;
		if (visible)
			at[kept++] = at[i];
	}
	*count = kept;
	return OK;
}

enum fail duty_changes(struct act *a, struct instant from, struct instant until,
                       struct str duty, struct id subject, struct duty_change **out,
                       size_t *count)
{
	struct duty_change *at = ARENA_TRY(a->arena, struct duty_change, CHANGES_MOST);
	struct stmt *s = query(
		a->tx, SQL("select duty, subject, made_at, before, after, proof, why"
	                   " from duty_change where org = :org and made_at > :since_at"
	                   " and made_at <= :until"
	                   " and (:duty{text} = '' or duty = :duty)"
	                   " and (:subject{id} is null or subject = :subject)"
	                   " order by made_at desc, duty, subject limit 1000"));
	int row = 0;

	*out = at;
	*count = 0;
	bind_id(s, "org", act_org(a));
	bind_i64(s, "since_at", from.us);
	bind_i64(s, "until", until.us);
	bind_str(s, "duty", duty.p ? duty : STR(""));
	bind_id(s, "subject", subject);
	while (at && *count < CHANGES_MOST && (row = query_next(s)) == 1)
		at[(*count)++] = (struct duty_change){
			.duty = str_copy(a->arena, column_str(s, 0)),
			.subject = column_id(s, 1),
			.at = { column_i64(s, 2) },
			.before = str_copy(a->arena, column_str(s, 3)),
			.after = str_copy(a->arena, column_str(s, 4)),
			.proof = column_id(s, 5),
			.why = str_copy(a->arena, column_str(s, 6)),
		};
	query_end(s);
	return row < 0 ? (enum fail)row : visible_changes(a, at, count);
}
