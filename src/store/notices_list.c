/*
 * notices_list.c -- somebody's own notices, read as themselves.
 *
 * What they may not see any more is left out of the list and of its count.
 */
#include "base/arena.h"
#include "store/notices_rows.h"
#include "store/parts.h"
#include "store/sendings.h"

#define LOOKED_AT 1000 /* rows at most for one page, most of them hidden */

/* ---- rows ---- */

static void row_of(struct stmt *s, struct arena *a, struct notice_row *out)
{
	*out = (struct notice_row){
		.id = column_id(s, 0),
		.made_at = { column_i64(s, 1) },
		.read_at = { column_i64(s, 2) },
		.settled_at = { column_i64(s, 3) },
		.told_at = { column_i64(s, 4) },
	};
	notice_from(s, a, 5, &out->is);
}

static struct str kind_wanted(const struct notice_query *q)
{
	return q->only < NOTICE__COUNT ? str_of(notice_kinds[q->only].name) : STR("");
}

/* The highest identifier there can be: before it is everything. */
static struct id from_where(const struct notice_query *q)
{
	struct id last;

	memset(last.b, 0xff, sizeof last.b);
	return id_is_set(q->before) ? q->before : last;
}

static struct stmt *ask(struct act *a, const struct notice_query *q)
{
	struct stmt *s =
		q->unread
			? query(a->tx,
	                        SQL("select id, made_at, read_at, settled_at, told_at,"
	                            " kind, record, duty, says, detail, due_on, due_at,"
	                            " key\n"
	                            "from notice\n"
	                            "where org = :org and person = :person"
	                            " and id < :before and read_at = 0"
	                            " and settled_at = 0"
	                            " and (:kind{text} = '' or kind = :kind)\n"
	                            "order by id desc limit :limit"))
			: query(a->tx,
	                        SQL("select id, made_at, read_at, settled_at, told_at,"
	                            " kind, record, duty, says, detail, due_on, due_at,"
	                            " key\n"
	                            "from notice\n"
	                            "where org = :org and person = :person"
	                            " and id < :before"
	                            " and (:kind{text} = '' or kind = :kind)\n"
	                            "order by id desc limit :limit"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "person", a->actor->person);
	bind_id(s, "before", from_where(q));
	bind_str(s, "kind", kind_wanted(q));
	return s;
}

static enum fail fetch(struct act *a, const struct notice_query *q, size_t limit,
                       struct notice_row *out, size_t *count)
{
	struct stmt *s = ask(a, q);
	int row = 0;

	*count = 0;
	bind_i64(s, "limit", (int64_t)limit);
	while (*count < limit && (row = query_next(s)) == 1)
		row_of(s, a->arena, &out[(*count)++]);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

/* ---- as the reader may see them ---- */

/* Of a record that they may not see, or that is gone, nothing is said. */
static bool may_be_told(const struct notice_row *n)
{
	return !id_is_set(n->is.record) ||
	       (n->about.type && !n->about.masked && !n->about.withdrawn);
}

static enum fail see_abouts(struct act *a, struct notice_row *rows, size_t count)
{
	struct id ids[IDS_AT_ONCE];
	struct link_face faces[IDS_AT_ONCE];

	for (size_t i = 0; i < count; i += IDS_AT_ONCE) {
		size_t n = count - i < IDS_AT_ONCE ? count - i : IDS_AT_ONCE;

		for (size_t k = 0; k < n; k++)
			ids[k] = rows[i + k].is.record;
		enum fail f = link_faces(a, ids, n, faces);
		if (f != OK)
			return f;
		for (size_t k = 0; k < n; k++)
			rows[i + k].about = faces[k];
	}
	return OK;
}

struct page {
	struct notice_query query;      /* of what comes next */
	struct notice_row *some, *kept;
	size_t room, got, count;
};

/* The next rows of the table, without what may not be told. */
static enum fail add_some(struct act *a, struct page *p)
{
	enum fail f = fetch(a, &p->query, p->room, p->some, &p->got);

