/* sendings_people.c -- who has something to be told that no mail has carried yet. */
#include "base/arena.h"
#include "store/parts.h"
#include "store/sendings.h"

#define PEOPLE_MOST 20000

struct people {
	struct id *at;
	size_t count;
};

static bool is_there(const struct people *p, struct id person)
{
	for (size_t i = 0; i < p->count; i++)
		if (id_equal(p->at[i], person))
			return true;
	return false;
}

static enum fail add_kind(struct act *a, enum notice_kind kind, bool fresh,
                          struct people *to)
{
	struct stmt *s = query(
		a->tx, SQL("select distinct person from notice\n"
	                   "where org = :org and kind = :kind\n"
	                   "  and read_at = 0 and settled_at = 0 and told_at = 0\n"
	                   "  and (:fresh{i64} = 0 or told_by is null)"));
	int row = 0;

	bind_id(s, "org", act_org(a));
	bind_str(s, "kind", str_of(notice_kinds[kind].name));
	bind_i64(s, "fresh", fresh);
	while (to->count < PEOPLE_MOST && (row = query_next(s)) == 1)
		if (!is_there(to, column_id(s, 0)))
			to->at[to->count++] = column_id(s, 0);
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail people_untold(struct act *a, uint64_t kinds, bool fresh, struct id **out,
                        size_t *count)
{
	struct people p = { .at = ARENA_TRY(a->arena, struct id, PEOPLE_MOST) };
	enum fail f = p.at ? OK : fail_say(FAIL_MEMORY, "no memory for the people");

	for (int kind = 0; f == OK && kind < NOTICE__COUNT; kind++)
		if (kinds & BIT(kind))
			f = add_kind(a, (enum notice_kind)kind, fresh, &p);
	*out = p.at;
	*count = p.count;
	return f;
}
