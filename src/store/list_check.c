/* list_check.c -- does every list that can be asked for prepare?  For the tests. */
#include "store/list_sql.h"

#include "base/arena.h"

static const int built_in_sorts[] = { SORT_CHANGED, SORT_CODE, SORT_CREATED, FIELD_STATE,
	                              FIELD_LABEL };

static enum fail prepare(struct act *a, const struct query *q, enum stream_kind kind,
                         int64_t *count)
{
	static const int asked = 0;     /* what an attachment is about is asked, too */
	const int *about = q->type->attachment && kind != STREAM_EVERYTHING ? &asked : NULL;
	struct stream one = { .kind = kind, .reach = about, .reach_everywhere = about };
	struct listing l;

	enum fail f = listing_init(&l, a, q);
	if (!f)
		f = db_prepares(a->tx, listing_page_sql(&l, &one));
	l.from.set = true;
	if (!f)
		f = db_prepares(a->tx, listing_page_sql(&l, &one));
	if (!f)
		f = db_prepares(a->tx, listing_count_sql(&l, &one));
	*count += 3;
	return f;
}

static enum fail prepare_filter(struct act *a, struct query *q, int sort, int64_t *count)
{
	/* The streams differ only in their scope: all of them once, then the longest. */
	enum stream_kind first = q->filter_count ? STREAM_UNIT : STREAM_EVERYTHING;
	enum stream_kind last = q->filter_count ? STREAM_UNIT : STREAM_OWN;
	enum fail f = OK;

	q->sort = sort;
	if (!sort_fits(q->type, sort))
		return OK;
	for (enum stream_kind kind = first; !f && kind <= last; kind++) {
		q->descending = kind == STREAM_UNIT || kind == STREAM_OWN;
		f = prepare(a, q, kind, count);
	}
	return f;
}

static enum fail prepare_sorts(struct act *a, struct query *q, int64_t *count)
{
	enum fail f = OK;

	for (size_t i = 0; !f && i < COUNT(built_in_sorts); i++)
		f = prepare_filter(a, q, built_in_sorts[i], count);
	for (size_t i = 0; !f && i < q->type->fields.count; i++)
		f = prepare_filter(a, q, (int)i, count);
	return f;
}

enum fail lists_prepare(struct act *a, const struct record_type *t, int64_t *count)
{
	static const int built_in[] = { FIELD_UNIT, FIELD_LABEL, FIELD_OWNER, FIELD_STATE,
		                        FIELD_NEED_TO_KNOW, SORT_CHANGED, SORT_CREATED };
	struct filter filters[2];
	struct query q = { .type = t, .filters = filters };

	enum fail f = prepare_sorts(a, &q, count);
	q.words = STR("plan");
	q.withdrawn = true;
	if (!f)
		f = prepare_sorts(a, &q, count);
	q.filter_count = 2;
	for (int i = -(int)COUNT(built_in); !f && i < (int)t->fields.count; i++) {
		int field = i < 0 ? built_in[i + (int)COUNT(built_in)] : i;
		for (enum filter_op op = IS; !f && op < FILTER_OP__COUNT; op++) {
			filters[0] = filters[1] =
				(struct filter){ .field = field, .op = op };
			filters[0].or_with_next = true;
			if (filter_fits(t, field, op))
				f = prepare_sorts(a, &q, count);
		}
	}
	const struct table *table = table_of(a->store, t);
	if (!f)
		f = db_prepares(a->tx, str_format(a->arena, "%.*s(:id)",
		                                  STR_ARG(table->get)));
	if (!f)
		f = db_prepares(a->tx, table->insert);
	return f ? f : db_prepares(a->tx, table->update);
}