	if (f == OK)
		f = see_abouts(a, p->some, p->got);
	for (size_t i = 0; f == OK && i < p->got && p->count < p->room; i++)
		if (may_be_told(&p->some[i]))
			p->kept[p->count++] = p->some[i];
	if (p->got > 0)
		p->query.before = p->some[p->got - 1].id;
	return f;
}

enum fail notice_list(struct act *a, const struct notice_query *q, struct notice_row **out,
                      size_t *count, bool *more)
{
	size_t wanted = q->limit > 0 && q->limit < LIMIT_PAGE_ROWS ? q->limit
	                                                           : LIMIT_PAGE_ROWS;
	struct page p = { .query = *q, .room = wanted + 1 };
	enum fail f = OK;

	p.some = ARENA_TRY(a->arena, struct notice_row, p.room);
	*out = p.kept = ARENA_TRY(a->arena, struct notice_row, p.room);
	*count = 0;
	*more = false;
	if (!p.some || !p.kept)
		return fail_say(FAIL_MEMORY, "no memory for the notices");
	if (!id_is_set(a->actor->person))
		return OK;
	p.got = p.room;
	for (size_t seen = 0; f == OK && p.got == p.room && p.count < p.room &&
	                      seen < LOOKED_AT;
	     seen += p.got)
		f = add_some(a, &p);
	*more = p.count > wanted;
	*count = *more ? wanted : p.count;
	return f;
}

enum fail notice_unread(struct act *a, int64_t *out)
{
	const struct notice_query q = { .unread = true,
		                        .only = NOTICE__COUNT,
		                        .limit = NOTICES_COUNTED };
	struct notice_row *rows;
	size_t count;
	bool more;
	enum fail f = notice_list(a, &q, &rows, &count, &more);

	*out = f == OK ? (int64_t)count : 0;
	return f;
}

/* ---- what no mail has carried yet ---- */

static enum fail fetch_untold(struct act *a, enum notice_kind kind, bool fresh,
                              size_t limit, struct notice_row *out, size_t *count)
{
	struct stmt *s = query(
		a->tx,
		SQL("select id, made_at, read_at, settled_at, told_at,"
	            " kind, record, duty, says, detail, due_on, due_at, key\n"
	            "from notice\n"
	            "where org = :org and person = :person and kind = :kind\n"
	            "  and read_at = 0 and settled_at = 0 and told_at = 0\n"
	            "  and (:fresh{i64} = 0 or told_by is null)\n"
	            "order by id limit :limit"));
	int row = 0;

	*count = 0;
	bind_id(s, "org", act_org(a));
	bind_id(s, "person", a->actor->person);
	bind_str(s, "kind", str_of(notice_kinds[kind].name));
	bind_i64(s, "fresh", fresh);
	bind_i64(s, "limit", (int64_t)limit);
	while (*count < limit && (row = query_next(s)) == 1)
		row_of(s, a->arena, &out[(*count)++]);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail notices_untold(struct act *a, uint64_t kinds, bool fresh, size_t limit,
                         struct notice_row **out, size_t *count)
{
	struct notice_row *all = ARENA_TRY(a->arena, struct notice_row,
	                                   limit * NOTICE__COUNT + 1);
	size_t n = 0;
	enum fail f = all ? OK : fail_say(FAIL_MEMORY, "no memory for the notices");

	*out = all;
	*count = 0;
	for (int kind = 0; f == OK && kind < NOTICE__COUNT; kind++) {
		size_t from = n, got = 0;

		if (kinds & BIT(kind))
			f = fetch_untold(a, (enum notice_kind)kind, fresh, limit, all + n,
			                 &got);
		if (f == OK)
			f = see_abouts(a, all + from, got);
		for (size_t i = 0; f == OK && i < got; i++)
			if (may_be_told(&all[from + i]))
				all[n++] = all[from + i];
	}
	*count = n;
	return f;
}

/* ---- read ---- */

static enum fail read_all(struct act *a)
{
	struct stmt *s = query(a->tx, SQL("update notice set read_at = :now\n"
	                                  "where org = :org and person = :person"
	                                  " and read_at = 0"));

	bind_i64(s, "now", a->now.us);
	bind_id(s, "org", act_org(a));
	bind_id(s, "person", a->actor->person);
	return query_run(s);
}

static enum fail is_theirs(struct act *a, struct id id)
{
	struct stmt *s = query(a->tx, SQL("select 1 from notice\n"
	                                  "where org = :org and id = :id"
	                                  " and person = :person"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "id", id);
	bind_id(s, "person", a->actor->person);
	int row = query_next(s);
	query_end(s);
	return row < 0 ? (enum fail)row : row == 1 ? OK
	                                           : FAIL_NOT_FOUND;
}

static enum fail read_one(struct act *a, struct id id)
{
	struct stmt *s = query(a->tx, SQL("update notice set read_at = :now\n"
	                                  "where org = :org and id = :id and read_at = 0"));

	bind_i64(s, "now", a->now.us);
	bind_id(s, "org", act_org(a));
	bind_id(s, "id", id);
	return query_run(s);
}

enum fail notice_read(struct act *a, struct id id)
{
	record_must_write(a);
	if (!id_is_set(a->actor->person))
		return FAIL_NOT_FOUND;
	if (!id_is_set(id))
		return tx_doom(a->tx, read_all(a));
	enum fail f = is_theirs(a, id);
	return f == OK ? tx_doom(a->tx, read_one(a, id)) : f;
}
