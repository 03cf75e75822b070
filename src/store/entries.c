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

static void entry_from(struct act *a, struct stmt *s, struct entry *out)
{
	*out = (struct entry){
		.id = column_id(s, 0),
		.type = registry_find(a->store->registry, column_str(s, 1)),
		.number = column_i64(s, 2),
		.title = str_copy(a->arena, column_str(s, 3)),
		.french = str_copy(a->arena, column_str(s, 4)),
		.withdrawn = column_i64(s, 8) != 0,
		.state = str_copy(a->arena, column_str(s, 10)),
	};
	out->subject = (struct subject){
		.type = out->type,
		.org = act_org(a),
		.unit = column_id(s, 5),
		.label = (int)column_i64(s, 6),
		.owner = column_id(s, 7),
		/* Says only that there are some, until it is known who. */
		.need_to_know_count = column_i64(s, 9) != 0,
	};
}

static enum fail read_about(struct act *a, const struct id *ids, size_t count,
                            struct entry *out)
{
	struct abouts about[IDS_AT_ONCE];
	bool any = false;

	for (size_t i = 0; i < count; i++)
		any |= out[i].type && out[i].type->attachment;
	enum fail f = any ? about_read(a, ids, count, about) : OK;
	for (size_t i = 0; any && !f && i < count; i++) {
		out[i].subject.about = about[i].at;
		out[i].subject.about_count = about[i].count;
	}
	return f;
}

/* Puts what is there into the places of its id. */
static enum fail read_entries(struct act *a, const struct id *ids, size_t count,
                              struct entry *out)
{
	struct stmt *s = query_several(
		a,
		str_of(SQL("select id, type, number, title, title_fr, unit, label,"
	                   " owner, withdrawn, closed, state"
	                   " from entry where org = :org and id in ")),
		"", ids, count);
	struct entry e;
	int row;

	for (size_t i = 0; i < count; i++)
		out[i] = (struct entry){ .id = ids[i] };
	while ((row = query_next(s)) == 1) {
		entry_from(a, s, &e);
		for (size_t i = 0; i < count; i++)
			if (id_equal(ids[i], e.id))
				out[i] = e;
	}
	query_end(s);
	enum fail f = row < 0 ? (enum fail)row : OK;
	for (size_t i = 0; !f && i < count; i++)
		if (out[i].type && out[i].subject.need_to_know_count > 0)
			f = need_to_know_of(a, ids[i], &out[i].subject.need_to_know,
			                    &out[i].subject.need_to_know_count);
	return f ? f : read_about(a, ids, count, out);
}

/* Reads these and, where there is room, what will be asked for next; keeps all. */
static enum fail read_some(struct act *a, const struct id *ids, size_t count,
                           struct entry *out)
{
	struct id more[IDS_AT_ONCE];
	struct entry found[IDS_AT_ONCE];

	memcpy(more, ids, count * sizeof *ids);
	size_t all = known_others(a, ids[0], more, count, COUNT(more));
	enum fail f = read_entries(a, more, all, found);
	for (size_t i = 0; !f && i < all; i++)
		known_put(a, &found[i]);
	memcpy(out, found, count * sizeof *found);
	return f;
}

enum fail entries_get(struct act *a, const struct id *ids, size_t count, struct entry *out)
{
	struct id wanted[IDS_AT_ONCE];
	struct entry found[IDS_AT_ONCE];
	size_t places[IDS_AT_ONCE], n = 0;
	enum fail f = OK;

	for (size_t i = 0; !f && i < count; i++) {
		if (!known_get(a, ids[i], &out[i])) {
			wanted[n] = ids[i];
			places[n++] = i;
		}
		if (n == 0 || (n < COUNT(wanted) && i + 1 < count))
			continue;
		f = read_some(a, wanted, n, found);
		for (size_t k = 0; !f && k < n; k++)
			out[places[k]] = found[k];
		n = 0;
	}
	return f;
}

enum fail entry_get(struct act *a, struct id id, struct entry *out)
{
	enum fail f = entries_get(a, &id, 1, out);

	return f || out->type ? f : FAIL_NOT_FOUND;
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
