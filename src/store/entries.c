/*
 * entries.c -- the few columns of every record of every type.
 *
 * A link, a code, a search hit are answered from here, without knowing the type first; and
 * whether somebody may see the record is judged from here.
 */
#include "store/parts.h"

#include "base/arena.h"
#include "codec/words.h"

#define PERSONS_MAX 256

enum fail need_to_know_of(struct act *a, struct id record, const struct id **out,
                          size_t *count)
{
	struct id ids[PERSONS_MAX];
	size_t n = 0;
	int row;
	struct stmt *s = query(a->tx, SQL("select person from need_to_know"
	                                  " where org = :org and record = :record"
	                                  " order by person"));

	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	while ((row = query_next(s)) == 1 && n < PERSONS_MAX)
		ids[n++] = column_id(s, 0);
	query_end(s);
	if (row < 0)
		return (enum fail)row;
	struct id *kept = arena_get(a->arena, (n + 1) * sizeof *kept);
	memcpy(kept, ids, n * sizeof *ids);
	*out = kept;
	*count = n;
	return OK;
}

enum fail entry_get(struct act *a, struct id id, struct entry *out)
{
	struct stmt *s =
		query(a->tx, SQL("select type, number, title, title_fr, unit, label,"
	                         " owner, withdrawn, closed, state"
	                         " from entry where org = :org and id = :id"));

	*out = (struct entry){ .id = id };
	bind_id(s, "org", act_org(a));
	bind_id(s, "id", id);
	int row = query_next(s);
	if (row <= 0)
		return row ? (enum fail)row : FAIL_NOT_FOUND;
	out->type = registry_find(a->store->registry, column_str(s, 0));
	out->number = column_i64(s, 1);
	out->title = str_copy(a->arena, column_str(s, 2));
	out->french = str_copy(a->arena, column_str(s, 3));
	out->subject = (struct subject){
		.type = out->type,
		.org = act_org(a),
		.unit = column_id(s, 4),
		.label = (int)column_i64(s, 5),
		.owner = column_id(s, 6),
	};
	out->withdrawn = column_i64(s, 7) != 0;
	bool closed = column_i64(s, 8) != 0;
	out->state = str_copy(a->arena, column_str(s, 9));
	query_end(s);
	if (!out->type)
		return FAIL_NOT_FOUND;
	return closed ? need_to_know_of(a, id, &out->subject.need_to_know,
	                                &out->subject.need_to_know_count)
	              : OK;
}

bool entry_visible(struct act *a, const struct entry *e)
{
	return e->type && access_read(a->actor, &e->subject, a->today);
}

void entry_face(struct act *a, const struct entry *e, struct link_face *out)
{
	*out = (struct link_face){ .id = e->id, .masked = true };
	if (!entry_visible(a, e))
		return;
	out->masked = false;
	out->type = e->type;
	out->code = record_code(a->arena, e->type, e->number);
	out->title = a->actor->lang == LANG_FR && e->french.n > 0 ? e->french : e->title;
	if (out->title.n == 0)
		out->title = e->french;
	out->withdrawn = e->withdrawn;
}

enum fail entry_store(struct act *a, const struct row *r, bool is_new)
{
	const struct value *title = &r->values[0];
	struct str english = title->filled && title->text.p ? title->text : STR("");
	struct str french = title->filled && title->french.p ? title->french : STR("");
	struct str folded =
		fold(a->arena, str_cut_utf8(english.n ? english : french, FOLDED_BYTES));
	struct stmt *s =
		is_new ? query(a->tx,
	                       SQL("insert into entry (org, id, type, number, title, "
	                           "title_fr, title_fold, unit, label,"
	                           " owner, withdrawn, closed, state, changed_at)"
	                           " values (:org, :id, :type, :number, :title, :title_fr, "
	                           ":title_fold, :unit, :label,"
	                           " :owner, :withdrawn, :closed, :state, :changed_at)"))
		       : query(a->tx, SQL("update entry set title = :title, title_fr = "
	                                  ":title_fr, title_fold = :title_fold,"
	                                  " unit = :unit, label = :label, owner = :owner, "
	                                  "withdrawn = :withdrawn,"
	                                  " closed = :closed, state = :state, changed_at = "
	                                  ":changed_at"
	                                  " where org = :org and id = :id"));

	if (is_new) {
		bind_str(s, "type", str_of(r->type->name));
		bind_i64(s, "number", r->number);
	}
	bind_id(s, "org", act_org(a));
	bind_id(s, "id", r->id);
	bind_str(s, "title", english);
	bind_str(s, "title_fr", french);
	bind_str(s, "title_fold", folded);
	bind_id(s, "unit", r->unit);
	bind_i64(s, "label", r->label);
	bind_id(s, "owner", r->owner);
	bind_i64(s, "withdrawn", instant_is_set(r->withdrawn_at));
	bind_i64(s, "closed", r->need_to_know_count > 0);
	bind_str(s, "state", r->type->states.count ? str_of(row_state(r)) : STR(""));
	bind_i64(s, "changed_at", r->changed_at.us);
	return query_run(s);
}
