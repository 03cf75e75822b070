/* notices_outbox.c -- notices to whoever may do something, until they are carried. */
#include "base/arena.h"
#include "store/notices_rows.h"
#include "store/parts.h"

enum fail outbox_list(struct act *a, size_t limit, struct outbox_row **out, size_t *count)
{
	*count = 0;
	*out = ARENA_TRY(a->arena, struct outbox_row, limit + 1);
	if (!*out)
		return fail_say(FAIL_MEMORY, "no memory for the outbox");
	struct stmt *s =
		query(a->tx, SQL("select id, by_person, goes_to, name,"
	                         " kind, record, duty, says, detail, due_on, due_at, key\n"
	                         "from outbox\n"
	                         "where org = :org\n"
	                         "order by id limit :limit"));
	int row = 0;

	bind_id(s, "org", act_org(a));
	bind_i64(s, "limit", (int64_t)limit);
	while (*count < limit && (row = query_next(s)) == 1) {
		struct outbox_row *to = &(*out)[(*count)++];

		to->id = column_id(s, 0);
		to->by = column_id(s, 1);
		notice_from(s, a->arena, 4, &to->is);
		to->is.to = (enum notice_to)column_i64(s, 2);
		to->is.name = str_copy(a->arena, column_str(s, 3));
	}
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

/* Only one can take it out. */
static enum fail take_out(struct act *a, struct id id, bool *mine)
{
	struct stmt *s = query(a->tx, SQL("delete from outbox\n"
	                                  "where org = :org and id = :id"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "id", id);
	enum fail f = query_run(s);
	*mine = f == OK && tx_changed(a->tx) == 1;
	return f;
}

enum fail outbox_carry(struct act *a, const struct outbox_row *row, const struct id *people,
                       size_t count, bool *mine)
{
	bool added;

	record_must_write(a);
	enum fail f = take_out(a, row->id, mine);
	for (size_t i = 0; f == OK && *mine && i < count; i++)
		f = notice_insert(a, people[i], &row->is, &added);
	return tx_doom(a->tx, f);
}
