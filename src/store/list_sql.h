/*
 * list_sql.h -- a query over one type as SQL, from registry names and fixed fragments.
 *
 * What an actor may read of a type is parted into streams that do not overlap and that each
 * follow an index in the order of the list: everything up to a label, one organisation unit
 * up to a label, one's own records.  A page is merged from them; a count is their sum.
 * Attachments are besides asked what they are about.
 */
#ifndef STORE_LIST_SQL_H
#define STORE_LIST_SQL_H

#include "store/parts.h"

enum stream_kind { STREAM_EVERYTHING, STREAM_LABEL, STREAM_UNIT, STREAM_OWN };

struct stream {
	enum stream_kind kind;
	struct id unit;
	int above, clearance;           /* labels above the first, up to the second */
	/* Of attachments, the label up to which each kind (as the registry is ordered) is
	 * read where the stream is; null: each as far as the attachments. */
	const int *reach;
	/* Not null: only what the stream of everywhere leaves out, which goes up to a label
	 * and, of each kind, so far. */
	int everywhere;
	const int *reach_everywhere;
};

struct streams {
	struct stream *at;
	size_t count;
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
/* What the actor may read, in streams.  (list_streams.c) */
enum fail streams_of(struct listing *l, struct streams *out) MUST_USE;
struct str listing_page_sql(const struct listing *l, const struct stream *one);
struct str listing_count_sql(const struct listing *l, const struct stream *one);
void listing_bind(const struct listing *l, struct stmt *s, const struct stream *one);
void listing_bind_page(const struct listing *l, struct stmt *s, size_t limit, size_t skip);

struct str place_write(struct arena *a, const struct place *p, bool is_text);
bool place_read(struct arena *a, struct str cursor, bool is_text, struct place *out);

#endif
