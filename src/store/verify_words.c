/*
 * verify_words.c -- what the search finds a record by must follow from its fields; and the
 * same made anew where it does not.
 *
 * The words are cut and folded by us and kept beside the index, so they can be compared
 * word for word.  The index itself is not read: it is given the same words again when they
 * are made anew.
 */
#include "base/arena.h"
#include "base/limits.h"
#include "store/tenant.h"
#include "store/verify_parts.h"

static enum fail kept_words(struct act *a, struct id record, struct str *out)
{
	struct stmt *s = query(a->tx, SQL("select words from word_doc\n"
	                                  "where org = :org and record = :record"));

	*out = STR_NONE;
	bind_id(s, "org", act_org(a));
	bind_id(s, "record", record);
	int row = query_next(s);
	if (row == 1)
		*out = str_copy(a->arena, column_str(s, 0));
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

enum fail verify_words(struct verify *v, const struct row *r)
{
	struct str kept;
	enum fail f = kept_words(v->act, r->id, &kept);

	if (f == OK && !str_equal(kept, search_words_of(v->scratch, r)))
		verify_differs(v, record_code(v->scratch, r->type, r->number),
		               kept.p ? "the search finds it by words that are not those "
		                        "of its fields"
		                      : "the search cannot find it: it has no words");
	return f;
}

/* Words of records that are no more. */
enum fail verify_stray_words(struct verify *v)
{
	struct stmt *s = query_walk(
		v->act->tx, SQL("select w.record from word_doc w\n"
	                        "left join entry e on e.org = w.org and e.id = w.record\n"
	                        "where w.org = :org and e.id is null"));
	int row = 0;

	bind_id(s, "org", v->org);
	while ((row = query_next(s)) > 0)
		verify_differs(v, id_text(v->scratch, column_id(s, 0)),
		               "the search has words of a record that is not there");
	query_end(s);
	return row < 0 ? (enum fail)row : OK;
}

/* ---- made anew ---- */
#define BATCH 200

struct rebuilding {
	const struct record_type *type;
	struct id after;                /* the last of the batch before */
	/* What a batch leaves: set anew when it is run again. */
	struct id next;
	size_t seen;
	int64_t changed;
};

static enum fail rebuild_one(struct act *a, struct rebuilding *r, struct id id)
{
	struct str kept;
	struct row *row;
	enum fail f = row_load(a, r->type, id, &row);

	if (f == OK)
		f = kept_words(a, id, &kept);
	if (f != OK)
		return f;
	r->changed += !str_equal(kept, search_words_of(a->arena, row));
	return row_index_words(a, row);
}

static enum fail rebuild_batch(struct act *a, void *arg)
{
	struct rebuilding *r = arg;
	struct id ids[BATCH];
	int row = 0;
	struct str sql = sql_for(a->arena,
	                         SQL("select t.id from this_type t"
	                             " where t.org = :org and t.id > :after"
	                             " order by t.id limit :room"),
	                         r->type, NULL);
	struct stmt *s = query_composed(a->tx, sql);

	bind_id(s, "org", act_org(a));
	bind_blob(s, "after", r->after.b, sizeof r->after.b);
	bind_i64(s, "room", BATCH);
	r->seen = 0;
	r->changed = 0;
	r->next = r->after;
	while (r->seen < BATCH && (row = query_next(s)) > 0)
		ids[r->seen++] = column_id(s, 0);
	query_end(s);
	enum fail f = row < 0 ? (enum fail)row : OK;
	for (size_t i = 0; f == OK && i < r->seen; i++)
		f = rebuild_one(a, r, ids[i]);
	if (r->seen > 0)
		r->next = ids[r->seen - 1];
	return f;
}

/* One transaction for each batch, so that a server's writes are not kept waiting. */
static enum fail rebuild_type(struct store *s, const struct actor *who, struct arena *a,
                              struct rebuilding *r, int64_t *changed)
{
	enum fail f;

	do {
		f = store_write(s, who, a, rebuild_batch, r);
		arena_reset(a);
		*changed += f == OK ? r->changed : 0;
		r->after = r->next;
	} while (f == OK && r->seen == BATCH);
	return f;
}

enum fail store_rebuild_words(struct store *s, struct id org, int64_t *changed)
{
	const struct actor program = tenant_system(org, STR("verify"));
	const struct registry *g = store_registry(s);
	struct arena *a = arena_new(LIMIT_REQUEST_BYTES);
	enum fail f = OK;

	*changed = 0;
	if (!a)
		return fail_say(FAIL_MEMORY, "no memory to make words anew");
	for (size_t i = 0; f == OK && i < g->count; i++) {
		struct rebuilding r = { .type = g->at[i] };
		f = rebuild_type(s, &program, a, &r, changed);
	}
	arena_free(a);
	return f;
}
