/*
 * list_sql.h -- a query over one type as SQL, from registry names and fixed fragments.
 *
 * What an actor may read of a type is parted into streams that do not overlap and that each
 * follow an index in the order of the list: everything up to a label, one organisation unit
 * up to a label, one's own records.  A page is merged from them; a count is their sum.
 */
#ifndef STORE_LIST_SQL_H
#define STORE_LIST_SQL_H

#include "store/parts.h"

enum stream_kind { STREAM_EVERYTHING, STREAM_LABEL, STREAM_UNIT, STREAM_OWN };

struct stream {
	enum stream_kind kind;
	struct id unit;
	int above, clearance;           /* labels above the first, up to the second */
};

struct sort_key {
	struct str sql;                 /* "t.changed_at"; empty: by id alone */
	bool is_text;
};

/* A place in a list: where the last page ended. */
struct place {
	bool set;
	struct str text;
	int64_t number;
	struct id id;
};

struct listing {
	struct act *act;
	struct query asked;             /* of the type as it is here */
	const struct query *query;
	const struct table *table;
	struct sort_key key;
	struct words_wanted wanted;     /* of query.words */
	struct place from;
	struct id person;
	int own_clearance;              /* of the stream of one's own; -1: there is none */
};

#define FILTERS_MAX 32
/* FAIL_FORMAT when the sort or a filter does not fit the type. */
enum fail listing_init(struct listing *l, struct act *a, const struct query *q) MUST_USE;
struct str listing_page_sql(const struct listing *l, enum stream_kind kind);
struct str listing_count_sql(const struct listing *l, enum stream_kind kind);
void listing_bind(const struct listing *l, struct stmt *s, const struct stream *one);
void listing_bind_page(const struct listing *l, struct stmt *s, size_t limit, size_t skip);

struct str place_write(struct arena *a, const struct place *p, bool is_text);
bool place_read(struct arena *a, struct str cursor, bool is_text, struct place *out);

#endif
